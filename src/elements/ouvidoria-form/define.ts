import { OuvidoriaForm } from './ouvidoria-form.ts';

if (!customElements.get('ouvidoria-form')) customElements.define('ouvidoria-form', OuvidoriaForm);
