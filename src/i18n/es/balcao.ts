import { canais } from './canais.ts';
import { common } from './common.ts';
import type { balcao as PtBalcao } from '../pt-br/balcao.ts';
import type { Textos } from '../translate.ts';

/** Strings of the virtual counter until somebody calls; those of the call are in `balcao-chamada.ts`. */
export const balcao: Textos<typeof PtBalcao> = {
  ...common,
  ...canais,
  'balcao.titulo': 'Balcão Virtual (mostrador virtual)',
  'balcao.sem-unidade': 'Este Balcão Virtual (mostrador virtual) todavía no está listo.',
  'balcao.sem-unidade-dica': 'Busque los contactos de la unidad en el sitio del tribunal.',
  'balcao.buscando': 'Buscando la información de la unidad…',
  'balcao.nao-encontrada': 'No encontramos esta unidad.',
  'balcao.nao-encontrada-dica': 'Puede haber cambiado de nombre. Búsquela en el sitio del tribunal.',
  'balcao.unidade-rede': 'No fue posible buscar ahora la información de la unidad.',
  'balcao.unidade-rede-dica': 'Revise su conexión e intente de nuevo.',
  'balcao.gabinete': 'Los despachos de jueces no tienen Balcão Virtual (mostrador virtual).',
  'balcao.gabinete-dica': 'Para saber de su proceso, busque la secretaría del juzgado donde está. Para hablar con el despacho, use uno de estos contactos.',
  'balcao.gabinete-dica-sem-canais': 'Para saber de su proceso, busque la secretaría del juzgado donde está.',

  'balcao.aguardando': 'Verificando el horario de atención…',
  'balcao.ilegivel': 'No fue posible mostrar el horario de atención.',
  'balcao.ilegivel-dica': 'Confirme el horario con la unidad por uno de los contactos de abajo.',
  'balcao.aberto': 'Abierto ahora.',
  'balcao.fecha': 'Cierra {quando}.',
  'balcao.sempre': 'Atiende las 24 horas del día.',
  'balcao.fechado': 'Cerrado ahora.',
  'balcao.fechado-motivo': 'Cerrado ahora: {motivo}.',
  'balcao.feriado': 'feriado ({nome})',
  'balcao.feriado-sem-nome': 'día feriado',
  'balcao.recesso': 'receso del tribunal',
  'balcao.especial': 'horario especial',
  'balcao.hoje-especial': 'Hoy el horario es diferente: {motivo}.',
  'balcao.em-breve': 'Cerrado ahora, pero abre en poco tiempo.',
  'balcao.abre': 'Abre {quando}.',
  'balcao.sem-abertura': 'La próxima apertura no está marcada.',
  'balcao.com-fuso': '{texto} ({fuso})',
  'balcao.seu-horario': 'En su horario, {quando}.',

  'balcao.nome': '¿Cómo podemos llamarle?',
  'balcao.chamar': 'Llamar por video',
  'balcao.chamar-whatsapp': 'Hablar por WhatsApp',
  'balcao.chamar-link': 'Abrir la atención por video',
  'balcao.chamar-link-nome': 'Abrir la atención en {nome}',
  'balcao.mensagem': 'Dejar un mensaje',
  'balcao.agendar': 'Reservar una atención',
  'balcao.chegada': 'Tengo hora reservada',
  'balcao.sem-agendar': 'No hace falta reservar ni instalar nada.',
  'balcao.fechado-acao': 'La llamada por video abre con el mostrador. Hasta entonces, use uno de los contactos de abajo.',
  'balcao.fechado-acao-sem-canais': 'La llamada por video abre con el mostrador.',
  'balcao.so-horario': 'La atención por video ocurre solo durante el horario de atención al público.',
  'balcao.sem-video': 'Esta unidad no atiende por video aquí. Use uno de los contactos de abajo.',
  'balcao.sem-video-agora': 'La atención por video de esta unidad no está disponible en este momento. Use uno de los contactos de abajo.',
  'balcao.peticoes': 'No se pueden presentar peticiones por el Balcão Virtual (mostrador virtual).',
  'balcao.peticoes-onde': 'Las peticiones van por el',
  'balcao.peticoes-link': 'sistema de peticiones electrónicas',
  'balcao.peticoes-sem-link': 'Van por el sistema de peticiones electrónicas del tribunal.',

  'balcao.preparando': 'Preparando su sala…',
  'balcao.sala': 'Sala de video: {unidade}',
  'balcao.parte-falhou': 'Una parte de esta página no cargó. Verifique su conexión e inténtelo de nuevo.',
  'balcao.senha-guardada': 'Su turno es {senha}, y su lugar está guardado. Todavía no cargó: lo intentamos de nuevo cuando vuelva internet.',

  'balcao.encaminhado': 'La atención se abre en otra pestaña.',
  'balcao.encaminhado-whatsapp': 'La atención sigue en WhatsApp.',
  'balcao.voltar': 'Volver al mostrador',

  'balcao.fim-saiu': 'Usted salió de la atención.',
  'balcao.fim-interrompida': 'La llamada se interrumpió.',

  'balcao.falha': 'No fue posible abrir el video.',
  'balcao.falha.rede': 'No pudimos comunicarnos con el tribunal. Revise su conexión.',

  'balcao.canais': 'Otras formas de atención',
  'balcao.canais-unidade': 'Contactos de la unidad',
  'balcao.horario': 'Horario de atención',
};
