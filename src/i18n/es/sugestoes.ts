import type { sugestoes as PtSugestoes } from '../pt-br/sugestoes.ts';
import type { Textos } from '../translate.ts';

/** Strings of the answers that are shown while a person writes; an element that shows them adds them to its own. */
export const sugestoes: Textos<typeof PtSugestoes> = {
  'sugestoes.titulo': 'Maybe this already answers you',
  'sugestoes.dica': 'If this is not it, keep writing: you can send your message all the same.',
  'sugestoes.fechar': 'Close',
  'sugestoes.fechar-o-que': 'Close: maybe this already answers you',
  'sugestoes.abrir': 'Open the page with the answer',
  'sugestoes.nova-aba': 'opens in another tab',
  'sugestoes.aviso': 'Just below the text there are answers that may already help.',
};
