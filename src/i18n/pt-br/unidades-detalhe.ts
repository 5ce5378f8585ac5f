import { canais } from './canais.ts';

/** Strings of one unit of `<balcao-directory>`. Loaded when somebody unfolds one. */
export const unidadesDetalhe = {
  ...canais,
  'unidades.feriado': 'Hoje é feriado: {nome}.',
  'unidades.recesso': 'Recesso forense.',
  'unidades.especial': 'Hoje o horário é diferente.',
  'unidades.especial-motivo': 'Hoje o horário é diferente: {nome}.',
  'unidades.motivo': '{nome}.',
  'unidades.seu-fecha': 'No seu horário, fecha {quando}.',
  'unidades.seu-abre': 'No seu horário, abre {quando}.',
  'unidades.horario': 'Horário de atendimento ao público',
  'unidades.horario-fuso': 'No {fuso}. Muda em feriados, no recesso e em dias de expediente especial.',
  'unidades.canais': 'Contatos',
  'unidades.balcao': 'Balcão Virtual',
  'unidades.balcao-ir': 'Ir para o Balcão Virtual',
  'unidades.so-horario': 'O atendimento por vídeo acontece apenas durante o horário de atendimento ao público.',
  'unidades.sem-video': 'Esta unidade não atende por vídeo. No balcão você deixa uma mensagem, recebe um protocolo e a unidade responde depois.',
  'unidades.sem-balcao': 'Esta unidade não tem Balcão Virtual. Use um dos contatos.',
  'unidades.gabinete': 'Gabinetes de juízes e desembargadores não têm Balcão Virtual. Para saber do seu processo, procure a secretaria da vara ou da câmara onde ele está.',
  'unidades.peticoes': 'Não é possível protocolar petições pelo Balcão Virtual.',
  'unidades.link': 'Link desta unidade',
} as const;
