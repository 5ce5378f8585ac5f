import { css } from 'lit';

/** Look of the choices. A form whose first step has some puts this in its own styles; it joins the others later. */
export const choiceStyles = css`
  .cartoes {
    display: grid;
    gap: 0.75em;
  }
  .opcao {
    position: relative;
    min-block-size: 3em;
    padding: 0.75em 1em 0.75em 3.25em;
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_bg);
  }
  .opcao:hover {
    border-color: var(--_primary);
    background: var(--_bg-alt);
  }
  .opcao:has(:checked) {
    border-color: var(--_primary);
    box-shadow: inset 0 0 0 1px var(--_primary);
    background: var(--_tint);
  }
  .opcao:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .opcao input {
    position: absolute;
    z-index: 1;
    inset-inline-start: 1em;
    inset-block-start: 0.75em;
    font: inherit;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_primary);
    outline: none;
  }
  .opcao label {
    display: block;
    font-weight: 600;
    cursor: pointer;
  }
  .opcao label::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .opcao .dica {
    margin: 0.125em 0 0;
  }
  .com-erro .opcao {
    border-color: var(--_danger);
  }
  @media (forced-colors: active) {
    .opcao:has(:checked):not(:has(:focus-visible)) {
      outline: 2px solid Highlight;
    }
  }
`;
