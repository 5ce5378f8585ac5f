import type { sic as PtSic } from '../pt-br/sic.ts';
import type { Textos } from '../translate.ts';

/** Strings of the first step of `<sic-request>`. */
export const sic: Textos<typeof PtSic> = {
  'sic.etapa-pedido': 'What do you want to know?',
  'sic.etapa-pessoa': 'Who you are',
  'sic.etapa-resposta': 'How you want the answer',
  'sic.etapa-revisao': 'Check and send',
  'sic.enviar': 'Send request',
  'sic.canais': 'Where the SIC is and other ways to ask',
  'sic.intro': 'Anyone can ask the court for information, free of charge. The answer comes within 20 days, which may be extended by 10 more.',
  'sic.especificacao': 'Information you want',
  'sic.especificacao-dica': 'Write clearly and to the point: which information, about which unit or subject.',
  'sic.periodo': 'From what period?',
  'sic.periodo-dica': 'Without a period, the request may not be met (CNJ Resolution 215/2015, art. 12). If you do not know the dates, tell us the period in the text above.',
  'sic.periodo-de': 'From',
  'sic.periodo-ate': 'To',
  'sic.publico': 'Much is already published. Look first in the {transparencia}; if you do not find it, or cannot look, ask here.',
  'sic.transparencia': 'Portal da Transparência (transparency portal)',
  'sic.exemplos': 'How to write a good request',
  'sic.outro': 'Another kind of request: personal data or a classified document',
};
