/** Strings of the quick exit; an element that shows it adds them to its own. */
export const saida = {
  'saida.botao': 'Sair agora',
  'saida.dica': 'Sair rápido: tecla Esc 3 vezes.',
  'saida.explica': 'Abre outra página no lugar desta e apaga o que você escreveu.',
  'saida.falta': 'Esc mais {n} para sair.',
  'saida.falta.1': 'uma vez',
  'saida.falta.2': 'duas vezes',
} as const;
