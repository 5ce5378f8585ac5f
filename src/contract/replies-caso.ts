import type { MeusDados } from './acoes.ts';
import type { Caso } from './caso.ts';
import { DATE, fits, INSTANT, PRAZO, PRAZO_CALCULO, PROTOCOLO, type Shape } from './replies.ts';

/** Readers of the answers about a case, as in `replies.ts`. */

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

export const isCaso = (value: unknown): value is Caso => fits(value, CASO);
export const isMeusDados = (value: unknown): value is MeusDados => fits(value, { protocolo: 'string', geradoEm: 'string', eventos: [{}], anexos: [{}] });
