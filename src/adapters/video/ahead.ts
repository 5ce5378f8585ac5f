/** Tells the browser, once, of what the page will need, as a link that it may follow. */
function tell(rel: 'preconnect' | 'preload', url: string, doc: Document): void {
  const { href } = new URL(url);
  if ([...doc.querySelectorAll<HTMLLinkElement>(`link[rel=${rel}]`)].some((link) => link.href === href)) return;
  const link = doc.createElement('link');
  link.rel = rel;
  link.href = href;
  if (rel === 'preload') link.as = 'script';
  doc.head.append(link);
}

/**
 * Opens the connections that a call will need, when a person shows the intent to call. Nothing is asked of the servers yet.
 * @param origins as a provider's `origins(config)` gives them
 */
export function preconnect(origins: readonly string[], doc: Document = document): void {
  for (const origin of origins) tell('preconnect', origin, doc);
}

/** Has a script of a call that was asked for fetched while the call gets its ticket. It is not run, and nothing is settled: the ticket may be of another server. */
export function preload(url: string, doc: Document = document): void {
  tell('preload', url, doc);
}
