import type { Backend, Ports } from './ports.ts';
import { browserClock } from './clock/browser-clock.ts';
import { sessionDrafts } from './drafts/session.ts';

let ports: Ports | undefined;
const backends = new Map<unknown, Promise<Backend>>();

/** The real outside world of a page: one clock, one timer, one client for each backend. Everything heavy is loaded on first use. */
export function browserPorts(): Ports {
  if (ports) return ports;
  const clock = browserClock();
  const send: typeof fetch = (input, init) => globalThis.fetch(input, init);
  const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
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
    caseActions: async (url) => (await import('./backend/case-actions.ts')).createCaseActions(url, { fetch: send, clock }),
    uploads: async (url) => (await import('./uploads/tus.ts')).createUploads(url, { fetch: send, clock }),
    statistics: async (url) => (await import('./backend/statistics.ts')).createStatistics(url, { fetch: send, clock }),
    counter: async (url) => (await import('./backend/counter.ts')).createCounter(url, { fetch: send, clock }),
    booking: async (url) => (await import('./backend/booking.ts')).createBooking(url, { fetch: send, clock }),
    attendance: async (url, token) => (await import('./backend/attendance.ts')).createAttendance(url, token, { fetch: send, clock }),
    video: async (provider) => (await import('./video/load.ts')).loadVideoProvider(provider),
  };
  return ports;
}
