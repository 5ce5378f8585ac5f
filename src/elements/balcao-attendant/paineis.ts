import { html, nothing, type TemplateResult } from 'lit';
import type { Booking } from '../../adapters/ports.ts';
import type { AgendaDaUnidade } from '../../contract/agenda.ts';
import { inHand, type Painel } from '../../controllers/attendance.machine.ts';
import { atendentePaineis } from '../../i18n/pt-br/atendente-paineis.ts';
import { dataPorExtenso } from '../../i18n/pt-br/datas.ts';
import { ATALHOS } from './atalhos.ts';
import { hojeAs, horaDaUnidade, simples } from './palavras.ts';
import type { MesaView } from './view.ts';

export { paineisStyles } from './paineis.styles.ts';
/** Their own words, for the element to add to its messages. */
export { atendentePaineis as textos };

/** Units that are listed before something is searched for. */
const SHOWN = 8;

/** Why what was filled in cannot be sent. */
type Recusa = 'unidade-falta' | 'passou' | 'sem-motivo';

/** What the panels take from the element beside its view. */
export interface PaineisSetup {
  booking(): Promise<Booking>;
  update(): void;
}

export interface Ajuda {
  t: MesaView['t'];
  atalhos: boolean;
  som: boolean;
  onAtalhos(on: boolean): void;
  onSom(on: boolean): void;
  fechar(): void;
}

/** What an attendant opens on the desk, with what is typed in it until it is sent or put away. */
export class Paineis {
  readonly #setup: PaineisSetup;
  #aberto: Painel | null = null;
  #busca = '';
  #unidade = '';
  #erro: Recusa | null = null;
  #dia = '';
  #agenda: AgendaDaUnidade | 'carregando' | 'falhou' | null = null;

  constructor(setup: PaineisSetup) {
    this.#setup = setup;
  }

  render(view: MesaView): TemplateResult | typeof nothing {
    const { state, t } = view;
    const { painel } = state;
    if (painel !== this.#aberto) this.#open(painel, view);
    if (!painel) return nothing;
    const busy = state.emCurso?.fase === 'indo';
    const senha = inHand(state)?.senha ?? '';
    return html`<form
      class="formulario"
      part="formulario"
      aria-labelledby="formulario-titulo"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        if (!busy) this.#submit(painel, new FormData(event.target as HTMLFormElement), view);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || busy) return;
        event.stopPropagation();
        view.send({ type: 'panel', painel: null });
      }}
    >
      <h4 id="formulario-titulo" tabindex="-1">${t(`atendente.painel.${painel}`, { senha })}</h4>
      ${this.#body(painel, view)}
      <div class="acoes">
        ${painel === 'agendar' && typeof this.#agenda !== 'object'
          ? nothing
          : html`<button type="submit" class="primario" aria-disabled=${busy ? 'true' : nothing} data-foco=${painel === 'ausente' ? '' : nothing}>
              ${busy ? t('atendente.painel.enviando') : t(`atendente.${painel === 'pausar' ? 'pausa' : painel}.confirmar`)}
            </button>`}
        <button type="button" @click=${() => view.send({ type: 'panel', painel: null })}>${t('atendente.painel.cancelar')}</button>
      </div>
    </form>`;
  }

  #open(painel: Painel | null, view: MesaView): void {
    this.#aberto = painel;
    this.#busca = '';
    this.#unidade = '';
    this.#erro = null;
    this.#agenda = null;
    if (painel === 'agendar') void this.#load(this.#comAgenda(view)[0]?.unidadeId ?? '');
  }

  /** My counters that have an agenda, the one of the ticket first. */
  #comAgenda({ state }: MesaView): MesaView['state']['unidades'] {
    return [...state.unidades].filter(({ agenda }) => agenda).sort((a, b) => Number(b.unidadeId === state.unidadeId) - Number(a.unidadeId === state.unidadeId));
  }

  async #load(unidadeId: string): Promise<void> {
    if (!unidadeId) return;
    this.#unidade = unidadeId;
    this.#agenda = 'carregando';
    this.#setup.update();
    try {
      const agenda = await (await this.#setup.booking()).agenda(unidadeId, {});
      if (this.#unidade !== unidadeId || this.#aberto !== 'agendar') return;
      this.#agenda = agenda;
      this.#dia = agenda.dias[0]?.dia ?? '';
    } catch {
      if (this.#unidade === unidadeId && this.#aberto === 'agendar') this.#agenda = 'falhou';
    }
    this.#setup.update();
  }

  #submit(painel: Painel, data: FormData, view: MesaView): void {
    const { act, state, now } = view;
    const senhaId = inHand(state)?.id ?? '';
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const refuse = (erro: Recusa): void => {
      this.#erro = erro;
      this.#setup.update();
    };
    this.#erro = null;
    switch (painel) {
      case 'pausar': {
        const motivo = text('motivo');
        const ate = text('ate') ? hojeAs(text('ate'), now) : undefined;
        if (!motivo) return refuse('sem-motivo');
        if (ate === null) return refuse('passou');
        return act({ acao: 'pausar', motivo, ...(ate ? { ate } : {}) });
      }
      case 'transferir':
      case 'convidar': {
        const unidadeId = text('unidade');
        if (!unidadeId) return refuse('unidade-falta');
        const palavras = text('palavras');
        return act(painel === 'transferir' ? { acao: painel, senhaId, unidadeId, ...(palavras ? { motivo: palavras } : {}) } : { acao: painel, senhaId, unidadeId, ...(palavras ? { recado: palavras } : {}) });
      }
      case 'agendar': {
        const inicio = text('inicio');
        if (inicio) act({ acao: painel, senhaId, inicio, ...(this.#unidade && this.#unidade !== state.unidadeId ? { unidadeId: this.#unidade } : {}) });
        return;
      }
      case 'ausente':
        return act({ acao: painel, senhaId });
      case 'encerrar': {
        const combinado = text('combinado');
        return act({ acao: painel, senhaId, ...(combinado ? { combinado } : {}) });
      }
    }
  }

  #body(painel: Painel, view: MesaView): unknown {
    const { t, state, send } = view;
    const optional = html` <span class="discreto">(${t('comum.opcional')})</span>`;
    switch (painel) {
      case 'pausar': {
        const sem = this.#erro === 'sem-motivo';
        const passou = this.#erro === 'passou';
        return html`<div>
            <label for="motivo">${t('atendente.pausa.motivo')}</label>
            <p class="discreto" id="motivo-dica">${t('atendente.pausa.motivo-dica')}</p>
            ${sem ? html`<p class="erro-campo" id="motivo-erro">${t('atendente.pausa.sem-motivo')}</p>` : nothing}
            <input id="motivo" name="motivo" data-foco maxlength="200" list="motivos" autocomplete="off" aria-required="true" aria-invalid=${sem ? 'true' : nothing} aria-describedby="motivo-dica${sem ? ' motivo-erro' : ''}" />
            <datalist id="motivos">
              <option value=${t('atendente.pausa.almoco')}></option>
              <option value=${t('atendente.pausa.reuniao')}></option>
              <option value=${t('atendente.pausa.sistema')}></option>
            </datalist>
          </div>
          <div>
            <label for="ate">${t('atendente.pausa.ate')}${optional}</label>
            ${passou ? html`<p class="erro-campo" id="ate-erro">${t('atendente.pausa.passou')}</p>` : nothing}
            <input id="ate" name="ate" type="time" class="curta" aria-invalid=${passou ? 'true' : nothing} aria-describedby=${passou ? 'ate-erro' : nothing} />
          </div>`;
      }
      case 'transferir':
      case 'convidar':
        return html`<p class="discreto">${t(`atendente.${painel}.dica`)}</p>
          ${this.#unidades(view, painel)}
          <div>
            <label for="palavras">${t(painel === 'transferir' ? 'atendente.transferir.motivo' : 'atendente.convidar.recado')}${optional}</label>
            <input id="palavras" name="palavras" maxlength="200" autocomplete="off" />
          </div>`;
      case 'agendar':
        return this.#slots(view);
      case 'ausente':
        return html`<p>${t('atendente.ausente.dica')}</p>`;
      case 'encerrar':
        return html`<div>
            <label for="combinado">${t('atendente.encerrar.combinado')}${optional}</label>
            <p class="discreto" id="combinado-dica">${t('atendente.encerrar.combinado-dica')}</p>
            <textarea id="combinado" name="combinado" rows="3" maxlength="13000" data-foco aria-describedby="combinado-dica" .value=${state.combinado} @input=${(event: Event) => send({ type: 'agreed', texto: (event.target as HTMLTextAreaElement).value })}></textarea>
          </div>
          <p class="discreto">${t('atendente.encerrar.dica')}</p>`;
    }
  }

  #unidades({ t, state }: MesaView, painel: 'transferir' | 'convidar'): TemplateResult {
    const busca = simples(this.#busca.trim());
    const all = state.destinos.filter(({ unidadeId }) => painel === 'convidar' || unidadeId !== state.unidadeId);
    const found = all.filter(({ nome }) => busca.split(/\s+/).every((word) => simples(nome).includes(word)));
    const shown = found.slice(0, SHOWN);
    const erro = this.#erro === 'unidade-falta';
    return html`<div>
        <label for="busca">${t('atendente.unidade-busca')}</label>
        <input id="busca" type="search" data-foco autocomplete="off" @input=${(event: Event) => {
          this.#busca = (event.target as HTMLInputElement).value;
          this.#setup.update();
        }} @keydown=${(event: KeyboardEvent) => {
          // Enter searches, and sends nothing.
          if (event.key === 'Enter') event.preventDefault();
        }} />
      </div>
      <fieldset aria-describedby=${erro ? 'unidade-erro' : nothing}>
        <legend>${t('atendente.unidade')}</legend>
        ${erro ? html`<p class="erro-campo" id="unidade-erro" role="alert">${t('atendente.unidade-falta')}</p>` : nothing}
        <div class="opcoes">
          ${shown.map(
            ({ unidadeId, nome }) => html`<label><input type="radio" name="unidade" value=${unidadeId} .checked=${this.#unidade === unidadeId} @change=${() => (this.#unidade = unidadeId)} /> <span>${nome}</span></label>`,
          )}
        </div>
        <p class="discreto" role="status">${found.length === 0 ? t('atendente.unidade-nenhuma') : found.length > SHOWN ? t('atendente.unidade-mais', { n: found.length - SHOWN }) : ''}</p>
      </fieldset>`;
  }

  #slots(view: MesaView): unknown {
    const { t } = view;
    const mine = this.#comAgenda(view);
    const agenda = this.#agenda;
    if (mine.length === 0) return html`<p>${t('atendente.agenda.sem')}</p>`;
    const which =
      mine.length > 1
        ? html`<div>
            <label for="agenda">${t('atendente.agenda.unidade')}</label>
            <select id="agenda" data-foco @change=${(event: Event) => void this.#load((event.target as HTMLSelectElement).value)}>
              ${mine.map(({ unidadeId, nome }) => html`<option value=${unidadeId} ?selected=${unidadeId === this.#unidade}>${nome}</option>`)}
            </select>
          </div>`
        : nothing;
    if (agenda === 'falhou') return html`${which}<p class="erro-campo" role="alert">${t('atendente.agenda.falhou')}</p><p><button type="button" @click=${() => void this.#load(this.#unidade)}>${t('comum.tentar-de-novo')}</button></p>`;
    if (agenda === null || agenda === 'carregando') return html`${which}<p role="status">${t('atendente.agenda.carregando')}</p>`;
    if (agenda.dias.length === 0) return html`${which}<p role="status">${t('atendente.agenda.vazia')}</p>`;
    const day = agenda.dias.find(({ dia }) => dia === this.#dia) ?? agenda.dias[0]!;
    return html`${which}
      <div class="lado">
        <div>
          <label for="dia">${t('atendente.agenda.dia')}</label>
          <select id="dia" data-foco @change=${(event: Event) => {
            this.#dia = (event.target as HTMLSelectElement).value;
            this.#setup.update();
          }}>
            ${agenda.dias.map(({ dia }) => html`<option value=${dia} ?selected=${dia === day.dia}>${dataPorExtenso(dia, t)}</option>`)}
          </select>
        </div>
        <div>
          <label for="inicio">${t('atendente.agenda.hora')}</label>
          <select id="inicio" name="inicio">
            ${day.vagas.map(({ inicio }) => html`<option value=${inicio}>${horaDaUnidade(inicio)}</option>`)}
          </select>
        </div>
      </div>`;
  }
}

/** The help: every shortcut, and what can be turned on and off. */
export function renderAjuda({ t, atalhos, som, onAtalhos, onSom, fechar }: Ajuda): TemplateResult {
  const check = (id: string, texto: string, on: boolean, change: (on: boolean) => void): TemplateResult =>
    html`<label class="chave"><input type="checkbox" id=${id} .checked=${on} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /> <span>${texto}</span></label>`;
  return html`<div class="ajuda">
    <h3 id="ajuda-titulo">${t('atendente.ajuda')}</h3>
    ${check('ligar-atalhos', t('atendente.ajuda.ligados'), atalhos, onAtalhos)} ${check('ligar-som', t('atendente.ajuda.som'), som, onSom)}
    <p class="discreto">${t('atendente.ajuda.dica')}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('atendente.ajuda.tecla')}</th>
          <th scope="col">${t('atendente.ajuda.faz')}</th>
        </tr>
      </thead>
      <tbody>
        ${ATALHOS.map(({ tecla, nome }) => html`<tr><th scope="row"><kbd>${tecla.toUpperCase()}</kbd></th><td>${t(`atendente.ajuda.${nome}`)}</td></tr>`)}
        <tr><th scope="row"><kbd>1</kbd>–<kbd>9</kbd></th><td>${t('atendente.ajuda.balcao')}</td></tr>
        <tr><th scope="row"><kbd>Esc</kbd></th><td>${t('atendente.ajuda.esc')}</td></tr>
      </tbody>
    </table>
    <p><button type="button" class="primario" @click=${fechar}>${t('atendente.ajuda.fechar')}</button></p>
  </div>`;
}
