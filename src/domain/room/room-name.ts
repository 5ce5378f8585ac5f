import { MIN_ROOM_NAME } from '../../config/limits.ts';

/** Random bytes of a room name: 144 bits, 24 characters. */
const BYTES = 18;

/** What people call rooms of a court; it adds nothing that cannot be guessed. */
const GUESSABLE =
  /atendimento|audiencia|balcao|camara|cartorio|civel|comarca|criminal|forum|gabinete|juizado|ouvidoria|reuniao|sala|secretaria|teste|tribunal|turma|unidade|vara|video|virtual/gi;

/** True where pairs of characters repeat, or characters stand still or count up, more than chance allows. */
const isPatterned = (name: string): boolean => {
  const pairs = new Set<string>();
  let steps = 0;
  for (let index = 1; index < name.length; index++) {
    pairs.add(name.slice(index - 1, index + 1));
    if (Math.abs(name.charCodeAt(index) - name.charCodeAt(index - 1)) <= 1) steps++;
  }
  const most = (name.length - 1) * 0.6;
  return pairs.size < most || steps > most;
};

/** Rough test: hexadecimal of 30 digits (a UUID), or 20 characters of upper and lower case, beside words that anybody would try. */
const seemsDrawn = (name: string): boolean => {
  const rest = name.replace(GUESSABLE, '');
  if (/^[\da-f-]+$/i.test(name)) return /[a-f]/i.test(name) && rest.length >= 30;
  return /[A-Z]/.test(rest) && /[a-z]/.test(rest) && rest.length >= 20;
};

/**
 * Says what is wrong with a room name. Whoever guesses the name can enter the room, and a character outside the set corrupts
 * the room's address. It cannot tell every guessable name, only the usual ones; `createRoomName` gives names that none can guess.
 * @returns a sentence for the webmaster in pt-BR, or null when nothing is wrong
 */
export function checkRoomName(name: string): string | null {
  if (!/^[\w-]+$/.test(name)) return 'O nome da sala só pode ter letras sem acento, números, hífen e sublinhado.';
  if (name.length < MIN_ROOM_NAME) return `O nome da sala é curto demais: use pelo menos ${MIN_ROOM_NAME} caracteres sorteados.`;
  if (!seemsDrawn(name) || isPatterned(name)) {
    return 'O nome da sala é fácil de adivinhar: use um nome sorteado, com letras maiúsculas, minúsculas e números.';
  }
  return null;
}

/**
 * Draws a room name that nobody can guess (144 bits, base64url).
 * @param random gives that many random bytes from a cryptographic source
 * @throws Error when the source is broken: it keeps giving bytes that are not random
 */
export function createRoomName(random: (bytes: number) => Uint8Array): string {
  // Once in a hundred thousand a drawn name spells a word: draw again.
  for (let attempt = 0; attempt < 8; attempt++) {
    const name = btoa(String.fromCharCode(...random(BYTES)))
      .replaceAll('+', '-')
      .replaceAll('/', '_');
    if (checkRoomName(name) === null) return name;
  }
  throw new Error('The source of random bytes is broken.');
}
