import { html, type CSSResult, type TemplateResult } from 'lit';
import { browserDevices } from '../../adapters/devices/browser-devices.ts';
import { falhaDe } from '../../adapters/devices/media.ts';
import type { Aberto, Devices } from '../../adapters/devices/types.ts';
import type { Ports } from '../../adapters/ports.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { testeStart, testeStep, type TesteEffect, type TesteEvent, type TesteState } from '../../controllers/teste.machine.ts';
import { lerNavegador } from '../../domain/balcao/navegador.ts';
import { qualidade } from '../../domain/balcao/rede.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { balcaoTeste } from '../../i18n/pt-br/balcao-teste.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderTeste, type TesteView } from './teste-telas.ts';
import { styles } from './teste.styles.ts';

/** What the test takes from the element that it is a part of. */
export interface ContextoTeste {
  /** Renders again. */
  update(): void;
  root(): ParentNode;
  t: Translate;
  ports: Ports;
  backendUrl: string | null;
  tribunal: Tribunal | null;
  /** Heading level of the part. */
  nivel: number;
}

/** The test as a part of an element. */
export interface ParteTeste {
  render(): TemplateResult;
  /** Its texts, to be added to the element's before the first render. */
  textos: Readonly<Record<string, string>>;
  /** Its look, to be adopted by the element before the first render. */
  estilos: CSSResult;
  /** Puts the focus on its heading. */
  focar(): void;
  /** Lets go of camera, timers and listeners. */
  soltar(): void;
}

/** Where the person may go from the test. */
export interface AcoesTeste {
  pronto(resultado: { semVideo: boolean }): void;
  voltar(): void;
}

/** Louder than this is a voice and not the noise of a room, 0 to 1. */
const VOZ = 0.12;
/** Nothing heard for so long is told, in milliseconds. */
const SILENCIO_MS = 7000;
/** A device that does not answer: the person may be reading the question of the browser, so this is long. In milliseconds. */
const PEDIDO_MS = 60_000;

/**
 * The test of camera, microphone, speaker and network. Nothing is asked for before the person presses "Testar", and everything is off again when the part
 * goes, when the page is out of sight, and when the test is over.
 * @param devices stories and tests bring their own
 */
export function criarTeste(ctx: ContextoTeste, acoes: AcoesTeste, devices: Devices = browserDevices(ctx.ports), agente: Pick<Navigator, 'userAgent' | 'maxTouchPoints'> = navigator): ParteTeste {
  const { clock } = ctx.ports;
  const page = document;
  let state: TesteState = testeStart;
  let aberto: Aberto | null = null;
  let aborto = new AbortController();
  let cancelar: () => void = () => undefined;
  let copiado: boolean | null = null;

  function send(event: TesteEvent): void {
    const before = state;
    const next = testeStep(state, event);
    state = next.state;
    for (const effect of next.effects) run(effect);
    if (before.kind === 'inicio' && state.kind === 'etapa') watch();
    if (state !== before) ctx.update();
  }

  function run(effect: TesteEffect): void {
    switch (effect.kind) {
      case 'abrir':
        return void abrir(effect);
      case 'tocar':
        return void tocar(effect.op);
      case 'medir':
        return void medir(effect.op);
      case 'soltar':
        soltar();
        if (state.kind === 'fim') page.removeEventListener('visibilitychange', onVisibility);
        return;
      case 'foco':
        return void setTimeout(() => ctx.root().querySelector<HTMLElement>('.teste .titulo')?.focus());
      case 'pronto':
        return acoes.pronto({ semVideo: effect.semVideo });
      case 'voltar':
        return acoes.voltar();
    }
  }

  /** Everything off, at once. */
  function soltar(): void {
    aborto.abort();
    aborto = new AbortController();
    cancelar();
    cancelar = () => undefined;
    aberto?.soltar();
    aberto = null;
  }

  const onVisibility = (): void => {
    if (page.visibilityState === 'hidden') send({ type: 'oculta' });
  };
  const watch = (): void => page.addEventListener('visibilitychange', onVisibility);

  async function abrir({ que, id, op }: Extract<TesteEffect, { kind: 'abrir' }>): Promise<void> {
    cancelar = clock.at(clock.now() + PEDIDO_MS, () => send({ type: 'recusado', op, falha: 'demorou' }));
    const options = { id, onFim: () => send({ type: 'caiu', op }) };
    try {
      const found = que === 'camera' ? await devices.camera(options) : await devices.microfone({ ...options, onNivel: (nivel) => onNivel(op, nivel) });
      // The person went on while the browser was asking: off again.
      if (state.op !== op || state.kind === 'fim') return found.soltar();
      cancelar();
      aberto = found;
      if (que === 'microfone') cancelar = clock.at(clock.now() + SILENCIO_MS, () => send({ type: 'silencio', op }));
      send({ type: 'aberto', op, id: found.id, opcoes: found.opcoes });
    } catch (error) {
      send({ type: 'recusado', op, falha: falhaDe(error) });
    }
  }

  /** The bar moves by itself: drawing the whole counter ten times a second would cost a cheap telephone too much. */
  function onNivel(op: number, nivel: number): void {
    const bar = ctx.root().querySelector<HTMLMeterElement>('.teste meter');
    if (bar) bar.value = nivel;
    if (nivel >= VOZ && state.kind === 'etapa' && state.situacao.que === 'aberta' && !state.situacao.ouviu) send({ type: 'ouviu', op });
  }

  async function tocar(op: number): Promise<void> {
    try {
      await devices.tocar(aborto.signal);
      send({ type: 'tocou', op });
    } catch (error) {
      send({ type: 'recusado', op, falha: falhaDe(error) });
    }
  }

  async function medir(op: number): Promise<void> {
    const { signal } = aborto;
    const { redeUrl, turn } = ctx.tribunal?.balcao ?? {};
    const amostra = safeUrl(redeUrl);
    const url = ctx.backendUrl ? `${ctx.backendUrl.replace(/\/$/, '')}/saude` : amostra;
    try {
      const medida = url ? await devices.rede(url, amostra, signal) : { idas: [], baixado: null };
      const passagem = turn?.length ? await devices.passagem(turn, signal) : null;
      send({ type: 'medida', op, qualidade: qualidade(medida), passagem });
    } catch {
      // Given up: what follows has another number.
    }
  }

  const view = (): TesteView => ({
    ctx,
    state,
    stream: aberto?.stream ?? null,
    navegador: lerNavegador(agente.userAgent, agente.maxTouchPoints),
    copiado,
    send,
    async copiar() {
      copiado = await devices.copiar(page.location.href);
      ctx.update();
    },
  });

  return {
    textos: balcaoTeste,
    estilos: styles,
    render: () => html`<div class="parte teste">${renderTeste(view())}</div>`,
    focar: () => void setTimeout(() => ctx.root().querySelector<HTMLElement>('.teste .titulo')?.focus()),
    soltar: () => send({ type: 'largar' }),
  };
}
