import { css } from 'lit';

/** Look of every form: one column, large targets, errors that do not depend on colour. */
export const formStyles = css`
  .forma {
    container-type: inline-size;
    display: block;
  }
  .forma > * + *,
  form > * + * {
    margin-block-start: 1.5em;
  }
  .conteudo > * + * {
    margin-block-start: 1.75em;
  }
  .conteudo[inert] {
    opacity: 0.6;
  }
  h2 {
    display: block;
    scroll-margin-block-start: 1em;
  }
  .etapa-numero {
    display: block;
    font-size: 0.6875em;
    font-weight: 600;
    color: var(--_muted);
    margin-block-end: 0.25em;
  }
  .resumo-erros:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .resumo-erros,
  .campo {
    scroll-margin-block-start: 1em;
  }
  .resumo-erros li a {
    display: inline-block;
    padding-block: 0.625em;
    color: var(--_danger);
    font-weight: 600;
  }

  /* Steps */
  .etapas {
    display: flex;
    gap: 0.375em;
  }
  .etapas li {
    flex: 1;
    min-inline-size: 0;
    border-block-start: 6px solid var(--_line);
    border-radius: 3px;
  }
  .etapas .feita,
  .etapas .atual {
    border-color: var(--_primary);
  }
  .etapas .bolinha {
    display: none;
  }
  .etapas .nome {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (min-width: 38em) {
    .etapas {
      gap: 0;
    }
    .etapas li {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 0.5em;
      padding-inline: 0.25em;
      border: 0;
      position: relative;
      text-align: center;
      font-size: 0.9375em;
      color: var(--_muted);
    }
    .etapas li + li::before {
      content: '';
      position: absolute;
      inset-block-start: 1.125em;
      inset-inline: calc(-50% + 1.5em) calc(50% + 1.5em);
      border-block-start: 2px solid var(--_line);
    }
    .etapas li.feita + li::before {
      border-color: var(--_primary);
    }
    .etapas .bolinha {
      display: grid;
      place-items: center;
      inline-size: 2.25em;
      block-size: 2.25em;
      border: 2px solid var(--_field-line);
      border-radius: 50%;
      background: var(--_bg);
      font-weight: 700;
    }
    .etapas .feita .bolinha {
      border-color: var(--_primary);
      color: var(--_primary);
    }
    .etapas .atual .bolinha {
      border-color: var(--_primary);
      background: var(--_primary);
      color: var(--_on-primary);
    }
    .etapas .atual {
      color: var(--_text);
      font-weight: 700;
    }
    .etapas .nome {
      position: static;
      inline-size: auto;
      block-size: auto;
      overflow: visible;
      clip-path: none;
      white-space: normal;
    }
  }

  /* Fields */
  .campo {
    max-inline-size: var(--_measure);
  }
  .rotulo {
    display: block;
    font-weight: 600;
    line-height: 1.35;
    margin-block-end: 0.375em;
  }
  .opcional {
    font-weight: 400;
    color: var(--_muted);
  }
  .dica {
    color: var(--_muted);
    font-size: 0.9375em;
    margin-block-end: 0.5em;
  }
  .erro:not(.aviso) {
    display: flex;
    gap: 0.375em;
    color: var(--_danger);
    font-weight: 600;
    margin-block-end: 0.5em;
  }
  .erro:not(.aviso) > svg {
    margin-block-start: 0.125em;
  }
  .com-erro:not(.caixa):not(.dentro *) {
    border-inline-start: 4px solid var(--_danger);
    padding-inline-start: 1em;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 3em;
    padding: 0.625em 0.75em;
    font: inherit;
    color: var(--_text);
    background: var(--_bg);
    border: 1px solid var(--_field-line);
    border-radius: 4px;
    color-scheme: inherit;
  }
  textarea {
    resize: vertical;
    field-sizing: content;
    min-block-size: 6em;
    max-block-size: 70vh;
  }
  textarea[rows='8'] {
    min-block-size: 13em;
  }
  select {
    appearance: none;
    padding-inline-end: 2.5em;
    background-image: linear-gradient(45deg, transparent 50%, var(--_primary) 50%), linear-gradient(-45deg, transparent 50%, var(--_primary) 50%);
    background-size: 7px 7px;
    background-position: calc(100% - 1.25em) 50%, calc(100% - 1.25em + 7px) 50%;
    background-repeat: no-repeat;
    text-overflow: ellipsis;
  }
  .curta {
    max-inline-size: 12em;
  }
  .media {
    max-inline-size: 20em;
  }
  input:hover,
  select:hover,
  textarea:hover {
    border-color: var(--_primary);
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
  }
  [aria-invalid='true']:is(input, select, textarea):not([type='checkbox']) {
    border: 2px solid var(--_danger);
  }
  .contador {
    color: var(--_muted);
    font-size: 0.9375em;
    margin-block-start: 0.375em;
  }
  .contador.passou {
    color: var(--_danger);
    font-weight: 600;
  }
  .itens > * + * {
    margin-block-start: 1.25em;
  }

  /* Choices */
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
    inset-inline-start: 1em;
    inset-block-start: 0.75em;
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
  .dentro {
    margin-inline-start: 1.625em;
    padding: 0.25em 0 0.5em 1.25em;
    border-inline-start: 4px solid var(--_line);
  }

  /* Review */
  .revisao {
    border-block-start: 1px solid var(--_line);
  }
  .revisao > div {
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  .revisao dt {
    font-weight: 600;
  }
  .revisao dd {
    white-space: pre-wrap;
  }
  .revisao-titulo {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 1em;
  }
  @container (min-width: 38em) {
    .revisao > div {
      display: grid;
      grid-template-columns: minmax(10em, 1fr) 2fr;
      gap: 1em;
    }
  }
  .lista {
    list-style: disc;
    padding-inline-start: 1.25em;
  }
  .lista li + li {
    margin-block-start: 0.25em;
  }
  details > summary {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
    color: var(--_primary);
    font-weight: 600;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .aviso .botao-linha {
    margin-block-start: 0.5em;
  }
  @container (max-width: 26em) {
    .acoes > button {
      inline-size: 100%;
    }
    .dentro {
      margin-inline-start: 0;
      padding-inline-start: 1em;
    }
  }
  @media (forced-colors: active) {
    .opcao:has(:checked) {
      outline: 2px solid Highlight;
    }
    .etapas li {
      border-color: GrayText;
    }
    .etapas .feita,
    .etapas .atual {
      border-color: Highlight;
    }
    select {
      appearance: auto;
      background-image: none;
    }
  }
`;
