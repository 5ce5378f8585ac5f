import { css } from 'lit';

/** Look of what is written in. A form whose first step has such fields puts this in its own styles; it joins the others later. */
export const fieldStyles = css`
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 3em;
    padding: 0.625em 0.75em;
    font: inherit;
    color: var(--_text);
    background: var(--_bg);
    border: 1px solid var(--_field-line);
    border-radius: 4px;
    color-scheme: inherit;
  }
  textarea {
    resize: vertical;
    field-sizing: content;
    min-block-size: 6em;
    max-block-size: 70vh;
  }
  textarea[rows='8'] {
    min-block-size: 13em;
  }
  .curta {
    max-inline-size: 12em;
  }
  input:hover,
  select:hover,
  textarea:hover {
    border-color: var(--_primary);
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
  }
  [aria-invalid='true']:is(input, select, textarea):not([type='checkbox']) {
    border: 2px solid var(--_danger);
  }
  .contador {
    color: var(--_muted);
    font-size: 0.9375em;
    margin-block-start: 0.375em;
  }
  .itens > :where(:not(:first-child)) {
    margin-block-start: 1.25em;
  }
`;
