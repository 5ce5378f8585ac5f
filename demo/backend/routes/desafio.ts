import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import type { Payload } from 'altcha-lib/v1/types';
import type { MiddlewareHandler } from 'hono';
import { desafio, type Desafio } from '../../../src/contract/desafio.ts';
import { chaveDeIdempotencia } from '../body.ts';
import { ProblemError } from '../problems.ts';
import { iguais } from '../secrets.ts';
import type { ContextoApp, Env, InstalarRotas } from './rotas.ts';

/**
 * Proof of work against robots (ALTCHA, v1), only where the court file has `protecao: { altcha: true }`. The challenge is signed and not stored; a solution is
 * written down when it is used, with the `Idempotency-Key` it was used for, so that it serves one submission and every repetition of that one.
 */

/** A person reads the review and is called away: the challenge waits, in milliseconds. */
export const VALIDADE_MS = 30 * 60_000;
/** How long a used solution is remembered after its end, for repetitions, in milliseconds. */
const LEMBRANCA_MS = 24 * 60 * 60_000;
/** Largest number to look for. A cheap phone tries some thousands a second; the mean is half of it. */
export const CUSTO_PADRAO = 30_000;

const ligado = ({ court }: ContextoApp): boolean => court.tribunal.protecao?.altcha === true;
const chaveHmac = ({ chaves }: ContextoApp): string => chaves.segredos.mac('desafio', 'altcha-v1').toString('hex');

export const rotasDesafio: InstalarRotas = ({ rota }, ctx) => {
  rota('GET', '/v1/desafio', [], async (c) => {
    if (!ligado(ctx)) throw new ProblemError('desafio-desligado');
    c.header('Cache-Control', 'no-store');
    const agora = ctx.clock();
    await ctx.db.deleteFrom('desafios').where('expira_em', '<', new Date(agora - LEMBRANCA_MS)).execute();
    const { algorithm, challenge, maxnumber, salt, signature } = await createChallenge({
      algorithm: 'SHA-256',
      hmacKey: chaveHmac(ctx),
      maxnumber: ctx.custoDesafio ?? CUSTO_PADRAO,
      expires: new Date(agora + VALIDADE_MS),
    });
    return c.json({ algorithm, challenge, maxnumber, salt, signature } as Desafio);
  });
};

/** The solution in the header `Altcha`, or null when it is none. */
function ler(header: string | undefined): Payload | null {
  if (!header || header.length > 2_000) return null;
  try {
    const value = JSON.parse(Buffer.from(header, 'base64').toString('utf8')) as Partial<Payload> | null;
    if (!value || !Number.isSafeInteger(value.number)) return null;
    // Other algorithms of ALTCHA would only make what we signed weaker.
    return desafio.safeParse(value).success && value.algorithm === 'SHA-256' ? (value as Payload) : null;
  } catch {
    return null;
  }
}

/**
 * Lets a submission through that brings the solution of a challenge of ours, unused and in time; a repetition under the same `Idempotency-Key` goes
 * through whatever became of the time. When the submission itself is refused, the solution is given back.
 * @throws ProblemError `desafio-invalido`, `desafio-vencido`
 */
export function exigirDesafio(ctx: ContextoApp): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!ligado(ctx)) return next();
    const idemHash = ctx.chaves.segredos.mac('idempotencia', 'desafios', chaveDeIdempotencia(c));
    const solucao = ler(c.req.header('altcha'));
    if (!solucao || !(await verifySolution(solucao, chaveHmac(ctx), false))) throw new ProblemError('desafio-invalido');
    const { challenge } = solucao;
    const expira = new Date(Number(extractParams(solucao)['expires']) * 1000);
    const vencido = !(expira.getTime() > ctx.clock());
    const novo = vencido
      ? undefined
      : await ctx.db
          .insertInto('desafios')
          .values({ challenge, idem_hash: idemHash, expira_em: expira })
          .onConflict((oc) => oc.column('challenge').doNothing())
          .returning('challenge')
          .executeTakeFirst();
    if (!novo) {
      const usado = await ctx.db.selectFrom('desafios').select('idem_hash').where('challenge', '=', challenge).executeTakeFirst();
      if (!usado) throw new ProblemError('desafio-vencido');
      if (!iguais(usado.idem_hash, idemHash)) throw new ProblemError('desafio-invalido');
    }
    await next();
    const { status } = c.res;
    if (novo && status >= 400 && status < 500) await ctx.db.deleteFrom('desafios').where('challenge', '=', challenge).execute();
  };
}
