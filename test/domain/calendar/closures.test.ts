import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dateOf, dayOf, weekdayOf } from '../../../src/domain/calendar/civil.ts';
import { closureOn } from '../../../src/domain/calendar/closures.ts';
import { easterOf } from '../../../src/domain/calendar/easter.ts';
import type { Calendario } from '../../../src/contract/tribunal.ts';

const on = (date: string, calendario?: Calendario, onde = {}) => closureOn(dayOf(date), calendario, onde);
const name = (date: string, calendario?: Calendario, onde = {}) => on(date, calendario, onde)?.name ?? null;

/** Every closed day of a year. */
const yearOf = (year: number, calendario: Calendario): Record<string, string> => {
  const found: Record<string, string> = {};
  for (let day = dayOf(`${year}-01-01`); day < dayOf(`${year + 1}-01-01`); day++) {
    const closure = closureOn(day, calendario);
    if (closure) found[dateOf(day).slice(5)] = closure.name;
  }
  return found;
};

describe('civil dates', () => {
  it('[BV-02] count days, and come back', () => {
    assert.equal(dayOf('1970-01-01'), 0);
    assert.equal(weekdayOf(dayOf('2026-11-21')), 6);
    assert.equal(weekdayOf(dayOf('1969-12-28')), 0);
    assert.ok(Number.isNaN(dayOf('2026-02-30')) || dateOf(dayOf('2026-02-30')) !== '2026-02-30');
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 2_000_000 }), (day) => dayOf(dateOf(day)) === day && weekdayOf(day) === new Date(day * 864e5).getUTCDay()));
  });
});

describe('easterOf', () => {
  const known = '1961-04-02 1981-04-19 2000-04-23 2008-03-23 2011-04-24 2016-03-27 2019-04-21 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2030-04-21 2038-04-25 2049-04-18';
  for (const date of known.split(' ')) it(`[BV-02] ${date}`, () => assert.equal(dateOf(easterOf(+date.slice(0, 4))), date));

  it('[BV-02] agrees with the tables of the Gregorian computus in every year', () => {
    // Golden number, epact and Sunday after the full moon, as in Clavius, from 1583 to 4099.
    for (let year = 1583; year < 4100; year++) {
      const century = Math.floor(year / 100) + 1;
      const golden = (year % 19) + 1;
      const x = Math.floor((3 * century) / 4) - 12;
      const z = Math.floor((8 * century + 5) / 25) - 5;
      const d = Math.floor((5 * year) / 4) - x - 10;
      let epact = (11 * golden + 20 + z - x) % 30;
      if (epact < 0) epact += 30;
      if ((epact === 25 && golden > 11) || epact === 24) epact++;
      let n = 44 - epact;
      if (n < 21) n += 30;
      n = n + 7 - ((d + n) % 7);
      const expected = Date.UTC(year, 2, 1) / 864e5 + n - 1;
      assert.equal(easterOf(year), expected, `${year}`);
    }
  });
});

describe('closureOn', () => {
  it('[BV-02] national holidays of 2026, by their legal names', () => {
    assert.deepEqual(yearOf(2026, { recesso: false }), {
      '01-01': 'Confraternização Universal',
      '04-03': 'Paixão de Cristo',
      '04-21': 'Tiradentes',
      '05-01': 'Dia Mundial do Trabalho',
      '09-07': 'Independência do Brasil',
      '10-12': 'Nossa Senhora Aparecida',
      '11-02': 'Finados',
      '11-15': 'Proclamação da República',
      '11-20': 'Dia Nacional de Zumbi e da Consciência Negra',
      '12-25': 'Natal',
    });
  });

  it('[BV-02] 20 November is a holiday from 2024 on (Lei 14.759/2023)', () => {
    assert.equal(name('2023-11-20'), null);
    assert.equal(name('2024-11-20'), 'Dia Nacional de Zumbi e da Consciência Negra');
    assert.equal(name('2040-11-20'), 'Dia Nacional de Zumbi e da Consciência Negra');
  });

  it('[BV-02] without national holidays and recess nothing closes', () => {
    assert.deepEqual(yearOf(2026, { nacionais: false, recesso: false }), {});
  });

  it('[BV-02] optional points close only where the court adopts them', () => {
    assert.equal(name('2026-02-17'), null);
    assert.deepEqual(
      yearOf(2026, {
        nacionais: false,
        recesso: false,
        pontosFacultativos: ['carnaval', 'quarta-feira-de-cinzas', 'quinta-feira-santa', 'corpus-christi', 'dia-do-servidor', 'dia-da-justica'],
      }),
      {
        '02-16': 'Carnaval',
        '02-17': 'Carnaval',
        '02-18': 'Quarta-feira de Cinzas',
        '04-02': 'Quinta-feira Santa',
        '06-04': 'Corpus Christi',
        '10-28': 'Dia do Servidor Público',
        '12-08': 'Dia da Justiça',
      },
    );
  });

  it('[BV-02] Ash Wednesday opens at 14:00, or when the court says', () => {
    const pontosFacultativos = ['quarta-feira-de-cinzas' as const];
    assert.equal(on('2026-02-18', { pontosFacultativos })?.until, 14 * 60);
    assert.equal(on('2026-02-18', { pontosFacultativos, cinzasAte: '12:30' })?.until, 750);
    assert.equal(on('2026-02-17', { pontosFacultativos: ['carnaval'] })?.until, undefined);
  });

  it('[BV-02] federal justice: Lei 5.010/1966, art. 62', () => {
    const closed = yearOf(2026, { nacionais: false, recesso: false, lei5010: true });
    const expected = [
      ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06'],
      ...['02-16', '02-17', '04-01', '04-02', '04-03', '04-04', '04-05', '08-11', '11-01', '11-02', '12-08'],
      ...['12-20', '12-21', '12-22', '12-23', '12-24', '12-25', '12-26', '12-27', '12-28', '12-29', '12-30', '12-31'],
    ];
    assert.deepEqual(Object.keys(closed).sort(), expected);
    assert.equal(closed['12-22'], 'Recesso forense');
    assert.equal(closed['08-11'], 'Dia da Criação dos Cursos Jurídicos');
  });

  it('[BV-02] the recess runs from 20 December to 6 January and yields its name to a holiday in it', () => {
    for (const date of ['2026-12-20', '2026-12-31', '2027-01-06']) assert.deepEqual(on(date), { kind: 'recess', name: 'Recesso forense' });
    for (const date of ['2026-12-19', '2027-01-07']) assert.equal(on(date), null);
    assert.deepEqual(on('2026-12-25'), { kind: 'holiday', name: 'Natal' });
    assert.equal(name('2026-12-22', { recesso: false }), null);
  });

  it('[BV-02] state, municipal, tribunal and ad-hoc closures', () => {
    const feriados = [
      { data: '10-03', nome: 'Mártires de Cunhaú e Uruaçu', ambito: 'estadual' as const },
      { data: '11-21', nome: 'Nossa Senhora da Apresentação', ambito: 'municipal' as const, municipios: ['Natal'] },
      { data: '2026-06-22', ate: '2026-06-23', nome: 'Dedetização', unidades: ['1-vara'] },
      { data: '12-18', ate: '01-10', nome: 'Suspensão' },
      { data: '02-29', nome: 'Dia extra' },
    ];
    assert.equal(name('2031-10-03', { feriados }), 'Mártires de Cunhaú e Uruaçu');
    assert.equal(name('2026-11-21', { feriados }, { municipio: 'Natal' }), 'Nossa Senhora da Apresentação');
    assert.equal(name('2026-11-21', { feriados }, { municipio: 'NATAL ' }), 'Nossa Senhora da Apresentação');
    assert.equal(name('2026-11-21', { feriados }, { municipio: 'Mossoró' }), null);
    assert.equal(name('2026-11-21', { feriados }), null);
    assert.equal(name('2026-06-23', { feriados }, { unidadeId: '1-vara' }), 'Dedetização');
    assert.equal(name('2026-06-24', { feriados }, { unidadeId: '1-vara' }), null);
    assert.equal(name('2027-06-23', { feriados }, { unidadeId: '1-vara' }), null);
    assert.equal(name('2026-06-23', { feriados }, { unidadeId: '2-vara' }), null);
    for (const date of ['2026-12-18', '2026-12-31', '2027-01-10']) assert.equal(name(date, { feriados, recesso: false, nacionais: false }), 'Suspensão');
    for (const date of ['2026-12-17', '2027-01-11']) assert.equal(name(date, { feriados, recesso: false }), null);
    assert.equal(name('2028-02-29', { feriados }), 'Dia extra');
    assert.equal(name('2027-03-01', { feriados }), null);
  });

  it('[BV-02] a dated closure may end in the next year, written with or without it', () => {
    for (const ate of ['2027-01-08', '01-08']) {
      const calendario = { recesso: false, nacionais: false, feriados: [{ data: '2026-12-19', ate, nome: 'Obras' }] };
      for (const date of ['2026-12-19', '2027-01-08']) assert.equal(name(date, calendario), 'Obras', `${ate} ${date}`);
      for (const date of ['2026-12-18', '2027-01-09', '2025-12-25', '2027-12-25']) assert.equal(name(date, calendario), null, `${ate} ${date}`);
    }
  });

  it('[BV-02] the court\'s own name for a day wins', () => {
    assert.equal(name('2026-12-25', { feriados: [{ data: '12-25', nome: 'Feriado de Natal' }] }), 'Feriado de Natal');
  });
});
