import type { Drafts } from '../ports.ts';

const PREFIX = 'atrio:rascunho:';

/**
 * Drafts in the tab's session storage: they outlive a reload and a crash of the page, and go with the tab. Storage that is full,
 * refused or broken never stops anybody from writing: the draft is then simply not kept.
 * @param storage gives the storage; it may throw where cookies are blocked
 */
export function sessionDrafts(storage: () => Storage): Drafts {
  const attempt = <T>(action: (area: Storage) => T): T | undefined => {
    try {
      return action(storage());
    } catch {
      return undefined;
    }
  };
  return {
    load: (key) => attempt((area) => JSON.parse(area.getItem(PREFIX + key) ?? 'null') as unknown) ?? undefined,
    save: (key, value) => void attempt((area) => area.setItem(PREFIX + key, JSON.stringify(value))),
    clear: (key) => void attempt((area) => area.removeItem(PREFIX + key)),
  };
}
