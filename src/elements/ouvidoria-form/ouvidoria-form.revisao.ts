import type { Tribunal } from '../../contract/tribunal.ts';
import { anexosDe } from '../../domain/form/anexos.ts';
import type { StepFields, Values } from '../../domain/form/fields.ts';
import { modoDe, temaDe, tipoDe, type Oferta } from '../../domain/form/manifestacao.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { ParteRevisao } from '../_base/form-late.ts';
import { linhasPessoa } from '../_base/identificacao.ts';

/**
 * Everything that will be sent, and only that.
 * @param anexos lines of the attachments; null while their list was not opened
 */
export function reviewParts(t: Translate, values: Values, fields: StepFields, tribunal: Tribunal | null, oferta: Oferta, anexos: string | null): ParteRevisao[] {
  const shown = new Set(fields.flat());
  const tipo = tipoDe(values);
  const tema = temaDe(values, oferta);
  const value = (field: string): string => values[field]?.trim() ?? '';
  const row = (field: string, key: string, valor = value(field)) => (shown.has(field) ? [{ rotulo: t(key), valor }] : []);
  const unit = tribunal?.unidades.find(({ id }) => id === value('/unidadeId'));
  return [
    { titulo: t('ouvidoria.etapa-tipo'), step: 0, linhas: [{ rotulo: t('ouvidoria.tipo-rotulo'), valor: tipo ? t(`ouvidoria.nome.${tipo}`) : '' }] },
    {
      titulo: t('ouvidoria.etapa-relato'),
      step: 1,
      linhas: [
        ...(tema ? row('/tema', 'ouvidoria.tema', t(`ouvidoria.tema.${tema}`)) : []),
        ...row('/direito', 'ouvidoria.direito', value('/direito') && t(`ouvidoria.direito.${value('/direito')}`)),
        ...row('/relato', 'ouvidoria.relato'),
        ...row('/assunto', 'ouvidoria.assunto'),
        ...row('/envolvidos', 'ouvidoria.envolvidos'),
        ...row('/local', 'ouvidoria.local'),
        ...row('/quando', 'ouvidoria.quando'),
        ...row('/unidadeId', 'ouvidoria.unidade', unit?.nome ?? ''),
        ...row('/processo', 'ouvidoria.processo'),
        ...row('/anexos', 'ouvidoria.anexos', anexos ?? anexosDe(values).map(({ nome }) => nome).join('\n')),
      ],
    },
    { titulo: t('ouvidoria.etapa-pessoa'), step: 2, linhas: linhasPessoa(t, values, modoDe(values, oferta), [...shown]) },
  ];
}
