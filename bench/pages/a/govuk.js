import 'govuk-frontend/dist/govuk/govuk-frontend.min.css';
import './govuk.css';
import { ErrorSummary, initAll } from 'govuk-frontend';
import { pronto } from './enviar.js';

initAll();
const f = document.getElementById('f');
const el = (name, className, ...filhos) => {
  const node = document.createElement(name);
  node.className = className;
  node.append(...filhos);
  return node;
};
f.addEventListener('submit', (event) => {
  event.preventDefault();
  const ruins = [...f.elements].filter((um) => um.willValidate && !um.checkValidity());
  const link = (um) => {
    const a = el('a', '', `${um.name}: ${um.validationMessage}`);
    a.href = `#${um.id}`;
    return el('li', '', a);
  };
  const resumo = el('div', 'govuk-error-summary', el('h2', 'govuk-error-summary__title', 'Falta pouco'), el('ul', 'govuk-list govuk-error-summary__list', ...ruins.map(link)));
  document.getElementById('resumo').replaceChildren(...(ruins.length ? [resumo] : []));
  if (ruins.length) new ErrorSummary(resumo);
  else void fetch('/enviar', { method: 'POST', body: new FormData(f) });
});
pronto();
