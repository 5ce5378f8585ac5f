import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { browserDevices } from '../../../src/adapters/devices/browser-devices.ts';
import { createMedia, type MediaEnv } from '../../../src/adapters/devices/media.ts';
import type { Aberto, DeviceError } from '../../../src/adapters/devices/types.ts';
import { browserClock } from '../../../src/adapters/clock/browser-clock.ts';
import { assentar } from '../../../stories/balcao-virtual/palco-parte.ts';
import { comWebRtc, engine, itUnless } from '../../support/engine.ts';
import { until } from '../../support/frames.ts';
import { AGENTES, apertar, esconder, exemplosTeste, montarTeste, tocarTeste, type ExemploTeste, type PalcoTeste } from '../../../stories/balcao-virtual/teste.examples.ts';

const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const one = <E extends HTMLElement = HTMLElement>({ el }: PalcoTeste, selector: string): E => el.shadowRoot!.querySelector<E>(selector)!;
const all = ({ el }: PalcoTeste, selector: string): string[] => [...el.shadowRoot!.querySelectorAll(selector)].map(words);
const title = (palco: PalcoTeste): string => words(one(palco, 'h3'));

async function open(exemplo: Partial<ExemploTeste> = {}): Promise<PalcoTeste> {
  const palco = montarTeste(exemplo);
  document.body.append(palco.el);
  await tocarTeste(palco, exemplo);
  return palco;
}

afterEach(() => document.body.replaceChildren());

describe('the test before a call', () => {
  it('[BV-16] asks for nothing before "Testar" is pressed, and can be left without testing', async () => {
    const palco = await open();
    expect(palco.devices.pedidos).to.deep.equal([]);
    expect(title(palco)).to.equal('Testar câmera, som e internet');
    await apertar(palco, 'sem-testar');
    expect([palco.el.pedidos, palco.devices.pedidos]).to.deep.equal([[['pronto', { semVideo: false }]], []]);
  });

  it('[BV-16] goes through camera, microphone, speaker and network, one on at a time, and ends with everything off', async () => {
    const palco = await open({ file: { balcao: { redeUrl: 'https://backend.tribunal.example/amostra.bin' } } });
    const titles: string[] = [];
    const on: string[] = [];
    for (const acao of ['testar', 'sim', 'sim', 'comecar', 'sim', 'seguir']) {
      await apertar(palco, acao);
      titles.push(title(palco));
      on.push([...palco.devices.ligados].join());
      expect(palco.el.shadowRoot!.activeElement?.tagName, acao).to.equal(acao === 'comecar' ? palco.el.shadowRoot!.activeElement?.tagName : 'H3');
    }
    expect(titles).to.deep.equal(['Passo 1 de 4 Câmera', 'Passo 2 de 4 Microfone', 'Passo 3 de 4 Som', 'Passo 3 de 4 Som', 'Passo 4 de 4 Internet', 'Resultado do teste']);
    expect(on).to.deep.equal(['camera', 'microfone', '', '', '', '']);
    expect(palco.devices.pedidos).to.deep.equal(['camera', 'microfone', 'tocar', 'rede https://backend.tribunal.example/saude https://backend.tribunal.example/amostra.bin']);
    expect(all(palco, '.resultados p')).to.deep.equal(['Câmera: Funcionando', 'Microfone: Funcionando', 'Som: Funcionando', 'Internet: Funcionando']);
    await apertar(palco, 'continuar');
    expect(palco.el.pedidos).to.deep.equal([['pronto', { semVideo: false }]]);
  });

  it('[BV-16] tries the servers for calls only where the court has some', async () => {
    const palco = await open({ ...exemplosTeste.redeBoa, file: { balcao: { turn: ['turns:turn.tribunal.example:443'] } } });
    expect(palco.devices.pedidos.at(-1)).to.equal('passagem turns:turn.tribunal.example:443');
    expect(words(one(palco, '.aviso'))).to.include('A chamada de vídeo consegue passar por esta rede.');
    palco.el.remove();
    expect((await open(exemplosTeste.redeBoa)).devices.pedidos.some((what) => what.startsWith('passagem'))).to.equal(false);
  });

  it('[BV-16] helps with a refused permission in the words of the browser, and goes on by voice alone', async () => {
    const palco = await open(exemplosTeste.cameraNegada);
    expect(words(one(palco, '.aviso strong'))).to.equal('O navegador está sem permissão para usar a câmera');
    expect(all(palco, '.passos li')).to.deep.equal(['Toque no ícone ao lado do endereço da página, no alto da tela.', 'Toque em “Permissões” e ligue a câmera e o microfone.', 'Volte aqui e toque em “Tentar de novo”.']);
    expect(words(one(palco, '[role="status"]'))).to.equal('O navegador está sem permissão para usar a câmera');
    palco.devices.falha = null;
    for (const acao of ['seguir', 'sim', 'seguir', 'seguir']) await apertar(palco, acao);
    expect(all(palco, '.resultados p').slice(0, 2)).to.deep.equal(['Câmera: Com problema', 'Microfone: Funcionando']);
    await apertar(palco, 'so-voz');
    expect(palco.el.pedidos).to.deep.equal([['pronto', { semVideo: true }]]);
  });

  it('[BV-16] remembers a refusal: the camera is asked for again only when the person says so', async () => {
    const palco = await open(exemplosTeste.cameraNegada);
    for (const acao of ['seguir', 'seguir', 'seguir', 'seguir']) await apertar(palco, acao);
    expect(palco.devices.pedidos.filter((what) => what === 'camera')).to.have.length(1);
    palco.devices.falha = null;
    await apertar(palco, 'ir-camera');
    expect([title(palco), [...palco.devices.ligados]]).to.deep.equal(['Passo 1 de 4 Câmera', ['camera']]);
    await apertar(palco, 'sim');
    expect(all(palco, '.resultados p')[0]).to.equal('Câmera: Funcionando');
  });

  it('[BV-16] leaves in the middle without the camera when it is known not to serve', async () => {
    const palco = await open(exemplosTeste.semCamera);
    await apertar(palco, 'parar');
    expect(palco.el.pedidos).to.deep.equal([['pronto', { semVideo: true }]]);
  });

  it('[BV-16] has other words for Safari on a telephone, Firefox, and each cause', async () => {
    const said = async (exemplo: Partial<ExemploTeste>): Promise<string> => {
      const palco = await open({ ...exemplo, passos: ['testar'] });
      const text = words(one(palco, '.aviso'));
      palco.el.remove();
      return text;
    };
    expect(await said(exemplosTeste.cameraNegadaIos)).to.include('Ajustes do site');
    expect(await said({ mundo: { falha: 'negado' }, agente: AGENTES.firefox })).to.include('Bloqueado');
    expect(await said(exemplosTeste.cameraBloqueada)).to.include('O problema é do site do tribunal, não seu');
    expect(await said(exemplosTeste.cameraOcupada)).to.include('Feche outras chamadas');
    expect(await said(exemplosTeste.semCamera)).to.include('Não encontramos a câmera');
    expect(await said({ mundo: { falha: 'sem-suporte' }, agente: AGENTES.safariIos })).to.include('Abra esta página no Safari');
  });

  it('[BV-16] tells the browser inside of an application, and gives the address to take elsewhere', async () => {
    const palco = await open(exemplosTeste.noInstagram);
    expect(words(one(palco, '.aviso strong'))).to.equal('Você está dentro do aplicativo Instagram');
    expect(words(one(palco, '.aviso [role="status"]'))).to.equal('Endereço copiado. Agora abra o Safari e cole.');
    palco.el.remove();
    const android = await open({ agente: AGENTES.whatsappAndroid, mundo: { copia: false }, passos: ['copiar'] });
    expect(words(one(android, '.aviso'))).to.include('abra esta página no Chrome').and.include('Não foi possível copiar');
    android.el.remove();
    expect(all(await open({ agente: AGENTES.safariIos }), '.aviso')).to.deep.equal([]);
  });

  it('[BV-16] shows the loudness as a bar and in words, and says when nothing is heard', async () => {
    const palco = await open({ passos: ['testar', 'sim'] });
    palco.devices.falar(0.05);
    await assentar(palco.el);
    expect(words(one(palco, 'meter ~ p'))).to.equal('Esperando você falar…');
    palco.ports.clock.advance(7000);
    await assentar(palco.el);
    expect(words(one(palco, 'meter ~ p'))).to.include('Ainda não ouvimos nada.');
    palco.devices.falar(0.6);
    await assentar(palco.el);
    expect([words(one(palco, 'meter ~ p')), one<HTMLMeterElement>(palco, 'meter').value, words(one(palco, '[role="status"]'))]).to.deep.equal(['Estamos ouvindo você.', 0.6, 'Estamos ouvindo você.']);
  });

  it('[BV-16] chooses another camera', async () => {
    const palco = await open(exemplosTeste.camera);
    const select = one<HTMLSelectElement>(palco, 'select');
    expect([...select.options].map(words)).to.deep.equal(['Câmera da frente', 'Câmera de trás']);
    select.value = 'b';
    select.dispatchEvent(new Event('change'));
    await assentar(palco.el);
    expect([palco.devices.pedidos, one<HTMLSelectElement>(palco, 'select').value]).to.deep.equal([['camera', 'camera b'], 'b']);
  });

  it('[BV-16] turns everything off when the page is out of sight, when it is left, and when a device is pulled out', async () => {
    const palco = await open({ passos: ['testar'] });
    expect([...palco.devices.ligados]).to.deep.equal(['camera']);
    esconder(palco.el);
    await assentar(palco.el);
    expect([[...palco.devices.ligados], words(one(palco, 'h3 + p'))]).to.deep.equal([[], 'O teste parou porque você saiu da página. A câmera e o microfone estão desligados.']);
    await apertar(palco, 'comecar');
    expect([...palco.devices.ligados]).to.deep.equal(['camera']);
    palco.devices.desligar();
    await assentar(palco.el);
    expect([[...palco.devices.ligados], words(one(palco, '.aviso strong'))]).to.deep.equal([[], 'Não encontramos a câmera']);
    await apertar(palco, 'comecar');
    palco.el.remove();
    expect([[...palco.devices.ligados], palco.ports.clock.pending]).to.deep.equal([[], 0]);
    esconder(palco.el);
  });

  it('[BV-16] lets go of a camera that comes after the person went on', async () => {
    const palco = await open();
    one(palco, '[data-acao="testar"]').click();
    palco.el.parte!.soltar!();
    await assentar(palco.el);
    expect([palco.devices.pedidos, [...palco.devices.ligados]]).to.deep.equal([['camera'], []]);
  });

  for (const [nome, exemplo] of Object.entries(exemplosTeste)) {
    it(`has no fault that axe finds, and nothing wider than a small telephone: ${nome}`, async () => {
      document.body.style.inlineSize = '320px';
      const { el } = await open(exemplo);
      await expect(el).to.be.accessible();
      const wide = [...el.shadowRoot!.querySelectorAll<HTMLElement>('.teste *')].filter((item) => item.getBoundingClientRect().right > 321 && getComputedStyle(item).clipPath === 'none');
      expect(wide.map((item) => item.outerHTML.slice(0, 80))).to.deep.equal([]);
      const small = [...el.shadowRoot!.querySelectorAll<HTMLElement>('.teste :is(button, .botao, select)')].filter((item) => item.getBoundingClientRect().height < 43.5);
      expect(small.map(words)).to.deep.equal([]);
      document.body.removeAttribute('style');
    });
  }
});

/** Waits for something to be so; the browser's own devices take their time. */
describe('the devices of a real browser', () => {
  const clock = browserClock();
  after(comWebRtc());
  const devices = browserDevices({ clock, fetch: (input, init) => fetch(input, init) });
  const live = ({ stream }: Aberto): boolean[] => stream.getTracks().map(({ readyState }) => readyState === 'live');

  it('[BV-16] opens a camera that moves, names what there is to choose, and turns it off', async () => {
    expect(devices.suporte()).to.equal(null);
    const camera = await devices.camera({ id: null, onFim: () => expect.fail('it was not pulled out') });
    expect([live(camera), camera.opcoes.length > 0, camera.opcoes.some(({ id }) => id === camera.id)]).to.deep.equal([[true], true, true]);
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = camera.stream;
    document.body.append(video);
    await video.play();
    expect(video.videoWidth).to.be.greaterThan(0);
    const again = await devices.camera({ id: 'gone', onFim: () => undefined });
    expect(live(again), 'any other will do').to.deep.equal([true]);
    camera.soltar();
    camera.soltar();
    again.soltar();
    expect(live(camera)).to.deep.equal([false]);
  });

  itUnless(engine === 'firefox' ? 'without a loudspeaker it has no clock of sound' : null)('[BV-16] hears the beeps of a microphone, and no more once it is let go', async () => {
    const levels: number[] = [];
    const microfone = await devices.microfone({ id: null, onFim: () => undefined, onNivel: (nivel) => levels.push(nivel) });
    await until(() => levels.some((nivel) => nivel > 0.05));
    expect(levels.every((nivel) => nivel >= 0 && nivel <= 1)).to.equal(true);
    microfone.soltar();
    const heard = levels.length;
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect([levels.length, live(microfone)]).to.deep.equal([heard, [false]]);
  });

  it('[BV-16] plays its notes to the end, or stops when told', async () => {
    // A sound needs a gesture, as a press of the button is.
    await sendKeys({ press: 'a' });
    // Firefox has no clock of sound on a machine without a loudspeaker, as a test's is.
    expect(await devices.tocar(new AbortController().signal).then(() => 'played', (error: DeviceError) => error.falha)).to.be.oneOf(engine === 'firefox' ? ['played', 'ausente'] : ['played']);
    const control = new AbortController();
    const playing = devices.tocar(control.signal);
    control.abort();
    expect(await playing.then(() => 'played', (error: Error) => error.name)).to.equal('AbortError');
  });

  it('[BV-16] measures its own server', async () => {
    const medida = await devices.rede('/__web-dev-server__/nothing.js', null, new AbortController().signal).catch(() => null);
    expect(medida!.idas.length).to.be.greaterThan(1);
    expect(await devices.passagem([], new AbortController().signal)).to.equal('incerta');
  });

  it('[BV-16] reads what a real browser refuses with: no https, an old browser, a policy, no device', async () => {
    const env: MediaEnv = { navigator, document, isSecureContext: true, emQuadro: false, AudioContext, RTCPeerConnection: class {}, clock };
    const why = (over: Partial<MediaEnv>): Promise<string> => createMedia({ ...env, ...over }).camera({ id: null, onFim: () => undefined }).then((aberto) => (aberto.soltar(), 'opened'), (error: DeviceError) => error.falha);
    const rejecting = (name: string, message = ''): Partial<MediaEnv> => ({ navigator: { permissions: navigator.permissions, mediaDevices: { getUserMedia: () => Promise.reject(new DOMException(message, name)) } as unknown as MediaDevices } });
    expect(await why({ isSecureContext: false })).to.equal('inseguro');
    expect(await why({ RTCPeerConnection: undefined })).to.equal('sem-suporte');
    expect(await why(rejecting('NotFoundError'))).to.equal('ausente');
    expect(await why(rejecting('NotAllowedError', 'Permission dismissed'))).to.equal('dispensado');
    const frame = document.createElement('iframe');
    frame.allow = "camera 'none'; microphone 'none'";
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const inside = frame.contentWindow as Window & typeof globalThis;
    expect(await why({ navigator: inside.navigator, document: inside.document, emQuadro: true })).to.equal('featurePolicy' in document ? 'politica' : 'negado');
  });
});
