/** The ready themes on a court's page, under a strict policy: one line after the script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ler, valoresDe } from '../../scripts/lib/tema/contraste.ts';
import { DIST, expect, test } from './site.ts';

const SCRIPT = '<script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="/tribunal.json"></script>';
const rgb = (hex: string): string => {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  return `rgb(${[0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)).join(', ')})`;
};

for (const nome of ['govbr', 'neutro']) {
  test(`the theme ${nome} colours an element in every look, and the visitor's choice of dark`, async ({ page, site, problems }) => {
    const { tema } = ler(readFileSync(join(DIST, `temas/${nome}.css`), 'utf8'));
    const looks = ['light', 'dark', 'auto', 'contrast'] as const;
    site.page('/', `${SCRIPT}<link rel="stylesheet" href="/atrio/0.1.0/temas/${nome}.css">`, looks.map((look) => `<ouvidoria-form id="${look}" theme="${look}"></ouvidoria-form>`).join(''));
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(site.url);
    for (const look of looks) {
      const valores = valoresDe(tema, look === 'auto' ? 'dark' : look);
      const panel = page.locator(`#${look} .painel`).first();
      await expect(panel).toHaveCSS('background-color', rgb(valores['--atrio-color-background']!));
      await expect(panel).toHaveCSS('border-radius', nome === 'neutro' ? '6px' : '4px');
      await expect(page.locator(`#${look} a`).first()).toHaveCSS('color', rgb(valores['--atrio-color-primary']!));
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(page.locator('#auto a').first()).toHaveCSS('color', rgb(tema.light['--atrio-color-primary']!));
    expect(site.requests.filter((path) => /\.(?:css|woff2?|ttf)/.test(path))).toEqual([`/atrio/0.1.0/temas/${nome}.css`]);
    expect(problems).toEqual([]);
  });
}
