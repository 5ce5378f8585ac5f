import { sql } from 'kysely';
import type { SituacaoFila } from '../../../src/contract/fila.ts';
import { ordemDasChamadas, type NaFila } from '../../../src/domain/fila/ordem.ts';
import { erroSemDados, type Log } from '../log.ts';
import { VISTO_MS } from './cidadao.ts';
import { balcaoLido, comoBalcao, mostrarSituacao, SENHA_LIDA, type SenhaLida } from './leitura.ts';
import { regraDaFila } from './regra.ts';
import type { ContextoFila } from './tipos.ts';

/** Changes that come together are told together, in milliseconds. */
const JUNTAR_MS = 150;

/** A stream says something at least this often, in milliseconds: proxies and phones drop what is silent. */
const PULSO_MS = 15_000;

/** Who follows a ticket. */
export interface Ouvinte {
  senhaId: number;
  unidadeId: string;
  /** Where it stood when it was told last, as JSON. */
  ultimo: string;
  /** Where the ticket stands; `fim` when nothing will follow. */
  mandar(situacao: SituacaoFila, fim: boolean): void;
  /** A sign of life. */
  pulsar(): void;
  /** The process stops. */
  fechar(): void;
}

export interface Eventos {
  /** Tells the ticket's place at each change of its queue. Returns the cancel function. */
  ouvir(ouvinte: Ouvinte): () => void;
}

interface Sala {
  inscritos: Set<Ouvinte>;
  espera: NodeJS.Timeout | undefined;
  lendo: boolean;
  deNovo: boolean;
}

type Linha = { tipo: 'balcao'; dados: Parameters<typeof comoBalcao>[0] } | { tipo: 'espera'; dados: [id: number, classe: number, ordem: number][] | null } | { tipo: 'senha'; dados: SenhaLida };

/**
 * Follows tickets for who holds them. A change of a queue costs one statement in each process that has listeners of it, however many they are: the places of all
 * are worked out from the one list. With each sign of life all is read again, so that a notice that was lost costs seconds.
 */
export function createEventos(ctx: ContextoFila, log: Log): Eventos {
  const { db, court, clock, avisos } = ctx;
  const salas = new Map<string, Sala>();
  let desligar: (() => void) | undefined;
  let pulso: NodeJS.Timeout | undefined;

  function agendar(unidadeId: string): void {
    const sala = salas.get(unidadeId);
    if (!sala || sala.espera) return;
    sala.espera = setTimeout(() => {
      sala.espera = undefined;
      void ler(unidadeId, sala);
    }, JUNTAR_MS);
  }

  function incluir(um: Ouvinte): void {
    const sala = salas.get(um.unidadeId) ?? { inscritos: new Set(), espera: undefined, lendo: false, deNovo: false };
    sala.inscritos.add(um);
    salas.set(um.unidadeId, sala);
  }

  function tirar(um: Ouvinte): void {
    const sala = salas.get(um.unidadeId);
    if (!sala?.inscritos.delete(um) || sala.inscritos.size) return;
    clearTimeout(sala.espera);
    salas.delete(um.unidadeId);
    if (salas.size) return;
    clearInterval(pulso);
    desligar?.();
    desligar = undefined;
  }

  async function contar(unidadeId: string, sala: Sala): Promise<void> {
    const ids = JSON.stringify([...sala.inscritos].map(({ senhaId }) => senhaId));
    const { rows } = await sql<Linha>`
      select 'balcao' as tipo, ${balcaoLido(sql`${unidadeId}::text`, clock())} as dados
      union all
      select 'espera', (select json_agg(json_build_array(e.id, e.classe, e.ordem)) from fila e where e.unidade_id = ${unidadeId} and e.estado = 'aguardando')
      union all
      select 'senha', ${SENHA_LIDA} from fila f where f.id in (select value::bigint from json_array_elements_text(${ids}::json))`.execute(db);
    const balcao = comoBalcao((rows.find(({ tipo }) => tipo === 'balcao') as Linha & { tipo: 'balcao' }).dados);
    const espera = ((rows.find(({ tipo }) => tipo === 'espera') as Linha & { tipo: 'espera' }).dados ?? []).map(([id, classe, ordem]): NaFila => ({ id, classe, ordem }));
    const lugares = new Map(ordemDasChamadas(espera, balcao.seguidas, regraDaFila(court, court.unidade(unidadeId))).map(({ id }, lugar) => [id, lugar]));
    const senhas = new Map(rows.flatMap((linha) => (linha.tipo === 'senha' ? [[linha.dados.id, linha.dados] as const] : [])));
    for (const um of [...sala.inscritos]) {
      const senha = senhas.get(um.senhaId);
      if (!senha) continue;
      if (senha.unidadeId !== unidadeId) {
        // Transferred: it is followed at the other counter from here on.
        tirar(um);
        um.unidadeId = senha.unidadeId;
        incluir(um);
        ligar();
        agendar(senha.unidadeId);
        continue;
      }
      const situacao = await mostrarSituacao(ctx, senha, lugares.get(senha.id) ?? 0, balcao);
      const texto = JSON.stringify(situacao);
      const fim = senha.estado === 'encerrada';
      if (texto === um.ultimo && !fim) continue;
      um.ultimo = texto;
      um.mandar(situacao, fim);
    }
  }

  async function ler(unidadeId: string, sala: Sala): Promise<void> {
    if (sala.lendo) {
      sala.deNovo = true;
      return;
    }
    sala.lendo = true;
    try {
      await contar(unidadeId, sala);
    } catch (error) {
      // With the next sign of life it is tried again.
      if (!avisos.fim.aborted) log.error({ erro: erroSemDados(error) }, 'a fila não foi contada a quem espera');
    } finally {
      sala.lendo = false;
      if (sala.deNovo) {
        sala.deNovo = false;
        agendar(unidadeId);
      }
    }
  }

  async function pulsar(): Promise<void> {
    const ids: number[] = [];
    for (const [unidadeId, { inscritos }] of salas) {
      for (const um of inscritos) {
        um.pulsar();
        ids.push(um.senhaId);
      }
      agendar(unidadeId);
    }
    const agora = clock();
    await sql`
      update fila set visto_em = ${new Date(agora)}
      where id in (select value::bigint from json_array_elements_text(${JSON.stringify(ids)}::json))
        and estado <> 'encerrada' and (visto_em is null or visto_em <= ${new Date(agora - VISTO_MS + 1_000)})`.execute(db);
  }

  function ligar(): void {
    if (desligar) return;
    desligar = avisos.ouvir(agendar, () => [...salas.keys()].forEach(agendar));
    pulso = setInterval(() => void pulsar().catch((error: unknown) => log.error({ erro: erroSemDados(error) }, 'a presença na fila não foi gravada')), PULSO_MS);
    pulso.unref();
  }

  avisos.fim.addEventListener('abort', () => {
    for (const { inscritos, espera } of [...salas.values()]) {
      clearTimeout(espera);
      for (const um of [...inscritos]) {
        tirar(um);
        um.fechar();
      }
    }
  });

  return {
    ouvir(ouvinte) {
      const um = { ...ouvinte };
      incluir(um);
      ligar();
      agendar(um.unidadeId);
      return () => tirar(um);
    },
  };
}
