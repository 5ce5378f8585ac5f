/** What the schemas of what a person sends need of `zod-lean.ts`. */

export interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
  /** As in zod: what comes after is still checked (`true`), is not, or not even what has a `when` of its own (`false`). */
  continue?: boolean;
  [detail: string]: unknown;
}

type Parse = (value: unknown, issues: Issue[]) => unknown;
export interface Check {
  run: Parse;
  when?: ((payload: { value: unknown; issues: Issue[] }) => boolean) | undefined;
}
export type Params = string | { error?: string; path?: PropertyKey[]; when?: Check['when'] } | undefined;
type Shape = Readonly<Record<string, Schema>>;

const words = (params: Params): string => (typeof params === 'string' ? params : params?.error) ?? 'Invalid input';
export const issue = (code: string, params?: Params, more?: object): Issue => ({ code, path: [], message: words(params), ...more });
export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

export class Schema {
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
export const typed = (expected: string, test: (value: unknown) => boolean, params?: Params): Schema =>
  new Schema((value, issues) => {
    if (!test(value)) issues.push(issue('invalid_type', params, { expected }));
    return value;
  });

/* @__NO_SIDE_EFFECTS__ */
export const string = (params?: Params): Schema => typed('string', (value) => typeof value === 'string', params);
/* @__NO_SIDE_EFFECTS__ */
export const boolean = (params?: Params): Schema => typed('boolean', (value) => typeof value === 'boolean', params);
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
export const array = (element: Schema, params?: Params): Schema =>
  new Schema((value, issues) => {
    if (Array.isArray(value)) return Array.from(value, (item, index) => element.part(index, item, issues));
    issues.push(issue('invalid_type', params, { expected: 'array' }));
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
export const pipe = (left: Schema, right: Schema): Schema =>
  new Schema((value, issues) => {
    const result = left.run(value, issues);
    return issues.length > 0 ? result : right.run(result, issues);
  });
/* @__NO_SIDE_EFFECTS__ */
export const transform = (change: (value: never) => unknown): Schema => new Schema((value) => change(value as never));

/** A check that something holds; the issue says that it does not. */
/* @__NO_SIDE_EFFECTS__ */
export const held = (code: string, holds: (value: never) => boolean, params: Params, more?: object, when?: Check['when']): Check => ({
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
