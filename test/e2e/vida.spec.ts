/** The whole legal life of a case: the citizen in the browser, the staff through the contract. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { armor, Decrypter } from 'age-encryption';
import { expect, test } from '../support/demo.ts';
import { acompanhar, agir, registrar, ver } from '../support/vida.ts';

test.describe.configure({ timeout: 60_000 });

const pessoa = { nome: 'Maria das Dores Silva', contato: { alternativo: 'Centro POP da Ribeira, falar com a Joana' } };
const privacidade = { versao: '2026-11', aceito: true as const };

test('[OUV-12] [OUV-13] [OUV-17] a complaint is forwarded, extended with a reason, answered and rated', async ({ page, demo }) => {
  const recibo = await registrar(demo, 'manifestacoes', {
    tipo: 'reclamacao',
    relato: 'Esperei três horas no balcão da vara e ninguém me atendeu.',
    identificacao: { modo: 'identificada', ...pessoa },
    privacidade,
  });
  const { protocolo } = recibo;
  await agir(demo, 'ana', protocolo, { acao: 'analisar' });
  await agir(demo, 'ana', protocolo, { acao: 'encaminhar', unidadeId: '2-vara-civel-natal', texto: 'Favor informar o que houve no dia.' });
  expect((await ver(demo, 'bruno', protocolo)).venceUnidade).toMatch(/^\d{4}-\d\d-\d\d$/);
  await agir(demo, 'bruno', protocolo, { acao: 'informar', texto: 'Nota interna da vara, que o cidadão nunca vê.' });
  await agir(demo, 'ana', protocolo, { acao: 'prorrogar', motivo: 'A vara ainda apura a escala dos servidores daquele dia.' });

  await acompanhar(page, demo, recibo);
  const tracker = page.locator('protocolo-tracker');
  await expect(tracker.getByText('O prazo foi aumentado uma vez')).toBeVisible();
  await expect(tracker.getByText('A vara ainda apura a escala dos servidores daquele dia.').first()).toBeVisible();
  await expect(tracker.getByText('Nota interna da vara')).toHaveCount(0);
  await expect(tracker.getByText('Bruno')).toHaveCount(0);

  await agir(demo, 'ana', protocolo, { acao: 'responder', resultado: 'respondida', texto: 'Pedimos desculpas. A escala foi mudada e o balcão agora tem duas pessoas.' });
  await acompanhar(page, demo, recibo);
  await expect(tracker.getByText('Pedimos desculpas.').first()).toBeVisible();
  await tracker.getByRole('button', { name: 'Dar minha opinião' }).click();
  await tracker.getByRole('radio', { name: 'Bom', exact: true }).check({ force: true });
  await tracker.getByRole('button', { name: 'Enviar minha opinião' }).click();
  await expect(tracker.getByText('Agradecemos a sua opinião')).toBeVisible();

  await acompanhar(page, demo, recibo);
  await expect(tracker.getByText('Você já deu sua opinião')).toBeVisible();
  await expect(tracker.getByRole('button', { name: 'Dar minha opinião' })).toHaveCount(0);
});

test('[SIC-12] [SIC-14] a refused request: the first appeal is denied, the second granted, and only the one that is open is offered', async ({ page, demo }) => {
  const recibo = await registrar(demo, 'pedidos-informacao', {
    requerente: { pessoa: 'natural', nome: 'José Pereira', documento: { numero: '1234567', orgao: 'SSP/RN' }, cpf: '529.982.247-25', contato: { email: 'jose@exemplo.com.br' } },
    especificacao: 'Quantas audiências foram marcadas e quantas adiadas em 2025, por comarca?',
    resposta: { forma: 'eletronica' },
    sigiloDados: false,
    privacidade,
  });
  const { protocolo } = recibo;
  await agir(demo, 'sic', protocolo, { acao: 'analisar' });
  await agir(demo, 'sic', protocolo, { acao: 'negar', texto: 'Os números por comarca não serão dados.', fundamento: 'A consolidação exigiria trabalho adicional (art. 12, III).' });

  const tracker = page.locator('protocolo-tracker');
  const recorrer = async (): Promise<void> => {
    await tracker.getByRole('button', { name: 'Escrever o recurso' }).click();
    await expect(tracker.getByLabel('Texto do recurso')).toHaveValue(/Recorro dessa decisão/);
    await tracker.getByRole('button', { name: 'Conferir o recurso' }).click();
    await tracker.getByRole('button', { name: 'Enviar o recurso' }).click();
    await expect(tracker.getByText('Recebemos seu recurso')).toBeVisible();
  };

  await acompanhar(page, demo, recibo);
  await expect(tracker.getByRole('heading', { name: 'Recorrer da decisão' })).toBeVisible();
  await expect(tracker.getByRole('heading', { name: 'Recorrer à Presidência do tribunal' })).toHaveCount(0);
  await recorrer();
  await agir(demo, 'carla', protocolo, { acao: 'decidir-recurso', resultado: 'desprovido', texto: 'Mantida a decisão.', fundamento: 'O art. 12, III, alcança o pedido.' });

  await acompanhar(page, demo, recibo);
  await expect(tracker.getByRole('heading', { name: 'Recorrer da decisão' })).toHaveCount(0);
  await expect(tracker.getByRole('heading', { name: 'Recorrer à Presidência do tribunal' })).toBeVisible();
  await recorrer();
  await agir(demo, 'davi', protocolo, { acao: 'decidir-recurso', resultado: 'provido', texto: 'Os dados já existem no painel de audiências: entreguem-se em planilha.' });

  await acompanhar(page, demo, recibo);
  await expect(tracker.getByText('Recurso aceito').first()).toBeVisible();
  await expect(tracker.getByText('Os dados já existem no painel').first()).toBeVisible();
  await expect(tracker.getByRole('button', { name: 'Escrever o recurso' })).toHaveCount(0);
});

test('[OUV-02] a request of a data subject goes to the encarregado, and the Ouvidoria follows it to the end', async ({ page, demo }) => {
  const recibo = await registrar(demo, 'manifestacoes', {
    tipo: 'solicitacao',
    tema: 'lgpd',
    direito: 'acesso',
    relato: 'Quero saber quais dados meus o tribunal guarda e com quem compartilha.',
    identificacao: { modo: 'identificada', ...pessoa },
    privacidade,
  });
  expect(recibo.prazo.base).toContain('13.709');
  await acompanhar(page, demo, recibo);
  await expect(page.locator('protocolo-tracker').getByText(/encarregado/i).first()).toBeVisible();
  expect((await ver(demo, 'ana', recibo.protocolo)).tema).toBe('lgpd');
  await agir(demo, 'encarregado', recibo.protocolo, { acao: 'responder', resultado: 'respondida', texto: 'Guardamos nome e contato neste protocolo, por cinco anos, e com ninguém compartilhamos.' });
  await acompanhar(page, demo, recibo);
  await expect(page.locator('protocolo-tracker').getByText('com ninguém compartilhamos').first()).toBeVisible();
});

/** Reads an encrypted text as the Ouvidoria does, with the private key of the demo. */
async function decifrar(texto: string): Promise<string> {
  const file = readFileSync(join(import.meta.dirname, '../../demo/chaves/ouvidoria-demo.age.txt'), 'utf8');
  const decrypter = new Decrypter();
  decrypter.addIdentity(/AGE-SECRET-KEY-1\w+/.exec(file)![0]);
  return decrypter.decrypt(armor.decode(texto), 'text');
}

test('[OUV-14] [OUV-15] an anonymous report is asked about, answered by its author, and signed later of their own will', async ({ page, demo }) => {
  const form = page.locator('ouvidoria-form');
  await page.goto(`${demo.url}denuncia.html`);
  const continuar = () => form.getByRole('button', { name: 'Continuar' }).click();
  await form.getByRole('radio', { name: 'Denunciar', exact: true }).check({ force: true });
  await continuar();
  await form.getByLabel('Seu relato').fill('Um servidor pediu dinheiro para achar um processo no arquivo.');
  await form.getByLabel(/Quem participou|envolvid/i).first().fill('O atendente do arquivo, de crachá azul.');
  await form.getByLabel(/^Onde/).first().fill('Arquivo do fórum');
  await form.getByLabel(/^Quando/).first().fill('Na manhã de 10 de novembro');
  await continuar();
  await expect(form.getByRole('radio', { name: 'Sem me identificar' })).toBeChecked();
  await continuar();
  await form.getByRole('checkbox', { name: /Li e entendi/ }).check({ force: true });
  await form.getByRole('button', { name: 'Enviar manifestação' }).click();
  await expect(form.locator('[data-valor="protocolo"]')).toBeVisible({ timeout: 60_000 });
  const recibo = { protocolo: (await form.locator('[data-valor="protocolo"]').innerText()).trim(), chave: (await form.locator('[data-valor="chave"]').innerText()).replace(/\s/g, '') };
  await form.getByRole('checkbox', { name: /guardei|anotei/i }).check({ force: true });

  // The database and the staff's screen have only what is encrypted; the key reads it.
  const visto = await ver(demo, 'ana', recibo.protocolo);
  expect(JSON.stringify(visto)).not.toMatch(/pediu dinheiro|crachá azul/);
  expect(visto.modo).toBe('anonima');
  expect(visto.identidade).toBeNull();
  expect(await decifrar(String(visto.conteudo['cifrado']))).toContain('pediu dinheiro');

  await agir(demo, 'ana', recibo.protocolo, { acao: 'perguntar', texto: 'O atendente disse o próprio nome?' });
  const tracker = page.locator('protocolo-tracker');
  await acompanhar(page, demo, recibo);
  await expect(tracker.getByText('O atendente disse o próprio nome?').first()).toBeVisible();
  await tracker.getByRole('button', { name: 'Responder', exact: true }).click();
  await tracker.getByLabel('Escreva sua resposta').fill('Disse que se chamava Valdir.');
  await tracker.getByRole('button', { name: 'Enviar a resposta' }).click();
  await expect(tracker.getByText('Recebemos sua resposta')).toBeVisible();
  const depois = await ver(demo, 'ana', recibo.protocolo);
  const resposta = depois.eventos.find(({ tipo: qual }) => qual === 'complemento');
  expect(resposta?.cifrado).toBe(true);
  expect(await decifrar(resposta?.texto ?? '')).toBe('Disse que se chamava Valdir.');
  expect(depois.estado).not.toBe('complementacao-pedida');

  await acompanhar(page, demo, recibo);
  await tracker.getByRole('button', { name: 'Dizer quem sou' }).click();
  await tracker.getByRole('radio', { name: 'Com meu nome em segredo' }).check({ force: true });
  await tracker.getByLabel('Nome completo').fill('Antônia Bezerra');
  await tracker.getByRole('checkbox', { name: 'Outro jeito', exact: true }).check({ force: true });
  await tracker.getByLabel('Como encontramos você?').fill('Pelo telefone da vizinha, à noite.');
  await tracker.getByRole('button', { name: 'Conferir meus dados' }).click();
  await tracker.getByRole('button', { name: 'Enviar meus dados' }).click();
  await expect(tracker.getByText('Agora a Ouvidoria sabe quem você é')).toBeVisible();
  const assinado = await ver(demo, 'ana', recibo.protocolo);
  expect(assinado.modo).toBe('preservada');
  // Kept apart: the Ouvidoria sees that there is an identity, and asks a second person before it sees whose.
  expect(assinado.identidade).toBeNull();
  expect(JSON.stringify(assinado)).not.toContain('Antônia');
});
