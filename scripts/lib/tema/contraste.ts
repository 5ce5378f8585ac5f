/**
 * Contrast of a theme: which colours the kit lays on which, and how far apart they have to be (WCAG 2.2, 1.4.3 and 1.4.11).
 * Runs in Node and in the browser.
 */
import { ESQUEMAS, PADROES, PROPRIEDADES, type Esquema, type Valores } from './propriedades.ts';

export interface Par {
  /** Names without `--atrio-color-`. */
  frente: string;
  fundo: string;
  /** 4.5 for text, 3 for what only has to be seen. */
  minimo: 4.5 | 3;
  onde: string;
}

const FUNDOS = ['background', 'background-alt', 'tint', 'success-background', 'warning-background', 'danger-background'];
const sobre = (frente: string, fundos: readonly string[], minimo: Par['minimo'], onde: string): Par[] =>
  fundos.map((fundo) => ({ frente, fundo, minimo, onde }));

/** Every pair that the kit's styles put together. */
export const PARES: readonly Par[] = [
  ...sobre('text', FUNDOS, 4.5, 'texto'),
  ...sobre('background', ['text'], 4.5, 'texto sobre a cor do texto: o botão de sair depressa'),
  ...sobre('muted', FUNDOS, 4.5, 'texto de apoio'),
  ...sobre('primary', FUNDOS, 4.5, 'links e botões'),
  ...sobre('primary-strong', FUNDOS, 4.5, 'links e botões sob o ponteiro'),
  ...sobre('on-primary', ['primary', 'primary-strong'], 4.5, 'texto do botão principal'),
  ...sobre('success', ['background', 'background-alt', 'success-background'], 4.5, 'aberto, enviado'),
  ...sobre('warning', ['background', 'background-alt', 'warning-background'], 4.5, 'atenção'),
  ...sobre('danger', ['background', 'background-alt', 'danger-background'], 4.5, 'erro'),
  ...sobre('field-line', ['background', 'background-alt', 'tint'], 3, 'borda dos campos'),
  ...sobre('focus', FUNDOS, 3, 'contorno do foco'),
];

type Rgb = readonly [number, number, number];

/** Colours by name that themes do use. */
const NOMES: Readonly<Record<string, string>> = { black: '#000', white: '#fff' };

/** `#rgb`, `#rrggbb`, `rgb()`, `hsl()`, `black` and `white`; null for what cannot be told here. */
export function rgb(value: string): Rgb | null {
  const text = NOMES[value.trim().toLowerCase()] ?? value.trim().toLowerCase();
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/.exec(text)?.[1];
  if (hex) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb;
  }
  const [, kind, inner = ''] = /^(rgb|hsl)a?\(([^)]*)\)$/.exec(text) ?? [];
  const parts = inner.replace(/\s*\/\s*(1|100%)$/, '').split(/[\s,]+/).filter(Boolean);
  const numbers = parts.map((part) => parseFloat(part));
  const [a, b, c] = numbers;
  if (a === undefined || b === undefined || c === undefined || numbers.length !== 3 || numbers.some(Number.isNaN)) return null;
  if (kind === 'rgb') return parts.map((part, i) => (part.endsWith('%') ? numbers[i]! * 2.55 : numbers[i]!)) as unknown as Rgb;
  const chroma = (b / 100) * Math.min(c / 100, 1 - c / 100);
  const channel = (n: number): number => {
    const k = (n + a / 30) % 12;
    return 255 * (c / 100 - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

/** Relative luminance, 0 to 1. */
function luminance(color: Rgb): number {
  const [r, g, b] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of WCAG, 1 to 21. */
export function contraste(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export interface Medida extends Par {
  esquema: Esquema;
  /** The two values. */
  cores: readonly [string, string];
  /** Rounded down to two places, as nobody may be rounded up to a pass. Null when a colour cannot be told. */
  razao: number | null;
  passa: boolean;
}

const nome = (curto: string): string => `--atrio-color-${curto}`;

/** A theme: what it says in each look. The high contrast ignores it. */
export type Tema = Readonly<Record<'light' | 'dark', Valores>>;

export const valoresDe = (tema: Tema, esquema: Esquema): Valores =>
  esquema === 'contrast' ? PADROES.contrast : { ...PADROES[esquema], ...tema[esquema] };

/** Every pair in every look. */
export function medir(tema: Tema, esquemas: readonly Esquema[] = ESQUEMAS): Medida[] {
  return esquemas.flatMap((esquema) => {
    const valores = valoresDe(tema, esquema);
    return PARES.map((par): Medida => {
      const cores = [valores[nome(par.frente)] ?? '', valores[nome(par.fundo)] ?? ''] as const;
      const [frente, fundo] = [rgb(cores[0]), rgb(cores[1])];
      const razao = frente && fundo ? Math.floor(contraste(frente, fundo) * 100) / 100 : null;
      return { ...par, esquema, cores, razao, passa: razao !== null && razao >= par.minimo };
    });
  });
}

/** A rule that sets properties of the kit. */
interface Regra {
  seletor: string;
  /** The `@media` around it. */
  media: string;
  valores: Record<string, string>;
}

/** The rules of a style sheet that set `--atrio-…`. Understands plain CSS with `@media` and `@layer`, not a preprocessor's. */
export function regras(css: string): Regra[] {
  const found: Regra[] = [];
  const visit = (text: string, media: string): void => {
    for (let at = 0; ; ) {
      const open = text.indexOf('{', at);
      if (open < 0) return;
      let depth = 1;
      let end = open + 1;
      for (; end < text.length && depth > 0; end += 1) depth += text[end] === '{' ? 1 : text[end] === '}' ? -1 : 0;
      const head = text.slice(text.lastIndexOf(';', open) > at ? text.lastIndexOf(';', open) + 1 : at, open).trim();
      const body = text.slice(open + 1, end - 1);
      if (head.startsWith('@')) visit(body, `${media} ${head}`.trim());
      else {
        const valores = Object.fromEntries(
          [...body.matchAll(/(--atrio-[\w-]+)\s*:\s*([^;}]+)/g)].map(([, name = '', value = '']) => [name, value.replace(/!important/, '').trim()]),
        );
        if (Object.keys(valores).length > 0) found.push({ seletor: head, media, valores });
      }
      at = end;
    }
  };
  visit(css.replace(/\/\*[\s\S]*?\*\//g, ''), '');
  return found;
}

export interface Leitura {
  tema: Tema;
  /** What `theme="auto"` becomes on a device that prefers the dark. */
  auto: Valores;
  /** Names that the kit does not know. */
  desconhecidas: string[];
}

const escuro = (text: string): boolean => /\btheme\s*=\s*['"]?dark/.test(text);
const automatico = (text: string): boolean => /\btheme\s*=\s*['"]?auto/.test(text);

/** Reads a court's style sheet: what is set without `[theme]` holds in every look but the high contrast. */
export function ler(css: string): Leitura {
  const light: Record<string, string> = {};
  const dark: Record<string, string> = {};
  const auto: Record<string, string> = {};
  for (const { seletor, media, valores } of regras(css)) {
    const night = /prefers-color-scheme:\s*dark/.test(media);
    if (/\bprint\b|forced-colors|theme\s*=\s*['"]?contrast/.test(`${media} ${seletor}`)) continue;
    if (escuro(seletor) || automatico(seletor)) {
      if (escuro(seletor) && !night) Object.assign(dark, valores);
      if (automatico(seletor) && night) Object.assign(auto, valores);
    } else if (night) Object.assign(auto, valores);
    else if (!/prefers-color-scheme/.test(media)) Object.assign(light, valores);
  }
  const known = new Set(PROPRIEDADES.map(({ nome: known_ }) => known_));
  const resolved = (values: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value.replace(/^var\((--[\w-]+)\)$/, (whole, other: string) => values[other] ?? whole)]),
    );
  const names = [light, dark, auto].flatMap((values) => Object.keys(values));
  return {
    tema: { light: resolved(light), dark: resolved({ ...light, ...dark }) },
    auto: resolved({ ...light, ...auto }),
    desconhecidas: [...new Set(names.filter((name) => !known.has(name)))],
  };
}
