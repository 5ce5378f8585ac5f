import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MIN_PUBLICADO } from '../../../src/config/limits.ts';
import { linhasEscondidas, mediana, noPrazo, partesEscondidas, publicar, type Contagens } from '../../../src/domain/statistics/supressao.ts';
import { atacar } from './atacante.ts';

/** One case, as the counts see it. */
interface UmCaso {
  mes: number;
  tipo: number;
  assunto: number;
  perfil: number;
  /** 0-2: answered so; 3: in progress; 4: withdrawn. */
  fim: number;
  /** On time, or overdue while in progress. */
  pontual: boolean;
  prorrogada: boolean;
  nota: number;
}

const parcelas = (n: number, total: (i: number) => number) => Array.from({ length: n }, (_, i) => ({ chave: `c${i}`, rotulo: `Parte ${i}`, total: total(i) }));

function contar(casos: readonly UmCaso[]): Contagens {
  const quantos = (fits: (caso: UmCaso) => boolean): number => casos.filter(fits).length;
  const respondido = ({ fim }: UmCaso): boolean => fim < 3;
  return {
    recebidas: casos.length,
    respondidas: quantos(respondido),
    noPrazo: quantos((c) => respondido(c) && c.pontual),
    prorrogadas: quantos((c) => c.prorrogada),
    emAndamento: quantos((c) => c.fim === 3),
    atrasadas: quantos((c) => c.fim === 3 && c.pontual),
    desistencias: { chave: 'desistencia', rotulo: 'Desistência', total: quantos((c) => c.fim === 4) },
    porTipo: parcelas(3, (i) => quantos((c) => c.tipo === i)),
    porAssunto: parcelas(2, (i) => quantos((c) => c.assunto === i)),
    porResultado: parcelas(3, (i) => quantos((c) => c.fim === i)),
    perfil: parcelas(2, (i) => quantos((c) => c.perfil === i)),
    porMes: [0, 1, 2, 3].map((mes) => ({
      mes: `2026-0${mes + 1}`,
      recebidas: quantos((c) => c.mes === mes),
      respondidas: quantos((c) => c.mes === mes && respondido(c)),
      noPrazo: quantos((c) => c.mes === mes && respondido(c) && c.pontual),
    })),
    notas: [1, 2, 3].map((nota) => ({ nota, total: quantos((c) => respondido(c) && c.nota === nota) })),
    dias: [{ dias: 3, total: quantos(respondido) }],
  };
}

/** Skewed, so that small and empty cells are common. */
const skewed = (n: number) => fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(n - 1) });
const umCaso: fc.Arbitrary<UmCaso> = fc.record({
  mes: skewed(4),
  tipo: skewed(3),
  assunto: skewed(2),
  perfil: skewed(2),
  fim: skewed(5),
  pontual: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean()),
  prorrogada: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
  nota: skewed(4),
});
/** Cases apart, or in blocks of equal ones, where a few cells are small among large ones. */
const blocos = fc.array(fc.tuple(umCaso, fc.oneof(fc.nat(4), fc.integer({ min: 5, max: 14 }))), { maxLength: 7 }).map((list) => list.flatMap(([caso, vezes]) => Array.from({ length: vezes }, () => caso)));
const casos = fc.oneof(fc.array(umCaso, { maxLength: 45 }), { weight: 2, arbitrary: blocos });

describe('what is published', () => {
  it('[OUV-18] [SIC-15] never has a count of fewer cases than the least one', () => {
    fc.assert(
      fc.property(casos, (lista) => {
        const p = publicar(contar(lista), MIN_PUBLICADO);
        const numbers = [
          p.recebidas, p.respondidas, p.noPrazo, p.prorrogadas, p.emAndamento, p.atrasadas, p.satisfacao.respostas,
          ...[p.porTipo, p.porAssunto, p.porResultado, p.perfil!, p.satisfacao.notas].flatMap((list) => list.map(({ total }) => total)),
          ...p.porMes.flatMap((mes) => [mes.recebidas, mes.respondidas, mes.noPrazo]),
        ];
        for (const n of numbers) assert.ok(n === null || n === 0 || n >= MIN_PUBLICADO, String(n));
      }),
    );
  });

  for (const minimo of [3, MIN_PUBLICADO]) {
    it(`[OUV-18] [SIC-15] gives away no small count, published or not, and nothing that was left out, by any arithmetic (least ${minimo})`, () => {
      fc.assert(
        fc.property(casos, (lista) => {
          const c = contar(lista);
          const p = publicar(c, minimo);
          const { sistema, celulas } = atacar(c, p);
          assert.ok(sistema.fits(celulas.map(({ real }) => real)), 'what is published is true');
          for (const { name, variable, real, omitida } of celulas) {
            if (real > 0 && (real < minimo || omitida)) assert.ok(sistema.another(variable, real), `${name} = ${real} can be worked out`);
          }
        }),
        { numRuns: 3000 },
      );
    });
  }

  it('[OUV-18] leaves nothing out of what is large, and keeps zero', () => {
    const lista = Array.from({ length: 1200 }, (_, i): UmCaso => ({ mes: i % 4, tipo: i % 2, assunto: i % 2, perfil: i % 2, fim: i % 5, pontual: i % 3 > 0, prorrogada: i % 7 === 0, nota: 1 + (i % 3) }));
    const c = contar(lista);
    const p = publicar(c, MIN_PUBLICADO);
    const { desistencias, dias, notas, ...rest } = c;
    assert.deepEqual(p, { ...rest, porResultado: [...c.porResultado, desistencias], satisfacao: { respostas: 720, media: 2, notas }, diasMediana: 3 });
    assert.equal(p.porTipo[2]!.total, 0);
    assert.equal(dias[0]!.total, p.respondidas);
  });

  it('leaves out a second part when one alone would be the rest of the total', () => {
    assert.deepEqual([...partesEscondidas([40, 3, 12, 9], 5)].toSorted(), [1, 3]);
    assert.deepEqual([...partesEscondidas([40, 1, 1, 9], 5)].toSorted(), [1, 2, 3]);
    assert.deepEqual([...partesEscondidas([40, 3, 4, 9], 5)].toSorted(), [1, 2]);
    assert.deepEqual([...partesEscondidas([40, 0, 9], 5)], []);
    assert.deepEqual([...partesEscondidas([2, 1], 5)].toSorted(), [0, 1]);
  });

  it('leaves rows of a table out until neither the part nor the rest of them together is small', () => {
    const small = (n: number): boolean => n > 0 && n < MIN_PUBLICADO;
    const row = fc.tuple(fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const parte = rows.map(([a]) => a);
        const todo = rows.map(([a, b]) => a + b);
        const fora = linhasEscondidas(todo, parte, new Set(), MIN_PUBLICADO);
        const sum = (list: number[], of: (i: number) => boolean): number => list.reduce((total, n, i) => total + (of(i) ? n : 0), 0);
        const rest = todo.map((n, i) => n - parte[i]!);
        rows.forEach(([a, b], i) => assert.ok(fora.has(i) || !(small(a) || small(b))));
        for (const list of [parte, rest]) assert.ok(!small(sum(list, (i) => fora.has(i))) || small(sum(list, () => true)));
        assert.ok(fora.size !== 1 || small(sum(parte, () => true)) || small(sum(rest, () => true)));
      }),
    );
  });

  it('says how many were answered when only what is in progress and what was withdrawn is small', () => {
    const lista = Array.from({ length: 60 }, (_, i): UmCaso => ({ mes: 0, tipo: 0, assunto: 0, perfil: 0, fim: i < 2 ? 3 : i < 10 ? 4 : 0, pontual: true, prorrogada: false, nota: 0 }));
    const p = publicar(contar(lista), MIN_PUBLICADO);
    assert.deepEqual([p.recebidas, p.respondidas, p.emAndamento, p.porResultado.at(-1)!.total], [60, 50, null, null]);
  });

  it('[OUV-18] tells no mean from which two ratings could be worked out', () => {
    const lista = Array.from({ length: 20 }, (_, i): UmCaso => ({ mes: 0, tipo: 0, assunto: 0, perfil: 0, fim: 0, pontual: true, prorrogada: false, nota: i < 2 ? 1 : i < 12 ? 2 : 3 }));
    const { satisfacao } = publicar(contar(lista), MIN_PUBLICADO);
    assert.deepEqual(satisfacao, { respostas: 20, media: null, notas: [{ nota: 1, total: null }, { nota: 2, total: 10 }, { nota: 3, total: null }] });
  });

  it('of a period with nothing is nothing, and with very few says no more than that', () => {
    const none = publicar(contar([]), MIN_PUBLICADO);
    assert.deepEqual([none.recebidas, none.respondidas, none.diasMediana, none.satisfacao.media], [0, 0, null, null]);
    const um: UmCaso = { mes: 1, tipo: 1, assunto: 1, perfil: 1, fim: 0, pontual: true, prorrogada: true, nota: 1 };
    const few = publicar(contar([um, um, um]), MIN_PUBLICADO);
    assert.deepEqual([few.recebidas, few.respondidas, few.noPrazo, few.prorrogadas, few.diasMediana, few.satisfacao.respostas], [null, null, null, null, null, null]);
  });

  it('is refused when the counts do not add up', () => {
    const c = contar([]);
    for (const wrong of [{ recebidas: 7 }, { porTipo: parcelas(1, () => 1) }, { porResultado: parcelas(1, () => 1) }, { noPrazo: 1 }, { atrasadas: 1 }, { notas: [{ nota: 1, total: 1 }] }]) {
      assert.throws(() => publicar({ ...c, ...wrong }, MIN_PUBLICADO), RangeError);
    }
  });
});

describe('median and term', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }), (values) => {
        const counted = [...new Set(values)].map((dias) => ({ dias, total: values.filter((v) => v === dias).length }));
        const sorted = values.toSorted((a, b) => a - b);
        const half = sorted.length / 2;
        assert.equal(mediana(counted), sorted.length % 2 ? sorted[Math.floor(half)] : (sorted[half - 1]! + sorted[half]!) / 2);
      }),
    );
    assert.equal(mediana([]), null);
  });

  it('an answer on the last day is on time', () => {
    assert.ok(noPrazo('2026-12-10', '2026-12-10'));
    assert.ok(!noPrazo('2026-12-11', '2026-12-10'));
  });
});
