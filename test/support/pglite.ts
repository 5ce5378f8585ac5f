/** Embedded databases for tests: the slow first start happens once and is kept; each test gets a copy. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const root = join(import.meta.dirname, '..', '..');
const { version } = JSON.parse(readFileSync(join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '..', 'package.json'), 'utf8')) as { version: string };

/** An initialised folder that is never opened, only copied. */
const MODEL = join(root, '.cache', `pglite-${version}`);

/** Puts a fresh initialised database into a folder that does not exist yet. */
export async function freshPglite(dir: string): Promise<void> {
  if (!existsSync(MODEL)) {
    // Made aside and moved when whole, so that two test processes may do it at once.
    const draft = `${MODEL}.${randomUUID()}`;
    await mkdir(dirname(draft), { recursive: true });
    await (await PGlite.create(draft)).close();
    await rename(draft, MODEL).catch(() => rm(draft, { recursive: true, force: true }));
  }
  await mkdir(dirname(dir), { recursive: true });
  await cp(MODEL, dir, { recursive: true });
}
