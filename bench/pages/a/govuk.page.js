import { TIPOS, blocos } from './campos.js';

const campo = ({ nome, rotulo, longo, type = 'text', inputmode, minimo, obrigatorio }) => {
  const atributos = `id="${nome}" name="${nome}"${inputmode ? ` inputmode="${inputmode}"` : ''}${minimo ? ` minlength="${minimo}"` : ''}${obrigatorio ? ' required' : ''}`;
  return `<div class="govuk-form-group"><label class="govuk-label" for="${nome}">${rotulo}</label>${
    longo ? `<textarea class="govuk-textarea" rows="5" ${atributos}></textarea>` : `<input class="govuk-input" type="${type}" ${atributos}>`
  }</div>`;
};
const { antes, denuncia, depois } = blocos(campo);
const opcao = ([valor, rotulo]) =>
  `<div class="govuk-radios__item"><input class="govuk-radios__input" id="tipo-${valor}" name="tipo" type="radio" value="${valor}" required${valor === 'denuncia' ? ' data-aria-controls="condicional"' : ''}><label class="govuk-label govuk-radios__label" for="tipo-${valor}">${rotulo}</label></div>${
    valor === 'denuncia' ? `<div class="govuk-radios__conditional govuk-radios__conditional--hidden" id="condicional">${denuncia}</div>` : ''
  }`;

export default `<script>document.documentElement.classList.add('govuk-template');document.body.className = 'govuk-template__body js-enabled govuk-frontend-supported';</script>
<div class="govuk-width-container"><main class="govuk-main-wrapper">
<h1 class="govuk-heading-xl">Ouvidoria</h1>
<div id="resumo"></div>
<form id="f" novalidate>
<div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">O que você quer fazer?</legend>
<div class="govuk-radios" data-module="govuk-radios">${TIPOS.map(opcao).join('\n')}</div></fieldset></div>
${antes}
${depois}
<div class="govuk-form-group"><div class="govuk-checkboxes" data-module="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="termos" name="termos" type="checkbox" required><label class="govuk-label govuk-checkboxes__label" for="termos">Li os termos</label></div></div></div>
<button type="submit" class="govuk-button" data-module="govuk-button">Enviar</button>
</form></main></div>`;
