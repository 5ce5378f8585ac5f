import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { SalaDaPessoa } from '../../contract/audiencia-convite.ts';
import { eGravada, isReservada, podeEntrar, reservadasAbertas, type AudienciaState, type ComConvite, type NaSala, type OndeSala } from '../../controllers/audiencia.machine.ts';
import { heading } from '../_base/heading.ts';
import { notice } from '../_base/notice.ts';
import { horaDaAudiencia } from './quando.ts';
import type { AudienciaView } from './view.ts';

type De<K extends ComConvite['kind']> = Extract<ComConvite, { kind: K }>;

const HEARING: OndeSala = { sala: 'audiencia', de: null };

const button = (acao: string, label: unknown, onClick: () => void, className = ''): TemplateResult => html`<button type="button" class=${className} data-acao=${acao} @click=${onClick}>${label}</button>`;

/** Other words are another heading: the focus moves to it and is heard, also from the one before. */
const title = (view: AudienciaView, text: string): unknown => keyed(text, heading(view.nivel + 1, text, 'subtitulo'));

/** What the hearing is: case, act, court, hour in both clocks, who comes and what is asked. */
function dados({ situacao: { audiencia: a, eu } }: ComConvite, view: AudienciaView): TemplateResult {
  const { t, rules } = view;
  const { quando, fuso, minha } = horaDaAudiencia(a, rules, t);
  const { salaEquipada: room } = eu;
  return html`<dl class="dados" part="dados">
    <div>
      <dt>${t('audiencia.quando')}</dt>
      <dd>
        <strong>${t('audiencia.quando-texto', { quando, fuso })}</strong>
        ${minha ? html`<p class="relogio">${t('audiencia.no-seu-relogio', { quando: minha })}</p>` : nothing} ${a.estado === 'agendada' && eu.estado === 'convidado' ? html`<p class="discreto">${t('audiencia.espera-abre', { quando: horaDaAudiencia({ ...a, inicio: a.chegadaDesde }, rules, t).quando })}</p>` : nothing}
        ${a.remarcacoes > 0 ? html`<p>${t('audiencia.remarcada')}</p>` : nothing}
      </dd>
    </div>
    <div>
      <dt>${t('audiencia.onde')}</dt>
      <dd>
        ${a.unidade.comarca ? t('audiencia.onde-texto', { unidade: a.unidade.nome, comarca: a.unidade.comarca }) : a.unidade.nome}${a.local ? html`<br />${a.local}` : nothing}
        <p class="discreto">${t('audiencia.por-video')}</p>
        ${room
          ? html`<p>${t('audiencia.sala-equipada', { sala: room.endereco ? t('audiencia.sala-equipada-endereco', { sala: room.nome, endereco: room.endereco }) : room.nome })}</p>`
          : nothing}
      </dd>
    </div>
    <div>
      <dt>${t('audiencia.processo')}</dt>
      <dd>${a.processo && !a.sigilo ? html`<span class="numero">${a.processo}</span>` : t('audiencia.processo-sigilo')}</dd>
    </div>
    <div>
      <dt>${t('audiencia.quem')}</dt>
      <dd>
        <ul class="quem">
          ${a.presentes.map(({ papel, quantos }) => html`<li>${quantos > 1 ? t('audiencia.quem-varios', { papel: t(`audiencia.papel.${papel}`), n: quantos }) : t(`audiencia.papel.${papel}`)}</li>`)}
        </ul>
      </dd>
    </div>
  </dl>`;
}

function renderDetails(state: De<'details' | 'arriving'>, view: AudienciaView): TemplateResult {
  const { t, ics, send } = view;
  const { audiencia: a, eu } = state.situacao;
  const busy = state.kind === 'arriving';
  return html`${title(view, t('audiencia.para', { nome: eu.nome }))}
    <p>${t('audiencia.como', { papel: t(`audiencia.papel.${eu.papel}`) })} ${t('audiencia.pessoal')}</p>
    ${dados(state, view)}
    ${a.orientacoes.length
      ? html`<div class="preparar" part="preparar">
          ${heading(view.nivel + 2, t('audiencia.preparar'), 'menor')}
          <ul>
            ${a.orientacoes.map((one) => html`<li>${one}</li>`)}
          </ul>
        </div>`
      : nothing}
    ${eGravada(state.situacao) ? notice('info', { titulo: t('audiencia.sera-gravada'), texto: t('audiencia.gravacao-dica') }) : html`<p class="discreto">${t('audiencia.nao-gravada')}</p>`} ${falha(state, view)}
    <div class="acoes">
      <button type="button" class="primario grande" data-acao="espera" aria-disabled=${busy ? 'true' : nothing} @click=${() => send({ type: 'arrive' })}>${t(busy ? 'audiencia.chegando' : 'audiencia.ir-espera')}</button>
      ${button('testar', t('audiencia.testar'), () => send({ type: 'test' }))}
      ${ics ? html`<a class="botao" href=${ics} download="audiencia.ics">${t('audiencia.agenda')}</a>` : nothing}
    </div>
    ${convites(state, view)}`;
}

/** What the last act was answered. */
function falha({ falha: f }: ComConvite, { t }: AudienciaView): TemplateResult | typeof nothing {
  if (!f) return nothing;
  return f.motivo === 'recusa' ? notice('alerta', { titulo: t('audiencia.falha.recusa'), texto: f.texto }) : notice('alerta', { texto: t(`audiencia.falha.${f.motivo}`) });
}

/** The words of a room; of a reserved one, whose it is, to a defender who may have more than one. */
export function nomeDaSala(onde: OndeSala, { situacao: { eu } }: ComConvite, { t }: Pick<AudienciaView, 't'>): string {
  const sala = t(`audiencia.sala.${onde.sala}`);
  const de = eu.papel === 'defesa' ? eu.salas.find((one) => one.sala === onde.sala && one.de?.id === onde.de)?.de : null;
  return de ? t('audiencia.sala-de', { sala, nome: de.nome }) : sala;
}

/** Reserved rooms that are open to the person, with the way in. */
export function convites(state: ComConvite, view: AudienciaView): TemplateResult | typeof nothing {
  const { t, send } = view;
  const here = state.kind === 'in-room' ? state.chamada : null;
  const open = reservadasAbertas(state.situacao).filter(({ sala, de }) => !(here && here.sala === sala && here.de === (de?.id ?? null)));
  if (open.length === 0 || state.kind === 'arriving' || state.kind === 'entering') return nothing;
  const words = ({ sala, de }: SalaDaPessoa): string =>
    sala === 'linha' ? t('audiencia.ir-linha') : state.situacao.eu.papel === 'defesa' && de ? t('audiencia.ir-entrevista-de', { nome: de.nome }) : t('audiencia.ir-entrevista');
  return html`<div class="reservadas" part="reservadas">
    ${open.map((one) =>
      notice('info', {
        titulo: t(one.sala === 'linha' ? 'audiencia.linha-aberta' : 'audiencia.reservada-aberta'),
        texto: html`<p>${t('audiencia.gravacao-entrevista')} ${here ? t('audiencia.volta-dica') : nothing}</p>
          <div class="acoes">${button(`ir-${one.sala}`, words(one), () => send({ type: 'enter', para: { sala: one.sala, de: one.de?.id ?? null } }), 'primario')}</div>`,
      }),
    )}
  </div>`;
}

function renderWaiting(state: De<'waiting'>, view: AudienciaView): TemplateResult {
  const { t, rules, send } = view;
  const { motivo, situacao } = state;
  const { quando } = horaDaAudiencia(situacao.audiencia, rules, t);
  const witness = motivo === 'espera-chamada';
  return html`<div class="espera" part="espera">
      <span class="ponto" aria-hidden="true"></span>
      <div class="pilha-s">
        ${title(view, t(`audiencia.espera.${motivo}`))}
        <p>${motivo === 'nao-aberta' ? t('audiencia.espera.nao-aberta-dica', { quando }) : t(`audiencia.espera.${motivo}-dica`)}</p>
        ${situacao.audiencia.estado === 'suspensa' && situacao.audiencia.motivo ? html`<p>${t('audiencia.suspensa-motivo', { motivo: situacao.audiencia.motivo })}</p>` : nothing}
      </div>
    </div>
    ${witness ? notice('info', { texto: t('audiencia.espera.espera-chamada-porque') }) : nothing} ${falha(state, view)} ${convites(state, view)} ${dados(state, view)}
    <div class="acoes">${button('testar', t('audiencia.testar'), () => send({ type: 'test' }))} ${button('sair-espera', t('audiencia.sair-espera'), () => send({ type: 'leave' }), 'texto')}</div>`;
}

function renderAdmitted(state: De<'admitted'>, view: AudienciaView): TemplateResult {
  const { t, send } = view;
  const { eu } = state.situacao;
  const gravada = eGravada(state.situacao);
  return html`${title(view, t('audiencia.pode-entrar'))}
    ${gravada
      ? notice('alerta', {
          titulo: t('audiencia.gravacao-titulo'),
          texto: html`<p>${t('audiencia.gravacao-dica')}</p>
            ${eu.papel === 'acusado' || eu.papel === 'parte' || eu.papel === 'defesa' ? html`<p>${t('audiencia.gravacao-entrevista')}</p>` : nothing}`,
        })
      : html`<p>${t('audiencia.nao-gravada')}</p>`}
    ${eu.papel === 'publico' ? html`<p>${t('audiencia.so-assiste')}</p>` : state.semVideo ? html`<p>${t('audiencia.so-voz')}</p>` : nothing} ${falha(state, view)}
    <div class="acoes">
      ${button('entrar', t(gravada ? 'audiencia.entendi-entrar' : 'audiencia.entrar'), () => send({ type: 'enter', para: HEARING }), 'primario grande')}
      ${button('sair-espera', t('audiencia.sair-espera'), () => send({ type: 'leave' }), 'texto')}
    </div>
    ${convites(state, view)}`;
}

/** The stage: the same place from the moment a room is asked for, so that nothing jumps. */
function renderRoom(state: De<'entering'> | NaSala, view: AudienciaView): TemplateResult {
  const { t, send, roomHref } = view;
  const { situacao } = state;
  const { audiencia: a, eu } = situacao;
  const inside = state.kind === 'in-room';
  const onde = inside ? state.chamada : state.para;
  const reservada = isReservada(onde);
  const fase = inside ? state.chamada.fase : 'loading';
  const fell = fase === 'failed' || fase === 'rejected';
  const recording = !reservada && a.gravando;
  const back = reservada && podeEntrar(situacao, HEARING);
  return html`<div class="palco" part="palco">
    <div class="faixa ${reservada ? 'reservada' : ''}">
      ${title(view, nomeDaSala(onde, state, view))}
      <p class="gravacao ${recording ? 'ligada' : ''}" part="gravacao"><span class="ponto" aria-hidden="true"></span>${t(reservada ? 'audiencia.nunca-grava' : recording ? 'audiencia.gravando' : 'audiencia.sem-gravar')}</p>
    </div>
    ${reservada ? html`<p class="discreto">${t('audiencia.reservada-dica')}</p>` : nothing}
    ${eu.depondo && !reservada ? notice('info', { titulo: t('audiencia.sua-vez') }) : nothing}
    ${a.estado === 'suspensa' && !reservada ? notice('alerta', { texto: a.motivo ? t('audiencia.suspensa-motivo', { motivo: a.motivo }) : t('audiencia.suspensa') }) : nothing} ${inside ? convites(state, view) : nothing}
    <div class="sala" part="sala">
      <div class="quadro"></div>
      ${inside && fase !== 'loading' ? nothing : html`<p class="sobre">${t(inside ? 'audiencia.video.loading' : `audiencia.entrando.${onde.sala}`)}</p>`}
    </div>
    ${inside && (fell || fase === 'reconnecting' || fase === 'waiting') ? notice(fell ? 'erro' : 'alerta', { texto: t(fase === 'failed' && !roomHref ? 'audiencia.video.failed-aqui' : `audiencia.video.${fase}`) }) : nothing}
    <div class="acoes">
      ${fell ? button('de-novo', t('comum.tentar-de-novo'), () => send({ type: 'enter', para: { sala: onde.sala, de: onde.de } }), 'primario') : nothing}
      ${inside
        ? back
          ? button('voltar-audiencia', t('audiencia.voltar-audiencia'), () => send({ type: 'enter', para: HEARING }), 'primario')
          : button('sair', t(reservada ? 'audiencia.sair-reservada' : 'audiencia.sair-sala'), () => send({ type: 'leave' }), 'perigo')
        : nothing}
      ${inside && roomHref ? html`<a class="botao" href=${roomHref} target="_blank" rel="noopener noreferrer">${t('audiencia.outra-aba')}<span class="oculto-visual"> (${t('comum.nova-aba')})</span></a>` : nothing}
    </div>
    ${inside && !reservada ? html`<p class="discreto">${t('audiencia.sair-dica')}</p>` : nothing}
  </div>`;
}

function renderEnded(state: De<'ended'>, view: AudienciaView): TemplateResult {
  const { t, send } = view;
  const { motivo, situacao } = state;
  const why = motivo === 'cancelada' ? situacao.audiencia.motivo : motivo === 'retirado' ? situacao.eu.motivo : null;
  return html`${title(view, t(`audiencia.fim.${motivo}`))} ${why ? html`<p>${t('audiencia.motivo', { motivo: why })}</p>` : nothing}
    <p>${t(`audiencia.fim.${motivo}-dica`)}</p>
    ${falha(state, view)} ${convites(state, view)}
    ${motivo === 'ouvido' ? html`<div class="acoes">${button('voltar-espera', t('audiencia.fim.voltar'), () => send({ type: 'arrive' }))}</div>` : nothing}`;
}

/** The screen of a state; the test of the devices has its own. */
export function renderTela(state: Exclude<AudienciaState, { kind: 'testing' }>, view: AudienciaView): TemplateResult {
  const { t, send } = view;
  switch (state.kind) {
    case 'opening':
      return html`<p>${t('audiencia.abrindo')}</p>`;
    case 'invalid':
      return html`${title(view, t(`audiencia.convite.${state.motivo}`))}
        <p>${t(`audiencia.convite.${state.motivo}-dica`)}</p>`;
    case 'failed':
      return html`${notice('alerta', { texto: t(`audiencia.falhou.${state.motivo}`) })}
        <div class="acoes">${button('de-novo', t('comum.tentar-de-novo'), () => send({ type: 'open' }), 'primario')}</div>`;
    case 'details':
    case 'arriving':
      return renderDetails(state, view);
    case 'waiting':
      return renderWaiting(state, view);
    case 'admitted':
      return renderAdmitted(state, view);
    case 'entering':
    case 'in-room':
      return renderRoom(state, view);
    case 'ended':
      return renderEnded(state, view);
  }
}
