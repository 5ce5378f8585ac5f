import { html, type TemplateResult } from 'lit';
import type { TipoManifestacao } from '../../contract/manifestacao.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { Translate } from '../../i18n/translate.ts';
import { radioField, type FieldContext } from '../_base/choice.ts';
import { notice } from '../_base/notice.ts';
import { sentence } from '../_base/sentence.ts';

/** In the order in which people look for them. */
const TIPOS: readonly TipoManifestacao[] = ['reclamacao', 'denuncia', 'solicitacao', 'informacao', 'sugestao', 'elogio'];

/** What the Ouvidoria is not for, said before anything is written (Res. 432/2021, art. 6). */
export function renderLimits(t: Translate, tribunal: Tribunal | null): TemplateResult {
  return notice('info', {
    titulo: t('ouvidoria.limites'),
    texto: html`<ul class="lista limites">
      <li>${t('ouvidoria.limite-decisao')}</li>
      <li>${sentence(t, 'ouvidoria.limite-corregedoria', 'corregedoria', t('ouvidoria.corregedoria'), tribunal?.corregedoriaUrl)}</li>
      <li>${sentence(t, 'ouvidoria.limite-processo', 'consulta', t('ouvidoria.consulta'), tribunal?.consultaProcessualUrl)}</li>
      <li>${sentence(t, 'ouvidoria.limite-peticao', 'peticionamento', t('ouvidoria.peticionamento'), tribunal?.peticionamentoUrl)}</li>
    </ul>`,
  });
}

export function renderTipo(c: FieldContext): TemplateResult {
  return radioField(c, {
    campo: '/tipo',
    rotulo: c.t('ouvidoria.tipo'),
    opcoes: TIPOS.map((valor) => ({ valor, rotulo: c.t(`ouvidoria.tipo.${valor}`), dica: c.t(`ouvidoria.tipo-dica.${valor}`) })),
  });
}
