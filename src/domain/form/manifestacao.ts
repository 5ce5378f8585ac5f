import type { TipoManifestacao } from '../../contract/manifestacao.ts';
import { filled, nest, SIM, type StepFields, type Values } from './fields.ts';

/** Ways to reach a person, each with the box that opens it (Res. 432/2021, art. 7, § 3: none of them obligatory by itself). */
export const CONTATOS = ['email', 'telefone', 'endereco', 'alternativo'] as const;
export type ContatoTipo = (typeof CONTATOS)[number];

const CONTATO = '/identificacao/contato';
const ENDERECO = `${CONTATO}/endereco`;

/** Box of a way to be reached; not part of the body. */
export const contatoBox = (tipo: ContatoTipo): string => `#${tipo}`;

/** What each kind asks beside the text: the facts that let it go on, and no more than that. */
const DETALHES: Record<TipoManifestacao, readonly string[]> = {
  reclamacao: ['/quando', '/local', '/unidadeId', '/processo'],
  // Who, where and when is what an anonymous report needs to go on (Res. 432/2021, art. 10, § 2).
  denuncia: ['/envolvidos', '/local', '/quando', '/unidadeId', '/processo'],
  solicitacao: ['/unidadeId', '/processo'],
  informacao: ['/unidadeId', '/processo'],
  sugestao: ['/unidadeId'],
  elogio: ['/unidadeId', '/quando'],
};

/** What the court offers to choose from. */
export interface Oferta {
  assuntos: boolean;
  unidades: boolean;
}

/** Kind that was chosen, or null. */
export const tipoDe = (values: Values): TipoManifestacao | null => (values['/tipo'] as TipoManifestacao | undefined) || null;

/** Identification that holds: only a denúncia can be anonymous, so the choice falls when the kind changes. */
export function modoDe(values: Values): string {
  const modo = values['/identificacao/modo'] ?? '';
  return modo === 'anonima' && values['/tipo'] !== 'denuncia' ? '' : modo;
}

const enderecoParts = ['logradouro', 'complemento', 'bairro', 'municipio', 'uf', 'cep'].map((part) => `${ENDERECO}/${part}`);

function contatoFields(values: Values): string[] {
  return CONTATOS.flatMap((tipo) => (values[contatoBox(tipo)] !== SIM ? [] : tipo === 'endereco' ? enderecoParts : [`${CONTATO}/${tipo}`]));
}

/** Fields of the form of the Ouvidoria, by step, for what was chosen so far. */
export function manifestacaoFields(values: Values, oferta: Oferta): StepFields {
  const tipo = tipoDe(values);
  const detalhes = (tipo ? DETALHES[tipo] : []).filter((field) => field !== '/unidadeId' || oferta.unidades);
  const modo = modoDe(values);
  const pessoa = modo && modo !== 'anonima' ? ['/identificacao/nome', '/identificacao/nomeSocial', '/identificacao/cpf', CONTATO, ...contatoFields(values)] : [];
  return [
    ['/tipo'],
    ['/relato', ...(oferta.assuntos ? ['/assunto'] : []), ...detalhes],
    ['/identificacao/modo', ...pessoa],
    ['/privacidade/aceito'],
  ];
}

/** Fields that are asked for even when left empty: an opened way of contact is checked, not ignored. */
const asked = (field: string): boolean =>
  field === '/relato' || field === '/identificacao/nome' || field === `${CONTATO}/email` || field === `${CONTATO}/telefone` || field === `${CONTATO}/alternativo`;

const askedAddress = ['logradouro', 'municipio', 'uf'].map((part) => `${ENDERECO}/${part}`);

/**
 * Body of the manifestation: only what is on the screen, so that a name typed before choosing to be anonymous never leaves.
 * @param fields fields that are shown, as `manifestacaoFields` gives them
 * @param privacidade leaves of the acceptance
 */
export function manifestacaoBody(values: Values, fields: StepFields, privacidade: Readonly<Record<string, unknown>>): unknown {
  const leaves: Record<string, unknown> = {};
  for (const field of fields.flat()) {
    const text = filled(values, field);
    leaves[field] = field === CONTATO ? {} : text ?? (asked(field) || askedAddress.includes(field) ? '' : undefined);
  }
  return nest({ ...leaves, '/tipo': filled(values, '/tipo'), '/identificacao/modo': modoDe(values) || undefined, ...privacidade });
}

/** Nothing of an anonymous person stays on the device, and neither does the choice to be anonymous. */
export const keepsManifestacaoDraft = (values: Values): boolean => values['/identificacao/modo'] !== 'anonima';

/** What an anonymous report lacks of the facts that let it go on (Res. 432/2021, art. 10, § 2). */
export function faltaParaSeguir(values: Values): ('envolvidos' | 'local' | 'quando')[] {
  return (['envolvidos', 'local', 'quando'] as const).filter((field) => !filled(values, `/${field}`));
}
