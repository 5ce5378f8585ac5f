import type { sic as PtSic } from '../pt-br/sic.ts';
import type { Textos } from '../translate.ts';

/** Strings of the first step of `<sic-request>`. */
export const sic: Textos<typeof PtSic> = {
  'sic.etapa-pedido': '¿Qué quiere saber?',
  'sic.etapa-pessoa': 'Quién es usted',
  'sic.etapa-resposta': 'Cómo quiere recibir',
  'sic.etapa-revisao': 'Revise y envíe',
  'sic.enviar': 'Enviar pedido',
  'sic.canais': 'Dónde está el SIC y otras formas de pedir',
  'sic.intro': 'Cualquier persona puede pedir información al tribunal, gratis. La respuesta llega en hasta 20 días, que pueden aumentarse por 10 más.',
  'sic.especificacao': 'Información que usted quiere',
  'sic.especificacao-dica': 'Escriba de forma clara y directa: qué información, de qué unidad o asunto.',
  'sic.periodo': '¿De qué período?',
  'sic.periodo-dica': 'Sin período, el pedido puede no atenderse (Resolución CNJ 215/2015, art. 12). Si no sabe las fechas, cuente el período en el texto de arriba.',
  'sic.periodo-de': 'Desde',
  'sic.periodo-ate': 'Hasta',
  'sic.publico': 'Mucho ya está publicado. Vea antes en el {transparencia}; si no lo encuentra, o no puede buscar, pida aquí.',
  'sic.transparencia': 'Portal da Transparência (portal de transparencia)',
  'sic.exemplos': 'Cómo escribir un buen pedido',
  'sic.outro': 'Otro tipo de pedido: datos personales o documento secreto',
};
