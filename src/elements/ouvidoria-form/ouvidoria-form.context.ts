import type { CSSResultOrNative, ReactiveControllerHost } from 'lit';
import type { Ports } from '../../adapters/ports.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { Oferta } from '../../domain/form/manifestacao.ts';
import type { Messages } from '../../i18n/translate.ts';
import type { FieldContext } from '../_base/field.ts';

/** What the late parts of the form take from the element. */
export interface OuvidoriaContext {
  readonly host: ReactiveControllerHost &
    HTMLElement & {
      readonly ports: Ports;
      /** Address of the page with the Ouvidoria's counter. */
      readonly balcao: string | undefined;
      /** Address of the page with this form alone. */
      readonly janela: string | undefined;
      readonly isolado: boolean;
    };
  readonly campos: FieldContext;
  tribunal(): Tribunal | null;
  /** Address of a backend of the contract, or null. */
  backendUrl(): string | null;
  /** Adds looks and words that came late. */
  vestir(styles: readonly CSSResultOrNative[], messages?: Messages): void;
}

/** What the court offers to choose from. */
export const ofertaDe = (tribunal: Tribunal | null, anexos: boolean): Oferta => ({
  assuntos: Boolean(tribunal?.ouvidoria?.assuntos?.length),
  unidades: Boolean(tribunal?.unidades.length),
  temas: (tribunal?.ouvidoria?.temas ?? []).map(({ tema }) => tema),
  anexos,
});
