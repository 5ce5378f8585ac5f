import { css } from 'lit';

/** Look of an act on a case; joins the element's styles when it arrives. */
export const atosStyles = css`
  .ato {
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    padding: 1em;
    scroll-margin-block-start: 1em;
  }
  .ato .forma > :where(:not(:first-child)) {
    margin-block-start: 1.25em;
  }
  .ato .conferir {
    white-space: pre-wrap;
    border-inline-start: 4px solid var(--_line);
    padding-inline-start: 0.875em;
    overflow-wrap: anywhere;
  }
  .ato textarea[rows='12'] {
    min-block-size: 18em;
  }
  .ato dt {
    font-weight: 600;
  }
  .ato dd + dt {
    margin-block-start: 0.5em;
  }
`;
