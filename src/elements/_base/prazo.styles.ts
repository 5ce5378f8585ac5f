import { css } from 'lit';

/** Look of a due date with its arithmetic. */
export const prazoStyles = css`
  .prazo {
    border-inline-start: 4px solid var(--_primary);
    background: var(--_tint);
    border-radius: var(--_radius);
    padding: 0.875em 1em 0.375em;
  }
  .prazo summary {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
    color: var(--_primary);
    font-weight: 600;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .conta {
    list-style: decimal;
    padding-inline-start: 1.5em;
    margin-block-end: 0.5em;
  }
  .conta li + li {
    margin-block-start: 0.375em;
  }
`;
