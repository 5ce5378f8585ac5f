import { css } from 'lit';

/** Look of the field of attachments; joins the element's styles when it is first shown. */
export const attachmentsStyles = css`
  .anexos > * + * {
    margin-block-start: 0.75em;
  }
  .soltar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
    padding: 1em;
    border: 2px dashed var(--_field-line);
    border-radius: var(--_radius);
  }
  .soltar.sobre {
    border-style: solid;
    border-color: var(--_primary);
    background: var(--_tint);
  }
  .soltar .camera {
    display: none;
  }
  @media (pointer: coarse) {
    .soltar .camera {
      display: inline-flex;
    }
    .soltar .arrastar {
      display: none;
    }
  }
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
  .anexos .erro:not(.aviso),
  .anexos-espera .erro:not(.aviso) {
    display: flex;
    gap: 0.375em;
    margin-block-end: 0;
    color: var(--_danger);
    font-weight: 600;
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
