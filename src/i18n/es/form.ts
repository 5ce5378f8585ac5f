import type { form as PtForm } from '../pt-br/form.ts';
import type { Textos } from '../translate.ts';

/** Strings that every form shares, until its first step can be used. */
export const form: Textos<typeof PtForm> = {
  'form.etapa': 'Step {n} of {total}',
  'form.etapa-feita': 'done',
  'form.opcional': '(optional)',
  'form.contador': 'Up to {max} characters.',
  'form.recuperado': 'We brought back what you had written',
  'form.recuperado-dica': 'The text was kept only on this device. Check it and go on from where you stopped.',
  'form.recomecar': 'Erase and start again',
  'form.etapas-falha': 'We could not load the rest of the form.',
  'form.etapas-falha-dica': 'Check your internet and try again. If it does not work, reload the page: what you filled in is kept.',
};
