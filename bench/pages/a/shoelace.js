import './pagina.css';
import '@shoelace-style/shoelace/dist/themes/light.css';
import '@shoelace-style/shoelace/dist/components/button/button.js';
import '@shoelace-style/shoelace/dist/components/checkbox/checkbox.js';
import '@shoelace-style/shoelace/dist/components/input/input.js';
import '@shoelace-style/shoelace/dist/components/radio/radio.js';
import '@shoelace-style/shoelace/dist/components/radio-group/radio-group.js';
import '@shoelace-style/shoelace/dist/components/textarea/textarea.js';
import { ligar, pronto } from './enviar.js';

const todos = () => [...document.querySelectorAll('sl-radio-group, sl-input, sl-textarea, sl-checkbox')];
ligar(() => document.querySelector('sl-radio-group').value, todos);
// Its own events are not called change.
document.getElementById('f').addEventListener('sl-change', (event) => event.target.dispatchEvent(new Event('change', { bubbles: true })));
await Promise.all(todos().map((um) => um.updateComplete));
pronto();
