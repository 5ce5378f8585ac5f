/** What a screen reader is told of hearings, recordings and the desks of the staff: names, roles and states in the accessibility tree, and each announcement, once. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { PROCESSO_DEMO } from '../../demo/semente-gravacoes.ts';
import { marcarAudiencia } from '../support/audiencia-demo.ts';
import { demoPropria } from '../support/demo-propria.ts';
import { expect, ready, test } from '../support/demo.ts';
import { arvore, defeitos, leitor, type No } from '../support/leitor.ts';
import { registrar } from '../support/vida.ts';

test.describe.configure({ timeout: 120_000 });
test.use({ viewport: { width: 1280, height: 900 }, permissions: ['camera', 'microphone'] });

const UNIDADE = 'central-atendimento';

const um = (nodes: readonly No[], role: string, name: RegExp): No => {
  const found = nodes.filter((node) => node.role === role && name.test(node.name));
  if (found.length !== 1) throw new Error(`${found.length} of ${role} ${String(name)}: ${nodes.filter((node) => node.role === role).map((node) => node.name).join(' | ')}`);
  return found[0]!;
};
/** What was heard, without the names of what was pressed. */
const menos = (heard: readonly string[], ...pressed: readonly string[]): string[] => heard.filter((one) => !pressed.some((name) => one === `foco: ${name}`));

/** From a page of the staff to the account, and back. */
async function entrar(page: Page, botao: string, conta: RegExp, dentro: string): Promise<void> {
  await page.getByRole('button', { name: botao, exact: true }).click();
  await page.getByRole('button', { name: conta }).click();
  await expect(page.locator(dentro)).toBeVisible({ timeout: 30_000 });
}

test('[ACC-01] [AUD-01] a party hears the invitation, that it waits, that it may come in, that it is recorded, and that it is over, once each', async ({ page, demo }) => {
  const audiencia = await marcarAudiencia(demo, 'da sala pelo leitor');
  const joao = await audiencia.convidar('acusado', 'João Batista');
  await page.goto(`${demo.url}audiencia.html#/convite=${joao.convite}`);
  const sala = page.locator('audiencia-room');
  const botao = (name: string | RegExp) => sala.getByRole('button', { name });
  const titulo = (name: string | RegExp) => sala.getByRole('heading', { name });
  await expect(titulo('Convite de João Batista')).toBeVisible();
  let tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  um(tree, 'heading', /^Vara Única|Audiência da sala pelo leitor/);
  um(tree, 'button', /^Entrar na sala de espera$/);
  const l = await leitor(page);
  await botao('Entrar na sala de espera').click();
  await expect(titulo('A sala ainda não abriu.')).toBeFocused();
  expect(menos(await l.ouviu(), 'Entrar na sala de espera', 'Avisando a secretaria…')).toEqual(['foco: A sala ainda não abriu.']);
  await audiencia.agir({ acao: 'abrir' });
  await expect(titulo('Você está na sala de espera.')).toBeFocused();
  expect(await l.ouviu()).toEqual(['foco: Você está na sala de espera.']);
  expect(defeitos(await arvore(page))).toEqual([]);
  await audiencia.agir({ acao: 'admitir', participanteId: joao.id });
  await expect(titulo('Você já pode entrar.')).toBeFocused();
  // The heading has the focus: nothing says it a second time.
  expect(await l.ouviu()).toEqual(['foco: Você já pode entrar.']);
  expect(defeitos(await arvore(page))).toEqual([]);
  await botao('Entendi. Entrar na audiência').click();
  await expect(titulo('Sala da audiência')).toBeFocused();
  await expect(page.frameLocator('audiencia-room iframe').getByRole('button', { name: 'Admitir' })).toBeVisible();
  expect(menos(await l.ouviu(), 'Entendi. Entrar na audiência')).toEqual(['foco: Sala da audiência']);
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  um(tree, 'Iframe', /^Vídeo: Sala da audiência/);

  // What changes in the room is said without the focus moving.
  await audiencia.agir({ acao: 'iniciar', gravar: true });
  await expect(sala.locator('.gravacao')).toHaveText('Gravando agora');
  expect(await l.ouviu()).toEqual(['polite: A gravação começou.']);
  await audiencia.agir({ acao: 'parar-gravacao' });
  await expect(sala.locator('.gravacao')).toHaveText('Sem gravação agora');
  expect(await l.ouviu()).toEqual(['polite: A gravação parou.']);
  await audiencia.agir({ acao: 'suspender', motivo: 'Conversa com a defesa' });
  await expect(sala.getByText('A audiência está parada por um momento: Conversa com a defesa')).toBeVisible();
  expect(await l.ouviu()).toEqual(['polite: A audiência está parada por um momento. Fique na sala.']);
  await botao('Sair da sala').click();
  await expect(titulo('Você já pode entrar.')).toBeFocused();
  expect(menos(await l.ouviu(), 'Sair da sala')).toEqual(['foco: Você já pode entrar.']);
  await audiencia.agir({ acao: 'encerrar' });
  await expect(titulo('A audiência terminou.')).toBeFocused();
  expect(await l.ouviu()).toEqual(['foco: A audiência terminou.']);
  expect(defeitos(await arvore(page))).toEqual([]);
});

test('[ACC-01] [AUD-03] a clerk hears who arrives, and that each act was done, also when the same one is done twice', async ({ page, demo }) => {
  const audiencia = await marcarAudiencia(demo, 'da mesa pelo leitor');
  const joao = await audiencia.convidar('acusado', 'João Batista');
  const rosa = await audiencia.convidar('acusacao', 'Rosa Lima');
  await page.goto(`${demo.url}audiencias.html`);
  const mesa = page.locator('audiencia-clerk');
  const botao = (name: string | RegExp) => mesa.getByRole('button', { name, exact: typeof name === 'string' });
  await expect(botao('Entrar com a conta do tribunal')).toBeVisible();
  expect(defeitos(await arvore(page))).toEqual([]);
  await entrar(page, 'Entrar com a conta do tribunal', /^Caio/, 'audiencia-clerk .lista');
  let tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  um(tree, 'button', /^Abrir: Audiência da mesa pelo leitor, /);
  const l = await leitor(page);
  await botao(/^Abrir: Audiência da mesa pelo leitor/).click();
  const titulo = mesa.getByRole('heading', { name: 'Audiência da mesa pelo leitor' });
  await expect(titulo).toBeFocused();
  // That it is being opened may be over before it is said.
  expect((await l.ouviu()).filter((heard) => heard !== 'polite: Abrindo a audiência…').at(-1)).toBe('foco: Audiência da mesa pelo leitor');
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  um(tree, 'button', /^Abrir a sala$/);

  await audiencia.chegar(joao.convite);
  await expect(mesa.locator('.pessoa').filter({ hasText: 'João' })).toContainText('Na sala de espera');
  expect(await l.ouviu()).toEqual(['polite: João Batista: Na sala de espera']);
  await audiencia.chegar(rosa.convite);
  await expect(mesa.locator('.pessoa').filter({ hasText: 'Rosa' })).toContainText('Na sala de espera');
  expect(await l.ouviu()).toEqual(['polite: Rosa Lima: Na sala de espera']);

  const feito = async (pressed: string, ...more: string[]): Promise<void> => {
    await expect.poll(async () => menos(await ouvido(), pressed, 'Confirmar', 'Enviando…')).toEqual([...more, 'polite: Feito.'].sort());
  };
  let heard: string[] = [];
  const ouvido = async (): Promise<string[]> => (heard = [...heard, ...(await l.ouviu())]).toSorted();
  const aperta = async (name: string): Promise<void> => {
    heard = [];
    await botao(name).click();
  };
  await aperta('Abrir a sala');
  await feito('Abrir a sala', 'foco: Audiência da mesa pelo leitor');
  tree = await arvore(page);
  um(tree, 'button', /^Deixar entrar: João Batista$/);
  await aperta('Deixar entrar: João Batista');
  await feito('Deixar entrar: João Batista', 'foco: João Batista');
  await aperta('Deixar entrar: Rosa Lima');
  await feito('Deixar entrar: Rosa Lima', 'foco: Rosa Lima');

  await aperta('Iniciar a audiência');
  await expect(mesa.getByRole('heading', { name: 'Iniciar a audiência?' })).toBeFocused();
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  um(tree, 'checkbox', /^Marcar já o início da gravação$/);
  um(tree, 'form', /^Iniciar a audiência\?$/);
  await l.ouviu();
  await aperta('Confirmar');
  await feito('Confirmar', 'foco: Audiência da mesa pelo leitor');
  for (const rotulo of ['Debates', 'Alegações finais']) {
    await aperta('Marcar no índice');
    await mesa.getByLabel('O que acontece agora').fill(rotulo);
    await l.ouviu();
    await aperta('Confirmar');
    await feito('Confirmar', 'foco: Audiência da mesa pelo leitor');
  }
  expect(defeitos(await arvore(page))).toEqual([]);
  await aperta('Entrar na sala');
  await expect(page.frameLocator('audiencia-clerk iframe').getByRole('button', { name: 'Admitir' })).toBeVisible();
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  um(tree, 'Iframe', /^Vídeo: Audiência da mesa pelo leitor$/);

  await aperta('Encerrar a audiência');
  await l.ouviu();
  await aperta('Confirmar');
  await feito('Confirmar', 'foco: Audiência da mesa pelo leitor');
  await aperta('Ver o termo');
  await expect(mesa.getByRole('heading', { name: 'Termo da audiência' })).toBeFocused();
  expect(menos(await l.ouviu(), 'Ver o termo', 'Carregando…')).toEqual(['foco: Termo da audiência']);
  expect(defeitos(await arvore(page))).toEqual([]);
  await botao('Sair da conta').click();
  await expect(botao('Entrar com a conta do tribunal')).toBeFocused();
  expect(menos(await l.ouviu(), 'Sair da conta').toSorted()).toEqual(['foco: Entrar com a conta do tribunal', 'polite: Você saiu da conta.']);
});

test('[ACC-01] [AUD-07] [AUD-08] a recording is heard: its controls by name, which part is playing, what was made, the check, and a key that does not open', async ({ page, demo }) => {
  await page.goto(`${demo.url}gravacao.html?processo=${PROCESSO_DEMO}`);
  await ready(page);
  const gravacao = page.locator('audiencia-recording');
  const botao = (name: string | RegExp) => gravacao.getByRole('button', { name });
  await expect(botao(/^Ver a gravação/)).toBeVisible();
  expect(defeitos(await arvore(page))).toEqual([]);
  const l = await leitor(page);
  await botao(/^Ver a gravação: Audiência de instrução/).click();
  await expect(gravacao.getByRole('heading', { name: 'Audiência de instrução e julgamento' })).toBeFocused();
  // That it is being fetched may be over before it is said.
  expect((await l.ouviu()).filter((heard) => !/Ver a gravação|Buscando a gravação/.test(heard))).toEqual(['foco: Audiência de instrução e julgamento']);
  let tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  um(tree, 'region', /^Reprodução$/);
  um(tree, 'Audio', /^Som da audiência$/);
  um(tree, 'combobox', /^Velocidade/);
  um(tree, 'checkbox', /^Legendas$/);
  um(tree, 'link', /^Baixar o som/);

  await botao(/Depoimento da segunda testemunha/).click();
  await expect(gravacao.locator('[aria-current]')).toContainText('segunda testemunha');
  um(await arvore(page), 'button', /segunda testemunha \(parte que está tocando\)$/);
  await l.ouviu();
  await botao('Criar link para este ponto').click();
  await expect(gravacao.locator('#endereco')).toBeVisible();
  const dito = menos(await l.ouviu(), 'Criar link para este ponto');
  expect(dito).toHaveLength(1);
  expect(dito[0]).toMatch(/^polite: (Link copiado|Copie)/);
  expect(defeitos(await arvore(page))).toEqual([]);

  await botao('Conferir agora').click();
  await expect(gravacao.locator('.resultado')).toContainText('Conferida');
  const conferida = (await l.ouviu()).filter((heard) => heard.startsWith('polite: ') && heard.includes('Conferida'));
  expect(conferida).toHaveLength(1);
  await expect(botao('Conferir agora')).toBeFocused();

  await page.goto(`${demo.url}gravacao.html?gravacao=${demo.gravacoes!.sigilosa}`);
  await ready(page);
  const chave = gravacao.getByLabel('Chave de acesso');
  await expect(chave).toBeVisible();
  tree = await arvore(page);
  expect(defeitos(tree)).toEqual([]);
  expect(um(tree, 'textbox', /^Chave de acesso$/)).toMatchObject({ required: true, invalid: false });
  const m = await leitor(page);
  await botao('Abrir a gravação').click();
  await expect(chave).toBeFocused();
  const campo = um(await arvore(page), 'textbox', /^Chave de acesso$/);
  expect(campo.invalid).toBe(true);
  expect(campo.description).toContain('Erro: Escreva a chave.');
  // The field that has the focus says its error by itself: nothing announces it besides.
  expect(menos(await m.ouviu(), 'Abrir a gravação')).toEqual(['foco: Chave de acesso']);
});

test('[ACC-01] [BV-06] [BV-13] an attendant hears who arrives, whom they called, that the service ended, and that they left', async ({ page }) => {
  await demoPropria(async (demo) => {
    const chega = async (nome: string): Promise<{ ingresso: string; senha: string }> => {
      const response = await fetch(`${demo.backendUrl}/v1/unidades/${UNIDADE}/fila`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify({ nome }) });
      expect(response.status).toBe(201);
      return (await response.json()) as { ingresso: string; senha: string };
    };
    await page.goto(`${demo.url}atendimento.html`);
    const mesa = page.locator('balcao-attendant');
    const botao = (name: string) => mesa.getByRole('button', { name, exact: true });
    await expect(botao('Entrar')).toBeVisible();
    expect(defeitos(await arvore(page))).toEqual([]);
    await entrar(page, 'Entrar', /^Teresa/, 'balcao-attendant .fila details');
    let tree = await arvore(page);
    expect(defeitos(tree)).toEqual([]);
    expect(um(tree, 'button', /^Chamar próximo$/).description).toBe('Ninguém aguarda agora.');
    const l = await leitor(page);
    const maria = await chega('Maria');
    await expect(mesa.getByRole('row').filter({ hasText: 'Maria' })).toBeVisible();
    // Who comes is told in batches, a moment later.
    await expect(mesa.locator('[role=status]', { hasText: 'Chegou' })).toHaveText('Chegou 1 pessoa. Na fila: 1.');
    expect(await l.ouviu()).toEqual(['polite: Chegou 1 pessoa. Na fila: 1.']);
    tree = await arvore(page);
    expect(defeitos(tree)).toEqual([]);
    um(tree, 'table', /^Fila/);
    um(tree, 'columnheader', /^Pessoa e assunto$/);
    um(tree, 'rowheader', new RegExp(`^${maria.senha}$`));
    await botao('Chamar próximo').click();
    await expect(mesa.getByRole('heading', { name: `Senha ${maria.senha}` })).toBeFocused();
    expect((await l.ouviu()).filter((heard) => !heard.startsWith('foco: Chamar próximo')).toSorted()).toEqual([`foco: Senha ${maria.senha}`, `polite: Senha ${maria.senha} chamada.`]);
    tree = await arvore(page);
    expect(defeitos(tree)).toEqual([]);
    um(tree, 'textbox', /^Anotações$/);
    expect(um(tree, 'button', /^Encerrar$/).description).toContain('Disponível depois que a pessoa entrar.');
    await fetch(`${demo.backendUrl}/v1/fila/entrada`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'authorization': `Bearer ${maria.ingresso}` }, body: '{}' });
    await expect(mesa.locator('.situacao')).toContainText('Em atendimento');
    await botao('Transferir').click();
    await expect(mesa.getByLabel('Procurar unidade')).toBeFocused();
    tree = await arvore(page);
    expect(defeitos(tree)).toEqual([]);
    um(tree, 'searchbox', /^Procurar unidade$/);
    await page.keyboard.press('Escape');
    expect(um(await arvore(page), 'button', /^Transferir$/).expanded).toBe(false);
    await botao('Encerrar').click();
    await expect(botao('Encerrar atendimento')).toBeVisible();
    tree = await arvore(page);
    expect(defeitos(tree)).toEqual([]);
    expect(um(tree, 'button', /^Encerrar$/).expanded).toBe(true);
    await l.ouviu();
    await botao('Encerrar atendimento').click();
    await expect(botao('Chamar próximo')).toBeFocused();
    expect((await l.ouviu()).filter((heard) => !/^foco: (Encerrar atendimento|Enviando…)$/.test(heard)).toSorted()).toEqual(['foco: Chamar próximoC', 'polite: Atendimento encerrado.']);
    await botao('Sair').click();
    await expect(botao('Entrar')).toBeFocused();
    expect(menos(await l.ouviu(), 'Sair').toSorted()).toEqual(['foco: Entrar', 'polite: Você saiu.']);
    expect(defeitos(await arvore(page))).toEqual([]);
  });
});

test('[ACC-01] [OUV-13] the page of the Ouvidoria is heard: how many cases, what is missing at its field, and that the act was done', async ({ page, demo }) => {
  const reclamacao = {
    tipo: 'reclamacao',
    relato: 'Esperei três horas no balcão da vara e ninguém me atendeu.',
    identificacao: { modo: 'identificada', nome: 'Maria das Dores Silva', contato: { alternativo: 'Centro POP da Ribeira' } },
    privacidade: { versao: '2026-11', aceito: true },
  };
  await registrar(demo, 'manifestacoes', reclamacao);
  const { protocolo } = await registrar(demo, 'manifestacoes', reclamacao);
  await page.goto(`${demo.url}equipe.html`);
  await expect(page.getByRole('button', { name: 'Entrar' })).toBeVisible();
  expect(defeitos(await arvore(page))).toEqual([]);
  await entrar(page, 'Entrar', /^Ana/, 'main .lista');
  expect(defeitos(await arvore(page))).toEqual([]);
  const l = await leitor(page);
  await page.getByLabel('Protocolo').fill(protocolo);
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await expect(page.getByText('1 caso', { exact: true })).toBeVisible();
  expect((await l.ouviu()).filter((heard) => !heard.startsWith('foco: '))).toEqual(['polite: 1 caso']);
  await page.getByRole('link', { name: protocolo }).click();
  await expect(page.getByRole('heading', { name: `Caso ${protocolo}` })).toBeFocused();
  expect(menos(await l.ouviu(), protocolo)).toEqual([`foco: Caso ${protocolo}`]);
  expect(defeitos(await arvore(page))).toEqual([]);
  const ato = page.locator('details.ato').filter({ has: page.locator('summary', { hasText: /^Anotar/ }) });
  await ato.locator('summary').click();
  await ato.getByRole('button', { name: 'Guardar a nota' }).click();
  await expect(ato.getByLabel('Nota')).toBeFocused();
  const campo = um(await arvore(page), 'textbox', /^Nota$/);
  expect(campo).toMatchObject({ required: true, invalid: true });
  expect(campo.description).toContain('Preencha este campo.');
  expect((await l.ouviu()).filter((heard) => !heard.startsWith('foco: '))).toEqual([]);
  await ato.getByLabel('Nota').fill('Anotado pelo leitor.');
  await l.ouviu();
  await ato.getByRole('button', { name: 'Guardar a nota' }).click();
  await expect(page.getByRole('heading', { name: `Caso ${protocolo}` })).toBeFocused();
  expect((await l.ouviu()).filter((heard) => !/^foco: (Anotar|Guardar)/.test(heard)).toSorted()).toEqual([`foco: Caso ${protocolo}`, 'polite: Feito: anotar.']);
  await page.getByRole('button', { name: 'Sair' }).click();
  await expect(page.getByRole('heading', { name: 'Página da equipe' })).toBeFocused();
  expect(menos(await l.ouviu(), 'Sair')).toEqual(['foco: Página da equipe']);
  expect(defeitos(await arvore(page))).toEqual([]);
});
