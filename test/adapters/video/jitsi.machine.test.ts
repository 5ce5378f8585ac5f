import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { VideoSnapshot } from '../../../src/adapters/ports.ts';
import { INITIAL, reduce, TRANSLATORS, type RoomEvent, type RoomState } from '../../../src/adapters/video/jitsi.machine.ts';
import type { RoomEventName } from '../../../src/adapters/video/room-events.ts';
import { transcript, WIRE, type TranscriptName } from '../../support/jitsi-transcripts.ts';

const error = (name: string, fatal = false): RoomEvent => ({ type: 'error', name, fatal });
const MEMBERS_ONLY = error('conference.connectionError.membersOnly');
const ACCESS_DENIED = error('conference.connectionError.accessDenied');
const LOST = error('connection.otherError', true);
const run = (...events: RoomEvent[]): RoomState => events.reduce(reduce, INITIAL);

const translate = (name: RoomEventName, data: unknown): RoomEvent | null => (TRANSLATORS[name] as (data: unknown) => RoomEvent | null)(data);

/** Every distinct phase that a transcript leads through, in order. */
const replay = (name: TranscriptName): { phases: string[]; state: RoomState } => {
  let state = INITIAL;
  const phases = [state.snapshot.phase as string];
  for (const { event } of transcript(name)) {
    const heard = event && WIRE[event.name];
    const meaning = heard ? translate(heard, event) : null;
    if (!meaning) continue;
    const next = reduce(state, meaning);
    if (next.snapshot !== state.snapshot) phases.push(next.snapshot.phase);
    state = next;
  }
  return { phases, state };
};

const states: Record<VideoSnapshot['phase'], RoomState> = {
  loading: INITIAL,
  prejoin: run({ type: 'prejoin' }),
  waiting: run(MEMBERS_ONLY),
  joined: run({ type: 'joined' }),
  reconnecting: run({ type: 'joined' }, LOST),
  rejected: run(MEMBERS_ONLY, ACCESS_DENIED),
  ended: run({ type: 'closed' }),
  failed: run({ type: 'timeout' }),
};

describe('transcripts of a real room', () => {
  it('[BV-01] waits in the lobby, is admitted, hangs up', () => {
    const { phases, state } = replay('visitor-knock-admitted-hangup');
    assert.deepEqual(phases, ['loading', 'waiting', 'joined', 'ended']);
    assert.deepEqual(state, { snapshot: { phase: 'ended' }, clock: null });
  });

  it('[BV-17] is refused at the lobby, although the room closes nothing', () => {
    const { phases, state } = replay('visitor-knock-rejected');
    assert.deepEqual(phases, ['loading', 'waiting', 'rejected']);
    assert.deepEqual(state, { snapshot: { phase: 'rejected' }, clock: null });
  });

  it('joins as the moderator, sees others come and go, ends with the meeting', () => {
    assert.deepEqual(replay('moderator-lobby-approve-reject').phases, ['loading', 'joined', 'ended']);
  });
});

describe('transitions', () => {
  const table: [VideoSnapshot['phase'], RoomEvent, VideoSnapshot, number | null][] = [
    ['loading', { type: 'loaded' }, { phase: 'loading' }, 1],
    ['loading', { type: 'alive' }, { phase: 'loading' }, 2],
    ['loading', { type: 'prejoin' }, { phase: 'prejoin' }, null],
    ['loading', MEMBERS_ONLY, { phase: 'waiting' }, null],
    ['loading', error('conference.authenticationRequired'), { phase: 'waiting' }, null],
    ['loading', { type: 'joined' }, { phase: 'joined' }, null],
    ['loading', { type: 'left' }, { phase: 'loading' }, 1],
    ['loading', { type: 'closed' }, { phase: 'ended' }, null],
    ['loading', LOST, { phase: 'failed', reason: 'network' }, null],
    ['loading', error('connection.otherError'), { phase: 'loading' }, 1],
    ['loading', error('connection.passwordRequired'), { phase: 'failed', reason: 'auth' }, null],
    ['loading', error('conference.connectionError.notAllowed'), { phase: 'failed', reason: 'auth' }, null],
    ['loading', error('conference.max_users'), { phase: 'failed', reason: 'denied' }, null],
    ['loading', error('gum.permission_denied'), { phase: 'loading', deviceDenied: true }, 1],
    ['loading', error('gum.screensharing_user_canceled'), { phase: 'loading' }, 1],
    ['loading', ACCESS_DENIED, { phase: 'rejected' }, null],
    ['loading', { type: 'timeout' }, { phase: 'failed', reason: 'timeout' }, null],
    ['loading', { type: 'fail', reason: 'script' }, { phase: 'failed', reason: 'script' }, null],
    ['loading', { type: 'fail', reason: 'blocked' }, { phase: 'failed', reason: 'blocked' }, null],
    ['loading', { type: 'fail', reason: 'unsupported' }, { phase: 'failed', reason: 'unsupported' }, null],

    ['prejoin', { type: 'alive' }, { phase: 'prejoin' }, null],
    ['prejoin', { type: 'prejoin' }, { phase: 'prejoin' }, null],
    ['prejoin', MEMBERS_ONLY, { phase: 'waiting' }, null],
    ['prejoin', { type: 'joined' }, { phase: 'joined' }, null],
    ['prejoin', { type: 'closed' }, { phase: 'ended' }, null],
    ['prejoin', LOST, { phase: 'reconnecting' }, 2],
    ['prejoin', { type: 'timeout' }, { phase: 'prejoin' }, null],
    ['prejoin', { type: 'fail', reason: 'blocked' }, { phase: 'prejoin' }, null],

    ['waiting', { type: 'prejoin' }, { phase: 'waiting' }, null],
    ['waiting', MEMBERS_ONLY, { phase: 'waiting' }, null],
    ['waiting', { type: 'joined' }, { phase: 'joined' }, null],
    ['waiting', ACCESS_DENIED, { phase: 'rejected' }, null],
    ['waiting', { type: 'closed' }, { phase: 'ended' }, null],
    ['waiting', LOST, { phase: 'reconnecting' }, 2],
    ['waiting', { type: 'timeout' }, { phase: 'waiting' }, null],

    ['joined', { type: 'joined' }, { phase: 'joined' }, null],
    ['joined', { type: 'left' }, { phase: 'joined' }, 0.2],
    ['joined', { type: 'closed' }, { phase: 'ended' }, null],
    ['joined', error('conference.destroyed'), { phase: 'ended' }, null],
    ['joined', error('conference.kicked'), { phase: 'ended' }, null],
    ['joined', LOST, { phase: 'reconnecting' }, 2],
    ['joined', error('conference.iceFailed'), { phase: 'joined' }, null],
    ['joined', error('gum.not_found'), { phase: 'joined', deviceDenied: true }, null],
    ['joined', { type: 'fail', reason: 'blocked' }, { phase: 'joined' }, null],

    ['reconnecting', { type: 'alive' }, { phase: 'reconnecting' }, 2],
    ['reconnecting', { type: 'left' }, { phase: 'reconnecting' }, 2],
    ['reconnecting', LOST, { phase: 'reconnecting' }, 2],
    ['reconnecting', MEMBERS_ONLY, { phase: 'waiting' }, null],
    ['reconnecting', { type: 'prejoin' }, { phase: 'prejoin' }, null],
    ['reconnecting', { type: 'joined' }, { phase: 'joined' }, null],
    ['reconnecting', { type: 'closed' }, { phase: 'ended' }, null],
    ['reconnecting', error('connection.passwordRequired'), { phase: 'failed', reason: 'auth' }, null],
    ['reconnecting', { type: 'timeout' }, { phase: 'failed', reason: 'network' }, null],

    ['rejected', { type: 'closed' }, { phase: 'rejected' }, null],
    ['rejected', { type: 'timeout' }, { phase: 'rejected' }, null],
    ['rejected', LOST, { phase: 'rejected' }, null],
    ['rejected', MEMBERS_ONLY, { phase: 'waiting' }, null],
    ['rejected', { type: 'joined' }, { phase: 'joined' }, null],

    ['failed', { type: 'alive' }, { phase: 'failed', reason: 'timeout' }, null],
    ['failed', { type: 'timeout' }, { phase: 'failed', reason: 'timeout' }, null],
    ['failed', { type: 'closed' }, { phase: 'failed', reason: 'timeout' }, null],
    ['failed', { type: 'fail', reason: 'blocked' }, { phase: 'failed', reason: 'timeout' }, null],
    ['failed', LOST, { phase: 'failed', reason: 'timeout' }, null],
    ['failed', { type: 'prejoin' }, { phase: 'prejoin' }, null],
    ['failed', MEMBERS_ONLY, { phase: 'waiting' }, null],
    ['failed', { type: 'joined' }, { phase: 'joined' }, null],
  ];
  for (const [from, event, snapshot, times] of table) {
    const what = event.type === 'error' ? `${event.name}${event.fatal ? ' (fatal)' : ''}` : event.type === 'fail' ? `fail ${event.reason}` : event.type;
    const { reason, deviceDenied } = snapshot;
    it(`${from} + ${what} = ${snapshot.phase}${reason ? ` (${reason})` : ''}${deviceDenied ? ', device denied' : ''}`, () => {
      const next = reduce(states[from], event);
      assert.deepEqual(next.snapshot, snapshot);
      assert.equal(next.clock?.times ?? null, times);
    });
  }

  it('names the block when the script failed because of it', () => {
    assert.deepEqual(run({ type: 'fail', reason: 'script' }, { type: 'fail', reason: 'blocked' }).snapshot, { phase: 'failed', reason: 'blocked' });
  });

  it('goes to a breakout room and back without ending', () => {
    const away = run({ type: 'joined' }, { type: 'left' });
    assert.equal(away.snapshot.phase, 'joined');
    const back = reduce(away, { type: 'joined' });
    assert.equal(back.snapshot, away.snapshot);
    assert.equal(back.clock, null);
  });

  it('counts a room that was left and not entered again as lost, then as failed', () => {
    const lost = run({ type: 'joined' }, { type: 'left' }, { type: 'timeout' });
    assert.deepEqual(lost, { snapshot: { phase: 'reconnecting' }, clock: { times: 2 } });
    assert.deepEqual(reduce(lost, { type: 'timeout' }).snapshot, { phase: 'failed', reason: 'network' });
  });

  it('comes back from a fatal error with a new identity', () => {
    const phases = [LOST, { type: 'alive' }, { type: 'left' }, { type: 'joined' }] satisfies RoomEvent[];
    assert.deepEqual(run({ type: 'joined' }, ...phases).snapshot, { phase: 'joined' });
  });

  it('remembers a denied device through every later phase', () => {
    assert.deepEqual(run(error('gum.permission_denied'), { type: 'joined' }, LOST, { type: 'joined' }).snapshot, { phase: 'joined', deviceDenied: true });
  });

  const anyEvent: fc.Arbitrary<RoomEvent> = fc.oneof(
    fc.constantFrom<RoomEvent>({ type: 'loaded' }, { type: 'alive' }, { type: 'prejoin' }, { type: 'joined' }, { type: 'left' }, { type: 'closed' }, { type: 'timeout' }, { type: 'fail', reason: 'script' }),
    fc.record({
      type: fc.constant('error' as const),
      name: fc.constantFrom('conference.connectionError.membersOnly', 'conference.connectionError.accessDenied', 'connection.otherError', 'conference.destroyed', 'gum.permission_denied', 'connection.passwordRequired', 'x'),
      fatal: fc.boolean(),
    }),
  );

  it('[BV-17] never hangs: loading and reconnecting always have a clock, failed always a reason, and the end is the end', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        let state = INITIAL;
        for (const event of events) {
          const next = reduce(state, event);
          const { phase, reason } = next.snapshot;
          if (state.snapshot.phase === 'ended') assert.equal(next, state);
          if (phase === 'loading' || phase === 'reconnecting') assert.ok(next.clock && next.clock.times > 0);
          else if (phase !== 'joined') assert.equal(next.clock, null);
          assert.equal(phase === 'failed', reason !== undefined);
          if (state.snapshot.deviceDenied) assert.equal(next.snapshot.deviceDenied, true);
          state = next;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what the external API says', () => {
  it('reads every event, even one that lost its data', () => {
    for (const name of Object.keys(TRANSLATORS) as RoomEventName[]) {
      assert.doesNotThrow(() => translate(name, {}));
      assert.doesNotThrow(() => translate(name, undefined));
    }
    assert.equal(translate('errorOccurred', {}), null);
  });

  it('tells oneself being put out from somebody else', () => {
    assert.equal(translate('participantKickedOut', { kicked: { id: 'a', local: false } }), null);
    assert.equal(reduce(states.joined, translate('participantKickedOut', { kicked: { local: true } })!).snapshot.phase, 'ended');
  });

  it('gives up at once in a browser that the room does not support', () => {
    assert.deepEqual(translate('browserSupport', { supported: false }), { type: 'fail', reason: 'unsupported' });
    assert.deepEqual(translate('browserSupport', { supported: true }), { type: 'alive' });
  });

  it('takes the older camera and microphone events for a denied device', () => {
    for (const name of ['cameraError', 'micError'] as const) assert.equal(reduce(states.joined, translate(name, { type: 'x' })!).snapshot.deviceDenied, true);
  });
});
