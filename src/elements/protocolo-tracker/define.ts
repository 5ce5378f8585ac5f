import { ProtocoloTracker } from './protocolo-tracker.ts';

if (!customElements.get('protocolo-tracker')) customElements.define('protocolo-tracker', ProtocoloTracker);
