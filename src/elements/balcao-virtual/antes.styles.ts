import { css } from 'lit';
import { choiceStyles } from '../_base/choice.styles.ts';
import { fieldStyles } from '../_base/field.styles.ts';

/** Look of the fields of the late parts of the counter, inside of which the element's own `form`, `label` and `input` do not hold. */
export const campos = css`
  ${fieldStyles}
  ${choiceStyles}
  .parte,
  .parte form {
    display: block;
    max-inline-size: none;
  }
  .parte > :where(:not(:first-child)),
  .parte form > :where(:not(:first-child)) {
    margin-block-start: 1.25em;
  }
  .parte .campo {
    max-inline-size: var(--_measure);
  }
  .parte .rotulo {
    display: block;
    font-weight: 600;
    line-height: 1.35;
    margin-block-end: 0.375em;
  }
  .parte .opcional {
    font-weight: 400;
    color: var(--_muted);
  }
  .parte .dica {
    color: var(--_muted);
    font-size: 0.9375em;
    margin-block-end: 0.5em;
  }
  .parte input:not([type='radio'], [type='checkbox']) {
    margin-block-start: 0;
    min-block-size: 3em;
  }
  .parte .media {
    max-inline-size: 20em;
  }
  .parte .opcao input {
    min-block-size: 0;
    padding: 0;
  }
  .parte .opcao .dica {
    margin: 0.125em 0 0;
  }
  .parte .itens,
  .parte .cartoes {
    display: grid;
    gap: 0.75em;
  }
  .parte .perguntas {
    display: grid;
    gap: 1.5em;
  }
  .parte :is(.itens, .perguntas) > * {
    margin: 0;
    min-inline-size: 0;
  }
  .parte .dentro {
    margin-block-start: 0.75em;
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_line);
  }
  .parte .dentro > :where(:not(:first-child)) {
    margin-block-start: 1.25em;
  }
  .parte .erro {
    overflow-wrap: anywhere;
  }
  .parte .erro:not(.aviso) {
    display: flex;
    gap: 0.375em;
    color: var(--_danger);
    font-weight: 600;
    margin-block-end: 0.5em;
  }
  .parte .com-erro:not(.caixa, .dentro *) {
    border-inline-start: 4px solid var(--_danger);
    padding-inline-start: 1em;
  }
  .parte .com-erro .caixa:not(.com-erro) .opcao {
    border-color: var(--_field-line);
  }
  .parte .resumo-erros li a {
    display: inline-block;
    padding-block: 0.625em;
    color: var(--_danger);
    font-weight: 600;
  }
  .parte :is(.resumo-erros, [data-foco]):focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .parte .pilha-s > p > a:only-child {
    display: inline-block;
    padding-block: 0.25em;
  }
  .parte .lista {
    list-style: disc;
    padding-inline-start: 1.25em;
  }
  .parte .lista li + li {
    margin-block-start: 0.25em;
  }
  .parte .acoes > button.texto {
    flex: 0 1 auto;
  }
`;

/** Look of what comes before the queue. */
export const styles = css`
  ${campos}
  .menu {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(19em, 100%), 1fr));
    gap: 0.75em;
  }
  .menu li {
    display: grid;
  }
  .menu button {
    justify-content: space-between;
    gap: 1em;
    min-block-size: 3.5em;
    padding: 0.625em 1em;
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    color: var(--_text);
    text-align: start;
  }
  .menu button:hover {
    border-color: var(--_primary);
    color: var(--_primary-strong);
  }
  .menu svg {
    color: var(--_primary);
  }
  .escolhido {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
    padding: 0.375em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_bg-alt);
  }
  .escolhido button.texto {
    padding-inline: 0;
  }
  .espera-agora {
    color: var(--_muted);
  }
  .parte summary {
    min-block-size: 2.75em;
    padding-block: 0.625em;
  }
`;
