/** What the kit alone has to keep: a page that stands still, one timer, nothing asked of others, nothing asked twice, no leak, a slow network, 3,000 units. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { startDemo } from '../../demo/server.ts';
import { numero } from './doc.ts';
import { guardarSenha } from '../support/senha.ts';
import { counters, heapOf, openBrowser, settle, usable, visit, type Visit } from './measure.ts';
import { here, type Check, type ListResult } from './results.ts';
import type { Site } from './site.ts';
import { growth, median } from './stats.ts';

const RUNS = 3;
/** Cycles before the first measure, then between two measures, and how many measures: 50 cycles in all. */
const WARM = 20;
const STEP = 5;
const STEPS = 10;
/** The browser itself lets go of the last element taken off a page some tenths of a second later: before that it would count as the page's. */
const LET_GO_MS = 1000;

interface Bench {
  browser: Browser;
  site: Site;
  url: string;
  slowdown: number;
  say(line: string): void;
}

const PAGES: readonly [path: string, ready: string, name: string][] = [
  ['/kit/a', 'button[type=submit]', 'ouvidoria-form'],
  ['/kit/sic', 'button[type=submit]', 'sic-request'],
  ['/kit/b', '.situacao.bom, .situacao.ruim', 'balcao-virtual'],
  ['/kit/b50', '.situacao.bom, .situacao.ruim', '50 balcões'],
  ['/kit/c', '[part~=unidade]', 'balcao-directory'],
  ['/kit/d', '[part~=resumo]', 'ouvidoria-stats'],
  ['/kit/todos', 'button, .situacao.bom, .situacao.ruim, [part~=resumo]', 'cinco elementos'],
];

/** Long enough for what a page does late to be done. */
const quiet = async (tab: Page): Promise<void> => {
  await tab.waitForLoadState('networkidle');
  await settle(tab);
};

/** Time that a page has to be there before eight. */
const BEFORE_MS = 30_000;
const TOTAL = 3000;

/** The hour at which most units open. */
const EIGHT = Date.parse('2026-11-23T08:00:00-04:00');

async function stillness({ browser, site, url, slowdown }: Bench): Promise<Check[]> {
  const checks: Check[] = [];
  const timers: Record<string, number> = {};
  for (const [path, ready, name] of PAGES) {
    site.served.length = 0;
    const { tab, elsewhere, close } = await visit(browser, slowdown, ready);
    await tab.goto(url + path);
    await usable(tab);
    await quiet(tab);
    const shift = await tab.evaluate(() => window.bench.shift());
    const waiting = await tab.evaluate(() => window.bench.waiting());
    timers[path] = waiting.timeouts.length + waiting.intervals;
    const twice = [...new Set(site.served.map((one) => one.path))].filter((one) => site.served.filter((other) => other.path === one).length > 1);
    checks.push(
      { what: `${name}: CLS desde a primeira pintura`, value: shift, shown: numero(shift), budget: '0', ok: shift === 0 },
      { what: `${name}: pedidos a outros sites antes de agir`, value: elsewhere.length, shown: String(elsewhere.length), budget: '0', ok: elsewhere.length === 0 },
      { what: `${name}: arquivos pedidos duas vezes`, value: twice.length, shown: String(twice.length), budget: '0', ok: twice.length === 0, ...(twice.length > 0 ? { note: twice.join(', ') } : {}) },
      {
        what: `${name}: relógios à espera`,
        value: timers[path]!,
        shown: String(timers[path]),
        budget: '1',
        ok: timers[path]! <= 1 && waiting.frames === 0,
        ...(waiting.timeouts.length > 1 || waiting.frames > 0 ? { note: `${waiting.timeouts.map((ms) => `${Math.round(ms)} ms`).join(', ')}; quadros ${waiting.frames}` } : {}),
      },
    );
    // A second page of the same court: the browser asks whether what it has is still so.
    if (path === '/kit/c' || path === '/kit/todos') {
      site.served.length = 0;
      await tab.reload();
      await usable(tab);
      await quiet(tab);
      const again = site.served.filter(({ status, path: file }) => status === 200 && /json|diretorio/.test(file)).map(({ path: file }) => file);
      checks.push({ what: `${name}: dados baixados de novo ao recarregar`, value: again.length, shown: String(again.length), budget: '0', ok: again.length === 0, ...(again.length > 0 ? { note: again.join(', ') } : {}) });
    }
    await close();
  }
  return checks;
}

/** Some seconds before eight to past it, with the page open. */
async function eight({ browser, url, slowdown }: Bench, path: string, ready: string): Promise<{ cpu: number; shift: number; longest: number }> {
  const { tab, client, close } = await visit(browser, slowdown, ready, EIGHT - BEFORE_MS);
  await tab.goto(url + path);
  await usable(tab);
  // The rest of a long list is written while the browser is idle: that is not what happens at eight.
  if (path === '/kit/c') await whole(tab);
  await quiet(tab);
  const left = (): Promise<number> => tab.evaluate((at) => at - Date.now(), EIGHT);
  if ((await left()) < 500) throw new Error(`${path} took longer than the time before eight`);
  const shiftBefore = await tab.evaluate(() => window.bench.shift());
  const blockedBefore = await tab.evaluate(() => window.bench.blocking());
  const waiting = await left();
  const before = await counters(client);
  // Nothing is asked of the page meanwhile: it would count.
  await new Promise((done) => setTimeout(done, 2_500 + waiting));
  await settle(tab);
  const after = await counters(client);
  const found = {
    cpu: (after['TaskDuration'] ?? 0) - (before['TaskDuration'] ?? 0),
    shift: (await tab.evaluate(() => window.bench.shift())) - shiftBefore,
    longest: (await tab.evaluate(() => window.bench.blocking())) - blockedBefore,
  };
  await close();
  return found;
}

/** Seconds after which the list has every unit. */
const whole = (tab: Page): Promise<number> =>
  tab.evaluate(async (total) => {
    const { shadowRoot } = document.querySelector('balcao-directory')!;
    while (performance.now() < 60_000 && shadowRoot!.querySelectorAll('[part~=unidade]').length < total) await new Promise((done) => setTimeout(done, 50));
    return performance.now() / 1000;
  }, TOTAL);

async function directory(bench: Bench): Promise<Check[]> {
  const { url, say } = bench;
  const checks: Check[] = [];
  say('kit: 3,000 units at eight');
  const plain = await eight(bench, '/floor/c.html', '');
  const ours = await eight(bench, '/kit/c', '[part~=unidade]');
  const counter = await eight(bench, '/kit/b50', '.situacao');
  checks.push(
    { what: '3.000 unidades mudam de estado às 8h: CPU', value: ours.cpu, shown: `${numero(ours.cpu * 1000)} ms (lista estática: ${numero(plain.cpu * 1000)} ms)`, budget: 'menos que a lista estática', ok: ours.cpu <= plain.cpu },
    { what: '3.000 unidades mudam de estado às 8h: bloqueio', value: ours.longest, shown: `${numero(ours.longest)} ms` },
    { what: '3.000 unidades mudam de estado às 8h: CLS', value: ours.shift, shown: numero(ours.shift), budget: '0', ok: ours.shift === 0 },
    { what: '50 balcões mudam de estado às 8h: CPU', value: counter.cpu, shown: `${numero(counter.cpu * 1000)} ms` },
    { what: '50 balcões mudam de estado às 8h: CLS', value: counter.shift, shown: numero(counter.shift), budget: '0', ok: counter.shift === 0 },
  );

  say('kit: which units are in the page');
  // As with a screen reader on: the inspector alone gets no tree of what is not laid out.
  const browser = await openBrowser('--force-renderer-accessibility');
  try {
    const { tab, client } = await visit(browser, 1, '[part~=unidade]');
    await tab.goto(`${url}/kit/c`);
    const took = await usable(tab);
    const drawn = (): Promise<number> => tab.evaluate(() => document.querySelector('balcao-directory')!.shadowRoot!.querySelectorAll('[part~=unidade]').length);
    const last = await whole(tab);
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const tree = nodes.filter(({ role, ignored }) => role?.value === 'listitem' && !ignored).length;
    // Window.find is the browser's own search in the page.
    const found = await tab.evaluate(async () => {
      const names = [...document.querySelector('balcao-directory')!.shadowRoot!.querySelectorAll('.nome')].map(({ textContent }) => textContent);
      return [10, 500, 1500, 2998].map((at) => {
        getSelection()?.removeAllRanges();
        scrollTo(0, 0);
        return (window as unknown as { find(text: string): boolean }).find(names[at] ?? '');
      });
    });
    checks.push(
      { what: 'unidades na página depois de aberta', value: await drawn(), shown: `${numero(await drawn())} de 3.000`, budget: '3.000', ok: (await drawn()) >= TOTAL },
      { what: 'da lista pronta para uso até a última unidade na página', value: last - took, shown: `${numero(last - took)} s` },
      { what: 'unidades na árvore de acessibilidade', value: tree, shown: `${numero(tree)} de 3.000`, budget: '3.000', ok: tree >= TOTAL },
      { what: 'a busca do navegador (Ctrl+F) acha a 11ª, a 501ª, a 1.501ª e a 2.999ª unidade', value: found.filter(Boolean).length, shown: found.map((one) => (one ? 'sim' : 'não')).join(', '), budget: 'sim', ok: found.every(Boolean) },
    );
  } finally {
    await browser.close();
  }
  return checks;
}

/** A round trip on the slow network, in milliseconds. */
const ROUND_MS = 400;

/** A phone on 3G: 400 kbit/s, 400 ms. */
async function onSlowNetwork({ client }: Pick<Visit, 'client'>): Promise<void> {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', { offline: false, latency: ROUND_MS, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 });
}

async function slowNetwork({ browser, url, say }: Bench): Promise<Check[]> {
  const open = async (path: string, ready: string): Promise<{ ready: number; words: number }> => {
    const one = await visit(browser, 4, ready);
    const { tab, close } = one;
    await onSlowNetwork(one);
    await tab.addInitScript(() => {
      // When the element's place first shows words, whoever wrote them.
      const look = (): void => {
        const tag = [...document.querySelectorAll('*')].find((element) => element.localName.includes('-')) ?? document.body;
        const seen = (tag as HTMLElement | null)?.innerText?.trim() || tag?.shadowRoot?.textContent?.trim();
        if (seen) (window as unknown as { words: number }).words ??= performance.now();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await tab.goto(url + path, { waitUntil: 'commit' });
    const shown = (await usable(tab)) * 1000;
    const found = { ready: shown, words: (await tab.evaluate(() => (window as unknown as { words?: number }).words)) ?? shown };
    await close();
    return found;
  };
  say('kit: slow network');
  const times: Record<string, { ready: number; words: number }[]> = {};
  const cases: [string, string, string][] = [['floor-b', '/floor/b.html', ''], ['b', '/kit/b', '.situacao.bom, .situacao.ruim'], ['floor-a', '/floor/a.html', ''], ['a', '/kit/a', 'button[type=submit]'], ['floor-c', '/floor/c.html', ''], ['c', '/kit/c', '[part~=unidade]'], ['floor-d', '/floor/d.html', ''], ['d', '/kit/d', '[part~=resumo]']];
  for (let run = 0; run < RUNS; run++) for (const [name, path, ready] of cases) (times[name] ??= []).push(await open(path, ready));
  const of = (name: string, what: 'ready' | 'words'): number => median(times[name]!.map((one) => one[what]));
  return ([['b', 'estado do balcão'], ['a', 'formulário'], ['c', 'lista de 3.000 unidades'], ['d', 'números da Ouvidoria']] as const).flatMap(([name, what]): Check[] => {
    const times_ = of(name, 'ready') / of(`floor-${name}`, 'ready');
    return [
      { what: `${what}: tempo até poder usar`, value: times_, shown: `${numero(times_)}x o HTML puro (${numero(of(name, 'ready') / 1000)} s; ${numero(of(`floor-${name}`, 'ready') / 1000)} s)` },
      { what: `${what}: primeiras palavras no lugar do elemento`, value: of(name, 'words'), shown: `${numero(of(name, 'words') / 1000)} s`, budget: 'antes de poder usar', ok: of(name, 'words') <= of(name, 'ready') },
    ];
  });
}

/** What a person waits for after a press, on the slow network, in the demo court. */
async function slowPresses({ browser, say }: Bench): Promise<Check[]> {
  say('kit: slow network, presses');
  const dataDir = await mkdtemp(join(tmpdir(), 'atrio-bench-'));
  const demo = await startDemo({ port: 0, dataDir });
  const queue = `${demo.url}balcao.html?unidade=central-atendimento`;
  const press = (tab: Page, unidade: string): Promise<void> => tab.locator(`balcao-virtual[unidade="${unidade}"]`).getByRole('button', { name: 'Chamar por vídeo' }).click();
  interface Case {
    what: string;
    page: string;
    /** Before the network is slow. */
    before?: (tab: Page) => Promise<unknown>;
    act: (tab: Page) => Promise<unknown>;
    shown: (tab: Page) => Locator;
  }
  const cases: Case[] = [
    {
      what: 'de "Chamar por vídeo" à primeira pergunta da fila',
      page: queue,
      act: (tab) => press(tab, 'central-atendimento'),
      shown: (tab) => tab.getByRole('button', { name: 'Andamento de processo' }),
    },
    {
      what: 'de volta à página com uma senha, até o lugar na fila',
      page: queue,
      before: (tab) => guardarSenha(tab, demo.backendUrl, 'central-atendimento'),
      act: (tab) => tab.reload({ waitUntil: 'commit' }),
      shown: (tab) => tab.getByText(/A próxima vez é a sua|na sua frente/).first(),
    },
    {
      what: 'de "Chamar por vídeo" à sala, sem fila',
      page: `${demo.url}balcao.html`,
      act: (tab) => press(tab, 'plantao-judiciario'),
      shown: (tab) => tab.locator('balcao-virtual[unidade="plantao-judiciario"] iframe'),
    },
  ];
  try {
    const times: Record<string, number[]> = {};
    for (let run = 0; run < RUNS; run++) {
      for (const { what, page, before, act, shown } of cases) {
        // By the clock of the backend, which gives the tickets.
        const one = await visit(browser, 4, '', Date.now());
        const { tab } = one;
        await tab.goto(page);
        await quiet(tab);
        await before?.(tab);
        await onSlowNetwork(one);
        const pressed = await tab.evaluate(() => performance.timeOrigin + performance.now());
        await act(tab);
        await shown(tab).waitFor();
        (times[what] ??= []).push((await tab.evaluate(() => performance.timeOrigin + performance.now())) - pressed);
        await one.close();
      }
    }
    return Object.entries(times).map(([what, all]) => ({ what, value: median(all), shown: `${numero(median(all) / 1000)} s (${numero(median(all) / ROUND_MS)} idas e voltas)` }));
  } finally {
    await demo.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const percent = (share: number): string => `${numero(share * 100)} %`;

function leakChecks(what: string, all: { heap: number; nodes: number; listeners: number }[]): Check[] {
  const grown = growth(all.map(({ heap }) => heap));
  const delta = (key: 'nodes' | 'listeners'): number => all.at(-1)![key] - all[0]![key];
  return [
    { what: `${what}: heap depois de 50 ciclos`, value: grown, shown: `${grown >= 0 ? '+' : ''}${percent(grown)} (${numero(all[0]!.heap / 1e6)} → ${numero(all.at(-1)!.heap / 1e6)} MB)`, budget: '2 %', ok: grown <= 0.02 },
    { what: `${what}: nós e ouvintes a mais`, value: delta('nodes') + delta('listeners'), shown: `${delta('nodes')} nós, ${delta('listeners')} ouvintes` },
  ];
}

async function leaks({ browser, url, say }: Bench): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [tag, ready, court] of [
    ['balcao-virtual', '.situacao.bom, .situacao.ruim', 'unidade="vara"'],
    ['ouvidoria-form', 'button[type=submit]', ''],
    ['sic-request', 'button[type=submit]', ''],
    ['protocolo-tracker', 'button', ''],
    ['ouvidoria-stats', '[part~=resumo]', ''],
    ['balcao-directory', '[part~=unidade]', ''],
  ] as const) {
    say(`kit: ${tag}, fifty times on and off the page`);
    const { tab, client, close } = await visit(browser, 1);
    await tab.goto(`${url}${tag === 'balcao-directory' ? '/kit/c' : '/kit/vazia'}`);
    const cycle = (times: number): Promise<void> =>
      tab.evaluate(
        async ([name, inside, attribute, count, later]) => {
          for (let n = 0; n < count; n++) {
            const element = document.createElement(name);
            if (attribute) element.setAttribute('unidade', 'vara');
            document.body.append(element);
            const deadline = performance.now() + 20_000;
            while (!element.shadowRoot?.querySelector(inside)) {
              if (performance.now() > deadline) throw new Error(`${name} was not usable`);
              await new Promise((done) => setTimeout(done, 5));
            }
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            element.remove();
          }
          await new Promise((done) => setTimeout(done, later));
        },
        [tag, ready, court, times, LET_GO_MS] as const,
      );
    await cycle(WARM);
    const seen = [await heapOf(client)];
    for (let step = 0; step < STEPS; step++) {
      await cycle(STEP);
      seen.push(await heapOf(client));
    }
    checks.push(...leakChecks(`${tag}, pôr e tirar`, seen));
    await close();
  }
  return checks;
}

/** Opens a call in the room that stands in for a video server, and leaves, again and again. */
async function calls({ browser, say }: Bench): Promise<Check[]> {
  say('kit: fifty calls with the stand-in room');
  const dataDir = await mkdtemp(join(tmpdir(), 'atrio-bench-'));
  const many = { pontos: 1_000_000, segundos: 60 };
  const demo = await startDemo({ port: 0, dataDir, limites: { geral: many, criacao: many, anexos: many, consultas: many, ingresso: many } });
  const { tab, client, close } = await visit(browser, 1);
  try {
    await tab.context().grantPermissions(['camera', 'microphone']).catch(() => undefined);
    await tab.goto(`${demo.url}cole-aqui.html`);
    const element = tab.locator('balcao-virtual');
    const call = element.getByRole('button', { name: /^(Chamar por vídeo|Chamar de novo)$/ });
    const cycle = async (times: number): Promise<void> => {
      for (let n = 0; n < times; n++) {
        await call.first().click();
        await element.frameLocator('iframe').getByRole('button', { name: 'Admitir' }).click();
        await element.getByRole('button', { name: 'Sair do atendimento' }).click();
        await element.locator('iframe').waitFor({ state: 'detached' });
        const back = element.getByRole('button', { name: 'Voltar ao balcão' });
        await call.or(back).first().waitFor();
        if (!(await call.first().isVisible())) await back.click();
        await call.first().waitFor();
      }
    };
    await cycle(WARM);
    const seen = [await heapOf(client)];
    for (let step = 0; step < STEPS; step++) {
      await cycle(STEP);
      seen.push(await heapOf(client));
      say(`kit: ${WARM + (step + 1) * STEP} calls, heap ${numero(seen.at(-1)!.heap / 1e6)} MB`);
    }
    return leakChecks('balcao-virtual, chamar, entrar e sair', seen);
  } finally {
    await close();
    await demo.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

export async function measureKit({ command, ...bench }: Bench & { command: string }): Promise<ListResult> {
  const where = here(command);
  const groups: ListResult['groups'] = [];
  const part = async (title: string, what: (bench: Bench) => Promise<Check[]>, note?: string): Promise<void> => {
    groups.push({ title, ...(note ? { note } : {}), checks: await what(bench) });
  };
  await part('Página parada: deslocamento, pedidos, relógios', stillness);
  await part('3.000 unidades', directory, 'A lista escreve as primeiras linhas na hora e as outras quando o navegador está à toa; as que estão longe da tela estão na página e não são diagramadas. A árvore de acessibilidade é a que o navegador faz com um leitor de telas ligado.');
  await part('Rede de 400 kbit/s e 400 ms', async (one) => [...(await slowNetwork(one)), ...(await slowPresses(one))], 'Uma ida e volta são 400 ms: menos do que uma não há. O que se espera depois de um toque é medido no tribunal de demonstração, com a página já carregada.');
  // What the browser compiles, later and later, and throws away when it pleases, is not the page's: here it compiles nothing and keeps what it read.
  const still = await openBrowser('--js-flags=--jitless --no-flush-bytecode');
  try {
    await part('Memória', async (one) => [...(await leaks({ ...one, browser: still })), ...(await calls({ ...one, browser: still }))], `${WARM} ciclos para aquecer, depois 50; o crescimento é da menor medida do primeiro quarto à menor do último, com o lixo recolhido, num navegador que não compila código (o que ele compila aos poucos conta como memória da página).`);
  } finally {
    await still.close();
  }
  return { part: 'kit', title: 'O kit sozinho', where: where(), browser: bench.browser.version(), groups };
}

