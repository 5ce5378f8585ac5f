import { SicRequest } from './sic-request.ts';

if (!customElements.get('sic-request')) customElements.define('sic-request', SicRequest);
