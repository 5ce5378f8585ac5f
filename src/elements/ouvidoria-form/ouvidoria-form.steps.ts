import { html, nothing, type TemplateResult } from 'lit';
import { MAX_RELATO } from '../../config/limits.ts';
import type { TipoManifestacao } from '../../contract/manifestacao.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { contatoBox, CONTATOS, faltaParaSeguir, modoDe, tipoDe, type ContatoTipo } from '../../domain/form/manifestacao.ts';
import type { StepFields, Values } from '../../domain/form/fields.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import type { Translate } from '../../i18n/translate.ts';
import { addressFields } from '../_base/field-address.ts';
import { checkboxField, groupField, radioField, selectField, textareaField, textField, type FieldContext } from '../_base/field.ts';
import type { ParteRevisao } from '../_base/form-element.ts';
import { notice } from '../_base/notice.ts';

/** In the order in which people look for them. */
export const TIPOS: readonly TipoManifestacao[] = ['reclamacao', 'denuncia', 'solicitacao', 'informacao', 'sugestao', 'elogio'];

const CONTATO = '/identificacao/contato';

/** A sentence with one link in it; without an address the words stay. */
function sentence(t: Translate, key: string, name: string, words: string, url: unknown): TemplateResult {
  const [before, after] = t(key, { [name]: '\u0000' }).split('\u0000');
  const href = safeUrl(url);
  return html`${before}${href ? html`<a href=${href}>${words}</a>` : words}${after}`;
}

/** What the Ouvidoria is not for, said before anything is written (Res. 432/2021, art. 6). */
export function renderLimits(t: Translate, tribunal: Tribunal | null): TemplateResult {
  return notice('info', {
    titulo: t('ouvidoria.limites'),
    texto: html`<ul class="lista limites">
      <li>${t('ouvidoria.limite-decisao')}</li>
      <li>${sentence(t, 'ouvidoria.limite-corregedoria', 'corregedoria', t('ouvidoria.corregedoria'), tribunal?.corregedoriaUrl)}</li>
      <li>${sentence(t, 'ouvidoria.limite-processo', 'consulta', t('ouvidoria.consulta'), tribunal?.consultaProcessualUrl)}</li>
      <li>${sentence(t, 'ouvidoria.limite-peticao', 'peticionamento', t('ouvidoria.peticionamento'), tribunal?.peticionamentoUrl)}</li>
    </ul>`,
  });
}

export function renderTipo(c: FieldContext): TemplateResult {
  return radioField(c, {
    campo: '/tipo',
    rotulo: c.t('ouvidoria.tipo'),
    opcoes: TIPOS.map((valor) => ({ valor, rotulo: c.t(`ouvidoria.tipo.${valor}`), dica: c.t(`ouvidoria.tipo-dica.${valor}`) })),
  });
}

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
export function renderRelato(c: FieldContext, fields: readonly string[], tribunal: Tribunal | null): TemplateResult {
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

function renderContato(c: FieldContext): TemplateResult {
  const { t } = c;
  const inside: Record<ContatoTipo, () => TemplateResult> = {
    email: () => textField(c, { campo: `${CONTATO}/email`, rotulo: t('ouvidoria.email'), tipo: 'email', inputmode: 'email', autocomplete: 'email' }),
    telefone: () =>
      textField(c, { campo: `${CONTATO}/telefone`, rotulo: t('ouvidoria.telefone'), tipo: 'tel', inputmode: 'tel', autocomplete: 'tel-national', mascara: 'telefone', largura: 'media' }),
    endereco: () => addressFields(c, `${CONTATO}/endereco`),
    alternativo: () => textareaField(c, { campo: `${CONTATO}/alternativo`, rotulo: t('ouvidoria.alternativo'), dica: t('ouvidoria.alternativo-dica'), linhas: 2 }),
  };
  return groupField(
    c,
    { campo: CONTATO, legenda: t('ouvidoria.contato'), dica: t('ouvidoria.contato-dica') },
    html`<div class="cartoes">
      ${CONTATOS.map((tipo) => checkboxField(c, { campo: contatoBox(tipo), rotulo: t(`ouvidoria.contato.${tipo}`), dentro: inside[tipo] }))}
    </div>`,
  );
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

export function renderPessoa(c: FieldContext): TemplateResult {
  const { t } = c;
  const { values } = c.form.state;
  const modo = modoDe(values);
  const modos = ['identificada', 'preservada', ...(tipoDe(values) === 'denuncia' ? ['anonima'] : [])];
  return html`${radioField(c, {
    campo: '/identificacao/modo',
    rotulo: t('ouvidoria.modo'),
    valor: modo,
    opcoes: modos.map((valor) => ({ valor, rotulo: t(`ouvidoria.modo.${valor}`), dica: t(`ouvidoria.modo-dica.${valor}`) })),
  })}
  ${modo === 'anonima' ? renderAnonima(c) : nothing}
  ${modo && modo !== 'anonima'
    ? html`${textField(c, { campo: '/identificacao/nome', rotulo: t('ouvidoria.nome'), autocomplete: 'name' })}
      ${textField(c, { campo: '/identificacao/nomeSocial', rotulo: t('ouvidoria.nome-social'), dica: t('ouvidoria.nome-social-dica'), opcional: true })}
      ${textField(c, { campo: '/identificacao/cpf', rotulo: t('ouvidoria.cpf'), dica: t('ouvidoria.cpf-dica'), opcional: true, inputmode: 'numeric', mascara: 'cpf', largura: 'curta' })}
      ${renderContato(c)}`
    : nothing}`;
}

/** Everything that will be sent, and only that. */
export function reviewParts(t: Translate, values: Values, fields: StepFields, tribunal: Tribunal | null): ParteRevisao[] {
  const tipo = tipoDe(values);
  const value = (field: string): string => values[field]?.trim() ?? '';
  const row = (field: string, key: string) => (fields.flat().includes(field) ? [{ rotulo: t(key), valor: value(field) }] : []);
  const unit = tribunal?.unidades.find(({ id }) => id === value('/unidadeId'));
  const modo = modoDe(values);
  const address = ['logradouro', 'complemento', 'bairro', 'municipio', 'uf', 'cep'].map((part) => value(`${CONTATO}/endereco/${part}`)).filter(Boolean);
  const contacts = CONTATOS.filter((way) => fields[2]?.some((field) => field.startsWith(`${CONTATO}/${way}`))).map((way) => ({
    rotulo: t(`ouvidoria.contato.${way}`),
    valor: way === 'endereco' ? address.join(', ') : value(`${CONTATO}/${way}`),
  }));
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
      linhas: [
        { rotulo: t('ouvidoria.revisao-identificacao'), valor: modo ? t(`ouvidoria.modo.${modo}`) : '' },
        ...row('/identificacao/nome', 'ouvidoria.nome'),
        ...row('/identificacao/nomeSocial', 'ouvidoria.nome-social'),
        ...row('/identificacao/cpf', 'ouvidoria.cpf'),
        ...contacts,
      ],
    },
  ];
}
