import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prazo as schema } from '../../../src/contract/caso.ts';
import { contarPrazo, prazoManifestacao, prazoPedido, REGRA_MANIFESTACAO, REGRA_PEDIDO, somarDias, type MotivoNaoUtil } from '../../../src/domain/deadlines/prazo.ts';

const weekday = (data: string): number => new Date(`${data}T00:00:00Z`).getUTCDay();
const fimDeSemana: MotivoNaoUtil = (data) => (weekday(data) === 0 ? 'domingo' : weekday(data) === 6 ? 'sábado' : null);
const nunca: MotivoNaoUtil = () => null;
/** Weekends, plus a closed stretch. */
const com = (de: string, ate: string, razao: string): MotivoNaoUtil => (data) => (data >= de && data <= ate ? razao : fimDeSemana(data));

const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => somarDias('2000-01-01', days));

test('[OUV-12] a manifestation falls due in 30 running days, the day of registration left out', () => {
  const prazo = prazoManifestacao('2026-11-03');
  assert.equal(prazo.vence, '2026-12-03');
  assert.equal(prazo.dias, 30);
  assert.match(prazo.base, /432\/2021, art\. 9º/);
  assert.deepEqual(
    prazo.calculo.map(({ passo, data }) => [passo, data]),
    [['registro', '2026-11-03'], ['inicio', '2026-11-04'], ['contagem', '2026-12-03'], ['vencimento', '2026-12-03']],
  );
  assert.equal(prazo.calculo[3]?.texto, 'O prazo termina em 03/12/2026 (quinta-feira).');
});

test('[SIC-10] a request falls due in 20 running days', () => {
  const prazo = prazoPedido('2026-11-03');
  assert.equal(prazo.vence, '2026-11-23');
  assert.equal(prazo.dias, 20);
  assert.match(prazo.base, /12\.527\/2011.*215\/2015, art\. 13, § 1º/);
});

test('[OUV-12] an end in the recess moves to the first working day after it, and every reason is told', () => {
  const prazo = contarPrazo('2026-11-20', REGRA_MANIFESTACAO, com('2026-12-20', '2027-01-06', 'recesso forense'));
  assert.equal(prazo.vence, '2027-01-07');
  assert.deepEqual(
    prazo.calculo.slice(2).map(({ texto }) => texto),
    [
      'São 30 dias corridos (Resolução CNJ 432/2021, art. 9º): o último é 20/12/2026 (domingo).',
      'De 20/12/2026 a 06/01/2027 não há dia útil: recesso forense.',
      'O prazo passa para o dia útil seguinte (Lei 9.784/1999, art. 66, § 1º) e termina em 07/01/2027 (quinta-feira).',
    ],
  );
});

test("[OUV-12] the court's own calendar decides: holidays of the court, national days and the recess", () => {
  const calendario = { feriados: [{ data: '10-03', nome: 'Mártires de Cunhaú e Uruaçu' }] };
  const prazo = prazoManifestacao('2028-09-03', calendario);
  assert.equal(prazo.vence, '2028-10-04');
  assert.equal(prazo.calculo[3]?.texto, '03/10/2028 (terça-feira) não é dia útil: Mártires de Cunhaú e Uruaçu.');
  const recesso = prazoManifestacao('2026-11-20', calendario);
  assert.equal(recesso.vence, '2027-01-07');
  assert.ok(recesso.calculo.some(({ texto }) => /Recesso forense/.test(texto)));
  assert.equal(prazoPedido('2026-10-13', calendario).vence, '2026-11-03');
});

test('a weekend and a holiday next to each other are told one by one', () => {
  const prazo = contarPrazo('2026-09-05', { dias: 7, base: 'x' }, com('2026-09-14', '2026-09-14', 'feriado da cidade'));
  assert.deepEqual(
    prazo.calculo.filter(({ passo }) => passo === 'dia-nao-util').map(({ texto }) => texto),
    ['12/09/2026 não é dia útil: sábado.', '13/09/2026 não é dia útil: domingo.', '14/09/2026 (segunda-feira) não é dia útil: feriado da cidade.'],
  );
  assert.equal(prazo.vence, '2026-09-15');
});

test('29 February and the turn of the year are days like others', () => {
  assert.equal(contarPrazo('2028-01-30', REGRA_MANIFESTACAO, nunca).vence, '2028-02-29');
  assert.equal(contarPrazo('2027-01-30', REGRA_MANIFESTACAO, nunca).vence, '2027-03-01');
  assert.equal(contarPrazo('2026-12-20', REGRA_PEDIDO, nunca).vence, '2027-01-09');
});

test('whatever the calendar, the due date is a working day, never early, and only closed days lie between', () => {
  fc.assert(
    fc.property(dates, fc.constantFrom(20, 30), fc.uniqueArray(fc.integer({ min: -2, max: 60 }), { maxLength: 40 }), (data, dias, closed) => {
      const set = new Set(closed.map((offset) => somarDias(data, dias + offset)));
      const motivo: MotivoNaoUtil = (dia) => (set.has(dia) ? 'fechado' : fimDeSemana(dia));
      const prazo = contarPrazo(data, { dias, base: 'x' }, motivo);
      assert.equal(motivo(prazo.vence), null);
      assert.ok(prazo.vence >= somarDias(data, dias));
      for (let dia = somarDias(data, dias); dia < prazo.vence; dia = somarDias(dia, 1)) assert.notEqual(motivo(dia), null);
      assert.equal(schema.safeParse(prazo).success, true);
      assert.equal(prazo.calculo.at(-1)?.data, prazo.vence);
      assert.deepEqual(prazo.calculo.map((p) => p.data), prazo.calculo.map((p) => p.data).toSorted());
    }),
  );
});

test('registering a day later never falls due earlier', () => {
  fc.assert(fc.property(dates, (data) => assert.ok(prazoManifestacao(data).vence <= prazoManifestacao(somarDias(data, 1)).vence)));
});

test('a date that does not exist and a calendar that never opens are errors', () => {
  for (const bad of ['2026-02-30', '2026-2-3', 'hoje', '2026-11-03T10:00:00Z']) assert.throws(() => prazoPedido(bad), RangeError);
  assert.throws(() => contarPrazo('2026-11-03', REGRA_PEDIDO, () => 'fechado'), /no working day/);
});
