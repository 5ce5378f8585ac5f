import type { BackendProprio } from 'atrio-kit/contract';

/**
 * Aqui a manifestação vai para o sistema do tribunal, com `fetch`. Este exemplo só devolve um número. A mesma `idempotencyKey` é o mesmo
 * envio, tentado de novo: quem recebe não registra duas vezes.
 */
export const enviar: BackendProprio['submit'] = (tipo, _corpo, { idempotencyKey }) =>
  Promise.resolve({ protocolo: `${tipo.slice(0, 3).toUpperCase()}-${idempotencyKey.slice(0, 8)}` });
