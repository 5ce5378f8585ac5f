import { isResumoFila, isSituacaoFila } from '../../contract/replies-balcao.ts';
import type { Counter } from '../ports.ts';
import { BackendError } from '../ports.ts';
import { createHttpClient, type HttpBackendPorts } from './client.ts';
import { follow } from './live.ts';

/**
 * The queue of a counter, by the HTTP contract (v1).
 * @param url address of the backend
 * @throws BackendError from every call, and nothing else
 */
export function createCounter(url: string, ports: HttpBackendPorts): Counter {
  const { send, json } = createHttpClient(url, ports);
  const base = url.endsWith('/') ? url : `${url}/`;
  const read = <T>(path: string, text: string | null, fits: (value: unknown) => value is T): T => {
    const value = text === null ? null : json(path, text);
    if (!fits(value)) throw new BackendError('servidor', `${path}: contract`);
    return value;
  };
  const situacao: Counter['situacao'] = async (ingresso, options) => read('fila', await send('fila', { method: 'GET', bearer: ingresso, options }), isSituacaoFila);
  return {
    async resumo(unidadeId, options) {
      const path = `unidades/${encodeURIComponent(unidadeId)}/fila`;
      return read(path, await send(path, { method: 'GET', options }), isResumoFila);
    },
    situacao,
    acompanhar: (ingresso, options) =>
      follow(
        {
          url: new URL('v1/fila/eventos', base).href,
          bearer: () => ingresso,
          read: (text) => {
            const value = json('fila/eventos', text);
            return isSituacaoFila(value) ? value : null;
          },
          poll: (signal) => situacao(ingresso, { signal }),
        },
        ports,
        options,
      ),
    async avaliar(ingresso, body, { idempotencyKey, ...options }) {
      await send('fila/avaliacao', { method: 'POST', body, idempotencyKey, bearer: ingresso, options });
    },
  };
}
