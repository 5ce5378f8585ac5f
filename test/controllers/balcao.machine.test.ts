import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { VideoPhase } from '../../src/adapters/ports.ts';
import type { Tribunal, Unidade } from '../../src/contract/tribunal.ts';
import {
  balcaoStep,
  isFramed,
  isHolding,
  type BalcaoEffect,
  type BalcaoEvent,
  type BalcaoKind,
  type BalcaoState,
  type BalcaoStep,
  type Expediente,
  type Resolucao,
} from '../../src/controllers/balcao.machine.ts';
import { assemble, type Balcao } from '../../src/domain/channels/balcao.ts';

const SALA = 'q7Zp2LxW9nKd4TfR8vBy3M';
const unidade: Unidade = {
  id: 'vara-a',
  nome: 'Vara A',
  tipo: 'vara',
  hours: 'Mo-Fr 08:00-14:00',
  video: { provider: 'jitsi', domain: 'video.example', sala: SALA },
};
const court: Tribunal = { nome: 'Tribunal', sigla: 'T', ramo: 'estadual', timezone: 'America/Fortaleza', unidades: [] };
const make = (extra: Partial<Unidade> = {}): Balcao => assemble({}, { ...unidade, ...extra }, court, false);
const a = make();
const b = make({ id: 'vara-b', nome: 'Vara B' });
const gabinete = make({ id: 'gabinete', tipo: 'gabinete' });
const comLink = make({ id: 'link', video: { provider: 'link', url: 'https://teams.example/x' } });
const { video: _, ...plain } = unidade;
const semVideo = assemble({}, { ...plain, id: 'sem' }, court, false);

const aberto: Expediente = { aberto: true, fecha: 100, motivo: null };
const fechado: Expediente = { aberto: false, abre: 200, breve: false, motivo: { kind: 'hours' } };
const breve: Expediente = { aberto: false, abre: 200, breve: true, motivo: { kind: 'hours' } };
const found = (unit: Balcao, hours: Expediente | 'aguardando' | 'ilegivel'): Resolucao => ({ kind: 'found', unit, hours });
const unit = (resolucao: Resolucao): BalcaoEvent => ({ type: 'unit', resolucao });
const call = (attempt = 1): BalcaoEvent => ({ type: 'call', attempt, nome: 'Ana' });
const video = (phase: VideoPhase, attempt = 1): BalcaoEvent => ({ type: 'video', attempt, snapshot: { phase } });

/** Runs events from the start; gives the state and every effect. */
function run(...events: BalcaoEvent[]): { state: BalcaoState; effects: BalcaoEffect[] } {
  let state: BalcaoState = { kind: 'no-unit' };
  const effects: BalcaoEffect[] = [];
  for (const event of events) {
    const next = balcaoStep(state, event);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}
const prepared: BalcaoEvent = { type: 'prepared', attempt: 1, entrada: 'estatica' };
const toLoading = [unit(found(a, aberto)), call(), prepared];
const toJoined = [...toLoading, video('joined')];
const kinds = (effects: readonly BalcaoEffect[]): string[] => effects.map(({ kind }) => kind);

describe('counter: before the call', () => {
  const table: [string, Resolucao, BalcaoKind][] = [
    ['nothing says which unit', { kind: 'none' }, 'no-unit'],
    ['the unit is being asked for', { kind: 'seeking', id: 'x' }, 'seeking'],
    ['nobody knows the unit', { kind: 'unknown', id: 'x', motivo: 'desconhecida' }, 'not-found'],
    ['the clock is not there yet', found(a, 'aguardando'), 'undetermined'],
    ['the hours cannot be read', found(a, 'ilegivel'), 'undetermined'],
    ['closed', found(a, fechado), 'closed'],
    ['closed, opens within minutes', found(a, breve), 'opening-soon'],
    ['open', found(a, aberto), 'open'],
  ];
  for (const [name, resolucao, kind] of table) {
    it(`[BV-02] ${name}: ${kind}`, () => assert.equal(run(unit(resolucao)).state.kind, kind));
  }

  it('[BV-07] a judge’s chambers are refused, open or not, and cannot be called', () => {
    assert.equal(run(unit(found(gabinete, aberto))).state.kind, 'refused');
    assert.deepEqual(run(unit(found(gabinete, aberto)), call()), { state: { kind: 'refused', unit: gabinete }, effects: [] });
  });

  it('[BV-02] the hour moves the counter from closed to open and back', () => {
    assert.equal(run(unit(found(a, fechado)), unit(found(a, breve)), unit(found(a, aberto))).state.kind, 'open');
    assert.equal(run(unit(found(a, aberto)), unit(found(a, fechado))).state.kind, 'closed');
  });

  it('[BV-01] no call while closed, unknown, or without video', () => {
    for (const resolucao of [found(a, fechado), found(a, breve), found(a, 'aguardando'), found(a, 'ilegivel'), found(semVideo, aberto)]) {
      const before = run(unit(resolucao));
      const after = run(unit(resolucao), call());
      assert.equal(after.state.kind, before.state.kind);
      assert.deepEqual(after.effects, []);
    }
  });
});

describe('counter: the call', () => {
  it('[BV-01] a call prepares, then opens the room, without appointment', () => {
    const { state, effects } = run(...toLoading);
    assert.equal(state.kind, 'loading');
    assert.deepEqual(kinds(effects), ['prepare', 'open-room']);
  });

  it('a second click does nothing', () => {
    const once = run(unit(found(a, aberto)), call(1));
    assert.deepEqual(run(unit(found(a, aberto)), call(1), call(2)), once);
    assert.deepEqual(run(...toJoined, call(2)), run(...toJoined));
  });

  for (const phase of ['prejoin', 'waiting', 'joined', 'reconnecting'] as const) {
    it(`[BV-04] the room says ${phase}`, () => assert.equal(run(...toLoading, video(phase)).state.kind, phase));
  }

  it('the ticket’s number is kept and shown', () => {
    const { state } = run(unit(found(a, aberto)), call(), { type: 'ticket', attempt: 1, senha: 'A-7' }, prepared, video('waiting'));
    assert.ok(isHolding(state));
    assert.equal(state.call.senha, 'A-7');
  });

  it('a denied camera is remembered through the phases and forgotten when allowed', () => {
    const denied = run(...toLoading, { type: 'video', attempt: 1, snapshot: { phase: 'joined', deviceDenied: true } }, video('reconnecting'));
    assert.ok(isHolding(denied.state));
    assert.equal(denied.state.call.semDispositivo, true);
    const allowed = balcaoStep(denied.state, { type: 'video', attempt: 1, snapshot: { phase: 'joined', deviceDenied: false } }).state;
    assert.ok(isHolding(allowed));
    assert.equal(allowed.call.semDispositivo, false);
  });

  it('[BV-02] who is being served when the unit closes goes on being served', () => {
    for (const phase of ['waiting', 'joined', 'reconnecting'] as const) {
      const { state, effects } = run(...toLoading, video(phase), unit(found(a, fechado)));
      assert.equal(state.kind, phase);
      assert.ok(isHolding(state) && typeof state.hours !== 'string' && !state.hours.aberto, 'the new hours are known');
      assert.deepEqual(kinds(effects), ['prepare', 'open-room']);
    }
    assert.equal(run(unit(found(a, aberto)), call(), unit(found(a, fechado)), prepared).state.kind, 'loading', 'asked for in time');
  });

  it('attributes changed during a call do not cut it; the new unit comes after it', () => {
    const during = run(...toJoined, unit(found(b, aberto)));
    assert.equal(during.state.kind, 'joined');
    assert.ok('unit' in during.state);
    assert.equal(during.state.unit.id, 'vara-a');
    const after = run(...toJoined, unit(found(b, aberto)), video('ended'), unit(found(b, aberto)));
    assert.deepEqual(after.state, { kind: 'open', unit: b, hours: aberto });
  });

  it('leaving tells the room first, and ends when the room has let go', () => {
    const leaving = run(...toJoined, { type: 'leave' });
    assert.equal(leaving.state.kind, 'leaving');
    assert.equal(kinds(leaving.effects).at(-1), 'hang-up');
    assert.equal(run(...toJoined, { type: 'leave' }, video('ended'), video('failed')).state.kind, 'leaving', 'what the room says meanwhile is no news');
    const left = run(...toJoined, { type: 'leave' }, { type: 'left', attempt: 1 });
    assert.deepEqual(left.state, { kind: 'ended', motivo: 'saiu', unit: a, hours: aberto });
    assert.equal(kinds(left.effects).at(-1), 'drop');
  });

  it('giving up while the room is prepared lets go at once', () => {
    const { state, effects } = run(unit(found(a, aberto)), call(), { type: 'leave' });
    assert.equal(state.kind, 'ended');
    assert.deepEqual(kinds(effects), ['prepare', 'drop']);
  });

  it('answers of an earlier try are dropped', () => {
    const second = [unit(found(a, aberto)), call(1), { type: 'leave' }, call(2)] as const;
    const { state } = run(...second);
    for (const late of [
      prepared,
      { type: 'failed', attempt: 1, motivo: 'rede' },
      { type: 'ticket', attempt: 1, senha: 'X' },
      video('joined', 1),
      { type: 'left', attempt: 1 },
    ] satisfies BalcaoEvent[]) {
      assert.deepEqual(run(...second, late).state, state);
    }
  });

  it('the attendant ends the call', () => {
    assert.deepEqual(run(...toJoined, video('ended')).state, { kind: 'ended', motivo: 'encerrada', unit: a, hours: aberto });
  });

  it('the element removed in a call lets go of everything, and says so when it comes back', () => {
    for (const events of [[unit(found(a, aberto)), call()], toLoading, toJoined]) {
      const { state, effects } = run(...events, { type: 'removed' });
      assert.equal(state.kind, 'ended');
      assert.equal(kinds(effects).at(-1), 'drop');
    }
    assert.deepEqual(run(unit(found(a, aberto)), { type: 'removed' }).effects, [], 'nothing to let go of without a call');
  });

  it('after the end the person can call again, or go back to the counter', () => {
    assert.equal(run(...toJoined, video('ended'), call(2)).state.kind, 'preparing');
    assert.deepEqual(run(...toJoined, video('ended'), { type: 'dismiss' }).state, { kind: 'open', unit: a, hours: aberto });
    const closed = run(...toJoined, unit(found(a, fechado)), video('ended'), call(2));
    assert.equal(closed.state.kind, 'ended', 'not when it has closed meanwhile');
  });
});

describe('counter: when there is no video', () => {
  it('[BV-17] every failure of the video leads to the other channels, and a new try keeps the ticket', () => {
    for (const reason of ['script', 'blocked', 'timeout', 'auth', 'device', 'network', 'unsupported'] as const) {
      for (const first of [[], [video('joined')]]) {
        const { state, effects } = run(...toLoading, ...first, { type: 'video', attempt: 1, snapshot: { phase: 'failed', reason } });
        assert.ok(state.kind === 'fallback' && state.motivo === reason);
        assert.equal(kinds(effects).at(-1), 'close-frame');
        assert.equal(balcaoStep(state, call(2)).state.kind, 'preparing');
      }
    }
  });

  it('[BV-17] a rejected person is told, and the ticket is given back', () => {
    const { state, effects } = run(...toLoading, video('rejected'));
    assert.ok(state.kind === 'fallback' && state.motivo === 'denied');
    assert.equal(kinds(effects).at(-1), 'drop');
  });

  it('[BV-17] a refusal of the backend carries its code and words', () => {
    const { state } = run(unit(found(a, aberto)), call(), { type: 'failed', attempt: 1, motivo: 'recusada', codigo: 'fila-cheia', detalhe: 'A fila está cheia.' });
    assert.ok(state.kind === 'fallback');
    assert.deepEqual([state.motivo, state.codigo, state.detalhe], ['recusada', 'fila-cheia', 'A fila está cheia.']);
  });

  it('[BV-02] after a failure past closing time there is no new try', () => {
    const { state } = run(...toLoading, unit(found(a, fechado)), video('failed'), call(2));
    assert.equal(state.kind, 'fallback');
  });
});

describe('counter: other tools', () => {
  it('[BV-04] a link leads out of the page and never claims that the person joined', () => {
    const { state, effects } = run(unit(found(comLink, aberto)), call());
    assert.ok(state.kind === 'handed-over');
    assert.equal(state.destino.href, 'https://teams.example/x');
    assert.deepEqual(effects, []);
    assert.equal(run(unit(found(comLink, aberto)), call(), video('joined')).state.kind, 'handed-over');
  });

  it('[BV-04] a ticket may lead to a link: the person opens it, so that no blocker eats it', () => {
    const entrada = { provider: 'link', url: 'https://teams.example/y', expiraEm: '2026-11-20T10:00:00-03:00' } as const;
    const ready = [unit(found(a, aberto)), call(), { type: 'prepared', attempt: 1, entrada }] as const;
    assert.equal(run(...ready).state.kind, 'link-ready');
    const { state, effects } = run(...ready, { type: 'follow', href: null });
    assert.equal(state.kind, 'handed-over');
    assert.equal(kinds(effects).at(-1), 'release');
    assert.equal(run(...ready, { type: 'follow', href: null }, { type: 'dismiss' }).state.kind, 'open');
  });

  it('another tab takes the call over: the frame goes, the ticket is not given back', () => {
    for (const events of [toJoined, [...toLoading, video('failed')]]) {
      const { state, effects } = run(...events, { type: 'follow', href: 'https://video.example/sala' });
      assert.ok(state.kind === 'handed-over');
      assert.equal(kinds(effects).at(-1), 'release');
    }
    assert.equal(run(...toJoined, { type: 'follow', href: null }).state.kind, 'joined', 'nowhere to go');
  });
});

describe('counter: whatever happens', () => {
  const phases: VideoPhase[] = ['loading', 'prejoin', 'waiting', 'joined', 'reconnecting', 'rejected', 'ended', 'failed'];
  const resolucoes: Resolucao[] = [
    { kind: 'none' },
    { kind: 'seeking', id: 'x' },
    { kind: 'unknown', id: 'x', motivo: 'rede' },
    ...[a, b, gabinete, comLink, semVideo].flatMap((each) => [aberto, fechado, breve, 'aguardando' as const, 'ilegivel' as const].map((hours) => found(each, hours))),
  ];
  const attempt = fc.integer({ min: 1, max: 4 });
  const entrada = fc.constantFrom(
    'estatica' as const,
    { provider: 'jitsi', domain: 'video.example', sala: SALA, expiraEm: '2026-11-20T10:00:00-03:00' } as const,
    { provider: 'link', url: 'https://teams.example/z', expiraEm: '2026-11-20T10:00:00-03:00' } as const,
  );
  const event: fc.Arbitrary<BalcaoEvent> = fc.oneof(
    fc.record({ type: fc.constant('unit' as const), resolucao: fc.constantFrom(...resolucoes) }),
    fc.constant(unit(found(a, aberto))),
    fc.record({ type: fc.constant('call' as const), attempt, nome: fc.constantFrom('', 'Ana') }),
    fc.record({ type: fc.constant('ticket' as const), attempt, senha: fc.constant('A-1') }),
    fc.record({ type: fc.constant('prepared' as const), attempt, entrada }),
    fc.record({ type: fc.constant('failed' as const), attempt, motivo: fc.constantFrom('rede' as const, 'recusada' as const, 'outra-chamada' as const) }),
    fc.record({ type: fc.constant('video' as const), attempt, snapshot: fc.record({ phase: fc.constantFrom(...phases) }) }),
    fc.record({ type: fc.constant('follow' as const), href: fc.constantFrom(null, 'https://video.example/s') }),
    fc.record({ type: fc.constant('left' as const), attempt }),
    fc.constantFrom<BalcaoEvent>({ type: 'leave' }, { type: 'removed' }, { type: 'dismiss' }),
  );

  it('[BV-02] no sequence of events opens a room that was not asked for while open, nor leaves one behind', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state = { kind: 'no-unit' } as BalcaoState;
        /** What the outside world would hold. */
        let frame = false;
        let ticket = false;
        let last = 0;
        for (const each of events) {
          // The host numbers its tries.
          const given: BalcaoEvent = each.type === 'call' ? { ...each, attempt: ++last } : each;
          const before: BalcaoState = state;
          const { state: after, effects }: BalcaoStep = balcaoStep(before, given);
          for (const effect of effects) {
            if (effect.kind === 'prepare') {
              assert.equal(given.type, 'call');
              assert.ok('hours' in before && typeof before.hours !== 'string' && before.hours.aberto, 'called while open');
              assert.equal(effect.unit.gabinete, false);
              ticket = true;
            }
            if (effect.kind === 'open-room') {
              assert.equal(before.kind, 'preparing');
              assert.equal(frame, false, 'one frame at a time');
              frame = true;
            }
            if (effect.kind === 'hang-up') assert.ok(frame);
            if (effect.kind === 'close-frame' || effect.kind === 'release' || effect.kind === 'drop') frame = false;
            if (effect.kind === 'release' || effect.kind === 'drop') ticket = false;
          }
          assert.equal(isFramed(after), frame, `${before.kind} + ${given.type} -> ${after.kind}`);
          if (isHolding(after)) assert.ok(ticket);
          else if (ticket) assert.ok(after.kind === 'fallback', `a ticket is left behind in ${after.kind}`);
          if (after.kind === 'open') assert.equal(after.hours.aberto, true);
          if (after.kind === 'closed' || after.kind === 'opening-soon') assert.equal(after.hours.aberto, false);
          if ('unit' in after && after.unit.gabinete) assert.equal(after.kind, 'refused');
          if (after.kind === 'joined') assert.ok(before.kind === 'joined' || given.type === 'video', 'only the room says joined');
          state = after;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('steps are pure: the same state and event give the same answer and change nothing', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), event, (events, extra) => {
        const { state } = run(...events);
        const copy = structuredClone(state);
        assert.deepEqual(balcaoStep(state, extra), balcaoStep(state, extra));
        assert.deepEqual(state, copy);
      }),
      { numRuns: 300 },
    );
  });
});
