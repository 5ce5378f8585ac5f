import type { Caso, Recibo } from './caso.ts';
import type { MeusDados } from './acoes.ts';
import type { Estatisticas } from './estatisticas.ts';
import type { EntradaFila, SenhaFila } from './fila.ts';
import type { Problem } from './problem.ts';

/**
 * Readers of the backend's answers for the browser. They check the shape that the elements rely on, and nothing of what a citizen
 * typed, which the schemas judge: an answer does not have to wait for zod (10 KB). `test/contract/replies.test.ts` holds them to the
 * schemas. A value that a newer backend adds to a list of states passes: a case is better shown with one strange word than not at all.
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
const DATE = /^\d{4}-\d\d-\d\d$/;
const PROTOCOLO = /^\d{4}\.\d{6,}-\d$/;
const PRAZO_CALCULO: Shape = [{ passo: 'string', data: DATE, texto: 'string' }];
const PRAZO: Shape = { vence: DATE, dias: 'number', base: 'string', calculo: PRAZO_CALCULO };
const RECIBO: Shape = { tipo: 'string', protocolo: PROTOCOLO, chave: 'string', registradoEm: INSTANT, prazo: PRAZO, recibo: 'string' };
const ANEXO: Shape = { 'id': 'string', 'nome': 'string', 'tipo': 'string', 'bytes': 'number', 'em': INSTANT, 'papel': 'string', 'cifrado?': 'boolean' };
const CASO: Shape = {
  'protocolo': PROTOCOLO,
  'tipo': 'string',
  'especie?': 'string',
  'estado': 'string',
  'registradoEm': INSTANT,
  'prazo': PRAZO,
  'eventos': [{ 'id': 'string', 'tipo': 'string', 'em': INSTANT, 'autor': { 'papel': 'string', 'unidade?': 'string' }, 'texto?': 'string', 'anexos?': [ANEXO], 'cifrado?': 'boolean' }],
  'remedios': [{ 'tipo': 'string', 'ate?': DATE, 'base': 'string', 'autoridade?': 'string', 'url?': 'string', 'calculo?': PRAZO_CALCULO }],
  'acoes?': ['string'],
  'atrasado?': 'boolean',
  'prorrogacao?': { em: INSTANT, motivo: 'string', venciaEm: DATE },
  'pergunta?': { 'texto': 'string', 'em': INSTANT, 'ate?': DATE },
  'decisoes?': [{ 'instancia': 'number', 'resultado': 'string', 'texto': 'string', 'fundamento?': 'string', 'autoridade?': 'string', 'em': INSTANT, 'ciencia?': INSTANT }],
  'recurso?': { instancia: 'number', em: INSTANT, prazo: PRAZO },
  'destino?': { 'orgao': 'string', 'url?': 'string', 'motivo': 'string' },
  'avaliacao?': { nota: 'number', em: INSTANT },
  'audiencias?': [{ em: INSTANT }],
  'modo?': 'string',
  'chaveAge?': 'string',
  'token': { valor: 'string', expiraEm: INSTANT },
};
const SENHA: Shape = { senha: 'string', ingresso: 'string', posicao: 'number' };
const ESTIMATIVA: Shape = { minutos: 'number', base: 'string' };
const SALA: Shape = { 'provider': /^(jitsi|jaas)$/, 'domain': 'string', 'sala': /^[\w-]{22,120}$/, 'token?': 'string', 'semVideo?': 'boolean', 'expiraEm': INSTANT };
const DESTINO: Shape = { provider: /^(link|whatsapp)$/, url: 'string', expiraEm: INSTANT };
const PARCELAS: Shape = [{ chave: 'string', rotulo: 'string' }];
const ESTATISTICAS: Shape = {
  servico: 'string',
  periodo: { inicio: DATE, fim: DATE },
  geradoEm: INSTANT,
  minimo: 'number',
  porTipo: PARCELAS,
  porAssunto: PARCELAS,
  porResultado: PARCELAS,
  porMes: [{ mes: /^\d{4}-\d\d$/ }],
  satisfacao: { notas: [{ nota: 'number' }] },
};
const PROBLEM: Shape = {
  'type': 'string',
  'title': 'string',
  'detail?': 'string',
  'instance?': 'string',
  'errors?': [{ pointer: 'string', code: 'string', detail: 'string' }],
};

export const isRecibo = (value: unknown): value is Recibo => fits(value, RECIBO);
export const isCaso = (value: unknown): value is Caso => fits(value, CASO);
export const isMeusDados = (value: unknown): value is MeusDados => fits(value, { protocolo: 'string', geradoEm: 'string', eventos: [{}], anexos: [{}] });
export const isEstatisticas = (value: unknown): value is Estatisticas => fits(value, ESTATISTICAS);
export const isSenhaFila = (value: unknown): value is SenhaFila =>
  fits(value, SENHA) && ((value as SenhaFila).estimativa === null || fits((value as SenhaFila).estimativa, ESTIMATIVA));
export const isEntradaFila = (value: unknown): value is EntradaFila => fits(value, SALA) || fits(value, DESTINO);
/** The status is taken from the answer itself. */
export const isProblem = (value: unknown): value is Omit<Problem, 'status'> => fits(value, PROBLEM);
