import type { VideoFailure, VideoSnapshot } from '../ports.ts';
import type { RoomEventName, RoomEventPayloads } from './room-events.ts';

/** What can happen to a call. */
export type RoomEvent =
  /** The script arrived; the room itself is still to come. */
  | { type: 'loaded' }
  /** The room gave a sign of life. */
  | { type: 'alive' }
  | { type: 'prejoin' }
  | { type: 'joined' }
  /** Left a room, perhaps only to enter another (breakout, recovery): not the end. */
  | { type: 'left' }
  | { type: 'closed' }
  | { type: 'error'; name: string; fatal: boolean }
  /** Our own side found that it cannot work. */
  | { type: 'fail'; reason: VideoFailure }
  /** The clock of the present state ran out. */
  | { type: 'timeout' };

/** A snapshot, and the clock that decides when nothing more happens. A new `clock` object restarts it. */
export interface RoomState {
  readonly snapshot: VideoSnapshot;
  /** In multiples of the provider's time-out; null while a person or a queue decides. */
  readonly clock: { readonly times: number } | null;
}

/** Between leaving one room and entering another (or closing). */
const SWITCH = 0.2;
/** Silence from the very start: dead host, blocked frame, app-promotion page. */
const SILENCE = 1;
/** A room that lives is given longer: the person may be reading the browser's question about the camera. */
const PATIENCE = 2;

export const INITIAL: RoomState = { snapshot: { phase: 'loading' }, clock: { times: SILENCE } };

const to = (state: RoomState, phase: VideoSnapshot['phase'], times?: number, reason?: VideoFailure): RoomState => ({
  snapshot: {
    phase,
    ...(reason && { reason }),
    ...(state.snapshot.deviceDenied && { deviceDenied: true }),
  },
  clock: times ? { times } : null,
});

const onError = (state: RoomState, name: string, fatal: boolean): RoomState => {
  const { phase, deviceDenied } = state.snapshot;
  if (/^gum\.(?!screensharing)/.test(name)) {
    return deviceDenied ? state : { ...state, snapshot: { ...state.snapshot, deviceDenied: true } };
  }
  // Lobby; or a room that waits for its host.
  if (/membersOnly|authenticationRequired/.test(name)) return phase === 'waiting' ? state : to(state, 'waiting');
  if (phase === 'rejected' || phase === 'failed') return state;
  if (/accessDenied/.test(name)) return to(state, 'rejected');
  if (/destroyed|kicked/.test(name)) return to(state, 'ended');
  if (/passwordRequired|notAllowed/.test(name)) return to(state, 'failed', 0, 'auth');
  if (/max_users/.test(name)) return to(state, 'failed', 0, 'denied');
  if (!fatal) return state;
  // The room tries again by itself; whoever was never in it is better served by the other channels.
  return phase === 'loading' ? to(state, 'failed', 0, 'network') : to(state, 'reconnecting', PATIENCE);
};

/**
 * What a call is after an event. `ended` alone is final: a `failed` or `rejected` call that joins after all has joined.
 * Returns the same object when nothing changed.
 */
export function reduce(state: RoomState, event: RoomEvent): RoomState {
  const { phase, reason } = state.snapshot;
  if (phase === 'ended') return state;
  const pending = phase === 'loading' || phase === 'reconnecting';
  switch (event.type) {
    case 'loaded':
      return phase !== 'loading' ? state : { ...state, clock: { times: SILENCE } };
    case 'alive':
      return pending ? { ...state, clock: { times: PATIENCE } } : state;
    case 'prejoin':
      return pending || phase === 'failed' ? to(state, 'prejoin') : state;
    case 'joined':
      if (phase !== 'joined') return to(state, 'joined');
      return state.clock ? { ...state, clock: null } : state;
    case 'left':
      return phase === 'joined' ? { ...state, clock: { times: SWITCH } } : state;
    case 'closed':
      return phase === 'rejected' || phase === 'failed' ? state : to(state, 'ended');
    case 'error':
      return onError(state, event.name, event.fatal);
    case 'fail':
      // A blocked script also fails to load; the block is what the webmaster can act on.
      return phase === 'loading' || (reason === 'script' && event.reason === 'blocked') ? to(state, 'failed', 0, event.reason) : state;
    case 'timeout':
      if (phase === 'joined') return to(state, 'reconnecting', PATIENCE);
      return pending ? to(state, 'failed', 0, phase === 'loading' ? 'timeout' : 'network') : state;
  }
}

type Translators = { [Name in RoomEventName]: (data: RoomEventPayloads[Name]) => RoomEvent | null };

const alive = (): RoomEvent => ({ type: 'alive' });
const failing = (name: string, fatal = false): RoomEvent => ({ type: 'error', name, fatal });
const device = (): RoomEvent => failing('gum.general');

/** Each event of the external API that the kit listens to, and what it means. */
export const TRANSLATORS: Translators = {
  ready: alive,
  audioAvailabilityChanged: alive,
  deviceListChanged: alive,
  browserSupport: (data) => (data?.supported === false ? { type: 'fail', reason: 'unsupported' } : alive()),
  prejoinScreenLoaded: () => ({ type: 'prejoin' }),
  videoConferenceJoined: () => ({ type: 'joined' }),
  videoConferenceLeft: () => ({ type: 'left' }),
  readyToClose: () => ({ type: 'closed' }),
  passwordRequired: () => failing('passwordRequired'),
  participantKickedOut: (data) => (data?.kicked?.local ? failing('kicked') : null),
  cameraError: device,
  micError: device,
  errorOccurred: (data) => (data?.error ? failing(String(data.error.name), data.error.isFatal) : null),
};
