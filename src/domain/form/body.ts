import type { Values } from './fields.ts';

/** Building a body from the fields of a form: needed when something is sent, and not before. */

const unescape = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** Builds the body from its leaves, by JSON pointer; an `undefined` leaf is left out. */
export function nest(leaves: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [pointer, value] of Object.entries(leaves)) {
    if (value === undefined) continue;
    const parts = pointer.split('/').slice(1).map(unescape);
    const last = parts.pop();
    if (last === undefined || [...parts, last].includes('__proto__')) continue;
    let holder = root;
    for (const part of parts) {
      const next = holder[part];
      holder = (typeof next === 'object' && next !== null ? next : (holder[part] = {})) as Record<string, unknown>;
    }
    holder[last] = value;
  }
  return root;
}

/** Text without outer spaces, or `undefined` when nothing was written. */
export const filled = (values: Values, field: string): string | undefined => values[field]?.trim() || undefined;
