import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
// O código dos elementos vem antes da primeira tela: assim as propriedades (`courtFile`, `textos`, `backend`) chegam como propriedades.
import 'atrio-kit/balcao-virtual';
import 'atrio-kit/ouvidoria-form';
import { App } from './app.tsx';
import './pagina.css';

const raiz = document.getElementById('app');
if (raiz) {
  createRoot(raiz).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
