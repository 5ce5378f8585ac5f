import { browserClock } from '../../src/adapters/clock/browser-clock.ts';

/** The time of the server, as the kit's own elements take it: the computer's clock may be hours or months off, and decides here who is in and which period is proposed. */
const relogio = browserClock();

export const agora = (): number => relogio.now();

/** Asks, and takes the time of the answer. */
export async function pedir(url: string, init?: RequestInit): Promise<Response> {
  const antes = relogio.mono();
  const response = await fetch(url, init);
  const date = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(date)) relogio.sync(date, antes, relogio.mono());
  return response;
}
