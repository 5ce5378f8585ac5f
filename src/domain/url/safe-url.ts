/** Schemes of an address that a citizen may be led to. */
const ALLOWED: readonly string[] = ['https:', 'http:', 'mailto:', 'tel:'];

/** Stands for the page while no base is known; `.invalid` never resolves (RFC 2606). */
const NOWHERE = 'https://relativo.invalid/';

export interface SafeUrlOptions {
  /** Absolute address that a relative one is resolved against. Without it a relative address stays relative. */
  base?: string;
  /** Schemes to allow beside the usual ones, with the colon: `['blob:']` for a file that the kit itself made. */
  also?: readonly string[];
}

/**
 * The one gate of every address that comes from data: https, http, mailto, tel, and addresses relative to the page. Addresses
 * with a user name or password in them are refused too: `https://tribunal.jus.br@outro.example` looks like another site.
 * @returns the normalised address, or null when there is none that can be trusted
 */
export function safeUrl(value: unknown, options: SafeUrlOptions = {}): string | null {
  if (typeof value !== 'string') return null;
  // What the URL parser of a browser would drop: surrounding controls and spaces, and tabs and line breaks anywhere.
  const text = value.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+|[\0- ]+$/g, '');
  if (!text) return null;
  let url: URL;
  try {
    // With a scheme it must be whole: `https:x@y` means one thing on an https page and another on an http page.
    url = /^[a-z][a-z\d+.-]*:/i.test(text) ? new URL(text) : new URL(text, options.base ?? NOWHERE);
  } catch {
    return null;
  }
  if (!ALLOWED.includes(url.protocol) && !options.also?.includes(url.protocol)) return null;
  if (url.username || url.password) return null;
  return options.base === undefined && url.href.startsWith(NOWHERE) ? text : url.href;
}
