import { css } from 'lit';

/** Look of the choice of a slot. */
export const vagasStyles = css`
  .vagas > :where(:not(:first-child)) {
    margin-block-start: 1em;
  }
  .vagas .dia > :where(:not(:first-child)) {
    margin-block-start: 0.5em;
  }
  .vagas .dia-nome {
    font-weight: 600;
  }
  .vagas .dia-nome::first-letter {
    text-transform: uppercase;
  }
  .vagas .horas {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(5.5em, 1fr));
    gap: 0.5em;
  }
  .vagas .dois-relogios {
    grid-template-columns: repeat(auto-fill, minmax(8.5em, 1fr));
  }
  .vagas .vaga {
    position: relative;
    min-inline-size: 0;
  }
  .vagas .vaga input {
    position: absolute;
    inset: 0;
    z-index: 1;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .vagas .vaga label {
    display: grid;
    place-content: center;
    min-block-size: 3em;
    padding: 0.375em 0.5em;
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_bg);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
  }
  .vagas .vaga label span {
    color: inherit;
    font-weight: inherit;
  }
  .vagas .vaga label .seu {
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 400;
  }
  .vagas .vaga input:hover + label {
    border-color: var(--_primary);
    background: var(--_bg-alt);
  }
  .vagas .vaga input:checked + label {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .vagas .vaga input:checked + label .seu {
    color: inherit;
  }
  .vagas .vaga input:focus-visible + label {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .vagas.com-erro .vaga label {
    border-color: var(--_danger);
  }
  @media (forced-colors: active) {
    .vagas .vaga input:checked + label {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
      border-color: Highlight;
    }
  }
`;
