import { css } from 'lit';

export const styles = css`
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: 0.75em;
  }
  a {
    display: flex;
    gap: 0.75em;
    align-items: center;
    height: 100%;
    min-height: 4em;
    padding: 0.875em 1em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_bg);
    color: var(--_text);
    text-decoration: none;
  }
  a:hover {
    background: var(--_tint);
  }
  a:hover .nome,
  a:focus-visible .nome {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  svg {
    flex: none;
    width: 2em;
    height: 2em;
    fill: none;
    stroke: var(--_primary);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .nome {
    display: block;
    font-weight: 600;
    color: var(--_primary);
  }
  .dica {
    display: block;
    font-size: 0.9375em;
  }
  :host([formato='icones']) ul {
    display: flex;
    flex-wrap: wrap;
  }
  :host([formato='icones']) li {
    flex: 1 1 7.5em;
    max-width: 12em;
  }
  :host([formato='icones']) a {
    flex-direction: column;
    justify-content: center;
    text-align: center;
    border-inline-start-width: 1px;
  }
  :host([formato='icones']) .dica {
    display: none;
  }
  @media print {
    svg {
      display: none;
    }
  }
`;
