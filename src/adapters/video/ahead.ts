/**
 * Opens the connections that a call will need, when a person shows the intent to call. Nothing is asked of the servers yet.
 * @param origins as a provider's `origins(config)` gives them
 */
export function preconnect(origins: readonly string[], doc: Document = document): void {
  for (const origin of origins) {
    if ([...doc.querySelectorAll<HTMLLinkElement>('link[rel=preconnect]')].some((link) => link.href === `${origin}/`)) continue;
    const link = doc.createElement('link');
    link.rel = 'preconnect';
    link.href = origin;
    doc.head.append(link);
  }
}
