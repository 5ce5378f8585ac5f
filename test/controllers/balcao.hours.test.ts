import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BREVE_MS, readExpediente } from '../../src/controllers/balcao.hours.ts';
import type { AgendaUnidade } from '../../src/domain/hours/types.ts';
import { dateFnsZone } from '../../src/domain/zone/date-fns-zone.ts';

const rules = dateFnsZone();
const agenda: AgendaUnidade = { hours: 'Mo-Fr 08:00-14:00', timezone: 'America/Fortaleza' };
const at = (iso: string): number => Date.parse(iso);

describe('hours of the counter', () => {
  it('[BV-02] open until closing time', () => {
    const { hours } = readExpediente(agenda, at('2026-11-19T10:00:00-03:00'), rules);
    assert.deepEqual(hours, { aberto: true, fecha: at('2026-11-19T14:00:00-03:00'), motivo: null });
  });

  it('[BV-02] a counter that never closes says nothing of a holiday', () => {
    const holiday = at('2026-10-12T10:00:00-03:00');
    assert.deepEqual(readExpediente({ ...agenda, hours: '24/7' }, holiday, rules).hours, { aberto: true, fecha: null, motivo: null });
    const other = readExpediente({ ...agenda, hours: 'Mo-Fr 08:00-14:00; PH 09:00-12:00' }, holiday, rules).hours;
    assert.ok(typeof other !== 'string' && other.aberto && other.motivo !== null);
  });

  it('[BV-02] "opens soon" begins half an hour before, to the millisecond, and is woken up for', () => {
    const opening = at('2026-11-19T08:00:00-03:00');
    const before = readExpediente(agenda, opening - BREVE_MS - 1, rules);
    assert.ok(typeof before.hours !== 'string' && !before.hours.aberto && !before.hours.breve);
    assert.ok(before.muda !== null && before.muda <= opening - BREVE_MS);
    const soon = readExpediente(agenda, opening - BREVE_MS, rules);
    assert.ok(typeof soon.hours !== 'string' && !soon.hours.aberto && soon.hours.breve);
    assert.ok(soon.muda !== null && soon.muda <= opening);
  });

  it('[BV-02] hours or zones that cannot be read are unknown, not closed', () => {
    for (const wrong of [{ ...agenda, hours: 'de segunda a sexta' }, { ...agenda, hours: '' }, { ...agenda, timezone: 'America/Natal' }]) {
      assert.deepEqual(readExpediente(wrong, at('2026-11-19T10:00:00-03:00'), rules), { hours: 'ilegivel', muda: null });
    }
  });

  it('[BV-02] an answer holds until it is woken up, and not a moment less', () => {
    const start = at('2026-11-01T00:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 864e5 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (offset, part) => {
        const now = start + offset;
        const { hours, muda } = readExpediente(agenda, now, rules);
        assert.ok(muda !== null && muda > now);
        assert.deepEqual(readExpediente(agenda, Math.min(muda - 1, Math.floor(now + (muda - now) * part)), rules).hours, hours);
      }),
      { numRuns: 300 },
    );
  });
});
