/** The fifteen fields of the complaint form, as the plain page has them. `so` fields are shown for a denúncia alone. */
export const TIPOS = [['reclamacao', 'Reclamação'], ['denuncia', 'Denúncia'], ['sugestao', 'Sugestão']];
export const CAMPOS = [
  { nome: 'assunto', rotulo: 'Assunto' },
  { nome: 'relato', rotulo: 'Relato', longo: true, obrigatorio: true, minimo: 20 },
  { nome: 'local', rotulo: 'Onde', so: true },
  { nome: 'quando', rotulo: 'Quando', so: true },
  { nome: 'envolvidos', rotulo: 'Quem', so: true },
  { nome: 'processo', rotulo: 'Processo' },
  { nome: 'nome', rotulo: 'Nome', obrigatorio: true },
  { nome: 'social', rotulo: 'Nome social' },
  { nome: 'cpf', rotulo: 'CPF', inputmode: 'numeric' },
  { nome: 'email', rotulo: 'E-mail', type: 'email', obrigatorio: true },
  { nome: 'telefone', rotulo: 'Telefone', type: 'tel' },
  { nome: 'endereco', rotulo: 'Endereço' },
  { nome: 'alternativo', rotulo: 'Outra forma de contato' },
];

/** Blocks in the order of the page: what is always there, what a denúncia has, and the rest. */
export const blocos = (campo) => {
  const at = CAMPOS.findIndex(({ so }) => so);
  const depois = CAMPOS.findLastIndex(({ so }) => so) + 1;
  const texto = (lista) => lista.map(campo).join('\n');
  return { antes: texto(CAMPOS.slice(0, at)), denuncia: texto(CAMPOS.slice(at, depois)), depois: texto(CAMPOS.slice(depois)) };
};
