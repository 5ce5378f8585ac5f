import { html, type TemplateResult } from 'lit';
import { selectField, textField, type FieldContext, type FieldForm } from './field.ts';

const UFS = 'AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO'.split(' ');
const PARTS = ['logradouro', 'complemento', 'bairro', 'municipio', 'uf', 'cep'];

/** Pointers of the fields of an address, in reading order. */
export const addressPointers = (base: string): string[] => PARTS.map((part) => `${base}/${part}`);

/** A postal address in lines. @param base JSON pointer of the address in the body */
export function addressFields(c: FieldContext<FieldForm>, base: string): TemplateResult {
  const at = (part: string): string => `${base}/${part}`;
  return html`<div class="itens">
    ${textField(c, { campo: at('logradouro'), rotulo: c.t('form.logradouro'), dica: c.t('form.logradouro-dica'), autocomplete: 'address-line1' })}
    ${textField(c, { campo: at('complemento'), rotulo: c.t('form.complemento'), opcional: true, autocomplete: 'address-line2' })}
    ${textField(c, { campo: at('bairro'), rotulo: c.t('form.bairro'), opcional: true, autocomplete: 'address-level3' })}
    ${textField(c, { campo: at('municipio'), rotulo: c.t('form.municipio'), autocomplete: 'address-level2' })}
    ${selectField(c, {
      campo: at('uf'),
      rotulo: c.t('form.uf'),
      autocomplete: 'address-level1',
      largura: 'curta',
      opcoes: [{ itens: UFS.map((uf) => ({ valor: uf, rotulo: uf })) }],
    })}
    ${textField(c, { campo: at('cep'), rotulo: c.t('form.cep'), opcional: true, autocomplete: 'postal-code', inputmode: 'numeric', mascara: 'cep', largura: 'curta' })}
  </div>`;
}
