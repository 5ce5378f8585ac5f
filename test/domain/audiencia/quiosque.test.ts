import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AVISO_MS, ocio } from '../../../src/domain/audiencia/quiosque.ts';

describe('[AUD-09] the screen of an equipped room, left alone', () => {
  it('asks first, and then goes back to its beginning', () => {
    for (const estado of ['details', 'testing', 'admitted', 'ended', 'invalid', 'failed', 'opening', 'a state of tomorrow']) {
      const start = ocio(estado, 0);
      assert.ok(start.kind === 'nada' && start.ate !== null, estado);
      assert.deepEqual(ocio(estado, start.ate), { kind: 'avisar', restam: AVISO_MS }, estado);
      assert.deepEqual(ocio(estado, start.ate + AVISO_MS - 1), { kind: 'avisar', restam: 1 }, estado);
      assert.deepEqual(ocio(estado, start.ate + AVISO_MS), { kind: 'terminar' }, estado);
    }
  });

  it('never throws out who waits to be called, or speaks', () => {
    for (const estado of ['waiting', 'arriving', 'entering', 'in-room']) assert.deepEqual(ocio(estado, 24 * 36e5), { kind: 'nada', ate: null }, estado);
  });
});
