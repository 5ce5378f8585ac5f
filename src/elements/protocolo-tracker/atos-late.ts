import type { AcaoCidadao, Caso } from '../../contract/caso.ts';
import { CaseActsController } from '../../controllers/case-acts.controller.ts';
import type { AtosFocus } from '../../controllers/case-acts.machine.ts';
import { acompanharAtos } from '../../i18n/pt-br/acompanhar-atos.ts';
import { formEtapas } from '../../i18n/pt-br/form-etapas.ts';
import { form } from '../../i18n/pt-br/form.ts';
import type { Attachments, AttachmentsHost } from '../_base/attachments-late.ts';
import { fieldStyles } from '../_base/field.styles.ts';
import { focusField } from '../_base/field.ts';
import { formLateStyles } from '../_base/form-late.styles.ts';
import { formStyles } from '../_base/form.styles.ts';
import { createAnexos } from './atos-anexos.ts';
import { atosStyles } from './atos.styles.ts';
import { comeco, renderAto, renderFeito, status } from './atos.ts';
import type { VidaSpec } from './vida.ts';

/** What the acts take from the case that they are on. */
export interface AtosSpec extends VidaSpec {
  onDone(ato: AcaoCidadao, caso: Caso): void;
}

const voltou = (): Promise<void> => new Promise((done) => addEventListener('popstate', () => requestAnimationFrame(() => done()), { once: true }));

/** Everything about acts, apart from the element: loaded once a case is on the screen on which something can be done. */
export class Atos {
  readonly controller: CaseActsController;
  readonly #host: AttachmentsHost;
  readonly #spec: AtosSpec;
  readonly #anexos: (ato: AcaoCidadao) => Attachments;
  #identificar: typeof import('./identificar.ts') | undefined;
  /** The act that was opened last, for the way back to its button. */
  #ultimo: AcaoCidadao | null = null;
  /** The browser is going back in its history. */
  #volta: Promise<void> | null = null;

  constructor(host: AttachmentsHost, spec: AtosSpec) {
    this.#host = host;
    this.#spec = spec;
    spec.estilos(formStyles, fieldStyles, formLateStyles, atosStyles);
    spec.textos({ ...form, ...formEtapas, ...acompanharAtos });
    const { t, tracker, estilos, onDone } = spec;
    this.controller = new CaseActsController(host, {
      backendUrl: () => tracker.backendUrl,
      caso: () => tracker.caso,
      expirado: () => tracker.expirado,
      onCase: (caso) => tracker.send({ type: 'updated', caso }),
      onDone,
      onFocus: (onde) => void this.#focus(onde),
      onHistory: (para) => (this.#volta = tracker.ato(para === 'ato') ? voltou() : null),
    });
    this.#anexos = createAnexos(host, { t, atos: this.controller, backendUrl: () => tracker.backendUrl, caso: () => tracker.caso, estilos });
  }

  /** Opens an act. Rejects when what it needs could not be loaded. */
  async open(ato: AcaoCidadao): Promise<void> {
    if (ato === 'identificar' && !this.#identificar) {
      const identificar = await import('./identificar.ts');
      this.#spec.textos(identificar.identificacaoTextos);
      this.#identificar = identificar;
    }
    // The first beginning of a text is written in words that have just come.
    await this.#host.updateComplete;
    const { caso } = this.#spec.tracker;
    if (!caso) return;
    this.#ultimo = ato;
    this.controller.open(ato, comeco(this.#spec.t, caso, ato));
  }

  /** The act under way. */
  render(caso: Caso): unknown {
    return renderAto({ t: this.#spec.t, caso, atos: this.controller, identificar: this.#identificar, anexos: this.#anexos });
  }

  /** Thanks, right after an act. */
  renderFeito(): unknown {
    return renderFeito(this.#spec.t, this.controller.state);
  }

  /** What the one status region says of the act. */
  get status(): string {
    return status(this.#spec.t, this.controller.state);
  }

  async #focus(onde: AtosFocus): Promise<void> {
    // Going back the browser scrolls to where the page was: what has the focus by then would be out of sight.
    await this.#volta;
    await this.#host.updateComplete;
    const root = this.#host.shadowRoot ?? this.#host;
    const { state } = this.controller;
    const field = ('erros' in state ? state.erros : []).find((error) => error.field !== null)?.field;
    if (onde === 'erros' && field) focusField(root, field);
    else if (onde === 'chave') focusField(root, '/chave');
    else root.querySelector<HTMLElement>(onde === 'lista' ? `[data-ato="${this.#ultimo}"]` : `[data-foco="${onde}"]`)?.focus();
  }
}
