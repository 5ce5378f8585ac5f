import type { form as PtForm } from '../pt-br/form.ts';
import type { Textos } from '../translate.ts';

/** Strings that every form shares, until its first step can be used. */
export const form: Textos<typeof PtForm> = {
  'form.etapa': 'Paso {n} de {total}',
  'form.etapa-feita': 'terminado',
  'form.opcional': '(opcional)',
  'form.contador': 'Hasta {max} caracteres.',
  'form.recuperado': 'Recuperamos lo que usted había escrito',
  'form.recuperado-dica': 'El texto estaba guardado solo en este aparato. Revíselo y continúe donde paró.',
  'form.recomecar': 'Borrar y empezar de nuevo',
  'form.etapas-falha': 'No fue posible cargar el resto del formulario.',
  'form.etapas-falha-dica': 'Revise su internet e intente de nuevo. Si no funciona, recargue la página: lo que llenó queda guardado.',
};
