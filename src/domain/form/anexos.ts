import type { Values } from './fields.ts';

/** Attachments among the values of a form. */

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
