import List from 'list.js';
import { campo, mostrou, pronto, situacao } from './unidades.js';

for (const li of document.querySelectorAll('#unidades li')) li.querySelector('.s').textContent = situacao({ horario: li.dataset.h, zona: li.dataset.z });
const lista = new List('unidades', { valueNames: ['nome', 'comarca'], searchDelay: 0 });
lista.on('searchComplete', () => mostrou(campo().value));
pronto();
