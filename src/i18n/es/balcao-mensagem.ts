import type { balcaoMensagem as PtBalcaoMensagem } from '../pt-br/balcao-mensagem.ts';
import type { Textos } from '../translate.ts';

/** Strings of a message that is left at the counter. */
export const balcaoMensagem: Textos<typeof PtBalcaoMensagem> = {
  'mensagem.titulo': 'Dejar un mensaje',
  'mensagem.para': 'Para: {unidade}',
  'mensagem.guarda': 'Este mensaje queda guardado, a cualquier hora',
  'mensagem.guarda-dica': 'Usted recibe un protocolo, y la unidad responde.',
  'mensagem.guarda-canais': 'Un mensaje por {canais} fuera del horario de atención no se lee. Este sí.',
  'mensagem.prazo-1': 'La respuesta sale en 1 día.',
  'mensagem.prazo': 'La respuesta sale en hasta {dias} días.',
  'mensagem.prazo-conta': 'El día exacto, con la cuenta, aparece en el comprobante.',
  'mensagem.sem-prazo': 'El día de la respuesta aparece en el comprobante.',
  'mensagem.texto': 'Su mensaje',
  'mensagem.texto-dica': 'Cuente lo que necesita saber o resolver. Nombres y fechas ayudan.',
  'mensagem.contato': '¿Cómo puede avisarle la unidad?',
  'mensagem.contato-dica': 'Nada es obligatorio. Sin correo electrónico ni teléfono, usted solo ve la respuesta con el protocolo y la clave del comprobante.',
  'mensagem.agendar': 'Prefiero reservar un horario',
  'mensagem.enviar': 'Enviar mensaje',
  'mensagem.tentando': 'Enviando el mensaje…',
  'erro.obrigatorio./texto': 'Escriba el texto.',
};
