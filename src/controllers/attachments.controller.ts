import type { ReactiveControllerHost } from 'lit';
import type { Ports, Upload, UploadState } from '../adapters/ports.ts';
import { TIPOS_ANEXO } from '../config/file-types.ts';
import type { AnexoPronto } from '../domain/form/anexos.ts';
import { anexosStart, anexosStep, pendentes, prontos, type AnexosEffect, type AnexosEvent, type AnexosState, type Item, type Protecao } from './attachments.machine.ts';

/** What the list asks of whoever shows it; each function is asked again at each use. */
export interface AttachmentsSpec {
  backendUrl(): string | null;
  anonima?(): boolean;
  cifrar?(): ((file: Blob) => Promise<Blob>) | null;
  onChange?(prontos: readonly AnexoPronto[]): void;
  lista?(): readonly AnexoPronto[];
  registrado?(): boolean;
}

type Host = ReactiveControllerHost & { readonly ports: Ports };

const EXTENSOES = new Set(Object.values(TIPOS_ANEXO).flat());
const idsDe = (lista: readonly AnexoPronto[]): string => lista.map(({ id }) => id).join(' ');

/** Runs a list of attachments: cleaning, encryption, uploads, the draft's list. The meaning is in `attachments.machine.ts`. */
export class AttachmentsController {
  state: AnexosState = anexosStart();
  readonly #host: Host;
  readonly #spec: AttachmentsSpec;
  readonly #onFocus: (chave: number | null) => void;
  readonly #files = new Map<number, { file: File; pronto: Blob; upload?: Upload }>();
  /** Ids as they were last told or read. */
  #known = '';
  #waiting: ((ok: boolean) => void) | undefined;
  #guarded = false;
  #fora = false;
  readonly #guard = (event: Event): void => event.preventDefault();
  /** The network is back: what could not even be loaded is tried again. */
  readonly #online = (): void => {
    for (const item of this.state.itens) if (item.kind === 'recusado' && item.code === 'anexo-nao-carregou') this.send({ type: 'repetir', chave: item.chave });
  };

  constructor(host: Host, spec: AttachmentsSpec, onFocus: (chave: number | null) => void) {
    this.#host = host;
    this.#spec = spec;
    this.#onFocus = onFocus;
    this.connected();
  }

  get prontos(): AnexoPronto[] {
    return prontos(this.state);
  }

  get pendentes(): Item[] {
    return pendentes(this.state);
  }

  /** What has to be done to a file before it leaves. */
  get protecao(): Protecao {
    return { limpar: this.#spec.anonima?.() ?? false, cifrar: Boolean(this.#spec.cifrar?.()) };
  }

  choose(files: Iterable<File>): void {
    const list = [...files];
    const antes = this.state.proxima;
    const arquivos = list.map(({ name, size, type, lastModified }) => ({ nome: name, bytes: size, tipo: type, digital: `${name}|${size}|${lastModified}` }));
    const { state, effects } = anexosStep(this.state, { type: 'escolher', arquivos, protecao: this.protecao });
    const novos = state.itens.filter(({ chave }) => chave >= antes);
    for (const { chave, digital } of novos) {
      const file = list[arquivos.findIndex((arquivo) => arquivo.digital === digital)];
      if (file) this.#files.set(chave, { file, pronto: file });
    }
    this.#apply(state, effects);
  }

  send(event: AnexosEvent): void {
    const { state, effects } = anexosStep(this.state, event);
    this.#apply(state, effects);
  }

  /** Resolves true when nothing is missing any more, false when the person stopped waiting. */
  esperar(): Promise<boolean> {
    this.#waiting?.(false);
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.send({ type: 'esperar' });
    });
  }

  /** Before each rendering of the host: takes over a list that changed elsewhere (a draft, everything sent), and protects what has to be. */
  update(): void {
    const lista = this.#spec.lista?.();
    if (lista && idsDe(lista) !== this.#known) {
      this.#known = idsDe(lista);
      this.send(lista.length > 0 ? { type: 'restaurar', lista } : { type: 'esquecer', registrado: this.#spec.registrado?.() ?? false });
    }
    const { limpar, cifrar } = this.protecao;
    if (this.state.itens.some(({ protecao }) => (limpar && !protecao.limpar) || (cifrar && !protecao.cifrar))) this.send({ type: 'proteger', protecao: { limpar, cifrar } });
  }

  connected(): void {
    globalThis.addEventListener('online', this.#online);
    if (!this.#fora) return;
    this.#fora = false;
    for (const { chave, kind } of this.state.itens) if (kind === 'enviando') this.#files.get(chave)?.upload?.resume();
    this.#setGuard();
  }

  /** Out of the page: nothing is sent that nobody can see. */
  disconnected(): void {
    globalThis.removeEventListener('online', this.#online);
    this.#fora = true;
    for (const { upload } of this.#files.values()) upload?.pause();
    this.#setGuard(false);
  }

  #apply(state: AnexosState, effects: readonly AnexosEffect[]): void {
    const changed = state !== this.state;
    this.state = state;
    for (const effect of effects) this.#run(effect);
    const known = new Set(state.itens.map(({ chave }) => chave));
    for (const chave of this.#files.keys()) if (!known.has(chave)) this.#files.delete(chave);
    this.#setGuard();
    if (changed) this.#host.requestUpdate();
  }

  #run(effect: AnexosEffect): void {
    switch (effect.kind) {
      case 'preparar':
        void this.#prepare(effect.chave, effect.op);
        return;
      case 'enviar':
        void this.#upload(effect.chave, effect.op);
        return;
      case 'pausar':
        this.#files.get(effect.chave)?.upload?.pause();
        return;
      case 'continuar':
        this.#files.get(effect.chave)?.upload?.resume();
        return;
      case 'cancelar': {
        const found = this.#files.get(effect.chave);
        found?.upload?.cancel();
        if (found) delete found.upload;
        return;
      }
      case 'mudou': {
        const lista = prontos(this.state);
        this.#known = idsDe(lista);
        this.#spec.onChange?.(lista);
        return;
      }
      case 'seguir':
        this.#waiting?.(effect.ok);
        this.#waiting = undefined;
        return;
      case 'foco':
        this.#onFocus(effect.chave);
    }
  }

  #item(chave: number, op: number): Item | undefined {
    return this.state.itens.find((item) => item.chave === chave && item.op === op);
  }

  async #prepare(chave: number, op: number): Promise<void> {
    const found = this.#files.get(chave);
    const item = this.#item(chave, op);
    if (!found || !item) return;
    try {
      let blob: Blob = found.file;
      let sujo = false;
      if (item.protecao.limpar) {
        const { limparMetadados } = await import('../adapters/uploads/strip-metadata.ts');
        const limpeza = await limparMetadados(blob);
        blob = limpeza.file;
        // Plain text carries nothing beside its words.
        sujo = limpeza.kind !== 'limpo' && !/\.txt$/i.test(item.nome);
      }
      if (item.protecao.cifrar) {
        const cifrar = this.#spec.cifrar?.();
        if (!cifrar) throw new Error('no encryption');
        // The name goes inside, and not the person's own.
        blob = await cifrar(new File([blob], this.#nome(item), { type: blob.type }));
      }
      found.pronto = blob;
      this.send({ type: 'preparado', chave, op, sujo });
    } catch (error) {
      const sumiu = error instanceof DOMException && /^Not(Readable|Found)Error$/.test(error.name);
      this.send({ type: 'falhou', chave, op, code: sumiu ? 'anexo-sumiu' : 'anexo-nao-carregou', repetir: !sumiu });
    }
  }

  async #upload(chave: number, op: number): Promise<void> {
    const url = this.#spec.backendUrl();
    try {
      if (!url) throw new Error('no backend');
      const uploads = await this.#host.ports.uploads(url);
      const item = this.#item(chave, op);
      const found = this.#files.get(chave);
      if (!item || !found) return;
      found.upload = uploads.start(found.pronto, {
        ...(item.protecao.cifrar ? { nome: `arquivo-${chave}.age`, cifrado: true } : { nome: this.#nome(item) }),
        onChange: (upload: UploadState) => {
          if (!this.#fora || upload.kind === 'pronto' || upload.kind === 'recusado') this.send({ type: 'andamento', chave, op, upload });
        },
      });
      if (item.kind === 'pausado' || this.#fora) found.upload.pause();
    } catch {
      this.send({ type: 'falhou', chave, op, code: 'anexo-nao-carregou', repetir: true });
    }
  }

  /** Name that goes along: a file's own may say who somebody is. */
  #nome({ nome, chave, protecao }: Item): string {
    if (!protecao.limpar) return nome;
    const extensao = /\.([^.]+)$/.exec(nome)?.[1]?.toLowerCase() ?? '';
    return `arquivo-${chave}${EXTENSOES.has(extensao) ? `.${extensao}` : ''}`;
  }

  /** Asks before the page is left while a file is on its way. */
  #setGuard(wanted = !this.#fora && this.state.itens.some(({ kind }) => kind !== 'pronto' && kind !== 'recusado')): void {
    if (wanted === this.#guarded) return;
    this.#guarded = wanted;
    globalThis[wanted ? 'addEventListener' : 'removeEventListener']('beforeunload', this.#guard);
  }
}
