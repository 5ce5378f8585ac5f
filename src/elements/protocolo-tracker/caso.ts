import { html, nothing, type TemplateResult } from 'lit';
import type { Caso, EventoCaso } from '../../contract/caso.ts';
import { dataPorExtenso, instanteCurto } from '../../i18n/pt-br/datas.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderPrazo } from '../_base/prazo.ts';
import type { Vida } from './vida.ts';

/** States and events that need no more words than those at first sight. */
const COMUNS = ['registrada', 'em-analise', 'encaminhada', 'registro', 'analise', 'encaminhamento'];

/** There is more to show than a state, a term and a history: what happened, or what can be done. */
export const temVida = ({ estado, acoes, atrasado, remedios, eventos, audiencias }: Caso): boolean =>
  Boolean(acoes?.length || audiencias || atrasado || remedios.length || !COMUNS.includes(estado) || eventos.some(({ tipo, cifrado, anexos }) => cifrado || anexos?.length || !COMUNS.includes(tipo)));

/** An answer is still to come. */
export const aberto = ({ estado }: Caso): boolean => [...COMUNS, 'complementacao-pedida', 'prorrogada'].includes(estado);

/** What happened; who, the role or the unit and never a person; and when. */
export function evento(t: Translate, { tipo, em, autor: { papel, unidade }, texto }: EventoCaso, conteudo: unknown = texto): TemplateResult {
  return html`<li>
    <p><strong>${t(`acompanhar.evento.${tipo}`)}</strong></p>
    <p class="discreto">${t('acompanhar.quem-quando', { quem: unidade ?? t(`acompanhar.autor.${papel}`), quando: instanteCurto(em, t) })}</p>
    <div class="texto-evento">${conteudo}</div>
  </li>`;
}

/**
 * A case: its state in plain words, due date with the arithmetic, history (Lei 12.527/2011, art. 9; Res. 432/2021, art. 8).
 * @param vida what else there is to say and to do, once it is there
 */
export function renderCaso(t: Translate, caso: Caso, vida: Vida | undefined): TemplateResult {
  const emAberto = aberto(caso);
  const acabou = caso.atrasado || !emAberto;
  // What a person waits for comes first; once there is an answer, the term is what it was.
  const prazo = html`${renderPrazo(t, caso.prazo, t(acabou ? 'acompanhar.prazo-era' : 'recibo.prazo', { data: dataPorExtenso(caso.prazo.vence, t) }))} ${vida?.render(caso, 'prazo')}`;
  return html`<h2 tabindex="-1" data-foco="caso" part="titulo">${t(`acompanhar.caso.${caso.tipo}`, { protocolo: caso.protocolo })}</h2>
    <p>${t('acompanhar.registrado', { quando: instanteCurto(caso.registradoEm, t) })}</p>
    <section class="estado" part="estado">
      <p class="discreto">${t('acompanhar.situacao')}</p>
      <p><strong>${t(`acompanhar.estado.${caso.estado}`)}</strong>${t(`acompanhar.explica.${caso.estado}`)}</p>
    </section>
    ${vida?.render(caso, 'antes')} ${emAberto ? prazo : nothing} ${vida?.render(caso, 'depois')} ${emAberto ? nothing : prazo}
    <section part="historico">
      <h3>${t('acompanhar.historico')}</h3>
      <p class="discreto">${t('acompanhar.historico-dica')}</p>
      <ol class="historico" reversed>
        ${[...caso.eventos].reverse().map((item) => (vida ? vida.renderEvento(caso, item) : evento(t, item)))}
      </ol>
    </section>
    ${vida?.render(caso, 'fim')}`;
}
