import { html, nothing, type TemplateResult } from 'lit';
import { inHand, isBusy } from '../../controllers/attendance.machine.ts';
import { notice } from '../_base/notice.ts';
import { botao } from './botao.ts';
import { renderBalcao, renderBalcoes, renderFila } from './fila.ts';
import { renderPerdidas, renderSala, renderSenha } from './senha.ts';
import type { MesaView } from './view.ts';

/** What has to be known before anything else: the access, the connection, the act that did not happen, who asks for help. */
function renderAvisos(view: MesaView): TemplateResult {
  const { t, state, atalhos, send, act, entrarDeNovo } = view;
  const { falha, emCurso, acesso, rede, convites, sala } = state;
  const parado = emCurso?.fase === 'parado';
  const recusa = falha?.motivo === 'recusa';
  const unseen = convites.filter(({ id }) => !(sala && 'conviteId' in sala.de && sala.de.conviteId === id));
  return html`<div class="avisos pilha-s" part="avisos">
    ${acesso === 'vencido'
      ? notice('erro', {
          titulo: t('atendente.acesso'),
          texto: html`<p>${t('atendente.acesso-dica')}</p>
            <p><button type="button" class="primario" id="acesso" @click=${entrarDeNovo}>${t('atendente.acesso-entrar')}</button></p>`,
        })
      : nothing}
    ${acesso === 'renovando' ? html`<p class="discreto">${t('atendente.acesso-renovando')}</p>` : nothing}
    ${rede === 'sem-rede' && acesso === 'ok' ? notice('alerta', { texto: t('atendente.rede.sem-rede') }) : nothing}
    ${falha
      ? html`<div id="falha" tabindex="-1">
          ${notice(recusa ? 'erro' : 'alerta', {
            titulo: recusa ? t('atendente.falha') : undefined,
            texto: html`<p>${falha.motivo === 'recusa' ? falha.texto : t(`atendente.falha.${falha.motivo}`, { ato: t(`atendente.ato.${falha.ato}`) })}</p>
              <p class="acoes">
                ${parado ? html`<button type="button" class="primario" @click=${() => send({ type: 'act-again' })}>${t('comum.tentar-de-novo')}</button>` : nothing}
                <button type="button" @click=${() => send({ type: 'dismiss' })}>${t('atendente.falha.fechar')}</button>
              </p>`,
          })}
        </div>`
      : nothing}
    ${unseen.map(({ id, por, recado }, place) =>
      notice('info', {
        titulo: t('atendente.convite', { quem: por }),
        texto: html`${recado ? html`<p>${t('atendente.convite-recado', { recado })}</p>` : nothing}
          <p class="acoes">
            ${botao({
              id: place ? `acao-convite-${place}` : 'acao-convite', texto: t('atendente.convite-entrar'), atalhos, desligado: isBusy(state), fazer: () => act({ acao: 'entrar', de: { conviteId: id } }),
            })}
          </p>`,
      }),
    )}
    ${renderPerdidas(view)}
  </div>`;
}

/** The desk, once somebody is at it. */
export function renderMesa(view: MesaView): TemplateResult {
  const { state } = view;
  const work = inHand(state) !== null || state.sala !== null;
  return html`${renderAvisos(view)} ${renderBalcoes(view)} ${renderBalcao(view)}
    <div class="mesa ${work ? 'ocupada' : ''}">
      ${work ? html`<div class="pilha">${renderSala(view)} ${renderSenha(view)}</div>` : nothing} ${renderFila(view)}
    </div>`;
}
