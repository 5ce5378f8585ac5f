import type { ComplementoEnvio, IdentificacaoEnvio } from '../../src/contract/acoes.ts';
import type { Caso } from '../../src/contract/caso.ts';
import type { AcaoEquipe } from '../../src/contract/tratamento.ts';
import { mudarAgendamento, type AtoAgendamento } from '../../src/domain/caso/agendamento.ts';
import { aplicarCidadao, type AtoCidadao } from '../../src/domain/caso/cidadao.ts';
import { acoesDaEquipe, aplicarEquipe } from '../../src/domain/caso/equipe.ts';
import type { EventoDoCaso, Recusa, Resultado } from '../../src/domain/caso/resultado.ts';
import type { Situacao } from '../../src/domain/caso/situacao.ts';
import type { Ator } from './ator.ts';
import { auditar } from './auditoria.ts';
import { mostrarCaso } from './caso-publico.ts';
import type { Contexto } from './cases.ts';
import type { Db } from './database.ts';
import { gravarEventos } from './eventos.ts';
import { ProblemError } from './problems.ts';
import type { CasoRow } from './schema.ts';
import { iguais, jsonCanonico, sha256 } from './secrets.ts';
import { contextoDoDominio, linhasDoCaso, salvarSituacao, situacaoDe } from './situacao.ts';

/**
 * The single way by which a case changes after it is registered. The row of the case is locked, the domain says what becomes of it, and what it says is
 * written in one transaction with its events, its files and, for the staff, its line of the audit.
 */

/** One act of the staff, as it came. */
export interface AtoEquipe {
  ator: Ator;
  protocolo: string;
  envio: { versao: number; acao: AcaoEquipe; anexos?: string[] | undefined };
  /** The `Idempotency-Key`: the same act sent again is done once. */
  idemKey: string;
}

/** Why an act is refused, in words for whoever tried it. */
const PALAVRAS: Record<Recusa, string> = {
  'encerrado': 'Este caso está encerrado.',
  'ja-respondido': 'Este caso já foi respondido.',
  'sem-pergunta': 'Não há pergunta à espera de resposta neste caso.',
  'pergunta-pendente': 'Há uma pergunta à espera de resposta da pessoa.',
  'ja-prorrogado': 'O prazo já foi prorrogado, e só pode ser uma vez.',
  'prazo-vencido': 'O prazo já terminou: não pode mais ser prorrogado.',
  'sem-prorrogacao': 'A norma não permite prorrogar o prazo deste tipo de caso.',
  'fora-da-unidade': 'O caso não está com uma unidade.',
  'unidade-desconhecida': 'Não há unidade com este identificador.',
  'recurso-indisponivel': 'Este recurso não está aberto agora: já foi usado, o prazo passou ou não há decisão a recorrer.',
  'recurso-pendente': 'Ainda corre o prazo de um recurso, ou há um recurso a decidir.',
  'sem-recurso': 'Não há recurso a decidir.',
  'sem-resposta': 'Este caso ainda não foi respondido.',
  'ja-avaliado': 'O atendimento já foi avaliado. Obrigado.',
  'ja-identificado': 'Este caso já tem identificação.',
  'fundamento-obrigatorio': 'Diga as razões de fato ou de direito do que é negado (Resolução CNJ 215/2015, art. 13, IV).',
  'resultado-indevido': 'Este resultado não cabe neste tipo de caso.',
  'classificacao-indevida': 'Esta classificação não existe.',
  'url-invalida': 'Escreva um endereço que comece com https://.',
  'agendamento-passado': 'O horário marcado já passou.',
  'agendamento-por-vir': 'O horário marcado ainda não chegou.',
  'sem-agendamento': 'Não há horário marcado neste protocolo.',
  'cancele-o-horario': 'Para desistir do horário marcado, cancele o agendamento.',
  'sem-permissao': 'A sua conta não tem o papel que este ato pede neste caso.',
};

/** The refusal on its way to the client. With a field to blame it is that field's. */
function problemaDa({ recusa, campo }: { recusa: Recusa; campo?: string }): ProblemError {
  const detail = PALAVRAS[recusa];
  if (recusa === 'sem-permissao') return new ProblemError('sem-permissao', { detail });
  if (campo) return new ProblemError('dados-invalidos', { errors: [{ pointer: campo, code: recusa, detail }] });
  return new ProblemError('acao-indisponivel', { detail });
}

/** What one act is made of. */
interface Execucao {
  protocolo: string;
  /** Who acts, for idempotency only: one person's key is not another's. */
  quem: string;
  idemKey: string;
  /** What was sent: the same key with another is refused. */
  corpo: unknown;
  /** Version that was on the screen; absent when the act holds whatever happened meanwhile. */
  versao?: number;
  anexos?: readonly string[] | undefined;
  ator?: string;
  aplicar(situacao: Situacao, caso: CasoRow, agora: number): Resultado;
  /** What else is written, before the events. */
  escrever?(tx: Db, caso: CasoRow, versao: number, agora: number): Promise<void>;
}

interface Feito {
  casoId: number;
  versao: number;
}

/** Files go to the event that the act says brings them. */
const comAnexos = (eventos: readonly EventoDoCaso[], anexos: readonly string[] | undefined) =>
  eventos.map(({ comAnexos: leva, ...evento }) => ({ ...evento, ...(leva && anexos ? { anexos } : {}) }));

async function executarUmaVez(ctx: Contexto, ato: Execucao): Promise<Feito> {
  const { db, court, chaves: { segredos }, clock } = ctx;
  const idemHash = segredos.mac('idempotencia', 'atos', ato.protocolo, ato.quem, ato.idemKey);
  const corpoHash = sha256(jsonCanonico(ato.corpo));
  return db.transaction().execute(async (tx) => {
    const caso = await tx.selectFrom('casos').selectAll().where('protocolo', '=', ato.protocolo).forUpdate().executeTakeFirst();
    if (!caso) throw new ProblemError('protocolo-nao-encontrado');
    const antes = await tx.selectFrom('atos').selectAll().where('idem_hash', '=', idemHash).executeTakeFirst();
    if (antes) {
      if (!iguais(antes.corpo_hash, corpoHash)) throw new ProblemError('chave-de-idempotencia-reusada');
      return { casoId: caso.id, versao: antes.versao };
    }
    if (ato.versao !== undefined && ato.versao !== caso.versao) throw new ProblemError('versao-antiga');
    const agora = clock();
    const situacao = situacaoDe(court, caso, await linhasDoCaso(tx, caso.id));
    const resultado = ato.aplicar(situacao, caso, agora);
    if (!resultado.ok) throw problemaDa(resultado);
    const versao = caso.versao + 1;
    await salvarSituacao(tx, caso.id, situacao, resultado.situacao, versao, agora);
    await ato.escrever?.(tx, caso, versao, agora);
    const autoria = ato.ator === undefined ? {} : { ator: ato.ator };
    await gravarEventos(tx, comAnexos(resultado.eventos, ato.anexos).map((evento) => ({ ...evento, ...autoria, casoId: caso.id, em: agora })));
    await tx.insertInto('atos').values({ idem_hash: idemHash, corpo_hash: corpoHash, caso_id: caso.id, versao, em: new Date(agora) }).execute();
    return { casoId: caso.id, versao };
  });
}

/**
 * Does one act of the staff on a case, with its events and its line of the audit, in one transaction.
 * @returns the version of the case after the act
 * @throws ProblemError `protocolo-nao-encontrado` (404), `versao-antiga` and `acao-indisponivel` (409), `chave-de-idempotencia-reusada` (409), `sem-permissao`
 * (403), `dados-invalidos` (422)
 */
export async function executarEquipe(ctx: Contexto, { ator, protocolo, envio, idemKey }: AtoEquipe): Promise<{ versao: number }> {
  const { acao, anexos } = envio;
  const { versao } = await executarUmaVez(ctx, {
    protocolo,
    quem: ator.sub,
    idemKey,
    corpo: envio,
    versao: envio.versao,
    anexos,
    ator: ator.sub,
    aplicar: (situacao, caso, agora) => aplicarEquipe(situacao, acao, ator, contextoDoDominio(ctx.court, agora, caso.tipo)),
    escrever: (tx, caso, depois, agora) =>
      auditar(tx, { ator, acao: `ato-${acao.acao}`, casoId: caso.id, detalhe: { versao: depois, anexos: anexos?.length ?? 0 }, em: new Date(agora) }),
  });
  return { versao };
}

/** What this person of the staff may do on the case now. */
export async function acoesNoCaso({ db, court, clock }: Contexto, ator: Pick<Ator, 'papeis' | 'unidades'>, caso: CasoRow): Promise<string[]> {
  return acoesDaEquipe(situacaoDe(court, caso, await linhasDoCaso(db, caso.id)), ator, contextoDoDominio(court, clock(), caso.tipo));
}

/** An act of the person, as it came, with what was sent. */
export interface AtoDoCidadao {
  protocolo: string;
  idemKey: string;
  /** Name of the call and its body. */
  corpo: readonly [chamada: string, envio: unknown];
  anexos?: readonly string[] | undefined;
}

async function executarCidadao(
  ctx: Contexto,
  { protocolo, idemKey, corpo, anexos }: AtoDoCidadao,
  ato: AtoCidadao | ((situacao: Situacao, caso: CasoRow) => AtoCidadao),
  escrever?: Execucao['escrever'],
): Promise<Caso> {
  const { casoId } = await executarUmaVez(ctx, {
    protocolo,
    quem: 'cidadao',
    idemKey,
    corpo,
    anexos,
    aplicar: (situacao, caso, agora) => aplicarCidadao(situacao, typeof ato === 'function' ? ato(situacao, caso) : ato, contextoDoDominio(ctx.court, agora, caso.tipo)),
    ...(escrever ? { escrever } : {}),
  });
  return mostrarCaso(ctx, casoId);
}

/**
 * More facts, or the answer to the question that waits.
 * @throws ProblemError `acao-indisponivel`; `dados-invalidos` when an encrypted text comes to a case that the Ouvidoria reads in the clear, or the other way round
 */
export function complementar(ctx: Contexto, envio: ComplementoEnvio, ato: AtoDoCidadao): Promise<Caso> {
  return executarCidadao(ctx, ato, (situacao, caso) => {
    if (caso.cifrado !== (envio.cifrado !== undefined)) {
      const [pointer, detail] = caso.cifrado ? ['/texto', 'Este caso é cifrado: o texto precisa sair cifrado do navegador.'] : ['/cifrado', 'Este caso não é cifrado: envie o texto.'];
      throw new ProblemError('dados-invalidos', { errors: [{ pointer: pointer, code: 'cifrado-invalido', detail: detail }] });
    }
    const nome = situacao.estado === 'complementacao-pedida' ? 'responder' : 'complementar';
    return { ato: nome, texto: envio.cifrado ?? envio.texto ?? '', cifrado: caso.cifrado };
  });
}

/** An act of the person that needs nothing but itself. */
export const agir = (ctx: Contexto, acao: AtoCidadao, ato: AtoDoCidadao): Promise<Caso> => executarCidadao(ctx, ato, acao);

/**
 * The person gives their hour back, or takes another under the same protocol.
 * @param fazer what becomes of the hour, out of the case as it is
 * @param reservar takes and gives back places, in the transaction; throws when the slot is not free any more
 */
export async function mudarHora(ctx: Contexto, ato: AtoDoCidadao, fazer: (caso: CasoRow, agora: number) => AtoAgendamento, reservar: (tx: Db, caso: CasoRow, agora: number) => Promise<void>): Promise<Caso> {
  const { casoId } = await executarUmaVez(ctx, {
    ...ato,
    quem: 'cidadao',
    aplicar: (situacao, caso, agora) => {
      const dominio = contextoDoDominio(ctx.court, agora, caso.tipo);
      // Whether the hour can be moved at all comes before which slot is free.
      const pode = mudarAgendamento(situacao, { ato: 'cancelar' }, dominio);
      return pode.ok ? mudarAgendamento(situacao, fazer(caso, agora), dominio) : pode;
    },
    escrever: (tx, caso, _versao, agora) => reservar(tx, caso, agora),
  });
  return mostrarCaso(ctx, casoId);
}

/** An anonymous person says who they are: from here on the case has an identity, in its own table. */
export function identificar(ctx: Contexto, { identificacao }: IdentificacaoEnvio, ato: AtoDoCidadao): Promise<Caso> {
  if (identificacao.modo === 'anonima') throw new ProblemError('dados-invalidos');
  const { modo, contato } = identificacao;
  return executarCidadao(ctx, ato, { ato: 'identificar', modo }, async (tx, caso) => {
    await tx.insertInto('identidades').values({ caso_id: caso.id, dados: JSON.stringify(identificacao), email: contato.email ?? null }).execute();
  });
}

