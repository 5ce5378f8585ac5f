import { css } from 'lit';

export const styles = css`
  .painel > :where(:not(:first-child)) {
    margin-block-start: 1.5em;
  }
  dl {
    display: grid;
    gap: 0.25em 1.5em;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), max-content));
  }
  dt {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  dd {
    font-weight: 600;
  }
  .player > :where(:not(:first-child)) {
    margin-block-start: 0.75em;
  }
  video,
  audio {
    display: block;
    inline-size: 100%;
  }
  video {
    aspect-ratio: 16 / 9;
    max-block-size: 75vh;
    background: var(--_bg-alt);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .fala {
    min-block-size: 4.5em;
    padding: 0.75em 1em;
    white-space: pre-line;
    background: var(--_bg-alt);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .comandos {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    align-items: center;
  }
  .comandos button {
    padding-inline: 1em;
    font-variant-numeric: tabular-nums;
  }
  label {
    font-weight: 600;
  }
  select,
  input:not([type='checkbox']) {
    min-block-size: 3em;
    max-inline-size: 100%;
    padding: 0.5em 0.75em;
    font: inherit;
    color: var(--_text);
    background: var(--_bg);
    border: 1px solid var(--_field-line);
    border-radius: 4px;
    color-scheme: inherit;
  }
  input[aria-invalid='true'] {
    border: 2px solid var(--_danger);
  }
  #chave {
    inline-size: 100%;
    max-inline-size: 20em;
    text-transform: uppercase;
  }
  #endereco {
    display: block;
    inline-size: 100%;
  }
  .marcar {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 3em;
    cursor: pointer;
  }
  .marcar input {
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_primary);
  }
  .erro-campo {
    display: flex;
    gap: 0.5em;
    color: var(--_danger);
    font-weight: 600;
  }
  .com-erro > :where(:not(:first-child)),
  form > div > :where(:not(:first-child)) {
    margin-block-start: 0.375em;
  }
  .indice ol {
    border-block: 1px solid var(--_line);
  }
  .indice li + li {
    border-block-start: 1px solid var(--_line);
  }
  button.marca {
    display: flex;
    justify-content: flex-start;
    gap: 1em;
    inline-size: 100%;
    padding: 0.5em 0.75em;
    font-weight: 400;
    text-align: start;
    color: var(--_text);
    border-color: transparent;
    border-radius: 0;
    border-inline-start: 4px solid transparent;
  }
  button.marca[aria-current] {
    font-weight: 600;
    background: var(--_tint);
    border-inline-start-color: var(--_primary);
  }
  .tempo {
    flex: none;
    min-inline-size: 4em;
    color: var(--_primary);
    font-variant-numeric: tabular-nums;
  }
  .guardar li > a,
  .lista li {
    display: inline-block;
    padding-block: 0.625em;
  }
  .lista li {
    display: block;
    padding-block: 1em;
    border-block-start: 1px solid var(--_line);
  }
  progress {
    inline-size: min(20em, 100%);
    block-size: 1em;
    accent-color: var(--_primary);
  }
  .resultado:empty {
    margin: 0;
  }
  code {
    overflow-wrap: anywhere;
  }
  #copia {
    display: block;
    inline-size: 100%;
    max-inline-size: 30em;
    margin-block: 0.25em;
  }
  @media (forced-colors: active) {
    button.marca[aria-current] {
      border: 2px solid Highlight;
    }
  }
`;
