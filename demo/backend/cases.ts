import { sql } from 'kysely';
import type { Caso, ConsultaEnvio, EventoCaso, Recibo, TipoCaso } from '../../src/contract/caso.ts';
import { TOKEN_CASO_SEGUNDOS } from '../../src/config/limits.ts';
import { chaveDeBytes, formatChave } from '../../src/domain/protocol/chave.ts';
import { formatProtocolo } from '../../src/domain/protocol/protocolo.ts';
import type { Court } from './court.ts';
import { violou, type Db } from './database.ts';
import type { Chaves } from './keys.ts';
import { ProblemError } from './problems.ts';
import type { CasoRow } from './schema.ts';
import { aleatorio, iguais, jsonCanonico, sha256, type Segredos } from './secrets.ts';

/** What the use cases need from the outside. */
export interface Contexto {
  db: Db;
  court: Court;
  chaves: Chaves;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Called right after the commit of a registration, before anything is answered: a place for tests to break. */
  afterCommit?: (() => void) | undefined;
}

/** What is registered: the validated body and what is read from it. */
export interface NovoRegistro {
  tipo: TipoCaso;
  envio: Record<string, unknown>;
  /** The citizen's text, whose hash goes into the receipt. */
  texto: string;
  especie: string | null;
  unidadeId: string | null;
}

const TEXTO_REGISTRO: Record<TipoCaso, string> = {
  'manifestacao': 'Manifestação registrada.',
  'pedido-informacao': 'Pedido de informação registrado.',
};

/**
 * The key of a case, out of things that are only together when the client sends its request (again).
 *
 * The same request must give the same answer, key included, and yet the key may be stored nowhere. So it is not drawn but derived:
 * the first 80 bits of HMAC-SHA-256 under the server's secret over the `Idempotency-Key`, the hash of the body and 128 random bits kept
 * with the case. Without the client's `Idempotency-Key`, which is stored only as a keyed hash, neither the database nor the server's
 * secret gives it back.
 */
const derivarChave = (segredos: Segredos, idemKey: string, corpoHash: Uint8Array, sal: Uint8Array): string =>
  chaveDeBytes(segredos.mac('chave-derivacao', idemKey, corpoHash, sal).subarray(0, 10));

const hashDaChave = (segredos: Segredos, protocolo: string, chave: string): Buffer => segredos.mac('chave', protocolo, chave);

type Guardado = Pick<CasoRow, 'tipo' | 'protocolo' | 'chave_hash' | 'registrado_em' | 'prazo' | 'recibo' | 'corpo_hash' | 'sal'>;

/**
 * Registers a case once: number, receipt and first event in one transaction.
 *
 * The row of the year's counter stays locked until the commit, so numbers have no gaps (a rollback gives the number back) and their order
 * is the order of the instants (Res. CNJ 432/2021, art. 8), also with several processes and clocks that disagree: an instant is never
 * before the one of the number before. Two requests with the same `Idempotency-Key` meet at a unique constraint: the second rolls back
 * and answers as the first.
 * @throws ProblemError `chave-de-idempotencia-reusada` when the key came with another body
 */
export async function registrar(ctx: Contexto, novo: NovoRegistro, idemKey: string): Promise<Recibo> {
  const { db, court, chaves, clock } = ctx;
  const { segredos } = chaves;
  const idemHash = segredos.mac('idempotencia', 'casos', idemKey);
  const corpoHash = sha256(jsonCanonico([novo.tipo, novo.envio]));

  const antes = await registrado(ctx, idemHash);
  if (antes) return responder(ctx, antes, idemKey, corpoHash);

  const sal = aleatorio(16);
  const chave = derivarChave(segredos, idemKey, corpoHash, sal);
  let salvo: Guardado;
  try {
    salvo = await db.transaction().execute(async (tx) => {
      const agora = new Date(clock());
      const ano = Number(court.dataCivil(agora.getTime()).slice(0, 4));
      const { ultimo: numero, ultimo_em: registradoEm } = await tx
        .insertInto('contadores')
        .values({ ano, ultimo: 1, ultimo_em: agora })
        .onConflict((oc) =>
          oc.column('ano').doUpdateSet({ ultimo: sql`contadores.ultimo + 1`, ultimo_em: sql`greatest(contadores.ultimo_em, excluded.ultimo_em)` }),
        )
        .returning(['ultimo', 'ultimo_em'])
        .executeTakeFirstOrThrow();
      const protocolo = formatProtocolo({ ano, numero });
      const prazo = court.prazo(novo.tipo, court.dataCivil(registradoEm.getTime()));
      const recibo = await chaves.recibo.assinar({
        tribunal: court.tribunal.sigla,
        protocolo,
        tipo: novo.tipo,
        registradoEm: court.instante(registradoEm.getTime()),
        vence: prazo.vence,
        textoSha256: sha256(novo.texto).toString('hex'),
      });
      const linha = { tipo: novo.tipo, protocolo, chave_hash: hashDaChave(segredos, protocolo, chave), registrado_em: registradoEm, recibo, corpo_hash: corpoHash, sal };
      await tx
        .with('caso', (cte) =>
          cte
            .insertInto('casos')
            .values({
              ...linha,
              ano,
              numero,
              especie: novo.especie,
              unidade_id: novo.unidadeId,
              vence: prazo.vence,
              prazo: JSON.stringify(prazo),
              conteudo: JSON.stringify(novo.envio),
              idem_hash: idemHash,
            })
            .returning('id'),
        )
        .insertInto('eventos')
        .columns(['caso_id', 'tipo', 'em', 'papel', 'texto'])
        .expression((eb) =>
          eb
            .selectFrom('caso')
            .select([
              'id',
              sql<string>`'registro'`.as('tipo'),
              sql<Date>`${registradoEm}::timestamptz`.as('em'),
              sql<EventoCaso['autor']['papel']>`'cidadao'`.as('papel'),
              sql<string>`${TEXTO_REGISTRO[novo.tipo]}::text`.as('texto'),
            ]),
        )
        .execute();
      return { ...linha, prazo };
    });
  } catch (error) {
    if (!violou(error, 'casos_idem_unico')) throw error;
    const outro = await registrado(ctx, idemHash);
    if (!outro) throw error;
    return responder(ctx, outro, idemKey, corpoHash);
  }
  ctx.afterCommit?.();
  return responder(ctx, salvo, idemKey, corpoHash);
}

const registrado = ({ db }: Contexto, idemHash: Uint8Array): Promise<Guardado | undefined> =>
  db
    .selectFrom('casos')
    .select(['tipo', 'protocolo', 'chave_hash', 'registrado_em', 'prazo', 'recibo', 'corpo_hash', 'sal'])
    .where('idem_hash', '=', idemHash)
    .executeTakeFirst();

/** The receipt of a stored case, the same each time. */
function responder({ court, chaves: { segredos } }: Contexto, caso: Guardado, idemKey: string, corpoHash: Uint8Array): Recibo {
  if (!iguais(caso.corpo_hash, corpoHash)) throw new ProblemError('chave-de-idempotencia-reusada');
  const chave = derivarChave(segredos, idemKey, corpoHash, caso.sal);
  // Only after the server's secret was changed: better no answer than a key that opens nothing.
  if (!iguais(caso.chave_hash, hashDaChave(segredos, caso.protocolo, chave))) throw new Error('derived key does not open its case');
  return {
    tipo: caso.tipo,
    protocolo: caso.protocolo,
    chave: formatChave(chave),
    registradoEm: court.instante(caso.registrado_em.getTime()),
    prazo: caso.prazo,
    recibo: caso.recibo,
  };
}

/**
 * The case that a protocol and its key open. A wrong key and an unknown protocol are the same answer, after the same work.
 * @throws ProblemError `protocolo-nao-encontrado`
 */
export async function consultar({ db, court, chaves: { segredos }, clock }: Contexto, { protocolo, chave }: ConsultaEnvio): Promise<Caso> {
  const guardada = await db.selectFrom('casos').select(['id', 'chave_hash']).where('protocolo', '=', protocolo).executeTakeFirst();
  const confere = iguais(hashDaChave(segredos, protocolo, chave), guardada?.chave_hash ?? aleatorio(32));
  if (!guardada || !confere) throw new ProblemError('protocolo-nao-encontrado');
  const caso = await db
    .selectFrom('casos')
    .select(['tipo', 'especie', 'estado', 'registrado_em', 'prazo'])
    .where('id', '=', guardada.id)
    .executeTakeFirstOrThrow();
  const eventos = await db
    .selectFrom('eventos')
    .select(['id', 'tipo', 'em', 'papel', 'unidade', 'texto'])
    .where('caso_id', '=', guardada.id)
    .where('interno', '=', false)
    .orderBy('id')
    .execute();
  return {
    protocolo,
    tipo: caso.tipo,
    ...(caso.especie === null ? {} : { especie: caso.especie }),
    estado: caso.estado,
    registradoEm: court.instante(caso.registrado_em.getTime()),
    prazo: caso.prazo,
    eventos: eventos.map(({ id, tipo, em, papel, unidade, texto }) => ({
      id: String(id),
      tipo,
      em: court.instante(em.getTime()),
      autor: { papel, ...(unidade === null ? {} : { unidade }) },
      ...(texto === null ? {} : { texto }),
    })),
    remedios: [],
    token: emitirToken(segredos, court, protocolo, clock()),
  };
}

/**
 * A token that acts on one case for 15 minutes. It is signed rather than stored: what it says is the protocol and when it ends, and a HMAC
 * under the server's secret says that it is ours.
 */
function emitirToken(segredos: Segredos, court: Court, protocolo: string, agora: number): Caso['token'] {
  const expira = agora + TOKEN_CASO_SEGUNDOS * 1000;
  const corpo = Buffer.from(JSON.stringify([protocolo, expira])).toString('base64url');
  return { valor: `${corpo}.${segredos.mac('token', corpo).toString('base64url')}`, expiraEm: court.instante(expira) };
}

/** The protocol that a token opens now, or null. */
export function lerToken(segredos: Segredos, token: string, agora: number): string | null {
  const [corpo, selo, ...resto] = token.split('.');
  if (!corpo || !selo || resto.length || !iguais(Buffer.from(selo, 'base64url'), segredos.mac('token', corpo))) return null;
  const [protocolo, expira] = JSON.parse(Buffer.from(corpo, 'base64url').toString('utf8')) as [string, number];
  return agora < expira ? protocolo : null;
}
