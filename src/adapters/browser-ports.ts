import type { LatePort } from './late-ports.ts';
import type { Backend, Ports } from './ports.ts';
import { browserClock } from './clock/browser-clock.ts';
import { sessionDrafts } from './drafts/session.ts';
import { escutarVLibras } from './libras/escuta.ts';

let ports: Ports | undefined;
const backends = new Map<unknown, Promise<Backend>>();

/** The real outside world of a page: one clock, one timer, one client for each backend. Everything heavy is loaded on first use. */
export function browserPorts(): Ports {
  if (ports) return ports;
  escutarVLibras();
  const clock = browserClock();
  const send: typeof fetch = (input, init) => globalThis.fetch(input, init);
  const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
  const late = <K extends LatePort>(name: K): Ports[K] =>
    (async (...args: never[]) => ((await import('./late-ports.ts')).latePorts({ fetch: send, clock })[name] as (...args: never[]) => unknown)(...args)) as Ports[K];
  ports = {
    clock,
    drafts: sessionDrafts(() => globalThis.sessionStorage),
    fetch: send,
    random,
    backend(url) {
      let backend = backends.get(url);
      if (!backend) {
        backend = import('./backend/http.ts').then(({ createBackend }) => createBackend(url, { fetch: send, clock }));
        backend.catch(() => backends.delete(url));
        backends.set(url, backend);
      }
      return backend;
    },
    caseActions: late('caseActions'),
    uploads: late('uploads'),
    // Somebody waits for these two: a list of files in between would be a round trip more.
    statistics: async (url) => (await import('./backend/statistics.ts')).createStatistics(url, { fetch: send, clock }),
    counter: async (url) => (await import('./backend/counter.ts')).createCounter(url, { fetch: send, clock }),
    booking: late('booking'),
    attendance: late('attendance'),
    video: async (provider) => (await import('./video/load.ts')).loadVideoProvider(provider),
  };
  return ports;
}
