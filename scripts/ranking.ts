/**
 * `npm run ranking -- --inicio https://… --sic https://… [--unidades …] [--ouvidoria …] [--acompanhar …] [--perguntas …]`: opens the pages of a court in a browser
 * and tells which items of the transparency ranking about the SIC and the Ouvidoria they show (Resolução CNJ 215/2015, Anexo II, items 17 to 29).
 * Ends with an error when one is missing.
 */
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { browserFlags, ensureBrowser } from './lib/browser.ts';
import { conferirRanking, PAPEIS, type ItemRanking, type Pagina, type Paginas } from './lib/ranking.ts';

/** How long a page may take to come up, in milliseconds. */
const PRAZO_MS = 30_000;

/** The page as a visitor sees it, what is folded included: folded text is on the page too. */
export async function lerPagina(page: Page, url: string): Promise<Pagina> {
  await page.goto(url, { waitUntil: 'networkidle', timeout: PRAZO_MS });
  // Some of what is folded is made when it is opened.
  await page.evaluate(() => {
    const open = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLDetailsElement) element.open = true;
        if (element.shadowRoot) open(element.shadowRoot);
      }
    };
    open(document);
  });
  await page.waitForLoadState('networkidle', { timeout: PRAZO_MS });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const lida = await page.evaluate(() => {
    const textos: string[] = [];
    const links: { texto: string; href: string }[] = [];
    const elementos = new Set<string>();
    let formulario = false;
    // Text as it is read: across slots and shadow roots, without scripts.
    const visit = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLElement && /^(script|style|template|noscript)$/i.test(node.localName)) return '';
      if (node instanceof Element && node.localName.includes('-') && node.shadowRoot) elementos.add(node.localName);
      if (node instanceof HTMLTextAreaElement) formulario = true;
      const children = node instanceof HTMLSlotElement && node.assignedNodes().length ? node.assignedNodes() : node instanceof Element && node.shadowRoot ? [...node.shadowRoot.childNodes] : [...node.childNodes];
      const text = children.map(visit).join(' ');
      if (node instanceof HTMLAnchorElement && node.href) links.push({ texto: text.replace(/\s+/g, ' ').trim(), href: node.href });
      return text;
    };
    textos.push(visit(document.body));
    return { texto: textos.join(' ').replace(/\s+/g, ' '), links, elementos: [...elementos], formulario };
  });
  return { url, ...lida };
}

/** Reads the pages that were given and checks them. */
export async function ranking(urls: Partial<Record<keyof Paginas, string>>): Promise<ItemRanking[]> {
  const { path } = ensureBrowser();
  const browser = await chromium.launch({ executablePath: path, args: browserFlags(path) });
  try {
    const page = await browser.newPage();
    const paginas: Paginas = {};
    for (const papel of PAPEIS) {
      const url = urls[papel];
      if (url) paginas[papel] = await lerPagina(page, url);
    }
    return conferirRanking(paginas);
  } finally {
    await browser.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: Object.fromEntries(PAPEIS.map((papel) => [papel, { type: 'string' as const }])) });
  if (!Object.keys(values).length) {
    console.error(`Diga pelo menos uma página: ${PAPEIS.map((papel) => `--${papel} https://…`).join(' ')}`);
    process.exitCode = 2;
    return;
  }
  const itens = await ranking(values);
  for (const { numero, pergunta, base, atende, ajuste } of itens) {
    console.log(`${atende === null ? '  --  ' : atende ? '  sim ' : '  NÃO '} ${numero}. ${pergunta} (${base})${atende === false ? `\n        ${ajuste}` : ''}`);
  }
  const faltam = itens.filter(({ atende }) => atende === false).length;
  console.log(faltam ? `${faltam} ${faltam === 1 ? 'item falta' : 'itens faltam'}.` : 'Nada falta nas páginas informadas.');
  process.exitCode = faltam ? 1 : 0;
}

if (process.argv[1]?.endsWith('ranking.ts')) await main();
