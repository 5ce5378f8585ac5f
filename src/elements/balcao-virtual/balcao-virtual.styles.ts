import { css } from 'lit';
import { canaisStyles } from '../_base/canais.styles.ts';

/** The counter. Each block keeps the room of its longest text, so that nothing moves when the hour strikes. */
export const styles = css`
  button.perigo {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  ${canaisStyles}
  /* Where the width comes from what is inside (a flexible row, a float, a table), a container has none: this one gives up to so much, and no least. */
  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, 48em);
  }
  .painel {
    container-type: inline-size;
  }
  .balcao {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
  }
  /* A page of many counters lays out those near what is seen: one where nothing is going on can wait. */
  .parado {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 40em;
  }
  .sobretitulo {
    color: var(--_primary);
    font-size: 0.9375em;
  }
  .titulo {
    font-size: 1.5em;
    line-height: 1.2;
    margin: 0;
  }
  .subtitulo {
    font-size: 1.125em;
    margin: 0 0 0.75em;
  }
  .situacao {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: center;
    gap: 0.75em;
    min-block-size: 9.5em;
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_bg-alt);
  }
  .situacao p + p {
    margin-block-start: 0.125em;
  }
  .ponto {
    flex: none;
    inline-size: 0.875em;
    block-size: 0.875em;
    margin-block-start: 0.3em;
    border-radius: 50%;
    border: 3px solid var(--_field-line);
    background: transparent;
  }
  .bom {
    background: var(--_success-bg);
  }
  .bom .ponto {
    border-color: var(--_success);
    background: var(--_success);
  }
  .bom strong {
    color: var(--_success);
  }
  .ruim {
    background: var(--_warning-bg);
  }
  .ruim .ponto {
    border-color: var(--_warning);
    background: var(--_warning);
  }
  .ativo {
    background: var(--_tint);
  }
  .ativo .ponto {
    border-color: var(--_primary);
    border-block-start-color: transparent;
    animation: gira 1.2s linear infinite;
  }
  @keyframes gira {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .ativo .ponto {
      animation: none;
    }
  }
  .acao {
    display: grid;
  }
  .acao > * {
    grid-area: 1 / 1;
    align-self: center;
    min-inline-size: 0;
  }
  .reserva {
    visibility: hidden;
  }
  .vazio {
    display: grid;
    place-content: center;
    padding: 1em;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    color: var(--_muted);
    text-align: center;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 1em;
    align-items: end;
  }
  form > :first-child {
    flex: 1 1 16em;
  }
  label {
    display: block;
    font-weight: 600;
  }
  label span {
    font-weight: 400;
    color: var(--_muted);
  }
  input {
    display: block;
    inline-size: 100%;
    min-block-size: 3.25em;
    margin-block-start: 0.375em;
    padding: 0.5em 0.75em;
    font: inherit;
    color: inherit;
    background: var(--_bg);
    border: 1px solid var(--_field-line);
    border-radius: 4px;
  }
  .grande {
    font-size: 1.125em;
    min-block-size: 3.25em;
  }
  .palco {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: 1fr auto;
    gap: 1em;
    align-content: start;
  }
  .sala {
    position: relative;
    overflow: hidden;
    inline-size: 100%;
    aspect-ratio: 3 / 4;
    max-block-size: 80vh;
    max-block-size: 80svh;
    min-block-size: 20em;
    border-radius: var(--_radius);
    background: #14181f;
  }
  .sala ::slotted(*),
  .sala iframe,
  .quadro,
  .quadro > * {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }
  .espera {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    padding: 1em;
    color: #fff;
    text-align: center;
  }
  .resto {
    aspect-ratio: auto;
    min-block-size: 20em;
  }
  summary {
    cursor: pointer;
    padding-block: 0.5em;
    font-weight: 600;
    color: var(--_primary);
  }
  table {
    inline-size: min(100%, 28em);
    border-collapse: collapse;
  }
  caption {
    text-align: start;
    color: var(--_muted);
    font-size: 0.9375em;
    padding-block-end: 0.5em;
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: 0.5em 0.75em 0.5em 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
  }
  thead th {
    font-weight: 600;
  }
  .hoje :is(th, td) {
    font-weight: 600;
  }
  .acoes > * {
    flex: 1 1 auto;
  }
  @container (min-width: 27em) {
    .acoes > * {
      flex: none;
    }
    .situacao {
      min-block-size: 7.75em;
    }
    form {
      max-inline-size: 36em;
    }
    .sala {
      aspect-ratio: 16 / 9;
    }
  }
  @media (forced-colors: active) {
    .situacao,
    .canal {
      border: 1px solid;
    }
    .ponto {
      border-color: CanvasText;
    }
    .bom .ponto {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
  @media print {
    .parado {
      content-visibility: visible;
    }
    form,
    .palco {
      display: none;
    }
    details > :not(summary) {
      display: block;
    }
  }
`;
