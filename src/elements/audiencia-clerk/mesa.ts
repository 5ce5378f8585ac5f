import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { AtoAudiencia, ParticipanteEquipe } from '../../contract/audiencia-equipe.ts';
import { ocupada, type ComAudiencia, type NaMesa, type PainelMesa } from '../../controllers/audiencia-mesa.machine.ts';
import { fusoEmPalavras, quando } from '../../i18n/pt-br/quando.ts';
import { notice } from '../_base/notice.ts';
import { renderPainel } from './paineis.ts';
import type { MesaView } from './view.ts';

const DAY = 864e5;

/** `quarta-feira, 25 de novembro, às 14h (horário de Fortaleza)`; with the year when it is not of this week. */
export function hora({ inicio, timezone }: { inicio: string; timezone: string }, { t, rules, now }: MesaView): string {
  const at = Date.parse(inicio);
  const own = /([+-])(\d\d):?(\d\d)$/.exec(inicio);
  const written = own ? (own[1] === '-' ? -1 : 1) * (Number(own[2]) * 60 + Number(own[3])) * 60_000 : 0;
  const offset = (instant: number): number => (rules ? rules.offsetAt(timezone, instant) : written);
  return t('mesa.quando', { quando: quando(at, Math.abs(at - now) < 7 * DAY ? now : at - 366 * DAY, offset, t, true), fuso: fusoEmPalavras(timezone, t) });
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
/** `1:02:05` of recording. */
export const tempo = (seconds: number): string => `${seconds >= 3600 ? `${Math.floor(seconds / 3600)}:` : ''}${two((seconds / 60) % 60)}:${two(seconds % 60)}`;

interface Press {
  acao: string;
  texto: string;
  fazer(): void;
  classe?: string;
  /** Whom it is about, for who hears the button alone. */
  de?: string;
}

const press = (state: NaMesa, view: MesaView, { acao, texto, fazer, classe = '', de }: Press): unknown => {
  const busy = ocupada(state);
  // A button of its own for each: one that goes does not leave the focus on what takes its place, under the same key.
  return keyed(
    acao,
    html`<button
      type="button"
      class=${classe}
      data-acao=${acao}
      aria-disabled=${busy ? 'true' : nothing}
      aria-label=${de ? view.t('mesa.ato-de', { ato: texto, nome: de }) : nothing}
      @click=${() => {
        if (!busy) fazer();
      }}
    >
      ${texto}
    </button>`,
  );
};

/** What went wrong, with the way on. */
export function renderFalha(state: NaMesa, { t, send }: MesaView): TemplateResult | typeof nothing {
  const { falha, emCurso } = state;
  if (!falha || state.acesso !== 'ok') return nothing;
  return html`<div id="falha" tabindex="-1">
    ${notice(falha.motivo === 'recusa' ? 'erro' : 'alerta', {
      titulo: falha.motivo === 'recusa' ? t('mesa.falha') : undefined,
      texto: html`<p>${falha.motivo === 'recusa' ? falha.texto : t(`mesa.falha.${falha.motivo}`)}</p>
        <p class="acoes">
          ${emCurso?.fase === 'parado' ? html`<button type="button" class="primario" data-acao="de-novo" @click=${() => send({ type: 'act-again' })}>${t('comum.tentar-de-novo')}</button>` : nothing}
          <button type="button" data-acao="fechar-falha" @click=${() => send({ type: 'dismiss' })}>${t('mesa.fechar')}</button>
        </p>`,
    })}
  </div>`;
}

/** What the server says once: an invitation, or the code of an equipped room. */
function renderMostra(state: ComAudiencia, view: MesaView): TemplateResult | typeof nothing {
  const { t, send, copiar, copiado } = view;
  const { mostra, audiencia } = state;
  if (!mostra) return nothing;
  const nome = audiencia.participantes.find(({ id }) => id === mostra.participanteId)?.nome ?? '';
  const text = mostra.que === 'codigo' ? mostra.codigo : (mostra.url ?? mostra.convite);
  const sala = mostra.que === 'codigo' ? (audiencia.salasEquipadas.find(({ id }) => id === mostra.salaEquipada)?.nome ?? mostra.salaEquipada) : '';
  const until = mostra.que === 'codigo' ? new Date(mostra.expiraEm) : null;
  return html`<div id="mostra" class="mostra" tabindex="-1" part="mostra">
    ${notice('sucesso', {
      titulo: t(mostra.que === 'codigo' ? 'mesa.codigo' : 'mesa.convite', { nome }),
      texto: html`<p class="segredo ${mostra.que}">${text}</p>
        <p>${mostra.que === 'codigo' && until ? t('mesa.codigo-dica', { sala, hora: `${two(until.getHours())}:${two(until.getMinutes())}` }) : t('mesa.convite-dica')}</p>
        <div class="acoes">
          <button type="button" data-acao="copiar" @click=${() => copiar(text)}>${t('mesa.copiar')}</button>
          <button type="button" class="texto" data-acao="passei" @click=${() => send({ type: 'shown' })}>${t('mesa.ja-mandei')}</button>
        </div>
        <p role="status">${copiado === null ? nothing : t(copiado ? 'mesa.copiado' : 'mesa.nao-copiado')}</p>`,
    })}
  </div>`;
}

/** Acts of one press on the hearing, in the order of a hearing; those with a form open it. */
const ATOS = ['abrir', 'iniciar', 'retomar', 'terminar-depoimento', 'gravar', 'parar-gravacao', 'marcar', 'suspender', 'encerrar', 'convidar', 'remarcar', 'cancelar'] as const;
const COM_FORMULARIO: Readonly<Partial<Record<(typeof ATOS)[number], PainelMesa>>> = {
  iniciar: { qual: 'iniciar' },
  marcar: { qual: 'marcar-indice' },
  suspender: { qual: 'suspender' },
  encerrar: { qual: 'encerrar' },
  convidar: { qual: 'convidar' },
  remarcar: { qual: 'remarcar' },
  cancelar: { qual: 'cancelar' },
};
const PRINCIPAIS: readonly string[] = ['abrir', 'iniciar', 'retomar', 'terminar-depoimento'];

function renderAtos(state: ComAudiencia, view: MesaView): TemplateResult {
  const { t, act, send } = view;
  const { audiencia } = state;
  return html`<div class="acoes atos" part="atos">
    ${ATOS.filter((acao) => audiencia.acoes.includes(acao)).map((acao) => {
      const painel = COM_FORMULARIO[acao];
      return press(state, view, { acao, texto: t(`mesa.ato.${acao}`), classe: PRINCIPAIS.includes(acao) ? 'primario' : acao === 'encerrar' || acao === 'cancelar' ? 'perigo' : '', fazer: () => (painel ? send({ type: 'panel', painel }) : act({ acao } as AtoAudiencia)) });
    })}
  </div>`;
}

/** Acts on one person; the first that may be done is the next step, the last ones are rare. */
const DA_PESSOA = ['admitir', 'chamar', 'comecar-depoimento', 'abrir-entrevista', 'fechar-entrevista', 'abrir-linha', 'fechar-linha', 'readmitir'] as const;
const RARAS = ['voltar-a-espera', 'codigo', 'substituir-convite', 'revogar', 'retirar'] as const;

function fazer(acao: (typeof DA_PESSOA)[number] | (typeof RARAS)[number], id: string, { act, send }: MesaView): void {
  switch (acao) {
    case 'retirar':
    case 'revogar':
    case 'substituir-convite':
    case 'codigo':
      return send({ type: 'panel', painel: { qual: acao, participanteId: id } });
    case 'abrir-entrevista':
    case 'fechar-entrevista':
    case 'abrir-linha':
    case 'fechar-linha':
      return act({ acao, de: id });
    default:
      return act({ acao, participanteId: id });
  }
}

function renderPessoa(p: ParticipanteEquipe, state: ComAudiencia, view: MesaView): TemplateResult {
  const { t } = view;
  const { audiencia } = state;
  const speaking = audiencia.depondo === p.id;
  const defended = p.defende.map((id) => audiencia.participantes.find((one) => one.id === id)?.nome).filter(Boolean).join(', ');
  const button = (acao: (typeof DA_PESSOA)[number] | (typeof RARAS)[number], classe = ''): unknown => press(state, view, { acao, texto: t(`mesa.ato.${acao}`), de: p.nome, classe, fazer: () => fazer(acao, p.id, view) });
  const rare = RARAS.filter((acao) => p.acoes.includes(acao) && (acao !== 'codigo' || audiencia.salasEquipadas.length > 0));
  return html`<li class="pessoa ${p.estado}" data-pessoa=${p.id} tabindex="-1" aria-label=${p.nome}>
    <div class="quem">
      <p><strong>${p.nome}</strong> <span class="papel">${t(`audiencia.papel.${p.papel}`)}</span></p>
      <p class="situacao ${speaking ? 'depondo' : ''}">${t(speaking ? 'mesa.pessoa.depondo' : `mesa.pessoa.${p.estado}`)}${p.semSinalDesde && p.estado !== 'convidado' ? html`. <span class="ruim">${t('mesa.sem-sinal')}</span>` : nothing}</p>
      ${defended ? html`<p class="discreto">${t('mesa.defende', { nomes: defended })}</p>` : nothing} ${p.motivo ? html`<p class="discreto">${t('mesa.motivo', { motivo: p.motivo })}</p>` : nothing}
    </div>
    <div class="acoes">${DA_PESSOA.filter((acao) => p.acoes.includes(acao)).map((acao, n) => button(acao, n === 0 && (acao === 'admitir' || acao === 'chamar' || acao === 'comecar-depoimento') ? 'primario' : ''))}</div>
    ${rare.length
      ? html`<details>
          <summary>${t('mesa.mais')}<span class="oculto-visual">: ${p.nome}</span></summary>
          <div class="acoes">${rare.map((acao) => button(acao, acao === 'revogar' || acao === 'retirar' ? 'perigo' : ''))}</div>
        </details>`
      : nothing}
  </li>`;
}

function renderSala(state: ComAudiencia, view: MesaView): TemplateResult | typeof nothing {
  const { t, send, enter, roomHref } = view;
  const { sala, audiencia } = state;
  const live = audiencia.estado === 'aberta' || audiencia.estado === 'em-andamento' || audiencia.estado === 'suspensa';
  if (!live && !sala) return nothing;
  const fase = sala?.fase;
  return html`<section class="sala" part="sala" aria-labelledby="sala-titulo">
    <div class="topo">
      <h3 id="sala-titulo" tabindex="-1">${t('mesa.sala')}</h3>
      ${audiencia.seraGravada || audiencia.gravando
        ? html`<p class="gravacao ${audiencia.gravando ? 'ligada' : ''}">${audiencia.gravando ? t('mesa.gravando', { tempo: tempo(audiencia.gravado) }) : t('mesa.sem-gravar')}</p>`
        : nothing}
    </div>
    ${sala ? html`<div class="quadro"></div>` : nothing} ${fase === 'loading' || fase === 'reconnecting' || fase === 'failed' ? html`<p role="status">${t(`mesa.video.${fase}`)}</p>` : nothing}
    <div class="acoes">
      ${sala
        ? html`<button type="button" data-acao="sair-sala" @click=${() => send({ type: 'leave-room' })}>${t('mesa.sair-sala')}</button>
            ${roomHref ? html`<a class="botao" href=${roomHref} target="_blank" rel="noopener noreferrer">${t('mesa.outra-aba')}<span class="oculto-visual"> (${t('comum.nova-aba')})</span></a>` : nothing}`
        : press(state, view, { acao: 'entrar-sala', texto: t('mesa.entrar-sala'), classe: 'primario', fazer: enter })}
    </div>
  </section>`;
}

function renderReservadas({ audiencia }: ComAudiencia, { t }: MesaView): TemplateResult | typeof nothing {
  if (audiencia.reservadas.length === 0) return nothing;
  const nome = (id: string): string => audiencia.participantes.find((one) => one.id === id)?.nome ?? '';
  return notice('info', {
    titulo: t('mesa.reservadas'),
    texto: html`<ul>
        ${audiencia.reservadas.map(({ sala, de }) => html`<li>${t(`mesa.reservada.${sala}`, { nome: nome(de) })}</li>`)}
      </ul>
      <p class="discreto">${t('mesa.reservadas-dica')}</p>`,
  });
}

function renderTermo(state: ComAudiencia, { t, send, termoHref }: MesaView): TemplateResult | typeof nothing {
  const { audiencia, termo } = state;
  if (audiencia.estado !== 'encerrada') return nothing;
  return html`<section class="termo" part="termo" aria-labelledby="termo-titulo">
    <h3 id="termo-titulo" tabindex="-1">${t('mesa.termo')}</h3>
    ${termo === 'falhou' ? notice('alerta', { texto: t('mesa.termo-falhou') }) : nothing}
    ${termo === null || typeof termo === 'string'
      ? html`<button type="button" data-acao="termo" aria-disabled=${termo === 'carregando' ? 'true' : nothing} @click=${() => send({ type: 'ask-term' })}>${t(termo === 'carregando' ? 'comum.carregando' : 'mesa.termo-ver')}</button>`
      : html`<pre tabindex="0">${termo.texto}</pre>
          ${termoHref ? html`<a class="botao" href=${termoHref} download="termo.txt">${t('mesa.termo-baixar')}</a>` : nothing}`}
  </section>`;
}

/** One hearing, as the judge and the clerk see it. */
export function renderAudiencia(state: ComAudiencia, view: MesaView): TemplateResult {
  const { t, send } = view;
  const { audiencia: a } = state;
  return html`<div class="acoes">${press(state, view, { acao: 'voltar', texto: t('mesa.voltar'), classe: 'texto', fazer: () => send({ type: 'back' }) })}</div>
    <div class="cabeca">
      <h3 id="audiencia-titulo" tabindex="-1">${a.ato}</h3>
      <p class="estado ${a.estado}">${t(`mesa.estado.${a.estado}`)}</p>
    </div>
    <p>${a.processo}${a.sigilo ? html` <strong class="sigilo">${t('mesa.sigilo')}</strong>` : nothing}<br />${hora(a, view)}<br />${a.unidade.nome}${a.local ? html`, ${a.local}` : nothing}</p>
    ${a.motivo ? html`<p>${t('mesa.motivo', { motivo: a.motivo })}</p>` : nothing} ${state.rede === 'sem-rede' && state.acesso === 'ok' ? notice('alerta', { texto: t('mesa.sem-rede') }) : nothing} ${renderFalha(state, view)}
    ${renderMostra(state, view)} ${renderAtos(state, view)} ${renderPainel(state, view)} ${renderReservadas(state, view)}
    <div class="colunas">
      <div class="coluna">
        ${renderSala(state, view)} ${renderTermo(state, view)}
        <section class="indice" aria-labelledby="indice-titulo">
          <h3 id="indice-titulo">${t('mesa.indice')}</h3>
          ${a.marcas.length === 0
            ? html`<p class="discreto">${t('mesa.indice-vazio')}</p>`
            : html`<ol>
                ${a.marcas.map(({ rotulo, posicao }) => html`<li><span class="posicao">${posicao === null ? '' : tempo(posicao)}</span> ${rotulo}</li>`)}
              </ol>`}
        </section>
      </div>
      <section class="pessoas" part="pessoas" aria-labelledby="pessoas-titulo">
        <h3 id="pessoas-titulo">${t('mesa.pessoas-titulo')}</h3>
        ${a.participantes.length === 0 ? html`<p class="discreto">${t('mesa.ninguem')}</p>` : html`<ul>${a.participantes.map((p) => renderPessoa(p, state, view))}</ul>`}
      </section>
    </div>`;
}

/** The hearings of the account's units. */
export function renderLista(state: Extract<NaMesa, { kind: 'list' | 'opening' }>, view: MesaView): TemplateResult {
  const { t, send } = view;
  const opening = state.kind === 'opening';
  return html`${renderFalha(state, view)}
    <div class="filtro">
      <div class="campo">
        <label for="dia">${t('mesa.dia')}</label>
        <p class="discreto" id="dia-dica">${t('mesa.dia-dica')}</p>
        <input id="dia" type="date" aria-describedby="dia-dica" @change=${(event: Event) => send({ type: 'day', dia: (event.target as HTMLInputElement).value || null })} />
      </div>
      ${press(state, view, { acao: 'nova', texto: t('mesa.nova'), classe: 'primario', fazer: () => send({ type: 'panel', painel: { qual: 'marcar' } }) })}
    </div>
    ${renderPainel(state, view)}
    <h3 id="audiencia-titulo" tabindex="-1">${t('mesa.lista')}</h3>
    ${opening ? html`<p role="status">${t('mesa.abrindo')}</p>` : nothing}
    ${state.lista.itens.length === 0
      ? html`<p>${t(state.kind === 'list' && state.carregando ? 'comum.carregando' : 'mesa.nenhuma')}</p>`
      : html`<ul class="lista" part="lista">
          ${state.lista.itens.map(
            (one) => html`<li>
              <div>
                <p><strong>${hora(one, view)}</strong></p>
                <p>${one.ato}</p>
                <p class="discreto">${one.unidade.nome}, ${one.processo}${one.sigilo ? html`, ${t('mesa.sigilo')}` : nothing}</p>
              </div>
              <div class="lado">
                <p class="estado ${one.estado}">${t(`mesa.estado.${one.estado}`)}</p>
                <p class=${one.naEspera ? 'espera' : 'discreto'}>${one.naEspera ? t('mesa.na-espera', { n: one.naEspera }) : t('mesa.pessoas', { n: one.participantes })}</p>
              </div>
              <button type="button" data-audiencia=${one.id} aria-label=${t('mesa.abrir-de', { ato: one.ato, processo: one.processo })} @click=${() => send({ type: 'open', id: one.id })}>${t('mesa.abrir')}</button>
            </li>`,
          )}
        </ul>`}
    ${state.kind === 'list' && state.lista.proxima !== null ? press(state, view, { acao: 'mais', texto: t(state.carregando ? 'comum.carregando' : 'mesa.mais-audiencias'), fazer: () => send({ type: 'more' }) }) : nothing}`;
}
