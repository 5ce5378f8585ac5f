import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tribunal as tribunalSchema, type TribunalInput } from '../../../src/contract/tribunal.ts';
import { agendaDaUnidade, horizonte, livres, lugares, maisProximas, vagasDaAgenda, type AgendaDeVagas, type Vaga } from '../../../src/domain/agenda/vagas.ts';
import { statusAt } from '../../../src/domain/hours/status.ts';
import { dateFnsZone } from '../../../src/domain/zone/date-fns-zone.ts';
import { intlOffset, transitions, ZONES } from '../zone/intl-oracle.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const zone = dateFnsZone();
const two = (n: number): string => `${n}`.padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const dateAt = (timezone: string, t: number): string => new Date(t + intlOffset(timezone, t)).toISOString().slice(0, 10);

const NAMES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
/** Any week; spans may run past midnight. */
const anyHours = fc
  .array(fc.array(fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 })), { maxLength: 2 }), { minLength: 7, maxLength: 7 })
  .map((week) => week.map((spans, day) => `${NAMES[day]} ${spans.length ? spans.map(([a, n]) => `${clock(a * 15)}-${clock((a + n) * 15)}`).join(',') : 'off'}`).join('; '));
const years = { min: Date.UTC(2015, 0) / MINUTE, max: Date.UTC(2037, 0) / MINUTE };
/** Any minute; half of the time, days before a change of offset of the zone. */
const anyMoment = fc.tuple(fc.constantFrom(...ZONES), fc.integer(years), fc.boolean(), fc.integer({ min: 0, max: 8 * 1440 })).map(([timezone, minute, near, back]) => {
  const now = minute * MINUTE;
  const change = near ? transitions(timezone, now, now + 380 * DAY)[0] : undefined;
  return { timezone, now: change === undefined ? now : change - back * MINUTE };
});
const anyConfig = fc.record({
  duracaoMinutos: fc.integer({ min: 5, max: 240 }),
  antecedenciaHoras: fc.option(fc.integer({ min: 0, max: 72 }), { nil: undefined }),
  dias: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
});
const semVazios = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
const anyAgenda: fc.Arbitrary<{ agenda: AgendaDeVagas; now: number }> = fc
  .record({ moment: anyMoment, hours: anyHours, config: anyConfig, closed: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }) })
  .map(({ moment: { timezone, now }, hours, config, closed }) => ({
    now,
    agenda: {
      config: semVazios({ ...config, dias: config.dias ?? 12 }) as AgendaDeVagas['config'],
      unidade: {
        hours,
        timezone,
        unidadeId: 'u',
        calendario: { horariosExcepcionais: closed.map((ahead, n) => ({ de: dateAt(timezone, now + ahead * DAY), hours: n % 2 ? '10:00-11:00' : 'off', motivo: 'Manutenção' })) },
      },
    },
  }));
const todas = (agenda: AgendaDeVagas, now: number): Vaga[] => vagasDaAgenda(agenda, now, zone).flatMap(({ vagas }) => vagas);

describe('slots of an agenda', () => {
  it('[BV-14] are never outside hours, on a closed day, over one another, in the past or beyond the horizon, in every zone and around its changes of offset', () => {
    let seen = 0;
    let changes = 0;
    fc.assert(
      fc.property(anyAgenda, ({ agenda, now }) => {
        const { config, unidade } = agenda;
        const { de, ate } = horizonte(agenda, now, zone);
        let last = -Infinity;
        for (const { dia, vagas } of vagasDaAgenda(agenda, now, zone)) {
          assert.ok(dia >= de && dia <= ate, `${dia} is not in ${de}..${ate}`);
          for (const { inicio, fim } of vagas) {
            seen += 1;
            assert.equal(fim - inicio, config.duracaoMinutos * MINUTE);
            assert.ok(inicio >= last, 'slots overlap');
            last = fim;
            assert.ok(inicio >= now + (config.antecedenciaHoras ?? 2) * 60 * MINUTE);
            assert.equal(dateAt(unidade.timezone, inicio), dia);
            const status = statusAt(unidade, inicio, zone);
            assert.ok(status.kind === 'open' && (status.until === null || status.until >= fim), `outside hours: ${new Date(inicio).toISOString()}, ${status.kind}`);
            if (intlOffset(unidade.timezone, inicio) !== intlOffset(unidade.timezone, now)) changes += 1;
          }
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(seen > 1000 && changes > 50, `${seen} slots, ${changes} after a change of offset`);
  });

  it('are the same whatever part of the agenda is looked at', () => {
    fc.assert(
      fc.property(anyAgenda, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), ({ agenda, now }, a, b) => {
        const whole = vagasDaAgenda(agenda, now, zone);
        const [de, ate] = [whole[Math.min(a, b)]?.dia, whole[Math.max(a, b)]?.dia];
        if (!de || !ate) return;
        assert.deepEqual(vagasDaAgenda(agenda, now, zone, { de, ate }), whole.filter(({ dia }) => dia >= de && dia <= ate));
      }),
      { numRuns: 150 },
    );
  });

  it('never serve more people at once than there are places, whoever was booked under another agenda', () => {
    const slot = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 20 })).map(([a, n]): Vaga => ({ inicio: a * MINUTE, fim: (a + n) * MINUTE }));
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 8 }), fc.array(slot, { maxLength: 8 }), fc.integer({ min: 1, max: 3 }), (vagas, tomadas, quantas) => {
        for (const vaga of livres(vagas, tomadas, quantas)) {
          for (let t = vaga.inicio; t < vaga.fim; t += MINUTE) {
            assert.ok(tomadas.filter(({ inicio, fim }) => t >= inicio && t < fim).length < quantas);
          }
        }
        if (!tomadas.length) assert.deepEqual(livres(vagas, tomadas, quantas), vagas);
      }),
    );
  });
});

describe('the agenda of a unit', () => {
  const base: TribunalInput = { nome: 'T', sigla: 'T', ramo: 'estadual', timezone: 'America/Fortaleza', unidades: [{ id: 'u', nome: 'U', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00' }] };
  const agendaDe = (over: Partial<TribunalInput>, unidade: object = {}): AgendaDeVagas | null => {
    const lido = tribunalSchema.parse({ ...base, ...over, unidades: [{ ...base.unidades![0], ...unidade }] });
    return agendaDaUnidade(lido, lido.unidades[0]!);
  };
  const SEGUNDA = Date.parse('2026-11-23T09:00:00-03:00');
  const horas = (agenda: AgendaDeVagas | null, dia: string): string[] =>
    vagasDaAgenda(agenda!, SEGUNDA, zone, { de: dia, ate: dia }).flatMap(({ vagas }) => vagas.map(({ inicio }) => new Date(inicio - 3 * 60 * MINUTE).toISOString().slice(11, 16)));

  it('[BV-14] is its own, else the court’s, and a gabinete has none', () => {
    assert.equal(agendaDe({}), null);
    assert.equal(agendaDe({ balcao: { agenda: { duracaoMinutos: 30 } } })?.config.duracaoMinutos, 30);
    assert.equal(agendaDe({ balcao: { agenda: { duracaoMinutos: 30 } } }, { agenda: { duracaoMinutos: 20, vagas: 2 } })?.config.duracaoMinutos, 20);
    assert.equal(agendaDe({ balcao: { agenda: { duracaoMinutos: 30 } } }, { tipo: 'gabinete' }), null);
    assert.equal(lugares(agendaDe({}, { agenda: { duracaoMinutos: 20, vagas: 2 } })!), 2);
  });

  it('keeps two hours’ notice and thirty days where nothing is said', () => {
    const agenda = agendaDe({}, { agenda: { duracaoMinutos: 30 } });
    assert.equal(horas(agenda, '2026-11-23')[0], '11:00');
    assert.deepEqual(horizonte(agenda!, SEGUNDA, zone), { de: '2026-11-23', ate: '2026-12-23' });
    assert.deepEqual(vagasDaAgenda(agenda!, SEGUNDA, zone, { antecedenciaHoras: 0 })[0]!.vagas[0], { inicio: SEGUNDA, fim: SEGUNDA + 30 * MINUTE });
  });

  it('has hours of its own, which holidays, exceptional hours and the unit’s special days close', () => {
    const own = { agenda: { duracaoMinutos: 60, hours: 'Mo-Fr 13:00-17:00' } };
    assert.deepEqual(horas(agendaDe({}, own), '2026-11-25'), ['13:00', '14:00', '15:00', '16:00']);
    const feriado = { calendario: { feriados: [{ data: '2026-11-25', nome: 'Padroeira' }] } };
    assert.deepEqual(horas(agendaDe(feriado, own), '2026-11-25'), []);
    const excecao = { calendario: { horariosExcepcionais: [{ de: '2026-11-25', hours: '08:00-15:00', motivo: 'Jogo' }] } };
    assert.deepEqual(horas(agendaDe(excecao, own), '2026-11-25'), ['13:00', '14:00']);
    const fechada = { ...own, especiais: [{ validFrom: '2026-11-25', validThrough: '2026-11-25', opens: '00:00', closes: '00:00' }] };
    assert.deepEqual(horas(agendaDe({}, fechada), '2026-11-25'), []);
  });

  it('offers nothing where hours cannot be read', () => {
    assert.deepEqual(todas({ config: { duracaoMinutos: 20 }, unidade: { hours: 'quando der', timezone: 'America/Fortaleza' } }, SEGUNDA), []);
  });

  it('gives the slots nearest to an instant, in order', () => {
    const vagas = [1, 2, 3, 9, 10].map((n) => ({ inicio: n, fim: n + 1 }));
    assert.deepEqual(maisProximas(vagas, 4, 3).map(({ inicio }) => inicio), [1, 2, 3]);
    assert.deepEqual(maisProximas(vagas, 8, 3).map(({ inicio }) => inicio), [3, 9, 10]);
  });
});
