import { isEstatisticas } from '../../contract/replies-estatisticas.ts';
import type { Statistics } from '../ports.ts';
import { BackendError } from '../ports.ts';
import { createHttpClient, type HttpBackendPorts } from './client.ts';

/**
 * Published figures, by the HTTP contract (v1).
 * @param url address of the backend
 * @throws BackendError from every call, and nothing else
 */
export function createStatistics(url: string, ports: HttpBackendPorts): Statistics {
  const { send, json } = createHttpClient(url, ports);
  return {
    async estatisticas(servico, periodo, options) {
      const text = await send(`estatisticas/${servico}?${new URLSearchParams(periodo).toString()}`, { method: 'GET', options });
      if (text === null) throw new BackendError('recusa', 'estatisticas: HTTP 404');
      const value = json('estatisticas', text);
      if (!isEstatisticas(value)) throw new BackendError('servidor', 'estatisticas: contract');
      return value;
    },
  };
}
