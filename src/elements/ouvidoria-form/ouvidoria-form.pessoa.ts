import { html, nothing, type TemplateResult } from 'lit';
import { faltaParaSeguir, modoDe, temaDe, tipoDe, type Oferta } from '../../domain/form/manifestacao.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { FieldContext } from '../_base/field.ts';
import { dadosPessoais, escolhaModo } from '../_base/identificacao.ts';
import { notice } from '../_base/notice.ts';
import { linkJanela } from './ouvidoria-form.relato.ts';

export interface PessoaOptions {
  oferta: Oferta;
  /** What is written leaves the device encrypted. */
  cifra: boolean;
  janela: string | undefined;
  /** The page has nothing but the form. */
  isolado: boolean;
}

/** What choosing to be anonymous means, and what the report still lacks to go on (Res. 432/2021, art. 10, § 2). */
function renderAnonima(c: FieldContext, { cifra, janela }: PessoaOptions): TemplateResult {
  const { t } = c;
  const missing = faltaParaSeguir(c.form.state.values).map((part) => t(`ouvidoria.falta.${part}`));
  return html`<div role="status">
    ${notice('alerta', {
      titulo: t('ouvidoria.anonima-titulo'),
      texto: html`<ul class="lista">
          <li>${t('ouvidoria.anonima-segue')}</li>
          <li>${t('ouvidoria.anonima-cuidado')}</li>
          <li>${t('ouvidoria.anonima-rascunho')}</li>
          <li>${t('ouvidoria.anonima-acompanha')}</li>
          ${cifra ? html`<li>${t('ouvidoria.anonima-cifra')}</li>` : nothing}
        </ul>
        ${missing.length > 0
          ? html`<p><strong>${t('ouvidoria.anonima-falta', { lista: missing.join(', ') })}</strong></p>
              <button type="button" @click=${() => c.form.goTo(1)}>${t('ouvidoria.anonima-completar')}</button>`
          : nothing}
        ${linkJanela(t, janela)}`,
    })}
  </div>`;
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

/** What a page can promise to who does not want to be known, and what no page can. */
const renderPromessas = (t: Translate, modo: string, isolado: boolean): TemplateResult => html`<details class="promessas">
  <summary>${t('ouvidoria.promessas')}</summary>
  <div class="pilha">
    <h3>${t('ouvidoria.promete')}</h3>
    <ul class="lista">
      <li>${t(`ouvidoria.promete-nome.${modo}`)}</li>
      <li>${t('ouvidoria.promete-terceiros')}</li>
      <li>${t('ouvidoria.promete-endereco')}</li>
    </ul>
    <h3>${t('ouvidoria.nao-promete')}</h3>
    <ul class="lista">
      <li>${t('ouvidoria.nao-promete-rede')}</li>
      <li>${t('ouvidoria.nao-promete-historico')}</li>
      <li>${t('ouvidoria.nao-promete-servidor')}</li>
      ${isolado ? nothing : html`<li>${t('ouvidoria.nao-promete-pagina')}</li>`}
    </ul>
  </div>
</details>`;

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
