/** Colours of a court: which text can be read on them, and the shades that go with them. Contrast as WCAG 2.2 counts it. */

type Rgb = readonly [number, number, number];

const rgb = (cor: string): Rgb => [1, 3, 5].map((at) => parseInt(cor.slice(at, at + 2), 16)) as unknown as Rgb;
const hex = (cor: Rgb): string => `#${cor.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** A colour part of the way to another: 0 is the first, 1 the second. */
export const misturar = (cor: string, outra: string, parte: number): string => {
  const to = rgb(outra);
  return hex(rgb(cor).map((value, place) => value + (to[place]! - value) * parte) as unknown as Rgb);
};

/** A colour nearer to black. */
export const escurecer = (cor: string, parte: number): string => misturar(cor, '#000000', parte);

const luz = (cor: string): number => {
  const [r, g, b] = rgb(cor).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast of two colours, from 1 to 21. */
export const contraste = (uma: string, outra: string): number => {
  const [a, b] = [luz(uma), luz(outra)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

/** White or black, whichever is read better on the colour. */
export const corDoTexto = (cor: string): '#ffffff' | '#000000' => (contraste(cor, '#ffffff') >= contraste(cor, '#000000') ? '#ffffff' : '#000000');

/** Least contrast of text (WCAG 2.2, 1.4.3). */
const MINIMO = 4.5;

/** A colour that is too light for links on white, made dark enough; null when it already is. */
export function legivel(cor: string): string | null {
  if (contraste(cor, '#ffffff') >= MINIMO) return null;
  for (let parte = 0.02; parte < 1; parte += 0.02) {
    const darker = escurecer(cor, parte);
    if (contraste(darker, '#ffffff') >= MINIMO) return darker;
  }
  return '#000000';
}
