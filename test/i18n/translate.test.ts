import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createTranslate, type Messages } from '../../src/i18n/translate.ts';

const messages = { ola: 'Olá, {nome}!', conta: '{n} de {total}; {n} já foram', fim: 'Fim' };

describe('texts', () => {
  it('put values in the places named', () => {
    const t = createTranslate(messages);
    assert.equal(t('ola', { nome: 'Maria' }), 'Olá, Maria!');
    assert.equal(t('conta', { n: 0, total: 3 }), '0 de 3; 0 já foram');
    assert.equal(t('fim', { nome: 'ninguém' }), 'Fim');
  });

  it('leave a place without value as it is, so that the slip is seen', () => {
    assert.equal(createTranslate(messages)('conta', { n: 1 }), '1 de {total}; 1 já foram');
    assert.equal(createTranslate(messages)('ola'), 'Olá, {nome}!');
  });

  it('never read a value as a pattern or as a place', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('$&', '$1', '{nome}', '{total}', '<b>')), (nome) => {
        assert.equal(createTranslate(messages)('ola', { nome }), `Olá, ${nome}!`);
      }),
    );
  });

  it('[ACC-03] are the court’s own where it has some', () => {
    const t = createTranslate(messages, { ola: 'Bem-vinda, {nome}', fim: '', outra: 'sem efeito' });
    assert.equal(t('ola', { nome: 'Ana' }), 'Bem-vinda, Ana');
    assert.equal(t('fim'), '');
    assert.equal(t('conta', { n: 1, total: 2 }), '1 de 2; 1 já foram');
  });

  it('of the court that are no texts are passed over', () => {
    for (const wrong of [3, null, undefined, {}, [], true]) {
      const t = createTranslate(messages, { ola: wrong } as unknown as Messages);
      assert.equal(t('ola', { nome: 'Rui' }), 'Olá, Rui!');
    }
  });

  it('that are missing show their key, and stop nothing', () => {
    const t = createTranslate<Messages>(messages);
    assert.equal(t('nao-ha'), 'nao-ha');
    assert.equal(t('nao-ha', { nome: 'x' }), 'nao-ha');
  });
});
