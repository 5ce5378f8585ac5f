import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conferirRanking, type Pagina } from '../../scripts/lib/ranking.ts';

const pagina = (more: Partial<Pagina> = {}): Pagina => ({ url: 'https://t.example/', texto: '', links: [], elementos: [], formulario: false, ...more });
const atende = (papel: string, numero: number, more: Partial<Pagina>): boolean | null | undefined => conferirRanking({ [papel]: pagina(more) }).find((item) => item.numero === numero)?.atende;

test('[SIC-17] items 17 to 29 are asked, and those whose page was not given are left open', () => {
  const itens = conferirRanking({});
  assert.deepEqual(itens.map(({ numero }) => numero), [17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29]);
  assert.ok(itens.every((item) => item.atende === null && item.ajuste && item.base));
});

test('[SIC-17] an empty page meets nothing', () => {
  const vazia = pagina();
  const itens = conferirRanking({ inicio: vazia, unidades: vazia, sic: vazia, ouvidoria: vazia, acompanhar: vazia, perguntas: vazia });
  assert.ok(itens.every((item) => item.atende === false));
});

for (const [numero, papel, sim, nao] of [
  [17, 'unidades', { texto: 'Telefone (84) 3673-8000' }, { texto: 'Processo 0801234-55.2026.8.20.0001' }],
  [18, 'unidades', { texto: 'De segunda a sexta, das 8h às 14h' }, { texto: 'Atendimento ao público' }],
  [19, 'inicio', { links: [{ texto: 'Serviço de Informações ao Cidadão (SIC)', href: '/sic' }] }, { texto: 'Serviço de Informações ao Cidadão', links: [{ texto: 'SIC', href: '/sic' }] }],
  [20, 'sic', { texto: 'Pode ser feito pessoalmente: Praça 7 de Setembro, s/n' }, { texto: 'Pode ser feito pessoalmente.' }],
  [21, 'sic', { texto: 'Unidade responsável: Ouvidoria-Geral' }, { texto: 'Ouvidoria-Geral' }],
  [22, 'sic', { texto: '0800 123 4567' }, { texto: 'Telefone' }],
  [23, 'sic', { texto: 'das 08:00 às 14:00' }, { texto: 'horário comercial' }],
  [24, 'sic', { elementos: ['sic-request'] }, { elementos: ['balcao-virtual'] }],
  [25, 'acompanhar', { elementos: ['protocolo-tracker'] }, { texto: 'Acompanhe' }],
  [26, 'ouvidoria', { formulario: true }, { texto: 'Ligue para a Ouvidoria' }],
  [27, 'ouvidoria', { links: [{ texto: 'Acompanhar protocolo', href: '/a' }] }, {}],
  [28, 'acompanhar', { texto: 'Depois da resposta, avalie o atendimento.' }, { texto: 'Depois da resposta.' }],
  [29, 'perguntas', { texto: 'Perguntas frequentes' }, { texto: 'Perguntas' }],
] as const) {
  test(`[SIC-17] item ${numero} is met by what shows it, and by nothing less`, () => {
    assert.equal(atende(papel, numero, sim), true);
    assert.equal(atende(papel, numero, nao), false);
  });
}
