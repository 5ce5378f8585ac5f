/** What a screen reader is told on the demo court: names, roles, states and errors in the accessibility tree, and each announcement, once. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Demo } from '../../demo/server.ts';
import { expect, ready, test } from '../support/demo.ts';
import { arvore, defeitos, leitor, type No } from '../support/leitor.ts';
import { agir, registrar } from '../support/vida.ts';

test.describe.configure({ timeout: 120_000 });

const UNIDADE = 'central-atendimento';

async function abrir(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await ready(page);
  await page.waitForLoadState('networkidle');
}
const campo = (nodes: readonly No[], name: RegExp): No => {
  const found = nodes.find((node) => name.test(node.name) && ['textbox', 'radiogroup', 'checkbox', 'combobox', 'group'].includes(node.role));
  if (!found) throw new Error(`no ${String(name)}`);
  return found;
};

async function fila(demo: Demo, path: string, bearer?: string, body: unknown = {}): Promise<Record<string, unknown>> {
  const response = await fetch(`${demo.backendUrl}/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  expect(response.ok, text).toBe(true);
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

/** What is heard of a queue by how many are ahead. */
const frente = (n: number): string => (n === 0 ? 'A próxima vez é a sua.' : n === 1 ? 'Há 1 pessoa na sua frente.' : `Há ${n} pessoas na sua frente.`);

test('[ACC-01] [OUV-01] a manifestation is heard: what has to be filled, each error once and with its field, files, sending and receipt', async ({ page, demo }) => {
  await abrir(page, `${demo.url}ouvidoria.html`);
  const l = await leitor(page);
  const continuar = (): Promise<void> => page.getByRole('button', { name: 'Continuar' }).click();
  let tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  expect(campo(tree, /^Escolha uma opção/)).toMatchObject({ role: 'radiogroup', required: true, invalid: false });

  // The summary takes the focus, and nothing else speaks.
  await continuar();
  await expect(page.getByRole('group', { name: 'Falta pouco' })).toBeFocused();
  expect(await l.ouviu()).toEqual(['foco: Continuar', 'foco: Falta pouco: confira o que está abaixo']);
  expect(campo(await arvore(page), /^Escolha uma opção/)).toMatchObject({ invalid: true, description: 'Erro: Escolha o que você quer fazer.' });
  await page.getByRole('radio', { name: 'Denunciar' }).check({ force: true });
  await continuar();
  await expect(page.getByRole('heading', { name: 'Conte o que aconteceu' })).toBeFocused();
  expect((await l.ouviu()).at(-1)).toBe('foco: Etapa 2 de 4 Conte o que aconteceu');
  await continuar();
  await expect(page.getByRole('group', { name: 'Falta pouco' })).toBeFocused();
  expect((await l.ouviu()).filter((heard) => heard !== 'foco: Continuar')).toEqual(['foco: Falta pouco: confira o que está abaixo']);
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  expect(campo(tree, /^Seu relato/)).toMatchObject({ required: true, invalid: true });
  expect(campo(tree, /^Seu relato/).description).toContain('Erro: Conte o que aconteceu.');
  expect(campo(tree, /^Quem participou/)).toMatchObject({ required: false, invalid: false });

  await page.getByLabel('Seu relato').fill('Vi cobrança de dinheiro para marcar audiência no balcão da secretaria.');
  await page.locator('ouvidoria-form input[data-anexos="todos"]').setInputFiles({ name: 'senha do dia.txt', mimeType: 'text/plain', buffer: Buffer.from('senha 41') });
  await expect(page.locator('ouvidoria-form [data-anexo].pronto')).toBeVisible();
  expect(await l.ouviu()).toEqual(['foco: Seu relato', 'polite: Arquivos na lista: 1.', 'polite: Enviado: senha do dia.txt.']);
  await continuar();
  await expect(page.getByRole('heading', { name: 'Quem é você' })).toBeFocused();
  await page.getByRole('radio', { name: 'Com meu nome', exact: true }).check({ force: true });
  await page.getByLabel('Nome completo').fill('Maria');
  await page.getByRole('checkbox', { name: 'E-mail' }).check({ force: true });
  await page.getByLabel('Seu e-mail').fill('maria@exemplo.com.br');
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  expect(campo(tree, /^Nome completo/).required).toBe(true);
  expect(campo(tree, /^CPF/).required).toBe(false);
  await continuar();
  await expect(page.getByRole('heading', { name: 'Revise e envie' })).toBeFocused();
  await page.getByRole('checkbox', { name: 'Li e entendi' }).check({ force: true });
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  // Chromium's tree has it for fields alone.
  await expect(page.getByRole('checkbox', { name: 'Li e entendi' })).toHaveAttribute('aria-required', 'true');
  await l.ouviu();
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  const titulo = page.locator('[data-foco="recibo"]');
  await expect(titulo).toBeFocused();
  // How long it takes is not known: that it is being sent may be over before it is said.
  const dito = (await l.ouviu()).filter((heard) => !/^foco: (Enviar manifestação|Enviando…)$/.test(heard));
  expect(dito.filter((heard) => heard !== 'polite: Enviando…')).toEqual([`foco: ${(await titulo.innerText()).trim()}`]);
  expect(dito.length).toBeLessThanOrEqual(2);
  expect(defeitos(await arvore(page))).toEqual([]);
});

test('[ACC-01] [BV-12] [BV-13] the queue is heard: the place, a change of it, and that it was given up, once each', async ({ page, demo }) => {
  const outra = await fila(demo, `unidades/${UNIDADE}/fila`);
  await abrir(page, `${demo.url}balcao.html?unidade=${UNIDADE}`);
  const balcao = page.locator(`balcao-virtual[unidade="${UNIDADE}"]`);
  const situacao = balcao.locator('.situacao');
  expect(defeitos(await arvore(page))).toEqual([]);
  const l = await leitor(page);
  await balcao.getByRole('button', { name: 'Chamar por vídeo' }).click();
  await balcao.getByRole('button', { name: 'Outro assunto' }).click();
  await expect(balcao.getByRole('heading', { name: 'Antes de entrar na fila' })).toBeFocused();
  expect(defeitos(await arvore(page))).toEqual([]);
  await l.ouviu();
  await balcao.getByRole('button', { name: 'Entrar na fila' }).click();
  await expect(situacao).toContainText(/na sua frente/);
  const antes = Number(/\d+/.exec(await situacao.innerText())![0]);
  // What had the focus is gone: the heading has it, and the status block says the rest, once.
  const entrou = (await l.ouviu()).filter((heard) => !/Entrar na fila$|Entrando na fila…$/.test(heard));
  expect(entrou.sort()).toEqual([`foco: ${(await balcao.getByRole('heading', { level: 2 }).first().innerText()).trim()}`, `polite: ${frente(antes)}`]);
  await fila(demo, 'fila/saida', outra['ingresso'] as string);
  await expect(situacao).toContainText(frente(antes - 1), { timeout: 30_000 });
  expect(await l.ouviu()).toEqual([`polite: ${frente(antes - 1)}`]);
  expect(defeitos(await arvore(page))).toEqual([]);
  await balcao.getByRole('button', { name: 'Sair da fila' }).click();
  await expect(balcao.getByRole('button', { name: 'Não, continuar na fila' })).toBeFocused();
  await balcao.getByRole('button', { name: 'Sim, sair da fila' }).click();
  await expect(situacao).toContainText('Você saiu da fila.');
  expect((await l.ouviu()).filter((heard) => heard.includes('Você saiu da fila.'))).toHaveLength(1);
});

test('[ACC-01] [BV-01] opening and closing time is heard once, and the clock that goes on is not', async ({ page, demo }) => {
  // A unit that closes at noon, half a minute before it.
  await page.clock.install({ time: new Date('2026-11-23T14:59:30Z') });
  await page.route('**/tribunal.json', async (route) => {
    const response = await route.fetch();
    const file = (await response.json()) as { unidades: { id: string; hours: unknown }[] };
    for (const unit of file.unidades) if (unit.id === UNIDADE) unit.hours = 'Mo-Fr 08:00-12:00';
    // Without the date of the server the page has its own clock alone.
    await route.fulfill({ json: file });
  });
  await page.goto(`${demo.url}balcao.html?unidade=${UNIDADE}`);
  const situacao = page.locator(`balcao-virtual[unidade="${UNIDADE}"] .situacao`);
  await expect(situacao).toContainText('Aberto agora.');
  const l = await leitor(page);
  await page.clock.fastForward(10_000);
  await page.clock.fastForward(60_000);
  await expect(situacao).toContainText('Fechado agora');
  await page.clock.fastForward(60_000);
  const heard = (await page.evaluate(() => (window as unknown as { __ouvido__: { como: string; texto: string }[] }).__ouvido__)).filter(({ como }) => como !== 'foco');
  void l;
  expect(heard.filter(({ texto }) => texto.startsWith('Fechado agora'))).toHaveLength(1);
  expect(heard.filter(({ texto }) => texto.startsWith('Aberto agora'))).toHaveLength(0);
});

test('[ACC-01] [OUV-10] a case is heard: what is missing, a key that does not open, the case, and that what was added came', async ({ page, demo }) => {
  const recibo = await registrar(demo, 'manifestacoes', {
    tipo: 'reclamacao',
    relato: 'Esperei três horas no balcão da vara e ninguém me atendeu.',
    identificacao: { modo: 'identificada', nome: 'Maria das Dores Silva', contato: { alternativo: 'Centro POP da Ribeira' } },
    privacidade: { versao: '2026-11', aceito: true },
  });
  await agir(demo, 'ana', recibo.protocolo, { acao: 'analisar' });
  await abrir(page, `${demo.url}acompanhar.html`);
  const tracker = page.locator('protocolo-tracker');
  let tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  expect(campo(tree, /^Protocolo/)).toMatchObject({ required: true, invalid: false });
  expect(campo(tree, /^Chave/)).toMatchObject({ required: true, invalid: false });
  const l = await leitor(page);
  await tracker.getByRole('button', { name: 'Consultar' }).click();
  await expect(tracker.getByLabel('Protocolo', { exact: true })).toBeFocused();
  tree = await arvore(page);
  expect(campo(tree, /^Protocolo/)).toMatchObject({ invalid: true });
  expect(campo(tree, /^Protocolo/).description).toMatch(/Erro: Escreva o protocolo\./);
  // The field that has the focus says its error by itself: nothing announces it besides.
  expect((await l.ouviu()).filter((heard) => !heard.startsWith('foco: '))).toEqual([]);
  await tracker.getByLabel('Protocolo', { exact: true }).fill(recibo.protocolo);
  await tracker.getByLabel('Chave', { exact: true }).fill(recibo.chave);
  await page.keyboard.press('Enter');
  const titulo = tracker.getByRole('heading', { name: recibo.protocolo });
  await expect(titulo).toBeFocused();
  expect((await l.ouviu()).filter((heard) => heard.includes(recibo.protocolo))).toHaveLength(1);
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  await tracker.getByRole('button', { name: 'Acrescentar informações' }).click();
  await tracker.getByLabel('O que você quer acrescentar').fill('Foi no dia 3 de novembro, às 9h30.');
  expect(defeitos(await arvore(page))).toEqual([]);
  await l.ouviu();
  await tracker.getByRole('button', { name: 'Enviar', exact: true }).click();
  const recebemos = tracker.getByText(/^Recebemos o que você enviou/).first();
  await expect(recebemos).toBeVisible();
  expect((await l.ouviu()).filter((heard) => heard.includes('Recebemos o que você enviou'))).toHaveLength(1);
  expect(defeitos(await arvore(page))).toEqual([]);
});

test('[ACC-01] [BV-03] [SIC-03] [BV-14] a search is heard once for what it found; a request, a message and an hour have every field named', async ({ page, demo }) => {
  await abrir(page, `${demo.url}unidades.html`);
  expect(defeitos(await arvore(page))).toEqual([]);
  const l = await leitor(page);
  await page.getByLabel('Procure a unidade').fill('serra do mel');
  await expect(page.locator('balcao-directory').getByRole('status')).toHaveText(/^1 unidade/);
  expect((await l.ouviu()).filter((heard) => heard.includes('1 unidade'))).toHaveLength(1);

  await abrir(page, `${demo.url}sic.html`);
  let tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  expect(campo(tree, /^Informação que você quer/)).toMatchObject({ required: true, invalid: false });
  const m = await leitor(page);
  await page.getByRole('button', { name: 'Continuar' }).click();
  await expect(page.getByRole('group', { name: 'Falta pouco' })).toBeFocused();
  expect((await m.ouviu()).filter((heard) => heard !== 'foco: Continuar')).toEqual(['foco: Falta pouco: confira o que está abaixo']);
  tree = await arvore(page);
  expect(campo(tree, /^Informação que você quer/)).toMatchObject({ invalid: true });
  await page.getByLabel('Informação que você quer').fill('Quantas audiências foram marcadas em 2025?');
  await page.getByRole('button', { name: 'Continuar' }).click();
  await expect(page.getByRole('heading', { name: 'Quem é você' })).toBeFocused();
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  expect(campo(tree, /^Nome completo/).required).toBe(true);

  await abrir(page, `${demo.url}balcao.html?unidade=${UNIDADE}`);
  const balcao = page.locator(`balcao-virtual[unidade="${UNIDADE}"]`);
  await balcao.getByRole('button', { name: /^Agendar/ }).click();
  await expect(balcao.locator('.vaga').first()).toBeVisible();
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  expect(tree.filter(({ role }) => role === 'radiogroup')).not.toEqual([]);
  const n = await leitor(page);
  await balcao.locator('.vaga input').first().check({ force: true });
  expect((await n.ouviu()).filter((heard) => heard.includes('Você escolheu'))).toHaveLength(1);
  await balcao.getByRole('button', { name: 'Voltar', exact: true }).click();
  await balcao.getByRole('button', { name: /^Deixar uma mensagem/ }).first().click();
  await expect(balcao.getByRole('heading', { name: 'Deixar uma mensagem' })).toBeFocused();
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  expect(campo(tree, /^Sua mensagem/)).toMatchObject({ required: true, invalid: false });
});
