import { civil, civilDe, minutosDe, numero, relogio, type Civil } from '../fala.ts';
import type { Params } from '../translate.ts';

const DAYS = 'Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday'.split(',');
const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

/** `23 March 2026`: a month in letters is read in one way only. */
const curta = ({ dia, mes, ano }: Civil): string => `${dia} ${MONTHS[mes]} ${ano}`;

/** `14:05`, `midnight`. Brazil writes hours up to 24. */
const hora = (minutos: unknown): string => (Number(minutos) ? relogio(minutos) : 'midnight');

/** `Monday, 23 November`, with the year when it is not that of today. */
function dia({ dia: days, hoje }: Params): string {
  const date = civil(Number(days));
  return `${DAYS[date.semana]}, ${date.dia} ${MONTHS[date.mes]}${date.ano === civil(Number(hoje)).ano ? '' : ` ${date.ano}`}`;
}

/** Words of the hours of a week. */
const semana = {
  weekdays: DAYS,
  everyDay: 'every day',
  closed: 'closed',
  allDay: '24 hours',
  midnight: 'midnight',
  nextDay: 'of the next day',
  previousDay: 'of the day before',
  and: 'and',
  to: 'to',
  colon: ':',
  span: ['from', 'to'],
};

/** Dates, hours, zones and numbers in English. */
export const fala: Readonly<Record<string, (params: Params) => string>> = {
  '@lang': () => 'en',
  '@extenso': ({ data }) => `${DAYS[civilDe(data).semana]}, ${curta(civilDe(data))}`,
  '@curta': ({ data }) => curta(civilDe(data)),
  '@instante': (params) => `${curta(civilDe(params['data']))} at ${hora(minutosDe(params))}`,
  '@dia': dia,
  '@quando': (params) => {
    const time = `at ${hora(params['minutos'])}`;
    switch (params['falta']) {
      case '':
        return time;
      case 'hoje':
        return `today ${time}`;
      case 'amanha':
        return `tomorrow ${time}`;
      default:
        return `${dia(params)}, ${time}`;
    }
  },
  '@as': ({ minutos }) => hora(minutos),
  '@hora': ({ minutos }) => relogio(minutos),
  '@dia-mes': ({ dia: day, mes }) => `${day} ${MONTHS[Number(mes) - 1]?.slice(0, 3) ?? ''}`,
  '@horario-de': ({ lugar }) => `${lugar} time`,
  '@fuso': ({ fuso }) => `time zone ${fuso}`,
  '@semana': () => JSON.stringify(semana),
  '@numero': ({ n }) => numero(n, ',', '.'),
};
