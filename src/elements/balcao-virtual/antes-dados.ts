import { html, nothing, type TemplateResult } from 'lit';
import type { AntesState } from '../../controllers/antes.machine.ts';
import { digitarProcesso } from '../../domain/balcao/digitar.ts';
import { CAIXA_PRIORIDADE, PAPEIS, PRIORIDADES_LEGAIS } from '../../domain/balcao/pedido-fila.ts';
import { regraEmPalavras } from '../../domain/fila/prioridade.ts';
import { SIM } from '../../domain/form/fields.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { checkboxField, radioField, textField } from '../_base/field.ts';
import { heading } from '../_base/heading.ts';
import { notice } from '../_base/notice.ts';
import { melhorNaoEsperar, outrosCaminhos, renderEspera } from './antes-espera.ts';
import type { AntesView } from './antes.ts';

type Dados = Extract<AntesState, { kind: 'dados' }>;

/** Priorities called for each person without one, where the court says nothing. */
const PRIORIDADES_SEGUIDAS = 2;

/** Punctuates the case number before its field hears of it. */
const pontuar = {
  capture: true,
  handleEvent(event: Event): void {
    const input = event.target as HTMLInputElement;
    // What is being erased, or composed by a keyboard, is not touched.
    if (input.dataset['campo'] !== '/processo' || (event instanceof InputEvent && (event.isComposing || event.inputType.startsWith('delete')))) return;
    const { valor, caret } = digitarProcesso(input.value, input.selectionStart ?? input.value.length);
    if (valor === input.value) return;
    input.value = valor;
    input.setSelectionRange(caret, caret);
  },
};

/** The court's terms, where it is asked who the person is, and there alone. */
function termos({ ctx, campos }: AntesView): TemplateResult {
  const { t } = campos;
  const privacidade = ctx.tribunal?.privacidade;
  const href = safeUrl(privacidade?.url);
  return html`<div class="pilha-s">
    <p><strong>${t('antes.privacidade')}</strong></p>
    <p>${t('antes.privacidade-dica')}</p>
    ${privacidade?.resumo?.length ? html`<ul class="lista">${privacidade.resumo.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
    ${href ? html`<p><a href=${href} target="_blank" rel="noopener">${t('form.privacidade-link')}<span class="oculto-visual"> (${t('comum.nova-aba')})</span></a></p>` : nothing}
    ${checkboxField(campos, { campo: '/privacidade/aceito', rotulo: t('form.privacidade-aceite'), obrigatoria: true })}
  </div>`;
}

/** Who the person is: asked only under sigilo (Portaria Conjunta TJRN 38/2021, art. 6). */
function identificacao(view: AntesView): TemplateResult {
  const { campos } = view;
  const { t, form } = campos;
  return html`${textField(campos, { campo: '/identificacao/nome', rotulo: t('antes.id-nome'), autocomplete: 'name' })}
  ${radioField(campos, {
    campo: '/identificacao/papel',
    rotulo: t('antes.id-papel'),
    opcoes: PAPEIS.map((valor) => ({ valor, rotulo: t(`antes.papel.${valor}`), ...(valor === 'outro' ? { dica: t('antes.papel-dica.outro') } : {}) })),
  })}
  ${form.value('/identificacao/papel') === 'advogado'
    ? textField(campos, { campo: '/identificacao/oab', rotulo: t('antes.id-oab'), dica: t('antes.id-oab-dica'), opcional: true, largura: 'media' })
    : nothing}
  ${textField(campos, { campo: '/identificacao/cpf', rotulo: t('antes.id-cpf'), dica: t('antes.id-cpf-dica'), opcional: true, inputmode: 'numeric', mascara: 'cpf', largura: 'media' })}
  ${termos(view)}`;
}

function sigilo(view: AntesView): TemplateResult {
  const { campos } = view;
  const { t } = campos;
  return radioField(campos, {
    campo: '/sigilo',
    rotulo: t('antes.sigilo'),
    dica: t('antes.sigilo-dica'),
    valor: campos.form.checked('/sigilo') ? SIM : 'nao',
    opcoes: [
      { valor: 'nao', rotulo: t('antes.sigilo.nao') },
      { valor: SIM, rotulo: t('antes.sigilo.sim'), dentro: () => identificacao(view) },
    ],
  });
}

/** Legal priority by declaration, with the rule by which everybody is called (Lei 10.048/2000, art. 1). */
function prioridade({ ctx, campos }: AntesView): TemplateResult {
  const { t } = campos;
  const seguidas = ctx.unit.unidade?.fila?.prioridadesSeguidas ?? ctx.tribunal?.balcao?.fila?.prioridadesSeguidas ?? PRIORIDADES_SEGUIDAS;
  return checkboxField(campos, {
    campo: CAIXA_PRIORIDADE,
    rotulo: t('antes.prioridade'),
    dica: t('antes.prioridade-dica'),
    dentro: () =>
      html`${radioField(campos, {
          campo: '/prioridade',
          rotulo: t('antes.prioridade-qual'),
          dica: t('antes.prioridade-porque'),
          opcoes: PRIORIDADES_LEGAIS.map((valor) => ({ valor, rotulo: t(`antes.prioridade.${valor}`) })),
        })}
        <details>
          <summary>${t('antes.prioridade-regra')}</summary>
          <p>${regraEmPalavras({ prioridadesSeguidas: seguidas })}</p>
        </details>`,
  });
}

function conduta({ ctx, campos: { t } }: AntesView): TemplateResult | typeof nothing {
  const { conduta: rules, condutaUrl } = ctx.tribunal?.balcao ?? {};
  const href = safeUrl(condutaUrl);
  if (!rules?.length && !href) return nothing;
  return html`<div>
    ${heading(ctx.nivel + 1, t('antes.conduta'), 'subtitulo')}
    ${rules?.length ? html`<ul class="lista">${rules.map((rule) => html`<li>${rule}</li>`)}</ul>` : nothing}
    ${href ? html`<p><a href=${href} target="_blank" rel="noopener">${t('antes.conduta-link')}<span class="oculto-visual"> (${t('comum.nova-aba')})</span></a></p>` : nothing}
  </div>`;
}

/** A call in the page needs what some browsers inside of other apps lack: told before the wait, not at its end. */
function semVideo({ ctx: { unit, t } }: AntesView): TemplateResult | typeof nothing {
  const naPagina = unit.meio?.kind === 'sala' && (unit.meio.config.provider === 'jitsi' || unit.meio.config.provider === 'jaas');
  if (!naPagina || 'RTCPeerConnection' in globalThis) return nothing;
  return notice('alerta', { titulo: t('antes.sem-video'), texto: t('antes.sem-video-dica') });
}

/** What the queue asks: nothing here is obligatory but who the person is, under sigilo. */
export function renderDados({ fim, aviso }: Dados, assunto: string, view: AntesView): TemplateResult {
  const { ctx, campos, acoes, trocar } = view;
  const { t, form } = campos;
  const { peticionamento } = ctx.unit;
  const privacidade = safeUrl(ctx.tribunal?.privacidade?.url);
  const semLibras = ctx.tribunal?.balcao?.libras === false;
  const processo = textField(campos, {
    campo: '/processo',
    rotulo: t('antes.processo'),
    dica: t('antes.processo-dica'),
    opcional: true,
    inputmode: 'numeric',
    mascara: 'processo',
    largura: 'media',
  });
  return html`<div class="escolhido">
      <p>${t('antes.assunto')} <strong>${assunto}</strong></p>
      <button type="button" class="texto" @click=${trocar}>${t('antes.trocar')}</button>
    </div>
    ${semVideo(view)} ${aviso ? notice('info', { texto: aviso }) : nothing} ${renderEspera(view)}
    <div class="perguntas" @input=${pontuar}>
      ${fim.comProcesso ? processo : nothing}
      ${textField(campos, { campo: '/nome', rotulo: t('antes.nome'), dica: t('antes.nome-dica'), opcional: true, autocomplete: 'nickname', largura: 'media' })}
      ${fim.comProcesso ? nothing : processo} ${sigilo(view)}
      <div class="itens">
        ${prioridade(view)}
        ${semLibras ? html`<p class="discreto">${t('antes.libras-nao')}</p>` : checkboxField(campos, { campo: '/libras', rotulo: t('antes.libras'), dica: t('antes.libras-dica') })}
      </div>
    </div>
    ${form.checked('/semVideo')
      ? html`<div class="escolhido">
          <p>${t('antes.so-voz')}</p>
          <button type="button" class="texto" @click=${() => form.input('/semVideo', '')}>${t('antes.so-voz-trocar')}</button>
        </div>`
      : nothing}
    ${conduta(view)}
    ${notice('info', {
      texto: html`<p>${t('antes.peticoes')}${peticionamento ? html` <a href=${peticionamento}>${t('antes.peticoes-link')}.</a>` : nothing}</p>`,
    })}
    <p class="discreto">
      ${t('antes.privacidade-linha')} ${privacidade ? html`<a href=${privacidade} target="_blank" rel="noopener">${t('antes.privacidade')}<span class="oculto-visual"> (${t('comum.nova-aba')})</span></a>.` : nothing}
    </p>
    <div class="acoes">
      <button type="submit" class="primario grande" data-acao="entrar">${t('antes.entrar')}</button>
      <button type="button" data-acao="testar" @click=${() => acoes.testar()}>${t('antes.testar')}</button>
    </div>
    <div class="acoes">
      ${melhorNaoEsperar(view) ? nothing : outrosCaminhos(view)}
      <button type="button" class="texto" @click=${trocar}>${t('comum.voltar')}</button>
    </div>`;
}
