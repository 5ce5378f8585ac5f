import { html, nothing, type TemplateResult } from 'lit';
import { MAX_RELATO } from '../../config/limits.ts';
import { temaDe, tipoDe, type Oferta } from '../../domain/form/manifestacao.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { Translate } from '../../i18n/translate.ts';
import { selectField, textareaField, textField, type FieldContext } from '../_base/field.ts';
import { notice } from '../_base/notice.ts';
import { linkJanela } from './ouvidoria-form.sigilo.ts';

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

export interface RelatoOptions {
  /** Fields of the step: only these are drawn. */
  fields: readonly string[];
  oferta: Oferta;
  tribunal: Tribunal | null;
  /** Shown right below the text. */
  sugestoes: unknown;
  anexos(): unknown;
  janela: string | undefined;
  /** Here whenever the step has a matter to choose. */
  temas: typeof import('./ouvidoria-form.temas.ts') | undefined;
}

/** What happened, and what helps to understand it. */
export function renderRelato(c: FieldContext, { fields, oferta, tribunal, sugestoes, anexos, janela, temas }: RelatoOptions): TemplateResult {
  const { t } = c;
  const { values } = c.form.state;
  const tipo = tipoDe(values) ?? 'reclamacao';
  const draw: Record<string, () => unknown> = {
    '/tema': () => temas?.renderTema(c, oferta, tribunal),
    '/direito': () => temas?.renderDireito(c),
    '/relato': () => html`${textareaField(c, {
      campo: '/relato',
      rotulo: t('ouvidoria.relato'),
      dica: t(temaDe(values, oferta) === 'lgpd' ? 'ouvidoria.relato-dica.lgpd' : `ouvidoria.relato-dica.${tipo}`),
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
