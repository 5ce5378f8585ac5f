import type { Gravacao } from '../../contract/gravacao.ts';
import type { ResultadoConferencia } from '../../adapters/ports.ts';
import { AtrioEvent } from '../_base/event.ts';

/** What the page may know of a recording: under sigilo not even the case. */
export interface GravacaoDetail {
  id: string;
  sigilo: boolean;
}

/** A recording is on the screen. */
export class AtrioGravacaoEvent extends AtrioEvent<GravacaoDetail> {
  static readonly type = 'atrio-gravacao';
  constructor({ id, sigilo }: Gravacao) {
    super(AtrioGravacaoEvent.type, { id, sigilo });
  }
}

/** A recording, or a copy of it, was checked. */
export class AtrioGravacaoConferidaEvent extends AtrioEvent<{ id: string; resultado: ResultadoConferencia['tipo'] }> {
  static readonly type = 'atrio-gravacao-conferida';
  constructor(id: string, resultado: ResultadoConferencia['tipo']) {
    super(AtrioGravacaoConferidaEvent.type, { id, resultado });
  }
}

declare global {
  interface HTMLElementEventMap {
    'atrio-gravacao': AtrioGravacaoEvent;
    'atrio-gravacao-conferida': AtrioGravacaoConferidaEvent;
  }
}
