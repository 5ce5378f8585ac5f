import type { Comprovante } from '../../contract/caso.ts';
import type { BackendProprio, RespostaPropria } from '../../contract/proprio.ts';
import { BackendError } from '../ports.ts';
import { comprovante, envia, recusa, type Enviar, type PortasEnvio } from './submit.ts';

/** Sends through the page's own object. */
export function createCustomBackend(own: BackendProprio, ports: PortasEnvio): Enviar {
  return async (tipo, body, options): Promise<Comprovante> => {
    const answer = (await envia(ports, options, 'servidor', (signal) => own.submit(tipo, body, { idempotencyKey: options.idempotencyKey, signal }))) as RespostaPropria | null | undefined;
    if (typeof answer !== 'object' || answer === null) {
      console.error('[Átrio] backend.submit: devolva um objeto, como { protocolo }; {} quando não há protocolo.');
      throw new BackendError('servidor', 'submit: no object');
    }
    if (answer.errors?.length) throw recusa(answer.mensagem, answer.errors);
    return comprovante(tipo, ports, answer);
  };
}
