import type { CSSResultOrNative } from 'lit';
import type { AcaoCidadao, Caso } from '../../contract/caso.ts';
import type { CaseActsController } from '../../controllers/case-acts.controller.ts';
import { anexosDe, valoresDosAnexos } from '../../domain/form/anexos.ts';
import type { Translate } from '../../i18n/translate.ts';
import { Attachments, type AttachmentsHost } from '../_base/attachments-late.ts';

export interface AnexosSpec {
  readonly t: Translate;
  readonly atos: CaseActsController;
  backendUrl(): string | null;
  caso(): Caso | null;
  estilos(...styles: readonly CSSResultOrNative[]): void;
}

/** The lists of attachments of an element, one for each act, since a text keeps its files while another is written. */
export function createAnexos(host: AttachmentsHost, { t, atos, backendUrl, caso, estilos }: AnexosSpec): (ato: AcaoCidadao) => Attachments {
  const lists = new Map<AcaoCidadao, Attachments>();
  const create = (ato: AcaoCidadao): Attachments =>
    new Attachments(host, {
      t,
      backendUrl,
      estilos,
      anonima: () => caso()?.modo === 'anonima',
      cifrar() {
        const chaveAge = caso()?.chaveAge;
        if (!chaveAge || ato === 'recorrer') return null;
        return async (file) => (await import('../../adapters/cifra/age.ts')).cifrarArquivo(file, file instanceof File ? file.name : '', chaveAge);
      },
      onChange: (prontos) => atos.send({ type: 'put', ato, valores: valoresDosAnexos(prontos) }),
      lista: () => anexosDe(atos.state.textos[ato] ?? {}),
      registrado: () => atos.state.kind === 'idle' && atos.state.feito === ato,
    });
  return (ato) => {
    const list = lists.get(ato) ?? create(ato);
    lists.set(ato, list);
    return list;
  };
}
