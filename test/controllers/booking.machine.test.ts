import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AgendaDaUnidade } from '../../src/contract/agenda.ts';
import type { Comprovante } from '../../src/contract/caso.ts';
import { aceitaTexto, reservaStart, reservaStep, type EnvioReserva, type ReservaEffect, type ReservaEvent, type ReservaState } from '../../src/controllers/booking.machine.ts';
import type { FormError } from '../../src/controllers/form.machine.ts';

const NOVE = '2026-11-23T09:00:00-03:00';
const DEZ = '2026-11-23T10:00:00-03:00';
const slot = (inicio: string) => ({ inicio, fim: new Date(Date.parse(inicio) + 18e5).toISOString() });
const agendaWith = (...starts: string[]): AgendaDaUnidade => ({
  unidadeId: 'vara',
  timezone: 'America/Fortaleza',
  duracaoMinutos: 30,
  de: '2026-11-20',
  ate: '2026-12-20',
  dias: starts.length ? [{ dia: '2026-11-23', vagas: starts.map(slot) }] : [],
});
const RECIBO: Comprovante = { tipo: 'agendamento', registradoEm: '2026-11-20T10:00:00-03:00', protocolo: '2026.000123-8', chave: '7KQ2-M9XV-4TBN-8RDH' };
const ERRO: FormError = { pointer: '/nome', code: 'obrigatorio', detail: '', step: 0, field: '/nome' };

/** Plays events from the start, and gives the last state with the effects of the last event. */
function play(...events: ReservaEvent[]): { state: ReservaState; effects: readonly ReservaEffect[] } {
  return events.reduce<{ state: ReservaState; effects: readonly ReservaEffect[] }>(({ state }, event) => reservaStep(state, event), { state: reservaStart(), effects: [] });
}
const checked = (op: number, corpo = 'A', novaChave = `chave-${op}`, erros: readonly FormError[] = []): ReservaEvent => ({ type: 'checked', op, erros, corpo, novaChave });
const SUBMIT: ReservaEvent = { type: 'submit' };
/** Up to a wish on its way, with operation 2. */
const SENDING: ReservaEvent[] = [SUBMIT, checked(1)];
const FAULT: ReservaEvent = { type: 'fault', op: 2, motivo: 'rede', espera: null, semRede: false };
const sends = (effects: readonly ReservaEffect[]): EnvioReserva[] => effects.flatMap((effect) => (effect.kind === 'send' ? [effect.envio] : []));
const kinds = (effects: readonly ReservaEffect[]): string[] => effects.map((effect) => (effect.kind === 'focus' ? `focus ${effect.onde}` : effect.kind));

describe('a message or an appointment on its way', () => {
  it('[BV-05] [BV-14] is checked, sent once with a key that was kept before, and answered with a receipt', () => {
    const asked = play(SUBMIT);
    assert.equal(asked.state.kind, 'checking');
    assert.deepEqual(asked.effects, [{ kind: 'check', op: 1 }]);
    const going = play(...SENDING);
    assert.equal(going.state.kind, 'sending');
    assert.deepEqual(kinds(going.effects), ['keep', 'send'], 'the key is kept before the first byte leaves');
    assert.deepEqual(sends(going.effects), [{ corpo: 'A', chave: 'chave-1' }]);
    const done = play(...SENDING, { type: 'sent', op: 2, recibo: RECIBO });
    assert.equal(done.state.kind === 'sent' && done.state.recibo, RECIBO);
    assert.deepEqual(done.effects, [{ kind: 'keep', envio: null }, { kind: 'focus', onde: 'recibo' }]);
  });

  it('what is wrong goes back to the fields, and nothing is sent', () => {
    const { state, effects } = play(SUBMIT, checked(1, 'A', 'k', [ERRO]));
    assert.deepEqual(state.kind === 'filling' && state.erros, [ERRO]);
    assert.deepEqual(kinds(effects), ['focus erros']);
  });

  it('[BV-14] a new try after no answer has the same key, by the person or by the network that is back', () => {
    const failed = play(...SENDING, FAULT);
    assert.equal(failed.state.kind, 'failed');
    assert.deepEqual(kinds(failed.effects), ['focus situacao']);
    assert.deepEqual(sends(play(...SENDING, FAULT, { type: 'retry' }).effects), [{ corpo: 'A', chave: 'chave-1' }]);
    assert.deepEqual(sends(play(...SENDING, FAULT, { type: 'online' }).effects), [], 'it was not for want of network');
    assert.deepEqual(sends(play(...SENDING, { ...FAULT, semRede: true } as ReservaEvent, { type: 'online' }).effects), [{ corpo: 'A', chave: 'chave-1' }]);
    assert.deepEqual(sends(play(...SENDING, { type: 'fault', op: 2, motivo: 'servidor', espera: null, semRede: true }, { type: 'online' }).effects), []);
  });

  it('while nobody knows whether it arrived nothing is typed, until the person says that something has to change', () => {
    const failed = play(...SENDING, FAULT).state;
    assert.equal(aceitaTexto(failed), false);
    assert.equal(reservaStep(failed, { type: 'input', field: '/nome' }).state, failed);
    const edited = reservaStep(failed, { type: 'edit' });
    assert.equal(edited.state.kind, 'filling');
    assert.deepEqual(kinds(edited.effects), ['focus titulo']);
    assert.ok(edited.state.envio, 'the wish has no answer yet');
    // Sent as it was: the same wish, the same key, and no doubt.
    const same = play(...SENDING, FAULT, { type: 'edit' }, SUBMIT, checked(3));
    assert.deepEqual([sends(same.effects)[0]?.chave, same.state.duvida], ['chave-1', false]);
    // Changed: another wish, and the first may have been registered.
    const other = play(...SENDING, FAULT, { type: 'edit' }, SUBMIT, checked(3, 'B'));
    assert.deepEqual([sends(other.effects)[0], other.state.duvida], [{ corpo: 'B', chave: 'chave-3' }, true]);
  });

  it('a refusal is an answer: its errors land on the fields, or its words are shown, and the next wish has a new key', () => {
    const fields = play(...SENDING, { type: 'refused', op: 2, texto: 'x', erros: [ERRO] });
    assert.deepEqual(fields.state.kind === 'filling' && fields.state.erros, [ERRO]);
    assert.deepEqual(kinds(fields.effects), ['keep', 'focus erros']);
    const words = play(...SENDING, { type: 'refused', op: 2, texto: 'A unidade não recebe mensagens.', erros: [] });
    assert.equal(words.state.kind === 'refused' && words.state.texto, 'A unidade não recebe mensagens.');
    assert.deepEqual(kinds(words.effects), ['keep', 'focus situacao']);
    const again = reservaStep(reservaStep(words.state, SUBMIT).state, checked(3));
    assert.deepEqual(sends(again.effects), [{ corpo: 'A', chave: 'chave-3' }]);
    assert.equal(again.state.duvida, false);
  });

  it('too many tries is a wait: the same key serves afterwards', () => {
    const events: ReservaEvent[] = [...SENDING, { type: 'fault', op: 2, motivo: 'muitas', espera: 30_000, semRede: false }];
    const { state } = play(...events);
    assert.deepEqual(state.kind === 'failed' && [state.motivo, state.espera], ['muitas', 30_000]);
    assert.equal(sends(play(...events, { type: 'retry' }).effects)[0]?.chave, 'chave-1');
  });

  it('[BV-14] a slot that is gone is chosen no more, the list is asked for again, and the nearest is offered', () => {
    const { state, effects } = play({ type: 'open-agenda' }, { type: 'agenda', op: 1, agenda: agendaWith(NOVE, DEZ), inicio: '' }, ...SENDING, { type: 'taken', op: 2, inicio: NOVE });
    assert.deepEqual(kinds(effects), ['keep', 'unchoose', 'load-agenda', 'focus situacao']);
    assert.deepEqual(state.kind === 'gone' && [state.inicio, state.perto, state.agenda.kind], [NOVE, null, 'carregando']);
    const fresh = reservaStep(state, { type: 'agenda', op: 2, agenda: agendaWith(DEZ), inicio: '' }).state;
    assert.deepEqual(fresh.kind === 'gone' && fresh.perto?.inicio, DEZ);
    assert.equal(reservaStep(fresh, { type: 'input', field: '/nome' }).state.kind, 'gone', 'typing elsewhere keeps the offer');
    assert.equal(reservaStep(fresh, { type: 'input', field: '/inicio' }).state.kind, 'filling');
    const none = reservaStep(state, { type: 'agenda', op: 2, agenda: agendaWith(), inicio: '' }).state;
    assert.deepEqual(none.kind === 'gone' && none.perto, null);
    assert.equal(reservaStep(none, SUBMIT).state.kind, 'checking', 'the check says that a slot has to be chosen');
  });

  it('[BV-17] a slot that was chosen in an earlier visit and is gone by now is said at once', () => {
    const { state, effects } = play({ type: 'open-agenda' }, { type: 'agenda', op: 1, agenda: agendaWith(DEZ), inicio: NOVE });
    assert.deepEqual(state.kind === 'gone' && [state.inicio, state.perto?.inicio], [NOVE, DEZ]);
    assert.deepEqual(kinds(effects), ['unchoose']);
    const kept = play({ type: 'open-agenda' }, { type: 'agenda', op: 1, agenda: agendaWith(NOVE, DEZ), inicio: NOVE });
    assert.deepEqual([kept.state.kind, kept.effects], ['filling', []]);
    // What is on its way is the backend's to say.
    const sending = play({ type: 'open-agenda' }, ...SENDING, { type: 'agenda', op: 1, agenda: agendaWith(DEZ), inicio: NOVE });
    assert.deepEqual([sending.state.kind, sending.effects], ['sending', []]);
  });

  it('the agenda comes, fails, is asked for again, and an old answer changes nothing', () => {
    const asked = play({ type: 'open-agenda' });
    assert.deepEqual([asked.state.agenda.kind, asked.effects], ['carregando', [{ kind: 'load-agenda', op: 1 }]]);
    assert.deepEqual(reservaStep(asked.state, { type: 'open-agenda' }).effects, [], 'once is enough');
    const failed = play({ type: 'open-agenda' }, { type: 'agenda-fault', op: 1, motivo: 'rede', texto: '' });
    assert.deepEqual(failed.state.agenda, { kind: 'falha', motivo: 'rede', texto: '' });
    const again = reservaStep(failed.state, { type: 'open-agenda' });
    assert.deepEqual(again.effects, [{ kind: 'load-agenda', op: 2 }]);
    for (const late of [{ type: 'agenda', op: 1, agenda: agendaWith(), inicio: '' }, { type: 'agenda-fault', op: 1, motivo: 'rede', texto: '' }] as ReservaEvent[])
      assert.equal(reservaStep(again.state, late).state, again.state);
  });

  it('a change while the check runs takes it back; the answer of an old check is none', () => {
    const back = play(SUBMIT, { type: 'input', field: '/nome' });
    assert.equal(back.state.kind, 'filling');
    assert.equal(reservaStep(back.state, checked(1)).state, back.state);
  });

  it('what an earlier visit left without an answer is sent again with its key, or not at all', () => {
    const restored = play({ type: 'restore', envio: { corpo: 'A', chave: 'antiga' } });
    assert.equal(restored.state.kind, 'failed');
    assert.deepEqual(sends(reservaStep(restored.state, { type: 'retry' }).effects), [{ corpo: 'A', chave: 'antiga' }]);
    const busy = play(SUBMIT);
    assert.equal(reservaStep(busy.state, { type: 'restore', envio: { corpo: 'A', chave: 'antiga' } }).state, busy.state);
  });

  it('errors from elsewhere are shown where they can be mended', () => {
    const shown = play({ type: 'show-errors', erros: [ERRO] });
    assert.deepEqual(shown.state.kind === 'filling' && shown.state.erros, [ERRO]);
    assert.deepEqual(kinds(shown.effects), ['focus erros']);
    const sending = play(...SENDING).state;
    assert.equal(reservaStep(sending, { type: 'show-errors', erros: [ERRO] }).state, sending);
    assert.equal(play({ type: 'show-errors', erros: [] }).state.kind, 'filling');
  });

  it('every event in every state gives a state, and answers of another operation change nothing', () => {
    const op = fc.integer({ min: 0, max: 6 });
    const event: fc.Arbitrary<ReservaEvent> = fc.oneof(
      fc.constantFrom<ReservaEvent>({ type: 'open-agenda' }, SUBMIT, { type: 'retry' }, { type: 'online' }, { type: 'edit' }, { type: 'show-errors', erros: [ERRO] }),
      fc.constantFrom('/nome', '/inicio').map((field): ReservaEvent => ({ type: 'input', field })),
      op.map((n): ReservaEvent => ({ type: 'agenda', op: n, agenda: agendaWith(DEZ), inicio: '' })),
      op.map((n): ReservaEvent => ({ type: 'agenda-fault', op: n, motivo: 'rede', texto: '' })),
      fc.tuple(op, fc.constantFrom('A', 'B')).map(([n, corpo]) => checked(n, corpo)),
      op.map((n): ReservaEvent => ({ type: 'sent', op: n, recibo: RECIBO })),
      op.map((n): ReservaEvent => ({ type: 'refused', op: n, texto: '', erros: [] })),
      op.map((n): ReservaEvent => ({ type: 'taken', op: n, inicio: NOVE })),
      op.map((n): ReservaEvent => ({ type: 'fault', op: n, motivo: 'rede', espera: null, semRede: true })),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state = reservaStart();
        let going = 0;
        let answered = 0;
        const keys = new Map<string, string>();
        for (const one of events) {
          const next = reservaStep(state, one);
          if ('op' in one && one.op !== state.op && one.op !== state.opAgenda) assert.equal(next.state, state);
          for (const { corpo, chave } of sends(next.effects)) {
            going += 1;
            // A wish without an answer keeps its key however often it goes.
            assert.equal(keys.get(corpo) ?? chave, chave);
            keys.set(corpo, chave);
          }
          if (state.envio && !next.state.envio) keys.clear();
          else if (next.state.envio && state.envio && next.state.envio.corpo !== state.envio.corpo) for (const corpo of [...keys.keys()]) if (corpo !== next.state.envio.corpo) keys.delete(corpo);
          if (next.state.kind === 'sent' && state.kind !== 'sent') answered += 1;
          state = next.state;
        }
        assert.ok(answered <= Math.min(going, 1));
        if (state.kind === 'sending' || state.kind === 'failed') assert.ok(state.envio);
      }),
    );
  });
});
