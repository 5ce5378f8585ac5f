import { html, nothing, type TemplateResult } from 'lit';
import type { TemaManifestacao } from '../../contract/manifestacao.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { unitChannels } from '../../domain/channels/channels.ts';
import { DIREITOS } from '../../domain/form/direitos.ts';
import { temaDe, temasDe, type Oferta } from '../../domain/form/manifestacao.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderCanais } from '../_base/canais.ts';
import { radioField, selectField, type FieldContext } from '../_base/field.ts';
import { notice } from '../_base/notice.ts';

export { ouvidoriaTemas as temasTextos } from '../../i18n/pt-br/ouvidoria-temas.ts';

/** The matters with a way of their own: asked for where the court assigned some to the Ouvidoria, from the choice of a kind that has them on. */

/** Who receives a matter, and how else to reach them (Res. 432/2021, art. 5, §§ 1 to 3, and art. 17, § 2). */
function renderQuemRecebe(t: Translate, tema: TemaManifestacao, tribunal: Tribunal | null): TemplateResult {
  const own = tribunal?.ouvidoria?.temas?.find((found) => found.tema === tema);
  const unit = own?.unidadeId ? tribunal?.unidades.find(({ id }) => id === own.unidadeId) : undefined;
  const encarregado = tema === 'lgpd' ? tribunal?.privacidade?.encarregado : undefined;
  const quem = unit?.nome ?? encarregado?.nome ?? t(`ouvidoria.tema-quem.${tema}`);
  const canais = unitChannels({ canais: own?.canais ?? unit?.canais ?? (encarregado?.email ? [{ tipo: 'email', endereco: encarregado.email }] : []) }, null);
  return html`<div role="status">
    ${notice('info', {
      titulo: t('ouvidoria.tema-recebe', { quem }),
      texto: html`<p>${t(`ouvidoria.tema-dica.${tema}`)}</p>
        ${canais.length > 0 ? html`<p>${t('ouvidoria.tema-canais')}</p>${renderCanais(canais, { t, aberto: null })}` : nothing}`,
    })}
  </div>`;
}

/** Which matter it is, and who receives it. */
export function renderTema(c: FieldContext, oferta: Oferta, tribunal: Tribunal | null): TemplateResult {
  const { t } = c;
  const { values } = c.form.state;
  const tema = temaDe(values, oferta);
  return html`${selectField(c, {
    campo: '/tema',
    rotulo: t('ouvidoria.tema'),
    dica: t('ouvidoria.tema-escolha'),
    opcional: true,
    opcoes: [{ itens: temasDe(values, oferta).map((valor) => ({ valor, rotulo: t(`ouvidoria.tema.${valor}`) })) }],
  })}
  ${tema ? renderQuemRecebe(t, tema, tribunal) : nothing}`;
}

/** What a person wants of their own data. */
export const renderDireito = (c: FieldContext): TemplateResult =>
  radioField(c, {
    campo: '/direito',
    rotulo: c.t('ouvidoria.direito'),
    opcoes: DIREITOS.map((valor) => ({ valor, rotulo: c.t(`ouvidoria.direito.${valor}`) })),
  });
