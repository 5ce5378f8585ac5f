import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { AgendaDaUnidade } from '../../src/contract/agenda.ts';
import { mudancaStart, mudancaStep, type MudancaEvent, type MudancaState } from '../../src/controllers/mudanca.machine.ts';

const INICIO = '2026-11-30T08:30:00-03:00';
const AGENDA: AgendaDaUnidade = { unidadeId: 'u', timezone: 'America/Fortaleza', duracaoMinutos: 30, de: '2026-11-25', ate: '2026-12-25', dias: [{ dia: '2026-11-30', vagas: [{ inicio: INICIO, fim: '2026-11-30T09:00:00-03:00' }] }] };
type Draft = MudancaEvent | { type: MudancaEvent['type']; [key: string]: unknown };
/** Runs events, each answer on the call of the moment. */
const run = (...events: Draft[]): { state: MudancaState; effects: unknown[] } => {
  let state = mudancaStart();
  let effects: readonly unknown[] = [];
  for (const event of events) ({ state, effects } = mudancaStep(state, ['agenda', 'sent', 'gone', 'refused', 'expired', 'fault'].includes(event.type) ? ({ ...event, op: state.op } as MudancaEvent) : (event as MudancaEvent)));
  return { state, effects: [...effects] };
};
const CANCELAR = [{ type: 'cancel' }, { type: 'confirm', chave: 'k1' }] as const;
const ESCOLHER = [{ type: 'rebook' }, { type: 'agenda', agenda: AGENDA }, { type: 'choose', inicio: INICIO }] as const;
const REMARCAR = [...ESCOLHER, { type: 'confirm', chave: 'k1' }] as const;

describe('moving an appointment or giving it back', () => {
  test('[BV-14] is given back after a confirmation, once', () => {
    assert.equal(run({ type: 'cancel' }).state.kind, 'confirming');
    const { state, effects } = run(...CANCELAR);
    assert.deepEqual(state, { kind: 'sending', op: 1, envio: { corpo: { acao: 'cancelar' }, chave: 'k1' } });
    assert.deepEqual(effects, [{ kind: 'send', op: 1, envio: { corpo: { acao: 'cancelar' }, chave: 'k1' } }]);
    assert.deepEqual(run(...CANCELAR, { type: 'confirm', chave: 'k2' }).effects, []);
    assert.deepEqual(run(...CANCELAR, { type: 'sent' }), { state: { kind: 'idle', feito: 'cancelar', op: 1 }, effects: [{ kind: 'focus', onde: 'caso' }] });
  });

  test('[BV-14] takes another slot, which has to be chosen', () => {
    assert.deepEqual(run({ type: 'rebook' }).effects, [{ kind: 'load', op: 1 }, { kind: 'focus', onde: 'mudanca' }]);
    const semEscolha = run({ type: 'rebook' }, { type: 'agenda', agenda: AGENDA }, { type: 'confirm', chave: 'k1' });
    assert.ok(semEscolha.state.kind === 'choosing' && semEscolha.state.erro === 'escolha');
    assert.deepEqual(semEscolha.effects, [{ kind: 'focus', onde: 'vagas' }]);
    const { state } = run(...REMARCAR);
    assert.deepEqual(state.kind === 'sending' && state.envio, { corpo: { acao: 'remarcar', inicio: INICIO }, chave: 'k1' });
    const feito = run(...REMARCAR, { type: 'sent' }).state;
    assert.ok(feito.kind === 'idle' && feito.feito === 'remarcar');
  });

  test('[BV-14] a slot that is gone brings the agenda again, with the backend’s words', () => {
    const again = run(...REMARCAR, { type: 'gone', texto: 'Ocupado.' });
    assert.equal(again.state.kind, 'loading');
    assert.deepEqual(again.effects[0], { kind: 'load', op: again.state.op });
    const { state } = run(...REMARCAR, { type: 'gone', texto: 'Ocupado.' }, { type: 'agenda', agenda: AGENDA });
    assert.deepEqual(state.kind === 'choosing' && [state.erro, state.escolhida], [{ tomada: 'Ocupado.' }, null]);
    const escolhida = run(...REMARCAR, { type: 'gone', texto: 'Ocupado.' }, { type: 'agenda', agenda: AGENDA }, { type: 'choose', inicio: INICIO }).state;
    assert.ok(escolhida.kind === 'choosing' && escolhida.erro === null);
  });

  test('what got no answer is sent again under the same key; the agenda too is asked for again', () => {
    const falha = run(...REMARCAR, { type: 'fault', motivo: 'rede' }).state;
    assert.ok(falha.kind === 'failed' && falha.envio?.chave === 'k1');
    const { state } = run(...REMARCAR, { type: 'fault', motivo: 'rede' }, { type: 'retry' });
    assert.ok(state.kind === 'sending' && state.envio.chave === 'k1');
    const agenda = run({ type: 'rebook' }, { type: 'fault', motivo: 'servidor' });
    assert.ok(agenda.state.kind === 'failed' && agenda.state.envio === null);
    assert.equal(run({ type: 'rebook' }, { type: 'fault', motivo: 'servidor' }, { type: 'retry' }).state.kind, 'loading');
  });

  test('a refusal is told in its words, an access that ran out with the way back', () => {
    const recusa = run(...CANCELAR, { type: 'refused', texto: 'O horário marcado já passou.' }).state;
    assert.ok(recusa.kind === 'failed' && recusa.motivo === 'outra' && recusa.texto === 'O horário marcado já passou.');
    assert.equal(run({ type: 'rebook' }, { type: 'refused', texto: 'Sem agenda.' }).state.kind, 'failed');
    assert.equal(run(...CANCELAR, { type: 'expired' }).state.kind, 'expired');
    assert.equal(run(...CANCELAR, { type: 'expired' }, { type: 'back' }).state.kind, 'idle');
  });

  test('going back drops what is loading, and never what is on its way', () => {
    const { state } = run({ type: 'rebook' }, { type: 'back' });
    assert.equal(state.kind, 'idle');
    assert.equal(mudancaStep(state, { type: 'agenda', op: 1, agenda: AGENDA }).state.kind, 'idle');
    assert.equal(run(...CANCELAR, { type: 'back' }).state.kind, 'sending');
    assert.deepEqual(run(...ESCOLHER, { type: 'reset' }).state, { kind: 'idle', feito: null, op: 2 });
  });

  test('whatever comes, in any order, nothing is sent that was not confirmed, and no key sends two things', () => {
    const events: fc.Arbitrary<MudancaEvent> = fc.oneof(
      fc.constantFrom<MudancaEvent>({ type: 'cancel' }, { type: 'rebook' }, { type: 'choose', inicio: INICIO }, { type: 'retry' }, { type: 'back' }, { type: 'reset' }),
      fc.nat({ max: 4 }).chain((op) => fc.constantFrom<MudancaEvent>({ type: 'agenda', op, agenda: AGENDA }, { type: 'sent', op }, { type: 'gone', op, texto: 'x' }, { type: 'refused', op, texto: 'x' }, { type: 'expired', op }, { type: 'fault', op, motivo: 'rede' })),
      fc.uuid().map((chave): MudancaEvent => ({ type: 'confirm', chave })),
    );
    fc.assert(
      fc.property(fc.array(events, { maxLength: 30 }), (list) => {
        let state = mudancaStart();
        const sent = new Map<string, string>();
        const confirmed = new Set<string>();
        for (const event of list) {
          if (event.type === 'confirm') confirmed.add(event.chave);
          const next = mudancaStep(state, event);
          assert.ok(next.state.op >= state.op);
          for (const effect of next.effects) {
            if (effect.kind !== 'send') continue;
            const { chave, corpo } = effect.envio;
            assert.ok(confirmed.has(chave));
            assert.equal(sent.get(chave) ?? JSON.stringify(corpo), JSON.stringify(corpo));
            sent.set(chave, JSON.stringify(corpo));
          }
          state = next.state;
        }
      }),
    );
  });
});
