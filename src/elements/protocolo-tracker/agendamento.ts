import { html, nothing, type TemplateResult } from 'lit';
import type { AgendaDaUnidade } from '../../contract/agenda.ts';
import type { Caso } from '../../contract/caso.ts';
import { MudancaController } from '../../controllers/mudanca.controller.ts';
import type { MudancaState } from '../../controllers/mudanca.machine.ts';
import type { TrackerHost } from '../../controllers/tracker.controller.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { acompanharAgendamento } from '../../i18n/pt-br/acompanhar-agendamento.ts';
import { instanteCurto } from '../../i18n/pt-br/datas.ts';
import { notice } from '../_base/notice.ts';
import { dataEHora, focarDia, focarVagas, maisDias, renderVagas, vagasStyles, vagasTextos, type Relogios } from '../_base/vagas.ts';
import { AtrioAcaoEvent } from './acao.event.ts';
import { agendamentoStyles } from './agendamento.styles.ts';
import type { CasoContext } from './situacao.ts';
import type { Vida, VidaSpec } from './vida.ts';

/** Milliseconds that the clock of a written instant is ahead of UTC: who wrote it chose the zone to read it in. */
function escrito(instante: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(instante) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}
const visitante = (instant: number): number => new Date(instant).getTimezoneOffset() * -60_000;

/** The clocks of an agenda, each slot on the clock that it is written in: the unit's, whatever changes of offset are between them. */
function relogiosDe({ dias }: AgendaDaUnidade): Relogios {
  const slots = dias.flatMap(({ vagas }) => vagas);
  const own = new Map(slots.map(({ inicio }) => [Date.parse(inicio), escrito(inicio)]));
  const first = escrito(slots[0]?.inicio ?? '');
  return { unidade: (instant) => own.get(instant) ?? first, visitante };
}

/** An appointment (Portaria Conjunta TJRN 38/2021, art. 5, § 1): when, where, how to get in; moved or given back until it begins. */
export class Agendamento {
  readonly #host: TrackerHost;
  readonly #spec: VidaSpec;
  readonly controller: MudancaController;
  #dias = 0;

  constructor(host: TrackerHost, spec: VidaSpec) {
    this.#host = host;
    this.#spec = spec;
    const { tracker } = spec;
    this.controller = new MudancaController(host, {
      backendUrl: () => tracker.backendUrl,
      caso: () => tracker.caso,
      onCase: (caso) => tracker.send({ type: 'updated', caso }),
      onDone: (acao, caso) => host.dispatchEvent(new AtrioAcaoEvent(acao, caso)),
      onFocus: (onde) => void this.#focus(onde),
    });
    spec.estilos(vagasStyles, agendamentoStyles);
    spec.textos({ ...vagasTextos, ...acompanharAgendamento });
  }

  /** What the one status region says. */
  get status(): string {
    const { t } = this.#spec;
    const { state } = this.controller;
    if (state.kind === 'loading') return t('acompanhar.hora.carregando');
    if (state.kind === 'sending') return t('acompanhar.hora.enviando');
    return state.kind === 'idle' && state.feito ? t(`acompanhar.hora.feito.${state.feito}`) : '';
  }

  /** The whole case, in the words of an appointment. */
  render(caso: Caso, vida: Vida, c: CasoContext): TemplateResult {
    const { t } = this.#spec;
    const { state } = this.controller;
    const chave = this.#situacao(caso);
    return html`<h2 tabindex="-1" data-foco="caso" part="titulo">${t('acompanhar.caso.agendamento', { protocolo: caso.protocolo })}</h2>
      <p>${t('acompanhar.registrado', { quando: instanteCurto(caso.registradoEm, t) })}</p>
      ${state.kind === 'idle' && state.feito ? notice('sucesso', { titulo: t(`acompanhar.hora.feito.${state.feito}`), texto: t(`acompanhar.hora.feito.${state.feito}-dica`) }) : nothing}
      <section class="estado" part="estado">
        <p class="discreto">${t('acompanhar.situacao')}</p>
        <p><strong>${t(`acompanhar.hora.${chave}`)}</strong>${t(`acompanhar.hora.${chave}-dica`)}</p>
      </section>
      ${vida.render(caso, 'antes')} ${this.#hora(caso, chave, c)} ${this.#mudanca(caso)} ${vida.render(caso, 'depois')}
      <section part="historico">
        <h3>${t('acompanhar.historico')}</h3>
        <p class="discreto">${t('acompanhar.historico-dica')}</p>
        <ol class="historico" reversed>
          ${[...caso.eventos].reverse().map((item) => vida.renderEvento(caso, item))}
        </ol>
      </section>
      ${vida.render(caso, 'fim')}`;
  }

  /** How the appointment stands now: an hour that has begun and is not over is "now". */
  #situacao({ agendamento }: Caso): string {
    const { situacao, inicio, fim } = agendamento!;
    const now = this.#host.ports.clock.now();
    if (situacao !== 'marcado' || now < Date.parse(inicio)) return situacao;
    return now < Date.parse(fim) ? 'agora' : 'passou';
  }

  #hora({ agendamento }: Caso, chave: string, c: CasoContext): TemplateResult {
    const { t } = this.#spec;
    const { inicio, fim, unidade, url } = agendamento!;
    const at = Date.parse(inicio);
    const offset = escrito(inicio);
    const vale = chave === 'marcado' || chave === 'agora';
    const href = safeUrl(url);
    return html`<section class="hora pilha ${vale ? '' : 'passada'} ${chave === 'cancelado' ? 'cancelada' : ''}" part="hora">
      <dl>
        <dt>${t('acompanhar.hora.quando')}</dt>
        <dd>
          <p class="dia">${dataEHora(inicio, () => offset, t)}</p>
          <p class="discreto">${t('acompanhar.hora.fuso')} ${visitante(at) === offset ? nothing : t('acompanhar.hora.seu', { quando: dataEHora(inicio, visitante, t) })}</p>
        </dd>
        <dt>${t('acompanhar.hora.onde')}</dt>
        <dd>${unidade}. ${t('acompanhar.hora.internet')}</dd>
      </dl>
      ${vale
        ? html`<div>
              <h3>${t('acompanhar.hora.como')}</h3>
              <ol>
                ${['como-1', 'como-2', 'como-3'].map((passo) => html`<li>${t(`acompanhar.hora.${passo}`)}</li>`)}
              </ol>
            </div>
            <div class="acoes nao-imprimir">
              ${href ? html`<a class="botao ${chave === 'agora' ? 'primario' : ''}" href=${href}>${t('acompanhar.hora.abrir')}</a>` : nothing}
              <span>
                ${c.baixar(
                  {
                    tipo: 'compromisso',
                    nome: `compromisso ${inicio}`,
                    inicio: at,
                    fim: Date.parse(fim),
                    titulo: t('acompanhar.hora.ics', { unidade }),
                    descricao: t('acompanhar.hora.ics-texto', { protocolo: c.caso.protocolo }),
                    local: unidade,
                    url: safeUrl(url, { base: document.baseURI }) ?? location.href.split('#', 1)[0]!,
                    mudancas: c.caso.eventos.filter(({ tipo }) => tipo === 'remarcacao').length,
                  },
                  t('acompanhar.hora.agenda'),
                )}
              </span>
            </div>`
        : nothing}
    </section>`;
  }

  #mudanca(caso: Caso): unknown {
    const { t } = this.#spec;
    const { controller } = this;
    const { state } = controller;
    if (state.kind === 'idle') {
      if (!caso.agendamento?.podeMudar) return nothing;
      return html`<section class="pilha-s nao-imprimir" part="mudanca">
        <h3>${t('acompanhar.hora.mudanca')}</h3>
        <div class="acoes">
          <button type="button" data-mudanca="remarcar" @click=${() => this.#rebook()}>${t('acompanhar.hora.mudar')}</button>
          <button type="button" data-mudanca="cancelar" @click=${() => controller.send({ type: 'cancel' })}>${t('acompanhar.hora.cancelar')}</button>
        </div>
      </section>`;
    }
    const [titulo, content] = this.#painel(state);
    return html`<section class="mudanca nao-imprimir" part="mudanca">
      <h3 tabindex="-1" data-foco="mudanca">${titulo}</h3>
      ${content}
    </section>`;
  }

  #rebook(): void {
    this.#dias = 0;
    this.controller.send({ type: 'rebook' });
  }

  /** Heading and content of what is under way. */
  #painel(state: Exclude<MudancaState, { kind: 'idle' }>): [titulo: string, content: unknown] {
    const { t, tracker } = this.#spec;
    const { controller } = this;
    const voltar = (words: string): TemplateResult => html`<button type="button" data-mudanca="voltar" @click=${() => controller.send({ type: 'back' })}>${words}</button>`;
    switch (state.kind) {
      case 'confirming':
        return [
          t('acompanhar.hora.cancelar-titulo'),
          html`<p>${t('acompanhar.hora.cancelar-aviso')}</p>
            <div class="acoes">
              <button type="button" class="primario" data-mudanca="confirmar" @click=${() => controller.confirm()}>${t('acompanhar.hora.cancelar-sim')}</button>
              ${voltar(t('acompanhar.hora.cancelar-nao'))}
            </div>`,
        ];
      case 'loading':
        return [t('acompanhar.hora.mudar'), html`<p>${t('acompanhar.hora.carregando')}</p><div class="acoes">${voltar(t('acompanhar.hora.voltar'))}</div>`];
      case 'sending':
        return [t(state.envio.corpo.acao === 'cancelar' ? 'acompanhar.hora.cancelar' : 'acompanhar.hora.mudar'), html`<p>${t('acompanhar.hora.enviando')}</p>`];
      case 'choosing':
        return this.#escolha(state, voltar(t('acompanhar.hora.voltar')));
      case 'expired':
        return [
          t('acompanhar.hora.vencido'),
          html`<p>${t('acompanhar.hora.vencido-dica')}</p>
            <div class="acoes"><button type="button" class="primario" @click=${() => tracker.send({ type: 'again' })}>${t('acompanhar.hora.consultar')}</button>${voltar(t('acompanhar.hora.voltar'))}</div>`,
        ];
      case 'failed':
        return [
          t(state.motivo === 'outra' ? 'acompanhar.hora.recusa' : 'acompanhar.hora.falha'),
          html`<p>${state.texto || t('acompanhar.hora.falha-dica')}</p>
            <div class="acoes">
              ${state.motivo === 'outra' ? nothing : html`<button type="button" class="primario" data-mudanca="tentar" @click=${() => controller.send({ type: 'retry' })}>${t('acompanhar.hora.tentar')}</button>`}
              ${voltar(t('acompanhar.hora.voltar'))}
            </div>`,
        ];
    }
  }

  #escolha(state: Extract<MudancaState, { kind: 'choosing' }>, voltar: TemplateResult): [titulo: string, content: unknown] {
    const { t } = this.#spec;
    const { controller } = this;
    const { agenda, escolhida, erro } = state;
    if (!agenda.dias.length) return [t('acompanhar.hora.sem-vagas'), html`<p>${t('acompanhar.hora.sem-vagas-dica')}</p><div class="acoes">${voltar}</div>`];
    this.#dias ||= maisDias(agenda);
    const tomada = erro && erro !== 'escolha' ? erro.tomada : null;
    return [
      t('acompanhar.hora.escolher'),
      html`${tomada === null ? nothing : notice('alerta', { titulo: t('acompanhar.hora.tomada'), texto: html`<p>${tomada}</p><p>${t('acompanhar.hora.tomada-dica')}</p>` })}
        <p>${t('acompanhar.hora.escolher-dica')}</p>
        ${renderVagas({
          agenda,
          t: t,
          now: this.#host.ports.clock.now(),
          relogios: relogiosDe(agenda),
          legenda: t('acompanhar.hora.livres'),
          escolhida,
          onEscolha: (inicio) => controller.send({ type: 'choose', inicio }),
          dias: this.#dias,
          onMais: () => this.#mais(agenda),
          erro: erro === 'escolha' ? t('acompanhar.hora.falta-escolher') : null,
        })}
        <div class="acoes">
          <button type="button" class="primario" data-mudanca="confirmar" @click=${() => controller.confirm()}>${t('acompanhar.hora.confirmar')}</button>
          ${voltar}
        </div>`,
    ];
  }

  #mais(agenda: AgendaDaUnidade): void {
    const first = agenda.dias[this.#dias];
    this.#dias = maisDias(agenda, this.#dias);
    this.#host.requestUpdate();
    if (first) void this.#host.updateComplete.then(() => focarDia(this.#root, first.dia));
  }

  get #root(): ParentNode {
    return this.#host.shadowRoot ?? this.#host;
  }

  async #focus(onde: 'mudanca' | 'vagas' | 'caso'): Promise<void> {
    await this.#host.updateComplete;
    if (onde === 'vagas') focarVagas(this.#root);
    else this.#root.querySelector<HTMLElement>(`[data-foco="${onde}"]`)?.focus();
  }
}
