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
