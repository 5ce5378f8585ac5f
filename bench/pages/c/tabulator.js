import 'tabulator-tables/dist/css/tabulator.min.css';
import { TabulatorFull as Tabulator } from 'tabulator-tables';
import { campo, dobrar, ler, mostrou, pronto, situacao } from './unidades.js';

const unidades = await ler();
const tabela = new Tabulator('#lista', {
  data: unidades,
  height: 600,
  layout: 'fitColumns',
  columns: [
    { title: 'Unidade', field: 'nome', widthGrow: 2 },
    { title: 'Comarca', field: 'comarca' },
    { title: 'Situação', field: 'horario', formatter: (cell) => situacao(cell.getData()) },
    { title: 'Telefone', field: 'telefone' },
    { title: 'E-mail', field: 'email' },
    { title: 'Endereço', field: 'endereco' },
  ],
});
tabela.on('tableBuilt', pronto);
campo().addEventListener('input', ({ target }) => {
  const palavras = dobrar(target.value).split(' ').filter(Boolean);
  tabela.setFilter(({ nome, comarca }) => palavras.every((palavra) => dobrar(`${nome} ${comarca}`).includes(palavra)));
  mostrou(target.value);
});
