import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import { mostrar } from './numeros.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);
await mostrar((no, { meses, recebidas, respondidas }) => {
  const canvas = document.createElement('canvas');
  no.append(canvas);
  new Chart(canvas, { type: 'bar', data: { labels: meses, datasets: [{ label: 'Recebidas', data: recebidas }, { label: 'Respondidas', data: respondidas }] }, options: { maintainAspectRatio: false } });
});
