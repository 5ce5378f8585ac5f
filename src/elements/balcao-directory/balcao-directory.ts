import { html, nothing, render, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DirectoryController } from '../../controllers/directory.controller.ts';
import type { DirectorySource } from '../../controllers/directory.machine.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { escreverEndereco } from '../../domain/directory/address.ts';
import { SEM_FILTRO, type Filtro } from '../../domain/directory/search.ts';
import type { Indice } from '../../domain/directory/unpack.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { unidades } from '../../i18n/pt-br/unidades.ts';
import type { Translate } from '../../i18n/translate.ts';
import { AtrioElement } from '../_base/atrio-element.ts';
import { heading } from '../_base/heading.ts';
import { notice } from '../_base/notice.ts';
import { AtrioDiretorioBalcaoEvent } from './balcao-directory.events.ts';
import { styles } from './balcao-directory.styles.ts';
import { emLista, emSecoes, ordenados, type Bloco } from './blocos.ts';
import { localOffset } from './linha.ts';
import { Linhas } from './linhas.ts';

/** Lists up to this size are printed with everything that each unit has. */
const IMPRIMIVEL = 60;

/** What is chosen from a list. */
type Escolha = 'tipo' | 'comarca';

const milhar = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');

/**
 * Every unit of a court: search by name, comarca, kind and city, which are open now, and of each one hours, contacts, address and the way to its
 * counter (Resolução CNJ 372/2021, arts. 3 and 5).
 *
 * What is searched for is in the address of the page (`#unidades?busca=…`), and each unit has one (`#unidade-<id>`).
 *
 * @tagname balcao-directory
 *
 * @attr {string} src - Address of a file made by `npm run diretorio`. Without it, the backend gives the units; without that, the court file.
 * @attr {number} nivel - Level of the main heading, 1 to 6. Default 2.
 * @attr {string} tribunal - Address of the court file.
 * @attr {string} backend - Address of the backend.
 * @attr {'light'|'dark'|'auto'|'contrast'} theme - Colours. Default `light`.
 * @attr {boolean} debug - Shows in place what is wrong with the configuration.
 *
 * @slot - Shown until the code and the data arrive, and when they do not. Wrap it in an element.
 *
 * @fires {AtrioDiretorioBalcaoEvent} atrio-diretorio-balcao - Before the person goes to a unit's counter; cancelable.
 *
 * @csspart painel - The whole element.
 * @csspart busca - The search.
 * @csspart lista - The units.
 * @csspart unidade - One unit.
 * @csspart detalhe - What a unit shows when it is unfolded.
 * @csspart horario - Its usual hours.
 * @csspart balcao - The way to its counter.
 * @csspart canais - Its list of channels.
 * @csspart aviso - A notice.
 */
export class BalcaoDirectory extends AtrioElement<typeof unidades> {
  static override styles = [...[AtrioElement.styles].flat(), styles];

  /** Address of a file with the units. */
  @property() src: string | undefined;
  /** Level of the main heading, 1 to 6. */
  @property({ type: Number }) nivel = 2;

  protected override messages = unidades;

  /** What an unfolded unit shows; its code comes with the first. */
  @state() private detalhe: typeof import('./detalhe.ts') | null = null;

  readonly directory: DirectoryController = new DirectoryController(this, {
    source: () => this.#source(),
    tribunal: () => this.court.tribunal,
    rotulo: (tipo) => this.#tipo(tipo),
    moved: () => (this.#moved = true),
  });

  /** Rows that are unfolded. */
  readonly #abertas = new Set<number>();
  /** What the options of each choice were made of. */
  readonly #opcoes = new WeakMap<Element, readonly unknown[]>();
  readonly #linhas = new Linhas(() => this.directory.vigiar());
  #lista: { chave: readonly unknown[]; blocos: readonly Bloco[] } = { chave: [], blocos: [] };
  #moved = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#onPrint);
    this.#linhas.parar();
  }

  #source(): DirectorySource {
    const { court } = this;
    // The court file says where the backend is, and which days are holidays.
    if (court.state.kind === 'idle' || court.state.kind === 'loading') return { kind: 'none' };
    const file = this.src ? safeUrl(this.src, { base: document.baseURI }) : null;
    if (file) return { kind: 'file', url: file };
    if (court.backendUrl) return { kind: 'backend', url: court.backendUrl };
    return court.tribunal ? { kind: 'court' } : { kind: 'none' };
  }

  #tipo(tipo: string): string {
    const key = `unidades.tipo.${tipo}`;
    const text = (this.t as Translate)(key);
    return text === key ? tipo : text;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { state } = this.directory;
    const lista = this.#onde();
    if (state.kind !== 'shown' || !lista) this.#linhas.parar();
    else {
      this.#renderRows(lista, state.indice);
      this.#renderDetails(lista);
    }
    if (state.kind !== 'shown') return;
    for (const campo of ['tipo', 'comarca'] as const) this.#renderOptions(campo, state.indice, state.vista.filtro);
    const alone = state.vista.unidade ? this.directory.rows[0] : undefined;
    if (alone !== undefined || this.#abertas.size) void this.#loadDetail();
    if (this.#moved) {
      this.#moved = false;
      this.renderRoot.querySelector('.painel')?.scrollIntoView({ block: 'start' });
      this.renderRoot.querySelector<HTMLElement>(alone === undefined ? 'input' : 'summary')?.focus({ preventScroll: true });
    }
  }

  protected renderCourt(tribunal: Tribunal | null): TemplateResult {
    const t = this.t as Translate;
    const { state } = this.directory;
    const again = html`<p><button type="button" @click=${() => this.directory.send({ type: 'retry' })}>${t('comum.tentar-de-novo')}</button></p>`;
    const said = (tom: 'info' | 'alerta' | 'erro', key: string, more: unknown = nothing): TemplateResult =>
      html`${notice(tom, { titulo: t(key), texto: html`<p>${t(`${key}-dica`)}</p>${more}` })}<p class="oculto-visual" role="status">${t(key)}</p>${state.kind === 'shown' ? nothing : html`<slot></slot>`}`;
    return html`<section class="painel" part="painel" aria-labelledby="titulo">
      <div id="titulo">${heading(this.nivel, t('unidades.titulo'))}</div>
      ${tribunal?.demo ? notice('info', { texto: t('comum.demo') }) : nothing}
      ${state.kind === 'loading'
        ? html`<p role="status">${t('unidades.carregando')}</p><slot></slot>`
        : state.kind === 'offline'
          ? said('alerta', 'unidades.sem-rede', again)
          : state.kind === 'failed'
            ? said('erro', 'unidades.falha', again)
            : state.kind === 'shown'
              ? state.vista.unidade
                ? this.#renderOne()
                : html`${this.#renderSearch(state.indice, state.vista.filtro)} ${this.#renderList(state.indice, state.vista.filtro)}`
              : said('info', 'unidades.vazio')}
    </section>`;
  }

  #renderSearch({ dados: { tabelas } }: Indice, filtro: Filtro): TemplateResult {
    const { t, directory } = this;
    const select = (campo: Escolha): TemplateResult => html`<div>
      <label for=${campo}>${t(`unidades.${campo}`)}</label>
      <select id=${campo} @change=${(event: Event) => directory.send({ type: 'filter', filtro: { [campo]: (event.target as HTMLSelectElement).value } })}></select>
    </div>`;
    const field = (event: Event): string => (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('#busca')!.value;
    return html`<form
      class="nao-imprimir"
      role="search"
      part="busca"
      @submit=${(event: Event) => {
        event.preventDefault();
        directory.search(field(event));
      }}
    >
      <div class="inteiro">
        <label for="busca">${t('unidades.busca')}</label>
        <p class="discreto" id="busca-dica">${t('unidades.busca-dica')}</p>
        <input
          id="busca"
          type="search"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="search"
          aria-describedby="busca-dica"
          .value=${filtro.busca}
          @input=${(event: Event) => directory.type((event.target as HTMLInputElement).value)}
        />
      </div>
      ${tabelas.tipos.length > 1 ? select('tipo') : nothing} ${tabelas.comarcas.length > 1 ? select('comarca') : nothing}
      <label class="caixa inteiro">
        <input type="checkbox" .checked=${filtro.abertas} @change=${(event: Event) => directory.send({ type: 'filter', filtro: { abertas: (event.target as HTMLInputElement).checked } })} />
        ${t('unidades.abertas')}
      </label>
    </form>`;
  }

  /** Fills a choice, once for each directory and language: of hundreds of comarcas a template would look at every one at each key. */
  #renderOptions(campo: Escolha, { dados: { tabelas } }: Indice, filtro: Filtro): void {
    const select = this.renderRoot.querySelector<HTMLSelectElement>(`#${campo}`);
    if (!select) return;
    const { t, lang, textos, court } = this;
    const fontes = [tabelas, lang, textos, court.tribunal];
    if (!this.#opcoes.get(select)?.every((fonte, at) => fonte === fontes[at])) {
      const values = campo === 'tipo' ? tabelas.tipos.map((tipo) => [tipo, this.#tipo(tipo)] as const) : tabelas.comarcas.map((nome) => [nome, nome] as const);
      select.replaceChildren(new Option(t(campo === 'tipo' ? 'unidades.todos' : 'unidades.todas'), ''), ...ordenados(values).map(([value, text]) => new Option(text, value)));
      this.#opcoes.set(select, fontes);
    }
    select.value = filtro[campo];
    // An address may name what this court does not have.
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }

  #renderList(indice: Indice, filtro: Filtro): TemplateResult {
    const { t, directory } = this;
    const { rows } = directory;
    const emOrdem = filtro.busca.trim() !== '';
    this.#dispor(rows, emOrdem, () => (emOrdem ? emLista(rows) : emSecoes(rows, indice, t('unidades.sem-comarca'))));
    const some = filtro.busca || filtro.tipo || filtro.comarca || filtro.abertas;
    const backend = this.src ? null : this.court.backendUrl;
    const dados = backend ? safeUrl(`${backend.replace(/\/?$/, '/')}v1/diretorio?formato=schema.org`) : null;
    return html`<div class="resumo">
        <p role="status">${rows.length === 0 ? t('unidades.nenhuma') : rows.length === 1 ? t('unidades.uma') : t('unidades.muitas', { n: milhar(rows.length) })}</p>
        ${some ? html`<button type="button" class="texto" @click=${this.#onClear}>${t('unidades.limpar')}</button>` : nothing}
      </div>
      ${rows.length === 0 ? notice('info', { texto: t(filtro.abertas ? 'unidades.nenhuma-aberta-dica' : 'unidades.nenhuma-dica') }) : nothing}
      <div part="lista" @toggle=${this.#toggle}></div>
      <p class="abas nao-imprimir">
        ${rows.length > 0 && rows.length <= IMPRIMIVEL ? html`<button type="button" @click=${this.#onPrintButton}>${t('unidades.imprimir')}</button>` : nothing}
        ${dados ? html`<a href=${dados}>${t('unidades.dados')}</a>` : nothing}
      </p>`;
  }

  /** One unit alone, unfolded: where a link to it leads. */
  #renderOne(): TemplateResult {
    const { t } = this;
    const { rows } = this.directory;
    const [row] = rows;
    this.#dispor(rows, 'uma', () => emLista(rows));
    return html`${row === undefined
        ? notice('alerta', { titulo: t('unidades.nao-encontrada'), texto: t('unidades.nao-encontrada-dica') })
        : html`<div part="lista" @toggle=${this.#toggle}></div>`}
      <p class="abas nao-imprimir"><a href=${escreverEndereco({ filtro: SEM_FILTRO, unidade: '' })}>${t('unidades.ver-todas')}</a></p>`;
  }

  /** Lays the rows out in blocks, when they or their order are others. */
  #dispor(rows: readonly number[], modo: unknown, blocos: () => Bloco[]): void {
    const { chave } = this.#lista;
    if (chave[0] === rows && chave[1] === modo) return;
    this.#lista = { chave: [rows, modo], blocos: blocos() };
    if (modo === 'uma') for (const row of rows) this.#abertas.add(row);
  }

  #onde(): Element | null {
    return this.renderRoot.querySelector('[part=lista]');
  }

  #renderRows(lista: Element, indice: Indice): void {
    const { t, nivel, lang, textos, court, directory } = this;
    this.#linhas.mostrar(lista, this.#lista.blocos, {
      t,
      indice,
      nivel: nivel + 1,
      tipo: (row) => this.#tipo(indice.texto('tipos', row)),
      aberta: (row) => this.#abertas.has(row),
      situacoes: directory.situacoes,
      rules: directory.rules,
      fontes: [indice, lang, textos, court.tribunal],
    });
    directory.vigiar();
  }

  #renderDetails(lista: Element): void {
    const { state } = this.directory;
    if (state.kind === 'shown') for (const details of lista.querySelectorAll<HTMLDetailsElement>('details[open]')) render(this.#renderDetail(state.indice, Number(details.dataset['row'])), details);
  }

  #renderDetail(indice: Indice, row: number): TemplateResult {
    const { t, detalhe, directory } = this;
    if (!detalhe) return html`<div class="detalhe"><p>${t('comum.carregando')}</p></div>`;
    const unidade = indice.unidade(row);
    return detalhe.renderDetalhe(unidade, {
      t: t as Translate,
      nivel: this.nivel + 2,
      now: directory.now,
      rules: directory.rules,
      status: directory.status(row),
      localOffset,
      link: escreverEndereco({ filtro: SEM_FILTRO, unidade: unidade.id }),
      aoBalcao: (event) => {
        if (!this.dispatchEvent(new AtrioDiretorioBalcaoEvent(unidade.id, unidade.nome))) event.preventDefault();
      },
    });
  }

  async #loadDetail(): Promise<void> {
    if (this.detalhe) return;
    try {
      const module = await import('./detalhe.ts');
      this.messages = { ...this.messages, ...module.textos };
      this.addStyles(module.canaisStyles);
      this.detalhe = module;
    } catch {
      // Folding and unfolding tries again.
    }
  }

  /** A fold tells nobody above it: it is heard on its way down. */
  readonly #toggle = {
    capture: true,
    handleEvent: (event: Event): void => {
      const details = event.target as HTMLDetailsElement;
      const row = Number(details.dataset['row']);
      if (details.open === this.#abertas.has(row)) return;
      if (details.open) {
        this.#abertas.add(row);
        void this.#loadDetail();
      } else {
        this.#abertas.delete(row);
        render(nothing, details);
      }
      this.requestUpdate();
    },
  };

  readonly #onClear = (): void => {
    this.directory.send({ type: 'filter', filtro: SEM_FILTRO });
    this.renderRoot.querySelector<HTMLElement>('#busca')?.focus();
  };

  readonly #onPrintButton = async (): Promise<void> => {
    await this.#loadDetail();
    const { printOnly } = await import('./imprimir.ts');
    printOnly(this);
  };

  /** On paper every unit is there, and of a short list all that each has. */
  readonly #onPrint = (): void => {
    const lista = this.#onde();
    this.#linhas.tudo();
    if (!lista || !this.detalhe || this.directory.rows.length > IMPRIMIVEL) return;
    for (const details of lista.querySelectorAll('details')) {
      details.open = true;
      this.#abertas.add(Number(details.dataset['row']));
    }
    this.#renderDetails(lista);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'balcao-directory': BalcaoDirectory;
  }
}
