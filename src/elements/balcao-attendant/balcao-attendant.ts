import { html, nothing, type TemplateResult } from 'lit';
import { localPreferences, type Preferences } from '../../adapters/preferences/local.ts';
import { AttendanceController } from '../../controllers/attendance.controller.ts';
import { inHand, isDesk, type AttendanceFocus, type AttendanceState, type Desk } from '../../controllers/attendance.machine.ts';
import { atendente } from '../../i18n/pt-br/atendente.ts';
import type { Messages, Translate } from '../../i18n/translate.ts';
import { base } from '../_base/base.styles.ts';
import { fieldStyles } from '../_base/field.styles.ts';
import { notice } from '../_base/notice.ts';
import { StaffElement } from '../_base/staff-element.ts';
import { atalho } from './atalhos.ts';
import { AtrioAtendimentoAcessoEvent, AtrioAtendimentoEstadoEvent } from './balcao-attendant.events.ts';
import { styles } from './balcao-attendant.styles.ts';
import { botao } from './botao.ts';
import { renderMesa } from './mesa.ts';
import type { Paineis } from './paineis.ts';
import type { MesaView } from './view.ts';

export * from './balcao-attendant.events.ts';

type Late = typeof import('./paineis.ts');

/**
 * The desk of who attends at the virtual counter, for the court's intranet: the queue of each of the attendant's units, the ticket in hand, the call beside it,
 * notes, transfer, invitation, appointment and end. Works by keyboard alone.
 *
 * Needs a backend of the contract with the staff's sign-in configured. The access token comes from the page (`token`), or from a sign-in of its own by
 * authorization code and PKCE (`issuer`, `client-id`).
 *
 * @tagname balcao-attendant
 *
 * @attr {string} issuer - Issuer of the sign-in, exactly as its discovery document says it. With `client-id`, the element signs in by itself.
 * @attr {string} client-id - Public client at the issuer.
 * @attr {string} scope - What is asked for. Default `openid`.
 * @attr {string} redirect-uri - Where the sign-in comes back to. Default the page itself, without query and hash.
 * @attr {string} prompt - `login` asks for the password at every sign-in: for shared computers. Default: the issuer decides.
 * @attr {string} tribunal - Address of the court file. Default: the script tag's `data-tribunal`.
 * @attr {string} backend - Address of the backend. Default: the script tag's, or the court file's.
 * @attr {'light'|'dark'|'auto'|'contrast'} theme - Colours. Default `light`.
 * @attr {boolean} debug - Shows in place what is wrong with the configuration.
 *
 * @fires {AtrioAtendimentoEstadoEvent} atrio-atendimento-estado - The desk changed its state.
 * @fires {AtrioAtendimentoAcessoEvent} atrio-atendimento-acesso - The page has to set `token` (again).
 *
 * @slot - Shown until the element can be used.
 *
 * @csspart painel - The whole element.
 * @csspart titulo - Its heading.
 * @csspart avisos - What has to be known first.
 * @csspart balcoes - The units of the attendant.
 * @csspart balcao - The counter that is looked at.
 * @csspart senha - The ticket in hand.
 * @csspart sigilo - Who the person is, under sigilo.
 * @csspart sala - The call.
 * @csspart notas - The notes.
 * @csspart formulario - What is open: pause, transfer, invitation, appointment, end.
 * @csspart fila - The queue.
 * @csspart aviso - A notice.
 */
export class BalcaoAttendant extends StaffElement {
  static override styles = [base, fieldStyles, styles];

  protected messages: Messages = atendente;
  /** What is chosen for this browser; tests set their own. */
  preferences: Preferences = localPreferences();

  #late: Late | undefined;
  #paineis: Paineis | undefined;
  #loading: Promise<void> | undefined;
  #said = '';
  #title: string | undefined;

  readonly desk: AttendanceController = new AttendanceController(this, {
    ...this.staff,
    titulo: (unidade) => (this.t as Translate)('atendente.sala-quadro', { unidade }),
    focar: (em) => void this.#focus(em),
    chegaram: (quantas, total) => this.#arrived(quantas, total),
    mudou: (antes, agora) => this.#changed(antes, agora),
    faltaAcesso: () => this.dispatchEvent(new AtrioAtendimentoAcessoEvent()),
  });

  readonly #keys = (event: KeyboardEvent): void => {
    if (this.#atalhos && isDesk(this.desk.state)) atalho(event, this);
  };

  get #atalhos(): boolean {
    return this.preferences.get('atendimento.atalhos') !== 'nao';
  }

  get #som(): boolean {
    return this.preferences.get('atendimento.som') === 'sim';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
    this.#retitle(0);
  }

  protected renderCourt(): unknown {
    const t = this.t as Translate;
    const { state } = this.desk;
    if (!this.court.backendUrl) return this.renderNoBackend({ titulo: t('atendente.sem-servidor'), texto: t('atendente.sem-servidor-dica') });
    const inside = isDesk(state);
    const nome = inside || state.kind === 'no-units' ? state.eu : '';
    return html`<div class="painel console" part="painel">
        <header>
          <h2 part="titulo" tabindex="-1">${t('atendente.titulo')}</h2>
          ${nome ? html`<p class="eu">${nome}</p>` : nothing}
          <div class="acoes">
            ${inside ? botao({ id: 'acao-ajuda', texto: t('atendente.ajustes'), atalhos: this.#atalhos, fazer: () => this.#help() }) : nothing}
            ${nome && this.issuer ? html`<button type="button" id="sair" @click=${() => this.desk.send({ type: 'leave' })}>${t('atendente.sair')}</button>` : nothing}
          </div>
        </header>
        ${inside ? renderMesa(this.#view(state)) : this.#renderOutside(state)}
        <p class="oculto-visual" role="status">${this.#said}</p>
      </div>
      ${inside ? html`<dialog aria-labelledby="ajuda-titulo" @close=${() => this.renderRoot.querySelector<HTMLElement>('#acao-ajuda')?.focus()}>${this.#renderHelp()}</dialog>` : nothing}`;
  }

  #view(state: Desk): MesaView {
    const view: MesaView = {
      t: this.t,
      state,
      now: this.ports.clock.now(),
      atalhos: this.#atalhos,
      roomHref: this.desk.roomHref,
      painel: nothing,
      send: (event) => this.desk.send(event),
      act: (ato) => this.desk.act(ato),
      entrarDeNovo: () => void this.desk.signInAgain(),
    };
    // What is closed is told too, so that nothing typed in it is there the next time.
    if (this.#paineis) view.painel = this.#paineis.render(view);
    else if (state.painel) view.painel = this.#renderFalta();
    return view;
  }

  #renderOutside(state: Exclude<AttendanceState, Desk>): TemplateResult {
    const t = this.t as Translate;
    const { desk } = this;
    const press = (texto: string, fazer: () => void): TemplateResult => html`<p><button type="button" class="primario" id="entrada" @click=${fazer}>${texto}</button></p>`;
    const enter = (texto = t('atendente.entrar')): TemplateResult => press(texto, () => desk.send({ type: 'sign-in' }));
    const again = (): TemplateResult => press(t('comum.tentar-de-novo'), () => desk.send({ type: 'retry' }));
    switch (state.kind) {
      case 'signed-out': {
        const { motivo } = state;
        const why = motivo === 'inicio' ? nothing : notice(motivo === 'saiu' ? 'info' : 'erro', { texto: t(`atendente.fora.${motivo}`) });
        return html`<div class="pilha">${why} <p>${t(this.issuer ? 'atendente.fora' : 'atendente.fora-pagina')}</p>${this.issuer ? enter() : nothing}</div>`;
      }
      case 'entering':
        return html`<p role="status">${t('atendente.entrando')}</p>`;
      case 'refused':
        return html`<div class="pilha">
          ${notice('erro', { titulo: t('atendente.recusado'), texto: html`<p>${state.texto}</p><p>${t('atendente.recusado-dica')}</p>` })}
          ${this.issuer ? press(t('atendente.entrar-outra'), () => desk.send({ type: 'leave' })) : again()}
        </div>`;
      case 'failed':
        return html`<div class="pilha">${notice('alerta', { texto: t(`atendente.falhou.${state.motivo}`) })} ${again()}</div>`;
      case 'no-units':
        return html`<div class="pilha">${notice('alerta', { titulo: t('atendente.sem-unidades'), texto: t('atendente.sem-unidades-dica') })} ${again()}</div>`;
    }
  }

  /** Stands in for what is opened on the desk while its code is on its way, or when it did not come. */
  #renderFalta(): TemplateResult {
    const t = this.t as Translate;
    if (this.#loading) return html`<p role="status">${t('comum.carregando')}</p>`;
    return html`<p role="alert">${t('comum.falha-dados')}</p>
      <p><button type="button" @click=${() => void this.#focus({ onde: 'painel' })}>${t('comum.tentar-de-novo')}</button></p>`;
  }

  #renderHelp(): unknown {
    if (!this.#late) return html`<div id="ajuda-titulo">${this.#renderFalta()}</div><form method="dialog"><button>${(this.t as Translate)('atendente.falha.fechar')}</button></form>`;
    const set = (key: string, on: boolean, byDefault: boolean): void => {
      this.preferences.set(key, on === byDefault ? null : on ? 'sim' : 'nao');
      this.requestUpdate();
      this.#retitle();
    };
    return this.#late.renderAjuda({
      t: this.t,
      atalhos: this.#atalhos,
      som: this.#som,
      onAtalhos: (on) => set('atendimento.atalhos', on, true),
      onSom: (on) => {
        set('atendimento.som', on, false);
        // Within the press: browsers let a page sound only after one.
        if (on) void import('../../adapters/aviso/toque.ts').then(({ toque }) => toque(), () => undefined);
      },
      fechar: () => this.renderRoot.querySelector('dialog')?.close(),
    });
  }

  #help(): void {
    void this.#loadLate();
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  /** What is opened on the desk: asked for as soon as somebody is at it. */
  #loadLate(): Promise<void> {
    this.#loading ??= import('./paineis.ts').then(
      (late) => {
        this.#late = late;
        this.messages = { ...this.messages, ...late.textos };
        this.addStyles(late.paineisStyles);
        this.#paineis = new late.Paineis({ booking: () => this.ports.booking(this.court.backendUrl ?? ''), update: () => this.requestUpdate() });
        this.requestUpdate();
      },
      () => {
        this.#loading = undefined;
        this.requestUpdate();
      },
    );
    this.requestUpdate();
    return this.#loading;
  }

  async #focus(em: AttendanceFocus): Promise<void> {
    // Who comes from elsewhere on the page is not pulled in when the desk opens.
    if (em.onde === 'inicio' && document.activeElement !== this) return;
    if (em.onde === 'painel') await this.#loadLate();
    await this.updateComplete;
    const first = (...ids: string[]): HTMLElement | null => ids.map((id) => this.renderRoot.querySelector<HTMLElement>(id)).find((found) => found !== null) ?? null;
    const target = {
      inicio: () => first('#acao-chamar', '#senha-titulo', '#fila-titulo', 'h2'),
      proximo: () => first('#acao-chamar', '#fila-titulo'),
      senha: () => first('#senha-titulo', '#fila-titulo'),
      falha: () => first('#falha'),
      painel: () => first('.formulario [data-foco]', '#formulario-titulo'),
      acesso: () => first('#acesso'),
      // Out of a room that closed by itself, unless the person is elsewhere.
      sala: () => first('#sala-titulo') ?? (document.activeElement === document.body ? first('#senha-titulo', '#fila-titulo') : null),
      entrada: () => first('#entrada'),
      acao: () => first(`#acao-${'painel' in em ? em.painel : ''}`, '#senha-titulo', '#fila-titulo'),
    }[em.onde]();
    target?.focus();
  }

  #say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }

  #changed(antes: AttendanceState, agora: AttendanceState): void {
    if (isDesk(agora)) {
      const t = this.t as Translate;
      if (!isDesk(antes)) void this.#loadLate();
      else if (agora.feito && agora.feito !== antes.feito) {
        const senha = inHand(agora)?.senha ?? inHand(antes)?.senha ?? '';
        this.#say(agora.feito === 'chamar' && !inHand(agora) ? t('atendente.chamar-ninguem') : t(`atendente.feito.${agora.feito}`, { senha }));
      } else if (antes.rede === 'sem-rede' && agora.rede && agora.rede !== 'sem-rede') this.#say(t('atendente.rede.voltou'));
      else if (agora.rede === 'sem-rede' && antes.rede !== 'sem-rede') this.#say(t('atendente.rede.sem-rede'));
      else if (agora.falha && agora.falha !== antes.falha && agora.falha.motivo === 'recusa') this.#say(agora.falha.texto);
    } else this.#said = agora.kind === 'signed-out' && agora.motivo !== 'inicio' ? (this.t as Translate)(`atendente.fora.${agora.motivo}`) : '';
    this.#retitle();
    if (antes.kind !== agora.kind) this.dispatchEvent(new AtrioAtendimentoEstadoEvent(isDesk(agora) ? agora.unidadeId : null, agora.kind, antes.kind));
  }

  #arrived(quantas: number, total: number): void {
    const t = this.t as Translate;
    this.#say(quantas === 1 ? t('atendente.chegou.uma', { total }) : t('atendente.chegou.varias', { n: quantas, total }));
    if (this.#som && this.desk.state.kind === 'idle') void import('../../adapters/aviso/toque.ts').then(({ toque }) => toque(), () => undefined);
  }

  /** People who wait while the desk is free, before the title of the page. */
  #retitle(waiting?: number): void {
    const { state } = this.desk;
    const n = waiting ?? (this.#som && state.kind === 'idle' ? (state.fila?.balcao.aguardando ?? 0) : 0);
    if (this.#title !== undefined && document.title.endsWith(this.#title)) document.title = this.#title;
    this.#title = undefined;
    if (n === 0) return;
    this.#title = document.title;
    document.title = `(${n}) ${this.#title}`;
  }
}


declare global {
  interface HTMLElementTagNameMap {
    'balcao-attendant': BalcaoAttendant;
  }
}
