import { css } from 'lit';

/** Look of the files of the field of attachments. */
export const attachmentsListStyles = css`
  .anexos-lista {
    display: grid;
    gap: 0.75em;
    list-style: none;
    padding: 0;
    margin-block: 0.75em 0;
  }
  .anexos-lista > li {
    display: grid;
    gap: 0.375em;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_bg);
  }
  .anexos-lista > .recusado {
    border-inline-start: 4px solid var(--_danger);
  }
  .anexo-nome {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .anexo-nome .discreto {
    font-weight: 400;
    white-space: nowrap;
  }
  .anexos progress,
  .anexos-espera progress {
    inline-size: 100%;
    block-size: 0.75em;
    accent-color: var(--_primary);
  }
  .anexo-acoes {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
`;
