import { css } from 'lit';
import { formLateStyles } from '../_base/form-late.styles.ts';
import { receiptStyles } from '../_base/receipt.styles.ts';
import { vagasStyles } from '../_base/vagas.styles.ts';
import { campos } from './antes.styles.ts';

/** Look of what is done when it cannot be now. */
export const reservaStyles = css`
  ${formLateStyles}
  ${receiptStyles}
  ${vagasStyles}
  ${campos}
  .reserva {
    container-type: inline-size;
  }
  .reserva fieldset[disabled] {
    opacity: 0.65;
  }
  .reserva .itens {
    gap: 1.5em;
  }
  .reserva .grupo .itens {
    gap: 1em;
  }
  .reserva .subtitulo {
    margin: 0;
  }
  .reserva .vagas {
    max-inline-size: none;
  }
  .reserva .prazo-dito {
    font-weight: 600;
  }
  .reserva .recibo .prazo h3,
  .reserva .recibo h3 {
    margin: 0;
  }
  .reserva details > summary {
    min-block-size: 2.75em;
    padding-block: 0.625em;
  }
  .reserva .marcado {
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    padding: 1em;
  }
  .reserva .marcado dt {
    color: var(--_muted);
    font-weight: 600;
  }
  .reserva .marcado dd {
    font-size: 1.125em;
    font-weight: 700;
  }
  .reserva .marcado dd + dt {
    margin-block-start: 0.75em;
  }
  .reserva .marcado dd::first-letter {
    text-transform: uppercase;
  }
  .reserva .marcado .discreto {
    font-weight: 400;
  }
`;
