import type { SenhaGuardada } from '../ports.ts';

/** Names in the storages of the browser. */
export const PREFIXO = 'atrio:senha:';

/** Local storage first: every tab sees it, and it outlives a crash. Where it is refused, this tab's own. */
export const AREAS = ['localStorage', 'sessionStorage'] as const;

/** Name of the ticket of a counter, in what the browser keeps. */
export const chaveDaSenha = (backendUrl: string, unidadeId: string): string => `${backendUrl}|${unidadeId}`;

/** Under what the end of a service is kept with the drafts of this tab, so that a reload shows it again. @param chave from `chaveDaSenha` */
export const nomeDoFim = (chave: string): string => `balcao-fim:${chave}`;

/** The ticket that this browser keeps for a counter; null when there is none. @param chave from `chaveDaSenha` */
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
