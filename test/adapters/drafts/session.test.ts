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

  it('full, keeps what it had, and goes on when there is room again', () => {
    const area = memory();
    let full = false;
    const drafts = sessionDrafts(() => ({
      ...area,
      setItem: (key, value) => {
        if (full) throw new DOMException('full', 'QuotaExceededError');
        area.setItem(key, value);
      },
    }));
    drafts.save('a', 1);
    full = true;
    drafts.save('a', 2);
    assert.equal(drafts.load('a'), 1);
    drafts.clear('a');
    assert.equal(drafts.load('a'), undefined);
    full = false;
    drafts.save('a', 3);
    assert.equal(drafts.load('a'), 3);
  });

  it('gives nothing for what is not JSON, whatever it is, and can write over it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('', '{', 'undefined', '[1,', '{"a":1}x')), (broken) => {
        const area = memory();
        const drafts = sessionDrafts(() => area);
        drafts.save('a', 0);
        area.setItem(area.key(0)!, broken);
        let wanted: unknown;
        try {
          wanted = JSON.parse(broken) ?? undefined;
        } catch {
          wanted = undefined;
        }
        assert.deepEqual(drafts.load('a'), wanted);
        drafts.save('a', { b: 1 });
        assert.deepEqual(drafts.load('a'), { b: 1 });
      }),
    );
  });

  it('asks for the storage each time: allowed later, it is used', () => {
    const area = memory();
    let allowed = false;
    const drafts = sessionDrafts(() => {
      if (!allowed) throw new DOMException('denied', 'SecurityError');
      return area;
    });
    drafts.save('a', 1);
    allowed = true;
    assert.equal(drafts.load('a'), undefined);
    drafts.save('a', 2);
    assert.equal(drafts.load('a'), 2);
  });

  it('keeps nothing of a value that cannot be written', () => {
    const area = memory();
    const round: Record<string, unknown> = {};
    round['self'] = round;
    sessionDrafts(() => area).save('a', round);
    assert.equal(area.length, 0);
  });
});
