import type { BackendProprio } from '../../contract/proprio.ts';
import type { BackendFormulario } from '../../contract/tribunal.ts';
import type { Backend } from '../ports.ts';
import { BackendError } from '../ports.ts';
import { createCustomBackend } from './custom.ts';
import { createFormEndpoint } from './form-endpoint.ts';
import type { PortasEnvio } from './submit.ts';

/** A place to send to that is not a server of the contract. */
export type Elsewhere = BackendFormulario | BackendProprio;

/** Sends elsewhere. Following a case, queues and units are of the contract alone, and are refused. */
export function createElsewhere(where: Elsewhere, ports: PortasEnvio): Backend {
  const send = 'submit' in where ? createCustomBackend(where, ports) : createFormEndpoint(where, ports);
  const no = async (): Promise<never> => {
    throw new BackendError('recusa', 'not a server of the contract');
  };
  return {
    registrarManifestacao: (body, options) => send('manifestacao', body, options),
    registrarPedido: (body, options) => send('pedido-informacao', body, options),
    tribunal: no,
    unidade: no,
    consultar: no,
    entrarNaFila: no,
    abrirSala: no,
    sairDaFila: no,
  };
}
