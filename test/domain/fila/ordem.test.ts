import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { estimar } from '../../../src/domain/fila/estimativa.ts';
import { antes, escolher, ordemDasChamadas, posicaoDe, seguidasDepois, type Contagens, type NaFila } from '../../../src/domain/fila/ordem.ts';
import { classeDe, regraEmPalavras } from '../../../src/domain/fila/prioridade.ts';
import { PRIORIDADES } from '../../../src/contract/fila.ts';

const espera = fc
  .array(fc.record({ classe: fc.integer({ min: 0, max: 3 }), ordem: fc.integer({ min: 0, max: 40 }) }), { maxLength: 40 })
  .map((list) => list.map((um, id): NaFila => ({ id, ...um })));
const regra = fc.record({ prioridadesSeguidas: fc.integer({ min: 0, max: 5 }) });
const seguidas = fc.nat({ max: 8 });

/** Counts as the database gives them. */
function contar(um: NaFila, todos: readonly NaFila[]): Contagens {
  const quantos = (qual: (outro: NaFila) => boolean): number => todos.filter((outro) => outro.id !== um.id && qual(outro)).length;
  const antesDele = (outro: NaFila): boolean => antes(outro, um) < 0;
  return {
    agendadas: quantos((g) => g.classe === 0 && (um.classe !== 0 || antesDele(g))),
    prioridades: quantos((g) => (g.classe === 1 || g.classe === 2) && (um.classe === 3 || g.classe < um.classe || (g.classe === um.classe && antesDele(g)))),
    comuns: quantos((g) => g.classe === 3 && (um.classe !== 3 || antesDele(g))),
    anteriores: quantos((g) => g.classe !== 0 && antesDele(g)),
  };
}

test('[BV-22] the place that counts give is the place in the order of the calls, for everybody in any queue', () => {
  fc.assert(
    fc.property(espera, seguidas, regra, (todos, s, r) => {
      const ordem = ordemDasChamadas(todos, s, r);
      assert.equal(ordem.length, todos.length);
      ordem.forEach((um, lugar) => assert.equal(posicaoDe(um.classe, contar(um, todos), s, r), lugar));
    }),
    { numRuns: 1_000 },
  );
});

test('[BV-13] within a class people are called in the order of arrival, and appointments that are due before all', () => {
  fc.assert(
    fc.property(espera, seguidas, regra, (todos, s, r) => {
      const ordem = ordemDasChamadas(todos, s, r);
      for (const classe of [0, 1, 2, 3]) {
        const dela = ordem.filter((um) => um.classe === classe);
        assert.deepEqual(dela, dela.toSorted(antes));
      }
      const agendadas = todos.filter(({ classe }) => classe === 0).length;
      assert.ok(ordem.slice(0, agendadas).every(({ classe }) => classe === 0));
      if (r.prioridadesSeguidas === 0) assert.deepEqual(ordem.slice(agendadas), todos.filter(({ classe }) => classe !== 0).toSorted(antes));
    }),
  );
});

test('[BV-20] 80 or more go before the other priorities, and never more priorities in a row than the rule says while somebody without one waits', () => {
  fc.assert(
    fc.property(espera, seguidas, regra.filter(({ prioridadesSeguidas }) => prioridadesSeguidas > 0), (todos, s, r) => {
      const ordem = ordemDasChamadas(todos, s, r).filter(({ classe }) => classe !== 0);
      const prioridades = ordem.filter(({ classe }) => classe !== 3);
      assert.deepEqual(prioridades.map(({ classe }) => classe), prioridades.map(({ classe }) => classe).toSorted());
      let corrida = s;
      let comuns = ordem.length - prioridades.length;
      let faltam = prioridades.length;
      for (const { classe } of ordem) {
        if (classe === 3) {
          // Nor is a priority passed over before its turns are used.
          assert.ok(faltam === 0 || corrida >= r.prioridadesSeguidas);
          comuns -= 1;
        } else {
          assert.ok(comuns === 0 || corrida < r.prioridadesSeguidas);
          faltam -= 1;
        }
        corrida = seguidasDepois(classe, corrida);
      }
    }),
  );
});

test('[BV-20] nobody without priority starves: whoever keeps coming in, they are called after a bounded number of calls', () => {
  fc.assert(
    fc.property(espera, fc.array(fc.array(fc.constantFrom(1, 2, 3), { maxLength: 4 }), { minLength: 150, maxLength: 150 }), fc.integer({ min: 1, max: 5 }), seguidas, (iniciais, chegadas, k, s) => {
      const fila = iniciais.filter(({ classe }) => classe !== 0);
      const alvo: NaFila = { id: 1_000, classe: 3, ordem: 41 };
      const comunsAntes = fila.filter((um) => um.classe === 3 && antes(um, alvo) < 0).length;
      fila.push(alvo);
      let atual = s;
      let chamadas = 0;
      for (const leva of chegadas) {
        // More priorities than are called, each time.
        leva.forEach((classe, n) => fila.push({ id: 2_000 + chamadas * 10 + n, classe, ordem: 100 + chamadas }));
        const um = escolher(fila, atual, { prioridadesSeguidas: k });
        if (!um) break;
        fila.splice(fila.indexOf(um), 1);
        atual = seguidasDepois(um.classe, atual);
        if (um === alvo) break;
        chamadas += 1;
      }
      assert.ok(!fila.includes(alvo) || chegadas.length <= (comunsAntes + 1) * (k + 1));
      assert.ok(chamadas <= comunsAntes + (comunsAntes + 1) * k);
    }),
  );
});

test('only the first of each class counts for who is next', () => {
  fc.assert(
    fc.property(espera, seguidas, regra, (todos, s, r) => {
      const cabecas = [0, 1, 2, 3].flatMap((classe) => todos.filter((um) => um.classe === classe).toSorted(antes).slice(0, 1));
      assert.equal(escolher(cabecas, s, r), escolher(todos, s, r));
      assert.equal(escolher(todos, s, r), ordemDasChamadas(todos, s, r)[0]);
    }),
  );
});

test('[BV-20] every legal priority has its class, and the rule is said in words with its law', () => {
  assert.deepEqual(PRIORIDADES.map((um) => classeDe(um)), [1, ...Array<number>(PRIORIDADES.length - 1).fill(2)]);
  assert.equal(classeDe(undefined), 3);
  assert.equal(classeDe('idoso', true), 0);
  const duas = regraEmPalavras({ prioridadesSeguidas: 2 });
  assert.match(duas, /até 2 pessoas com prioridade por lei para cada pessoa sem prioridade/);
  assert.match(duas, /Lei 10\.048\/2000, art\. 1º/);
  assert.match(regraEmPalavras({ prioridadesSeguidas: 1 }), /uma pessoa com prioridade por lei/);
  assert.match(regraEmPalavras({ prioridadesSeguidas: 0 }), /por ordem de chegada\.$/);
});

test('[BV-22] the estimate rests on the last services and who is at the counter, and is null while there is nothing to rest on', () => {
  const min = 60_000;
  assert.equal(estimar(3, { duracoes: [5 * min, 5 * min], atendentes: 1 }), null);
  assert.equal(estimar(3, { duracoes: [5 * min, 5 * min, 5 * min], atendentes: 0 }), null);
  assert.deepEqual(estimar(3, { duracoes: [4 * min, 5 * min, 600 * min], atendentes: 1 }), { minutos: 20, base: 'pela duração dos últimos 3 atendimentos, com 1 atendente' });
  assert.deepEqual(estimar(3, { duracoes: Array<number>(30).fill(5 * min), atendentes: 2 }), { minutos: 10, base: 'pela duração dos últimos 12 atendimentos, com 2 atendentes' });
  assert.equal(estimar(0, { duracoes: [1, 1, 1], atendentes: 9 })?.minutos, 1);
  fc.assert(
    fc.property(fc.nat({ max: 500 }), fc.array(fc.integer({ min: 1, max: 1e7 }), { minLength: 3, maxLength: 20 }), fc.integer({ min: 1, max: 20 }), (posicao, duracoes, atendentes) => {
      const de = (p: number, a: number): number => estimar(p, { duracoes, atendentes: a })!.minutos;
      assert.ok(de(posicao, atendentes) >= 1 && Number.isInteger(de(posicao, atendentes)));
      assert.ok(de(posicao + 1, atendentes) >= de(posicao, atendentes));
      assert.ok(de(posicao, atendentes + 1) <= de(posicao, atendentes));
    }),
  );
});
