import { isUnidade } from '../../contract/lean.ts';
import { isRecibo } from '../../contract/replies.ts';
import type { Recibo } from '../../contract/caso.ts';
import type { ManifestacaoCifradaEnvio, ManifestacaoInput } from '../../contract/manifestacao.ts';
import type { PedidoInput } from '../../contract/pedido.ts';
import type { Backend, CreateOptions } from '../ports.ts';
import { BackendError } from '../ports.ts';
import { createHttpClient, type HttpBackendPorts } from './client.ts';
import type { Elsewhere } from './elsewhere.ts';

/** A server of the contract gives whole receipts. */
export interface HttpBackend extends Backend {
  registrarManifestacao(body: ManifestacaoInput | ManifestacaoCifradaEnvio, options: CreateOptions): Promise<Recibo>;
  registrarPedido(body: PedidoInput, options: CreateOptions): Promise<Recibo>;
}

/** The client of a server of the contract, at an address; or of any other place that takes submissions, loaded only for it. */
export async function createBackend(where: string | Elsewhere, ports: HttpBackendPorts): Promise<Backend> {
  return typeof where === 'string' ? createHttpBackend(where, ports) : (await import('./elsewhere.ts')).createElsewhere(where, ports);
}

/**
 * The citizen's calls of the HTTP contract (v1), each answer read through the contract.
 * @param url address of the backend; `v1/...` is added to it
 * @throws BackendError from every call, and nothing else
 */
export function createHttpBackend(url: string, ports: HttpBackendPorts): HttpBackend {
  const { send, json, post, create } = createHttpClient(url, ports);
  return {
    async tribunal(options) {
      const text = await send('tribunal', { method: 'GET', options });
      if (text === null) throw new BackendError('recusa', 'tribunal: HTTP 404');
      return json('tribunal', text);
    },
    async unidade(id, options) {
      const text = await send(`unidades/${encodeURIComponent(id)}`, { method: 'GET', options });
      if (text === null) return null;
      const value = json('unidades', text);
      if (!isUnidade(value)) throw new BackendError('servidor', 'unidades: contract');
      return value;
    },
    registrarManifestacao: (body, options) => create('manifestacoes', body, options, isRecibo),
    registrarPedido: (body, options) => create('pedidos-informacao', body, options, isRecibo),
    // Who follows a case or stands in a queue has a reader for it, which comes beside the answer.
    consultar: (body, options) => post('protocolos/consulta', { body, options }, import('../../contract/replies-caso.ts').then(({ isCaso }) => isCaso)),
    entrarNaFila: (unidadeId, body, options) =>
      create(`unidades/${encodeURIComponent(unidadeId)}/fila`, body, options, import('./fila.ts').then(({ isSenhaFila }) => isSenhaFila)),
    abrirSala: (ingresso, options) => post('fila/entrada', { bearer: ingresso, options }, import('./fila.ts').then(({ isEntradaFila }) => isEntradaFila)),
    async sairDaFila(ingresso, options) {
      await send('fila/saida', { method: 'POST', bearer: ingresso, keepalive: true, options });
    },
  };
}
