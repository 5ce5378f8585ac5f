import { html, nothing, type TemplateResult } from 'lit';
import type { FUNDAMENTOS_TERCEIRO } from '../../contract/pedido.ts';
import { titularDe } from '../../domain/form/pedido.ts';
import type { AttachmentsView } from '../_base/attachments-late.ts';
import { checkboxField, groupField, radioField, type FieldContext } from '../_base/field.ts';

export { sicPessoal as pessoalTextos } from '../../i18n/pt-br/sic-pessoal.ts';

type Fundamento = (typeof FUNDAMENTOS_TERCEIRO)[number];

/** Written here, since the contract's list comes with zod. */
const FUNDAMENTOS: readonly Fundamento[] = ['consentimento', 'estatistica', 'decisao-judicial', 'direitos-humanos', 'interesse-publico', 'recuperacao-historica'];

/** The case of arts. 34, 35 and 38 that lets a third party in, and the term that art. 38 wants accepted. */
function renderTerceiro(c: FieldContext): TemplateResult {
  const { t } = c;
  return html`${radioField(c, {
    campo: '/pessoal/fundamento',
    rotulo: t('sic.fundamento'),
    dica: t('sic.fundamento-dica'),
    opcoes: FUNDAMENTOS.map((valor) => ({ valor, rotulo: t(`sic.fundamento.${valor}`), dica: t(`sic.fundamento-dica.${valor}`) })),
  })}
  <div class="pilha-s termo">
    <h4>${t('sic.termo')}</h4>
    <p>${t('sic.termo-texto')}</p>
    ${checkboxField(c, { campo: '/pessoal/responsabilidade', rotulo: t('sic.termo-aceite'), obrigatoria: true })}
  </div>`;
}

function renderComprovacao(c: FieldContext, titular: 'proprio' | 'terceiro', anexos: ((view: AttachmentsView) => unknown) | null): unknown {
  const rotulo = c.t(`sic.comprovacao.${titular}`);
  const dica = c.t(`sic.comprovacao-dica.${titular}`);
  if (!anexos) return groupField(c, { campo: '/anexos', legenda: rotulo, dica }, nothing);
  const error = c.form.error('/anexos');
  return anexos({ rotulo, dica, opcional: titular === 'proprio', erro: error && c.errorText(error) });
}

/**
 * Whose personal information it is, and what has to be proven (Res. 215/2015, arts. 37 and 38).
 * @param anexos the field of the attachments, or null where the backend takes none
 */
export function renderPessoal(c: FieldContext, anexos: ((view: AttachmentsView) => unknown) | null): TemplateResult {
  const { t } = c;
  const titular = titularDe(c.form.state.values);
  return html`<section class="secao" aria-labelledby="sic-pessoal">
    <h3 id="sic-pessoal">${t('sic.pessoal')}</h3>
    ${radioField(c, {
      campo: '/pessoal/titular',
      rotulo: t('sic.titular'),
      opcoes: (['proprio', 'terceiro'] as const).map((valor) => ({ valor, rotulo: t(`sic.titular.${valor}`) })),
    })}
    ${titular === 'terceiro' ? renderTerceiro(c) : nothing}
    ${titular ? renderComprovacao(c, titular, anexos) : nothing}
  </section>`;
}
