/** Every check by schema that the kit runs in a browser. */
import { checkAcao } from '../../src/contract/check-acoes.ts';
import { checkManifestacao } from '../../src/contract/check-manifestacao.ts';
import { checkPedido } from '../../src/contract/check-pedido.ts';

export { checkCourtFile } from '../../src/contract/court-file.ts';
export const checks = { manifestacao: checkManifestacao, pedido: checkPedido, ...checkAcao };
