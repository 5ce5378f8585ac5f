/** What only the schemas of the court file and of an act on a case need of `zod-lean.ts`: nobody who fills a form in downloads it. */
import { held, isObject, issue, optional, Schema, strictObject, string, typed, type Check, type Issue, type Params } from './zod-lean-core.ts';

/* @__NO_SIDE_EFFECTS__ */
export const number = (params?: Params): Schema => typed('number', Number.isFinite, params);
/* @__NO_SIDE_EFFECTS__ */
export const unknown = (): Schema => new Schema((value) => value);

/* @__NO_SIDE_EFFECTS__ */
export const partial = ({ shape }: Schema): Schema => strictObject(Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, optional(schema)])));

/* @__NO_SIDE_EFFECTS__ */
export const record = (name: Schema, element: Schema): Schema =>
  new Schema((value, issues) => {
    if (!isObject(value)) {
      issues.push(issue('invalid_type', undefined, { expected: 'record' }));
      return value;
    }
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const wrong: Issue[] = [];
      name.run(key, wrong);
      if (wrong.length > 0) issues.push(issue('invalid_key', undefined, { origin: 'record', issues: wrong, path: [key] }));
      else if (key !== '__proto__') result[key] = element.part(key, value[key], issues);
    }
    return result;
  });

/* @__NO_SIDE_EFFECTS__ */
export const union = (options: readonly Schema[], params?: Params): Schema =>
  new Schema((value, issues) => {
    const tries = options.map((option) => {
      const found: Issue[] = [];
      return { result: option.run(value, found), found };
    });
    const going = tries.filter(({ found }) => found.every((one) => one.continue));
    const right = tries.find(({ found }) => found.length === 0) ?? (going.length === 1 ? going[0] : undefined);
    if (right) {
      issues.push(...right.found);
      return right.result;
    }
    issues.push(issue('invalid_union', params, { errors: tries.map(({ found }) => found) }));
    return value;
  });

/* @__NO_SIDE_EFFECTS__ */
export const nullable = (inner: Schema): Schema => new Schema((value, issues) => (value === null ? value : inner.run(value, issues)), { optional: inner.optional });
/* @__NO_SIDE_EFFECTS__ */
export const _default = (inner: Schema, fallback: unknown): Schema =>
  new Schema((value, issues) => (value === undefined ? fallback : inner.run(value, issues)), { defaulted: true });
/** What only a reader of the schema is told. */
/* @__NO_SIDE_EFFECTS__ */
export const describe = (): Check => ({ run: (value) => value });
/* @__NO_SIDE_EFFECTS__ */
export const gte = (minimum: number, params?: Params): Check => held('too_small', (value: number) => value >= minimum, params, { origin: 'number', minimum, inclusive: true });
/* @__NO_SIDE_EFFECTS__ */
export const lte = (maximum: number, params?: Params): Check => held('too_big', (value: number) => value <= maximum, params, { origin: 'number', maximum, inclusive: true });
/* @__NO_SIDE_EFFECTS__ */
export const positive = (params?: Params): Check => held('too_small', (value: number) => value > 0, params, { origin: 'number', minimum: 0, inclusive: false });
/* @__NO_SIDE_EFFECTS__ */
export const int = (params?: Params): Check => held('invalid_type', Number.isSafeInteger, params, { expected: 'int', continue: false });

/** Instants of answers, which the kit reads without a schema. */
export const iso = { datetime: string };
