import { html, type TemplateResult } from 'lit';
import { BackendError, type Backend, type CreateOptions } from '../../adapters/ports.ts';
import type { Comprovante } from '../../contract/caso.ts';
import type { ManifestacaoCifradaEnvio, ManifestacaoInput } from '../../contract/manifestacao.ts';
import { ehAnonima, separar } from '../../domain/form/cifra.ts';
import { checkboxField, type FieldContext } from '../_base/field.ts';
import { notice } from '../_base/notice.ts';

/** Box by which a person goes on without encryption after it failed; not part of the body. */
const SEM_CIFRA = '#semCifra';

/** Sends manifestations; what an anonymous person writes leaves the device encrypted where the court has a key. */
export class Envio {
  readonly #campos: FieldContext;
  readonly #chaveAge: () => string | undefined;
  /** Encrypting twice gives two different texts: what was made for an idempotency key is sent again as it is. */
  #feito: { chave: string; corpo: ManifestacaoInput | ManifestacaoCifradaEnvio } | undefined;
  #falhou = false;

  constructor(campos: FieldContext, chaveAge: () => string | undefined) {
    this.#campos = campos;
    this.#chaveAge = chaveAge;
  }

  /** What is written leaves encrypted, unless the person said otherwise after it failed. */
  get cifra(): boolean {
    return Boolean(this.#chaveAge()) && !this.#campos.form.checked(SEM_CIFRA);
  }

  /** Asks for the code that encrypts, while there is network. */
  warm(): void {
    if (this.#chaveAge()) import('../../adapters/cifra/age.ts').catch(() => undefined);
  }

  /** Encrypts a file before it leaves; null when it goes as it is. */
  cifrar(): ((file: Blob) => Promise<Blob>) | null {
    const chave = this.#chaveAge();
    if (!chave || !this.cifra) return null;
    return async (file) => (await import('../../adapters/cifra/age.ts')).cifrarArquivo(file, file instanceof File ? file.name : '', chave);
  }

  /** @throws BackendError; one that waits for the person when the text cannot be encrypted: nothing was sent then */
  async enviar(backend: Backend, body: ManifestacaoInput, options: CreateOptions): Promise<Comprovante> {
    const { idempotencyKey } = options;
    this.#falhou = false;
    if (this.#feito?.chave !== idempotencyKey) this.#feito = { chave: idempotencyKey, corpo: await this.#preparar(body) };
    return backend.registrarManifestacao(this.#feito.corpo, options);
  }

  async #preparar(body: ManifestacaoInput): Promise<ManifestacaoInput | ManifestacaoCifradaEnvio> {
    const chave = this.#chaveAge();
    if (!chave || !this.cifra || !ehAnonima(body)) return body;
    const { aberto, secreto } = separar(body);
    try {
      const { cifrarTexto } = await import('../../adapters/cifra/age.ts');
      return { ...aberto, cifrado: await cifrarTexto(secreto, chave) } as ManifestacaoCifradaEnvio;
    } catch {
      this.#falhou = true;
      // Trying again by itself would be of no use, and sending in clear is not ours to decide.
      throw new BackendError('servidor', 'cifra', null, Infinity);
    }
  }

  /** What became of the sending, when it is the encryption that failed. */
  situation(): TemplateResult | undefined {
    const { form, t } = this.#campos;
    if (!this.#falhou || form.state.kind !== 'failed') return undefined;
    return html`<div tabindex="-1" data-foco="situacao" class="pilha">
      ${notice('erro', { titulo: t('ouvidoria.cifra-falhou'), texto: html`<p>${t('ouvidoria.cifra-falhou-dica')}</p>` })}
      ${checkboxField(this.#campos, { campo: SEM_CIFRA, rotulo: t('ouvidoria.cifra-aberto'), dica: t('ouvidoria.cifra-aberto-dica') })}
    </div>`;
  }

  /** Forgets what was sent. */
  esquecer(): void {
    this.#feito = undefined;
    this.#falhou = false;
  }
}
