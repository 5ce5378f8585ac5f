import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { BackendError } from '../../../src/adapters/ports.ts';
import '../../../src/elements/protocolo-tracker/define.ts';
import type { ProtocoloTracker } from '../../../src/elements/protocolo-tracker/protocolo-tracker.ts';
import { CASO_RESPONDIDO } from '../../../stories/protocolo-tracker/cases.ts';
import { assentar, CHAVE, consultar, exemplos, montar, type Exemplo } from '../../../stories/protocolo-tracker/examples.ts';
import type { FakeBackend, FakePorts } from '../../support/fake-ports.ts';

async function open(exemplo: Partial<Exemplo> = {}): Promise<{ element: ProtocoloTracker; ports: FakePorts; root: ShadowRoot }> {
  const world = montar(exemplo);
  document.body.append(world.element);
  await assentar(world.element);
  await exemplo.preparar?.(world.element, world.ports);
  await assentar(world.element);
  return { ...world, root: world.element.shadowRoot! };
}

const text = (root: ParentNode, selector: string): string => root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const button = (root: ParentNode, words: string): HTMLButtonElement => [...root.querySelectorAll('button')].find((found) => found.textContent!.includes(words))!;
const popped = (): Promise<unknown> => new Promise((done) => addEventListener('popstate', done, { once: true }));
const KEY = '7KQ2M9XV4TBN8RDH';

afterEach(() => document.body.replaceChildren());

describe('<protocolo-tracker>', () => {
  it('[SIC-14] [OUV-10] opens a case with protocol and key, by keyboard alone', async () => {
    const { element, ports, root } = await open();
    root.querySelector<HTMLInputElement>('#protocolo')!.focus();
    await sendKeys({ type: '2026 000123 8' });
    await sendKeys({ press: 'Tab' });
    await assentar(element);
    expect(root.querySelector<HTMLInputElement>('#protocolo')!.value).to.equal(CASO_RESPONDIDO.protocolo);
    await sendKeys({ type: CHAVE });
    await sendKeys({ press: 'Enter' });
    await assentar(element);
    expect(text(root, 'h2')).to.equal(`Pedido de informação ${CASO_RESPONDIDO.protocolo}`);
    expect(root.activeElement === root.querySelector('h2')).to.equal(true);
    const backend = (await ports.backend('')) as FakeBackend;
    expect(backend.calls.map(({ args }) => args[0])).to.deep.equal([{ protocolo: CASO_RESPONDIDO.protocolo, chave: KEY }]);
  });

  it('[SIC-14] shows state, due date with arithmetic, remedies and history in plain words', async () => {
    const { root } = await open(exemplos.parcial);
    expect(text(root, '.estado')).to.include('Acesso dado em parte');
    expect(text(root, '.prazo h3')).to.equal('O prazo da resposta ia até quinta-feira, 10 de dezembro de 2026');
    const { root: waiting } = await open(exemplos.encaminhado);
    expect(text(waiting, '.prazo h3')).to.equal('Resposta até segunda-feira, 21 de dezembro de 2026');
    expect(root.querySelectorAll('.conta li')).to.have.length(4);
    expect(text(root, '[part="remedios"]')).to.include('Recorrer da decisão Você pode até sexta-feira, 4 de dezembro de 2026');
    const events = [...root.querySelectorAll('.historico li')].map((item) => item.textContent!.replace(/\s+/g, ' ').trim());
    expect(events).to.have.length(3);
    expect(events[0]).to.match(/^Resposta Secretaria de Administração, em 24\/11\/2026 às 11h/);
    expect(events[2]).to.match(/^Registro Você, em/);
  });

  it('has plain words for every state that a case can be in', async () => {
    const { ESTADOS_CASO } = await import('../../../src/contract/caso.ts');
    for (const estado of ESTADOS_CASO) {
      const { root } = await open({ ...exemplos.parcial, consultar: () => Promise.resolve({ ...CASO_RESPONDIDO, estado }) });
      expect(text(root, '.estado'), estado).to.not.include('acompanhar.');
    }
  });

  it('tells the page of the case, never of the key or the token', async () => {
    const seen: unknown[] = [];
    document.body.addEventListener('atrio-caso', (event) => seen.push(event.detail), { once: true });
    await open(exemplos.parcial);
    expect(seen).to.deep.equal([{ protocolo: CASO_RESPONDIDO.protocolo, tipo: 'pedido-informacao', estado: 'parcial', vence: '2026-12-10' }]);
  });

  it('leaves the key in no address, history entry, storage, attribute, event or console', async () => {
    const said: unknown[] = [];
    const { error, warn, info, log } = console;
    Object.assign(console, { error: (...all: unknown[]) => said.push(all), warn: (...all: unknown[]) => said.push(all), info: (...all: unknown[]) => said.push(all), log: (...all: unknown[]) => said.push(all) });
    for (const exemplo of [exemplos.parcial, exemplos.naoEncontrado, exemplos.rede, exemplos.servidor]) {
      const { element, root } = await open(exemplo);
      const everywhere = [location.href, JSON.stringify(history.state), JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie, element.getHTML({ serializableShadowRoots: true }), root.textContent, JSON.stringify(said)].join('\n');
      expect(everywhere.replace(/[\s-]/g, '').toUpperCase()).to.not.include(KEY);
      if (exemplo === exemplos.parcial) expect(element.tracker.state.chave).to.equal('');
    }
    Object.assign(console, { error, warn, info, log });
  });

  it('says on the field what is wrong with it, before anything is sent', async () => {
    const { ports, root } = await open(exemplos.digitacao);
    const protocolo = root.querySelector<HTMLInputElement>('#protocolo')!;
    expect(protocolo.getAttribute('aria-invalid')).to.equal('true');
    expect(protocolo.getAttribute('aria-describedby')!.split(' ').map((id) => text(root, `#${id}`)).join(' ')).to.include('não forma um protocolo');
    expect(text(root, '#chave-erro')).to.include('16 letras e números');
    expect(root.activeElement === protocolo).to.equal(true);
    expect(((await ports.backend('')) as FakeBackend).calls).to.have.length(0);
  });

  it('does not say which of the two is wrong', async () => {
    const { root } = await open(exemplos.naoEncontrado);
    expect(text(root, '.aviso')).to.include('Não encontramos este protocolo com esta chave');
    expect(root.activeElement === root.querySelector('[data-foco="situacao"]')).to.equal(true);
    expect(root.querySelector<HTMLInputElement>('#chave')!.value).to.not.equal('');
  });

  it('says how long to wait after too many tries', async () => {
    const { root } = await open(exemplos.muitas);
    expect(text(root, '.aviso')).to.include('Espere 14 minutos');
    const { root: short } = await open({ ...exemplos.muitas, consultar: () => Promise.reject(new BackendError('recusa', '', { type: '', title: '', status: 429 }, 5_000)) });
    expect(text(short, '.aviso')).to.include('Espere 1 minuto e');
  });

  it('keeps what was typed when the network fails, and asks again', async () => {
    let fail = true;
    const { element, root } = await open({ consultar: () => (fail ? Promise.reject(new BackendError('rede', '')) : Promise.resolve(CASO_RESPONDIDO)) });
    await consultar(element);
    expect(text(root, '.aviso')).to.include('Não conseguimos falar com o tribunal');
    fail = false;
    button(root, 'Consultar').click();
    await assentar(element);
    expect(element.tracker.state.kind).to.equal('shown');
  });

  it('says when what is on the screen is old, keeps it, and asks for the key again', async () => {
    const { element, root } = await open(exemplos.expirado);
    expect(text(root, '.estado')).to.include('Acesso dado em parte');
    expect(text(root, '[role="status"]')).to.include('mais de 15 minutos');
    button(root, 'Consultar de novo').click();
    await popped();
    await assentar(element);
    expect(root.activeElement?.id).to.equal('chave');
    expect(root.querySelector<HTMLInputElement>('#protocolo')!.value).to.equal(CASO_RESPONDIDO.protocolo);
    expect(root.querySelector<HTMLInputElement>('#chave')!.value).to.equal('');
  });

  it("goes from the case to the fields by the browser's Back, and stays on the page", async () => {
    const { element, root } = await open(exemplos.parcial);
    const page = location.href;
    history.back();
    await popped();
    await assentar(element);
    expect(location.href).to.equal(page);
    expect(element.tracker.state.kind).to.equal('editing');
    expect(root.querySelector('form')).to.exist;
  });

  it('[ACC-01] out of the page a case that comes late writes nothing in the history of the page that came after', async () => {
    let answer = (): void => undefined;
    const { element } = await open({ preparar: (one) => consultar(one, undefined, undefined, false), consultar: () => new Promise((resolve) => (answer = () => resolve(CASO_RESPONDIDO))) });
    expect(element.tracker.state.kind).to.equal('consulting');
    element.remove();
    history.replaceState({ outra: 1 }, '');
    const entries = history.length;
    answer();
    for (let n = 0; n < 200 && element.tracker.state.kind !== 'shown'; n += 1) await new Promise(requestAnimationFrame);
    expect(element.tracker.state.kind).to.equal('shown');
    expect([history.length, history.state]).to.deep.equal([entries, { outra: 1 }]);
    document.body.append(element);
    expect((history.state as Record<string, unknown>)['atrio:acompanhar']).to.deep.equal([1, null]);
  });

  it('is not closed by a link to a part of the page', async () => {
    const { element } = await open(exemplos.parcial);
    const before = location.hash;
    const moved = (): Promise<unknown> => new Promise((done) => addEventListener('hashchange', done, { once: true }));
    let done = moved();
    location.hash = '#conteudo';
    await done;
    await assentar(element);
    expect(element.tracker.state.kind).to.equal('shown');
    done = moved();
    history.back();
    await done;
    expect(location.hash).to.equal(before);
    expect(element.tracker.state.kind).to.equal('shown');
  });

  it('forgets everything for another protocol', async () => {
    const { element, root } = await open(exemplos.parcial);
    button(root, 'Consultar outro').click();
    await popped();
    await assentar(element);
    expect(root.querySelector<HTMLInputElement>('#protocolo')!.value).to.equal('');
    expect(root.activeElement?.id).to.equal('protocolo');
  });

  it('begins with the protocol of the attribute, and lets the person change it', async () => {
    const { element, root } = await open(exemplos.preenchido);
    expect(root.querySelector<HTMLInputElement>('#protocolo')!.value).to.equal(CASO_RESPONDIDO.protocolo);
    element.tracker.send({ type: 'input', field: 'protocolo', value: '2025' });
    await assentar(element);
    expect(root.querySelector<HTMLInputElement>('#protocolo')!.value).to.equal('2025');
  });

  it('makes no markup of what the backend says', async () => {
    const attack = '<img src=x onerror="window.hacked=1">';
    const caso = {
      ...CASO_RESPONDIDO,
      eventos: [{ id: '1', tipo: 'x', em: attack, autor: { papel: 'unidade' as const, unidade: attack }, texto: attack }],
      remedios: [{ tipo: attack, ate: attack, base: attack }],
      prazo: { ...CASO_RESPONDIDO.prazo, base: attack, vence: attack, calculo: [{ passo: 'registro' as const, data: '', texto: attack }] },
    };
    const { root } = await open({ ...exemplos.parcial, consultar: () => Promise.resolve(caso) });
    expect(root.querySelector('img')).to.equal(null);
    expect(text(root, '.historico')).to.include(attack);
  });

  it('shows the page’s own content when there is no backend', async () => {
    const { root } = await open(exemplos.semBackend);
    expect(root.querySelector('slot')).to.exist;
    expect(root.querySelector('form')).to.equal(null);
  });

  it('fits a narrow phone', async function () {
    this.timeout(30_000);
    await setViewport({ width: 320, height: 640 });
    for (const exemplo of Object.values(exemplos)) {
      const { element } = await open(exemplo as Exemplo);
      expect(element.scrollWidth, exemplo.nome).to.be.at.most(element.clientWidth);
      element.remove();
    }
    await setViewport({ width: 800, height: 600 });
  });

  for (const exemplo of Object.values(exemplos) as Exemplo[]) {
    it(`[OUV-05] is accessible: ${exemplo.nome}`, async () => {
      const { element } = await open(exemplo);
      expect(element.tracker.state.kind).to.equal(exemplo.estado);
      await expect(element).to.be.accessible();
    });
  }
});
