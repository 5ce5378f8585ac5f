import type { TipoCaso } from './caso.ts';
import type { ManifestacaoCifradaEnvio, ManifestacaoInput } from './manifestacao.ts';
import type { PedidoInput } from './pedido.ts';

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
