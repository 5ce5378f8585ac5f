import { css } from 'lit';

const dark = css`
  --_primary: var(--atrio-color-primary, #8ab4ff);
  --_primary-strong: var(--atrio-color-primary-strong, #bcd3ff);
  --_on-primary: var(--atrio-color-on-primary, #071d41);
  --_tint: var(--atrio-color-tint, #122545);
  --_bg: var(--atrio-color-background, #10151d);
  --_bg-alt: var(--atrio-color-background-alt, #1a212c);
  --_text: var(--atrio-color-text, #f2f4f7);
  --_muted: var(--atrio-color-muted, #b4bcc8);
  --_line: var(--atrio-color-line, #3b4655);
  --_field-line: var(--atrio-color-field-line, #97a3b4);
  --_success: var(--atrio-color-success, #83d88f);
  --_success-bg: var(--atrio-color-success-background, #12301a);
  --_warning: var(--atrio-color-warning, #ffd166);
  --_warning-bg: var(--atrio-color-warning-background, #362a08);
  --_danger: var(--atrio-color-danger, #ff9d94);
  --_danger-bg: var(--atrio-color-danger-background, #3c1512);
  --_focus: var(--atrio-color-focus, #ffb366);
  --_scheme: dark;
`;

/** Tokens of the themes other than the light one: loaded by an element that has one of them, before it first shows. */
export const themes = css`
  :host([theme='dark']) {
    ${dark}
  }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      ${dark}
    }
  }
  :host([theme='contrast']) {
    --_primary: #ff0;
    --_primary-strong: #ff0;
    --_on-primary: #000;
    --_tint: #000;
    --_bg: #000;
    --_bg-alt: #000;
    --_text: #fff;
    --_muted: #fff;
    --_line: #fff;
    --_field-line: #fff;
    --_success: #0f0;
    --_success-bg: #000;
    --_warning: #ff0;
    --_warning-bg: #000;
    --_danger: #ff9d94;
    --_danger-bg: #000;
    --_focus: #0ff;
    --_scheme: dark;
  }
`;
