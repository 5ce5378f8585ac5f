import type { AudienciaEvent } from '../../controllers/audiencia.machine.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';

/** What the screens of a hearing take from their element. */
export interface AudienciaView {
  t: Translate;
  nivel: number;
  /** Null until they are loaded: then the hour is read on the clock it was written in. */
  rules: ZoneRules | null;
  /** The calendar file, once it is made. */
  ics: string | null;
  /** Address of the room in another tab. */
  roomHref: string | null;
  send(event: AudienciaEvent): void;
}
