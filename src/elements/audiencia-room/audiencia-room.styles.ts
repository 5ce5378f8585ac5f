import { css } from 'lit';

/** A hearing: calm and large, one thing to do at a time. */
export const styles = css`
  /* Where the width comes from what is inside (a flexible row, a float, a table), a container has none: this one gives up to so much, and no least. */
  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, 52em);
  }
  .painel {
    container-type: inline-size;
  }
  .audiencia > :where(:not(:first-child)),
  .tela > :where(:not(:first-child)),
  .palco > :where(:not(:first-child)) {
    margin-block-start: 1.25em;
  }
  .sobretitulo {
    color: var(--_primary);
    font-size: 0.875em;
    font-weight: 600;
  }
  .titulo {
    font-size: 1.5em;
    line-height: 1.2;
    margin: 0;
  }
  .subtitulo {
    font-size: 1.25em;
    margin: 0;
  }
  .menor {
    font-size: 1.0625em;
    margin: 0 0 0.5em;
  }
  :is(.titulo, .subtitulo):focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 4px;
  }
  .grande {
    font-size: 1.0625em;
    min-block-size: 3.25em;
  }
  button.perigo {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .dados {
    border-block: 1px solid var(--_line);
  }
  .dados > div {
    padding-block: 0.75em;
  }
  .dados > div + div {
    border-block-start: 1px solid var(--_line);
  }
  dt {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  dd > :where(:not(:first-child)) {
    margin-block-start: 0.25em;
  }
  dd strong {
    font-size: 1.125em;
  }
  .numero {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .quem {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
  }
  .quem li {
    padding: 0.125em 0.75em;
    border: 1px solid var(--_line);
    border-radius: 1em;
    background: var(--_bg-alt);
  }
  .preparar ul {
    list-style: disc;
    padding-inline-start: 1.25em;
  }
  .preparar li + li {
    margin-block-start: 0.25em;
  }
  .espera {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.75em;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .ponto {
    flex: none;
    inline-size: 0.875em;
    block-size: 0.875em;
    margin-block-start: 0.4em;
    border-radius: 50%;
    border: 3px solid var(--_primary);
  }
  .espera > .ponto {
    border-block-start-color: transparent;
    animation: gira 1.2s linear infinite;
  }
  @keyframes gira {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .espera > .ponto {
      animation: none;
    }
  }
  .reservadas > :where(:not(:first-child)) {
    margin-block-start: 0.75em;
  }
  .reservadas .aviso {
    --_sign: var(--_success);
    background: var(--_success-bg);
  }
  .faixa {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
  }
  .gravacao {
    display: flex;
    gap: 0.5em;
    align-items: center;
    padding: 0.25em 0.75em;
    border: 1px solid var(--_line);
    border-radius: 1em;
    font-weight: 600;
  }
  .gravacao .ponto {
    margin: 0;
    border-color: var(--_field-line);
  }
  .gravacao.ligada {
    color: var(--_danger);
    background: var(--_danger-bg);
    border-color: var(--_danger);
  }
  .gravacao.ligada .ponto {
    border-color: var(--_danger);
    background: var(--_danger);
  }
  .faixa.reservada .gravacao {
    color: var(--_success);
    background: var(--_success-bg);
    border-color: var(--_success);
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
  .quadro,
  .quadro > * {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }
  .sobre {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    padding: 1em;
    color: #fff;
    text-align: center;
    pointer-events: none;
  }
  .acoes > * {
    flex: 1 1 auto;
  }
  @container (min-width: 32em) {
    .acoes > * {
      flex: none;
    }
    .dados > div {
      display: grid;
      grid-template-columns: 9em minmax(0, 1fr);
      gap: 1em;
    }
    .sala {
      aspect-ratio: 16 / 9;
    }
  }
  @media (forced-colors: active) {
    .espera,
    .quem li,
    .gravacao {
      border: 1px solid;
    }
    .gravacao.ligada .ponto {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
  @media print {
    .palco {
      display: none;
    }
  }
`;
