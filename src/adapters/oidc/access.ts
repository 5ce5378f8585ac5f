import { BackendError } from '../ports.ts';

/** Where the access token of a call comes from. */
export interface Access {
  /** The token of now. @throws BackendError `recusa` with status 401 when there is none */
  token(): Promise<string>;
  /** Tries to get a fresh one without the person, after the backend refused the last. True when there is one. */
  renew(): Promise<boolean>;
}

/** The refusal of a call that was never sent, for want of a token. */
export const noAccess = (): BackendError => new BackendError('recusa', 'access', { type: 'urn:atrio:problema:acesso-ausente', title: 'Entre com a sua conta', status: 401 });

/**
 * The token that the page gives: a text, or a function that is asked before each call.
 * @param read what the page says now
 */
export function pageAccess(read: () => string | (() => Promise<string>) | null | undefined): Access {
  let last: string | null = null;
  const token = async (): Promise<string> => {
    const given = read();
    const text = typeof given === 'function' ? await given().catch(() => '') : given;
    if (!text) throw noAccess();
    return (last = text);
  };
  return {
    token,
    async renew() {
      const before = last;
      // The same token again would only be refused again.
      return token().then((now) => now !== before, () => false);
    },
  };
}
