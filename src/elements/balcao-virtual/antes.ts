import { html, nothing, svg, type TemplateResult } from 'lit';
import type { FilaInput } from '../../contract/fila.ts';
import type { FieldError } from '../../contract/problem.ts';
import { antesStart, antesStep, type AntesEvent, type AntesState } from '../../controllers/antes.machine.ts';
import type { FormError } from '../../controllers/form.machine.ts';
import { desfecho, menu, type ContextoGuia, type OpcaoGuia } from '../../domain/balcao/guia.ts';
import { camposFila, conferirFila, corpoFila, ESCOLHA } from '../../domain/balcao/pedido-fila.ts';
import { SIM } from '../../domain/form/fields.ts';
import { balcaoAntes } from '../../i18n/pt-br/balcao-antes.ts';
import { fieldId, focusField, type FieldContext, type FieldForm } from '../_base/field.ts';
import { heading } from '../_base/heading.ts';
import { icon } from '../_base/notice.ts';
import { renderDados } from './antes-dados.ts';
import { renderFora } from './antes-fora.ts';
import { renderEspera } from './antes-espera.ts';
import { styles } from './antes.styles.ts';
import type { ContextoParte, Parte } from './parte.ts';

/** Where the person may go from here. */
export interface AcoesAntes {
  entrar(envio: FilaInput): void;
  mensagem(): void;
  agendar(): void;
  testar(): void;
  voltar(): void;
}

/** What the templates of this part share. */
export interface AntesView {
  ctx: ContextoParte;
  campos: FieldContext<FieldForm>;
  acoes: AcoesAntes;
  trocar(): void;
}

const SETA = html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="m9 5 7 7-7 7"/>`}</svg>`;

/** What comes before the queue: what the person needs, and what the unit has to know to serve them. */
export function criarAntes(ctx: ContextoParte, acoes: AcoesAntes): Parte {
  const { valores } = ctx;
  const t = (...given: Parameters<ContextoParte['t']>): string => ctx.t(...given);
  const guia = (): ContextoGuia => ({ unidade: ctx.unit.unidade, canais: ctx.unit.canais, peticionamento: ctx.unit.peticionamento, tribunal: ctx.tribunal });
  const rotulo = (opcao: OpcaoGuia): string => ('assunto' in opcao ? opcao.assunto.rotulo : t(`antes.opcao.${opcao.embutida}`));
  let state: AntesState = antesStart;
  let foco: 'titulo' | 'erros' | null = null;

  const send = (event: AntesEvent): void => {
    const next = antesStep(state, event);
    state = next.state;
    keep();
    for (const effect of next.effects) {
      if (effect.kind === 'foco') foco = effect.onde;
      else acoes.entrar(corpoFila(valores, ctx.tribunal?.privacidade?.versao));
    }
    ctx.update();
    if (foco) setTimeout(focar);
  };

  /** The subject is an answer too: it goes with the others, and is there again after a reload. */
  function keep(): void {
    const { opcao, fim } = state.kind === 'dados' ? state : { opcao: null, fim: null };
    valores[ESCOLHA] = opcao?.id ?? '';
    valores['/assunto'] = opcao ? rotulo(opcao) : '';
    valores['/materia'] = fim?.materia ?? '';
    ctx.gravar();
  }

  function focar(): void {
    const root = ctx.root();
    if (foco === 'erros') root.querySelector<HTMLElement>('.antes [data-foco="erros"]')?.focus();
    else root.querySelector<HTMLElement>('.antes .titulo')?.focus();
    foco = null;
  }

  const erros = (): readonly FieldError[] => {
    const shown = camposFila(valores);
    return state.kind === 'dados' ? state.erros.filter(({ pointer }) => shown.includes(pointer) || !pointer.startsWith('/identificacao')) : [];
  };

  const form: FieldForm = {
    value: (campo) => valores[campo] ?? '',
    checked: (campo) => valores[campo] === SIM,
    error(campo) {
      const found = erros().find(({ pointer }) => pointer === campo);
      return found && { ...found, step: 0, field: campo };
    },
    input(campo, valor) {
      valores[campo] = valor;
      // What was said once is not asked again.
      if (campo === '/sigilo' && valor === SIM) valores['/identificacao/nome'] ||= valores['/nome'] ?? '';
      ctx.gravar();
      ctx.update();
    },
    leave(campo, mascara) {
      if (!mascara || !valores[campo]) return;
      void import('../../domain/documents/format.ts').then(({ formatDocument }) => form.input(campo, formatDocument(mascara, valores[campo] ?? ''))).catch(() => undefined);
    },
  };

  const errorText = ({ code, pointer, detail }: Pick<FormError, 'code' | 'pointer' | 'detail'>): string => {
    const key = [`erro.${code}.${pointer}`, `erro.${code}`].find((known) => t(known) !== known);
    return key ? t(key) : detail || t('erro.invalido');
  };

  const view: AntesView = { ctx, campos: { form, t, errorText }, acoes, trocar: () => send({ type: 'trocar' }) };

  const conferir = (event: Event): void => {
    event.preventDefault();
    send({ type: 'conferido', erros: conferirFila(valores), onde: 'aqui' });
  };

  /** Everything that is wrong, in one list that takes the focus: that is what makes it heard, once. */
  function resumoErros(): unknown {
    const wrong = erros();
    if (wrong.length === 0) return nothing;
    const shown = camposFila(valores);
    return html`<div class="aviso erro resumo-erros" role="group" aria-labelledby="antes-erros" tabindex="-1" data-foco="erros">
      ${icon('erro')}
      <div class="pilha-s">
        <p id="antes-erros"><strong>${t('form.erros-titulo')}</strong></p>
        <ul>
          ${wrong.map(
            (error) => html`<li>
              ${shown.includes(error.pointer)
                ? html`<a
                    href="#${fieldId(error.pointer)}"
                    @click=${(event: Event) => {
                      event.preventDefault();
                      focusField(ctx.root(), error.pointer);
                    }}
                    >${errorText(error)}</a
                  >`
                : errorText(error)}
            </li>`,
          )}
        </ul>
        <p class="discreto">${t('form.erros-dica')}</p>
      </div>
    </div>`;
  }

  function renderMenu(): TemplateResult {
    const contexto = guia();
    return html`${heading(ctx.nivel, t('antes.menu'), 'titulo')}
      <p class="discreto">${t('antes.menu-dica')}</p>
      ${renderEspera(view)}
      <ul class="menu" role="list">
        ${menu(contexto).map(
          (opcao) => html`<li>
            <button type="button" data-opcao=${opcao.id} @click=${() => send({ type: 'escolher', opcao, desfecho: desfecho(opcao, contexto) })}><span>${rotulo(opcao)}</span>${SETA}</button>
          </li>`,
        )}
      </ul>
      <div class="acoes"><button type="button" class="texto" @click=${() => acoes.voltar()}>${t('comum.voltar')}</button></div>`;
  }

  const before = menu(guia()).find(({ id }) => id === valores[ESCOLHA]);
  if (before) state = antesStep(state, { type: 'retomar', opcao: before, desfecho: desfecho(before, guia()) }).state;

  return {
    textos: balcaoAntes,
    estilos: styles,
    render: () =>
      html`<div class="parte antes">
        ${state.kind === 'menu'
          ? renderMenu()
          : state.kind === 'fora'
            ? renderFora(state, view)
            : html`${heading(ctx.nivel, t('antes.titulo'), 'titulo')} ${resumoErros()}
                <form novalidate @submit=${conferir}>${renderDados(state, rotulo(state.opcao), view)}</form>`}
      </div>`,
    focar() {
      foco = 'titulo';
      setTimeout(focar);
    },
    recusar: (given) => send({ type: 'conferido', erros: given, onde: 'servidor' }),
  };
}
