import { anexosDe } from '../../domain/form/anexos.ts';
import { SIM, type StepFields, type Values } from '../../domain/form/fields.ts';
import { CONTATO_SIC, CONTATOS_SIC, contatoSicBox, especieDe, formaDe, pessoaDe, respondeNoContato } from '../../domain/form/pedido.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { ParteRevisao } from '../_base/form-late.ts';

const civil = (date: string): string => date.split('-').reverse().join('/');

function periodo(t: Translate, values: Values): string {
  const de = civil(values['/periodo/de'] ?? '');
  const ate = civil(values['/periodo/ate'] ?? '');
  if (de && ate) return t('sic.periodo-de-ate', { de, ate });
  return de ? t('sic.periodo-desde', { de }) : ate ? t('sic.periodo-antes', { ate }) : '';
}

/**
 * Everything that will be sent, and only that.
 * @param anexos lines of the attachments; null while their list was not opened
 */
export function reviewParts(t: Translate, values: Values, fields: StepFields, anexos: string | null = null): ParteRevisao[] {
  const shown = fields.flat();
  const especie = especieDe(values);
  const value = (field: string): string => values[field]?.trim() ?? '';
  const row = (field: string, key: string) => (shown.includes(field) ? [{ rotulo: t(key), valor: value(field) }] : []);
  /** A box that is ticked; one that is not says nothing. */
  const box = (field: string, key: string, words: string) => (shown.includes(field) && values[field] === SIM ? [{ rotulo: t(key), valor: t(words) }] : []);
  const address = (base: string): string =>
    ['logradouro', 'complemento', 'bairro', 'municipio', 'uf', 'cep'].map((part) => value(`${base}/${part}`)).filter(Boolean).join(', ');
  const contacts = CONTATOS_SIC.filter((way) => values[contatoSicBox(way)] === SIM).map((way) => ({
    rotulo: t(`sic.contato.${way}`),
    valor: way === 'endereco' ? address(`${CONTATO_SIC}/endereco`) : value(`${CONTATO_SIC}/${way}`),
  }));
  const forma = t(`sic.forma.${formaDe(values)}`);
  const mail = shown.some((field) => field.startsWith('/resposta/endereco/')) ? address('/resposta/endereco') : respondeNoContato(values) ? address(`${CONTATO_SIC}/endereco`) : '';
  return [
    {
      titulo: t('sic.etapa-pedido'),
      step: 0,
      linhas: [
        ...(especie === 'informacao' ? [] : [{ rotulo: t('sic.especie'), valor: t(`sic.especie.${especie}`) }]),
        ...row('/documento', 'sic.documento-sigiloso'),
        ...row('/especificacao', 'sic.especificacao'),
        { rotulo: t('sic.periodo'), valor: periodo(t, values) },
      ],
    },
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
        ...(shown.includes('/pessoal/titular') ? [{ rotulo: t('sic.titular'), valor: t(`sic.titular.${value('/pessoal/titular')}`) }] : []),
        ...(shown.includes('/pessoal/fundamento') ? [{ rotulo: t('sic.fundamento'), valor: t(`sic.fundamento.${value('/pessoal/fundamento')}`) }] : []),
        ...box('/pessoal/responsabilidade', 'sic.termo', 'sic.termo-aceite'),
        ...(shown.includes('/anexos') ? [{ rotulo: t('sic.revisao-anexos'), valor: anexos ?? anexosDe(values).map(({ nome }) => nome).join('\n') }] : []),
      ],
    },
    {
      titulo: t('sic.etapa-resposta'),
      step: 2,
      linhas: [
        { rotulo: t('sic.revisao-resposta'), valor: mail ? `${forma}: ${mail}` : forma },
        ...box('/resposta/isencao', 'sic.revisao-isencao', 'sic.isencao'),
        ...box('/semMeios', 'sic.revisao-sem-meios', 'sic.sem-meios'),
        { rotulo: t('sic.revisao-sigilo'), valor: t(values['/sigiloDados'] === SIM ? 'sic.sim-sigilo' : 'sic.nao-sigilo') },
      ],
    },
  ];
}
