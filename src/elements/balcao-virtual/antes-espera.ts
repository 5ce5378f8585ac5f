import { html, nothing, type TemplateResult } from 'lit';
import { notice } from '../_base/notice.ts';
import type { AntesView } from './antes.ts';
import { quando } from './quando.ts';

/** The ways to be served that need no waiting, where the unit has them. */
export function outrosCaminhos({ ctx, acoes, campos: { t } }: AntesView): TemplateResult | typeof nothing {
  const { mensagem, agenda } = ctx.resumo ?? {};
  if (!mensagem && !agenda) return nothing;
  return html`${agenda ? html`<button type="button" data-acao="agendar" @click=${() => acoes.agendar()}>${t('antes.agendar')}</button>` : nothing}
  ${mensagem ? html`<button type="button" data-acao="mensagem" @click=${() => acoes.mensagem()}>${t('antes.mensagem')}</button>` : nothing}`;
}

/** Minutes as people say them: `15 min`, `1 h 50 min`. */
function tempo(minutos: number): string {
  const hours = Math.floor(minutos / 60);
  const rest = minutos % 60;
  return [hours ? `${hours} h` : '', rest || !hours ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** True when the other ways are to be offered before the queue. */
export const melhorNaoEsperar = ({ ctx: { resumo } }: AntesView): boolean => Boolean(resumo && (resumo.lotada || resumo.pausa));

/** How long the wait is, as far as anybody knows, and why it is long (Portaria Conjunta TJRN 38/2021, art. 5, § 1). */
export function renderEspera(view: AntesView): TemplateResult | typeof nothing {
  const { ctx, campos } = view;
  const { t } = campos;
  const { resumo, rules, unit } = ctx;
  if (!resumo) return nothing;
  const { aguardando, estimativa, pausa, lotada, atendentes } = resumo;
  const fila = [
    aguardando === 0 ? t('antes.fila-vazia') : aguardando === 1 ? t('antes.fila-1') : t('antes.fila-n', { n: aguardando }),
    ...(estimativa && aguardando > 0 ? [t('antes.espera', { tempo: tempo(estimativa.minutos), base: estimativa.base })] : []),
    ...(atendentes === 0 && aguardando > 0 && !pausa ? [t('antes.sem-atendente')] : []),
  ].join(' ');
  if (!pausa && !lotada) return html`<p class="espera-agora">${fila}</p>`;
  const now = ctx.ports.clock.now();
  const volta = Date.parse(pausa?.ate ?? '');
  const ate = volta > now && rules ? quando(volta, now, (at) => rules.offsetAt(unit.agenda.timezone, at), t) : null;
  const ways = outrosCaminhos(view);
  return notice('alerta', {
    titulo: pausa ? t('antes.pausa', { motivo: pausa.motivo }) : t('antes.lotada'),
    texto: html`<p>${ate ? `${t('antes.pausa-ate', { quando: ate })} ` : nothing}${fila}</p>
      <p>${lotada ? t(ways === nothing ? 'antes.lotada-so-fila' : 'antes.lotada-dica') : t('antes.pausa-dica')}</p>
      ${ways === nothing ? nothing : html`<div class="acoes">${ways}</div>${lotada ? html`<p>${t('antes.lotada-fila')}</p>` : nothing}`}`,
  });
}
