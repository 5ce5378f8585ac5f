import type { TemaManifestacao, TipoManifestacao } from '../../contract/manifestacao.ts';
import { ids } from './anexos.ts';
import { filled, nest } from './body.ts';
import { SIM, type StepFields, type Values } from './fields.ts';

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

/** Matters with a way of their own that each kind can be about (Res. 432/2021, art. 5, §§ 1 to 3, and art. 17, § 2). */
const TEMAS: Record<TipoManifestacao, readonly TemaManifestacao[]> = {
  reclamacao: ['lgpd', 'mulher', 'direitos-humanos', 'meio-ambiente'],
  denuncia: ['relato-lei-13608', 'mulher', 'direitos-humanos', 'meio-ambiente'],
  solicitacao: ['lgpd', 'mulher', 'direitos-humanos', 'meio-ambiente'],
  informacao: ['mulher', 'direitos-humanos', 'meio-ambiente'],
  sugestao: ['mulher', 'direitos-humanos', 'meio-ambiente'],
  elogio: [],
};

/** What the court offers to choose from. */
export interface Oferta {
  assuntos: boolean;
  unidades: boolean;
  /** Matters that the court assigned to the Ouvidoria. */
  temas?: readonly TemaManifestacao[];
  /** The backend takes uploads. */
  anexos?: boolean;
}

const NADA: Oferta = { assuntos: false, unidades: false };

/** Kind that was chosen, or null. */
export const tipoDe = (values: Values): TipoManifestacao | null => (values['/tipo'] as TipoManifestacao | undefined) || null;

/** Matters that can be chosen for the kind. */
export function temasDe(values: Values, { temas = [] }: Oferta): readonly TemaManifestacao[] {
  const tipo = tipoDe(values);
  return tipo ? TEMAS[tipo].filter((tema) => temas.includes(tema)) : [];
}

/** Matter that holds: it falls when the kind changes to one that it is not for. */
export const temaDe = (values: Values, oferta: Oferta): TemaManifestacao | null => temasDe(values, oferta).find((tema) => tema === values['/tema']) ?? null;

/**
 * Identification that holds: only a denúncia can be anonymous, so the choice falls when the kind changes; and who asks about their own data has to
 * say who they are to who answers.
 */
export function modoDe(values: Values, oferta: Oferta = NADA): string {
  if (temaDe(values, oferta) === 'lgpd') return 'identificada';
  const modo = values['/identificacao/modo'] ?? '';
  return modo === 'anonima' && values['/tipo'] !== 'denuncia' ? '' : modo;
}

/** To be seen writing this may put the person in danger: the page offers a quick way out (Res. 432/2021, art. 17, § 2). */
export function sensivel(values: Values, oferta: Oferta): boolean {
  const tema = temaDe(values, oferta);
  return tipoDe(values) === 'denuncia' || (tema !== null && tema !== 'lgpd');
}

const enderecoParts = ['logradouro', 'complemento', 'bairro', 'municipio', 'uf', 'cep'].map((part) => `${ENDERECO}/${part}`);

function contatoFields(values: Values): string[] {
  return CONTATOS.flatMap((tipo) => (values[contatoBox(tipo)] !== SIM ? [] : tipo === 'endereco' ? enderecoParts : [`${CONTATO}/${tipo}`]));
}

/** Fields of the form of the Ouvidoria, by step, for what was chosen so far. */
export function manifestacaoFields(values: Values, oferta: Oferta): StepFields {
  const tipo = tipoDe(values);
  const detalhes = (tipo ? DETALHES[tipo] : []).filter((field) => field !== '/unidadeId' || oferta.unidades);
  const temas = temasDe(values, oferta).length > 0 ? ['/tema', ...(temaDe(values, oferta) === 'lgpd' ? ['/direito'] : [])] : [];
  const modo = modoDe(values, oferta);
  const pessoa = modo && modo !== 'anonima' ? ['/identificacao/nome', '/identificacao/nomeSocial', '/identificacao/cpf', CONTATO, ...contatoFields(values)] : [];
  return [
    ['/tipo'],
    [...temas, '/relato', ...(oferta.assuntos ? ['/assunto'] : []), ...detalhes, ...(oferta.anexos ? ['/anexos'] : [])],
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
 * @param oferta what the court offers
 */
export function manifestacaoBody(values: Values, fields: StepFields, privacidade: Readonly<Record<string, unknown>>, oferta: Oferta = NADA): unknown {
  const leaves: Record<string, unknown> = {};
  for (const field of fields.flat()) {
    const text = filled(values, field);
    leaves[field] = field === CONTATO ? {} : field === '/anexos' ? ids(values, field) : text ?? (asked(field) || askedAddress.includes(field) ? '' : undefined);
  }
  return nest({
    ...leaves,
    '/tipo': filled(values, '/tipo'),
    '/tema': temaDe(values, oferta) ?? undefined,
    '/identificacao/modo': modoDe(values, oferta) || undefined,
    ...privacidade,
  });
}

/** What an anonymous report lacks of the facts that let it go on (Res. 432/2021, art. 10, § 2). */
export function faltaParaSeguir(values: Values): ('envolvidos' | 'local' | 'quando')[] {
  return (['envolvidos', 'local', 'quando'] as const).filter((field) => !filled(values, `/${field}`));
}
