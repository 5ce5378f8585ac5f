import type * as z from 'zod/mini';
import { fieldErrors } from './errors.ts';
import type { FieldError } from './problem.ts';

/** Makes the check that a form runs on its body: the errors by field, in the order of the form; none when the body is right. */
export const checker =
  (schema: z.ZodMiniType) =>
  (body: unknown): readonly FieldError[] => {
    const result = schema.safeParse(body);
    return result.success ? [] : fieldErrors(result.error);
  };
