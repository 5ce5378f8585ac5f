import { html, type TemplateResult } from 'lit';
import { detailOf } from '../../contract/errors.ts';
import type { FilaInput } from '../../contract/fila.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { FormError } from '../../controllers/form.machine.ts';
import { SIM } from '../../domain/form/fields.ts';
import { lerChave, lerProtocolo } from '../../domain/protocol/leitura.ts';
import { balcaoAgenda } from '../../i18n/pt-br/balcao-agenda.ts';
import type { Translate } from '../../i18n/translate.ts';
import { textField, type FieldContext, type FieldForm } from '../_base/field.ts';
import { focusField } from '../_base/field.ts';
import { heading } from '../_base/heading.ts';
import type { ContextoParte, Parte } from './parte.ts';
import { textosReserva } from './reserva.ts';
import { reservaStyles } from './reserva.styles.ts';

const PROTOCOLO = '/agendamento/protocolo';
const CHAVE = '/agendamento/chave';

/**
 * Who comes at the hour of an appointment: protocol and key, and they are in the queue, before those without one. The two never leave this object but for the call: what
 * opens a case is not kept on the device.
 */
export function criarChegada(ctx: ContextoParte, acoes: { entrar(envio: FilaInput): void; voltar(): void }): Parte {
  const t = ((...given: Parameters<Translate>) => (ctx.t)(...given)) as Translate;
  const typed: Record<string, string> = {};
  let erros: readonly FormError[] = [];

  const form: FieldForm = {
    value: (field) => typed[field] ?? '',
    checked: () => false,
    error: (field) => erros.find((error) => error.field === field),
    input(field, value) {
      typed[field] = value;
    },
    leave: () => undefined,
  };
  const errorText = ({ code, field, detail }: FormError): string => {
    const key = [`erro.${code}.${field}`, `erro.${code}`].find((known) => t(known) !== known);
    return key ? t(key) : detail;
  };
  const campos: FieldContext<FieldForm> = { form, t, errorText };

  /** Two fields: the first that is wrong takes the focus, and its error is read with it. */
  function show(errors: readonly FieldError[]): void {
    erros = errors.map((error) => ({ ...error, detail: error.detail || detailOf(error.code), step: 0, field: error.pointer === CHAVE ? CHAVE : PROTOCOLO }));
    ctx.update();
    const first = erros[0]?.field;
    if (first) setTimeout(() => focusField(ctx.root(), first));
  }

  const submit = (event: Event): void => {
    event.preventDefault();
    const protocolo = lerProtocolo(typed[PROTOCOLO] ?? '');
    const chave = lerChave(typed[CHAVE] ?? '');
    if (protocolo.valor === null || chave.valor === null) {
      const wrong = [
        [PROTOCOLO, protocolo.falha],
        [CHAVE, chave.falha],
      ] as const;
      return show(wrong.flatMap(([pointer, code]) => (code ? [{ pointer, code, detail: '' }] : [])));
    }
    erros = [];
    ctx.update();
    const nome = ctx.valores['/nome']?.trim();
    acoes.entrar({
      ...(nome ? { nome } : {}),
      ...(ctx.valores['/semVideo'] === SIM ? { semVideo: true } : {}),
      agendamento: { protocolo: protocolo.valor, chave: chave.valor },
    });
  };

  const field = (campo: string, key: 'protocolo' | 'chave'): TemplateResult => textField(campos, { campo, rotulo: t(`chegada.${key}`), dica: t(`chegada.${key}-dica`), largura: 'media' });

  return {
    textos: { ...textosReserva, ...balcaoAgenda },
    estilos: reservaStyles,
    render: () =>
      html`<div class="parte nao-agora" part="chegada">
        ${heading(ctx.nivel, t('chegada.titulo'), 'titulo')}
        <p>${t('chegada.dica')}</p>
        <form novalidate @submit=${submit}>
          <div class="itens">${field(PROTOCOLO, 'protocolo')} ${field(CHAVE, 'chave')}</div>
          <p class="discreto">${t('chegada.sem-chave')}</p>
          <div class="acoes">
            <button type="submit" class="primario grande">${t('chegada.entrar')}</button>
            <button type="button" class="texto" @click=${() => acoes.voltar()}>${t('comum.voltar')}</button>
          </div>
        </form>
      </div>`,
    focar: () => void setTimeout(() => ctx.root().querySelector<HTMLElement>('.nao-agora .titulo')?.focus()),
    recusar: show,
  };
}
