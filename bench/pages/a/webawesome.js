import './pagina.css';
import '@awesome.me/webawesome/dist/styles/themes/default.css';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/radio/radio.js';
import '@awesome.me/webawesome/dist/components/radio-group/radio-group.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import { ligar, pronto } from './enviar.js';

const todos = () => [...document.querySelectorAll('wa-radio-group, wa-input, wa-textarea, wa-checkbox')];
ligar(() => document.querySelector('wa-radio-group').value, todos);
await Promise.all(todos().map((um) => um.updateComplete));
pronto();
