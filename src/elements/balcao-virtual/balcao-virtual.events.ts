import type { BalcaoKind } from '../../controllers/balcao.machine.ts';
import type { FilaKind } from '../../controllers/fila.machine.ts';
import { AtrioEvent } from '../_base/event.ts';

/** Before a call: cancel it to lead the person some other way. */
export class AtrioBalcaoChamadaEvent extends AtrioEvent<{
  /** Id of the unit; null when attributes alone describe it. */
  unidade: string | null;
}> {
  static readonly type = 'atrio-balcao-chamada';
  constructor(unidade: string | null) {
    super(AtrioBalcaoChamadaEvent.type, { unidade }, true);
  }
}

/** The counter changed its state. */
export class AtrioBalcaoEstadoEvent extends AtrioEvent<{ unidade: string | null; estado: BalcaoKind | FilaKind; anterior: BalcaoKind | FilaKind }> {
  static readonly type = 'atrio-balcao-estado';
  constructor(unidade: string | null, estado: BalcaoKind | FilaKind, anterior: BalcaoKind | FilaKind) {
    super(AtrioBalcaoEstadoEvent.type, { unidade, estado, anterior });
  }
}

/** A call ended, or could not be had. */
export class AtrioBalcaoFimEvent extends AtrioEvent<{
  unidade: string | null;
  /** `saiu`, `encerrada`, `interrompida`, or why there was no call; of a queue `atendida`, `saiu`, `ausente` or `expirada`. */
  motivo: string;
  /** Whether the person was seen to join. A link never tells. */
  atendido: boolean;
}> {
  static readonly type = 'atrio-balcao-fim';
  constructor(unidade: string | null, motivo: string, atendido: boolean) {
    super(AtrioBalcaoFimEvent.type, { unidade, motivo, atendido });
  }
}

declare global {
  interface HTMLElementEventMap {
    'atrio-balcao-chamada': AtrioBalcaoChamadaEvent;
    'atrio-balcao-estado': AtrioBalcaoEstadoEvent;
    'atrio-balcao-fim': AtrioBalcaoFimEvent;
  }
}
