import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../src/elements/balcao-directory/define.ts';
import type { BalcaoDirectory } from '../../../src/elements/balcao-directory/balcao-directory.ts';
import { escreverEndereco } from '../../../src/domain/directory/address.ts';
import { empacotar } from '../../../src/domain/directory/pack.ts';
import { abrir, AGORA, assentar, ate, DIRETORIO, exemplos, montar, POUCAS, raiz, type Exemplo } from '../../../stories/balcao-directory/examples.ts';
import type { FakePorts } from '../../support/fake-ports.ts';

async function open(exemplo: Partial<Exemplo> = exemplos.lista, mais: Record<string, unknown> = {}): Promise<{ element: BalcaoDirectory; root: ShadowRoot; ports: FakePorts }> {
  const { element, ports } = montar(exemplo, mais);
  document.body.append(element);
  await ate(() => element.directory.state.kind === (exemplo.estado ?? 'shown') && (element.directory.rules || exemplo.estado));
  await assentar(element);
  await exemplo.preparar?.(element);
  await element.updateComplete;
  return { element, root: raiz(element), ports };
}

const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const names = (root: ParentNode): string[] => [...root.querySelectorAll('.nome')].filter((node) => node.closest('summary')).map(words);
const status = (root: ParentNode): string => words(root.querySelector('[role=status]'));
const row = (root: ParentNode, name: string): string => words([...root.querySelectorAll('summary')].find((node) => words(node).startsWith(name)));

/** Writes in the search as a person does, and lets the pause pass. */
async function search(element: BalcaoDirectory, ports: FakePorts, text: string): Promise<void> {
  const input = raiz(element).querySelector<HTMLInputElement>('#busca')!;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  ports.clock.advance(1000);
  await element.updateComplete;
}

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', location.pathname + location.search);
});

describe('<balcao-directory>', () => {
  it('[BV-02] lists every unit by comarca with its status now, in its own time', async () => {
    const { root } = await open();
    expect([...root.querySelectorAll('h3')].map(words)).to.deep.equal(['Eirunepé', 'Mossoró', 'Natal', 'Outras unidades']);
    expect(status(root)).to.equal('6 unidades');
    expect(row(root, '2ª Vara Cível')).to.match(/Aberta agora\. Fecha às 14h/);
    expect(row(root, '1ª Vara de Família')).to.match(/Fechada agora\. Abre hoje, às 12h/);
    expect(row(root, 'Plantão')).to.match(/Aberta agora\. Atende 24 horas por dia\./);
    expect(row(root, 'Posto')).to.match(/Mossoró|Serra do Mel.*Secretaria.*Fechada agora\. Abre amanhã, às 8h/);
    // 07:30 there.
    expect(row(root, 'Vara Única de Eirunepé')).to.match(/Fechada agora\. Abre hoje, às 8h \(horário de Eirunepé\)/);
  });

  it('[BV-02] tells when a unit opens and closes, without asking anybody', async () => {
    const { element, root, ports } = await open();
    ports.clock.advance(3 * 60 * 60_000);
    await element.updateComplete;
    expect(row(root, '1ª Vara de Família')).to.match(/Aberta agora\. Fecha às 18h/);
    expect(ports.fetched.filter((url) => url === DIRETORIO)).to.have.length(1);
    expect(ports.clock.pending).to.be.lessThan(3);
  });

  it('[BV-03] shows telephones, e-mails, address and hours beside the way to the counter, with the mention of the public hours', async () => {
    const { element, root } = await open();
    const details = await abrir(element, '2ª Vara Cível de Natal');
    const said = words(details);
    for (const part of ['(84) 5555-0103', 'Telefone da secretaria', '(84) 5555-0113', '2civel.natal@tribunal.example', 'Rua Doutor Lauro Pinto, 315, 3º andar', 'CEP 59064-250', 'Segunda a sexta: das 8h às 14h']) expect(said).to.include(part);
    expect(said).to.include('O atendimento por vídeo acontece apenas durante o horário de atendimento ao público.');
    const link = details.querySelector<HTMLAnchorElement>('a.botao')!;
    expect(link.getAttribute('href')).to.equal('balcao.html?unidade=2-vara-civel-natal');
    expect(details.querySelector('a[href="tel:+558455550103"]')).to.exist;
    expect(details.querySelector('a[href="mailto:2civel.natal@tribunal.example"]')).to.exist;
    expect(root.querySelectorAll('.detalhe')).to.have.length(1);
  });

  it('[BV-07] lists chambers with their contacts, and says that they have no counter', async () => {
    const { element } = await open();
    const details = await abrir(element, 'Gabinete da 2ª Vara Cível de Natal');
    expect(words(details)).to.include('não têm Balcão Virtual').and.to.include('gab2civel@tribunal.example');
    expect(details.querySelector('a.botao')).to.equal(null);
  });

  it('[BV-05] says of a unit without video that its counter takes messages', async () => {
    const { element } = await open();
    const details = await abrir(element, 'Posto Avançado de Serra do Mel');
    expect(words(details)).to.include('não atende por vídeo').and.not.to.include('O atendimento por vídeo acontece');
    expect(details.querySelector('a.botao')).to.exist;
  });

  it('an address of a counter that is no web page is no link, and the page can stop the person from leaving', async () => {
    const tribunal = { ...POUCAS, unidades: POUCAS.unidades.map((unidade) => (unidade.id === 'plantao' ? { ...unidade, balcaoUrl: 'javascript:alert(1)' } : unidade)) };
    const { element } = await open({ tribunal: () => tribunal, semBackend: true, estado: 'shown' });
    expect((await abrir(element, 'Plantão Judiciário')).querySelector('a.botao')).to.equal(null);
    const details = await abrir(element, '2ª Vara Cível de Natal');
    const told: unknown[] = [];
    element.addEventListener('atrio-diretorio-balcao', (event) => {
      told.push(event.detail);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    details.querySelector('a.botao')!.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
    expect(told).to.deep.equal([{ unidade: '2-vara-civel-natal', nome: '2ª Vara Cível de Natal' }]);
  });

  it('searches when the person pauses, counts aloud once, and keeps the search in the address', async () => {
    const { element, root, ports } = await open();
    const input = root.querySelector<HTMLInputElement>('#busca')!;
    input.value = 'familia';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
    expect(status(root)).to.equal('6 unidades');
    await search(element, ports, 'familia mossoro');
    expect(names(root)).to.deep.equal(['1ª Vara de Família de Mossoró']);
    expect(status(root)).to.equal('1 unidade');
    expect(location.hash).to.equal('#unidades?busca=familia+mossoro');
    root.querySelector<HTMLButtonElement>('.resumo button')!.click();
    await element.updateComplete;
    expect(status(root)).to.equal('6 unidades');
    expect(location.hash).to.equal('#unidades');
    expect(root.activeElement?.id).to.equal('busca');
  });

  it('filters by kind, comarca and what is open now, and says what to do when nothing is left', async () => {
    const { element, root, ports } = await open();
    const choose = async (id: string, value: string): Promise<void> => {
      const select = root.querySelector<HTMLSelectElement>(`#${id}`)!;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
    };
    await choose('tipo', 'vara');
    expect(names(root)).to.have.length(3);
    await choose('comarca', 'Natal');
    expect(names(root)).to.deep.equal(['2ª Vara Cível de Natal']);
    await choose('tipo', '');
    await choose('comarca', '');
    root.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    await element.updateComplete;
    expect(names(root)).to.deep.equal(['2ª Vara Cível de Natal', 'Gabinete da 2ª Vara Cível de Natal', 'Plantão Judiciário']);
    await search(element, ports, 'mossoro');
    expect(status(root)).to.equal('Nenhuma unidade encontrada');
    expect(words(root)).to.include('Tire o filtro “Só as abertas agora”');
  });

  it('a choice shows what the address asks for after any view, in the order of the alphabet, and the first of all where the court has no such thing', async () => {
    const { element, root, ports } = await open();
    const chosen = (): (string | undefined)[] => ['tipo', 'comarca'].map((id) => root.querySelector<HTMLSelectElement>(`#${id}`)?.selectedOptions[0]?.textContent);
    const go = async (hash: string): Promise<void> => {
      location.hash = hash;
      await ate(() => element.directory.state.kind === 'shown' && escreverEndereco(element.directory.state.vista) === hash);
      await element.updateComplete;
    };
    const kinds = (): string[] => [...root.querySelector<HTMLSelectElement>('#tipo')!.options].map(({ text }) => text);
    expect(kinds().slice(1)).to.deep.equal(kinds().slice(1).sort((a, b) => a.localeCompare(b, 'pt-BR')));
    await go('#unidades?tipo=vara&comarca=Natal');
    expect(chosen()).to.deep.equal(['Vara', 'Natal']);
    await go('#unidade-nenhuma');
    expect(root.querySelector('select')).to.equal(null);
    await go('#unidades?comarca=Atl%C3%A2ntida');
    expect(chosen()).to.deep.equal(['Todos', 'Todas']);
    const { length } = root.querySelector<HTMLSelectElement>('#comarca')!.options;
    await search(element, ports, 'vara');
    expect(root.querySelector<HTMLSelectElement>('#comarca')!.options.length).to.equal(length);
  });

  it('a link leads to one unit, unfolded; back leads to the search that was there', async () => {
    const { element, root, ports } = await open();
    await search(element, ports, 'vara');
    const before = names(root);
    const details = await abrir(element, before[0]!);
    details.querySelector<HTMLAnchorElement>('a[href^="#unidade-"]')!.click();
    await ate(() => names(root).length === 1);
    expect(location.hash).to.match(/^#unidade-/);
    expect(root.querySelector('details')!.open).to.equal(true);
    await ate(() => root.activeElement?.localName === 'summary');
    expect(root.activeElement?.localName).to.equal('summary');
    history.back();
    await ate(() => names(root).length === before.length);
    expect(names(root)).to.deep.equal(before);
    expect(root.querySelector<HTMLInputElement>('#busca')!.value).to.equal('vara');
  });

  it('[BV-02] three thousand units: the first ones at once, then every one without being asked for, each with its status', async function () {
    this.timeout(20_000);
    await setViewport({ width: 360, height: 740 });
    const { element, root, ports } = await open(exemplos.tresMil);
    expect(status(root)).to.equal('3.000 unidades');
    await ate(() => root.querySelectorAll('li').length === 3000);
    expect([...root.querySelectorAll('.estado')].filter((node) => /^(Aberta|Fechada) agora\. \S/.test(node.textContent ?? ''))).to.have.length(3000);
    // Out of sight they are not laid out.
    expect(getComputedStyle([...root.querySelectorAll('.bloco')].at(-1)!).contentVisibility).to.equal('auto');

    // At noon more of them open; those far away say so too.
    const said = (): number => root.querySelectorAll('.estado.bom').length;
    const before = said();
    ports.clock.advance(2.5 * 60 * 60_000);
    await element.updateComplete;
    const now = element.directory.rows.filter((at) => element.directory.status(at)?.kind === 'open').length;
    expect(now).to.be.greaterThan(before);
    await ate(() => said() === now);
    expect(said()).to.equal(now);

    await search(element, ports, 'vara');
    const found = element.directory.rows.length;
    expect(found).to.be.greaterThan(1000);
    expect(root.querySelectorAll('li').length).to.be.lessThan(400);
    await ate(() => root.querySelectorAll('li').length === found);
    expect(root.querySelectorAll('li')).to.have.length(found);
    await setViewport({ width: 800, height: 600 });
  });

  it('a change of status leaves the row that is being read, its unfolded contacts and the focus where they are', async () => {
    const { element, root, ports } = await open();
    const details = await abrir(element, '1ª Vara de Família de Mossoró');
    details.querySelector('summary')!.focus();
    ports.clock.advance(3 * 60 * 60_000);
    await element.updateComplete;
    expect(row(root, '1ª Vara de Família')).to.match(/Aberta agora\. Fecha às 18h/);
    expect(root.activeElement?.closest('details')?.dataset['row']).to.equal(details.dataset['row']);
    expect(details.isConnected && words(details).includes('(84) 5555-0105')).to.equal(true);
    details.open = false;
    await ate(() => !details.querySelector('.detalhe'));
    expect(details.querySelector('.detalhe')).to.equal(null);
  });

  it('on paper every block of the list is there', async () => {
    const { root } = await open(exemplos.tresMil);
    dispatchEvent(new Event('beforeprint'));
    expect(root.querySelectorAll('summary')).to.have.length(3000);
  });

  it('asks again when the network is back, by hand, and not without end', async () => {
    const { element, root, ports } = await open(exemplos.rede);
    expect(words(root)).to.include('Não conseguimos buscar as unidades');
    ports.fetch = () => Promise.resolve(Response.json(empacotar(POUCAS, AGORA)));
    dispatchEvent(new Event('online'));
    await ate(() => element.directory.state.kind === 'shown');
    expect(status(raiz(element))).to.equal('6 unidades');

    const failed = await open(exemplos.servidor);
    const asked = failed.ports.fetched.length;
    dispatchEvent(new Event('online'));
    failed.ports.clock.advance(600_000);
    expect(failed.ports.fetched.length).to.equal(asked);
    failed.root.querySelector('button')!.click();
    expect(failed.element.directory.state.kind).to.equal('loading');
  });

  it('takes a file of its own before the backend, and the court file where the backend has no directory', async () => {
    const file = 'https://tribunal.example/diretorio.json';
    const { root } = await open({ src: file, resposta: undefined }, { [file]: empacotar({ ...POUCAS, unidades: POUCAS.unidades.slice(0, 2) }, AGORA) });
    expect(status(root)).to.equal('2 unidades');
    document.body.replaceChildren();
    const { root: second } = await open(exemplos.arquivo);
    expect(status(second)).to.equal('6 unidades');
    document.body.replaceChildren();
    const { element } = await open({ src: file, estado: 'failed' }, { [file]: { versao: 9 } });
    expect(element.directory.state.kind).to.equal('failed');
  });

  it('is worked by the keyboard alone', async () => {
    const { root } = await open();
    root.querySelector<HTMLInputElement>('#busca')!.focus();
    for (let n = 0; n < 4; n++) await sendKeys({ press: 'Tab' });
    expect(root.activeElement?.localName).to.equal('summary');
    await sendKeys({ press: 'Enter' });
    await ate(() => root.querySelector('.detalhe a'));
    expect(root.querySelector('details')!.open).to.equal(true);
  });

  it('shows nothing of its own when the court lists no unit, beside the words of the page', async () => {
    const { element, root } = await open(exemplos.vazio);
    expect(element.directory.state.kind).to.equal('empty');
    expect(root.querySelector('slot')).to.exist;
  });

  it('leaves nothing behind when it leaves the page', async () => {
    const { element, ports } = await open();
    element.remove();
    expect(ports.clock.pending).to.equal(0);
    document.body.append(element);
    await assentar(element);
    expect(status(raiz(element))).to.equal('6 unidades');
  });
});
