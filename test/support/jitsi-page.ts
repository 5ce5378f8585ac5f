/** Browser side of a court's page in tests: the kit's own providers, with time in the test's hands and every listener counted. */
import type { VideoConfig } from '../../src/contract/tribunal.ts';
import type { VideoSession, VideoSnapshot } from '../../src/adapters/ports.ts';
import { createJitsiProvider } from '../../src/adapters/video/jitsi.ts';
import { preconnect } from '../../src/adapters/video/ahead.ts';

interface Call {
  session: VideoSession;
  seen: VideoSnapshot[];
}

const timers = new Map<number, { callback: () => void; ms: number }>();
let nextTimer = 1;
const provider = createJitsiProvider({
  timeoutMs: 25_000,
  leaveMs: 1_500,
  setTimeout: (callback, ms) => {
    timers.set(nextTimer, { callback, ms });
    return nextTimer++;
  },
  clearTimeout: (timer) => void timers.delete(timer as number),
});
const calls = new Map<string, Call>();

const court = {
  intend: (config: VideoConfig): void => preconnect(provider.origins(config)),
  /** Opens a call in a shadow root of its own, as an element would. */
  open(name: string, config: VideoConfig, room: string, rest: { token?: string; name?: string } = {}): void {
    const host = document.createElement('div');
    host.id = name;
    const parent = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(parent);
    document.body.append(host);
    const seen: VideoSnapshot[] = [];
    const session = provider.open({
      config,
      room,
      lang: 'pt-BR',
      parent,
      title: 'Chamada de vídeo',
      demo: false,
      onChange: (snapshot) => seen.push(snapshot),
      ...rest,
    });
    calls.set(name, { session, seen });
  },
  phases: (name: string): string[] => (calls.get(name)?.seen ?? []).map(({ phase, reason }) => (reason ? `${phase}:${reason}` : phase)),
  snapshot: (name: string): VideoSnapshot | undefined => calls.get(name)?.session.snapshot,
  frames: (name: string): { title: string; allow: string }[] =>
    [...(document.getElementById(name)?.shadowRoot?.querySelectorAll('iframe') ?? [])].map(({ title, allow }) => ({ title, allow })),
  leave: (name: string): Promise<void> | undefined => calls.get(name)?.session.leave(),
  dispose: (name: string): void => calls.get(name)?.session.dispose(),
  waits: (): number[] => [...timers.values()].map(({ ms }) => ms),
  runOut(): void {
    for (const [id, { callback }] of [...timers]) {
      timers.delete(id);
      callback();
    }
  },
};
export type Court = typeof court;
(window as unknown as { court: Court }).court = court;
