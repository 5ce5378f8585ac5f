import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prazo as schema, type Prazo } from '../../../src/contract/caso.ts';
import { foiProrrogado, foiSuspenso, prorrogar, retomar, suspender } from '../../../src/domain/deadlines/alteracoes.ts';
import { contarPrazo, diasEntre, REGRA_MANIFESTACAO, REGRA_PEDIDO, somarDias, type MotivoNaoUtil } from '../../../src/domain/deadlines/prazo.ts';
import { REGRA_CNJ, REGRA_DECIDIR_RECURSO, REGRA_RECURSO_1, REGRA_RECURSO_2, REGRA_RECURSO_DESCLASSIFICACAO, regrasDoCaso, type Natureza } from '../../../src/domain/deadlines/regras.ts';

const fimDeSemana: MotivoNaoUtil = (data) => ({ 0: 'domingo', 6: 'sábado' })[new Date(`${data}T00:00:00Z`).getUTCDay()] ?? null;
const nunca: MotivoNaoUtil = () => null;
const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => somarDias('2000-01-01', days));
const natureza = (over: Partial<Natureza> = {}): Natureza => ({ tipo: 'manifestacao', especie: 'reclamacao', tema: null, direito: null, ...over });
const sic = (especie = 'informacao'): Natureza => natureza({ tipo: 'pedido-informacao', especie });
const textos = ({ calculo }: Prazo): string[] => calculo.map(({ texto }) => texto);

test('[OUV-12] the extension gives 30 days more after the original last day, told step by step with its basis', () => {
  const prazo = prorrogar(contarPrazo('2026-11-03', REGRA_MANIFESTACAO, fimDeSemana), regrasDoCaso(natureza()).prorrogacao!, '2026-11-30', fimDeSemana);
  assert.deepEqual([prazo.vence, prazo.dias, prazo.base], ['2027-01-04', 60, 'Resolução CNJ 432/2021, art. 9º']);
  assert.deepEqual(textos(prazo).slice(2), [
    'São 30 dias corridos (Resolução CNJ 432/2021, art. 9º): o último é 03/12/2026 (quinta-feira).',
    'Em 30/11/2026 (segunda-feira), o prazo foi prorrogado uma única vez, por 30 dias (Resolução CNJ 432/2021, art. 9º). Eles se contam depois de 03/12/2026 (quinta-feira): o último é 02/01/2027 (sábado).',
    '02/01/2027 não é dia útil: sábado.',
    '03/01/2027 não é dia útil: domingo.',
    'O prazo passa para o dia útil seguinte (Lei 9.784/1999, art. 66, § 1º) e termina em 04/01/2027 (segunda-feira).',
  ]);
});

test('[OUV-12] an extension after an end that moved is counted from where it moved to, and says so', () => {
  const antes = contarPrazo('2026-11-05', REGRA_MANIFESTACAO, fimDeSemana);
  assert.equal(antes.vence, '2026-12-07');
  const prazo = prorrogar(antes, { dias: 30, base: 'x' }, antes.vence, fimDeSemana);
  assert.equal(prazo.vence, '2027-01-06');
  assert.ok(textos(prazo).includes('Com isso, o último dia passa a ser o dia útil seguinte, 07/12/2026 (segunda-feira) (Lei 9.784/1999, art. 66, § 1º).'));
  assert.equal(prazo.calculo.filter(({ passo }) => passo === 'vencimento').length, 1);
});

test('[OUV-12] there is no second extension, and none after the end', () => {
  const prazo = contarPrazo('2026-11-03', REGRA_MANIFESTACAO, nunca);
  const mais = { dias: 30, base: 'x' };
  assert.throws(() => prorrogar(prorrogar(prazo, mais, '2026-11-10', nunca), mais, '2026-11-11', nunca), /extended before/);
  assert.throws(() => prorrogar(prazo, mais, somarDias(prazo.vence, 1), nunca), /has ended/);
});

test('[SIC-10] a request has 20 days, 10 more at most, 15 of the unit, 48 hours to be sent on', () => {
  const regras = regrasDoCaso(sic());
  const prazo = contarPrazo('2026-11-03', regras.resposta, nunca);
  assert.equal(prazo.vence, '2026-11-23');
  const longo = prorrogar(prazo, regras.prorrogacao!, '2026-11-23', nunca);
  assert.deepEqual([longo.vence, longo.dias], ['2026-12-03', 30]);
  assert.match(longo.base, /art\. 13, § 1º; .*art\. 13, § 2º/);
  assert.deepEqual([regras.unidade.dias, regras.prorrogacaoUnidade.dias, regras.complemento], [15, 10, null]);
});

test('[OUV-13] a unit has 20 days of the sending, and 20 more once', () => {
  const regras = regrasDoCaso(natureza());
  const prazo = contarPrazo('2026-11-03', regras.unidade, nunca);
  assert.deepEqual([prazo.vence, prazo.base], ['2026-11-23', 'Resolução CNJ 432/2021, art. 9º, § 1º']);
  assert.equal(prazo.calculo[0]?.texto, 'Envio à unidade em 03/11/2026 (terça-feira). O dia do envio não entra na conta.');
  assert.equal(prorrogar(prazo, regras.prorrogacaoUnidade, '2026-11-20', nunca).vence, '2026-12-13');
});

test('[OUV-02] a data subject is answered in 15 days on whether and which data are kept, else as a manifestation', () => {
  const lgpd = (direito: string): Natureza => natureza({ tema: 'lgpd', direito });
  for (const direito of ['confirmacao', 'acesso']) {
    const regras = regrasDoCaso(lgpd(direito));
    assert.deepEqual([regras.resposta.dias, regras.resposta.base, regras.prorrogacao, regras.complemento], [15, 'Lei 13.709/2018, art. 19, II', null, null]);
  }
  assert.deepEqual(regrasDoCaso(lgpd('correcao')), regrasDoCaso(natureza()));
  assert.deepEqual(regrasDoCaso(natureza({ direito: 'acesso' })), regrasDoCaso(natureza()));
});

test('[SIC-16] classification is looked at again in 30 days', () => {
  const { resposta, prorrogacao } = regrasDoCaso(sic('desclassificacao'));
  assert.deepEqual([resposta.dias, resposta.base, prorrogacao], [30, 'Resolução CNJ 215/2015, art. 29', null]);
  assert.deepEqual(regrasDoCaso(sic('informacao-pessoal')), regrasDoCaso(sic()));
});

test('[SIC-12] [SIC-16] appeals are counted from the day of knowing: 10, 10 and 10 days, decided in 5', () => {
  for (const regra of [REGRA_RECURSO_1, REGRA_RECURSO_2, REGRA_RECURSO_DESCLASSIFICACAO, REGRA_CNJ]) {
    const prazo = contarPrazo('2026-11-03', regra, nunca);
    assert.equal(prazo.vence, '2026-11-13');
    assert.equal(prazo.calculo[0]?.texto, 'Ciência da decisão em 03/11/2026 (terça-feira). O dia da ciência não entra na conta.');
  }
  assert.equal(contarPrazo('2026-11-03', REGRA_DECIDIR_RECURSO, nunca).vence, '2026-11-08');
});

test('a question stops the clock until the answer, and the arithmetic says for how long', () => {
  const antes = contarPrazo('2026-11-03', REGRA_MANIFESTACAO, fimDeSemana);
  const espera = suspender(antes, '2026-11-13', '2026-12-03', 'base x', fimDeSemana);
  assert.equal(espera.vence, '2026-12-23');
  assert.deepEqual(textos(espera).slice(3), [
    'Em 13/11/2026 (sexta-feira), foi feita uma pergunta a você e a conta parou (base x): faltavam 20 dias. Ela continua no dia em que você responder, ou em 03/12/2026 (quinta-feira).',
    'Se não houver resposta, o prazo termina em 23/12/2026 (quarta-feira).',
  ]);
  const depois = retomar(antes, '2026-11-13', '2026-11-16', 'base x', fimDeSemana);
  assert.equal(depois.vence, '2026-12-07');
  assert.ok(textos(depois)[3]?.startsWith('A conta ficou parada de 13/11/2026 (sexta-feira) a 16/11/2026 (segunda-feira), enquanto se esperava a sua resposta (base x): são 3 dias a mais'));
  assert.equal(retomar(antes, '2026-11-13', '2026-11-13', 'x', fimDeSemana).vence, antes.vence);
  assert.throws(() => retomar(antes, '2026-11-13', '2026-11-12', 'x', fimDeSemana), RangeError);
  assert.throws(() => suspender(espera, '2026-12-01', '2026-12-21', 'x', fimDeSemana), /stopped before/);
  assert.throws(() => suspender(antes, '2026-12-04', '2026-12-24', 'x', fimDeSemana), /has ended/);
});

/** A rule, a calendar with closed days around the ends, and a day on which something happens. */
const corridas = fc.record({
  de: dates,
  dias: fc.constantFrom(5, 10, 15, 20, 30),
  mais: fc.constantFrom(10, 20, 30),
  fechados: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 50 }),
  quando: fc.double({ min: 0, max: 1, noNaN: true }),
  espera: fc.integer({ min: 0, max: 20 }),
});
type Corrida = typeof corridas extends fc.Arbitrary<infer T> ? T : never;
const calendario = ({ de, fechados }: Corrida): MotivoNaoUtil => {
  const set = new Set(fechados.map((dia) => somarDias(de, dia)));
  return (data) => (set.has(data) ? 'fechado' : fimDeSemana(data));
};

test('whatever the calendar: no term ends on a day without work, its first day is left out, and no change ever shortens it', () => {
  fc.assert(
    fc.property(corridas, (corrida) => {
      const { de, dias, mais, quando, espera } = corrida;
      const motivo = calendario(corrida);
      const prazo = contarPrazo(de, { dias, base: 'x' }, motivo);
      assert.equal(diasEntre(prazo.calculo[0]!.data, prazo.calculo[1]!.data), 1);
      const dia = somarDias(de, Math.floor(quando * diasEntre(de, prazo.vence)));
      const longo = prorrogar(prazo, { dias: mais, base: 'y' }, dia, motivo);
      const parado = suspender(prazo, dia, somarDias(dia, espera), 'z', motivo);
      const retomado = retomar(prazo, dia, somarDias(dia, espera), 'z', motivo);
      for (const um of [prazo, longo, parado, retomado, prorrogar(retomado, { dias: mais, base: 'y' }, dia, motivo)]) {
        assert.equal(motivo(um.vence), null);
        assert.ok(um.vence >= prazo.vence);
        assert.equal(schema.safeParse(um).success, true);
        assert.equal(um.calculo.at(-1)?.passo, 'vencimento');
        assert.equal(um.calculo.at(-1)?.data, um.vence);
        assert.equal(um.calculo.filter(({ passo }) => passo === 'vencimento').length, 1);
        const datas = um.calculo.map(({ data }) => data);
        assert.deepEqual(datas, datas.toSorted());
      }
      assert.ok(diasEntre(prazo.vence, longo.vence) >= mais);
      assert.equal(retomado.vence, parado.vence);
      assert.deepEqual([foiProrrogado(prazo), foiProrrogado(longo), foiSuspenso(prazo), foiSuspenso(retomado)], [false, true, false, true]);
    }),
  );
});

test('whatever the calendar: beginning, extending or answering a day later never ends earlier', () => {
  fc.assert(
    fc.property(corridas, (corrida) => {
      const { de, dias, espera } = corrida;
      const motivo = calendario(corrida);
      const [hoje, amanha] = [contarPrazo(de, { dias, base: 'x' }, motivo), contarPrazo(somarDias(de, 1), { dias, base: 'x' }, motivo)];
      assert.ok(hoje.vence <= amanha.vence);
      assert.ok(prorrogar(hoje, REGRA_PEDIDO, de, motivo).vence <= prorrogar(amanha, REGRA_PEDIDO, de, motivo).vence);
      assert.ok(retomar(hoje, de, somarDias(de, espera), 'x', motivo).vence <= retomar(hoje, de, somarDias(de, espera + 1), 'x', motivo).vence);
    }),
  );
});
