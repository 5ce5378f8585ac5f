import type { cidadania as PtCidadania } from '../pt-br/cidadania.ts';
import type { Textos } from '../translate.ts';

/** Strings of `<cidadania-links>`. */
export const cidadania: Textos<typeof PtCidadania> = {
  'cidadania.nome': 'Servicios para la ciudadanía',
  'cidadania.ouvidoria': 'Ouvidoria (oficina de atención a quejas)',
  'cidadania.ouvidoria-dica': 'Reclame, denuncie, sugiera, elogie o pregunte.',
  'cidadania.sic': 'SIC (servicio de información al ciudadano)',
  'cidadania.sic-dica': 'Pida información y documentos públicos.',
  'cidadania.transparencia': 'Portal da Transparência (portal de transparencia)',
  'cidadania.transparencia-dica': 'Gastos, contratos, personal y números del tribunal.',
  'cidadania.balcao': 'Balcão Virtual (mostrador virtual)',
  'cidadania.balcao-dica': 'Hable por video con la unidad de su proceso.',
  'cidadania.acompanhar': 'Seguir un protocolo',
  'cidadania.acompanhar-dica': 'Vea cómo va y el plazo de lo que usted envió.',
};
