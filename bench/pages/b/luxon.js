import { DateTime } from 'luxon';
import { frase, mostrar } from './balcao.js';

const agora = DateTime.now().setZone('America/Manaus');
mostrar(frase(agora.weekday % 7, agora.hour * 60 + agora.minute));
