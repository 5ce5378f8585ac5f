import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { PAPEIS_CONVIDADOS, type PapelConvidado } from '../../contract/audiencia.ts';
import type { AudienciaEquipe } from '../../contract/audiencia-equipe.ts';
import { chaveDoPainel, type NaMesa, type PainelMesa } from '../../controllers/audiencia-mesa.machine.ts';
import { civilDe, instanteDe } from '../../domain/audiencia/instante.ts';
import type { MesaView } from './view.ts';

/** What is typed in one form. */
class Digitado {
  readonly #data: FormData;
  constructor(form: HTMLFormElement) {
    this.#data = new FormData(form);
  }
  texto(name: string): string {
    const value = this.#data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  }
  opcional(name: string): string | undefined {
    return this.texto(name) || undefined;
  }
  sim(name: string): boolean {
    return this.#data.has(name);
  }
  todos(name: string): string[] {
    return this.#data.getAll(name).map(String);
  }
}

const optional = ({ t }: MesaView): TemplateResult => html` <span class="opcional">${t('mesa.opcional')}</span>`;

interface Campo {
  nome: string;
  rotulo: string;
  dica?: string;
  opcional?: boolean;
}

const around = (view: MesaView, { nome, rotulo, dica, opcional }: Campo, input: unknown): TemplateResult =>
  html`<div class="campo">
    <label for="campo-${nome}">${rotulo}${opcional ? optional(view) : nothing}</label>
    ${dica ? html`<p class="discreto" id="dica-${nome}">${dica}</p>` : nothing} ${input}
  </div>`;

const line = (view: MesaView, campo: Campo, valor = '', tipo = 'text', more: { min?: number; max?: number; lista?: string } = {}): TemplateResult =>
  around(
    view,
    campo,
    html`<input
      id="campo-${campo.nome}"
      name=${campo.nome}
      type=${tipo}
      autocomplete="off"
      ?required=${!campo.opcional}
      min=${more.min ?? nothing}
      max=${more.max ?? nothing}
      list=${more.lista ?? nothing}
      aria-describedby=${campo.dica ? `dica-${campo.nome}` : nothing}
      .defaultValue=${valor}
    />`,
  );

const lines = (view: MesaView, campo: Campo): TemplateResult =>
  around(view, campo, html`<textarea id="campo-${campo.nome}" name=${campo.nome} rows="3" ?required=${!campo.opcional} aria-describedby=${campo.dica ? `dica-${campo.nome}` : nothing}></textarea>`);

const choose = (view: MesaView, campo: Campo, options: readonly (readonly [string, string])[], vazio?: string): TemplateResult =>
  around(
    view,
    campo,
    html`<select id="campo-${campo.nome}" name=${campo.nome} ?required=${!campo.opcional}>
      ${vazio === undefined ? nothing : html`<option value="">${vazio}</option>`} ${options.map(([value, label]) => html`<option value=${value}>${label}</option>`)}
    </select>`,
  );

const tick = (nome: string, rotulo: string, on = false, valor = 'sim'): TemplateResult =>
  html`<label class="caixa"><input type="checkbox" name=${nome} value=${valor} .defaultChecked=${on} /> <span>${rotulo}</span></label>`;

/** Zone of a unit, as the court file says it. */
const zona = ({ tribunal }: MesaView, unidadeId: string): string => tribunal?.unidades.find(({ id }) => id === unidadeId)?.timezone ?? tribunal?.timezone ?? 'America/Sao_Paulo';

/** The fields of a form, and what is sent. */
interface Formulario {
  titulo: string;
  dica?: string;
  campos: unknown;
  enviar(d: Digitado): void;
}

function marcar(view: MesaView): Formulario {
  const { t, tribunal, rules } = view;
  return {
    titulo: t('mesa.painel.marcar'),
    campos: html`${choose(view, { nome: 'unidadeId', rotulo: t('mesa.campo.unidade') }, (tribunal?.unidades ?? []).map(({ id, nome }) => [id, nome] as const))}
    ${line(view, { nome: 'processo', rotulo: t('mesa.campo.processo'), dica: t('mesa.campo.processo-dica') })}
    ${line(view, { nome: 'ato', rotulo: t('mesa.campo.ato') }, t('mesa.campo.ato-exemplo'))}
    ${line(view, { nome: 'inicio', rotulo: t('mesa.campo.inicio'), dica: t('mesa.campo.inicio-dica') }, '', 'datetime-local')}
    ${line(view, { nome: 'duracao', rotulo: t('mesa.campo.duracao') }, '60', 'number', { min: 5, max: 720 })}
    ${line(view, { nome: 'local', rotulo: t('mesa.campo.local'), opcional: true })}
    ${lines(view, { nome: 'orientacoes', rotulo: t('mesa.campo.orientacoes'), dica: t('mesa.campo.orientacoes-dica'), opcional: true })}
    ${tick('sigilo', t('mesa.campo.sigilo'))} ${tick('gravar', t('mesa.campo.gravar'), true)}`,
    enviar(d) {
      const unidadeId = d.texto('unidadeId');
      const inicio = rules && instanteDe(d.texto('inicio'), zona(view, unidadeId), rules);
      if (!inicio) return;
      const local = d.opcional('local');
      const orientacoes = d.texto('orientacoes').split('\n').map((one) => one.trim()).filter(Boolean);
      view.schedule({ unidadeId, processo: d.texto('processo'), ato: d.texto('ato'), inicio, duracaoMinutos: Number(d.texto('duracao')), sigilo: d.sim('sigilo'), gravar: d.sim('gravar'), ...(local ? { local } : {}), ...(orientacoes.length ? { orientacoes } : {}) });
    },
  };
}

function convidar(view: MesaView, a: AudienciaEquipe): Formulario {
  const { t } = view;
  const defended = a.participantes.filter(({ papel, estado }) => (papel === 'acusado' || papel === 'parte') && estado !== 'revogado');
  return {
    titulo: t('mesa.painel.convidar'),
    campos: html`${choose(view, { nome: 'papel', rotulo: t('mesa.campo.papel') }, PAPEIS_CONVIDADOS.map((papel) => [papel, t(`audiencia.papel.${papel}`)] as const))} ${line(view, { nome: 'nome', rotulo: t('mesa.campo.nome') })}
    ${defended.length
      ? html`<fieldset class="campo">
          <legend>${t('mesa.campo.defende')}${optional(view)}</legend>
          ${defended.map(({ id, nome }) => tick('defende', nome, false, id))}
        </fieldset>`
      : nothing}
    ${a.salasEquipadas.length ? choose(view, { nome: 'salaEquipada', rotulo: t('mesa.campo.equipada'), opcional: true }, a.salasEquipadas.map(({ id, nome }) => [id, nome] as const), t('mesa.campo.nenhuma')) : nothing}`,
    enviar(d) {
      const papel = d.texto('papel') as PapelConvidado;
      const defende = papel === 'defesa' ? d.todos('defende') : [];
      const salaEquipada = d.opcional('salaEquipada');
      view.act({ acao: 'convidar', papel, nome: d.texto('nome'), ...(defende.length ? { defende } : {}), ...(salaEquipada ? { salaEquipada } : {}) });
    },
  };
}

function formulario(painel: PainelMesa, a: AudienciaEquipe | null, view: MesaView): Formulario | null {
  const { t, rules } = view;
  if (painel.qual === 'marcar') return marcar(view);
  if (!a) return null;
  const titulo = (nome = ''): string => t(`mesa.painel.${painel.qual}`, { nome });
  const motivo = line(view, { nome: 'motivo', rotulo: t('mesa.campo.motivo') });
  const of = 'participanteId' in painel ? (a.participantes.find(({ id }) => id === painel.participanteId)?.nome ?? '') : '';
  switch (painel.qual) {
    case 'convidar':
      return convidar(view, a);
    case 'iniciar':
      return { titulo: titulo(), dica: t('mesa.dica.iniciar'), campos: tick('gravar', t('mesa.campo.gravar-agora'), a.seraGravada), enviar: (d) => view.act({ acao: 'iniciar', gravar: d.sim('gravar') }) };
    case 'suspender':
    case 'cancelar': {
      const acao = painel.qual;
      return { titulo: titulo(), dica: t(`mesa.dica.${acao}`), campos: motivo, enviar: (d) => view.act({ acao, motivo: d.texto('motivo') }) };
    }
    case 'remarcar':
      return {
        titulo: titulo(),
        campos: html`${line(view, { nome: 'inicio', rotulo: t('mesa.campo.inicio'), dica: t('mesa.campo.inicio-dica') }, rules ? civilDe(a.inicio, a.timezone, rules) : '', 'datetime-local')}
        ${line(view, { nome: 'duracao', rotulo: t('mesa.campo.duracao') }, String(Math.round((Date.parse(a.fim) - Date.parse(a.inicio)) / 60_000)), 'number', { min: 5, max: 720 })}`,
        enviar(d) {
          const inicio = rules && instanteDe(d.texto('inicio'), a.timezone, rules);
          if (inicio) view.act({ acao: 'remarcar', inicio, duracaoMinutos: Number(d.texto('duracao')) });
        },
      };
    case 'marcar-indice':
      return { titulo: titulo(), dica: t('mesa.dica.marcar-indice'), campos: line(view, { nome: 'rotulo', rotulo: t('mesa.campo.rotulo') }), enviar: (d) => view.act({ acao: 'marcar', rotulo: d.texto('rotulo') }) };
    case 'encerrar':
      return {
        titulo: titulo(),
        dica: t('mesa.dica.encerrar'),
        campos: lines(view, { nome: 'observacoes', rotulo: t('mesa.campo.observacoes'), opcional: true }),
        enviar(d) {
          const observacoes = d.opcional('observacoes');
          view.act({ acao: 'encerrar', ...(observacoes ? { observacoes } : {}) });
        },
      };
    case 'retirar':
      return { titulo: titulo(of), dica: t('mesa.dica.retirar'), campos: motivo, enviar: (d) => view.act({ acao: 'retirar', participanteId: painel.participanteId, motivo: d.texto('motivo') }) };
    case 'revogar':
    case 'substituir-convite': {
      const acao = painel.qual;
      return { titulo: titulo(of), dica: t(`mesa.dica.${acao}`), campos: nothing, enviar: () => view.act({ acao, participanteId: painel.participanteId }) };
    }
    case 'codigo':
      return {
        titulo: titulo(of),
        dica: t('mesa.dica.codigo'),
        campos: choose(view, { nome: 'salaEquipada', rotulo: t('mesa.campo.equipada') }, a.salasEquipadas.map(({ id, nome }) => [id, nome] as const)),
        enviar: (d) => view.act({ acao: 'codigo', participanteId: painel.participanteId, salaEquipada: d.texto('salaEquipada') }),
      };
  }
}

type Campos = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What is in a panel, to be compared. */
export const comoEsta = (form: HTMLFormElement): string => JSON.stringify([...new FormData(form)]);

/** Puts back what was typed into a panel before. */
export function devolver(form: HTMLFormElement, digitado: FormData): void {
  for (const campo of form.querySelectorAll<Campos>('[name]')) {
    const valores = digitado.getAll(campo.name);
    if (campo.type === 'checkbox') (campo as HTMLInputElement).checked = valores.includes(campo.value);
    else campo.value = String(valores[0] ?? '');
  }
}

/** What is open on the desk. */
export function renderPainel(state: NaMesa, view: MesaView): unknown {
  const { t, send } = view;
  if (!state.painel) return nothing;
  const form = formulario(state.painel, state.kind === 'hearing' ? state.audiencia : null, view);
  if (!form) return nothing;
  const going = state.emCurso?.fase === 'indo';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!state.emCurso) form.enviar(new Digitado(event.target as HTMLFormElement));
  };
  // A form of its own for each: what is said of one person is never sent of another.
  return keyed(
    chaveDoPainel(state),
    html`<form class="formulario" part="formulario" aria-labelledby="formulario-titulo" @submit=${submit}>
      <h3 id="formulario-titulo" tabindex="-1">${form.titulo}</h3>
      ${form.dica ? html`<p class="discreto">${form.dica}</p>` : nothing} ${form.campos}
      <div class="acoes">
        <button type="submit" class="primario" aria-disabled=${going ? 'true' : nothing}>${t(going ? 'mesa.enviando' : 'mesa.confirmar')}</button>
        <button type="button" data-acao="desistir" @click=${() => send({ type: 'panel', painel: null })}>${t('mesa.cancelar')}</button>
      </div>
    </form>`,
  );
}
