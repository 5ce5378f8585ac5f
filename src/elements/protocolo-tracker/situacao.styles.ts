import { css } from 'lit';

/** Look of what happened to a case; joins the element's styles when it arrives. */
export const situacaoStyles = css`
  .atos > :where(:not(:first-child)) {
    margin-block-start: 0.75em;
  }
  .caso button.texto {
    margin-inline-start: -2px;
    padding-inline: 0;
    text-align: start;
  }
  .caso > section:not(.estado, .destaque, .prazo) {
    margin-block-start: 2em;
  }
  [data-foco] {
    scroll-margin-block-start: 1em;
  }
  .arquivos {
    white-space: normal;
  }
  .destaque {
    border: 1px solid var(--_primary);
    border-radius: var(--_radius);
    padding: 0.875em 1em;
  }
  .destaque + .destaque {
    border-color: var(--_line);
  }
  .citado {
    border-inline-start: 4px solid var(--_line);
    padding-inline-start: 0.875em;
  }
  .remedio {
    border-inline-start: 4px solid var(--_line);
    padding-inline-start: 1em;
  }
  .remedio summary,
  .dados > summary {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
    color: var(--_primary);
    font-weight: 600;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
`;
