import { html, nothing, type TemplateResult } from 'lit';
import { isFramed, isHolding, type BalcaoState } from '../../controllers/balcao.machine.ts';
import type { SituacaoFila } from '../../contract/fila.ts';
import type { Balcao } from '../../domain/channels/balcao.ts';
import type { balcao } from '../../i18n/pt-br/balcao.ts';
import { balcaoChamada } from '../../i18n/pt-br/balcao-chamada.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderCanais } from '../_base/canais.ts';
import { notice } from '../_base/notice.ts';
import { destinoLink, novaAba } from './destino.ts';
import { situacaoExpediente, type Contexto, type Situacao } from './situacao.ts';

/** The call's own words, for the element to add to its messages. */
export { balcaoChamada as textos };

/** Keys of every text that a call may show. */
export type TextosChamada = typeof balcao & typeof balcaoChamada;

/** What the call's templates take from the element. */
export interface ChamadaView {
  t: Translate<keyof TextosChamada>;
  /** Address of the room in another tab, or null. */
  roomHref: string | null;
  ligar(): void;
  sair(): void;
  voltar(): void;
  seguir(href: string | null): void;
  /** Buttons of the other ways to be served by the unit. */
  outros(unit: Balcao): unknown;
}

type InCall = Extract<BalcaoState, { call: unknown }>;
type Over = Extract<BalcaoState, { kind: 'ended' | 'fallback' }>;

/** What the status block says from the call on; null before it. */
export function situacaoChamada(state: BalcaoState, contexto: Omit<Contexto, 't'> & Pick<ChamadaView, 't'> & { atendente?: SituacaoFila['atendente'] }): Situacao | null {
  const { t, atendente } = contexto;
  const say = (tom: Situacao['tom'], titulo: string, ...linhas: string[]): Situacao => ({ tom, titulo, linhas });
  // A call that outlasts the hours goes on: say so.
  const extra = isHolding(state) && typeof state.hours !== 'string' && !state.hours.aberto ? [t('balcao.fechou-durante')] : [];
  switch (state.kind) {
    case 'preparing':
      return say('ativo', state.call.senha ? t('balcao.preparando-senha', { senha: state.call.senha }) : t('balcao.preparando'), ...extra);
    case 'loading':
      return say('ativo', t('balcao.carregando'), ...extra);
    case 'prejoin':
      return say('neutro', t('balcao.prejoin'), ...extra);
    case 'waiting':
      return say('ativo', t('balcao.espera'), ...extra);
    case 'joined':
      // First name, one surname and unit: all that is said of an attendant (Portaria TJRN 38/2021, art. 4, § 3).
      return say('bom', atendente ? t('balcao.dentro-com', atendente) : t('balcao.dentro'), ...extra);
    case 'reconnecting':
      return say('ativo', t('balcao.reconectando'), ...extra);
    case 'leaving':
      return say('ativo', t('balcao.saindo'));
    case 'link-ready':
      return say('neutro', state.call.senha ? t('balcao.pronto-senha', { senha: state.call.senha }) : t('balcao.pronto'), ...extra);
    case 'handed-over':
      return say('neutro', t(state.destino.provider === 'whatsapp' ? 'balcao.encaminhado-whatsapp' : 'balcao.encaminhado'), t('balcao.encaminhado-dica'));
    case 'ended':
    case 'fallback': {
      const hours = typeof state.hours === 'string' ? null : situacaoExpediente(state.hours, state.unit.agenda.timezone, contexto);
      // Who cannot call again is told when they can.
      const next = hours && hours.tom !== 'bom' ? [hours.titulo, ...hours.linhas] : [];
      if (state.kind === 'ended') return say('neutro', t(`balcao.fim-${state.motivo}`), ...next);
      // The court's own words when it gave some.
      const why = (state.motivo === 'recusada' && state.detalhe) || t(`balcao.falha.${state.motivo}`);
      // A backend that refuses for the hour while the page believes it is open knows better when it opens.
      const theirs = state.motivo === 'fora-do-horario' && next.length === 0 && state.detalhe ? [state.detalhe] : [];
      return say('ruim', t('balcao.falha'), why, ...next, ...theirs);
    }
    default:
      return null;
  }
}

/** What is shown from the call on, in place of the way into it. */
export function renderCorpo(state: BalcaoState, view: ChamadaView): unknown {
  if (state.kind === 'ended' || state.kind === 'fallback') return renderDepois(state, view);
  if (state.kind === 'handed-over') return renderEncaminhado(state, view);
  return isHolding(state) ? renderChamada(state, view) : nothing;
}

/** Link to the room's own address. */
const outraAba = (view: ChamadaView): TemplateResult | typeof nothing =>
  view.roomHref
    ? html`<a class="botao" href=${view.roomHref} target="_blank" rel="noopener noreferrer" @click=${() => view.seguir(view.roomHref)}
        >${view.t('balcao.outra-aba')}${novaAba(view.t)}</a
      >`
    : nothing;

/** The stage while a call is prepared or held: its frame keeps the same room from the first moment to the last. */
function renderChamada(state: InCall, view: ChamadaView): TemplateResult {
  const { t } = view;
  const framed = isFramed(state);
  return html`<div class="palco" part="palco">
    <div class="sala" part="sala">
      <div class="quadro"></div>
      ${state.kind === 'link-ready'
        ? html`<div class="espera">
            ${destinoLink(state.destino, t(state.destino.provider === 'whatsapp' ? 'balcao.chamar-whatsapp' : 'balcao.chamar-link'), view.t, () => view.seguir(null))}
          </div>`
        : nothing}
    </div>
    <div class="pilha-s">
      <div class="acoes">
        ${state.kind === 'leaving'
          ? nothing
          : html`<button type="button" class="perigo" @click=${() => view.sair()}>${t(framed ? 'balcao.sair' : 'balcao.cancelar')}</button>`}
        ${framed && state.kind !== 'leaving' ? outraAba(view) : nothing}
      </div>
      ${state.call.semDispositivo && state.kind !== 'leaving'
        ? notice('alerta', { titulo: t('balcao.sem-dispositivo'), texto: t('balcao.sem-dispositivo-dica') })
        : nothing}
    </div>
  </div>`;
}

/** After a call, or after it could not be had: the other channels at once, and the way back (Portaria Conjunta TJRN 38/2021, art. 5, § 4). */
function renderDepois(state: Over, view: ChamadaView): TemplateResult {
  const { t } = view;
  const { unit } = state;
  const open = typeof state.hours !== 'string' && state.hours.aberto;
  const again = open && unit.meio !== null && (state.kind === 'ended' || state.motivo !== 'configuracao');
  const failed = state.kind === 'fallback';
  const hint =
    unit.canais.length === 0
      ? 'balcao.falha-sem-canais'
      : failed && state.motivo === 'outra-chamada'
        ? 'balcao.falha.outra-chamada-dica'
        : again
          ? 'balcao.falha-dica-tentar'
          : 'balcao.falha-dica';
  return html`<div class="palco resto" part="palco">
    <div class="pilha">
      ${failed ? html`<p>${t(hint)}</p>` : nothing}
      <div class="acoes">
        ${again
          ? html`<button type="button" class="primario" @click=${() => view.ligar()}>
              ${t(failed ? 'comum.tentar-de-novo' : 'balcao.chamar-de-novo')}
            </button>`
          : nothing}
        ${failed ? outraAba(view) : nothing}
        <button type="button" @click=${() => view.voltar()}>${t('balcao.voltar')}</button>
      </div>
      ${failed ? view.outros(unit) : nothing} ${failed ? renderCanais(unit.canais, { t, aberto: open }) : nothing}
    </div>
  </div>`;
}

/** After the person was led out of the page. Nobody here knows whether they arrived. */
function renderEncaminhado(state: Extract<BalcaoState, { kind: 'handed-over' }>, view: ChamadaView): TemplateResult {
  const { t } = view;
  return html`<div class="acoes">
    ${destinoLink(state.destino, t('balcao.abrir-de-novo'), view.t, () => undefined)}
    <button type="button" @click=${() => view.voltar()}>${t('balcao.voltar')}</button>
  </div>`;
}
