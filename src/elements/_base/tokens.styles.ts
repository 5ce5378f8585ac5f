import { css } from 'lit';

/**
 * Design tokens. A court sets the public ones (`--atrio-…`) on the page or on the element; the private ones (`--_…`) give each
 * its default, so that nothing here has to be imported or overridden by hand. Lengths are in `em` of the host, which is never
 * smaller than 16 px: a page that shrinks its root font (62.5 %) does not shrink the kit. The other themes are in `themes.styles.ts`.
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
  /* What the person asked of the device, or of paper, wins over the page and over the theme, which comes after these styles. */
  @media (prefers-contrast: more) {
    :host(:not(#_)) {
      --_muted: var(--_text);
      --_line: var(--_text);
      --_field-line: var(--_text);
    }
  }
  @media print {
    :host(:not(#_)) {
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
