import moment from 'moment-timezone';
import { frase, mostrar } from './balcao.js';

const agora = moment.tz('America/Manaus');
mostrar(frase(agora.day(), agora.hour() * 60 + agora.minute()));
