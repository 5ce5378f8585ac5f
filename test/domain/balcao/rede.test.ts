import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { descidaKbits, mediana, qualidade, type MedidaRede } from '../../../src/domain/balcao/rede.ts';

const ORDER = ['boa', 'regular', 'fraca', 'sem-rede'];
const ida = fc.oneof(fc.double({ min: 1, max: 5000, noNaN: true }), fc.constant(null));
const medida: fc.Arbitrary<MedidaRede> = fc.record({
  idas: fc.array(ida, { maxLength: 8 }),
  baixado: fc.oneof(fc.constant(null), fc.record({ bytes: fc.nat(5_000_000), ms: fc.double({ min: 0, max: 20_000, noNaN: true }) })),
});

describe('how good a connection is', () => {
  it('[BV-16] is as good as its worst part', () => {
    assert.equal(qualidade({ idas: [80, 90, 120, 100], baixado: null }), 'boa');
    assert.equal(qualidade({ idas: [80, 90, 120, null, 100], baixado: null }), 'regular');
    assert.equal(qualidade({ idas: [80, null, 120, null], baixado: null }), 'fraca');
    assert.equal(qualidade({ idas: [300, 320, 340], baixado: null }), 'regular');
    assert.equal(qualidade({ idas: [900, 800, 1000], baixado: null }), 'fraca');
    assert.equal(qualidade({ idas: [80], baixado: { bytes: 500_000, ms: 1000 } }), 'boa');
    assert.equal(qualidade({ idas: [80], baixado: { bytes: 100_000, ms: 1000 } }), 'regular');
    assert.equal(qualidade({ idas: [80], baixado: { bytes: 30_000, ms: 1000 } }), 'fraca');
    assert.equal(qualidade({ idas: [null, null], baixado: null }), 'sem-rede');
    assert.equal(qualidade({ idas: [], baixado: null }), 'sem-rede');
  });

  it('[BV-16] tells no speed from a file that is too small to tell it', () => {
    assert.equal(descidaKbits({ idas: [], baixado: { bytes: 600, ms: 300 } }), null);
    assert.equal(descidaKbits({ idas: [], baixado: { bytes: 1_000_000, ms: 4000 } }), 2000);
  });

  it('[BV-16] never gets better when an answer is lost', () => {
    fc.assert(fc.property(medida, (given) => assert.ok(ORDER.indexOf(qualidade({ ...given, idas: [...given.idas, null] })) >= ORDER.indexOf(qualidade(given)))));
  });

  it('takes the middle one', () => {
    assert.equal(mediana([3, 1, 2]), 2);
    assert.equal(mediana([4, 1, 3, 2]), 2.5);
    assert.equal(mediana([]), null);
  });
});
