import { html, nothing, type TemplateResult } from 'lit';
import type { Ports } from '../../adapters/ports.ts';
import type { SituacaoFila } from '../../contract/fila.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { FilaController } from '../../controllers/fila.controller.ts';
import { lugar, type ComSenha, type FilaState, type NaVez } from '../../controllers/fila.machine.ts';
import type { Balcao } from '../../domain/channels/balcao.ts';
import { regraEmPalavras } from '../../domain/fila/prioridade.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderCanais } from '../_base/canais.ts';
import { heading } from '../_base/heading.ts';
import { notice } from '../_base/notice.ts';
import { novaAba } from './destino.ts';
import type { Valores } from './parte.ts';
import { quando } from './quando.ts';
import type { Contexto, Situacao } from './situacao.ts';

/** What the queue's templates take from the element. */
export interface EsperaView {
  t: Translate;
  ports: Ports;
  fila: FilaController;
  unit: Balcao;
  tribunal: Tribunal | null;
  valores: Valores;
  /** Heading level of a block. */
  nivel: number;
  /** Epoch milliseconds. */
  now: number;
  rules: ZoneRules | null;
  /** Ways to be served other than now. */
  outros: readonly ('mensagem' | 'agendar')[];
  /** Address of the room in another tab, or null. */
  roomHref: string | null;
  /** Whether the sound was heard when it was tried; null when it was not tried. */
  somProvado: boolean | null;
  /** Name of a unit; empty while nobody knows. */
  nomeDa(id: string): string;
  update(): void;
  gravar(): void;
  /** What is printed. */
  imprimir: HTMLElement;
  provarSom(): void;
}

type Estado<K extends FilaState['kind']> = Extract<FilaState, { kind: K }>;

/** How many go on waiting for each person without priority, where nobody said. */
const PRIORIDADES_SEGUIDAS = 2;

/** An instant of the contract as people say it, in the unit's zone. */
export const dizer = (instante: string, { unit, now, rules, t }: Pick<EsperaView, 'unit' | 'now' | 'rules' | 't'>, hoje = false): string | null => {
  const at = Date.parse(instante);
  return rules && !Number.isNaN(at) ? quando(at, now, (instant) => rules.offsetAt(unit.agenda.timezone, instant), t, hoje) : null;
};

/** Minutes in words: `1 hora e 20 minutos`. */
export function duracao(minutos: number, t: Translate): string {
  const whole = Math.max(Math.round(minutos), 1);
  const n = (count: number, one: string, many: string): string => (count === 1 ? t(one) : t(many, { n: count }));
  const h = Math.floor(whole / 60);
  const rest = whole % 60;
  if (h === 0) return n(rest, 'espera.minuto', 'espera.minutos');
  const horas = n(h, 'espera.hora', 'espera.horas');
  return rest === 0 ? horas : t('espera.hora-e', { horas, minutos: n(rest, 'espera.minuto', 'espera.minutos') });
}

/** How many are ahead, in words. */
const posicao = (n: number, t: Translate): string => (n === 0 ? t('espera.proximo') : n === 1 ? t('espera.um-antes') : t('espera.antes', { n }));

/** Why nobody is called; a return that has passed is not promised any more. */
function pausa({ pausa: why }: Pick<SituacaoFila, 'pausa'>, view: EsperaView): string[] {
  if (!why) return [];
  const ate = why.ate && Date.parse(why.ate) > view.now && dizer(why.ate, view);
  return [ate ? view.t('espera.pausa-ate', { motivo: why.motivo, quando: ate }) : view.t('espera.pausa', { motivo: why.motivo })];
}

/** Nothing comes through: the place is safe. */
const semRede = (at: Pick<ComSenha, 'ligacao'>, { t }: EsperaView): string[] => (at.ligacao === 'sem-rede' ? [t('espera.sem-rede')] : []);

/** What there is to say of a turn besides that it came. */
const deNovo = (at: ComSenha, view: EsperaView): string[] => [...(at.situacao.chamada?.vez === 2 ? [view.t('espera.vez-de-novo')] : []), ...semRede(at, view)];

/** What the status block says in each state of the queue; null where the hours of the counter say enough. */
export function situacaoEspera(state: FilaState, view: EsperaView, _contexto: Contexto): Situacao | null {
  const { t } = view;
  const say = (tom: Situacao['tom'], titulo: string, ...linhas: string[]): Situacao => ({ tom, titulo, linhas });
  switch (state.kind) {
    case 'abrindo':
      return say('ativo', t('espera.abrindo'));
    case 'cheia': {
      const { resumo } = view.fila;
      const minutos = resumo?.estimativa?.minutos;
      return say(
        'ruim',
        t('espera.cheia'),
        ...(resumo ? [t('espera.cheia-pessoas', { n: resumo.aguardando })] : []),
        ...(minutos ? [`${t('espera.estimativa', { tempo: duracao(minutos, t) })}.`] : []),
        ...(resumo ? pausa(resumo, view) : []),
      );
    }
    case 'entrando':
      return say('ativo', t('espera.entrando'));
    case 'recusada':
      return say('ruim', t('espera.recusada'), (state.motivo === 'recusa' && state.detalhe) || t(`espera.recusada.${state.motivo}`));
    case 'retomando':
      return state.ligacao === 'sem-rede'
        ? say('ruim', t('espera.guardada', { senha: state.senha.senha }), t('espera.sem-rede'))
        : say('ativo', t('espera.retomando', { senha: state.senha.senha }));
    case 'na-fila':
    case 'transferida':
      return say(state.ligacao === 'sem-rede' || state.situacao.pausa ? 'ruim' : 'bom', posicao(state.situacao.posicao, t), ...pausa(state.situacao, view), ...semRede(state, view));
    case 'chamada':
      return say('bom', t('espera.vez'), ...deNovo(state, view));
    case 'em-atendimento': {
      const { video, situacao } = state;
      const com = situacao.atendente ? t('espera.atendimento-com', situacao.atendente) : t('espera.atendimento');
      if (state.indo) return say('ativo', t('espera.entrando-sala'));
      switch (video.fase) {
        case 'saiu':
          return say('neutro', t('espera.saiu'), com);
        case 'caiu':
          return say('ruim', t('espera.caiu'), com, ...semRede(state, view));
        case 'encerrada':
          return say('ativo', t('espera.encerrou'), t('espera.encerrou-dica'));
        case 'falhou':
          return say('ruim', t('espera.falhou'), video.detalhe ?? t(`balcao.falha.${video.motivo}`));
        default:
          return say('bom', com, t('espera.voltar-dica'), ...semRede(state, view));
      }
    }
    case 'em-outra-aba':
      return say('neutro', t('espera.outra-aba'), t('espera.outra-aba-dica'));
    case 'perdida':
      return say('neutro', t('espera.perdida'), state.detalhe ?? t('espera.perdida-dica'));
    case 'mensagem':
    case 'agendar':
    case 'chegada':
    case 'teste': {
      const at = lugar(state);
      return at && at.situacao.estado === 'aguardando' ? say('bom', posicao(at.situacao.posicao, t), t('espera.guardada', { senha: at.situacao.senha }), ...semRede(at, view)) : null;
    }
    default:
      return null;
  }
}

/** Buttons of the other ways to be served. */
export const renderOutros = ({ t, outros, fila }: EsperaView, primario = false): unknown =>
  outros.map(
    (parte, n) =>
      html`<button type="button" class=${primario && n === 0 ? 'primario' : ''} @click=${() => fila.send({ type: 'abrir', parte })}>${t(`balcao.${parte}`)}</button>`,
  );

/** A part whose code is on its way; it keeps the focus for it. */
export const renderVem = (t: Translate): TemplateResult => html`<p tabindex="-1" data-foco="lugar">${t('comum.carregando')}</p>`;

/** A part whose code did not come. @param voltar left out where there is nothing to go back to */
export const renderFalhaDaParte = (t: Translate, tentar: () => void, voltar?: () => void): TemplateResult =>
  html`<div class="pilha">
    <div tabindex="-1" data-foco="lugar">${notice('alerta', { texto: t('espera.parte-falhou') })}</div>
    <div class="acoes">
      <button type="button" class="primario" @click=${tentar}>${t('comum.tentar-de-novo')}</button>
      ${voltar ? html`<button type="button" @click=${voltar}>${t('comum.voltar')}</button>` : nothing}
    </div>
  </div>`;

/** The screens of the queue itself. */
export function renderEspera(state: FilaState, view: EsperaView): TemplateResult | typeof nothing {
  const { t, fila } = view;
  const voltar = (): void => fila.send({ type: 'voltar' });
  switch (state.kind) {
    case 'cheia':
      return html`<div class="pilha">
        ${view.outros.length > 0 ? heading(view.nivel, t('espera.cheia-titulo'), 'subtitulo') : nothing}
        <p>${t('espera.cheia-dica')}</p>
        <div class="acoes">
          ${renderOutros(view, true)}
          <button type="button" class=${view.outros.length > 0 ? '' : 'primario'} @click=${() => fila.send({ type: 'abrir', parte: 'antes' })}>${t('espera.entrar-mesmo-assim')}</button>
          <button type="button" class="texto" @click=${voltar}>${t('balcao.voltar')}</button>
        </div>
      </div>`;
    case 'recusada':
      return html`<div class="pilha">
        <div class="acoes">
          ${state.motivo === 'recusa' ? nothing : html`<button type="button" class="primario" @click=${() => fila.entrar(state.envio)}>${t('comum.tentar-de-novo')}</button>`}
          ${renderOutros(view, state.motivo === 'recusa')}
          <button type="button" class="texto" @click=${voltar}>${t('espera.voltar-perguntas')}</button>
        </div>
      </div>`;
    case 'retomando':
      return html`<div class="acoes"><button type="button" class="texto" @click=${() => fila.confirmarSaida()}>${t('espera.sair')}</button></div>`;
    case 'na-fila':
    case 'transferida':
      return renderFila(state, view);
    case 'chamada':
      return renderChamada(state, view);
    case 'em-atendimento':
      return renderAtendimento(state, view);
    case 'em-outra-aba':
      return html`<div class="acoes">
        <button type="button" class="primario grande" aria-disabled=${state.indo ? 'true' : nothing} @click=${() => fila.send({ type: 'ir' })}>
          ${t(state.indo ? 'espera.entrando-sala' : 'espera.trazer')}
        </button>
      </div>`;
    case 'perdida':
      return html`<div class="acoes">
        ${renderOutros(view)}
        <button type="button" class="primario" @click=${voltar}>${t('balcao.voltar')}</button>
      </div>`;
    default:
      return nothing;
  }
}

/** Asks before a place is given up. */
function renderSaida(state: ComSenha, view: EsperaView, palavras: 'sair' | 'terminar'): TemplateResult {
  const { t, fila } = view;
  if (!state.saindo) {
    return html`<button type="button" class="texto" data-foco="sair" @click=${() => fila.send({ type: 'sair' })}>${t(palavras === 'sair' ? 'espera.sair' : 'espera.terminar')}</button>`;
  }
  return html`<div class="certeza" role="group" aria-labelledby="certeza">
    <p id="certeza"><strong>${t(`espera.${palavras}-certeza`)}</strong></p>
    <div class="acoes">
      <button type="button" class="perigo" @click=${() => fila.confirmarSaida()}>${t(`espera.${palavras}-sim`)}</button>
      <button type="button" class="primario" data-foco="sair" @click=${() => fila.send({ type: 'ficar' })}>${t(`espera.${palavras}-nao`)}</button>
    </div>
  </div>`;
}

/** Waiting: number, estimate, what happened, how the person is called, and what they may do meanwhile. */
function renderFila(state: Estado<'na-fila' | 'transferida'>, view: EsperaView): TemplateResult {
  const { t, fila, unit, tribunal, nivel } = view;
  const { situacao } = state;
  const { estimativa, transferida, faltas } = situacao;
  const chegou = situacao.entrouEm && dizer(situacao.entrouEm, view);
  const para = transferida ? view.nomeDa(situacao.unidadeId) : '';
  const config = unit.unidade?.fila ?? tribunal?.balcao?.fila;
  return html`<div class="pilha">
    ${transferida
      ? notice('info', {
          texto: html`<p>${t('espera.transferida', { unidade: para || unit.nome })}</p>
            ${transferida.motivo ? html`<p>${t('espera.transferida-motivo', { motivo: transferida.motivo })}</p>` : nothing}`,
        })
      : nothing}
    ${faltas && faltas.quantas > 0
      ? notice('alerta', {
          titulo: faltas.recuo === 1 ? t('espera.recuou-1') : t('espera.recuou', { n: faltas.recuo }),
          texto: faltas.quantas + 1 >= faltas.limite ? t('espera.ultima') : t('espera.faltas', { quantas: faltas.quantas, limite: faltas.limite }),
        })
      : nothing}
    <div class="bilhete" part="senha">
      <p class="bilhete-rotulo">${t('espera.sua-senha')}</p>
      <p class="bilhete-senha">${situacao.senha}</p>
      <div>
        ${estimativa
          ? html`<p><strong>${t('espera.estimativa', { tempo: duracao(estimativa.minutos, t) })}</strong></p>
              <p class="discreto">${t('espera.estimativa-base', { base: estimativa.base })}</p>`
          : html`<p>${t('espera.sem-estimativa')}</p>`}
        ${chegou ? html`<p class="discreto">${t('espera.chegou', { quando: chegou })}</p>` : nothing}
      </div>
    </div>
    <p>${t('espera.guardado')} ${t('espera.depois-do-horario')}</p>
    ${view.valores['/prioridade']
      ? notice('info', { titulo: t('espera.regra'), texto: regraEmPalavras({ prioridadesSeguidas: config?.prioridadesSeguidas ?? PRIORIDADES_SEGUIDAS }) })
      : nothing}
    <section aria-labelledby="avisos" class="bloco">
      <div id="avisos">${heading(nivel, t('espera.avisos'), 'subtitulo')}</div>
      <div class="pilha-s">${renderSom(view)} ${renderNotificacao(view)}</div>
    </section>
    <section class="bloco pilha-s">
      <p>${t('espera.testar-dica')}</p>
      <button type="button" @click=${() => fila.send({ type: 'abrir', parte: 'teste' })}>${t('espera.testar')}</button>
    </section>
    ${view.outros.length > 0
      ? html`<section aria-labelledby="nao-esperar" class="bloco">
          <div id="nao-esperar">${heading(nivel, t('espera.nao-esperar'), 'subtitulo')}</div>
          <div class="pilha-s">
            <p>${t('espera.nao-esperar-dica')}</p>
            <div class="acoes">${renderOutros(view)}</div>
          </div>
        </section>`
      : nothing}
    ${renderSaida(state, view, 'sair')}
  </div>`;
}

/** Whether a call rings, and how it sounds. */
function renderSom({ t, fila, somProvado, provarSom, update }: EsperaView): TemplateResult {
  return html`<label class="marca">
      <input
        type="checkbox"
        .checked=${fila.som}
        @change=${(event: Event) => {
          fila.som = (event.target as HTMLInputElement).checked;
          update();
        }}
      />
      <span>${t('espera.som')}</span>
    </label>
    <div class="acoes"><button type="button" @click=${provarSom}>${t('espera.som-provar')}</button></div>
    ${somProvado === null ? nothing : html`<p>${t(somProvado ? 'espera.som-ouviu' : 'espera.som-mudo')}</p>`}`;
}

/** Notifications, asked for only by this button. */
function renderNotificacao({ t, fila }: EsperaView): TemplateResult {
  switch (fila.permissao) {
    case 'pedir':
      return html`<div class="acoes"><button type="button" @click=${() => void fila.pedirAvisos()}>${t('espera.notificar')}</button></div>`;
    case 'sim':
      return html`<p>${t('espera.notificar-sim')}</p>`;
    default:
      return html`<p class="discreto">${t(fila.permissao === 'nao' ? 'espera.notificar-nao' : 'espera.notificar-sem')}</p>`;
  }
}

/** The turn: the way in, and how long it stands open. The alert is said once; the seconds are only seen. */
function renderChamada(state: NaVez, view: EsperaView): TemplateResult {
  const { t, fila, unit } = view;
  const { situacao } = state;
  const { restam } = fila;
  const seconds = restam === null ? null : Math.ceil(restam / 1_000);
  return html`<div class="pilha vez" part="vez">
    <p class="oculto-visual" role="alert">${[t('espera.vez-alerta'), ...deNovo(state, view)].join(' ')}</p>
    <p>${t('espera.vez-unidade', { unidade: view.nomeDa(situacao.unidadeId) || unit.nome, senha: situacao.senha })}</p>
    ${seconds === null
      ? nothing
      : seconds === 0
        ? html`<p>${t('espera.acabou')}</p>`
        : html`<p class="relogio" role="timer">
            <span>${t('espera.restam')}</span> <strong>${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}</strong>
          </p>`}
    ${state.video.fase === 'falhou' ? notice('alerta', { texto: state.video.detalhe ?? t('espera.vez-falhou') }) : nothing}
    <div class="acoes">
      <button type="button" class="primario grande" aria-disabled=${state.indo ? 'true' : nothing} @click=${() => fila.send({ type: 'ir' })}>
        ${t(state.indo ? 'espera.entrando-sala' : 'espera.entrar')}
      </button>
      ${view.roomHref && state.video.fase === 'falhou'
        ? html`<a class="botao" href=${view.roomHref} target="_blank" rel="noopener noreferrer">${t('balcao.outra-aba')}${novaAba(t)}</a>`
        : nothing}
    </div>
    ${renderSaida(state, view, 'sair')}
  </div>`;
}

/** Being served, and not in the video: the way back into it. */
function renderAtendimento(state: NaVez, view: EsperaView): TemplateResult {
  const { t, fila, unit } = view;
  const { video } = state;
  const falhou = video.fase === 'falhou';
  return html`<div class="pilha">
    <div class="acoes">
      <button
        type="button"
        class=${video.fase === 'encerrada' ? '' : 'primario grande'}
        aria-disabled=${state.indo ? 'true' : nothing}
        @click=${() => fila.send({ type: 'ir' })}
      >
        ${t(state.indo ? 'espera.entrando-sala' : 'espera.voltar-chamada')}
      </button>
      ${falhou && view.roomHref
        ? html`<a class="botao" href=${view.roomHref} target="_blank" rel="noopener noreferrer">${t('balcao.outra-aba')}${novaAba(t)}</a>`
        : nothing}
    </div>
    ${falhou
      ? html`<p>${t('espera.outros')}</p>
          <div class="acoes">${renderOutros(view)}</div>
          ${renderCanais(unit.canais, { t, aberto: null })}`
      : nothing}
    ${renderSaida(state, view, 'terminar')}
  </div>`;
}
