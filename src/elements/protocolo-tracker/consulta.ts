import { html, nothing, type TemplateResult } from 'lit';
import type { TrackerController } from '../../controllers/tracker.controller.ts';
import type { TrackerField } from '../../controllers/tracker.machine.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon, notice } from '../_base/notice.ts';

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
      aria-invalid=${code ? 'true' : nothing}
      .value=${state[field]}
      @input=${(event: Event) => tracker.send({ type: 'input', field, value: (event.target as HTMLInputElement).value })}
      @change=${() => tracker.send({ type: 'leave', field })}
    />
  </div>`;
}

/** Why there is no case to show. */
function renderSituation(t: Translate, tracker: TrackerController): unknown {
  const { state } = tracker;
  const told = (content: unknown): TemplateResult => html`<div tabindex="-1" data-foco="situacao">${content}</div>`;
  if (state.kind === 'refused') {
    if (state.motivo === 'nao-encontrado') return told(notice('alerta', { titulo: t('acompanhar.nao-encontrado'), texto: t('acompanhar.nao-encontrado-dica') }));
    if (state.motivo === 'outra') return told(notice('erro', { titulo: t('acompanhar.outra'), texto: state.texto }));
    const n = state.espera === null ? 0 : Math.max(1, Math.ceil(state.espera / 60_000));
    const minutos = n === 1 ? t('acompanhar.um-minuto') : t('acompanhar.minutos', { n });
    return told(notice('alerta', { titulo: t('acompanhar.muitas'), texto: n ? t('acompanhar.muitas-espera', { minutos }) : t('acompanhar.muitas-dica') }));
  }
  if (state.kind === 'failed') {
    const titulo = state.motivo === 'servidor' ? 'acompanhar.falha-servidor' : tracker.online ? 'acompanhar.falha-rede' : 'acompanhar.offline';
    return told(notice('erro', { titulo: t(titulo), texto: t(state.motivo === 'servidor' ? 'acompanhar.falha-servidor-dica' : 'acompanhar.falha-rede-dica') }));
  }
  return tracker.online ? nothing : html`<div role="status">${notice('alerta', { titulo: t('acompanhar.offline') })}</div>`;
}

/** The form of protocol and key. */
export function renderConsulta(t: Translate, tracker: TrackerController): TemplateResult {
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
    ${renderSituation(t, tracker)} ${renderField(t, tracker, 'protocolo')} ${renderField(t, tracker, 'chave')}
    <div class="acoes">
      <button type="submit" class="primario" part="botao" aria-disabled=${busy ? 'true' : nothing}>${t(busy ? 'acompanhar.consultando' : 'acompanhar.consultar')}</button>
    </div>
  </form>`;
}
