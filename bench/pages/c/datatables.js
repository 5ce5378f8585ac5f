import 'datatables.net-dt/css/dataTables.dataTables.min.css';
import DataTable from 'datatables.net-dt';
import { ler, mostrou, pronto, situacao } from './unidades.js';

const tabela = new DataTable('#lista', {
  data: await ler(),
  pageLength: 100,
  columns: [
    { title: 'Unidade', data: 'nome' },
    { title: 'Comarca', data: 'comarca' },
    { title: 'Situação', data: null, render: situacao },
    { title: 'Telefone', data: 'telefone' },
    { title: 'E-mail', data: 'email' },
    { title: 'Endereço', data: 'endereco' },
  ],
  initComplete: pronto,
});
tabela.on('draw', () => mostrou(tabela.search()));
