import 'gridjs/dist/theme/mermaid.min.css';
import { Grid } from 'gridjs';
import { dobrar, ler, mostrou, pronto, situacao } from './unidades.js';

const unidades = await ler();
const grade = new Grid({
  columns: ['Unidade', 'Comarca', 'Situação', 'Telefone', 'E-mail', 'Endereço'],
  data: unidades.map((um) => [um.nome, um.comarca, situacao(um), um.telefone, um.email, um.endereco]),
  search: { selector: (cell) => dobrar(String(cell)), debounceTimeout: 0 },
  pagination: { limit: 100 },
});
let primeira = true;
grade.config.store.subscribe(({ status }) => {
  if (status !== 3) return;
  if (primeira) pronto();
  primeira = false;
  requestAnimationFrame(() => mostrou(document.querySelector('.gridjs-search-input')?.value ?? ''));
});
grade.render(document.getElementById('lista'));
