import type { canais as PtCanais } from '../pt-br/canais.ts';
import type { Textos } from '../translate.ts';

/** Strings of the list of channels; an element that shows the list adds them to its own. */
export const canais: Textos<typeof PtCanais> = {
  'canais.telefone': 'Teléfono',
  'canais.whatsapp': 'WhatsApp',
  'canais.chat': 'Chat',
  'canais.email': 'Correo electrónico',
  'canais.formulario': 'Formulario en el sitio',
  'canais.presencial': 'En persona',
  'canais.carta': 'Carta',
  'canais.abrir-chat': 'Abrir el chat',
  'canais.abrir-formulario': 'Abrir el formulario',
  'canais.desconsidera': 'Los mensajes enviados fuera del horario no se tienen en cuenta.',
  'canais.prefira': 'Fuera del horario, use un canal que guarda el mensaje: {canais}.',
  'canais.guarda': 'Escriba a cualquier hora: el mensaje queda guardado y se lee en el horario de atención.',
  'canais.ou': 'o',
  'canais.horario': 'Solo en el horario de atención.',
  'canais.nova-aba': 'se abre en otra pestaña',
};
