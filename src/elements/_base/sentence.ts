import { html, type TemplateResult } from 'lit';
import { safeUrl } from '../../domain/url/safe-url.ts';
import type { Translate } from '../../i18n/translate.ts';

/**
 * A sentence with one link in it; without an address the words stay.
 * @param name placeholder of the sentence that becomes the link
 */
export function sentence(t: Translate, key: string, name: string, words: string, url: unknown): TemplateResult {
  const [before, after] = t(key, { [name]: '\u0000' }).split('\u0000');
  const href = safeUrl(url);
  return html`${before}${href ? html`<a href=${href}>${words}</a>` : words}${after}`;
}
