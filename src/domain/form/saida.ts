import { safeUrl } from '../url/safe-url.ts';

/** Where a quick exit leads when the court names no page: a search page, as anyone may have open. */
export const SAIDA_NEUTRA = 'https://www.google.com/';

/** Address of the quick exit: the court's, when it can be trusted. */
export const saidaHref = (saidaUrl: unknown): string => safeUrl(saidaUrl) ?? SAIDA_NEUTRA;

/** How often Esc is pressed to leave. */
export const ESC_VEZES = 3;

/** Longest pause between two of them, in milliseconds: an Esc pressed for something else is forgotten. */
export const ESC_PAUSA_MS = 2000;

/** Esc pressed so far, and when the last was, in monotonic milliseconds. */
export interface EscState {
  vezes: number;
  em: number;
}

export const ESC_INICIO: EscState = { vezes: 0, em: 0 };

/** A key that is no Esc begins anew: three in a row are meant. */
export function escStep({ vezes, em }: EscState, tecla: { esc: boolean; em: number }): EscState {
  if (!tecla.esc) return ESC_INICIO;
  return { vezes: vezes > 0 && tecla.em - em <= ESC_PAUSA_MS ? vezes + 1 : 1, em: tecla.em };
}
