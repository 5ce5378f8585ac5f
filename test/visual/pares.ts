/** Which colour of the theme lies on which, told by giving each one a colour of its own that nothing else has. */
import type { Page } from '@playwright/test';
import { PARES } from '../../scripts/lib/tema/contraste.ts';
import { PROPRIEDADES } from '../../scripts/lib/tema/propriedades.ts';

const CORES = PROPRIEDADES.filter(({ tipo }) => tipo === 'cor').map(({ nome }, index) => ({ nome, valor: `rgb(${index + 1}, 1, 254)` }));
const medidos = new Set(PARES.map(({ frente, fundo }) => `${frente} on ${fundo}`));

function encontrados(cores: readonly { nome: string; valor: string }[]): string[] {
  const sheet = new CSSStyleSheet();
  sheet.insertRule(`:root{${cores.map(({ nome, valor }) => `${nome}:${valor}`).join(';')}}`);
  document.adoptedStyleSheets.push(sheet);
  const token = (color: string): string | undefined => cores.find(({ valor }) => valor === color)?.nome.replace('--atrio-color-', '');
  const parent = (element: Element): Element | null => element.assignedSlot ?? element.parentElement ?? ((element.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;
  const behind = (element: Element | null): string | undefined => {
    for (let at = element; at; at = parent(at)) {
      const { backgroundColor } = getComputedStyle(at);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') return token(backgroundColor);
    }
    return undefined;
  };
  const found = new Set<string>();
  const note = (front: string, element: Element | null): void => {
    const [a, b] = [token(front), behind(element)];
    if (a && b) found.add(`${a} on ${b}`);
  };
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const style = getComputedStyle(element);
      if ([...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())) note(style.color, element);
      if (element.matches('input, select, textarea')) note(style.borderBlockStartColor, parent(element));
      if (style.outlineStyle !== 'none') note(style.outlineColor, parent(element));
    }
  };
  visit(document.querySelector('#storybook-root')!);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  return [...found];
}

/** The pairs of the story on show. */
export const pares = (page: Page): Promise<string[]> => page.evaluate(encontrados, CORES);

/** Those of them that the contrast of a theme does not measure. */
export const paresSemMedida = async (page: Page): Promise<string[]> => (await pares(page)).filter((pair) => !medidos.has(pair));
