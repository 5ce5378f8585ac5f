import { css } from 'lit';

/** The two dates of the period: one below the other, side by side from 480 px on. */
export const sicStyles = css`
  .lado-a-lado {
    display: grid;
    gap: 1.25em 1.5em;
    align-items: start;
    margin-block-start: 0.75em;
  }
  @container (min-width: 30em) {
    .lado-a-lado {
      grid-template-columns: repeat(2, minmax(0, 14em));
    }
  }
`;
