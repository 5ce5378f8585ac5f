import type { Ato, AttendanceEvent, Desk } from '../../controllers/attendance.machine.ts';
import type { Translate } from '../../i18n/translate.ts';

/** What the parts of the desk take from their element. */
export interface MesaView {
  t: Translate;
  state: Desk;
  /** Epoch milliseconds, of the clock of the kit. */
  now: number;
  /** Shortcuts are on. */
  atalhos: boolean;
  /** Address of the room in another tab. */
  roomHref: string | null;
  /** What is open, or nothing. */
  painel: unknown;
  send(event: AttendanceEvent): void;
  act(ato: Ato): void;
  /** Within the press: it may open a window. */
  entrarDeNovo(): void;
}
