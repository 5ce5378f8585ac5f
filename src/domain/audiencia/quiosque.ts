/**
 * When the screen of an equipped room (Resolução CNJ 105/2010, art. 4) goes back to its beginning by itself, so that nobody finds what belongs to who was there before.
 */

/** How long a screen is left alone before it asks whether somebody is there, by what it shows, in milliseconds; null: never, somebody waits or speaks. */
const SILENCIO: Readonly<Record<string, number | null>> = {
  waiting: null,
  entering: null,
  arriving: null,
  'in-room': null,
  admitted: 10 * 60_000,
  details: 3 * 60_000,
  testing: 3 * 60_000,
  opening: 60_000,
  ended: 45_000,
  invalid: 45_000,
  failed: 60_000,
};

/** How long the question stays, in milliseconds. */
export const AVISO_MS = 30_000;

export type Ocio = { kind: 'nada'; ate: number | null } | { kind: 'avisar'; restam: number } | { kind: 'terminar' };

/**
 * What a screen does that was touched so long ago.
 * @param estado what it shows
 * @param paradoMs milliseconds since somebody touched it, or since it came to show this
 * @returns `ate`: milliseconds until the question; `restam`: milliseconds until it goes back
 */
export function ocio(estado: string, paradoMs: number): Ocio {
  const limite = estado in SILENCIO ? (SILENCIO[estado] ?? null) : 60_000;
  if (limite === null) return { kind: 'nada', ate: null };
  if (paradoMs < limite) return { kind: 'nada', ate: limite - paradoMs };
  const restam = limite + AVISO_MS - paradoMs;
  return restam > 0 ? { kind: 'avisar', restam } : { kind: 'terminar' };
}
