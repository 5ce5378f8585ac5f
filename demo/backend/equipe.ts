import type { Context } from 'hono';
import type { PapelEquipe } from '../../src/contract/tratamento.ts';
import type { Ator } from './ator.ts';
import type { Autenticar } from './oidc.ts';
import { ProblemError } from './problems.ts';

/** Who calls, when at least one of the roles is theirs; with no role named, any role of the staff will do. */
export type Equipe = (c: Context, ...papeis: PapelEquipe[]) => Promise<Ator>;

/**
 * The door of the staff side.
 * @param autenticar null when no issuer is configured: then there is no staff side
 * @throws ProblemError `equipe-desligada` (404), `acesso-ausente` and `acesso-invalido` (401), `sem-permissao` (403), `emissor-indisponivel` (503)
 */
export function createEquipe(autenticar: Autenticar | null, clock: () => number): Equipe {
  return async (c, ...papeis) => {
    c.header('Cache-Control', 'no-store');
    if (!autenticar) throw new ProblemError('equipe-desligada');
    const token = /^Bearer ([\w.~+/-]{16,8000}=*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (!token) throw new ProblemError('acesso-ausente');
    const ator = await autenticar(token, clock());
    if (!(papeis.length ? ator.papeis.some((papel) => papeis.includes(papel)) : ator.papeis.length)) throw new ProblemError('sem-permissao');
    return ator;
  };
}
