import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('./status-print.ts', import.meta.url));

/** What a process whose own zone is `TZ` says. */
async function printedIn(TZ: string): Promise<{ visitor: number; all: unknown[] }> {
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env: { ...env, TZ }, maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as { visitor: number; all: unknown[] };
}

describe('the visitor\'s own zone', () => {
  const home = printedIn('UTC');
  for (const [visitor, offset] of [
    ['Asia/Tokyo', -540],
    ['America/New_York', 300],
    ['Pacific/Apia', -780],
    ['America/Sao_Paulo', 180],
  ] as const) {
    it(`[BV-02] a visitor in ${visitor} is told what everyone is told`, async () => {
      const [expected, seen] = await Promise.all([home, printedIn(visitor)]);
      assert.equal(seen.visitor, offset);
      assert.equal(expected.visitor, 0);
      assert.ok(seen.all.length > 1000);
      assert.deepEqual(seen.all, expected.all);
    });
  }
});
