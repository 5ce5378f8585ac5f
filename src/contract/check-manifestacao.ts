import { checker } from './check.ts';
import { manifestacaoEnvio } from './manifestacao.ts';

/** Check of a manifestation; its own module, so that a form loads this schema and no other. */
export const checkManifestacao = checker(manifestacaoEnvio);
