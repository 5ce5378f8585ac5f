/** Whether something built is still what its sources would make. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './files.ts';

const file = (name: string): string => join(root, '.cache', 'stamps', name);

export function readStamp(name: string): string | null {
  try {
    return readFileSync(file(name), 'utf8');
  } catch {
    return null;
  }
}

export function writeStamp(name: string, value: string): void {
  mkdirSync(join(root, '.cache', 'stamps'), { recursive: true });
  writeFileSync(file(name), value);
}
