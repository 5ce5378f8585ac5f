import type { AgendaDaUnidade, AgendamentoEnvio, MensagemEnvio, MudancaAgendamento } from '../../src/contract/agenda.ts';
import type { Caso, Recibo } from '../../src/contract/caso.ts';
import { prazoDoAgendamento } from '../../src/domain/agenda/prazo.ts';
import { horizonte } from '../../src/domain/agenda/vagas.ts';
import { concluirAgendamento as concluir } from '../../src/domain/caso/agendamento.ts';
import { mudarHora, type AtoDoCidadao } from './atos.ts';
import { registrarDe, type Contexto, type NovoRegistro } from './cases.ts';
import type { Court } from './court.ts';
import type { Db } from './database.ts';
import { gravarEventos } from './eventos.ts';
import { ProblemError } from './problems.ts';
import type { AgendamentoGuardado } from './schema.ts';
import { contextoDoDominio, linhasDoCaso, salvarSituacao, situacaoDe } from './situacao.ts';
import { comAgenda, conferirVaga, soltarVaga, tomarVaga, vagasLivres, type ComAgenda } from './vagas.ts';

/** Messages that are kept and answered (Res. CNJ 372/2021, art. 2, § 1), and appointments of the virtual counter (Portaria Conjunta TJRN 38/2021, art. 5, § 1). */

/** Free slots of a unit, from one civil day of it to another. @throws ProblemError as `comAgenda` */
export async function agendaLivre({ db, court, clock }: Contexto, unidadeId: string, { de, ate }: { de?: string | undefined; ate?: string | undefined }): Promise<AgendaDaUnidade> {
  const com = comAgenda(court, unidadeId);
  const { unidade, agenda } = com;
  const agora = clock();
  const todo = horizonte(agenda, agora, court.zone);
  const dias = await vagasLivres(db, court, com, agora, { de, ate });
  const instante = (ms: number): string => court.instante(ms, unidade);
  return {
    unidadeId,
    timezone: agenda.unidade.timezone,
    duracaoMinutos: agenda.config.duracaoMinutos,
    de: de && de > todo.de ? de : todo.de,
    ate: ate && ate < todo.ate ? ate : todo.ate,
    dias: dias.map(({ dia, vagas }) => ({ dia, vagas: vagas.map(({ inicio, fim }) => ({ inicio: instante(inicio), fim: instante(fim) })) })),
  };
}

/** Who the person is goes apart from what they wrote; under sigilo, as a preserved identity does (Portaria Conjunta TJRN 38/2021, art. 6). */
function quemE(envio: Pick<MensagemEnvio, 'nome' | 'contato' | 'identificacao' | 'sigilo'>): Pick<NovoRegistro, 'modo' | 'identidade' | 'email'> {
  const { nome, contato, identificacao, sigilo } = envio;
  return { modo: sigilo ? 'preservada' : 'identificada', identidade: { nome, contato, ...(sigilo && identificacao ? { identificacao } : {}) }, email: contato.email ?? null };
}

/**
 * Registers a message to a unit.
 * @throws ProblemError `unidade-nao-encontrada`, `gabinete-sem-balcao`, `mensagem-indisponivel`, `chave-de-idempotencia-reusada`
 */
export async function enviarMensagem(ctx: Contexto, envio: MensagemEnvio, idemKey: string): Promise<Recibo> {
  const unidade = ctx.court.unidade(envio.unidadeId);
  if (!unidade) throw new ProblemError('unidade-nao-encontrada');
  if (unidade.tipo === 'gabinete') throw new ProblemError('gabinete-sem-balcao');
  if (!unidade.aceitaAssincrono) throw new ProblemError('mensagem-indisponivel');
  const { nome: _, contato: __, identificacao: ___, ...conteudo } = envio;
  return registrarDe(ctx)(
    {
      tipo: 'mensagem',
      envio,
      conteudo,
      texto: envio.texto,
      especie: null,
      assunto: envio.assunto ?? null,
      ...quemE(envio),
      balcao: { unidadeId: unidade.id, prazoRazoavelDias: unidade.prazoRazoavelDias },
    },
    idemKey,
  );
}

/** The hour that is asked for, whether it is free or not. */
function hora(court: Court, { unidade, agenda }: ComAgenda, inicio: number): AgendamentoGuardado {
  return { unidadeId: unidade.id, inicio: court.instante(inicio, unidade), fim: court.instante(inicio + agenda.config.duracaoMinutos * 6e4, unidade), situacao: 'marcado' };
}

/** A registration out of an hour. @param antecedenciaHoras stands in for the notice that the unit asks for */
function registroDaHora(court: Court, com: ComAgenda, inicio: string, antecedenciaHoras?: number): Pick<NovoRegistro, 'tipo' | 'texto' | 'especie' | 'balcao' | 'agendamento' | 'reservar'> {
  const quando = Date.parse(inicio);
  const agendamento = hora(court, com, quando);
  return {
    tipo: 'agendamento',
    // What the receipt vouches for: the hour at the unit.
    texto: `${com.unidade.id} ${agendamento.inicio}`,
    especie: null,
    balcao: { unidadeId: com.unidade.id },
    agendamento,
    reservar: (tx, casoId, agora) => tomarVaga(tx, court, { ...com, inicio: quando, antecedenciaHoras }, casoId, agora),
  };
}

/**
 * Tells early that a slot is not free, so that the many who want one hour do not keep everybody's registrations waiting. What was booked by this key
 * already is let through: it is looked for last, since it may have taken the slot meanwhile.
 */
async function conferirAntes({ db, court, clock, chaves: { segredos } }: Contexto, com: ComAgenda, inicio: string, idemKey: string, antecedenciaHoras?: number): Promise<void> {
  try {
    await conferirVaga(db, court, { ...com, inicio: Date.parse(inicio), antecedenciaHoras }, clock());
  } catch (error) {
    const antes = await db.selectFrom('casos').select('id').where('idem_hash', '=', segredos.mac('idempotencia', 'casos', idemKey)).executeTakeFirst();
    if (!antes) throw error;
  }
}

/**
 * Books a slot.
 * @throws ProblemError `unidade-nao-encontrada`, `gabinete-sem-balcao`, `agenda-indisponivel`, `chave-de-idempotencia-reusada`; `vaga-indisponivel`, with
 * the nearest free slots in its words
 */
export async function agendar(ctx: Contexto, envio: AgendamentoEnvio, idemKey: string): Promise<Recibo> {
  const { nome: _, contato: __, identificacao: ___, inicio, ...conteudo } = envio;
  const com = comAgenda(ctx.court, envio.unidadeId);
  await conferirAntes(ctx, com, inicio, idemKey);
  return registrarDe(ctx)({ ...registroDaHora(ctx.court, com, inicio), envio, conteudo, assunto: envio.assunto ?? null, ...quemE(envio) }, idemKey);
}

/** An appointment that the attendant books for a person, for the rest of a service. */
export interface PedidoDireto {
  unidadeId: string;
  /** Start of a free slot: ISO 8601 with offset. */
  inicio: string;
  nome: string;
  assunto?: string;
  processo?: string;
  /** The same key gives the same appointment, key included. */
  idemKey: string;
}

/** What the person takes away of it: instants in ISO 8601, in the unit's zone. */
export interface MarcadoDireto {
  casoId: number;
  protocolo: string;
  chave: string;
  inicio: string;
  fim: string;
}

/**
 * Books a slot for a person who is being served. Any free slot that has not begun will do, whatever notice the unit asks of others.
 * @throws ProblemError `unidade-nao-encontrada`, `gabinete-sem-balcao`, `agenda-indisponivel`, `vaga-indisponivel` with the nearest free ones in its words
 */
export async function marcarDireto(ctx: Contexto, { idemKey, ...envio }: PedidoDireto): Promise<MarcadoDireto> {
  const { unidadeId, inicio, nome, assunto, processo } = envio;
  const com = comAgenda(ctx.court, unidadeId);
  await conferirAntes(ctx, com, inicio, idemKey, 0);
  const conteudo = { unidadeId, ...(assunto ? { assunto } : {}), ...(processo ? { processo } : {}) };
  const { protocolo, chave } = await registrarDe(ctx)(
    { ...registroDaHora(ctx.court, com, inicio, 0), envio: { ...envio, direto: true }, conteudo, assunto: assunto ?? null, modo: 'identificada', identidade: { nome }, email: null },
    idemKey,
  );
  const caso = await ctx.db.selectFrom('casos').select(['id', 'agendamento']).where('protocolo', '=', protocolo).executeTakeFirstOrThrow();
  const { inicio: comeca, fim } = caso.agendamento!;
  return { casoId: caso.id, protocolo, chave, inicio: comeca, fim };
}

/**
 * Cancels an appointment, or moves it to another free slot under the same protocol.
 * @throws ProblemError `acao-indisponivel` when its hour has come or it was cancelled; `vaga-indisponivel`, and the hour that was booked stays
 */
export function mudarAgendamento(ctx: Contexto, envio: MudancaAgendamento, ato: AtoDoCidadao): Promise<Caso> {
  const { court } = ctx;
  if (envio.acao === 'cancelar') return mudarHora(ctx, ato, () => ({ ato: 'cancelar' }), (tx, { id }) => soltarVaga(tx, id));
  const inicio = Date.parse(envio.inicio);
  return mudarHora(
    ctx,
    ato,
    ({ agendamento, registrado_em }) => {
      const nova = hora(court, comAgenda(court, agendamento!.unidadeId), inicio);
      return { ato: 'remarcar', inicio: nova.inicio, fim: nova.fim, prazo: prazoDoAgendamento(court.dataCivil(registrado_em.getTime()), court.dataCivil(inicio)) };
    },
    (tx, { id, agendamento }, agora) => tomarVaga(tx, court, { ...comAgenda(court, agendamento!.unidadeId), inicio }, id, agora),
  );
}

/**
 * Ends an appointment in the transaction of the service that it led to. One that was cancelled or ended already stays as it is.
 * @param como whether the person was served or did not come
 */
export async function concluirAgendamento(tx: Db, { court }: Pick<Contexto, 'court'>, casoId: number, como: 'atendido' | 'faltou', agora: number): Promise<void> {
  const row = await tx.selectFrom('casos').selectAll().where('id', '=', casoId).forUpdate().executeTakeFirst();
  if (row?.tipo !== 'agendamento') return;
  const situacao = situacaoDe(court, row, await linhasDoCaso(tx, casoId));
  const resultado = concluir(situacao, como, contextoDoDominio(court, agora, row.tipo));
  if (!resultado.ok || !resultado.eventos.length) return;
  await salvarSituacao(tx, casoId, situacao, resultado.situacao, row.versao + 1, agora);
  await gravarEventos(tx, resultado.eventos.map(({ comAnexos: _, ...evento }) => ({ ...evento, casoId, em: agora })));
}
