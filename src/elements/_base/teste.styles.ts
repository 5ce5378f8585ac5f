import { css } from 'lit';

/** Look of the test of the devices. */
export const styles = css`
  .teste > :where(:not(:first-child)) {
    margin-block-start: 1.25em;
  }
  .teste .passo {
    display: block;
    font-size: calc(15em / 22);
    font-weight: 400;
    color: var(--_muted);
    margin-block-end: 0.25em;
  }
  .teste video {
    display: block;
    inline-size: min(100%, 26em);
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: var(--_radius);
    background: #14181f;
    /* As in a mirror. */
    transform: scaleX(-1);
  }
  .teste meter {
    display: block;
    inline-size: min(100%, 26em);
    block-size: 2em;
  }
  .teste .escolha {
    max-inline-size: 26em;
  }
  .teste select {
    inline-size: 100%;
    min-block-size: 3em;
    margin-block-start: 0.375em;
    padding: 0.5em 0.75em;
    font: inherit;
    color: var(--_text);
    background: var(--_bg);
    border: 1px solid var(--_field-line);
    border-radius: 4px;
  }
  .teste .passos {
    list-style: decimal;
    padding-inline-start: 1.5em;
  }
  .teste .passos li + li {
    margin-block-start: 0.25em;
  }
  .teste .resultados > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  .teste .resultados > li > svg {
    color: var(--_muted);
  }
  .teste .resultados > .ok > svg {
    color: var(--_success);
  }
  .teste .resultados > .problema > svg {
    color: var(--_warning);
  }
  .teste .resultados p {
    flex: 1 1 12em;
  }
  .teste .resultados button {
    padding-inline: 0;
  }
  .teste .acoes > button.texto {
    flex: 0 1 auto;
  }
`;
