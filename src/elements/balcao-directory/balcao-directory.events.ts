import { AtrioEvent } from '../_base/event.ts';

/** The person goes to a unit's counter. Cancelable: a page that shows the counter in place stops the link. */
export class AtrioDiretorioBalcaoEvent extends AtrioEvent<{ unidade: string; nome: string }> {
  constructor(unidade: string, nome: string) {
    super('atrio-diretorio-balcao', { unidade, nome }, true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'atrio-diretorio-balcao': AtrioDiretorioBalcaoEvent;
  }
}
