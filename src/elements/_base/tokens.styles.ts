import { css } from 'lit';

/**
 * Design tokens. A court sets the public ones (`--atrio-…`) on the page or on the element; the private ones (`--_…`) give each
 * its default, so that nothing here has to be imported or overridden by hand. Lengths are in `em` of the host, which is never
 * smaller than 16 px: a page that shrinks its root font (62.5 %) does not shrink the kit.
 */
export const tokens = css`
  :host {
    --_scheme: light;
    --_primary: var(--atrio-color-primary, #1351b4);
    --_primary-strong: var(--atrio-color-primary-strong, #0c326f);
    --_on-primary: var(--atrio-color-on-primary, #fff);
    --_tint: var(--atrio-color-tint, #edf3fb);
    --_bg: var(--atrio-color-background, #fff);
    --_bg-alt: var(--atrio-color-background-alt, #f6f7f9);
    --_text: var(--atrio-color-text, #1b1b1b);
    --_muted: var(--atrio-color-muted, #555a60);
    --_line: var(--atrio-color-line, #c9ced6);
    --_field-line: var(--atrio-color-field-line, #6b7280);
    --_success: var(--atrio-color-success, #0f6b1c);
    --_success-bg: var(--atrio-color-success-background, #e3f5e1);
    --_warning: var(--atrio-color-warning, #7a4d00);
    --_warning-bg: var(--atrio-color-warning-background, #fff5d6);
    --_danger: var(--atrio-color-danger, #b3150a);
    --_danger-bg: var(--atrio-color-danger-background, #fdeceb);
    --_focus: var(--atrio-color-focus, #b34700);
    --_radius: var(--atrio-radius, 8px);
    --_font: var(--atrio-font-family, Rawline, 'Noto Sans', 'Segoe UI', Roboto, system-ui, sans-serif);
    --_measure: var(--atrio-measure, 42em);
  }
  :host([theme='dark']) {
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
  }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {
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
  /* What the person asked of the device, or of paper, wins over the page and over the theme. */
  @media (prefers-contrast: more) {
    :host,
    :host([theme]) {
      --_muted: var(--_text);
      --_line: var(--_text);
      --_field-line: var(--_text);
    }
  }
  @media print {
    :host,
    :host([theme]) {
      --_primary: #000;
      --_primary-strong: #000;
      --_on-primary: #fff;
      --_tint: #fff;
      --_bg: #fff;
      --_bg-alt: #fff;
      --_text: #000;
      --_muted: #000;
      --_line: #000;
      --_success: #000;
      --_success-bg: #fff;
      --_warning: #000;
      --_warning-bg: #fff;
      --_danger: #000;
      --_danger-bg: #fff;
      --_scheme: light;
    }
  }
`;
