import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { enderecoDeConferencia } from '../../../src/domain/protocol/conferir.ts';

const BASE = 'https://tribunal.example/ouvidoria/index.html?a=1#x';
const JWS = 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln';

test('[OUV-10] the address of the verification has the signed receipt in its fragment, and nowhere else', () => {
  assert.equal(enderecoDeConferencia('conferir.html', JWS, BASE), `https://tribunal.example/ouvidoria/conferir.html#recibo=${JWS}`);
  assert.equal(enderecoDeConferencia('https://outro.example/c?x=1#y', JWS, BASE), `https://outro.example/c?x=1#recibo=${JWS}`);
  const part = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-'), minLength: 1 });
  fc.assert(
    fc.property(part, part, part, (a, b, c) => {
      const url = new URL(enderecoDeConferencia('/conferir', `${a}.${b}.${c}`, BASE) ?? '');
      assert.equal(url.hash, `#recibo=${a}.${b}.${c}`);
      assert.equal(url.origin + url.pathname + url.search, 'https://tribunal.example/conferir');
    }),
  );
});

test('[OUV-10] without a page or without a signed receipt there is no address; what is not a web page or not a receipt never becomes one', () => {
  for (const page of [undefined, '', 'javascript:alert(1)', 'mailto:a@b.example', 'data:text/html,x', 'https://u:p@tribunal.example/']) assert.equal(enderecoDeConferencia(page, JWS, BASE), null, page);
  for (const recibo of [undefined, '', 'abc', 'a.b', 'a.b.c.d', 'a.b.c?x', '7KQ2-M9XV-4TBN-8RDH', 'a.b.c#d', ' a.b.c', 'a.b.ç']) assert.equal(enderecoDeConferencia('/conferir', recibo, BASE), null, recibo);
});
