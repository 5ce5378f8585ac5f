import { html, type TemplateResult } from 'lit';
import type { TrackerState } from '../../controllers/tracker.machine.ts';
import type { Translate } from '../../i18n/translate.ts';
import { notice } from '../_base/notice.ts';

export { acompanharAvisos as avisosTextos } from '../../i18n/pt-br/acompanhar-avisos.ts';

/** What few people see: the court refuses to open the case, its system fails, there is none to ask, what is on the screen is old. */

/** Why the court opens nothing. It never says which of the two is wrong. */
export function renderRecusa(t: Translate, state: TrackerState & { kind: 'refused' | 'failed' }): TemplateResult {
  if (state.kind === 'failed') return notice('erro', { titulo: t('acompanhar.falha-servidor'), texto: t('acompanhar.falha-servidor-dica') });
  const { motivo, texto, espera } = state;
  if (motivo === 'nao-encontrado') return notice('alerta', { titulo: t('acompanhar.nao-encontrado'), texto: t('acompanhar.nao-encontrado-dica') });
  if (motivo === 'outra') return notice('erro', { titulo: t('acompanhar.outra'), texto });
  const n = espera === null ? 0 : Math.max(1, Math.ceil(espera / 60_000));
  const minutos = n === 1 ? t('acompanhar.um-minuto') : t('acompanhar.minutos', { n });
  return notice('alerta', { titulo: t('acompanhar.muitas'), texto: n ? t('acompanhar.muitas-espera', { minutos }) : t('acompanhar.muitas-dica') });
}

/** What is on the screen is old. */
export const renderExpirado = (t: Translate, onAgain: () => void): TemplateResult =>
  notice('info', {
    titulo: t('acompanhar.expirado'),
    texto: html`<p>${t('acompanhar.expirado-dica')}</p>
      <p class="nao-imprimir"><button type="button" @click=${onAgain}>${t('acompanhar.atualizar')}</button></p>`,
  });

/**
 * Nowhere to ask.
 * @param fora submissions go to another system, which alone knows what became of them
 */
export function renderSemBackend(t: Translate, fora: boolean): TemplateResult {
  const key = fora ? 'acompanhar.fora' : 'acompanhar.sem-backend';
  return notice('alerta', { titulo: t(key), texto: t(`${key}-dica`) });
}

/** Told to the webmaster, once. */
export const avisarSemBackend = (tag: string): void =>
  console.warn(`[Átrio] <${tag}>: nenhum backend configurado. Informe "backend" no arquivo do tribunal ou no elemento.`);
