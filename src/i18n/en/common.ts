import type { common as PtCommon } from '../pt-br/common.ts';
import type { Textos } from '../translate.ts';

/** Strings that every element shares. */
export const common: Textos<typeof PtCommon> = {
  'comum.carregando': 'Loading…',
  'comum.tentar-de-novo': 'Try again',
  'comum.voltar': 'Back',
  'comum.continuar': 'Continue',
  'comum.opcional': 'optional',
  'comum.nova-aba': 'opens in another tab',
  'comum.falha-dados': 'We could not load the information about this service right now.',
  'comum.falha-dados-dica.invalido': "Try again later, or use the court's contacts.",
  'comum.falha-dados-dica.rede': "We will try again by ourselves. You can also use the court's contacts.",
  'comum.demo': 'Demonstration. Nothing you send here reaches a real court.',
  'comum.debug-titulo': 'For the installer (debug attribute)',
};
