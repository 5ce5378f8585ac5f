import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MAX_MESES, periodoContado, type PeriodoContado } from '../../../src/domain/statistics/periodo.ts';

const HOJE = '2026-11-23';
const ok = (pedido: { inicio?: string; fim?: string }, hoje = HOJE): PeriodoContado => {
  const lido = periodoContado(pedido, hoje);
  assert.ok(!('falha' in lido), JSON.stringify(lido));
  return lido;
};

describe('period of a statistic', () => {
  it('[OUV-18] is the last twelve months when none is asked for', () => {
    const { inicio, fim, meses } = ok({});
    assert.deepEqual([inicio, fim, meses.length, meses[0], meses.at(-1)], ['2025-12-01', HOJE, 12, '2025-12', '2026-11']);
    assert.deepEqual(ok({ inicio: '', fim: '' }), ok({}));
    assert.equal(ok({ fim: '2024-02-10' }).inicio, '2023-03-01');
  });

  it('is whole months, and today at most', () => {
    const { inicio, fim, meses } = ok({ inicio: '2024-01-31', fim: '2024-02-01' });
    assert.deepEqual([inicio, fim, meses], ['2024-01-01', '2024-02-29', ['2024-01', '2024-02']]);
    assert.deepEqual(ok({ inicio: HOJE, fim: HOJE }).inicio, '2026-11-01');
    assert.equal(ok({ inicio: '2025-12-31', fim: '2026-01-01' }, '2026-01-01').fim, '2026-01-01');
  });

  it('is refused when inverted, in the future, too long, or no date', () => {
    const falha = (inicio: string, fim: string) => periodoContado({ inicio, fim }, HOJE);
    assert.deepEqual(falha('2026-05-02', '2026-05-01'), { falha: 'invertido', campo: 'inicio' });
    assert.deepEqual(falha('2026-05-02', '2026-11-24'), { falha: 'futuro', campo: 'fim' });
    assert.deepEqual(periodoContado({ inicio: '2027-01-01' }, HOJE), { falha: 'futuro', campo: 'inicio' });
    assert.deepEqual(falha('2021-11-01', HOJE), { falha: 'longo', campo: 'inicio' });
    assert.equal(ok({ inicio: '2021-12-01', fim: HOJE }).meses.length, MAX_MESES);
    for (const bad of ['2026-02-30', '2026-1-1', 'ontem', "2026-01-01'", '20260101']) {
      assert.deepEqual(falha(bad, HOJE), { falha: 'data-invalida', campo: 'inicio' });
      assert.deepEqual(falha('2026-01-01', bad), { falha: 'data-invalida', campo: 'fim' });
    }
  });

  it('always covers what was asked for, in months that follow each other', () => {
    const day = fc.date({ min: new Date('2022-01-01'), max: new Date('2026-11-23'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [de, ate] = a < b ? [a, b] : [b, a];
        const { inicio, fim, meses } = ok({ inicio: de, fim: ate });
        assert.ok(inicio <= de && fim >= ate && fim <= HOJE);
        assert.deepEqual([meses[0], meses.at(-1)], [de.slice(0, 7), ate.slice(0, 7)]);
        assert.deepEqual(meses, [...new Set(meses)].toSorted());
      }),
    );
  });
});
