import { html, type CSSResultOrNative, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Ports } from '../../adapters/ports.ts';
import type { AnexoPronto } from '../../domain/form/anexos.ts';
import type { Translate } from '../../i18n/translate.ts';

/** What the field of attachments takes from the element that shows it. */
export interface AttachmentsOptions {
  /** Absolute address of a backend of this kit, or null: without one there is no field. */
  backendUrl(): string | null;
  readonly t: Translate;
  /** Joins the field's styles to the element's. */
  estilos(...styles: readonly CSSResultOrNative[]): void;
  /** The person is, or may still become, anonymous: metadata of photos and names of files stay on the device. */
  anonima?(): boolean;
  /** Encrypts a file before it leaves, or null when it goes as it is. */
  cifrar?(): ((file: Blob) => Promise<Blob>) | null;
  /** The list of files that are whole changed. */
  onChange?(prontos: readonly AnexoPronto[]): void;
  /** List to go on with: that of a draft, or an empty one after everything was sent or discarded. Not asked for when the field keeps its own list. */
  lista?(): readonly AnexoPronto[];
  /** What was in the list now belongs to a submission, so that it is not taken back from the server. */
  registrado?(): boolean;
}

/** What one showing of the field says. */
export interface AttachmentsView {
  /** Name of the field, where errors and the focus land. Default `/anexos`. */
  campo?: string;
  rotulo?: string;
  dica?: string;
  /** Error of the whole field, in words. */
  erro?: string | undefined;
  /** Says so beside the label. Default true. */
  opcional?: boolean;
}

export type AttachmentsHost = ReactiveControllerHost & HTMLElement & { readonly ports: Ports };

/** What the code that is loaded late does. */
export interface AttachmentsField {
  readonly prontos: readonly AnexoPronto[];
  readonly pendentes: boolean;
  readonly resumo: string | null;
  render(view: AttachmentsView): unknown;
  renderEspera(): unknown;
  esperar(): Promise<boolean>;
  limpar(): void;
  update(): void;
  connected(): void;
  disconnected(): void;
}

/**
 * The field of attachments: several files by choosing, dragging or the camera; resumable, with progress, pause and errors for each. An element
 * makes one of these once and calls `render()` where the field belongs. Its code, its words and its look are loaded at the first `render()`; the
 * client of the uploads, when the first file is chosen. Uploads go on while the person is elsewhere in the element.
 */
export class Attachments implements ReactiveController {
  readonly #host: AttachmentsHost;
  readonly #options: AttachmentsOptions;
  #field: AttachmentsField | undefined;
  #loading = false;

  constructor(host: AttachmentsHost, options: AttachmentsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Files that are whole, in the person's order. */
  get prontos(): readonly AnexoPronto[] {
    return this.#field?.prontos ?? this.#options.lista?.() ?? [];
  }

  /** Ids for the body of a submission. */
  get ids(): readonly string[] {
    return this.prontos.map(({ id }) => id);
  }

  /** A file is still on its way, or was refused and not taken out: sending has to wait for it or go without it. */
  get pendentes(): boolean {
    return this.#field?.pendentes ?? false;
  }

  /** A line for each file with its size, for a review; null while nobody has opened the field. */
  get resumo(): string | null {
    return this.#field?.resumo ?? null;
  }

  /** The field. Nothing where the backend takes no uploads. */
  render(view: AttachmentsView = {}): unknown {
    if (!this.#options.backendUrl()) return '';
    this.#load();
    return this.#field?.render(view) ?? html`<p class="discreto">${this.#options.t('comum.carregando')}</p>`;
  }

  /** While `esperar()` waits: what is still missing, with its progress, and the ways out. Nothing otherwise. */
  renderEspera(): unknown {
    return this.#field?.renderEspera() ?? '';
  }

  /** Resolves true when every file is whole or was taken out, false when the person stopped waiting. Shown by `renderEspera()`. */
  async esperar(): Promise<boolean> {
    return this.#field?.esperar() ?? true;
  }

  /** Forgets every file, here and on the server, as long as no submission has it. */
  limpar(): void {
    this.#field?.limpar();
  }

  hostConnected(): void {
    this.#field?.connected();
  }

  hostDisconnected(): void {
    this.#field?.disconnected();
  }

  hostUpdate(): void {
    this.#field?.update();
  }

  #load(): void {
    if (this.#loading) return;
    this.#loading = true;
    import('./attachments.ts').then(
      ({ createAttachmentsField, attachmentsStyles }) => {
        this.#options.estilos(attachmentsStyles);
        const field = createAttachmentsField(this.#host, this.#options);
        field.update();
        this.#field = field;
        this.#host.requestUpdate();
      },
      // Without network now: the next showing asks again.
      () => (this.#loading = false),
    );
  }
}
