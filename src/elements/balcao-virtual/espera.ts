import type { CSSResult, ReactiveControllerHost, TemplateResult } from 'lit';
import { chaveDaSenha } from '../../adapters/abas/guarda.ts';
import type { Alerta, Ports } from '../../adapters/ports.ts';
import { portasBalcao } from '../../adapters/abas/portas.ts';
import type { FilaInput, SituacaoFila } from '../../contract/fila.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { BalcaoController } from '../../controllers/balcao.controller.ts';
import type { BalcaoState } from '../../controllers/balcao.machine.ts';
import { FilaController } from '../../controllers/fila.controller.ts';
import { lugar, temSenha, type FilaKind, type FilaState, type ParteAberta, type VideoDaSenha } from '../../controllers/fila.machine.ts';
import type { Balcao } from '../../domain/channels/balcao.ts';
import { balcaoEspera } from '../../i18n/pt-br/balcao-espera.ts';
import type { Messages, Translate } from '../../i18n/translate.ts';
import { AtrioBalcaoFimEvent } from './balcao-virtual.events.ts';
import { esperaStyles } from './espera.styles.ts';
import { renderEspera, renderFalhaDaParte, renderVem, situacaoEspera, type EsperaView } from './espera-telas.ts';
import type { criarAntes } from './antes.ts';
import type { ContextoParte, Parte, Valores } from './parte.ts';
import type { Contexto, Situacao } from './situacao.ts';

/** What the queue takes from its element. */
export interface EsperaHost extends ReactiveControllerHost, HTMLElement {
  readonly ports: Ports;
  readonly renderRoot: HTMLElement | DocumentFragment;
  nivel: number;
  readonly traduzir: Translate;
  /** Adds words and look that came late. */
  juntar(textos: Messages, estilos?: CSSResult): void;
  /** The state that the page is told of may have changed. */
  mudou(): void;
  /** Nothing of the page has the focus. */
  readonly semFoco: boolean;
  /** Puts the focus where the person goes on, when what had it is gone. */
  manterFoco(): void;
}

type NomeDaParte = ParteAberta | 'antes';
const PARTES: readonly string[] = ['antes', 'teste', 'mensagem', 'agendar', 'chegada'] satisfies NomeDaParte[];

/** What tells who somebody is, and stays in memory where the matter is under sigilo. */
const SIGILOSO = /^\/(nome|identificacao|processo|contato|texto|assunto)/;

/** The way of one person through the queue of one unit: parts, waiting, turn, end. Loaded when somebody is on it. */
export class Espera {
  readonly unit: Balcao;
  readonly fila: FilaController;
  readonly valores: Valores;
  readonly #host: EsperaHost;
  readonly #balcao: BalcaoController;
  readonly #tribunal: Tribunal | null;
  readonly #partes = new Map<NomeDaParte, Parte | 'falha' | 'vem'>();
  #fim: typeof import('./fim.ts') | 'falha' | 'vem' | null = null;
  #nome = '';
  /** Refusals that a part was already told of. */
  #recusados: unknown = null;
  /** The part that is to take the focus once it is there. */
  #foco = false;
  /** Names of units that a ticket was transferred to. */
  readonly #nomes = new Map<string, string>();
  somProvado: boolean | null = null;

  constructor(host: EsperaHost, balcao: BalcaoController, unit: Balcao, tribunal: Tribunal | null, nome: string) {
    this.#host = host;
    this.#balcao = balcao;
    this.#tribunal = tribunal;
    this.unit = unit;
    const { ports } = host;
    this.valores = (ports.drafts.load(this.#chave) as Valores | undefined) ?? {};
    if (nome) this.valores['/nome'] = nome;
    host.juntar(balcaoEspera, esperaStyles);
    this.fila = new FilaController(host, {
      ports,
      portas: ports.balcao ?? portasBalcao(ports.clock, ports.random(8).join('-')),
      backendUrl: balcao.backendUrl!,
      unidadeId: unit.id!,
      abrirSala: (senha, ingresso) => balcao.call(this.#nome || this.valores['/nome'] || '', { senha, ingresso }),
      desligar: () => balcao.leave(),
      alerta: (situacao) => this.#alerta(situacao),
      mudou: (before, after) => this.#mudou(before, after),
    });
  }

  get #chave(): string {
    return `balcao:${chaveDaSenha(this.#balcao.backendUrl!, this.unit.id!)}`;
  }

  get kind(): FilaKind {
    return this.fila.state.kind;
  }

  /** The turn has an alert of its own: the status block is not to say it once more. */
  get alerta(): boolean {
    return this.kind === 'chamada';
  }

  /** Whether the channels of the unit are shown below: where there is no video, and where the network is gone, which a telephone does not need. */
  get comCanais(): boolean {
    const { state } = this.fila;
    const at = lugar(state) ?? state;
    // Of a video that did not open they stand beside the way back into it.
    if (state.kind === 'em-atendimento' && state.video.fase === 'falhou') return false;
    if (('ligacao' in at && at.ligacao === 'sem-rede') || this.#partes.get(state.kind as NomeDaParte) === 'falha' || (state.kind === 'fim' && this.#fim === 'falha')) return true;
    return ['cheia', 'recusada', 'perdida'].includes(state.kind) || (state.kind === 'fim' && state.situacao.fim?.motivo !== 'atendida');
  }

  /** What was pressed at the counter: the call, or another way to be served. */
  fazer(ato: 'ligar' | Exclude<ParteAberta, 'teste'>): void {
    // Comes beside the answer of how many are waiting.
    if (ato === 'ligar') codigoAntes().catch(() => undefined);
    this.fila.send(ato === 'ligar' ? { type: ato } : { type: 'abrir', parte: ato });
  }

  /** What did not come is asked for again. */
  redeVoltou(): void {
    for (const [nome, parte] of this.#partes) if (parte === 'falha') this.#partes.delete(nome);
    if (this.#fim === 'falha') this.#fim = null;
    this.#host.requestUpdate();
  }

  /** The counter's own machine moved: what became of the video. */
  balcaoMudou(state: BalcaoState): void {
    const video = videoDe(state);
    if (video) this.fila.video(video);
  }

  soltar(): void {
    for (const nome of [...this.#partes.keys()]) this.#fechar(nome);
    this.fila.soltar();
  }

  /** What the status block says; null when the counter's hours say it. */
  situacao(contexto: Contexto): Situacao | null {
    const { state } = this.fila;
    if (state.kind === 'fim') {
      const { traduzir: t } = this.#host;
      return (
        this.#telaDoFim?.situacaoFim(state, this.#view()) ?? {
          tom: 'neutro',
          titulo: this.#fim === 'falha' ? t('espera.encerrada', { senha: state.situacao.senha }) : t('espera.abrindo'),
          linhas: [],
        }
      );
    }
    return situacaoEspera(state, this.#view(), contexto);
  }

  /** Words about the attendant, once one has the ticket. */
  get atendente(): SituacaoFila['atendente'] {
    return lugar(this.fila.state)?.situacao.atendente;
  }

  render(): unknown {
    const { state } = this.fila;
    switch (state.kind) {
      case 'balcao':
        return null;
      case 'antes':
      case 'teste':
      case 'mensagem':
      case 'agendar':
      case 'chegada':
        return this.#renderParte(state.kind);
      case 'fim':
        if (!this.#fim) void this.#carregarFim();
        if (this.#fim === 'falha') return renderFalhaDaParte(this.#host.traduzir, () => void this.#carregarFim());
        return this.#telaDoFim?.renderFim(state, this.#view()) ?? renderVem(this.#host.traduzir);
      default:
        return renderEspera(state, this.#view());
    }
  }

  #view(): EsperaView {
    const { fila, unit, valores } = this;
    const host = this.#host;
    return {
      t: host.traduzir,
      ports: host.ports,
      fila,
      unit,
      tribunal: this.#tribunal,
      valores,
      nivel: host.nivel + 1,
      now: this.#balcao.now,
      rules: this.#balcao.rules,
      outros: this.#balcao.outrosMeios(unit),
      roomHref: this.#balcao.roomHref,
      somProvado: this.somProvado,
      nomeDa: (id) => this.#nomeDa(id),
      update: () => host.requestUpdate(),
      gravar: () => this.#gravar(),
      imprimir: host,
      provarSom: () => {
        void fila.provarSom().then((ouviu) => {
          this.somProvado = ouviu;
          host.requestUpdate();
        });
      },
    };
  }

  /** Name of a unit that a ticket may have been transferred to. */
  #nomeDa(id: string): string {
    const known = id === this.unit.id ? this.unit : this.#tribunal?.unidades.find((each) => each.id === id);
    const nome = known?.nome ?? this.#nomes.get(id);
    if (nome !== undefined) return nome;
    this.#nomes.set(id, '');
    this.#host.ports
      .backend(this.#balcao.backendUrl!)
      .then((backend) => backend.unidade(id))
      .then((unidade) => {
        this.#nomes.set(id, unidade?.nome ?? '');
        this.#host.requestUpdate();
      })
      // Asked again when it is needed again.
      .catch(() => this.#nomes.delete(id));
    return '';
  }

  #alerta(situacao: SituacaoFila): Alerta {
    const t = this.#host.traduzir;
    return {
      titulo: t('espera.vez'),
      texto: t('espera.vez-unidade', { unidade: this.#nomeDa(situacao.unidadeId) || this.unit.nome, senha: situacao.senha }),
      nome: `atrio-${situacao.senha}`,
    };
  }

  #mudou(before: FilaState, after: FilaState): void {
    // Camera and text of a part are let go of where nobody comes back to it as it was.
    if (after.kind !== before.kind && before.kind !== 'antes' && before.kind !== 'chegada') this.#fechar(before.kind as NomeDaParte);
    if (after.kind === 'balcao' || temSenha(after) || after.kind === 'fim') {
      this.#fechar('antes');
      this.#fechar('chegada');
    }
    const erros = 'erros' in after ? after.erros : undefined;
    if (erros?.length && erros !== this.#recusados) {
      this.#recusados = erros;
      const parte = this.#partes.get(after.kind as NomeDaParte);
      if (parte && typeof parte === 'object') void this.#host.updateComplete.then(() => parte.recusar?.(erros));
    }
    if (after.kind === 'fim' && before.kind !== 'fim') {
      const { fim } = after.situacao;
      this.#host.dispatchEvent(new AtrioBalcaoFimEvent(this.unit.id, fim?.motivo ?? 'atendida', fim?.motivo === 'atendida'));
    }
    // The end is near: its screen is here before the network can go.
    if (after.kind === 'em-atendimento' || after.kind === 'fim') void this.#carregarFim();
    if ((after.kind === 'na-fila' && before.kind === 'entrando') || after.kind === 'chamada') this.#balcao.intent();
    if (after.kind === 'balcao' && (before.kind === 'fim' || before.kind === 'perdida')) {
      for (const key of Object.keys(this.valores)) delete this.valores[key];
      this.#host.ports.drafts.clear(this.#chave);
      this.#balcao.dismiss();
    }
    // The question takes the place of the button, and the button that of the question.
    if ('saindo' in before && 'saindo' in after && before.saindo !== after.saindo) setTimeout(() => this.#host.renderRoot.querySelector<HTMLElement>('[data-foco="sair"]')?.focus());
    if (after.kind !== before.kind) {
      this.#foco = true;
      void this.#host.updateComplete.then(() => this.#focar());
      this.#host.mudou();
    }
  }

  /** What had the focus is gone. */
  focar(): void {
    this.#foco = this.#host.semFoco;
    this.#focar();
  }

  /** A part takes the focus to its heading, or to what stands in for it; elsewhere that of the counter has it, when what had it is gone. */
  #focar(): void {
    const { kind } = this;
    const parte = this.#partes.get(kind as NomeDaParte);
    // The part is about to be asked for.
    if (!this.#foco || (parte === undefined && PARTES.includes(kind))) return;
    this.#foco = false;
    const lugar = this.#host.renderRoot.querySelector<HTMLElement>('[data-foco=lugar]');
    if (parte && typeof parte === 'object' && parte.focar && this.#host.renderRoot.isConnected) parte.focar();
    else if (lugar && this.#host.semFoco) lugar.focus();
    else this.#host.manterFoco();
  }

  get #telaDoFim(): typeof import('./fim.ts') | null {
    return typeof this.#fim === 'string' ? null : this.#fim;
  }

  async #carregarFim(): Promise<void> {
    if (this.#fim && this.#fim !== 'falha') return;
    this.#fim = 'vem';
    try {
      const module = await import('./fim.ts');
      this.#host.juntar(module.textos, module.fimStyles);
      this.#fim = module;
    } catch {
      // Asked for again by a press, not by the next render, which comes at once.
      this.#fim = 'falha';
    }
    this.#host.requestUpdate();
  }

  #gravar(): void {
    const { valores } = this;
    const sigilo = valores['/sigilo'] === 'sim';
    const kept = Object.fromEntries(Object.entries(valores).filter(([key]) => !key.startsWith('/identificacao') && !(sigilo && SIGILOSO.test(key))));
    this.#host.ports.drafts.save(this.#chave, kept);
  }

  #fechar(nome: NomeDaParte): void {
    const parte = this.#partes.get(nome);
    this.#partes.delete(nome);
    if (parte && typeof parte === 'object') parte.soltar?.();
  }

  #renderParte(nome: NomeDaParte): TemplateResult {
    const parte = this.#partes.get(nome);
    if (parte === undefined) void this.#carregarParte(nome);
    if (parte === 'falha') {
      return renderFalhaDaParte(this.#host.traduzir, () => {
        this.#partes.delete(nome);
        this.#host.requestUpdate();
      }, () => this.fila.send({ type: 'voltar' }));
    }
    return parte && parte !== 'vem' ? parte.render() : renderVem(this.#host.traduzir);
  }

  async #carregarParte(nome: NomeDaParte): Promise<void> {
    this.#partes.set(nome, 'vem');
    let parte: Parte | 'falha';
    try {
      parte = await this.#criar(nome);
    } catch {
      parte = 'falha';
    }
    // Closed meanwhile, or opened once more and here already.
    if (this.#partes.get(nome) !== 'vem' || this.kind !== nome) {
      if (parte !== 'falha') parte.soltar?.();
      if (this.#partes.get(nome) === 'vem') this.#partes.delete(nome);
      return;
    }
    if (parte !== 'falha') this.#host.juntar(parte.textos, parte.estilos);
    this.#partes.set(nome, parte);
    // Who went on to something else on the page is not pulled back; a heading has the focus only where it was put.
    this.#foco = this.#host.semFoco || Boolean((this.#host.renderRoot as ShadowRoot).activeElement?.matches('[data-foco=lugar],.titulo'));
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#focar();
  }

  async #criar(nome: NomeDaParte): Promise<Parte> {
    const ctx = this.#contexto();
    const { fila } = this;
    const abrir = (parte: ParteAberta) => (): void => fila.send({ type: 'abrir', parte });
    const voltar = (): void => fila.send({ type: 'voltar' });
    switch (nome) {
      case 'antes':
        return (await codigoAntes())(ctx, {
          entrar: (envio) => this.#entrar(envio),
          mensagem: abrir('mensagem'),
          agendar: abrir('agendar'),
          testar: abrir('teste'),
          voltar,
        });
      case 'teste':
        return (await import('../_base/teste.ts')).criarTeste(ctx, {
          pronto: ({ semVideo }) => {
            if (semVideo) this.valores['/semVideo'] = 'sim';
            else delete this.valores['/semVideo'];
            this.#gravar();
            voltar();
          },
          voltar,
        });
      case 'mensagem':
        return (await import('./mensagem.ts')).criarMensagem(ctx, { voltar, ...(this.#tem('agendar') ? { agendar: abrir('agendar') } : {}) });
      case 'agendar':
        return (await import('./agendar.ts')).criarAgendar(ctx, { voltar, ...(this.#tem('mensagem') ? { mensagem: abrir('mensagem') } : {}) });
      case 'chegada':
        return (await import('./chegada.ts')).criarChegada(ctx, { entrar: (envio) => this.#entrar(envio), voltar });
    }
  }

  #tem(meio: 'mensagem' | 'agendar'): boolean {
    return this.#balcao.outrosMeios(this.unit).includes(meio);
  }

  #entrar(envio: FilaInput): void {
    this.#nome = envio.nome ?? '';
    this.#gravar();
    this.fila.entrar(this.valores['/semVideo'] === 'sim' ? { ...envio, semVideo: true } : envio);
  }

  #contexto(): ContextoParte {
    const { fila, unit, valores } = this;
    const host = this.#host;
    const balcao = this.#balcao;
    const tribunal = this.#tribunal;
    return {
      update: () => host.requestUpdate(),
      root: () => host.renderRoot,
      t: (key: string, params) => host.traduzir(key, params),
      ports: host.ports,
      backendUrl: balcao.backendUrl,
      unit,
      tribunal,
      get resumo() {
        return fila.resumo;
      },
      valores,
      gravar: () => this.#gravar(),
      nivel: host.nivel + 1,
      get rules() {
        return balcao.rules;
      },
      lang: host.lang || 'pt-BR',
    };
  }
}

/** The questions before a person waits. */
const codigoAntes = async (): Promise<typeof criarAntes> => (await import('./antes.ts')).criarAntes;

/** What a state of the counter's machine says of the video; null while it says nothing new. */
function videoDe(state: BalcaoState): VideoDaSenha | null {
  switch (state.kind) {
    case 'ended':
      return { fase: state.motivo === 'saiu' ? 'saiu' : state.motivo === 'encerrada' ? 'encerrada' : 'caiu' };
    case 'fallback':
      return { fase: 'falhou', motivo: state.motivo, detalhe: state.detalhe };
    case 'handed-over':
      return { fase: 'fora' };
    default:
      return null;
  }
}
