import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadZoneRules } from '../../../src/adapters/clock/load-zone-rules.ts';

describe('loadZoneRules', () => {
  it('[BV-02] without native Temporal, date-fns-tz is loaded, once for the page', async () => {
    assert.equal('Temporal' in globalThis, false);
    const rules = await loadZoneRules();
    assert.equal(rules.offsetAt('America/Rio_Branco', Date.UTC(2026, 10, 23)), -5 * 3_600_000);
    assert.equal(await loadZoneRules(), rules);
  });
});
