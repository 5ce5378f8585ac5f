import { AudienciaRecording } from './audiencia-recording.ts';

if (!customElements.get('audiencia-recording')) customElements.define('audiencia-recording', AudienciaRecording);
