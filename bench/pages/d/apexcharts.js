import ApexCharts from 'apexcharts';
import { mostrar } from './numeros.js';

await mostrar((no, { meses, recebidas, respondidas }) =>
  new ApexCharts(no, { chart: { type: 'bar', height: 190 }, xaxis: { categories: meses }, series: [{ name: 'Recebidas', data: recebidas }, { name: 'Respondidas', data: respondidas }] }).render(),
);
