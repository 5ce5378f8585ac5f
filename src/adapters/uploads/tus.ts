import type { Clock, Uploads } from '../ports.ts';

/** Resumable uploads by tus 1.0. */
export function createUploads(_url: string, _ports: { clock: Clock }): Uploads {
  throw new Error('uploads: not available');
}
