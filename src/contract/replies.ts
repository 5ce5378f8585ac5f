import type { Recibo } from './caso.ts';
import type { Problem } from './problem.ts';

/**
 * Readers of the backend's answers for the browser. They check the shape that the elements rely on, and nothing of what a citizen
 * typed, which the schemas judge: an answer does not have to wait for zod (10 KB). `test/contract/replies.test.ts` holds them to the
 * schemas. A value that a newer backend adds to a list of states passes: a case is better shown with one strange word than not at all.
 * Those of a case, of the queue and of the figures are apart, each for who asks for them.
 */

/** Shape of a JSON value: a type, a pattern, a list of one shape, or an object; a key that ends in `?` may be missing. */
export type Shape = 'string' | 'number' | 'boolean' | RegExp | readonly [Shape] | { readonly [key: string]: Shape };

export function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') return typeof value === shape;
  if (shape instanceof RegExp) return typeof value === 'string' && shape.test(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(shape)) return false;
  if (Array.isArray(shape)) return (value as unknown[]).every((item) => fits(item, shape[0] as Shape));
  return Object.entries(shape).every(([key, inner]) => {
    const name = key.replace('?', '');
    const found = (value as Record<string, unknown>)[name];
    return found === undefined ? name !== key : fits(found, inner);
  });
}

export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
export const DATE = /^\d{4}-\d\d-\d\d$/;
export const PROTOCOLO = /^\d{4}\.\d{6,}-\d$/;
export const PRAZO_CALCULO: Shape = [{ passo: 'string', data: DATE, texto: 'string' }];
export const PRAZO: Shape = { vence: DATE, dias: 'number', base: 'string', calculo: PRAZO_CALCULO };
const RECIBO: Shape = { tipo: 'string', protocolo: PROTOCOLO, chave: 'string', registradoEm: INSTANT, prazo: PRAZO, recibo: 'string' };
const PROBLEM: Shape = {
  'type': 'string',
  'title': 'string',
  'detail?': 'string',
  'instance?': 'string',
  'errors?': [{ pointer: 'string', code: 'string', detail: 'string' }],
};

export const isRecibo = (value: unknown): value is Recibo => fits(value, RECIBO);
/** The status is taken from the answer itself. */
export const isProblem = (value: unknown): value is Omit<Problem, 'status'> => fits(value, PROBLEM);
