import { createApp } from 'vue';
// O código dos elementos vem antes da primeira tela: assim as propriedades (`courtFile`, `textos`, `backend`) chegam como propriedades.
import 'atrio-kit/balcao-virtual';
import 'atrio-kit/ouvidoria-form';
import App from './App.vue';
import './pagina.css';

createApp(App).mount('#app');
