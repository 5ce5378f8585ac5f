import type { PapelEquipe } from '../../src/contract/tratamento.ts';

/** A person of the staff, as the access token says. */
export interface Ator {
  /** `sub` of the token: who, for the audit. */
  sub: string;
  /** Name to show to colleagues. To a citizen goes that of who serves them at the counter alone, cut down by `nomeDoAtendente`. */
  nome: string;
  papeis: readonly PapelEquipe[];
  /** Units this person works for; an empty list is none. Roles of the Ouvidoria and of the SIC see the whole court. */
  unidades: readonly string[];
}
