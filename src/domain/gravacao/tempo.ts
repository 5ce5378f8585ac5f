/** Places in a recording, in seconds from its start. */

const dois = (n: number): string => String(n).padStart(2, '0');

/** Writes a place as a clock does: `2:05`, `1:02:05`. */
export function escreverTempo(segundos: number): string {
  const total = Number.isFinite(segundos) && segundos > 0 ? Math.floor(segundos) : 0;
  const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return h ? `${h}:${dois(m)}:${dois(s)}` : `${m}:${dois(s)}`;
}

/** Reads a place: `83`, `83.5`, `1:23`, `1:02:03`, `1h2m3s`; null when it is none. */
export function lerTempo(texto: string | null | undefined): number | null {
  const text = (texto ?? '').trim().toLowerCase();
  if (/^\d{1,7}(\.\d+)?$/.test(text)) return Number(text);
  const relogio = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})$/.exec(text);
  const partes = relogio ?? (text ? /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?$/.exec(text) : null);
  if (!partes) return null;
  const [h = 0, m = 0, s = 0] = partes.slice(1).map((part) => Number(part ?? 0));
  return h * 3600 + m * 60 + s;
}
