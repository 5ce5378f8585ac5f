import type { SituacaoAudiencia } from '../../contract/audiencia-convite.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import { fusoEmPalavras, quando } from '../../i18n/pt-br/quando.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Seen from so long before, in milliseconds, a date always says its year: a hearing may be marked for the next one. */
const UM_ANO = 366 * 864e5;

/** Milliseconds that an instant as text says its own clock is ahead of UTC. */
function ownOffset(instante: string): number {
  const parts = /([+-])(\d\d):?(\d\d)$/.exec(instante);
  return parts ? (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) * 60_000 : 0;
}

/** The hour of a hearing in words that stay true: on the court's clock, with its zone, and on the person's own when it reads otherwise (Res. CNJ 105/2010, art. 3, § 3). */
export function horaDaAudiencia({ inicio, timezone }: Pick<SituacaoAudiencia['audiencia'], 'inicio' | 'timezone'>, rules: ZoneRules | null, t: Translate): { quando: string; fuso: string; minha: string | null } {
  const at = Date.parse(inicio);
  const mine = new Date(at).getTimezoneOffset() * -60_000;
  let theirs = ownOffset(inicio);
  try {
    if (rules) theirs = rules.offsetAt(timezone, at);
  } catch {
    // A zone that this browser does not know: the clock that the hour was written in.
  }
  const say = (offset: number): string => quando(at, at - UM_ANO, () => offset, t);
  return { quando: say(theirs), fuso: fusoEmPalavras(timezone, t), minha: mine === theirs ? null : say(mine) };
}
