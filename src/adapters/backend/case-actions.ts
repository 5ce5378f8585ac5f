import { isCaso, isMeusDados } from '../../contract/replies-caso.ts';
import type { CaseActions } from '../ports.ts';
import { BackendError } from '../ports.ts';
import { createHttpClient, type HttpBackendPorts } from './client.ts';

/**
 * What a person does on their case, by the HTTP contract (v1).
 * @param url address of the backend
 * @throws BackendError from every call, and nothing else
 */
export function createCaseActions(url: string, ports: HttpBackendPorts): CaseActions {
  const { create, post, blob } = createHttpClient(url, ports);
  const path = (protocolo: string, rest: string): string => `protocolos/${encodeURIComponent(protocolo)}/${rest}`;
  return {
    agir: (protocolo, token, { acao, corpo }, options) => create(path(protocolo, acao), corpo, options, isCaso, token),
    meusDados: (protocolo, token, options) => post(path(protocolo, 'meus-dados'), { body: {}, bearer: token, options }, isMeusDados),
    async baixarAnexo(protocolo, token, id, options) {
      const found = await blob(path(protocolo, `anexos/${encodeURIComponent(id)}`), { method: 'GET', bearer: token, options });
      if (!found) throw new BackendError('recusa', 'anexos: HTTP 404');
      return found;
    },
  };
}
