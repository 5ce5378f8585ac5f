import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { diaEm } from '../../../demo/equipe/textos.ts';

describe('the day of the staff page', () => {
  it('[OUV-21] is that of the court in the evening, when UTC is already in the next one', () => {
    const agora = Date.parse('2026-11-22T00:30:00Z');
    assert.equal(diaEm('America/Fortaleza', agora), '2026-11-21');
    assert.equal(diaEm('America/Rio_Branco', Date.parse('2026-11-22T04:59:00Z')), '2026-11-21');
    assert.equal(diaEm('America/Rio_Branco', Date.parse('2026-11-22T05:00:00Z')), '2026-11-22');
  });

  it('is a civil date of ISO 8601, at any instant', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
        assert.equal(diaEm('UTC', date.getTime()), date.toISOString().slice(0, 10));
      }),
    );
  });
});
