/** Prints the statuses of some units at some instants, for a process that is started in another zone. */
import { dateOf } from '../../../src/domain/calendar/civil.ts';
import { hoursOfWeek } from '../../../src/domain/hours/week.ts';
import { statusAt } from '../../../src/domain/hours/status.ts';
import { dateFnsZone } from '../../../src/domain/zone/date-fns-zone.ts';

const zone = dateFnsZone();
const timezones = ['America/Noronha', 'America/Fortaleza', 'America/Sao_Paulo', 'America/Manaus', 'America/Eirunepe', 'America/Rio_Branco', 'Pacific/Apia', 'Africa/Casablanca'];
const texts = ['Mo-Fr 08:00-14:00', 'Mo-Su 22:00-02:00', 'Mo-Su 00:30-23:30', '24/7'];
const around = ['2018-11-04T03:00Z', '2019-02-17T02:00Z', '2013-11-10T05:00Z', '2011-12-30T10:00Z', '2022-03-27T02:00Z', '2026-03-08T07:00Z', '2026-11-20T11:00Z', '2026-12-31T23:59Z'];

const all = [];
for (const timezone of timezones) {
  for (const hours of texts) {
    for (const text of around) {
      for (const shift of [-180, -61, -30, 0, 30, 61, 180]) {
        const now = Date.parse(text) + shift * 60_000;
        all.push(statusAt({ hours, timezone }, now, zone), hoursOfWeek({ hours, timezone }, now, zone)?.[0]?.date);
      }
    }
  }
}
process.stdout.write(JSON.stringify({ visitor: new Date(Date.UTC(2026, 0)).getTimezoneOffset(), today: dateOf(20_000), all }));
