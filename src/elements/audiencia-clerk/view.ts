import type { AtoAudiencia, AudienciaInput } from '../../contract/audiencia-equipe.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { MesaEvent } from '../../controllers/audiencia-mesa.machine.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import type { Translate } from '../../i18n/translate.ts';

/** What the parts of the desk take from their element. */
export interface MesaView {
  t: Translate;
  tribunal: Tribunal | null;
  rules: ZoneRules | null;
  /** Epoch milliseconds, of the clock of the kit. */
  now: number;
  roomHref: string | null;
  /** Whether what is shown once was copied; null while nobody tried. */
  copiado: boolean | null;
  /** Address of the term as a text file, once it is made. */
  termoHref: string | null;
  send(event: MesaEvent): void;
  act(ato: AtoAudiencia): void;
  schedule(corpo: AudienciaInput): void;
  enter(): void;
  copiar(texto: string): void;
}
