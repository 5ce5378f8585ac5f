import type { VideoProvider, VideoSession, VideoSnapshot } from '../ports.ts';
import type { VideoConfig } from '../../contract/tribunal.ts';

/** What tells the providers apart that only lead somewhere else. */
export interface OutsideKind {
  id: VideoConfig['provider'];
  /** Where the person goes; null when the configuration gives no address that can be trusted. */
  href(config: VideoConfig): string | null;
  /** Sentence for the webmaster when there is no address. */
  problem: string;
}

/** A provider that opens another tab or app. It cannot know who joined, so its session never says so. */
export function createOutsideProvider({ id, href, problem }: OutsideKind): VideoProvider {
  return {
    id,
    caps: { embed: false, knowsJoin: false },
    origins: () => [],
    validate: (config) => (href(config) === null ? problem : null),
    href: (config) => href(config) ?? '',
    open({ config, parent, onChange }): VideoSession {
      const address = href(config);
      const snapshot: VideoSnapshot = address === null ? { phase: 'failed', reason: 'unsupported' } : { phase: 'prejoin' };
      let live = true;
      if (address !== null) {
        // A link rather than window.open: no opener, and on a phone the app may take it.
        const link = parent.ownerDocument.createElement('a');
        link.href = address;
        link.target = '_blank';
        link.rel = 'noopener noreferrer';
        link.click();
      }
      queueMicrotask(() => {
        if (live) onChange(snapshot);
      });
      return {
        snapshot,
        leave: () => Promise.resolve(),
        dispose: () => {
          live = false;
        },
      };
    },
  };
}
