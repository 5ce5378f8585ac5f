import type { SenhaGuardada } from '../ports.ts';

/** Names in the storages of the browser. */
export const PREFIXO = 'atrio:senha:';

/** Local storage first: every tab sees it, and it outlives a crash. Where it is refused, this tab's own. */
export const AREAS = ['localStorage', 'sessionStorage'] as const;

/** The ticket that this browser keeps for a counter; null when there is none. @param chave names backend and unit */
export function lerSenha(chave: string): SenhaGuardada | null {
  for (const area of AREAS) {
    try {
      const value = JSON.parse(globalThis[area].getItem(PREFIXO + chave)!) as SenhaGuardada | null;
      if (value) return value;
    } catch {
      // Refused by the browser, not ours, or cut short.
    }
  }
  return null;
}
