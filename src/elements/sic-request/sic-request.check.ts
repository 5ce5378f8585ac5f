import { checkPedido } from '../../contract/check-pedido.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Values } from '../../domain/form/fields.ts';
import { CONTATO_SIC, respondeNoContato } from '../../domain/form/pedido.ts';

const RESPOSTA = '/resposta/endereco';

/**
 * Errors of the request as the person has to mend them, each once: an address that was written once and is used twice is wrong where
 * it was written, and an e-mail or address that is being written says by itself what it lacks.
 */
export function checkRequest(body: unknown, values: Values): readonly FieldError[] {
  const errors = checkPedido(body);
  const wrong = (test: (pointer: string) => boolean): boolean => errors.some(({ pointer }) => test(pointer));
  return errors.filter(({ pointer }) => {
    if (pointer === CONTATO_SIC) return !wrong((other) => other.startsWith(`${CONTATO_SIC}/e`));
    if (!respondeNoContato(values) || !pointer.startsWith(RESPOSTA)) return true;
    const written = pointer.replace(RESPOSTA, `${CONTATO_SIC}/endereco`);
    return !wrong((other) => other === written);
  });
}
