import type { Recibo } from '../../src/contract/caso.ts';

/** A receipt of an information request whose last day falls on a working day. */
export const RECIBO_PEDIDO: Recibo = {
  tipo: 'pedido-informacao',
  protocolo: '2026.000123-8',
  chave: '7KQ2-M9XV-4TBN-8RDH',
  registradoEm: '2026-11-20T10:05:00-03:00',
  prazo: {
    vence: '2026-12-10',
    dias: 20,
    base: 'Lei 12.527/2011, art. 11, § 1º; Resolução CNJ 215/2015, art. 13, § 1º',
    calculo: [
      { passo: 'registro', data: '2026-11-20', texto: 'Registro em 20/11/2026 (sexta-feira). O dia do registro não entra na conta.' },
      { passo: 'inicio', data: '2026-11-21', texto: 'A conta começa no dia seguinte, 21/11/2026 (sábado).' },
      { passo: 'contagem', data: '2026-12-10', texto: 'São 20 dias corridos (Resolução CNJ 215/2015, art. 13, § 1º): o último é 10/12/2026 (quinta-feira).' },
      { passo: 'vencimento', data: '2026-12-10', texto: 'O prazo termina em 10/12/2026 (quinta-feira).' },
    ],
  },
  recibo: 'eyJhbGciOiJFZERTQSIsImtpZCI6ImRlbW8tMSJ9.eyJ0cmlidW5hbCI6IlRKUk4iLCJwcm90b2NvbG8iOiIyMDI2LjAwMDEyMy02In0.QmFzZTY0dXJsLWRlLXVtYS1hc3NpbmF0dXJhLWRlLWV4ZW1wbG8',
};

/** A receipt of a manifestation whose last day moves from a Sunday to the Monday after it. */
export const RECIBO_MANIFESTACAO: Recibo = {
  ...RECIBO_PEDIDO,
  tipo: 'manifestacao',
  protocolo: '2026.000456-7',
  prazo: {
    vence: '2026-12-21',
    dias: 30,
    base: 'Resolução CNJ 432/2021, art. 9º',
    calculo: [
      { passo: 'registro', data: '2026-11-20', texto: 'Registro em 20/11/2026 (sexta-feira). O dia do registro não entra na conta.' },
      { passo: 'inicio', data: '2026-11-21', texto: 'A conta começa no dia seguinte, 21/11/2026 (sábado).' },
      { passo: 'contagem', data: '2026-12-20', texto: 'São 30 dias corridos (Resolução CNJ 432/2021, art. 9º): o último é 20/12/2026 (domingo).' },
      { passo: 'dia-nao-util', data: '2026-12-20', texto: '20/12/2026 não é dia útil: domingo.' },
      { passo: 'vencimento', data: '2026-12-21', texto: 'O prazo passa para o dia útil seguinte (Lei 9.784/1999, art. 66, § 1º) e termina em 21/12/2026 (segunda-feira).' },
    ],
  },
};
