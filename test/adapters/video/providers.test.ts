import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { VideoConfig } from '../../../src/contract/tribunal.ts';
import { videoConfig } from '../../../src/contract/tribunal.ts';
import { loadVideoProvider } from '../../../src/adapters/video/load.ts';

const SALA = 'q7Zt_9bX2mKfL0aVwR3cYd8N';
const court = { demo: false };
const demo = { demo: true };
const jitsi = (domain: string, rest: object = {}): VideoConfig => ({ provider: 'jitsi', domain, ...rest }) as VideoConfig;

describe('loadVideoProvider', () => {
  it('[BV-04] knows every tool of the contract, and only the embedded ones know who joined', async () => {
    for (const id of ['jitsi', 'jaas', 'link', 'whatsapp'] as const) {
      const provider = await loadVideoProvider(id);
      const embedded = id === 'jitsi' || id === 'jaas';
      assert.equal(provider.id, id);
      assert.deepEqual(provider.caps, { embed: embedded, knowsJoin: embedded });
      assert.equal(typeof provider.href, embedded ? 'undefined' : 'function');
      assert.equal(typeof provider.roomHref, embedded ? 'function' : 'undefined');
    }
  });
});

describe('jitsi', () => {
  it('[BV-04] takes a server of the court', async () => {
    const provider = await loadVideoProvider('jitsi');
    for (const domain of ['video.tribunal.jus.br', 'video.tribunal.jus.br:8443', 'VIDEO.tribunal.jus.br']) {
      assert.equal(provider.validate(jitsi(domain, { sala: SALA }), court), null);
      assert.deepEqual(provider.origins(jitsi(domain)), [`https://${domain.toLowerCase()}`]);
    }
  });

  it('refuses public demonstration servers outside a demonstration, and says why', async () => {
    const provider = await loadVideoProvider('jitsi');
    for (const domain of ['meet.jit.si', 'MEET.JIT.SI', 'meet.jit.si:443', 'beta.meet.jit.si', 'alpha.jitsi.net', '8x8.vc', 'stage.8x8.vc']) {
      const problem = provider.validate(jitsi(domain), court);
      assert.match(problem ?? '', /cinco minutos/, domain);
      assert.ok(problem?.includes(domain));
      assert.equal(provider.validate(jitsi(domain), demo), null);
    }
    assert.equal(provider.validate(jitsi('meet.jit.si.tribunal.jus.br'), court), null);
    assert.equal(provider.validate(jitsi('notjit.si'), court), null);
  });

  it('uses http on this machine only', async () => {
    const provider = await loadVideoProvider('jitsi');
    for (const domain of ['localhost:8443', '127.0.0.1:1', '[::1]:9000', 'localhost']) {
      assert.equal(provider.validate(jitsi(domain, { inseguroLocal: true }), court), null);
      assert.deepEqual(provider.origins(jitsi(domain, { inseguroLocal: true })), [`http://${domain}`]);
    }
    for (const domain of ['video.tribunal.jus.br', 'localhost.tribunal.jus.br', '127.0.0.1.nip.io', 'localhostx', '192.168.0.1']) {
      assert.match(provider.validate(jitsi(domain, { inseguroLocal: true }), demo) ?? '', /localhost/);
      assert.deepEqual(provider.origins(jitsi(domain, { inseguroLocal: true })), []);
    }
  });

  it('refuses a room that can be guessed', async () => {
    const provider = await loadVideoProvider('jitsi');
    assert.match(provider.validate(jitsi('video.tribunal.jus.br', { sala: 'balcao-virtual-1a-vara-civel' }), court) ?? '', /adivinhar/);
    assert.match(provider.validate(jitsi('video.tribunal.jus.br', { sala: `${SALA}#x` }), court) ?? '', /só pode ter/);
  });

  it('never builds an address out of a domain that is more than a domain', async () => {
    const provider = await loadVideoProvider('jitsi');
    const odd = fc.oneof(fc.constantFrom('https://a.br', 'a.br/', 'a.br?x', 'a.br#x', 'u@a.br', 'a.br:99999999', 'a b', '', 'a.br\n', '[::2]', 'a..b', '.a', 'a\\b'), fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(odd, (domain) => {
        const [origin] = provider.origins(jitsi(domain));
        if (origin === undefined) assert.notEqual(provider.validate(jitsi(domain), demo), null);
        else assert.match(origin, /^https:\/\/(?:[a-z0-9.-]+|\[::1\])(?::\d{1,5})?$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('offers the room in another tab, with its token and without third parties', async () => {
    const provider = await loadVideoProvider('jitsi');
    const config = jitsi('video.tribunal.jus.br');
    assert.equal(provider.roomHref!({ config, room: SALA }), `https://video.tribunal.jus.br/${SALA}#config.disableThirdPartyRequests=true`);
    assert.match(provider.roomHref!({ config, room: SALA, audioOnly: true })!, /#.*&config\.startWithVideoMuted=true$/);
    assert.equal(new URL(provider.roomHref!({ config, room: SALA, token: 'a.b&c' })!).searchParams.get('jwt'), 'a.b&c');
    assert.equal(provider.roomHref!({ config, room: 'x?y' }), null);
    assert.equal(provider.roomHref!({ config: jitsi('a/b'), room: SALA }), null);
  });
});

describe('jaas', () => {
  const config: VideoConfig = { provider: 'jaas', appId: 'vpaas-magic-cookie-0a1b2c3d' };
  it('[BV-04] addresses the rooms of the AppID on 8x8.vc', async () => {
    const provider = await loadVideoProvider('jaas');
    assert.equal(provider.validate(config, court), null);
    assert.deepEqual(provider.origins(config), ['https://8x8.vc']);
    assert.equal(provider.roomHref!({ config, room: SALA }), `https://8x8.vc/vpaas-magic-cookie-0a1b2c3d/${SALA}#config.disableThirdPartyRequests=true`);
  });
  it('refuses what is not an AppID', async () => {
    const provider = await loadVideoProvider('jaas');
    for (const appId of ['', 'x', 'vpaas-magic-cookie-', 'vpaas-magic-cookie-1/../x']) {
      assert.match(provider.validate({ provider: 'jaas', appId }, demo) ?? '', /AppID/);
      assert.deepEqual(provider.origins({ provider: 'jaas', appId }), []);
    }
    assert.match(provider.validate({ ...config, sala: 'sala-de-atendimento-do-tribunal' }, court) ?? '', /adivinhar/);
  });
});

describe('link', () => {
  const config = (url: string): VideoConfig => ({ provider: 'link', url });
  it('[BV-04] leads to any tool that has an address', async () => {
    const provider = await loadVideoProvider('link');
    for (const url of ['https://teams.microsoft.com/l/meetup-join/1', 'https://meet.google.com/abc-defg-hij', 'https://cnj.zoom.us/j/1?pwd=2', '/balcao/sala']) {
      assert.equal(provider.validate(config(url), court), null);
      assert.equal(provider.href!(config(url)), url);
    }
    assert.deepEqual(provider.origins(config('https://cnj.zoom.us/j/1')), []);
  });
  it('refuses what is not a page', async () => {
    const provider = await loadVideoProvider('link');
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.br', 'tel:1', '']) {
      assert.match(provider.validate(config(url), demo) ?? '', /https/);
      assert.equal(provider.href!(config(url)), '');
    }
  });
});

describe('whatsapp', () => {
  const config = (mensagem?: string): VideoConfig => ({ provider: 'whatsapp', numero: '5584999990000', ...(mensagem === undefined ? {} : { mensagem }) });
  it('[BV-04] opens a conversation with the message already written, whatever is in it', async () => {
    const provider = await loadVideoProvider('whatsapp');
    assert.equal(provider.href!(config()), 'https://wa.me/5584999990000');
    assert.equal(provider.href!(config('  ')), 'https://wa.me/5584999990000');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const url = new URL(provider.href!(config(text)));
        assert.equal(url.origin + url.pathname + url.hash, 'https://wa.me/5584999990000');
        assert.equal(url.searchParams.get('text') ?? '', text.trim());
      }),
    );
    assert.ok(provider.href!(config('meia \ud83d carinha')).includes('%EF%BF%BD'));
  });
  it('refuses a number that is not in international digits', async () => {
    const provider = await loadVideoProvider('whatsapp');
    for (const numero of ['+55 84 99999-0000', '84', '', '5584999990000/x']) assert.match(provider.validate({ provider: 'whatsapp', numero }, court) ?? '', /algarismos/);
  });
});

describe('every provider', () => {
  it('refuses the configuration of another', async () => {
    const configs: VideoConfig[] = [jitsi('video.tribunal.jus.br'), { provider: 'jaas', appId: 'vpaas-magic-cookie-1' }, { provider: 'link', url: 'https://a.br' }, { provider: 'whatsapp', numero: '5584999990000' }];
    for (const config of configs) {
      assert.equal(videoConfig.safeParse(config).success, true);
      for (const id of ['jitsi', 'jaas', 'link', 'whatsapp'] as const) {
        const problem = (await loadVideoProvider(id)).validate(config, court);
        assert.equal(problem === null, id === config.provider, `${id} ${config.provider}`);
      }
    }
  });
});
