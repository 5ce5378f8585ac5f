import { css } from 'lit';

/** Look of what only this form has, after its first step was seen. */
export const ouvidoriaStyles = css`
  .consequencias {
    max-inline-size: var(--_measure);
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_line);
  }
  .consequencias > :where(:not(:first-child)) {
    margin-block-start: 0.5em;
  }
  .consequencias dt {
    font-weight: 600;
  }
  .promessas {
    max-inline-size: var(--_measure);
  }
  .promessas > div {
    padding-block-start: 0.5em;
  }
  .promessas h3 {
    font-size: 1em;
  }
`;
