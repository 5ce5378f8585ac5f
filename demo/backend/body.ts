import type { Context } from 'hono';
import { MAX_BODY_BYTES } from '../../src/config/limits.ts';
import { fieldErrors } from '../../src/contract/errors.ts';
import { ProblemError } from './problems.ts';

type SafeParse<T> = { success: true; data: T } | { success: false; error: Parameters<typeof fieldErrors>[0] };

/** A schema of the contract. */
export interface Esquema<T> {
  safeParse(value: unknown, params?: { reportInput?: boolean }): SafeParse<T>;
}

/** Text as PostgreSQL can keep it: without NUL and without half a surrogate pair, which some phones produce when an emoji is cut in two. */
const textoLimpo = (text: string): string => text.replaceAll('\0', '').replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');

/** A form is not on its way for longer than this, in milliseconds, on the slowest of lines. */
const DEMORA_MS = 5 * 60_000;

/** Reads the body as text, and gives up as soon as it is larger than allowed, whatever its `Content-Length` says, or takes too long. */
async function lerTexto(request: Request): Promise<string> {
  const grande = (): ProblemError => new ProblemError('corpo-grande', { detail: `O que foi enviado passa de ${Math.floor(MAX_BODY_BYTES / 1024)} KB.` });
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw grande();
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  const tarde = setTimeout(() => void reader.cancel().catch(() => undefined), DEMORA_MS);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > MAX_BODY_BYTES) {
        await reader.cancel();
        throw grande();
      }
      chunks.push(part.value);
    }
  } finally {
    clearTimeout(tarde);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new ProblemError('json-invalido', { detail: 'O texto não está em UTF-8.' });
  }
}

/** The JSON body of a request. @throws ProblemError `tipo-nao-suportado`, `corpo-grande`, `json-invalido` */
export async function lerJson(c: Context): Promise<unknown> {
  const tipo = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (tipo !== 'application/json') throw new ProblemError('tipo-nao-suportado');
  const texto = await lerTexto(c.req.raw);
  try {
    return JSON.parse(texto, (_key, value: unknown) => (typeof value === 'string' ? textoLimpo(value) : value));
  } catch {
    throw new ProblemError('json-invalido');
  }
}

/** What a schema makes of a value. @throws ProblemError `dados-invalidos`, with a pointer to each field */
export function validar<T>(esquema: Esquema<T>, value: unknown): T {
  const lido = esquema.safeParse(value, { reportInput: true });
  if (!lido.success) throw new ProblemError('dados-invalidos', { errors: fieldErrors(lido.error) });
  return lido.data;
}

/** The `Idempotency-Key`, bare or quoted as in the IETF draft. @throws ProblemError `chave-de-idempotencia-ausente` */
export function chaveDeIdempotencia(c: Context): string {
  const key = (c.req.header('idempotency-key') ?? '').trim().replace(/^"(.*)"$/, '$1');
  if (!/^[\x21-\x7e]{16,200}$/.test(key)) throw new ProblemError('chave-de-idempotencia-ausente');
  return key;
}

/** The secret of an `Authorization: Bearer`. @throws ProblemError `ingresso-ausente` */
export function bearer(c: Context): string {
  const found = /^Bearer ([\w.~+/-]{16,500}=*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (!found) throw new ProblemError('ingresso-ausente');
  return found;
}
