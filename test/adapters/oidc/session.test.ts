import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { BackendError } from '../../../src/adapters/ports.ts';
import { pageAccess } from '../../../src/adapters/oidc/access.ts';
import { discover, endSession, OidcError, start, type OidcClient } from '../../../src/adapters/oidc/pkce.ts';
import { createSession, type Arrival, type Session, type SessionPorts } from '../../../src/adapters/oidc/session.ts';
import { fakeClock, type FakeClock } from '../../support/fake-ports.ts';

const ISSUER = 'https://sso.exemplo.jus.br/realms/tribunal';
const PAGE = 'https://intranet.exemplo.jus.br/atendimento.html';
const CLIENT: OidcClient = { issuer: ISSUER, clientId: 'atrio', scope: 'openid', redirectUri: PAGE };
const DISCOVERY = { issuer: ISSUER, authorization_endpoint: `${ISSUER}/auth`, token_endpoint: `${ISSUER}/token`, end_session_endpoint: `${ISSUER}/logout` };

interface World {
  clock: FakeClock;
  stored: Map<string, string>;
  href: string;
  left: string[];
  /** Bodies sent to the token endpoint. */
  asked: URLSearchParams[];
  /** What the token endpoint answers, in order; the last goes on. */
  answers: (Record<string, unknown> | number | 'rede')[];
  discovery: unknown;
  windows: { url: string; closed: boolean }[];
  popups: boolean;
  closed: boolean;
  tell(data: unknown): void;
  session(options?: { prompt?: string; wanted?: () => boolean }): Session;
  ports: SessionPorts;
}

function world(): World {
  let serial = 0;
  const listeners = new Set<{ onmessage: ((event: MessageEvent) => void) | null }>();
  const w: World = {
    clock: fakeClock(), stored: new Map(), href: PAGE, left: [], asked: [], answers: [{ access_token: 'A1', expires_in: 300 }], discovery: DISCOVERY, windows: [], popups: true, closed: false,
    tell: (data) => listeners.forEach(({ onmessage }) => onmessage?.({ data } as MessageEvent)),
    session: (options) => createSession(CLIENT, w.ports, options),
    ports: {
      get clock() {
        return w.clock;
      },
      random: (bytes) => Uint8Array.from({ length: bytes }, () => (serial = (serial * 73 + 41) % 256)),
      async fetch(input, init) {
        const url = String(input);
        if (url.endsWith('/.well-known/openid-configuration')) {
          if (w.discovery === 'rede') throw new TypeError('Failed to fetch');
          return Response.json(w.discovery);
        }
        assert.equal(url, DISCOVERY.token_endpoint);
        assert.equal(init?.method, 'POST');
        w.asked.push(new URLSearchParams(String(init?.body)));
        const answer = w.answers.length > 1 ? w.answers.shift()! : w.answers[0]!;
        if (answer === 'rede') throw new TypeError('Failed to fetch');
        return typeof answer === 'number' ? new Response('{}', { status: answer }) : Response.json(answer);
      },
      storage: { getItem: (key) => w.stored.get(key) ?? null, setItem: (key, value) => void w.stored.set(key, value), removeItem: (key) => void w.stored.delete(key) },
      href: () => w.href,
      replace: (url) => void (w.href = url),
      leave: (url) => void w.left.push(url),
      open() {
        if (!w.popups) return null;
        const one = { url: 'about:blank', closed: false };
        w.windows.push(one);
        return { go: (url) => void (one.url = url), close: () => void (one.closed = true) };
      },
      close: () => void (w.closed = true),
      channel() {
        const one = { onmessage: null, postMessage: (data: unknown) => listeners.forEach((other) => other !== one && other.onmessage?.({ data } as MessageEvent)), close: () => void listeners.delete(one) };
        listeners.add(one);
        return one;
      },
    },
  };
  return w;
}

/** Goes to the sign-in and back, as another load of the page would. */
async function roundTrip(w: World, back = (params: URLSearchParams): string => `code=C1&state=${params.get('state')}`): Promise<{ session: Session; arrival: Arrival }> {
  await w.session().signIn();
  w.href = `${PAGE}?${back(new URL(w.left.at(-1)!).searchParams)}`;
  const session = w.session();
  return { session, arrival: await session.finish() };
}
const refused = (error: unknown): boolean => error instanceof BackendError && error.kind === 'recusa' && error.problem?.status === 401;
/** Lets everything that can go on, go on. */
const settle = async (): Promise<void> => {
  for (let n = 0; n < 20; n++) await new Promise((done) => setImmediate(done));
};

/** Until the window was sent to the sign-in: what makes its address is not done in a known number of turns. */
const sent = async (w: { windows: { url: string }[] }): Promise<void> => {
  while (!w.windows[0]?.url.includes('state=')) await new Promise((done) => setImmediate(done));
};

describe('sign-in by code and PKCE', () => {
  it('goes with a challenge of its verifier, and comes back with the verifier', async () => {
    const w = world();
    const { session, arrival } = await roundTrip(w);
    assert.equal(arrival, 'entrou');
    const sent = new URL(w.left[0]!).searchParams;
    assert.equal(sent.get('response_type'), 'code');
    assert.equal(sent.get('client_id'), 'atrio');
    assert.equal(sent.get('redirect_uri'), PAGE);
    assert.equal(sent.get('code_challenge_method'), 'S256');
    assert.equal(sent.get('prompt'), null);
    const body = w.asked[0]!;
    assert.equal(body.get('code'), 'C1');
    assert.equal(createHash('sha256').update(body.get('code_verifier')!).digest('base64url'), sent.get('code_challenge'));
    assert.equal(await session.token(), 'A1');
  });

  it('leaves nothing behind: no code in the address, nothing stored, and the place where the person was', async () => {
    const w = world();
    w.href = `${PAGE}?tela=1#fila`;
    await w.session().signIn();
    w.href = `${PAGE}?code=C1&state=${new URL(w.left[0]!).searchParams.get('state')}&session_state=x&iss=y`;
    await w.session().finish();
    assert.equal(w.href, `${PAGE}#fila`);
    assert.equal(w.stored.size, 0);
  });

  it('does not trust a state of somebody else\'s, and leaves other codes alone', async () => {
    const w = world();
    assert.equal((await roundTrip(w, () => 'code=C1&state=outro')).arrival, 'nada');
    assert.deepEqual(w.asked, []);
    assert.ok(w.href.includes('code=C1'));
    const other = world();
    other.href = `${PAGE}?code=promo`;
    assert.equal(await other.session().finish(), 'nada');
  });

  it('says why it did not work', async () => {
    const state = (params: URLSearchParams): string => params.get('state')!;
    assert.equal((await roundTrip(world(), (params) => `error=access_denied&state=${state(params)}`)).arrival, 'recusa');
    const bad = world();
    bad.answers = [400];
    assert.equal((await roundTrip(bad)).arrival, 'recusa');
    const off = world();
    off.answers = ['rede'];
    assert.equal((await roundTrip(off)).arrival, 'rede');
    const down = world();
    down.answers = [503];
    assert.equal((await roundTrip(down)).arrival, 'rede');
    const { session } = await roundTrip(bad);
    await assert.rejects(session.token(), refused);
  });

  it('refuses an issuer that is not the one that was named, or has no addresses', async () => {
    for (const discovery of [{ ...DISCOVERY, issuer: 'https://outro.example' }, { ...DISCOVERY, token_endpoint: 'javascript:alert(1)' }, { issuer: ISSUER }, null]) {
      const w = world();
      w.discovery = discovery;
      await assert.rejects(w.session().signIn(), (error) => error instanceof OidcError && error.falha === 'emissor');
      assert.deepEqual(w.left, []);
    }
    const w = world();
    w.discovery = 'rede';
    const session = w.session();
    await assert.rejects(session.signIn(), (error) => error instanceof OidcError && error.falha === 'rede');
    // Asked again: what failed is not remembered.
    w.discovery = DISCOVERY;
    await session.signIn();
    assert.equal(w.left.length, 1);
  });

  it('goes nowhere, and keeps nothing, when nobody waits any more by the time the issuer answers', async () => {
    const w = world();
    let wanted = true;
    const session = w.session({ wanted: () => wanted });
    const going = session.signIn();
    const beside = session.signInBeside();
    wanted = false;
    await assert.rejects(going, OidcError);
    await assert.rejects(beside, OidcError);
    assert.deepEqual([w.left, w.stored.size, w.windows], [[], 0, [{ url: 'about:blank', closed: true }]]);
    wanted = true;
    await session.signIn();
    assert.equal(w.left.length, 1);
  });

  it('keeps what the endpoint already has in its address', async () => {
    const { url } = await start(CLIENT, { ...DISCOVERY, authorization_endpoint: `${ISSUER}/auth?kc_idp_hint=pdpj` }, world().ports, { prompt: 'login' });
    assert.equal(new URL(url).searchParams.get('kc_idp_hint'), 'pdpj');
    assert.equal(new URL(url).searchParams.get('prompt'), 'login');
    assert.deepEqual(await discover(CLIENT, world().ports), DISCOVERY);
  });
});

describe('the access token', () => {
  it('is refreshed before it ends, once for all who wait, and the refresh token goes round', async () => {
    const w = world();
    w.answers = [{ access_token: 'A1', refresh_token: 'R1', expires_in: 300 }, { access_token: 'A2', refresh_token: 'R2', expires_in: 300 }, { access_token: 'A3', expires_in: 300 }];
    const { session } = await roundTrip(w);
    w.clock.advance(200_000);
    assert.equal(await session.token(), 'A1');
    w.clock.advance(80_000);
    assert.deepEqual(await Promise.all([session.token(), session.token()]), ['A2', 'A2']);
    assert.equal(w.asked.length, 2);
    assert.equal(w.asked[1]!.get('grant_type'), 'refresh_token');
    assert.equal(w.asked[1]!.get('refresh_token'), 'R1');
    assert.equal(await session.renew(), true);
    assert.equal(w.asked[2]!.get('refresh_token'), 'R2');
    // None was given: the last one goes on.
    await session.renew();
    assert.equal(w.asked[3]!.get('refresh_token'), 'R2');
  });

  it('is asked of the person when it ends and cannot be refreshed', async () => {
    const w = world();
    const { session } = await roundTrip(w);
    assert.equal(await session.renew(), false);
    w.clock.advance(301_000);
    await assert.rejects(session.token(), refused);
  });

  it('outlives a refresh that got no answer, and not one that was refused', async () => {
    const w = world();
    w.answers = [{ access_token: 'A1', refresh_token: 'R1', expires_in: 300 }, 'rede', { access_token: 'A2', expires_in: 300 }, 400];
    const { session } = await roundTrip(w);
    assert.equal(await session.renew(), false);
    assert.equal(await session.token(), 'A1');
    assert.equal(await session.renew(), true);
    assert.equal(await session.renew(), false);
    const asked = w.asked.length;
    assert.equal(await session.renew(), false);
    assert.equal(w.asked.length, asked, 'a token that was refused is not sent again');
  });
});

describe('signing in beside the work', () => {
  it('takes the code from a window of its own, and the page stays', async () => {
    const w = world();
    w.answers = [{ access_token: 'A1', expires_in: 300 }, { access_token: 'A2', expires_in: 300 }];
    const { session } = await roundTrip(w);
    const left = w.left.length;
    w.clock.advance(400_000);
    const again = session.signInBeside();
    await sent(w);
    const state = new URL(w.windows[0]!.url).searchParams.get('state')!;
    // The window loads the same page, whose own session hands the code over and closes.
    const guest = world();
    guest.href = `${PAGE}?code=C2&state=${state}`;
    guest.ports.channel = w.ports.channel;
    assert.equal(await guest.session().finish(), 'janela');
    assert.equal(guest.closed, true);
    assert.equal(guest.asked.length, 0);
    assert.equal(await again, true);
    assert.equal(w.asked.at(-1)!.get('code'), 'C2');
    assert.equal(await session.token(), 'A2');
    assert.equal(w.left.length, left);
    assert.equal(w.stored.size, 0);
  });

  it('does not take another window\'s code, and says so when the person says no', async () => {
    const w = world();
    const again = w.session().signInBeside();
    await sent(w);
    const state = new URL(w.windows[0]!.url).searchParams.get('state')!;
    w.tell({ state: 'janela.outra', code: 'X' });
    await settle();
    assert.equal(w.asked.length, 0);
    w.tell({ state, code: null });
    await assert.rejects(again, (error) => error instanceof OidcError && error.falha === 'recusa');
    assert.equal(w.windows[0]!.closed, true);
  });

  it('tells when the browser opens no window, or the issuer does not answer', async () => {
    const w = world();
    w.popups = false;
    assert.equal(await w.session().signInBeside(), false);
    const off = world();
    off.discovery = 'rede';
    await assert.rejects(off.session().signInBeside());
    assert.equal(off.windows[0]!.closed, true);
  });
});

describe('leaving', () => {
  it('forgets the token, tells the issuer, and asks for the password the next time', async () => {
    const w = world();
    w.answers = [{ access_token: 'A1', id_token: 'I1', expires_in: 300 }];
    const { session } = await roundTrip(w);
    assert.equal(await session.signOut(), true);
    const out = new URL(w.left.at(-1)!);
    assert.equal(out.origin + out.pathname, `${ISSUER}/logout`);
    assert.equal(out.searchParams.get('id_token_hint'), 'I1');
    assert.equal(out.searchParams.get('post_logout_redirect_uri'), PAGE);
    await assert.rejects(session.token(), refused);
    await session.signIn();
    assert.equal(new URL(w.left.at(-1)!).searchParams.get('prompt'), 'login');
  });

  it('stays on the page where the issuer has no such address', async () => {
    const w = world();
    w.discovery = { ...DISCOVERY, end_session_endpoint: undefined };
    const { session } = await roundTrip(w);
    assert.equal(await session.signOut(), false);
    assert.equal(endSession(CLIENT, { ...DISCOVERY, end_session_endpoint: '' }, null), null);
  });
});

describe('the token of the page', () => {
  it('is a text or a function, asked before each call', async () => {
    let now: string | null = 'A1';
    const text = pageAccess(() => now);
    assert.equal(await text.token(), 'A1');
    now = null;
    await assert.rejects(text.token(), refused);
    const fn = pageAccess(() => () => Promise.reject(new Error('x')));
    await assert.rejects(fn.token(), refused);
  });

  it('is renewed when the page gives another, and not by the same one', async () => {
    let serial = 1;
    const access = pageAccess(() => () => Promise.resolve(`A${serial}`));
    await access.token();
    assert.equal(await access.renew(), false);
    serial = 2;
    assert.equal(await access.renew(), true);
    assert.equal(await pageAccess(() => undefined).renew(), false);
  });
});
