import { BalcaoVirtual } from './balcao-virtual.ts';

if (!customElements.get('balcao-virtual')) customElements.define('balcao-virtual', BalcaoVirtual);

declare global {
  interface HTMLElementTagNameMap {
    'balcao-virtual': BalcaoVirtual;
  }
}
