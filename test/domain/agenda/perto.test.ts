import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AgendaDaUnidade } from '../../../src/contract/agenda.ts';
import { vagaEm, vagaMaisPerto, vagasDe } from '../../../src/domain/agenda/perto.ts';

const at = (hour: number): string => new Date(Date.parse('2026-11-23T00:00:00-03:00') + hour * 36e5).toISOString();
const agenda = (...hours: number[]): AgendaDaUnidade => ({
  unidadeId: 'vara',
  timezone: 'America/Fortaleza',
  duracaoMinutos: 30,
  de: '2026-11-23',
  ate: '2026-12-23',
  dias: [...new Set(hours.map((hour) => Math.floor(hour / 24)))].map((day) => ({
    dia: `2026-11-${23 + day}`,
    vagas: hours.filter((hour) => Math.floor(hour / 24) === day).map((hour) => ({ inicio: at(hour), fim: at(hour + 0.5) })),
  })),
});

describe('slots', () => {
  it('[BV-14] offers the slot nearest to one that is gone, the later of two as near, and nothing when nothing is free', () => {
    assert.equal(vagaMaisPerto(agenda(8, 9, 13), at(10))?.inicio, at(9));
    assert.equal(vagaMaisPerto(agenda(9, 11), at(10))?.inicio, at(11));
    assert.equal(vagaMaisPerto(agenda(8, 33), at(30))?.inicio, at(33), 'across days');
    assert.equal(vagaMaisPerto(agenda(), at(10)), null);
  });

  it('none is nearer than the one that is offered', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 100 }), (hours, gone) => {
        const free = agenda(...hours.sort((a, b) => a - b));
        const found = Date.parse(vagaMaisPerto(free, at(gone))!.inicio);
        for (const { inicio } of vagasDe(free)) assert.ok(Math.abs(found - Date.parse(at(gone))) <= Math.abs(Date.parse(inicio) - Date.parse(at(gone))));
      }),
    );
  });

  it('knows a slot by its instant, however the offset is written', () => {
    assert.equal(vagaEm(agenda(9), '2026-11-23T09:00:00-03:00')?.inicio, at(9));
    assert.equal(vagaEm(agenda(9), at(10)), null);
    assert.equal(vagaEm(agenda(9), ''), null);
  });
});
