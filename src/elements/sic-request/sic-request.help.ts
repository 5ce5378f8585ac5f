import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { after } from '../../adapters/after.ts';
import type { Ports } from '../../adapters/ports.ts';
import { delimitar, type AvisoPedido } from '../../domain/form/delimitar.ts';
import type { Values } from '../../domain/form/fields.ts';
import { especieDe } from '../../domain/form/pedido.ts';
import type { Translate } from '../../i18n/translate.ts';
import { notice } from '../_base/notice.ts';

/** How long after the last key a text is looked at, in milliseconds: soon enough to belong to the typing, and not at every key. */
const QUIET_MS = 400;

/** What is worth saying of what is written now (Res. 215/2015, art. 12). */
export const avisosDoPedido = (values: Values, now: number): AvisoPedido[] =>
  delimitar({
    texto: values['/especificacao'] ?? '',
    de: values['/periodo/de'] ?? '',
    ate: values['/periodo/ate'] ?? '',
    especie: especieDe(values),
    hoje: new Date(now).toISOString().slice(0, 10),
  });

/** The words of what was noticed, with the promise that nobody is stopped by it; nothing when there is none. */
export const renderAvisos = (t: Translate, avisos: readonly AvisoPedido[]): TemplateResult | typeof nothing =>
  avisos.length === 0
    ? nothing
    : notice('info', {
        titulo: t('sic.delimitar'),
        texto: html`<ul class="lista">
            ${avisos.map((aviso) => html`<li>${t(`sic.delimitar.${aviso}`)}</li>`)}
          </ul>
          <p class="discreto">${t('sic.delimitar-dica')}</p>`,
      });

/** Looks at a request when the person pauses; a text that came back from a draft is left in peace until it is changed. */
export class Orientacao implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly ports: Ports };
  readonly #values: () => Values;
  #visto = '';
  #avisos: readonly AvisoPedido[] = [];
  #cancel: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & { readonly ports: Ports }, values: () => Values, recuperado: boolean) {
    this.#host = host;
    this.#values = values;
    if (recuperado) this.#visto = this.#key();
    host.addController(this);
  }

  #key(): string {
    const values = this.#values();
    return JSON.stringify(['/especificacao', '/periodo/de', '/periodo/ate', '/especie'].map((field) => values[field] ?? ''));
  }

  hostUpdate(): void {
    const key = this.#key();
    if (key === this.#visto) return;
    this.#visto = key;
    this.#cancel?.();
    const { clock } = this.#host.ports;
    this.#cancel = after(clock, QUIET_MS, () => {
      // The period has a hint of its own, right below.
      const avisos = avisosDoPedido(this.#values(), clock.now()).filter((aviso) => aviso !== 'sem-periodo');
      if (avisos.join() === this.#avisos.join()) return;
      this.#avisos = avisos;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#cancel?.();
  }

  render(t: Translate): TemplateResult {
    return html`<div role="status">${renderAvisos(t, this.#avisos)}</div>`;
  }
}
