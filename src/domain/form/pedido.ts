import type { EspeciePedido } from '../../contract/pedido.ts';
import { ids } from './anexos.ts';
import { filled, nest } from './body.ts';
import { SIM, type StepFields, type Values } from './fields.ts';

/** Address in the contact of the requester. */
export const CONTATO_SIC = '/requerente/contato';
const PARTS = ['logradouro', 'complemento', 'bairro', 'municipio', 'uf', 'cep'] as const;
const REQUIRED = ['logradouro', 'municipio', 'uf'] as const;

/** Ways to reach the requester, each with the box that opens it (Res. 215/2015, art. 11, § 2: physical or electronic address). */
export const CONTATOS_SIC = ['email', 'endereco', 'telefone'] as const;
export type ContatoSic = (typeof CONTATOS_SIC)[number];

/** Box of a way to be reached; not part of the body. */
export const contatoSicBox = (tipo: ContatoSic): string => `#${tipo}`;

export type Pessoa = 'natural' | 'juridica';
export type Forma = 'eletronica' | 'correspondencia' | 'retirada';

/** Natural person unless the person says otherwise. */
export const pessoaDe = (values: Values): Pessoa => (values['/requerente/pessoa'] === 'juridica' ? 'juridica' : 'natural');

/** Electronic unless the person says otherwise (Res. 215/2015, art. 11). */
export const formaDe = (values: Values): Forma => {
  const forma = values['/resposta/forma'];
  return forma === 'correspondencia' || forma === 'retirada' ? forma : 'eletronica';
};

/** Information unless the person says otherwise. */
export const especieDe = (values: Values): EspeciePedido => {
  const especie = values['/especie'];
  return especie === 'informacao-pessoal' || especie === 'desclassificacao' ? especie : 'informacao';
};

/** Whose the personal information is; null while the person has not said. */
export const titularDe = (values: Values): 'proprio' | 'terceiro' | null => {
  const titular = values['/pessoal/titular'];
  return titular === 'proprio' || titular === 'terceiro' ? titular : null;
};

const address = (base: string): string[] => PARTS.map((part) => `${base}/${part}`);

/** True when the answer goes by mail and the contact already has an address to send it to. */
export const respondeNoContato = (values: Values): boolean => formaDe(values) === 'correspondencia' && values[contatoSicBox('endereco')] === SIM;

const DOCUMENTOS: Record<Pessoa, readonly string[]> = {
  natural: ['/requerente/nome', '/requerente/nomeSocial', '/requerente/cpf', '/requerente/documento/numero', '/requerente/documento/orgao'],
  juridica: ['/requerente/razaoSocial', '/requerente/cnpj', '/requerente/dadosCadastrais'],
};

/** Left out of the body when empty; every other field on the screen is asked for. */
const OPTIONAL = new Set(['/requerente/nomeSocial', '/requerente/documento/orgao', '/periodo', '/periodo/de', '/periodo/ate']);
/** Boxes, by the value that an empty one has: false is said, undefined says nothing. */
const BOXES: Readonly<Record<string, false | undefined>> = { '/sigiloDados': false, '/pessoal/responsabilidade': false, '/semMeios': undefined, '/resposta/isencao': undefined };
const asked = (field: string): boolean => !OPTIONAL.has(field) && !(/\/endereco\//.test(field) && !REQUIRED.some((part) => field.endsWith(`/${part}`)));

/** What the personal information of somebody asks beside who asks: proof of identity, and of third parties their ground and a term (Res. 215/2015, arts. 37, 38). */
function pessoal(values: Values): string[] {
  if (especieDe(values) !== 'informacao-pessoal') return [];
  const titular = titularDe(values);
  return ['/pessoal/titular', ...(titular === 'terceiro' ? ['/pessoal/fundamento', '/pessoal/responsabilidade'] : []), ...(titular ? ['/anexos'] : [])];
}

/** Fields of the request, by step, for what was chosen so far. None asks for a reason (Res. 215/2015, art. 11, § 4). */
export function pedidoFields(values: Values): StepFields {
  const contacts = CONTATOS_SIC.flatMap((tipo) =>
    values[contatoSicBox(tipo)] !== SIM ? [] : tipo === 'endereco' ? address(`${CONTATO_SIC}/endereco`) : [`${CONTATO_SIC}/${tipo}`],
  );
  const especie = especieDe(values);
  const forma = formaDe(values);
  const mail = forma === 'correspondencia' && !respondeNoContato(values) ? address('/resposta/endereco') : [];
  return [
    ['/especificacao', '/periodo', '/periodo/de', '/periodo/ate', '/especie', ...(especie === 'desclassificacao' ? ['/documento'] : [])],
    ['/requerente/pessoa', ...DOCUMENTOS[pessoaDe(values)], CONTATO_SIC, ...contacts, ...pessoal(values)],
    // What is public is shown where it is, unless the person cannot look (art. 15); personal information never is.
    ['/resposta/forma', ...mail, ...(forma === 'eletronica' ? [] : ['/resposta/isencao']), ...(especie === 'informacao' ? ['/semMeios'] : []), '/sigiloDados'],
    ['/privacidade/aceito'],
  ];
}

/**
 * Body of the request: only what is on the screen.
 * @param fields fields that are shown, as `pedidoFields` gives them
 * @param extra leaves that are not typed, by pointer: the acceptance of the terms
 */
export function pedidoBody(values: Values, fields: StepFields, extra: Readonly<Record<string, unknown>>): unknown {
  const leaves: Record<string, unknown> = {};
  for (const field of fields.flat()) {
    leaves[field] = field === CONTATO_SIC ? {} : field in BOXES ? values[field] === SIM || BOXES[field] : (filled(values, field) ?? (asked(field) ? '' : undefined));
  }
  if (respondeNoContato(values)) {
    for (const part of PARTS) leaves[`/resposta/endereco/${part}`] = leaves[`${CONTATO_SIC}/endereco/${part}`];
  }
  const especie = especieDe(values);
  return nest({
    ...leaves,
    '/especie': especie === 'informacao' ? undefined : especie,
    '/requerente/pessoa': pessoaDe(values),
    '/resposta/forma': formaDe(values),
    ...('/pessoal/titular' in leaves ? { '/pessoal/titular': titularDe(values) ?? undefined } : {}),
    '/anexos': '/anexos' in leaves ? ids(values, '/anexos') : undefined,
    ...extra,
  });
}
