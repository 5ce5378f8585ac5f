import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dataCurta, dataPorExtenso, instanteCurto } from '../../src/i18n/pt-br/datas.ts';

const t = (key: string): string => key;

describe('dates in words', () => {
  it('agree with Intl for any day', () => {
    const intl = new Intl.DateTimeFormat('pt-BR', { dateStyle: 'full', timeZone: 'UTC' });
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }), (day) => {
        const words = dataPorExtenso(day.toISOString().slice(0, 10), t);
        assert.equal(words.replace(' 1º de', ' 1 de'), intl.format(day).replace(' 1º de', ' 1 de'));
      }),
    );
    assert.equal(dataPorExtenso('2026-05-01', t), 'sexta-feira, 1º de maio de 2026');
  });

  it('read an instant on the clock of its own offset, in any zone of the visitor', () => {
    assert.equal(instanteCurto('2026-11-20T10:05:00-03:00', t), '20/11/2026 às 10h05');
    assert.equal(instanteCurto('2026-11-20T01:00:00-05:00', t), '20/11/2026 à 1h');
    assert.equal(dataCurta('2026-11-20', t), '20/11/2026');
  });

  it('give back what is no date, and never fail', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.equal(typeof dataPorExtenso(text, t) + typeof instanteCurto(text, t), 'stringstring');
      }),
    );
    assert.equal(dataPorExtenso('ontem', t), 'ontem');
    assert.equal(instanteCurto('ontem', t), 'ontem');
  });
});
