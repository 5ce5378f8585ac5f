import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { BackendError } from '../../../src/adapters/ports.ts';
import type { Tribunal, TribunalInput } from '../../../src/contract/tribunal.ts';
import { forgetCourtFiles, type PageConfig } from '../../../src/controllers/court.controller.ts';
import { COURT_RETRIES_MS } from '../../../src/controllers/court.machine.ts';
import { AtrioElement } from '../../../src/elements/_base/atrio-element.ts';
import '../../../src/elements/balcao-virtual/define.ts';
import '../../../src/elements/ouvidoria-form/define.ts';
import '../../../src/elements/protocolo-tracker/define.ts';
import '../../../src/elements/sic-request/define.ts';
import { common } from '../../../src/i18n/pt-br/common.ts';
import { fakeBackend, fakeClock, fakePorts, type FakeClock, type FakePorts, type FakeWorld } from '../../support/fake-ports.ts';
import { until } from '../../support/frames.ts';

/** The least that an element of the kit can be: it says which court it has. */
class Prova extends AtrioElement {
  protected override readonly messages = { ...common, 'prova.titulo': 'Serviço de {nome}' };
  /** Every court that was drawn, and in which words. */
  readonly drawn: string[] = [];
  get estado(): string {
    return this.court.state.kind;
  }
  get backendUrl(): string | null {
    return this.court.backendUrl;
  }
  get lido(): Tribunal | null {
    return this.court.tribunal;
  }
  get destino(): unknown {
    return this.court.destino;
  }
  protected override renderCourt(tribunal: Tribunal | null): unknown {
    const text = tribunal ? this.t('prova.titulo', { nome: tribunal.nome }) : 'sem arquivo';
    this.drawn.push(text);
    return html`<div class="painel"><p id="tribunal">${text}</p></div>`;
  }
}
customElements.define('atrio-prova', Prova);

const PAGE = Symbol.for('atrio.page');
const setPage = (config?: PageConfig): void => void ((globalThis as Record<symbol, unknown>)[PAGE] = config);

const court = (nome: string, more: Partial<TribunalInput> = {}): TribunalInput => ({ nome, sigla: 'T', ramo: 'estadual', ...more });
const at = (path: string): string => new URL(path, document.baseURI).href;

/** What the webmaster was told in the console. */
let told: string[] = [];
const { error, warn } = console;

interface Setting extends FakeWorld {
  ports?: FakePorts;
  attrs?: Record<string, string>;
  courtFile?: unknown;
  /** Text of a JSON child. */
  inline?: string;
}

const FALLBACK = 'Ligue (84) 5555-0100';

/** An element on the page, with a light-DOM fallback in it. */
function put({ ports, attrs = {}, courtFile, inline, ...world }: Setting = {}): Prova & { ports: FakePorts } {
  const el = document.createElement('atrio-prova') as Prova & { ports: FakePorts };
  el.ports = ports ?? fakePorts(world);
  for (const [name, value] of Object.entries(attrs)) el.setAttribute(name, value);
  if (courtFile !== undefined) el.courtFile = courtFile;
  const fallback = document.createElement('p');
  fallback.textContent = FALLBACK;
  el.append(fallback);
  if (inline !== undefined) el.append(json(inline));
  document.body.append(el);
  return el;
}

function json(text: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = text;
  return script;
}

const seen = (el: Element): string => (el.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
const shown = (el: Prova): string => el.shadowRoot?.querySelector('#tribunal')?.textContent ?? '';
const retryButton = (el: Prova): HTMLButtonElement | null => el.shadowRoot!.querySelector('button');
const untilShown = (el: Prova, nome: string): Promise<void> => until(() => shown(el) === `Serviço de ${nome}`, `${nome} is shown; it was: ${shown(el) || seen(el)}`);
const untilState = (el: Prova, estado: string): Promise<void> => until(() => el.estado === estado, `${estado} is reached`).then(async () => void (await el.updateComplete));
const fallbackShows = (el: Prova): boolean => el.querySelector('p')!.getBoundingClientRect().height > 0;
/** Lets everything that can happen by itself happen, the chunk of the explanations too. */
async function quiet(el: Prova): Promise<void> {
  await import('../../../src/controllers/court-explain.ts');
  for (let turn = 0; turn < 20; turn++) await el.updateComplete;
}

describe('the court file', () => {
  beforeEach(() => {
    told = [];
    console.error = (...args: unknown[]) => void told.push(args.join(' '));
    console.warn = console.error;
  });
  afterEach(() => {
    console.error = error;
    console.warn = warn;
    document.querySelectorAll('atrio-prova, balcao-virtual, ouvidoria-form, sic-request, protocolo-tracker').forEach((el) => el.remove());
    setPage();
    forgetCourtFiles();
  });

  describe('comes', () => {
    it('as an object', async () => {
      const el = put({ courtFile: court('objeto') });
      await untilShown(el, 'objeto');
      expect(el.ports.fetched).to.deep.equal([]);
    });

    it('as a JSON child', async () => {
      await untilShown(put({ inline: JSON.stringify(court('filho')) }), 'filho');
    });

    it('read once for all the elements of a page that have the same text', async () => {
      const text = JSON.stringify(court('de todos'));
      const todos = [put({ inline: text }), put({ inline: text }), put({ inline: JSON.stringify(court('outro')) }), put({ inline: text })];
      await Promise.all(todos.map((el, nth) => untilShown(el, nth === 2 ? 'outro' : 'de todos')));
      const [a, b, outro, ...rest] = todos.map(({ lido }) => lido);
      expect(a).to.equal(b);
      expect(a).not.to.equal(outro);
      expect(rest[0]).to.deep.equal(a);
    });

    it('from the answer that the loader asked for beside the code, with the times that it came in, and never twice', async () => {
      const tribunal = at('adiantado.json');
      const response = new Response(JSON.stringify(court('adiantado')), { headers: { date: 'Fri, 20 Nov 2026 13:00:00 GMT' } });
      setPage({ tribunal, resposta: Promise.resolve([response, 100, 150, JSON.stringify(court('adiantado'))]) });
      const ports = fakePorts();
      const synced: number[][] = [];
      ports.clock.sync = (...sample) => void synced.push(sample);
      const el = put({ ports });
      // Before the browser has drawn anything else: nothing is waited for but promises that are kept.
      for (let turn = 0; turn < 30; turn++) await null;
      expect(shown(el)).to.equal('Serviço de adiantado');
      expect(ports.fetched).to.deep.equal([]);
      expect(synced).to.deep.equal([[Date.UTC(2026, 10, 20, 13), 100, 150]]);
    });

    it('from the answer that is here before the code: the element is drawn once, and begins with it', async () => {
      const tribunal = at('aqui.json');
      const response = new Response('', { headers: { date: 'Fri, 20 Nov 2026 13:00:00 GMT' } });
      setPage({ tribunal, resposta: [response, 100, 150, JSON.stringify(court('aqui'))] });
      const ports = fakePorts();
      const synced: number[][] = [];
      ports.clock.sync = (...sample) => void synced.push(sample);
      let updates = 0;
      const first = put({ ports });
      first.addController({ hostUpdated: () => void updates++ });
      await first.updateComplete;
      expect(shown(first)).to.equal('Serviço de aqui');
      expect(synced).to.deep.equal([[Date.UTC(2026, 10, 20, 13), 100, 150]]);
      const second = put({ ports });
      second.addController({ hostUpdated: () => void updates++ });
      await second.updateComplete;
      expect(shown(second)).to.equal('Serviço de aqui');
      expect(updates).to.equal(2);
      expect(ports.fetched).to.deep.equal([]);
    });

    it('from the network again, when what is here before the code is a refusal', async () => {
      const tribunal = at('recusado-antes.json');
      setPage({ tribunal, resposta: [new Response('', { status: 503 }), 100, 150, ''] });
      const clock = fakeClock();
      const el = put({ ports: fakePorts({ clock, files: { [tribunal]: court('depois') } }) });
      await untilState(el, 'failed');
      clock.advance(COURT_RETRIES_MS[0]);
      await untilShown(el, 'depois');
      expect(el.ports.fetched).to.deep.equal([tribunal]);
    });

    it('from the network again, when the loader was refused', async () => {
      const tribunal = at('recusado.json');
      setPage({ tribunal, resposta: Promise.reject(new TypeError('offline')) });
      const clock = fakeClock();
      const el = put({ ports: fakePorts({ clock, files: { [tribunal]: court('depois') } }) });
      await untilState(el, 'failed');
      expect(el.ports.fetched).to.deep.equal([]);
      clock.advance(COURT_RETRIES_MS[0]);
      await untilShown(el, 'depois');
      expect(el.ports.fetched).to.deep.equal([tribunal]);
    });

    it('from an address, relative to the page', async () => {
      const el = put({ attrs: { tribunal: 'tribunal.json' }, files: { [at('tribunal.json')]: court('endereço') } });
      await untilShown(el, 'endereço');
      expect(el.ports.fetched).to.deep.equal([at('tribunal.json')]);
    });

    it('from the backend alone, which is then the backend', async () => {
      const el = put({ attrs: { backend: '/api' }, backend: fakeBackend({ tribunal: () => Promise.resolve(court('backend')) }) });
      await untilShown(el, 'backend');
      expect(el.backendUrl).to.equal(at('/api'));
    });

    it('from the page: its file, else its backend', async () => {
      setPage({ tribunal: 'pagina.json', backend: '/api' });
      const el = put({ files: { [at('pagina.json')]: court('página') } });
      await untilShown(el, 'página');
      expect(el.backendUrl).to.equal(at('/api'));
      setPage({ backend: '/api' });
      await untilShown(put({ backend: fakeBackend({ tribunal: () => Promise.resolve(court('backend da página')) }) }), 'backend da página');
    });

    it('from nowhere, and that is no error', async () => {
      const el = put();
      await untilState(el, 'absent');
      expect(seen(el)).to.equal('sem arquivo');
      expect(told).to.deep.equal([]);
    });

    it('from the strongest: object, child, address, backend, then the page', async () => {
      setPage({ tribunal: 'pagina.json', backend: '/pagina' });
      const files = { [at('tribunal.json')]: court('endereço'), [at('pagina.json')]: court('página') };
      const backend = fakeBackend({ tribunal: () => Promise.resolve(court('backend')) });
      const el = put({ courtFile: court('objeto'), inline: JSON.stringify(court('filho')), attrs: { tribunal: 'tribunal.json', backend: '/api' }, files, backend });
      await untilShown(el, 'objeto');
      el.courtFile = undefined;
      await untilShown(el, 'filho');
      el.querySelector('script')!.remove();
      await untilShown(el, 'endereço');
      el.removeAttribute('tribunal');
      await untilShown(el, 'backend');
      el.removeAttribute('backend');
      await untilShown(el, 'página');
      setPage();
      el.requestUpdate();
      await untilState(el, 'absent');
    });
  });

  describe('gives the backend', () => {
    const files = { [at('pasta/tribunal.json')]: court('t', { backend: { tipo: 'atrio', url: 'api' } }) };

    it('relative to the file; the page’s and the element’s own attribute win over it', async () => {
      const el = put({ attrs: { tribunal: 'pasta/tribunal.json' }, files });
      await untilShown(el, 't');
      expect(el.backendUrl).to.equal(at('pasta/api'));
      setPage({ backend: '/da-pagina' });
      expect(el.backendUrl).to.equal(at('/da-pagina'));
      el.setAttribute('backend', '/do-elemento');
      expect(el.backendUrl).to.equal(at('/do-elemento'));
    });

    it('that is a form endpoint as a place to send to, relative to the file, and never as an address of the contract', async () => {
      const el = put({ attrs: { tribunal: 'pasta/tribunal.json' }, files: { [at('pasta/tribunal.json')]: court('t', { backend: { tipo: 'formulario', url: 'envio', codificacao: 'json' } }) } });
      await untilShown(el, 't');
      expect(el.destino).to.deep.equal({ tipo: 'formulario', url: at('pasta/envio'), codificacao: 'json' });
      expect(el.backendUrl).to.equal(null);
    });

    it('that is an object of the page, which is asked for no court file and wins over every address', async () => {
      const own = { submit: () => Promise.resolve({}) };
      const el = put({ attrs: { tribunal: 'pasta/tribunal.json' }, files });
      el.backend = own;
      await untilShown(el, 't');
      expect(el.destino).to.equal(own);
      expect(el.backendUrl).to.equal(null);
      const alone = put();
      alone.backend = own;
      await untilState(alone, 'absent');
      expect(alone.ports.fetched).to.deep.equal([]);
    });

    it('an address that cannot be one stops nothing', async () => {
      const el = put({ courtFile: court('t'), attrs: { backend: 'http://[' } });
      await untilShown(el, 't');
      expect(el.backendUrl).to.equal('http://[');
      const other = put({ attrs: { tribunal: 'http://[' } });
      await untilState(other, 'failed');
      expect(seen(other)).to.contain(common['comum.falha-dados']);
    });
  });

  describe('changes', () => {
    it('by another object', async () => {
      const el = put({ courtFile: court('um') });
      await untilShown(el, 'um');
      el.courtFile = court('dois');
      await untilShown(el, 'dois');
    });

    it('by another address', async () => {
      const el = put({ attrs: { tribunal: 'a.json' }, files: { [at('a.json')]: court('a'), [at('b.json')]: court('b') } });
      await untilShown(el, 'a');
      el.tribunal = 'b.json';
      await untilShown(el, 'b');
      el.setAttribute('tribunal', 'b.json');
      await el.updateComplete;
      expect(el.ports.fetched).to.deep.equal([at('a.json'), at('b.json')]);
    });

    it('by a child that comes after the element, as when the page is still being read, or is rewritten', async () => {
      const el = put();
      await untilState(el, 'absent');
      const script = json(JSON.stringify(court('depois')));
      el.append(script);
      await untilShown(el, 'depois');
      script.textContent = JSON.stringify(court('reescrito'));
      await untilShown(el, 'reescrito');
      script.remove();
      await untilState(el, 'absent');
    });

    it('while the old one is on its way: the late answer never lands', async () => {
      const ports = fakePorts({ files: { [at('b.json')]: court('b') } });
      const { fetch: give } = ports;
      let answerOld: (response: Response) => void = () => undefined;
      ports.fetch = (input, init) => (String(input) === at('a.json') ? new Promise<Response>((resolve) => (answerOld = resolve)) : give(input, init));
      const el = put({ ports, attrs: { tribunal: 'a.json' } });
      await untilState(el, 'loading');
      expect(fallbackShows(el)).to.equal(true);
      el.tribunal = 'b.json';
      await untilShown(el, 'b');
      answerOld(Response.json(court('a', { ramo: 'errado' as 'estadual' })));
      await quiet(el);
      expect(shown(el)).to.equal('Serviço de b');
      expect(told).to.deep.equal([]);
    });
  });

  describe('that does not come', () => {
    const attrs = { tribunal: 'tribunal.json' };
    /** A file that is not there until the test puts it there. */
    const absent = (): { el: ReturnType<typeof put>; arrive(): void } => {
      const files: Record<string, unknown> = { [at('tribunal.json')]: 503 };
      const el = put({ attrs, files });
      return { el, arrive: () => void (files[at('tribunal.json')] = court('voltou')) };
    };

    it('leaves the page’s own content in sight, says so, and offers to try again', async () => {
      const { el } = absent();
      await untilState(el, 'failed');
      expect(fallbackShows(el)).to.equal(true);
      expect(seen(el)).to.contain(common['comum.falha-dados']);
      expect(el.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal(common['comum.falha-dados']);
      await expect(el).to.be.accessible();
    });

    it('is asked for again by itself, a few times, then no more', async () => {
      const { el } = absent();
      for (const [turn, wait] of COURT_RETRIES_MS.entries()) {
        await until(() => el.estado === 'failed' && el.ports.fetched.length === turn + 1, `try ${turn + 1}`);
        expect(el.ports.clock.pending).to.equal(1);
        el.ports.clock.advance(wait);
      }
      await until(() => el.estado === 'failed' && el.ports.fetched.length === 4, 'the last try');
      expect(el.ports.clock.pending).to.equal(0);
    });

    it('is asked for after the same wait although the clock is set back meanwhile', async () => {
      const { el, arrive } = absent();
      await untilState(el, 'failed');
      arrive();
      el.ports.clock.shift(-5 * 3_600_000);
      el.ports.clock.advance(COURT_RETRIES_MS[0] - 1);
      expect(el.ports.fetched.length).to.equal(1);
      el.ports.clock.advance(1);
      await untilShown(el, 'voltou');
    });

    it('comes at a later try', async () => {
      const { el, arrive } = absent();
      await untilState(el, 'failed');
      arrive();
      el.ports.clock.advance(COURT_RETRIES_MS[0]);
      await untilShown(el, 'voltou');
      expect(fallbackShows(el)).to.equal(false);
    });

    it('comes when the network is back', async () => {
      const { el, arrive } = absent();
      await untilState(el, 'failed');
      arrive();
      globalThis.dispatchEvent(new Event('online'));
      await untilShown(el, 'voltou');
      expect(el.ports.clock.pending).to.equal(0);
    });

    it('comes by the button, which keeps the focus while it is tried, and by keyboard', async () => {
      const { el, arrive } = absent();
      await untilState(el, 'failed');
      const { fetch: give } = el.ports;
      let answer: () => void = () => undefined;
      el.ports.fetch = async (input, init) => {
        await new Promise<void>((resolve) => (answer = resolve));
        return give(input, init);
      };
      const button = retryButton(el)!;
      button.focus();
      button.click();
      await until(() => button.getAttribute('aria-disabled') === 'true', 'it says that it is trying');
      expect(el.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal(common['comum.carregando']);
      expect(el.shadowRoot!.activeElement).to.equal(button);
      button.click();
      answer();
      await untilState(el, 'failed');
      expect(el.ports.fetched.length).to.equal(2);
      expect(retryButton(el)).to.equal(button);
      expect(el.shadowRoot!.activeElement).to.equal(button);
      expect(el.ports.clock.pending).to.equal(1);
      arrive();
      el.ports.fetch = give;
      button.click();
      await untilShown(el, 'voltou');
    });

    it('is not waited for out of the page, and is asked for on coming back', async () => {
      const { el, arrive } = absent();
      await untilState(el, 'failed');
      el.remove();
      expect(el.ports.clock.pending).to.equal(0);
      arrive();
      document.body.append(el);
      await untilShown(el, 'voltou');
    });

    it('and fails out of the page leaves no timer', async () => {
      let fail: (reason: Error) => void = () => undefined;
      const ports = fakePorts();
      ports.fetch = () => new Promise<Response>((_resolve, reject) => (fail = reject));
      const el = put({ ports, attrs });
      await untilState(el, 'loading');
      el.remove();
      fail(new TypeError('Failed to fetch'));
      await until(() => el.estado === 'failed', 'it fails');
      expect(el.ports.clock.pending).to.equal(0);
    });

    it('another address makes the old one be forgotten, its timer too', async () => {
      const { el } = absent();
      await untilState(el, 'failed');
      el.courtFile = court('outro');
      await untilShown(el, 'outro');
      expect(el.ports.clock.pending).to.equal(0);
    });

    it('a backend that does not answer is the same', async () => {
      let down = true;
      const el = put({ attrs: { backend: '/api' }, backend: fakeBackend({ tribunal: () => (down ? Promise.reject(new BackendError('rede', 'sem resposta')) : Promise.resolve(court('backend'))) }) });
      await untilState(el, 'failed');
      down = false;
      el.ports.clock.advance(COURT_RETRIES_MS[0]);
      await untilShown(el, 'backend');
    });

    it('with debug, says which address gave what', async () => {
      const { el } = absent();
      el.debug = true;
      await untilState(el, 'failed');
      expect(seen(el)).to.contain(`tribunal: encontrado ${at('tribunal.json')} (503); esperado o arquivo do tribunal.`);
    });
  });

  describe('that cannot be read', () => {
    const DEBUG = common['comum.debug-titulo'];

    it('keeps the page’s own content, and no try is promised', async () => {
      const el = put({ inline: '{ "nome": "T", }' });
      await untilState(el, 'failed');
      expect(fallbackShows(el)).to.equal(true);
      expect(retryButton(el)).to.equal(null);
      expect(seen(el)).to.contain(common['comum.falha-dados-dica.invalido']).and.not.contain('tentar de novo');
      expect(el.ports.clock.pending).to.equal(0);
      await until(() => told.length === 1, 'the webmaster is told');
      expect(told[0]).to.equal('[Átrio] Confira o arquivo do tribunal (<script type="application/json">):\nlinha 1, coluna 16: encontrado uma vírgula antes de }; esperado nenhuma vírgula depois do último item.');
    });

    it('a page of the site in its place says the same', async () => {
      const ports = fakePorts();
      ports.fetch = () => Promise.resolve(new Response('<!doctype html><title>Não encontrado</title>'));
      const el = put({ ports, attrs: { tribunal: 'nada.json' } });
      await untilState(el, 'failed');
      await until(() => told.length === 1, 'the webmaster is told');
      expect(told[0]).to.contain(at('nada.json')).and.contain('encontrado uma página (HTML)');
    });

    it('shows a citizen no technical word', async () => {
      for (const wrong of [court('t', { unidades: [{}] as never }), { nome: 3 }, []]) {
        const el = put({ courtFile: wrong });
        await until(() => ['ready', 'failed'].includes(el.estado) && told.length > 0, 'it is read');
        await quiet(el);
        expect(seen(el)).not.to.match(/esperado|encontrado|unidades|courtFile|JSON|undefined/);
        expect(seen(el)).not.to.contain(DEBUG);
        el.remove();
        told = [];
      }
    });

    it('with debug, shows in place where, what was found and what was expected', async () => {
      const el = put({ attrs: { debug: '' }, courtFile: court('t', { ramo: 'municipal' as 'estadual', unidades: [{ id: 'v', nome: 'V', tipo: 'vara', hours: 'seg a sex' }] }) });
      await until(() => seen(el).includes(DEBUG), 'the list is shown');
      expect(seen(el)).to.contain('ramo: encontrado "municipal"; esperado um destes: estadual, federal');
      expect(seen(el)).to.contain('unidades[0].hours: encontrado “seg” na posição 1 de "seg a sex"; esperado');
      expect(shown(el)).to.equal('Serviço de t');
      await expect(el).to.be.accessible();
    });

    it('debug of the page, and debug set later, do the same', async () => {
      const wrong = court('t', { ramo: 'x' as 'estadual' });
      setPage({ debug: true });
      const first = put({ courtFile: wrong });
      await until(() => seen(first).includes(DEBUG), 'by the page');
      setPage();
      const second = put({ courtFile: wrong });
      await untilShown(second, 't');
      second.debug = true;
      await until(() => seen(second).includes(DEBUG), 'set later');
      second.debug = false;
      await second.updateComplete;
      expect(seen(second)).not.to.contain(DEBUG);
    });

    it('an unknown key is a warning, and the rest counts', async () => {
      const el = put({ attrs: { debug: '' }, courtFile: { ...court('t'), novidade: 1 } });
      await until(() => seen(el).includes('novidade: encontrado a chave "novidade"'), 'the warning');
      expect(shown(el)).to.equal('Serviço de t');
    });

    it('a unit that the file does not have is named with those that it has; with a backend, it may be there', async () => {
      const given = court('t', { unidades: ['um', 'dois'].map((id) => ({ id, nome: id, tipo: 'vara' as const, hours: 'Mo-Fr 08:00-14:00' })) });
      const el = put({ attrs: { debug: '', unidade: 'tres' }, courtFile: given });
      await until(() => seen(el).includes(DEBUG), 'the list is shown');
      const words = '<atrio-prova unidade="tres">: encontrado um id que nenhuma unidade do arquivo tem; esperado no atributo unidade, um destes: um, dois.';
      expect(seen(el)).to.contain(words);
      expect(told).to.deep.equal([`[Átrio] ${words}`]);
      const fine: Record<string, string>[] = [{ debug: '', unidade: 'dois' }, { debug: '', unidade: 'tres', backend: '/api' }];
      for (const attrs of fine) {
        const other = put({ attrs, courtFile: given, backend: fakeBackend() });
        await untilShown(other, 't');
        await quiet(other);
        expect(seen(other)).not.to.contain(DEBUG);
      }
    });

    it('the console is told once for each file, whatever the number of elements', async () => {
      const files = { [at('errado.json')]: court('t', { ramo: 'x' as 'estadual' }), [at('outro.json')]: court('t', { ramo: 'x' as 'estadual' }) };
      const all = ['errado.json', 'errado.json', 'outro.json', 'errado.json'].map((tribunal) => put({ attrs: { tribunal, debug: '' }, files }));
      for (const el of all) await until(() => seen(el).includes(DEBUG), 'every element has its list');
      expect(told.map((line) => /\((.+)\):/.exec(line)?.[1]).toSorted()).to.deep.equal([at('errado.json'), at('outro.json')]);
    });
  });

  describe('is shared', () => {
    const files = { [at('tribunal.json')]: court('um só') };

    it('by elements: one download, whenever they come', async () => {
      const ports = fakePorts({ files });
      const two = [1, 2].map(() => put({ ports, attrs: { tribunal: 'tribunal.json' } }));
      for (const el of two) await untilShown(el, 'um só');
      await untilShown(put({ ports, attrs: { tribunal: './tribunal.json' } }), 'um só');
      expect(ports.fetched).to.deep.equal([at('tribunal.json')]);
    });

    it('but a failure is not: a new try is a new request', async () => {
      const some: Record<string, unknown> = {};
      const ports = fakePorts({ files: some });
      const two = [1, 2].map(() => put({ ports, attrs: { tribunal: 'tribunal.json' } }));
      for (const el of two) await untilState(el, 'failed');
      Object.assign(some, files);
      globalThis.dispatchEvent(new Event('online'));
      for (const el of two) await untilShown(el, 'um só');
      expect(ports.fetched.length).to.equal(2);
    });
  });

  describe('brings the time', () => {
    /** A clock that wants a sample until it gets one. */
    const wanting = (): { clock: FakeClock; samples: [number, number, number][]; sleep(): void } => {
      const samples: [number, number, number][] = [];
      let needsSync = true;
      const clock = fakeClock();
      Object.defineProperties(clock, {
        needsSync: { get: () => needsSync },
        sync: {
          value: (...sample: [number, number, number]) => {
            samples.push(sample);
            needsSync = false;
          },
        },
      });
      const sleep = (): void => {
        needsSync = true;
        clock.shift(0);
      };
      return { clock, samples, sleep };
    };
    const DATE = 'Fri, 20 Nov 2026 13:00:00 GMT';
    /** A server that tells the time. */
    const dated = (clock: FakeClock): { ports: FakePorts; asked: string[] } => {
      const asked: string[] = [];
      const ports = fakePorts({ clock });
      ports.fetch = (input, init) => {
        asked.push(`${init?.method ?? 'GET'} ${String(input)} ${init?.cache}`);
        return Promise.resolve(new Response(init?.method === 'HEAD' ? null : JSON.stringify(court('hora')), { headers: { date: DATE } }));
      };
      return { ports, asked };
    };

    it('[BV-02] in its Date, with the times around the call, past the browser’s cache', async () => {
      const { clock, samples } = wanting();
      const { ports, asked } = dated(clock);
      await untilShown(put({ ports, attrs: { tribunal: 'hora.json' } }), 'hora');
      expect(samples).to.deep.equal([[Date.parse(DATE), clock.mono(), clock.mono()]]);
      expect(asked).to.deep.equal([`GET ${at('hora.json')} no-cache`]);
    });

    it('[BV-02] after a sleep, by one HEAD for many elements', async () => {
      const { clock, samples, sleep } = wanting();
      const { ports, asked } = dated(clock);
      const many = [1, 2, 3, 4, 5].map(() => put({ ports, attrs: { tribunal: 'hora.json' } }));
      for (const el of many) await untilShown(el, 'hora');
      sleep();
      await until(() => samples.length === 2, 'the time came');
      clock.shift(0);
      await quiet(many[0]!);
      expect(asked).to.deep.equal([`GET ${at('hora.json')} no-cache`, `HEAD ${at('hora.json')} no-cache`]);
    });

    it('[BV-02] from the page’s own server when the file is in the page, or when there is none; once', async () => {
      for (const setting of [{ courtFile: court('objeto') }, { inline: JSON.stringify(court('filho')) }, {}]) {
        const { clock, samples } = wanting();
        const { ports, asked } = dated(clock);
        const many = [1, 2, 3].map(() => put({ ...setting, ports }));
        for (const el of many) await until(() => ['ready', 'absent'].includes(el.estado), 'it is read');
        await until(() => samples.length > 0, 'the time came');
        await quiet(many[0]!);
        expect(asked).to.deep.equal([`HEAD ${location.href} no-cache`]);
        many.forEach((el) => el.remove());
      }
    });

    it('not after a sleep when the element is gone', async () => {
      const { clock, sleep } = wanting();
      const { ports, asked } = dated(clock);
      const el = put({ ports, attrs: { tribunal: 'hora.json' } });
      await untilShown(el, 'hora');
      el.remove();
      sleep();
      expect(asked.length).to.equal(1);
    });
  });

  describe('[ACC-03] has the court’s own texts', () => {
    const textos = { 'prova.titulo': 'Atendimento: {nome}' };

    it('from the first time that they are drawn, and after a change', async () => {
      const el = put({ courtFile: court('t', { textos }) });
      await until(() => el.drawn.length > 0, 'it is drawn');
      expect(new Set(el.drawn)).to.deep.equal(new Set(['Atendimento: t']));
      el.courtFile = court('u');
      await untilShown(el, 'u');
    });

    it('under those of the page', async () => {
      const el = put({ courtFile: court('t', { textos }) });
      el.textos = { 'prova.titulo': 'Página de {nome}' };
      await until(() => shown(el) === 'Página de t', 'the page wins');
    });

    it('that are no texts, and nothing breaks', async () => {
      const el = put({ courtFile: court('t', { textos: { 'prova.titulo': 3 } as never }) });
      await untilShown(el, 't');
      await untilShown(put({ courtFile: court('u', { textos: 'nada' as never }) }), 'u');
    });

    for (const [tag, key] of [
      ['balcao-virtual', 'balcao.titulo'],
      ['ouvidoria-form', 'comum.continuar'],
      ['sic-request', 'comum.continuar'],
      ['protocolo-tracker', 'acompanhar.titulo'],
    ] as const) {
      it(`on the screen of <${tag}>`, async () => {
        const el = document.createElement(tag) as AtrioElement;
        el.ports = fakePorts({ backend: fakeBackend() });
        el.courtFile = court('t', { backend: { tipo: 'atrio', url: '/api' }, textos: { [key]: 'Palavras deste tribunal' } });
        document.body.append(el);
        await until(() => seen(el).includes('Palavras deste tribunal'), seen(el));
      });
    }
  });
});
