import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sessionDrafts } from '../../../src/adapters/drafts/session.ts';

function memory(): Storage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    clear: () => map.clear(),
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

describe('drafts in the tab', () => {
  it('gives back what was kept, by key', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.string(), fc.string()), (key, value) => {
        const area = memory();
        sessionDrafts(() => area).save(key, value);
        assert.deepEqual(sessionDrafts(() => area).load(key), { ...value });
        assert.equal(sessionDrafts(() => area).load(`${key}+`), undefined);
      }),
    );
  });

  it('forgets what is cleared, and only that', () => {
    const area = memory();
    const drafts = sessionDrafts(() => area);
    drafts.save('a', 1);
    drafts.save('b', 2);
    drafts.clear('a');
    assert.equal(drafts.load('a'), undefined);
    assert.equal(drafts.load('b'), 2);
  });

  it('keeps its keys apart from those of the page', () => {
    const area = memory();
    area.setItem('sic', 'da página');
    const drafts = sessionDrafts(() => area);
    drafts.save('sic', {});
    drafts.clear('sic');
    assert.equal(area.getItem('sic'), 'da página');
  });

  it('never stops anybody when storage is refused, full or broken', () => {
    const refused = sessionDrafts(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    refused.save('a', 1);
    refused.clear('a');
    assert.equal(refused.load('a'), undefined);
    const full = sessionDrafts(() => ({ ...memory(), getItem: () => '{half', setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } }));
    full.save('a', 1);
    assert.equal(full.load('a'), undefined);
  });

  it('keeps nothing of a value that cannot be written', () => {
    const area = memory();
    const round: Record<string, unknown> = {};
    round['self'] = round;
    sessionDrafts(() => area).save('a', round);
    assert.equal(area.length, 0);
  });
});
