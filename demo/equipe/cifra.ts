import { armor, Decrypter } from 'age-encryption';

/** The Ouvidoria's private key, in the memory of this tab and nowhere else: it is never sent, nor kept when the page is closed. */
let chave: string | null = null;
const ouvintes = new Set<() => void>();

export const temChave = (): boolean => chave !== null;

/** Calls when the key is opened or forgotten, until the node leaves the page. */
export function aoMudarChave(node: Node, listener: () => void): void {
  const one = (): void => {
    if (node.isConnected) listener();
    else ouvintes.delete(one);
  };
  ouvintes.add(one);
}

/**
 * Takes the key out of what was pasted or of a file as `age-keygen` writes it.
 * @returns false when there is none in it
 */
export function abrirChave(text: string): boolean {
  const found = /AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+/.exec(text.toUpperCase())?.[0];
  if (!found) return false;
  try {
    new Decrypter().addIdentity(found);
  } catch {
    return false;
  }
  chave = found;
  for (const one of ouvintes) one();
  return true;
}

export function esquecerChave(): void {
  chave = null;
  for (const one of ouvintes) one();
}

function decrypter(): Decrypter {
  if (!chave) throw new Error('no key');
  const one = new Decrypter();
  one.addIdentity(chave);
  return one;
}

/** A text in age's armored form. Rejects when it is for another key. */
export const decifrarTexto = (cifrado: string): Promise<string> => decrypter().decrypt(armor.decode(cifrado), 'text');

/** A file: a line of JSON with its name and kind, then its bytes. */
export async function decifrarArquivo(cifrado: Blob): Promise<{ nome: string; bytes: Blob }> {
  const clear = await decrypter().decrypt(new Uint8Array(await cifrado.arrayBuffer()));
  const end = clear.indexOf(10);
  const { nome } = JSON.parse(new TextDecoder().decode(clear.subarray(0, end))) as { nome: string };
  // Whatever it says that it is, it is saved and not opened here.
  return { nome: nome.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 150) || 'arquivo', bytes: new Blob([clear.slice(end + 1) as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' }) };
}
