import type { acompanharAvisos as PtAcompanharAvisos } from '../pt-br/acompanhar-avisos.ts';
import type { Textos } from '../translate.ts';

/** Strings of `<protocolo-tracker>` when the court refuses to open a case or fails, when there is none to ask, and when what is shown is old. */
export const acompanharAvisos: Textos<typeof PtAcompanharAvisos> = {
  'acompanhar.nao-encontrado': 'We could not find this protocol number with this key',
  'acompanhar.nao-encontrado-dica': 'Check both on the receipt. For your safety, we do not say which one is wrong. If you lost the key, talk to the court through another channel.',
  'acompanhar.muitas': 'There were many attempts in a short time',
  'acompanhar.muitas-espera': "Wait {minutos} and try again. This protects everyone's messages from those who try to guess keys.",
  'acompanhar.muitas-dica': "Wait a few minutes and try again. This protects everyone's messages from those who try to guess keys.",
  'acompanhar.um-minuto': '1 minute',
  'acompanhar.minutos': '{n} minutes',
  'acompanhar.outra': 'We could not look it up',
  'acompanhar.fora': 'You follow up somewhere else',
  'acompanhar.fora-dica': "Messages to this court go to another system, and only there can you see the progress. Use the number you got in the court's contact channels.",
  'acompanhar.sem-backend': 'You cannot look it up through this page',
  'acompanhar.sem-backend-dica': "Use one of the court's other contact channels and give the protocol number. Never tell anyone the key.",
  'acompanhar.falha-servidor': "The court's system did not answer as it should",
  'acompanhar.falha-servidor-dica': 'What you typed is still here. Try again in a while.',
  'acompanhar.expirado': 'You looked this up more than 15 minutes ago',
  'acompanhar.expirado-dica': 'There may be news. To update, look it up again with the key.',
  'acompanhar.atualizar': 'Look it up again',
};
