import { css } from 'lit';
import { prazoStyles } from './prazo.styles.ts';

/** Look of the receipt. */
export const receiptStyles = css`
  ${prazoStyles}
  .recibo > :where(:not(:first-child)) {
    margin-block-start: 1.5em;
  }
  .recibo h2 {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .recibo h2 svg {
    color: var(--_success);
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  .segredo {
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_bg);
  }
  .segredo > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em 1em;
    padding: 0.875em 1em;
  }
  .segredo > div + div {
    border-block-start: 1px solid var(--_line);
  }
  .segredo dt {
    flex-basis: 100%;
    font-weight: 600;
    color: var(--_muted);
  }
  .segredo .valor {
    font: 700 clamp(1.25em, 5.5vw, 1.75em) / 1.3 ui-monospace, 'Cascadia Mono', 'Roboto Mono', monospace;
    user-select: all;
    overflow-wrap: anywhere;
  }
  .segredo .valor span {
    display: inline-block;
  }
  .segredo button {
    padding-inline: 1.125em;
  }
  @container (max-width: 26em) {
    .recibo .acoes > .botao {
      inline-size: 100%;
    }
  }
  .passos {
    counter-reset: passo;
  }
  .passos li {
    counter-increment: passo;
    position: relative;
    padding-inline-start: 2.75em;
    min-block-size: 2em;
  }
  .passos li + li {
    margin-block-start: 0.75em;
  }
  .passos li::before {
    content: counter(passo);
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: -0.125em;
    display: grid;
    place-items: center;
    inline-size: 2em;
    block-size: 2em;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_primary);
    font-weight: 600;
  }
  .recibo code {
    display: block;
    font-size: 0.8125em;
    overflow-wrap: anywhere;
    user-select: all;
  }
  @media print {
    .recibo details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    .recibo summary {
      color: inherit;
      text-decoration: none;
    }
    .segredo,
    .recibo .aviso {
      break-inside: avoid;
    }
  }
`;
