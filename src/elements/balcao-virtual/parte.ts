import type { CSSResult, TemplateResult } from 'lit';
import type { Ports } from '../../adapters/ports.ts';
import type { ResumoFila } from '../../contract/fila.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { Balcao } from '../../domain/channels/balcao.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import type { Translate } from '../../i18n/translate.ts';

/**
 * What the parts of the counter that load late share: what the person typed once is never asked again, whichever way they go. Keys are JSON pointers of
 * `filaEnvio`, `mensagemEnvio` and `agendamentoEnvio` (`/nome`, `/assunto`, `/processo`, `/prioridade`, `/libras`, `/sigilo`, `/identificacao/nome`,
 * `/contato/email`, `/texto`…); a box that is ticked is `sim`.
 */
export type Valores = Record<string, string>;

/** What a part takes from its counter. */
export interface ContextoParte {
  /** Renders again. */
  update(): void;
  /** Where the part is rendered: for focus and for queries. */
  root(): ParentNode;
  t: Translate<never> & Translate<string>;
  ports: Ports;
  backendUrl: string | null;
  unit: Balcao;
  tribunal: Tribunal | null;
  /** How full the counter is; null while nobody knows. */
  resumo: ResumoFila | null;
  valores: Valores;
  /** Keeps what was typed for a reload; what tells who the person is under sigilo stays in memory. */
  gravar(): void;
  /** Heading level of the part. */
  nivel: number;
  rules: ZoneRules | null;
  lang: string;
}

/** A part of the counter with a state of its own. */
export interface Parte {
  render(): TemplateResult;
  /** Its texts, to be added to the element's before the first render. */
  textos: Readonly<Record<string, string>>;
  /** Its look, to be adopted by the element (`addStyles`) before the first render. */
  estilos?: CSSResult;
  /** Puts the focus on its heading. */
  focar?(): void;
  /** Shows what the backend refused, each error on its field, and takes the focus there. */
  recusar?(erros: readonly FieldError[]): void;
  /** Lets go of camera, timers and listeners. */
  soltar?(): void;
}
