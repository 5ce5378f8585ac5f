import { safeUrl } from '../url/safe-url.ts';

/** A compact JWS (RFC 7515): three parts in base64url. */
const JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * Address at which anybody can verify a receipt: the court's page, with the signed receipt in the fragment, which browsers keep to
 * themselves: no server sees it, and no log. The signed receipt has no key in it; the key of the case goes into no address at all.
 * @param conferirUrl `conferirUrl` of the court file
 * @param recibo compact JWS of the receipt
 * @param base absolute address that a relative `conferirUrl` is resolved against
 * @returns absolute address, or null when there is no page, or nothing to verify
 */
export function enderecoDeConferencia(conferirUrl: string | undefined, recibo: string | undefined, base: string): string | null {
  const page = safeUrl(conferirUrl, { base });
  if (!page || !/^https?:/.test(page) || !recibo || !JWS.test(recibo)) return null;
  const url = new URL(page);
  url.hash = `recibo=${recibo}`;
  return url.href;
}
