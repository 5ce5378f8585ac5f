/** The key that opens a case: 80 bits in Crockford's base32, which has no letter that can be taken for a digit. */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes of randomness in a key. */
export const BYTES_CHAVE = 10;

/** Characters of a key, hyphens aside. */
export const TAMANHO_CHAVE = 16;

/** Writes a key from exactly ten random bytes: 16 characters, no hyphens. */
export function chaveDeBytes(bytes: Uint8Array): string {
  if (bytes.length !== BYTES_CHAVE) throw new RangeError(`a key takes ${BYTES_CHAVE} bytes, got ${bytes.length}`);
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(buffer >> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return text;
}

/** Reads a key as people type it (`o` for zero, `i` and `l` for one, hyphens and spaces anywhere); null when it is none. */
export function parseChave(text: string): string | null {
  const key = text.toUpperCase().replace(/[\s\-‐-―−]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return key.length === TAMANHO_CHAVE && [...key].every((char) => ALPHABET.includes(char)) ? key : null;
}

/** Shows a key in groups of four, as it is to be read aloud or copied. What is no key is given back as it came. */
export function formatChave(text: string): string {
  return parseChave(text)?.match(/.{4}/g)!.join('-') ?? text;
}
