/** A recording of the demo court: found by its case, played, checked; under sigilo opened by its key; kept as a file that is the same. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PROCESSO_DEMO } from '../../demo/semente-gravacoes.ts';
import { expect, ready, test, watch } from '../support/demo.ts';

test('[AUD-01] [AUD-07] [AUD-08] a recording is found by its case, played from its index, checked and kept; the one under sigilo opens with the key alone', async ({ page, demo }) => {
  const seen = await watch(page);
  const { sigilosa, chave, publica } = demo.gravacoes!;
  await page.goto(`${demo.url}gravacao.html?processo=${PROCESSO_DEMO}`);
  await ready(page);
  const gravacao = page.locator('audiencia-recording');
  await expect(gravacao.locator('.lista li')).toHaveCount(1);
  await gravacao.getByRole('button', { name: /Ver a gravação: Audiência de instrução/ }).click();
  await expect(gravacao.getByRole('heading', { name: 'Audiência de instrução e julgamento' })).toBeFocused();

  // The backend serves the part that is asked for, not the whole: the player can go anywhere.
  const player = gravacao.locator('audio');
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration)).toBeCloseTo(40, 0);
  await gravacao.getByRole('button', { name: /Depoimento da segunda testemunha/ }).click();
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThanOrEqual(17.9);
  await expect(gravacao.locator('[aria-current]')).toContainText('segunda testemunha');
  await expect(gravacao.locator('.fala')).toHaveText('A segunda testemunha começa a falar.');

  await gravacao.getByRole('button', { name: 'Conferir agora' }).click();
  await expect(gravacao.locator('.resultado')).toContainText('Conferida: a gravação é a que o tribunal assinou');
  const soma = await gravacao.locator('.resultado code').textContent();
  const [saved] = await Promise.all([page.waitForEvent('download'), gravacao.getByRole('link', { name: /Baixar o som/ }).click()]);
  expect(saved.suggestedFilename()).toBe('audiencia-08012341220248200001-2026-11-18.wav');
  const copia = await readFile(await saved.path());
  expect(createHash('sha256').update(copia).digest('hex')).toBe(soma);
  // A copy with one bit changed is not the recording.
  copia[copia.length - 1]! ^= 1;
  await gravacao.locator('#copia').setInputFiles({ name: 'copia.wav', mimeType: 'audio/wav', buffer: copia });
  await expect(gravacao.locator('.resultado')).toContainText('Não confere');

  await gravacao.getByRole('button', { name: 'Criar link para este ponto' }).click();
  const link = new URL(await gravacao.locator('#endereco').inputValue());
  expect(link.searchParams.get('gravacao')).toBe(publica);
  expect(link.hash).toBe('#t=18');

  // Under sigilo: nothing of the case before the key, and the key is nowhere in the address.
  await page.goto(`${demo.url}gravacao.html?gravacao=${sigilosa}#t=30`);
  await expect(gravacao.getByText('Esta gravação está sob sigilo')).toBeVisible();
  await expect(gravacao).not.toContainText(PROCESSO_DEMO);
  await gravacao.getByLabel('Chave de acesso').fill(chave.toLowerCase());
  await gravacao.getByRole('button', { name: 'Abrir a gravação' }).click();
  await expect(gravacao.getByRole('heading', { name: 'Depoimento especial' })).toBeFocused();
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThanOrEqual(29.9);
  expect(page.url()).not.toContain(chave.slice(0, 4));
  const rita = { authorization: `Bearer ${await demo.login.token('rita')}` };
  const vistas = (await (await fetch(`${demo.backendUrl}/v1/gravacoes/${sigilosa}/vistas`, { headers: rita })).json()) as { itens: { quem: string; acao: string }[] };
  expect(vistas.itens.some(({ quem, acao }) => quem === 'Defesa (demonstração)' && acao === 'ver-gravacao')).toBe(true);
  // The browser itself writes the refusal of the first answer, 403, in its console.
  expect(seen.problems.filter((problem) => !/403 \(Forbidden\)/.test(problem))).toEqual([]);
});
