import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { loadZoneRules } from '../../adapters/clock/load-zone-rules.ts';
import { AudienciaController } from '../../controllers/audiencia.controller.ts';
import { temConvite, type AudienciaState } from '../../controllers/audiencia.machine.ts';
import { podeOutraAba } from '../../domain/audiencia/participante.machine.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import { audiencia } from '../../i18n/pt-br/audiencia.ts';
import { audienciaPapeis } from '../../i18n/pt-br/audiencia-papeis.ts';
import type { Messages, Translate } from '../../i18n/translate.ts';
import { AtrioElement } from '../_base/atrio-element.ts';
import { base } from '../_base/base.styles.ts';
import { heading } from '../_base/heading.ts';
import { notice } from '../_base/notice.ts';
import type { ParteTeste } from '../_base/teste.ts';
import { AtrioAudienciaEstadoEvent } from './audiencia-room.events.ts';
import { styles } from './audiencia-room.styles.ts';
import type { Quiosque } from './quiosque.ts';
import { convites, nomeDaSala, renderTela } from './telas.ts';
import type { AudienciaView } from './view.ts';

export * from './audiencia-room.events.ts';

/** Where a link carries the invitation: after the `#`, which no server sees. */
const NO_ENDERECO = /^#\/?(convite=)?([\w.~-]{22,400})$/;

/**
 * A hearing by videoconference for who was invited (Resolução CNJ 105/2010): what it is and when, the test of camera and sound, the waiting room, the room, and the
 * reserved interview of the accused with the defence. With `quiosque`, the screen of an equipped room of a forum (art. 4).
 *
 * The invitation is personal. It comes in the address of the page, after the `#`, or by `convite`.
 *
 * @tagname audiencia-room
 *
 * @attr {string} convite - Secret of the invitation. Default: what follows the `#` in the address of the page.
 * @attr {string} quiosque - Id of the equipped room, in the court file, that this screen stands in.
 * @attr {number} nivel - Heading level. Default 2.
 * @attr {string} tribunal - Address of the court file. Default: the script tag's `data-tribunal`.
 * @attr {string} backend - Address of the backend. Default: the script tag's, or the court file's.
 * @attr {'light'|'dark'|'auto'|'contrast'} theme - Colours. Default `light`.
 * @attr {boolean} debug - Shows in place what is wrong with the configuration.
 *
 * @fires {AtrioAudienciaEstadoEvent} atrio-audiencia-estado - Where the person stands in the hearing changed.
 *
 * @slot - Shown until the element can be used, and where there is no invitation.
 *
 * @csspart painel - The whole element.
 * @csspart titulo - Its heading.
 * @csspart dados - What the hearing is: hour, place, case, who comes.
 * @csspart preparar - What is asked of who comes.
 * @csspart espera - The waiting room.
 * @csspart reservadas - Reserved rooms that are open.
 * @csspart palco - The room with what is around it.
 * @csspart gravacao - Whether it is being recorded.
 * @csspart sala - The call.
 * @csspart aviso - A notice.
 */
export class AudienciaRoom extends AtrioElement {
  static override styles = [base, styles];

  /** Secret of the invitation. */
  @property() convite: string | undefined;
  /** Id of the equipped room that this screen stands in. */
  @property() quiosque: string | undefined;
  /** Heading level. */
  @property({ type: Number }) nivel = 2;

  protected messages: Messages = { ...audiencia, ...audienciaPapeis };

  #rules: ZoneRules | null = null;
  #teste: ParteTeste | null = null;
  #tela: Quiosque | null = null;
  #ics: { url: string; of: string } | null = null;
  #said = '';
  #warned = false;

  readonly sala: AudienciaController = new AudienciaController(this, {
    backendUrl: () => this.court.backendUrl,
    tribunal: () => this.court.tribunal,
    lang: () => this.lang || 'pt-BR',
    convite: () => this.#convite,
    titulo: (onde) => {
      const { state } = this.sala;
      const t = this.t as Translate;
      return t('audiencia.quadro', { sala: temConvite(state) ? nomeDaSala(onde, state, { t }) : t(`audiencia.sala.${onde.sala}`) });
    },
    quadro: async () => {
      await this.updateComplete;
      return this.renderRoot.querySelector<HTMLElement>('.quadro');
    },
    focar: () => void this.#focus(),
    chamar: () => void import('../../adapters/aviso/toque.ts').then(({ toque }) => toque(), () => undefined),
    mudou: (antes, agora) => this.#changed(antes, agora),
  });

  /** Invitation that the address had last. Another anchor of the page, as a skip link's, takes none away; without its name, it is one only while there is none. */
  #doEndereco: string | null = null;
  readonly #moved = (): void => {
    const [, nome, convite] = NO_ENDERECO.exec(location.hash) ?? [];
    if (convite && (nome || !this.#doEndereco)) this.#doEndereco = convite;
    this.requestUpdate();
  };

  /** The invitation of now: on the screen of an equipped room, that of the visit alone. */
  get #convite(): string | null {
    if (this.quiosque) return this.#tela?.convite ?? null;
    return this.convite || this.#doEndereco;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#moved);
    this.#moved();
    // Taken out of the page and put back.
    if (this.hasUpdated && this.quiosque) void this.#loadKiosk();
    loadZoneRules().then(
      (rules) => {
        this.#rules = rules;
        this.requestUpdate();
      },
      // The hour is read on the clock it was written in.
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#moved);
    // Put back, it reads the address again, which may be of somebody else by then.
    this.#doEndereco = null;
    this.#closeTest();
    this.#tela?.soltar();
    this.#tela = null;
    this.#forget();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('quiosque') && this.quiosque) void this.#loadKiosk();
    if (this.shadowRoot?.activeElement) this.#dentro = true;
  }

  /** The focus was here, as far as is known. */
  #dentro = false;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { kind } = this.sala.state;
    // Until the invitation is read there is nothing to go to.
    if (!this.#dentro || kind === 'testing' || (kind === 'opening' && this.#convite)) return;
    this.#dentro = false;
    // What had the focus went away, and nothing else took it.
    if (document.activeElement === document.body) void this.#focus();
  }

  protected renderCourt(): unknown {
    const t = this.t as Translate;
    if (!this.court.backendUrl) return this.#renderNoBackend();
    const { state } = this.sala;
    const kiosk = this.quiosque !== undefined;
    if (kiosk && !this.#tela) return html`<p class="painel">${t('comum.carregando')}</p>`;
    const idle = !this.#convite;
    const content = idle
      ? kiosk
        ? this.#tela!.render(this.#view())
        : html`${heading(this.nivel + 1, t('audiencia.convite.sem-convite'), 'subtitulo')}
            <p>${t('audiencia.convite.sem-convite-dica')}</p>
            <slot></slot>`
      : state.kind === 'testing'
        ? html`${convites(state, this.#view())} ${this.#teste?.render() ?? html`<p>${t('comum.carregando')}</p>`}`
        : renderTela(state, this.#view());
    const act = temConvite(state) && !idle ? state.situacao.audiencia : null;
    return html`<section class="painel audiencia ${kiosk ? 'quiosque' : ''}" part="painel" aria-labelledby="titulo">
      <header id="titulo">
        ${act ? html`<p class="sobretitulo">${act.unidade.nome}</p>` : nothing} ${heading(this.nivel, act?.ato ?? (kiosk && idle ? this.#tela!.titulo(t) : t('audiencia.titulo')), 'titulo')}
      </header>
      ${temConvite(state) && state.rede === 'sem-rede' && !idle ? notice('alerta', { texto: t('audiencia.sem-rede') }) : nothing}
      <div class="tela">${content}</div>
      ${kiosk && !idle ? this.#tela!.visita(this.#view()) : nothing}
      <p class="oculto-visual" role="status">${this.#said}</p>
    </section>`;
  }

  #view(): AudienciaView {
    const { state } = this.sala;
    return {
      t: this.t,
      nivel: this.nivel,
      rules: this.#rules,
      ics: this.quiosque === undefined ? (this.#ics?.url ?? null) : null,
      roomHref: this.quiosque === undefined && temConvite(state) && podeOutraAba(state.situacao.eu.papel) ? this.sala.roomHref : null,
      send: (event) => this.sala.send(event),
    };
  }

  #renderNoBackend(): TemplateResult {
    if (!this.#warned) {
      this.#warned = true;
      console.warn(`[Átrio] <${this.localName}>: nenhum backend configurado. Informe "backend" no arquivo do tribunal ou no elemento.`);
    }
    const t = this.t as Translate;
    return html`${notice('alerta', { titulo: t('audiencia.sem-servidor'), texto: t('audiencia.sem-servidor-dica') })}<slot></slot>`;
  }

  #changed(antes: AudienciaState, agora: AudienciaState): void {
    if (agora.kind === 'testing') void this.#openTest();
    else if (antes.kind === 'testing') this.#closeTest();
    this.#say(antes, agora);
    if (temConvite(agora)) void this.#makeIcs(agora.situacao.audiencia);
    this.#tela?.mudou(agora);
    if (antes.kind !== agora.kind) this.dispatchEvent(new AtrioAudienciaEstadoEvent(agora.kind, antes.kind));
  }

  /** What changed without the focus moving to it. */
  #say(antes: AudienciaState, agora: AudienciaState): void {
    const t = this.t as Translate;
    const before = temConvite(antes) ? antes.situacao : null;
    const now = temConvite(agora) ? agora.situacao : null;
    if (agora.kind === 'in-room' && before && now && before.audiencia.gravando !== now.audiencia.gravando) this.#said = t(now.audiencia.gravando ? 'audiencia.comecou-gravar' : 'audiencia.parou-gravar');
    else if (agora.kind === 'in-room' && now?.eu.depondo && !before?.eu.depondo) this.#said = t('audiencia.sua-vez');
    else if (agora.kind === 'in-room' && now?.audiencia.estado === 'suspensa' && before?.audiencia.estado !== 'suspensa') this.#said = t('audiencia.suspensa');
    else if (now && before && now.eu.salas.some((one, n) => one.sala !== 'audiencia' && one.aberta && !before.eu.salas[n]?.aberta)) this.#said = t('audiencia.reservada-aberta');
    else if (now && before && now.audiencia.remarcacoes > before.audiencia.remarcacoes) this.#said = t('audiencia.remarcada');
    // Where the screen is another, its heading has the focus and says it.
    else if (agora.kind !== antes.kind) this.#said = '';
    this.requestUpdate();
  }

  async #openTest(): Promise<void> {
    try {
      const { criarTeste } = await import('../_base/teste.ts');
      if (this.sala.state.kind !== 'testing' || this.#teste) return;
      const parte = criarTeste(
        {
          update: () => this.requestUpdate(),
          root: () => this.renderRoot,
          t: (key, params) => (this.t as Translate)(key, params),
          ports: this.ports,
          backendUrl: this.court.backendUrl,
          tribunal: this.court.tribunal,
          nivel: this.nivel + 1,
        },
        { pronto: ({ semVideo }) => this.sala.send({ type: 'tested', semVideo }), voltar: () => this.sala.send({ type: 'tested', semVideo: null }) },
      );
      this.messages = { ...this.messages, ...parte.textos };
      this.addStyles(parte.estilos);
      this.#teste = parte;
      this.requestUpdate();
      parte.focar();
    } catch {
      this.sala.send({ type: 'tested', semVideo: null });
    }
  }

  #closeTest(): void {
    const parte = this.#teste;
    this.#teste = null;
    parte?.soltar();
  }

  async #loadKiosk(): Promise<void> {
    try {
      const { Quiosque } = await import('./quiosque.ts');
      if (!this.isConnected) return;
      this.#tela?.soltar();
      this.#tela = new Quiosque({
        ports: this.ports,
        backendUrl: () => this.court.backendUrl,
        sala: () => this.quiosque ?? '',
        root: () => this.renderRoot,
        update: () => this.requestUpdate(),
        sair: () => this.sala.send({ type: 'end-visit' }),
      });
      this.messages = { ...this.messages, ...this.#tela.textos };
      this.addStyles(this.#tela.estilos);
      this.requestUpdate();
    } catch {
      // Without network yet: the court file's own retry brings an update, and this is tried again.
      setTimeout(() => void (this.isConnected && this.#loadKiosk()), 5000);
    }
  }

  /** The hearing as a calendar file; made again when it is moved. Never with the invitation in it: agendas are shared. */
  async #makeIcs(a: { id: string; inicio: string; fim: string; remarcacoes: number; estado: string; ato: string; unidade: { nome: string }; local: string | null }): Promise<void> {
    const of = `${a.id} ${a.inicio} ${a.estado}`;
    if (this.#ics?.of === of || this.quiosque !== undefined) return;
    this.#forget();
    this.#ics = null;
    if (a.estado !== 'agendada' && a.estado !== 'aberta') return;
    const t = this.t as Translate;
    try {
      const { compromissoIcs, TIPO_ICS } = await import('../../domain/agenda/ics.ts');
      const file = compromissoIcs(
        {
          protocolo: a.id,
          inicio: Date.parse(a.inicio),
          fim: Date.parse(a.fim),
          titulo: t('audiencia.ics-titulo', { ato: a.ato, unidade: a.unidade.nome }),
          descricao: t('audiencia.ics-texto'),
          ...(a.local ? { local: a.local } : {}),
          avisarMinutosAntes: [24 * 60, 30],
          mudancas: a.remarcacoes,
        },
        this.ports.clock.now(),
      );
      if (!this.isConnected) return;
      this.#forget();
      this.#ics = { of, url: URL.createObjectURL(new Blob([file], { type: TIPO_ICS })) };
      this.requestUpdate();
    } catch {
      // The hour is on the screen.
    }
  }

  #forget(): void {
    if (this.#ics) URL.revokeObjectURL(this.#ics.url);
    this.#ics = null;
  }

  async #focus(): Promise<void> {
    await this.updateComplete;
    if (this.sala.state.kind === 'testing') return this.#teste?.focar();
    (this.renderRoot.querySelector<HTMLElement>('.tela .subtitulo') ?? this.renderRoot.querySelector<HTMLElement>('.titulo'))?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'audiencia-room': AudienciaRoom;
  }
}
