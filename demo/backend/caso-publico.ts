import type { AnexoResumo } from '../../src/contract/anexo.ts';
import type { Caso, Decisao, EventoCaso, Remedio } from '../../src/contract/caso.ts';
import { TOKEN_CASO_SEGUNDOS } from '../../src/config/limits.ts';
import { acoesDoCidadao, aplicarCidadao } from '../../src/domain/caso/cidadao.ts';
import { atrasada, isEmRecurso, podeMudar, type Contexto as ContextoCaso, type Situacao } from '../../src/domain/caso/situacao.ts';
import { remediosAbertos } from '../../src/domain/remedies/remedios.ts';
import { audienciasDoProcesso } from './audiencia/do-processo.ts';
import type { Contexto } from './cases.ts';
import type { Court } from './court.ts';
import type { Db } from './database.ts';
import { gravarEventos } from './eventos.ts';
import type { CasoRow } from './schema.ts';
import { iguais, type Segredos } from './secrets.ts';
import { contextoDoDominio, linhasDoCaso, situacaoDe, type LinhasDoCaso } from './situacao.ts';

/** The case as its person sees it. */

/**
 * A token that acts on one case for 15 minutes. It is signed rather than stored: what it says is the protocol and when it ends, and a HMAC
 * under the server's secret says that it is ours.
 */
function emitirToken(segredos: Segredos, court: Court, protocolo: string, agora: number): Caso['token'] {
  const expira = agora + TOKEN_CASO_SEGUNDOS * 1000;
  const corpo = Buffer.from(JSON.stringify([protocolo, expira])).toString('base64url');
  return { valor: `${corpo}.${segredos.mac('token', corpo).toString('base64url')}`, expiraEm: court.instante(expira) };
}

/** The protocol that a token opens now, or null. */
export function lerToken(segredos: Segredos, token: string, agora: number): string | null {
  const [corpo, selo, ...resto] = token.split('.');
  if (!corpo || !selo || resto.length || !iguais(Buffer.from(selo, 'base64url'), segredos.mac('token', corpo))) return null;
  const [protocolo, expira] = JSON.parse(Buffer.from(corpo, 'base64url').toString('utf8')) as [string, number];
  return agora < expira ? protocolo : null;
}

/** Files that the person may see: their own and those of what was said to them, by the event that brought them. */
export async function anexosPublicos(db: Db, court: Court, casoId: number): Promise<(AnexoResumo & { eventoId: number | null })[]> {
  const linhas = await db
    .selectFrom('anexos')
    .leftJoin('eventos', 'eventos.id', 'anexos.evento_id')
    .select(['anexos.id', 'nome', 'anexos.tipo', 'bytes', 'criado_em', 'anexos.papel', 'anexos.cifrado', 'evento_id'])
    .where('anexos.caso_id', '=', casoId)
    .where('situacao', '=', 'pronto')
    .where((eb) => eb.or([eb('evento_id', 'is', null), eb('eventos.interno', '=', false)]))
    .orderBy('ordem')
    .orderBy('anexos.id')
    .execute();
  return linhas.map(({ id, nome, tipo, bytes, criado_em, papel, cifrado, evento_id }) => ({
    id,
    nome,
    tipo,
    bytes,
    em: court.instante(criado_em.getTime()),
    papel,
    ...(cifrado ? { cifrado } : {}),
    eventoId: evento_id,
  }));
}

/** What happened, in order, without what stays inside. Files that came with the registration are its own. */
export async function eventosPublicos(db: Db, court: Court, casoId: number): Promise<EventoCaso[]> {
  const eventos = await db.selectFrom('eventos').select(['id', 'tipo', 'em', 'papel', 'unidade', 'texto', 'cifrado']).where('caso_id', '=', casoId).where('interno', '=', false).orderBy('id').execute();
  const anexos = await anexosPublicos(db, court, casoId);
  return eventos.map(({ id, tipo, em, papel, unidade, texto, cifrado }) => {
    const files = anexos.filter(({ eventoId }) => eventoId === id || (eventoId === null && tipo === 'registro')).map(({ eventoId: _, ...anexo }) => anexo);
    return {
      id: String(id),
      tipo,
      em: court.instante(em.getTime()),
      autor: { papel, ...(unidade === null ? {} : { unidade }) },
      ...(texto === null ? {} : { texto }),
      ...(files.length ? { anexos: files } : {}),
      ...(cifrado ? { cifrado } : {}),
    };
  });
}

const decisaoPublica = (court: Court) => ({ instancia, resultado, texto, fundamento, autoridade, em, ciencia_em }: LinhasDoCaso['decisoes'][number]): Decisao => ({
  instancia,
  resultado,
  texto,
  ...(fundamento === null ? {} : { fundamento }),
  ...(autoridade === null ? {} : { autoridade }),
  em: court.instante(em.getTime()),
  ...(ciencia_em === null ? {} : { ciencia: court.instante(ciencia_em.getTime()) }),
});

interface Lido {
  row: CasoRow;
  linhas: LinhasDoCaso;
  eventos: EventoCaso[];
}

/** Everything of a case as it was at one moment, whatever is being written beside. */
const ler = ({ db, court }: Contexto, casoId: number): Promise<Lido> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => ({
      row: await tx.selectFrom('casos').selectAll().where('id', '=', casoId).executeTakeFirstOrThrow(),
      linhas: await linhasDoCaso(tx, casoId),
      eventos: await eventosPublicos(tx, court, casoId),
    }));

/** Decisions that are about to be shown for the first time are known from now on: terms of appeal run from here (Res. CNJ 215/2015, art. 18). */
async function darCiencia({ db, court, clock }: Contexto, casoId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('casos').selectAll().where('id', '=', casoId).forUpdate().executeTakeFirstOrThrow();
    const agora = clock();
    const resultado = aplicarCidadao(situacaoDe(court, row, await linhasDoCaso(tx, casoId)), { ato: 'ler' }, contextoDoDominio(court, agora, row.tipo));
    if (!resultado.ok || !resultado.eventos.length) return;
    await tx.updateTable('decisoes').set({ ciencia_em: new Date(agora) }).where('caso_id', '=', casoId).where('ciencia_em', 'is', null).execute();
    // Nobody of the staff has to look again because the person looked: the version stays.
    await gravarEventos(tx, resultado.eventos.map(({ comAnexos: _, ...evento }) => ({ ...evento, casoId, em: agora })));
  });
}

function prorrogacaoDe(court: Court, { prorrogado_em, prorrogado_motivo, prazo_inicial }: CasoRow): Caso['prorrogacao'] {
  return prorrogado_em && prazo_inicial ? { em: court.instante(prorrogado_em.getTime()), motivo: prorrogado_motivo ?? '', venciaEm: prazo_inicial.vence } : undefined;
}

/** The question with the instant at which it was asked, which its event knows. */
function perguntaDe(s: Situacao, eventos: readonly EventoCaso[]): Caso['pergunta'] {
  const evento = eventos.findLast(({ tipo }) => tipo === 'pergunta');
  if (s.estado !== 'complementacao-pedida' || !evento) return undefined;
  return { texto: s.pergunta.texto, em: evento.em, ...(s.pergunta.ate ? { ate: s.pergunta.ate } : {}) };
}

/** Where to go, when the matter is another body's (Res. CNJ 432/2021, art. 18). */
function destinoDe({ destino, decisoes }: Situacao): Caso['destino'] {
  return destino ? { ...destino, motivo: decisoes[0]?.texto ?? '' } : undefined;
}

/** The appeal that waits, with the term of who decides it. */
function recursoDe(court: Court, s: Situacao, { recursos }: LinhasDoCaso): Caso['recurso'] {
  const ultimo = isEmRecurso(s) ? recursos.at(-1) : undefined;
  return ultimo && { instancia: ultimo.instancia, em: court.instante(ultimo.em.getTime()), prazo: ultimo.prazo };
}

/** The hour, of an appointment, and where to be at it. */
function agendamentoDe(court: Court, s: Situacao, dominio: ContextoCaso): Caso['agendamento'] {
  if (!s.agendamento) return undefined;
  const { unidadeId, inicio, fim, situacao } = s.agendamento;
  const unidade = court.unidade(unidadeId);
  const url = unidade?.balcaoUrl ?? court.tribunal.balcao?.url?.replaceAll('{id}', encodeURIComponent(unidadeId));
  return { unidadeId, unidade: unidade?.nome ?? unidadeId, inicio, fim, situacao, ...(url ? { url } : {}), podeMudar: podeMudar(s, dominio) };
}

function definidos<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as never;
}

function montar(ctx: Contexto, { row, linhas, eventos }: Lido, audiencias: Caso['audiencias'], agora: number): Caso {
  const { court, chaves } = ctx;
  const situacao = situacaoDe(court, row, linhas);
  const dominio = contextoDoDominio(court, agora, row.tipo);
  const remedios: Remedio[] = remediosAbertos(situacao, dominio);
  return {
    protocolo: row.protocolo,
    tipo: row.tipo,
    estado: row.estado,
    registradoEm: court.instante(row.registrado_em.getTime()),
    prazo: row.prazo,
    eventos,
    remedios,
    acoes: acoesDoCidadao(situacao, dominio),
    atrasado: atrasada(situacao, dominio.hoje),
    ...definidos({
      especie: row.especie ?? undefined,
      prorrogacao: prorrogacaoDe(court, row),
      pergunta: perguntaDe(situacao, eventos),
      decisoes: linhas.decisoes.length ? linhas.decisoes.map(decisaoPublica(court)) : undefined,
      recurso: recursoDe(court, situacao, linhas),
      destino: destinoDe(situacao),
      agendamento: agendamentoDe(court, situacao, dominio),
      audiencias,
      avaliacao: linhas.avaliacao ? { nota: linhas.avaliacao.nota, em: court.instante(linhas.avaliacao.em.getTime()) } : undefined,
      modo: row.modo ?? undefined,
      chaveAge: row.cifrado ? court.tribunal.ouvidoria?.chaveAge : undefined,
    }),
    token: emitirToken(chaves.segredos, court, row.protocolo, agora),
  };
}

/** The case as its person sees it now, with a new token. What was decided and not seen yet is seen by this. */
export async function mostrarCaso(ctx: Contexto, casoId: number): Promise<Caso> {
  let lido = await ler(ctx, casoId);
  if (lido.linhas.decisoes.some(({ ciencia_em }) => ciencia_em === null)) {
    await darCiencia(ctx, casoId);
    lido = await ler(ctx, casoId);
  }
  const { processo } = lido.row.conteudo;
  const audiencias = typeof processo === 'string' ? await audienciasDoProcesso(ctx, processo) : [];
  return montar(ctx, lido, audiencias.length ? audiencias : undefined, ctx.clock());
}
