import { html, type TemplateResult } from 'lit';

/** A heading of a given level, so that the element fits the outline of any page. It can take focus from script. */
export function heading(nivel: number, content: unknown, className = ''): TemplateResult {
  switch (Math.min(Math.max(Math.trunc(nivel) || 2, 1), 6)) {
    case 1:
      return html`<h1 class=${className} tabindex="-1">${content}</h1>`;
    case 3:
      return html`<h3 class=${className} tabindex="-1">${content}</h3>`;
    case 4:
      return html`<h4 class=${className} tabindex="-1">${content}</h4>`;
    case 5:
      return html`<h5 class=${className} tabindex="-1">${content}</h5>`;
    case 6:
      return html`<h6 class=${className} tabindex="-1">${content}</h6>`;
    default:
      return html`<h2 class=${className} tabindex="-1">${content}</h2>`;
  }
}
