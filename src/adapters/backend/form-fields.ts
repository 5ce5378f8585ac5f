/** One field as it goes to a server that has names of its own. */
export interface CampoEnvio {
  /** Place in the body, as a JSON pointer (RFC 6901). */
  ponteiro: string;
  nome: string;
  valor: unknown;
}

const escape = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');
const unescape = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The value that a JSON pointer names, or undefined. Never one that the data inherits. */
export function lerPonteiro(value: unknown, ponteiro: string): unknown {
  return ponteiro
    .split('/')
    .slice(1)
    .map(unescape)
    .reduce<unknown>((at, part) => (isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined), value);
}

/**
 * The fields of a body in their order, by the names that the server has for them. A pointer in the map that names a branch takes the whole branch as one
 * field; an empty name leaves it out; what the map does not name goes by its own path, since what a person wrote is never dropped by accident.
 * @param nomes name by JSON pointer
 */
export function camposDe(body: unknown, nomes: Readonly<Record<string, string>> = {}): CampoEnvio[] {
  const found: CampoEnvio[] = [];
  const walk = (valor: unknown, ponteiro: string): void => {
    const nome = Object.hasOwn(nomes, ponteiro) ? nomes[ponteiro] : undefined;
    if (nome === '' || valor === undefined || valor === null) return;
    if (nome === undefined && isObject(valor)) for (const [key, inner] of Object.entries(valor)) walk(inner, `${ponteiro}/${escape(key)}`);
    else found.push({ ponteiro, nome: nome ?? ponteiro.slice(1), valor });
  };
  walk(body, '');
  return found;
}

/** A value as a form carries it: each item of a list of plain values apart, anything deeper as JSON. */
export function textosDe(valor: unknown): string[] {
  if (Array.isArray(valor) && !valor.some(isObject)) return valor.map(String);
  return [isObject(valor) ? JSON.stringify(valor) : String(valor)];
}

/** The fields as a JSON object: a name that begins with `/` is a place in it. */
export function objetoDe(campos: readonly CampoEnvio[], fixos: Readonly<Record<string, string>> = {}): Record<string, unknown> {
  const root = Object.create(null) as Record<string, unknown>;
  const put = (nome: string, valor: unknown): void => {
    const parts = nome.startsWith('/') ? nome.split('/').slice(1).map(unescape) : [nome];
    const last = parts.pop()!;
    let at = root;
    for (const part of parts) at = (isObject(at[part]) ? at[part] : (at[part] = Object.create(null) as object)) as Record<string, unknown>;
    at[last] = valor;
  };
  for (const { ponteiro, nome, valor } of campos) put(nome === ponteiro.slice(1) ? ponteiro : nome, valor);
  for (const [nome, valor] of Object.entries(fixos)) put(nome, valor);
  return root;
}

/** Errors of the answer on the fields of the form: the server's names turned back into pointers. What no field has goes to the form as a whole. */
export function errosDe(value: unknown, campos: readonly CampoEnvio[]): { pointer: string; detail: string }[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([nome, texto]) => {
    const detail = [texto].flat().filter((item): item is string => typeof item === 'string' && item.trim() !== '')[0];
    if (!detail) return [];
    return [{ pointer: campos.find((campo) => campo.nome === nome)?.ponteiro ?? (nome.startsWith('/') ? nome : ''), detail: detail.slice(0, 300) }];
  });
}
