import { PAGES, expect, ready, test, watch } from '../support/demo.ts';
import { contentSecurityPolicy, permissionsPolicy, recordingContentSecurityPolicy } from '../../demo/headers.ts';

const origin = (url: string): string => new URL(url).origin;

test('every page is sent with the strict headers', async ({ demo, request }) => {
  const video = `http://${demo.videoDomain}`;
  for (const name of PAGES) {
    const headers = (await request.get(demo.url + name)).headers();
    expect(headers['content-security-policy']).toBe(name === 'gravacao.html' ? recordingContentSecurityPolicy({ backend: origin(demo.backendUrl) }) : contentSecurityPolicy({ backend: origin(demo.backendUrl), video }));
    expect(headers['permissions-policy']).toBe(permissionsPolicy(video));
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
  }
  const policy = contentSecurityPolicy({ backend: origin(demo.backendUrl), video });
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe|\*|data:|blob:/);
});

test('the versioned path is immutable, and only this version is there', async ({ demo, request, page }) => {
  await page.goto(`${demo.url}ouvidoria.html`);
  const source = (await page.locator('script[src]').getAttribute('src')) ?? '';
  const script = await request.get(new URL(source, demo.url).href);
  expect(script.status()).toBe(200);
  expect(script.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await request.get(`${demo.url}atrio/9.9.9/atrio.js`)).status()).toBe(404);
  expect((await request.get(`${demo.url}atrio/0.1.0/..%2f..%2fpackage.json`)).status()).toBe(404);
  expect((await request.get(`${demo.url}..%2fserver.ts`)).status()).toBe(404);
});

test('a script or a style that is not the court’s own is blocked, and the watch sees it', async ({ page, demo }) => {
  const seen = await watch(page);
  await page.goto(demo.url);
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.text = 'window.intruso = 1';
      document.body.append(script);
    } catch {
      // Trusted Types refuses the text before the policy refuses the script.
    }
  });
  expect(await page.evaluate(() => 'intruso' in window)).toBe(false);
  await expect.poll(() => seen.problems.filter((problem) => problem.startsWith('violation')).length).toBeGreaterThan(0);
});

for (const name of PAGES) {
  test(`${name}: no violation, no error, nothing asked of anybody else`, async ({ page, demo }) => {
    const seen = await watch(page);
    await page.goto(demo.url + name, { waitUntil: 'networkidle' });
    await ready(page);
    expect(seen.problems).toEqual([]);
    const allowed = [origin(demo.url), origin(demo.backendUrl)];
    expect([...seen.origins].filter((one) => !allowed.includes(one))).toEqual([]);
  });
}

test('a call in the stand-in room: the video server is asked for nothing before intent, and nothing is violated after', async ({ page, demo }) => {
  const video = `http://${demo.videoDomain}`;
  const seen = await watch(page);
  await page.goto(`${demo.url}cole-aqui.html`, { waitUntil: 'networkidle' });
  await ready(page);
  const counter = page.locator('balcao-virtual');
  await expect(counter.getByText('Aberto agora.').first()).toBeVisible();
  expect([...seen.origins]).not.toContain(video);
  await counter.getByRole('textbox').fill('Maria');
  expect([...seen.origins]).not.toContain(video);
  await counter.getByRole('button', { name: 'Chamar por vídeo' }).click();
  const room = page.frameLocator('balcao-virtual iframe');
  await expect(room.getByText('Sala de demonstração').first()).toBeVisible();
  await expect(counter.getByText('Você está na sala de espera', { exact: false }).first()).toBeVisible();
  await room.getByRole('button', { name: 'Admitir' }).click();
  await expect(counter.getByText('Você está em atendimento.').first()).toBeVisible();
  await counter.getByRole('button', { name: 'Sair do atendimento' }).click();
  await expect(counter.getByText('Você saiu do atendimento.').first()).toBeVisible();
  await expect(page.locator('balcao-virtual iframe')).toHaveCount(0);
  expect(seen.problems).toEqual([]);
  const allowed = [origin(demo.url), origin(demo.backendUrl), video];
  expect([...seen.origins].filter((one) => !allowed.includes(one))).toEqual([]);
});

test('a manifestation is sent and its receipt shown without a violation', async ({ page, demo }) => {
  const seen = await watch(page);
  await page.goto(`${demo.url}ouvidoria.html`, { waitUntil: 'networkidle' });
  await ready(page);
  const form = page.locator('ouvidoria-form');
  const next = form.getByRole('button', { name: 'Continuar' });
  await form.getByText('Elogiar', { exact: true }).click();
  await next.click();
  await form.getByRole('textbox', { name: 'Seu relato' }).fill('Fui muito bem atendido no balcão, com paciência e clareza.');
  await next.click();
  await form.getByText('Com meu nome', { exact: true }).click();
  await form.getByRole('textbox', { name: 'Nome completo' }).fill('Maria da Silva');
  await form.getByText('E-mail', { exact: true }).click();
  await form.getByRole('textbox', { name: 'Seu e-mail' }).fill('maria@exemplo.com.br');
  await next.click();
  await form.getByText('Li e entendi como meus dados serão usados').click();
  await form.getByRole('button', { name: 'Enviar manifestação' }).click();
  await expect(form.getByText(/\d{4}\.\d{6}-\d/).first()).toBeVisible();
  expect(seen.problems).toEqual([]);
  const allowed = [origin(demo.url), origin(demo.backendUrl)];
  expect([...seen.origins].filter((one) => !allowed.includes(one))).toEqual([]);
});
