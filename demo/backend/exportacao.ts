import { sql } from 'kysely';
import type { TipoCaso } from '../../src/contract/caso.ts';
import { FORMATO_EXPORTACAO, type CasoExportado, type NegativasEmRecurso } from '../../src/contract/exportacao.ts';
import type { Contexto } from './cases.ts';
import { csv } from './csv.ts';

/** Civil dates of the court, both included. */
export interface Periodo {
  inicio: string;
  fim: string;
}

/** Within the period, for an instant of the database: from the first midnight of the court to the one after the last day. */
export const noPeriodo = (coluna: string, { inicio, fim }: Periodo, timezone: string): ReturnType<typeof sql<boolean>> => {
  const campo = sql.ref(coluna);
  return sql<boolean>`(${campo} >= (${inicio}::date::timestamp at time zone ${timezone}::text) and ${campo} < ((${fim}::date + 1)::timestamp at time zone ${timezone}::text))`;
};

/** Kinds in the numbers of Fala.BR, the system of the federal ombudsmen. */
const FALA_BR: Record<string, number> = { denuncia: 1, reclamacao: 2, elogio: 3, sugestao: 4, solicitacao: 5, informacao: 5 };
const COMUNICADO = 7;
const ACESSO = 8;

/** Kind of a case in the numbers of Fala.BR; an anonymous report is there a `comunicado`. */
export function falaBr(tipo: TipoCaso, especie: string | null, modo: string | null): number | null {
  if (tipo === 'pedido-informacao') return ACESSO;
  if (especie === 'denuncia' && modo === 'anonima') return COMUNICADO;
  return FALA_BR[especie ?? ''] ?? null;
}

const texto = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** What was written, in the fields that another system has a place for; never an address, a name or a contact. */
function teorDe(conteudo: Record<string, unknown>): CasoExportado['teor'] {
  const { periodo } = conteudo as { periodo?: { de?: string; ate?: string } };
  const campos = { local: texto(conteudo['local']), quando: texto(conteudo['quando']), envolvidos: texto(conteudo['envolvidos']), processo: texto(conteudo['processo']), documento: texto(conteudo['documento']) };
  return {
    texto: texto(conteudo['relato']) ?? texto(conteudo['especificacao']) ?? null,
    ...(Object.fromEntries(Object.entries(campos).filter(([, value]) => value !== undefined)) as Partial<Record<keyof typeof campos, string>>),
    ...(periodo ? { periodo } : {}),
  };
}

const LOTE = 200;

/** The cases registered in a period, in the order of their numbers, without who the people are. */
export async function* exportarCasos({ db, court }: Contexto, periodo: Periodo): AsyncGenerator<CasoExportado> {
  const instante = (em: Date | null): string | null => (em ? court.instante(em.getTime()) : null);
  let depois = 0;
  for (;;) {
    const casos = await db
      .selectFrom('casos')
      .selectAll()
      .where('id', '>', depois)
      // Of the Ouvidoria and of the SIC: what is of a counter is its unit's.
      .where('tipo', 'in', ['manifestacao', 'pedido-informacao'])
      .where(noPeriodo('casos.registrado_em', periodo, court.tribunal.timezone))
      .orderBy('id')
      .limit(LOTE)
      .execute();
    if (!casos.length) return;
    const ids = casos.map(({ id }) => id);
    const [eventos, decisoes, recursos, avaliacoes, anexos] = await Promise.all([
      db.selectFrom('eventos').select(['caso_id', 'tipo', 'em', 'papel', 'unidade', 'texto', 'cifrado']).where('caso_id', 'in', ids).where('interno', '=', false).orderBy('id').execute(),
      db.selectFrom('decisoes').selectAll().where('caso_id', 'in', ids).orderBy('instancia').execute(),
      db.selectFrom('recursos').select(['caso_id', 'instancia', 'em']).where('caso_id', 'in', ids).orderBy('instancia').execute(),
      db.selectFrom('avaliacoes').select(['caso_id', 'nota', 'resolvido']).where('caso_id', 'in', ids).execute(),
      db.selectFrom('anexos').select(['caso_id', 'tipo', 'bytes', 'sha256', 'cifrado']).where('caso_id', 'in', ids).where('situacao', '=', 'pronto').orderBy('criado_em').orderBy('id').execute(),
    ]);
    for (const caso of casos) {
      const meus = <T extends { caso_id: number | null }>(linhas: readonly T[]): T[] => linhas.filter(({ caso_id }) => caso_id === caso.id);
      const [avaliacao] = meus(avaliacoes);
      yield {
        formato: FORMATO_EXPORTACAO,
        tribunal: court.tribunal.sigla,
        protocolo: caso.protocolo,
        tipo: caso.tipo,
        especie: caso.especie,
        falaBr: falaBr(caso.tipo, caso.especie, caso.modo),
        tema: caso.tema,
        assunto: caso.assunto,
        estado: caso.estado,
        identificacao: caso.modo,
        unidadeId: caso.unidade_id,
        registradoEm: court.instante(caso.registrado_em.getTime()),
        vencimentoInicial: caso.prazo_inicial?.vence ?? caso.vence,
        vencimento: caso.vence,
        prorrogacao: caso.prorrogado_em ? { em: court.instante(caso.prorrogado_em.getTime()), motivo: caso.prorrogado_motivo ?? '' } : null,
        respondidoEm: instante(caso.respondido_em),
        encerradoEm: instante(caso.encerrado_em),
        teor: caso.cifrado || caso.anonimizado_em ? null : teorDe(caso.conteudo),
        historico: meus(eventos).map(({ tipo, em, papel, unidade, texto: dito, cifrado }) => ({ tipo, em: court.instante(em.getTime()), papel, unidade, texto: cifrado ? null : dito })),
        decisoes: meus(decisoes).map(({ instancia, resultado, texto: dito, fundamento, autoridade, em, ciencia_em }) => ({
          instancia,
          resultado,
          texto: dito,
          ...(fundamento === null ? {} : { fundamento }),
          ...(autoridade === null ? {} : { autoridade }),
          em: court.instante(em.getTime()),
          ...(ciencia_em === null ? {} : { ciencia: court.instante(ciencia_em.getTime()) }),
        })),
        recursos: meus(recursos).map(({ instancia, em }) => ({ instancia, em: court.instante(em.getTime()) })),
        avaliacao: avaliacao ? { nota: avaliacao.nota, resolvido: avaliacao.resolvido } : null,
        anexos: meus(anexos).map(({ tipo, bytes, sha256, cifrado }) => ({ tipo, bytes, sha256: sha256 ? Buffer.from(sha256).toString('hex') : null, cifrado })),
      };
    }
    depois = ids.at(-1)!;
  }
}

/** JSON Lines: one case a line, written as they are read, so that any number of them fits. */
export function emLinhas(itens: AsyncIterable<unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = itens[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/**
 * Decisions of a month that denied information on appeal, wholly or in part: what a court tells the Ouvidoria of the CNJ every month (Res. 215/2015,
 * art. 19). Nothing of who asked.
 * @param mes `AAAA-MM`, in the court's zone
 */
export async function negativasDoMes({ db, court }: Contexto, mes: string): Promise<NegativasEmRecurso> {
  const [ano, numero] = mes.split('-').map(Number) as [number, number];
  const ultimo = new Date(Date.UTC(ano, numero, 0)).getUTCDate();
  const linhas = await db
    .selectFrom('decisoes')
    .innerJoin('casos', 'casos.id', 'decisoes.caso_id')
    .select(['casos.protocolo', 'casos.especie', 'casos.registrado_em', 'decisoes.instancia', 'decisoes.autoridade', 'decisoes.em', 'decisoes.resultado', 'decisoes.fundamento', 'decisoes.texto'])
    .where('casos.tipo', '=', 'pedido-informacao')
    .where('decisoes.instancia', '>', 0)
    .where('decisoes.resultado', 'in', ['desprovido', 'parcialmente-provido'])
    .where(noPeriodo('decisoes.em', { inicio: `${mes}-01`, fim: `${mes}-${String(ultimo).padStart(2, '0')}` }, court.tribunal.timezone))
    .orderBy('decisoes.em')
    .orderBy('decisoes.id')
    .execute();
  return {
    tribunal: court.tribunal.sigla,
    mes,
    itens: linhas.map(({ registrado_em, em, resultado, ...resto }) => ({
      ...resto,
      registradoEm: court.instante(registrado_em.getTime()),
      em: court.instante(em.getTime()),
      resultado: resultado === 'desprovido' ? 'desprovido' : 'parcialmente-provido',
    })),
  };
}

/** The same as a sheet. */
export function negativasEmCsv({ tribunal, mes, itens }: NegativasEmRecurso): string {
  return csv([
    ['Tribunal', 'Mês', 'Protocolo', 'Espécie', 'Registrado em', 'Instância', 'Autoridade', 'Decidido em', 'Resultado', 'Fundamento', 'Decisão'],
    ...itens.map((item) => [tribunal, mes, item.protocolo, item.especie, item.registradoEm, item.instancia, item.autoridade, item.em, item.resultado, item.fundamento, item.texto]),
  ]);
}
