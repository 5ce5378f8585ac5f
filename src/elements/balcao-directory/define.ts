import { BalcaoDirectory } from './balcao-directory.ts';

if (!customElements.get('balcao-directory')) customElements.define('balcao-directory', BalcaoDirectory);
