import { AudienciaClerk } from './audiencia-clerk.ts';

if (!customElements.get('audiencia-clerk')) customElements.define('audiencia-clerk', AudienciaClerk);
