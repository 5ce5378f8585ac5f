import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { podeVer, type QuemVe } from '../../../src/domain/gravacao/acesso.ts';
import { faixaVale, lerFaixa, temEtiqueta } from '../../../src/domain/gravacao/faixa.ts';
import { emOrdem, marcaEm } from '../../../src/domain/gravacao/marcas.ts';
import { faixaDoPedaco, quantosPedacos } from '../../../src/domain/gravacao/pedacos.ts';
import { escreverTempo, lerTempo } from '../../../src/domain/gravacao/tempo.ts';

test('[AUD-07] a range of bytes is read as the standard says, and one that is not in the file is told', () => {
  const cases: [string | undefined, ReturnType<typeof lerFaixa>][] = [
    [undefined, 'tudo'],
    ['bytes=0-9', { de: 0, ate: 9 }],
    ['bytes=90-', { de: 90, ate: 99 }],
    ['bytes=-10', { de: 90, ate: 99 }],
    ['bytes=-500', { de: 0, ate: 99 }],
    ['bytes=50-5000', { de: 50, ate: 99 }],
    ['Bytes = 5 - 6', { de: 5, ate: 6 }],
    ['bytes=100-', 'fora'],
    ['bytes=-0', 'fora'],
    ['bytes=9-5', 'tudo'],
    ['bytes=0-1,5-6', 'tudo'],
    ['lines=0-1', 'tudo'],
    ['bytes=-', 'tudo'],
    ['bytes=a-b', 'tudo'],
  ];
  for (const [header, expected] of cases) assert.deepEqual(lerFaixa(header, 100), expected, String(header));
  assert.equal(lerFaixa('bytes=0-', 0), 'fora');
  fc.assert(
    fc.property(fc.string(), fc.nat(10_000), (header, total) => {
      const faixa = lerFaixa(`bytes=${header}`, total);
      if (typeof faixa === 'object') assert.ok(faixa.de >= 0 && faixa.de <= faixa.ate && faixa.ate < total);
    }),
  );
  assert.ok(faixaVale(undefined, '"a"') && faixaVale('"a"', '"a"'));
  assert.ok(!faixaVale('"b"', '"a"') && !faixaVale('W/"a"', '"a"') && !faixaVale('Sat, 21 Nov 2026 10:00:00 GMT', '"a"'));
  assert.ok(temEtiqueta('"x", W/"a"', '"a"') && temEtiqueta('*', '"a"') && !temEtiqueta(undefined, '"a"'));
});

test('[AUD-07] the pieces of a file cover it from end to end, each byte once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), fc.integer({ min: 1024, max: 10 ** 8 }), (bytes, pedaco) => {
      const quantos = quantosPedacos(bytes, pedaco);
      assert.equal(faixaDoPedaco(0, bytes, pedaco).de, 0);
      assert.equal(faixaDoPedaco(quantos - 1, bytes, pedaco).ate, bytes - 1);
      const meio = Math.floor(quantos / 2);
      if (meio > 0) assert.equal(faixaDoPedaco(meio - 1, bytes, pedaco).ate + 1, faixaDoPedaco(meio, bytes, pedaco).de);
    }),
  );
});

test('[AUD-08] places are written as a clock does and read in every way that people write them', () => {
  assert.deepEqual([0, 5, 65, 3600, 3725, 36_610.9, -3, NaN, Infinity].map(escreverTempo), ['0:00', '0:05', '1:05', '1:00:00', '1:02:05', '10:10:10', '0:00', '0:00', '0:00']);
  assert.deepEqual(['83', '83.5', '1:23', '1:02:03', '1h2m3s', '90m', '45s', ' 2:05 '].map(lerTempo), [83, 83.5, 83, 3723, 3723, 5400, 45, 125]);
  for (const none of ['', null, undefined, 'x', '1:2', '-5', '1e9', '::', '5:']) assert.equal(lerTempo(none), null, String(none));
  fc.assert(fc.property(fc.integer({ min: 0, max: 359_999 }), (s) => assert.equal(lerTempo(escreverTempo(s)), s)));
});

test('[AUD-08] a place belongs to the last mark that began', () => {
  const marcas = emOrdem([{ em: 60, rotulo: 'b' }, { em: 5, rotulo: 'a' }, { em: 60, rotulo: 'c' }]);
  assert.deepEqual(marcas.map(({ rotulo }) => rotulo), ['a', 'b', 'c']);
  assert.deepEqual([0, 4.9, 5, 59, 60, 9999].map((s) => marcaEm(marcas, s)), [-1, 0, 0, 0, 2, 2]);
  assert.equal(marcaEm([], 10), -1);
});

test('[AUD-01] [AUD-07] without sigilo anybody sees; under sigilo only who has a key that counts and the keepers of the unit, and it is written down', () => {
  const agora = 1_000;
  const aberta = { id: 'g', unidadeId: 'u', sigilo: false };
  const fechada = { ...aberta, sigilo: true };
  const acesso = (over: Partial<Extract<QuemVe, { tipo: 'acesso' }>> = {}): QuemVe => ({ tipo: 'acesso', gravacao: 'g', revogado: false, ate: null, ...over });
  const guarda = (unidades: string[], sim = true): QuemVe => ({ tipo: 'equipe', guarda: sim, unidades });
  for (const quem of [{ tipo: 'ninguem' } as const, acesso({ revogado: true }), guarda([])]) assert.deepEqual(podeVer(aberta, quem, agora), { pode: true, audita: false });
  assert.deepEqual(podeVer(fechada, { tipo: 'ninguem' }, agora), { pode: false, motivo: 'sigilo' });
  for (const sim of [acesso(), acesso({ ate: 1_001 }), guarda(['x', 'u'])]) assert.deepEqual(podeVer(fechada, sim, agora), { pode: true, audita: true });
  for (const nao of [acesso({ gravacao: 'outra' }), acesso({ revogado: true }), acesso({ ate: 1_000 })]) assert.deepEqual(podeVer(fechada, nao, agora), { pode: false, motivo: 'chave' });
  for (const nao of [guarda(['outra']), guarda(['u'], false), guarda([])]) assert.deepEqual(podeVer(fechada, nao, agora), { pode: false, motivo: 'sigilo' });
});
