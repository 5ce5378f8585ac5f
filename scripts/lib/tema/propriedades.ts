/**
 * The public properties of the kit's look, once for all: the table of docs/tema.md, the live previews of the catalogue, the checker of
 * a court's own theme and its tests all read this list. What each is by default is read from the styles themselves.
 * Runs in Node and in the browser.
 */
import { base } from '../../../src/elements/_base/base.styles.ts';
import { themes } from '../../../src/elements/_base/themes.styles.ts';
import { tokens } from '../../../src/elements/_base/tokens.styles.ts';

/** The looks an element can have; `auto` is one of the first two. */
export const ESQUEMAS = ['light', 'dark', 'contrast'] as const;
export type Esquema = (typeof ESQUEMAS)[number];

export type Tipo = 'cor' | 'letra' | 'medida';

export interface Propriedade {
  /** As a court writes it: `--atrio-color-primary`. */
  nome: string;
  tipo: Tipo;
  /** What it colours or measures, in plain words. */
  uso: string;
}

const cor = (nome: string, uso: string): Propriedade => ({ nome: `--atrio-color-${nome}`, tipo: 'cor', uso });

export const PROPRIEDADES: readonly Propriedade[] = [
  cor('primary', 'botões, links, destaques'),
  cor('primary-strong', 'o mesmo, sob o ponteiro'),
  cor('on-primary', 'texto sobre a cor principal'),
  cor('tint', 'fundo de avisos e destaques'),
  cor('background', 'fundo dos painéis, dos botões e dos campos'),
  cor('background-alt', 'fundo secundário'),
  cor('text', 'texto'),
  cor('muted', 'texto de apoio'),
  cor('line', 'linhas que separam'),
  cor('field-line', 'borda dos campos e das escolhas'),
  cor('success', 'aberto, enviado'),
  cor('success-background', 'fundo do mesmo'),
  cor('warning', 'atenção'),
  cor('warning-background', 'fundo do mesmo'),
  cor('danger', 'erro'),
  cor('danger-background', 'fundo do mesmo'),
  cor('focus', 'contorno do foco'),
  { nome: '--atrio-radius', tipo: 'medida', uso: 'cantos de painéis e avisos' },
  { nome: '--atrio-radius-button', tipo: 'medida', uso: 'cantos dos botões' },
  { nome: '--atrio-font-family', tipo: 'letra', uso: 'letra' },
  { nome: '--atrio-measure', tipo: 'medida', uso: 'largura máxima do texto' },
];

export type Valores = Readonly<Record<string, string>>;

/** The declarations of the first block that begins with `selector`, whatever is nested in it left out. */
function block(css: string, selector: string): string {
  const start = css.indexOf(selector);
  return start < 0 ? '' : css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
}

/** `--_private: var(--public, default)` of a block, by public name; a value without a public name is a default that nothing overrides. */
function defaults(css: string, names: ReadonlyMap<string, string>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, own = '', value = ''] of css.matchAll(/(--_[\w-]+):\s*([^;]+);/g)) {
    const [, name = names.get(own), fallback = value] = /^var\((--atrio-[\w-]+),\s*(.+)\)$/s.exec(value.trim()) ?? [];
    if (name) found[name] = fallback.trim();
  }
  return found;
}

/** Private name to public name, as the light theme ties them. */
export const nomesPublicos: ReadonlyMap<string, string> = new Map(
  [...tokens.cssText.matchAll(/(--_[\w-]+):\s*var\((--atrio-[\w-]+)/g)].map(([, own = '', name = '']) => [own, name]),
);

/** What the shared styles take straight from the page. */
const direct = Object.fromEntries([...base.cssText.matchAll(/(?<!--_[\w-]+:\s*)var\((--atrio-[\w-]+),\s*([^()]+)\)/g)].map(([, name = '', value = '']) => [name, value.trim()]));
const light = { ...direct, ...defaults(block(tokens.cssText, ':host {'), nomesPublicos) };

/** What each property is when the court says nothing. */
export const PADROES: Readonly<Record<Esquema, Valores>> = {
  light,
  dark: { ...light, ...defaults(block(themes.cssText, "[theme='dark']"), nomesPublicos) },
  contrast: { ...light, ...defaults(block(themes.cssText, "[theme='contrast']"), nomesPublicos) },
};
