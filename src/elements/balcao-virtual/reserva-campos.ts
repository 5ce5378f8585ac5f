import { html, nothing, type TemplateResult } from 'lit';
import { MAX_RELATO } from '../../config/limits.ts';
import { CAIXA_PRIORIDADE, PAPEIS, PRIORIDADES_LEGAIS } from '../../domain/balcao/pedido-fila.ts';
import { SIM } from '../../domain/form/fields.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { checkboxField, groupField, radioField, selectField, textareaField, textField, type FieldContext, type FieldForm } from '../_base/field.ts';
import { notice } from '../_base/notice.ts';
import type { ContextoParte } from './parte.ts';

/** Fields of a message and of an appointment, with the words and the names that the queue has for the same. */

type Campos = FieldContext<FieldForm>;

export const assunto = (c: Campos): TemplateResult => textField(c, { campo: '/assunto', rotulo: c.t('reserva.assunto'), opcional: true });

export const texto = (c: Campos): TemplateResult =>
  textareaField(c, { campo: '/texto', rotulo: c.t('mensagem.texto'), dica: c.t('mensagem.texto-dica'), linhas: 6, maximo: MAX_RELATO });

export const processo = (c: Campos): TemplateResult =>
  textField(c, { campo: '/processo', rotulo: c.t('antes.processo'), dica: c.t('antes.processo-dica'), opcional: true, inputmode: 'numeric', mascara: 'processo', largura: 'media' });

/** Who the person is: the name alone, and more only under sigilo (Portaria Conjunta TJRN 38/2021, art. 6). */
export function pessoa(c: Campos): TemplateResult {
  const { t, form } = c;
  const identificacao = (): TemplateResult =>
    html`${textField(c, { campo: '/identificacao/nome', rotulo: t('antes.id-nome'), autocomplete: 'name' })}
    ${radioField(c, {
      campo: '/identificacao/papel',
      rotulo: t('antes.id-papel'),
      opcoes: PAPEIS.map((valor) => ({ valor, rotulo: t(`antes.papel.${valor}`), ...(valor === 'outro' ? { dica: t('antes.papel-dica.outro') } : {}) })),
    })}
    ${form.value('/identificacao/papel') === 'advogado'
      ? textField(c, { campo: '/identificacao/oab', rotulo: t('antes.id-oab'), dica: t('antes.id-oab-dica'), opcional: true, largura: 'media' })
      : nothing}
    ${textField(c, { campo: '/identificacao/cpf', rotulo: t('antes.id-cpf'), dica: t('antes.id-cpf-dica'), opcional: true, inputmode: 'numeric', mascara: 'cpf', largura: 'media' })}`;
  const sigilo = form.checked('/sigilo');
  return html`${radioField(c, {
    campo: '/sigilo',
    rotulo: t('antes.sigilo'),
    dica: t('antes.sigilo-dica'),
    valor: sigilo ? SIM : 'nao',
    opcoes: [
      { valor: 'nao', rotulo: t('antes.sigilo.nao') },
      { valor: SIM, rotulo: t('antes.sigilo.sim'), dentro: identificacao },
    ],
  })}
  ${sigilo ? nothing : textField(c, { campo: '/nome', rotulo: t('reserva.nome'), autocomplete: 'name' })}`;
}

/** Ways to be told; none is obligatory, and what it means to leave none is said. */
export const contato = (c: Campos, parte: 'mensagem' | 'agenda'): TemplateResult =>
  groupField(
    c,
    { campo: '/contato', legenda: c.t(`${parte}.contato`), dica: c.t(`${parte}.contato-dica`) },
    html`${textField(c, { campo: '/contato/email', rotulo: c.t('reserva.email'), opcional: true, tipo: 'email', inputmode: 'email', autocomplete: 'email', largura: 'media' })}
    ${textField(c, {
      campo: '/contato/telefone',
      rotulo: c.t('reserva.telefone'),
      opcional: true,
      inputmode: 'tel',
      autocomplete: 'tel-national',
      mascara: 'telefone',
      largura: 'media',
    })}`,
  );

/** Legal priority by declaration (Lei 10.048/2000, art. 1), and an interpreter of Libras. */
export const apoio = (c: Campos, semLibras: boolean): TemplateResult =>
  html`${checkboxField(c, {
    campo: CAIXA_PRIORIDADE,
    rotulo: c.t('antes.prioridade'),
    dica: c.t('antes.prioridade-dica'),
    dentro: () =>
      selectField(c, { campo: '/prioridade', rotulo: c.t('antes.prioridade-qual'), opcoes: [{ itens: PRIORIDADES_LEGAIS.map((valor) => ({ valor, rotulo: c.t(`antes.prioridade.${valor}`) })) }] }),
  })}
  ${semLibras ? html`<p class="discreto">${c.t('antes.libras-nao')}</p>` : checkboxField(c, { campo: '/libras', rotulo: c.t('antes.libras'), dica: c.t('antes.libras-dica') })}`;

/** Petitions are not taken (Res. CNJ 372/2021, art. 4, sole §). */
export const peticoes = (c: Campos, peticionamento: string | null): TemplateResult =>
  notice('info', { texto: html`<p>${c.t('antes.peticoes')}${peticionamento ? html` <a href=${peticionamento}>${c.t('antes.peticoes-link')}.</a>` : nothing}</p>` });

/** The court's terms and their acceptance. */
export function privacidade(c: Campos, { tribunal }: ContextoParte): TemplateResult {
  const { t } = c;
  const terms = tribunal?.privacidade;
  const href = safeUrl(terms?.url);
  return html`<div class="pilha-s">
    <p><strong>${t('form.privacidade')}</strong></p>
    <ul class="lista">
      ${(terms?.resumo?.length ? terms.resumo : [t('reserva.privacidade-1'), t('reserva.privacidade-2')]).map((line) => html`<li>${line}</li>`)}
    </ul>
    ${href ? html`<p><a href=${href} target="_blank" rel="noopener">${t('form.privacidade-link')}<span class="oculto-visual"> (${t('comum.nova-aba')})</span></a></p>` : nothing}
    ${checkboxField(c, { campo: '/privacidade/aceito', rotulo: t('form.privacidade-aceite'), obrigatoria: true })}
  </div>`;
}
