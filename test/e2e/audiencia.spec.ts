/**
 * A whole hearing in a real browser: judge, clerk, prosecutor, accused, defender and witness, each in a context of their own, through the stand-in room and
 * through the real external API.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { PROCESSO_DEMO } from '../../demo/semente-gravacoes.ts';
import { startDemo, type Demo } from '../../demo/server.ts';
import { expect, test, watch, type Watch } from '../support/demo.ts';
import { bundle, realExternalApi } from '../support/jitsi-real.ts';
import { manifestacao } from '../support/backend.ts';
import { startVideoServer } from '../support/jitsi-servers.ts';
import { acompanhar, registrar } from '../support/vida.ts';

const FUSO = 'America/Fortaleza';

/** Now and a bit, as a date and time field of that zone has it. */
const dentroDe = (minutes: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: FUSO, dateStyle: 'short', timeStyle: 'short' }).format(Date.now() + minutes * 60_000).replace(' ', 'T');

interface Pessoa {
  page: Page;
  seen: Watch;
  tela: Locator;
  /** Name of the room that the person's frame shows; null while there is none. */
  sala(): string | null;
  /** What the token of that room says. */
  passe(): { room: string; exp: number; moderator: boolean } | null;
}

async function pessoa(browser: Browser, demo: Demo, url: string, tag: string, viewport: { width: number; height: number }, mais: BrowserContextOptions = {}): Promise<Pessoa> {
  const context = await browser.newContext({ viewport, locale: 'pt-BR', timezoneId: FUSO, permissions: ['camera', 'microphone'], ...mais });
  const page = await context.newPage();
  const seen = await watch(page);
  await page.goto(url);
  const quadro = (): URL | null => {
    const frame = page.frames().find((one) => one.url().includes(demo.videoDomain));
    return frame ? new URL(frame.url()) : null;
  };
  return {
    page,
    seen,
    tela: page.locator(tag),
    sala: () => quadro()?.pathname.slice(1) ?? null,
    passe: () => {
      const jwt = quadro()?.searchParams.get('jwt');
      return jwt ? (JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as ReturnType<Pessoa['passe']>) : null;
    },
  };
}

/** Somebody of the court, signed in. */
async function conta(browser: Browser, demo: Demo, nome: RegExp, mais: BrowserContextOptions = {}): Promise<Pessoa> {
  const quem = await pessoa(browser, demo, `${demo.url}audiencias.html`, 'audiencia-clerk', { width: 1280, height: 900 }, mais);
  await quem.tela.getByRole('button', { name: 'Entrar com a conta do tribunal' }).click();
  await quem.page.getByRole('button', { name: nome }).click();
  await expect(quem.tela.getByRole('heading', { name: 'Audiências marcadas' })).toBeVisible({ timeout: 30_000 });
  return quem;
}

test.describe.configure({ timeout: 180_000 });

/** From the invitations to the term, with the reserved interview and a witness who waits to be called. */
async function audienciaInteira(browser: Browser, demo: Demo, { comPasse = false, ...mais }: BrowserContextOptions & { comPasse?: boolean } = {}): Promise<void> {
  const secretaria = await conta(browser, demo, /^Caio/, mais);
  const mesa = secretaria.tela;

  // Scheduled, on the clock of the court.
  await mesa.getByRole('button', { name: 'Marcar audiência' }).click();
  await mesa.getByLabel('Unidade').selectOption('vara-unica-acari');
  await mesa.getByLabel('Número do processo').fill('0801234-12.2024.8.20.0001');
  await mesa.getByLabel('Ato').fill('Audiência do caso do moinho');
  // Still today: the desk opens on the hearings of the day.
  const [agora, logo] = [dentroDe(0), dentroDe(20)];
  await mesa.getByLabel('Data e hora').fill(logo.slice(0, 10) === agora.slice(0, 10) ? logo : `${agora.slice(0, 10)}T23:59`);
  await mesa.getByRole('button', { name: 'Confirmar' }).click();
  await expect(mesa.getByRole('heading', { name: 'Audiência do caso do moinho' })).toBeVisible();

  const convidar = async (papel: string, nome: string, defende?: string): Promise<string> => {
    await mesa.getByRole('button', { name: 'Convidar', exact: true }).click();
    await mesa.getByLabel('Papel').selectOption(papel);
    await mesa.getByLabel('Nome').fill(nome);
    if (defende) await mesa.locator('.formulario').getByLabel(defende).check({ force: true });
    await mesa.getByRole('button', { name: 'Confirmar' }).click();
    await expect(mesa.locator('#mostra')).toContainText(`Convite de ${nome}`);
    const url = (await mesa.locator('.segredo').textContent())!.trim();
    await mesa.getByRole('button', { name: 'Pronto, já passei à pessoa' }).click();
    return url;
  };
  const fone = { width: 360, height: 740 };
  const links = {
    promotora: await convidar('acusacao', 'Ana Freitas'),
    acusado: await convidar('acusado', 'João Batista'),
    defesa: await convidar('defesa', 'Helena Prado', 'João Batista'),
    testemunha: await convidar('testemunha', 'Rosa Lima'),
  };
  expect(new URL(links.acusado).hash).toMatch(/^#\/convite=[\w-]{22,}$/);
  const [promotora, acusado, defesa, testemunha] = await Promise.all(Object.values(links).map((url) => pessoa(browser, demo, url, 'audiencia-room', fone, mais)));
  const convidados = { promotora: promotora!, acusado: acusado!, defesa: defesa!, testemunha: testemunha! };

  // The invitation: what, when, where, who, what is asked.
  const { tela: telaDoAcusado } = convidados.acusado;
  await expect(telaDoAcusado.getByRole('heading', { name: 'Convite de João Batista' })).toBeVisible();
  for (const text of ['0801234-12.2024.8.20.0001', 'Acari', 'horário de Fortaleza', 'Tenha um documento com foto.', 'Esta audiência será gravada.']) await expect(telaDoAcusado).toContainText(text);

  for (const { tela } of Object.values(convidados)) {
    await tela.getByRole('button', { name: 'Entrar na sala de espera' }).click();
    await expect(tela.getByRole('heading', { name: 'A sala ainda não abriu.' })).toBeVisible();
  }
  const linha = (nome: string): Locator => mesa.locator('.pessoa').filter({ has: mesa.page().locator('strong', { hasText: nome }) });
  await expect(linha('Rosa Lima')).toContainText('Na sala de espera');

  // The prior interview, from the waiting room: the two of them and nobody else.
  await linha('João Batista').getByRole('button', { name: /^Abrir a entrevista reservada/ }).click();
  await expect(mesa).toContainText('Entrevista reservada de João Batista');
  await convidados.acusado.tela.getByRole('button', { name: 'Ir para a conversa reservada' }).click();
  await convidados.defesa.tela.getByRole('button', { name: 'Ir para a conversa reservada com João Batista' }).click();
  await expect.poll(convidados.acusado.sala).not.toBeNull();
  const reservada = convidados.acusado.sala()!;
  await expect.poll(convidados.defesa.sala).toBe(reservada);
  await expect(convidados.acusado.tela.locator('.gravacao')).toHaveText('Nunca é gravada');
  for (const outra of [convidados.promotora, convidados.testemunha]) await expect(outra.tela.getByRole('button', { name: /reservada/ })).toHaveCount(0);
  await expect(mesa.getByRole('button', { name: /entrar.*reservada/i })).toHaveCount(0);
  // Closed by the clerk: both are back in the waiting room.
  await linha('João Batista').getByRole('button', { name: /^Fechar a entrevista reservada/ }).click();
  await expect(convidados.acusado.tela.getByRole('heading', { name: 'A sala ainda não abriu.' })).toBeVisible();
  await expect.poll(convidados.defesa.sala).toBeNull();

  // The room opens: the judge and the clerk are in, the others wait until they are let in.
  await mesa.getByRole('button', { name: 'Abrir a sala' }).click();
  const juiza = await conta(browser, demo, /^Helena/, mais);
  await juiza.tela.getByRole('button', { name: 'Abrir: Audiência do caso do moinho, 0801234-12.2024.8.20.0001' }).click();
  for (const quem of [juiza, secretaria]) {
    await quem.tela.getByRole('button', { name: 'Entrar na sala' }).click();
    await expect.poll(quem.sala).not.toBeNull();
  }
  const plenario = juiza.sala()!;
  expect(secretaria.sala()).toBe(plenario);
  expect(plenario).not.toBe(reservada);
  for (const [nome, quem] of [['Ana Freitas', convidados.promotora], ['João Batista', convidados.acusado], ['Helena Prado', convidados.defesa]] as const) {
    await expect(quem.tela.getByRole('heading', { name: 'Você está na sala de espera.' })).toBeVisible();
    await linha(nome).getByRole('button', { name: /^Deixar entrar/ }).click();
    // The recording is told before.
    await expect(quem.tela).toContainText('A audiência é gravada');
    await quem.tela.getByRole('button', { name: 'Entendi. Entrar na audiência' }).click();
    await expect.poll(quem.sala).toBe(plenario);
  }
  // Each token opens this room and no other, for five minutes at most; only the judge and the clerk moderate.
  for (const quem of comPasse ? [juiza, secretaria, convidados.promotora, convidados.acusado, convidados.defesa] : []) {
    const passe = quem.passe()!;
    expect(passe.room).toBe(plenario);
    expect(passe.exp - Date.now() / 1000).toBeLessThanOrEqual(5 * 60);
    expect(passe.moderator).toBe(quem === juiza || quem === secretaria);
  }
  // A witness is told why she waits, and hears nothing.
  await expect(convidados.testemunha.tela).toContainText('Código de Processo Penal, art. 210');
  expect(convidados.testemunha.sala()).toBeNull();

  // Under way, recorded: everybody inside sees it.
  await mesa.getByRole('button', { name: 'Iniciar a audiência' }).click();
  await mesa.getByRole('button', { name: 'Confirmar' }).click();
  await expect(convidados.promotora.tela.locator('.gravacao')).toHaveText('Gravando agora');

  // Suspended for a talk with the defence, and back without being let in again.
  await mesa.getByRole('button', { name: 'Suspender' }).click();
  await mesa.getByLabel('Motivo').fill('Conversa do acusado com a defesa');
  await mesa.getByRole('button', { name: 'Confirmar' }).click();
  await linha('João Batista').getByRole('button', { name: /^Abrir a entrevista reservada/ }).click();
  await convidados.acusado.tela.getByRole('button', { name: 'Ir para a conversa reservada' }).click();
  await expect.poll(convidados.acusado.sala).not.toBe(plenario);
  await expect.poll(convidados.acusado.sala).not.toBeNull();
  await convidados.acusado.tela.getByRole('button', { name: 'Voltar para a audiência' }).click();
  await expect.poll(convidados.acusado.sala).toBe(plenario);
  await linha('João Batista').getByRole('button', { name: /^Fechar a entrevista reservada/ }).click();
  await mesa.getByRole('button', { name: 'Retomar' }).click();

  // The witness is called, testifies, and is out.
  await linha('Rosa Lima').getByRole('button', { name: /^Chamar para depor/ }).click();
  await convidados.testemunha.tela.getByRole('button', { name: 'Entendi. Entrar na audiência' }).click();
  await expect.poll(convidados.testemunha.sala).toBe(plenario);
  await linha('Rosa Lima').getByRole('button', { name: /^Começar o depoimento/ }).click();
  await expect(convidados.testemunha.tela).toContainText('É a sua vez de falar.');
  await mesa.getByRole('button', { name: 'Terminar o depoimento' }).click();
  await expect(convidados.testemunha.tela.getByRole('heading', { name: 'Seu depoimento terminou.' })).toBeVisible();
  await expect.poll(convidados.testemunha.sala).toBeNull();

  // Marked, ended, told in a term.
  await mesa.getByRole('button', { name: 'Marcar no índice' }).click();
  await mesa.getByLabel('O que acontece agora').fill('Debates');
  await mesa.getByRole('button', { name: 'Confirmar' }).click();
  await expect(mesa.locator('.indice')).toContainText('Debates');
  await mesa.getByRole('button', { name: 'Encerrar a audiência' }).click();
  await mesa.getByLabel('Observações para o termo').fill('Sem intercorrências.');
  await mesa.getByRole('button', { name: 'Confirmar' }).click();
  for (const { tela } of [convidados.promotora, convidados.acusado, convidados.defesa]) await expect(tela.getByRole('heading', { name: 'A audiência terminou.' })).toBeVisible();
  await mesa.getByRole('button', { name: 'Ver o termo' }).click();
  await expect(mesa.locator('pre')).toContainText('Rosa Lima');
  await expect(mesa.locator('pre')).toContainText('Sem intercorrências.');

  for (const { page, seen } of [secretaria, juiza, ...Object.values(convidados)]) {
    // Jitsi's own frame names full screen twice, and the browser says so.
    expect(seen.problems.filter((text) => !text.includes("'allowfullscreen'"))).toEqual([]);
    await page.context().close();
  }
}

test('[AUD-01] [AUD-02] [AUD-03] [AUD-04] [AUD-05] [AUD-06] a whole hearing, from the invitations to the term, with the reserved interview and a witness who waits to be called', async ({ browser, demo }) => {
  await audienciaInteira(browser, demo);
});

test('[AUD-01] [AUD-03] [AUD-06] the same hearing through the real external API of Jitsi', async ({ browser }) => {
  const api = await realExternalApi();
  test.skip(api.script === undefined, api.script === undefined ? api.reason : '');
  const video = await startVideoServer(api.script!, await bundle(fileURLToPath(new URL('../support/jitsi-room-sozinha.ts', import.meta.url))));
  const dataDir = await mkdtemp(join(tmpdir(), 'atrio-demo-real-'));
  const chaves = { ATRIO_JITSI_APP_ID: 'tribunal', ATRIO_JITSI_SECRET: 'segredo-so-deste-teste-com-mais-de-32' };
  Object.assign(process.env, chaves);
  const demo = await startDemo({ port: 0, dataDir, video: video.domain });
  try {
    await audienciaInteira(browser, demo, { ignoreHTTPSErrors: true, comPasse: true });
    // It was the court's server that was asked for the script and for the rooms.
    expect(video.asked.filter((path) => path.endsWith('/external_api.js')).length).toBeGreaterThan(0);
  } finally {
    for (const name of Object.keys(chaves)) delete process.env[name];
    await demo.close();
    await video.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});

test('[AUD-02] [AUD-08] from a case that names the lawsuit, the citizen gets to its hearing and to its recording', async ({ page, demo }) => {
  await demo.audiencias();
  const daAudiencia = await registrar(demo, 'manifestacoes', manifestacao({ processo: '0800321-26.2026.8.20.0109' }));
  await acompanhar(page, demo, daAudiencia);
  const marcada = page.getByRole('heading', { name: 'Há uma audiência marcada neste processo' });
  await expect(marcada).toBeVisible();
  const [pagina] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: 'Ir para a página da audiência' }).first().click()]);
  await expect(pagina.getByRole('heading', { name: 'Abra esta página pelo endereço do seu convite.' })).toBeVisible();
  await pagina.close();
  const daGravacao = await registrar(demo, 'manifestacoes', manifestacao({ processo: PROCESSO_DEMO }));
  await acompanhar(page, demo, daGravacao);
  const [gravacao] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: 'Ver a gravação' }).first().click()]);
  await expect(gravacao.locator('audiencia-recording').getByText(PROCESSO_DEMO).first()).toBeVisible();
});

test('[AUD-09] an equipped room: the hearings of its day without anybody’s name, one visit by a code, and nothing left of it', async ({ browser, demo }) => {
  const [instrucao] = await demo.audiencias();
  const rosa = instrucao!.convites.find(({ nome }) => nome === 'Rosa Testemunha')!;
  const token = await demo.login.token('caio');
  const resposta = await fetch(new URL(`v1/audiencias/${instrucao!.id}/acoes`, demo.backendUrl.replace(/\/?$/, '/')), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'codigo-da-sala-equipada-1', authorization: `Bearer ${token}` },
    body: JSON.stringify({ acao: 'codigo', participanteId: rosa.participanteId, salaEquipada: 'forum-natal' }),
  });
  expect(resposta.status).toBeLessThan(300);
  const { codigo } = ((await resposta.json()) as { codigo: { codigo: string } }).codigo;

  const { page, seen, tela } = await pessoa(browser, demo, `${demo.url}audiencia-sala.html`, 'audiencia-room', { width: 1280, height: 900 });
  await expect(tela.getByRole('heading', { name: 'Audiências de hoje: Sala equipada do Fórum de Natal' })).toBeVisible();
  await expect(tela).not.toContainText('Rosa');
  await tela.getByLabel('Seu código').fill('ERRADO99');
  await tela.getByRole('button', { name: 'Abrir a minha audiência' }).click();
  await expect(tela.getByRole('alert')).toContainText('código');
  await tela.getByLabel('Seu código').fill(codigo.toLowerCase());
  await tela.getByRole('button', { name: 'Abrir a minha audiência' }).click();
  await expect(tela.getByRole('heading', { name: 'Convite de Rosa Testemunha' })).toBeVisible();
  await tela.getByRole('button', { name: 'Terminar e apagar meus dados desta tela' }).click();
  await expect(tela.getByLabel('Seu código')).toHaveValue('');
  await expect(tela).not.toContainText('Rosa');
  expect(await page.evaluate(() => [location.hash, ...Object.values({ ...sessionStorage, ...localStorage })])).toEqual(['']);
  // The refusal of the wrong code is told by the browser too, and nothing else.
  expect(seen.problems.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
  await page.context().close();
});
