import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { engine, itUnless, semEmulacao } from '../../support/engine.ts';
import { BackendError, type Statistics } from '../../../src/adapters/ports.ts';
import '../../../src/elements/ouvidoria-stats/define.ts';
import type { OuvidoriaStats } from '../../../src/elements/ouvidoria-stats/ouvidoria-stats.ts';
import { assentar, exemplos, montar, type Exemplo, type Perguntas } from '../../../stories/ouvidoria-stats/examples.ts';
import { NUMEROS_OMITIDOS, NUMEROS_OUVIDORIA, NUMEROS_VAZIOS } from '../../../stories/ouvidoria-stats/numeros.ts';

async function open(exemplo: Partial<Exemplo> = {}): Promise<{ element: OuvidoriaStats; root: ShadowRoot; perguntas: Perguntas }> {
  const { element, perguntas } = montar(exemplo);
  document.body.append(element);
  await assentar(element);
  await exemplo.preparar?.(element);
  return { element, root: element.shadowRoot!, perguntas };
}

const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const text = (root: ParentNode, selector: string): string => words(root.querySelector(selector));
const table = (root: ParentNode, caption: string): string[][] => {
  const found = [...root.querySelectorAll('table')].find((item) => words(item.caption) === caption)!;
  return [...found.tBodies[0]!.rows].map((row) => [...row.cells].map(words));
};
const choose = async (element: OuvidoriaStats, id: string, value: string): Promise<void> => {
  const select = element.shadowRoot!.querySelector<HTMLSelectElement>(`#${id}`)!;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await assentar(element);
};

/** An answer that the test gives when it wants. */
function held(): { estatisticas: Statistics['estatisticas']; give(dados: typeof NUMEROS_OUVIDORIA): void } {
  const waiting: ((dados: typeof NUMEROS_OUVIDORIA) => void)[] = [];
  return { estatisticas: () => new Promise((done) => waiting.push(done)), give: (dados) => waiting.shift()!(dados) };
}

afterEach(() => document.body.replaceChildren());

describe('<ouvidoria-stats>', () => {
  it('[OUV-18] shows what was received and done: in one look, by month, kind, outcome, subject and rating', async () => {
    const { root, perguntas } = await open();
    expect(perguntas.map(([servico, periodo]) => [servico, periodo])).to.deep.equal([['ouvidoria', {}]]);
    expect(text(root, 'h2')).to.equal('Números da Ouvidoria');
    const boxes = [...root.querySelectorAll('dl > div')].map((box) => words(box));
    expect(boxes).to.deep.equal([
      'Recebidas 1.286', 'Respondidas 1.174 91 % das recebidas', 'Respondidas no prazo 1.102 94 % das respondidas', 'Tempo até a resposta 11 dias metade levou isso ou menos',
      'Ainda sem resposta 91 7 % das recebidas', 'Com o prazo vencido 9', 'Com o prazo prorrogado 88 7 % das recebidas',
    ]);
    expect(table(root, 'Por tipo')[0]).to.deep.equal(['Reclamação', '702 (55 %)']);
    expect(table(root, 'Como terminaram').map(([name]) => name)).to.deep.equal(['Respondida', 'Devolvida, por ser de outro órgão', 'Encerrada a pedido da pessoa']);
    expect(table(root, 'Por assunto')).to.have.length(6);
    expect(table(root, 'O que as pessoas acharam da resposta')[0]).to.deep.equal(['5, muito boa', '190 (46 %)']);
    expect(words(root)).to.include('Nota média: 3,9 de 5, em 412 avaliações.');
    expect(table(root, 'Mês a mês')[0]).to.deep.equal(['dezembro de 2025', '71', '71', '66']);
    expect(words(root)).to.include('Mês com mais registros: julho de 2026, com 131.');
    expect(words(root)).to.not.include('mitid');
  });

  it('[SIC-15] shows requests granted, granted in part and denied, and who asked', async () => {
    const { root, perguntas } = await open(exemplos.sic);
    expect(perguntas[0]![0]).to.equal('sic');
    expect(table(root, 'Como terminaram').map(([name, n]) => `${name} ${n!.split(' ')[0]}`)).to.deep.equal([
      'Acesso concedido 139', 'Acesso concedido em parte 21', 'Acesso negado 18', 'Devolvida, por ser de outro órgão 12', 'Encerrada a pedido da pessoa 0',
    ]);
    expect(table(root, 'Quem pediu')).to.deep.equal([['Pessoa física', '169 (79 %)'], ['Pessoa jurídica', '45 (21 %)']]);
    expect(words(root)).to.include('13,5 dias');
    expect([...root.querySelectorAll('table')].map((item) => words(item.caption))).to.not.include('Por assunto');
  });

  it('[OUV-18] says in words what is left out, and why', async () => {
    const { root } = await open(exemplos.omitidos);
    expect(table(root, 'Por tipo')[1]).to.deep.equal(['Denúncia', 'omitido']);
    expect(table(root, 'Mês a mês')[2]).to.deep.equal(['fevereiro de 2026', 'omitido', 'omitido', 'omitido']);
    expect(words(root)).to.include('Omitido: o número é menor que 5, ou deixaria calcular um que é menor que 5.');
    expect(words(root)).to.include('As avaliações não são publicadas');
    expect(text(root, '.legenda')).to.include('omitido');
    // No bar and no percentage of what is not known.
    expect(root.querySelectorAll('tbody .omitido ~ .discreto')).to.have.length(0);
  });

  it('[TRA-03] leads to the same figures as open data', async () => {
    const { root } = await open();
    const links = [...root.querySelectorAll<HTMLAnchorElement>('[part="baixar"] a')];
    expect(links.map((link) => [words(link), link.href])).to.deep.equal([
      ['Planilha (CSV)', 'https://backend.exemplo.jus.br/v1/estatisticas/ouvidoria?inicio=2025-12-01&fim=2026-11-25&formato=csv'],
      ['Dados abertos, para programas', 'https://backend.exemplo.jus.br/v1/estatisticas/ouvidoria?inicio=2025-12-01&fim=2026-11-25&formato=json'],
    ]);
  });

  it('has a table with the same numbers behind every chart; the drawings are for the eyes alone', async () => {
    const { root } = await open();
    for (const drawing of root.querySelectorAll('svg')) expect(drawing.closest('[aria-hidden="true"]'), drawing.outerHTML).to.not.equal(null);
    const months = root.querySelector('.meses')!;
    const heights = (selector: string): number[] => [...months.querySelector(selector)!.getAttribute('d')!.matchAll(/v-([\d.]+)/g)].map(([, n]) => Number(n));
    const [received, answered] = [heights('.fundo'), heights('path:not(.fundo, .sem)')];
    expect([received.length, answered.length]).to.deep.equal([12, 12]);
    expect(received[7]).to.equal(98);
    expect(answered[0]! / received[7]!).to.be.closeTo(71 / 131, 0.01);
    expect(months.querySelector('.sem')!.getAttribute('d')).to.equal('');
    root.querySelector('details')!.querySelector('summary')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(root.querySelector('details')!.open).to.equal(true);
    expect(root.querySelectorAll('details th[scope="row"]')).to.have.length(12);
  });

  it('chooses a period: the last twelve months, this year, two months', async () => {
    const { element, root, perguntas } = await open();
    await choose(element, 'periodo', 'ano');
    expect(perguntas[1]![1]).to.deep.equal({ inicio: '2026-01-01' });
    await choose(element, 'periodo', 'outro');
    expect(perguntas).to.have.length(2);
    const months = [...root.querySelector<HTMLSelectElement>('#de')!.options].map(words);
    expect([months.length, months[0], months.at(-1)]).to.deep.equal([60, 'novembro de 2026', 'dezembro de 2021']);
    await choose(element, 'de', '2026-08');
    await choose(element, 'ate', '2026-03');
    root.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await assentar(element);
    expect(text(root, '[role=alert]')).to.include('O primeiro mês vem depois do último');
    expect(perguntas).to.have.length(2);
    await choose(element, 'de', '2026-02');
    expect(root.querySelector('[role=alert]')).to.equal(null);
    root.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await assentar(element);
    expect(perguntas[2]![1]).to.deep.equal({ inicio: '2026-02-01', fim: '2026-03-01' });
    await choose(element, 'periodo', 'padrao');
    expect(perguntas[3]![1]).to.deep.equal({});
  });

  it('begins with the months that the page names, and follows its attributes', async () => {
    const { element, root, perguntas } = await open({ preparar: undefined as never });
    element.setAttribute('inicio', '2026-01');
    element.setAttribute('fim', '2026-06');
    await assentar(element);
    expect(perguntas.at(-1)!.slice(0, 2)).to.deep.equal(['ouvidoria', { inicio: '2026-01-01', fim: '2026-06-01' }]);
    expect(root.querySelector<HTMLSelectElement>('#ate')!.value).to.equal('2026-06');
    const count = perguntas.length;
    element.requestUpdate();
    await assentar(element);
    expect(perguntas).to.have.length(count);
    element.servico = 'sic';
    await assentar(element);
    expect(perguntas.at(-1)![0]).to.equal('sic');
  });

  it('is honest when there is nothing, and when there is too little', async () => {
    const { root } = await open(exemplos.vazio);
    expect(text(root, '.aviso')).to.equal('Nenhuma manifestação neste período De 01/12/2025 a 25/11/2026 nada foi registrado. Escolha outro período.');
    expect(root.querySelector('table')).to.equal(null);
    const { root: few } = await open(exemplos.poucos);
    expect(text(few, '.aviso')).to.include('Menos de 5 pedidos neste período');
    expect(few.querySelector('table')).to.equal(null);
  });

  it('keeps the figures of before, and the place of the focus, until the new ones come', async () => {
    const answer = held();
    const { element, root } = await open({ estatisticas: answer.estatisticas });
    expect(root.querySelector('.numeros')!.getAttribute('aria-busy')).to.equal('true');
    expect(text(root, '[role=status]')).to.equal('Buscando os números…');
    answer.give(NUMEROS_OUVIDORIA);
    await assentar(element);
    expect(text(root, '[role=status]')).to.include('Manifestações registradas de 01/12/2025 a 25/11/2026');
    root.querySelector<HTMLElement>('#periodo')!.focus();
    await choose(element, 'periodo', 'ano');
    expect(root.querySelector('.numeros')!.getAttribute('aria-busy')).to.equal('true');
    expect(table(root, 'Por tipo')).to.have.length(6);
    expect(root.activeElement === root.querySelector('#periodo')).to.equal(true);
    answer.give(NUMEROS_OMITIDOS);
    await assentar(element);
    expect(table(root, 'Por tipo')[0]![1]).to.include('39');
  });

  it('tries again by hand, and by itself when the network is back', async () => {
    let fail: BackendError | null = new BackendError('servidor', '');
    const { element, root, perguntas } = await open({ estatisticas: () => (fail ? Promise.reject(fail) : Promise.resolve(NUMEROS_OUVIDORIA)) });
    expect(text(root, '.aviso')).to.include('Os números não puderam ser mostrados agora');
    fail = new BackendError('rede', '');
    root.querySelector<HTMLButtonElement>('.aviso button')!.click();
    await assentar(element);
    expect(text(root, '.aviso')).to.include('Não conseguimos falar com o tribunal');
    fail = null;
    window.dispatchEvent(new Event('online'));
    await assentar(element);
    expect(table(root, 'Por tipo')).to.have.length(6);
    expect(perguntas).to.have.length(3);
  });

  it('moves nothing that is on the screen when the figures come', async () => {
    await setViewport({ width: 360, height: 640 });
    const answer = held();
    const { element, root } = await open({ estatisticas: answer.estatisticas });
    const after = document.createElement('p');
    after.textContent = 'Depois';
    document.body.append(after);
    const places = (): number[] => ['h2', '#periodo', 'dl', 'dl > div:nth-child(2)', 'dl > div:nth-child(3)'].map((selector) => Math.round(root.querySelector(selector)!.getBoundingClientRect().top));
    const before = places();
    expect(after.getBoundingClientRect().top).to.be.greaterThan(innerHeight);
    answer.give(NUMEROS_OUVIDORIA);
    await assentar(element);
    expect(places()).to.deep.equal(before);
    expect(after.getBoundingClientRect().top).to.be.greaterThan(innerHeight);
    answer.give = () => undefined;
    const { element: empty } = await open({ estatisticas: () => Promise.resolve(NUMEROS_VAZIOS) });
    await assentar(empty);
    await setViewport({ width: 800, height: 600 });
  });

  it('opens every table on paper, and closes again those that were closed', async () => {
    const { root } = await open();
    const details = root.querySelector('details')!;
    window.dispatchEvent(new Event('beforeprint'));
    expect(details.open).to.equal(true);
    window.dispatchEvent(new Event('afterprint'));
    expect(details.open).to.equal(false);
    details.open = true;
    window.dispatchEvent(new Event('beforeprint'));
    window.dispatchEvent(new Event('afterprint'));
    expect(details.open).to.equal(true);
  });

  it('shows a name from the backend as text, and says that there is no backend', async () => {
    const bad = '<img src=x onerror=alert(1)>';
    const { root } = await open({ estatisticas: () => Promise.resolve({ ...NUMEROS_OUVIDORIA, porAssunto: [{ chave: 'x', rotulo: bad, total: 9 }] }) });
    expect(root.querySelector('img')).to.equal(null);
    expect(table(root, 'Por assunto')[0]![0]).to.equal(bad);
    const { warn } = console;
    const said: unknown[] = [];
    console.warn = (...all: unknown[]) => said.push(all);
    const { root: none, perguntas } = await open(exemplos.semBackend);
    console.warn = warn;
    expect(text(none, '.aviso')).to.include('não estão disponíveis');
    expect(perguntas).to.have.length(0);
    expect(JSON.stringify(said)).to.include('nenhum backend configurado');
  });

  it('has plain words for every state, each of them reached', async () => {
    const { warn } = console;
    console.warn = () => undefined;
    for (const [name, exemplo] of Object.entries<Exemplo>(exemplos)) {
      const { element, root } = await open(exemplo);
      expect(element.stats.state.kind, name).to.equal(exemplo.estado);
      expect(words(root), name).to.not.match(/estatisticas\.|undefined|NaN|\{\w+\}/);
      document.body.replaceChildren();
    }
    console.warn = warn;
  });

  for (const theme of ['light', 'dark', 'contrast'] as const) {
    it(`has no accessibility violation in any state (${theme})`, async () => {
      const { warn } = console;
      console.warn = () => undefined;
      for (const [name, exemplo] of Object.entries<Exemplo>(exemplos)) {
        const { element, root } = await open(exemplo);
        element.theme = theme;
        await assentar(element);
        await import('../../../src/elements/_base/themes.styles.ts');
        await assentar(element);
        for (const details of root.querySelectorAll('details')) details.open = true;
        await expect(element, name).to.be.accessible();
        document.body.replaceChildren();
      }
      console.warn = warn;
    }).timeout(60_000);
  }

  itUnless(engine === 'webkit' ? 'once narrowed, new roots may take the media rules of the wide window' : null)('fits 320 pixels, with the longest words and every table open', async () => {
    await setViewport({ width: 320, height: 640 });
    for (const exemplo of [exemplos.ouvidoria, exemplos.sic, exemplos.omitidos, exemplos.meses]) {
      const { root } = await open(exemplo);
      for (const details of root.querySelectorAll('details')) details.open = true;
      const wide = [...root.querySelectorAll('*')].filter((item) => !item.closest('.oculto-visual') && item.getBoundingClientRect().right > 320);
      expect(wide.map((item) => item.outerHTML.slice(0, 80))).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      document.body.replaceChildren();
    }
    await setViewport({ width: 800, height: 600 });
  });

  itUnless(semEmulacao)('keeps its bars in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const { root } = await open();
    const bar = getComputedStyle(root.querySelector('.barra rect')!);
    const page = getComputedStyle(root.querySelector('.painel')!);
    expect(bar.fill).to.not.equal(page.backgroundColor);
    await emulateMedia({ forcedColors: 'none' });
  });
});
