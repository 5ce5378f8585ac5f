import type { canais as PtCanais } from '../pt-br/canais.ts';
import type { Textos } from '../translate.ts';

/** Strings of the list of channels; an element that shows the list adds them to its own. */
export const canais: Textos<typeof PtCanais> = {
  'canais.telefone': 'Telephone',
  'canais.whatsapp': 'WhatsApp',
  'canais.chat': 'Chat',
  'canais.email': 'E-mail',
  'canais.formulario': 'Form on the website',
  'canais.presencial': 'In person',
  'canais.carta': 'Letter',
  'canais.abrir-chat': 'Open the chat',
  'canais.abrir-formulario': 'Open the form',
  'canais.desconsidera': 'Messages sent outside opening hours are discarded.',
  'canais.prefira': 'Outside opening hours, use a channel that keeps your message: {canais}.',
  'canais.guarda': 'Write at any time: your message is kept and read during opening hours.',
  'canais.ou': 'or',
  'canais.horario': 'Only during opening hours.',
  'canais.nova-aba': 'opens in another tab',
};
