import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FINS, publicarBalcao, type ContagemBalcao, type PorFim } from '../../../src/domain/statistics/balcao.ts';

const MINIMO = 5;
const contagem = (atendidas: number, ausentes: number, sairam: number, expiradas: number): ContagemBalcao => ({
  atendidas,
  ausentes,
  sairam,
  expiradas,
  esperaMediana: atendidas ? 12.4 : null,
  notas: Math.floor(atendidas / 2),
  media: atendidas >= 2 ? 4.25 : null,
});
const somar = (linhas: readonly PorFim[]): ContagemBalcao => {
  const [a, b, c, d] = FINS.map((fim) => linhas.reduce((sum, linha) => sum + linha[fim], 0));
  return contagem(a!, b!, c!, d!);
};
const linha = fc.tuple(fc.nat(30), fc.nat(8), fc.nat(8), fc.nat(6)).map((numbers) => contagem(...numbers));

/** The same tickets, as units and as months. */
const publicar = (linhas: readonly ContagemBalcao[]) =>
  publicarBalcao({ total: somar(linhas), porUnidade: linhas.map((um, i) => ({ ...um, unidadeId: `u-${i}`, nome: `Unidade ${i}` })), porMes: linhas.map((um, i) => ({ ...um, mes: `2026-${String(i + 1).padStart(2, '0')}` })) }, MINIMO);

test('[TRA-03] figures of the counters that stand for enough people are published as they are', () => {
  const publicado = publicar([contagem(20, 6, 7, 0), contagem(30, 5, 9, 0)]);
  assert.deepEqual(
    [publicado.senhas, publicado.atendidas, publicado.ausentes, publicado.sairam, publicado.expiradas, publicado.esperaMediana, publicado.nota],
    [77, 50, 11, 16, 0, 12, 4.3],
  );
  assert.deepEqual(publicado.porUnidade.map(({ nome, senhas, atendidas, ausentes, sairam }) => [nome, senhas, atendidas, ausentes, sairam]), [['Unidade 0', 33, 20, 6, 7], ['Unidade 1', 44, 30, 5, 9]]);
  assert.deepEqual(publicado.porMes.map(({ mes, nota }) => [mes, nota]), [['2026-01', 4.3], ['2026-02', 4.3]]);
});

test('[TRA-03] no published figure of the counters stands for a few people, nor gives such a one away by subtraction', () => {
  const pequeno = (n: number): boolean => n > 0 && n < MINIMO;
  fc.assert(
    fc.property(fc.array(linha, { maxLength: 8 }), (linhas) => {
      const publicado = publicar(linhas);
      const total = somar(linhas);
      const contados = FINS.filter((fim) => publicado[fim] !== null);
      assert.ok(![publicado.senhas, ...contados.map((fim) => publicado[fim])].some((n) => pequeno(n ?? 0)));
      // Ends left out of the total: what is left when the published ones are taken away.
      if (publicado.senhas !== null) assert.ok(!pequeno(publicado.senhas - contados.reduce((sum, fim) => sum + total[fim], 0)));
      for (const tabela of [publicado.porUnidade, publicado.porMes]) {
        for (const um of tabela) {
          const visiveis = FINS.flatMap((fim) => um[fim] ?? []);
          assert.ok(![um.senhas ?? 0, ...visiveis].some(pequeno));
          // A row that shows its ends shows nothing small by what is left of its total.
          if (visiveis.length > 0 && um.senhas !== null) assert.ok(!pequeno(um.senhas - visiveis.reduce((sum, n) => sum + n, 0)));
        }
        // Of the rows left out, only sums can be worked out.
        assert.ok(!pequeno(linhas.reduce((sum, um, i) => sum + (tabela[i]!.senhas === null ? FINS.reduce((s, fim) => s + um[fim], 0) : 0), 0)) || publicado.senhas === null);
        for (const fim of contados) assert.ok(!pequeno(linhas.reduce((sum, um, i) => sum + (tabela[i]![fim] === null ? um[fim] : 0), 0)), fim);
      }
    }),
    { numRuns: 2000 },
  );
});

test('counts of the counters that do not add up are a mistake of the program', () => {
  assert.throws(() => publicarBalcao({ total: contagem(9, 0, 0, 0), porUnidade: [], porMes: [] }, MINIMO), RangeError);
});
