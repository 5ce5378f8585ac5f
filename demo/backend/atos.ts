import type { AcaoEquipe } from '../../src/contract/tratamento.ts';
import type { Ator } from './ator.ts';
import type { ContextoApp } from './routes/rotas.ts';

/** One act of the staff, as it came. */
export interface AtoEquipe {
  ator: Ator;
  protocolo: string;
  envio: { versao: number; acao: AcaoEquipe; anexos?: string[] | undefined };
  /** The `Idempotency-Key`: the same act sent again is done once. */
  idemKey: string;
}

/**
 * Does one act of the staff on a case, with its events and its line of the audit, in one transaction.
 * @returns the version of the case afterwards
 * @throws ProblemError `protocolo-nao-encontrado` (404), `versao-antiga` (409), `acao-indisponivel` (409), `sem-permissao` (403), `dados-invalidos` (422)
 */
export async function executarEquipe(_ctx: ContextoApp, _ato: AtoEquipe): Promise<{ versao: number }> {
  throw new Error('not written yet');
}
