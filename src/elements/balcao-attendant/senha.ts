import { html, nothing, type TemplateResult } from 'lit';
import type { SenhaAtendimento } from '../../contract/atendimento.ts';
import { inHand, isBusy, type Painel, type Sala } from '../../controllers/attendance.machine.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { notice } from '../_base/notice.ts';
import { botao } from './botao.ts';
import { marcas } from './fila.ts';
import { contagem, duracao, hora } from './palavras.ts';
import type { MesaView } from './view.ts';

/** The first window runs still: nobody is missing yet. */
const cedo = ({ chamada }: SenhaAtendimento, now: number): boolean => chamada !== null && chamada.vez < 2 && Date.parse(chamada.ate) > now;

function situacao({ t, now }: MesaView, { chamada, atendidaDesde, estado }: SenhaAtendimento): string {
  if (estado === 'em-atendimento') return t('atendente.senha.atendimento', { tempo: duracao(t, now - Date.parse(atendidaDesde ?? '')) });
  const left = chamada ? Date.parse(chamada.ate) - now : 0;
  return left > 0 ? t(`atendente.senha.chamada-${chamada!.vez < 2 ? 1 : 2}`, { tempo: contagem(left) }) : t('atendente.senha.passou');
}

/** The ticket in hand: who it is, what can be done, and the notes. */
export function renderSenha(view: MesaView): TemplateResult | typeof nothing {
  const { t, state, now, atalhos, send, act } = view;
  const senha = inHand(state);
  if (!senha) return nothing;
  const busy = isBusy(state);
  const senhaId = senha.id;
  const row = (nome: string, valor: unknown): unknown => (valor ? html`<div><dt>${nome}</dt><dd translate="no">${valor}</dd></div>` : nothing);
  const abre = (painel: Painel): TemplateResult =>
    botao({
      id: `acao-${painel}`, texto: t(`atendente.acao.${painel}`), atalhos, expandido: state.painel === painel, fazer: () => send({ type: 'panel', painel: state.painel === painel ? null : painel }),
      classe: painel === 'encerrar' ? 'perigo' : '',
      desligado: busy || (painel === 'ausente' && cedo(senha, now)) || (painel === 'encerrar' && senha.estado === 'chamada'),
      porque: painel === 'ausente' && cedo(senha, now) ? t('atendente.acao.ausente-cedo') : painel === 'encerrar' && senha.estado === 'chamada' ? t('atendente.acao.encerrar-cedo') : undefined,
    });
  const urgente = senha.chamada !== null && senha.estado === 'chamada' && Date.parse(senha.chamada.ate) - now < 20_000;
  return html`<section class="senha" part="senha" aria-labelledby="senha-titulo">
    <div class="topo">
      <h3 id="senha-titulo" tabindex="-1">${t('atendente.senha', { senha: senha.senha })}</h3>
      <p class="situacao ${senha.estado} ${urgente ? 'urgente' : ''}">${situacao(view, senha)}</p>
    </div>
    <ul class="marcas">${marcas(view, senha, true)}</ul>
    ${senha.sigilo ? renderSigilo(view, senha) : nothing}
    <dl>
      ${row(t('atendente.senha.nome'), senha.nome ?? html`<span class="discreto">${t('atendente.sem-nome')}</span>`)} ${row(t('atendente.senha.assunto'), senha.assunto)}
      ${row(t('atendente.senha.processo'), senha.processo)} ${row(t('atendente.senha.materia'), senha.materia && t(`atendente.senha.materia.${senha.materia}`))}
      ${row(t('atendente.senha.chegou'), t('atendente.senha.chegou-as', { hora: hora(senha.entrouEm), tempo: duracao(t, Date.parse(senha.atendidaDesde ?? '') - Date.parse(senha.entrouEm) || now - Date.parse(senha.entrouEm)) }))}
    </dl>
    <div class="acoes">
      ${state.sala && 'senhaId' in state.sala.de
        ? nothing
        : botao({ id: 'acao-entrar', texto: t('atendente.acao.entrar'), classe: 'primario', atalhos, desligado: busy, fazer: () => act({ acao: 'entrar', de: { senhaId } }) })}
      ${senha.estado === 'chamada'
        ? botao({ id: 'acao-chamar-de-novo', texto: t('atendente.acao.chamar-de-novo'), atalhos, desligado: busy, fazer: () => act({ acao: 'chamar-de-novo', senhaId }) })
        : nothing}
      ${senha.estado === 'chamada' ? abre('ausente') : nothing} ${abre('transferir')} ${abre('convidar')} ${abre('agendar')} ${abre('encerrar')}
    </div>
    ${state.painel && state.painel !== 'pausar' ? view.painel : nothing} ${renderNotas(view)}
  </section>`;
}

/** Who the person says they are: for who called the ticket, and for nobody else (Portaria Conjunta TJRN 38/2021, art. 6). */
function renderSigilo({ t }: MesaView, { identificacao }: SenhaAtendimento): TemplateResult {
  if (!identificacao) return notice('alerta', { titulo: t('atendente.sigilo'), texto: t('atendente.sigilo-sem') });
  const { nome, cpf, papel, oab } = identificacao;
  return html`<div class="sigilo" part="sigilo">
    ${notice('erro', {
      titulo: t('atendente.sigilo'),
      texto: html`<p>${t('atendente.sigilo-dica')}</p>
        <dl>
          <div><dt>${t('atendente.senha.nome')}</dt><dd translate="no">${nome}</dd></div>
          ${cpf ? html`<div><dt>${t('atendente.sigilo.cpf')}</dt><dd translate="no">${cpf}</dd></div>` : nothing}
          <div><dt>${t('atendente.sigilo.papel')}</dt><dd>${t(`atendente.papel.${papel}`)}</dd></div>
          ${oab ? html`<div><dt>${t('atendente.sigilo.oab')}</dt><dd translate="no">${oab}</dd></div>` : nothing}
        </dl>`,
    })}
  </div>`;
}

function renderNotas({ t, state, send }: MesaView): TemplateResult | typeof nothing {
  const { notas, emCurso } = state;
  if (!notas) return nothing;
  const going = emCurso?.fase === 'indo' && emCurso.notas !== null;
  return html`<div class="notas" part="notas">
    <label for="notas">${t('atendente.notas')}</label>
    <p class="discreto" id="notas-dica">${t('atendente.notas-dica')} <span class=${notas.fase === 'falhou' ? 'ruim' : ''}>${notas.texto || notas.fase !== 'salvo' ? t(`atendente.notas.${notas.fase}`) : ''}</span></p>
    <textarea
      id="notas"
      rows="3"
      maxlength="13000"
      aria-describedby="notas-dica"
      ?readonly=${going}
      .value=${notas.texto}
      @input=${(event: Event) => send({ type: 'note', texto: (event.target as HTMLTextAreaElement).value })}
      @blur=${() => send({ type: 'note-due' })}
    ></textarea>
  </div>`;
}

/** Notes whose ticket left before they were saved: on the screen until somebody says that they were copied. */
export function renderPerdidas({ t, state, send }: MesaView): TemplateResult | typeof nothing {
  const [first] = state.perdidas;
  if (!first) return nothing;
  return notice('alerta', {
    texto: html`<p>${t('atendente.notas.perdidas', { senha: first.senha })}</p>
      <textarea rows="3" readonly aria-label=${t('atendente.notas.perdidas-rotulo')} .value=${first.texto}></textarea>
      <p><button type="button" @click=${() => send({ type: 'forget-note' })}>${t('atendente.notas.perdidas-ok')}</button></p>`,
  });
}

function fraseDaSala({ t }: MesaView, { fase, motivo }: Sala): string {
  if (fase === 'failed' || fase === 'rejected') return t(motivo === 'denied' ? 'atendente.sala.permissao' : 'atendente.sala.falhou');
  if (fase === 'loading') return t('atendente.sala.abrindo');
  if (fase === 'waiting') return t('atendente.sala.esperando');
  if (fase === 'reconnecting') return t('atendente.sala.reconectando');
  return fase === 'link' ? t('atendente.sala.link') : '';
}

/** The call, beside the queue; the frame stays in one place from the first moment to the last. */
export function renderSala(view: MesaView): TemplateResult | typeof nothing {
  const { t, state, atalhos, send, act } = view;
  const { sala } = state;
  if (!sala) return nothing;
  const nome = [...state.unidades, ...state.destinos].find(({ unidadeId }) => unidadeId === sala.unidadeId)?.nome ?? '';
  const frase = fraseDaSala(view, sala);
  const over = sala.fase === 'failed' || sala.fase === 'rejected';
  const href = 'url' in sala.entrada ? safeUrl(sala.entrada.url) : view.roomHref;
  return html`<section class="sala" part="sala" aria-labelledby="sala-titulo">
    <div class="topo">
      <h3 id="sala-titulo" tabindex="-1">${'conviteId' in sala.de ? t('atendente.sala-convite') : nome ? t('atendente.sala-de', { unidade: nome }) : t('atendente.sala')}</h3>
      <div class="acoes">
        ${over ? html`<button type="button" class="primario" @click=${() => act({ acao: 'entrar', de: sala.de })}>${t('comum.tentar-de-novo')}</button>` : nothing}
        ${href
          ? html`<a class="botao ${sala.fase === 'link' ? 'primario' : ''}" href=${href} target="_blank" rel="noopener noreferrer"
              >${t(sala.fase === 'link' ? 'atendente.sala.abrir' : 'atendente.sala.outra-aba')}<span class="oculto-visual"> (${t('comum.nova-aba')})</span></a
            >`
          : nothing}
        ${botao({ id: 'acao-entrar', texto: t('atendente.acao.sair-sala'), atalhos, fazer: () => send({ type: 'leave-room' }) })}
      </div>
    </div>
    ${frase ? html`<p class=${over ? 'ruim' : 'discreto'}>${frase}</p>` : nothing}
    <div class="quadro" ?hidden=${sala.fase === 'link' || over}></div>
  </section>`;
}
