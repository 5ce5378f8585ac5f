import { BalcaoAttendant } from './balcao-attendant.ts';

if (!customElements.get('balcao-attendant')) customElements.define('balcao-attendant', BalcaoAttendant);
