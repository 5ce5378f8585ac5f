/**
 * The part of `zod/mini` that the schemas of the court file and of what a person sends are written in, for the browser: a citizen
 * who fills a form in does not download ten kilobytes of zod to be told that a field is empty. The kit's build puts it in the place of
 * `zod/mini`; servers, tests and `dist/contract.js` have zod itself, and a test holds the two to the same answers.
 *
 * Of an issue it keeps what the kit reads: `code`, `path`, `message`, and what says what was expected.
 */

interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
  /** As in zod: what comes after is still checked (`true`), is not, or not even what has a `when` of its own (`false`). */
  continue?: boolean;
  [detail: string]: unknown;
}

type Parse = (value: unknown, issues: Issue[]) => unknown;
interface Check {
  run: Parse;
  when?: ((payload: { value: unknown; issues: Issue[] }) => boolean) | undefined;
}
type Params = string | { error?: string; path?: PropertyKey[]; when?: Check['when'] } | undefined;
type Shape = Readonly<Record<string, Schema>>;

const words = (params: Params): string => (typeof params === 'string' ? params : params?.error) ?? 'Invalid input';
const issue = (code: string, params?: Params, more?: object): Issue => ({ code, path: [], message: words(params), ...more });
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

class Schema {
  /** May be missing. */
  optional = false;
  /** Stands in when missing. */
  defaulted = false;
  shape: Shape = {};
  /** All that it takes, where that can be listed. */
  values: readonly unknown[] = [];
  readonly #parse: Parse;
  #checks: readonly Check[] = [];

  constructor(parse: Parse, more?: Partial<Pick<Schema, 'optional' | 'defaulted' | 'shape' | 'values'>>) {
    this.#parse = parse;
    Object.assign(this, more);
  }

  check(...checks: Check[]): Schema {
    const made = new Schema(this.#parse, this);
    made.#checks = [...this.#checks, ...checks];
    return made;
  }

  run(value: unknown, issues: Issue[]): unknown {
    let result = this.#parse(value, issues);
    for (const { run, when } of this.#checks) {
      const skip = when ? issues.some((found) => found.continue === false) || !when({ value: result, issues }) : issues.some((found) => !found.continue);
      if (!skip) result = run(result, issues);
    }
    return result;
  }

  /** Runs on a part of a value, whose place is `key`. */
  part(key: PropertyKey, value: unknown, issues: Issue[]): unknown {
    const found: Issue[] = [];
    const result = this.run(value, found);
    for (const { path } of found) path.unshift(key);
    issues.push(...found);
    return result;
  }

  safeParse(value: unknown): { success: boolean; data?: unknown; error?: { issues: Issue[] } } {
    const issues: Issue[] = [];
    const data = this.run(value, issues);
    return issues.length > 0 ? { success: false, error: { issues } } : { success: true, data };
  }
}

/* @__NO_SIDE_EFFECTS__ */
const typed = (expected: string, test: (value: unknown) => boolean, params?: Params): Schema =>
  new Schema((value, issues) => {
    if (!test(value)) issues.push(issue('invalid_type', params, { expected }));
    return value;
  });

/* @__NO_SIDE_EFFECTS__ */
export const string = (params?: Params): Schema => typed('string', (value) => typeof value === 'string', params);
/* @__NO_SIDE_EFFECTS__ */
export const boolean = (params?: Params): Schema => typed('boolean', (value) => typeof value === 'boolean', params);
/* @__NO_SIDE_EFFECTS__ */
export const number = (params?: Params): Schema => typed('number', Number.isFinite, params);
/* @__NO_SIDE_EFFECTS__ */
export const unknown = (): Schema => new Schema((value) => value);

/* @__NO_SIDE_EFFECTS__ */
const listed = (values: readonly unknown[], params?: Params): Schema =>
  new Schema(
    (value, issues) => {
      if (!values.includes(value)) issues.push(issue('invalid_value', params, { values }));
      return value;
    },
    { values },
  );
/* @__NO_SIDE_EFFECTS__ */
export const literal = (value: unknown, params?: Params): Schema => listed([value], params);
export { listed as enum };

/* @__NO_SIDE_EFFECTS__ */
export const object = (shape: Shape, params?: Params, strict = false): Schema =>
  new Schema(
    (value, issues) => {
      if (!isObject(value)) {
        issues.push(issue('invalid_type', params, { expected: 'object' }));
        return value;
      }
      const result: Record<string, unknown> = {};
      for (const [key, schema] of Object.entries(shape)) {
        const present = key in value;
        if (!present && schema.optional) continue;
        const before = issues.length;
        const part = schema.part(key, value[key], issues);
        if (present || schema.defaulted) result[key] = part;
        else if (issues.length === before) issues.push(issue('invalid_type', undefined, { expected: 'nonoptional', path: [key] }));
      }
      const keys = strict ? Object.keys(value).filter((key) => !Object.hasOwn(shape, key)) : [];
      if (keys.length > 0) issues.push(issue('unrecognized_keys', params, { keys, continue: true }));
      return result;
    },
    { shape },
  );
/* @__NO_SIDE_EFFECTS__ */
export const strictObject = (shape: Shape, params?: Params): Schema => object(shape, params, true);
/* @__NO_SIDE_EFFECTS__ */
export const partial = ({ shape }: Schema): Schema => strictObject(Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, optional(schema)])));

/* @__NO_SIDE_EFFECTS__ */
export const array = (element: Schema, params?: Params): Schema =>
  new Schema((value, issues) => {
    if (Array.isArray(value)) return Array.from(value, (item, index) => element.part(index, item, issues));
    issues.push(issue('invalid_type', params, { expected: 'array' }));
    return value;
  });

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
export const discriminatedUnion = (discriminator: string, options: readonly Schema[]): Schema =>
  new Schema((value, issues) => {
    if (!isObject(value)) {
      issues.push(issue('invalid_type', undefined, { expected: 'object' }));
      return value;
    }
    const taken = (option: Schema): readonly unknown[] => option.shape[discriminator]?.values ?? [];
    const option = options.find((one) => taken(one).includes(value[discriminator]));
    if (option) return option.run(value, issues);
    issues.push(issue('invalid_union', undefined, { errors: [], options: options.flatMap(taken), path: [discriminator] }));
    return value;
  });

/* @__NO_SIDE_EFFECTS__ */
export const optional = (inner: Schema): Schema =>
  new Schema((value, issues) => (value === undefined && !inner.defaulted ? value : inner.run(value, issues)), { optional: true, shape: inner.shape });
/* @__NO_SIDE_EFFECTS__ */
export const nullable = (inner: Schema): Schema => new Schema((value, issues) => (value === null ? value : inner.run(value, issues)), { optional: inner.optional });
/* @__NO_SIDE_EFFECTS__ */
export const _default = (inner: Schema, fallback: unknown): Schema =>
  new Schema((value, issues) => (value === undefined ? fallback : inner.run(value, issues)), { defaulted: true });
/* @__NO_SIDE_EFFECTS__ */
export const pipe = (left: Schema, right: Schema): Schema =>
  new Schema((value, issues) => {
    const result = left.run(value, issues);
    return issues.length > 0 ? result : right.run(result, issues);
  });
/* @__NO_SIDE_EFFECTS__ */
export const transform = (change: (value: never) => unknown): Schema => new Schema((value) => change(value as never));

/** A check that something holds; the issue says that it does not. */
/* @__NO_SIDE_EFFECTS__ */
const held = (code: string, holds: (value: never) => boolean, params: Params, more?: object, when?: Check['when']): Check => ({
  run(value, issues) {
    if (!holds(value as never)) issues.push(issue(code, params, { continue: true, ...more }));
    return value;
  },
  when,
});

/* @__NO_SIDE_EFFECTS__ */
export const refine = (holds: (value: never) => unknown, params?: Params): Check => ({
  run(value, issues) {
    if (!holds(value as never)) issues.push(issue('custom', params, { continue: true, path: [...((typeof params === 'object' && params.path) || [])] }));
    return value;
  },
  when: typeof params === 'object' ? params.when : undefined,
});
/** What only a reader of the schema is told. */
/* @__NO_SIDE_EFFECTS__ */
export const describe = (): Check => ({ run: (value) => value });
/* @__NO_SIDE_EFFECTS__ */
export const trim = (): Check => ({ run: (value) => (value as string).trim() });

const hasLength: Check['when'] = ({ value }) => (value as { length?: number } | null | undefined)?.length !== undefined;
/** In code points, for a text. */
const lengthOf = (value: string | readonly unknown[]): number => [...value].length;
const origin = (value: unknown): object => ({ origin: typeof value === 'string' ? 'string' : Array.isArray(value) ? 'array' : 'unknown' });
/* @__NO_SIDE_EFFECTS__ */
const sized = (code: string, holds: (length: number) => boolean, params: Params, more: object): Check => ({
  run(value, issues) {
    if (!holds(lengthOf(value as string))) issues.push(issue(code, params, { continue: true, inclusive: true, ...origin(value), ...more }));
    return value;
  },
  when: hasLength,
});
/* @__NO_SIDE_EFFECTS__ */
export const minLength = (minimum: number, params?: Params): Check => sized('too_small', (length) => length >= minimum, params, { minimum });
/* @__NO_SIDE_EFFECTS__ */
export const maxLength = (maximum: number, params?: Params): Check => sized('too_big', (length) => length <= maximum, params, { maximum });
/* @__NO_SIDE_EFFECTS__ */
export const regex = (pattern: RegExp, params?: Params): Check => held('invalid_format', (value: string) => pattern.test(value), params);
/* @__NO_SIDE_EFFECTS__ */
export const startsWith = (prefix: string, params?: Params): Check => held('invalid_format', (value: string) => value.startsWith(prefix), params);

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
