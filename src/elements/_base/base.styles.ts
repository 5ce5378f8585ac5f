import { css } from 'lit';
import { tokens } from './tokens.styles.ts';

/** What every element shares: host, type, links, buttons, panels, notices, focus, print. */
export const base = css`
  ${tokens}
  :host {
    display: block;
    box-sizing: border-box;
    font: max(1em, 16px) / 1.5 var(--_font);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  /* One weight beside the text's own: a browser makes the letters of each size and weight anew, which a cheap phone feels. */
  h2,
  h3,
  h4 {
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }
  th,
  strong {
    font-weight: 600;
  }
  h2 {
    font-size: 1.375em;
  }
  h3 {
    font-size: 1.125em;
  }
  a {
    color: var(--_primary);
    text-underline-offset: 0.15em;
  }
  a:hover {
    color: var(--_primary-strong);
    text-decoration-thickness: 0.15em;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  /*
   * What a page sets on everything it has, or around the element, ends here; the letters' family and the space between them stay as the page or the reader set
   * them. Here and not at the host: the page's own content, shown until the data comes, keeps what is the page's.
   */
  .painel,
  .aviso,
  nav,
  dialog {
    color: var(--_text);
    color-scheme: var(--_scheme);
    font: max(1em, 16px) / 1.5 var(--_font);
    font-family: inherit;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    overflow-wrap: break-word;
    direction: ltr;
    cursor: auto;
    -webkit-user-select: text;
  }
  .painel {
    background: var(--_bg);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: clamp(1em, 4vw, 1.5em);
  }
  .pilha > :where(:not(:first-child)) {
    margin-block-start: 1em;
  }
  .pilha-s > :where(:not(:first-child)) {
    margin-block-start: 0.5em;
  }
  .discreto {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .acoes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
  }
  button,
  .botao {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 3em;
    padding: 0.5em 1.5em;
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    border: 2px solid var(--_primary);
    border-radius: var(--atrio-radius-button, 1.5em);
    background: var(--_bg);
    color: var(--_primary);
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover,
  .botao:hover {
    background: var(--_tint);
    color: var(--_primary-strong);
    border-color: var(--_primary-strong);
  }
  button.primario,
  .botao.primario {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  button.primario:hover,
  .botao.primario:hover {
    background: var(--_primary-strong);
    color: var(--_on-primary);
  }
  button.texto {
    border-color: transparent;
    background: none;
    padding-inline: 0.5em;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: progress;
  }
  .aviso {
    --_sign: var(--_primary);
    display: flex;
    gap: 0.75em;
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    border-inline-start: 4px solid var(--_sign);
    background: var(--_tint);
  }
  .aviso > div {
    min-inline-size: 0;
    flex: 1;
  }
  .aviso > svg {
    margin-block-start: 0.125em;
    color: var(--_sign);
  }
  .aviso.sucesso {
    --_sign: var(--_success);
    background: var(--_success-bg);
  }
  .aviso.alerta {
    --_sign: var(--_warning);
    background: var(--_warning-bg);
  }
  .aviso.erro {
    --_sign: var(--_danger);
    background: var(--_danger-bg);
  }
  .oculto-visual {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .depuracao {
    margin-block-start: 1em;
  }
  @media (forced-colors: active) {
    svg {
      forced-color-adjust: auto;
    }
    .aviso,
    .painel {
      border: 1px solid;
    }
    button.primario,
    .botao.primario {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
      border-color: ButtonText;
      outline-color: Highlight;
    }
    button.primario:hover,
    .botao.primario:hover {
      background: Highlight;
      color: HighlightText;
      border-color: Highlight;
    }
  }
  @media print {
    .nao-imprimir,
    button {
      display: none !important;
    }
  }
`;
