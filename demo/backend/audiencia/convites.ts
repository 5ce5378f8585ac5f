import type { Contexto } from '../cases.ts';
import type { Db } from '../database.ts';
import { ProblemError } from '../problems.ts';
import type { AudienciaRow, ParticipanteRow } from '../schema.ts';
import { aleatorio, type Segredos } from '../secrets.ts';
import { lerAudiencia, type AudienciaLida } from './banco.ts';

/** An invitation shows what became of the hearing until this long after its hour, in milliseconds. */
const DEPOIS_MS = 24 * 60 * 60 * 1000;
/** A code is read out and typed at once, in milliseconds. */
const VALIDADE_CODIGO_MS = 15 * 60_000;
/** The longest visit to an equipped room, in milliseconds. */
const VALIDADE_VISITA_MS = 8 * 60 * 60 * 1000;

/** Crockford's base32: no letter that can be taken for a digit. */
const ALFABETO = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TAMANHO_CODIGO = 8;

/** Forty bits, eight characters. */
const escreverCodigo = (bytes: Uint8Array): string => {
  const todos = BigInt(`0x${Buffer.from(bytes.subarray(0, 5)).toString('hex')}`);
  return Array.from({ length: TAMANHO_CODIGO }, (_, place) => ALFABETO[Number((todos >> BigInt(5 * (TAMANHO_CODIGO - 1 - place))) & 31n)]).join('');
};

/** A code as people type it: `o` for zero, `i` and `l` for one, hyphens and spaces anywhere. */
const lerCodigo = (text: string): string => text.toUpperCase().replace(/[\s\-‐-―−]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

const hashDoConvite = (segredos: Segredos, convite: string): Buffer => segredos.mac('convite', convite);
const hashDoCodigo = (segredos: Segredos, salaEquipada: string, codigo: string): Buffer => segredos.mac('convite', 'codigo', salaEquipada, codigo);

/** An invitation, derived as the key of a case is (see `derivarChave` in `cases.ts`): 256 bits, stored only as a keyed hash. */
const derivar = (segredos: Segredos, idemKey: string, sal: Uint8Array): Buffer => segredos.mac('convite-derivacao', idemKey, sal);

/** Until when the invitations of a hearing open anything, in epoch milliseconds; one that is under way, or goes on another day, keeps them. */
export function validadeDosConvites({ fim, estado, encerrada_em }: Pick<AudienciaRow, 'fim' | 'estado' | 'encerrada_em'>, agora: number): number {
  const marcada = fim.getTime() + DEPOIS_MS;
  // To the end of the next day, so that it says the same from one look to the next.
  return estado === 'em-andamento' || estado === 'suspensa' ? Math.max(marcada, (Math.floor(agora / DEPOIS_MS) + 2) * DEPOIS_MS) : Math.max(marcada, (encerrada_em?.getTime() ?? 0) + DEPOIS_MS);
}

/** What makes the secret of an act: the same each time that the act is repeated. */
export interface DoAto {
  idemKey: string;
  idemHash: Uint8Array;
  em: Date;
}

/** A new personal invitation; every other of this person, at an equipped room too, opens nothing any more. */
export async function novoConvite(tx: Db, { segredos }: Contexto['chaves'], participanteId: number, { idemKey, idemHash, em }: DoAto): Promise<string> {
  await revogarConvites(tx, participanteId, em);
  const sal = aleatorio(16);
  const convite = derivar(segredos, idemKey, sal).toString('base64url');
  await tx.insertInto('audiencia_convites').values({ participante_id: participanteId, tipo: 'pessoal', segredo_hash: hashDoConvite(segredos, convite), sal, idem_hash: idemHash, criado_em: em }).execute();
  return convite;
}

export async function revogarConvites(tx: Db, participanteId: number, em: Date): Promise<void> {
  await tx.updateTable('audiencia_convites').set({ revogado_em: em }).where('participante_id', '=', participanteId).where('revogado_em', 'is', null).execute();
}

/** A short code for one equipped room; one before it for the same person opens nothing any more. */
export async function novoCodigo(tx: Db, { segredos }: Contexto['chaves'], participanteId: number, salaEquipada: string, { idemKey, idemHash, em }: DoAto): Promise<{ codigo: string; expira: Date }> {
  await tx.updateTable('audiencia_convites').set({ revogado_em: em }).where('participante_id', '=', participanteId).where('tipo', '=', 'codigo').where('revogado_em', 'is', null).execute();
  const sal = aleatorio(16);
  const codigo = escreverCodigo(derivar(segredos, idemKey, sal));
  const expira = new Date(em.getTime() + VALIDADE_CODIGO_MS);
  await tx
    .insertInto('audiencia_convites')
    .values({ participante_id: participanteId, tipo: 'codigo', segredo_hash: hashDoCodigo(segredos, salaEquipada, codigo), sal, idem_hash: idemHash, sala_equipada: salaEquipada, criado_em: em, expira_em: expira })
    .execute();
  return { codigo, expira };
}

/** What an act gave that is shown once, when the act is repeated; null when it made nothing, or what it made is gone. */
export async function conviteDoAto(tx: Db, { segredos }: Contexto['chaves'], { idemKey, idemHash }: Omit<DoAto, 'em'>) {
  const row = await tx.selectFrom('audiencia_convites').selectAll().where('idem_hash', '=', idemHash).where('revogado_em', 'is', null).executeTakeFirst();
  if (!row) return null;
  const bytes = derivar(segredos, idemKey, row.sal);
  return { participanteId: row.participante_id, tipo: row.tipo, segredo: row.tipo === 'codigo' ? escreverCodigo(bytes) : bytes.toString('base64url'), salaEquipada: row.sala_equipada, expira: row.expira_em };
}

/** A code in groups, to be read out. */
export const mostrarCodigo = (codigo: string): string => codigo.replace(/.{4}(?=.)/g, '$&-');

/** Who an invitation brought. */
export interface Convidado {
  conviteId: number;
  tipo: 'pessoal' | 'quiosque';
  eu: ParticipanteRow;
  lida: AudienciaLida;
  /** Epoch milliseconds. */
  expira: number;
}

/**
 * The person and the hearing of an invitation, found by a keyed hash, which nobody can steer.
 * @throws ProblemError `convite-invalido`, `convite-revogado`, `convite-vencido`
 */
export async function porConvite({ db, chaves: { segredos }, clock }: Contexto, convite: string): Promise<Convidado> {
  const achado = await db
    .selectFrom('audiencia_convites as c')
    .innerJoin('audiencia_participantes as p', 'p.id', 'c.participante_id')
    .select(['c.id', 'c.tipo', 'c.participante_id', 'c.expira_em', 'c.revogado_em', 'p.audiencia_id'])
    .where('c.segredo_hash', '=', hashDoConvite(segredos, convite))
    .executeTakeFirst();
  if (!achado || achado.tipo === 'codigo') throw new ProblemError('convite-invalido');
  if (achado.revogado_em) throw new ProblemError('convite-revogado');
  const lida = (await lerAudiencia(db, achado.audiencia_id))!;
  const eu = lida.participantes.find(({ id }) => id === achado.participante_id)!;
  if (eu.estado === 'revogado') throw new ProblemError('convite-revogado');
  const agora = clock();
  const daAudiencia = validadeDosConvites(lida.row, agora);
  const expira = achado.expira_em ? Math.min(daAudiencia, achado.expira_em.getTime()) : daAudiencia;
  if (agora >= expira) throw new ProblemError('convite-vencido');
  return { conviteId: achado.id, tipo: achado.tipo, eu, lida, expira };
}

/**
 * Trades the code that the clerk read out for an invitation that lasts for this visit, once.
 * @throws ProblemError `codigo-nao-encontrado`, the same for one that is wrong, used, late or of another room
 */
export function trocarCodigo({ db, chaves: { segredos }, clock }: Contexto, salaEquipada: string, digitado: string): Promise<{ convite: string; expira: number }> {
  return db.transaction().execute(async (tx) => {
    const agora = clock();
    const em = new Date(agora);
    // Used in the same statement that finds it: two screens never get in with one code.
    const codigo = await tx
      .updateTable('audiencia_convites')
      .set({ usado_em: em, revogado_em: em })
      .where('segredo_hash', '=', hashDoCodigo(segredos, salaEquipada, lerCodigo(digitado)))
      .where('tipo', '=', 'codigo')
      .where('revogado_em', 'is', null)
      .where('expira_em', '>', em)
      .returning('participante_id')
      .executeTakeFirst();
    if (!codigo) throw new ProblemError('codigo-nao-encontrado');
    const convite = aleatorio(32).toString('base64url');
    const expira = agora + VALIDADE_VISITA_MS;
    await tx
      .insertInto('audiencia_convites')
      .values({ participante_id: codigo.participante_id, tipo: 'quiosque', segredo_hash: hashDoConvite(segredos, convite), sal: aleatorio(16), sala_equipada: salaEquipada, criado_em: em, expira_em: new Date(expira) })
      .execute();
    return { convite, expira };
  });
}

/** Ends a visit to an equipped room: nothing of it is left to come back to. */
export async function encerrarVisita(tx: Db, conviteId: number, em: Date): Promise<void> {
  await tx.updateTable('audiencia_convites').set({ revogado_em: em }).where('id', '=', conviteId).where('tipo', '=', 'quiosque').execute();
}
