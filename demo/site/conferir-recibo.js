/**
 * What the page of verification knows of receipts, apart from any screen: finding the signed receipt in a text, and telling whether the court
 * signed it. Written for any court to copy: it uses nothing but the browser.
 *
 * A receipt is a compact JWS (RFC 7515) signed with ES256, whose public keys the backend gives at `/.well-known/jwks.json`.
 */

/** Three parts in base64url, the first of which is JSON. */
const JWS = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g;

/**
 * The signed receipts of a text: the code itself, an address that carries it, or the whole file of a receipt. A code that was broken over
 * several lines is put together.
 * @param {string} texto
 * @returns {string[]} each of them once
 */
export function acharRecibos(texto) {
  const found = (from) => [...new Set(from.match(JWS) ?? [])];
  const whole = found(texto);
  return whole.length > 0 ? whole : found(texto.replace(/\s+/g, ''));
}

/** Bytes of a part; null when it is not base64url written in the one right way, so that no character can be changed unseen. */
function bytesDe(part) {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const again = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    return again === part ? Uint8Array.from(binary, (char) => char.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}

/** JSON object of a part, or null. */
function objetoDe(part) {
  const bytes = bytesDe(part);
  if (!bytes) return null;
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

const ALG = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Whether a key signed a receipt. */
async function assinou({ kty, crv, x, y }, signed, signature) {
  try {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ALG, false, ['verify']);
    return await crypto.subtle.verify(ALG, key, signature, signed);
  } catch {
    return false;
  }
}

/**
 * Tells what a receipt is: `autentico` (with its facts), `alterado` (or signed by nobody that this court knows), or `outro` (of a court that
 * calls itself otherwise; what it says of itself is then only its own word).
 * @param {string} recibo compact JWS
 * @param {{ keys: Record<string, string>[] }} jwks public keys of this court
 * @param {string} sigla this court, as it signs
 * @returns {Promise<{ situacao: 'autentico', fatos: Record<string, string> } | { situacao: 'alterado' } | { situacao: 'outro', tribunal: string }>}
 */
export async function conferirRecibo(recibo, jwks, sigla) {
  const alterado = /** @type {const} */ ({ situacao: 'alterado' });
  const parts = recibo.split('.');
  const [head, body, tail] = parts;
  const header = objetoDe(head ?? '');
  const fatos = objetoDe(body ?? '');
  const signature = bytesDe(tail ?? '');
  if (parts.length !== 3 || !header || !fatos || !signature) return alterado;
  const tribunal = typeof fatos.tribunal === 'string' ? fatos.tribunal : '';
  const outro = tribunal && tribunal !== sigla ? /** @type {const} */ ({ situacao: 'outro', tribunal }) : null;
  const key = jwks.keys.find(({ kid }) => kid === header.kid);
  if (!key) return outro ?? alterado;
  if (header.alg !== 'ES256' || !(await assinou(key, new TextEncoder().encode(`${head}.${body}`), signature))) return alterado;
  return outro ?? { situacao: 'autentico', fatos };
}

/**
 * Whether a text is the one that was registered: the receipt has its SHA-256. Spaces before and after it do not count.
 * @param {string} texto
 * @param {unknown} textoSha256 hexadecimal
 */
export async function mesmoTexto(texto, textoSha256) {
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(texto.replace(/\r\n?/g, '\n').trim()));
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('') === textoSha256;
}
