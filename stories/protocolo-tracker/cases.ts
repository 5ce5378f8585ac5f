import type { Caso } from '../../src/contract/caso.ts';
import { RECIBO_MANIFESTACAO, RECIBO_PEDIDO } from '../recibo/examples.ts';

const token: Caso['token'] = { valor: 'token-de-exemplo', expiraEm: '2026-11-25T10:15:00-03:00' };

/** A manifestation that was just registered. */
export const CASO_REGISTRADO: Caso = {
  protocolo: RECIBO_MANIFESTACAO.protocolo,
  tipo: 'manifestacao',
  especie: 'reclamacao',
  estado: 'registrada',
  registradoEm: RECIBO_MANIFESTACAO.registradoEm,
  prazo: RECIBO_MANIFESTACAO.prazo,
  eventos: [{ id: '1', tipo: 'registro', em: '2026-11-20T10:05:00-03:00', autor: { papel: 'cidadao' }, texto: 'Manifestação registrada.' }],
  remedios: [],
  token,
};

/** A manifestation on its way, with a history. */
export const CASO_ENCAMINHADO: Caso = {
  ...CASO_REGISTRADO,
  estado: 'encaminhada',
  eventos: [
    ...CASO_REGISTRADO.eventos,
    { id: '2', tipo: 'analise', em: '2026-11-23T09:00:00-03:00', autor: { papel: 'ouvidoria' }, texto: 'Lemos sua reclamação.' },
    { id: '3', tipo: 'encaminhamento', em: '2026-11-24T13:30:00-03:00', autor: { papel: 'ouvidoria' }, texto: 'Enviamos à 1ª Vara Cível de Natal, que tem até 20 dias para explicar o que houve.' },
  ],
};

/** A request that was partly denied: a remedy is open. */
export const CASO_RESPONDIDO: Caso = {
  protocolo: RECIBO_PEDIDO.protocolo,
  tipo: 'pedido-informacao',
  estado: 'parcial',
  registradoEm: RECIBO_PEDIDO.registradoEm,
  prazo: RECIBO_PEDIDO.prazo,
  eventos: [
    { id: '1', tipo: 'registro', em: '2026-11-20T10:05:00-03:00', autor: { papel: 'cidadao' }, texto: 'Pedido de informação registrado.' },
    { id: '2', tipo: 'encaminhamento', em: '2026-11-23T08:40:00-03:00', autor: { papel: 'sic' }, texto: 'Enviado à unidade que tem a informação.' },
    {
      id: '3',
      tipo: 'resposta',
      em: '2026-11-24T11:00:00-03:00',
      autor: { papel: 'unidade', unidade: 'Secretaria de Administração' },
      texto: 'Segue a lista dos contratos de 2024.\n\nOs anexos com dados bancários dos fornecedores não serão fornecidos: são protegidos por sigilo (Resolução CNJ 215/2015, art. 12, V).',
    },
  ],
  remedios: [{ tipo: 'recurso-1', ate: '2026-12-04', base: 'Resolução CNJ 215/2015, art. 18' }],
  token,
};

const VISTO = '2026-11-25T09:58:00-03:00';
const anexo = (nome: string, tipo: string, bytes: number, em: string): NonNullable<Caso['eventos'][number]['anexos']>[number] => ({ id: `anexo-de-exemplo-${nome.length}-00`, nome, tipo, bytes, em, papel: 'ouvidoria' });

/** The same manifestation with what a person can do while it is open. */
export const CASO_ABERTO: Caso = { ...CASO_ENCAMINHADO, modo: 'identificada', acoes: ['complementar', 'desistir'] };

/** The Ouvidoria asked something, and waits. */
export const CASO_PERGUNTA: Caso = {
  ...CASO_ABERTO,
  estado: 'complementacao-pedida',
  acoes: ['responder', 'desistir'],
  pergunta: { texto: 'Em que dia e a que horas a senhora esteve no balcão? Lembra o nome de quem atendeu?', em: '2026-11-24T15:10:00-03:00', ate: '2026-12-14' },
  eventos: [
    ...CASO_ENCAMINHADO.eventos.slice(0, 2),
    { id: '4', tipo: 'pergunta', em: '2026-11-24T15:10:00-03:00', autor: { papel: 'ouvidoria' }, texto: 'Em que dia e a que horas a senhora esteve no balcão? Lembra o nome de quem atendeu?' },
  ],
};

/** The term was extended, with its reason. */
export const CASO_PRORROGADO: Caso = {
  ...CASO_ABERTO,
  estado: 'prorrogada',
  prazo: { ...CASO_ABERTO.prazo, vence: '2027-01-20', dias: 60 },
  prorrogacao: { em: '2026-12-18T10:00:00-03:00', motivo: 'A unidade precisa ouvir os servidores que estavam no balcão, e dois deles estão de férias.', venciaEm: '2026-12-21' },
  eventos: [
    ...CASO_ENCAMINHADO.eventos,
    { id: '5', tipo: 'prorrogacao', em: '2026-12-18T10:00:00-03:00', autor: { papel: 'ouvidoria' }, texto: 'A unidade precisa ouvir os servidores que estavam no balcão, e dois deles estão de férias.' },
  ],
};

const RESPOSTA =
  'Pedimos desculpas pela espera. No dia 3 de novembro o sistema ficou fora do ar das 9h às 11h, e a fila não foi avisada.\n\nA partir de 1º de dezembro haverá um aviso na porta e no site sempre que isso acontecer, e as senhas do dia continuam valendo.';

/** A complaint that was answered: the person may rate the service. */
export const CASO_RESPOSTA: Caso = {
  ...CASO_ABERTO,
  estado: 'respondida',
  acoes: ['avaliar'],
  decisoes: [{ instancia: 0, resultado: 'respondida', texto: RESPOSTA, autoridade: 'Ouvidoria', em: '2026-11-24T16:20:00-03:00', ciencia: VISTO }],
  eventos: [
    ...CASO_ENCAMINHADO.eventos,
    {
      id: '6',
      tipo: 'resposta',
      em: '2026-11-24T16:20:00-03:00',
      autor: { papel: 'ouvidoria' },
      texto: RESPOSTA,
      anexos: [anexo('relatorio-do-balcao.pdf', 'application/pdf', 348_160, '2026-11-24T16:20:00-03:00')],
    },
  ],
};

/** Rated. */
export const CASO_AVALIADO: Caso = { ...CASO_RESPOSTA, acoes: [], avaliacao: { nota: 4, em: '2026-11-25T10:03:00-03:00' } };

const NEGATIVA = 'O pedido foi negado. Os contratos de 2024 com as empresas de segurança trazem a planta das portas de entrada e os horários das rondas.';
const FUNDAMENTO = 'Informação que põe em risco a segurança de instituições (Lei 12.527/2011, art. 23, VII; Resolução CNJ 215/2015, art. 25).';

/** A request that was refused: the first appeal is open. */
export const CASO_NEGADO: Caso = {
  ...CASO_RESPONDIDO,
  estado: 'negada',
  acoes: ['recorrer', 'avaliar'],
  decisoes: [{ instancia: 0, resultado: 'negada', texto: NEGATIVA, fundamento: FUNDAMENTO, autoridade: 'Secretaria de Administração', em: '2026-11-24T11:00:00-03:00', ciencia: VISTO }],
  eventos: [...CASO_RESPONDIDO.eventos.slice(0, 2), { id: '3', tipo: 'negativa', em: '2026-11-24T11:00:00-03:00', autor: { papel: 'sic' }, texto: NEGATIVA }],
  remedios: [
    {
      tipo: 'recurso-1',
      ate: '2026-12-07',
      base: 'Resolução CNJ 215/2015, art. 18',
      autoridade: 'Diretoria-Geral',
      calculo: [
        { passo: 'registro', data: '2026-11-25', texto: 'Você soube da decisão em 25/11/2026 (quarta-feira). Este dia não entra na conta.' },
        { passo: 'contagem', data: '2026-12-05', texto: 'São 10 dias corridos: o último é 05/12/2026 (sábado).' },
        { passo: 'vencimento', data: '2026-12-07', texto: 'O prazo passa para o dia útil seguinte e termina em 07/12/2026 (segunda-feira).' },
      ],
    },
  ],
};

/** The first appeal was refused too: the second is open. */
export const CASO_RECURSO_NEGADO: Caso = {
  ...CASO_NEGADO,
  acoes: ['recorrer'],
  decisoes: [
    ...CASO_NEGADO.decisoes!,
    { instancia: 1, resultado: 'desprovido', texto: 'Mantemos a decisão: as plantas não podem ser separadas do resto dos contratos.', fundamento: 'Resolução CNJ 215/2015, art. 25.', autoridade: 'Diretoria-Geral', em: '2026-12-01T09:00:00-03:00', ciencia: '2026-12-02T08:00:00-03:00' },
  ],
  remedios: [{ tipo: 'recurso-2', ate: '2026-12-14', base: 'Resolução CNJ 215/2015, art. 18, § 4º', autoridade: 'Presidência do tribunal' }],
};

/** Declassification refused on appeal: the way out is at the CNJ. */
export const CASO_CNJ: Caso = {
  ...CASO_RECURSO_NEGADO,
  acoes: [],
  remedios: [{ tipo: 'cnj', ate: '2026-12-14', base: 'Resolução CNJ 215/2015, art. 30, § 1º, II', autoridade: 'Conselho Nacional de Justiça (CNJ)', url: 'https://www.cnj.jus.br/ouvidoria-cnj/' }],
};

/** The due date has passed, and nobody has answered. */
export const CASO_ATRASADO: Caso = {
  ...CASO_ABERTO,
  atrasado: true,
  prazo: { ...CASO_ABERTO.prazo, vence: '2026-11-23' },
  remedios: [{ tipo: 'omissao', base: 'Resolução CNJ 432/2021, arts. 9º e 13', autoridade: 'Corregedoria do tribunal', url: 'https://corregedoria.exemplo.jus.br/' }],
};

/** Another body's matter, with where to go. */
export const CASO_DEVOLVIDO: Caso = {
  ...CASO_ABERTO,
  estado: 'devolvida',
  acoes: ['avaliar'],
  destino: { orgao: 'Ouvidoria da Polícia Militar', url: 'https://ouvidoria.pm.exemplo.gov.br/', motivo: 'Quem fez a abordagem que você conta foi a Polícia Militar. O tribunal não pode apurar o que os policiais fazem na rua.' },
  decisoes: [{ instancia: 0, resultado: 'devolvida', texto: 'Devolvido.', em: '2026-11-24T10:00:00-03:00', ciencia: VISTO }],
  eventos: [...CASO_ENCAMINHADO.eventos.slice(0, 2), { id: '7', tipo: 'devolucao', em: '2026-11-24T10:00:00-03:00', autor: { papel: 'ouvidoria' }, texto: 'Enviamos você ao órgão que pode apurar.' }],
};

/** About a lawsuit that has a hearing to come and one recorded. */
export const CASO_COM_AUDIENCIA: Caso = {
  ...CASO_ABERTO,
  audiencias: [
    { processo: '0801234-12.2024.8.20.0001', ato: 'Audiência de instrução e julgamento', unidade: 'Vara Única de Acari', em: '2026-12-01T09:30:00-03:00', situacao: 'marcada', url: 'https://tribunal.exemplo.jus.br/audiencia' },
    { processo: '0801234-12.2024.8.20.0001', ato: 'Audiência de conciliação', unidade: 'Vara Única de Acari', em: '2026-10-20T14:00:00-03:00', situacao: 'gravada', url: 'https://tribunal.exemplo.jus.br/gravacao?gravacao=exemplo' },
  ],
};

/** An anonymous report with a dialogue; what the person writes is encrypted. */
export const CASO_ANONIMO: Caso = {
  ...CASO_REGISTRADO,
  especie: 'denuncia',
  estado: 'em-analise',
  modo: 'anonima',
  chaveAge: 'age1exemplo',
  acoes: ['complementar', 'identificar', 'desistir'],
  eventos: [
    { id: '1', tipo: 'registro', em: '2026-11-20T10:05:00-03:00', autor: { papel: 'cidadao' }, cifrado: true },
    { id: '2', tipo: 'analise', em: '2026-11-23T09:00:00-03:00', autor: { papel: 'ouvidoria' }, texto: 'Recebemos sua denúncia. Se puder, diga em que sala isso aconteceu.' },
    {
      id: '3',
      tipo: 'complemento',
      em: '2026-11-23T20:12:00-03:00',
      autor: { papel: 'cidadao' },
      cifrado: true,
      anexos: [{ id: 'anexo-cifrado-de-exemplo-0', nome: 'anexo.age', tipo: 'application/octet-stream', bytes: 90_112, em: '2026-11-23T20:12:00-03:00', papel: 'cidadao', cifrado: true }],
    },
  ],
};
