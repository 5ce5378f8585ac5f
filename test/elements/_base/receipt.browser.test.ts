import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, LitElement, nothing } from 'lit';
import type { Comprovante } from '../../../src/contract/caso.ts';
import { base } from '../../../src/elements/_base/base.styles.ts';
import { formStyles } from '../../../src/elements/_base/form.styles.ts';
import { receipt } from '../../../src/elements/_base/receipt.ts';
import { receiptStyles } from '../../../src/elements/_base/receipt.styles.ts';
import { common } from '../../../src/i18n/pt-br/common.ts';
import { recibo as textos } from '../../../src/i18n/pt-br/recibo.ts';
import { createTranslate, type Translate } from '../../../src/i18n/translate.ts';
import { EXEMPLOS_RECIBO, RECIBO_MANIFESTACAO, RECIBO_PEDIDO } from '../../../stories/recibo/examples.ts';
import { until } from '../../support/frames.ts';

class Host extends LitElement {
  static override styles = [base, formStyles, receiptStyles];
  recibo: Comprovante | null = RECIBO_PEDIDO;
  conferir: string | undefined = 'conferir.html';
  again = 0;
  override render(): unknown {
    const t = createTranslate({ ...common, ...textos }) as Translate;
    return this.recibo ? receipt({ recibo: this.recibo, t, acompanhar: 'acompanhar.html', conferir: this.conferir, tribunal: 'Tribunal', onNew: () => (this.again += 1) }) : nothing;
  }
}
customElements.define('receipt-host', Host);

async function open(recibo: Comprovante = RECIBO_PEDIDO): Promise<{ host: Host; root: ShadowRoot }> {
  const host = await fixture<Host>(html`<receipt-host .recibo=${recibo}></receipt-host>`);
  return { host, root: host.shadowRoot! };
}

const text = (root: ParentNode, selector: string): string => root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const button = (root: ParentNode, words: string): HTMLButtonElement =>
  [...root.querySelectorAll('button')].find((found) => (found.getAttribute('aria-label') ?? found.textContent ?? '').includes(words))!;
/** Whether the page would ask before it is left. */
const guarded = (): boolean => !globalThis.dispatchEvent(new Event('beforeunload', { cancelable: true }));
/** Waits for what the page promised, by frames. */
const settle = (): Promise<unknown> => new Promise((done) => setTimeout(done));

function replaceClipboard(writeText: ((value: string) => Promise<void>) | null): () => void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: writeText ? { writeText } : undefined });
  return () => delete (navigator as { clipboard?: unknown }).clipboard;
}

describe('the receipt', () => {
  it('[OUV-10] shows protocol, key in groups of four, and what happens next', async () => {
    const { root } = await open(RECIBO_MANIFESTACAO);
    expect(text(root, '[data-valor="protocolo"]')).to.equal(RECIBO_MANIFESTACAO.protocolo);
    expect(text(root, '[data-valor="chave"]').replace(/\s/g, '')).to.match(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(root.querySelectorAll('.passos li')).to.have.length(3);
    expect(text(root, '.passos')).to.include('Ouvidoria');
    expect(text(root, '.aviso.alerta')).to.include('só aparece uma vez');
  });

  it('[OUV-12] shows the due date in words, with its arithmetic and basis', async () => {
    const { root } = await open(RECIBO_MANIFESTACAO);
    expect(text(root, '.prazo h3')).to.equal('Resposta até segunda-feira, 21 de dezembro de 2026');
    expect(root.querySelectorAll('.conta li')).to.have.length(RECIBO_MANIFESTACAO.prazo.calculo.length);
    expect(text(root, '.prazo')).to.include(RECIBO_MANIFESTACAO.prazo.base);
  });

  it('[SIC-14] tells a requester how to follow the request', async () => {
    const { root } = await open();
    expect(text(root, '.passos')).to.include('recorrer');
    expect(root.querySelector('a[href="acompanhar.html"]')).to.exist;
  });

  it('copies the key, and says so', async () => {
    let copied = '';
    const restore = replaceClipboard((value) => ((copied = value), Promise.resolve()));
    const { root } = await open();
    button(root, 'Copiar: Chave').click();
    await settle();
    expect(copied).to.equal('7KQ2-M9XV-4TBN-8RDH');
    expect(text(root, '[role="status"]')).to.equal('Copiado: Chave.');
    restore();
  });

  it('selects the key where the page may not copy', async () => {
    for (const refuse of [null, () => Promise.reject(new DOMException('no', 'NotAllowedError'))]) {
      const restore = replaceClipboard(refuse);
      const { root } = await open();
      button(root, 'Copiar: Chave').click();
      await settle();
      expect(text(root, '[role="status"]')).to.include('selecionado');
      expect(String(getSelection())).to.include('7KQ2');
      restore();
    }
  });

  it('gives a file that is the receipt, under its protocol', async () => {
    const { root } = await open();
    const link = root.querySelector<HTMLAnchorElement>('a[download]')!;
    expect(link.download).to.equal(`comprovante-${RECIBO_PEDIDO.protocolo}.html`);
    const file = await (await fetch(link.href)).text();
    expect(file).to.include(RECIBO_PEDIDO.protocolo).and.include('7KQ2-M9XV-4TBN-8RDH').and.include(RECIBO_PEDIDO.recibo);
    const opened = new DOMParser().parseFromString(file, 'text/html');
    expect(opened.scripts).to.have.length(0);
    expect([...opened.querySelectorAll('a')].map(({ href }) => href)).to.include(new URL('acompanhar.html', document.baseURI).href);
  });

  it('lets the file go with the receipt', async () => {
    const { host, root } = await open();
    const { href } = root.querySelector<HTMLAnchorElement>('a[download]')!;
    host.recibo = null;
    host.requestUpdate();
    await host.updateComplete;
    expect(await fetch(href).then(() => 'there', () => 'gone')).to.equal('gone');
  });

  it('asks before the page is left, until the person says that it was kept', async () => {
    const { host, root } = await open();
    expect(guarded()).to.equal(true);
    root.querySelector<HTMLInputElement>('#recibo-guardei')!.click();
    await settle();
    expect(guarded()).to.equal(false);
    root.querySelector<HTMLInputElement>('#recibo-guardei')!.click();
    expect(guarded()).to.equal(true);
    host.remove();
    expect(guarded()).to.equal(false);
    document.body.append(host);
    await settle();
    expect(guarded()).to.equal(true);
    const { href } = root.querySelector<HTMLAnchorElement>('a[download]')!;
    expect((await fetch(href)).ok).to.equal(true);
    host.remove();
  });

  it('closes only after that, and says why', async () => {
    const { host, root } = await open();
    button(root, 'Escrever outra').click();
    await settle();
    expect(host.again).to.equal(0);
    expect(root.activeElement?.id).to.equal('recibo-guardei');
    expect(text(root, '#recibo-guardei-erro')).to.include('guarde o protocolo e a chave');
    root.querySelector<HTMLInputElement>('#recibo-guardei')!.click();
    await settle();
    button(root, 'Escrever outra').click();
    expect(host.again).to.equal(1);
  });

  it('prints itself alone, and leaves the page as it was', async () => {
    const { host, root } = await open();
    const { print } = globalThis;
    let marked = false;
    const sheets = document.adoptedStyleSheets.length;
    globalThis.print = () => (marked = host.hasAttribute('data-atrio-imprimir'));
    button(root, 'Imprimir').click();
    await until(() => document.adoptedStyleSheets.length > sheets);
    globalThis.print = print;
    expect(marked).to.equal(true);
    expect(document.adoptedStyleSheets).to.have.length(sheets + 1);
    // The rule itself, since a test cannot print: everything of the page but the receipt and what holds it.
    const [rule] = (document.adoptedStyleSheets.at(-1)!.cssRules[0] as CSSMediaRule).cssRules as unknown as CSSStyleRule[];
    const other = document.body.appendChild(document.createElement('footer'));
    expect([host.matches(rule!.selectorText), host.parentElement!.matches(rule!.selectorText), other.matches(rule!.selectorText)]).to.deep.equal([false, false, true]);
    other.remove();
    globalThis.dispatchEvent(new Event('afterprint'));
    expect(host.hasAttribute('data-atrio-imprimir')).to.equal(false);
    expect(document.adoptedStyleSheets).to.have.length(sheets);
  });

  it('is reached by keyboard from the copy to the box, in reading order', async () => {
    const { root } = await open();
    root.querySelector<HTMLElement>('h2')!.focus();
    const seen: string[] = [];
    for (let n = 0; n < 12; n++) {
      await sendKeys({ press: 'Tab' });
      const { activeElement } = root;
      seen.push(activeElement?.getAttribute('aria-label') ?? activeElement?.id ?? '');
      if (activeElement?.id === 'recibo-guardei') break;
    }
    expect(seen.slice(0, 2)).to.deep.equal(['Copiar: Protocolo', 'Copiar: Chave']);
    expect(seen.at(-1)).to.equal('recibo-guardei');
  });

  it('[OUV-10] shows how anybody can verify it: the page in words, and a link that carries the signed receipt in its fragment', async () => {
    const { host, root } = await open();
    const link = [...root.querySelectorAll<HTMLAnchorElement>('details a')].find((found) => found.textContent === 'Conferir este comprovante')!;
    const url = new URL(link.href);
    expect(url.hash).to.equal(`#recibo=${RECIBO_PEDIDO.recibo}`);
    expect(url.search).to.equal('');
    expect(link.rel).to.include('noreferrer');
    expect(root.textContent).to.include(`pode conferir em ${url.origin}${url.pathname}: abra`);
    host.conferir = undefined;
    host.requestUpdate();
    await host.updateComplete;
    expect(root.textContent).to.not.include('Conferir este comprovante');
    expect(root.textContent).to.include(RECIBO_PEDIDO.recibo);
  });

  it('[OUV-10] has the key in no address: no link, no file name, no agenda', async () => {
    const { root } = await open();
    await until(() => root.querySelector('a[download$=".ics"]') !== null);
    const { chave } = RECIBO_PEDIDO;
    const bare = chave.replaceAll('-', '');
    for (const element of root.querySelectorAll<HTMLAnchorElement>('[href], [src], [download]')) {
      for (const value of [element.href, element.download]) expect(value.includes(chave) || value.includes(bare), value).to.equal(false);
    }
    const file = await (await fetch(root.querySelector<HTMLAnchorElement>('a[download$=".html"]')!.href)).text();
    const opened = new DOMParser().parseFromString(file, 'text/html');
    for (const { href } of opened.querySelectorAll('a')) expect(href.includes(chave) || href.includes(bare), href).to.equal(false);
    expect([...opened.querySelectorAll('a')].some(({ hash }) => hash === `#recibo=${RECIBO_PEDIDO.recibo}`)).to.equal(true);
    const agenda = await (await fetch(root.querySelector<HTMLAnchorElement>('a[download$=".ics"]')!.href)).text();
    expect(agenda.includes(chave) || agenda.includes(bare)).to.equal(false);
  });

  it('[OUV-12] [SIC-10] gives the due date for the agenda, under the name that the tracker gives it', async () => {
    const { root } = await open(RECIBO_MANIFESTACAO);
    await until(() => root.querySelector('a[download$=".ics"]') !== null);
    const link = root.querySelector<HTMLAnchorElement>('a[download$=".ics"]')!;
    expect(link.download).to.equal(`comprovante-${RECIBO_MANIFESTACAO.protocolo}.ics`);
    const agenda = (await (await fetch(link.href)).text()).replace(/\r\n /g, '');
    for (const line of ['DTSTART;VALUE=DATE:20261221', `UID:${RECIBO_MANIFESTACAO.protocolo}-resposta@atrio`, `URL:${new URL('acompanhar.html', document.baseURI).href}`]) expect(agenda).to.include(line);
  });

  it('[OUV-10] of a server without keys and due dates shows what there is, and says what to do without a key', async () => {
    const { host, root } = await open(EXEMPLOS_RECIBO.find(({ nome }) => nome.includes('só com protocolo'))!.recibo);
    expect(text(root, '[data-valor="protocolo"]')).to.equal('OUV-2026/000771');
    expect(root.querySelector('[data-valor="chave"], .prazo, a[download$=".ics"], code')).to.equal(null);
    expect(text(root, '.mensagem')).to.include('encaminhada ao setor');
    expect(text(root, '.aviso.alerta')).to.include('Guarde o protocolo agora').and.to.include('não usa chave');
    expect(text(root, '.passos')).to.include('em até 30 dias').and.not.to.include('{');
    expect(root.querySelector('a[href="acompanhar.html"]')).to.equal(null);
    expect(root.textContent).to.include('fale com o tribunal e diga o protocolo');
    expect(root.querySelector<HTMLAnchorElement>('a[download]')!.download).to.equal('comprovante-OUV-2026-000771.html');
    button(root, 'Escrever outra').click();
    await settle();
    expect(text(root, '#recibo-guardei-erro')).to.equal('Antes de sair, guarde o protocolo e marque esta caixa.');
    host.recibo = EXEMPLOS_RECIBO.find(({ nome }) => nome.includes('sem protocolo'))!.recibo;
    host.requestUpdate();
    await host.updateComplete;
    expect(root.querySelector('.segredo')).to.equal(null);
    expect(text(root, '.aviso.alerta')).to.include('não informou um número');
    expect(text(root, '.passos')).to.include('em até 20 dias');
    expect(guarded()).to.equal(true);
  });

  it('is accessible', async () => {
    for (const { recibo } of EXEMPLOS_RECIBO) {
      const { host, root } = await open(recibo);
      button(root, 'Escrever outra').click();
      for (const details of root.querySelectorAll('details')) details.open = true;
      await settle();
      await expect(host).to.be.accessible();
    }
  });
});
