import type { Caso } from '../../contract/caso.ts';
import { AtrioEvent } from '../_base/event.ts';

/** What the page may know of a case: never the key, the token or a text. */
export interface CasoDetail {
  protocolo: string;
  tipo: Caso['tipo'];
  estado: Caso['estado'];
  /** Civil date. */
  vence: string;
}

/** A case is on the screen. */
export class AtrioCasoEvent extends AtrioEvent<CasoDetail> {
  static readonly type = 'atrio-caso';
  constructor({ protocolo, tipo, estado, prazo }: Caso) {
    super(AtrioCasoEvent.type, { protocolo, tipo, estado, vence: prazo.vence });
  }
}

declare global {
  interface HTMLElementEventMap {
    'atrio-caso': AtrioCasoEvent;
  }
}
