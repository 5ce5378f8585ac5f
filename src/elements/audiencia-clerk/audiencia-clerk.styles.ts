import { css } from 'lit';

/** The desk of hearings: dense and calm. Every target is 44 px, every colour a token. */
export const styles = css`
  /* Where the width comes from what is inside (a flexible row, a float, a table), a container has none: this one gives up to so much, and no least. */
  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, 75em);
  }
  .painel {
    container-type: inline-size;
  }
  .console > :where(:not(:first-child)),
  .coluna > :where(:not(:first-child)),
  section > :where(:not(:first-child)),
  .formulario > :where(:not(:first-child)) {
    margin-block-start: 0.75em;
  }
  header,
  .topo,
  .cabeca {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
  }
  header h2,
  .topo h3,
  .cabeca h3 {
    flex: 1 1 10em;
  }
  .cabeca h3 {
    font-size: 1.375em;
  }
  button,
  .botao {
    min-block-size: 44px;
    padding: 0.375em 1em;
  }
  button[aria-disabled='true'] {
    cursor: not-allowed;
  }
  button.perigo {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .acoes {
    gap: 0.5em;
  }
  :is(h3, #falha, #mostra):focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .estado,
  .gravacao,
  .papel {
    padding: 0.125em 0.75em;
    border-radius: 1em;
    background: var(--_bg-alt);
    font-weight: 600;
  }
  .papel {
    display: inline-block;
    font-weight: 400;
    font-size: 0.875em;
    background: var(--_tint);
  }
  .estado.em-andamento,
  .estado.aberta {
    background: var(--_success-bg);
    color: var(--_success);
  }
  .estado.suspensa {
    background: var(--_warning-bg);
    color: var(--_warning);
  }
  .gravacao.ligada {
    background: var(--_danger-bg);
    color: var(--_danger);
  }
  .sigilo,
  .ruim {
    color: var(--_danger);
  }
  .filtro {
    display: flex;
    flex-wrap: wrap;
    gap: 1em;
    align-items: end;
    justify-content: space-between;
  }
  .lista > li,
  .pessoa {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding-block: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .lista > li > :first-child,
  .pessoa > .quem {
    flex: 1 1 14em;
  }
  .lado {
    text-align: end;
  }
  .lado .espera {
    font-weight: 600;
    color: var(--_success);
  }
  .pessoa.na-espera {
    box-shadow: inset 4px 0 var(--_success);
    padding-inline-start: 0.75em;
  }
  .pessoa .situacao {
    color: var(--_muted);
  }
  .pessoa.na-espera .situacao,
  .situacao.depondo {
    color: var(--_success);
    font-weight: 600;
  }
  .pessoa.revogado,
  .pessoa.retirado {
    background: var(--_bg-alt);
  }
  .pessoa details {
    flex: 1 1 100%;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 44px;
    padding-block: 0.5em;
    cursor: pointer;
    color: var(--_primary);
    font-weight: 600;
  }
  .colunas {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
    align-items: start;
  }
  .sala,
  .formulario,
  .mostra {
    padding: 0.75em 1em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_bg-alt);
  }
  .mostra {
    padding: 0;
    border: 0;
  }
  .formulario {
    border-inline-start: 4px solid var(--_primary);
  }
  .campo label:not(.caixa),
  legend {
    display: block;
    font-weight: 600;
    margin-block-end: 0.25em;
  }
  .campo {
    max-inline-size: 36em;
  }
  .opcional {
    font-weight: 400;
    color: var(--_muted);
  }
  .caixa {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: 44px;
  }
  .caixa input {
    inline-size: 1.5em;
    block-size: 1.5em;
    flex: none;
    accent-color: var(--_primary);
  }
  .segredo {
    display: block;
    padding: 0.5em 0.75em;
    border: 1px dashed var(--_line);
    background: var(--_bg);
    overflow-wrap: anywhere;
    -webkit-user-select: all;
    user-select: all;
  }
  .segredo.codigo {
    font: 700 1.75em/1.4 ui-monospace, monospace;
    letter-spacing: 0.15em;
  }
  .quadro {
    block-size: clamp(18em, 56cqi, 34em);
    border-radius: var(--_radius);
    overflow: hidden;
    background: #14181f;
  }
  .quadro > * {
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }
  .indice li {
    display: flex;
    gap: 0.75em;
    padding-block: 0.25em;
  }
  .posicao {
    flex: none;
    min-inline-size: 4em;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  pre {
    max-block-size: 30em;
    margin: 0;
    overflow: auto;
    padding: 1em;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    border: 1px solid var(--_line);
    background: var(--_bg);
    font: inherit;
  }
  @container (min-width: 56em) {
    .colunas {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
  @media (forced-colors: active) {
    .estado,
    .gravacao,
    .papel {
      border: 1px solid;
    }
  }
`;
