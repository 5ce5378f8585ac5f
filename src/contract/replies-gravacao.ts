import type { Gravacao, ManifestoGravacao, ResumoGravacao } from './gravacao.ts';
import { fits, INSTANT, type Shape } from './replies.ts';

/** Readers of the answers on recordings, as in `replies.ts`. */

const RESUMO: Shape = { id: /^[\w-]{22,64}$/, processo: 'string', unidade: 'string', ato: 'string', em: INSTANT, sigilo: 'boolean' };
const ARQUIVO: Shape = { variante: 'string', tipo: 'string', bytes: 'number', sha256: 'string', url: 'string', baixar: 'string' };

export const isGravacao = (value: unknown): value is Gravacao => fits(value, { ...(RESUMO as Record<string, Shape>), marcas: [{ em: 'number', rotulo: 'string' }], arquivos: [ARQUIVO], expiraEm: INSTANT });
export const isListaGravacoes = (value: unknown): value is { itens: ResumoGravacao[] } => fits(value, { itens: [RESUMO] });
export const isManifestoGravacao = (value: unknown): value is ManifestoGravacao =>
  fits(value, { tipo: /^gravacao$/, tribunal: 'string', gravacao: 'string', processo: 'string', arquivos: [{ variante: 'string', bytes: 'number', sha256: 'string', pedaco: 'number', pedacos: ['string'] }], assinadoEm: INSTANT });
