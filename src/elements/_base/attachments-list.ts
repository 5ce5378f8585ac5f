import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LIMITES_ANEXO } from '../../config/file-types.ts';
import { AttachmentsController } from '../../controllers/attachments.controller.ts';
import { progresso, type Dito, type Item } from '../../controllers/attachments.machine.ts';
import { anexos } from '../../i18n/pt-br/anexos.ts';
import { createTranslate, dito, type Params } from '../../i18n/translate.ts';
import type { AttachmentsField, AttachmentsHost, AttachmentsOptions } from './attachments-late.ts';
import { icon, notice } from './notice.ts';

export { attachmentsListStyles } from './attachments-list.styles.ts';

const MB = 1024 ** 2;

type Texto = (key: string, params?: Params) => string;

/** One decimal, with the comma or the point of the language. */
const decimal = (t: Texto, n: number): string => dito(t, '@numero', { n: n.toFixed(1) }, n.toFixed(1).replace('.', ','));

/** A size in the units that people know. */
function tamanho(t: Texto, bytes: number): string {
  if (bytes < 1024) return t('anexos.bytes', { n: bytes });
  if (bytes < MB) return t('anexos.kb', { n: Math.round(bytes / 1024) });
  return t('anexos.mb', { n: decimal(t, bytes / MB) });
}

/** The files of one field, and what becomes of each: loaded with the first of them. */
export class AttachmentsList implements Omit<AttachmentsField, 'render'> {
  readonly #host: AttachmentsHost;
  readonly #c: AttachmentsController;
  readonly #t: Texto;
  readonly #options: AttachmentsOptions;
  readonly #focusField: () => void;

  /** @param focusField puts the focus where files are chosen */
  constructor(host: AttachmentsHost, options: AttachmentsOptions, focusField: () => void) {
    this.#host = host;
    this.#options = options;
    this.#focusField = focusField;
    const kit = createTranslate(anexos) as Texto;
    // The element's own translator knows the court's words, and not the kit's that come late.
    this.#t = (key, params) => {
      const own = options.t(key, params);
      return own === key ? kit(key, params) : own;
    };
    this.#c = new AttachmentsController(host, options, (chave) => void this.#focus(chave));
  }

  get prontos(): AttachmentsField['prontos'] {
    return this.#c.prontos;
  }

  get pendentes(): boolean {
    return this.#c.pendentes.length > 0;
  }

  get resumo(): string {
    const { itens } = this.#c.state;
    return itens.map((item) => (item.kind === 'pronto' ? this.#t('anexos.resumo', { nome: this.#nome(item), tamanho: tamanho(this.#t, item.bytes) }) : this.#t('anexos.resumo-falta', { nome: this.#nome(item) }))).join('\n');
  }

  update(): void {
    this.#c.update();
  }

  connected(): void {
    this.#c.connected();
  }

  disconnected(): void {
    this.#c.disconnected();
  }

  limpar(): void {
    this.#c.send({ type: 'esquecer', registrado: this.#options.registrado?.() ?? false });
  }

  choose(files: Iterable<File>): void {
    this.#c.choose(files);
  }

  async esperar(): Promise<boolean> {
    const done = this.#c.esperar();
    await this.#host.updateComplete;
    this.#root.querySelector<HTMLElement>('[data-foco="anexos"]')?.focus();
    return done;
  }

  /** What was said of the last choice, and the files. */
  renderLista(): TemplateResult {
    const t = this.#t;
    const { state } = this.#c;
    return html`${state.avisos.map(({ que, nomes }) => notice('alerta', { texto: t(`anexos.${que}`, { ...LIMITES_ANEXO, nomes: nomes.join(', ') }) }))}
    ${state.itens.length > 0
      ? html`<ul class="anexos-lista" aria-label=${t('anexos.lista')}>
          ${repeat(state.itens, ({ chave }) => chave, (item) => this.#renderItem(item, false))}
        </ul>`
      : nothing}`;
  }

  renderEspera(): unknown {
    const { state } = this.#c;
    if (!state.espera) return '';
    const t = this.#t;
    const { enviados, total } = progresso(state);
    const faltam = this.#c.pendentes;
    const feito = t('anexos.espera-feito', { feito: tamanho(t, enviados), total: tamanho(t, total) });
    return html`<section class="anexos-espera pilha" part="anexos-espera" tabindex="-1" data-foco="anexos">
      ${notice(faltam.some(({ kind }) => kind === 'recusado') ? 'alerta' : 'info', {
        titulo: t('anexos.espera'),
        texto: t(faltam.every(({ kind }) => kind === 'recusado') ? 'anexos.espera-recusado' : 'anexos.espera-dica'),
      })}
      <progress max=${Math.max(total, 1)} value=${enviados} aria-label=${t('anexos.espera-progresso')}></progress>
      <p class="discreto">${feito}</p>
      <ul class="anexos-lista" aria-label=${t('anexos.lista')}>
        ${repeat(faltam, ({ chave }) => chave, (item) => this.#renderItem(item, true))}
      </ul>
      <div class="acoes">
        ${faltam.length > 1 ? html`<button type="button" @click=${() => this.#c.send({ type: 'seguir-sem' })}>${t('anexos.sem-estes')}</button>` : nothing}
        <button type="button" @click=${() => this.#c.send({ type: 'parar' })}>${t('anexos.parar')}</button>
      </div>
      <p class="oculto-visual" role="status">${this.dito}</p>
    </section>`;
  }

  #renderItem(item: Item, espera: boolean): TemplateResult {
    const t = this.#t;
    const nome = this.#nome(item);
    const acao = (texto: string, classe: string, type: 'pausar' | 'continuar' | 'repetir' | 'tirar'): TemplateResult =>
      html`<button type="button" class="texto ${classe}" aria-label=${t('anexos.acao-de', { acao: texto, nome })} @click=${() => this.#c.send({ type, chave: item.chave })}>${texto}</button>`;
    return html`<li class=${item.kind} part="anexo" data-anexo=${item.chave}>
      <span class="anexo-nome" translate="no">${nome} ${item.bytes > 0 ? html`<span class="discreto">${tamanho(t, item.bytes)}</span>` : nothing}</span>
      ${item.kind === 'recusado' ? html`<p class="erro">${icon('erro')}<span>${this.#porque(item)}</span></p>` : html`<span class="discreto">${this.#situacao(item)}</span>`}
      ${item.kind === 'enviando' || item.kind === 'pausado' ? html`<progress max=${Math.max(item.total, 1)} value=${item.enviados} aria-label=${t('anexos.progresso', { nome })}></progress>` : nothing}
      ${item.sujo && (this.#options.anonima?.() ?? false) ? notice('alerta', { texto: t('anexos.sujo') }) : nothing}
      <div class="anexo-acoes">
        ${item.kind === 'enviando' || (item.kind === 'pausado' && item.motivo === 'rede') ? acao(t('anexos.pausar'), '', 'pausar') : nothing}
        ${item.kind === 'pausado' ? acao(t('anexos.continuar'), '', 'continuar') : nothing}
        ${item.kind === 'recusado' && item.repetir ? acao(t('anexos.repetir'), '', 'repetir') : nothing}
        ${acao(t(espera ? 'anexos.sem-este' : 'anexos.tirar'), 'tirar', 'tirar')}
      </div>
    </li>`;
  }

  /** What happened last, to be announced. */
  get dito(): string {
    const { dito } = this.#c.state;
    return dito ? this.#t(`anexos.dito-${dito.que}`, this.#params(dito)) : '';
  }

  #params(dito: Dito): Params {
    return 'nome' in dito ? { nome: dito.nome } : 'n' in dito ? { n: dito.n } : {};
  }

  #nome({ nome, chave }: Item): string {
    return nome || this.#t('anexos.sem-nome', { n: chave });
  }

  #situacao(item: Exclude<Item, { kind: 'recusado' }>): string {
    const t = this.#t;
    if (item.kind !== 'enviando' && item.kind !== 'pausado') return t(`anexos.${item.kind}`);
    if (item.kind === 'enviando' && item.enviados >= item.total) return t('anexos.conferindo');
    const params = { feito: tamanho(t, item.enviados), total: tamanho(t, item.total) };
    return t(item.kind === 'enviando' ? 'anexos.enviando' : `anexos.pausado-${item.motivo}`, params);
  }

  /** The kit's words for a refusal, which know what the person can do; else the server's. */
  #porque(item: Item & { kind: 'recusado' }): string {
    const key = `anexos.${item.code}`;
    const own = this.#t(key, LIMITES_ANEXO);
    return own !== key && item.code !== 'recusado' ? own : item.texto || this.#t('anexos.recusado');
  }

  get #root(): ParentNode {
    return this.#host.shadowRoot ?? this.#host;
  }

  /** After a file was taken out: never to the top of the page. */
  async #focus(chave: number | null): Promise<void> {
    await this.#host.updateComplete;
    const tirar = this.#root.querySelector<HTMLElement>(`[data-anexo="${chave}"] .tirar`);
    if (tirar) tirar.focus();
    else this.#focusField();
  }
}
