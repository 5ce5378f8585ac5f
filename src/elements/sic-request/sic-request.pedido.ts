import { html, nothing, type TemplateResult } from 'lit';
import type { EspeciePedido } from '../../contract/pedido.ts';
import { especieDe } from '../../domain/form/pedido.ts';
import type { Translate } from '../../i18n/translate.ts';
import { radioField, textField, type FieldContext } from '../_base/field.ts';

/** Written here, since the contract's list comes with zod. */
const ESPECIES: readonly EspeciePedido[] = ['informacao', 'informacao-pessoal', 'desclassificacao'];

/** What the first step has behind a press: its place is there from the beginning, its content comes later. */

/** How to write a request that is answered (Res. 215/2015, art. 11, § 4), with an example that works and one that does not. */
export const renderExemplos = (t: Translate): TemplateResult =>
  html`<div class="pilha-s">
    <ul class="lista">
      <li>${t('sic.exemplos-1')}</li>
      <li>${t('sic.exemplos-2')}</li>
      <li>${t('sic.exemplos-3')}</li>
    </ul>
    <p><strong>${t('sic.exemplo-bom')}</strong> ${t('sic.exemplo-bom-texto')}</p>
    <p><strong>${t('sic.exemplo-ruim')}</strong> ${t('sic.exemplo-ruim-texto')} <span class="discreto">${t('sic.exemplo-ruim-falta')}</span></p>
  </div>`;

/** The kinds of request; most people leave the first. */
export function renderEspecie(c: FieldContext): TemplateResult {
  const { t } = c;
  return radioField(c, {
    campo: '/especie',
    rotulo: t('sic.especie'),
    valor: especieDe(c.form.state.values),
    opcoes: ESPECIES.map((valor) => ({ valor, rotulo: t(`sic.especie.${valor}`), dica: t(`sic.especie-dica.${valor}`) })),
  });
}

/** Which document is to be declassified (Res. 215/2015, art. 29); outside of what opens and closes, since it has to be filled. */
export const renderDocumento = (c: FieldContext): TemplateResult | typeof nothing =>
  especieDe(c.form.state.values) === 'desclassificacao' ? textField(c, { campo: '/documento', rotulo: c.t('sic.documento-sigiloso'), dica: c.t('sic.documento-sigiloso-dica') }) : nothing;
