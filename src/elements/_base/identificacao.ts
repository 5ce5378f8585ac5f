import { html, type TemplateResult } from 'lit';
import type { Values } from '../../domain/form/fields.ts';
import { contatoBox, CONTATOS, type ContatoTipo } from '../../domain/form/manifestacao.ts';
import type { Translate } from '../../i18n/translate.ts';
import { addressFields } from './field-address.ts';
import { checkboxField, groupField, radioField, textareaField, textField, type FieldContext, type FieldForm } from './field.ts';

export { identificacao as identificacaoTextos } from '../../i18n/pt-br/identificacao.ts';

/** Who writes to the Ouvidoria (Res. 432/2021, art. 10): on its form, and later for who was anonymous. Needs `identificacaoTextos`. */

const CONTATO = '/identificacao/contato';

/** How the person wants to be known, each way explained by who sees what. */
export const escolhaModo = (c: FieldContext<FieldForm>, modos: readonly string[], modo: string): TemplateResult =>
  radioField(c, {
    campo: '/identificacao/modo',
    rotulo: c.t('ouvidoria.modo'),
    valor: modo,
    opcoes: modos.map((valor) => ({ valor, rotulo: c.t(`ouvidoria.modo.${valor}`), dica: c.t(`ouvidoria.modo-dica.${valor}`) })),
  });

/** Ways to reach the person, each with its box; none is obligatory by itself (art. 7, § 3). */
function contatos(c: FieldContext<FieldForm>): TemplateResult {
  const { t } = c;
  const inside: Record<ContatoTipo, () => TemplateResult> = {
    email: () => textField(c, { campo: `${CONTATO}/email`, rotulo: t('ouvidoria.email'), tipo: 'email', inputmode: 'email', autocomplete: 'email' }),
    telefone: () =>
      textField(c, { campo: `${CONTATO}/telefone`, rotulo: t('ouvidoria.telefone'), inputmode: 'tel', autocomplete: 'tel-national', mascara: 'telefone', largura: 'media' }),
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

/** Name, document and ways to be reached. */
export function dadosPessoais(c: FieldContext<FieldForm>): TemplateResult {
  const { t } = c;
  return html`${textField(c, { campo: '/identificacao/nome', rotulo: t('ouvidoria.nome'), autocomplete: 'name' })}
  ${textField(c, { campo: '/identificacao/nomeSocial', rotulo: t('ouvidoria.nome-social'), dica: t('ouvidoria.nome-social-dica'), opcional: true })}
  ${textField(c, { campo: '/identificacao/cpf', rotulo: t('ouvidoria.cpf'), dica: t('ouvidoria.cpf-dica'), opcional: true, inputmode: 'numeric', mascara: 'cpf', largura: 'curta' })}
  ${contatos(c)}`;
}

/**
 * What was said of the person, line by line, to be read once more.
 * @param modo identification that holds
 * @param fields fields that are shown: only these are sent
 */
export function linhasPessoa(t: Translate, values: Values, modo: string, fields: readonly string[]): { rotulo: string; valor: string }[] {
  const value = (field: string): string => values[field]?.trim() ?? '';
  const row = (field: string, key: string) => (fields.includes(field) ? [{ rotulo: t(key), valor: value(field) }] : []);
  const endereco = ['logradouro', 'complemento', 'bairro', 'municipio', 'uf', 'cep'].map((part) => value(`${CONTATO}/endereco/${part}`)).filter(Boolean);
  return [
    { rotulo: t('ouvidoria.revisao-identificacao'), valor: modo ? t(`ouvidoria.modo.${modo}`) : '' },
    ...row('/identificacao/nome', 'ouvidoria.nome'),
    ...row('/identificacao/nomeSocial', 'ouvidoria.nome-social'),
    ...row('/identificacao/cpf', 'ouvidoria.cpf'),
    ...CONTATOS.filter((way) => fields.some((field) => field.startsWith(`${CONTATO}/${way}`))).map((way) => ({
      rotulo: t(`ouvidoria.contato.${way}`),
      valor: way === 'endereco' ? endereco.join(', ') : value(`${CONTATO}/${way}`),
    })),
  ];
}
