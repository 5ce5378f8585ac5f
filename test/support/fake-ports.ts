import type {
  Attendance,
  Booking,
  Counter,
  Backend,
  CaseActions,
  Clock,
  Drafts,
  Ports,
  Statistics,
  Uploads,
  VideoOpen,
  VideoProvider,
  VideoSession,
  VideoSnapshot,
} from '../../src/adapters/ports.ts';
import { BackendError } from '../../src/adapters/ports.ts';

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** Moves time forward, monotonic too, and calls what falls due, in order. */
  advance(ms: number): void;
  /** The trusted time jumps (a correction by the server, a page that woke up). */
  shift(ms: number): void;
  /** How many calls are waiting. */
  readonly pending: number;
}

/**
 * @param start epoch milliseconds, or an ISO 8601 text with offset
 */
export function fakeClock(start: number | string = '2026-11-20T10:00:00-03:00', source: 'server' | 'local' = 'server'): FakeClock {
  let now = typeof start === 'number' ? start : Date.parse(start);
  let mono = 1_000;
  const waiting = new Set<{ at: number; callback: () => void }>();
  const shifts = new Set<() => void>();
  const due = (limit: number) => [...waiting].filter(({ at }) => at <= limit).sort((a, b) => a.at - b.at)[0];
  const run = (limit: number): void => {
    for (let next = due(limit); next; next = due(limit)) {
      waiting.delete(next);
      const step = Math.max(next.at - now, 0);
      now += step;
      mono += step;
      next.callback();
    }
  };
  return {
    now: () => now,
    mono: () => mono,
    source,
    at(instant, callback) {
      const entry = { at: instant, callback };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    onShift(callback) {
      shifts.add(callback);
      return () => void shifts.delete(callback);
    },
    sync: () => undefined,
    advance(ms) {
      const end = now + ms;
      run(end);
      mono += end - now;
      now = end;
    },
    shift(ms) {
      now += ms;
      for (const callback of [...shifts]) callback();
      run(now);
    },
    get pending() {
      return waiting.size;
    },
  };
}

/** Drafts in memory. */
export function fakeDrafts(initial: Record<string, unknown> = {}): Drafts & { readonly kept: Map<string, unknown> } {
  const kept = new Map(Object.entries(initial));
  return {
    kept,
    load: (key) => structuredClone(kept.get(key)),
    save: (key, value) => void kept.set(key, structuredClone(value)),
    clear: (key) => void kept.delete(key),
  };
}

/** A backend whose every call a test may answer; what it did not answer fails like a dead network. `calls` keeps what was asked. */
export type FakeBackend = Backend & { readonly calls: { name: keyof Backend; args: readonly unknown[] }[] };

export function fakeBackend(answers: Partial<Backend> = {}): FakeBackend {
  const calls: FakeBackend['calls'] = [];
  const make =
    (name: keyof Backend) =>
    async (...args: never[]): Promise<never> => {
      calls.push({ name, args });
      const answer = answers[name] as ((...given: never[]) => Promise<never>) | undefined;
      if (!answer) throw new BackendError('rede', `${name}: no answer in this test`);
      return answer(...args);
    };
  return {
    calls,
    tribunal: make('tribunal'),
    unidade: make('unidade'),
    registrarManifestacao: make('registrarManifestacao'),
    registrarPedido: make('registrarPedido'),
    consultar: make('consultar'),
    entrarNaFila: make('entrarNaFila'),
    abrirSala: make('abrirSala'),
    sairDaFila: make('sairDaFila'),
  };
}

/** A session that a test drives. */
export interface FakeSession extends VideoSession {
  readonly options: VideoOpen;
  readonly disposed: boolean;
  readonly left: boolean;
  /** The room says something. */
  say(snapshot: VideoSnapshot): void;
}

/** A provider that opens sessions a test drives, the latest last. */
export type FakeVideo = VideoProvider & { readonly sessions: FakeSession[] };

export function fakeVideo(overrides: Partial<VideoProvider> = {}): FakeVideo {
  const sessions: FakeSession[] = [];
  return {
    id: 'jitsi',
    caps: { embed: true, knowsJoin: true },
    origins: (config) => ('domain' in config ? [`https://${config.domain}`] : []),
    validate: () => null,
    roomHref: ({ config, room }) => ('domain' in config ? `https://${config.domain}/${room}` : null),
    open(options) {
      let snapshot: VideoSnapshot = { phase: 'loading' };
      let disposed = false;
      let left = false;
      const frame = options.parent.ownerDocument.createElement('div');
      frame.className = 'fake-frame';
      options.parent.append(frame);
      const session: FakeSession = {
        options,
        get snapshot() {
          return snapshot;
        },
        get disposed() {
          return disposed;
        },
        get left() {
          return left;
        },
        say(next) {
          snapshot = next;
          if (!disposed) options.onChange(next);
        },
        leave() {
          left = true;
          return Promise.resolve();
        },
        dispose() {
          disposed = true;
          frame.remove();
        },
      };
      sessions.push(session);
      return session;
    },
    ...overrides,
    sessions,
  };
}

export interface FakePorts extends Ports {
  clock: FakeClock;
  drafts: ReturnType<typeof fakeDrafts>;
  /** Addresses asked of `fetch`, in order. */
  readonly fetched: string[];
}

/** What a test says of the outside world; the rest is quiet. */
export interface FakeWorld {
  now?: number | string;
  clock?: FakeClock;
  drafts?: Record<string, unknown>;
  /** Answers of `fetch` by address: JSON to give, or a status code to fail with. Anything else is a dead network. */
  files?: Record<string, unknown>;
  backend?: Backend;
  video?: VideoProvider;
  caseActions?: CaseActions;
  uploads?: Uploads;
  statistics?: Statistics;
  counter?: Counter;
  booking?: Booking;
  attendance?: Attendance;
}

/** An outside world without network, timers or chance. */
export function fakePorts(world: FakeWorld = {}): FakePorts {
  const fetched: string[] = [];
  let drawn = 0;
  return {
    clock: world.clock ?? fakeClock(world.now),
    drafts: fakeDrafts(world.drafts),
    fetched,
    fetch: (input) => {
      const url = input instanceof Request ? input.url : String(input);
      fetched.push(url);
      const file = world.files?.[url];
      if (file === undefined) return Promise.reject(new TypeError('Failed to fetch'));
      return Promise.resolve(typeof file === 'number' ? new Response(null, { status: file }) : Response.json(file));
    },
    caseActions: () => (world.caseActions ? Promise.resolve(world.caseActions) : Promise.reject(new BackendError('rede', 'no case actions in this test'))),
    uploads: () => (world.uploads ? Promise.resolve(world.uploads) : Promise.reject(new TypeError('no uploads in this test'))),
    statistics: () => (world.statistics ? Promise.resolve(world.statistics) : Promise.reject(new BackendError('rede', 'no statistics in this test'))),
    counter: () => (world.counter ? Promise.resolve(world.counter) : Promise.reject(new BackendError('rede', 'no counter in this test'))),
    booking: () => (world.booking ? Promise.resolve(world.booking) : Promise.reject(new BackendError('rede', 'no booking in this test'))),
    attendance: () => (world.attendance ? Promise.resolve(world.attendance) : Promise.reject(new BackendError('rede', 'no attendance in this test'))),
    backend: () => (world.backend ? Promise.resolve(world.backend) : Promise.reject(new BackendError('rede', 'no backend in this test'))),
    video: () => (world.video ? Promise.resolve(world.video) : Promise.reject(new TypeError('Failed to fetch dynamically imported module'))),
    random: (bytes) => Uint8Array.from({ length: bytes }, () => (drawn = (drawn * 73 + 41) % 256)),
  };
}
