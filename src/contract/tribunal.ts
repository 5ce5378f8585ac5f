import * as z from 'zod/mini';
import { DEFAULT_TIMEZONE, MIN_ROOM_NAME } from '../config/limits.ts';
import { endereco } from './endereco.ts';
import { TEMAS_MANIFESTACAO } from './manifestacao.ts';
import { timezone, webUrl, whatsappNumero } from './primitives-tribunal.ts';
import { civilDate, email, linha, linhaOpcional, slug, telefone } from './primitives.ts';

export { endereco, type Endereco } from './endereco.ts';

const describe = (text: string) => z.describe(text);

/** schema.org `OpeningHoursSpecification`; `closes` before `opens` means past midnight. */
export const openingHoursSpecification = z.object({
  '@type': z.optional(z.string()),
  dayOfWeek: z.optional(z.union([z.string(), z.array(z.string())])),
  opens: z.optional(z.string().check(z.regex(/^\d{2}:\d{2}(:\d{2})?$/, 'hora-invalida'))),
  closes: z.optional(z.string().check(z.regex(/^\d{2}:\d{2}(:\d{2})?$/, 'hora-invalida'))),
  validFrom: z.optional(civilDate),
  validThrough: z.optional(civilDate),
});
export type OpeningHoursSpecification = z.infer<typeof openingHoursSpecification>;

/** Public hours: the text of OSM/schema.org opening hours, or a list of schema.org specifications. */
export const hours = z
  .union([z.string().check(z.minLength(1, 'obrigatorio')), z.array(openingHoursSpecification)], 'horario-invalido')
  .check(describe('Horário de atendimento. Texto (Mo-Fr 08:00-14:00; PH off) ou lista de OpeningHoursSpecification.'));
export type Hours = z.infer<typeof hours>;

/** 29 February comes back in leap years, so a day without year is looked for in one. */
const existe = (value: string): boolean => civilDate.safeParse(value.length === 5 ? `2028-${value}` : value).success;

const diaOuData = z
  .string()
  .check(z.regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'dia-invalido'), z.refine(existe, 'dia-invalido'), describe('AAAA-MM-DD, ou MM-DD quando se repete todo ano.'));

/** A holiday or closure of the state, the city or the court. */
export const feriado = z.strictObject({
  data: diaOuData,
  ate: z.optional(diaOuData),
  nome: linha,
  ambito: z.optional(z.enum(['nacional', 'estadual', 'municipal', 'tribunal'])),
  municipios: z.optional(z.array(linha)),
  unidades: z.optional(z.array(slug)),
});
export type Feriado = z.infer<typeof feriado>;

/** Hours other than the usual ones on given days (`10:00-13:00`, or `off`), with the reason shown to the citizen. */
export const horarioExcepcional = z.strictObject({
  de: civilDate,
  ate: z.optional(civilDate),
  hours: z.string().check(z.minLength(1, 'obrigatorio')),
  motivo: linha,
  unidades: z.optional(z.array(slug)),
});
export type HorarioExcepcional = z.infer<typeof horarioExcepcional>;

/** Days the court counts as closed. */
export const calendario = z.strictObject({
  nacionais: z.optional(z.boolean().check(describe('Feriados nacionais. Padrão: sim.'))),
  pontosFacultativos: z.optional(
    z.array(
      z.enum([
        'carnaval',
        'quarta-feira-de-cinzas',
        'quinta-feira-santa',
        'corpus-christi',
        'dia-do-servidor',
        'dia-da-justica',
      ]),
    ),
  ),
  cinzasAte: z.optional(z.string().check(z.regex(/^\d{2}:\d{2}$/, 'hora-invalida'), describe('Hora em que a Quarta-feira de Cinzas abre. Padrão: 14:00.'))),
  lei5010: z.optional(z.boolean().check(describe('Feriados da Justiça Federal (Lei 5.010/1966, art. 62).'))),
  recesso: z.optional(z.boolean().check(describe('Recesso de 20 de dezembro a 6 de janeiro. Padrão: sim.'))),
  feriados: z.optional(z.array(feriado)),
  horariosExcepcionais: z.optional(z.array(horarioExcepcional)),
});
export type Calendario = z.infer<typeof calendario>;

const canalComum = {
  rotulo: linhaOpcional,
  observacao: linhaOpcional,
  guardaForaDoHorario: z.optional(
    z.boolean().check(describe('A mensagem enviada fora do horário fica guardada e será lida? (Portaria 38/2021, art. 4º, § 2º)')),
  ),
};

/** A way to reach a unit (Portaria 38/2021, arts. 2, 4 and 10). */
export const canal = z.discriminatedUnion('tipo', [
  z.strictObject({ tipo: z.literal('telefone'), numero: telefone, ...canalComum }),
  z.strictObject({ tipo: z.literal('whatsapp'), numero: whatsappNumero, mensagem: z.optional(z.string()), ...canalComum }),
  z.strictObject({ tipo: z.literal('email'), endereco: email, ...canalComum }),
  z.strictObject({ tipo: z.literal('chat'), url: webUrl, ...canalComum }),
  z.strictObject({ tipo: z.literal('formulario'), url: webUrl, ...canalComum }),
  z.strictObject({ tipo: z.literal('presencial'), endereco, ...canalComum }),
  z.strictObject({ tipo: z.literal('carta'), endereco, ...canalComum }),
]);
export type Canal = z.infer<typeof canal>;

/** Host name with optional port, no scheme and no path. */
const dominio = z.string().check(
  z.regex(/^(?=.{1,253}$)([a-z0-9-]+\.)*[a-z0-9-]+(:\d{1,5})?$|^\[::1\](:\d{1,5})?$/i, 'dominio-invalido'),
  describe('Domínio do servidor, sem https:// e sem barra. Exemplo: video.tribunal.jus.br'),
);

/** Room name that nobody can guess: letters, digits, hyphen and underscore only, since `?` and `#` would corrupt the address. */
export const sala = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]+$/, 'sala-invalida'), z.minLength(MIN_ROOM_NAME, 'sala-curta'), z.maxLength(120, 'longo-demais'));

/** How the unit meets people by video (Res. 372/2021, art. 2: any adequate tool). */
export const videoConfig = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('jitsi'),
    domain: dominio,
    sala: z.optional(sala),
    lang: z.optional(z.string()),
    inseguroLocal: z.optional(z.boolean().check(describe('Só para demonstração em localhost: usa http em vez de https.'))),
  }),
  z.strictObject({
    provider: z.literal('jaas'),
    appId: z.string().check(z.regex(/^vpaas-magic-cookie-[0-9a-f]+$/, 'jaas-invalido')),
    sala: z.optional(sala),
    lang: z.optional(z.string()),
  }),
  z.strictObject({ provider: z.literal('link'), url: webUrl, nome: linhaOpcional }),
  z.strictObject({ provider: z.literal('whatsapp'), numero: whatsappNumero, mensagem: z.optional(z.string()) }),
]);
export type VideoConfig = z.infer<typeof videoConfig>;

export const TIPOS_UNIDADE = ['vara', 'juizado', 'secretaria', 'turma', 'camara', 'cejusc', 'zona-eleitoral', 'administrativa', 'ouvidoria', 'sic', 'gabinete'] as const;

/** How the queue of a counter works; what a unit does not say is the court's, and what the court does not say is the default. */
export const configFila = z.strictObject({
  chamada: z.optional(
    z.enum(['atendente', 'imediata']).check(describe('Quem abre a sala: o atendente, ao chamar a senha; ou a própria chegada, sem fila de espera. Padrão: atendente, quando o backend tem o acesso da equipe; senão, imediata.')),
  ),
  janelaSegundos: z.optional(z.number().check(z.int(), z.gte(30), z.lte(900), describe('Tempo para a pessoa entrar depois de chamada. Padrão: 120.'))),
  toleranciaSegundos: z.optional(z.number().check(z.int(), z.gte(0), z.lte(900), describe('Segunda chamada, depois da primeira. Padrão: 60.'))),
  recuo: z.optional(z.number().check(z.int(), z.gte(1), z.lte(20), describe('Quantos lugares volta quem não entrou. Padrão: 3.'))),
  faltas: z.optional(z.number().check(z.int(), z.gte(1), z.lte(10), describe('Depois de quantas vezes sem entrar a senha sai da fila. Padrão: 3.'))),
  prioridadesSeguidas: z.optional(
    z.number().check(z.int(), z.gte(0), z.lte(5), describe('Quantas prioridades legais são chamadas para cada pessoa sem prioridade, quando há das duas. Padrão: 2. 0: só ordem de chegada.')),
  ),
  limite: z.optional(z.number().check(z.int(), z.positive(), describe('A partir de quantas pessoas esperando o balcão avisa que está cheio e oferece outros caminhos.'))),
});
export type ConfigFila = z.infer<typeof configFila>;

/** Appointments of a unit. */
export const configAgenda = z.strictObject({
  duracaoMinutos: z.number().check(z.int(), z.gte(5), z.lte(240), describe('Duração de cada atendimento.')),
  vagas: z.optional(z.number().check(z.int(), z.positive(), z.lte(50), describe('Atendimentos ao mesmo tempo. Padrão: 1.'))),
  hours: z.optional(hours.check(describe('Horário da agenda. Padrão: o da unidade.'))),
  antecedenciaHoras: z.optional(z.number().check(z.gte(0), z.lte(720), describe('Com quanta antecedência, no mínimo. Padrão: 2.'))),
  dias: z.optional(z.number().check(z.int(), z.positive(), z.lte(120), describe('Até quantos dias à frente. Padrão: 30.'))),
});
export type ConfigAgenda = z.infer<typeof configAgenda>;

/** A matter that people bring to the counter, and where it is dealt with when that is not here (Portaria 38/2021, arts. 4 and 6). */
export const assuntoBalcao = z.strictObject({
  rotulo: linha,
  /** Unit that deals with it. */
  unidadeId: z.optional(slug),
  /** Page where it is done. */
  url: z.optional(webUrl),
  /** Said before the person goes on. */
  aviso: linhaOpcional,
  /** Deals with a case: its number helps. */
  comProcesso: z.optional(z.boolean()),
  /** Only administrative matter, at the Electoral Justice (Res. CNJ 372/2021, art. 6-A). */
  administrativa: z.optional(z.boolean()),
});
export type AssuntoBalcao = z.infer<typeof assuntoBalcao>;

/** A court unit that serves the public. A `gabinete` may be listed but has no counter (Res. 372/2021, art. 4, sole §). */
export const unidade = z.strictObject({
  id: slug,
  nome: linha,
  tipo: z.enum(TIPOS_UNIDADE),
  comarca: linhaOpcional,
  municipio: linhaOpcional,
  timezone: z.optional(timezone),
  hours: hours,
  especiais: z.optional(z.array(openingHoursSpecification)),
  endereco: z.optional(endereco),
  canais: z.optional(z.array(canal)),
  video: z.optional(videoConfig),
  semVideo: z.optional(z.boolean().check(describe('A unidade não atende por vídeo, mesmo que o tribunal tenha um servidor (Resolução 372/2021, art. 2º, § 1º).'))),
  aceitaAssincrono: z.optional(z.boolean().check(describe('Recebe mensagens com protocolo, respondidas no prazo razoável da unidade.'))),
  prazoRazoavelDias: z.optional(z.number().check(z.int(), z.positive())),
  peticionamentoUrl: z.optional(webUrl),
  fila: z.optional(configFila),
  agenda: z.optional(configAgenda),
  assuntos: z.optional(z.array(assuntoBalcao)),
  materiaAdministrativa: z.optional(z.boolean().check(describe('Justiça Eleitoral: o balcão também atende matéria administrativa (Resolução 372/2021, art. 6º-A). Padrão: não.'))),
  balcaoUrl: z.optional(webUrl.check(describe('Página em que está o balcão desta unidade.'))),
});
export type Unidade = z.infer<typeof unidade>;

const ponteiro = z.string().check(z.regex(/^(\/.*)?$/, 'ponteiro-invalido'));
const envioFormulario = {
  metodo: z.optional(z.enum(['POST', 'PUT'])),
  codificacao: z.enum(['multipart', 'urlencoded', 'json']),
  cabecalhos: z.optional(z.record(z.string(), z.string()).check(describe('Cabeçalhos que vão em todo envio. O arquivo é público: nunca ponha uma senha aqui.'))),
  campos: z.optional(
    z
      .record(ponteiro, z.string())
      .check(describe('Nome de cada campo no servidor, por ponteiro: {"/relato": "mensagem"}. Sem isto, vai o próprio caminho do campo. Um nome vazio não envia o campo.')),
  ),
  fixos: z.optional(z.record(z.string(), z.string()).check(describe('Campos que vão sempre com o mesmo valor.'))),
  protocolo: z.optional(
    z
      .string()
      .check(z.regex(/^[/?]./, 'ponteiro-invalido'), describe('Onde está o protocolo: ponteiro JSON na resposta (/dados/numero), ou parâmetro do endereço para onde o servidor redireciona (?protocolo).')),
  ),
  mensagem: z.optional(ponteiro.check(describe('Ponteiro JSON da frase que a resposta traz para a pessoa.'))),
  erros: z.optional(ponteiro.check(describe('Ponteiro JSON dos erros da resposta, por campo do servidor: {"mensagem": "Escreva mais."}.'))),
  sucesso: z.optional(
    linha.check(describe('Texto que está na resposta, ou no endereço para onde ela redireciona, só quando deu certo. Sem isto, toda resposta 2xx quer dizer que deu certo.')),
  ),
  idempotencia: z.optional(
    z
      .enum(['cabecalho', 'campo'])
      .check(describe('Como vai a Idempotency-Key: num cabeçalho, ou num campo de nome idempotencyKey. Só diga se o servidor não registra duas vezes a mesma chave: sem isto, nada é reenviado sem a pessoa pedir.')),
  ),
};

/** Where submissions go: a server of the contract, or any endpoint that takes a form. */
export const backendConfig = z.discriminatedUnion('tipo', [
  z.strictObject({ tipo: z.literal('atrio'), url: webUrl }),
  z.strictObject({
    tipo: z.literal('formulario'),
    url: webUrl.check(describe('Endereço que recebe o envio.')),
    ...envioFormulario,
    sic: z.optional(z.partial(z.strictObject({ url: webUrl, ...envioFormulario })).check(describe('O que muda nos pedidos de informação: outro endereço, outros nomes de campos.'))),
  }),
]);
export type BackendConfig = z.infer<typeof backendConfig>;
/** The plain form endpoint of the court file. */
export type BackendFormulario = Extract<BackendConfig, { tipo: 'formulario' }>;

/** Terms of use and of treatment of personal data, shown before anything is sent (Res. 432/2021, art. 11). */
export const privacidade = z.strictObject({
  versao: linha,
  url: webUrl,
  resumo: z.optional(z.array(z.string())),
  encarregado: z.optional(z.strictObject({ nome: linhaOpcional, email: z.optional(email) })),
});
export type Privacidade = z.infer<typeof privacidade>;

/** A service desk that is shown with its own place, channels and hours. */
export const servico = z.strictObject({
  unidadeResponsavel: linhaOpcional,
  unidadeId: z.optional(slug),
  endereco: z.optional(endereco),
  hours: z.optional(hours),
  canais: z.optional(z.array(canal)),
  url: z.optional(webUrl),
  assuntos: z.optional(z.array(linha)),
});
export type Servico = z.infer<typeof servico>;

/** A question with its answer, or with the page that has it; shown while a person writes (Res. 432/2021, art. 8, § 2). */
export const perguntaFrequente = z.strictObject({
  pergunta: linha,
  resposta: z.optional(z.string().check(z.maxLength(2000, 'longo-demais'))),
  url: z.optional(webUrl),
  palavras: z.optional(z.array(linha).check(describe('Outras palavras que as pessoas usam para isto.'))),
});
export type PerguntaFrequente = z.infer<typeof perguntaFrequente>;

/** Questions written here, or the address of a JSON file with a list of them. */
const perguntas = z.optional(z.union([z.array(perguntaFrequente), webUrl]));

/** The Ouvidoria: what it takes beside manifestations, and how. */
export const servicoOuvidoria = z.strictObject({
  ...servico.shape,
  perguntas,
  temas: z.optional(
    z
      .array(z.strictObject({ tema: z.enum(TEMAS_MANIFESTACAO), unidadeId: z.optional(slug), canais: z.optional(z.array(canal)) }))
      .check(describe('Serviços que o tribunal atribuiu à Ouvidoria (Resolução 432/2021, art. 5º, §§ 1º a 3º, e art. 17, § 2º), com a unidade que cuida de cada um.')),
  ),
  chaveAge: z.optional(
    z.string().check(z.regex(/^age1[a-z0-9]{58}$/, 'chave-age-invalida'), describe('Chave pública age da Ouvidoria: denúncias anônimas saem cifradas do navegador.')),
  ),
  saidaUrl: z.optional(webUrl.check(describe('Página para onde o botão "Sair agora" leva. Padrão: uma página neutra de busca.'))),
});

/** The SIC. */
export const servicoSic = z.strictObject({
  ...servico.shape,
  perguntas,
  custos: z.optional(linha.check(describe('Quanto custa a cópia em papel. Exemplo: R$ 0,20 por folha.'))),
  autoridadeRecurso: z.optional(linha.check(describe('Quem decide o primeiro recurso.'))),
});

/** How long what is registered is kept, in years after the case ends; then it is made anonymous (Lei 13.709/2018, arts. 15 and 16). */
export const retencao = z.strictObject({
  manifestacaoAnos: z.optional(z.number().check(z.int(), z.positive())),
  pedidoAnos: z.optional(z.number().check(z.int(), z.positive())),
  balcaoAnos: z.optional(z.number().check(z.int(), z.positive(), describe('Mensagens, agendamentos e o que foi combinado no balcão.'))),
});

/** The virtual counter in the whole court. */
export const servicoBalcao = z.strictObject({
  fila: z.optional(configFila),
  agenda: z.optional(configAgenda),
  assuntos: z.optional(z.array(assuntoBalcao).check(describe('Assuntos do menu de todas as unidades; os da unidade vêm antes.'))),
  url: z.optional(webUrl.check(describe('Página em que está o balcão de uma unidade; {id} é o identificador dela. Exemplo: balcao.html?unidade={id}'))),
  diretorioUrl: z.optional(webUrl.check(describe('Página com todas as unidades.'))),
  suportePje: z.optional(
    z.strictObject({ url: z.optional(webUrl), canais: z.optional(z.array(canal)), texto: linhaOpcional }).check(describe('Suporte do PJe: problemas do sistema vão para lá (Portaria 38/2021, art. 6º, parágrafo único).')),
  ),
  conduta: z.optional(z.array(linha).check(describe('Regras de conduta, mostradas antes da chamada.'))),
  condutaUrl: z.optional(webUrl),
  /** Interpreters of Libras come into calls when asked for. */
  libras: z.optional(z.boolean().check(describe('O tribunal tem intérprete de Libras para as chamadas? Padrão: a pessoa pode pedir.'))),
  redeUrl: z.optional(webUrl.check(describe('Endereço que o teste de conexão baixa para medir a rede. Padrão: o próprio backend.'))),
  turn: z.optional(z.array(z.string()).check(describe('Servidores STUN/TURN que o teste de rede experimenta. Exemplo: turns:turn.tribunal.jus.br:443'))),
});
export type ServicoBalcao = z.infer<typeof servicoBalcao>;

/** Hearings by videoconference (Res. CNJ 105/2010). */
export const servicoAudiencias = z.strictObject({
  url: z.optional(webUrl.check(describe('Página que abre os convites das audiências; o convite vai depois do #. Escreva o endereço inteiro.'))),
  gravacoesUrl: z.optional(webUrl.check(describe('Página das gravações de audiência; a gravação vai em ?gravacao=. Escreva o endereço inteiro.'))),
  salas: z.optional(
    z
      .array(z.strictObject({ id: slug, nome: linha, endereco: linhaOpcional, timezone: z.optional(timezone) }))
      .check(describe('Salas equipadas dos fóruns, para quem vai ser ouvido e não está na sede do juízo (Resolução 105/2010, art. 4º).')),
  ),
  orientacoes: z.optional(z.array(linha).check(describe('O que se pede a quem vem a qualquer audiência. Exemplo: tenha um documento com foto.'))),
});
export type ServicoAudiencias = z.infer<typeof servicoAudiencias>;

/** The court file, `tribunal.json`: all that a court tells the kit about itself. */
export const tribunal = z.strictObject({
  $schema: z.optional(z.string()),
  nome: linha,
  sigla: linha,
  ramo: z.enum(['estadual', 'federal', 'trabalho', 'eleitoral', 'militar', 'superior', 'conselho']),
  timezone: z._default(timezone, DEFAULT_TIMEZONE),
  demo: z.optional(z.boolean().check(describe('Tribunal de demonstração: mostra o aviso e aceita servidores públicos de teste.'))),
  calendario: z.optional(calendario),
  canais: z.optional(z.array(canal)),
  video: z.optional(videoConfig),
  peticionamentoUrl: z.optional(webUrl),
  corregedoriaUrl: z.optional(webUrl),
  consultaProcessualUrl: z.optional(webUrl),
  transparenciaUrl: z.optional(webUrl),
  privacidade: z.optional(privacidade),
  balcao: z.optional(servicoBalcao),
  audiencias: z.optional(servicoAudiencias),
  ouvidoria: z.optional(servicoOuvidoria),
  sic: z.optional(servicoSic),
  acompanharUrl: z.optional(webUrl.check(describe('Página em que se acompanha um protocolo. Vai nos avisos por e-mail: escreva o endereço inteiro.'))),
  conferirUrl: z.optional(webUrl.check(describe('Página em que qualquer pessoa confere um comprovante.'))),
  protecao: z.optional(z.strictObject({ altcha: z.optional(z.boolean().check(describe('Pede ao navegador um cálculo antes do envio, contra robôs. Sem terceiros.'))) })),
  retencao: z.optional(retencao),
  backend: z.optional(backendConfig),
  unidades: z._default(z.array(unidade), []),
  textos: z.optional(z.record(z.string(), z.string()).check(describe('Textos próprios, por chave.'))),
});
/** Court file as read, defaults filled in. */
export type Tribunal = z.infer<typeof tribunal>;
/** Court file as a webmaster may write it. */
export type TribunalInput = z.input<typeof tribunal>;
