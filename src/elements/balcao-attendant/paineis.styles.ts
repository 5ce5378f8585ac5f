import { css } from 'lit';

/** What is opened on the desk. */
export const paineisStyles = css`
  .formulario {
    padding: 0.75em 1em 1em;
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_bg-alt);
  }
  .formulario > :where(:not(:first-child)) {
    margin-block-start: 0.75em;
  }
  .formulario h4 {
    font-size: 1.0625em;
  }
  .formulario input:not([type='radio']),
  .formulario select,
  .formulario textarea {
    max-inline-size: 34em;
    margin-block-start: 0.25em;
    min-block-size: 44px;
  }
  .opcoes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
    margin-block-start: 0.25em;
  }
  .opcoes label,
  .chave {
    display: flex;
    gap: 0.625em;
    align-items: center;
    min-block-size: 44px;
    font-weight: 400;
  }
  .opcoes input,
  .chave input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--_primary);
  }
  .lado {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(7em, 1fr);
    gap: 0.75em;
    max-inline-size: 34em;
  }
  .erro-campo {
    color: var(--_danger);
    font-weight: 600;
  }
  dialog {
    inline-size: min(36em, calc(100vw - 2em));
    max-block-size: calc(100vh - 2em);
    padding: 1.25em;
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_bg);
    color: var(--_text);
    color-scheme: var(--_scheme);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  .ajuda > :where(:not(:first-child)) {
    margin-block-start: 0.75em;
  }
  .ajuda kbd {
    font-size: 0.875em;
  }
`;
