import type { AttendanceKind } from '../../controllers/attendance.machine.ts';
import { AtrioEvent } from '../_base/event.ts';

/** The desk changed its state. */
export class AtrioAtendimentoEstadoEvent extends AtrioEvent<{
  /** Counter that is looked at; null before the desk is open. */
  unidade: string | null;
  estado: AttendanceKind;
  anterior: AttendanceKind;
}> {
  static readonly type = 'atrio-atendimento-estado';
  constructor(unidade: string | null, estado: AttendanceKind, anterior: AttendanceKind) {
    super(AtrioAtendimentoEstadoEvent.type, { unidade, estado, anterior });
  }
}

/** The access token that the page gave is missing or is not taken any more: set `token` again. */
export class AtrioAtendimentoAcessoEvent extends AtrioEvent<null> {
  static readonly type = 'atrio-atendimento-acesso';
  constructor() {
    super(AtrioAtendimentoAcessoEvent.type, null);
  }
}

declare global {
  interface HTMLElementEventMap {
    'atrio-atendimento-estado': AtrioAtendimentoEstadoEvent;
    'atrio-atendimento-acesso': AtrioAtendimentoAcessoEvent;
  }
}
