import { AudienciaRoom } from './audiencia-room.ts';

if (!customElements.get('audiencia-room')) customElements.define('audiencia-room', AudienciaRoom);
