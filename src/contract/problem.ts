import * as z from 'zod/mini';

/** One field that was refused: `pointer` is a JSON pointer into the body that was sent. */
export const fieldError = z.object({ pointer: z.string(), code: z.string(), detail: z.string() });
export type FieldError = z.infer<typeof fieldError>;

/** RFC 9457 problem details. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(fieldError)),
  /** With `fora-do-horario`: instant of the next opening, with offset; null when none is in sight. */
  proximaAbertura: z.optional(z.nullable(z.string())),
});
export type Problem = z.infer<typeof problem>;

/** Base of every problem `type` of this contract; the last part is the stable code. */
export const PROBLEM_BASE = 'urn:atrio:problema:';
