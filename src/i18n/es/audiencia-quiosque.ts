import type { audienciaQuiosque as PtAudienciaQuiosque } from '../pt-br/audiencia-quiosque.ts';
import type { Textos } from '../translate.ts';

/** Strings of the screen of an equipped room of a forum. Loaded there alone. */
export const audienciaQuiosque: Textos<typeof PtAudienciaQuiosque> = {
  'quiosque.titulo': 'Audiencias de hoy',
  'quiosque.titulo-sala': 'Audiencias de hoy: {sala}',
  'quiosque.nenhuma': 'Ya no hay audiencias marcadas para hoy en esta sala.',
  'quiosque.falhou': 'La lista de hoy no abrió. Vamos a intentar de nuevo.',
  'quiosque.item': '{ato}, {unidade}',
  'quiosque.processo': 'Proceso {processo}',
  'quiosque.sigilo': 'Proceso reservado',
  'quiosque.estado.agendada': 'Programada',
  'quiosque.estado.aberta': 'La sala abrió',
  'quiosque.estado.em-andamento': 'En curso ahora',
  'quiosque.estado.suspensa': 'Detenida por un momento',
  'quiosque.estado.encerrada': 'Terminó',
  'quiosque.estado.cancelada': 'La cancelaron',
  'quiosque.codigo': 'Su código',
  'quiosque.codigo-dica': 'La secretaría da el código: son 8 letras y números. Si no lo tiene, pídalo a quien cuida esta sala.',
  'quiosque.codigo-falta': 'Escriba el código que le dio la secretaría.',
  'quiosque.entrar': 'Abrir mi audiencia',
  'quiosque.abrindo': 'Revisando el código…',
  'quiosque.falha.rede': 'Internet falló. Espere un momento e intente de nuevo.',
  'quiosque.falha.servidor': 'El sistema del tribunal no respondió. Intente de nuevo en un rato.',
  'quiosque.falha.recusa': 'Este código no abrió ninguna audiencia. Revise las letras o pida otro.',
  'quiosque.terminar': 'Terminar y borrar mis datos de esta pantalla',
  'quiosque.terminar-dica': 'Quien venga después no ve nada suyo.',
  'quiosque.ainda': '¿Sigue ahí?',
  'quiosque.ainda-dica': 'Si nadie toca la pantalla en {n} segundos, borramos lo suyo y volvemos al comienzo.',
  'quiosque.continuar': 'Sí, seguir',
};
