/** The contract for servers and tests: every schema of the HTTP API and of the court file, and the check of a court file. */
export * from '../contract/caso.ts';
export * from '../contract/court-file.ts';
export * from '../contract/documents.ts';
export * from '../contract/errors.ts';
export * from '../contract/fila.ts';
export * from '../contract/identidade.ts';
export * from '../contract/listas.ts';
export * from '../contract/manifestacao.ts';
export * from '../contract/pedido.ts';
export * from '../contract/primitives-tribunal.ts';
export * from '../contract/primitives.ts';
export * from '../contract/problem.ts';
export type * from '../contract/proprio.ts';
export * from '../contract/tribunal.ts';
