import type { Estatisticas } from './estatisticas.ts';
import { DATE, fits, INSTANT, type Shape } from './replies.ts';

/** Reader of the figures, as in `replies.ts`. */

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

export const isEstatisticas = (value: unknown): value is Estatisticas => fits(value, ESTATISTICAS);
