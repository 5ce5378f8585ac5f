/**
 * A citizen's ways through the demo court, as built, in Firefox and in WebKit: `npm test -- firefox webkit`.
 * The engine is the one that `ATRIO_ENGINE` names.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startDemo, type Demo } from '../../demo/server.ts';
import { ensureEngine, missingLine, type OtherEngine } from '../../scripts/lib/engines.ts';
import { endAllAtExit } from '../../scripts/lib/processes.ts';
import { MUITAS } from '../support/backend.ts';
import { Pessoa } from './driver.ts';

const engine = (process.env['ATRIO_ENGINE'] ?? 'firefox') as OtherEngine;
const PROTOCOLO = /\d{4}\.\d{6}-\d/;

let demo: Demo;
let dataDir: string;
let maria: Pessoa;

before(async () => {
  endAllAtExit();
  const found = ensureEngine(engine);
  if (!found) throw new Error(missingLine(engine));
  dataDir = await mkdtemp(join(tmpdir(), 'atrio-engines-'));
  demo = await startDemo({ port: 0, dataDir, limites: { geral: MUITAS, criacao: MUITAS, anexos: MUITAS, consultas: MUITAS } });
  maria = await Pessoa.abrir(found);
  console.log(`${engine}: ${maria.version}`);
});

after(async () => {
  await maria?.fecha();
  await demo?.close();
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
});

const abre = async (pagina: string, onde: string): Promise<void> => {
  await maria.vai(`${demo.url}${pagina}`);
  maria.onde = onde;
};

/** The receipt on the screen. */
async function recibo(): Promise<{ protocolo: string; chave: string }> {
  const protocolo = await maria.dado('[data-valor="protocolo"]');
  assert.match(protocolo, PROTOCOLO);
  return { protocolo, chave: (await maria.dado('[data-valor="chave"]')).replace(/\s/g, '') };
}

async function acompanha({ protocolo, chave }: { protocolo: string; chave: string }): Promise<void> {
  await abre('acompanhar.html', 'protocolo-tracker');
  await maria.escreve('Protocolo', protocolo);
  await maria.escreve('Chave', chave.toLowerCase());
  await maria.tecla('Enter');
  await maria.le(protocolo);
  await maria.le('Registrad');
}

test(`[ACC-01] [BV-02] ${engine}: the directory finds a unit, and its counter says whether it is open`, async () => {
  await abre('unidades.html', 'balcao-directory');
  await maria.escreve('Procure a unidade', 'civel natal 2');
  await maria.le('2 unidades');
  await maria.le('2ª Vara Cível de Natal');
  await abre('balcao.html?unidade=central-atendimento', 'balcao-virtual[unidade="central-atendimento"]');
  await maria.le('Aberto');
});

test(`[ACC-01] [BV-13] ${engine}: the queue keeps the place of who reloads the page`, async () => {
  await abre('balcao.html?unidade=central-atendimento', 'balcao-virtual[unidade="central-atendimento"]');
  await maria.aperta('Chamar por vídeo');
  await maria.foco('O que você precisa?');
  await maria.aperta('Andamento de processo');
  await maria.escreve('Como podemos chamar você?', 'Maria');
  await maria.aperta('Entrar na fila');
  await maria.le('Sua senha');
  const senha = await maria.dado('.bilhete-senha');
  await maria.recarrega();
  await maria.le('Sua senha');
  assert.equal(await maria.dado('.bilhete-senha'), senha);
  await maria.le('A próxima vez é a sua.');
  // A ticket that is left behind would come back to the next page of this counter.
  await maria.aperta('Sair da fila');
  await maria.aperta('Sim, sair da fila');
  await maria.le('Você saiu da fila');
});

test(`[ACC-01] [OUV-09] [OUV-10] ${engine}: a manifestation outlives a reload, is sent and tracked`, async () => {
  const relato = 'Esperei três horas no balcão da vara e ninguém me atendeu.';
  await abre('ouvidoria.html', 'ouvidoria-form');
  await maria.aperta('Reclamar');
  await maria.aperta('Continuar');
  await maria.foco('Conte o que aconteceu');
  await maria.escreve('Seu relato', relato);
  await maria.aperta('Continuar');
  await maria.foco('Quem é você');
  await maria.aperta('Com meu nome');
  await maria.escreve('Nome completo', 'Maria da Silva');
  await maria.aperta('Outro jeito');
  await maria.escreve('Como encontramos você?', 'Centro POP da Ribeira');
  await maria.aperta('Continuar');
  await maria.le('Revise e envie');
  await maria.recarrega();
  await maria.le('Recuperamos o que você tinha escrito');
  await maria.le(relato);
  await maria.aperta('Li e entendi');
  await maria.aperta('Enviar manifestação');
  await acompanha(await recibo());
});

test(`[ACC-01] [SIC-03] [SIC-14] ${engine}: a request for information is written, sent and tracked`, async () => {
  await abre('sic.html', 'sic-request');
  await maria.escreve('Informação que você quer', 'Quantas audiências foram marcadas em 2025 na comarca de Caicó?');
  await maria.aperta('Continuar');
  await maria.foco('Quem é você');
  await maria.escreve('Nome completo', 'João Pereira');
  await maria.escreve('CPF', '52998224725');
  await maria.escreve('Número do documento de identidade', '1234567');
  await maria.aperta('E-mail');
  await maria.escreve('Seu e-mail', 'joao@exemplo.com.br');
  await maria.espera('the punctuated CPF', 'const field = byLabel(arguments[0], "CPF"); return field && field.value === "529.982.247-25";', 'sic-request');
  await maria.aperta('Continuar');
  await maria.le('Como quer receber');
  await maria.aperta('Continuar');
  await maria.le('Revise e envie');
  await maria.aperta('Li e entendi');
  await maria.aperta('Enviar pedido');
  await acompanha(await recibo());
});

test(`[ACC-01] [BV-11] [BV-17] ${engine}: a message is left to a unit without video, and beside a call the other ways are offered`, async () => {
  // WebKitGTK makes no calls: what is left to its people is on the same screen.
  await abre('balcao.html?unidade=central-atendimento', 'balcao-virtual[unidade="central-atendimento"]');
  await maria.le('(84) 5555-0130');
  await maria.le('central@tribunal.example');
  await abre('balcao.html?unidade=posto-avancado', 'balcao-virtual[unidade="posto-avancado"]');
  await maria.aperta('Deixar uma mensagem');
  await maria.foco('Deixar uma mensagem');
  await maria.escreve('Sua mensagem', 'Quero saber se já saiu a decisão sobre a minha audiência de março.');
  await maria.escreve('Seu nome', 'Francisca Souza');
  await maria.aperta('Li e entendi');
  await maria.aperta('Enviar mensagem');
  await maria.le('Recebemos sua mensagem');
  const { protocolo } = await recibo();
  assert.match(protocolo, PROTOCOLO);
});
