import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dateOf, dayOf } from '../../../src/domain/calendar/civil.ts';
import { diaUtil, expedienteReduzido, motivoNaoUtil, proximoDiaUtil } from '../../../src/domain/calendar/dia-util.ts';

describe('diaUtil', () => {
  it('[BV-02] weekends, holidays and the recess are no working days, each with its name', () => {
    assert.equal(motivoNaoUtil('2026-11-21'), 'sábado');
    assert.equal(motivoNaoUtil('2026-11-22'), 'domingo');
    assert.equal(motivoNaoUtil('2026-11-20'), 'Dia Nacional de Zumbi e da Consciência Negra');
    assert.equal(motivoNaoUtil('2026-12-26'), 'Recesso forense');
    assert.equal(motivoNaoUtil('2026-11-23'), null);
    assert.equal(diaUtil('2026-11-23'), true);
    assert.equal(diaUtil('2026-11-22'), false);
  });

  it('[BV-02] Ash Wednesday is a working day with shortened hours', () => {
    const calendario = { pontosFacultativos: ['quarta-feira-de-cinzas' as const] };
    assert.equal(diaUtil('2026-02-18', calendario), true);
    assert.equal(expedienteReduzido('2026-02-18', calendario), true);
    assert.equal(expedienteReduzido('2026-02-19', calendario), false);
    assert.equal(expedienteReduzido('2026-02-18'), false);
  });

  it('[BV-02] the next working day passes over the whole recess', () => {
    assert.equal(proximoDiaUtil('2026-12-19'), '2027-01-07');
    assert.equal(proximoDiaUtil('2026-12-18'), '2026-12-18');
    assert.equal(proximoDiaUtil('2026-11-20'), '2026-11-23');
    assert.equal(proximoDiaUtil('2026-01-01', { feriados: [{ data: '01-01', ate: '12-31', nome: 'Sempre' }] }), null);
  });

  it('[BV-02] is itself a working day, and no day before it is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2060-01-01') }), fc.boolean(), (day, lei5010) => {
        const next = dayOf(proximoDiaUtil(dateOf(day), { lei5010 })!);
        assert.ok(next >= day && diaUtil(dateOf(next), { lei5010 }));
        for (let d = day; d < next; d++) assert.ok(!diaUtil(dateOf(d), { lei5010 }));
      }),
    );
  });
});
