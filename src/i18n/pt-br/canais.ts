/** Strings of the list of channels; an element that shows the list adds them to its own. */
export const canais = {
  'canais.telefone': 'Telefone',
  'canais.whatsapp': 'WhatsApp',
  'canais.chat': 'Bate-papo',
  'canais.email': 'E-mail',
  'canais.formulario': 'Formulário no site',
  'canais.presencial': 'Pessoalmente',
  'canais.carta': 'Carta',
  'canais.abrir-chat': 'Abrir o bate-papo',
  'canais.abrir-formulario': 'Abrir o formulário',
  'canais.desconsidera': 'Mensagens enviadas fora do horário são desconsideradas.',
  'canais.prefira': 'Fora do horário, use um canal que guarda a mensagem: {canais}.',
  'canais.guarda': 'Escreva a qualquer hora: a mensagem fica guardada e é lida no horário de atendimento.',
  'canais.ou': 'ou',
  'canais.horario': 'Só no horário de atendimento.',
  'canais.nova-aba': 'abre em outra aba',
} as const;
