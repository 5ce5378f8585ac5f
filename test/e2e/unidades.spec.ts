/** From a search among the units to the counter of one of them, and what machines read of all. */
import { expect, ready, test, watch } from '../support/demo.ts';

test('[BV-02] [BV-03] a person finds a unit, reads how to reach it, and goes to its counter', async ({ page, demo }) => {
  const seen = await watch(page);
  await page.goto(`${demo.url}balcao.html`);
  await page.getByRole('link', { name: 'Procure em todas as unidades' }).click();
  await ready(page);
  const list = page.locator('balcao-directory');
  await list.getByLabel('Procure a unidade').fill('civel natal 2');
  await expect(list.getByRole('status')).toHaveText('2 unidades');
  await expect(page).toHaveURL(/#unidades\?busca=civel\+natal\+2$/);
  const unit = list.locator('details').filter({ hasText: /^\s*2ª Vara Cível de Natal/ });
  await expect(unit).toContainText(/(Aberta|Fechada) agora\./);
  await unit.locator('summary').click();
  await expect(unit.getByRole('link', { name: '(84) 5555-0103' })).toHaveAttribute('href', 'tel:+558455550103');
  await expect(unit).toContainText('O atendimento por vídeo acontece apenas durante o horário de atendimento ao público.');
  await unit.getByRole('link', { name: 'Ir para o Balcão Virtual' }).click();
  await expect(page).toHaveURL(/balcao\.html\?unidade=2-vara-civel-natal$/);
  await ready(page);
  await expect(page.locator('balcao-virtual').first()).toHaveAttribute('unidade', '2-vara-civel-natal');
  await expect(page.locator('balcao-virtual').first().getByRole('heading', { name: '2ª Vara Cível de Natal' })).toBeVisible();
  await expect(page.locator('balcao-virtual[unidade="2-vara-civel-natal"]')).toHaveCount(1);
  // Back is the search that was there.
  await page.goBack();
  await expect(list.getByLabel('Procure a unidade')).toHaveValue('civel natal 2');
  await expect(list.getByRole('status')).toHaveText('2 unidades');
  expect(seen.problems).toEqual([]);
});

test('[BV-07] chambers are found with their contacts, and lead to no counter', async ({ page, demo }) => {
  await page.goto(`${demo.url}unidades.html#unidade-gabinete-2-vara-civel-natal`);
  await ready(page);
  const unit = page.locator('balcao-directory').locator('details');
  await expect(unit).toHaveCount(1);
  await expect(unit).toContainText('não têm Balcão Virtual');
  await expect(unit.getByRole('link', { name: '(84) 5555-0111' })).toBeVisible();
  await expect(unit.getByRole('link', { name: 'Ir para o Balcão Virtual' })).toHaveCount(0);
  await page.locator('balcao-directory').getByRole('link', { name: 'Ver todas as unidades' }).click();
  await expect(page.locator('balcao-directory').getByLabel('Procure a unidade')).toBeVisible();
});

test('[TRA-02] contacts and public hours of every unit are one link away, for machines', async ({ page, demo, request }) => {
  await page.goto(`${demo.url}unidades.html`);
  await ready(page);
  const href = await page.locator('balcao-directory').getByRole('link', { name: /^Dados abertos/ }).getAttribute('href');
  const response = await request.get(href!);
  expect(response.headers()['content-type']).toMatch(/^application\/ld\+json/);
  const { '@context': context, '@graph': graph } = (await response.json()) as { '@context': string; '@graph': Record<string, unknown>[] };
  expect(context).toBe('https://schema.org');
  const unit = graph.find(({ identifier }) => identifier === '2-vara-civel-natal');
  expect(unit).toMatchObject({ '@type': 'GovernmentOffice', 'name': '2ª Vara Cível de Natal', 'address': { '@type': 'PostalAddress', 'addressLocality': 'Natal' } });
  expect(unit?.['openingHoursSpecification']).toMatchObject({ '@type': 'OpeningHoursSpecification', 'dayOfWeek': ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], 'opens': '08:00', 'closes': '14:00' });
});

test('[TRA-02] under the strict policy of the pages a browser refuses markup of data made by script, which is why it comes from the server', async ({ page, demo }) => {
  await page.goto(`${demo.url}unidades.html`);
  const refused = await page.evaluate(() => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    try {
      script.textContent = '{}';
    } catch (error) {
      return (error as Error).name;
    }
    return null;
  });
  expect(refused).toBe('TypeError');
});

test('a unit that the list of the page does not have is shown from its link, and what is no identifier changes nothing', async ({ page, demo }) => {
  await page.goto(`${demo.url}balcao.html?unidade=posto-avancado`);
  await ready(page);
  await expect(page.locator('balcao-virtual').first().getByRole('heading').first()).toContainText('Posto');
  await page.goto(`${demo.url}balcao.html?unidade=${encodeURIComponent('"><img src=x>')}`);
  await ready(page);
  await expect(page.locator('balcao-virtual').first()).toHaveAttribute('unidade', 'plantao-judiciario');
});
