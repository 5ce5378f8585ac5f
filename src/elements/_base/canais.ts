import { html, nothing, svg, type TemplateResult } from 'lit';
import type { CanalView } from '../../domain/channels/channels.ts';
import type { canais as texts } from '../../i18n/pt-br/canais.ts';
import type { Translate } from '../../i18n/translate.ts';

type Tipo = CanalView['tipo'];

const SHAPES: Record<Tipo, TemplateResult> = {
  telefone: svg`<path d="M6 3h4l1.5 5L9 9.5a12 12 0 0 0 5.5 5.5L16 12.5l5 1.5v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"/>`,
  whatsapp: svg`<path d="m3 21 1.5-5A9 9 0 1 1 8 19.5zM9 8.5c0 4 2.5 6.5 6.5 6.5"/>`,
  chat: svg`<path d="M4 4h16v12h-9l-5 4v-4H4zM8 8.5h8M8 12h5"/>`,
  email: svg`<path d="M3 5h18v14H3zM3 6l9 7 9-7"/>`,
  formulario: svg`<path d="M6 3h12v18H6zM9 8h6M9 12h6M9 16h3"/>`,
  presencial: svg`<path d="M12 21s-7-6.5-7-11.5a7 7 0 0 1 14 0C19 14.5 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>`,
  carta: svg`<path d="M4 8h16v12H4zM8 8V4h8v4M8 13h8"/>`,
};

const icon = (tipo: Tipo): TemplateResult => html`<svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES[tipo]}</svg>`;

export interface CanaisOptions {
  t: Translate<keyof typeof texts>;
  /** Whether the public hours are on; false makes the warning stand out. Null when nobody knows. */
  aberto: boolean | null;
}

const outside = (href: string): boolean => /^https?:/.test(href);

/**
 * What becomes of a message sent outside the hours, said before it is written (Portaria Conjunta TJRN 38/2021, art. 4, § 2). The words are
 * the same at every hour, so that nothing moves when the unit closes; outside the hours the warning stands out.
 */
function fate(canal: CanalView, { t, aberto }: CanaisOptions, keeping: readonly string[]): TemplateResult | typeof nothing {
  if (canal.guarda) return html`<p class="discreto">${t('canais.guarda')}</p>`;
  if (canal.guarda === null) return canal.tipo === 'telefone' ? html`<p class="discreto">${t('canais.horario')}</p>` : nothing;
  const instead = keeping.length > 0 ? ` ${t('canais.prefira', { canais: keeping.join(` ${t('canais.ou')} `) })}` : '';
  return html`<p class=${aberto === false ? 'discreto fora' : 'discreto'}>${t('canais.desconsidera')}${instead}</p>`;
}

function reach(canal: CanalView, { t }: CanaisOptions): TemplateResult {
  const text =
    canal.linhas.length > 0
      ? canal.linhas.length > 1
        ? canal.linhas.map((line) => html`<span>${line}</span>`)
        : canal.linhas[0]
      : t(canal.tipo === 'chat' ? 'canais.abrir-chat' : 'canais.abrir-formulario');
  if (!canal.href) return html`<p class="valor">${text}</p>`;
  return outside(canal.href)
    ? html`<p><a href=${canal.href} target="_blank" rel="noopener noreferrer">${text}<span class="oculto-visual"> (${t('canais.nova-aba')})</span></a></p>`
    : html`<p><a href=${canal.href}>${text}</a></p>`;
}

/**
 * List of channels. Needs `canaisStyles` and the strings of
 * `i18n/pt-br/canais.ts`.
 */
export function renderCanais(canais: readonly CanalView[], options: CanaisOptions): TemplateResult | typeof nothing {
  if (canais.length === 0) return nothing;
  const { t } = options;
  const name = ({ rotulo, tipo }: CanalView): string => rotulo ?? t(`canais.${tipo}`);
  const keeping = canais.filter(({ guarda }) => guarda).map((canal) => name(canal).toLocaleLowerCase('pt-BR').replaceAll('-', '\u2011'));
  return html`<ul class="canais" role="list" part="canais">
    ${canais.map(
      (canal) =>
        html`<li class="canal" data-tipo=${canal.tipo}>
          ${icon(canal.tipo)}
          <div>
            <p class="nome">${name(canal)}</p>
            ${fate(canal, options, keeping)}${reach(canal, options)}
            ${canal.observacao ? html`<p class="discreto">${canal.observacao}</p>` : nothing}
          </div>
        </li>`,
    )}
  </ul>`;
}
