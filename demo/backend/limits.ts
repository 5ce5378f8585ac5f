import { createHash, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from './problems.ts';

/** So many calls in so many seconds. */
export interface Limite {
  pontos: number;
  segundos: number;
}

/** Kinds of call that are counted apart. */
export interface Limites {
  /** Any call of one client. */
  geral: Limite;
  /** Calls that register something. Many people share one address behind a mobile operator: generous on purpose. */
  criacao: Limite;
  /** Calls about one ticket of a queue, by whoever holds it, from wherever. */
  ingresso: Limite;
  /** Uploads that are begun; the parts of one count as any call. */
  anexos: Limite;
  /** Tries at one protocol by one client; a right key gives the try back. */
  consulta: Limite;
  /** Tries at any protocol by one client. */
  consultas: Limite;
}

export const LIMITES: Limites = {
  geral: { pontos: 600, segundos: 60 },
  criacao: { pontos: 60, segundos: 600 },
  ingresso: { pontos: 120, segundos: 60 },
  anexos: { pontos: 120, segundos: 600 },
  consulta: { pontos: 15, segundos: 900 },
  consultas: { pontos: 120, segundos: 900 },
};

export interface Limitador {
  /** Counts a call. @throws ProblemError `muitas-tentativas` with the seconds to wait */
  contar(tipo: keyof Limites, ...quem: string[]): Promise<void>;
  /** Takes one call back. */
  devolver(tipo: keyof Limites, ...quem: string[]): Promise<void>;
}

/**
 * Counts calls in the memory of this process. Who calls is kept only as a hash with a salt that is drawn at start and dies with the process: no
 * address of a person is ever written down.
 */
export function createLimitador(limites: Limites): Limitador {
  const sal = randomBytes(16);
  const nome = (quem: string[]): string => {
    const hash = createHash('sha256').update(sal);
    for (const parte of quem) hash.update(parte).update('\0');
    return hash.digest('base64url');
  };
  const contadores = Object.fromEntries(
    Object.entries(limites).map(([tipo, { pontos, segundos }]: [string, Limite]) => [tipo, new RateLimiterMemory({ keyPrefix: tipo, points: pontos, duration: segundos })]),
  ) as Record<keyof Limites, RateLimiterMemory>;
  return {
    async contar(tipo, ...quem) {
      try {
        await contadores[tipo].consume(nome(quem));
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new ProblemError('muitas-tentativas', { retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
      }
    },
    async devolver(tipo, ...quem) {
      await contadores[tipo].reward(nome(quem));
    },
  };
}

/** A client by its address: an IPv6 one by its /64, which is one household or one phone. */
export function redeDoCliente(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const groups = plain.includes('::') ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right] : left;
  return groups.slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')).join(':');
}
