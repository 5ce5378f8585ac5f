/** An appointment and a message, followed in the demo court under its strict policy; the unit answers through the contract. */
import type { Locator, Page } from '@playwright/test';
import type { Demo } from '../../demo/server.ts';
import type { AgendaDaUnidade } from '../../src/contract/agenda.ts';
import { expect, test, watch } from '../support/demo.ts';
import { acompanhar, agir, registrar } from '../support/vida.ts';

test.describe.configure({ timeout: 90_000 });

const comum = { nome: 'Maria das Dores Silva', contato: {}, privacidade: { versao: '2026-11', aceito: true } };
const tracker = (page: Page): Locator => page.locator('protocolo-tracker');
const livres = async (demo: Demo, unidadeId: string): Promise<string[]> => {
  const agenda = (await (await fetch(`${demo.backendUrl}/v1/unidades/${unidadeId}/agenda`)).json()) as AgendaDaUnidade;
  return agenda.dias.flatMap(({ vagas }) => vagas.map(({ inicio }) => inicio));
};

for (const width of [360, 1280]) {
  test(`[BV-14] an appointment is seen, moved and given back by protocol and key, at ${width} px`, async ({ page, demo }) => {
    await page.setViewportSize({ width, height: 800 });
    const seen = await watch(page);
    const antes = (await livres(demo, 'central-familia')).at(-1)!;
    const recibo = await registrar(demo, 'agendamentos', { ...comum, unidadeId: 'central-familia', inicio: antes });
    await acompanhar(page, demo, recibo);
    const hora = tracker(page).locator('[part="hora"]');
    await expect(hora).toContainText('Central de Família');
    await expect(hora.getByRole('link', { name: 'Abrir o Balcão Virtual' })).toHaveAttribute('href', 'balcao.html?unidade=central-familia');
    const download = page.waitForEvent('download');
    await hora.getByRole('button', { name: 'Pôr na agenda do celular' }).click();
    expect((await download).suggestedFilename()).toBe(`atendimento-${recibo.protocolo}.ics`);

    const dia = await hora.locator('.dia').textContent();
    await tracker(page).getByRole('button', { name: 'Mudar o horário' }).click();
    await tracker(page).locator('.vagas input').nth(1).check({ force: true });
    await tracker(page).getByRole('button', { name: 'Mudar para este horário' }).click();
    await expect(tracker(page).getByText('Horário mudado', { exact: true }).first()).toBeVisible();
    await expect(hora.locator('.dia')).not.toHaveText(dia ?? '');
    expect(await livres(demo, 'central-familia')).toContain(antes);

    await tracker(page).getByRole('button', { name: 'Cancelar o atendimento' }).click();
    await tracker(page).getByRole('button', { name: 'Sim, cancelar' }).click();
    await expect(tracker(page).locator('.estado')).toContainText('Cancelado');
    await expect(tracker(page).getByRole('button', { name: 'Mudar o horário' })).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    expect(seen.problems).toEqual([]);
  });
}

test('[BV-05] a message to a unit without video is answered by its attendant, and rated', async ({ page, demo }) => {
  const seen = await watch(page);
  const recibo = await registrar(demo, 'mensagens', { ...comum, unidadeId: 'posto-avancado', texto: 'Quando sai a certidão do meu processo?' });
  await agir(demo, 'marcos', recibo.protocolo, { acao: 'responder', texto: 'A certidão sai amanhã, pela internet.', resultado: 'respondida' });
  await acompanhar(page, demo, recibo);
  await expect(tracker(page).locator('[part="decisao"]')).toContainText('A certidão sai amanhã, pela internet.');
  await expect(tracker(page).locator('.historico')).toContainText('Posto Avançado de Serra do Mel');
  await expect(tracker(page).getByRole('button', { name: 'Dar minha opinião' })).toBeVisible();
  expect(seen.problems).toEqual([]);
});
