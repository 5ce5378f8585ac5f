import { css } from 'lit';

/** The desk: dense and calm. Used eight hours a day; every target is 44 px, every colour a token. */
export const styles = css`
  /* Where the width comes from what is inside (a flexible row, a float, a table), a container has none: this one gives up to so much, and no least. */
  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, 75em);
  }
  .painel,
  .aviso,
  dialog {
    font-size: max(0.9375em, 15px);
  }
  .painel {
    container-type: inline-size;
  }
  .console {
    padding: clamp(0.75em, 2vi, 1.25em);
  }
  :is(.console, .senha, .sala) > :where(:not(:first-child)) {
    margin-block-start: 0.75em;
  }
  button,
  .botao {
    min-block-size: 44px;
    padding: 0.375em 1em;
    gap: 0.5em;
  }
  button[aria-disabled='true'] {
    cursor: not-allowed;
  }
  button.perigo {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  kbd {
    display: inline-grid;
    place-content: center;
    min-inline-size: 1.5em;
    padding-inline: 0.25em;
    border: 1px solid;
    border-radius: 4px;
    font: 600 0.75em/1.5 ui-monospace, monospace;
    opacity: 0.8;
  }
  header,
  .topo {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
  }
  header h2 {
    font-size: 1.25em;
    flex: 1 1 14em;
  }
  .eu,
  .pessoa,
  .balcoes .nome {
    font-weight: 600;
  }
  header button {
    border-color: transparent;
    padding-inline: 0.75em;
  }
  :is(h3, h4):focus-visible,
  #falha:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .avisos:not(:has(*)) {
    display: none;
  }
  .balcoes ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .balcoes button {
    flex-direction: column;
    align-items: start;
    gap: 0;
    text-align: start;
    border-radius: var(--_radius);
    border-width: 1px;
    border-color: var(--_line);
    color: var(--_text);
    font-weight: 400;
  }
  .balcoes button[aria-current] {
    border-color: var(--_primary);
    box-shadow: inset 0 -3px var(--_primary);
    background: var(--_tint);
  }
  .balcao {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding-block: 0.75em;
    border-block: 1px solid var(--_line);
  }
  .balcao > .quem {
    flex: 1 1 18em;
  }
  .balcao > .aviso,
  .balcao > .formulario {
    flex: 1 1 100%;
  }
  .cheia,
  .ruim {
    color: var(--_danger);
  }
  .mesa {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    align-items: start;
  }
  .senha,
  .sala {
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_primary);
    border-radius: var(--_radius);
    padding: 0.75em 1em 1em;
  }
  .sala {
    border-inline-start-width: 1px;
    background: var(--_bg-alt);
  }
  .topo {
    justify-content: space-between;
  }
  .senha h3 {
    font-size: 1.375em;
  }
  .situacao {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    padding: 0.125em 0.75em;
    border-radius: 1em;
    background: var(--_tint);
  }
  .situacao.em-atendimento {
    background: var(--_success-bg);
    color: var(--_success);
  }
  .situacao.urgente {
    background: var(--_warning-bg);
    color: var(--_warning);
  }
  :is(.senha, .balcao, .sala) .acoes {
    gap: 0.5em;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
    gap: 0.25em 1.5em;
  }
  dt,
  thead th,
  .balcoes .conta {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .sigilo dl {
    margin-block-start: 0.5em;
  }
  .quadro {
    position: relative;
    block-size: clamp(18em, 56cqi, 32em);
    border-radius: var(--_radius);
    overflow: hidden;
    background: #000;
  }
  .quadro > * {
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }
  label,
  legend {
    display: block;
    font-weight: 600;
  }
  .notas textarea {
    margin-block-start: 0.25em;
    min-block-size: 4.5em;
    max-block-size: 14em;
  }
  .vazio {
    padding: 1.5em 1em;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    color: var(--_muted);
    text-align: center;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.5em 0.5em 0.5em 0;
    text-align: start;
    vertical-align: top;
    border-block-end: 1px solid var(--_line);
  }
  thead th {
    padding-block: 0.25em;
  }
  tbody th,
  .espera {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  td > span {
    display: block;
  }
  .assunto,
  .processo {
    font-size: 0.9375em;
  }
  .processo {
    font-variant-numeric: tabular-nums;
  }
  .minha > :first-child {
    box-shadow: inset 4px 0 var(--_primary);
    padding-inline-start: 0.75em;
  }
  .minha > * {
    background: var(--_tint);
  }
  .processo,
  .fora {
    color: var(--_muted);
  }
  .marcas {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
  }
  .marcas:empty {
    display: none;
  }
  .marcas li {
    padding: 0 0.5em;
    border: 1px solid var(--_line);
    border-radius: 1em;
    font-size: 0.875em;
    background: var(--_bg);
    color: var(--_text);
  }
  .marcas .forte {
    border-color: var(--_primary);
    color: var(--_primary);
    font-weight: 600;
  }
  .marcas .alerta {
    border-color: var(--_warning);
    background: var(--_warning-bg);
    color: var(--_warning);
  }
  .marcas .perigo {
    border-color: var(--_danger);
    background: var(--_danger-bg);
    color: var(--_danger);
    font-weight: 600;
  }
  summary {
    min-block-size: 44px;
    padding-block: 0.5em;
    color: var(--_primary);
    cursor: pointer;
  }
  @container (min-width: 57em) {
    .mesa.ocupada {
      grid-template-columns: minmax(0, 6fr) minmax(0, 5fr);
    }
    .quadro {
      block-size: clamp(18em, 34cqi, 34em);
    }
  }
  @container (max-width: 33em) {
    .fila :is(table, tbody, tr, td, tbody th) {
      display: block;
    }
    .fila thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .fila tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.25em 0.75em;
      padding-block: 0.625em;
      border-block-end: 1px solid var(--_line);
    }
    .fila :is(th, td) {
      padding: 0;
      border: 0;
    }
    .fila td:not([class~='espera']) {
      grid-column: 1 / -1;
    }
    .fila .espera {
      grid-area: 1 / 2;
      grid-column: 2;
    }
    .fila .minha > :first-child {
      box-shadow: none;
      padding-inline-start: 0;
    }
    .fila .minha {
      background: var(--_tint);
      box-shadow: inset 4px 0 var(--_primary);
      padding-inline: 0.75em;
    }
    .senha .acoes > button,
    .balcao .acoes > button {
      flex: 1 1 9em;
    }
  }
  @media (forced-colors: active) {
    .marcas li,
    .situacao {
      border: 1px solid;
    }
    .balcoes button[aria-current] {
      border: 3px solid Highlight;
    }
    button[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }
  }
`;
