import { css } from 'lit';

/** Look of every form: one column, large targets, errors that do not depend on colour. */
export const formStyles = css`
  /* Where the width comes from what is inside (a flexible row, a float, a table), a container has none: this one gives up to so much, and no least. */
  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, 45em);
  }
  .forma {
    container-type: inline-size;
  }
  .forma > :where(:not(:first-child)),
  form > :where(:not(:first-child)) {
    margin-block-start: 1.5em;
  }
  .conteudo > :where(:not(:first-child)) {
    margin-block-start: 1.75em;
  }
  h2 {
    scroll-margin-block-start: 1em;
  }
  .etapa-numero {
    display: block;
    font-size: calc(15em / 22);
    font-weight: 400;
    color: var(--_muted);
    margin-block-end: 0.25em;
  }
  .campo {
    scroll-margin-block-start: 1em;
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
      font-weight: 600;
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
      font-weight: 600;
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
  button.texto {
    padding-inline: 0;
    text-align: start;
  }
  /* Kept for what comes late. */
  .balcao {
    min-block-size: 4.5em;
  }
  @container (min-width: 38em) {
    .balcao {
      min-block-size: 1.5em;
    }
  }
  .lista {
    list-style: disc;
    padding-inline-start: 1.25em;
  }
  .lista li + li {
    margin-block-start: 0.25em;
  }
  .rodape {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.5em;
  }
  details > :where(:nth-child(2)) {
    margin-block-start: 0.5em;
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
  @container (max-width: 26em) {
    .acoes > button:not(.texto) {
      inline-size: 100%;
    }
  }
  @media (forced-colors: active) {
    .etapas li {
      border-color: GrayText;
    }
    .etapas .feita,
    .etapas .atual {
      border-color: Highlight;
    }
    .etapas .atual .bolinha {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
