/** Hearings, recordings and the desks of the staff, by the keyboard alone: no pointer, and no help from the test to put the focus anywhere. */
import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { armor, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { PROCESSO_DEMO } from '../../demo/semente-gravacoes.ts';
import { marcarAudiencia } from '../support/audiencia-demo.ts';
import { demoPropria } from '../support/demo-propria.ts';
import { expect, ready, test } from '../support/demo.ts';
import { teclado, type Teclado } from '../support/teclado.ts';
import { registrar } from '../support/vida.ts';

test.describe.configure({ timeout: 120_000 });

const FONE = { width: 360, height: 640 };
const MESA = { width: 1280, height: 720 };
const UNIDADE = 'central-atendimento';

/** Opens a page, and has what is loaded late arrive: whoever reads before pressing gives it the time. */
async function abrir(k: Teclado, url: string): Promise<void> {
  await k.page.goto(url);
  await ready(k.page);
  await k.page.waitForLoadState('networkidle');
}

/** Hangs up inside of the room, whose page has the focus of its own. */
async function desligarNaSala(k: Teclado, desligar: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await k.tecla('Tab');
      return desligar.evaluate((button) => button === document.activeElement);
    })
    .toBe(true);
  await k.aciona();
}

/** From a page of the staff to the account, and back: what is there then has what it needs. */
async function entrar(k: Teclado, botao: RegExp, conta: RegExp, dentro: string): Promise<void> {
  await expect(k.page.getByRole('button', { name: botao })).toBeVisible();
  expect((await k.tecla('Tab')).nome).toBe('Ir para o conteúdo');
  await k.aciona();
  await expect(k.page.locator('main')).toBeFocused();
  await k.pressiona(botao);
  await expect(k.page.getByRole('heading', { name: /Com que conta/ })).toBeVisible({ timeout: 30_000 });
  await k.pressiona(conta);
  await expect(k.page.locator(dentro)).toBeVisible({ timeout: 30_000 });
}

test.describe('who is invited', () => {
  test.use({ viewport: FONE, permissions: ['camera', 'microphone'] });

  test('[ACC-01] [AUD-01] a party opens the invitation, waits, is let in, leaves by either button, and hears that it is over', async ({ page, demo }) => {
    const audiencia = await marcarAudiencia(demo, 'da sala pelo teclado');
    const joao = await audiencia.convidar('acusado', 'João Batista');
    const k = await teclado(page);
    await page.goto(`${demo.url}audiencia.html#/convite=${joao.convite}`);
    await expect(page.getByRole('heading', { name: 'Convite de João Batista' })).toBeVisible();
    expect((await k.tecla('Tab')).nome).toBe('Ir para o conteúdo');
    await k.aciona();
    await expect(page.locator('main')).toBeFocused();

    await k.pressiona(/^Testar câmera e som/);
    await k.chegou(/^Testar câmera, som/);
    await k.pressiona(/^Voltar$/);
    await k.chegou(/^Convite de João Batista/);
    await k.ate(/^Pôr na agenda/);
    await k.ate(/^Entrar na sala de espera$/, 'Shift+Tab');
    await k.semArmadilha();
    await k.aciona();
    await k.chegou(/^A sala ainda não abriu/);
    await k.ate(/^Sair da sala de espera$/);
    await k.semArmadilha();

    // What the clerk does is told where the person is, and the way on is below it.
    await audiencia.agir({ acao: 'abrir' });
    await k.chegou(/^Você está na sala de espera/);
    await audiencia.agir({ acao: 'admitir', participanteId: joao.id });
    await k.chegou(/^Você já pode entrar/);
    await k.ate(/^Entendi\. Entrar na audiência$/);
    await k.semArmadilha();
    await k.aciona();
    await k.chegou(/^Sala da audiência/);
    const quadro = page.frameLocator('audiencia-room iframe');
    await expect(quadro.getByRole('button', { name: 'Admitir' })).toBeVisible();

    // Through the room's own controls and out of them again.
    await k.ate(/^Sair da sala$/);
    await k.semArmadilha();
    await audiencia.agir({ acao: 'iniciar', gravar: true });
    await expect(page.locator('audiencia-room .gravacao')).toHaveText('Gravando agora');
    expect((await k.foco()).nome).toBe('Sair da sala');
    await k.aciona();
    await k.chegou(/^Você já pode entrar/);

    // Hung up inside of the room.
    await k.pressiona(/^Entendi\. Entrar na audiência$/);
    await k.chegou(/^Sala da audiência/);
    await expect(quadro.getByRole('button', { name: 'Sair da chamada' })).toBeVisible();
    const desligar = quadro.getByRole('button', { name: 'Sair da chamada' });
    await desligarNaSala(k, desligar);
    await k.chegou(/^Você já pode entrar/);
    await k.pressiona(/^Sair da sala de espera$/);
    await k.chegou(/^Convite de João Batista/);
    await audiencia.agir({ acao: 'encerrar' });
    await k.chegou(/^A audiência terminou/);
    await k.tecla('Tab');
    await k.semArmadilha();
  });

  test('[ACC-01] [AUD-01] an invitation that did not come is asked for again', async ({ page, demo }) => {
    const audiencia = await marcarAudiencia(demo, 'sem rede pelo teclado');
    const { convite } = await audiencia.convidar('testemunha', 'Rosa Lima');
    const k = await teclado(page);
    await page.route('**/v1/audiencias/convite', (route) => route.abort());
    await page.goto(`${demo.url}audiencia.html#/convite=${convite}`);
    await expect(page.getByText('Não conseguimos abrir o convite.')).toBeVisible();
    await k.ate(/^Tentar de novo$/);
    await page.unroute('**/v1/audiencias/convite');
    await k.aciona();
    await k.chegou(/^Convite de Rosa Lima/);
  });

  test('[ACC-01] [AUD-09] in an equipped room: a code that opens nothing, the one that does, and nothing left behind', async ({ page, demo }) => {
    const audiencia = await marcarAudiencia(demo, 'da sala equipada pelo teclado');
    const { convite: rosa } = await audiencia.agir({ acao: 'convidar', papel: 'testemunha', nome: 'Rosa Lima', salaEquipada: 'forum-natal' });
    const { codigo } = await audiencia.agir({ acao: 'codigo', participanteId: rosa!.participanteId, salaEquipada: 'forum-natal' });
    await page.setViewportSize(MESA);
    const k = await teclado(page);
    await page.goto(`${demo.url}audiencia-sala.html`);
    await expect(page.getByLabel('Seu código')).toBeVisible();
    await k.escreve(/^Seu código/, 'ERRADO99');
    await k.aciona();
    await expect(page.locator('audiencia-room').getByRole('alert')).toContainText('código');
    expect((await k.foco()).nome).toMatch(/^Seu código/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(codigo!.codigo);
    await k.aciona();
    await k.chegou(/^Convite de Rosa Lima/);
    await k.pressiona(/^Terminar e apagar meus dados/);
    await expect(page.getByLabel('Seu código')).toHaveValue('');
    await k.foco();
  });
});

test.describe('the court', () => {
  test.use({ viewport: MESA, permissions: ['camera', 'microphone'] });

  test('[ACC-01] [AUD-03] a clerk opens a hearing, invites, lets somebody in, records, marks, suspends, ends, and signs out', async ({ page, demo }) => {
    const audiencia = await marcarAudiencia(demo, 'da mesa pelo teclado');
    const k = await teclado(page);
    await k.page.goto(`${demo.url}audiencias.html`);
    await entrar(k, /^Entrar com a conta do tribunal$/, /^Caio/, 'audiencia-clerk .lista');
    const mesa = page.locator('audiencia-clerk');

    // A form that is opened and put away again.
    await k.pressiona(/^Marcar audiência$/);
    await k.chegou(/^Marcar audiência$/, 'h3');
    await k.pressiona(/^Confirmar$/);
    // What is missing is told by the browser, at its field.
    await k.chegou(/^Número do processo/);
    await k.ate(/^Desistir$/);
    await k.semArmadilha();
    await k.aciona();
    await k.chegou(/^Audiências marcadas/);

    await k.pressiona(/^Abrir: Audiência da mesa pelo teclado/);
    await k.chegou(/^Audiência da mesa pelo teclado$/);
    await k.pressiona(/^Convidar$/);
    await k.chegou(/^Convidar uma pessoa$/);
    await k.pressiona(/^Confirmar$/);
    await k.chegou(/^Nome/);
    await k.digita('João Batista');
    await k.aciona();
    await k.chegou(/^Convite de João Batista/);
    const convite = (await mesa.locator('.segredo').innerText()).split('convite=')[1]!;
    await k.pressiona(/^Copiar$/);
    expect((await k.foco()).nome).toBe('Copiar');
    await k.pressiona(/^Pronto, já passei/);
    await k.chegou(/^Audiência da mesa pelo teclado$/);
    await k.ate(/^Mais: João Batista$/);
    await k.semArmadilha();
    await k.aciona();
    await k.pressiona(/^Trocar o convite: João Batista$/);
    await k.chegou(/^Trocar o convite de João Batista/);
    await k.pressiona(/^Desistir$/);
    await k.chegou(/^Audiência da mesa pelo teclado$/);

    // What was pressed is no more: the focus is not on what took its place.
    await k.pressiona(/^Abrir a sala$/);
    await k.chegou(/^Audiência da mesa pelo teclado$/);
    await audiencia.chegar(convite);
    await expect(mesa.locator('.pessoa')).toContainText('Na sala de espera');
    await k.pressiona(/^Deixar entrar: João Batista$/);
    // On with the same person, who has other acts now.
    expect((await k.chegou(/^João Batista$/)).tag).toBe('li');
    await expect(mesa.locator('.pessoa')).toContainText('Pode entrar');

    await k.ate(/^Entrar na sala$/, 'Shift+Tab');
    await k.aciona();
    await k.chegou(/^Sala da audiência$/);
    await expect(page.frameLocator('audiencia-clerk iframe').getByRole('button', { name: 'Admitir' })).toBeVisible();
    await k.ate(/^Sair da sala$/);
    await k.semArmadilha();

    await k.ate(/^Iniciar a audiência$/, 'Shift+Tab');
    await k.aciona();
    await k.chegou(/^Iniciar a audiência\?$/);
    await k.ate(/^Marcar já o início da gravação$/);
    expect((await k.foco()).marcado).toBe(true);
    await k.pressiona(/^Confirmar$/);
    await k.chegou(/^Audiência da mesa pelo teclado$/);
    await expect(mesa.locator('.gravacao')).toContainText('Gravando agora');
    await k.pressiona(/^Marcar no índice$/);
    await k.chegou(/^Marcar no índice da gravação$/);
    await k.escreve(/^O que acontece agora/, 'Debates');
    await k.aciona();
    await expect(mesa.locator('.indice')).toContainText('Debates');
    await k.chegou(/^Audiência da mesa pelo teclado$/);
    await k.pressiona(/^Suspender$/);
    await k.chegou(/^Suspender a audiência$/);
    await k.escreve(/^Motivo/, 'Conversa com a defesa');
    await k.aciona();
    await k.chegou(/^Audiência da mesa pelo teclado$/);
    await k.pressiona(/^Retomar$/);
    await k.chegou(/^Audiência da mesa pelo teclado$/);
    await k.pressiona(/^Sair da sala$/);
    await k.chegou(/^Audiência da mesa pelo teclado$/);

    await k.pressiona(/^Encerrar a audiência$/);
    await k.chegou(/^Encerrar a audiência\?$/);
    await k.pressiona(/^Confirmar$/);
    await k.chegou(/^Audiência da mesa pelo teclado$/);
    await k.pressiona(/^Ver o termo$/);
    await k.chegou(/^Termo da audiência$/);
    await k.ate(/^Baixar o termo$/);
    await k.semArmadilha();
    const [termo] = await Promise.all([page.waitForEvent('download'), k.aciona()]);
    expect(termo.suggestedFilename()).toBe('termo.txt');
    expect((await k.foco()).nome).toBe('Baixar o termo');
    await k.ate(/^Todas as audiências$/, 'Shift+Tab');
    await k.aciona();
    await k.chegou(/^Audiências marcadas/);
    await k.ate(/^Sair da conta$/, 'Shift+Tab');
    await k.aciona();
    await k.chegou(/^Entrar com a conta do tribunal$/);
    await k.semArmadilha();
  });

  test('[ACC-01] [AUD-03] an act that got no answer: the way on is where the focus is, and putting it away loses nothing', async ({ page, demo }) => {
    await marcarAudiencia(demo, 'sem resposta pelo teclado');
    const k = await teclado(page);
    await k.page.goto(`${demo.url}audiencias.html`);
    await entrar(k, /^Entrar com a conta do tribunal$/, /^Caio/, 'audiencia-clerk .lista');
    await k.pressiona(/^Abrir: Audiência sem resposta pelo teclado/);
    await k.chegou(/^Audiência sem resposta pelo teclado$/);
    await page.route('**/acoes', (route) => route.abort());
    await k.pressiona(/^Abrir a sala$/);
    await k.chegou(/^Sem resposta/);
    await k.pressiona(/^Fechar$/);
    await k.chegou(/^Audiência sem resposta pelo teclado$/);
    await k.pressiona(/^Abrir a sala$/);
    await k.chegou(/^Sem resposta/);
    await page.unroute('**/acoes');
    await k.pressiona(/^Tentar de novo$/);
    await k.chegou(/^Audiência sem resposta pelo teclado$/);
    await k.ate(/^Iniciar a audiência$/);
  });

  for (const { pagina, tag, botao, conta, dados, dentro } of [
    { pagina: 'audiencias.html', tag: 'audiencia-clerk', botao: /^Entrar com a conta do tribunal$/, conta: /^Caio/, dados: /\/v1\/audiencias(\?|$)/, dentro: /^Audiências marcadas/ },
    { pagina: 'atendimento.html', tag: 'balcao-attendant', botao: /^Entrar$/, conta: /^Teresa/, dados: /\/v1\/atendimento(\/|\?|$)/, dentro: /^Chamar próximo/ },
  ])
    test(`[ACC-01] <${tag}>: a desk that did not open is asked for again`, async ({ page, demo }) => {
      const k = await teclado(page);
      await page.route(dados, (route) => route.abort());
      await k.page.goto(demo.url + pagina);
      await entrar(k, botao, conta, `${tag} [part=aviso]`);
      await k.ate(/^Tentar de novo$/);
      await page.unroute(dados);
      await k.aciona();
      await k.chegou(dentro);
    });

  test('[ACC-01] [BV-06] [BV-13] an attendant signs in, calls the next person, serves, ends, and signs out', async ({ page }) => {
    await demoPropria(async (demo) => {
      const chegou = async (nome: string): Promise<string> => {
        const response = await fetch(`${demo.backendUrl}/v1/unidades/${UNIDADE}/fila`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify({ nome }) });
        expect(response.status).toBe(201);
        return ((await response.json()) as { ingresso: string }).ingresso;
      };
      const maria = await chegou('Maria');
      const k = await teclado(page);
      await k.page.goto(`${demo.url}atendimento.html`);
      await entrar(k, /^Entrar$/, /^Teresa/, 'balcao-attendant .fila table');
      const mesa = page.locator('balcao-attendant');
      await k.pressiona(/^Atalhos e avisos/);
      await expect(mesa.getByRole('dialog')).toBeVisible();
      await k.ate(/^Fechar$/);
      await k.aciona('Escape');
      await k.chegou(/^Atalhos e avisos/);
      await k.ate(/^Pausar balcão/);
      await k.aciona();
      await k.chegou(/^Motivo/);
      await k.aciona('Escape');
      await k.chegou(/^Pausar balcão/);
      await k.ate(/^Chamar próximo/, 'Shift+Tab');
      await k.semArmadilha();
      await k.aciona();
      await k.chegou(/^Senha/);
      // Somebody comes meanwhile: the focus stays.
      await chegou('João');
      await expect(mesa.getByRole('row').filter({ hasText: 'João' })).toBeVisible();
      await k.chegou(/^Senha/);
      await fetch(`${demo.backendUrl}/v1/fila/entrada`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), authorization: `Bearer ${maria}` }, body: '{}' });
      await expect(mesa.locator('.situacao')).toContainText('Em atendimento');

      await k.pressiona(/^Entrar na sala/);
      await k.chegou(/^Sala de vídeo/);
      const quadro = page.frameLocator('balcao-attendant iframe');
      const desligar = quadro.getByRole('button', { name: 'Sair da chamada' });
      await expect(desligar).toBeVisible();
      // Through the room's own controls and out of them again, either way.
      await k.ate(/^Anotações/);
      await k.ate(/^Sair da sala/, 'Shift+Tab');
      // Hung up inside of the room, which goes with what had the focus.
      await desligarNaSala(k, desligar);
      await k.chegou(/^Senha/);

      await k.escreve(/^Anotações/, 'Quer saber do alvará.');
      await expect(mesa.getByText('Salvas.')).toBeVisible();
      await k.ate(/^Encerrar/, 'Shift+Tab');
      await k.aciona();
      expect((await k.chegou(/^O que foi combinado|combinado/)).tag).toBe('textarea');
      await k.aciona('Escape');
      await k.chegou(/^Encerrar/);
      await k.aciona();
      await k.chegou(/combinado/);
      await k.pressiona(/^Encerrar atendimento$/);
      await k.chegou(/^Chamar próximo/);
      await k.ate(/^Sair$/, 'Shift+Tab');
      await k.aciona();
      await k.chegou(/^Entrar$/);
      await k.semArmadilha();
    });
  });

  test('[ACC-01] [OUV-13] the Ouvidoria signs in, finds a case, writes a note, and signs out', async ({ page, demo }) => {
    const { protocolo } = await registrar(demo, 'manifestacoes', {
      tipo: 'reclamacao',
      relato: 'Esperei três horas no balcão da vara e ninguém me atendeu.',
      identificacao: { modo: 'identificada', nome: 'Maria das Dores Silva', contato: { alternativo: 'Centro POP da Ribeira' } },
      privacidade: { versao: '2026-11', aceito: true },
    });
    const k = await teclado(page);
    await k.page.goto(`${demo.url}equipe.html`);
    await entrar(k, /^Entrar$/, /^Ana/, 'main .lista');
    await k.escreve(/^Protocolo/, protocolo);
    await k.aciona();
    await expect(page.getByText('1 caso', { exact: true })).toBeVisible();
    expect((await k.foco()).nome).toMatch(/^Protocolo/);
    await k.semArmadilha();
    await k.pressiona(new RegExp(`^${protocolo}$`));
    await k.chegou(new RegExp(`^Caso ${protocolo}`));
    await k.ate(/^Anotar/);
    await k.semArmadilha();
    await k.aciona();
    await k.ate(/^Nota/);
    await k.pressiona(/^Guardar a nota$/);
    // What is missing is told at its field.
    await k.chegou(/^Nota/);
    await k.digita('Anotado pelo teclado.');
    await k.pressiona(/^Guardar a nota$/);
    await k.chegou(new RegExp(`^Caso ${protocolo}`));
    await expect(page.getByText('Feito: anotar.')).toBeVisible();
    await k.ate(/^Relatórios$/, 'Shift+Tab');
    await k.aciona();
    await k.chegou(/^Relatórios e exportações/);
    await k.ate(/^Sair$/, 'Shift+Tab');
    await k.aciona();
    await k.chegou(/^Página da equipe/);
    await k.ate(/^Entrar$/);
    await k.semArmadilha();
  });

  test('[ACC-01] [OUV-13] what was pressed and is gone: a list that goes on, and the key of an encrypted case', async ({ page, demo }) => {
    const identity = await generateIdentity();
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(identity));
    const relato = 'Vi o desvio de material do almoxarifado do fórum.';
    const cifrado = armor.encode(await encrypter.encrypt(JSON.stringify({ relato })));
    const denuncia = { tipo: 'denuncia', cifrado, identificacao: { modo: 'anonima' }, privacidade: { versao: '2026-11', aceito: true } };
    const primeira = await registrar(demo, 'manifestacoes', denuncia);
    const { protocolo } = await registrar(demo, 'manifestacoes', denuncia);
    // One case a page.
    await page.route('**/v1/tratamento/casos?*', async (route) => {
      const url = new URL(route.request().url());
      const fim = url.searchParams.has('cursor');
      const response = await route.fetch({ url: `${url.origin}${url.pathname}?busca=${fim ? protocolo : primeira.protocolo}` });
      await route.fulfill({ response, json: { ...((await response.json()) as object), proxima: fim ? null : 'segunda' } });
    });
    const k = await teclado(page);
    await k.page.goto(`${demo.url}equipe.html`);
    await entrar(k, /^Entrar$/, /^Ana/, 'main .lista');
    await k.pressiona(/^Mostrar mais$/);
    expect((await k.chegou(new RegExp(`^${protocolo}`))).tag).toBe('li');
    await k.pressiona(new RegExp(`^${protocolo}$`));
    await k.chegou(new RegExp(`^Caso ${protocolo}`));
    await k.escreve(/^Chave privada/, identity);
    await k.aciona();
    await k.chegou(/^Chave da Ouvidoria$/);
    await expect(page.getByText(relato)).toBeVisible();
    await k.pressiona(/^Esquecer a chave$/);
    await k.chegou(/^Chave da Ouvidoria$/);
    await expect(page.getByText(relato)).toHaveCount(0);
  });
});

test.describe('a recording', () => {
  test.use({ viewport: FONE });

  test('[ACC-01] [AUD-08] a recording is found, played, stopped, gone through by its index, heard faster, shown, kept and checked', async ({ page, demo }) => {
    const k = await teclado(page);
    await abrir(k, `${demo.url}gravacao.html?processo=${PROCESSO_DEMO}`);
    const gravacao = page.locator('audiencia-recording');
    const som = gravacao.locator('audio');
    const toca = <T>(what: (audio: HTMLAudioElement) => T): Promise<T> => som.evaluate(what as (audio: HTMLElement | SVGElement) => T);
    await k.pressiona(/^Ver a gravação: Audiência de instrução/);
    await k.chegou(/^Audiência de instrução e julgamento/);
    await expect.poll(() => toca((audio) => audio.duration)).toBeCloseTo(40, 0);

    await k.ate(/^Avançar 10 segundos$/);
    await k.semArmadilha();
    await k.tecla('k');
    await expect.poll(() => toca((audio) => !audio.paused && audio.currentTime > 0)).toBe(true);
    await k.tecla('k');
    await expect.poll(() => toca((audio) => audio.paused)).toBe(true);
    const antes = await toca((audio) => audio.currentTime);
    await k.tecla('Enter');
    await expect.poll(() => toca((audio) => audio.currentTime)).toBeGreaterThanOrEqual(antes + 9.5);
    await k.ate(/^Velocidade/);
    await k.tecla('ArrowDown');
    await expect.poll(() => toca((audio) => audio.playbackRate)).toBeGreaterThan(1);
    await k.ate(/^Legendas$/);
    expect((await k.foco()).marcado).toBe(true);
    expect((await k.tecla('Space')).marcado).toBe(false);
    expect((await k.tecla('Space')).marcado).toBe(true);

    await k.pressiona(/Depoimento da segunda testemunha/);
    await expect(gravacao.locator('[aria-current]')).toContainText('segunda testemunha');
    await expect.poll(() => toca((audio) => audio.currentTime)).toBeGreaterThanOrEqual(17.9);
    expect((await k.foco()).nome).toMatch(/segunda testemunha/);

    await k.pressiona(/^Criar link para este ponto$/);
    await expect(gravacao.locator('#endereco')).toBeVisible();
    expect((await k.foco()).nome).toBe('Criar link para este ponto');
    expect((await k.ate(/^Link para/)).valor).toMatch(/gravacao=.*#t=18$/);
    await k.ate(/^Baixar o som/);
    const [baixado] = await Promise.all([page.waitForEvent('download'), k.aciona()]);
    expect(baixado.suggestedFilename()).toMatch(/^audiencia-.*\.wav$/);
    expect((await k.foco()).nome).toMatch(/^Baixar o som/);

    // Checked where it is pressed, whatever the button is called meanwhile.
    await k.pressiona(/^Conferir agora$/);
    await expect(gravacao.locator('.resultado')).toContainText('Conferida');
    await k.chegou(/^Conferir agora$/);
    await k.ate(/^Conferir um arquivo/);
    await k.pressiona(/^Ver outras gravações/);
    await k.chegou(/^Gravação da audiência$/);
    await k.ate(/^Ver a gravação: Audiência de instrução/);
  });

  test('[ACC-01] [AUD-08] a recording that does not come is asked for again', async ({ page, demo }) => {
    const k = await teclado(page);
    const som = '**/v1/**';
    await page.route(som, (route) => (route.request().resourceType() === 'media' ? route.abort() : route.continue()));
    await abrir(k, `${demo.url}gravacao.html?gravacao=${demo.gravacoes!.publica}`);
    await expect(page.locator('audiencia-recording').getByRole('button', { name: 'Tentar de novo' })).toBeVisible();
    await k.ate(/^Tentar de novo$/);
    await page.unroute(som);
    await k.aciona();
    await k.chegou(/^Audiência de instrução e julgamento/);
    await expect.poll(() => page.locator('audiencia-recording audio').evaluate((audio: HTMLAudioElement) => audio.duration)).toBeCloseTo(40, 0);
  });

  test('[ACC-01] [AUD-07] a recording under sigilo: the key that is missing, and the one that opens', async ({ page, demo }) => {
    const { sigilosa, chave } = demo.gravacoes!;
    const k = await teclado(page);
    await abrir(k, `${demo.url}gravacao.html?gravacao=${sigilosa}`);
    await k.pressiona(/^Abrir a gravação$/);
    await k.chegou(/^Chave de acesso/);
    await k.digita('AAAA-BBBB-CCCC-DDDD');
    await k.aciona();
    await expect(page.locator('audiencia-recording .erro-campo')).toContainText('Esta chave não abre a gravação.');
    await k.chegou(/^Chave de acesso/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(chave);
    await k.aciona();
    await k.chegou(/^Depoimento especial$/);
  });
});
