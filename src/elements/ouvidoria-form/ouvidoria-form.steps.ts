import { html, nothing, type TemplateResult } from 'lit';
import { MAX_RELATO } from '../../config/limits.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { StepFields, Values } from '../../domain/form/fields.ts';
import { faltaParaSeguir, modoDe, tipoDe } from '../../domain/form/manifestacao.ts';
import { canais } from '../../i18n/pt-br/canais.ts';
import { ouvidoriaEtapas } from '../../i18n/pt-br/ouvidoria-etapas.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderCanais } from '../_base/canais.ts';
import { selectField, textareaField, textField, type FieldContext } from '../_base/field.ts';
import type { FormSteps } from '../_base/form-element.ts';
import { renderPrivacy, renderReview, type ParteRevisao } from '../_base/form-late.ts';
import { dadosPessoais, escolhaModo, identificacaoTextos, linhasPessoa } from '../_base/identificacao.ts';
import { notice } from '../_base/notice.ts';
import { serviceChannels } from '../_base/service-channels.ts';

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

/** @param fields fields of the step: only these are drawn */
function renderRelato(c: FieldContext, fields: readonly string[], tribunal: Tribunal | null): TemplateResult {
  const { t } = c;
  const tipo = tipoDe(c.form.state.values) ?? 'reclamacao';
  const details: Record<string, () => TemplateResult> = {
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
  };
  return html`${textareaField(c, { campo: '/relato', rotulo: t('ouvidoria.relato'), dica: t(`ouvidoria.relato-dica.${tipo}`), linhas: 8, maximo: MAX_RELATO })}
  ${tipo === 'denuncia' ? notice('info', { titulo: t('ouvidoria.provas-titulo'), texto: t('ouvidoria.provas') }) : nothing}
  ${fields.map((field) => details[field]?.() ?? nothing)}`;
}

/** What choosing to be anonymous means, and what the report still lacks to go on (Res. 432/2021, art. 10, § 2). */
function renderAnonima(c: FieldContext): TemplateResult {
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
        </ul>
        ${missing.length > 0
          ? html`<p><strong>${t('ouvidoria.anonima-falta', { lista: missing.join(', ') })}</strong></p>
              <button type="button" @click=${() => c.form.goTo(1)}>${t('ouvidoria.anonima-completar')}</button>`
          : nothing}`,
    })}
  </div>`;
}

function renderPessoa(c: FieldContext): TemplateResult {
  const { values } = c.form.state;
  const modo = modoDe(values);
  const modos = ['identificada', 'preservada', ...(tipoDe(values) === 'denuncia' ? ['anonima'] : [])];
  return html`${escolhaModo(c, modos, modo)}
  ${modo === 'anonima' ? renderAnonima(c) : nothing}
  ${modo && modo !== 'anonima' ? dadosPessoais(c) : nothing}`;
}

/** Everything that will be sent, and only that. */
function reviewParts(t: Translate, values: Values, fields: StepFields, tribunal: Tribunal | null): ParteRevisao[] {
  const tipo = tipoDe(values);
  const value = (field: string): string => values[field]?.trim() ?? '';
  const row = (field: string, key: string) => (fields.flat().includes(field) ? [{ rotulo: t(key), valor: value(field) }] : []);
  const unit = tribunal?.unidades.find(({ id }) => id === value('/unidadeId'));
  return [
    { titulo: t('ouvidoria.etapa-tipo'), step: 0, linhas: [{ rotulo: t('ouvidoria.tipo-rotulo'), valor: tipo ? t(`ouvidoria.nome.${tipo}`) : '' }] },
    {
      titulo: t('ouvidoria.etapa-relato'),
      step: 1,
      linhas: [
        ...row('/relato', 'ouvidoria.relato'),
        ...row('/assunto', 'ouvidoria.assunto'),
        ...row('/envolvidos', 'ouvidoria.envolvidos'),
        ...row('/local', 'ouvidoria.local'),
        ...row('/quando', 'ouvidoria.quando'),
        ...(fields.flat().includes('/unidadeId') ? [{ rotulo: t('ouvidoria.unidade'), valor: unit?.nome ?? '' }] : []),
        ...row('/processo', 'ouvidoria.processo'),
      ],
    },
    {
      titulo: t('ouvidoria.etapa-pessoa'),
      step: 2,
      linhas: linhasPessoa(t, values, modoDe(values), fields.flat()),
    },
  ];
}

/** The later steps of the form of the Ouvidoria. */
export const ouvidoriaSteps: FormSteps = {
  messages: { ...canais, ...identificacaoTextos, ...ouvidoriaEtapas },
  renderStep({ campos, step, fields, tribunal }) {
    if (step === 1) return renderRelato(campos, fields[1] ?? [], tribunal);
    if (step === 2) return renderPessoa(campos);
    const { t } = campos;
    return html`${renderReview(campos, reviewParts(t, campos.form.state.values, fields, tribunal))}
    ${renderPrivacy(campos, tribunal, [t('ouvidoria.privacidade-1'), t('ouvidoria.privacidade-2'), t('ouvidoria.privacidade-3')])}`;
  },
  /** Every way to reach the Ouvidoria (Res. 432/2021, art. 7). */
  renderChannels(t, tribunal, horario) {
    const list = renderCanais(serviceChannels(tribunal, tribunal?.ouvidoria, 'ouvidoria'), { t, aberto: null });
    if (!horario) return list;
    return html`<div class="pilha-s">
      <p>${t('ouvidoria.horario', { horario })}</p>
      ${list}
    </div>`;
  },
  hours: async (tribunal, now) => (await import('../_base/service-hours.ts')).serviceHours(tribunal, tribunal?.ouvidoria, 'ouvidoria', now),
};
