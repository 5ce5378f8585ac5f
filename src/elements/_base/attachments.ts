import { html, nothing, type TemplateResult } from 'lit';
import { LIMITES_ANEXO, TIPOS_ANEXO } from '../../config/file-types.ts';
import { anexosCampo } from '../../i18n/pt-br/anexos-campo.ts';
import { createTranslate, type Params } from '../../i18n/translate.ts';
import type { AttachmentsField, AttachmentsHost, AttachmentsOptions, AttachmentsView } from './attachments-late.ts';
import type { AttachmentsList } from './attachments-list.ts';
import { fieldId } from './field-parts.ts';
import { LatePart } from './late-part.ts';
import { icon, notice } from './notice.ts';

export { attachmentsStyles } from './attachments.styles.ts';

/**
 * What the device is asked to offer. HEIC is not named, although it is taken: an iPhone then gives a JPEG, which can be cleaned and which any
 * computer of a court opens.
 */
const ACCEPT = Object.entries(TIPOS_ANEXO)
  .flatMap(([tipo, extensoes]) => (tipo === 'image/heic' ? [] : [tipo, ...extensoes.map((extensao) => `.${extensao}`)]))
  .join(',');

type Texto = (key: string, params?: Params) => string;

/** The field of attachments of one element. What becomes of the files comes when somebody reaches for it, or a draft has some. */
class Field implements AttachmentsField {
  readonly #host: AttachmentsHost;
  readonly #t: Texto;
  readonly #options: AttachmentsOptions;
  /** What takes the files. */
  readonly #parte: LatePart<AttachmentsList>;
  /** Chosen, and waiting for the code that takes them. */
  #escolhidos: File[] = [];
  #sobre = false;
  #campo = '/anexos';

  constructor(host: AttachmentsHost, options: AttachmentsOptions) {
    this.#host = host;
    this.#options = options;
    this.#parte = new LatePart(host, async () => {
      const { AttachmentsList, attachmentsListStyles } = await import('./attachments-list.ts');
      options.estilos(attachmentsListStyles);
      const lista = new AttachmentsList(host, options, () => this.#root.querySelector<HTMLElement>(`[data-campo="${CSS.escape(this.#campo)}"]`)?.focus());
      lista.update();
      if (this.#escolhidos.length > 0) lista.choose(this.#escolhidos.splice(0));
      return lista;
    });
    const kit = createTranslate(anexosCampo) as Texto;
    this.#t = (key, params) => {
      const own = options.t(key, params);
      return own === key ? kit(key, params) : own;
    };
  }

  get #lista(): AttachmentsList | undefined {
    return this.#parte.here;
  }

  /** Files wait for what takes them, and it did not come. */
  get #falhou(): boolean {
    return this.#parte.failed && this.#escolhidos.length > 0;
  }

  get prontos(): AttachmentsField['prontos'] {
    return this.#lista?.prontos ?? this.#options.lista?.() ?? [];
  }

  get pendentes(): boolean {
    return this.#lista?.pendentes ?? this.#escolhidos.length > 0;
  }

  get resumo(): string | null {
    if (this.#lista) return this.#lista.resumo;
    return this.prontos.length > 0 ? null : '';
  }

  update(): void {
    if (this.#lista) this.#lista.update();
    else if (this.#options.lista?.().length) this.#parte.get();
  }

  connected(): void {
    this.#lista?.connected();
  }

  disconnected(): void {
    this.#lista?.disconnected();
  }

  limpar(): void {
    this.#escolhidos = [];
    this.#lista?.limpar();
  }

  async esperar(): Promise<boolean> {
    await this.#parte.ask();
    return this.#lista?.esperar() ?? false;
  }

  render({ campo = '/anexos', rotulo, dica, erro, opcional = true }: AttachmentsView): TemplateResult {
    const t = this.#t;
    const id = fieldId(campo);
    this.#campo = campo;
    const limpar = this.#options.anonima?.() ?? false;
    return html`<fieldset class="campo grupo anexos ${erro ? 'com-erro' : ''}" part="campo" data-grupo=${campo} aria-describedby="${id}-dica${erro ? ` ${id}-erro` : ''}">
      <legend class="rotulo">${rotulo ?? t('anexos.rotulo')}${opcional ? html` <span class="opcional">${t('form.opcional')}</span>` : nothing}</legend>
      <div class="dica" id="${id}-dica">${dica ? html`<p>${dica}</p>` : nothing}<p>${t('anexos.limites', LIMITES_ANEXO)}</p></div>
      ${erro ? html`<p class="erro" id="${id}-erro" part="erro">${icon('erro')}<span><span class="oculto-visual">${t('form.erro')} </span>${erro}</span></p>` : nothing}
      ${limpar ? notice('info', { titulo: t('anexos.anonima'), texto: t('anexos.anonima-dica') }) : nothing}
      <div class="soltar ${this.#sobre ? 'sobre' : ''}" part="soltar" @pointerdown=${this.#warm} @focusin=${this.#warm} @dragover=${this.#over} @dragleave=${this.#leave} @drop=${this.#drop}>
        <button type="button" id=${id} data-campo=${campo} aria-describedby="${id}-dica" @click=${() => this.#open('todos')}>${t('anexos.escolher')}</button>
        <button type="button" class="camera" @click=${() => this.#open('foto')}>${t('anexos.foto')}</button>
        <span class="discreto arrastar">${t(this.#sobre ? 'anexos.soltar' : 'anexos.arrastar')}</span>
        <input type="file" hidden multiple data-anexos="todos" accept=${ACCEPT} @change=${this.#chosen} />
        <input type="file" hidden data-anexos="foto" accept="image/*" capture="environment" @change=${this.#chosen} />
      </div>
      ${this.#falhou ? notice('alerta', { texto: t('anexos.anexo-nao-carregou') }) : nothing}
      ${this.#lista?.renderLista() ?? nothing}
      <p class="oculto-visual" role="status">${this.#lista?.dito ?? ''}</p>
    </fieldset>`;
  }

  renderEspera(): unknown {
    if (this.#lista) return this.#lista.renderEspera();
    return this.#falhou ? notice('alerta', { texto: this.#t('anexos.anexo-nao-carregou') }) : '';
  }

  readonly #warm = (): void => void this.#parte.ask();

  #choose(files: Iterable<File>): void {
    if (this.#lista) return this.#lista.choose(files);
    // The list that the browser hands over is emptied with the field.
    this.#escolhidos.push(...files);
    this.#parte.again();
    void this.#parte.ask();
  }

  get #root(): ParentNode {
    return this.#host.shadowRoot ?? this.#host;
  }

  #open(which: 'todos' | 'foto'): void {
    this.#root.querySelector<HTMLInputElement>(`[data-grupo="${CSS.escape(this.#campo)}"] [data-anexos="${which}"]`)?.click();
  }

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#choose(input.files ?? []);
    // The same file may be chosen again after it was taken out.
    input.value = '';
  };

  readonly #over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#setSobre(true);
  };

  readonly #leave = (event: DragEvent): void => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) this.#setSobre(false);
  };

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.#setSobre(false);
    this.#choose(event.dataTransfer?.files ?? []);
  };

  #setSobre(sobre: boolean): void {
    if (sobre === this.#sobre) return;
    this.#sobre = sobre;
    this.#host.requestUpdate();
  }
}

export const createAttachmentsField = (host: AttachmentsHost, options: AttachmentsOptions): AttachmentsField => new Field(host, options);
