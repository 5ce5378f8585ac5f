import { html, nothing, type TemplateResult } from 'lit';
import { MAX_RELATO } from '../../config/limits.ts';
import { DIREITOS } from '../../domain/form/direitos.ts';
import { temaDe, temasDe, tipoDe, type Oferta } from '../../domain/form/manifestacao.ts';
import { unitChannels } from '../../domain/channels/channels.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import type { TemaManifestacao } from '../../contract/manifestacao.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderCanais } from '../_base/canais.ts';
import { radioField, selectField, textareaField, textField, type FieldContext } from '../_base/field.ts';
import { notice } from '../_base/notice.ts';

/** Units in lists by judicial district. */
function unitLists(t: Translate, tribunal: Tribunal | null): { grupo: string; itens: { valor: string; rotulo: string }[] }[] {
  const lists = new Map<string, { valor: string; rotulo: string }[]>();
  for (const { id, nome, comarca } of tribunal?.unidades ?? []) {
    const grupo = comarca ?? t('ouvidoria.unidade-sem-comarca');
    const list = lists.get(grupo) ?? [];
    list.push({ valor: id, rotulo: nome });
    lists.set(grupo, list);
  }
  return [...lists].map(([grupo, itens]) => ({ grupo, itens }));
}

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

/** The form alone in a window of its own, for who wants the page around it to know nothing. */
export function linkJanela(t: Translate, janela: string | undefined): TemplateResult | typeof nothing {
  const href = safeUrl(janela);
  if (!href) return nothing;
  return html`<p><a href=${href} target="_blank" rel="noopener noreferrer">${t('ouvidoria.janela')}</a> <span class="discreto">(${t('comum.nova-aba')})</span></p>`;
}

export interface RelatoOptions {
  /** Fields of the step: only these are drawn. */
  fields: readonly string[];
  oferta: Oferta;
  tribunal: Tribunal | null;
  /** Shown right below the text. */
  sugestoes: unknown;
  anexos(): unknown;
  janela: string | undefined;
}

/** What happened, and what helps to understand it. */
export function renderRelato(c: FieldContext, { fields, oferta, tribunal, sugestoes, anexos, janela }: RelatoOptions): TemplateResult {
  const { t } = c;
  const { values } = c.form.state;
  const tipo = tipoDe(values) ?? 'reclamacao';
  const tema = temaDe(values, oferta);
  const draw: Record<string, () => unknown> = {
    '/tema': () => html`${selectField(c, {
      campo: '/tema',
      rotulo: t('ouvidoria.tema'),
      dica: t('ouvidoria.tema-escolha'),
      opcional: true,
      opcoes: [{ itens: temasDe(values, oferta).map((valor) => ({ valor, rotulo: t(`ouvidoria.tema.${valor}`) })) }],
    })}
    ${tema ? renderQuemRecebe(t, tema, tribunal) : nothing}`,
    '/direito': () =>
      radioField(c, {
        campo: '/direito',
        rotulo: t('ouvidoria.direito'),
        opcoes: DIREITOS.map((valor) => ({ valor, rotulo: t(`ouvidoria.direito.${valor}`) })),
      }),
    '/relato': () => html`${textareaField(c, {
      campo: '/relato',
      rotulo: t('ouvidoria.relato'),
      dica: t(tema === 'lgpd' ? 'ouvidoria.relato-dica.lgpd' : `ouvidoria.relato-dica.${tipo}`),
      linhas: 8,
      maximo: MAX_RELATO,
    })}
    ${sugestoes} ${tipo === 'denuncia' ? notice('info', { titulo: t('ouvidoria.provas-titulo'), texto: t('ouvidoria.provas') }) : nothing}`,
    '/assunto': () =>
      selectField(c, {
        campo: '/assunto',
        rotulo: t('ouvidoria.assunto'),
        opcional: true,
        opcoes: [{ itens: (tribunal?.ouvidoria?.assuntos ?? []).map((valor) => ({ valor, rotulo: valor })) }],
      }),
    '/envolvidos': () => textareaField(c, { campo: '/envolvidos', rotulo: t('ouvidoria.envolvidos'), dica: t('ouvidoria.envolvidos-dica'), opcional: true, linhas: 3, maximo: 1000 }),
    '/local': () => textField(c, { campo: '/local', rotulo: t('ouvidoria.local'), dica: t('ouvidoria.local-dica'), opcional: true }),
    '/quando': () => textField(c, { campo: '/quando', rotulo: t('ouvidoria.quando'), dica: t('ouvidoria.quando-dica'), opcional: true }),
    '/unidadeId': () => selectField(c, { campo: '/unidadeId', rotulo: t('ouvidoria.unidade'), dica: t('ouvidoria.unidade-dica'), opcional: true, opcoes: unitLists(t, tribunal) }),
    '/processo': () =>
      textField(c, { campo: '/processo', rotulo: t('ouvidoria.processo'), dica: t('ouvidoria.processo-dica'), opcional: true, inputmode: 'numeric', mascara: 'processo', largura: 'media' }),
    '/anexos': anexos,
  };
  return html`${tipo === 'denuncia' ? linkJanela(t, janela) : nothing} ${fields.map((field) => draw[field]?.() ?? nothing)}`;
}
