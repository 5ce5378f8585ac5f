/** Words of Portuguese as a search sees them: without accents, endings and the small words that every text has. */

const COMMON = new Set(
  (
    'a o as os um uma uns umas de da do das dos em na no nas nos num numa por pela pelo pelas pelos para pra pro com sem sob sobre ate entre desde e ou mas nem que se ' +
    'como quando onde quem qual quais quanto quanta porque pois ja nao sim so mais menos muito muita muitos muitas bem mal ai la aqui isso isto aquilo este esta estes estas ' +
    'esse essa esses essas aquele aquela eu tu voce voces ele ela eles elas nos me te lhe meu minha meus minhas seu sua seus suas nosso nossa foi era ser sou sao estou esta ' +
    'estao estava tem tenho tinha ter ha fui ir vou vai faz fazer feito fica ficou pode posso preciso quero queria gostaria saber sobre tudo todo toda todos todas nada algum ' +
    'alguma alguem ninguem cada outro outra outros outras mesmo mesma depois antes hoje ontem dia dias vez vezes ainda tambem entao assim favor obrigado obrigada'
  ).split(' '),
);

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Plurals, from the most particular to the plain one. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(oes|aes|aos)$/, 'ao'],
  [/([aeou])is$/, '$1l'],
  [/ns$/, 'm'],
  [/(r|z)es$/, '$1'],
  [/s$/, ''],
];

/** A word without its plural and, where enough is left of it, without its last vowel: `audiências` and `audiência` are one. */
export function stem(word: string): string {
  const rule = word.length > 3 ? ENDINGS.find(([ending]) => ending.test(word)) : undefined;
  const singular = rule ? word.replace(rule[0], rule[1]) : word;
  return singular.length > 4 ? singular.replace(/[aeo]$/, '') : singular;
}

/** What a word is searched by, or null when every text has it. */
export function term(word: string): string | null {
  const folded = fold(word);
  return folded.length < 2 || COMMON.has(folded) ? null : stem(folded);
}

/** Different terms of a text, in their order. */
export const terms = (text: string): string[] => [
  ...new Set(
    text
      .split(/[^\p{L}\p{M}\d]+/u)
      .map(term)
      .filter((found): found is string => found !== null),
  ),
];
