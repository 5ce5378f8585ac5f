import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Gravacao } from '../../src/contract/gravacao.ts';
import { conferenciaStart, conferenciaStep } from '../../src/controllers/conferencia.machine.ts';
import { gravacaoStart, gravacaoStep, midias, type GravacaoAsk, type GravacaoEffect, type GravacaoEvent, type GravacaoState } from '../../src/controllers/gravacao.machine.ts';

const arquivo = (variante: 'video' | 'audio' | 'legendas') => ({ variante, tipo: 'x', bytes: 1, sha256: '', url: `${variante}?1`, baixar: '' });
const gravacao = (over: Partial<Gravacao> = {}): Gravacao => ({
  id: 'A'.repeat(24), processo: '0801234-12.2024.8.20.0001', unidade: 'Vara', ato: 'Audiência', em: '2026-11-20T09:00:00-03:00', sigilo: false, audienciaId: null,
  marcas: [], arquivos: [arquivo('video'), arquivo('audio')], manifesto: 'm', expiraEm: '2026-11-20T09:15:00-03:00', vista: null, ...over,
});
const ASK: GravacaoAsk = { id: 'A'.repeat(24), processo: '', inicio: 0 };

/** Runs events, and gives the last state with the effects of the last. */
function run(...events: GravacaoEvent[]): { state: GravacaoState; effects: readonly GravacaoEffect[] } {
  let step = { state: gravacaoStart(), effects: [] as readonly GravacaoEffect[] };
  for (const event of events) step = gravacaoStep(step.state, event);
  return step;
}
const kind = (...events: GravacaoEvent[]): string => run(...events).state.kind;
const config = (ask: Partial<GravacaoAsk> = {}): GravacaoEvent => ({ type: 'config', ask: { ...ASK, ...ask } });
const loaded = (op: number, over: Partial<Gravacao> = {}): GravacaoEvent => ({ type: 'loaded', op, gravacao: gravacao(over) });
const pronta = (inicio = 0): GravacaoEvent[] => [config({ inicio }), loaded(1), { type: 'opened' }];
const toca = (...events: GravacaoEvent[]) => {
  const { state } = run(...events);
  assert.equal(state.kind, 'ready');
  return (state as Extract<GravacaoState, { kind: 'ready' }>).toca;
};

test('[AUD-07] a recording is asked for by its address, or those of a case by its number; late answers are dropped', () => {
  assert.equal(kind({ type: 'config', ask: { id: '', processo: '', inicio: 0 } }), 'idle');
  assert.deepEqual(run(config()).effects, [{ kind: 'load', op: 1, id: ASK.id, chave: null, continua: false }]);
  assert.deepEqual(run(config({ id: '', processo: 'p' })).effects, [{ kind: 'list', op: 1, processo: 'p' }]);
  assert.equal(kind(config(), config(), loaded(1)), 'loading');
  assert.equal(kind(config(), loaded(1)), 'ready');
  assert.equal(kind(config(), loaded(1, { arquivos: [arquivo('legendas')] })), 'empty');
  const lista: GravacaoEvent[] = [config({ id: '', processo: 'p' }), { type: 'listed', op: 1, itens: [] }];
  assert.equal(kind(...lista), 'list');
  assert.deepEqual(run(...lista, { type: 'choose', id: 'x' }).effects, [{ kind: 'load', op: 2, id: 'x', chave: null, continua: false }]);
  assert.deepEqual(run(...lista, { type: 'choose', id: 'x' }, loaded(2), { type: 'back' }).effects, [{ kind: 'list', op: 3, processo: 'p' }]);
  assert.equal(kind(config(), { type: 'refused', op: 1, motivo: 'ausente' }), 'missing');
  assert.equal(kind(config(), { type: 'fault', op: 1, motivo: 'servidor' }), 'failed');
  assert.equal(kind(config(), { type: 'fault', op: 1, motivo: 'rede' }), 'offline');
  assert.equal(kind(config(), { type: 'fault', op: 1, motivo: 'rede' }, { type: 'online' }), 'loading');
  assert.equal(kind(config(), { type: 'fault', op: 1, motivo: 'servidor' }, { type: 'online' }), 'failed');
  assert.equal(kind(config(), { type: 'fault', op: 1, motivo: 'servidor' }, { type: 'retry' }), 'loading');
});

test('[AUD-07] under sigilo a key is asked for, and why it did not open is said', () => {
  const fechada: GravacaoEvent[] = [config(), { type: 'refused', op: 1, motivo: 'sigilo' }];
  const erro = (...events: GravacaoEvent[]): unknown => (run(...fechada, ...events).state as Extract<GravacaoState, { kind: 'sigilo' }>).erro;
  assert.equal(erro(), null);
  assert.equal(erro({ type: 'key', chave: '  ' }), 'vazia');
  assert.deepEqual(run(...fechada, { type: 'key', chave: ' abcd ' }).effects, [{ kind: 'load', op: 2, id: ASK.id, chave: 'abcd', continua: false }]);
  const tentou: GravacaoEvent = { type: 'key', chave: 'abcd' };
  assert.equal(erro(tentou, { type: 'refused', op: 2, motivo: 'chave' }), 'recusada');
  assert.equal(erro(tentou, { type: 'refused', op: 2, motivo: 'espera' }), 'espera');
  assert.equal(erro(tentou, { type: 'fault', op: 2, motivo: 'rede' }), 'rede');
  assert.equal(kind(...fechada, tentou, loaded(2)), 'ready');
});

test('[AUD-07] an address that is over renews itself, and the recording goes on from where it was', () => {
  const tocando: GravacaoEvent[] = [...pronta(), { type: 'playing', tocando: true }, { type: 'time', posicao: 83 }];
  const quebrou = run(...tocando, { type: 'broke', formato: true });
  assert.deepEqual(quebrou.effects, [{ kind: 'load', op: 2, id: ASK.id, chave: null, continua: true }]);
  assert.equal(toca(...tocando, { type: 'broke', formato: true }).fase, 'renovando');
  const voltou = [...tocando, { type: 'broke', formato: true } as const, loaded(2)];
  // A file that has just opened is at its beginning: it does not make the place forgotten.
  assert.equal(toca(...voltou, { type: 'time', posicao: 0 }).posicao, 83);
  assert.deepEqual(run(...voltou, { type: 'opened' }).effects, [{ kind: 'speed', velocidade: 1 }, { kind: 'seek', em: 83, tocar: true }]);
  // New addresses did not help: it is the file, or the network.
  assert.equal(toca(...voltou, { type: 'broke', formato: true }).fase, 'formato');
  assert.equal(toca(...voltou, { type: 'broke', formato: false }).fase, 'cortada');
  // It played again: the next failure is a new one.
  assert.equal(toca(...voltou, { type: 'opened' }, { type: 'time', posicao: 84 }, { type: 'broke', formato: false }).fase, 'renovando');
  const semRede = [...tocando, { type: 'broke', formato: false } as const, { type: 'fault', op: 2, motivo: 'rede' } as const];
  assert.equal(toca(...semRede).fase, 'cortada');
  assert.deepEqual(toca(...semRede, { type: 'online' }).retomar, { em: 83, tocar: true });
  // The access ended meanwhile.
  assert.equal(kind(...tocando, { type: 'broke', formato: false }, { type: 'refused', op: 2, motivo: 'chave' }), 'sigilo');
});

test('[AUD-08] marks, jumps, speed, captions and sound alone keep the place', () => {
  assert.deepEqual(run(...pronta(), { type: 'go', em: 60 }).effects, [{ kind: 'seek', em: 60, tocar: false }]);
  assert.deepEqual(run(...pronta(), { type: 'go', em: -5 }).effects, [{ kind: 'seek', em: 0, tocar: false }]);
  assert.deepEqual(run(config({ inicio: 42 }), loaded(1), { type: 'opened' }).effects, [{ kind: 'speed', velocidade: 1 }, { kind: 'seek', em: 42, tocar: false }]);
  assert.deepEqual(run(...pronta(), { type: 'speed', velocidade: 1.5 }).effects, [{ kind: 'speed', velocidade: 1.5 }]);
  const som = [...pronta(), { type: 'speed', velocidade: 2 } as const, { type: 'playing', tocando: true } as const, { type: 'time', posicao: 30 } as const, { type: 'midia', midia: 'audio' } as const];
  assert.equal(toca(...som).midia, 'audio');
  assert.deepEqual(run(...som, { type: 'opened' }).effects, [{ kind: 'speed', velocidade: 2 }, { kind: 'seek', em: 30, tocar: true }]);
  assert.equal(toca(...pronta(), { type: 'captions', legendas: false }).legendas, false);
  assert.deepEqual(midias(gravacao({ arquivos: [arquivo('audio'), arquivo('legendas')] })), ['audio']);
  assert.equal(toca(config(), loaded(1, { arquivos: [arquivo('audio')] }), { type: 'midia', midia: 'video' }).midia, 'audio');
});

test('[AUD-07] no order of events loses the place or leaves the player without a way on', () => {
  const event: fc.Arbitrary<GravacaoEvent> = fc.oneof(
    fc.record({ type: fc.constant('time' as const), posicao: fc.nat(1000) }),
    fc.record({ type: fc.constant('playing' as const), tocando: fc.boolean() }),
    fc.constant({ type: 'opened' as const }),
    fc.record({ type: fc.constant('broke' as const), formato: fc.boolean() }),
    fc.constantFrom<GravacaoEvent>({ type: 'midia', midia: 'audio' }, { type: 'midia', midia: 'video' }, { type: 'online' }, { type: 'retry' }, { type: 'go', em: 5 }),
    fc.record({ type: fc.constant('loaded' as const), op: fc.nat(8), gravacao: fc.constant(gravacao()) }),
    fc.record({ type: fc.constant('fault' as const), op: fc.nat(8), motivo: fc.constantFrom('rede' as const, 'servidor' as const) }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let state = run(...pronta()).state;
      for (const one of events) {
        const before = state;
        const { state: next, effects } = gravacaoStep(state, one);
        state = next;
        assert.ok(next.kind === 'ready' && before.kind === 'ready');
        // What is being renewed has a question under way, whose answer is the one that counts.
        if (next.toca.fase === 'renovando' && before.toca.fase !== 'renovando') assert.ok(effects.some((effect) => effect.kind === 'load' && effect.op === next.op));
        if (one.type === 'broke' && before.toca.fase === 'toca') assert.equal(next.toca.posicao, before.toca.posicao);
        assert.ok(next.toca.posicao >= 0);
      }
    }),
  );
});

test('[AUD-07] the check has one answer, to the question that counts', () => {
  const confere = { tipo: 'confere', sha256: 'a', assinadoEm: 'b' } as const;
  let { state, effect } = conferenciaStep(conferenciaStart(), { type: 'start', copia: false });
  assert.deepEqual([state.kind, effect], ['conferindo', 'check']);
  assert.equal(conferenciaStep(state, { type: 'start', copia: true }).effect, null);
  ({ state, effect } = conferenciaStep(state, { type: 'progress', op: 1, feitos: 2, total: 9 }));
  assert.deepEqual(state, { kind: 'conferindo', op: 1, copia: false, feitos: 2, total: 9 });
  assert.equal(conferenciaStep(state, { type: 'done', op: 0, resultado: confere }).state, state);
  const parou = conferenciaStep(state, { type: 'stop' });
  assert.deepEqual([parou.state.kind, parou.effect], ['parada', 'abort']);
  assert.equal(conferenciaStep(parou.state, { type: 'done', op: 1, resultado: confere }).state.kind, 'parada');
  const feita = conferenciaStep(state, { type: 'done', op: 1, resultado: confere }).state;
  assert.deepEqual(feita, { kind: 'feita', op: 1, copia: false, resultado: confere });
  assert.deepEqual(conferenciaStep(feita, { type: 'stop' }), { state: { kind: 'parada', op: 2 }, effect: null });
  assert.equal(conferenciaStep(feita, { type: 'start', copia: true }).effect, 'check');
  assert.equal(conferenciaStep(conferenciaStart(), { type: 'stop' }).state.kind, 'parada');
});
