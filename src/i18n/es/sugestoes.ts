import type { sugestoes as PtSugestoes } from '../pt-br/sugestoes.ts';
import type { Textos } from '../translate.ts';

/** Strings of the answers that are shown while a person writes; an element that shows them adds them to its own. */
export const sugestoes: Textos<typeof PtSugestoes> = {
  'sugestoes.titulo': 'Quizás esto ya responde',
  'sugestoes.dica': 'Si no es esto, siga escribiendo: puede enviar su mensaje igual.',
  'sugestoes.fechar': 'Cerrar',
  'sugestoes.fechar-o-que': 'Cerrar: quizás esto ya responde',
  'sugestoes.abrir': 'Abrir la página con la respuesta',
  'sugestoes.nova-aba': 'se abre en otra pestaña',
  'sugestoes.aviso': 'Justo debajo del texto hay respuestas que quizás ya ayudan.',
};
