import { isAgenda } from '../../contract/replies-balcao.ts';
import { isCaso } from '../../contract/replies-caso.ts';
import { isRecibo } from '../../contract/replies.ts';
import type { Booking } from '../ports.ts';
import { BackendError } from '../ports.ts';
import { createHttpClient, type HttpBackendPorts } from './client.ts';

/**
 * Messages and appointments of a counter, by the HTTP contract (v1).
 * @param url address of the backend
 * @throws BackendError from every call, and nothing else
 */
export function createBooking(url: string, ports: HttpBackendPorts): Booking {
  const { send, json, create } = createHttpClient(url, ports);
  return {
    async agenda(unidadeId, periodo, options) {
      const query = new URLSearchParams(Object.entries(periodo).filter(([, day]) => day)).toString();
      const path = `unidades/${encodeURIComponent(unidadeId)}/agenda${query ? `?${query}` : ''}`;
      const text = await send(path, { method: 'GET', options });
      const value = text === null ? null : json(path, text);
      if (!isAgenda(value)) throw new BackendError('servidor', `${path}: contract`);
      return value;
    },
    enviarMensagem: (body, options) => create('mensagens', body, options, isRecibo),
    agendar: (body, options) => create('agendamentos', body, options, isRecibo),
    mudar: (protocolo, token, body, options) => create(`protocolos/${encodeURIComponent(protocolo)}/agendamento`, body, options, isCaso, token),
  };
}
