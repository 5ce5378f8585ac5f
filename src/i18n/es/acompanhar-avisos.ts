import type { acompanharAvisos as PtAcompanharAvisos } from '../pt-br/acompanhar-avisos.ts';
import type { Textos } from '../translate.ts';

/** Strings of `<protocolo-tracker>` when the court refuses to open a case or fails, when there is none to ask, and when what is shown is old. */
export const acompanharAvisos: Textos<typeof PtAcompanharAvisos> = {
  'acompanhar.nao-encontrado': 'No encontramos este protocolo con esta clave',
  'acompanhar.nao-encontrado-dica': 'Revise los dos en el comprobante. Por seguridad, no decimos cuál está mal. Si perdió la clave, hable con el tribunal por otro canal.',
  'acompanhar.muitas': 'Hubo muchos intentos en poco tiempo',
  'acompanhar.muitas-espera': 'Espere {minutos} e intente de nuevo. Esto protege los mensajes de todos contra quien intenta adivinar claves.',
  'acompanhar.muitas-dica': 'Espere unos minutos e intente de nuevo. Esto protege los mensajes de todos contra quien intenta adivinar claves.',
  'acompanhar.um-minuto': '1 minuto',
  'acompanhar.minutos': '{n} minutos',
  'acompanhar.outra': 'No fue posible consultar',
  'acompanhar.fora': 'El seguimiento está en otro lugar',
  'acompanhar.fora-dica': 'Los mensajes a este tribunal van a otro sistema, y solo allí se ve cómo van. Use el número que recibió en los canales de contacto del tribunal.',
  'acompanhar.sem-backend': 'La consulta por esta página no está disponible',
  'acompanhar.sem-backend-dica': 'Use uno de los otros canales de contacto del tribunal y diga el número de protocolo. Nunca diga la clave a nadie.',
  'acompanhar.falha-servidor': 'El sistema del tribunal no respondió como debía',
  'acompanhar.falha-servidor-dica': 'Lo que escribió sigue aquí. Intente de nuevo en un rato.',
  'acompanhar.expirado': 'Esta consulta ya tiene más de 15 minutos',
  'acompanhar.expirado-dica': 'Puede haber novedades. Para actualizar, consulte de nuevo con la clave.',
  'acompanhar.atualizar': 'Consultar de nuevo',
};
