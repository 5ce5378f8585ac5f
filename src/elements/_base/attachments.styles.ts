import { css } from 'lit';

/** Look of the field of attachments; joins the element's styles when it is first shown. */
export const attachmentsStyles = css`
  .anexos > :where(:not(:first-child)) {
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
  .anexos .erro:not(.aviso),
  .anexos-espera .erro:not(.aviso) {
    display: flex;
    gap: 0.375em;
    margin-block-end: 0;
    color: var(--_danger);
    font-weight: 600;
  }
`;
