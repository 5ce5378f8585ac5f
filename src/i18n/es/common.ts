import type { common as PtCommon } from '../pt-br/common.ts';
import type { Textos } from '../translate.ts';

/** Strings that every element shares. */
export const common: Textos<typeof PtCommon> = {
  'comum.carregando': 'Cargando…',
  'comum.tentar-de-novo': 'Intentar de nuevo',
  'comum.voltar': 'Volver',
  'comum.continuar': 'Continuar',
  'comum.opcional': 'opcional',
  'comum.nova-aba': 'se abre en otra pestaña',
  'comum.falha-dados': 'No fue posible cargar ahora la información de este servicio.',
  'comum.falha-dados-dica.invalido': 'Intente más tarde, o use los contactos del tribunal.',
  'comum.falha-dados-dica.rede': 'Vamos a intentar de nuevo por nuestra cuenta. Usted también puede usar los contactos del tribunal.',
  'comum.demo': 'Demostración. Nada de lo que envíe aquí llega a un tribunal de verdad.',
  'comum.debug-titulo': 'Para quien instala (atributo debug)',
};
