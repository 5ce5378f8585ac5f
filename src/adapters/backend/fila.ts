/** Readers of the acts of a queue, for the client that has them on use. */
export { isEntradaFila, isSenhaFila } from '../../contract/replies-fila.ts';
