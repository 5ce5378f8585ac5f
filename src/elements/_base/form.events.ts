import type { Comprovante } from '../../contract/caso.ts';
import { AtrioEvent } from './event.ts';

/** What the page may know of a registration: never the key, never the text. */
export interface ProtocoloDetail {
  tipo: Comprovante['tipo'];
  /** In the form of the server that took it; undefined when it gave none. */
  protocolo: string | undefined;
  /** Instant with offset. */
  registradoEm: string;
  /** Civil date of the due date, when the server tells one. */
  vence: string | undefined;
}

/** A manifestation or request was registered. */
export class AtrioProtocoloEvent extends AtrioEvent<ProtocoloDetail> {
  constructor(recibo: Comprovante) {
    super('atrio-protocolo', { tipo: recibo.tipo, protocolo: recibo.protocolo, registradoEm: recibo.registradoEm, vence: recibo.prazo?.vence });
  }
}

/** The person asked to send; `preventDefault()` stops it and leaves everything as it is. */
export class AtrioEnvioEvent extends AtrioEvent<{ tipo: Comprovante['tipo'] }> {
  constructor(tipo: Comprovante['tipo']) {
    super('atrio-envio', { tipo }, true);
  }
}

/** Another step is on the screen; steps are counted from 1. */
export class AtrioEtapaEvent extends AtrioEvent<{ etapa: number; de: number; total: number }> {
  constructor(etapa: number, de: number, total: number) {
    super('atrio-etapa', { etapa, de, total });
  }
}

declare global {
  interface HTMLElementEventMap {
    'atrio-protocolo': AtrioProtocoloEvent;
    'atrio-envio': AtrioEnvioEvent;
    'atrio-etapa': AtrioEtapaEvent;
  }
}
