import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conferirHorario, escreverHorario, lerHorario, type Faixa, type Horario } from '../../../demo/gerador/horario.ts';
import { dayOf } from '../../../src/domain/calendar/civil.ts';
import { hoursOn, readHours } from '../../../src/domain/hours/hours-on.ts';
import type { Span } from '../../../src/domain/hours/types.ts';

const minutos = (hora: string): number => Number(hora.slice(0, 2)) * 60 + Number(hora.slice(3));
const hora = (minuto: number): string => `${String(Math.floor(minuto / 60)).padStart(2, '0')}:${String(minuto % 60).padStart(2, '0')}`;

/** A Monday; that week has no national holiday. */
const SEGUNDA = dayOf('2026-03-02');

/** What the kit makes of a text: the spans of a week, Monday first, and of a holiday. */
function comoOKitLe(text: string): Span[][] {
  const read = readHours(text);
  assert.ok(read.ok, text);
  const agenda = (feriado: boolean) => ({ hours: text, timezone: 'America/Fortaleza', calendario: { nacionais: false, recesso: false, feriados: feriado ? [{ data: '2026-03-02', nome: 'x' }] : [] } });
  return [...[0, 1, 2, 3, 4, 5, 6].map((dia) => hoursOn(agenda(false), read.value, SEGUNDA + dia).spans), hoursOn(agenda(true), read.value, SEGUNDA).spans];
}

/** The same, from what was filled in. */
function comoFoiPreenchido({ sempre, faixas, feriados }: Horario): Span[][] {
  if (sempre) return Array.from({ length: 8 }, () => [{ start: 0, end: 1440 }]);
  const semana = [0, 1, 2, 3, 4, 5, 6].map((dia) => {
    const faixa = faixas.find(({ dias }) => dias.includes(dia));
    if (!faixa) return [];
    const { de, ate, almoco } = faixa;
    return almoco ? [{ start: minutos(de), end: minutos(almoco.de) }, { start: minutos(almoco.ate), end: minutos(ate) }] : [{ start: minutos(de), end: minutos(ate) }];
  });
  return [...semana, feriados ? [{ start: minutos(feriados.de), end: minutos(feriados.ate) }] : []];
}

const crescentes = (quantas: number) => fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: quantas, maxLength: quantas }).map((list) => list.sort((a, b) => a - b).map(hora));
const horas = fc.boolean().chain((almoco) =>
  crescentes(almoco ? 4 : 2).map((list) => ({ de: list[0]!, ate: list.at(-1)!, almoco: almoco ? { de: list[1]!, ate: list[2]! } : null })),
);
/** Hours that may be filled in: each day in one group at most, and at least one group. */
const horario: fc.Arbitrary<Horario> = fc
  .tuple(fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 7, maxLength: 7 }), fc.array(horas, { minLength: 3, maxLength: 3 }), fc.option(crescentes(2)))
  .map(([grupoDoDia, grupos, feriado]) => ({
    sempre: false,
    faixas: grupos.flatMap((grupo, place): Faixa[] => {
      const dias = grupoDoDia.flatMap((one, dia) => (one === place ? [dia] : []));
      return dias.length ? [{ dias, ...grupo }] : [];
    }),
    feriados: feriado ? { de: feriado[0]!, ate: feriado[1]! } : null,
  }))
  .filter(({ faixas }) => faixas.length > 0);

test('what the helper writes, the kit reads to the same minutes', () => {
  fc.assert(
    fc.property(horario, (given) => {
      assert.deepEqual(conferirHorario(given), []);
      assert.deepEqual(comoOKitLe(escreverHorario(given)), comoFoiPreenchido(given));
    }),
  );
});

test('what the helper wrote, the helper reads again, and writes the same', () => {
  fc.assert(
    fc.property(horario, (given) => {
      const text = escreverHorario(given);
      const read = lerHorario(text);
      assert.ok(read, text);
      assert.deepEqual(comoOKitLe(escreverHorario(read)), comoOKitLe(text));
      assert.deepEqual(lerHorario(escreverHorario(read)), read);
    }),
  );
});

test('a text that the helper can show keeps its meaning when it is written again', () => {
  for (const text of ['Mo-Fr 08:00-14:00', 'Mo-Fr 08:00-14:00; PH off', 'Mo-Fr 08:00-12:00,13:00-18:00', 'Mo,We,Fr 09:00-13:00', 'Mo-Th 08:00-18:00; Fr 08:00-14:00', 'Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off', 'PH 08:00-12:00', 'Fr-Mo 10:00-11:00', '24/7', '08:00-14:00', 'Mo-Fr 08:00-14:00; Th off']) {
    const read = lerHorario(text);
    assert.ok(read, text);
    assert.deepEqual(comoOKitLe(escreverHorario(read)), comoOKitLe(text), text);
  }
});

test('the usual hours read as a person would say them', () => {
  assert.equal(escreverHorario(lerHorario('Mo-Fr 08:00-12:00,13:00-18:00; Sa 09:00-12:00; PH 10:00-11:00')!), 'Mo-Fr 08:00-12:00,13:00-18:00; Sa 09:00-12:00; PH 10:00-11:00');
  assert.deepEqual(lerHorario('Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off')?.faixas, [{ dias: [0, 1, 2, 3, 4], de: '08:00', ate: '18:00', almoco: { de: '12:00', ate: '13:00' } }]);
});

test('what the helper cannot show stays a text', () => {
  for (const text of ['Mo-Fr 22:00-02:00', 'Mo-Fr 08:00-14:00; Dec 20-Jan 06 off', '2026 Jun 24 off', 'Mo off "em reforma"', 'Mo-Fr 08:00-10:00,11:00-12:00,13:00-14:00', 'Seg-Sex 8h-14h', '', '24/7; Su off', 'Mo-Su 00:00-24:00', 'PH 08:00-10:00,11:00-12:00']) assert.equal(lerHorario(text), null, text);
  assert.equal(lerHorario([{ dayOfWeek: 'Monday', opens: '08:00', closes: '14:00' }]), null);
});

test('what is missing is said, and what is not whole is not written', () => {
  const base: Faixa = { dias: [0], de: '08:00', ate: '14:00', almoco: null };
  const textos = (more: Partial<Horario>): string[] => conferirHorario({ sempre: false, faixas: [base], feriados: null, ...more }).map(({ texto }) => texto);
  assert.deepEqual(textos({}), []);
  assert.deepEqual(textos({ sempre: true, faixas: [] }), []);
  assert.deepEqual(textos({ faixas: [] }), ['Acrescente os dias de atendimento.']);
  assert.deepEqual(textos({ faixas: [{ ...base, dias: [] }] }), ['Marque pelo menos um dia.']);
  assert.deepEqual(textos({ faixas: [base, base] }), ['Segunda já está em outro grupo de dias.']);
  assert.deepEqual(textos({ faixas: [{ ...base, ate: '' }] }), ['Diga a hora em que abre e a hora em que fecha.']);
  assert.deepEqual(textos({ faixas: [{ ...base, ate: '08:00' }] }), ['A hora de fechar precisa ser depois da hora de abrir.']);
  assert.deepEqual(textos({ faixas: [{ ...base, almoco: { de: '12:00', ate: '' } }] }), ['Diga quando começa e quando termina o intervalo.']);
  assert.deepEqual(textos({ faixas: [{ ...base, almoco: { de: '13:00', ate: '15:00' } }] }), ['O intervalo precisa ficar entre a hora de abrir e a de fechar.']);
  assert.deepEqual(textos({ feriados: { de: '', ate: '' } }), ['Diga o horário dos feriados.']);
  assert.deepEqual(textos({ feriados: { de: '10:00', ate: '09:00' } }), ['Nos feriados, a hora de fechar precisa ser depois da hora de abrir.']);
  assert.equal(escreverHorario({ sempre: false, faixas: [base, { ...base, dias: [] }, { ...base, dias: [5], de: '' }], feriados: { de: '', ate: '' } }), 'Mo 08:00-14:00');
});
