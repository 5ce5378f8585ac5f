import { css } from 'lit';
import { receiptStyles } from '../_base/receipt.styles.ts';
import { vagasStyles } from '../_base/vagas.styles.ts';
import { campos } from './antes.styles.ts';

/** Look of what is done when it cannot be now. */
export const reservaStyles = css`
  ${receiptStyles}
  ${vagasStyles}
  ${campos}
  .nao-agora {
    container-type: inline-size;
  }
  .nao-agora fieldset[disabled] :is(input, select, textarea) {
    opacity: 0.65;
  }
  .nao-agora .contador.passou {
    color: var(--_danger);
    font-weight: 600;
  }
  .nao-agora .dentro {
    margin-inline-start: 0.5em;
  }
  .nao-agora .itens {
    gap: 1.5em;
  }
  .nao-agora .grupo .itens {
    gap: 1em;
  }
  .nao-agora .subtitulo {
    margin: 0;
  }
  .nao-agora .vagas {
    max-inline-size: none;
  }
  .nao-agora .recibo .prazo h3,
  .nao-agora .recibo h3 {
    margin: 0;
  }
  .nao-agora details > summary {
    min-block-size: 2.75em;
    padding-block: 0.625em;
  }
  .nao-agora .marcado {
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    padding: 1em;
  }
  .nao-agora .marcado dt {
    color: var(--_muted);
    font-weight: 600;
  }
  .nao-agora .marcado dd {
    font-size: 1.125em;
    font-weight: 600;
  }
  .nao-agora .marcado dd + dt {
    margin-block-start: 0.75em;
  }
  .nao-agora .marcado dd::first-letter {
    text-transform: uppercase;
  }
  .nao-agora .marcado .discreto {
    font-weight: 400;
  }
`;
