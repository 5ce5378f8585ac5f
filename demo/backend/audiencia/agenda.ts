import { sql } from 'kysely';
import type { AgendaDaSala } from '../../../src/contract/audiencia-convite.ts';
import type { AudienciaEnvio, ListaAudiencias } from '../../../src/contract/audiencia-equipe.ts';
import type { Unidade } from '../../../src/contract/tribunal.ts';
import type { Ator } from '../ator.ts';
import { auditar } from '../auditoria.ts';
import type { Contexto } from '../cases.ts';
import { violou } from '../database.ts';
import { ProblemError } from '../problems.ts';
import { aleatorio, iguais, jsonCanonico, sha256 } from '../secrets.ts';
import { resumoDe } from './leitura.ts';

/** Hearings that are scheduled: by the clerk, in lists, and on the screen of an equipped room. */

const TAMANHO_PAGINA = 50;
const DIA_MS = 24 * 60 * 60 * 1000;

const conferirHora = (ctx: Pick<Contexto, 'clock'>, inicio: number): void => {
  if (inicio <= ctx.clock() - 60_000) throw new ProblemError('dados-invalidos', { errors: [{ pointer: '/inicio', code: 'data-invalida', detail: 'Escolha uma hora que ainda não passou.' }] });
};

/** When a hearing is held, out of its hour and its length. @throws ProblemError for an hour that has passed */
export function horaDe(ctx: Pick<Contexto, 'clock'>, { inicio, duracaoMinutos }: { inicio: string; duracaoMinutos: number }): { inicio: Date; fim: Date } {
  const ms = Date.parse(inicio);
  conferirHora(ctx, ms);
  return { inicio: new Date(ms), fim: new Date(ms + duracaoMinutos * 60_000) };
}

/** Schedules a hearing at a unit, once for each `Idempotency-Key`. Gives its number. */
export async function marcarAudiencia({ db, chaves: { segredos }, clock }: Contexto, ator: Ator, unidade: Unidade, envio: AudienciaEnvio, idemKey: string): Promise<number> {
  const idem_hash = segredos.mac('idempotencia', 'audiencias', ator.sub, idemKey);
  const corpo_hash = sha256(jsonCanonico(envio));
  const porChave = async (): Promise<number | null> => {
    const antes = await db.selectFrom('audiencias').select(['id', 'corpo_hash']).where('idem_hash', '=', idem_hash).executeTakeFirst();
    if (antes && !iguais(antes.corpo_hash, corpo_hash)) throw new ProblemError('chave-de-idempotencia-reusada');
    return antes?.id ?? null;
  };
  const antes = await porChave();
  if (antes !== null) return antes;
  const em = new Date(clock());
  const hora = horaDe({ clock }, envio);
  try {
    return await db.transaction().execute(async (tx) => {
      const { id } = await tx
        .insertInto('audiencias')
        .values({
          unidade_id: unidade.id,
          processo: envio.processo.replace(/\D/g, ''),
          ato: envio.ato,
          ...hora,
          sigilo: envio.sigilo,
          sera_gravada: envio.gravar,
          local: envio.local || null,
          orientacoes: JSON.stringify(envio.orientacoes ?? []),
          situacao: JSON.stringify({ estado: 'agendada' }),
          criada_em: em,
          criada_por: ator.sub,
          sal: aleatorio(16),
          idem_hash,
          corpo_hash,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await auditar(tx, { ator, acao: 'audiencia-marcar', detalhe: { audiencia: id, unidade: unidade.id }, em });
      return id;
    });
  } catch (error) {
    const outra = violou(error, 'audiencias_idem_unico') ? await porChave() : null;
    if (outra === null) throw error;
    return outra;
  }
}

const lerCursor = (cursor: string): { inicio: Date; id: number } | null => {
  const [ms, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('.').map(Number);
  return Number.isInteger(ms) && Number.isInteger(id) && Math.abs(ms!) < 8e15 ? { inicio: new Date(ms!), id: id! } : null;
};

/** Hearings of these units: of one civil day, or those that are not over from yesterday on. */
export async function listarAudiencias({ db, court, clock }: Contexto, unidades: readonly Unidade[], dia: string | null, cursor: string | null): Promise<ListaAudiencias> {
  if (!unidades.length) return { itens: [], proxima: null };
  let query = db
    .selectFrom('audiencias')
    .selectAll()
    .select((eb) => [
      eb.selectFrom('audiencia_participantes as p').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('p.audiencia_id', '=', 'audiencias.id').where('p.estado', '!=', 'revogado').as('quantos'),
      eb.selectFrom('audiencia_participantes as p').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('p.audiencia_id', '=', 'audiencias.id').where('p.estado', '=', 'na-espera').as('esperam'),
    ])
    .where('unidade_id', 'in', unidades.map(({ id }) => id))
    .orderBy('inicio')
    .orderBy('id')
    .limit(TAMANHO_PAGINA + 1);
  query =
    dia === null
      ? query.where((eb) => eb.or([eb('inicio', '>=', new Date(clock() - DIA_MS)), eb('estado', 'in', ['em-andamento', 'suspensa'])]))
      : query.where((eb) => eb.or(unidades.map((unidade) => eb.and([eb('unidade_id', '=', unidade.id), sql<boolean>`(inicio at time zone ${unidade.timezone ?? court.tribunal.timezone})::date = ${dia}::date`]))));
  if (cursor !== null) {
    const de = lerCursor(cursor);
    if (!de) throw new ProblemError('parametro-invalido', { detail: 'O cursor não é desta lista. Comece a lista de novo.' });
    query = query.where((eb) => eb.or([eb('inicio', '>', de.inicio), eb.and([eb('inicio', '=', de.inicio), eb('id', '>', de.id)])]));
  }
  const linhas = await query.execute();
  const pagina = linhas.slice(0, TAMANHO_PAGINA);
  const ultima = pagina.at(-1);
  return {
    itens: pagina.map(({ quantos, esperam, ...row }) => ({ ...resumoDe({ court }, row), participantes: quantos ?? 0, naEspera: esperam ?? 0 })),
    proxima: linhas.length > TAMANHO_PAGINA && ultima ? Buffer.from(`${ultima.inicio.getTime()}.${ultima.id}`, 'utf8').toString('base64url') : null,
  };
}

/** An equipped room of the court file. @throws ProblemError `sala-equipada-nao-encontrada` */
export function salaEquipada({ court: { tribunal } }: Pick<Contexto, 'court'>, id: string) {
  const sala = tribunal.audiencias?.salas?.find((uma) => uma.id === id);
  if (!sala) throw new ProblemError('sala-equipada-nao-encontrada');
  return { ...sala, timezone: sala.timezone ?? tribunal.timezone };
}

/**
 * The day of an equipped room: the hearings that somebody was asked to come there for, with those of the evening before that run over midnight. It stands in a corridor for everybody to see: no name, and no case number
 * under sigilo.
 */
export async function agendaDaSala({ db, court, clock }: Contexto, id: string): Promise<AgendaDaSala> {
  const { nome, timezone } = salaEquipada({ court }, id);
  const agora = clock();
  const dia = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(agora);
  const linhas = await db
    .selectFrom('audiencias')
    .selectAll()
    .where('id', 'in', ({ selectFrom }) => selectFrom('audiencia_participantes').select('audiencia_id').where('sala_equipada', '=', id).where('estado', '!=', 'revogado'))
    .where((eb) =>
      eb.or([
        sql<boolean>`(inicio at time zone ${timezone})::date = ${dia}::date`,
        // Of the evening before, and not over.
        eb.and([
          eb('inicio', '<=', new Date(agora)),
          eb('inicio', '>', new Date(agora - DIA_MS)),
          eb('estado', 'not in', ['encerrada', 'cancelada']),
          eb.or([eb('fim', '>', new Date(agora)), eb('estado', 'in', ['em-andamento', 'suspensa'])]),
        ]),
      ]),
    )
    .orderBy('inicio')
    .orderBy('id')
    .limit(TAMANHO_PAGINA)
    .execute();
  return {
    sala: { id, nome, timezone },
    dia,
    itens: linhas.map((row) => {
      const { unidade, processo, id: numero, sigilo, inicio, fim, estado, ato } = resumoDe({ court }, row);
      return { id: numero, inicio, fim, unidade: unidade.nome, ato, processo: sigilo ? null : processo, sigilo, estado };
    }),
  };
}
