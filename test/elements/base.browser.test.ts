import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { BackendError, type Ports } from '../../src/adapters/ports.ts';
import type { Tribunal } from '../../src/contract/tribunal.ts';
import { forgetCourtFiles } from '../../src/controllers/court.controller.ts';
import { COURT_RETRIES_MS } from '../../src/controllers/court.machine.ts';
import { AtrioElement } from '../../src/elements/_base/atrio-element.ts';
import { common } from '../../src/i18n/pt-br/common.ts';
import { fakeBackend, fakePorts, type FakePorts, type FakeWorld } from '../support/fake-ports.ts';
import { until } from '../support/frames.ts';

class TestElement extends AtrioElement {
  protected readonly messages = { ...common, 'teste.ola': 'Olá' };
  protected renderCourt(tribunal: Tribunal | null): unknown {
    return html`<p class="nome">${tribunal?.nome ?? 'sem tribunal'}</p>
      <p class="ola">${this.t('teste.ola')}</p>`;
  }
}
customElements.define('teste-base', TestElement);

const file = (nome: string, more: object = {}): object => ({ nome, sigla: 'T', ramo: 'estadual', ...more });
const page = (config?: object): void => {
  if (config) (globalThis as Record<symbol, unknown>)[Symbol.for('atrio.page')] = config;
  else delete (globalThis as Record<symbol, unknown>)[Symbol.for('atrio.page')];
};
const url = (name: string): string => new URL(name, document.baseURI).href;

interface Opened {
  element: TestElement;
  ports: FakePorts;
}

async function settle(element: TestElement): Promise<void> {
  for (let n = 0; n < 4; n++) {
    await new Promise((done) => setTimeout(done));
    await element.updateComplete;
  }
}

/** Waits for a module that is loaded late. */

async function open(world: FakeWorld | FakePorts = {}, set: (element: TestElement) => void = () => undefined): Promise<Opened> {
  const element = document.createElement('teste-base') as TestElement;
  const ports = 'fetched' in world ? world : fakePorts(world);
  element.ports = ports as Ports;
  set(element);
  document.body.append(element);
  await settle(element);
  return { element, ports };
}

const shown = (element: TestElement, selector = '.nome'): string | undefined => element.shadowRoot!.querySelector(selector)?.textContent?.trim();
const inline = (text: string): HTMLScriptElement => Object.assign(document.createElement('script'), { type: 'application/json', textContent: text });

describe('the court file of an element', () => {
  let said: string[];
  const { error, warn } = console;
  beforeEach(() => {
    said = [];
    console.error = console.warn = (...all: unknown[]) => said.push(all.join(' '));
  });
  afterEach(() => {
    Object.assign(console, { error, warn });
    document.body.replaceChildren();
    forgetCourtFiles();
    page();
  });

  it('comes as an object', async () => {
    const { element, ports } = await open({}, (el) => (el.courtFile = file('Objeto')));
    expect(shown(element)).to.equal('Objeto');
    expect(ports.fetched).to.have.length(0);
  });

  it('comes in a script of JSON inside of the element', async () => {
    const { element } = await open({}, (el) => el.append(inline(JSON.stringify(file('Dentro')))));
    expect(shown(element)).to.equal('Dentro');
  });

  it('comes from an address, relative to the page', async () => {
    const { element, ports } = await open({ files: { [url('tribunal.json')]: file('Endereço') } }, (el) => el.setAttribute('tribunal', 'tribunal.json'));
    expect(shown(element)).to.equal('Endereço');
    expect(ports.fetched).to.deep.equal([url('tribunal.json')]);
  });

  it('comes from the backend, when that is all there is', async () => {
    const { element } = await open({ backend: fakeBackend({ tribunal: () => Promise.resolve(file('Backend')) }) }, (el) => el.setAttribute('backend', '/api'));
    expect(shown(element)).to.equal('Backend');
    expect(element['court'].backendUrl).to.equal(url('/api'));
  });

  it('comes from what the script tag of the page says', async () => {
    page({ tribunal: url('pagina.json') });
    const { element } = await open({ files: { [url('pagina.json')]: file('Página') } });
    expect(shown(element)).to.equal('Página');
  });

  it('is not needed by an element that attributes describe', async () => {
    const { element } = await open();
    expect(shown(element)).to.equal('sem tribunal');
  });

  it('of the element wins over that of the page, and the object over all', async () => {
    page({ tribunal: url('pagina.json') });
    const files = { [url('pagina.json')]: file('Página'), [url('proprio.json')]: file('Próprio') };
    const own = await open({ files }, (el) => el.setAttribute('tribunal', 'proprio.json'));
    expect(shown(own.element)).to.equal('Próprio');
    own.element.courtFile = file('Objeto');
    await settle(own.element);
    expect(shown(own.element)).to.equal('Objeto');
  });

  it('is downloaded once by two elements', async () => {
    const ports = fakePorts({ files: { [url('tribunal.json')]: file('Um só') } });
    const set = (el: TestElement): void => el.setAttribute('tribunal', 'tribunal.json');
    const [first, second] = await Promise.all([open(ports, set), open(ports, set)]);
    expect([shown(first!.element), shown(second!.element)]).to.deep.equal(['Um só', 'Um só']);
    expect(ports.fetched).to.have.length(1);
  });

  it('may change after it was read', async () => {
    const files = { [url('a.json')]: file('A'), [url('b.json')]: file('B') };
    const { element } = await open({ files }, (el) => el.setAttribute('tribunal', 'a.json'));
    element.setAttribute('tribunal', 'b.json');
    await settle(element);
    expect(shown(element)).to.equal('B');
  });

  it('gives the words of the court, and the page the last one', async () => {
    const { element } = await open({}, (el) => (el.courtFile = file('T', { textos: { 'teste.ola': 'Bom dia' } })));
    expect(shown(element, '.ola')).to.equal('Bom dia');
    element.textos = { 'teste.ola': 'Boa tarde' };
    await settle(element);
    expect(shown(element, '.ola')).to.equal('Boa tarde');
  });

  it("leaves the page's own content while it is on its way and when it never comes", async () => {
    let answer = (_response: Response): void => undefined;
    const ports = fakePorts();
    ports.fetch = () => new Promise((done) => (answer = done));
    const { element } = await open(ports, (el) => {
      el.setAttribute('tribunal', 'tribunal.json');
      el.append(Object.assign(document.createElement('p'), { textContent: 'Ligue (84) 3673-8000' }));
    });
    const { offsetHeight } = element.querySelector('p')!;
    expect(offsetHeight).to.be.greaterThan(0);
    answer(new Response(null, { status: 500 }));
    await settle(element);
    expect(shown(element, '[part="falha"]')).to.include('Não foi possível carregar');
    expect(element.querySelector('p')!.offsetHeight).to.equal(offsetHeight);
    await expect(element).to.be.accessible();
  });

  it('is asked for again by itself, by hand, and when the network is back', async () => {
    const files: Record<string, unknown> = {};
    const { element, ports } = await open({ files }, (el) => el.setAttribute('tribunal', 'tribunal.json'));
    for (const [n, wait] of COURT_RETRIES_MS.entries()) {
      expect(ports.fetched).to.have.length(n + 1);
      ports.clock.advance(wait);
      await settle(element);
    }
    ports.clock.advance(3_600_000);
    await settle(element);
    expect(ports.fetched).to.have.length(COURT_RETRIES_MS.length + 1);
    element.shadowRoot!.querySelector('button')!.click();
    await settle(element);
    expect(ports.fetched).to.have.length(COURT_RETRIES_MS.length + 2);
    files[url('tribunal.json')] = file('Voltou');
    globalThis.dispatchEvent(new Event('online'));
    await settle(element);
    expect(shown(element)).to.equal('Voltou');
  });

  it('is asked for again at the right time although the clock was corrected meanwhile', async () => {
    const { element, ports } = await open({}, (el) => el.setAttribute('tribunal', 'tribunal.json'));
    ports.clock.shift(-5 * 3_600_000);
    ports.clock.advance(COURT_RETRIES_MS[0]);
    await settle(element);
    expect(ports.fetched.length).to.be.greaterThan(1);
  });

  it('is asked for no more by an element that was taken away', async () => {
    const { element, ports } = await open({}, (el) => el.setAttribute('tribunal', 'tribunal.json'));
    element.remove();
    const before = ports.fetched.length;
    ports.clock.advance(3_600_000);
    globalThis.dispatchEvent(new Event('online'));
    await settle(element);
    expect(ports.fetched).to.have.length(before);
  });

  it('fails like a backend fails', async () => {
    const { element } = await open({ backend: fakeBackend({ tribunal: () => Promise.reject(new BackendError('rede', '')) }) }, (el) => el.setAttribute('backend', '/api'));
    expect(shown(element, '[part="falha"]')).to.include('Não foi possível');
  });

  it('at an address that is none leaves the content of the page, and says so to the webmaster', async () => {
    const { element } = await open({}, (el) => {
      el.setAttribute('tribunal', 'https://[');
      el.append(Object.assign(document.createElement('p'), { textContent: 'Ligue' }));
    });
    expect(element.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
    expect(shown(element, '[part="falha"]')).to.include('Não foi possível');
  });

  it('with a syntax error is told to the webmaster, and never to the citizen', async () => {
    const { element } = await open({}, (el) => el.append(inline('{"nome": "T",}')));
    await until(() => said.length > 0);
    expect(said.join()).to.include('linha 1, coluna');
    await settle(element);
    const text = element.shadowRoot!.textContent!;
    expect(text).to.include('Não foi possível carregar').and.not.include('JSON').and.not.match(/\bat .+:\d+|Error/);
    expect(element.shadowRoot!.querySelector('.depuracao')).to.equal(null);
    expect(element.shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('shows with debug, in place, where it is wrong, what was found and what was expected', async () => {
    const { element } = await open({}, (el) => {
      el.debug = true;
      el.courtFile = file('T', { timezone: 'America/Natal', unidades: [{ id: 'Vara 1', nome: 'Vara', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00' }] });
    });
    await until(() => element.shadowRoot!.querySelector('.depuracao'));
    const text = shown(element, '.depuracao')!;
    expect(text).to.include('timezone').and.include('America/Natal').and.include('fuso IANA');
    expect(text).to.include('unidades[0].id').and.include('Vara 1');
    expect(shown(element)).to.equal('T');
    await expect(element).to.be.accessible();
  });

  it('makes no markup of what is wrong in it', async () => {
    const { element } = await open({}, (el) => {
      el.debug = true;
      el.courtFile = file('<img src=x>', { '<b>': 1, 'timezone': '<img src=x onerror=alert(1)>' });
    });
    await until(() => element.shadowRoot!.querySelector('.depuracao'));
    expect(element.shadowRoot!.querySelector('img, b')).to.equal(null);
    expect(shown(element)).to.equal('<img src=x>');
  });

  it('says the same wrong once, however many elements read it', async () => {
    const wrong = { files: { [url('errado.json')]: file('T', { fuso: 1 }) } };
    const set = (el: TestElement): void => el.setAttribute('tribunal', 'errado.json');
    const ports = fakePorts(wrong);
    await Promise.all([open(ports, set), open(ports, set), open(ports, set)]);
    await until(() => said.length > 0);
    await new Promise((done) => setTimeout(done, 0));
    expect(said.filter((text) => text.includes('"fuso"'))).to.have.length(1);
  });
});
