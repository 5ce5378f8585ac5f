import { html, nothing, svg, type TemplateResult } from 'lit';

/** Tone of a notice. */
export type Tom = 'info' | 'sucesso' | 'alerta' | 'erro';

const SHAPES: Record<Tom, TemplateResult> = {
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 8h.01"/>`,
  sucesso: svg`<circle cx="12" cy="12" r="9"/><path d="m8 12 3 3 5-6"/>`,
  alerta: svg`<path d="M12 4 2.5 20h19zM12 10v4M12 17h.01"/>`,
  erro: svg`<circle cx="12" cy="12" r="9"/><path d="m9 9 6 6m0-6-6 6"/>`,
};

/** Icon of a tone, decorative: the words beside it carry the meaning. */
export const icon = (tom: Tom): TemplateResult => html`<svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES[tom]}</svg>`;

/**
 * A notice box. It is not a live region by itself: announcing is the task of the element's one status region.
 * @param tom tone
 * @param content title and text
 */
export const notice = (tom: Tom, content: { titulo?: unknown; texto?: unknown }): TemplateResult => html`
  <div class="aviso ${tom}" part="aviso">
    ${icon(tom)}
    <div class="pilha-s">
      ${content.titulo ? html`<p><strong>${content.titulo}</strong></p>` : nothing}
      ${typeof content.texto === 'string' ? html`<p>${content.texto}</p>` : (content.texto ?? nothing)}
    </div>
  </div>
`;
