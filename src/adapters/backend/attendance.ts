import { isEntradaAtendimento, isFilaAtendimento, isMeusBalcoes } from '../../contract/replies-balcao.ts';
import type { Attendance } from '../ports.ts';
import { BackendError } from '../ports.ts';
import { createHttpClient, type HttpBackendPorts } from './client.ts';
import { follow } from './live.ts';

/**
 * The attendants' side of the counter, by the HTTP contract (v1).
 * @param url address of the backend
 * @param token gives the access token of now; asked before each call
 * @throws BackendError from every call, and nothing else
 */
export function createAttendance(url: string, token: () => Promise<string>, ports: HttpBackendPorts): Attendance {
  const { send, json, create } = createHttpClient(url, ports);
  const base = url.endsWith('/') ? url : `${url}/`;
  const da = (unidadeId: string, rest: string): string => `atendimento/unidades/${encodeURIComponent(unidadeId)}/${rest}`;
  async function get<T>(path: string, options: { signal?: AbortSignal } | undefined, fits: (value: unknown) => value is T): Promise<T> {
    const text = await send(path, { method: 'GET', bearer: await token(), options });
    const value = text === null ? null : json(path, text);
    if (!fits(value)) throw new BackendError('servidor', `${path}: contract`);
    return value;
  }
  return {
    unidades: (options) => get('atendimento/unidades', options, isMeusBalcoes),
    fila: (unidadeId, options) => get(da(unidadeId, 'fila'), options, isFilaAtendimento),
    acompanhar: (unidadeId, options) =>
      follow(
        {
          url: new URL(`v1/${da(unidadeId, 'eventos')}`, base).href,
          bearer: token,
          read: (text) => {
            const value = json('atendimento/eventos', text);
            return isFilaAtendimento(value) ? value : null;
          },
          poll: (signal) => get(da(unidadeId, 'fila'), { signal }, isFilaAtendimento),
        },
        ports,
        options,
      ),
    agir: async (unidadeId, ato, options) => create(da(unidadeId, 'acoes'), ato, options, isFilaAtendimento, await token()),
    pausar: async (unidadeId, pausa, options) => create(da(unidadeId, pausa ? 'pausa' : 'retomada'), pausa ?? {}, options, isFilaAtendimento, await token()),
    entrar: async (de, options) =>
      create('senhaId' in de ? `atendimento/senhas/${encodeURIComponent(de.senhaId)}/entrada` : `atendimento/convites/${encodeURIComponent(de.conviteId)}/entrada`, {}, options, isEntradaAtendimento, await token()),
  };
}
