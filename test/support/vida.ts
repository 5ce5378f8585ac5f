/** A case of the demo court in a test: registered as a citizen's page would, treated by the staff through the contract, followed in the browser. */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { Demo } from '../../demo/server.ts';
import type { Recibo } from '../../src/contract/caso.ts';
import type { AcaoEquipe, CasoTratamento } from '../../src/contract/tratamento.ts';

/** Registers a body and gives its receipt. */
export async function registrar(demo: Demo, path: 'manifestacoes' | 'pedidos-informacao' | 'mensagens' | 'agendamentos', body: unknown): Promise<Recibo> {
  const response = await fetch(`${demo.backendUrl}/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  expect(response.status, text).toBe(201);
  return JSON.parse(text) as Recibo;
}

/** What an account of the staff sees of a case. */
export async function ver(demo: Demo, conta: string, protocolo: string): Promise<CasoTratamento> {
  const response = await fetch(`${demo.backendUrl}/v1/tratamento/casos/${protocolo}`, { headers: { authorization: `Bearer ${await demo.login.token(conta)}` } });
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return JSON.parse(text) as CasoTratamento;
}

/** An act of the staff, on the case as it is now. */
export async function agir(demo: Demo, conta: string, protocolo: string, acao: AcaoEquipe): Promise<CasoTratamento> {
  const { versao } = await ver(demo, conta, protocolo);
  const response = await fetch(`${demo.backendUrl}/v1/tratamento/casos/${protocolo}/acoes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'authorization': `Bearer ${await demo.login.token(conta)}` },
    body: JSON.stringify({ versao, acao }),
  });
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return JSON.parse(text) as CasoTratamento;
}

/** Opens a case in the tracker, as its owner does. */
export async function acompanhar(page: Page, demo: Demo, { protocolo, chave }: { protocolo: string; chave: string }): Promise<void> {
  await page.goto(`${demo.url}acompanhar.html`);
  await page.getByLabel('Protocolo', { exact: true }).fill(protocolo);
  await page.getByLabel('Chave', { exact: true }).fill(chave);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: protocolo })).toBeFocused({ timeout: 15_000 });
}
