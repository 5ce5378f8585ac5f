/**
 * How an attendant is named to a citizen: first name, one surname and unit, and nothing else (Portaria Conjunta TJRN 38/2021, art. 4, § 3).
 *
 * Names come as an identity provider has them: social names, all in capitals, surname first after a comma, with a title or with the office in parentheses, or
 * an account instead of a name.
 */

/** Said of somebody whose name is not known. */
export const SEM_NOME = 'Atendente';

/** Longest word that is shown, in characters. */
const MAX_PALAVRA = 40;

const TITULO = /^(dr|dra|doutor|doutora|sr|sra|srta|senhor|senhora|prof|profa|exmo|exma|msc|bel|bela|des|juiz|juiza|juíza)\.?$/i;
const PARTICULA = /^(d[aeo]s?|di|du|del|della|van|von|der|e|y|la|le)$/i;
const AGNOME = /^(filho|filha|junior|júnior|jr|neto|neta|sobrinho|sobrinha|segundo|terceiro|i{2,3}|iv)\.?$/i;
/** Letters of any script, with what joins them within a name. */
const PALAVRA = /^\p{L}[\p{L}\p{M}'’.-]*$/u;

/** A letter as a capital. Of one that becomes two (`ß`, `ᾀ`) the second stays small, as in a title. */
const capital = (letter: string): string => {
  const [first = '', ...rest] = letter.toLocaleUpperCase('pt-BR');
  return first + rest.join('').toLocaleLowerCase('pt-BR');
};

const maiuscula = (word: string): string => {
  // "D'ÁVILA", "SOUZA-LIMA": each part begins with a capital.
  if (word !== word.toLocaleUpperCase('pt-BR') && word !== word.toLocaleLowerCase('pt-BR')) return word;
  return word.toLocaleLowerCase('pt-BR').replace(/(^|['’-])(\p{L})/gu, (_all, before: string, letter: string) => before + capital(letter));
};

/**
 * First name and one surname: the last, without particles (`dos`, `de`) and without what only tells generations apart (`Filho`, `Júnior`).
 * @param completo name as the identity provider gives it
 * @returns `SEM_NOME` when there is no name in it: an account number, an e-mail
 */
export function nomeDoAtendente(completo: string): string {
  const limpo = completo.normalize('NFC').replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ').trim();
  if (/[@\d/\\_<>]/.test(limpo)) return SEM_NOME;
  // "SILVA, Maria": the surname comes first.
  const [antes = '', ...depois] = limpo.split(',');
  const emOrdem = depois.some((part) => part.trim()) ? `${depois.join(' ')} ${antes}` : antes;
  const words = emOrdem
    .split(/\s+/)
    .map((word) => word.replace(/^['’.-]+|['’-]+$/g, ''))
    .filter((word) => PALAVRA.test(word) && !TITULO.test(word))
    .map((word) => [...word].slice(0, MAX_PALAVRA).join(''));
  const [primeiro, ...resto] = words.filter((word, index) => index === 0 || !PARTICULA.test(word));
  if (primeiro === undefined) return SEM_NOME;
  const sobrenome = resto.findLast((word) => !AGNOME.test(word)) ?? resto.at(-1);
  return [primeiro, ...(sobrenome === undefined ? [] : [sobrenome])].map(maiuscula).join(' ').normalize('NFC');
}
