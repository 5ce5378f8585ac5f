import type { Comprovante, Recibo } from '../../src/contract/caso.ts';

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

/** What a person sees of a receipt, for its story. */
export interface ExemploRecibo {
  nome: string;
  descricao: string;
  recibo: Comprovante;
  /** Page where receipts are verified. */
  conferir?: string;
}

const SEM_CHAVE: Comprovante = { tipo: 'manifestacao', registradoEm: '2026-11-20T10:05:00-03:00' };

export const EXEMPLOS_RECIBO: readonly ExemploRecibo[] = [
  { nome: 'Pedido de informação', descricao: 'Protocolo, chave, prazo com a conta, agenda, e como conferir.', recibo: RECIBO_PEDIDO, conferir: 'conferir.html' },
  { nome: 'Manifestação', descricao: 'O prazo que cai num domingo passa para a segunda-feira.', recibo: RECIBO_MANIFESTACAO, conferir: 'conferir.html' },
  { nome: 'Sem página de conferência', descricao: 'O tribunal não tem página que confira: o código fica, sem o caminho.', recibo: RECIBO_PEDIDO },
  {
    nome: 'De outro sistema, só com protocolo',
    descricao: 'O sistema do tribunal não usa chave nem assina: o protocolo basta, e o caminho é outro.',
    recibo: { ...SEM_CHAVE, protocolo: 'OUV-2026/000771', mensagem: 'Sua mensagem foi encaminhada ao setor responsável.' },
  },
  { nome: 'De outro sistema, sem protocolo', descricao: 'O sistema só disse que recebeu: guardam-se o dia e a hora.', recibo: { ...SEM_CHAVE, tipo: 'pedido-informacao' } },
];
