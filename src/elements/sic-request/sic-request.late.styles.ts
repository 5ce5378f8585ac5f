import { css } from 'lit';

/** Look of what comes later: the part of personal information, and hints of more than one paragraph. */
export const sicLateStyles = css`
  .secao {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 1.75em;
  }
  .secao > :where(:not(:first-child)) {
    margin-block-start: 1.5em;
  }
  .dica p + p {
    margin-block-start: 0.5em;
  }
`;
