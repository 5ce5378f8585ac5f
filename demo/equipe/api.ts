import { Upload } from 'tus-js-client';
import { pedir } from './relogio.ts';

/** A refusal of the backend, or of the network on the way to it, in words for who reads it. */
export class Recusa extends Error {
  readonly status: number;
  readonly codigo: string;
  readonly campos: readonly { pointer: string; detail: string }[];
  constructor(status: number, codigo: string, message: string, campos: readonly { pointer: string; detail: string }[] = []) {
    super(message);
    this.name = 'Recusa';
    this.status = status;
    this.codigo = codigo;
    this.campos = campos;
  }
}

export interface Api {
  ler<T>(path: string): Promise<T>;
  /** Bytes of a file or of an export. */
  bytes(path: string, accept?: string): Promise<Blob>;
  /** @param chave `Idempotency-Key`, the same for the same act sent again */
  enviar<T>(path: string, body: unknown, chave?: string): Promise<T>;
  /** Sends a file and gives its id. */
  anexar(file: File): Promise<string>;
}

/**
 * @param token of who signed in
 * @param vencido called when the backend no longer takes the token
 */
export function createApi(backend: string, token: string, vencido: () => void): Api {
  async function chamar(path: string, init: RequestInit = {}): Promise<Response> {
    let response: Response;
    try {
      response = await pedir(`${backend}${path}`, { ...init, cache: 'no-store', headers: { ...(init.headers as Record<string, string>), Authorization: `Bearer ${token}` } });
    } catch {
      throw new Recusa(0, 'rede', 'Não foi possível falar com o servidor. Confira a conexão e tente de novo: nada se perdeu e nada será feito duas vezes.');
    }
    if (response.ok) return response;
    const problem = (await response.json().catch(() => ({}))) as { type?: string; detail?: string; title?: string; errors?: { pointer: string; detail: string }[] };
    if (response.status === 401) vencido();
    throw new Recusa(response.status, (problem.type ?? '').replace('urn:atrio:problema:', ''), problem.detail ?? problem.title ?? 'O servidor não aceitou o pedido.', problem.errors);
  }
  return {
    ler: async <T>(path: string) => (await (await chamar(path)).json()) as T,
    bytes: async (path, accept) => (await chamar(path, accept ? { headers: { Accept: accept } } : {})).blob(),
    enviar: async <T>(path: string, body: unknown, chave?: string) =>
      (await (await chamar(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...(chave ? { 'Idempotency-Key': chave } : {}) }, body: JSON.stringify(body) })).json()) as T,
    anexar: (file) =>
      new Promise((resolve, reject) => {
        const upload = new Upload(file, {
          endpoint: `${backend}/v1/anexos`,
          retryDelays: [0, 1000, 3000, 5000],
          metadata: { filename: file.name, filetype: file.type },
          storeFingerprintForResuming: false,
          onSuccess: () => resolve(new URL(upload.url ?? '').pathname.split('/').pop() ?? ''),
          onError: () => reject(new Recusa(0, 'anexo', `Não foi possível enviar o arquivo “${file.name}”. Confira o tipo e o tamanho e tente de novo.`)),
        });
        upload.start();
      }),
  };
}
