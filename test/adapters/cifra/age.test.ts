import assert from 'node:assert/strict';
import { test } from 'node:test';
import { armor, Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { cifrarArquivo, cifrarTexto } from '../../../src/adapters/cifra/age.ts';
import { cifrado } from '../../../src/contract/manifestacao.ts';

const privada = await generateX25519Identity();
const publica = await identityToRecipient(privada);

const open = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(privada);
  return decrypter.decrypt(bytes);
};

test('what was encrypted is opened by the private key, whatever the text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (texto) => {
      const out = await cifrarTexto(texto, publica);
      assert.ok(cifrado.safeParse(out).success);
      assert.equal(new TextDecoder().decode(await open(armor.decode(out))), texto);
    }),
    { numRuns: 10 },
  );
});

test('the longest report still fits what the contract takes', async () => {
  const texto = JSON.stringify({ relato: 'ção '.repeat(2500), envolvidos: 'ã'.repeat(1000), local: 'é'.repeat(200), quando: 'é'.repeat(200), processo: '0801234-56.2024.8.20.0001' });
  assert.ok(cifrado.safeParse(await cifrarTexto(texto, publica)).success);
});

test('nothing of the text is left in what comes out, and twice the same text gives two different results', async () => {
  const texto = 'Servidor do balcão cobrou dinheiro';
  const [first, second] = [await cifrarTexto(texto, publica), await cifrarTexto(texto, publica)];
  assert.notEqual(first, second);
  assert.ok(!first.includes('balcão') && !Buffer.from(armor.decode(first)).toString('utf8').includes('dinheiro'));
});

test('another key does not open it', async () => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(await generateX25519Identity());
  await assert.rejects(decrypter.decrypt(armor.decode(await cifrarTexto('segredo', publica))));
});

test('a key that is none is refused instead of letting the text through', async () => {
  for (const key of ['', 'age1', `age1${'q'.repeat(58)}`, privada]) await assert.rejects(cifrarTexto('segredo', key));
});

test('a file keeps its bytes, and its name and kind go inside', async () => {
  const file = new Blob([new Uint8Array([0, 255, 10, 1])], { type: 'image/png' });
  const out = await cifrarArquivo(file, 'foto do balcão.png', publica);
  assert.equal(out.type, 'application/octet-stream');
  const clear = await open(new Uint8Array(await out.arrayBuffer()));
  const end = clear.indexOf(10);
  assert.deepEqual(JSON.parse(new TextDecoder().decode(clear.slice(0, end))), { nome: 'foto do balcão.png', tipo: 'image/png' });
  assert.deepEqual([...clear.slice(end + 1)], [0, 255, 10, 1]);
});
