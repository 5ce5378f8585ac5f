import { html, nothing, type TemplateResult } from 'lit';
import type { Caso, EventoCaso } from '../../contract/caso.ts';
import { dataPorExtenso, instanteCurto } from '../../i18n/pt-br/datas.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderPrazo } from '../_base/prazo.ts';

/** Who wrote: the role or the unit, never a person. */
const autor = (t: Translate, { autor: { papel, unidade } }: EventoCaso): string => unidade ?? t(`acompanhar.autor.${papel}`);

const evento = (t: Translate, item: EventoCaso): TemplateResult =>
  html`<li>
    <p><strong>${autor(t, item)}</strong> <span class="discreto">${instanteCurto(item.em)}</span></p>
    ${item.texto ? html`<p class="texto-evento">${item.texto}</p>` : nothing}
  </li>`;

/** A kind of remedy in words; the backend's own name when the kit has none. */
function remedio(t: Translate, { tipo, ate, base }: Caso['remedios'][number]): string {
  const key = `acompanhar.remedio.${tipo}`;
  const words = t(key);
  return t('acompanhar.remedio', { tipo: words === key ? tipo : words, data: dataPorExtenso(ate), base });
}

/** States in which the term of the answer no longer runs. */
const RESPONDIDOS: readonly Caso['estado'][] = ['respondida', 'devolvida', 'negada', 'parcial', 'recurso-1', 'recurso-2', 'encerrada'];

/** A case: its state in plain words, due date with the arithmetic, what can still be done, history (Lei 12.527/2011, art. 9; Res. 432/2021, art. 8). */
export function renderCaso(t: Translate, caso: Caso): TemplateResult {
  return html`<h2 tabindex="-1" data-foco="caso" part="titulo">${t(`acompanhar.caso.${caso.tipo}`, { protocolo: caso.protocolo })}</h2>
    <p>${t('acompanhar.registrado', { quando: instanteCurto(caso.registradoEm) })}</p>
    <section class="estado" part="estado" data-estado=${caso.estado}>
      <p class="discreto">${t('acompanhar.situacao')}</p>
      <p><strong>${t(`acompanhar.estado.${caso.estado}`)}</strong>${t(`acompanhar.explica.${caso.estado}`)}</p>
    </section>
    ${renderPrazo(t, caso.prazo, t(RESPONDIDOS.includes(caso.estado) ? 'acompanhar.prazo-era' : 'recibo.prazo', { data: dataPorExtenso(caso.prazo.vence) }))}
    ${caso.remedios.length > 0
      ? html`<section class="pilha-s" part="remedios">
          <h3>${t('acompanhar.remedios')}</h3>
          <ul class="lista">
            ${caso.remedios.map((item) => html`<li>${remedio(t, item)}</li>`)}
          </ul>
        </section>`
      : nothing}
    <section part="historico">
      <h3>${t('acompanhar.historico')}</h3>
      ${caso.eventos.length > 0
        ? html`<p class="discreto">${t('acompanhar.historico-dica')}</p>
            <ol class="historico" reversed>
              ${[...caso.eventos].reverse().map((item) => evento(t, item))}
            </ol>`
        : html`<p>${t('acompanhar.historico-vazio')}</p>`}
    </section>`;
}
