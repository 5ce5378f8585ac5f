/**
 * The script tag of a court's page:
 *
 *   <script type="module" src="…/atrio.js" data-tribunal="tribunal.json"></script>
 *
 * Loads the code of an element when its tag appears on the page, now or later, and tells the elements what the script
 * tag said (`data-tribunal`, `data-backend`, `data-locale`, `data-debug`; addresses relative to the document).
 *
 * Until the code arrives, and if it never does, the element's own content stays as the page wrote it.
 * The first loader of a page wins; another one, of whatever version, only says so in the console.
 *
 * Limit: it looks at the document, not inside shadow roots. A tag used only inside one has to be loaded by the page:
 * `import '…/balcao-virtual.js'`.
 */
import { VERSION } from '../config/version.ts';

/** Injected by the build: for each tag, the files its code is made of, by their bare names, that of the tag first. Empty for tags that few ever open. */
declare const __ATRIO_TAGS__: Record<string, readonly string[]>;

const tags = __ATRIO_TAGS__;
const names = Object.keys(tags);
const selector = names.join();
const here = import.meta.url;
const base = new URL('.', here).href;
const page = Symbol.for('atrio.page');
type Resposta = [response: Response, sentAt: number, receivedAt: number, text: string];
interface Page {
  version: string;
  base: string;
  tribunal: string | undefined;
  /** The answer with the court file, when it was asked for and came, in milliseconds of the page's life, and its text: on its way, here, or null when an element took it. */
  resposta?: Promise<Resposta> | Resposta | null;
}
const registry = globalThis as { [page]?: Page };

/** The nth try of each tag; a tag that is here has been asked for. */
const tries = new Map<string, number>();

/** Our own script tag: `document.currentScript` is null in a module. */
const script =
  [...document.scripts].find(({ src }) => src === here) ??
  document.querySelector<HTMLScriptElement>('script[data-tribunal],script[data-backend]');

const address = (value?: string): string | undefined => {
  if (!value) return;
  try {
    return new URL(value, document.baseURI).href;
  } catch {
    console.error(`[Átrio] Endereço inválido no script: ${value}`);
  }
};

/** Asks for the court file beside the code, not after it: a round trip less before an element has what to show. */
const ask = async (url: string): Promise<Resposta> => {
  const sentAt = performance.now();
  const response = await fetch(url, { cache: 'no-cache', headers: { accept: 'application/json' }, signal: AbortSignal.timeout?.(3e4) });
  // Read here too: where it is there before the code, the element begins with it.
  return [response, sentAt, performance.now(), await response.text()];
};

const load = async (tag: string): Promise<void> => {
  if (customElements.get(tag)) return;
  const mine = registry[page]!;
  if (mine.tribunal && !('resposta' in mine)) {
    const asked = (mine.resposta = ask(mine.tribunal));
    asked.then(
      (answer) => (mine.resposta &&= answer),
      // Whoever wants it hears of a failure.
      () => {},
    );
  }
  const nth = tries.get(tag) ?? 0;
  tries.set(tag, nth + 1);
  const [own] = tags[tag]!;
  for (const file of tags[tag]!) {
    // One round trip instead of one for each level of imports.
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = `${base}chunks/${file}.js`;
    link.nonce = script?.nonce ?? '';
    document.head.append(link);
  }
  try {
    // The file of the tag only names the first of them. A browser may remember a failed module by its address: another fragment is another module. An import
    // map with sums, wherever in the page, knows none but the address itself.
    const fragment = nth && !document.documentElement.textContent.includes('"integrity"') ? `#${nth}` : '';
    await import(/* @vite-ignore */ base + (nth || !own ? `${tag}.js${fragment}` : `chunks/${own}.js`));
  } catch (error) {
    console.warn(`[Átrio] <${tag}> não carregou.`, error);
    const retry = (): void => {
      clearTimeout(timer);
      removeEventListener('online', retry);
      void load(tag);
    };
    // 1, 2, 4... 64 seconds; then only when the network comes back.
    const timer = nth < 7 ? setTimeout(retry, 1000 << nth) : 0;
    addEventListener('online', retry);
  }
};

const found = ({ localName }: Element): void => {
  if (localName in tags && !tries.has(localName)) void load(localName);
};

if (registry[page]) {
  console.info(`[Átrio] ${VERSION} não foi usado: a página já tem o ${registry[page].version} (${registry[page].base}).`);
} else {
  const { tribunal, backend, debug, locale } = script?.dataset ?? {};
  registry[page] = {
    tribunal: address(tribunal),
    backend: address(backend),
    debug: debug !== undefined && debug !== 'false',
    locale,
    version: VERSION,
    base,
  } as Page;
  document.querySelectorAll(selector).forEach(found);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (node instanceof Element) {
          found(node);
          node.querySelectorAll(selector).forEach(found);
        }
      }
    }
  }).observe(document, { childList: true, subtree: true });
}
