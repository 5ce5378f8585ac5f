import { armor, Encrypter } from 'age-encryption';

/**
 * Encryption to the Ouvidoria's public key (age, X25519), loaded only when something is about to be encrypted. Only who has the private
 * key, which never is on the server, reads what comes out. Every function rejects when the key is not one or the browser cannot do it;
 * nobody may answer that by sending clear text unasked.
 */

/** Name of an encrypted file: the name that a person gave to it says too much. */
export const NOME_CIFRADO = 'anexo.age';

function encrypterTo(chaveAge: string): Encrypter {
  const encrypter = new Encrypter();
  encrypter.addRecipient(chaveAge);
  return encrypter;
}

/**
 * Encrypts a text.
 * @param chaveAge public key, `age1…`
 * @returns age's armored form, as `cifrado` of the contract takes it
 */
export const cifrarTexto = async (texto: string, chaveAge: string): Promise<string> => armor.encode(await encrypterTo(chaveAge).encrypt(texto));

/**
 * Encrypts a file, its kind and name inside of it: a line of JSON `{ "nome", "tipo" }`, then the bytes.
 * @param chaveAge public key, `age1…`
 */
export async function cifrarArquivo(file: Blob, nome: string, chaveAge: string): Promise<Blob> {
  const head = new TextEncoder().encode(`${JSON.stringify({ nome, tipo: file.type })}\n`);
  const body = new Uint8Array(await file.arrayBuffer());
  const clear = new Uint8Array(head.length + body.length);
  clear.set(head);
  clear.set(body, head.length);
  return new Blob([(await encrypterTo(chaveAge).encrypt(clear)) as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' });
}
