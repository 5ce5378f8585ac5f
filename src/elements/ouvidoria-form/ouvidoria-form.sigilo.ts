import { html, nothing, type TemplateResult } from 'lit';
import { faltaParaSeguir } from '../../domain/form/manifestacao.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { FieldContext } from '../_base/field.ts';
import { notice } from '../_base/notice.ts';
import type { PessoaOptions } from './ouvidoria-form.pessoa.ts';

/** The form alone in a window of its own, for who wants the page around it to know nothing. */
export function linkJanela(t: Translate, janela: string | undefined): TemplateResult | typeof nothing {
  const href = safeUrl(janela);
  if (!href) return nothing;
  return html`<p><a href=${href} target="_blank" rel="noopener noreferrer">${t('ouvidoria.janela')}</a> <span class="discreto">(${t('comum.nova-aba')})</span></p>`;
}

/** What choosing to be anonymous means, and what the report still lacks to go on (Res. 432/2021, art. 10, § 2). */
export function renderAnonima(c: FieldContext, { cifra, janela }: Pick<PessoaOptions, 'cifra' | 'janela'>): TemplateResult {
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

/** What a page can promise to who does not want to be known, and what no page can. */
export const renderPromessas = (t: Translate, modo: string, isolado: boolean): TemplateResult => html`<details class="promessas">
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
