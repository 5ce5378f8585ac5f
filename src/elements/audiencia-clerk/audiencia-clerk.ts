import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadZoneRules } from '../../adapters/clock/load-zone-rules.ts';
import { MesaController } from '../../controllers/audiencia-mesa.controller.ts';
import { chaveDoPainel, naMesa, type MesaEffect, type MesaState, type NaMesa } from '../../controllers/audiencia-mesa.machine.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import { audienciaMesa } from '../../i18n/pt-br/audiencia-mesa.ts';
import { audienciaPapeis } from '../../i18n/pt-br/audiencia-papeis.ts';
import type { Messages, Translate } from '../../i18n/translate.ts';
import { base } from '../_base/base.styles.ts';
import { fieldStyles } from '../_base/field.styles.ts';
import { notice } from '../_base/notice.ts';
import { StaffElement } from '../_base/staff-element.ts';
import { AtrioAudienciaAcessoEvent, AtrioAudienciaMesaEvent } from './audiencia-clerk.events.ts';
import { styles } from './audiencia-clerk.styles.ts';
import { renderAudiencia, renderLista } from './mesa.ts';
import { comoEsta, devolver } from './paineis.ts';
import type { MesaView } from './view.ts';

export * from './audiencia-clerk.events.ts';

/**
 * The desk of who conducts hearings by videoconference, for the court's intranet: the judge, and the clerk for the judge (Resolução CNJ 105/2010, art. 3, § 2). Schedules,
 * invites by role, lets people in, calls witnesses, opens the reserved interview, marks the recording and its index, ends with the term.
 *
 * Needs a backend of the contract with the staff's sign-in configured, and the role `juiz` or `audiencia`. The access token comes from the page (`token`), or from a
 * sign-in of its own by authorization code and PKCE (`issuer`, `client-id`).
 *
 * @tagname audiencia-clerk
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
 * @fires {AtrioAudienciaMesaEvent} atrio-audiencia-mesa - The desk changed its state.
 * @fires {AtrioAudienciaAcessoEvent} atrio-audiencia-acesso - The page has to set `token` (again).
 *
 * @slot - Shown until the element can be used.
 *
 * @csspart painel - The whole element.
 * @csspart titulo - Its heading.
 * @csspart lista - The hearings.
 * @csspart atos - What may be done with the hearing now.
 * @csspart formulario - What is open: schedule, invitation, suspension, end.
 * @csspart mostra - An invitation or a code, shown once.
 * @csspart pessoas - Who takes part.
 * @csspart sala - The hearing's room.
 * @csspart termo - The term of what happened.
 * @csspart aviso - A notice.
 */
export class AudienciaClerk extends StaffElement {
  static override styles = [base, fieldStyles, styles];

  protected messages: Messages = { ...audienciaMesa, ...audienciaPapeis };

  #rules: ZoneRules | null = null;
  #said = '';
  /** Whom the act that was done last was about. */
  #pessoa = '';
  #copiado: boolean | null = null;
  /** What is typed in panels that were closed, by hearing, panel and person; in memory alone, until it is sent or the account leaves. */
  readonly #digitado = new Map<string, FormData>();
  #formulario: HTMLFormElement | null = null;
  /** What was in it when it opened, which may not be so any more when it opens again. */
  #intacto: string | null = null;
  #termo: { of: string; url: string } | null = null;

  readonly mesa: MesaController = new MesaController(this, {
    ...this.staff,
    titulo: (ato) => (this.t as Translate)('mesa.quadro', { ato }),
    focar: (onde) => void this.#focus(onde),
    mudou: (antes, agora) => this.#changed(antes, agora),
    faltaAcesso: () => this.dispatchEvent(new AtrioAudienciaAcessoEvent()),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    loadZoneRules().then(
      (rules) => {
        this.#rules = rules;
        this.requestUpdate();
      },
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected renderCourt(): unknown {
    const t = this.t as Translate;
    if (!this.court.backendUrl) return this.renderNoBackend({ texto: t('mesa.falhou.servidor') });
    const { state } = this.mesa;
    const inside = naMesa(state);
    return html`<div class="painel console" part="painel">
      <header>
        <h2 part="titulo" tabindex="-1">${t('mesa.titulo')}</h2>
        ${state.kind === 'hearing' ? html`<p class="eu">${state.audiencia.eu.nome}</p>` : nothing}
        ${inside && this.issuer ? html`<button type="button" class="texto" data-acao="sair-conta" @click=${() => this.mesa.send({ type: 'sign-out' })}>${t('mesa.sair-conta')}</button>` : nothing}
      </header>
      ${inside ? this.#renderDesk(state) : this.#renderOutside(state)}
      <p class="oculto-visual" role="status">${this.#said}</p>
    </div>`;
  }

  #renderDesk(state: NaMesa): TemplateResult {
    const t = this.t as Translate;
    const view: MesaView = {
      t,
      tribunal: this.court.tribunal,
      rules: this.#rules,
      now: this.ports.clock.now(),
      roomHref: this.mesa.roomHref,
      copiado: this.#copiado,
      termoHref: this.#termo?.url ?? null,
      send: (event) => this.mesa.send(event),
      act: (ato) => this.mesa.act(ato),
      schedule: (corpo) => this.mesa.schedule(corpo),
      enter: () => this.mesa.enter(),
      copiar: (texto) => void this.#copy(texto),
    };
    return html`${state.acesso === 'vencido'
      ? notice('erro', {
          titulo: t('mesa.vencido'),
          texto: html`<p><button type="button" class="primario" data-acao="entrar-de-novo" @click=${() => void this.mesa.signInAgain()}>${t('mesa.entrar-conta')}</button></p>`,
        })
      : nothing}
    ${state.kind === 'hearing' ? renderAudiencia(state, view) : renderLista(state, view)}`;
  }

  #renderOutside(state: Exclude<MesaState, NaMesa>): TemplateResult {
    const t = this.t as Translate;
    const { mesa } = this;
    const again = (): TemplateResult => html`<p><button type="button" class="primario" data-acao="entrar" @click=${() => mesa.send({ type: 'begin' })}>${t('comum.tentar-de-novo')}</button></p>`;
    switch (state.kind) {
      case 'signed-out':
        return html`<div class="pilha">
          ${state.motivo === 'inicio' ? nothing : notice(state.motivo === 'saiu' ? 'info' : 'erro', { texto: t(`mesa.fora.${state.motivo}`) })}
          <p>${t(this.issuer ? 'mesa.fora' : 'mesa.fora-pagina')}</p>
          ${this.issuer ? html`<p><button type="button" class="primario" data-acao="entrar" @click=${() => mesa.send({ type: 'sign-in' })}>${t('mesa.entrar-conta')}</button></p>` : nothing}
        </div>`;
      case 'entering':
        return html`<p role="status">${t('mesa.entrando')}</p>`;
      case 'refused':
        return html`<div class="pilha">
          ${notice('erro', { texto: html`<p>${state.texto}</p><p>${t('mesa.recusado-dica')}</p>` })}
          ${this.issuer ? html`<p><button type="button" data-acao="sair-conta" @click=${() => mesa.send({ type: 'sign-out' })}>${t('mesa.sair-conta')}</button></p>` : again()}
        </div>`;
      case 'failed':
        return html`<div class="pilha">${notice('alerta', { texto: t(`mesa.falhou.${state.motivo}`) })} ${again()}</div>`;
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const form = this.renderRoot.querySelector<HTMLFormElement>('.formulario');
    if (form === this.#formulario) return;
    this.#formulario = form;
    this.#intacto = form && comoEsta(form);
    const digitado = this.#digitado.get(chaveDoPainel(this.mesa.state) ?? '');
    if (form && digitado) devolver(form, digitado);
  }

  /** Keeps what is typed in a panel that closes, unless it closes because it was sent. */
  #keep(antes: MesaState, agora: MesaState): void {
    const chave = chaveDoPainel(antes);
    // The token of another person was put in place of the one before.
    const outra = antes.kind === 'hearing' && agora.kind === 'hearing' && antes.audiencia.eu.nome !== agora.audiencia.eu.nome;
    if (outra || !naMesa(agora)) return this.#digitado.clear();
    if (chave === null || chave === chaveDoPainel(agora)) return;
    if (naMesa(antes) && antes.emCurso?.fase === 'indo' && !agora.falha) this.#digitado.delete(chave);
    else if (this.#formulario && comoEsta(this.#formulario) !== this.#intacto) this.#digitado.set(chave, new FormData(this.#formulario));
    else this.#digitado.delete(chave);
  }

  #changed(antes: MesaState, agora: MesaState): void {
    const t = this.t as Translate;
    this.#keep(antes, agora);
    if (naMesa(antes) && naMesa(agora)) {
      if (agora.falha && agora.falha !== antes.falha) this.#said = agora.falha.motivo === 'recusa' ? agora.falha.texto : t(`mesa.falha.${agora.falha.motivo}`);
      else if (antes.emCurso?.fase === 'indo' && !agora.emCurso) {
        const { pedido } = antes.emCurso;
        this.#said = t('mesa.feito');
        this.#pessoa = pedido.que !== 'ato' ? '' : 'participanteId' in pedido.ato ? pedido.ato.participanteId : 'de' in pedido.ato ? pedido.ato.de : '';
      }
      // What is done twice is told twice.
      else if (agora.emCurso && !antes.emCurso) this.#said = '';
      else if (agora.kind === 'hearing' && antes.kind === 'hearing') {
        const arrived = agora.audiencia.participantes.find((p) => p.estado === 'na-espera' && antes.audiencia.participantes.some((q) => q.id === p.id && q.estado === 'convidado'));
        if (arrived) this.#said = `${arrived.nome}: ${t('mesa.pessoa.na-espera')}`;
      }
    } else this.#said = agora.kind === 'signed-out' && agora.motivo !== 'inicio' ? t(`mesa.fora.${agora.motivo}`) : '';
    const shown = agora.kind === 'hearing' ? agora.mostra : null;
    if (shown !== (antes.kind === 'hearing' ? antes.mostra : null)) this.#copiado = null;
    const termo = agora.kind === 'hearing' && agora.termo && typeof agora.termo === 'object' ? agora.termo : null;
    if (termo && this.#termo?.of !== termo.id) {
      this.#forget();
      this.#termo = { of: termo.id, url: URL.createObjectURL(new Blob([termo.texto], { type: 'text/plain;charset=utf-8' })) };
    }
    const open = (state: MesaState): string | null => (state.kind === 'hearing' ? state.audiencia.id : null);
    if (antes.kind !== agora.kind || open(antes) !== open(agora)) this.dispatchEvent(new AtrioAudienciaMesaEvent(agora.kind, antes.kind, open(agora)));
  }

  async #copy(texto: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(texto);
      this.#copiado = true;
    } catch {
      this.#copiado = false;
    }
    this.requestUpdate();
  }

  #forget(): void {
    if (this.#termo) URL.revokeObjectURL(this.#termo.url);
    this.#termo = null;
  }

  async #focus(onde: Extract<MesaEffect, { kind: 'focus' }>['onde']): Promise<void> {
    // Who comes from elsewhere on the page is not pulled in when the desk opens; looked at before what was pressed goes.
    if (onde === 'titulo' && document.activeElement !== this) return;
    await this.updateComplete;
    const acoes = this.#pessoa ? `[data-pessoa="${this.#pessoa}"]` : '#audiencia-titulo';
    this.#pessoa = '';
    const target = { titulo: '#audiencia-titulo', painel: '#formulario-titulo', falha: '#falha', mostra: '#mostra', acoes, sala: '#sala-titulo', termo: '#termo-titulo', entrada: '[data-acao=entrar]' }[onde];
    // What was pressed is there still, or the person is elsewhere on the page: the focus stays.
    if ((onde === 'acoes' || onde === 'termo' || onde === 'entrada') && document.activeElement !== document.body) return;
    (this.renderRoot.querySelector<HTMLElement>(target) ?? this.renderRoot.querySelector('h2'))?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'audiencia-clerk': AudienciaClerk;
  }
}
