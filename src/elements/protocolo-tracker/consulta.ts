import { html, nothing, type TemplateResult } from 'lit';
import type { TrackerController } from '../../controllers/tracker.controller.ts';
import type { TrackerField } from '../../controllers/tracker.machine.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon, notice } from '../_base/notice.ts';

/** What few people see: undefined until it is loaded, null when it could not be. */
export type Avisos = typeof import('./avisos.ts') | null | undefined;

/** What opens a case: protocol, key, and why there is none to show. */

function renderField(t: Translate, tracker: TrackerController, field: TrackerField): TemplateResult {
  const { state } = tracker;
  const code = state.erros[field];
  return html`<div class=${code ? 'com-erro' : ''}>
    <label for=${field}>${t(`acompanhar.${field}`)}</label>
    <p class="dica" id="${field}-dica">${t(`acompanhar.${field}-dica`)}</p>
    ${code
      ? html`<p class="erro-campo" id="${field}-erro">${icon('erro')}<span><span class="oculto-visual">${t('acompanhar.erro')} </span>${t(`acompanhar.erro.${field}.${code}`)}</span></p>`
      : nothing}
    <input
      id=${field}
      data-foco=${field}
      part="entrada"
      type="text"
      inputmode=${field === 'protocolo' ? 'numeric' : nothing}
      autocomplete="off"
      autocapitalize=${field === 'chave' ? 'characters' : 'none'}
      spellcheck="false"
      ?readonly=${state.kind === 'consulting'}
      aria-describedby="${field}-dica${code ? ` ${field}-erro` : ''}"
      aria-required="true"
      aria-invalid=${code ? 'true' : nothing}
      .value=${state[field]}
      @input=${(event: Event) => tracker.send({ type: 'input', field, value: (event.target as HTMLInputElement).value })}
      @change=${() => tracker.send({ type: 'leave', field })}
    />
  </div>`;
}

/** Why there is no case to show. Without the words for a refusal, it is the network's fault that they are missing. */
function renderSituation(t: Translate, tracker: TrackerController, avisos: Avisos): unknown {
  const { state } = tracker;
  const told = (content: unknown): TemplateResult => html`<div tabindex="-1" data-foco="situacao">${content}</div>`;
  const respondeu = state.kind === 'refused' || (state.kind === 'failed' && state.motivo === 'servidor');
  if (respondeu && avisos !== null) return avisos ? told(avisos.renderRecusa(t, state)) : nothing;
  if (respondeu || state.kind === 'failed') return told(notice('erro', { titulo: t(tracker.online ? 'acompanhar.falha-rede' : 'acompanhar.offline'), texto: t('acompanhar.falha-rede-dica') }));
  return tracker.online ? nothing : html`<div role="status">${notice('alerta', { titulo: t('acompanhar.offline') })}</div>`;
}

/** The form of protocol and key. */
export function renderConsulta(t: Translate, tracker: TrackerController, avisos: Avisos): TemplateResult {
  const busy = tracker.state.kind === 'consulting';
  const submit = (event: Event): void => {
    event.preventDefault();
    tracker.send({ type: 'submit' });
  };
  return html`<form novalidate @submit=${submit}>
    <div class="pilha-s">
      <h2 part="titulo">${t('acompanhar.titulo')}</h2>
      <p>${t('acompanhar.onde')}</p>
    </div>
    ${renderSituation(t, tracker, avisos)} ${renderField(t, tracker, 'protocolo')} ${renderField(t, tracker, 'chave')}
    <div class="acoes">
      <button type="submit" class="primario" part="botao" aria-disabled=${busy ? 'true' : nothing}>${t(busy ? 'acompanhar.consultando' : 'acompanhar.consultar')}</button>
    </div>
  </form>`;
}
