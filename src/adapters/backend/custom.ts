import type { Comprovante, TipoCaso } from '../../contract/caso.ts';
import type { ManifestacaoCifradaEnvio, ManifestacaoInput } from '../../contract/manifestacao.ts';
import type { PedidoInput } from '../../contract/pedido.ts';
import { BackendError } from '../ports.ts';
import { comprovante, envia, recusa, type Enviar, type PortasEnvio } from './submit.ts';

/** What the page's own object answers. With `errors` it is a refusal; without, the submission was received. */
export interface RespostaPropria {
  /** Number to follow it by, in whatever form. */
  protocolo?: string;
  /** Sentence for the person, as plain text. */
  mensagem?: string;
  /** What has to be corrected: `pointer` is a JSON pointer into the body (`/relato`), or empty for the whole. */
  errors?: readonly { pointer: string; detail: string; code?: string }[];
}

/**
 * A backend that the page sets on a form (`element.backend = { submit }`), for systems that are neither the contract nor a form endpoint.
 *
 * `submit` is called with what the person confirmed, already validated. It resolves when the other system has it, and rejects when nobody knows
 * or something failed: then it is called again after a while, with the same `idempotencyKey` and the same body, so that it can tell a repetition from a
 * second submission. `signal` is aborted when nobody waits any more.
 */
export interface BackendProprio {
  submit(
    tipo: TipoCaso,
    body: ManifestacaoInput | ManifestacaoCifradaEnvio | PedidoInput,
    options: { idempotencyKey: string; signal: AbortSignal },
  ): Promise<RespostaPropria>;
}

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
