/** Every way through the demo court, by the keyboard alone: no pointer, and no help from the test to put the focus anywhere. */
import { randomUUID } from 'node:crypto';
import { expect, ready, test } from '../support/demo.ts';
import { teclado, type Teclado } from '../support/teclado.ts';
import { agir, registrar } from '../support/vida.ts';

test.use({ viewport: { width: 360, height: 640 } });
test.describe.configure({ timeout: 120_000 });

const CENTRAL = 'central-atendimento';
const PROTOCOLO = /\d{4}\.\d{6}-\d/;

/** Opens a page of the demo, and has what is loaded late arrive: whoever reads before pressing gives it the time. */
async function abrir(k: Teclado, url: string): Promise<void> {
  await k.page.goto(url);
  await ready(k.page);
  await k.page.waitForLoadState('networkidle');
}

/** Follows the first line of the summary of errors to its field. */
async function primeiroErro(k: Teclado): Promise<string> {
  await k.chegou(/^Falta pouco/);
  await k.tecla('Tab');
  return (await k.tecla('Enter')).nome;
}

/** From a receipt on the screen: its two secrets are there, it can be copied, and it is left once it is kept. */
async function comprovante(k: Teclado): Promise<void> {
  await expect(k.page.getByText(PROTOCOLO).first()).toBeVisible();
  await k.pressiona(/^Copiar: [Cc]have/);
  await k.foco();
  await k.marca(/^Guardei/);
  await k.semArmadilha();
}

test('[ACC-01] [OUV-01] a denúncia: what is wrong leads to its field, Back and forward keep the place, and the receipt comes', async ({ page, demo }) => {
  const k = await teclado(page);
  await abrir(k, `${demo.url}ouvidoria.html`);
  expect((await k.tecla('Tab')).nome).toBe('Ir para o conteúdo');
  await k.aciona();
  await k.pressiona(/^Continuar$/);
  await primeiroErro(k);
  expect((await k.foco()).grupo).toBe('Escolha uma opção');
  await k.escolhe(/^Escolha uma opção/, /^Denunciar/);
  await k.semArmadilha();
  await k.pressiona(/^Continuar$/);
  await k.chegou(/^Etapa 2/);
  await k.pressiona(/^Continuar$/);
  expect(await primeiroErro(k)).toBe('Seu relato');
  await k.digita('Vi cobrança de dinheiro para marcar audiência no balcão da secretaria.');
  // With a way out of the page that stays in sight while everything scrolls below it.
  await k.ate(/^Continuar$/);
  await k.ate(/^Seu relato$/, 'Shift+Tab');
  await k.pressiona(/^Continuar$/);
  await k.chegou(/^Etapa 3/);
  await k.pressiona(/^Voltar$/);
  await k.chegou(/^Etapa 2/);
  await page.goBack();
  await k.chegou(/^Etapa 1/);
  await page.goForward();
  await k.chegou(/^Etapa 2/);
  // A part of the page that somebody goes to is no step back, and keeps the focus that it got.
  await k.ate(/^Ir para o conteúdo$/, 'Shift+Tab');
  await k.aciona();
  await expect(page.locator('main')).toBeFocused();
  await k.pressiona(/^Continuar$/);
  await k.chegou(/^Etapa 3/);

  await k.escolhe(/^Como você quer se identificar/, /^Com meu nome$/);
  await k.escreve(/^Nome completo/, 'Maria das Dores Silva');
  await k.escreve(/^CPF/, '11111111111');
  await k.marca(/^E-mail$/);
  await k.escreve(/^Seu e-mail/, 'maria@exemplo.com.br');
  await k.pressiona(/^Continuar$/);
  expect(await primeiroErro(k)).toMatch(/^CPF/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('52998224725');
  await k.pressiona(/^Continuar$/);
  await k.chegou(/^Etapa 4/);
  await k.pressiona(/^Alterar/);
  await k.chegou(/^Etapa 1/);
  await k.pressiona(/^Continuar$/);
  await k.chegou(/^Etapa 4/);
  await k.pressiona(/^Enviar manifestação$/);
  expect(await primeiroErro(k)).toMatch(/^Li e entendi/);
  await k.tecla('Space');
  await k.semArmadilha();
  await k.pressiona(/^Enviar manifestação$/);
  await k.chegou(/registrad|Recebemos/);
  await comprovante(k);
});

test('[ACC-01] [SIC-01] a request for information', async ({ page, demo }) => {
  const k = await teclado(page);
  await abrir(k, `${demo.url}sic.html`);
  await k.pressiona(/^Continuar$/);
  expect(await primeiroErro(k)).toMatch(/^Informação que você quer/);
  await k.digita('Qual o salário de cada servidor do tribunal em 2025?');
  // What is published already is looked for while one writes, and moves nothing away.
  await expect(page.locator('sic-request .sugestoes')).toBeVisible();
  expect((await k.foco()).nome).toMatch(/^Informação que você quer/);
  await k.semArmadilha();
  await k.pressiona(/^Continuar$/);
  await k.chegou(/Quem é você/);
  await k.escreve(/^Nome completo/, 'João Pereira');
  await k.escreve(/^CPF/, '52998224725');
  await k.escreve(/^Número do documento de identidade/, '1234567');
  await k.marca(/^E-mail/);
  await k.escreve(/^Seu e-mail/, 'joao@exemplo.com.br');
  await k.pressiona(/^Continuar$/);
  await k.chegou(/Como quer receber/);
  await k.pressiona(/^Continuar$/);
  await k.chegou(/Revise e envie/);
  await k.marca(/^Li e entendi/);
  await k.pressiona(/^Enviar pedido$/);
  await k.chegou(/registrad|Recebemos/);
  await comprovante(k);
});

test('[ACC-01] [OUV-10] a case is followed, added to, left and asked for again', async ({ page, demo }) => {
  const recibo = await registrar(demo, 'manifestacoes', {
    tipo: 'reclamacao',
    relato: 'Esperei três horas no balcão da vara e ninguém me atendeu.',
    identificacao: { modo: 'identificada', nome: 'Maria das Dores Silva', contato: { alternativo: 'Centro POP da Ribeira' } },
    privacidade: { versao: '2026-11', aceito: true },
  });
  await agir(demo, 'ana', recibo.protocolo, { acao: 'analisar' });
  const k = await teclado(page);
  await abrir(k, `${demo.url}acompanhar.html`);
  await k.pressiona(/^Ir para o conteúdo$/);
  await k.pressiona(/^Consultar/);
  expect((await k.chegou(/^Protocolo/)).tag).toBe('input');
  await k.digita(recibo.protocolo);
  await k.escreve(/^Chave/, recibo.chave.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
  await k.aciona();
  await k.chegou(/Não encontramos este protocolo com esta chave/);
  await k.ate(/^Chave/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(recibo.chave);
  await k.aciona();
  await k.chegou(PROTOCOLO);
  await k.ate(/^Acrescentar informações$/);
  await k.semArmadilha();
  await k.aciona();
  await k.chegou(/Acrescentar|acrescentar/);
  await k.pressiona(/^Enviar$/);
  expect((await k.chegou(/^O que você quer acrescentar/)).tag).toBe('textarea');
  await k.digita('Foi no dia 3 de novembro, às 9h30.');
  await k.pressiona(/^Guardar/);
  await k.chegou(/^Acrescentar informações$/);
  await k.aciona();
  await k.chegou(/Acrescentar|acrescentar/);
  await k.pressiona(/^Enviar$/);
  await k.chegou(/^Recebemos o que você enviou/);
  await k.pressiona(/outro protocolo/i);
  expect((await k.chegou(/^Protocolo/)).tag).toBe('input');
});

test('[ACC-01] [BV-13] a place in the queue, the devices tried before, and the place given up', async ({ page, demo, context }) => {
  await context.grantPermissions(['camera', 'microphone']);
  const k = await teclado(page);
  await abrir(k, `${demo.url}balcao.html?unidade=${CENTRAL}`);
  await k.ate(/^Chamar por vídeo$/);
  await k.semArmadilha();
  await k.aciona();
  await k.chegou(/^O que você precisa/);
  await k.pressiona(/^Andamento de processo/);
  await k.chegou(/^Antes de entrar na fila/);
  await k.escreve(/^Número do processo/, '0801234');
  await k.escreve(/^Como podemos chamar você/, 'Maria');
  await k.pressiona(/^Entrar na fila$/);
  expect(await primeiroErro(k)).toMatch(/^Número do processo/);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');

  await k.pressiona(/^Testar câmera e som/);
  await k.chegou(/^Testar câmera, som/);
  await k.pressiona(/^Testar$/);
  const respondido = (): Promise<void> => expect(page.locator('balcao-virtual .teste').locator('[data-acao="sim"], [data-acao="comecar"]').first()).toBeVisible({ timeout: 20_000 });
  // Whatever this machine has: each step is left by one of its buttons, and what had the focus may be gone meanwhile.
  await k.chegou(/^Passo 1 de 4/);
  await respondido();
  await k.pressiona(/^Sim, estou me vendo|^Seguir sem|^Pular/);
  await k.chegou(/^Passo 2 de 4/);
  await respondido();
  await k.pressiona(/^Sim, está funcionando|^Seguir sem|^Pular/);
  await k.chegou(/^Passo 3 de 4/);
  await k.pressiona(/^Tocar o som/);
  await k.chegou(/^Passo 3 de 4/);
  await k.ate(/^Pular/);
  await expect(page.locator('balcao-virtual .teste [data-acao="sim"], balcao-virtual .teste .aviso')).toBeVisible();
  await k.chegou(/^Passo 3 de 4/);
  await k.pressiona(/^Sim, ouvi|^Seguir/);
  await k.chegou(/^Passo 4 de 4/);
  await respondido();
  await k.pressiona(/^Continuar|^Seguir|^Pular/);
  await k.chegou(/^Resultado do teste/);
  await k.pressiona(/^Continuar/);
  await k.chegou(/^Antes de entrar na fila/);

  await k.pressiona(/^Entrar na fila$/);
  await k.chegou(/^Central/, 'h2');
  await expect(page.locator('.situacao').first()).toContainText(/A próxima vez é a sua|na sua frente/);
  await k.ate(/^Testar o som/);
  await k.semArmadilha();
  // The queue moves while one is somewhere in it: the focus stays.
  const chegada = await fetch(`${demo.backendUrl}/v1/unidades/${CENTRAL}/fila`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: '{}' });
  expect(chegada.status).toBe(201);
  await k.chegou(/^Testar o som/);
  await k.pressiona(/^Sair da fila$/);
  expect((await k.chegou(/^Não, continuar/)).grupo).toMatch(/perder o seu lugar/);
  await k.aciona();
  await k.chegou(/^Sair da fila$/);
  await k.aciona();
  await k.chegou(/^Não, continuar/);
  await k.ate(/^Sim, sair/, 'Shift+Tab');
  await k.aciona();
  await k.chegou(/^Central/, 'h2');
  await expect(page.locator('.situacao').first()).toContainText('Você saiu da fila.');
});

test('[ACC-01] [BV-03] [BV-05] from the search to a unit, and a message to one without video', async ({ page, demo }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const k = await teclado(page);
  await abrir(k, `${demo.url}unidades.html`);
  await k.escreve(/^Procure a unidade/, 'serra do mel');
  await expect(page.locator('balcao-directory').getByRole('status')).toHaveText(/^1 unidade/);
  expect((await k.foco()).nome).toMatch(/^Procure a unidade/);
  await k.semArmadilha();
  await k.ate(/^Posto Avançado/);
  await k.aciona();
  await expect(page.locator('balcao-directory .detalhe').getByRole('link').first()).toBeVisible();
  await k.pressiona(/Balcão Virtual$|^Ir para o balcão/i);
  await page.waitForURL(/unidade=posto-avancado/);
  await ready(page);
  await k.pressiona(/^Deixar uma mensagem/);
  await k.chegou(/^Deixar uma mensagem/, 'h3');
  await k.pressiona(/^Enviar mensagem/);
  expect(await primeiroErro(k)).toMatch(/^Sua mensagem/);
  await k.digita('Quero saber se já saiu a decisão sobre a minha audiência de março.');
  await k.escreve(/^Seu nome/, 'Francisca Souza');
  await k.marca(/^Li e entendi/);
  await k.semArmadilha();
  await k.pressiona(/^Enviar mensagem/);
  await k.chegou(/^Recebemos sua mensagem/);
  await k.marca(/^Guardei/);
  await k.pressiona(/^Voltar ao balcão/);
  await k.chegou(/^Posto Avançado/, 'h2');
});

test('[ACC-01] [BV-14] an hour of the agenda, and its receipt', async ({ page, demo }) => {
  const k = await teclado(page);
  await abrir(k, `${demo.url}balcao.html?unidade=${CENTRAL}`);
  await k.pressiona(/^Agendar/);
  await k.chegou(/^Agendar um horário/, 'h3');
  await k.pressiona(/^Mostrar mais dias/);
  expect((await k.chegou(/feira|sábado|domingo|amanhã/)).tag).toBe('p');
  await k.pressiona(/^Confirmar agendamento/);
  await primeiroErro(k);
  await k.chegou(/\d+h/);
  await k.tecla('ArrowDown', 'ArrowDown');
  expect((await k.foco()).marcado).toBe(true);
  await k.escreve(/^Seu nome/, 'Maria das Dores Silva');
  await k.marca(/^Li e entendi/);
  await k.pressiona(/^Confirmar agendamento/);
  await k.chegou(/^Seu horário está marcado/);
  await k.marca(/^Guardei/);
  await k.pressiona(/^Voltar ao balcão/);
  await k.chegou(/^Central/, 'h2');
});

test('[ACC-01] [SIC-12] [OUV-17] a refused request: the appeal, and the opinion about the answer', async ({ page, demo }) => {
  const recibo = await registrar(demo, 'pedidos-informacao', {
    requerente: { pessoa: 'natural', nome: 'José Pereira', documento: { numero: '1234567', orgao: 'SSP/RN' }, cpf: '529.982.247-25', contato: { email: 'jose@exemplo.com.br' } },
    especificacao: 'Quantas audiências foram marcadas e quantas adiadas em 2025, por comarca?',
    resposta: { forma: 'eletronica' },
    sigiloDados: false,
    privacidade: { versao: '2026-11', aceito: true },
  });
  await agir(demo, 'sic', recibo.protocolo, { acao: 'analisar' });
  await agir(demo, 'sic', recibo.protocolo, { acao: 'negar', texto: 'Os números por comarca não serão dados.', fundamento: 'A consolidação exigiria trabalho adicional (art. 12, III).' });
  const k = await teclado(page);
  await abrir(k, `${demo.url}acompanhar.html`);
  await k.escreve(/^Protocolo/, recibo.protocolo);
  await k.escreve(/^Chave/, recibo.chave);
  await k.aciona();
  await k.chegou(PROTOCOLO);
  await k.pressiona(/^Dar minha opinião$/);
  await k.chegou(/opinião/i);
  await k.ate(/^(Ótimo|Muito bom|Bom|Regular|Ruim|Péssimo|Muito ruim)/);
  expect((await k.tecla('Space')).marcado).toBe(true);
  await k.semArmadilha();
  await k.pressiona(/^Enviar minha opinião$/);
  await k.chegou(/Agradecemos a sua opinião/);
  await k.ate(/^Escrever o recurso$/, 'Shift+Tab');
  await k.aciona();
  await k.chegou(/[Rr]ecurso|[Rr]ecorrer/);
  await k.ate(/^Texto do recurso/);
  await k.digita(' Os números já existem no painel de audiências.');
  await k.semArmadilha();
  await k.pressiona(/^Conferir o recurso$/);
  await k.chegou(/./);
  await k.pressiona(/^Enviar o recurso$/);
  await k.chegou(/^Recebemos seu recurso/);
});
