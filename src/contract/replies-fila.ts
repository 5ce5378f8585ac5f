import type { EntradaFila, SenhaFila } from './fila.ts';
import { fits, INSTANT, type Shape } from './replies.ts';

/** Readers of the answers about a place in a queue, as in `replies.ts`. */

const SENHA: Shape = { senha: 'string', ingresso: 'string', posicao: 'number' };
const ESTIMATIVA: Shape = { minutos: 'number', base: 'string' };
const SALA: Shape = { 'provider': /^(jitsi|jaas)$/, 'domain': 'string', 'sala': /^[\w-]{22,120}$/, 'token?': 'string', 'semVideo?': 'boolean', 'expiraEm': INSTANT };
const DESTINO: Shape = { provider: /^(link|whatsapp)$/, url: 'string', expiraEm: INSTANT };

export const isSenhaFila = (value: unknown): value is SenhaFila =>
  fits(value, SENHA) && ((value as SenhaFila).estimativa === null || fits((value as SenhaFila).estimativa, ESTIMATIVA));
export const isEntradaFila = (value: unknown): value is EntradaFila => fits(value, SALA) || fits(value, DESTINO);
