import { css } from 'lit';

/** Look of the queue: the ticket is read from a step away, and the turn cannot be missed. */
export const esperaStyles = css`
  /* The hour does not strike on this screen: the status needs no room kept for it. */
  .situacao:has(~ .bilhete, ~ * .bilhete) {
    min-block-size: 0;
  }
  .bilhete {
    display: grid;
    gap: 0.25em 1.5em;
    padding: 1em 1.25em;
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .bilhete-rotulo {
    font-weight: 600;
    color: var(--_primary);
  }
  .bilhete-senha {
    font-size: 3.5em;
    font-weight: 600;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }
  .bloco {
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_line);
  }
  .marca {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: 3em;
    font-weight: 400;
    cursor: pointer;
  }
  .marca span {
    color: inherit;
  }
  .marca input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    min-block-size: 0;
    margin: 0;
    accent-color: var(--_primary);
  }
  .certeza {
    padding: 1em;
    border: 2px solid var(--_danger);
    border-radius: var(--_radius);
  }
  .certeza p {
    margin-block-end: 0.75em;
  }
  .vez {
    padding: 1.25em;
    border: 3px solid var(--_success);
    border-radius: var(--_radius);
    background: var(--_success-bg);
    text-align: center;
  }
  .vez .acoes {
    justify-content: center;
  }
  .vez .acoes > * {
    flex: 1 1 14em;
  }
  .relogio strong {
    display: block;
    font-size: 3.5em;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  @container (min-width: 27em) {
    .bilhete {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .bilhete-rotulo {
      grid-column: 1 / -1;
    }
    .bilhete > div {
      align-self: center;
    }
  }
`;
