import { html, nothing, type TemplateResult } from 'lit';
import { modoDe, temaDe, tipoDe, type Oferta } from '../../domain/form/manifestacao.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { FieldContext } from '../_base/field.ts';
import { dadosPessoais, escolhaModo } from '../_base/identificacao.ts';
import { notice } from '../_base/notice.ts';
import { renderAnonima, renderPromessas } from './ouvidoria-form.sigilo.ts';

export interface PessoaOptions {
  oferta: Oferta;
  /** What is written leaves the device encrypted. */
  cifra: boolean;
  janela: string | undefined;
  /** The page has nothing but the form. */
  isolado: boolean;
}

/** What the court does with each way of identification, and what comes afterwards (art. 10). */
const renderModo = (t: Translate, modo: string): TemplateResult => html`<dl class="consequencias">
  <div>
    <dt>${t('ouvidoria.modo-faz')}</dt>
    <dd>${t(`ouvidoria.modo-faz.${modo}`)}</dd>
  </div>
  <div>
    <dt>${t('ouvidoria.modo-depois')}</dt>
    <dd>${t(`ouvidoria.modo-depois.${modo}`)}</dd>
  </div>
</dl>`;

/** Who the person is, or that they do not say. */
export function renderPessoa(c: FieldContext, options: PessoaOptions): TemplateResult {
  const { t } = c;
  const { values } = c.form.state;
  const { oferta, isolado } = options;
  const modo = modoDe(values, oferta);
  const lgpd = temaDe(values, oferta) === 'lgpd';
  const modos = lgpd ? ['identificada'] : ['identificada', 'preservada', ...(tipoDe(values) === 'denuncia' ? ['anonima'] : [])];
  return html`${lgpd ? notice('info', { titulo: t('ouvidoria.lgpd-pessoa'), texto: t('ouvidoria.lgpd-pessoa-dica') }) : escolhaModo(c, modos, modo)}
  ${modo && !lgpd ? renderModo(t, modo) : nothing}
  ${modo === 'anonima' ? renderAnonima(c, options) : nothing}
  ${modo === 'anonima' || (modo === 'preservada' && !lgpd) ? renderPromessas(t, modo, isolado) : nothing}
  ${modo && modo !== 'anonima' ? dadosPessoais(c) : nothing}`;
}
