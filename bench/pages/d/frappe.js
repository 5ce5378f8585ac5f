import { Chart } from 'frappe-charts';
import { mostrar } from './numeros.js';

await mostrar((no, { meses, recebidas, respondidas }) => {
  new Chart(no, { type: 'bar', height: 200, data: { labels: meses, datasets: [{ name: 'Recebidas', values: recebidas }, { name: 'Respondidas', values: respondidas }] } });
});
