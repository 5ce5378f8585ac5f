import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { after } from '../../adapters/after.ts';
import { BackendError, type HearingScreen, type Ports } from '../../adapters/ports.ts';
import type { AgendaDaSala } from '../../contract/audiencia-convite.ts';
import type { AudienciaState } from '../../controllers/audiencia.machine.ts';
import { ocio, type Ocio } from '../../domain/audiencia/quiosque.ts';
import { dataPorExtenso } from '../../i18n/pt-br/datas.ts';
import { audienciaQuiosque } from '../../i18n/pt-br/audiencia-quiosque.ts';
import type { Translate } from '../../i18n/translate.ts';
import { heading } from '../_base/heading.ts';
import { notice } from '../_base/notice.ts';
import type { AudienciaView } from './view.ts';

/** Between two looks at the hearings of the day, in milliseconds. */
const AGENDA_MS = 60_000;

export interface QuiosqueSpec {
  ports: Ports;
  backendUrl(): string | null;
  /** Id of the equipped room. */
  sala(): string;
  root(): ParentNode;
  update(): void;
  /** The visit ends: rooms close, the invitation goes back. */
  sair(): void;
}

/** The screen of an equipped room of a forum (Resolução CNJ 105/2010, art. 4): the hearings of the day, the code of a visit, and nothing left of it afterwards. */
export class Quiosque {
  readonly textos = audienciaQuiosque;
  readonly estilos: CSSResult = estilos;
  /** Invitation of this visit, in memory alone. */
  convite: string | null = null;
  readonly #spec: QuiosqueSpec;
  #agenda: AgendaDaSala | null = null;
  #falhou = false;
  #codigo: { fase: 'livre' } | { fase: 'conferindo' } | { fase: 'erro'; chave: string; texto: string | null } = { fase: 'livre' };
  #estado: AudienciaState['kind'] = 'opening';
  #tocada: number;
  #ocio: Ocio = { kind: 'nada', ate: null };
  #over = false;
  #cancelAgenda = (): void => undefined;
  #cancelOcio = (): void => undefined;
  readonly #touch = (): void => {
    if (this.#ocio.kind !== 'avisar') this.#rest();
  };

  constructor(spec: QuiosqueSpec) {
    this.#spec = spec;
    this.#tocada = spec.ports.clock.mono();
    for (const type of ['pointerdown', 'keydown'] as const) document.addEventListener(type, this.#touch, { passive: true });
    void this.#load();
  }

  soltar(): void {
    this.#over = true;
    this.#cancelAgenda();
    this.#cancelOcio();
    for (const type of ['pointerdown', 'keydown'] as const) document.removeEventListener(type, this.#touch);
    if (this.convite) this.#spec.sair();
    this.convite = null;
  }

  titulo(t: Translate): string {
    return this.#agenda ? t('quiosque.titulo-sala', { sala: this.#agenda.sala.nome }) : t('quiosque.titulo');
  }

  /** The hearing of the visit changed: what it shows decides how long it may be left alone. */
  mudou(estado: AudienciaState): void {
    if (estado.kind === this.#estado) return;
    this.#estado = estado.kind;
    this.#rest();
  }

  /** Between visits: the hearings of the day, and where the code goes. */
  render(view: AudienciaView): TemplateResult {
    const { t, nivel } = view;
    const busy = this.#codigo.fase === 'conferindo';
    const wrong = this.#codigo.fase === 'erro' ? this.#codigo : null;
    return html`<form class="codigo" novalidate autocomplete="off" @submit=${(event: Event) => void this.#enter(event)}>
        <label for="codigo">${t('quiosque.codigo')}</label>
        <p id="codigo-dica" class="discreto">${t('quiosque.codigo-dica')}</p>
        ${wrong ? html`<p id="codigo-erro" class="erro" role="alert">${wrong.texto || t(wrong.chave)}</p>` : nothing}
        <div class="linha">
          <input
            id="codigo"
            name="codigo"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            maxlength="12"
            aria-describedby=${wrong ? 'codigo-dica codigo-erro' : 'codigo-dica'}
            aria-invalid=${wrong ? 'true' : nothing}
          />
          <button type="submit" class="primario grande" aria-disabled=${busy ? 'true' : nothing}>${t(busy ? 'quiosque.abrindo' : 'quiosque.entrar')}</button>
        </div>
      </form>
      ${heading(nivel + 1, t('quiosque.titulo'), 'oculto-visual')} ${this.#list(view)}`;
  }

  /** Around a visit: the way to end it, and the question when nobody touches the screen. */
  visita({ t }: AudienciaView): TemplateResult {
    const idle = this.#ocio;
    return html`<div class="visita">
      ${idle.kind === 'avisar'
        ? html`<div class="ainda" role="alertdialog" aria-labelledby="ainda" aria-describedby="ainda-dica">
            <p id="ainda"><strong>${t('quiosque.ainda')}</strong></p>
            <p id="ainda-dica">${t('quiosque.ainda-dica', { n: Math.ceil(idle.restam / 1000) })}</p>
            <button type="button" class="primario grande" data-acao="continuar" @click=${() => this.#rest()}>${t('quiosque.continuar')}</button>
          </div>`
        : nothing}
      <div class="acoes"><button type="button" class="grande" data-acao="terminar" @click=${() => this.terminar()}>${t('quiosque.terminar')}</button></div>
      <p class="discreto">${t('quiosque.terminar-dica')}</p>
    </div>`;
  }

  /** Everything of the visit goes. */
  terminar(): void {
    this.#cancelOcio();
    this.#ocio = { kind: 'nada', ate: null };
    this.#spec.sair();
    this.convite = null;
    this.#estado = 'opening';
    this.#codigo = { fase: 'livre' };
    this.#spec.update();
    scrollTo(0, 0);
    void this.#load();
  }

  #list({ t, rules }: AudienciaView): TemplateResult {
    const agenda = this.#agenda;
    if (!agenda) return html`<p>${t(this.#falhou ? 'quiosque.falhou' : 'comum.carregando')}</p>`;
    const now = this.#spec.ports.clock.now();
    const left = agenda.itens.filter(({ fim, estado }) => (Date.parse(fim) > now || estado === 'em-andamento' || estado === 'suspensa') && estado !== 'encerrada');
    /** On the clock of the room, whatever clock the court wrote it in. */
    const civil = (at: number): string => (rules ? new Date(at + rules.offsetAt(agenda.sala.timezone, at)).toISOString() : '');
    // A list that stopped coming may be that of the day before: whether there is more today, it cannot say.
    const hoje = (this.#falhou && civil(now).slice(0, 10)) || agenda.dia;
    return html`${this.#falhou ? notice('alerta', { texto: t('quiosque.falhou') }) : nothing}
      ${left.length === 0
        ? this.#falhou
          ? nothing
          : html`<p>${t('quiosque.nenhuma')}</p>`
        : html`<ol class="hoje">
            ${left.map(
              ({ inicio, ato, unidade, processo, sigilo, estado }) => {
                const em = civil(Date.parse(inicio)) || inicio;
                const outro = em.slice(0, 10) !== hoje;
                return html`<li class=${estado}>
                  <p class="hora">${em.slice(11, 16)}</p>
                  <div>
                    <p><strong>${t('quiosque.item', { ato, unidade })}</strong></p>
                    ${outro ? html`<p>${dataPorExtenso(em.slice(0, 10), t)}</p>` : nothing}
                    <p class="discreto">${sigilo || !processo ? t('quiosque.sigilo') : t('quiosque.processo', { processo })}</p>
                  </div>
                  <p class="estado">${t(`quiosque.estado.${estado}`)}</p>
                </li>`;
              },
            )}
          </ol>`}`;
  }

  #screen(): Promise<HearingScreen> {
    const url = this.#spec.backendUrl();
    const { ports } = this.#spec;
    if (!url) return Promise.reject(new BackendError('servidor', 'no backend'));
    return ports.audiencia ? ports.audiencia.tela(url) : import('../../adapters/backend/hearing.ts').then(({ createHearingScreen }) => createHearingScreen(url, ports));
  }

  async #load(): Promise<void> {
    this.#cancelAgenda();
    try {
      this.#agenda = await (await this.#screen()).agenda(this.#spec.sala());
      this.#falhou = false;
    } catch {
      this.#falhou = true;
    }
    if (this.#over) return;
    this.#spec.update();
    this.#cancelAgenda = after(this.#spec.ports.clock, AGENDA_MS, () => void this.#load());
  }

  async #enter(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#codigo.fase === 'conferindo') return;
    const form = event.target as HTMLFormElement;
    const field = form.elements.namedItem('codigo') as HTMLInputElement;
    const codigo = field.value.trim();
    const fail = (chave: string, texto: string | null = null): void => {
      this.#codigo = { fase: 'erro', chave, texto };
      this.#spec.update();
      field.focus();
    };
    if (!codigo) return fail('quiosque.codigo-falta');
    this.#codigo = { fase: 'conferindo' };
    this.#spec.update();
    try {
      const { convite } = await (await this.#screen()).entrar(this.#spec.sala(), codigo);
      if (this.#over) return;
      form.reset();
      this.#codigo = { fase: 'livre' };
      this.convite = convite;
      this.#rest();
    } catch (error) {
      const known = error instanceof BackendError ? error : null;
      if (known?.kind === 'recusa') fail('quiosque.falha.recusa', known.problem?.errors?.[0]?.detail ?? known.problem?.detail ?? null);
      else fail(known?.kind === 'servidor' ? 'quiosque.falha.servidor' : 'quiosque.falha.rede');
    }
  }

  /** Somebody is there, or something new is shown: the time begins again. */
  #rest(): void {
    this.#tocada = this.#spec.ports.clock.mono();
    this.#watch();
  }

  #watch(): void {
    this.#cancelOcio();
    const { clock } = this.#spec.ports;
    if (!this.convite || this.#over) return;
    this.#ocio = ocio(this.#estado, clock.mono() - this.#tocada);
    if (this.#ocio.kind === 'terminar') return this.terminar();
    const wait = this.#ocio.kind === 'avisar' ? 1000 : this.#ocio.ate;
    if (wait !== null) this.#cancelOcio = after(clock, wait, () => this.#watch());
    this.#spec.update();
  }
}

/** Seen from a chair, by who may never have used a computer. */
const estilos = css`
  .quiosque {
    font-size: max(1.25em, 20px);
  }
  .codigo label {
    display: block;
    font-size: 1.25em;
    font-weight: 600;
  }
  .codigo .linha {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-start: 0.5em;
  }
  .codigo input {
    flex: 1 1 8em;
    min-inline-size: 0;
    max-inline-size: 14em;
    min-block-size: 2.5em;
    padding: 0.25em 0.5em;
    font: inherit;
    font-size: 1.5em;
    letter-spacing: 0.15em;
    text-transform: uppercase;
    color: var(--_text);
    background: var(--_bg);
    border: 2px solid var(--_field-line);
    border-radius: 4px;
  }
  .codigo .erro {
    color: var(--_danger);
    font-weight: 600;
  }
  .hoje > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: baseline;
    padding-block: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .hoje div {
    flex: 1 1 14em;
  }
  .hora {
    font-size: 1.375em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .hoje .estado {
    padding: 0.125em 0.75em;
    border-radius: 1em;
    background: var(--_bg-alt);
  }
  .hoje .em-andamento .estado,
  .hoje .aberta .estado {
    background: var(--_success-bg);
    color: var(--_success);
    font-weight: 600;
  }
  .visita {
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_line);
  }
  .ainda {
    position: sticky;
    inset-block-end: 0.5em;
    margin-block-end: 1em;
    padding: 1em;
    border: 3px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_warning-bg);
  }
  .ainda > :where(:not(:first-child)) {
    margin-block-start: 0.5em;
  }
`;
