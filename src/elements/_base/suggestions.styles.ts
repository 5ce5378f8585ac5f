import { css } from 'lit';

/** Look of the answers shown while a person writes. */
export const suggestionsStyles = css`
  .sugestoes {
    max-inline-size: var(--_measure);
    padding: 0.75em 1em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_bg-alt);
  }
  .sugestoes-titulo {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1em;
  }
  .sugestoes-titulo h3 {
    font-size: 1em;
  }
  .sugestoes li {
    border-block-start: 1px solid var(--_line);
  }
  .sugestoes li > a,
  .sugestoes summary {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    min-block-size: 2.75em;
    padding-block: 0.625em;
    font-weight: 600;
  }
  .sugestoes summary {
    inline-size: 100%;
    list-style: none;
  }
  .sugestoes summary::-webkit-details-marker {
    display: none;
  }
  .sugestoes summary::before {
    content: '+' / '';
    flex: none;
    inline-size: 0.75em;
    font-weight: 600;
  }
  .sugestoes details[open] > summary::before {
    content: '−' / '';
  }
  .sugestoes details > div {
    padding: 0 0 0.75em 1.25em;
    white-space: pre-line;
  }
`;
