import { css } from 'lit';

export const styles = css`
  .limites {
    font-size: 0.9375em;
  }
  .outros-canais {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 1em;
  }
  .com-erro .caixa .opcao {
    border-color: var(--_field-line);
  }
`;
