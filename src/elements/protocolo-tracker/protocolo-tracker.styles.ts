import { css } from 'lit';
import { prazoStyles } from '../_base/prazo.styles.ts';

export const styles = css`
  ${prazoStyles}
  .painel > :where(:not(:first-child)),
  form > :where(:not(:first-child)) {
    margin-block-start: 1.5em;
  }
  label {
    display: block;
    font-weight: 600;
    line-height: 1.35;
  }
  .dica {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .painel > form input {
    display: block;
    inline-size: 100%;
    max-inline-size: 22em;
    min-block-size: 3em;
    margin-block-start: 0.5em;
    padding: 0.625em 0.75em;
    font: inherit;
    letter-spacing: 0.04em;
    color: var(--_text);
    background: var(--_bg);
    border: 1px solid var(--_field-line);
    border-radius: 4px;
  }
  .painel > form input:focus-visible {
    outline-offset: 0;
  }
  .com-erro {
    border-inline-start: 4px solid var(--_danger);
    padding-inline-start: 1em;
  }
  .painel .com-erro > input {
    border: 2px solid var(--_danger);
  }
  .erro-campo {
    display: flex;
    gap: 0.375em;
    color: var(--_danger);
    font-weight: 600;
    margin-block-start: 0.25em;
  }
  .erro-campo > svg {
    margin-block-start: 0.125em;
  }
  .caso h2 {
    overflow-wrap: anywhere;
  }
  .estado {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.875em 1em;
  }
  .estado strong {
    display: block;
    font-size: 1.25em;
    line-height: 1.3;
    color: var(--_primary-strong);
  }
  .historico {
    margin-block-start: 0.75em;
  }
  .historico > li {
    position: relative;
    padding: 0 0 1.25em 1.75em;
  }
  .historico > li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.375em;
    inline-size: 0.75em;
    block-size: 0.75em;
    border: 2px solid var(--_primary);
    border-radius: 50%;
    background: var(--_bg);
  }
  .historico > li:first-child::before {
    background: var(--_primary);
  }
  .historico > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(0.375em + 1px);
    inset-block: 1.375em 0;
    border-inline-start: 2px solid var(--_line);
  }
  .texto-evento {
    white-space: pre-wrap;
  }
  @media print {
    .historico > li {
      break-inside: avoid;
    }
  }
`;
