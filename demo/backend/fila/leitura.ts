import { sql, type RawBuilder } from 'kysely';
import type { EstadoDaSenha, FimDaSenha, SituacaoFila } from '../../../src/contract/fila.ts';
import { nomeDoAtendente } from '../../../src/domain/fila/atendente.ts';
import { ATENDIMENTOS_RECENTES, estimar, type BaseDaEstimativa } from '../../../src/domain/fila/estimativa.ts';
import type { Contagens } from '../../../src/domain/fila/ordem.ts';
import type { Db } from '../database.ts';
import { PRESENTE_MS } from './presenca.ts';
import { abreNaHora, regraDaFila } from './regra.ts';
import { retornoDaSenha } from './retorno.ts';
import type { ContextoFila } from './tipos.ts';

/** A ticket as it is read to be shown to its holder. Instants in epoch milliseconds. */
export interface SenhaLida {
  id: number;
  unidadeId: string;
  numero: number;
  estado: EstadoDaSenha;
  classe: number;
  ordem: number;
  entrou: number;
  vez: number | null;
  ate: number | null;
  faltas: number;
  de: string | null;
  motivo: string | null;
  atendente: string | null;
  saiu: number | null;
  fim: FimDaSenha | null;
  protocolo: string | null;
  combinado: string | null;
  comRetorno: boolean;
  avaliada: boolean;
  visto: number | null;
}

const ms = (coluna: RawBuilder<unknown>) => sql`extract(epoch from ${coluna}) * 1000`;

/** A row of `fila f` as the JSON of a `SenhaLida`. */
export const SENHA_LIDA = sql<SenhaLida>`json_build_object(
  'id', f.id, 'unidadeId', f.unidade_id, 'numero', f.numero, 'estado', f.estado, 'classe', f.classe, 'ordem', f.ordem, 'entrou', ${ms(sql`f.entrou_em`)},
  'vez', f.vez, 'ate', ${ms(sql`f.chamada_ate`)}, 'faltas', f.faltas, 'de', f.transferida_de, 'motivo', f.transferida_motivo, 'atendente', f.atendente_nome,
  'saiu', ${ms(sql`f.saiu_em`)}, 'fim', f.fim, 'protocolo', f.protocolo, 'combinado', f.combinado, 'comRetorno', f.retorno_id is not null,
  'avaliada', exists (select 1 from avaliacoes_fila a where a.fila_id = f.id), 'visto', ${ms(sql`f.visto_em`)})`;

/** The counter of a unit, as far as who waits is told of it. */
export interface BalcaoLido extends BaseDaEstimativa {
  /** Legal priorities called since the last common ticket. */
  seguidas: number;
  pausa: { motivo: string; ate: number | null } | null;
}

interface LinhaDoBalcao {
  seguidas: number | null;
  pausa: { motivo: string | null; ate: number | null } | null;
  duracoes: number[] | null;
  atendentes: number;
}

/** What is read of a counter, as JSON; `unidade` is an expression for its id. */
export const balcaoLido = (unidade: RawBuilder<unknown>, agora: number): RawBuilder<LinhaDoBalcao> => sql<LinhaDoBalcao>`json_build_object(
  'seguidas', (select b.seguidas from balcoes b where b.unidade_id = ${unidade}),
  'pausa', (select json_build_object('motivo', b.pausa_motivo, 'ate', ${ms(sql`b.pausa_ate`)}) from balcoes b where b.unidade_id = ${unidade} and b.pausado_em is not null),
  'duracoes', (
    select json_agg(d.ms order by d.saiu_em desc) from (
      select ${ms(sql`(e.saiu_em - e.atendido_em)`)} as ms, e.saiu_em from fila e
      where e.unidade_id = ${unidade} and e.estado = 'encerrada' and e.fim = 'atendida' and e.atendido_em is not null
      order by e.saiu_em desc limit ${ATENDIMENTOS_RECENTES}
    ) d),
  'atendentes', (select count(*) from presencas p where p.unidade_id = ${unidade} and p.visto_em > ${new Date(agora - PRESENTE_MS)}))`;

/** A counter that is paused has nobody, whoever sits at it. */
export function comoBalcao({ seguidas, pausa, duracoes, atendentes }: LinhaDoBalcao): BalcaoLido {
  return {
    seguidas: seguidas ?? 0,
    pausa: pausa && { motivo: pausa.motivo ?? '', ate: pausa.ate },
    duracoes: duracoes ?? [],
    atendentes: pausa ? 0 : atendentes,
  };
}

/** The counter of a unit now: what the estimates of its queue rest on. */
export async function lerBalcao({ db, clock }: Pick<ContextoFila, 'db' | 'clock'>, unidadeId: string): Promise<BalcaoLido> {
  const { rows } = await sql<{ balcao: LinhaDoBalcao }>`select ${balcaoLido(sql`${unidadeId}::text`, clock())} as balcao`.execute(db);
  return comoBalcao(rows[0]!.balcao);
}

/** A ticket with its counter, and who waits ahead of it, counted. */
export interface Leitura {
  senha: SenhaLida;
  balcao: BalcaoLido;
  contagens: Contagens;
}

/** Reads one ticket in one statement, whatever the length of the queue. @param qual condition on `fila f` */
export async function lerSenha(db: Db, qual: RawBuilder<unknown>, agora: number): Promise<Leitura | undefined> {
  const antes = sql`(g.ordem, g.id) < (f.ordem, f.id)`;
  const { rows } = await sql<{ senha: SenhaLida; balcao: LinhaDoBalcao } & Contagens>`
    select ${SENHA_LIDA} as senha, ${balcaoLido(sql`f.unidade_id`, agora)} as balcao, c.*
    from fila f
    cross join lateral (
      select
        count(*) filter (where g.classe = 0 and (f.classe <> 0 or ${antes})) as agendadas,
        count(*) filter (where g.classe in (1, 2) and (f.classe = 3 or g.classe < f.classe or (g.classe = f.classe and ${antes}))) as prioridades,
        count(*) filter (where g.classe = 3 and (f.classe <> 3 or ${antes})) as comuns,
        count(*) filter (where g.classe <> 0 and ${antes}) as anteriores
      from fila g where f.estado = 'aguardando' and g.unidade_id = f.unidade_id and g.estado = 'aguardando'
    ) c
    where ${qual}`.execute(db);
  const [lida] = rows;
  if (!lida) return undefined;
  const { senha, balcao, ...contagens } = lida;
  return { senha, balcao: comoBalcao(balcao), contagens };
}

/** The number that is shown. */
export const numeroDaSenha = ({ numero }: Pick<SenhaLida, 'numero'>): string => String(numero).padStart(3, '0');

/** What was booked for the rest of a service that is over. */
async function retorno(ctx: ContextoFila, { id, comRetorno }: SenhaLida) {
  if (!comRetorno) return undefined;
  const ticket = await ctx.db.selectFrom('fila').select(['id', 'sal', 'retorno_id']).where('id', '=', id).executeTakeFirst();
  return ticket && retornoDaSenha(ctx, ticket);
}

/** True when the service is over for its holder: also when they hung up and what was agreed is still being written. */
export const acabou = ({ estado, saiu }: Pick<SenhaLida, 'estado' | 'saiu'>): boolean => estado === 'encerrada' || (estado === 'em-atendimento' && saiu !== null);

/** How the service ended, with what its holder takes away of it. */
async function fimDaSenha(ctx: ContextoFila, senha: SenhaLida, iso: (em: number) => string): Promise<Pick<SituacaoFila, 'fim'>> {
  if (!acabou(senha)) return {};
  const marcado = await retorno(ctx, senha);
  return {
    fim: {
      motivo: senha.estado === 'encerrada' ? (senha.fim ?? 'expirada') : 'atendida',
      em: iso(senha.saiu ?? senha.entrou),
      ...(senha.protocolo === null ? {} : { protocolo: senha.protocolo }),
      ...(senha.combinado === null ? {} : { combinado: senha.combinado }),
      ...(marcado ? { agendamento: marcado } : {}),
      avaliada: senha.avaliada,
    },
  };
}

/**
 * A ticket as it is shown to its holder.
 * @param posicao people ahead, while it waits
 */
export async function mostrarSituacao(ctx: ContextoFila, senha: SenhaLida, posicao: number, balcao: BalcaoLido): Promise<SituacaoFila> {
  const { court } = ctx;
  const unidade = court.unidade(senha.unidadeId);
  const regra = regraDaFila(court, unidade);
  const iso = (em: number): string => court.instante(em, unidade);
  const espera = senha.estado === 'aguardando';
  const chamada = senha.estado === 'chamada' && senha.ate !== null ? { chamada: { vez: senha.vez ?? 1, ate: iso(senha.ate) } } : {};
  return {
    senha: numeroDaSenha(senha),
    unidadeId: senha.unidadeId,
    estado: acabou(senha) ? 'encerrada' : senha.estado,
    posicao: espera ? posicao : 0,
    estimativa: espera ? estimar(posicao, balcao) : null,
    salaAberta: senha.estado !== 'encerrada' && (!espera || abreNaHora(ctx, unidade)),
    entrouEm: iso(senha.entrou),
    pausa: balcao.pausa && { motivo: balcao.pausa.motivo, ate: balcao.pausa.ate === null ? null : iso(balcao.pausa.ate) },
    ...chamada,
    ...(senha.faltas ? { faltas: { quantas: senha.faltas, limite: regra.faltas, recuo: regra.recuo } } : {}),
    ...(senha.de === null ? {} : { transferida: { de: court.unidade(senha.de)?.nome ?? senha.de, motivo: senha.motivo } }),
    ...(senha.atendente === null ? {} : { atendente: { nome: nomeDoAtendente(senha.atendente), unidade: unidade?.nome ?? senha.unidadeId } }),
    ...(await fimDaSenha(ctx, senha, iso)),
  };
}
