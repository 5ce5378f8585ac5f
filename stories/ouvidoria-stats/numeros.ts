import type { Estatisticas } from '../../src/contract/estatisticas.ts';
import { ESPECIES_ROTULOS, PERFIL_ROTULOS, RESULTADOS_ROTULOS, TIPOS_ROTULOS } from '../../src/domain/statistics/rotulos.ts';

/** Invented figures that add up. */

const partes = (rotulos: Readonly<Record<string, string>>, totais: readonly (number | null)[]) => Object.entries(rotulos).map(([chave, rotulo], i) => ({ chave, rotulo, total: totais[i] === undefined ? 0 : totais[i] }));
const MESES = ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
const meses = (recebidas: readonly (number | null)[], respondidas: readonly (number | null)[], noPrazo: readonly (number | null)[]) =>
  MESES.map((mes, i) => ({ mes, recebidas: recebidas[i]!, respondidas: respondidas[i]!, noPrazo: noPrazo[i]! }));

const COMUM = { periodo: { inicio: '2025-12-01', fim: '2026-11-25' }, geradoEm: '2026-11-25T10:00:00-03:00', minimo: 5 };

export const NUMEROS_OUVIDORIA: Estatisticas = {
  ...COMUM,
  servico: 'ouvidoria',
  recebidas: 1286,
  respondidas: 1174,
  noPrazo: 1102,
  prorrogadas: 88,
  emAndamento: 91,
  atrasadas: 9,
  diasMediana: 11,
  porTipo: partes(TIPOS_ROTULOS, [702, 118, 214, 147, 63, 42]),
  porAssunto: [
    { chave: 'demora-no-andamento-de-processo', rotulo: 'Demora no andamento de processo', total: 641 },
    { chave: 'atendimento-em-unidade', rotulo: 'Atendimento em unidade', total: 233 },
    { chave: 'custas-e-emolumentos', rotulo: 'Custas e emolumentos', total: 96 },
    { chave: 'sistemas-e-consulta-processual', rotulo: 'Sistemas e consulta processual', total: 187 },
    { chave: 'acessibilidade', rotulo: 'Acessibilidade', total: 21 },
    { chave: 'sem-assunto', rotulo: 'Sem assunto informado', total: 108 },
  ],
  porResultado: [
    { chave: 'respondida', rotulo: 'Respondida', total: 1121 },
    { chave: 'devolvida', rotulo: 'Devolvida, por ser de outro órgão', total: 53 },
    { chave: 'desistencia', rotulo: 'Encerrada a pedido da pessoa', total: 21 },
  ],
  porMes: meses(
    [71, 88, 95, 124, 117, 109, 98, 131, 122, 118, 126, 87],
    [71, 88, 95, 124, 117, 109, 98, 131, 117, 110, 96, 18],
    [66, 81, 90, 115, 109, 102, 93, 122, 111, 103, 92, 18],
  ),
  satisfacao: { respostas: 412, media: 3.9, notas: [38, 29, 61, 94, 190].map((total, i) => ({ nota: i + 1, total })) },
};

export const NUMEROS_SIC: Estatisticas = {
  ...COMUM,
  servico: 'sic',
  recebidas: 214,
  respondidas: 190,
  noPrazo: 184,
  prorrogadas: 17,
  emAndamento: 24,
  atrasadas: 0,
  diasMediana: 13.5,
  porTipo: partes(ESPECIES_ROTULOS, [197, 17, 0]),
  porAssunto: [],
  porResultado: [...partes({ ...RESULTADOS_ROTULOS, respondida: '' }, [139, 21, 18, 0, 12]).filter(({ chave }) => chave !== 'respondida'), { chave: 'desistencia', rotulo: 'Encerrada a pedido da pessoa', total: 0 }],
  perfil: partes(PERFIL_ROTULOS, [169, 45]),
  porMes: meses([14, 16, 12, 22, 19, 18, 17, 21, 20, 18, 19, 18], [14, 16, 12, 22, 19, 18, 17, 21, 20, 18, 13, 0], [14, 16, 12, 22, 19, 18, 11, 21, 20, 18, 13, 0]),
  satisfacao: { respostas: 61, media: 4.2, notas: [5, 0, 9, 16, 31].map((total, i) => ({ nota: i + 1, total })) },
};

/** A small court: what would tell of few people is left out. */
export const NUMEROS_OMITIDOS: Estatisticas = {
  ...COMUM,
  servico: 'ouvidoria',
  recebidas: 64,
  respondidas: null,
  noPrazo: null,
  prorrogadas: 0,
  emAndamento: null,
  atrasadas: null,
  diasMediana: null,
  porTipo: partes(TIPOS_ROTULOS, [39, null, 14, 0, null, 0]),
  porAssunto: [
    { chave: 'atendimento-em-unidade', rotulo: 'Atendimento em unidade', total: 44 },
    { chave: 'sem-assunto', rotulo: 'Sem assunto informado', total: 20 },
  ],
  porResultado: [
    { chave: 'respondida', rotulo: 'Respondida', total: null },
    { chave: 'devolvida', rotulo: 'Devolvida, por ser de outro órgão', total: null },
    { chave: 'desistencia', rotulo: 'Encerrada a pedido da pessoa', total: 0 },
  ],
  porMes: meses([6, 9, null, null, 8, 5, 7, 6, 0, null, 7, 6], MESES.map((_, i) => (i === 8 ? 0 : null)), MESES.map((_, i) => (i === 8 ? 0 : null))),
  satisfacao: { respostas: null, media: null, notas: [1, 2, 3, 4, 5].map((nota) => ({ nota, total: null })) },
};

const nada = (servico: Estatisticas['servico'], n: 0 | null): Estatisticas => ({
  ...COMUM,
  servico,
  recebidas: n,
  respondidas: n,
  noPrazo: n,
  prorrogadas: n,
  emAndamento: n,
  atrasadas: n,
  diasMediana: null,
  porTipo: partes(TIPOS_ROTULOS, [n, 0, 0, 0, 0, 0]),
  porAssunto: [],
  porResultado: [],
  porMes: MESES.map((mes) => ({ mes, recebidas: n, respondidas: n, noPrazo: n })),
  satisfacao: { respostas: n, media: null, notas: [] },
});
export const NUMEROS_VAZIOS = nada('ouvidoria', 0);
export const NUMEROS_POUCOS = nada('sic', null);
