/**
 * Names of form fields. A field that goes to the backend is named by its JSON pointer in the body (`/identificacao/nome`), so that
 * an error of the schema or of the server lands on it with no table in between; a field that only steers the form (`#email`) is not.
 */

/** What a person typed or chose, by field. A ticked box is `sim`, everything else is text. */
export type Values = Readonly<Record<string, string>>;

/** Value of a ticked box. */
export const SIM = 'sim';

/** Fields of one step, in the order they are read. */
export type StepFields = readonly (readonly string[])[];

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

/** A file that is whole on the server. */
export interface AnexoPronto {
  id: string;
  nome: string;
  /** Size as the person knows it. */
  bytes: number;
}

/** Ids of a field that keeps several, apart by spaces: a list for the body, or `undefined` when there is none. */
export const ids = (values: Values, field: string): string[] | undefined => {
  const list = (values[field] ?? '').split(' ').filter(Boolean);
  return list.length > 0 ? list : undefined;
};

/** Field that keeps the names and sizes of the uploads beside their ids (`/anexos`); it never goes to the backend. */
export const ANEXOS_NOMES = '#anexos';

/** Uploads of a form, out of its values: ids with the names and sizes that were kept beside them. */
export function anexosDe(values: Values): AnexoPronto[] {
  let nomes: unknown = null;
  try {
    nomes = JSON.parse(values[ANEXOS_NOMES] ?? '');
  } catch {
    // A draft of another kind: the ids alone are worth more than nothing.
  }
  const known = (nomes ?? {}) as Record<string, unknown>;
  return (ids(values, '/anexos') ?? []).map((id) => {
    const [nome, bytes] = Array.isArray(known[id]) ? (known[id] as unknown[]) : [];
    return { id, nome: typeof nome === 'string' ? nome : '', bytes: typeof bytes === 'number' ? bytes : 0 };
  });
}

/** What to keep of uploads, by field: see `anexosDe`. */
export const valoresDosAnexos = (anexos: readonly AnexoPronto[]): Values => ({
  '/anexos': anexos.map(({ id }) => id).join(' '),
  [ANEXOS_NOMES]: anexos.length > 0 ? JSON.stringify(Object.fromEntries(anexos.map(({ id, nome, bytes }) => [id, [nome, bytes]]))) : '',
});

/** Where an error is to be shown. */
export interface Place {
  step: number;
  /** Field of that step, or null when the error belongs to none. */
  field: string | null;
}

/**
 * Finds the field of an error: the very field, else the field that contains it, else the first field inside of it, else the last step.
 * @param pointer JSON pointer of the error
 * @param steps fields that are shown, by step
 */
export function locate(pointer: string, steps: StepFields): Place {
  const find = (matches: (field: string) => boolean): Place | null => {
    for (const [step, fields] of steps.entries()) {
      const field = fields.find(matches);
      if (field !== undefined) return { step, field };
    }
    return null;
  };
  return (
    find((field) => field === pointer) ??
    find((field) => pointer.startsWith(`${field}/`)) ??
    (pointer === '' ? null : find((field) => field.startsWith(`${pointer}/`))) ?? { step: Math.max(0, steps.length - 1), field: null }
  );
}
