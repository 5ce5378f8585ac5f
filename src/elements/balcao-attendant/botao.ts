import { html, nothing, type TemplateResult } from 'lit';
import { teclaDe } from './atalhos.ts';

export interface Botao {
  /** Id, by which a shortcut finds it. */
  id: string;
  texto: unknown;
  fazer(): void;
  /** It may not be pressed now: it stays in the order of the keyboard, and says so. */
  desligado?: boolean;
  /** Why not, for who hears the page. */
  porque?: string | undefined;
  classe?: string;
  /** Whether shortcuts are on, and shown. */
  atalhos: boolean;
  expandido?: boolean;
}

/** A button of the desk, with the key that presses it. */
export function botao({ id, texto, fazer, desligado = false, porque, classe = '', atalhos, expandido }: Botao): TemplateResult {
  const tecla = atalhos ? teclaDe(id) : undefined;
  return html`<button
      type="button"
      id=${id}
      class=${classe}
      aria-disabled=${desligado ? 'true' : nothing}
      aria-describedby=${desligado && porque ? `${id}-porque` : nothing}
      aria-expanded=${expandido === undefined ? nothing : expandido ? 'true' : 'false'}
      aria-keyshortcuts=${tecla ?? nothing}
      title=${desligado && porque ? porque : nothing}
      @click=${() => {
        if (!desligado) fazer();
      }}
    >
      ${texto}${tecla ? html`<kbd aria-hidden="true">${tecla}</kbd>` : nothing}</button
    >${desligado && porque ? html`<span class="oculto-visual" id="${id}-porque">${porque}</span>` : nothing}`;
}
