import { css } from 'lit';
import { choiceStyles } from './choice.styles.ts';

/** Look of what comes after the first step; joins the element's styles when it arrives. */
export const formLateStyles = css`
  ${choiceStyles}
  /* Errors */
  .erro {
    overflow-wrap: anywhere;
  }
  .erro:not(.aviso) {
    display: flex;
    gap: 0.375em;
    color: var(--_danger);
    font-weight: 600;
    margin-block-end: 0.5em;
  }
  .erro:not(.aviso) > svg {
    margin-block-start: 0.125em;
  }
  .com-erro:not(.caixa):not(.dentro *) {
    border-inline-start: 4px solid var(--_danger);
    padding-inline-start: 1em;
  }
  /* Fields */
  select {
    appearance: none;
    padding-inline-end: 2.5em;
    background-image: linear-gradient(45deg, transparent 50%, var(--_primary) 50%), linear-gradient(-45deg, transparent 50%, var(--_primary) 50%);
    background-size: 7px 7px;
    background-position: calc(100% - 1.25em) 50%, calc(100% - 1.25em + 7px) 50%;
    background-repeat: no-repeat;
    text-overflow: ellipsis;
  }
  .media {
    max-inline-size: 20em;
  }
  .contador.passou {
    color: var(--_danger);
    font-weight: 600;
  }
  .dentro {
    margin-inline-start: 1.625em;
    margin-block-start: 0.75em;
    padding: 0 0 0.25em 1.25em;
    border-inline-start: 4px solid var(--_line);
  }
  @media (forced-colors: active) {
    select {
      appearance: auto;
      background-image: none;
    }
  }

  .resumo-erros:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .resumo-erros {
    scroll-margin-block-start: 1em;
  }
  .resumo-erros h3 {
    font-size: 1em;
  }
  .resumo-erros li a {
    display: inline-block;
    padding-block: 0.625em;
    color: var(--_danger);
    font-weight: 600;
  }

  /* Review */
  .revisao {
    border-block-start: 1px solid var(--_line);
  }
  .revisao > div {
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  .revisao dt {
    font-weight: 600;
  }
  .revisao dd {
    white-space: pre-wrap;
  }
  .revisao-titulo {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1em;
  }
  @container (min-width: 38em) {
    .revisao > div {
      display: grid;
      grid-template-columns: minmax(10em, 1fr) 2fr;
      gap: 1em;
    }
  }
  .com-erro .caixa:not(.com-erro) .opcao {
    border-color: var(--_field-line);
  }
  @container (max-width: 26em) {
    .dentro {
      margin-inline-start: 0;
      padding-inline-start: 1em;
    }
  }
`;
