import { css } from 'lit';

/** Look of an appointment; joins the element's styles when it arrives. */
export const agendamentoStyles = css`
  .hora {
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    padding: 1em;
  }
  .hora.passada {
    border-color: var(--_line);
  }
  .hora dl,
  .hora dd {
    margin: 0;
  }
  .hora dt {
    color: var(--_muted);
    font-weight: 600;
  }
  .hora dd + dt {
    margin-block-start: 0.75em;
  }
  .hora .dia {
    font-size: 1.1875em;
    font-weight: 600;
  }
  .hora .dia::first-letter {
    text-transform: uppercase;
  }
  .hora ol {
    margin-block-start: 0.5em;
    padding-inline-start: 1.5em;
    list-style: decimal;
  }
  .hora ol > :where(:not(:first-child)) {
    margin-block-start: 0.25em;
  }
  .hora.cancelada .dia {
    font-weight: 400;
    text-decoration: line-through;
  }
  .mudanca {
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    padding: 1em;
    scroll-margin-block-start: 1em;
  }
  .mudanca > :where(:not(:first-child)) {
    margin-block-start: 1em;
  }
  .caso [data-foco]:focus:not(:focus-visible) {
    outline: none;
  }
  .mudanca .vagas {
    max-inline-size: none;
  }
`;
