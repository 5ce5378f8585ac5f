import { html, nothing, type TemplateResult } from 'lit';
import { inHand, isBusy } from '../../controllers/attendance.machine.ts';
import type { SenhaAtendimento } from '../../contract/atendimento.ts';
import { notice } from '../_base/notice.ts';
import { botao } from './botao.ts';
import { duracao, hora } from './palavras.ts';
import type { MesaView } from './view.ts';

/** The counters of the attendant: one press each; the one that is looked at is marked. */
export function renderBalcoes({ t, state, now, send }: MesaView): TemplateResult | typeof nothing {
  const preso = inHand(state) !== null;
  if (state.unidades.length < 2) return nothing;
  return html`<nav class="balcoes" part="balcoes" aria-label=${t('atendente.balcoes')}>
    <ul>
      ${state.unidades.map(({ unidadeId, nome, aguardando, maisAntiga, pausa }) => {
        const este = unidadeId === state.unidadeId;
        return html`<li>
          <button
            type="button"
            aria-current=${este ? 'true' : nothing}
            aria-disabled=${preso && !este ? 'true' : nothing}
            title=${preso && !este ? t('atendente.balcao.preso') : nothing}
            @click=${() => send({ type: 'choose', unidadeId })}
          >
            <span class="nome">${nome}</span>
            <span class="conta"
              >${aguardando && maisAntiga ? t('atendente.balcao.espera', { n: aguardando, tempo: duracao(t, now - Date.parse(maisAntiga)) }) : t('atendente.balcao.ninguem')}${pausa
                ? html` · <strong>${t('atendente.balcao.pausado')}</strong>`
                : nothing}</span
            >
          </button>
        </li>`;
      })}
    </ul>
  </nav>`;
}

/** What the counter is doing, and the two things that are done with it. */
export function renderBalcao(view: MesaView): TemplateResult {
  const { t, state, atalhos, send, act } = view;
  const balcao = state.fila?.balcao ?? state.unidades.find(({ unidadeId }) => unidadeId === state.unidadeId)!;
  const { expediente, pausa, lotada, atendentes } = balcao;
  const busy = isBusy(state);
  const parado = state.kind === 'paused';
  const vazia = balcao.aguardando === 0;
  return html`<section class="balcao" part="balcao" aria-labelledby="balcao-nome">
    <div class="quem">
      <h3 id="balcao-nome">${balcao.nome}</h3>
      <p class="discreto">
        ${expediente.aberto ? (expediente.fecha ? t('atendente.aberto-ate', { hora: hora(expediente.fecha) }) : t('atendente.aberto')) : t('atendente.fechado')}
        ${state.fila?.estimativa ? html` · ${t('atendente.estimativa', { n: state.fila.estimativa.minutos })}` : nothing}
        ${lotada ? html` · <strong class="cheia">${t('atendente.lotada')}</strong>` : nothing}
        ${atendentes.length ? html`<br />${t('atendente.no-balcao', { nomes: atendentes.join(', ') })}` : nothing}
      </p>
    </div>
    <div class="acoes">
      ${inHand(state)
        ? nothing
        : botao({
            id: 'acao-chamar', texto: t('atendente.chamar'), classe: 'primario', atalhos, desligado: busy || parado || vazia, fazer: () => act({ acao: 'chamar' }),
            porque: parado ? t('atendente.pausado') : vazia ? t('atendente.chamar-ninguem') : undefined,
          })}
      ${pausa
        ? botao({ id: 'acao-pausar', texto: t('atendente.retomar'), classe: parado ? 'primario' : '', atalhos, desligado: busy, fazer: () => act({ acao: 'retomar' }) })
        : botao({
            id: 'acao-pausar', texto: t('atendente.pausar'), atalhos, desligado: busy, expandido: state.painel === 'pausar',
            fazer: () => send({ type: 'panel', painel: state.painel === 'pausar' ? null : 'pausar' }),
          })}
    </div>
    ${pausa
      ? notice('alerta', {
          titulo: t('atendente.pausado'),
          texto: html`<p>
            ${t('atendente.pausado-por', { motivo: pausa.motivo.replace(/\.$/, ''), quem: pausa.por, hora: hora(pausa.em) })}
            ${pausa.ate && Date.parse(pausa.ate) > view.now ? t('atendente.pausado-ate', { hora: hora(pausa.ate) }) : nothing} ${t('atendente.pausado-dica')}
          </p>`,
        })
      : nothing}
    ${state.painel === 'pausar' ? view.painel : nothing}
  </section>`;
}

/** Everything that has to be seen of a ticket before it is called, in words. */
export function marcas({ t, now, state }: MesaView, senha: SenhaAtendimento, cartao = false): TemplateResult[] {
  const all: [classe: string, texto: string][] = [];
  const mark = (classe: string, texto: string): void => void all.push([classe, texto]);
  if (!cartao) {
    if (senha.minha) mark('forte', t('atendente.marca.comigo'));
    else if (senha.atendente) mark('', t('atendente.marca.com', { quem: senha.atendente }));
    if (senha.estado === 'chamada') mark('', t('atendente.marca.chamada'));
    if (senha.estado === 'em-atendimento') mark('', t('atendente.marca.atendimento'));
  }
  if (senha.agendadaPara) mark('forte', t('atendente.marca.agendada', { hora: hora(senha.agendadaPara) }));
  if (senha.prioridade) mark('forte', t(`atendente.prioridade.${senha.prioridade}`));
  if (senha.libras) mark('forte', t('atendente.marca.libras'));
  if (senha.semVideo) mark('', t('atendente.marca.voz'));
  if (senha.sigilo) mark('perigo', t('atendente.marca.sigilo'));
  if (senha.semSinalDesde) mark('alerta', t('atendente.marca.sem-sinal', { tempo: duracao(t, now - Date.parse(senha.semSinalDesde)) }));
  if (senha.faltas) mark('alerta', t('atendente.marca.faltas', { n: senha.faltas }));
  if (senha.transferidaDe) {
    const de = [...state.unidades, ...state.destinos].find(({ unidadeId }) => unidadeId === senha.transferidaDe)?.nome ?? senha.transferidaDe;
    mark('', t('atendente.marca.transferida', { de }));
  }
  return all.map(([classe, texto]) => html`<li class=${classe}>${texto}</li>`);
}

/** A colleague's ticket whose colleague is not at the counter any more can be taken over, by who has none. */
function renderAssumir({ t, state, act }: MesaView, { id, senha, estado, minha, atendente }: SenhaAtendimento): TemplateResult | typeof nothing {
  const gone = !minha && atendente !== null && estado !== 'aguardando' && state.fila?.balcao.atendentes.includes(atendente) === false;
  if (!gone || inHand(state)) return nothing;
  return html`<button type="button" aria-disabled=${isBusy(state) ? 'true' : nothing} @click=${() => act({ acao: 'entrar', de: { senhaId: id } })}>
    ${t('atendente.assumir')}<span class="oculto-visual"> ${t('atendente.senha', { senha })}</span>
  </button>`;
}

/** The queue of the counter, in the order in which it would be called. Roles are written out: on a narrow screen each row is a card. */
export function renderFila(view: MesaView): TemplateResult {
  const { t, state, now } = view;
  const { fila } = state;
  const title = html`<h3 id="fila-titulo" tabindex="-1">${t('atendente.fila')}${fila ? html` <span class="discreto">${fila.balcao.aguardando}</span>` : nothing}</h3>`;
  if (!fila) return html`<section class="fila pilha-s" part="fila" aria-labelledby="fila-titulo" aria-busy="true">${title}<p class="discreto">${t('atendente.fila-carregando')}</p></section>`;
  const head = (['senha', 'pessoa', 'espera', 'avisos'] as const).map((nome) => html`<th role="columnheader" scope="col">${t(`atendente.coluna.${nome}`)}</th>`);
  return html`<section class="fila pilha-s" part="fila" aria-labelledby="fila-titulo">
    ${title}
    ${fila.itens.length === 0
      ? html`<p class="vazio">${t('atendente.fila-vazia')}</p>`
      : html`<table role="table" aria-labelledby="fila-titulo">
          <thead role="rowgroup">
            <tr role="row">${head}</tr>
          </thead>
          <tbody role="rowgroup">
            ${fila.itens.map(
              (senha) => html`<tr role="row" class=${senha.minha ? 'minha' : senha.estado === 'aguardando' ? '' : 'fora'}>
                <th role="rowheader" scope="row">${senha.senha}</th>
                <td role="cell" translate="no">
                  <span class=${senha.nome ? 'pessoa' : 'discreto'}>${senha.nome ?? t('atendente.sem-nome')}</span>
                  ${senha.assunto ? html`<span class="assunto">${senha.assunto}</span>` : nothing} ${senha.processo ? html`<span class="processo">${senha.processo}</span>` : nothing}
                </td>
                <td role="cell" class="espera">${duracao(t, now - Date.parse(senha.entrouEm), true)}</td>
                <td role="cell"><ul class="marcas">${marcas(view, senha)}</ul>${renderAssumir(view, senha)}</td>
              </tr>`,
            )}
          </tbody>
        </table>`}
    <details>
      <summary>${t('atendente.regra')}</summary>
      <p class="discreto">${fila.regra}</p>
    </details>
  </section>`;
}
