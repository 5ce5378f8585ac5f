import { AllCommunityModule, ModuleRegistry, createGrid } from 'ag-grid-community';
import { campo, dobrar, ler, mostrou, pronto, situacao } from './unidades.js';
import './ag-grid.css';

ModuleRegistry.registerModules([AllCommunityModule]);
const grade = createGrid(document.getElementById('lista'), {
  rowData: await ler(),
  columnDefs: [
    { headerName: 'Unidade', field: 'nome', getQuickFilterText: ({ value }) => dobrar(value) },
    { headerName: 'Comarca', field: 'comarca', getQuickFilterText: ({ value }) => dobrar(value) },
    { headerName: 'Situação', valueGetter: ({ data }) => situacao(data), getQuickFilterText: () => '' },
    { headerName: 'Telefone', field: 'telefone', getQuickFilterText: () => '' },
    { headerName: 'E-mail', field: 'email', getQuickFilterText: () => '' },
    { headerName: 'Endereço', field: 'endereco', getQuickFilterText: () => '' },
  ],
  onFirstDataRendered: pronto,
  onFilterChanged: () => mostrou(campo().value),
});
campo().addEventListener('input', ({ target }) => grade.setGridOption('quickFilterText', dobrar(target.value)));
