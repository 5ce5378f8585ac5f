import { css } from 'lit';

/** Look of the questions that help to choose. */
export const triagemStyles = css`
  .triagem-corpo {
    max-inline-size: var(--_measure);
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_bg-alt);
  }
  .triagem-corpo > :where(:not(:first-child)) {
    margin-block-start: 1em;
  }
  .triagem-corpo h3 {
    scroll-margin-block-start: 5em;
  }
  .triagem-opcoes {
    display: grid;
    gap: 0.5em;
  }
  .triagem-opcoes button {
    inline-size: 100%;
    justify-content: space-between;
    padding-inline: 1em;
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    color: var(--_text);
    font-weight: 400;
    text-align: start;
  }
  .triagem-opcoes button::after {
    content: '›' / '';
    color: var(--_primary);
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1;
  }
  .triagem-caminhos {
    display: grid;
    gap: 0.5em;
    justify-items: start;
    margin-block-start: 0.5em;
  }
  .triagem-caminhos a {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
    font-weight: 600;
    text-align: start;
  }
  .triagem-voltar {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
  }
`;
