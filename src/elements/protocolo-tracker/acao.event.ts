import type { AcaoCidadao, Caso } from '../../contract/caso.ts';
import { AtrioEvent } from '../_base/event.ts';

/** An act on the case, or on the hour of an appointment. */
export type AcaoFeita = AcaoCidadao | 'cancelar' | 'remarcar';

/** What the page may know of an act: which, on which case, and what the case became. Never the key, the token or a text. */
export interface AcaoDetail {
  protocolo: string;
  tipo: Caso['tipo'];
  acao: AcaoFeita;
  estado: Caso['estado'];
}

/** The person did something on their case, and the court has it. */
export class AtrioAcaoEvent extends AtrioEvent<AcaoDetail> {
  static readonly type = 'atrio-acao';
  constructor(acao: AcaoFeita, { protocolo, tipo, estado }: Caso) {
    super(AtrioAcaoEvent.type, { protocolo, tipo, acao, estado });
  }
}

declare global {
  interface HTMLElementEventMap {
    'atrio-acao': AtrioAcaoEvent;
  }
}
