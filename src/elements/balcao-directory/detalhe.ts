import { html, nothing, type TemplateResult } from 'lit';
import { canalViews, type CanalView } from '../../domain/channels/channels.ts';
import type { UnidadeListada } from '../../domain/directory/unpack.ts';
import { describeWeek } from '../../domain/hours/describe.ts';
import type { HoursStatus } from '../../domain/hours/status.ts';
import { usualWeek } from '../../domain/hours/week.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import { fusoEmPalavras, quando } from '../../i18n/pt-br/quando.ts';
import { unidadesDetalhe } from '../../i18n/pt-br/unidades-detalhe.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderCanais } from '../_base/canais.ts';
import { canaisStyles } from '../_base/canais.styles.ts';
import { heading } from '../_base/heading.ts';
import { weekWords } from '../_base/week-words.ts';

export { canaisStyles, unidadesDetalhe as textos };

/** What one unfolded unit is shown with. */
export interface DetalheContext {
  t: Translate;
  /** Level of its headings. */
  nivel: number;
  now: number;
  rules: ZoneRules | null;
  status: HoursStatus | null | undefined;
  /** Milliseconds to add to UTC on the visitor's clock. */
  localOffset(instant: number): number;
  /** Before the person goes to the counter. */
  aoBalcao(event: Event): void;
  /** Address of this unit in this list. */
  link: string;
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Why the hours are not the usual ones. */
function motivo(t: Translate, status: HoursStatus | null | undefined): string | null {
  if (!status || status.kind === 'unknown' || !status.reason || (status.kind === 'open' && status.until === null)) return null;
  const { kind, name } = status.reason;
  if (kind === 'holiday' && name) return t('unidades.feriado', { nome: name });
  if (kind === 'recess') return t('unidades.recesso');
  if (kind === 'exceptional') return name ? t('unidades.especial-motivo', { nome: name }) : t('unidades.especial');
  return name ? t('unidades.motivo', { nome: name }) : null;
}

/** The next change on the visitor's own clock, when it shows another hour. */
function seuHorario({ t, status, now, rules, localOffset }: DetalheContext, timezone: string): string | null {
  const change = status?.kind === 'open' ? status.until : status?.kind === 'closed' ? status.opensAt : null;
  if (!rules || change === null || rules.offsetAt(timezone, change) === localOffset(change)) return null;
  const fechada = status?.kind === 'closed';
  return t(fechada ? 'unidades.seu-abre' : 'unidades.seu-fecha', { quando: quando(change, now, localOffset, t, fechada) });
}

function horario({ t, now, rules, nivel }: DetalheContext, { agenda }: UnidadeListada): TemplateResult | typeof nothing {
  const week = rules && usualWeek(agenda, now, rules);
  if (!week) return nothing;
  return html`<section part="horario">
    ${heading(nivel, t('unidades.horario'))}
    <ul>
      ${describeWeek(week, weekWords(t)).map(({ days, hours }) => html`<li class="linha">${upper(days)}: ${hours}</li>`)}
    </ul>
    <p class="discreto">${t('unidades.horario-fuso', { fuso: fusoEmPalavras(agenda.timezone, t) })}</p>
  </section>`;
}

/** The counter of the unit: its button, with the mention that service by video happens only in public hours (Res. CNJ 372/2021, art. 5). */
function balcao({ t, nivel, aoBalcao }: DetalheContext, { balcao: page, video, tipo }: UnidadeListada): TemplateResult {
  const href = safeUrl(page);
  if (!href || /^(mailto|tel):/.test(href)) return html`<p>${t(tipo === 'gabinete' ? 'unidades.gabinete' : 'unidades.sem-balcao')}</p>`;
  return html`<section class="pilha-s" part="balcao">
    ${heading(nivel, t('unidades.balcao'))}
    <p>${t(video ? 'unidades.so-horario' : 'unidades.sem-video')} ${t('unidades.peticoes')}</p>
    <p class="nao-imprimir"><a class="botao primario" href=${href} @click=${aoBalcao}>${t('unidades.balcao-ir')}</a></p>
  </section>`;
}

/**
 * One unit: hours, counter, telephones, e-mails and address together (Res. CNJ 372/2021, art. 5). Chambers say that they have no counter (art. 4, sole §).
 */
export function renderDetalhe(unidade: UnidadeListada, context: DetalheContext): TemplateResult {
  const { t, nivel, status, link } = context;
  const presencial: CanalView[] = unidade.endereco.length > 0 ? [{ tipo: 'presencial', rotulo: null, linhas: unidade.endereco, href: null, observacao: null, guarda: null }] : [];
  const canais = canalViews([...unidade.canais, ...presencial]);
  const agora = [motivo(t, status), seuHorario(context, unidade.agenda.timezone)].filter((line) => line !== null);
  return html`<div class="detalhe" part="detalhe">
    ${agora.length > 0 ? html`<p>${agora.join(' ')}</p>` : nothing} ${horario(context, unidade)} ${balcao(context, unidade)}
    ${canais.length > 0
      ? html`<section>
          ${heading(nivel, t('unidades.canais'))} ${renderCanais(canais, { t, aberto: status && status.kind !== 'unknown' ? status.kind === 'open' : null })}
        </section>`
      : nothing}
    <p class="nao-imprimir"><a href=${link}>${t('unidades.link')}<span class="oculto-visual">: ${unidade.nome}</span></a></p>
  </div>`;
}
