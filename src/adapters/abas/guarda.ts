import type { SenhaGuardada } from '../ports.ts';

/** Names in the storages of the browser. */
export const PREFIXO = 'atrio:senha:';

/** Local storage first: every tab sees it, and it outlives a crash. Where it is refused, this tab's own. */
const areas = (): Storage[] =>
  (['localStorage', 'sessionStorage'] as const).flatMap((name) => {
    try {
      return [globalThis[name]];
    } catch {
      return [];
    }
  });

/** The ticket that this browser keeps for a counter; null when there is none. @param chave names backend and unit */
export function lerSenha(chave: string): SenhaGuardada | null {
  for (const area of areas()) {
    try {
      const value = JSON.parse(area.getItem(PREFIXO + chave) ?? 'null') as SenhaGuardada | null;
      if (value?.ingresso) return value;
    } catch {
      // Not ours, or cut short.
    }
  }
  return null;
}

/** Keeps a ticket where it can be kept. False when it lives in this page alone. */
export function guardarSenha(chave: string, senha: SenhaGuardada): boolean {
  return areas().some((area) => {
    try {
      area.setItem(PREFIXO + chave, JSON.stringify(senha));
      return true;
    } catch {
      return false;
    }
  });
}

export function apagarSenha(chave: string): void {
  for (const area of areas()) {
    try {
      area.removeItem(PREFIXO + chave);
    } catch {
      // Nothing was kept there.
    }
  }
}
