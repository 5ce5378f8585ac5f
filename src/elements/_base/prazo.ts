import { html, type TemplateResult } from 'lit';
import type { Prazo } from '../../contract/caso.ts';
import { dataPorExtenso } from '../../i18n/pt-br/datas.ts';
import type { recibo } from '../../i18n/pt-br/recibo.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Texts of a due date: those of the receipt. */
export type PrazoKeys = Extract<keyof typeof recibo, 'recibo.prazo' | 'recibo.conta' | 'recibo.base'>;

/** A due date in words, with its arithmetic and its basis in law behind one press (Res. CNJ 432/2021, art. 9; 215/2015, art. 13). */
export const renderPrazo = (t: Translate<PrazoKeys>, prazo: Prazo, titulo = t('recibo.prazo', { data: dataPorExtenso(prazo.vence, t) })): TemplateResult =>
  html`<section class="prazo" part="prazo">
    <h3>${titulo}</h3>
    <details>
      <summary>${t('recibo.conta')}</summary>
      <ol class="conta">
        ${prazo.calculo.map(({ texto }) => html`<li>${texto}</li>`)}
      </ol>
      <p class="discreto">${t('recibo.base', { base: prazo.base })}</p>
    </details>
  </section>`;
