import type { Recibo } from '../../contract/caso.ts';
import { AtrioEvent } from './event.ts';

/** What the page may know of a registration: never the key, never the text. */
export interface ProtocoloDetail {
  tipo: Recibo['tipo'];
  protocolo: string;
  /** Instant with offset. */
  registradoEm: string;
  /** Civil date. */
  vence: string;
}

/** A manifestation or request was registered. */
export class AtrioProtocoloEvent extends AtrioEvent<ProtocoloDetail> {
  constructor(recibo: Recibo) {
    super('atrio-protocolo', { tipo: recibo.tipo, protocolo: recibo.protocolo, registradoEm: recibo.registradoEm, vence: recibo.prazo.vence });
  }
}

/** The person asked to send; `preventDefault()` stops it and leaves everything as it is. */
export class AtrioEnvioEvent extends AtrioEvent<{ tipo: Recibo['tipo'] }> {
  constructor(tipo: Recibo['tipo']) {
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
