import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { antesStart, antesStep, type AntesEvent, type AntesState } from '../../src/controllers/antes.machine.ts';
import type { Desfecho, Fim, OpcaoGuia } from '../../src/domain/balcao/guia.ts';

const opcao: OpcaoGuia = { id: 'outro', embutida: 'outro' };
const fila: Fim = { kind: 'fila', comProcesso: true, materia: null };
const fora: Fim = { kind: 'canais', motivo: 'pje', canais: [], texto: null };
const TITULO = [{ kind: 'foco', onde: 'titulo' }];
const erro = { pointer: '/processo', code: 'processo-invalido', detail: '' };
const dados = antesStep(antesStart, { type: 'escolher', opcao, desfecho: fila }).state;

describe('the machine of what comes before the queue', () => {
  it('[BV-10] goes from the menu to the answers when the matter is dealt with here, and to the place when it is not', () => {
    assert.deepEqual(antesStep(antesStart, { type: 'escolher', opcao, desfecho: fila }), { state: { kind: 'dados', opcao, aviso: null, fim: fila, erros: [] }, effects: TITULO });
    assert.deepEqual(antesStep(antesStart, { type: 'escolher', opcao, desfecho: fora }), { state: { kind: 'fora', opcao, aviso: null, fim: fora }, effects: TITULO });
  });

  it('[BV-10] carries the court’s words along, whichever way it goes', () => {
    for (const depois of [fila, fora]) {
      const { state } = antesStep(antesStart, { type: 'escolher', opcao, desfecho: { kind: 'aviso', texto: 'Leia.', depois } });
      assert.ok(state.kind !== 'menu' && state.aviso === 'Leia.');
    }
  });

  it('comes back to the menu from both, and takes no second choice before that', () => {
    for (const desfecho of [fila, fora]) {
      const { state } = antesStep(antesStart, { type: 'escolher', opcao, desfecho });
      assert.deepEqual(antesStep(state, { type: 'trocar' }), { state: antesStart, effects: TITULO });
      assert.deepEqual(antesStep(state, { type: 'escolher', opcao, desfecho: fora }), { state, effects: [] });
    }
    assert.deepEqual(antesStep(antesStart, { type: 'trocar' }), { state: antesStart, effects: [] });
  });

  it('goes on where it was after a reload, without taking the focus', () => {
    assert.deepEqual(antesStep(antesStart, { type: 'retomar', opcao, desfecho: fila }), { state: dados, effects: [] });
    assert.deepEqual(antesStep(dados, { type: 'retomar', opcao, desfecho: fora }), { state: dados, effects: [] });
  });

  it('goes into the queue when nothing is wrong, and to the errors when something is', () => {
    assert.deepEqual(antesStep(dados, { type: 'conferido', erros: [], onde: 'aqui' }), { state: dados, effects: [{ kind: 'entrar' }] });
    const wrong = antesStep(dados, { type: 'conferido', erros: [erro], onde: 'aqui' });
    assert.deepEqual(wrong.effects, [{ kind: 'foco', onde: 'erros' }]);
    assert.ok(wrong.state.kind === 'dados' && wrong.state.erros.length === 1);
    assert.deepEqual(antesStep(wrong.state, { type: 'conferido', erros: [], onde: 'aqui' }), { state: dados, effects: [{ kind: 'entrar' }] });
  });

  it('shows what the backend refused, and never sends because of it', () => {
    assert.deepEqual(antesStep(dados, { type: 'conferido', erros: [erro], onde: 'servidor' }).effects, [{ kind: 'foco', onde: 'erros' }]);
    assert.deepEqual(antesStep(dados, { type: 'conferido', erros: [], onde: 'servidor' }), { state: dados, effects: [] });
    assert.deepEqual(antesStep(antesStart, { type: 'conferido', erros: [erro], onde: 'servidor' }), { state: antesStart, effects: [] });
  });

  it('[BV-19] never goes into the queue but from the answers of a matter that is dealt with here', () => {
    const desfecho: fc.Arbitrary<Desfecho> = fc.constantFrom<Desfecho>(fila, fora, { kind: 'aviso', texto: 'x', depois: fora }, { kind: 'aviso', texto: 'x', depois: fila });
    const event: fc.Arbitrary<AntesEvent> = fc.oneof(
      desfecho.map((found): AntesEvent => ({ type: 'escolher', opcao, desfecho: found })),
      desfecho.map((found): AntesEvent => ({ type: 'retomar', opcao, desfecho: found })),
      fc.constant<AntesEvent>({ type: 'trocar' }),
      fc.constantFrom<AntesEvent>({ type: 'conferido', erros: [], onde: 'aqui' }, { type: 'conferido', erros: [erro], onde: 'aqui' }, { type: 'conferido', erros: [], onde: 'servidor' }),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        let state: AntesState = antesStart;
        for (const next of events) {
          const before: AntesState = state;
          const step = antesStep(before, next);
          if (step.effects.some(({ kind }) => kind === 'entrar')) assert.ok(before.kind === 'dados' && before.fim.kind === 'fila');
          state = step.state;
        }
      }),
    );
  });
});
