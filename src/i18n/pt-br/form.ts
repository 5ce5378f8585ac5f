/** Strings that every form shares, until its first step can be used. */
export const form = {
  'form.etapa': 'Etapa {n} de {total}',
  'form.etapa-feita': 'concluída',
  'form.opcional': '(opcional)',
  'form.contador': 'Até {max} caracteres.',
  'form.recuperado': 'Recuperamos o que você tinha escrito',
  'form.recuperado-dica': 'O texto estava guardado só neste aparelho. Confira e continue de onde parou.',
  'form.recomecar': 'Apagar e começar de novo',
  'form.etapas-falha': 'Não foi possível carregar o resto do formulário.',
  'form.etapas-falha-dica': 'Confira a internet e tente de novo. Se não der certo, recarregue a página: o que você preencheu fica guardado.',
} as const;
