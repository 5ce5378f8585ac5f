import type { balcaoMensagem as PtBalcaoMensagem } from '../pt-br/balcao-mensagem.ts';
import type { Textos } from '../translate.ts';

/** Strings of a message that is left at the counter. */
export const balcaoMensagem: Textos<typeof PtBalcaoMensagem> = {
  'mensagem.titulo': 'Leave a message',
  'mensagem.para': 'To: {unidade}',
  'mensagem.guarda': 'This message is kept, at any time',
  'mensagem.guarda-dica': 'You get a protocol number, and the unit answers.',
  'mensagem.guarda-canais': 'A message by {canais} outside opening hours is not read. This one is.',
  'mensagem.prazo-1': 'The answer comes in 1 day.',
  'mensagem.prazo': 'The answer comes within {dias} days.',
  'mensagem.prazo-conta': 'The exact day, with how it is counted, is on the receipt.',
  'mensagem.sem-prazo': 'The day of the answer is on the receipt.',
  'mensagem.texto': 'Your message',
  'mensagem.texto-dica': 'Tell us what you need to know or solve. Names and dates help.',
  'mensagem.contato': 'How can the unit tell you?',
  'mensagem.contato-dica': 'None is required. Without e-mail or telephone, you can only see the answer with the protocol number and the key on the receipt.',
  'mensagem.agendar': 'I would rather book a time',
  'mensagem.enviar': 'Send message',
  'mensagem.tentando': 'Sending the message…',
  'erro.obrigatorio./texto': 'Write the text.',
};
