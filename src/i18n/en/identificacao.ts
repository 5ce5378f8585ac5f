import type { identificacao as PtIdentificacao } from '../pt-br/identificacao.ts';
import type { Textos } from '../translate.ts';

/** Strings of who a person is, on the form of the Ouvidoria and, for who was anonymous, when following the case. */
export const identificacao: Textos<typeof PtIdentificacao> = {
  'ouvidoria.modo': 'How do you want to identify yourself?',
  'ouvidoria.modo.identificada': 'With my name',
  'ouvidoria.modo.preservada': 'With my name kept secret',
  'ouvidoria.modo-dica.identificada': 'The Ouvidoria and the unit that will answer see your name and your contact.',
  'ouvidoria.modo-dica.preservada': 'Only the Ouvidoria sees your name and your contact. Whoever looks into it or answers gets your account without them (Laws 13.460/2017 and 13.608/2018).',
  'ouvidoria.nome': 'Full name',
  'ouvidoria.nome-social': 'Social name',
  'ouvidoria.nome-social-dica': 'If you use one, it is what we will call you.',
  'ouvidoria.cpf': 'CPF (Brazilian taxpayer number)',
  'ouvidoria.cpf-dica': 'It helps to confirm that it is you. You may leave it blank.',
  'ouvidoria.contato': 'How can we answer you?',
  'ouvidoria.contato-dica': 'Tick one or more ways. None is required: the one you have is enough.',
  'ouvidoria.contato.email': 'E-mail',
  'ouvidoria.contato.telefone': 'Telephone or WhatsApp',
  'ouvidoria.contato.endereco': 'Letter',
  'ouvidoria.contato.alternativo': 'Another way',
  'ouvidoria.email': 'Your e-mail',
  'ouvidoria.telefone': 'Your telephone, with area code',
  'ouvidoria.alternativo': 'How can we find you?',
  'ouvidoria.alternativo-dica': 'The telephone of someone you trust, a shelter, a CRAS or Centro POP (social assistance centres), or a place to leave a message.',
  'ouvidoria.revisao-identificacao': 'Who you are',
  'erro.obrigatorio./identificacao/modo': 'Choose how you want to identify yourself.',
  'erro.invalido./identificacao/modo': 'Choose how you want to identify yourself.',
  'erro.obrigatorio./identificacao/nome': 'Write your name.',
  'erro.obrigatorio./identificacao/contato/alternativo': 'Tell us how to find you, or untick “Another way”.',
  'erro.obrigatorio./identificacao/contato/endereco/logradouro': 'Write the street and number, or untick “Letter”.',
  'erro.obrigatorio./identificacao/contato/endereco/municipio': 'Write the city.',
};
