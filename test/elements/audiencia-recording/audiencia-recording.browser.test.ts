import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/elements/audiencia-recording/define.ts';
import type { AudienciaRecording } from '../../../src/elements/audiencia-recording/audiencia-recording.ts';
import { BackendError, type PedidoDeConferencia, type ResultadoConferencia } from '../../../src/adapters/ports.ts';
import { assentar, ate, exemplos, GRAVACAO, montar, type Exemplo, type Perguntas } from '../../../stories/audiencia-recording/examples.ts';
import { engine, itUnless } from '../../support/engine.ts';

async function open(exemplo: Partial<Exemplo> = {}, set: (element: AudienciaRecording) => void = () => undefined): Promise<{ element: AudienciaRecording; root: ShadowRoot; perguntas: Perguntas }> {
  const { element, perguntas } = montar(exemplo);
  set(element);
  document.body.append(element);
  await assentar(element);
  await exemplo.preparar?.(element);
  return { element, root: element.shadowRoot!, perguntas };
}
const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
/** The words of an element by blocks, as they are seen. */
const seen = (root: ParentNode, selector: string): string => words({ textContent: (root.querySelector<HTMLElement>(selector)?.innerText ?? '').replace(/\n/g, ' ') } as Node);
const text = (root: ParentNode, selector: string): string => words(root.querySelector(selector));
const button = (root: ParentNode, name: string): HTMLButtonElement => [...root.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? words(one)).includes(name))!;
const media = (root: ParentNode): HTMLMediaElement => root.querySelector<HTMLMediaElement>('video, audio')!;
/** Until the browser knows how long it is. */
const aberta = (element: AudienciaRecording): Promise<void> => ate(element, () => (media(element.shadowRoot!)?.readyState ?? 0) >= 1);

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', location.pathname + location.search.replace(/[?&](gravacao|processo)=[^&]*/g, ''));
});

/** WebKitGTK without the plug-ins of GStreamer plays nothing: a recording stays where it is. */
const SEM_SOM = engine === 'webkit' ? 'it may play no sound here' : null;

describe('<audiencia-recording>', () => {
  it('[AUD-07] [AUD-08] shows which act, case, unit and date it is of, the index, and what can be kept', async () => {
    const eventos: unknown[] = [];
    document.body.addEventListener('atrio-gravacao', (event) => eventos.push(event.detail), { once: true });
    const { element, root } = await open();
    await aberta(element);
    expect(eventos).to.deep.equal([{ id: GRAVACAO.id, sigilo: false }]);
    expect(text(root, 'h2')).to.equal('Audiência de instrução e julgamento');
    expect(seen(root, 'dl')).to.equal('Processo 0801234-12.2024.8.20.0001 Unidade 2ª Vara Cível da Comarca de Natal Data 20/11/2026 às 9h');
    expect([...root.querySelectorAll('.indice button')].map((one) => words(one))).to.deep.equal(['0:00 Abertura (parte que está tocando)', '0:02 Depoimento da primeira testemunha', '0:04 Depoimento da segunda testemunha', '0:06 Alegações finais']);
    expect([...root.querySelectorAll('[part=baixar] a')].map((one) => words(one))).to.deep.equal(['Baixar o som (63 KB)', 'Baixar as legendas (0,2 KB)']);
    expect(media(root).crossOrigin).to.equal('anonymous');
  });

  it('[AUD-08] a file is kept by an address of when it is asked for, and what is played goes on', async () => {
    let vez = 0;
    let falha: BackendError | null = null;
    const { element, root } = await open({
      endereco: (path) => (path.includes('-baixar') ? `https://backend.exemplo.jus.br/v1/${path}` : (undefined as never)),
      abrir: () => (falha ? Promise.reject(falha) : Promise.resolve({ ...GRAVACAO, arquivos: GRAVACAO.arquivos.map((one) => ({ ...one, url: `${one.url}?${vez}`, baixar: `${one.variante}-baixar?${vez++}` })) })),
    });
    await aberta(element);
    const before = media(root).currentSrc;
    const went: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      if (this.isConnected) return click.call(this);
      went.push(this.href);
    };
    try {
      const link = root.querySelector<HTMLAnchorElement>('[part=baixar] a')!;
      link.click();
      await ate(element, () => went.length === 1);
      expect([link.href, went[0], media(root).currentSrc]).to.deep.equal(['https://backend.exemplo.jus.br/v1/audio-baixar?0', 'https://backend.exemplo.jus.br/v1/audio-baixar?2', before]);
      falha = new BackendError('rede', 'exemplo');
      link.click();
      await ate(element, () => text(root, '[part=guardar]').includes('O arquivo não veio.'));
      falha = new BackendError('recusa', 'exemplo', { type: 'urn:atrio:problema:chave-gravacao-invalida', title: 'Chave', detail: 'O acesso terminou.', status: 401 });
      link.click();
      await ate(element, () => text(root, '[part=guardar]').includes('O acesso terminou.'));
      expect(went.length).to.equal(1);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('[AUD-08] a mark, a jump, the keys and the speed move the recording, and the index follows', async () => {
    const { element, root } = await open();
    await aberta(element);
    button(root, 'segunda testemunha').click();
    await ate(element, () => media(root).currentTime >= 3.9);
    await ate(element, () => text(root, '[aria-current]').includes('segunda testemunha'));
    button(root, 'Voltar 10 segundos').click();
    await ate(element, () => media(root).currentTime < 0.1);
    const key = (name: string): boolean => button(root, 'Abertura').dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));
    expect(key('l')).to.equal(false);
    await ate(element, () => media(root).currentTime > 7);
    // With a modifier, or in a field, a letter is a letter.
    button(root, 'Abertura').dispatchEvent(new KeyboardEvent('keydown', { key: 'j', ctrlKey: true, bubbles: true, composed: true }));
    root.querySelector('#velocidade')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, composed: true }));
    await assentar(element);
    expect(media(root).currentTime).to.be.greaterThan(7);
    const speed = root.querySelector<HTMLSelectElement>('#velocidade')!;
    speed.value = '1.5';
    speed.dispatchEvent(new Event('change'));
    expect(media(root).playbackRate).to.equal(1.5);
  });

  itUnless(SEM_SOM)('[AUD-08] beside sound alone the captions are written, and can be turned off', async () => {
    const { element, root } = await open();
    await aberta(element);
    await ate(element, () => (media(root).textTracks[0]?.cues?.length ?? 0) > 0);
    element.controle.send({ type: 'go', em: 4.5 });
    await ate(element, () => text(root, '.fala') === 'Eu vi o carro parar na esquina.');
    const box = root.querySelector<HTMLInputElement>('#legendas')!;
    box.click();
    await assentar(element);
    expect(root.querySelector('.fala')).to.equal(null);
    expect(media(root).textTracks[0]!.mode).to.equal('disabled');
  });

  it('[AUD-07] begins where the address says, and gives an address of the point: the recording in it, never a key', async () => {
    history.replaceState(null, '', `${location.pathname}?gravacao=${GRAVACAO.id}#t=4`);
    const { element, root, perguntas } = await open({ semEndereco: true, abrir: () => Promise.resolve({ ...GRAVACAO, sigilo: true, vista: '7' }) });
    expect(perguntas[0]).to.deep.equal([GRAVACAO.id, undefined, undefined]);
    await aberta(element);
    await ate(element, () => media(root).currentTime >= 3.9);
    button(root, 'Criar link').click();
    await ate(element, () => root.querySelector('#endereco') !== null);
    const link = new URL(root.querySelector<HTMLInputElement>('#endereco')!.value);
    expect([link.searchParams.get('gravacao'), link.hash]).to.deep.equal([GRAVACAO.id, '#t=4']);
    expect(text(root, '.guardar')).to.include('O link não leva a sua chave');
  });

  itUnless(SEM_SOM)('[AUD-07] an address that is over renews itself and goes on from where it was; the second failure is told', async () => {
    let vez = 0;
    const { element, root, perguntas } = await open({
      abrir: () => Promise.resolve({ ...GRAVACAO, vista: '5', arquivos: GRAVACAO.arquivos.map((one) => ({ ...one, url: `${one.variante}?v=${(vez += 1)}` })) }),
      // The first address of the sound opens nothing that plays.
      endereco: (path) => (path.startsWith('legendas') || path === 'audio?v=1' ? exemplosVtt : `${exemplosWav}#${path.slice(6)}`),
    }, (one) => (one.inicio = '0:04'));
    await ate(element, () => perguntas.length === 2);
    expect(perguntas[1]).to.deep.equal([GRAVACAO.id, undefined, '5']);
    await aberta(element);
    await ate(element, () => media(root).currentTime >= 3.9);
    const { state } = element.controle;
    expect(state.kind === 'ready' && state.toca.fase).to.equal('toca');

    const outro = await open(exemplos.video);
    expect(text(outro.root, '.player .aviso')).to.include('Este navegador não toca este arquivo Tente só o som');
    expect(outro.perguntas.length).to.equal(2);
    button(outro.root, 'Só o som').click();
    await assentar(outro.element);
    expect(media(outro.root).localName).to.equal('audio');
    expect(outro.root.querySelector('.player .aviso')).to.equal(null);
  });

  it('[AUD-07] under sigilo nothing is said before the key; a wrong one is told in its place; a right one opens, and warns', async () => {
    const CERTA = 'ABCD-EFGH-JKMN-PQRS';
    const { element, root, perguntas } = await open({
      abrir: (_id, { chave }) =>
        chave === CERTA
          ? Promise.resolve({ ...GRAVACAO, sigilo: true, vista: '9' })
          : Promise.reject(new BackendError('recusa', 'x', { type: `https://x/${chave ? 'chave-gravacao-invalida' : 'gravacao-sigilosa'}`, title: 'x', status: 403 })),
    });
    expect(words(root)).to.not.include('0801234');
    const tentar = async (chave: string): Promise<void> => {
      root.querySelector<HTMLInputElement>('#chave')!.value = chave;
      root.querySelector<HTMLInputElement>('#chave')!.focus();
      root.querySelector('form')!.requestSubmit();
      await assentar(element);
    };
    await tentar(' ');
    expect(text(root, '#chave-erro')).to.equal('Erro: Escreva a chave.');
    await tentar('ERRADA');
    expect(text(root, '#chave-erro')).to.include('Esta chave não abre a gravação');
    expect(root.querySelector('#chave')!.getAttribute('aria-describedby')).to.include('chave-erro');
    expect(root.activeElement?.id).to.equal('chave');
    await tentar(CERTA);
    expect(text(root, '.aviso')).to.include('Cada vez que alguém abre ou baixa, fica registrado');
    expect(root.activeElement?.localName).to.equal('h2');
    // The view that goes on is the same, with the key that was given.
    element.controle.send({ type: 'broke', formato: false });
    await assentar(element);
    expect(perguntas.at(-1)).to.deep.equal([GRAVACAO.id, CERTA, '9']);
  });

  it('[AUD-07] says plainly whether it is what the court signed, of what is served and of a copy', async () => {
    const casos: [ResultadoConferencia, string][] = [
      [{ tipo: 'confere', sha256: 'ab12', assinadoEm: '2026-11-20T12:40:00-03:00' }, 'Conferida: a gravação é a que o tribunal assinou Nada foi mudado desde a assinatura, 20/11/2026 às 12h40. Código do arquivo (SHA-256): ab12'],
      [{ tipo: 'nao-confere', motivo: 'conteudo' }, 'Não confere: isto não é o que o tribunal assinou Alguma parte do arquivo está diferente. Baixe de novo. Se continuar, avise a unidade.'],
      [{ tipo: 'sem-conferir', motivo: 'rede' }, 'Não deu para conferir A internet ou o tribunal não respondeu. Isto não quer dizer que a gravação foi alterada. Tente de novo.'],
    ];
    let resposta = casos[0]![0];
    const pedidos: PedidoDeConferencia[] = [];
    const eventos: string[] = [];
    const { element, root } = await open({
      conferir: (pedido) => {
        pedidos.push(pedido);
        return Promise.resolve(resposta);
      },
    });
    element.addEventListener('atrio-gravacao-conferida', (event) => eventos.push(event.detail.resultado));
    for (const [resultado, dito] of casos) {
      resposta = resultado;
      button(root, 'Conferir agora').click();
      await assentar(element);
      expect(seen(root, '.resultado')).to.equal(dito);
    }
    expect(eventos).to.deep.equal(['confere', 'nao-confere', 'sem-conferir']);
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'copia.wav'));
    const input = root.querySelector<HTMLInputElement>('#copia')!;
    input.files = transfer.files;
    resposta = casos[0]![0];
    input.dispatchEvent(new Event('change'));
    await assentar(element);
    expect(text(root, '.resultado')).to.include('Conferido: o seu arquivo é a gravação que o tribunal assinou');
    expect(await pedidos.at(-1)!.copia!.text()).to.equal('x');

    const parada = await open(exemplos.conferindo);
    expect(text(parada.root, '.conferir')).to.include('31 de 84 partes');
    button(parada.root, 'Parar').click();
    await assentar(parada.element);
    expect(parada.root.querySelector('progress')).to.equal(null);
  });

  it('[AUD-07] lists the recordings of a case, opens one, and goes back', async () => {
    const { element, root, perguntas } = await open(exemplos.lista);
    expect([...root.querySelectorAll('.lista strong')].map((one) => words(one))).to.deep.equal(['Audiência de conciliação', 'Audiência de instrução e julgamento']);
    button(root, 'Ver a gravação: Audiência de conciliação').click();
    await assentar(element);
    expect(perguntas[0]![0]).to.equal(GRAVACAO.id);
    button(root, 'Ver outras gravações').click();
    await assentar(element);
    expect(root.querySelectorAll('.lista li').length).to.equal(2);
  });

  for (const [nome, exemplo] of Object.entries(exemplos) as [string, Exemplo][]) {
    itUnless(engine === 'webkit' ? 'its driver has no setViewport' : null)(`[ACC-01] ${nome}: fits in 320 px, says its state, and what is pressed is 44 px high`, async () => {
      await setViewport({ width: 320, height: 720 });
      const { element, root } = await open(exemplo);
      expect(element.controle.state.kind).to.equal(exemplo.estado);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const one of root.querySelectorAll<HTMLElement>('button, select, .marcar')) expect(one.getBoundingClientRect().height, words(one)).to.be.at.least(43.5);
      await setViewport({ width: 800, height: 600 });
    });
  }
});

const exemplosWav = new URL('../../../stories/audiencia-recording/amostra.wav?no-inline', import.meta.url).href;
const exemplosVtt = new URL('../../../stories/audiencia-recording/amostra.vtt?no-inline', import.meta.url).href;
