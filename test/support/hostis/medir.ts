/** What is measured of the kit in a page: every box inside of an element, in pixels and computed styles. */
import type { Page } from '@playwright/test';

/** Elements of the kit, as a court pastes them. */
export const TAGS = ['balcao-virtual', 'balcao-directory', 'ouvidoria-form', 'sic-request', 'protocolo-tracker', 'ouvidoria-stats', 'cidadania-links'] as const;

/** What must not come from the page. The family of the letters, and the space between them, are the page's and the reader's to choose. */
export const STYLES = [
  'fontSize',
  'lineHeight',
  'fontWeight',
  'fontStyle',
  'fontVariantCaps',
  'textTransform',
  'textIndent',
  'textAlign',
  'textShadow',
  'whiteSpace',
  'wordBreak',
  'direction',
  'color',
  'backgroundColor',
  'borderTopWidth',
  'cursor',
  'userSelect',
  'visibility',
] as const;

export interface Caixa {
  /** From the element, from the side where reading begins. */
  x: number;
  y: number;
  largura: number;
  altura: number;
  estilo: Record<string, string>;
}

/** Boxes by where they are: `ouvidoria-form section:0 button:1`. */
export type Medida = Record<string, Caixa>;

/** Measures every box inside of the elements that match. */
export const medir = (page: Page, seletor: string = TAGS.join()): Promise<Medida> =>
  page.evaluate(
    ([selector, names]) => {
      const found: Medida = {};
      const round = (n: number): number => Math.round(n * 10) / 10;
      const walk = (parent: ParentNode, path: string, origin: DOMRect): void => {
        [...parent.children].forEach((child, index) => {
          if (child.matches('slot, style, script') || child.closest('svg') !== (child.localName === 'svg' ? child : null)) return;
          const here = `${path} ${child.localName}${child.id ? `#${child.id}` : ''}:${index}`;
          const box = child.getBoundingClientRect();
          if (child.checkVisibility({ visibilityProperty: false }) && box.width > 0) {
            const computed = getComputedStyle(child) as unknown as Record<string, string>;
            found[here] = {
              x: round(box.x - origin.x),
              y: round(box.y - origin.y),
              largura: round(box.width),
              altura: round(box.height),
              estilo: Object.fromEntries(names.map((name) => [name, computed[name] ?? ''])),
            };
          }
          walk(child, here, origin);
        });
      };
      document.querySelectorAll(selector).forEach((host, index) => {
        const first = host.shadowRoot?.querySelector(':host > :not(slot)') ?? host;
        walk(host.shadowRoot ?? host, `${host.localName}/${index}`, first.getBoundingClientRect());
      });
      return found;
    },
    [seletor, STYLES] as const,
  );

/** What differs between a plain page and another: nothing, when the kit is left alone. Lengths within `folga` pixels. */
export function diferencas(calma: Medida, outra: Medida, folga = 2): string[] {
  const told: string[] = [];
  for (const [onde, a] of Object.entries(calma)) {
    const b = outra[onde];
    if (!b) {
      told.push(`${onde}: not shown`);
      continue;
    }
    for (const lado of ['x', 'y', 'largura', 'altura'] as const) {
      if (Math.abs(a[lado] - b[lado]) > folga) told.push(`${onde}: ${lado} ${a[lado]} -> ${b[lado]}`);
    }
    for (const [nome, valor] of Object.entries(a.estilo)) {
      if (b.estilo[nome] !== valor) told.push(`${onde}: ${nome} ${valor} -> ${b.estilo[nome]}`);
    }
  }
  for (const onde of Object.keys(outra)) if (!calma[onde]) told.push(`${onde}: shown out of nowhere`);
  return told;
}
