import type { cidadania as PtCidadania } from '../pt-br/cidadania.ts';
import type { Textos } from '../translate.ts';

/** Strings of `<cidadania-links>`. */
export const cidadania: Textos<typeof PtCidadania> = {
  'cidadania.nome': 'Services for citizens',
  'cidadania.ouvidoria': "Ouvidoria (ombudsman's office)",
  'cidadania.ouvidoria-dica': 'Complain, report wrongdoing, suggest, praise or ask a question.',
  'cidadania.sic': 'SIC (Citizen Information Service)',
  'cidadania.sic-dica': 'Ask for public information and documents.',
  'cidadania.transparencia': 'Portal da Transparência (transparency portal)',
  'cidadania.transparencia-dica': "The court's spending, contracts, staff and figures.",
  'cidadania.balcao': 'Balcão Virtual (virtual counter)',
  'cidadania.balcao-dica': 'Talk by video with the unit of your court case.',
  'cidadania.acompanhar': 'Follow up with a protocol number',
  'cidadania.acompanhar-dica': 'See the progress and the due date of what you sent.',
};
