/**
 * What somebody chose for this browser (a sound, a shortcut): outlives the visit, and is never more than a choice. Storage that is refused or broken gives the
 * default.
 */
export interface Preferences {
  get(key: string): string | null;
  /** Null goes back to the default. */
  set(key: string, value: string | null): void;
}

const PREFIX = 'atrio:preferencia:';

/** @param storage gives the storage; it may throw where cookies are blocked */
export function localPreferences(storage: () => Storage = () => globalThis.localStorage): Preferences {
  return {
    get(key) {
      try {
        return storage().getItem(PREFIX + key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        if (value === null) storage().removeItem(PREFIX + key);
        else storage().setItem(PREFIX + key, value);
      } catch {
        // It counts until the page is left.
      }
    },
  };
}
