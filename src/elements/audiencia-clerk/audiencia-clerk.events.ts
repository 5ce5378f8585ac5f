import type { MesaState } from '../../controllers/audiencia-mesa.machine.ts';
import { AtrioEvent } from '../_base/event.ts';

/** The desk of hearings changed its state. */
export class AtrioAudienciaMesaEvent extends AtrioEvent<{
  estado: MesaState['kind'];
  anterior: MesaState['kind'];
  /** Hearing that is open; null for none. */
  audiencia: string | null;
}> {
  static readonly type = 'atrio-audiencia-mesa';
  constructor(estado: MesaState['kind'], anterior: MesaState['kind'], audiencia: string | null) {
    super(AtrioAudienciaMesaEvent.type, { estado, anterior, audiencia });
  }
}

/** The access token that the page gave is missing or is not taken any more: set `token` again. */
export class AtrioAudienciaAcessoEvent extends AtrioEvent<null> {
  static readonly type = 'atrio-audiencia-acesso';
  constructor() {
    super(AtrioAudienciaAcessoEvent.type, null);
  }
}

declare global {
  interface HTMLElementEventMap {
    'atrio-audiencia-mesa': AtrioAudienciaMesaEvent;
    'atrio-audiencia-acesso': AtrioAudienciaAcessoEvent;
  }
}
