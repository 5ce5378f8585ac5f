import { html, nothing, type TemplateResult } from 'lit';
import { MAX_RELATO } from '../../config/limits.ts';
import type { AcaoCidadao, Caso } from '../../contract/caso.ts';
import { recursoAberto } from '../../controllers/case-acts.body.ts';
import type { CaseActsController } from '../../controllers/case-acts.controller.ts';
import { CONFIRMADOS, type AtosState } from '../../controllers/case-acts.machine.ts';
import type { Values } from '../../domain/form/fields.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Attachments } from '../_base/attachments-late.ts';
import { radioField, textareaField, textField, type FieldContext, type FieldForm } from '../_base/field.ts';
import { notice } from '../_base/notice.ts';
import { minutaRecurso } from './minuta.ts';

/** What an act needs to be drawn. */
export interface AtoContext {
  readonly t: Translate;
  readonly caso: Caso;
  readonly atos: CaseActsController;
  /** The fields of who the person is, once they are there. */
  readonly identificar: typeof import('./identificar.ts') | undefined;
  /** The attachments of an act. */
  anexos(ato: AcaoCidadao): Attachments;
}

const NOTAS = ['5', '4', '3', '2', '1'];
const RESOLVIDO = ['sim', 'em-parte', 'nao'];

/** Name of an act in the texts: who is anonymous writes a message, who is not adds to what was sent. */
const nome = ({ caso }: AtoContext, ato: AcaoCidadao): string => (ato === 'complementar' && caso.modo === 'anonima' ? 'mensagem' : ato);

/** For the shared fields: the act keeps their values. */
const campos = ({ t, atos }: AtoContext): FieldContext<FieldForm> => ({
  form: atos,
  t,
  errorText({ code, pointer, field, detail }) {
    const key = [`erro.${code}.${pointer}`, `erro.${code}.${field}`, `erro.${code}`].find((known) => t(known) !== known);
    return key ? t(key) : detail;
  },
});

/** The text to begin with, for an act that has one. */
export const comeco = (t: Translate, caso: Caso, ato: AcaoCidadao): Values | undefined =>
  ato === 'recorrer' ? { '/texto': minutaRecurso(t, caso, recursoAberto(caso)?.base ?? '') } : undefined;

const lista = (t: Translate, ...keys: string[]): TemplateResult =>
  html`<ul class="lista">
    ${keys.map((key) => html`<li>${t(key)}</li>`)}
  </ul>`;

function renderTexto(c: AtoContext, ato: 'complementar' | 'responder' | 'recorrer'): TemplateResult {
  const { t, caso, atos } = c;
  const qual = nome(c, ato);
  const erro = atos.error('/anexos');
  return html`${caso.chaveAge && ato !== 'recorrer' ? html`<p class="discreto">${t('ato.cifra')}</p>` : nothing}
  ${textareaField(campos(c), { campo: '/texto', rotulo: t(`ato.texto.${qual}`), dica: t(`ato.dica.${qual}`), linhas: ato === 'recorrer' ? 12 : 5, maximo: MAX_RELATO })}
  ${c.anexos(ato).render(erro ? { erro: erro.detail } : {})}`;
}

/** Five named choices, and what is optional after them (Res. 432/2021, art. 5, VI). */
function renderAvaliacao(c: AtoContext): TemplateResult {
  const { t } = c;
  const f = campos(c);
  return html`${radioField(f, { campo: '/nota', rotulo: t('ato.nota'), opcoes: NOTAS.map((valor) => ({ valor, rotulo: t(`ato.nota.${valor}`) })) })}
  ${radioField(f, { campo: '/resolvido', rotulo: t('ato.resolvido'), opcional: true, opcoes: RESOLVIDO.map((valor) => ({ valor, rotulo: t(`ato.resolvido.${valor}`) })) })}
  ${textareaField(f, { campo: '/comentario', rotulo: t('ato.comentario'), dica: t('ato.comentario-dica'), opcional: true, linhas: 3, maximo: 1000 })}`;
}

function renderCampos(c: AtoContext, ato: AcaoCidadao): unknown {
  const { t } = c;
  if (ato === 'avaliar') return renderAvaliacao(c);
  if (ato === 'desistir') return lista(t, 'ato.desistir-1', 'ato.desistir-2', 'ato.desistir-3', 'ato.desistir-4');
  if (ato !== 'identificar') return renderTexto(c, ato);
  return html`${lista(t, 'ato.identificar-1', 'ato.identificar-2')} ${c.identificar?.renderPessoa(campos(c)) ?? html`<p>${t('comum.carregando')}</p>`}`;
}

/** What was written, to be read once more before it goes. */
function renderConferir(c: AtoContext, ato: AcaoCidadao): unknown {
  const { t, atos } = c;
  return html`<p><strong>${t('ato.confirmar')}</strong></p>
    ${ato === 'identificar'
      ? html`${lista(t, 'ato.identificar-2')} ${c.identificar?.renderDados(t, atos.state.textos.identificar ?? {}) ?? nothing}`
      : html`<p class="conferir">${atos.value('/texto')}</p>
          ${c.anexos(ato).resumo ? html`<p class="conferir">${c.anexos(ato).resumo}</p>` : nothing}`}`;
}

/** What became of the sending. */
function situacao({ t }: AtoContext, state: AtosState): unknown {
  const told = (content: unknown): TemplateResult => html`<div tabindex="-1" data-foco="situacao">${content}</div>`;
  if (state.kind === 'refused') return told(notice('erro', { titulo: t('ato.recusa'), texto: html`${state.texto ? html`<p>${state.texto}</p>` : nothing}<p>${t('ato.recusa-dica')}</p>` }));
  if (state.kind !== 'failed') return nothing;
  const key = state.motivo === 'muitas' ? 'ato.muitas' : state.motivo === 'servidor' ? 'ato.falha-servidor' : state.semRede ? 'ato.sem-rede' : 'ato.falha-rede';
  return told(notice('alerta', { titulo: t(key), texto: t(`${key}-dica`) }));
}

/** The key, asked again: the token ran out, the text waits. */
function renderChave({ t, atos }: AtoContext, state: AtosState & { kind: 'expired' | 'renewing' }): TemplateResult {
  const busy = state.kind === 'renewing';
  const falha = busy ? null : state.falha;
  const campo = '/chave';
  const f: FieldContext<FieldForm> = {
    form: {
      value: () => state.chave,
      checked: () => false,
      error: () => (falha ? { pointer: campo, field: campo, step: 0, code: falha, detail: falha } : undefined),
      input: (_campo, value) => atos.send({ type: 'key', value }),
      leave: () => undefined,
    },
    t,
    errorText: ({ code }) => t(`ato.chave.${code}`),
  };
  return html`${notice('info', { titulo: t('ato.expirado'), texto: t('ato.expirado-dica') })}
    <div class="conteudo" ?inert=${busy}>${textField(f, { campo, rotulo: t('ato.chave'), dica: t('ato.chave-dica'), largura: 'media' })}</div>
    <div class="acoes">
      <button type="submit" class="primario" part="botao" aria-disabled=${busy ? 'true' : nothing}>${t(busy ? 'ato.conferindo' : 'ato.expirado-enviar')}</button>
      <button type="button" @click=${() => atos.send({ type: 'close' })}>${t('ato.guardar')}</button>
    </div>`;
}

function botoes({ t, atos }: AtoContext, state: AtosState & { ato: AcaoCidadao }, conferir: boolean): TemplateResult {
  const { ato, kind } = state;
  const busy = kind === 'sending' || kind === 'checking';
  const enviar = conferir ? `ato.confirmar.${ato}` : `ato.enviar.${ato}`;
  const fechar = ato === 'desistir' ? 'ato.nao-desistir' : atos.comecado(ato) ? 'ato.guardar' : 'ato.fechar';
  return html`<div class="acoes">
    <button type="submit" class=${ato === 'desistir' ? '' : 'primario'} part="botao" aria-disabled=${busy ? 'true' : nothing}>
      ${t(kind === 'sending' ? 'ato.enviando' : kind === 'failed' ? 'comum.tentar-de-novo' : enviar)}
    </button>
    ${busy
      ? nothing
      : conferir
        ? html`<button type="button" @click=${() => atos.send({ type: 'back' })}>${t('ato.mudar')}</button>`
        : html`<button type="button" @click=${() => atos.send({ type: 'close' })}>${t(fechar)}</button>
            ${ato !== 'desistir' && kind !== 'failed' && atos.comecado(ato) ? html`<button type="button" class="texto" @click=${() => atos.send({ type: 'discard', ato })}>${t('ato.apagar')}</button>` : nothing}`}
  </div>`;
}

/** Acts that files can go with. */
const COM_ANEXOS: readonly AcaoCidadao[] = ['complementar', 'responder', 'recorrer'];

/** Sends when every file is whole; who stops waiting for them goes on writing. */
async function enviar({ atos, anexos }: AtoContext, ato: AcaoCidadao): Promise<void> {
  if (!COM_ANEXOS.includes(ato) || !anexos(ato).pendentes || (await anexos(ato).esperar())) atos.send({ type: 'submit' });
}

/** The act under way, in the place of the button that opened it. */
export function renderAto(c: AtoContext): unknown {
  const { t, atos } = c;
  const { state } = atos;
  if (state.kind === 'idle') return nothing;
  const { ato, kind } = state;
  const conferir = kind === 'confirming' || ((kind === 'sending' || kind === 'failed') && CONFIRMADOS.includes(ato));
  const submit = (event: Event): void => {
    event.preventDefault();
    if (kind === 'expired') atos.renew();
    else if (kind === 'confirming') atos.send({ type: 'confirm' });
    else void enviar(c, ato);
  };
  const busy = kind === 'sending' || kind === 'checking';
  return html`<section class="ato" part="ato" aria-labelledby="ato-titulo">
    <form class="forma" novalidate @submit=${submit}>
      <h3 id="ato-titulo" tabindex="-1" data-foco="ato">${t(`ato.titulo.${nome(c, ato)}`)}</h3>
      ${kind === 'expired' || kind === 'renewing'
        ? renderChave(c, state)
        : html`<div class="conteudo" ?inert=${busy && kind === 'sending'}>${conferir ? renderConferir(c, ato) : renderCampos(c, ato)}</div>
            ${COM_ANEXOS.includes(ato) ? c.anexos(ato).renderEspera() : nothing} ${situacao(c, state)} ${botoes(c, state, conferir)}`}
    </form>
  </section>`;
}

/** Thanks, right after an act. */
export function renderFeito(t: Translate, state: AtosState): unknown {
  const feito = state.kind === 'idle' ? state.feito : null;
  return feito
    ? html`<div tabindex="-1" data-foco="feito" part="feito">${notice('sucesso', { titulo: t(`ato.feito.${feito}`), texto: t(`ato.feito-dica.${feito}`) })}</div>`
    : nothing;
}

/** What the one status region says of the act. */
export function status(t: Translate, { kind }: AtosState): string {
  return kind === 'sending' ? t('ato.enviando') : kind === 'renewing' ? t('ato.conferindo') : '';
}
