import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type * as z from 'zod/mini';
import type { AnexoResumo } from '../../src/contract/anexo.ts';
import type { EstadoCaso, Prazo, TipoCaso } from '../../src/contract/caso.ts';
import { isDoBalcao } from '../../src/domain/caso/situacao.ts';
import { PAPEIS_EQUIPE, type casoNaLista, type CasoTratamento, type ListaCasos, type PapelEquipe } from '../../src/contract/tratamento.ts';
import type { Ator } from './ator.ts';
import { acoesNoCaso } from './atos.ts';
import { auditar } from './auditoria.ts';
import type { Contexto } from './cases.ts';
import type { Court } from './court.ts';
import type { Db } from './database.ts';
import { ultimoDesvelamento, vigente } from './desvelamento.ts';
import { ProblemError } from './problems.ts';
import type { CasoRow, Tabelas } from './schema.ts';

type CasoNaLista = z.infer<typeof casoNaLista>;

type Eb = ExpressionBuilder<Tabelas, 'casos'>;

const comRecurso = (eb: Eb, instancia: number): Expression<SqlBool> =>
  eb.exists(eb.selectFrom('recursos').select('recursos.id').whereRef('recursos.caso_id', '=', 'casos.id').where('recursos.instancia', '=', instancia));

/**
 * Which cases each role sees: the one place that says so. A unit sees what was sent to it, while it is with it; the unit that a citizen complains of
 * learns nothing of it by that. Who sees figures sees no case.
 */
const ALCANCE: Record<PapelEquipe, (eb: Eb, ator: Ator) => Expression<SqlBool>> = {
  ouvidoria: (eb) => eb('casos.tipo', '=', 'manifestacao'),
  // What people take to the counter is between them and its unit.
  ouvidor: (eb) => eb('casos.tipo', 'in', ['manifestacao', 'pedido-informacao']),
  sic: (eb) => eb('casos.tipo', '=', 'pedido-informacao'),
  encarregado: (eb) => eb('casos.tema', '=', 'lgpd'),
  // Who decides (Res. CNJ 215/2015, arts. 18 and 30): appeals on classified documents go to the Presidency at once.
  autoridade: (eb) => eb.and([comRecurso(eb, 1), eb('casos.especie', 'is distinct from', 'desclassificacao')]),
  presidencia: (eb) => eb.or([comRecurso(eb, 2), eb.and([comRecurso(eb, 1), eb('casos.especie', '=', 'desclassificacao')])]),
  unidade: (eb, { unidades }) => (unidades.length ? eb.and([eb('casos.unidade_id', 'in', [...unidades]), eb('casos.prazo_unidade', 'is not', null)]) : eb.lit(false)),
  gestor: (eb) => eb.lit(false),
  // Hearings are no cases of the Ouvidoria or of the SIC.
  juiz: (eb) => eb.lit(false),
  audiencia: (eb) => eb.lit(false),
  gravacoes: (eb) => eb.lit(false),
  // Messages and appointments of the counters that the attendant serves at.
  atendente: (eb, { unidades }) => (unidades.length ? eb.and([eb('casos.tipo', 'in', ['mensagem', 'agendamento']), eb('casos.unidade_id', 'in', [...unidades])]) : eb.lit(false)),
};

/** Roles that see cases. */
export const PAPEIS_COM_CASOS = PAPEIS_EQUIPE.filter((papel) => !['gestor', 'juiz', 'audiencia', 'gravacoes'].includes(papel));

/** Who may ask to see a preserved identity: those who treat the case; a unit never. */
export const PODEM_PEDIR: readonly PapelEquipe[] = ['ouvidoria', 'sic', 'ouvidor', 'encarregado', 'autoridade', 'presidencia'];
/** Who puts a person's data right. */
export const PODEM_CORRIGIR: readonly PapelEquipe[] = ['ouvidoria', 'sic', 'encarregado'];

const alcance =
  (ator: Ator) =>
  (eb: Eb): Expression<SqlBool> =>
    eb.or(ator.papeis.map((papel) => ALCANCE[papel](eb, ator)));

/** The term that runs: of who decides the appeal, while there is one; else that of the answer. */
const EM_RECURSO = sql<boolean>`casos.estado in ('recurso-1', 'recurso-2')`;
const PRAZO_DO_RECURSO = sql`(select recursos.prazo from recursos where recursos.caso_id = casos.id order by recursos.instancia desc limit 1)`;
const VENCE = sql<string>`(case when ${EM_RECURSO} then (${PRAZO_DO_RECURSO} ->> 'vence')::date else casos.vence end)`;

/** Due and not answered, at a civil date of the court; an hour that has gone by is owed no answer. */
const atrasado = (hoje: string) =>
  sql<boolean>`(${VENCE} < ${hoje}::date and (${EM_RECURSO} or (casos.tipo <> 'agendamento' and casos.respondido_em is null and casos.encerrado_em is null)))`;

/** What the lists say of it. */
const naData = (hoje: string) => [VENCE.as('vence_atual'), atrasado(hoje).as('atrasado')] as const;
/** What a case says of it. */
const prazoAtual = (hoje: string) => [...naData(hoje), sql<Prazo>`(case when ${EM_RECURSO} then ${PRAZO_DO_RECURSO} else casos.prazo end)`.as('prazo_atual')] as const;

export interface FiltroCasos {
  estados?: readonly EstadoCaso[];
  tipo?: TipoCaso;
  unidade?: string;
  atrasado?: boolean;
  /** Part of the protocol, as people copy it. */
  busca?: string;
  cursor?: string;
}

/** The cursor names the last case given, by its place in the order. */
const escreverCursor = ({ vence_atual, id }: { vence_atual: string; id: number }): string => Buffer.from(JSON.stringify([vence_atual, id])).toString('base64url');
function lerCursor(text: string): { vence: string; id: number } {
  try {
    const [vence, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof vence === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(vence) && Number.isSafeInteger(id)) return { vence, id: id as number };
  } catch {
    // Told below.
  }
  throw new ProblemError('parametro-invalido', { detail: 'O cursor não é desta lista. Comece de novo.' });
}

/** Cases that the person may see, those due first in front. */
export async function listarCasos({ db, court, clock }: Contexto, ator: Ator, filtro: FiltroCasos, tamanho: number): Promise<ListaCasos> {
  const hoje = court.dataCivil(clock());
  let query = db
    .selectFrom('casos')
    .select(['id', 'protocolo', 'tipo', 'especie', 'tema', 'assunto', 'estado', 'registrado_em', 'unidade_id', 'prazo_unidade', ...naData(hoje)])
    .where(alcance(ator))
    .orderBy(VENCE)
    .orderBy('id')
    .limit(tamanho + 1);
  if (filtro.estados?.length) query = query.where('estado', 'in', [...filtro.estados]);
  if (filtro.tipo) query = query.where('tipo', '=', filtro.tipo);
  if (filtro.unidade) query = query.where('unidade_id', '=', filtro.unidade);
  if (filtro.atrasado !== undefined) query = query.where(filtro.atrasado ? atrasado(hoje) : sql<boolean>`not ${atrasado(hoje)}`);
  if (filtro.busca) query = query.where('protocolo', 'like', `%${filtro.busca.replace(/[^\d.-]/g, '')}%`);
  if (filtro.cursor) {
    const { vence, id } = lerCursor(filtro.cursor);
    query = query.where(sql<boolean>`(${VENCE}, casos.id) > (${vence}::date, ${id}::bigint)`);
  }
  const linhas = await query.execute();
  const pagina = linhas.slice(0, tamanho);
  const last = pagina.at(-1);
  return { itens: pagina.map((linha) => naLista(court, linha)), proxima: linhas.length > tamanho && last ? escreverCursor(last) : null };
}

type LinhaDeLista = { vence_atual: string; atrasado: boolean } & Pick<CasoRow, 'protocolo' | 'tipo' | 'especie' | 'tema' | 'assunto' | 'estado' | 'registrado_em' | 'unidade_id' | 'prazo_unidade'>;

const naLista = (court: Court, caso: LinhaDeLista): CasoNaLista => ({
  protocolo: caso.protocolo,
  tipo: caso.tipo,
  especie: caso.especie,
  tema: caso.tema,
  assunto: caso.assunto,
  estado: caso.estado,
  registradoEm: court.instante(caso.registrado_em.getTime()),
  vence: caso.vence_atual,
  atrasado: caso.atrasado,
  unidadeId: caso.unidade_id,
  venceUnidade: caso.prazo_unidade?.vence ?? null,
});

/** A case that the person may see, and the roles that let them. */
export interface CasoVisto {
  caso: CasoRow & LinhaDeLista & { prazo_atual: Prazo };
  papeis: readonly PapelEquipe[];
}

/**
 * Finds a case for a person of the staff. One that is not theirs to see and one that does not exist are the same answer.
 * @throws ProblemError `caso-nao-encontrado`
 */
export async function casoDoAtor({ db, court, clock }: Contexto, ator: Ator, protocolo: string): Promise<CasoVisto> {
  const achado = await db
    .selectFrom('casos')
    .selectAll('casos')
    .select(prazoAtual(court.dataCivil(clock())))
    .select((eb) => ator.papeis.map((papel) => sql<boolean>`${ALCANCE[papel](eb, ator)}`.as(`ve-${papel}`)))
    .where('protocolo', '=', protocolo)
    .executeTakeFirst();
  const papeis = achado ? ator.papeis.filter((papel) => (achado as unknown as Record<string, boolean>)[`ve-${papel}`] === true) : [];
  if (!achado || !papeis.length) throw new ProblemError('caso-nao-encontrado');
  return { caso: achado, papeis };
}

/**
 * A unit that has just given a case back, and repeats what got no answer: it gets the answer, and a case that it never had stays unknown to it.
 * @param repetir does the act again, which for one that was done gives what it gave
 * @throws ProblemError `caso-nao-encontrado`
 */
export async function devolvidoPelaUnidade({ db, court, clock }: Contexto, ator: Ator, protocolo: string, repetir: () => Promise<unknown>): Promise<CasoVisto> {
  const naoHa = new ProblemError('caso-nao-encontrado');
  if (!ator.papeis.includes('unidade')) throw naoHa;
  await repetir().catch((error: unknown) => {
    throw error instanceof ProblemError ? naoHa : error;
  });
  const caso = await db.selectFrom('casos').selectAll('casos').select(prazoAtual(court.dataCivil(clock()))).where('protocolo', '=', protocolo).executeTakeFirst();
  if (!caso) throw naoHa;
  return { caso, papeis: ['unidade'] };
}

/** The same case as it is now, for whoever was just seen to have a right to it. */
export async function reler({ db, court, clock }: Contexto, { caso, papeis }: CasoVisto): Promise<CasoVisto> {
  const agora = await db.selectFrom('casos').selectAll('casos').select(prazoAtual(court.dataCivil(clock()))).where('id', '=', caso.id).executeTakeFirstOrThrow();
  return { caso: agora, papeis };
}

const algum = (meus: readonly PapelEquipe[], quais: readonly PapelEquipe[]): boolean => meus.some((papel) => quais.includes(papel));

/** Only a unit sees the case, with nobody of the Ouvidoria or of the SIC in the same person. */
const soUnidade = (papeis: readonly PapelEquipe[]): boolean => papeis.every((papel) => papel === 'unidade');

/**
 * Who the person is, as far as this member of the staff may see it: an anonymous one nobody; a preserved one only who asked, was allowed by a
 * second person and still is within the time (Lei 13.608/2018, art. 4-B; Res. 215/2015, art. 11, § 3); a unit the name alone, never of a preserved one. Who
 * wrote to a counter is seen by its attendants and by nobody else: under sigilo they have to know whom they tell what (Portaria Conjunta TJRN 38/2021, art. 6).
 */
export async function identidadeVisivel(ctx: Contexto, ator: Ator, { caso, papeis }: CasoVisto): Promise<Record<string, unknown> | null> {
  const unidade = soUnidade(papeis);
  if (caso.modo === 'anonima') return null;
  const doBalcao = isDoBalcao(caso);
  if (doBalcao && !papeis.includes('atendente')) return null;
  if (!doBalcao && caso.modo === 'preservada' && (unidade || !(await vigente(ctx, caso.id, ator.sub)))) return null;
  const guardada = await ctx.db.selectFrom('identidades').select('dados').where('caso_id', '=', caso.id).executeTakeFirst();
  if (!guardada) return null;
  if (!unidade) return guardada.dados;
  const { nome, nomeSocial, razaoSocial } = guardada.dados;
  return Object.fromEntries(Object.entries({ nome, nomeSocial, razaoSocial }).filter(([, value]) => value !== undefined));
}

/** What was sent, without the address for an answer by mail when the identity is not to be seen. */
function semEndereco(conteudo: Record<string, unknown>): Record<string, unknown> {
  const resposta = conteudo['resposta'];
  if (!resposta || typeof resposta !== 'object' || !('endereco' in resposta)) return conteudo;
  const { endereco: _, ...resto } = resposta as Record<string, unknown>;
  return { ...conteudo, resposta: resto };
}

/** Internal notes of the Ouvidoria and of the SIC stay with them: a unit sees what is public, what was said to it and what it said. */
function eventoVisivel(court: Court, ator: Ator, { papeis }: CasoVisto): (evento: { interno: boolean; unidade: string | null; ator: string | null }) => boolean {
  const nomes = new Set(ator.unidades.map((id) => court.unidade(id)?.nome));
  return (evento) => !soUnidade(papeis) || !evento.interno || evento.ator === ator.sub || (evento.unidade !== null && nomes.has(evento.unidade));
}

/** A case as this person may see it. Writes to the audit that it was seen, before it is. */
export async function verCaso(ctx: Contexto, ator: Ator, visto: CasoVisto): Promise<CasoTratamento> {
  const { db, court, clock } = ctx;
  const { caso, papeis } = visto;
  const identidade = await identidadeVisivel(ctx, ator, visto);
  const pedido = await ultimoDesvelamento(ctx, caso.id, ator.sub);
  await auditar(db, {
    ator,
    acao: identidade ? 'ver-identidade' : 'ver-caso',
    casoId: caso.id,
    ...(caso.modo === 'preservada' && identidade && pedido ? { detalhe: { desvelamento: pedido.id } } : {}),
    em: new Date(clock()),
  });
  const unidade = soUnidade(papeis);
  const eventos = (await db.selectFrom('eventos').selectAll().where('caso_id', '=', caso.id).orderBy('id').execute()).filter(eventoVisivel(court, ator, visto));
  const anexos = await anexosVisiveis(db, court, visto, new Set(eventos.map(({ id }) => id)));
  const decisoes = await db.selectFrom('decisoes').selectAll().where('caso_id', '=', caso.id).orderBy('instancia').execute();
  const conteudo = caso.agendamento ? { ...caso.conteudo, agendamento: caso.agendamento } : caso.conteudo;
  return {
    ...naLista(court, caso),
    versao: caso.versao,
    prazo: caso.prazo_atual,
    conteudo: identidade && !unidade ? conteudo : semEndereco(conteudo),
    modo: caso.modo,
    identidade,
    desvelamento: pedido && !unidade ? { id: pedido.id, por: pedido.por, motivo: pedido.motivo, em: pedido.em, situacao: pedido.situacao } : null,
    eventos: eventos.map(({ id, tipo, em, papel, unidade: daUnidade, texto, interno, ator: quem, cifrado }) => {
      const files = anexos.filter((anexo) => anexo.eventoId === id).map(resumo);
      return {
        id: String(id),
        tipo,
        em: court.instante(em.getTime()),
        autor: { papel, ...(daUnidade === null ? {} : { unidade: daUnidade }) },
        ...(texto === null ? {} : { texto }),
        ...(files.length ? { anexos: files } : {}),
        ...(cifrado ? { cifrado } : {}),
        interno,
        ...(quem !== null && !unidade ? { ator: quem } : {}),
      };
    }),
    decisoes: decisoes.map(({ instancia, resultado, texto, fundamento, autoridade, em, ciencia_em }) => ({
      instancia,
      resultado,
      texto,
      ...(fundamento === null ? {} : { fundamento }),
      ...(autoridade === null ? {} : { autoridade }),
      em: court.instante(em.getTime()),
      ...(ciencia_em === null ? {} : { ciencia: court.instante(ciencia_em.getTime()) }),
    })),
    anexos: anexos.map(resumo),
    ...(caso.prazo_unidade ? { calculoUnidade: caso.prazo_unidade.calculo } : {}),
    acoes: [
      ...(await acoesNoCaso(ctx, { papeis, unidades: ator.unidades }, caso)),
      ...(caso.modo === 'preservada' && !isDoBalcao(caso) && !identidade && !caso.anonimizado_em && algum(papeis, PODEM_PEDIR) ? ['desvelar'] : []),
      ...(identidade && algum(papeis, PODEM_CORRIGIR) ? ['corrigir'] : []),
    ],
  };
}

type AnexoVisto = AnexoResumo & { eventoId: number | null };

const resumo = ({ eventoId: _, ...anexo }: AnexoVisto): AnexoResumo => anexo;

/**
 * The files that the person may open. The ones that a preserved person sent may show who they are by a name, a document or a face: a unit gets only
 * what the Ouvidoria or the SIC chose to send along.
 */
async function anexosVisiveis(db: Db, court: Court, { caso, papeis }: CasoVisto, eventos: ReadonlySet<number>): Promise<AnexoVisto[]> {
  const linhas = await db
    .selectFrom('anexos')
    .select(['id', 'nome', 'tipo', 'bytes', 'criado_em', 'papel', 'cifrado', 'evento_id'])
    .where('caso_id', '=', caso.id)
    .where('situacao', '=', 'pronto')
    .orderBy('evento_id', (ob) => ob.asc().nullsFirst())
    .orderBy('ordem')
    .orderBy('id')
    .execute();
  return linhas
    .filter(({ papel, evento_id }) => (evento_id === null || eventos.has(evento_id)) && !(soUnidade(papeis) && papel === 'cidadao' && caso.modo !== 'identificada'))
    .map(({ id, nome, tipo, bytes, criado_em, papel, cifrado, evento_id }) => ({ id, nome, tipo, bytes, em: court.instante(criado_em.getTime()), papel, ...(cifrado ? { cifrado } : {}), eventoId: evento_id }));
}

/**
 * A file of a case for a person of the staff; the audit says that it was taken.
 * @throws ProblemError `anexo-nao-encontrado`, also for one that is there and not for this person
 */
export async function anexoDoAtor(ctx: Contexto, ator: Ator, visto: CasoVisto, id: string): Promise<AnexoResumo> {
  const { db, court, clock } = ctx;
  const eventos = (await db.selectFrom('eventos').select(['id', 'interno', 'unidade', 'ator']).where('caso_id', '=', visto.caso.id).execute()).filter(eventoVisivel(court, ator, visto));
  const anexo = (await anexosVisiveis(db, court, visto, new Set(eventos.map((evento) => evento.id)))).find((um) => um.id === id);
  if (!anexo) throw new ProblemError('anexo-nao-encontrado');
  await auditar(db, { ator, acao: 'baixar-anexo', casoId: visto.caso.id, detalhe: { anexo: id }, em: new Date(clock()) });
  return resumo(anexo);
}
