import { css } from 'lit';

export const styles = css`
  .painel > :where(:not(:first-child)) {
    margin-block-start: 1.5em;
  }
  .periodo {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    align-items: end;
  }
  label {
    display: block;
    font-weight: 600;
  }
  select {
    max-inline-size: 100%;
    min-block-size: 3em;
    padding: 0.5em;
    font: inherit;
    color: var(--_text);
    background: var(--_bg);
    border: 1px solid var(--_field-line);
    border-radius: 4px;
  }
  .erro-campo {
    flex-basis: 100%;
    color: var(--_danger);
    font-weight: 600;
  }
  .numeros {
    min-block-size: 40em;
  }
  .numeros[aria-busy='true'] strong {
    color: var(--_muted);
  }
  .numeros > :where(:not(:first-child)) {
    margin-block-start: 2em;
  }
  dl,
  .partes {
    display: grid;
    gap: 0.5em;
    grid-template-columns: repeat(auto-fill, minmax(min(8em, 100%), 1fr));
  }
  dl > div {
    min-block-size: 9em;
    padding: 0.75em 0.625em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  dl > .principal {
    background: var(--_tint);
  }
  dd strong {
    font-size: 1.75em;
    line-height: 1.3;
    color: var(--_primary-strong);
  }
  .omitido {
    font-size: 1em !important;
    font-weight: 400;
    font-style: italic;
    color: var(--_muted) !important;
  }
  dd .discreto {
    display: block;
  }
  .partes {
    gap: 2em;
    grid-template-columns: repeat(auto-fill, minmax(min(20em, 100%), 1fr));
    align-items: start;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    margin-block-start: 0.5em;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
  }
  th,
  td {
    padding: 0.375em 0.25em;
    border-block-end: 1px solid var(--_line);
    text-align: end;
    vertical-align: top;
  }
  th:first-child {
    text-align: start;
  }
  .partes td {
    white-space: nowrap;
  }
  tbody th {
    font-weight: 400;
  }
  svg.barra {
    display: block;
    inline-size: 100%;
    block-size: 0.625em;
    margin-block-start: 0.25em;
  }
  svg.meses {
    inline-size: 100%;
    block-size: 12em;
    margin-block-start: 0.5em;
    border-block-end: 1px solid var(--_text);
  }
  .meses,
  .legenda svg,
  .barra {
    fill: var(--_primary);
    stroke: none;
    stroke-width: 1;
  }
  path {
    vector-effect: non-scaling-stroke;
  }
  .fundo {
    fill: var(--_tint);
    stroke: var(--_primary);
  }
  .sem {
    fill: none;
    stroke: var(--_muted);
    stroke-dasharray: 3 3;
  }
  .eixo,
  .legenda {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25em 1em;
    font-size: 0.9375em;
  }
  .eixo {
    flex-wrap: nowrap;
  }
  .eixo > :last-child {
    text-align: end;
  }
  .legenda {
    justify-content: start;
  }
  section > :where(:not(:first-child)),
  .legenda {
    margin-block-start: 0.5em;
  }
  .legenda svg {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.125em;
  }
  summary {
    display: inline-block;
    padding-block: 0.625em;
    color: var(--_primary);
    text-decoration: underline;
    cursor: pointer;
  }
  @media (max-width: 30em) {
    details table {
      font-size: 0.875em;
      overflow-wrap: anywhere;
    }
    .partes td {
      white-space: normal;
    }
  }
  @media (forced-colors: active) {
    .meses,
    .legenda svg,
    .barra {
      fill: CanvasText;
    }
    .fundo {
      fill: Canvas;
      stroke: CanvasText;
    }
    .sem {
      stroke: GrayText;
    }
  }
  @media print {
    .numeros {
      min-block-size: 0;
    }
    svg {
      print-color-adjust: exact;
    }
    .fundo {
      fill: #fff;
    }
    section,
    tr,
    dl > div {
      break-inside: avoid;
    }
    summary {
      display: none;
    }
  }
`;
