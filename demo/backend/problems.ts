import { MAX_ANEXO_BYTES, MAX_GRAVACAO_BYTES } from '../../src/config/limits.ts';
import { PROBLEM_BASE, type FieldError, type Problem } from '../../src/contract/problem.ts';

/** Every refusal of this backend: its HTTP status and the words that a citizen or a programmer reads. */
export const PROBLEMAS = {
  'json-invalido': [400, 'O corpo não é um JSON válido', 'Não foi possível ler o que foi enviado.'],
  'parametro-invalido': [400, 'Parâmetro inválido', 'Confira os parâmetros do endereço.'],
  'chave-de-idempotencia-ausente': [400, 'Falta a Idempotency-Key', 'Envie o cabeçalho Idempotency-Key, com 16 a 200 caracteres, um para cada envio: ele permite repetir sem registrar duas vezes.'],
  'ingresso-ausente': [401, 'Falta o ingresso da fila', 'Envie o ingresso no cabeçalho Authorization: Bearer.'],
  'ingresso-invalido': [401, 'Ingresso não reconhecido', 'Este ingresso não existe ou já venceu. Entre na fila de novo.'],
  'acesso-ausente': [401, 'Falta o acesso', 'Entre com a sua conta: envie o token no cabeçalho Authorization: Bearer.'],
  'acesso-invalido': [401, 'Acesso não reconhecido', 'O seu acesso não vale ou já venceu. Entre de novo.'],
  'token-ausente': [401, 'Falta o acesso ao caso', 'Consulte o caso com o protocolo e a chave, e envie o token no cabeçalho Authorization: Bearer.'],
  'token-invalido': [401, 'O acesso ao caso venceu', 'O acesso dura 15 minutos. Consulte o caso de novo com o protocolo e a chave: o que você escreveu não se perde.'],
  'convite-ausente': [401, 'Falta o convite', 'Envie o convite da audiência no cabeçalho Authorization: Bearer.'],
  'convite-invalido': [401, 'Convite não reconhecido', 'Este convite não existe. Abra o endereço que você recebeu, inteiro; se não abrir, peça outro à unidade.'],
  'convite-revogado': [403, 'Este convite não vale mais', 'O convite foi trocado ou cancelado. Fale com a unidade que marcou a audiência.'],
  'convite-vencido': [403, 'Este convite venceu', 'O tempo deste convite acabou. Fale com a unidade que marcou a audiência.'],
  'sala-reservada': [403, 'Sala reservada', 'Esta sala é só do acusado e da sua defesa (Resolução CNJ 105/2010, art. 7º, IV).'],
  'fora-da-audiencia': [403, 'Fora da audiência', 'Você não está mais nesta audiência. Em caso de dúvida, fale com a unidade.'],
  'audiencia-sob-sigilo': [403, 'Audiência sob sigilo', 'Esta audiência não é pública.'],
  'desvelamento-por-outra-pessoa': [403, 'É preciso uma segunda pessoa', 'Quem pede para ver uma identidade preservada não pode autorizar o próprio pedido.'],
  'identidade-preservada': [403, 'Identidade preservada', 'Peça antes para ver a identidade: outra pessoa precisa autorizar.'],
  'desafio-invalido': [403, 'Falta a conta contra robôs', 'Esta página precisa provar, com uma conta feita pelo aparelho, que não é um robô. Tente de novo.'],
  'desafio-vencido': [403, 'A conta contra robôs venceu', 'Passou muito tempo desde que a página foi aberta. Tente de novo: nada do que você escreveu se perdeu.'],
  'gravacao-sigilosa': [403, 'Gravação sob sigilo', 'Esta gravação está sob sigilo. Só as partes, quem as defende e a unidade podem ver. Use a sua chave de acesso.'],
  'chave-gravacao-invalida': [403, 'Chave não reconhecida', 'Esta chave não abre esta gravação: confira o que digitou. Se a chave venceu ou foi cancelada, peça outra à unidade.'],
  'endereco-vencido': [403, 'O endereço do arquivo venceu', 'O endereço de cada arquivo dura 15 minutos. Abra a gravação de novo.'],
  'sem-permissao': [403, 'Sem permissão', 'A sua conta não tem o papel que isto pede.'],
  'equipe-desligada': [404, 'Lado da equipe desligado', 'Este backend não tem um provedor de acesso configurado (ATRIO_OIDC_ISSUER e ATRIO_OIDC_AUDIENCE).'],
  'tus-invalido': [400, 'Envio de arquivo ilegível', 'Este endereço recebe arquivos pelo protocolo tus 1.0; faltou um cabeçalho, ou um deles não está certo.'],
  'nao-encontrado': [404, 'Endereço não encontrado', 'Não há nada neste endereço.'],
  'desafio-desligado': [404, 'Sem conta contra robôs', 'Este tribunal não pede a conta contra robôs.'],
  'unidade-nao-encontrada': [404, 'Unidade não encontrada', 'Não há unidade com este identificador.'],
  'protocolo-nao-encontrado': [404, 'Protocolo ou chave não conferem', 'Não encontramos um registro com este protocolo e esta chave. Confira os dois.'],
  'anexo-nao-encontrado': [404, 'Arquivo não encontrado', 'Este arquivo não está mais no servidor. Anexe de novo.'],
  'caso-nao-encontrado': [404, 'Caso não encontrado', 'Não há caso com este protocolo entre os que a sua conta pode ver.'],
  'desvelamento-nao-encontrado': [404, 'Pedido não encontrado', 'Não há pedido de identidade com este número.'],
  'senha-nao-encontrada': [404, 'Senha não encontrada', 'Não há senha com este número nas filas que a sua conta pode ver.'],
  'convite-nao-encontrado': [404, 'Convite não encontrado', 'Não há convite com este número para as suas unidades.'],
  'audiencia-nao-encontrada': [404, 'Audiência não encontrada', 'Não há audiência com este número nas unidades da sua conta.'],
  'participante-nao-encontrado': [404, 'Participante não encontrado', 'Não há participante com este número nesta audiência.'],
  'sala-equipada-nao-encontrada': [404, 'Sala equipada não encontrada', 'Não há sala equipada com este identificador.'],
  'codigo-nao-encontrado': [404, 'Código não confere', 'Este código não abre nada aqui: confira as letras, ou peça outro à unidade.'],
  'gravacao-nao-encontrada': [404, 'Gravação não encontrada', 'Não há gravação neste endereço. Confira se ele está inteiro.'],
  'gravacao-arquivo-nao-encontrado': [404, 'Arquivo não encontrado', 'Esta gravação não tem este arquivo.'],
  'acesso-gravacao-nao-encontrado': [404, 'Acesso não encontrado', 'Não há acesso com este número nesta gravação.'],
  'metodo-nao-permitido': [405, 'Método não permitido', 'Este endereço não aceita este método.'],
  'chave-de-idempotencia-reusada': [409, 'Idempotency-Key já usada em outro envio', 'Esta chave de idempotência já registrou outro conteúdo. Use uma nova.'],
  'fora-do-horario': [409, 'Fora do horário de atendimento', 'O balcão virtual só atende no horário da unidade.'],
  'gabinete-sem-balcao': [409, 'Gabinete não tem balcão virtual', 'O balcão virtual não atende em gabinetes (Resolução CNJ 372/2021, art. 4º, parágrafo único). Procure a secretaria da unidade.'],
  'video-indisponivel': [409, 'Unidade sem atendimento por vídeo', 'Esta unidade não atende por vídeo. Use os outros canais.'],
  'agenda-indisponivel': [409, 'Unidade sem agenda', 'Esta unidade não marca horário. Use os outros canais.'],
  'mensagem-indisponivel': [409, 'Unidade não recebe mensagens por aqui', 'Esta unidade não recebe mensagens por esta página. Use os outros canais.'],
  'vaga-indisponivel': [409, 'Este horário não está livre', 'Este horário não está livre. Escolha outro.'],
  'aguarde-sua-vez': [409, 'Ainda não é a sua vez', 'A sala abre quando chegar a sua vez.'],
  'ingresso-encerrado': [409, 'Este atendimento já terminou', 'Este ingresso já saiu da fila. Entre de novo.'],
  'senha-de-outro-atendente': [409, 'Senha com outro atendente', 'Esta senha está com outra pessoa da equipe.'],
  'convite-aceito': [409, 'Convite já aceito', 'Um colega já entrou nesta chamada.'],
  'agendamento-fora-da-hora': [409, 'Fora da hora marcada', 'Entre pela hora marcada de 15 minutos antes até 30 minutos depois dela.'],
  'agendamento-indisponivel': [409, 'Este agendamento não vale agora', 'Este agendamento é de outra unidade, foi cancelado ou já foi usado.'],
  'sem-atendimento': [409, 'Ainda não houve atendimento', 'Só se avalia um atendimento que terminou.'],
  'fila-ja-avaliada': [409, 'Atendimento já avaliado', 'O atendimento já foi avaliado. Obrigado.'],
  'sala-fechada': [409, 'A sala ainda não está aberta', 'Aguarde: você será avisado quando puder entrar.'],
  'audiencia-terminada': [409, 'A audiência terminou', 'Esta audiência já terminou, ou foi cancelada.'],
  'audiencia-sem-termo': [409, 'Ainda não há termo', 'O termo fica pronto quando a audiência termina.'],
  'anexo-fora-de-ordem': [409, 'Parte do arquivo fora de ordem', 'O envio parou em outro ponto. Pergunte ao servidor até onde ele tem o arquivo e continue dali.'],
  'tus-versao': [412, 'Versão do tus não aceita', 'Envie Tus-Resumable: 1.0.0.'],
  'versao-antiga': [409, 'O caso mudou', 'Alguém agiu neste caso depois que você o abriu. Abra de novo e confira antes de agir.'],
  'acao-indisponivel': [409, 'Isto não pode ser feito agora', 'A situação do caso não permite este ato agora.'],
  'desvelamento-ja-decidido': [409, 'Pedido já decidido', 'Outra pessoa já decidiu este pedido. Abra a lista de novo.'],
  'sem-identidade-preservada': [409, 'Não há identidade preservada', 'Neste caso não há uma identidade preservada a ver.'],
  'gravacao-arquivo-existe': [409, 'Esta gravação já tem este arquivo', 'Uma gravação é peça dos autos: o que já chegou não é trocado. Se é outra gravação, crie outra.'],
  'corpo-grande': [413, 'Conteúdo grande demais', 'O que foi enviado passa do tamanho máximo.'],
  'anexo-grande': [413, 'Arquivo grande demais', `Cada arquivo pode ter até ${Math.floor(MAX_ANEXO_BYTES / 1024 ** 2)} MB. Escolha um menor, ou divida em partes.`],
  'gravacao-grande': [413, 'Gravação grande demais', `Cada arquivo de gravação pode ter até ${Math.floor(MAX_GRAVACAO_BYTES / 1024 ** 3)} GB.`],
  'gravacao-tipo': [415, 'Formato de gravação não aceito', 'O conteúdo não é de um formato aceito. Vídeo: MP4 ou WebM. Áudio: M4A, MP3, OGG, WAV ou WebM. Legendas: WebVTT.'],
  'anexo-tipo': [415, 'Tipo de arquivo não aceito', 'O conteúdo deste arquivo não é de um tipo aceito. Envie PDF, foto, áudio, vídeo ou texto.'],
  'tipo-nao-suportado': [415, 'Formato não aceito', 'Envie JSON, com Content-Type: application/json.'],
  'dados-invalidos': [422, 'Confira os campos', 'Há campos que precisam de correção.'],
  'anexo-vazio': [422, 'Arquivo vazio', 'Este arquivo não tem nada dentro. Escolha outro.'],
  'anexo-infectado': [422, 'Arquivo perigoso', 'O antivírus do tribunal recusou este arquivo. Ele foi apagado do servidor e não será enviado.'],
  'resumo-nao-confere': [422, 'O arquivo chegou diferente', 'O SHA-256 do que chegou não é o que foi anunciado: nada foi guardado. Envie de novo.'],
  'protocolo-invalido': [422, 'Protocolo com erro de digitação', 'Os números não formam um protocolo: o dígito final não confere. Confira o que está escrito no recibo.'],
  'muitas-tentativas': [429, 'Muitas tentativas', 'Foram muitas tentativas em pouco tempo. Espere um pouco e tente de novo.'],
  'erro-interno': [500, 'Erro no servidor', 'Algo deu errado do nosso lado. Tente de novo: nada será registrado duas vezes.'],
  'emissor-indisponivel': [503, 'Não foi possível conferir o seu acesso', 'O provedor de acesso do tribunal não respondeu. Tente de novo em instantes.'],
  'antivirus-indisponivel': [503, 'Arquivo ainda não conferido', 'O arquivo chegou, mas o antivírus não respondeu. Tente de novo em instantes: nada se perdeu.'],
  'anexos-cheio': [503, 'Sem espaço para arquivos no momento', 'O servidor está sem espaço para novos arquivos. Tente mais tarde, ou envie sem o arquivo.'],
  'banco-indisponivel': [503, 'Serviço indisponível no momento', 'O banco de dados não respondeu. Tente de novo em instantes: nada será registrado duas vezes.'],
} as const satisfies Record<string, readonly [status: number, title: string, detail: string]>;

export type CodigoProblema = keyof typeof PROBLEMAS;

export interface ExtrasProblema {
  detail?: string;
  errors?: FieldError[];
  /** Instant of the next opening, with offset; null when none is in sight. */
  proximaAbertura?: string | null;
  /** Seconds, for `Retry-After`. */
  retryAfter?: number;
  /** Methods, for `Allow`. */
  allow?: readonly string[];
}

/** A refusal on its way to the client. */
export class ProblemError extends Error {
  readonly code: CodigoProblema;
  readonly extras: ExtrasProblema;
  constructor(code: CodigoProblema, extras: ExtrasProblema = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.extras = extras;
  }
}

/** A value that reads well and names nothing that serves. @param pointer of the field, as in `/unidadeId` */
export const invalido = (pointer: string, detail: string): ProblemError => new ProblemError('dados-invalidos', { errors: [{ pointer, code: 'invalido', detail }] });

/** The problem+json answer (RFC 9457). `instance` is the id of the request, which the log carries too. */
export function problemResponse(code: CodigoProblema, requestId: string, extras: ExtrasProblema = {}): Response {
  const [status, title, detail] = PROBLEMAS[code];
  const body: Problem = {
    type: `${PROBLEM_BASE}${code}`,
    title,
    status,
    detail: extras.detail ?? detail,
    instance: `urn:uuid:${requestId}`,
    ...(extras.errors ? { errors: extras.errors } : {}),
    ...(extras.proximaAbertura === undefined ? {} : { proximaAbertura: extras.proximaAbertura }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' });
  if (extras.retryAfter !== undefined) headers.set('Retry-After', String(extras.retryAfter));
  if (extras.allow) headers.set('Allow', extras.allow.join(', '));
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer');
  return new Response(JSON.stringify(body), { status, headers });
}
