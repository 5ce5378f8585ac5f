import { html, nothing, type TemplateResult } from 'lit';
import type { AgendamentoInput, MensagemInput } from '../../contract/agenda.ts';
import type { Comprovante } from '../../contract/caso.ts';
import { BookingController } from '../../controllers/booking.controller.ts';
import { aceitaTexto, type ReservaFocus } from '../../controllers/booking.machine.ts';
import type { FormError } from '../../controllers/form.machine.ts';
import { camposReserva, type TipoReserva } from '../../domain/agenda/reserva.ts';
import { balcaoAntes } from '../../i18n/pt-br/balcao-antes.ts';
import { balcaoReserva } from '../../i18n/pt-br/balcao-reserva.ts';
import { recibo as reciboTextos } from '../../i18n/pt-br/recibo.ts';
import type { Translate } from '../../i18n/translate.ts';
import { fieldId, focusField, type FieldContext, type FieldForm } from '../_base/field.ts';
import { icon, notice } from '../_base/notice.ts';
import { receipt } from '../_base/receipt.ts';
import { focarVagas } from '../_base/vagas.ts';
import type { ContextoParte } from './parte.ts';

/** What a message and an appointment share on the screen. */

export const textosReserva = { ...balcaoAntes, ...balcaoReserva, ...reciboTextos };

const MINUTE = 60_000;

export interface Reserva {
  controle: BookingController;
  campos: FieldContext<FieldForm>;
  t: Translate;
  /** Something was said before the person came here, and is there already. */
  sabia: boolean;
  /** Puts the focus on a part of it once it is on the screen. */
  focar(onde: ReservaFocus): void;
  /** Everything that is wrong, in one list that takes the focus. */
  resumo(): unknown;
  /** What became of the sending, with what can be done about it. */
  situacao(): unknown;
  /** The fields, which take nothing while nobody knows what became of them. */
  corpo(content: unknown): TemplateResult;
  /** The button that sends, and what it says meanwhile. */
  acoes(texto: { enviar: string; enviando: string }, others: unknown): TemplateResult;
  /** The receipt; it leaves when the person has kept it. */
  recibo(recibo: Comprovante, destaque?: unknown): unknown;
}

/** @param sent what is wanted of an answer, before it is shown */
export function criarReserva(tipo: TipoReserva, ctx: ContextoParte, voltar: () => void, sent?: (recibo: Comprovante, corpo: MensagemInput | AgendamentoInput) => void): Reserva {
  const t = ((...given: Parameters<Translate>) => (ctx.t)(...given)) as Translate;
  const sabia = camposReserva(tipo, ctx.valores).some((field) => field !== '/sigilo' && ctx.valores[field]?.trim());
  const focar = (onde: ReservaFocus): void => {
    // After the next render, whatever is shown then.
    setTimeout(() => {
      const found = ctx.root().querySelector<HTMLElement>(onde === 'titulo' ? '.nao-agora .titulo' : `.nao-agora [data-foco="${onde}"]`);
      found?.focus({ preventScroll: true });
      found?.scrollIntoView({ block: 'nearest' });
    });
  };
  const controle = new BookingController({
    tipo,
    ports: ctx.ports,
    backendUrl: () => ctx.backendUrl,
    unidadeId: () => ctx.unit.id ?? '',
    valores: () => ctx.valores,
    gravar: () => ctx.gravar(),
    termos: () => ctx.tribunal?.privacidade?.versao,
    protecao: () => ctx.tribunal?.protecao?.altcha === true,
    update: () => ctx.update(),
    onFocus: focar,
    onSent(recibo, corpo) {
      sent?.(recibo, corpo);
      // It was said: another message begins empty, by the same person.
      for (const field of ['/texto', '/inicio', '/privacidade/aceito']) delete ctx.valores[field];
      ctx.gravar();
    },
  });

  /** The words of this field for an error, else those of its code, else the contract's. */
  const errorText = ({ code, pointer, field, detail }: FormError): string => {
    const key = [`erro.${code}.${field}`, `erro.${code}.${pointer}`, `erro.${code}`].find((known) => t(known) !== known);
    return key ? t(key) : detail;
  };
  const campos: FieldContext<FieldForm> = { form: controle, t, errorText };

  const goTo = (field: string) => (event: Event): void => {
    event.preventDefault();
    if (field === '/inicio') focarVagas(ctx.root());
    else focusField(ctx.root(), field);
  };

  function resumo(): unknown {
    const shown = camposReserva(tipo, ctx.valores);
    const erros = 'erros' in controle.state ? controle.state.erros.filter(({ field }) => field === null || shown.includes(field)) : [];
    if (erros.length === 0) return nothing;
    return html`<div class="aviso erro resumo-erros" part="resumo-erros" role="group" aria-labelledby="reserva-erros" tabindex="-1" data-foco="erros">
      ${icon('erro')}
      <div class="pilha-s">
        <p id="reserva-erros"><strong>${t('form.erros-titulo')}</strong></p>
        <ul>
          ${erros.map((error) => html`<li>${error.field === null ? errorText(error) : html`<a href="#${fieldId(error.field)}" @click=${goTo(error.field)}>${errorText(error)}</a>`}</li>`)}
        </ul>
        <p class="discreto">${t('form.erros-dica')}</p>
      </div>
    </div>`;
  }

  const say = (tom: 'alerta' | 'erro', titulo: string, texto: unknown, actions: unknown = nothing): TemplateResult =>
    html`<div tabindex="-1" data-foco="situacao">
      ${notice(tom, { titulo, texto: html`${typeof texto === 'string' ? html`<p>${texto}</p>` : texto}${actions === nothing ? nothing : html`<div class="acoes">${actions}</div>`}` })}
    </div>`;

  function situacao(): unknown {
    const { state } = controle;
    if (state.kind === 'failed') {
      const key = state.semRede ? 'sem-rede' : state.motivo;
      const espera = state.espera !== null && state.espera > MINUTE ? t('reserva.espera', { minutos: Math.ceil(state.espera / MINUTE) }) : t('reserva.espera-pouco');
      return say(
        'erro',
        t(`reserva.falha-${key}`),
        html`<p>${t(`reserva.falha-${key}-dica`, { espera })}</p>`,
        html`<button type="button" class="primario" data-acao="de-novo" @click=${() => controle.send({ type: 'retry' })}>${t('comum.tentar-de-novo')}</button>
          <button type="button" class="texto" data-acao="mudar" aria-describedby=${state.motivo === 'muitas' ? nothing : 'reserva-mudar'} @click=${() => controle.send({ type: 'edit' })}>${t('reserva.mudar')}</button>
          ${state.motivo === 'muitas' ? nothing : html`<p class="discreto" id="reserva-mudar">${t('reserva.mudar-dica')}</p>`}`,
      );
    }
    const doubt = state.duvida && state.kind !== 'sent' ? notice('alerta', { titulo: t('reserva.duvida'), texto: t('reserva.duvida-dica') }) : nothing;
    if (state.kind === 'refused') return html`${say('erro', t('reserva.recusa'), html`${state.texto ? html`<p>${state.texto}</p>` : nothing}<p>${t('reserva.recusa-dica')}</p>`)}${doubt}`;
    if (state.kind === 'sending' && controle.demora) return notice('info', { titulo: t('reserva.demora'), texto: t('reserva.demora-dica') });
    return doubt;
  }

  const corpo = (content: unknown): TemplateResult =>
    html`<fieldset class="itens" role="none" ?disabled=${!aceitaTexto(controle.state)}>${content}</fieldset>`;

  const acoes = ({ enviar, enviando }: { enviar: string; enviando: string }, others: unknown): TemplateResult => {
    const { kind } = controle.state;
    const busy = kind === 'sending' || kind === 'checking';
    return html`<p class="oculto-visual" role="status">${busy ? enviando : ''}</p>
      ${kind === 'failed'
        ? nothing
        : html`<div class="acoes">
            <button type="submit" class="primario grande" aria-disabled=${busy ? 'true' : nothing}>${busy ? t('form.enviando') : enviar}</button>
            ${others}
          </div>`}
      <div class="acoes"><button type="button" class="texto" @click=${voltar}>${t('comum.voltar')}</button></div>`;
  };

  /** The last button leads back to the counter. */
  const receiptT: Translate = (key, params) => t(key === 'recibo.nova' ? 'reserva.voltar-balcao' : key, params);
  const recibo = (one: Comprovante, destaque?: unknown): unknown =>
    receipt({ recibo: one, t: receiptT, destaque, acompanhar: ctx.tribunal?.acompanharUrl, conferir: ctx.tribunal?.conferirUrl, tribunal: ctx.tribunal?.nome, onNew: voltar });

  return { controle, campos, t, sabia, focar, resumo, situacao, corpo, acoes, recibo };
}

/** Nowhere to send to. */
export const semEnvio = (t: Translate, voltar: () => void): TemplateResult =>
  html`${notice('alerta', { titulo: t('reserva.sem-envio'), texto: t('reserva.sem-envio-dica') })}
    <div class="acoes"><button type="button" class="texto" @click=${voltar}>${t('comum.voltar')}</button></div>`;
