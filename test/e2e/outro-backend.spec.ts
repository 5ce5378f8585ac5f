/** The forms in front of systems that know nothing of the contract: a form endpoint, and an object that the page sets. On a small phone, under the strict policy. */
import { test as base, type Page } from '@playwright/test';
import type { BackendFormulario } from '../../src/contract/tribunal.ts';
import { expect, watch, type Watch } from '../support/demo.ts';
import { startFormServer, type FormServer } from '../support/form-server.ts';
import { startSiteAlheio, type SiteAlheio } from '../support/site-alheio.ts';

interface Mundo {
  site: SiteAlheio;
  servidor: FormServer;
  /** Points the court file to the endpoint. */
  usar(config: Partial<BackendFormulario>): void;
}

const test = base.extend<{ mundo: Mundo }>({
  mundo: async ({}, use) => {
    const paginas: { origem?: string } = {};
    const servidor = await startFormServer(() => paginas.origem);
    const site = await startSiteAlheio(() => servidor.url);
    paginas.origem = new URL(site.url).origin;
    const usar: Mundo['usar'] = (config) => site.mudar({ backend: { tipo: 'formulario', url: `${servidor.url}/envio`, codificacao: 'multipart', ...config } });
    usar({});
    await use({ site, servidor, usar });
    await site.close();
    await servidor.close();
  },
});
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const RELATO = 'Fui muito bem atendido no balcão, com paciência e clareza.';
const pick = (page: Page, role: 'radio' | 'checkbox', name: string | RegExp) => page.getByRole(role, { name, exact: true }).check({ force: true });
const next = (page: Page) => page.getByRole('button', { name: 'Continuar' }).click();
const step = (page: Page, name: string) => expect(page.getByRole('heading', { name })).toBeFocused();

async function ateORevisar(page: Page): Promise<void> {
  await pick(page, 'radio', 'Elogiar');
  await next(page);
  await step(page, 'Conte o que aconteceu');
  await page.getByLabel('Seu relato').fill(RELATO);
  await next(page);
  await step(page, 'Quem é você');
  await pick(page, 'radio', 'Com meu nome');
  await page.getByLabel('Nome completo').fill('Maria da Silva');
  await pick(page, 'checkbox', 'E-mail');
  await page.getByLabel('Seu e-mail').fill('maria@exemplo.com.br');
  await next(page);
  await step(page, 'Revise e envie');
  await pick(page, 'checkbox', /Li e entendi/);
}
const enviar = (page: Page) => page.getByRole('button', { name: 'Enviar manifestação' }).click();
const recebido = (page: Page) => expect(page.getByRole('heading', { name: 'Recebemos sua manifestação' })).toBeFocused();
/** What the browser itself says of an answer of 4xx or 5xx. */
const alheios = ({ problems }: Watch): string[] => problems.filter((line) => !/Failed to load resource/.test(line));

const CAMPOS = { '/relato': 'mensagem', '/identificacao/nome': 'nome', '/identificacao/contato/email': 'email', '/privacidade': '' };

test('multipart, answered with a redirect: the protocol is in the address, and following is elsewhere', async ({ page, mundo: { site, servidor, usar } }) => {
  usar({ campos: CAMPOS, fixos: { origem: 'portal' }, protocolo: '?protocolo' });
  servidor.responder({ status: 303, vazio: true, headers: { location: '/obrigado?protocolo=OUV-2026-77' } });
  const seen = await watch(page);
  await page.goto(`${site.url}ouvidoria.html`);
  await ateORevisar(page);
  await enviar(page);
  await recebido(page);
  await expect(page.getByText('OUV-2026-77').first()).toBeVisible();
  await expect(page.getByText('Guarde o protocolo agora')).toBeVisible();
  await expect(page.getByText('Chave', { exact: true })).toHaveCount(0);
  const { tipo, campos, cabecalhos } = servidor.recebidos[0]!;
  expect(tipo).toContain('multipart/form-data');
  expect(campos).toEqual({ 'tipo': 'elogio', 'mensagem': RELATO, 'identificacao/modo': 'identificada', 'nome': 'Maria da Silva', 'email': 'maria@exemplo.com.br', 'origem': 'portal' });
  expect(cabecalhos.referer).toBeUndefined();
  expect(cabecalhos.cookie).toBeUndefined();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.goto(`${site.url}acompanhar.html`);
  await expect(page.getByText('O acompanhamento é em outro lugar')).toBeVisible();
  await page.goto(`${site.url}estatisticas.html`);
  await expect(page.getByText('Os números estão em outro lugar').first()).toBeVisible();
  expect(seen.problems).toEqual([]);
});

test('urlencoded, answered with HTML: received, without a number', async ({ page, mundo: { site, servidor, usar } }) => {
  usar({ codificacao: 'urlencoded', campos: CAMPOS, sucesso: 'Obrigado' });
  await page.goto(`${site.url}ouvidoria.html`);
  await ateORevisar(page);
  await enviar(page);
  await recebido(page);
  await expect(page.getByText('O tribunal recebeu o envio, mas não informou um número.')).toBeVisible();
  expect(servidor.recebidos[0]!.campos['mensagem']).toBe(RELATO);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(RELATO);
});

test('JSON: errors by the names of the server land on their fields, and the corrected text goes', async ({ page, mundo: { site, servidor, usar } }) => {
  usar({ codificacao: 'json', campos: CAMPOS, protocolo: '/dados/numero', erros: '/erros', mensagem: '/aviso' });
  servidor.responder({ status: 422, json: { erros: { mensagem: ['Conte também o dia em que foi.'] } } }, { status: 200, json: { dados: { numero: 778 }, aviso: 'Respondemos em até cinco dias.' } });
  await page.goto(`${site.url}ouvidoria.html`);
  await ateORevisar(page);
  await enviar(page);
  await expect(page.getByRole('link', { name: 'Conte também o dia em que foi.' })).toBeVisible();
  const relato = page.getByLabel('Seu relato');
  await expect(relato).toHaveValue(RELATO);
  await expect(relato).toHaveAttribute('aria-invalid', 'true');
  await relato.fill(`${RELATO} Foi na segunda-feira.`);
  await next(page);
  await step(page, 'Revise e envie');
  await enviar(page);
  await recebido(page);
  await expect(page.getByText('778').first()).toBeVisible();
  await expect(page.getByText('Respondemos em até cinco dias.')).toBeVisible();
  expect(servidor.recebidos[1]!.campos).toMatchObject({ mensagem: `${RELATO} Foi na segunda-feira.` });
});

test('a refusal is told in plain words, and nothing is lost', async ({ page, mundo: { site, servidor, usar } }) => {
  usar({});
  servidor.responder({ status: 403, html: '<h1>Forbidden</h1>' }, { status: 413, html: '' }, { status: 200, html: 'ok' });
  const seen = await watch(page);
  await page.goto(`${site.url}ouvidoria.html`);
  await ateORevisar(page);
  await enviar(page);
  await expect(page.getByText('O sistema do tribunal não deixou esta página enviar.')).toBeVisible();
  await expect(page.getByText('Forbidden')).toHaveCount(0);
  await expect(page.getByRole('definition').filter({ hasText: RELATO })).toBeVisible();
  await enviar(page);
  await expect(page.getByText('O que você escreveu é maior do que o sistema do tribunal aceita.')).toBeVisible();
  await enviar(page);
  await recebido(page);
  expect(alheios(seen)).toEqual([]);
});

test('[OUV-09] an answer that never came: it is not sent again by itself, and the doubt is told', async ({ page, mundo: { site, servidor, usar } }) => {
  usar({});
  servidor.responder({ cai: true }, { status: 200, html: 'ok' });
  await page.goto(`${site.url}ouvidoria.html`);
  await ateORevisar(page);
  await enviar(page);
  await expect(page.getByText('Não sabemos se a mensagem chegou')).toBeVisible();
  await expect(page.getByText('não será registrada duas vezes')).toHaveCount(0);
  expect(servidor.recebidos).toHaveLength(1);
  await page.getByRole('button', { name: 'Tentar de novo' }).click();
  await recebido(page);
  expect(servidor.recebidos).toHaveLength(2);
});

test('[OUV-09] to a server that knows a repetition by its key, it goes again by itself under the same key', async ({ page, mundo: { site, servidor, usar } }) => {
  usar({ idempotencia: 'cabecalho' });
  servidor.responder({ cai: true }, { status: 500, html: '' }, { status: 200, html: 'ok' });
  await page.goto(`${site.url}ouvidoria.html`);
  await ateORevisar(page);
  await enviar(page);
  await recebido(page);
  const keys = servidor.recebidos.map(({ cabecalhos }) => cabecalhos['idempotency-key']);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^(\d{1,3}-){15}\d{1,3}$/);
});

test('without network it waits for the network, and goes once', async ({ page, context, mundo: { site, servidor } }) => {
  await page.goto(`${site.url}ouvidoria.html`);
  await ateORevisar(page);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await enviar(page);
  await expect(page.getByText('Vamos enviar assim que a internet voltar.')).toBeVisible();
  await context.setOffline(false);
  await recebido(page);
  expect(servidor.recebidos).toHaveLength(1);
});

test('a request for information goes to the address that the court has for it', async ({ page, mundo: { site, servidor, usar } }) => {
  usar({ campos: CAMPOS, sic: { url: `${servidor.url}/esic`, campos: { '/especificacao': 'pedido', '/requerente/cpf': 'cpf' } } });
  await page.goto(`${site.url}sic.html`);
  await page.getByLabel('Informação que você quer').fill('Quantas varas atendem por vídeo neste tribunal?');
  await next(page);
  await step(page, 'Quem é você');
  await page.getByLabel('Nome completo').fill('João Pereira');
  await page.getByLabel('CPF').fill('52998224725');
  await page.getByLabel('Número do documento de identidade').fill('1234567');
  await pick(page, 'checkbox', 'E-mail');
  await page.getByLabel('Seu e-mail').fill('joao@exemplo.com.br');
  await next(page);
  await step(page, 'Como quer receber');
  await next(page);
  await step(page, 'Revise e envie');
  await pick(page, 'checkbox', /Li e entendi/);
  await page.getByRole('button', { name: 'Enviar pedido' }).click();
  await expect(page.getByRole('heading', { name: 'Recebemos seu pedido de informação' })).toBeFocused();
  const { caminho, campos } = servidor.recebidos[0]!;
  expect(caminho).toBe('/esic');
  expect(campos).toMatchObject({ pedido: 'Quantas varas atendem por vídeo neste tribunal?', cpf: '529.982.247-25' });
});

interface Pagina {
  chamadas: { tipo: string; relato: string; chave: string; sinal: boolean }[];
}
/** An object of the page, set before or after the element's code is there; it rejects, refuses, then takes. */
const proprio = (): void => {
  const chamadas: Pagina['chamadas'] = [];
  (window as unknown as Pagina).chamadas = chamadas;
  const set = (): boolean => {
    const form = document.querySelector<HTMLElement & { backend: unknown }>('ouvidoria-form');
    if (!form) return false;
    form.backend = {
      submit: (tipo: string, body: { relato: string }, { idempotencyKey, signal }: { idempotencyKey: string; signal: AbortSignal }) => {
        chamadas.push({ tipo, relato: body.relato, chave: idempotencyKey, sinal: signal instanceof AbortSignal });
        if (chamadas.length === 1) return Promise.reject(new Error('o outro sistema caiu'));
        if (chamadas.length === 2) return Promise.resolve({ errors: [{ pointer: '/relato', detail: 'Diga também o nome do atendente.' }] });
        return Promise.resolve({ protocolo: 'SEI 0001/26', mensagem: 'Obrigado por escrever.' });
      },
    };
    return true;
  };
  if (!set()) {
    const observer = new MutationObserver(() => {
      if (set()) observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  }
};

test('an object of the page, set before the code of the form arrives: tried again under the same key, refused on a field, received', async ({ page, mundo: { site } }) => {
  site.mudar({});
  const seen = await watch(page);
  await page.addInitScript(proprio);
  await page.goto(`${site.url}ouvidoria.html`);
  await ateORevisar(page);
  await enviar(page);
  await expect(page.getByRole('link', { name: 'Diga também o nome do atendente.' })).toBeVisible();
  const relato = page.getByLabel('Seu relato');
  await expect(relato).toHaveValue(RELATO);
  await relato.fill(`${RELATO} Era o Bruno.`);
  await next(page);
  await enviar(page);
  await recebido(page);
  await expect(page.getByText('SEI 0001/26').first()).toBeVisible();
  await expect(page.getByText('Obrigado por escrever.')).toBeVisible();
  const chamadas = await page.evaluate(() => (window as unknown as Pagina).chamadas);
  expect(chamadas.map(({ tipo, sinal }) => [tipo, sinal])).toEqual(Array(3).fill(['manifestacao', true]));
  expect(chamadas.map(({ relato: text }) => text)).toEqual([RELATO, RELATO, `${RELATO} Era o Bruno.`]);
  expect(chamadas[0]!.chave).toBe(chamadas[1]!.chave);
  expect(chamadas[2]!.chave).not.toBe(chamadas[0]!.chave);
  expect(seen.problems).toEqual([]);
});

test('an object of the page needs no court file', async ({ page, mundo: { site } }) => {
  await page.addInitScript(proprio);
  await page.goto(`${site.url}ouvidoria.html`);
  await page.evaluate(() => {
    const form = document.querySelector('ouvidoria-form')!;
    const { backend } = form as HTMLElement & { backend: unknown };
    // Out of the loader's configuration, which names the court file for the whole page.
    (globalThis as Record<symbol, unknown>)[Symbol.for('atrio.page')] = {};
    const alone = document.createElement('ouvidoria-form') as HTMLElement & { backend: unknown };
    alone.backend = backend;
    form.replaceWith(alone);
  });
  await ateORevisar(page);
  await enviar(page);
  await expect(page.getByRole('link', { name: 'Diga também o nome do atendente.' })).toBeVisible();
});
