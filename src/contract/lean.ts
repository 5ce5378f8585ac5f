import type { Tribunal, Unidade } from './tribunal.ts';

/**
 * Reader of the court file for the first paint: it trusts the details and checks only what would break an element, without
 * zod (7 KB that a citizen on 3G need not wait for). When it doubts, the caller loads `court-file.ts`, which explains.
 */

type Rec = Record<string, unknown>;
const isRec = (value: unknown): value is Rec => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** True when a value can be shown as a unit: it has an id, a name and hours. */
export function isUnidade(value: unknown): value is Unidade {
  return isRec(value) && isText(value['id']) && isText(value['nome']) && (isText(value['hours']) || Array.isArray(value['hours']));
}

export type LeanResult = { tribunal: Tribunal; duvida: boolean } | { tribunal: null; duvida: true };

/** Reads a court file leniently: units that cannot be shown are left out, and `duvida` says that something was. */
export function readCourtFile(raw: unknown, defaultZone: string): LeanResult {
  if (!isRec(raw) || !isText(raw['nome'])) return { tribunal: null, duvida: true };
  const all = Array.isArray(raw['unidades']) ? raw['unidades'] : [];
  const unidades = all.filter(isUnidade);
  const duvida = unidades.length !== all.length || !isText(raw['sigla']) || !isText(raw['ramo']);
  return {
    tribunal: { ...raw, timezone: isText(raw['timezone']) ? raw['timezone'] : defaultZone, unidades } as unknown as Tribunal,
    duvida,
  };
}
