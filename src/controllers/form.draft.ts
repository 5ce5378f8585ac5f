import type { Drafts } from '../adapters/ports.ts';
import type { Values } from '../domain/form/fields.ts';
import type { Envio } from './form.machine.ts';

/** Unfinished form on disk. The key goes with it, so that what was being sent when the page died is sent again as the same thing. */
export interface FormDraft {
  v: 1;
  values: Values;
  step: number;
  envio: Envio | null;
}

const isRec = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads a draft; what is not one is nothing. */
export function loadDraft(drafts: Drafts, name: string): FormDraft | null {
  const raw = drafts.load(name);
  if (!isRec(raw) || raw['v'] !== 1 || !isRec(raw['values'])) return null;
  const values = Object.fromEntries(Object.entries(raw['values']).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  if (!Object.values(values).some((value) => value.trim())) return null;
  const envio = isRec(raw['envio']) ? raw['envio'] : {};
  const { corpo, chave } = envio;
  const step = typeof raw['step'] === 'number' ? Math.trunc(raw['step']) || 0 : 0;
  const known = typeof corpo === 'string' && typeof chave === 'string';
  return { v: 1, values, step, envio: known ? { corpo, chave } : null };
}
