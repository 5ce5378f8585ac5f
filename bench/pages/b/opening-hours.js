import OpeningHours from 'opening_hours';
import { mostrar } from './balcao.js';

// It knows no time zones: the time of Manaus is given to it as if it were the visitor's.
const partes = Object.fromEntries(
  new Intl.DateTimeFormat('en-US', { timeZone: 'America/Manaus', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' }).formatToParts(new Date()).map(({ type, value }) => [type, Number(value)]),
);
const la = new Date(partes.year, partes.month - 1, partes.day, partes.hour, partes.minute);
const horario = new OpeningHours('Mo-Fr 08:00-14:00; PH off', { lat: -3.1, lon: -60, address: { country_code: 'br', state: 'Amazonas' } });
const muda = horario.getNextChange(la);
mostrar(`${horario.getState(la) ? 'Aberto agora. Fecha' : 'Fechado agora. Abre'} ${muda?.toLocaleString('pt-BR', { weekday: 'long', hour: 'numeric' }) ?? ''}.`);
