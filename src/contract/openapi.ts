import * as z from 'zod/mini';
import { MAX_ANEXO_BYTES, MAX_BODY_BYTES } from '../config/limits.ts';
import { avaliacaoEnvio, complementoEnvio, desistenciaEnvio, identificacaoEnvio, meusDados, recursoEnvio } from './acoes.ts';
import { agendamentoEnvio, agendaUnidade, mensagemEnvio, mudancaAgendamento } from './agenda.ts';
import { situacaoAnexo } from './anexo.ts';
import { atoAtendimento, entradaAtendimento, filaAtendimento, meusBalcoes, pausaEnvio } from './atendimento.ts';
import { agendaDaSala, entradaAudiencia, entradaAudienciaEnvio, entradaQuiosque, entradaQuiosqueEnvio, situacaoAudiencia } from './audiencia-convite.ts';
import { atoAudiencia, audienciaEnvio, audienciaEquipe, listaAudiencias, respostaAtoAudiencia, termoAudiencia } from './audiencia-equipe.ts';
import { caso, consultaEnvio, recibo } from './caso.ts';
import { desafio } from './desafio.ts';
import { avaliacaoFila, entradaFila, filaEnvio, resumoFila, senhaFila, situacaoFila } from './fila.ts';
import { acessoGravacaoCriado, acessoGravacaoEnvio, consultaGravacao, gravacao, gravacaoEnvio, listaAcessosGravacao, listaGravacoes, listaVistas, manifestoGravacao, marcasEnvio, sigiloEnvio, TIPOS_GRAVACAO } from './gravacao.ts';
import { jwks, listaUnidades, saude } from './listas.ts';
import { manifestacaoCifradaEnvio, manifestacaoEnvio } from './manifestacao.ts';
import { pedidoEnvio } from './pedido.ts';
import { casoExportado, negativasEmRecurso } from './exportacao.ts';
import { diretorio } from './diretorio.ts';
import { estatisticas, estatisticasBalcao } from './estatisticas.ts';
import { problem } from './problem.ts';
import {
  acaoEquipeEnvio,
  casoTratamento,
  correcaoEnvio,
  correcaoFeita,
  desvelamento,
  desvelamentoDecisao,
  desvelamentoEnvio,
  listaAuditoria,
  listaCasos,
  listaDesvelamentos,
  listaSaida,
} from './tratamento.ts';
import { tribunal, unidade } from './tribunal.ts';

const SCHEMAS = {
  Tribunal: tribunal,
  Unidade: unidade,
  ListaUnidades: listaUnidades,
  ManifestacaoEnvio: manifestacaoEnvio,
  ManifestacaoCifradaEnvio: manifestacaoCifradaEnvio,
  PedidoEnvio: pedidoEnvio,
  Recibo: recibo,
  ConsultaEnvio: consultaEnvio,
  Caso: caso,
  ComplementoEnvio: complementoEnvio,
  RecursoEnvio: recursoEnvio,
  AvaliacaoEnvio: avaliacaoEnvio,
  IdentificacaoEnvio: identificacaoEnvio,
  DesistenciaEnvio: desistenciaEnvio,
  MeusDados: meusDados,
  AgendaDaUnidade: agendaUnidade,
  AgendamentoEnvio: agendamentoEnvio,
  MensagemEnvio: mensagemEnvio,
  MudancaAgendamento: mudancaAgendamento,
  FilaEnvio: filaEnvio,
  SenhaFila: senhaFila,
  SituacaoFila: situacaoFila,
  EntradaFila: entradaFila,
  ResumoFila: resumoFila,
  AvaliacaoFila: avaliacaoFila,
  MeusBalcoes: meusBalcoes,
  FilaAtendimento: filaAtendimento,
  AtoAtendimento: atoAtendimento,
  PausaEnvio: pausaEnvio,
  EntradaAtendimento: entradaAtendimento,
  SituacaoAudiencia: situacaoAudiencia,
  EntradaAudienciaEnvio: entradaAudienciaEnvio,
  EntradaAudiencia: entradaAudiencia,
  AgendaDaSala: agendaDaSala,
  EntradaQuiosqueEnvio: entradaQuiosqueEnvio,
  EntradaQuiosque: entradaQuiosque,
  ListaAudiencias: listaAudiencias,
  AudienciaEnvio: audienciaEnvio,
  AudienciaEquipe: audienciaEquipe,
  AtoAudiencia: atoAudiencia,
  RespostaAtoAudiencia: respostaAtoAudiencia,
  TermoAudiencia: termoAudiencia,
  SituacaoAnexo: situacaoAnexo,
  ListaCasos: listaCasos,
  CasoTratamento: casoTratamento,
  AcaoEquipeEnvio: acaoEquipeEnvio,
  CorrecaoEnvio: correcaoEnvio,
  CorrecaoFeita: correcaoFeita,
  DesvelamentoEnvio: desvelamentoEnvio,
  DesvelamentoDecisao: desvelamentoDecisao,
  Desvelamento: desvelamento,
  ListaDesvelamentos: listaDesvelamentos,
  ListaAuditoria: listaAuditoria,
  CasoExportado: casoExportado,
  NegativasEmRecurso: negativasEmRecurso,
  Desafio: desafio,
  ListaSaida: listaSaida,
  Estatisticas: estatisticas,
  EstatisticasBalcao: estatisticasBalcao,
  Diretorio: diretorio,
  GravacaoEnvio: gravacaoEnvio,
  Gravacao: gravacao,
  ListaGravacoes: listaGravacoes,
  ConsultaGravacao: consultaGravacao,
  MarcasEnvio: marcasEnvio,
  SigiloEnvio: sigiloEnvio,
  AcessoGravacaoEnvio: acessoGravacaoEnvio,
  AcessoGravacaoCriado: acessoGravacaoCriado,
  ListaAcessosGravacao: listaAcessosGravacao,
  ListaVistas: listaVistas,
  ManifestoGravacao: manifestoGravacao,
  Jwks: jwks,
  Saude: saude,
  Problema: problem,
} as const;
type Nome = keyof typeof SCHEMAS;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The schemas as components that refer to each other. */
function componentes(): Record<string, unknown> {
  const registry = z.registry<{ id: string; description?: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: 'input', target: 'draft-2020-12', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]));
}

const PROBLEMAS: Record<number, string> = {
  400: 'O corpo, um parâmetro ou a Idempotency-Key está ausente ou ilegível.',
  401: 'O ingresso, o token ou o acesso está ausente ou não é reconhecido.',
  403: 'A conta não tem o papel que isto pede; a gravação está sob sigilo; num envio, falta a conta contra robôs; ou, numa audiência, a sala não é desta pessoa.',
  404: 'Não encontrado.',
  405: 'O endereço não aceita o método.',
  409: 'O estado atual não permite; `type` diz por quê.',
  412: 'A versão do tus não é a 1.0.0.',
  413: `O corpo passa de ${MAX_BODY_BYTES} bytes, ou o arquivo, de ${MAX_ANEXO_BYTES}.`,
  415: 'O corpo não é application/json, ou o arquivo não é de um tipo aceito.',
  422: 'Há campos a corrigir, cada um com o seu ponteiro em `errors`.',
  429: 'Muitas chamadas: espere os segundos de Retry-After.',
  500: 'Erro do servidor. Repetir é seguro.',
  503: 'O banco de dados ou o provedor de acesso não respondeu. Repetir é seguro.',
};

interface Chamada {
  resumo: string;
  /** Body of the request. */
  corpo?: Nome;
  /** Another body that is taken instead. */
  ou?: Nome;
  /** Answer when all is well; null for none. */
  resposta: Nome | null;
  status?: 200 | 201 | 204;
  parametros?: readonly object[];
  /** Carries an `Idempotency-Key`. */
  cria?: true;
  /** Carries the solution of a challenge, where the court asks for it. */
  desafio?: true;
  /** Carries the ticket's secret. */
  ingresso?: true;
  /** Carries the secret of an invitation to a hearing. */
  convite?: true;
  /** Carries the token that a consultation gave. */
  token?: true;
  /** Carries an access token of the staff. */
  equipe?: true;
  condicional?: true;
  /** Media type of the answer, when it is not JSON alone. */
  midia?: readonly string[];
  /** The body is bytes of a file. */
  bytes?: true;
  /** Media types of such a body, when it is not a part of tus. */
  corpoMidia?: readonly string[];
  /** An access token of the staff is taken, and not needed. */
  equipeOpcional?: true;
  /** The bytes can be asked for in ranges. */
  faixas?: true;
  /** Headers of the answer. */
  cabecalhos?: Readonly<Record<string, string>>;
  erros?: readonly number[];
}

const id = { name: 'id', in: 'path', required: true, description: 'Identificador da unidade.', schema: { type: 'string' } };
const naURL = (name: string, description: string) => ({ name, in: 'query', required: false, description, schema: { type: 'string' } });

const noCabecalho = (name: string, required: boolean, description: string) => ({ name, in: 'header', required, description, schema: { type: 'string' } });
const TUS = noCabecalho('Tus-Resumable', true, 'Sempre `1.0.0`.');
const idDoAnexo = { ...id, description: 'Nome do arquivo no servidor: o fim do Location que a criação deu.' };

const daGravacao = { ...id, description: 'Identificador da gravação: parte do endereço permanente.' };
const doCaso = { ...id, name: 'protocolo', description: 'Protocolo do caso.' };
/** An act of the person on their case. */
const ato = (nome: string, resumo: string, corpo: Nome) => [
  `/v1/protocolos/{protocolo}/${nome}`,
  { post: { resumo: `${resumo}; responde com o caso como ficou`, corpo, resposta: 'Caso', cria: true, token: true, parametros: [doCaso], erros: [404] } satisfies Chamada },
] as const;
const PERIODO = [
  { ...naURL('inicio', 'Primeiro dia, AAAA-MM-DD, no fuso do tribunal.'), required: true },
  { ...naURL('fim', 'Último dia, incluído.'), required: true },
];

const daAudiencia = { ...id, description: 'Identificador da audiência.' };
const daSalaEquipada = { ...id, description: 'Identificador da sala equipada, no arquivo do tribunal.' };

/** Every call of this version. A test holds them equal to the routes of the reference backend. */
const CHAMADAS: Record<string, Partial<Record<'get' | 'post' | 'patch' | 'delete', Chamada>>> = {
  '/v1/tribunal': { get: { resumo: 'Arquivo do tribunal', resposta: 'Tribunal', condicional: true } },
  '/v1/unidades': {
    get: {
      resumo: 'Unidades, em páginas',
      resposta: 'ListaUnidades',
      condicional: true,
      parametros: [naURL('busca', 'Palavras do nome, da comarca, do município ou do tipo, com ou sem acentos.'), naURL('cursor', 'O `proxima` da página anterior.')],
      erros: [400],
    },
  },
  '/v1/unidades/{id}': { get: { resumo: 'Uma unidade', resposta: 'Unidade', condicional: true, parametros: [id], erros: [404] } },
  '/v1/diretorio': {
    get: {
      resumo: 'Todas as unidades, em colunas; ou, com `formato`, em JSON-LD com o vocabulário schema.org (Resolução CNJ 215/2015, art. 6º, II)',
      resposta: 'Diretorio',
      midia: ['application/json', 'application/ld+json'],
      condicional: true,
      parametros: [naURL('formato', '`schema.org`: contatos e horários para máquinas.'), naURL('unidade', 'Com `formato`: só esta unidade.')],
      erros: [400, 404],
    },
  },
  '/v1/manifestacoes': { post: { resumo: 'Registra uma manifestação à Ouvidoria', corpo: 'ManifestacaoEnvio', ou: 'ManifestacaoCifradaEnvio', resposta: 'Recibo', status: 201, cria: true, desafio: true } },
  '/v1/pedidos-informacao': { post: { resumo: 'Registra um pedido de informação ao SIC', corpo: 'PedidoEnvio', resposta: 'Recibo', status: 201, cria: true, desafio: true } },
  '/v1/desafio': { get: { resumo: 'Conta contra robôs (ALTCHA), só onde o arquivo do tribunal tem `protecao: { altcha: true }`', resposta: 'Desafio', erros: [404] } },
  '/v1/unidades/{id}/agenda': {
    get: {
      resumo: 'Horários livres da agenda de uma unidade',
      resposta: 'AgendaDaUnidade',
      parametros: [id, naURL('de', 'Primeiro dia, AAAA-MM-DD, no fuso da unidade. Padrão: hoje.'), naURL('ate', 'Último dia, incluído. Padrão: até onde a agenda vai.')],
      erros: [400, 404, 409],
    },
  },
  '/v1/mensagens': { post: { resumo: 'Deixa uma mensagem para a unidade, respondida no prazo razoável dela (Resolução CNJ 372/2021, art. 2º, § 1º)', corpo: 'MensagemEnvio', resposta: 'Recibo', status: 201, cria: true, desafio: true, erros: [404] } },
  '/v1/agendamentos': { post: { resumo: 'Marca um horário da agenda da unidade', corpo: 'AgendamentoEnvio', resposta: 'Recibo', status: 201, cria: true, desafio: true, erros: [404] } },
  '/v1/protocolos/consulta': {
    post: { resumo: 'Mostra um caso a quem tem o protocolo e a chave', corpo: 'ConsultaEnvio', resposta: 'Caso', erros: [400, 404, 413, 415, 422] },
  },
  ...Object.fromEntries([
    ato('complementos', 'Acrescenta fatos, ou responde à pergunta da equipe', 'ComplementoEnvio'),
    ato('recursos', 'Recorre da decisão, quando o recurso está aberto', 'RecursoEnvio'),
    ato('avaliacao', 'Avalia o atendimento, uma vez, depois da resposta', 'AvaliacaoEnvio'),
    ato('identificacao', 'Diz quem é, num caso que começou anônimo', 'IdentificacaoEnvio'),
    ato('desistencia', 'Desiste do caso', 'DesistenciaEnvio'),
    ato('agendamento', 'Cancela o horário marcado, ou passa para outro', 'MudancaAgendamento'),
  ]),
  '/v1/protocolos/{protocolo}/meus-dados': {
    post: { resumo: 'O que está guardado sobre a pessoa neste caso (Lei 13.709/2018, art. 18)', resposta: 'MeusDados', token: true, parametros: [doCaso], erros: [404] },
  },
  '/v1/protocolos/{protocolo}/anexos/{id}': {
    get: { resumo: 'Um arquivo do caso', resposta: null, midia: ['application/octet-stream'], token: true, parametros: [doCaso, { ...id, description: 'Arquivo, como o caso o lista.' }], erros: [404] },
  },
  '/v1/unidades/{id}/fila': {
    get: { resumo: 'Quantas pessoas esperam no balcão, quanto se espera, e se há outros caminhos', resposta: 'ResumoFila', parametros: [id], erros: [404, 409] },
    post: { resumo: 'Entra na fila do balcão virtual da unidade', corpo: 'FilaEnvio', resposta: 'SenhaFila', status: 201, cria: true, parametros: [id], erros: [404] },
  },
  '/v1/fila': { get: { resumo: 'Situação na fila', resposta: 'SituacaoFila', ingresso: true } },
  '/v1/fila/eventos': {
    get: {
      resumo: 'A situação na fila, agora e a cada mudança: eventos do servidor (SSE), cada um com uma SituacaoFila em `data`; um comentário a cada 15 segundos, enquanto nada muda; termina com o atendimento',
      resposta: 'SituacaoFila',
      midia: ['text/event-stream'],
      ingresso: true,
    },
  },
  '/v1/fila/entrada': { post: { resumo: 'Abre a sala deste ingresso', resposta: 'EntradaFila', ingresso: true, erros: [409] } },
  '/v1/fila/avaliacao': { post: { resumo: 'Avalia o atendimento, uma vez, depois dele', corpo: 'AvaliacaoFila', resposta: null, status: 204, ingresso: true, erros: [409, 413, 415, 422] } },
  '/v1/fila/saida': { post: { resumo: 'Sai da fila ou da sala', resposta: null, status: 204, ingresso: true } },
  '/v1/anexos': {
    post: {
      resumo: 'Começa o envio de um arquivo (tus 1.0: creation, creation-with-upload)',
      resposta: null,
      status: 201,
      bytes: true,
      cabecalhos: { 'Location': 'Onde o envio continua, relativo a este endereço.', 'Upload-Offset': 'Bytes que o servidor já tem.' },
      parametros: [
        TUS,
        noCabecalho('Upload-Length', true, `Tamanho do arquivo em bytes, até ${MAX_ANEXO_BYTES}.`),
        noCabecalho('Upload-Metadata', false, 'Pares do tus: `filename`, o nome em base64, e `cifrado` com o valor `1` em base64 quando o conteúdo está cifrado com a chave age da Ouvidoria.'),
      ],
      erros: [400, 412, 413, 415, 422],
    },
  },
  '/v1/anexos/{id}': {
    get: {
      resumo: 'Situação de um envio; HEAD responde com Upload-Offset e Upload-Length, como no tus',
      resposta: 'SituacaoAnexo',
      parametros: [idDoAnexo],
      erros: [404, 415, 422],
    },
    patch: {
      resumo: 'Envia uma parte do arquivo; a última responde depois que o conteúdo foi conferido',
      resposta: null,
      status: 204,
      bytes: true,
      cabecalhos: { 'Upload-Offset': 'Bytes que o servidor já tem.' },
      parametros: [idDoAnexo, TUS, noCabecalho('Upload-Offset', true, 'Onde a parte começa.')],
      erros: [400, 404, 409, 412, 413, 415, 422],
    },
    delete: { resumo: 'Desiste de um envio que ainda não faz parte de um registro', resposta: null, status: 204, parametros: [idDoAnexo, TUS], erros: [404, 412] },
  },
  '/v1/atendimento/unidades': { get: { resumo: 'Balcões em que a conta atende, convites de colegas e unidades para onde uma senha pode ir', resposta: 'MeusBalcoes', equipe: true } },
  '/v1/atendimento/unidades/{id}/fila': { get: { resumo: 'A fila do balcão, na ordem em que seria chamada, e a senha que está com a conta', resposta: 'FilaAtendimento', equipe: true, parametros: [id], erros: [404, 409] } },
  '/v1/atendimento/unidades/{id}/eventos': {
    get: {
      resumo: 'A fila do balcão, agora e a cada mudança: eventos do servidor (SSE), cada um com uma FilaAtendimento em `data`; um comentário a cada 15 segundos, enquanto nada muda; termina quando o acesso vence',
      resposta: 'FilaAtendimento',
      midia: ['text/event-stream'],
      equipe: true,
      parametros: [id],
      erros: [404, 409],
    },
  },
  '/v1/atendimento/unidades/{id}/acoes': {
    post: { resumo: 'Um ato de quem atende: chamar, chamar de novo, ausente, anotar, transferir, convidar, agendar, encerrar; responde com a fila como ficou', corpo: 'AtoAtendimento', resposta: 'FilaAtendimento', equipe: true, cria: true, parametros: [id], erros: [404] },
  },
  '/v1/atendimento/unidades/{id}/pausa': {
    post: { resumo: 'Pausa o balcão, com o motivo que quem espera vai ler', corpo: 'PausaEnvio', resposta: 'FilaAtendimento', equipe: true, cria: true, parametros: [id], erros: [404] },
  },
  '/v1/atendimento/unidades/{id}/retomada': { post: { resumo: 'Retoma o balcão', resposta: 'FilaAtendimento', equipe: true, cria: true, parametros: [id], erros: [404] } },
  '/v1/atendimento/senhas/{id}/entrada': {
    post: { resumo: 'Sala da senha que está com a conta, para quem modera', resposta: 'EntradaAtendimento', equipe: true, cria: true, parametros: [{ ...id, description: 'Identificador da senha.' }], erros: [404] },
  },
  '/v1/atendimento/convites/{id}/entrada': {
    post: { resumo: 'Sala da chamada de um colega, para quem foi convidado', resposta: 'EntradaAtendimento', equipe: true, cria: true, parametros: [{ ...id, description: 'Número do convite.' }], erros: [404] },
  },
  '/v1/audiencias/convite': { get: { resumo: 'A audiência de um convite: o que é, quando, quem estará nela, e que salas se abrem para a pessoa', resposta: 'SituacaoAudiencia', convite: true } },
  '/v1/audiencias/convite/eventos': {
    get: {
      resumo: 'A mesma coisa, agora e a cada mudança: eventos do servidor (SSE), cada um com uma SituacaoAudiencia em `data`; um comentário a cada 15 segundos, enquanto nada muda',
      resposta: 'SituacaoAudiencia',
      midia: ['text/event-stream'],
      convite: true,
    },
  },
  '/v1/audiencias/convite/chegada': { post: { resumo: 'Chega à sala de espera; repetir não muda nada', resposta: 'SituacaoAudiencia', convite: true, erros: [409] } },
  '/v1/audiencias/convite/entrada': {
    post: { resumo: 'Abre uma sala a esta pessoa, por alguns minutos: a da audiência, a da entrevista reservada ou a linha entre os defensores (Resolução CNJ 105/2010, art. 7º)', corpo: 'EntradaAudienciaEnvio', resposta: 'EntradaAudiencia', convite: true, erros: [400, 409, 413, 415, 422] },
  },
  '/v1/audiencias/convite/saida': { post: { resumo: 'Sai da sala de espera; numa sala equipada, termina a visita', resposta: null, status: 204, convite: true } },
  '/v1/audiencias/salas/{id}': { get: { resumo: 'As audiências de hoje de uma sala equipada, sem dado de ninguém (Resolução CNJ 105/2010, art. 4º)', resposta: 'AgendaDaSala', parametros: [daSalaEquipada], erros: [404] } },
  '/v1/audiencias/salas/{id}/entrada': {
    post: { resumo: 'Troca o código que a secretaria leu pelo convite desta visita', corpo: 'EntradaQuiosqueEnvio', resposta: 'EntradaQuiosque', parametros: [daSalaEquipada], erros: [400, 404, 413, 415, 422] },
  },
  '/v1/audiencias': {
    get: {
      resumo: 'Audiências das unidades da conta, na ordem da hora',
      resposta: 'ListaAudiencias',
      equipe: true,
      parametros: [naURL('dia', 'Só deste dia, AAAA-MM-DD, no fuso da unidade. Padrão: de hoje em diante.'), naURL('unidade', 'Só desta unidade.'), naURL('cursor', 'O `proxima` da página anterior.')],
      erros: [400],
    },
    post: { resumo: 'Marca uma audiência', corpo: 'AudienciaEnvio', resposta: 'AudienciaEquipe', status: 201, equipe: true, cria: true, erros: [404] },
  },
  '/v1/audiencias/{id}': { get: { resumo: 'Uma audiência, como a veem o juiz e quem a secretaria', resposta: 'AudienciaEquipe', equipe: true, parametros: [daAudiencia], erros: [404] } },
  '/v1/audiencias/{id}/eventos': {
    get: {
      resumo: 'A audiência, agora e a cada mudança: eventos do servidor (SSE), cada um com uma AudienciaEquipe em `data`; um comentário a cada 15 segundos, enquanto nada muda; termina quando o acesso vence',
      resposta: 'AudienciaEquipe',
      midia: ['text/event-stream'],
      equipe: true,
      parametros: [daAudiencia],
      erros: [404],
    },
  },
  '/v1/audiencias/{id}/acoes': {
    post: { resumo: 'Um ato do juiz ou da secretaria: convidar, admitir, chamar, abrir a entrevista reservada, iniciar, gravar, marcar, suspender, encerrar…; responde com a audiência como ficou', corpo: 'AtoAudiencia', resposta: 'RespostaAtoAudiencia', equipe: true, cria: true, parametros: [daAudiencia], erros: [404] },
  },
  '/v1/audiencias/{id}/entrada': {
    post: { resumo: 'A sala da audiência, para quem a conduz; as reservadas não se abrem a ninguém da equipe', corpo: 'EntradaAudienciaEnvio', resposta: 'EntradaAudiencia', equipe: true, cria: true, parametros: [daAudiencia], erros: [404] },
  },
  '/v1/audiencias/{id}/termo': { get: { resumo: 'O termo do que aconteceu, depois que a audiência terminou', resposta: 'TermoAudiencia', equipe: true, parametros: [daAudiencia], erros: [404, 409] } },
  '/v1/tratamento/casos': {
    get: {
      resumo: 'Casos que a conta pode ver, os que vencem antes primeiro',
      resposta: 'ListaCasos',
      equipe: true,
      parametros: [
        naURL('estado', 'Uma ou mais situações, separadas por vírgula.'),
        naURL('tipo', '`manifestacao`, `pedido-informacao`, `mensagem` ou `agendamento`.'),
        naURL('unidade', 'Identificador da unidade.'),
        naURL('atrasado', '`true`: vencidos e sem resposta.'),
        naURL('busca', 'Parte do protocolo.'),
        naURL('cursor', 'O `proxima` da página anterior.'),
      ],
      erros: [400],
    },
  },
  '/v1/tratamento/casos/{protocolo}': { get: { resumo: 'Um caso, como a conta pode vê-lo', resposta: 'CasoTratamento', equipe: true, parametros: [doCaso], erros: [404] } },
  '/v1/tratamento/casos/{protocolo}/acoes': {
    post: { resumo: 'Um ato da equipe no caso', corpo: 'AcaoEquipeEnvio', resposta: 'CasoTratamento', equipe: true, cria: true, parametros: [doCaso], erros: [404] },
  },
  '/v1/tratamento/casos/{protocolo}/correcao': {
    post: { resumo: 'Corrige os dados da pessoa, a pedido dela (LGPD, art. 18, III)', corpo: 'CorrecaoEnvio', resposta: 'CorrecaoFeita', equipe: true, parametros: [doCaso], erros: [400, 404, 409, 413, 415, 422] },
  },
  '/v1/tratamento/casos/{protocolo}/anexos/{id}': {
    get: { resumo: 'Baixa um arquivo do caso', resposta: null, status: 200, midia: ['application/octet-stream'], equipe: true, parametros: [doCaso, idDoAnexo], erros: [404] },
  },
  '/v1/tratamento/casos/{protocolo}/desvelamento': {
    post: { resumo: 'Pede para ver uma identidade preservada', corpo: 'DesvelamentoEnvio', resposta: 'Desvelamento', status: 201, equipe: true, parametros: [doCaso], erros: [400, 404, 409, 413, 415, 422] },
  },
  '/v1/tratamento/desvelamentos': { get: { resumo: 'Pedidos que esperam uma segunda pessoa', resposta: 'ListaDesvelamentos', equipe: true } },
  '/v1/tratamento/desvelamentos/{id}/decisao': {
    post: {
      resumo: 'Autoriza ou recusa ver a identidade; nunca quem pediu',
      corpo: 'DesvelamentoDecisao',
      resposta: 'Desvelamento',
      equipe: true,
      parametros: [{ ...id, description: 'Número do pedido.' }],
      erros: [400, 404, 409, 413, 415, 422],
    },
  },
  '/v1/tratamento/auditoria': {
    get: {
      resumo: 'Quem da equipe fez o quê, do mais novo ao mais antigo',
      resposta: 'ListaAuditoria',
      equipe: true,
      parametros: [naURL('protocolo', 'Só deste caso.'), naURL('cursor', 'O `proxima` da página anterior.')],
      erros: [400],
    },
  },
  '/v1/tratamento/saida': {
    get: {
      resumo: 'Avisos por e-mail que saíram ou esperam, do mais novo ao mais antigo, sem o endereço',
      resposta: 'ListaSaida',
      equipe: true,
      parametros: [naURL('estado', '`pendente`, `enviada` ou `desistida`.'), naURL('cursor', 'O `proxima` da página anterior.')],
      erros: [400],
    },
  },
  '/v1/tratamento/exportacao': {
    get: { resumo: 'Casos registrados no período, um por linha (JSON Lines), sem quem são as pessoas', resposta: 'CasoExportado', midia: ['application/jsonl'], equipe: true, parametros: PERIODO, erros: [400] },
  },
  '/v1/tratamento/relatorio': {
    get: {
      resumo: 'Relatório de atividades do período (Resolução CNJ 432/2021, art. 5º, VIII): por Accept, CSV ou página para imprimir',
      resposta: null,
      status: 200,
      midia: ['text/csv', 'text/html'],
      equipe: true,
      parametros: [naURL('servico', '`ouvidoria`, o padrão, ou `sic`.'), ...PERIODO],
      erros: [400],
    },
  },
  '/v1/tratamento/negativas-em-recurso': {
    get: {
      resumo: 'Decisões do mês que negaram acesso em recurso (Resolução CNJ 215/2015, art. 19), em JSON ou, por Accept, em CSV',
      resposta: 'NegativasEmRecurso',
      midia: ['application/json', 'text/csv'],
      equipe: true,
      parametros: [{ ...naURL('mes', 'Mês, como 2026-10.'), required: true }],
      erros: [400],
    },
  },
  '/v1/gravacoes': {
    get: {
      resumo: 'Gravações de um processo, sem sigilo; com acesso da equipe, também as da unidade',
      resposta: 'ListaGravacoes',
      equipeOpcional: true,
      parametros: [{ ...naURL('processo', 'Número do processo (Resolução CNJ 65/2008), com ou sem pontuação.'), required: true }],
      erros: [400],
    },
    post: { resumo: 'Registra uma gravação; os arquivos vêm depois, um de cada vez', corpo: 'GravacaoEnvio', resposta: 'Gravacao', status: 201, equipe: true, cria: true },
  },
  '/v1/gravacoes/{id}': {
    get: {
      resumo: 'Uma gravação, neste endereço para sempre (Resolução CNJ 105/2010, art. 1º, § 2º, II), com endereços dos arquivos que duram 15 minutos; sob sigilo, só para a equipe da unidade',
      resposta: 'Gravacao',
      equipeOpcional: true,
      parametros: [daGravacao, naURL('vista', 'O `vista` da resposta anterior, quando é a mesma pessoa que continua.')],
      erros: [403, 404],
    },
  },
  '/v1/gravacoes/{id}/consulta': {
    post: { resumo: 'A gravação sob sigilo, para quem recebeu da unidade uma chave de acesso', corpo: 'ConsultaGravacao', resposta: 'Gravacao', parametros: [daGravacao], erros: [400, 403, 404, 413, 415, 422] },
  },
  '/v1/gravacoes/{id}/arquivos/{variante}': {
    get: {
      resumo: 'Os bytes de um arquivo, pelo endereço assinado que a gravação deu; `manifesto` é o manifesto assinado (JWS compacto de um ManifestoGravacao)',
      resposta: null,
      status: 200,
      midia: [...Object.values(TIPOS_GRAVACAO).flat(), 'application/jose'],
      condicional: true,
      faixas: true,
      parametros: [
        daGravacao,
        { ...id, name: 'variante', description: '`video`, `audio`, `legendas` ou `manifesto`.' },
        { ...naURL('ate', 'Instante em que o endereço vence.'), required: true },
        naURL('vista', 'Número da vista, sob sigilo.'),
        naURL('baixar', '`1`: como arquivo para guardar.'),
        { ...naURL('ass', 'Assinatura do endereço.'), required: true },
        noCabecalho('Range', false, 'Uma faixa de bytes.'),
        noCabecalho('If-Range', false, 'ETag: a faixa só vale se o arquivo é o mesmo.'),
      ],
      erros: [403, 404],
    },
    post: {
      resumo: 'Envia um arquivo da gravação, num corpo só; o SHA-256 é calculado enquanto ele chega, e o manifesto é assinado de novo. O que já chegou não é trocado',
      resposta: null,
      status: 204,
      bytes: true,
      corpoMidia: Object.values(TIPOS_GRAVACAO).flat(),
      equipe: true,
      parametros: [daGravacao, { ...id, name: 'variante', description: '`video`, `audio` ou `legendas`.' }, noCabecalho('Repr-Digest', false, '`sha-256=:…:` (RFC 9530): se o que chegou tem outro resumo, é recusado; repetir o mesmo arquivo é aceito.')],
      erros: [409, 413, 415, 422],
    },
  },
  '/v1/gravacoes/{id}/marcas': { post: { resumo: 'Muda o índice da gravação', corpo: 'MarcasEnvio', resposta: null, status: 204, equipe: true, parametros: [daGravacao], erros: [400, 413, 415, 422] } },
  '/v1/gravacoes/{id}/sigilo': { post: { resumo: 'Decreta ou levanta o sigilo da gravação, com o motivo', corpo: 'SigiloEnvio', resposta: null, status: 204, equipe: true, parametros: [daGravacao], erros: [400, 413, 415, 422] } },
  '/v1/gravacoes/{id}/acessos': {
    get: { resumo: 'Quem recebeu chave de acesso', resposta: 'ListaAcessosGravacao', equipe: true, parametros: [daGravacao] },
    post: { resumo: 'Dá a uma pessoa uma chave de acesso, mostrada uma vez', corpo: 'AcessoGravacaoEnvio', resposta: 'AcessoGravacaoCriado', status: 201, equipe: true, cria: true, parametros: [daGravacao] },
  },
  '/v1/gravacoes/{id}/acessos/{acesso}/revogacao': { post: { resumo: 'Cancela uma chave de acesso, e os endereços que ela já deu', resposta: null, status: 204, equipe: true, parametros: [daGravacao, { ...id, name: 'acesso', description: 'Número do acesso.' }] } },
  '/v1/gravacoes/{id}/vistas': {
    get: { resumo: 'Quem viu a gravação sob sigilo, e quando, do mais novo ao mais antigo', resposta: 'ListaVistas', equipe: true, parametros: [daGravacao, naURL('cursor', 'O `proxima` da página anterior.')], erros: [400] },
  },
  ...Object.fromEntries(
    [
      ['ouvidoria', 'Números da Ouvidoria (Resolução CNJ 432/2021, arts. 5º, VII, e 15, II)'],
      ['sic', 'Números do SIC (Resolução CNJ 215/2015, arts. 6º, § 4º, e 41, III)'],
      ['balcao', 'Números do Balcão Virtual (Resolução CNJ 215/2015, art. 6º, § 4º), por unidade e por mês'],
    ].map(([servico, resumo]): [string, { get: Chamada }] => [
      `/v1/estatisticas/${servico!}`,
      {
        get: {
          resumo: `${resumo!}, em JSON ou, por Accept, em CSV: meses inteiros, contados no fuso do tribunal`,
          resposta: servico === 'balcao' ? 'EstatisticasBalcao' : 'Estatisticas',
          midia: ['application/json', 'text/csv'],
          condicional: true,
          parametros: [
            naURL('inicio', 'Data AAAA-MM-DD do primeiro mês. Padrão: onze meses antes do último.'),
            naURL('fim', 'Data AAAA-MM-DD do último mês. Padrão: hoje.'),
            naURL('formato', '`csv` ou `json`: a resposta vem como arquivo para salvar.'),
          ],
          erros: [400],
        },
      },
    ]),
  ),
  '/.well-known/jwks.json': { get: { resumo: 'Chaves públicas que conferem os recibos', resposta: 'Jwks', condicional: true } },
  '/openapi.json': { get: { resumo: 'Este documento', resposta: null, status: 200, condicional: true } },
  '/saude': { get: { resumo: 'Saúde do serviço e do banco de dados', resposta: 'Saude' } },
};

const DATE = { Date: { description: 'Relógio em que os elementos confiam.', schema: { type: 'string' } } };

/** Schema of an answer: of text that is no JSON only that it is text. */
const esquemaDe = (chamada: Chamada, midia: string): object =>
  midia === 'application/ld+json' ? { type: 'object' } : /json/.test(midia) ? (chamada.resposta ? ref(chamada.resposta) : { type: 'object' }) : midia.startsWith('text/') ? { type: 'string' } : {};

function operacao(chamada: Chamada): Record<string, unknown> {
  const status = chamada.status ?? 200;
  const erros = new Set([...(chamada.erros ?? []), ...(chamada.cria ? [400, 409, 413, 415, 422] : []), ...(chamada.ingresso || chamada.token ? [401] : []), ...(chamada.convite ? [401, 403] : []), ...(chamada.desafio ? [403] : []), ...(chamada.equipe ? [401, 403, 404] : []), ...(chamada.equipeOpcional ? [401] : []), 429, 500, 503]);
  const parametros = [
    ...(chamada.parametros ?? []),
    ...(chamada.desafio ? [noCabecalho('Altcha', false, 'Solução do desafio, em base64, onde o tribunal pede.')] : []),
    ...(chamada.cria
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description: 'Uma por envio, de 16 a 200 caracteres. Repetir com a mesma chave e o mesmo corpo dá a mesma resposta; com outro corpo, 409.',
            schema: { type: 'string', minLength: 16, maxLength: 200 },
          },
        ]
      : []),
  ];
  return {
    summary: chamada.resumo,
    ...(parametros.length ? { parameters: parametros } : {}),
    ...(chamada.ingresso ? { security: [{ ingresso: [] }] } : {}),
    ...(chamada.convite ? { security: [{ convite: [] }] } : {}),
    ...(chamada.token ? { security: [{ token: [] }] } : {}),
    ...(chamada.equipe ? { security: [{ equipe: [] }] } : {}),
    ...(chamada.equipeOpcional ? { security: [{}, { equipe: [] }] } : {}),
    ...(chamada.bytes ? { requestBody: { content: Object.fromEntries((chamada.corpoMidia ?? ['application/offset+octet-stream']).map((midia) => [midia, { schema: { type: 'string', format: 'binary' } }])) } } : {}),
    ...(chamada.corpo ? { requestBody: { required: true, content: { 'application/json': { schema: chamada.ou ? { anyOf: [ref(chamada.corpo), ref(chamada.ou)] } : ref(chamada.corpo) } } } } : {}),
    responses: {
      [status]: {
        description: chamada.resumo,
        headers: { ...DATE, ...Object.fromEntries(Object.entries(chamada.cabecalhos ?? {}).map(([name, description]) => [name, { description, schema: { type: 'string' } }])) },
        ...(status === 204 || chamada.bytes ? {} : { content: Object.fromEntries((chamada.midia ?? ['application/json']).map((midia) => [midia, { schema: esquemaDe(chamada, midia) }])) }),
      },
      ...(chamada.faixas ? { 206: { description: 'A faixa pedida em Range.' }, 416: { description: 'Nada do que Range pede está no arquivo.' } } : {}),
      ...(chamada.condicional ? { 304: { description: 'Não mudou desde o ETag de If-None-Match.' } } : {}),
      ...Object.fromEntries([...erros].map((code) => [code, { $ref: `#/components/responses/Problema${code}` }])),
    },
  };
}

/**
 * The HTTP contract as an OpenAPI 3.1 document, made from the schemas.
 * @param versao version of the kit
 */
export function openapiDocument(versao: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Átrio: contrato HTTP (v1)',
      version: versao,
      description:
        'Nomes em português, JSON em camelCase. Instantes: ISO 8601 com fuso. Datas: AAAA-MM-DD. Erros: application/problem+json (RFC 9457). Segredos (chave, ingresso, token) só no corpo ou em Authorization.',
    },
    paths: Object.fromEntries(
      Object.entries(CHAMADAS).map(([path, metodos]) => [path, Object.fromEntries(Object.entries(metodos).map(([metodo, chamada]) => [metodo, operacao(chamada)]))]),
    ),
    components: {
      schemas: componentes(),
      responses: Object.fromEntries(
        Object.entries(PROBLEMAS).map(([code, description]) => [
          `Problema${code}`,
          {
            description,
            ...(code === '429' || code === '503' ? { headers: { 'Retry-After': { description: 'Segundos.', schema: { type: 'integer' } } } } : {}),
            content: { 'application/problem+json': { schema: ref('Problema') } },
          },
        ]),
      ),
      securitySchemes: { ingresso: { type: 'http', scheme: 'bearer', description: 'O `ingresso` que a entrada na fila deu.' }, convite: { type: 'http', scheme: 'bearer', description: 'O segredo do convite pessoal de uma audiência.' }, token: { type: 'http', scheme: 'bearer', description: 'O `token` que a consulta deu: vale 15 minutos.' }, equipe: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Token de acesso (OIDC) de quem é da equipe.' } },
    },
  };
}
