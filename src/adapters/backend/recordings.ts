import { isGravacao, isListaGravacoes } from '../../contract/replies-gravacao.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Recordings } from '../ports.ts';
import { BackendError } from '../ports.ts';
import { createHttpClient, type HttpBackendPorts } from './client.ts';

/** A GET that is answered with 404. */
const ausente: Problem = { type: 'about:blank', title: '', status: 404 };

/**
 * Recordings of hearings, by the HTTP contract (v1).
 * @param url address of the backend
 * @throws BackendError from every call, and nothing else
 */
export function createRecordings(url: string, ports: HttpBackendPorts): Recordings {
  const { send, json, post } = createHttpClient(url, ports);
  const base = url.endsWith('/') ? url : `${url}/`;
  async function get<T>(path: string, bearer: string | undefined, options: { signal?: AbortSignal } | undefined, fits: (value: unknown) => value is T): Promise<T> {
    const text = await send(path, { method: 'GET', options, ...(bearer ? { bearer } : {}) });
    if (text === null) throw new BackendError('recusa', 'gravacoes: HTTP 404', ausente);
    const value = json('gravacoes', text);
    if (!fits(value)) throw new BackendError('servidor', 'gravacoes: contract');
    return value;
  }
  return {
    listar: async (processo, { token, ...options }) => (await get(`gravacoes?${new URLSearchParams({ processo }).toString()}`, token, options, isListaGravacoes)).itens,
    abrir: (id, { token, chave, vista, ...options }) =>
      chave
        ? post(`gravacoes/${encodeURIComponent(id)}/consulta`, { body: { chave, ...(vista ? { vista } : {}) }, options }, isGravacao)
        : get(`gravacoes/${encodeURIComponent(id)}${vista ? `?vista=${encodeURIComponent(vista)}` : ''}`, token, options, isGravacao),
    endereco: (path) => new URL(`v1/${path}`, base).href,
    chaves: () => new URL('.well-known/jwks.json', base).href,
  };
}
