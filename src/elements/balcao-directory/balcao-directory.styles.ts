import { css } from 'lit';

export const styles = css`
  /* Where the width comes from what is inside (a flexible row, a float, a table), a container has none: this one gives up to so much, and no least. */
  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, 60em);
  }
  .painel {
    container-type: inline-size;
  }
  .painel > :where(:not(:first-child)) {
    margin-block-start: 1em;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }
  label {
    display: block;
    font-weight: 600;
  }
  input[type='search'],
  select {
    inline-size: 100%;
    min-block-size: 3em;
    padding: 0.5em 0.75em;
    font: inherit;
    color: var(--_text);
    background: var(--_bg);
    border: 1px solid var(--_field-line);
    border-radius: 4px;
  }
  .caixa {
    display: flex;
    gap: 0.625em;
    align-items: center;
    min-block-size: 3em;
    font-weight: 400;
    cursor: pointer;
  }
  .caixa input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_primary);
  }
  .resumo {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
    min-block-size: 3em;
  }
  .resumo p {
    flex: 1;
    font-weight: 600;
  }
  h3,
  h4 {
    padding-block: 1em 0.25em;
  }
  :is(h2, h3, h4, h5, h6) + ul,
  .bloco:first-child > ul:first-child {
    border-block-start: 1px solid var(--_line);
  }
  /*
   * Out of sight a block is in the page, for the search of the browser and for screen readers, and is not laid out: a filter or a new status costs what
   * is seen. Of each row instead of each block, or of none, this costs several times as much.
   */
  .bloco {
    content-visibility: auto;
    contain-intrinsic-size: var(--_h);
    contain-intrinsic-size: auto var(--_h);
  }
  .bloco:empty {
    block-size: var(--_h);
  }
  details {
    border-block-end: 1px solid var(--_line);
  }
  summary {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.625em;
    align-items: baseline;
    min-block-size: 2.75em;
    padding: 0.75em 0.25em;
    list-style: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid var(--_primary);
    border-width: 0 2px 2px 0;
    transform: translateY(-0.125em) rotate(-45deg);
  }
  [open] > summary::before {
    transform: translateY(-0.125em) rotate(45deg);
  }
  summary:hover {
    background: var(--_tint);
  }
  /* A block shows nothing outside of it. */
  summary:focus-visible {
    outline-offset: -3px;
  }
  summary span {
    grid-column: 2;
  }
  summary .nome {
    color: var(--_primary);
    font-weight: 600;
  }
  .estado {
    min-block-size: 1.5em;
  }
  .bom strong {
    color: var(--_success);
  }
  .detalhe {
    padding: 0.25em 0.25em 1.25em 1.375em;
  }
  .detalhe > :where(:not(:first-child)) {
    margin-block-start: 1em;
  }
  .detalhe :is(h3, h4, h5) {
    padding-block: 0 0.375em;
    font-size: 1em;
  }
  .detalhe > .nao-imprimir a {
    display: inline-block;
    padding-block: 0.625em;
  }
  .abas {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
  }
  .abas a {
    padding-block: 0.625em;
  }
  @container (min-width: 37em) {
    form {
      grid-template-columns: 1fr 1fr;
      align-items: end;
    }
    .inteiro {
      grid-column: 1 / -1;
    }
    summary {
      grid-template-columns: auto minmax(0, 3fr) minmax(0, 2fr);
    }
    .estado {
      grid-area: 1 / 3 / span 2;
      align-self: center;
    }
  }
  @media (forced-colors: active) {
    summary::before {
      border-color: ButtonText;
    }
  }
  @media print {
    .bloco {
      content-visibility: visible;
    }
    li {
      break-inside: avoid;
    }
    summary::before {
      content: none;
    }
  }
`;
