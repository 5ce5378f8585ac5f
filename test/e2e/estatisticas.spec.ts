/** What is registered in the demo court is counted in its public figures, and can be taken as open data. */
import { readFile } from 'node:fs/promises';
import { manifestacao } from '../support/backend.ts';
import { expect, ready, test } from '../support/demo.ts';
import { registrar } from '../support/vida.ts';

test('[OUV-18] [TRA-03] what people register is counted on the page of figures, and saved as a table that names nobody', async ({ page, demo }) => {
  // The demo court is shared with other journeys: a type with few cases takes the smallest of the others with it, which is not the one looked at.
  for (const tipo of [...Array<'sugestao'>(9).fill('sugestao'), ...Array<'elogio'>(6).fill('elogio')]) {
    await registrar(demo, 'manifestacoes', manifestacao({ tipo }));
  }
  await page.goto(`${demo.url}transparencia.html`);
  await page.getByRole('link', { name: 'números da Ouvidoria' }).click();
  await ready(page);
  const stats = page.locator('ouvidoria-stats').first();
  // Another period than the one that is shown at first: figures are kept for five minutes.
  await stats.getByLabel('Período').selectOption('Este ano');
  const row = stats.getByRole('table', { name: 'Por tipo' }).getByRole('row', { name: /Sugestão/ });
  // Until they come, the figures of the period before stay.
  await expect.poll(async () => Number(/Sugestão\s*(\d+)/.exec((await row.textContent()) ?? '')?.[1])).toBeGreaterThanOrEqual(9);

  const [saved] = await Promise.all([page.waitForEvent('download'), stats.getByRole('link', { name: 'Planilha (CSV)' }).click()]);
  expect(saved.suggestedFilename()).toMatch(/^estatisticas-ouvidoria-\d{4}-01-01-a-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await saved.path(), 'utf8');
  expect(text).toMatch(/;porTipo;sugestao;Sugestão;casos;\d+;publicado\r\n/);
  expect(text).not.toContain('Pessoa Fictícia');
});
