import { css } from 'lit';

/** The list of channels. */
export const canaisStyles = css`
  .canais {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20em, 100%), 1fr));
    gap: 0.75em;
  }
  .canal {
    display: flex;
    gap: 0.75em;
    padding: 0.875em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    min-inline-size: 0;
  }
  .canal > svg {
    color: var(--_primary);
    margin-block-start: 0.125em;
  }
  .canal > div {
    min-inline-size: 0;
  }
  .canal .nome {
    font-weight: 600;
  }
  .canal a,
  .canal .valor {
    overflow-wrap: anywhere;
  }
  .canal a {
    display: inline-block;
    padding-block: 0.25em;
  }
  .canal .valor > span {
    display: block;
  }
  .canal .fora {
    color: var(--_warning);
  }
`;
