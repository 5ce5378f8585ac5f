import { html, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { chaveDaSenha, lerSenha, nomeDoFim } from '../../adapters/abas/guarda.ts';
import type { SenhaGuardada } from '../../adapters/ports.ts';
import { BalcaoController, type BalcaoHost } from '../../controllers/balcao.controller.ts';
import { isHolding, isOver, type BalcaoState } from '../../controllers/balcao.machine.ts';
import { pageConfig } from '../../controllers/court.controller.ts';
import type { FilaKind } from '../../controllers/fila.machine.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { Balcao } from '../../domain/channels/balcao.ts';
import { canalViews } from '../../domain/channels/channels.ts';
import { balcao } from '../../i18n/pt-br/balcao.ts';
import type { balcaoHorario } from '../../i18n/pt-br/balcao-horario.ts';
import type { Messages, Translate } from '../../i18n/translate.ts';
import { AtrioElement } from '../_base/atrio-element.ts';
import { renderCanais } from '../_base/canais.ts';
import { heading } from '../_base/heading.ts';
import { notice } from '../_base/notice.ts';
import { AtrioBalcaoChamadaEvent, AtrioBalcaoEstadoEvent, AtrioBalcaoFimEvent } from './balcao-virtual.events.ts';
import { styles } from './balcao-virtual.styles.ts';
import type { ChamadaView, TextosChamada } from './chamada.ts';
import { destinoLink } from './destino.ts';
import type { Espera, EsperaHost } from './espera.ts';
import { situacao } from './situacao.ts';

type Textos = TextosChamada & typeof balcaoHorario;

/**
 * The virtual counter of a court unit: whether it is open, every way to reach it, and the call by video.
 *
 * The unit comes from the court file (`unidade`), from the backend, or from the attributes alone (`nome` and `hours`). Attributes win.
 *
 * @tagname balcao-virtual
 * @slot - Shown until the code and the data arrive, and when they do not. Wrap it in an element.
 * @fires {AtrioBalcaoChamadaEvent} atrio-balcao-chamada - Before a call; cancelable.
 * @fires {AtrioBalcaoEstadoEvent} atrio-balcao-estado - The counter changed its state.
 * @fires {AtrioBalcaoFimEvent} atrio-balcao-fim - A call ended, or could not be had.
 * @csspart painel - The whole panel.
 * @csspart situacao - The status block.
 * @csspart palco - The stage of the call, and of what is shown after it.
 * @csspart sala - The frame of the video.
 * @csspart canais - The list of channels.
 * @csspart horario - The table of hours.
 * @csspart aviso - A notice.
 * @csspart senha - The ticket, while the person waits.
 * @csspart vez - The turn of the person.
 * @csspart fim - What is shown at the end of a service.
 */
export class BalcaoVirtual extends AtrioElement<Textos> implements BalcaoHost, EsperaHost {
  static override styles = [...[AtrioElement.styles].flat(), styles];

  /** Id of the unit in the court file or backend. */
  @property() unidade: string | undefined;
  /** Name of the unit. */
  @property() nome: string | undefined;
  /** Public hours, as in `Mo-Fr 08:00-14:00`. */
  @property() hours: string | undefined;
  /** IANA time zone of the unit, as in `America/Manaus`. */
  @property() timezone: string | undefined;
  /** Telephone of the unit. */
  @property() telefone: string | undefined;
  /** E-mail of the unit. */
  @property() email: string | undefined;
  /** Street address of the unit; `;` parts the lines. */
  @property() endereco: string | undefined;
  /** WhatsApp of the unit: digits with country and area code. */
  @property() whatsapp: string | undefined;
  /** Domain of the Jitsi server, without `https://`. */
  @property({ attribute: 'jitsi-domain' }) jitsiDomain: string | undefined;
  /** Name of the room, for a unit without a backend. */
  @property() sala: string | undefined;
  /** Address of a meeting in another tool (Teams, Zoom, Meet, Webex). */
  @property() link: string | undefined;
  /** Level of the main heading, 1 to 6. */
  @property({ type: Number }) nivel = 2;

  /** Texts of the call and of the table come with their code. */
  protected override messages = balcao as unknown as Textos;

  /** What to call the person by. Kept in memory only. */
  @state() private chamarPor = '';
  /** For the webmaster. */
  @state() private avisos: readonly string[] = [];
  /** What is shown from the call on. */
  @state() private chamada: typeof import('./chamada.ts') | null = null;
  /** The table of hours, once it was unfolded. */
  @state() private horario: typeof import('./horario.ts') | 'falha' | null = null;

  /** The way through the queue, while somebody is on it; `vem` while its code is on its way, `falha` when it did not come. */
  @state() private espera: Espera | 'vem' | 'falha' | null = null;

  readonly #balcao = new BalcaoController(this, this.court);
  readonly #changes: { anterior: BalcaoEstado; estado: BalcaoEstado; state: BalcaoState; call: boolean }[] = [];
  /** Whether a call was shown last. */
  #call = false;
  #anterior: BalcaoEstado = 'no-unit';
  #atendido = false;
  #titulo = '';
  /** A new state is written anew, by the other of two templates: where one line becomes two, none of the old ones moves. */
  #vez = false;
  /** The unit that the code of the queue was asked for, and what is to be done in it: the last press, or nothing but to take a ticket up. */
  #pedido: { chave: string; ato: Ato | null } | null = null;
  /** What the webmaster was last told about. */
  #warned = '';

  /** State of the counter, as in `open`, `closed`, `joined`, `na-fila`. */
  get estado(): BalcaoEstado {
    const { state } = this.#balcao;
    const fila = this.#fila;
    return fila && fila.kind !== 'balcao' && !isHolding(state) ? fila.kind : state.kind;
  }

  /** The texts, for the parts. */
  get traduzir(): Translate {
    return this.t as Translate;
  }

  get #fila(): Espera | null {
    return typeof this.espera === 'string' ? null : this.espera;
  }

  /** What did not come is asked for again. Nobody is led on by a press of long ago. */
  redeVoltou(): void {
    if (this.espera === 'falha') this.#naEspera(null);
    this.#fila?.redeVoltou();
  }

  /** A page that moves the element with `moveBefore` does not cut the call. */
  connectedMoveCallback(): void {}

  async salaParent(): Promise<HTMLElement | null> {
    await this.updateComplete;
    return this.isConnected ? this.renderRoot.querySelector<HTMLElement>('.quadro') : null;
  }

  async carregarChamada(): Promise<void> {
    if (this.chamada) return;
    const module = await import('./chamada.ts');
    this.juntar(module.textos);
    this.chamada = module;
    await this.updateComplete;
  }

  juntar(textos: Messages, estilos?: CSSResult): void {
    this.messages = { ...this.messages, ...textos };
    if (estilos) this.addStyles(estilos);
  }

  salaTitulo(unit: Balcao): string {
    return this.t('balcao.sala', { unidade: unit.nome });
  }

  estadoMudou(): void {
    this.#fila?.balcaoMudou(this.#balcao.state);
    this.mudou();
  }

  mudou(): void {
    const { estado } = this;
    const { state } = this.#balcao;
    const call = isCall(state);
    if (estado !== this.#anterior) this.#changes.push({ anterior: this.#anterior, estado, state, call: call || this.#call });
    this.#anterior = estado;
    this.#call = call;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const changes = this.#changes.splice(0);
    for (const { anterior, estado, state } of changes) this.#tell(anterior, estado, state);
    if (changes.some(({ call }) => call)) {
      this.manterFoco();
      // A link that was followed needs no code of the call; its words do.
      this.carregarChamada().catch(() => undefined);
    }
    void this.#warn();
    // The queue of a unit that is not shown any more is let go of.
    const { state } = this.#balcao;
    if (this.#pedido && this.espera !== 'vem' && 'unit' in state && state.unit.chave !== this.#pedido.chave) {
      this.#fila?.soltar();
      this.espera = this.#pedido = null;
    }
  }

  #tell(anterior: BalcaoEstado, estado: BalcaoEstado, state: BalcaoState): void {
    const unidade = 'unit' in state ? state.unit.id : null;
    if (estado === 'preparing') this.#atendido = false;
    if (estado === 'joined') this.#atendido = true;
    this.dispatchEvent(new AtrioBalcaoEstadoEvent(unidade, estado, anterior));
    // The end of a service in the queue is told by the queue.
    if (estado === state.kind && (state.kind === 'ended' || state.kind === 'fallback')) this.dispatchEvent(new AtrioBalcaoFimEvent(unidade, state.motivo, this.#atendido));
  }

  /** The name under which this browser keeps what it does of the queue of a unit; null when the unit has none. */
  #chave(unit: Balcao): string | null {
    const { backendUrl } = this.#balcao;
    return unit.id && backendUrl && this.#balcao.comFila(unit) ? chaveDaSenha(backendUrl, unit.id) : null;
  }

  /** The ticket that this browser keeps under a name. */
  #guardada(chave: string | null): SenhaGuardada | null {
    return chave === null ? null : (this.ports.balcao?.abas(chave).ler() ?? lerSenha(chave));
  }

  /** Takes up the ticket that this browser keeps for the unit, or the end of a service that this tab does. */
  achar(): void {
    const { state } = this.#balcao;
    if (this.espera || !('unit' in state) || isHolding(state)) return;
    const chave = this.#chave(state.unit);
    if (chave !== null && (this.#guardada(chave) || this.ports.drafts.load(nomeDoFim(chave)))) this.#naEspera(null);
  }

  /** Does something in the queue of the unit that is shown; first its code is loaded. */
  #naEspera(ato: Ato | null): void {
    const { state } = this.#balcao;
    if (!('unit' in state)) return;
    if (this.#fila) return void (ato && this.#fila.fazer(ato));
    this.#pedido = { chave: state.unit.chave, ato };
    if (this.espera !== 'vem') void this.#carregarEspera();
  }

  async #carregarEspera(): Promise<void> {
    this.espera = 'vem';
    try {
      const Espera = await codigoDaFila();
      const { state } = this.#balcao;
      const { chave, ato } = this.#pedido!;
      this.espera = null;
      // Another unit may be shown by now: who pressed did not mean that one.
      if (!('unit' in state) || state.unit.chave !== chave) return;
      this.espera = new Espera(this, this.#balcao, state.unit, this.court.tribunal, this.chamarPor.trim());
      if (ato) this.espera.fazer(ato);
    } catch {
      this.espera = 'falha';
    }
  }

  /** Nobody is left at the top of the page when what had the focus is gone, and nothing else took it. */
  protected override update(changed: PropertyValues): void {
    const had = (this.renderRoot as ShadowRoot).activeElement;
    super.update(changed);
    if (had && !had.isConnected) setTimeout(() => (this.#fila ? this.#fila.focar() : this.manterFoco()));
  }

  get semFoco(): boolean {
    const { activeElement, body } = this.ownerDocument;
    return !(this.renderRoot as ShadowRoot).activeElement && (!activeElement || activeElement === body || activeElement === this);
  }

  /** When what had the focus is gone, the heading takes it: what happened is told by the status block below, once, and is followed by what to do. */
  manterFoco(): void {
    if (!this.semFoco) return;
    const titulo = this.renderRoot.querySelector<HTMLElement>('.titulo');
    titulo?.focus({ preventScroll: true });
    titulo?.scrollIntoView({ block: 'nearest' });
  }

  async #warn(): Promise<void> {
    const { state } = this.#balcao;
    const ilegivel = 'hours' in state && state.hours === 'ilegivel';
    const about = 'unit' in state && (ilegivel || state.unit.problema) ? `${state.unit.chave} ${state.unit.problema} ${ilegivel}` : '';
    if (about === this.#warned) return;
    this.#warned = about;
    try {
      this.avisos = about && 'unit' in state ? (await import('./avisos.ts')).avisos(state.unit, ilegivel) : [];
    } catch {
      // A courtesy to the webmaster, who has a network.
    }
  }

  /** Attributes alone are enough when the court file does not come. */
  protected override renderFailed(reason: 'rede' | 'invalido'): TemplateResult {
    return this.#balcao.state.kind === 'no-unit' || !('unit' in this.#balcao.state) ? super.renderFailed(reason) : this.renderCourt(null);
  }

  protected override renderCourt(tribunal: Tribunal | null): TemplateResult {
    const { state, rules, now } = this.#balcao;
    const { t } = this;
    const view = this.#view();
    const contexto = { t, now, rules, atendente: this.#fila?.atendente };
    const fila = isHolding(state) || this.#fila?.kind === 'balcao' ? null : this.#fila;
    const { tom, titulo, linhas } = fila?.situacao(contexto) ?? this.chamada?.situacaoChamada(state, contexto) ?? situacao(state, contexto);
    const unit = 'unit' in state ? state.unit : null;
    const atraso = unit && !isCall(state) ? this.#atraso(unit) : null;
    // Without a unit, the court's own channels; sought once more, it takes none away.
    const canais = unit?.canais ?? (state.kind === 'seeking' && !this.#balcao.retried ? [] : canalViews(tribunal?.canais ?? []));
    if (titulo !== this.#titulo) this.#vez = !this.#vez;
    this.#titulo = titulo;
    const textos = html`<div>
      <p><strong>${titulo}</strong></p>
      ${linhas.map((linha) => html`<p>${linha}</p>`)} ${atraso ? html`<p>${atraso}</p>` : nothing}
    </div>`;
    return html`<section class="painel balcao ${fila || isCall(state) ? '' : 'parado'}" part="painel" aria-labelledby="titulo">
      <header id="titulo">
        ${unit
          ? html`<p class="sobretitulo">${t('balcao.titulo')}</p>
              ${heading(this.nivel, unit.nome, 'titulo')} ${unit.comarca ? html`<p class="discreto">${unit.comarca}</p>` : nothing}`
          : heading(this.nivel, t('balcao.titulo'), 'titulo')}
      </header>
      <div class="situacao ${tom}" part="situacao" role="status" aria-live=${fila?.alerta ? 'off' : nothing}>
        ${this.#vez ? html`<span class="ponto" aria-hidden="true"></span>${textos}` : html`<span aria-hidden="true" class="ponto"></span>${textos}`}
      </div>
      ${fila ? fila.render() : this.#body(state, view)}
      ${(fila ? fila.comCanais : state.kind !== 'fallback' || !this.chamada) && canais.length > 0
        ? html`<section class="contatos" aria-labelledby="canais">
            <div id="canais">${heading(this.nivel + 1, t(unit?.gabinete ? 'balcao.canais-unidade' : 'balcao.canais'), 'subtitulo')}</div>
            ${renderCanais(canais, { t, aberto: 'hours' in state && typeof state.hours !== 'string' ? state.hours.aberto : null })}
          </section>`
        : nothing}
      ${unit && !fila && !unit.gabinete && state.kind !== 'undetermined' ? this.#hours(unit) : nothing}
      ${unit?.demo ? html`<p class="discreto">${t('comum.demo')}</p>` : nothing}
      ${(this.debug || pageConfig().debug) && this.avisos.length > 0
        ? html`<div class="depuracao">
            ${notice('alerta', { titulo: t('comum.debug-titulo'), texto: html`<ul>${this.avisos.map((text) => html`<li>${text}</li>`)}</ul>` })}
          </div>`
        : nothing}
      ${unit ? nothing : html`<slot></slot>`}
    </section>`;
  }

  /** What there is to say while the code of the queue is not here. */
  #atraso(unit: Balcao): string | null {
    if (this.espera === 'vem') return this.t('comum.carregando');
    if (this.espera !== 'falha') return null;
    const guardada = this.#guardada(this.#chave(unit));
    return guardada ? this.t('balcao.senha-guardada', { senha: guardada.senha }) : this.t('balcao.parte-falhou');
  }

  #view(): ChamadaView {
    const control = this.#balcao;
    return {
      t: this.t,
      roomHref: control.roomHref,
      ligar: () => this.#ligar(),
      sair: () => control.leave(),
      voltar: () => control.dismiss(),
      seguir: (href) => control.follow(href),
      outros: (unit) => this.#outrosMeios(unit, false),
    };
  }

  /** Asks the page, then calls. False when the page said no. */
  #ligar(): boolean {
    const { state } = this.#balcao;
    if (isHolding(state)) return false;
    const unit = 'unit' in state ? state.unit : null;
    // Pressed once more while it is on its way, it is the same call.
    if (this.espera === 'vem' && this.#pedido?.ato === 'ligar' && this.#pedido.chave === unit?.chave) return true;
    if (!this.dispatchEvent(new AtrioBalcaoChamadaEvent(unit?.id ?? null))) return false;
    if (unit && this.#balcao.comFila(unit)) this.#naEspera('ligar');
    else this.#balcao.call(this.chamarPor);
    return true;
  }

  #outrosMeios(unit: Balcao, primario: boolean): unknown {
    const meios: ('mensagem' | 'agendar' | 'chegada')[] = this.#balcao.outrosMeios(unit);
    // An appointment brings its holder into the queue.
    if (meios.includes('agendar') && unit.meio) meios.push('chegada');
    return meios.length > 0
      ? html`<div class="acoes">
          ${meios.map((meio) => html`<button type="button" class=${primario ? 'primario' : ''} @click=${() => this.#naEspera(meio)}>${this.t(`balcao.${meio}`)}</button>`)}
        </div>`
      : nothing;
  }

  #body(state: BalcaoState, view: ChamadaView): unknown {
    switch (state.kind) {
      case 'not-found':
        return state.motivo === 'rede'
          ? html`<div class="acoes"><button type="button" @click=${() => this.#balcao.retry()}>${this.t('comum.tentar-de-novo')}</button></div>`
          : nothing;
      case 'undetermined':
      case 'closed':
      case 'opening-soon':
      case 'open':
        return html`${this.#action(state)}
        ${this.#outrosMeios(state.unit, !state.unit.meio)} ${this.espera === 'falha'
          ? html`<div class="acoes"><button type="button" @click=${() => this.#naEspera(this.#pedido!.ato)}>${this.t('comum.tentar-de-novo')}</button></div>`
          : nothing}
        ${this.#petitions(state.unit)}`;
      default:
        if (!isCall(state)) return nothing;
        return html`${this.chamada?.renderCorpo(state, view) ??
        html`<div class="palco">
          ${isHolding(state) ? html`<div class="sala"></div>` : html`<button type="button" @click=${view.voltar}>${this.t('balcao.voltar')}</button>`}
        </div>`}${state.kind === 'handed-over' ? this.#petitions(state.unit) : nothing}`;
    }
  }

  /** Where petitions go, said before any call (Res. CNJ 372/2021, art. 4, sole §). */
  #petitions({ peticionamento }: Balcao): TemplateResult {
    const { t } = this;
    return notice('info', {
      texto: peticionamento
        ? html`<p>${t('balcao.peticoes')} ${t('balcao.peticoes-onde')} <a href=${peticionamento}>${t('balcao.peticoes-link')}</a>.</p>`
        : `${t('balcao.peticoes')} ${t('balcao.peticoes-sem-link')}`,
    });
  }

  /** The hours of the week, folded away; their code comes when they are unfolded. */
  #hours({ agenda }: Balcao): TemplateResult {
    const { horario, t } = this;
    const { rules, now } = this.#balcao;
    return html`<details @toggle=${this.#onUnfold}>
      <summary>${t('balcao.horario')}</summary>
      ${horario === 'falha'
        ? html`<p>${t('comum.falha-dados')}</p>`
        : horario && rules
          ? horario.renderHorario(agenda, { t, now, rules })
          : html`<p>${t('comum.carregando')}</p>`}
    </details>`;
  }

  readonly #onUnfold = async (): Promise<void> => {
    if (this.horario && this.horario !== 'falha') return;
    try {
      const module = await import('./horario.ts');
      this.messages = { ...this.messages, ...module.textos };
      this.horario = module;
    } catch {
      this.horario = 'falha';
    }
  };

  /** The way into the call, or why there is none: each keeps the room of both, and nothing moves when the hour strikes. */
  #action(state: Extract<BalcaoState, { kind: 'undetermined' | 'closed' | 'opening-soon' | 'open' }>): TemplateResult {
    const { t } = this;
    const { meio, problema } = state.unit;
    if (!meio) return html`<p>${t(problema ? 'balcao.sem-video-agora' : 'balcao.sem-video')}</p>`;
    const open = state.kind === 'open';
    return html`<div class="acao ${open ? '' : 'fechada'}">
      ${meio.kind === 'destino'
        ? html`<div class=${open ? '' : 'reserva'} ?inert=${!open}>
            ${destinoLink(
              meio.destino,
              meio.destino.provider === 'whatsapp'
                ? t('balcao.chamar-whatsapp')
                : meio.destino.nome
                  ? t('balcao.chamar-link-nome', { nome: meio.destino.nome })
                  : t('balcao.chamar-link'),
              t,
              (event) => {
                if (!this.#ligar()) event.preventDefault();
              },
            )}
          </div>`
        : html`<form class=${open ? '' : 'reserva'} ?inert=${!open} @submit=${this.#onSubmit}>
            ${this.#balcao.comFila(state.unit)
              ? nothing
              : html`<div>
                  <label for="nome">${t('balcao.nome')} <span>(${t('comum.opcional')})</span></label>
                  <input
                    id="nome"
                    type="text"
                    maxlength="60"
                    autocomplete="name"
                    .value=${this.chamarPor}
                    @input=${(event: Event) => (this.chamarPor = (event.target as HTMLInputElement).value)}
                  />
                </div>`}
            <button type="submit" class="primario grande" @pointerenter=${this.#onIntent} @pointerdown=${this.#onIntent} @focus=${this.#onIntent}>
              ${t('balcao.chamar')}
            </button>
          </form>`}
      <p class="vazio ${open ? 'reserva' : ''}">${t(state.unit.canais.length > 0 ? 'balcao.fechado-acao' : 'balcao.fechado-acao-sem-canais')}</p>
    </div>
    <p class="discreto">${t('balcao.so-horario')} ${meio.kind === 'sala' ? t('balcao.sem-agendar') : nothing}</p>`;
  }

  readonly #onIntent = (): void => {
    const { state } = this.#balcao;
    // Where people wait for their turn, the call is far; what they are asked first is not.
    if ('unit' in state && this.#balcao.comFila(state.unit)) codigoDaFila().catch(() => undefined);
    else this.#balcao.intent();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#ligar();
  };
}

/** State of a counter as the page is told of it. */
export type BalcaoEstado = BalcaoState['kind'] | FilaKind;

/** What a press asks of the queue. */
type Ato = Parameters<Espera['fazer']>[0];

/** Everything of the way through a queue. */
const codigoDaFila = async (): Promise<typeof Espera> => (await import('./espera.ts')).Espera;

const isCall = (state: BalcaoState): boolean => isHolding(state) || isOver(state);
