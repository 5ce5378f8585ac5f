import { canais } from './canais.ts';
import { common } from './common.ts';
import type { balcao as PtBalcao } from '../pt-br/balcao.ts';
import type { Textos } from '../translate.ts';

/** Strings of the virtual counter until somebody calls; those of the call are in `balcao-chamada.ts`. */
export const balcao: Textos<typeof PtBalcao> = {
  ...common,
  ...canais,
  'balcao.titulo': 'Balcão Virtual (virtual counter)',
  'balcao.sem-unidade': 'This Balcão Virtual (virtual counter) is not ready yet.',
  'balcao.sem-unidade-dica': "Look for the unit's contacts on the court's website.",
  'balcao.buscando': 'Looking for information about the unit…',
  'balcao.nao-encontrada': 'We could not find this unit.',
  'balcao.nao-encontrada-dica': "It may have changed its name. Look for the unit on the court's website.",
  'balcao.unidade-rede': 'We could not get the information about the unit right now.',
  'balcao.unidade-rede-dica': 'Check your connection and try again.',
  'balcao.gabinete': "Judges' chambers do not have a Balcão Virtual (virtual counter).",
  'balcao.gabinete-dica': 'To know about your court case, look for the office of the court where it is. To talk to the chambers, use one of these contacts.',
  'balcao.gabinete-dica-sem-canais': 'To know about your court case, look for the office of the court where it is.',

  'balcao.aguardando': 'Checking the opening hours…',
  'balcao.ilegivel': 'We could not show the opening hours.',
  'balcao.ilegivel-dica': 'Confirm the hours with the unit through one of the contacts below.',
  'balcao.aberto': 'Open now.',
  'balcao.fecha': 'Closes {quando}.',
  'balcao.sempre': 'Open 24 hours a day.',
  'balcao.fechado': 'Closed now.',
  'balcao.fechado-motivo': 'Closed now: {motivo}.',
  'balcao.feriado': 'public holiday ({nome})',
  'balcao.feriado-sem-nome': 'public holiday',
  'balcao.recesso': 'court recess',
  'balcao.especial': 'special hours',
  'balcao.hoje-especial': 'Today the hours are different: {motivo}.',
  'balcao.em-breve': 'Closed now, but it opens soon.',
  'balcao.abre': 'Opens {quando}.',
  'balcao.sem-abertura': 'The next opening is not set.',
  'balcao.com-fuso': '{texto} ({fuso})',
  'balcao.seu-horario': 'In your time, {quando}.',

  'balcao.nome': 'What may we call you?',
  'balcao.chamar': 'Call by video',
  'balcao.chamar-whatsapp': 'Talk on WhatsApp',
  'balcao.chamar-link': 'Open the video service',
  'balcao.chamar-link-nome': 'Open the service on {nome}',
  'balcao.mensagem': 'Leave a message',
  'balcao.agendar': 'Book an appointment',
  'balcao.chegada': 'I have an appointment',
  'balcao.sem-agendar': 'You do not need to book or install anything.',
  'balcao.fechado-acao': 'The video call opens with the counter. Until then, use one of the contacts below.',
  'balcao.fechado-acao-sem-canais': 'The video call opens with the counter.',
  'balcao.so-horario': 'Service by video happens only during the hours when the unit is open to the public.',
  'balcao.sem-video': 'This unit does not attend by video here. Use one of the contacts below.',
  'balcao.sem-video-agora': "This unit's video service is not available at the moment. Use one of the contacts below.",
  'balcao.peticoes': 'You cannot file petitions through the Balcão Virtual (virtual counter).',
  'balcao.peticoes-onde': 'Petitions go through the',
  'balcao.peticoes-link': 'electronic filing system',
  'balcao.peticoes-sem-link': "They go through the court's electronic filing system.",

  'balcao.preparando': 'Preparing your room…',
  'balcao.sala': 'Video room: {unidade}',
  'balcao.parte-falhou': 'Part of this page did not load. Check your connection and try again.',
  'balcao.senha-guardada': 'Your ticket is {senha}, and your place is kept. It has not loaded yet: we try again when the internet is back.',

  'balcao.encaminhado': 'The service opens in another tab.',
  'balcao.encaminhado-whatsapp': 'The service goes on in WhatsApp.',
  'balcao.voltar': 'Back to the counter',

  'balcao.fim-saiu': 'You left the service.',
  'balcao.fim-interrompida': 'The call was interrupted.',

  'balcao.falha': 'We could not open the video.',
  'balcao.falha.rede': 'We could not reach the court. Check your connection.',

  'balcao.canais': 'Other ways to be attended',
  'balcao.canais-unidade': "The unit's contacts",
  'balcao.horario': 'Opening hours',
};
