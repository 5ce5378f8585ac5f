import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { civilDe, instanteDe } from '../../../src/domain/audiencia/instante.ts';
import { dateFnsZone } from '../../../src/domain/zone/date-fns-zone.ts';

const rules = dateFnsZone();

describe('[AUD-02] the hour of a hearing, written on the clock of the court', () => {
  it('is an instant with the offset of that place', () => {
    assert.equal(instanteDe('2026-11-25T14:00', 'America/Fortaleza', rules), '2026-11-25T14:00:00-03:00');
    assert.equal(instanteDe('2026-11-25T14:00', 'America/Rio_Branco', rules), '2026-11-25T14:00:00-05:00');
    assert.equal(instanteDe('2026-11-25T14:00', 'America/Noronha', rules), '2026-11-25T14:00:00-02:00');
    assert.equal(instanteDe('amanhã', 'America/Fortaleza', rules), null);
    assert.equal(civilDe('2026-11-25T17:00:00Z', 'America/Manaus', rules), '2026-11-25T13:00');
  });

  it('comes back as it was written, at any minute of Brazilian zones', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) }), fc.constantFrom('America/Fortaleza', 'America/Manaus', 'America/Rio_Branco', 'America/Noronha', 'America/Sao_Paulo'), (at, zone) => {
        const civil = new Date(at).toISOString().slice(0, 16);
        assert.equal(civilDe(instanteDe(civil, zone, rules)!, zone, rules), civil);
      }),
    );
  });
});
