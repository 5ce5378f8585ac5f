import { civil, civilDe, minutosDe, numero, relogio, type Civil } from '../fala.ts';
import type { Params } from '../translate.ts';

const DIAS = 'domingo,lunes,martes,miércoles,jueves,viernes,sábado'.split(',');
const MESES = 'enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre'.split(',');

/** `23 de marzo de 2026`. */
const longa = ({ dia, mes, ano }: Civil): string => `${dia} de ${MESES[mes]} de ${ano}`;

/** `23/03/2026`, as Portuguese writes it too. */
const curta = (data: unknown): string => String(data).split('-').reverse().join('/');

/** `a las 14:05`, `a la 1:30`, `a medianoche`. */
function aLas(minutos: unknown): string {
  const n = Number(minutos);
  return n ? `${Math.floor(n / 60) === 1 ? 'a la' : 'a las'} ${relogio(n)}` : 'a medianoche';
}

/** `lunes, 23 de noviembre`, with the year when it is not that of today. */
function dia({ dia: days, hoje }: Params): string {
  const date = civil(Number(days));
  return `${DIAS[date.semana]}, ${date.dia} de ${MESES[date.mes]}${date.ano === civil(Number(hoje)).ano ? '' : ` de ${date.ano}`}`;
}

/** Words of the hours of a week. */
const semana = {
  weekdays: DIAS,
  everyDay: 'todos los días',
  closed: 'cerrado',
  allDay: '24 horas',
  midnight: 'medianoche',
  nextDay: 'del día siguiente',
  previousDay: 'del día anterior',
  and: 'y',
  to: 'a',
  colon: ':',
  span: ['de', 'a'],
};

/** Dates, hours, zones and numbers in Spanish. */
export const fala: Readonly<Record<string, (params: Params) => string>> = {
  '@lang': () => 'es',
  '@extenso': ({ data }) => `${DIAS[civilDe(data).semana]}, ${longa(civilDe(data))}`,
  '@curta': ({ data }) => curta(data),
  '@instante': (params) => `${curta(params['data'])} ${aLas(minutosDe(params))}`,
  '@dia': dia,
  '@quando': (params) => {
    const time = aLas(params['minutos']);
    switch (params['falta']) {
      case '':
        return time;
      case 'hoje':
        return `hoy, ${time}`;
      case 'amanha':
        return `mañana, ${time}`;
      default:
        return `${dia(params)}, ${time}`;
    }
  },
  '@as': ({ minutos }) => aLas(minutos).replace('a ', ''),
  '@hora': ({ minutos }) => relogio(minutos),
  '@dia-mes': ({ dia: day, mes }) => `${String(day).padStart(2, '0')}/${String(mes).padStart(2, '0')}`,
  '@horario-de': ({ lugar }) => `hora de ${lugar}`,
  '@fuso': ({ fuso }) => `zona horaria ${fuso}`,
  '@semana': () => JSON.stringify(semana),
  '@numero': ({ n }) => numero(n, '.', ','),
};
