import { html, nothing, type TemplateResult } from 'lit';
import { SIM, type StepFields, type Values } from '../../domain/form/fields.ts';
import {
  CONTATO_SIC,
  CONTATOS_SIC,
  contatoSicBox,
  formaDe,
  pedidoBody,
  pedidoFields,
  pessoaDe,
  respondeNoContato,
  type ContatoSic,
} from '../../domain/form/pedido.ts';
import { canais } from '../../i18n/pt-br/canais.ts';
import { sicEtapas } from '../../i18n/pt-br/sic-etapas.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderCanais } from '../_base/canais.ts';
import { addressFields } from '../_base/field-address.ts';
import { checkboxField, groupField, radioField, textareaField, textField, type FieldContext } from '../_base/field.ts';
import type { FormSteps } from '../_base/form-element.ts';
import { renderPrivacy, renderReview, type ParteRevisao } from '../_base/form-late.ts';
import { notice } from '../_base/notice.ts';
import { serviceChannels, serviceUnit } from '../_base/service-channels.ts';

function renderNatural(c: FieldContext): TemplateResult {
  const { t } = c;
  return html`${textField(c, { campo: '/requerente/nome', rotulo: t('sic.nome'), autocomplete: 'name' })}
  ${textField(c, { campo: '/requerente/nomeSocial', rotulo: t('sic.nome-social'), dica: t('sic.nome-social-dica'), opcional: true })}
  ${textField(c, { campo: '/requerente/cpf', rotulo: t('sic.cpf'), inputmode: 'numeric', mascara: 'cpf', largura: 'curta' })}
  ${textField(c, { campo: '/requerente/documento/numero', rotulo: t('sic.documento'), dica: t('sic.documento-dica'), largura: 'media' })}
  ${textField(c, { campo: '/requerente/documento/orgao', rotulo: t('sic.orgao'), dica: t('sic.orgao-dica'), opcional: true, largura: 'curta' })}`;
}

function renderJuridica(c: FieldContext): TemplateResult {
  const { t } = c;
  return html`${textField(c, { campo: '/requerente/razaoSocial', rotulo: t('sic.razao-social'), autocomplete: 'organization' })}
  ${textField(c, { campo: '/requerente/cnpj', rotulo: t('sic.cnpj'), dica: t('sic.cnpj-dica'), mascara: 'cnpj', largura: 'media' })}
  ${textareaField(c, { campo: '/requerente/dadosCadastrais', rotulo: t('sic.dados-cadastrais'), dica: t('sic.dados-cadastrais-dica'), linhas: 2 })}`;
}

function renderPessoa(c: FieldContext): TemplateResult {
  const { t } = c;
  const pessoa = pessoaDe(c.form.state.values);
  const inside: Record<ContatoSic, () => TemplateResult> = {
    email: () => textField(c, { campo: `${CONTATO_SIC}/email`, rotulo: t('sic.email'), tipo: 'email', inputmode: 'email', autocomplete: 'email' }),
    endereco: () => addressFields(c, `${CONTATO_SIC}/endereco`),
    telefone: () =>
      textField(c, { campo: `${CONTATO_SIC}/telefone`, rotulo: t('sic.telefone'), tipo: 'tel', inputmode: 'tel', autocomplete: 'tel-national', mascara: 'telefone', largura: 'media' }),
  };
  return html`${radioField(c, {
    campo: '/requerente/pessoa',
    rotulo: t('sic.pessoa'),
    valor: pessoa,
    opcoes: (['natural', 'juridica'] as const).map((valor) => ({ valor, rotulo: t(`sic.pessoa.${valor}`) })),
  })}
  <p class="discreto">${t('sic.por-que-dados')}</p>
  ${pessoa === 'natural' ? renderNatural(c) : renderJuridica(c)}
  ${groupField(
    c,
    { campo: CONTATO_SIC, legenda: t('sic.contato'), dica: t('sic.contato-dica') },
    html`<div class="cartoes">
      ${CONTATOS_SIC.map((tipo) => checkboxField(c, { campo: contatoSicBox(tipo), rotulo: t(`sic.contato.${tipo}`), dentro: inside[tipo] }))}
    </div>`,
  )}`;
}

function renderResposta(c: FieldContext): TemplateResult {
  const { t } = c;
  const { values } = c.form.state;
  const address = () => (respondeNoContato(values) ? html`<p>${t('sic.forma-mesmo-endereco')}</p>` : addressFields(c, '/resposta/endereco'));
  return html`${radioField(c, {
    campo: '/resposta/forma',
    rotulo: t('sic.forma'),
    valor: formaDe(values),
    opcoes: (['eletronica', 'correspondencia', 'retirada'] as const).map((valor) => ({
      valor,
      rotulo: t(`sic.forma.${valor}`),
      dica: t(`sic.forma-dica.${valor}`),
      ...(valor === 'correspondencia' ? { dentro: address } : {}),
    })),
  })}
  ${checkboxField(c, { campo: '/sigiloDados', rotulo: t('sic.sigilo'), dica: t('sic.sigilo-dica') })}`;
}

const civil = (date: string): string => date.split('-').reverse().join('/');

function periodo(t: Translate, values: Values): string {
  const de = civil(values['/periodo/de'] ?? '');
  const ate = civil(values['/periodo/ate'] ?? '');
  if (de && ate) return t('sic.periodo-de-ate', { de, ate });
  return de ? t('sic.periodo-desde', { de }) : ate ? t('sic.periodo-antes', { ate }) : '';
}

/** Everything that will be sent, and only that. */
function reviewParts(t: Translate, values: Values, fields: StepFields): ParteRevisao[] {
  const shown = fields.flat();
  const value = (field: string): string => values[field]?.trim() ?? '';
  const row = (field: string, key: string) => (shown.includes(field) ? [{ rotulo: t(key), valor: value(field) }] : []);
  const address = (base: string): string =>
    ['logradouro', 'complemento', 'bairro', 'municipio', 'uf', 'cep'].map((part) => value(`${base}/${part}`)).filter(Boolean).join(', ');
  const contacts = CONTATOS_SIC.filter((way) => values[contatoSicBox(way)] === SIM).map((way) => ({
    rotulo: t(`sic.contato.${way}`),
    valor: way === 'endereco' ? address(`${CONTATO_SIC}/endereco`) : value(`${CONTATO_SIC}/${way}`),
  }));
  const forma = t(`sic.forma.${formaDe(values)}`);
  const mail = shown.some((field) => field.startsWith('/resposta/endereco/')) ? address('/resposta/endereco') : respondeNoContato(values) ? address(`${CONTATO_SIC}/endereco`) : '';
  return [
    { titulo: t('sic.etapa-pedido'), step: 0, linhas: [...row('/especificacao', 'sic.especificacao'), { rotulo: t('sic.periodo'), valor: periodo(t, values) }] },
    {
      titulo: t('sic.etapa-pessoa'),
      step: 1,
      linhas: [
        { rotulo: t('sic.revisao-pessoa'), valor: t(`sic.pessoa.${pessoaDe(values)}`) },
        ...row('/requerente/nome', 'sic.nome'),
        ...row('/requerente/nomeSocial', 'sic.nome-social'),
        ...row('/requerente/cpf', 'sic.cpf'),
        ...row('/requerente/documento/numero', 'sic.documento'),
        ...row('/requerente/documento/orgao', 'sic.orgao'),
        ...row('/requerente/razaoSocial', 'sic.razao-social'),
        ...row('/requerente/cnpj', 'sic.cnpj'),
        ...row('/requerente/dadosCadastrais', 'sic.dados-cadastrais'),
        ...contacts,
      ],
    },
    {
      titulo: t('sic.etapa-resposta'),
      step: 2,
      linhas: [
        { rotulo: t('sic.revisao-resposta'), valor: mail ? `${forma}: ${mail}` : forma },
        { rotulo: t('sic.revisao-sigilo'), valor: t(values['/sigiloDados'] === SIM ? 'sic.sim-sigilo' : 'sic.nao-sigilo') },
      ],
    },
  ];
}

/** The later steps of the request, and where the SIC is. */
export const sicSteps: FormSteps = {
  messages: { ...canais, ...sicEtapas },
  fields: pedidoFields,
  body: pedidoBody,
  renderStep({ campos, step, fields, tribunal }) {
    if (step === 1) return renderPessoa(campos);
    if (step === 2) return renderResposta(campos);
    const { t } = campos;
    return html`${renderReview(campos, reviewParts(t, campos.form.state.values, fields))}
    ${renderPrivacy(campos, tribunal, [t('sic.privacidade-1'), t('sic.privacidade-2'), t('sic.privacidade-3')])}`;
  },
  /** Which unit runs the SIC, where, when, and the other ways to ask (Res. 215/2015, art. 10; Anexo II, items 20 to 24). */
  renderChannels(t, tribunal, horario) {
    const service = tribunal?.sic;
    const nome = service?.unidadeResponsavel ?? serviceUnit(tribunal, service, 'sic')?.nome;
    const list = renderCanais(serviceChannels(tribunal, service, 'sic'), { t, aberto: null });
    if (!nome && list === nothing) return nothing;
    return html`<div class="pilha-s">
      ${notice('info', { texto: html`${nome ? html`<p>${t('sic.quem-cuida', { unidade: nome })}</p>` : nothing}${horario ? html`<p>${t('sic.horario', { horario })}</p>` : nothing}<p>${t('sic.pessoalmente')}</p>` })}
      ${list}
    </div>`;
  },
  hours: async (tribunal, now) => (await import('../_base/service-hours.ts')).serviceHours(tribunal, tribunal?.sic, 'sic', now),
};
