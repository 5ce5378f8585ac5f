import type { identificacao as PtIdentificacao } from '../pt-br/identificacao.ts';
import type { Textos } from '../translate.ts';

/** Strings of who a person is, on the form of the Ouvidoria and, for who was anonymous, when following the case. */
export const identificacao: Textos<typeof PtIdentificacao> = {
  'ouvidoria.modo': '¿Cómo quiere identificarse?',
  'ouvidoria.modo.identificada': 'Con mi nombre',
  'ouvidoria.modo.preservada': 'Con mi nombre en secreto',
  'ouvidoria.modo-dica.identificada': 'La Ouvidoria y la unidad que va a responder ven su nombre y su contacto.',
  'ouvidoria.modo-dica.preservada': 'Solo la Ouvidoria ve su nombre y su contacto. Quien investiga o responde recibe el relato sin ellos (Leyes 13.460/2017 y 13.608/2018).',
  'ouvidoria.nome': 'Nombre completo',
  'ouvidoria.nome-social': 'Nombre social',
  'ouvidoria.nome-social-dica': 'Si usted lo usa, así le vamos a llamar.',
  'ouvidoria.cpf': 'CPF (número de contribuyente de Brasil)',
  'ouvidoria.cpf-dica': 'Ayuda a confirmar que es usted. Puede dejarlo en blanco.',
  'ouvidoria.contato': '¿Cómo podemos responderle?',
  'ouvidoria.contato-dica': 'Marque una o más formas. Ninguna es obligatoria: basta la que usted tenga.',
  'ouvidoria.contato.email': 'Correo electrónico',
  'ouvidoria.contato.telefone': 'Teléfono o WhatsApp',
  'ouvidoria.contato.endereco': 'Carta',
  'ouvidoria.contato.alternativo': 'Otra forma',
  'ouvidoria.email': 'Su correo electrónico',
  'ouvidoria.telefone': 'Su teléfono, con código de área',
  'ouvidoria.alternativo': '¿Cómo le encontramos?',
  'ouvidoria.alternativo-dica': 'Sirve el teléfono de alguien de confianza, un albergue, un CRAS o Centro POP (centros de asistencia social), un lugar donde dejar un recado.',
  'ouvidoria.revisao-identificacao': 'Identificación',
  'erro.obrigatorio./identificacao/modo': 'Elija cómo quiere identificarse.',
  'erro.invalido./identificacao/modo': 'Elija cómo quiere identificarse.',
  'erro.obrigatorio./identificacao/nome': 'Escriba su nombre.',
  'erro.obrigatorio./identificacao/contato/alternativo': 'Diga cómo le encontramos, o desmarque “Otra forma”.',
  'erro.obrigatorio./identificacao/contato/endereco/logradouro': 'Escriba la calle y el número, o desmarque “Carta”.',
  'erro.obrigatorio./identificacao/contato/endereco/municipio': 'Escriba el municipio.',
};
