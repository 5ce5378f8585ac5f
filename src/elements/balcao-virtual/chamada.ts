import { html, nothing, type TemplateResult } from 'lit';
import { isFramed, type BalcaoState } from '../../controllers/balcao.machine.ts';
import type { Balcao, Destino } from '../../domain/channels/balcao.ts';
import type { balcao } from '../../i18n/pt-br/balcao.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderCanais } from '../_base/canais.ts';
import { notice } from '../_base/notice.ts';

/** What the call's templates take from the element. */
export interface ChamadaView {
  t: Translate<keyof typeof balcao>;
  /** Address of the room in another tab, or null. */
  roomHref: string | null;
  ligar(): void;
  sair(): void;
  voltar(): void;
  seguir(href: string | null): void;
}

type InCall = Extract<BalcaoState, { call: unknown }>;
type Over = Extract<BalcaoState, { kind: 'ended' | 'fallback' }>;

const newTab = (view: ChamadaView): TemplateResult => html`<span class="oculto-visual"> (${view.t('comum.nova-aba')})</span>`;

/** Link to the room's own address. */
const outraAba = (view: ChamadaView): TemplateResult | typeof nothing =>
  view.roomHref
    ? html`<a class="botao" href=${view.roomHref} target="_blank" rel="noopener noreferrer" @click=${() => view.seguir(view.roomHref)}
        >${view.t('balcao.outra-aba')}${newTab(view)}</a
      >`
    : nothing;

/** Button that leads out of the page. */
export const destinoLink = (destino: Destino, label: string, view: ChamadaView, onClick: (event: Event) => void): TemplateResult =>
  html`<a class="botao primario grande" href=${destino.href} target="_blank" rel="noopener noreferrer" @click=${onClick}>${label}${newTab(view)}</a>`;

/** The stage while a call is prepared or held: its frame keeps the same room from the first moment to the last. */
export function renderChamada(state: InCall, view: ChamadaView): TemplateResult {
  const { t } = view;
  const framed = isFramed(state);
  return html`<div class="palco" part="palco">
    <div class="sala" part="sala">
      <div class="quadro"></div>
      ${state.kind === 'link-ready'
        ? html`<div class="espera">
            ${destinoLink(state.destino, t(state.destino.provider === 'whatsapp' ? 'balcao.chamar-whatsapp' : 'balcao.chamar-link'), view, () => view.seguir(null))}
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
export function renderDepois(state: Over, view: ChamadaView): TemplateResult {
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
      ${failed ? renderCanais(unit.canais, { t, aberto: open }) : nothing}
    </div>
  </div>`;
}

/** After the person was led out of the page. Nobody here knows whether they arrived. */
export function renderEncaminhado(state: Extract<BalcaoState, { kind: 'handed-over' }>, view: ChamadaView): TemplateResult {
  const { t } = view;
  return html`<div class="acoes">
    ${destinoLink(state.destino, t('balcao.abrir-de-novo'), view, () => undefined)}
    <button type="button" @click=${() => view.voltar()}>${t('balcao.voltar')}</button>
  </div>`;
}

/** Where petitions go, said before any call (Res. CNJ 372/2021, art. 4, sole §). */
export const renderPeticoes = ({ peticionamento }: Balcao, { t }: Pick<ChamadaView, 't'>): TemplateResult =>
  notice('info', {
    texto: peticionamento
      ? html`<p>${t('balcao.peticoes')} ${t('balcao.peticoes-onde')} <a href=${peticionamento}>${t('balcao.peticoes-link')}</a>.</p>`
      : `${t('balcao.peticoes')} ${t('balcao.peticoes-sem-link')}`,
  });
