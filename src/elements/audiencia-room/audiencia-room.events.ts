import type { AudienciaKind } from '../../controllers/audiencia.machine.ts';
import { AtrioEvent } from '../_base/event.ts';

/** Where the person stands in the hearing changed. */
export class AtrioAudienciaEstadoEvent extends AtrioEvent<{ estado: AudienciaKind; anterior: AudienciaKind }> {
  static readonly type = 'atrio-audiencia-estado';
  constructor(estado: AudienciaKind, anterior: AudienciaKind) {
    super(AtrioAudienciaEstadoEvent.type, { estado, anterior });
  }
}

declare global {
  interface HTMLElementEventMap {
    'atrio-audiencia-estado': AtrioAudienciaEstadoEvent;
  }
}
