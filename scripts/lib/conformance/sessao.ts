import { isDeepStrictEqual } from 'node:util';
import { problem, type Problem } from '../../../src/contract/problem.ts';

/** Outcome of one check. */
export interface Resultado {
  /** Stable name, for scripts. */
  id: string;
  grupo: string;
  /** What a server has to do, in words. */
  titulo: string;
  estado: 'passa' | 'falha' | 'pulado';
  /** What was found instead, or why it was not checked. Never has a secret. */
  detalhe?: string;
}

/** An answer, read whole. */
export interface Resposta {
  status: number;
  headers: Headers;
  texto: string;
  /** Undefined when it is not JSON. */
  json: unknown;
}

/** The server does something else. */
export class Falha extends Error {}
/** It cannot be checked here. */
export class Pulo extends Error {}

export interface Esquema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly { path: PropertyKey[]; code?: string | undefined; message: string }[] } };
}

export const falha = (detalhe: string): never => {
  throw new Falha(detalhe);
};

export const pula = (motivo: string): never => {
  throw new Pulo(motivo);
};

export function espera(certo: unknown, detalhe: string): asserts certo {
  if (!certo) falha(detalhe);
}

export const igual = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);

/** Reads a value through a schema of the contract; names the places that do not fit, never what is in them. */
export function ler<T>(esquema: Esquema<T>, value: unknown, oQue: string): T {
  const lido = esquema.safeParse(value);
  if (lido.success) return lido.data;
  const onde = lido.error.issues.slice(0, 3).map(({ path, code, message }) => `${path.length ? `/${path.map(String).join('/')}` : 'a raiz'} (${/^[a-z0-9-]+$/.test(message) ? message : (code ?? message)})`);
  return falha(`${oQue} foge do contrato em ${onde.join(', ')}${lido.error.issues.length > 3 ? ` e mais ${lido.error.issues.length - 3}` : ''}`);
}

export interface Chamada {
  metodo?: string;
  headers?: Record<string, string>;
  /** Sent as JSON; a string goes as it is. */
  corpo?: unknown;
}

/** A run against one server. */
export class Sessao {
  readonly resultados: Resultado[] = [];
  readonly base: string;
  readonly #fetch: typeof fetch;
  readonly #onResult: (resultado: Resultado) => void;
  readonly #timeoutMs: number;
  /** Seen over all answers. */
  readonly semDate = new Set<string>();
  readonly errosRuins = new Map<string, string>();
  readonly desvios: number[] = [];

  constructor(url: string, fetcher: typeof fetch, onResult: (resultado: Resultado) => void = () => undefined, timeoutMs = 30_000) {
    this.base = url.endsWith('/') ? url : `${url}/`;
    this.#fetch = fetcher;
    this.#onResult = onResult;
    this.#timeoutMs = timeoutMs;
  }

  /** Checks one thing. What it gives is there for the checks that build on it; undefined when it did not pass. */
  async confere<T>(grupo: string, id: string, titulo: string, run: () => Promise<T> | T): Promise<T | undefined> {
    let resultado: Resultado = { id, grupo, titulo, estado: 'passa' };
    let value: T | undefined;
    try {
      value = await run();
    } catch (error) {
      resultado = { ...resultado, estado: error instanceof Pulo ? 'pulado' : 'falha', detalhe: (error as Error).message };
    }
    this.resultados.push(resultado);
    this.#onResult(resultado);
    return value;
  }

  async chamar(path: string, { metodo = 'GET', headers = {}, corpo }: Chamada = {}): Promise<Resposta> {
    const nome = `${metodo} ${path.split('?')[0]}`;
    let response: Response;
    let texto: string;
    try {
      response = await this.#fetch(new URL(path, this.base).href, {
        method: metodo,
        headers: { accept: 'application/json, application/problem+json', ...(corpo === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(corpo === undefined ? {} : { body: typeof corpo === 'string' ? corpo : JSON.stringify(corpo) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#timeoutMs),
      });
      texto = await response.text();
    } catch (error) {
      throw new Falha(`${nome} não respondeu (${(error as Error).name === 'TimeoutError' ? `mais de ${this.#timeoutMs / 1000} s` : ((error as { cause?: { code?: string } }).cause?.code ?? (error as Error).message)})`);
    }
    let json: unknown;
    try {
      json = JSON.parse(texto);
    } catch {
      // Not JSON.
    }
    const resposta: Resposta = { status: response.status, headers: response.headers, texto, json };
    const date = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(date)) this.semDate.add(nome);
    else this.desvios.push(date - Date.now());
    // HEAD and tus answers without a body say it all by their status.
    if (response.status >= 400 && metodo !== 'HEAD' && metodo !== 'OPTIONS') {
      const ruim = motivoDoErroRuim(resposta);
      if (ruim) this.errosRuins.set(`${nome} (${response.status})`, ruim);
    }
    return resposta;
  }

  /** A call that has to be refused. */
  async recusado(path: string, chamada: Chamada, status: readonly number[]): Promise<Problem> {
    const resposta = await this.chamar(path, chamada);
    espera(status.includes(resposta.status), `respondeu ${resposta.status}; esperado ${status.join(' ou ')}`);
    const ruim = motivoDoErroRuim(resposta);
    espera(!ruim, ruim ?? '');
    return problem.parse(resposta.json);
  }
}

function motivoDoErroRuim({ status, headers, json }: Resposta): string | null {
  const tipo = headers.get('content-type') ?? '(sem Content-Type)';
  if (!/^application\/problem\+json\b/i.test(tipo)) return `veio como ${tipo.split(';')[0]}, não application/problem+json`;
  const lido = problem.safeParse(json);
  if (!lido.success) return 'não tem os campos da RFC 9457 (type, title, status)';
  if (lido.data.status !== status) return `diz status ${lido.data.status}, mas a resposta é ${status}`;
  if (lido.data.errors?.some(({ pointer }) => pointer !== '' && !pointer.startsWith('/'))) return 'tem em errors um pointer que não é um ponteiro JSON';
  return null;
}
