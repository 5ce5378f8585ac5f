import { css } from 'lit';

/** Look of the quick exit: in reach while the form scrolls. */
export const quickExitStyles = css`
  .saida {
    --_gap: clamp(1em, 4vw, 1.5em);
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 0.5em 1em;
    margin: calc(-1 * var(--_gap)) calc(-1 * var(--_gap)) 0;
    padding: 0.5em var(--_gap);
    color: var(--_text);
    background: var(--_bg);
    border-block-end: 1px solid var(--_line);
    border-radius: var(--_radius) var(--_radius) 0 0;
  }
  .saida p {
    font-size: 0.9375em;
    line-height: 1.3;
  }
  .saida .botao {
    flex: none;
    background: var(--_text);
    border-color: var(--_text);
    color: var(--_bg);
  }
  /* What takes the focus is not hidden behind it. */
  .saida ~ * :is(h2, h3, .campo, .resumo-erros, input, select, textarea, button, a, summary) {
    scroll-margin-block-start: 5em;
  }
  @media (forced-colors: active) {
    .saida .botao {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
      border-color: ButtonText;
    }
  }
  @media print {
    .saida {
      display: none;
    }
  }
`;
