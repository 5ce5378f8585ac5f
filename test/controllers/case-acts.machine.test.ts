import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ACOES_CIDADAO, type AcaoCidadao } from '../../src/contract/caso.ts';
import { ATOS, atosStart, atosStep, CONFIRMADOS, type AtosEffect, type AtosEvent, type AtosState, type EnvioAto } from '../../src/controllers/case-acts.machine.ts';
import type { FormError } from '../../src/controllers/form.machine.ts';

const CHAVE = '7KQ2M9XV4TBN8RDH';
const ERRO: FormError = { pointer: '/texto', code: 'obrigatorio', detail: 'Escreva.', step: 0, field: '/texto' };
const envio = (de = 'a', chave = 'k1'): EnvioAto => ({ de, corpo: de, chave });

const run = (events: readonly AtosEvent[], from = atosStart()): { state: AtosState; effects: readonly AtosEffect[] } =>
  events.reduce<{ state: AtosState; effects: readonly AtosEffect[] }>(({ state }, event) => atosStep(state, event), { state: from, effects: [] });
const kinds = (effects: readonly AtosEffect[]): string[] => effects.map((effect) => effect.kind);

const composing = (ato: AcaoCidadao = 'complementar'): AtosState => run([{ type: 'open', ato }, { type: 'input', field: '/texto', value: 'Faltou dizer.' }]).state;
const checking = (ato?: AcaoCidadao): AtosState => run([{ type: 'submit' }], composing(ato)).state;
const confirming = (): AtosState => {
  const state = checking('recorrer');
  return run([{ type: 'checked', op: state.op, erros: [], envio: envio() }], state).state;
};
const sending = (ato: AcaoCidadao = 'complementar'): AtosState => {
  if (CONFIRMADOS.includes(ato)) return run([{ type: 'confirm' }], confirming()).state;
  const state = checking(ato);
  return run([{ type: 'checked', op: state.op, erros: [], envio: envio() }], state).state;
};
const fault = (state: AtosState, more: Partial<AtosEvent & { type: 'fault' }> = {}): AtosEvent => ({ type: 'fault', op: state.op, motivo: 'rede', espera: null, semRede: false, ...more });
const failed = (ato?: AcaoCidadao, more?: Partial<AtosEvent & { type: 'fault' }>): AtosState => {
  const state = sending(ato);
  return run([fault(state, more)], state).state;
};
const refused = (erros: readonly FormError[] = []): AtosState => {
  const state = sending();
  return run([{ type: 'refused', op: state.op, texto: 'Este caso já foi encerrado.', erros }], state).state;
};
const expired = (): AtosState => {
  const state = sending();
  return run([{ type: 'expired', op: state.op }], state).state;
};
const renewing = (): AtosState => run([{ type: 'key', value: '7kq2 m9xv 4tbn 8rdh' }, { type: 'renew', lida: { valor: CHAVE } }], expired()).state;
const done = (): AtosState => {
  const state = sending();
  return run([{ type: 'sent', op: state.op }], state).state;
};
const states = { idle: atosStart, composing, checking, confirming, sending, failed, refused, expired, renewing, done };

/** The act of a state and what is written for it. */
const texto = (state: AtosState): string | undefined => ('ato' in state ? state.textos[state.ato]?.['/texto'] : undefined);
const kept = (state: AtosState): void => assert.equal(texto(state), 'Faltou dizer.');

describe('acts on a case: writing', () => {
  it('knows every act of the contract', () => assert.deepEqual([...ATOS].sort(), [...ACOES_CIDADAO].sort()));

  it('opens an act, leads to it and puts it in the history', () => {
    const { state, effects } = atosStep(atosStart(), { type: 'open', ato: 'complementar' });
    assert.ok(state.kind === 'composing' && state.ato === 'complementar');
    assert.deepEqual(effects, [{ kind: 'history', para: 'ato' }, { kind: 'focus', onde: 'ato' }]);
  });

  it('goes from one act to another without a second entry in the history, and keeps the text of both', () => {
    const { state, effects } = run([{ type: 'open', ato: 'avaliar' }], composing());
    assert.ok(state.kind === 'composing' && state.ato === 'avaliar');
    assert.deepEqual(effects, [{ kind: 'focus', onde: 'ato' }]);
    kept(run([{ type: 'open', ato: 'complementar' }], state).state);
  });

  it('begins with the text that stands in, and never puts it over what was typed', () => {
    const valores = { '/texto': 'Recorro da decisão.' };
    assert.equal(texto(run([{ type: 'open', ato: 'recorrer', valores }]).state), 'Recorro da decisão.');
    kept(run([{ type: 'close' }, { type: 'open', ato: 'recorrer', valores }], composing('recorrer')).state);
  });

  it('is not opened twice by a double click, nor while something is on its way', () => {
    for (const state of [composing(), checking(), sending(), renewing()]) assert.equal(atosStep(state, { type: 'open', ato: 'complementar' }).state, state);
    assert.equal(atosStep(sending(), { type: 'open', ato: 'avaliar' }).state.kind, 'sending');
  });

  it('keeps what is typed, and says so when it changed', () => {
    assert.deepEqual(kinds(run([{ type: 'input', field: '/texto', value: 'x' }], composing()).effects), ['save']);
    assert.deepEqual(kinds(run([{ type: 'input', field: '/texto', value: 'Faltou dizer.' }], composing()).effects), []);
  });

  it('takes no typing where there is nothing to write in', () => {
    for (const make of [atosStart, confirming, sending, expired, renewing, () => failed('recorrer')]) {
      const state = make();
      assert.equal(atosStep(state, { type: 'input', field: '/texto', value: 'x' }).state, state);
    }
  });

  it('puts an act away by the button or by Back, and keeps its text', () => {
    for (const make of [composing, checking, confirming, failed, refused, expired, renewing]) {
      const before = make();
      const { state, effects } = atosStep(before, { type: 'close' });
      assert.ok(state.kind === 'idle' && state.feito === null);
      assert.deepEqual(state.textos, before.textos);
      assert.deepEqual(effects, [{ kind: 'history', para: 'caso' }, { kind: 'focus', onde: 'lista' }]);
    }
    assert.deepEqual(kinds(atosStep(sending(), { type: 'close' }).effects), []);
    // Put away already: the browser's Back that went with it may have taken the focus along.
    assert.deepEqual(atosStep(atosStart(), { type: 'close' }), { state: atosStart(), effects: [{ kind: 'focus', onde: 'lista' }] });
  });

  it('takes what comes by itself also while the act is away, and asks again for what it makes old', () => {
    const valores = { '/anexos': 'a' };
    for (const make of [composing, failed, refused, expired]) {
      const before = make();
      const { state, effects } = atosStep(before, { type: 'put', ato: 'complementar', valores });
      assert.equal(state.kind, before.kind);
      assert.equal(state.textos.complementar?.['/anexos'], 'a');
      kept(state);
      assert.deepEqual(kinds(effects), ['save']);
      assert.deepEqual(atosStep(state, { type: 'put', ato: 'complementar', valores }).effects, []);
    }
    assert.equal(atosStep(atosStart(), { type: 'put', ato: 'recorrer', valores }).state.textos.recorrer?.['/anexos'], 'a');
    for (const [make, ato] of [[checking, 'complementar'], [confirming, 'recorrer']] as const) {
      const before = make();
      const { state } = atosStep(before, { type: 'put', ato, valores });
      assert.ok(state.kind === 'composing' && state.op > before.op);
      assert.equal(atosStep(before, { type: 'put', ato: 'avaliar', valores }).state.kind, before.kind);
    }
  });

  it('erases only what the person asks to erase', () => {
    const { state, effects } = run([{ type: 'discard', ato: 'complementar' }], composing());
    assert.deepEqual([state.kind, state.textos], ['idle', {}]);
    assert.deepEqual(kinds(effects), ['save', 'history', 'focus']);
    kept(run([{ type: 'discard', ato: 'avaliar' }], composing()).state);
    assert.deepEqual(run([{ type: 'close' }, { type: 'discard', ato: 'complementar' }], composing()).state.textos, {});
    for (const make of [checking, confirming, sending, failed, expired, renewing]) assert.deepEqual(atosStep(make(), { type: 'discard', ato: 'complementar' }).effects, []);
  });

  it('takes what an earlier visit left, behind what is typed now', () => {
    const left = { complementar: { '/texto': 'velho' }, avaliar: { '/nota': '5' } };
    const { state } = run([{ type: 'restore', textos: left, envios: { avaliar: envio('v', 'k9') } }], composing());
    kept(state);
    assert.equal(state.textos.avaliar?.['/nota'], '5');
    assert.equal(state.envios.avaliar?.chave, 'k9');
  });
});

describe('acts on a case: sending', () => {
  it('checks before it sends, once however often the button is pressed', () => {
    const { state, effects } = run([{ type: 'submit' }], composing());
    assert.equal(state.kind, 'checking');
    assert.deepEqual(effects, [{ kind: 'check', op: state.op, ato: 'complementar' }]);
    for (const make of [atosStart, checking, confirming, sending, expired, renewing]) assert.deepEqual(atosStep(make(), { type: 'submit' }).effects, []);
  });

  it('shows what is wrong and leads to it', () => {
    const state = checking();
    const { state: after, effects } = run([{ type: 'checked', op: state.op, erros: [ERRO], envio: envio() }], state);
    assert.ok(after.kind === 'composing' && after.erros[0] === ERRO);
    assert.deepEqual(effects, [{ kind: 'focus', onde: 'erros' }]);
    kept(after);
  });

  it('drops a check of a text that was changed meanwhile', () => {
    const before = checking();
    const { state } = run([{ type: 'input', field: '/texto', value: 'outro' }], before);
    assert.equal(state.kind, 'composing');
    assert.equal(run([{ type: 'checked', op: before.op, erros: [], envio: envio() }], state).state, state);
  });

  it('keeps the key of the content before anything leaves', () => {
    const state = checking();
    const { state: after, effects } = run([{ type: 'checked', op: state.op, erros: [], envio: envio() }], state);
    assert.equal(after.kind, 'sending');
    assert.deepEqual(effects, [{ kind: 'save' }, { kind: 'send', op: after.op, ato: 'complementar', envio: envio() }]);
    assert.deepEqual(after.envios.complementar, envio());
  });

  it('has appeals and identification read once more, and lets the person go back to the text', () => {
    for (const ato of CONFIRMADOS) {
      const state = checking(ato);
      const { state: asked, effects } = run([{ type: 'checked', op: state.op, erros: [], envio: envio() }], state);
      assert.equal(asked.kind, 'confirming');
      assert.deepEqual(effects, [{ kind: 'focus', onde: 'ato' }]);
      const { state: sent, effects: going } = run([{ type: 'confirm' }], asked);
      assert.equal(sent.kind, 'sending');
      assert.deepEqual(kinds(going), ['save', 'send']);
      const { state: back } = run([{ type: 'back' }], asked);
      assert.equal(back.kind, 'composing');
      kept(back);
    }
    for (const make of [atosStart, composing, checking, sending, failed, refused, expired, renewing]) {
      for (const type of ['confirm', 'back'] as const) assert.deepEqual(atosStep(make(), { type }).effects, []);
    }
    assert.equal(atosStep(failed('recorrer'), { type: 'back' }).state.kind, 'composing');
  });

  it('thanks, tells what was done, and forgets its text and its key, and those alone', () => {
    const before = run([{ type: 'restore', textos: { avaliar: { '/nota': '5' } }, envios: { avaliar: envio('v', 'k9') } }], sending()).state;
    const { state, effects } = run([{ type: 'sent', op: before.op }], before);
    assert.ok(state.kind === 'idle' && state.feito === 'complementar');
    assert.deepEqual(state.textos, { avaliar: { '/nota': '5' } });
    assert.deepEqual(state.envios, { avaliar: envio('v', 'k9') });
    assert.deepEqual(effects, [{ kind: 'save' }, { kind: 'history', para: 'caso' }, { kind: 'done', ato: 'complementar' }, { kind: 'focus', onde: 'feito' }]);
  });
});

describe('acts on a case: what goes wrong', () => {
  it('tells a refusal in the backend’s words, keeps the text, and lets the person send again', () => {
    const state = refused();
    assert.ok(state.kind === 'refused' && state.texto.includes('encerrado'));
    kept(state);
    const typed = run([{ type: 'input', field: '/texto', value: 'outro' }], state).state;
    assert.equal(typed.kind, 'refused');
    assert.equal(run([{ type: 'submit' }], typed).state.kind, 'checking');
  });

  it('leads to the fields that the backend refused, or to what it says', () => {
    const state = sending();
    const effects = (erros: readonly FormError[]): readonly AtosEffect[] => run([{ type: 'refused', op: state.op, texto: 'x', erros }], state).effects;
    assert.deepEqual(effects([ERRO]), [{ kind: 'focus', onde: 'erros' }]);
    assert.deepEqual(effects([]), [{ kind: 'focus', onde: 'situacao' }]);
  });

  it('tries the same content again with the same key, without asking for confirmation twice', () => {
    for (const ato of ['complementar', 'recorrer'] as const) {
      const again = run([{ type: 'submit' }], failed(ato)).state;
      const { state, effects } = run([{ type: 'checked', op: again.op, erros: [], envio: envio('a', 'k2') }], again);
      assert.equal(state.kind, 'sending');
      assert.ok(effects.some((effect) => effect.kind === 'send' && effect.envio.chave === 'k1'));
    }
  });

  it('gives another content another key', () => {
    const changed = run([{ type: 'input', field: '/texto', value: 'outro' }, { type: 'submit' }], failed()).state;
    const { effects } = run([{ type: 'checked', op: changed.op, erros: [], envio: envio('b', 'k2') }], changed);
    assert.ok(effects.some((effect) => effect.kind === 'send' && effect.envio.chave === 'k2'));
  });

  it('goes on by itself when the network is back, only when it fell for lack of network and nothing was typed since', () => {
    assert.equal(atosStep(failed('complementar', { semRede: true }), { type: 'online' }).state.kind, 'checking');
    for (const state of [failed(), failed('complementar', { motivo: 'servidor', semRede: true }), composing(), refused(), expired()]) assert.equal(atosStep(state, { type: 'online' }).state, state);
    const typed = run([{ type: 'input', field: '/texto', value: 'outro' }], failed('complementar', { semRede: true })).state;
    assert.equal(atosStep(typed, { type: 'online' }).state, typed);
  });

  it('fails like the network when the check or the encryption cannot be loaded', () => {
    const state = checking();
    const { state: after, effects } = run([fault(state)], state);
    assert.equal(after.kind, 'failed');
    assert.deepEqual(effects, [{ kind: 'focus', onde: 'situacao' }]);
    kept(after);
  });

  it('says how long to wait after too many', () => {
    const state = failed('complementar', { motivo: 'muitas', espera: 60_000 });
    assert.ok(state.kind === 'failed' && state.motivo === 'muitas' && state.espera === 60_000);
  });

  it('asks for the key when the token has run out, keeps the text, and goes on with the very same content', () => {
    const state = expired();
    assert.ok(state.kind === 'expired' && state.chave === '');
    kept(state);
    const { state: asked, effects } = run([{ type: 'renew', lida: { falha: 'chave-invalida' } }], state);
    assert.ok(asked.kind === 'expired' && asked.falha === 'chave-invalida');
    assert.deepEqual(effects, [{ kind: 'focus', onde: 'chave' }]);
    const going = run([{ type: 'key', value: CHAVE }, { type: 'renew', lida: { valor: CHAVE } }], asked);
    assert.deepEqual(going.effects, [{ kind: 'renew', op: going.state.op, chave: CHAVE }]);
    const { state: after, effects: again } = run([{ type: 'renewed', op: going.state.op }], going.state);
    assert.equal(after.kind, 'sending');
    assert.ok(again.some((effect) => effect.kind === 'send' && effect.envio.chave === 'k1'));
    assert.ok(!JSON.stringify(after).includes(CHAVE));
  });

  it('keeps the key in its field when it did not open, and says why', () => {
    for (const falha of ['nao-encontrado', 'muitas', 'rede', 'servidor'] as const) {
      const before = renewing();
      const { state, effects } = run([{ type: 'key-refused', op: before.op, falha }], before);
      assert.ok(state.kind === 'expired' && state.falha === falha && state.chave !== '');
      assert.deepEqual(effects, [{ kind: 'focus', onde: 'chave' }]);
      kept(state);
    }
  });

  it('passes over every answer that is not of the operation under way', () => {
    for (const [name, make] of Object.entries(states)) {
      const state = make();
      const op = state.op + 1;
      const late: AtosEvent[] = [
        { type: 'checked', op, erros: [], envio: envio() },
        { type: 'sent', op },
        { type: 'refused', op, texto: '', erros: [] },
        { type: 'fault', op, motivo: 'rede', espera: null, semRede: false },
        { type: 'expired', op },
        { type: 'renewed', op },
        { type: 'key-refused', op, falha: 'rede' },
      ];
      for (const event of late) assert.equal(atosStep(state, event).state, state, `${name}: ${event.type}`);
    }
  });

  it('passes over answers and keys where none is waited for', () => {
    const meant: Record<string, string[]> = { checking: ['checked', 'fault'], sending: ['sent', 'refused', 'fault', 'expired'], renewing: ['renewed', 'key-refused'], expired: ['key', 'renew'] };
    for (const [name, make] of Object.entries(states)) {
      const state = make();
      const { op } = state;
      const events: AtosEvent[] = [
        { type: 'checked', op, erros: [], envio: envio() },
        { type: 'sent', op },
        { type: 'refused', op, texto: '', erros: [] },
        { type: 'fault', op, motivo: 'rede', espera: null, semRede: false },
        { type: 'expired', op },
        { type: 'renewed', op },
        { type: 'key-refused', op, falha: 'rede' },
        { type: 'key', value: 'x' },
        { type: 'renew', lida: { valor: CHAVE } },
      ];
      for (const event of events) {
        const same = atosStep(state, event).state === state;
        assert.equal(same, !(meant[name] ?? []).includes(event.type), `${name}: ${event.type}`);
      }
    }
  });
});

describe('acts on a case: any order of events', () => {
  const ato = fc.constantFrom(...ACOES_CIDADAO);
  const op = fc.integer({ min: 0, max: 12 });
  const current = fc.constant(-1);
  const anyOp = fc.oneof({ weight: 4, arbitrary: current }, op);
  const event = fc.oneof<fc.Arbitrary<AtosEvent>[]>(
    fc.record({ type: fc.constant('open' as const), ato }),
    fc.record({ type: fc.constant('input' as const), field: fc.constant('/texto'), value: fc.constantFrom('a', 'b', 'c') }),
    fc.constantFrom<AtosEvent>({ type: 'close' }, { type: 'submit' }, { type: 'confirm' }, { type: 'back' }, { type: 'online' }, { type: 'key', value: CHAVE }, { type: 'renew', lida: { valor: CHAVE } }, { type: 'renew', lida: { falha: 'obrigatorio' } }),
    fc.record({ type: fc.constant('checked' as const), op: anyOp, erros: fc.constantFrom<FormError[]>([], [], [ERRO]), envio: fc.constant(envio()) }),
    fc.record({ type: fc.constant('sent' as const), op: anyOp }),
    fc.record({ type: fc.constant('refused' as const), op: anyOp, texto: fc.constant('não'), erros: fc.constantFrom<FormError[]>([], [ERRO]) }),
    fc.record({ type: fc.constant('fault' as const), op: anyOp, motivo: fc.constantFrom('rede' as const, 'servidor' as const, 'muitas' as const), espera: fc.constant(null), semRede: fc.boolean() }),
    fc.record({ type: fc.constant('expired' as const), op: anyOp }),
    fc.record({ type: fc.constant('renewed' as const), op: anyOp }),
    fc.record({ type: fc.constant('key-refused' as const), op: anyOp, falha: fc.constantFrom('rede' as const, 'nao-encontrado' as const) }),
    fc.record({ type: fc.constant('discard' as const), ato }),
    fc.record({ type: fc.constant('put' as const), ato, valores: fc.constantFrom({ '/anexos': 'a' }, { '/anexos': 'a b' }) }),
  );

  it('never loses a text, never gives one content two keys nor two contents one, never sends twice at once, confirms what has to be, and keeps no case key', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let state = atosStart();
        let drawn = 0;
        const written = new Map<AcaoCidadao, string>();
        const contents = new Map<string, string>();
        const confirmed = new Set<string>();
        for (let next of events) {
          const before = state;
          if ('op' in next && next.op === -1) next = { ...next, op: state.op };
          // As the controller does: the content is what is written, under a key just drawn.
          if (next.type === 'checked') next = { ...next, envio: envio('ato' in before ? `${before.ato}:${JSON.stringify(before.textos[before.ato] ?? {})}` : '', `k${++drawn}`) };
          const step = atosStep(before, next);
          state = step.state;
          if (next.type === 'input' && state !== before && 'ato' in state) written.set(state.ato, next.value);
          if (next.type === 'sent' && before.kind === 'sending' && state.kind === 'idle') written.delete(before.ato);
          if (next.type === 'discard' && state !== before) written.delete(next.ato);
          for (const [which, value] of written) assert.equal(state.textos[which]?.['/texto'], value);
          assert.ok(state.op >= before.op);
          if (state.kind !== 'expired' && state.kind !== 'renewing') assert.ok(!JSON.stringify(state).includes(CHAVE));
          for (const effect of step.effects) {
            if (effect.kind !== 'send') continue;
            assert.notEqual(before.kind, 'sending');
            const { de, chave } = effect.envio;
            if (next.type === 'confirm') confirmed.add(chave);
            if (CONFIRMADOS.includes(effect.ato)) assert.ok(confirmed.has(chave), 'sent without being confirmed');
            // The last content sent keeps its key; an older one that comes back may have a new one.
            if (before.envios[effect.ato]?.de === de) assert.equal(chave, before.envios[effect.ato]?.chave);
            assert.equal(contents.get(chave) ?? de, de, 'two contents under one key');
            contents.set(chave, de);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
