import { checker } from './check.ts';
import { pedidoEnvio } from './pedido.ts';

/** Check of a request for information; its own module, so that a form loads this schema and no other. */
export const checkPedido = checker(pedidoEnvio);
