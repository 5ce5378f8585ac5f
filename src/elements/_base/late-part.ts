import type { ReactiveControllerHost } from 'lit';
import { after } from '../../adapters/after.ts';
import type { Ports } from '../../adapters/ports.ts';

/** Waits before new tries once the network is said to be back, which may be said too early. Milliseconds; after the last, only when it is said again or at a press. */
const RETRIES_MS = [2_000, 8_000, 30_000];

/** A part of an element that few people need. One that did not come is asked for again when the network is back, or by `again()`. */
export class LatePart<T> {
  /** It was asked for, and did not come: so until it is here, or is asked for by a press. */
  failed = false;
  /** The part, once it is here. */
  here: T | undefined;
  /** Asks for it, also where it did not come before. Resolves when it is here, or did not come. */
  readonly ask: () => Promise<void>;
  readonly again: () => void;

  /** @param host is drawn again when the part is here, or did not come */
  constructor(host: ReactiveControllerHost & { readonly ports: Pick<Ports, 'clock'> }, load: () => Promise<T>) {
    let loading: Promise<void> | undefined;
    let cancel = (): void => undefined;
    // Without the word that the network is back there are none.
    let waits: number[] = [];
    const online = (): void => {
      if (!this.failed) return;
      waits = [...RETRIES_MS];
      void this.ask();
    };
    this.ask = () =>
      (loading ??= load()
        .then(
          (part) => {
            this.here = part;
            this.failed = false;
          },
          () => {
            loading = undefined;
            this.failed = true;
            cancel();
            const wait = waits.shift();
            if (wait) cancel = after(host.ports.clock, wait, this.ask);
          },
        )
        .then(() => host.requestUpdate()));
    this.again = () => {
      this.failed = false;
      host.requestUpdate();
    };
    host.addController({
      // Put back into the page, it is asked for as if the network were back.
      hostConnected() {
        addEventListener('online', online);
        online();
      },
      hostDisconnected() {
        removeEventListener('online', online);
        waits = [];
        cancel();
      },
    });
  }

  /** The same; asks for it at the first call. */
  get(): T | undefined {
    if (!this.failed) void this.ask();
    return this.here;
  }
}
