import type * as z from 'zod/mini';
import { errorsOf, FORM_DETAILS } from './form-errors.ts';
import type { FieldError } from './problem.ts';

/**
 * Makes the check that a form runs on its body: the errors by field, in the order of the form; none when the body is right.
 * @param details words for the codes that the form has none of its own for
 */
export const checker =
  (schema: z.ZodMiniType, details = FORM_DETAILS) =>
  (body: unknown): readonly FieldError[] => {
    const result = schema.safeParse(body);
    return result.success ? [] : errorsOf(result.error, details);
  };
