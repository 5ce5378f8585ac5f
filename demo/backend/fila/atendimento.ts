import type { AtoAtendimento, BalcaoAtendimento, EntradaAtendimento, FilaAtendimento, MeusBalcoes, SenhaAtendimento } from '../../../src/contract/atendimento.ts';
import type { IdentificacaoFila } from '../../../src/contract/fila.ts';
import type { Unidade } from '../../../src/contract/tribunal.ts';
import { nomeDoAtendente } from '../../../src/domain/fila/atendente.ts';
import { estimar } from '../../../src/domain/fila/estimativa.ts';
import { ordemDasChamadas } from '../../../src/domain/fila/ordem.ts';
import { regraEmPalavras } from '../../../src/domain/fila/prioridade.ts';
import type { Ator } from '../ator.ts';
import { auditar } from '../auditoria.ts';
import type { Db } from '../database.ts';
import { ProblemError } from '../problems.ts';
import type { FilaRow } from '../schema.ts';
import { iguais, jsonCanonico, sha256 } from '../secrets.ts';
import { noBalcao, VALIDADE_INGRESSO_MS } from './balcao.ts';
import { aceitarConvite, convidar, convitesAbertos } from './convites.ts';
import { lerBalcao, numeroDaSenha } from './leitura.ts';
import { abandonou, presentes } from './presenca.ts';
import { abreNaHora, regraDaFila } from './regra.ts';
import { marcarRetorno } from './retorno.ts';
import { entradaNaSala } from './sala.ts';
import type { ContextoFila, Motor, UmaVez } from './tipos.ts';

/**
 * The attendants' side of the counter: what they see, and their acts. The engine changes the queue; here is who may do what, once for each key, with a line of
 * the audit for each act. The audit never names the citizen.
 */

/** A page gives a sign of life more often than this, in milliseconds. */
const SINAL_MS = 60_000;

const iso = ({ court }: Pick<ContextoFila, 'court'>, unidade: Unidade | undefined) => (instante: Date): string => court.instante(instante.getTime(), unidade);

/** The unit has a counter of its own: video, and no chambers (Res. CNJ 372/2021, art. 4, sole §). */
export const temBalcao = ({ court }: Pick<ContextoFila, 'court'>, unidade: Unidade): boolean => unidade.tipo !== 'gabinete' && court.video(unidade) !== undefined;

/**
 * A unit that the attendant serves at.
 * @throws ProblemError `unidade-nao-encontrada`; `sem-permissao` for another's
 */
export function unidadeDoAtendente({ court }: Pick<ContextoFila, 'court'>, ator: Ator, id: string): Unidade {
  const unidade = court.unidade(id);
  if (!unidade) throw new ProblemError('unidade-nao-encontrada');
  if (!ator.unidades.includes(id)) throw new ProblemError('sem-permissao', { detail: 'A sua conta não atende nesta unidade.' });
  return unidade;
}

/** How each of the counters stands; a fixed number of looks, however many they are. */
async function balcoesDe(ctx: ContextoFila, unidades: readonly Unidade[]): Promise<BalcaoAtendimento[]> {
  if (!unidades.length) return [];
  const { db, court, clock } = ctx;
  const agora = clock();
  const ids = unidades.map(({ id }) => id);
  const [pausas, esperas, quem] = [
    await db.selectFrom('balcoes').selectAll().where('unidade_id', 'in', ids).where('pausado_em', 'is not', null).execute(),
    await db
      .selectFrom('fila')
      .select(({ fn }) => ['unidade_id', fn.countAll<number>().as('quantas'), fn.min('entrou_em').as('primeira')])
      .where('unidade_id', 'in', ids)
      .where('estado', '=', 'aguardando')
      .where('entrou_em', '>', new Date(agora - VALIDADE_INGRESSO_MS))
      .groupBy('unidade_id')
      .execute(),
    await presentes(db, ids, agora),
  ];
  return unidades.map((unidade) => {
    const em = iso(ctx, unidade);
    const instante = (ms: number | null): string | null => (ms === null ? null : court.instante(ms, unidade));
    const status = court.situacao(unidade, agora);
    const pausa = pausas.find(({ unidade_id }) => unidade_id === unidade.id);
    const espera = esperas.find(({ unidade_id }) => unidade_id === unidade.id);
    const aguardando = espera?.quantas ?? 0;
    const { limite } = regraDaFila(court, unidade);
    return {
      unidadeId: unidade.id,
      nome: unidade.nome,
      expediente: {
        aberto: status.kind === 'open',
        fecha: instante(status.kind === 'open' ? (status.closesForDayAt ?? status.until) : null),
        abre: instante(status.kind === 'closed' ? status.opensAt : null),
      },
      pausa: pausa?.pausado_em ? { motivo: pausa.pausa_motivo ?? '', ate: pausa.pausa_ate && em(pausa.pausa_ate), por: pausa.pausado_por ?? '', em: em(pausa.pausado_em) } : null,
      aguardando,
      maisAntiga: espera ? em(espera.primeira) : null,
      lotada: limite !== null && aguardando >= limite,
      atendentes: quem.get(unidade.id) ?? [],
      agenda: (unidade.agenda ?? court.tribunal.balcao?.agenda) !== undefined,
    };
  });
}

/** Every counter of who asks, the invitations to them, and where a ticket can go. */
export async function meusBalcoes(ctx: ContextoFila, ator: Ator): Promise<MeusBalcoes> {
  const minhas = ator.unidades.flatMap((id) => ctx.court.unidade(id) ?? []).filter((unidade) => temBalcao(ctx, unidade));
  return {
    eu: { nome: nomeDoAtendente(ator.nome) },
    itens: await balcoesDe(ctx, minhas),
    convites: await convitesAbertos(ctx, ator.unidades, ator.sub),
    destinos: ctx.court.tribunal.unidades.filter((unidade) => temBalcao(ctx, unidade) && !abreNaHora(ctx, unidade)).map(({ id, nome }) => ({ unidadeId: id, nome })),
  };
}

/** What a list of the queue reads: never who somebody is under sigilo. */
const CAMPOS = [
  'fila.id', 'fila.unidade_id', 'fila.numero', 'fila.estado', 'fila.nome', 'fila.dados', 'fila.entrou_em', 'fila.chamado_em', 'fila.visto_em', 'fila.vez', 'fila.chamada_ate', 'fila.faltas', 'fila.ordem', 'fila.classe',
  'fila.atendente', 'fila.atendente_nome', 'fila.atendido_em', 'fila.notas', 'fila.fim', 'fila.transferida_de',
] as const;

type Lida = Pick<FilaRow, 'id' | 'unidade_id' | 'numero' | 'estado' | 'nome' | 'dados' | 'entrou_em' | 'chamado_em' | 'visto_em' | 'vez' | 'chamada_ate' | 'faltas' | 'ordem' | 'classe' | 'atendente' | 'atendente_nome' | 'atendido_em' | 'notas' | 'fim' | 'transferida_de'> & {
  agendamento: { inicio: string } | null;
};

function mostrarSenha(ctx: ContextoFila, ator: Ator, row: Lida, identificacao: IdentificacaoFila | null): SenhaAtendimento {
  const { court, clock } = ctx;
  const unidade = court.unidade(row.unidade_id);
  const em = iso(ctx, unidade);
  const { assunto, processo, materia, prioridade, libras, semVideo, sigilo } = row.dados;
  const vista = row.visto_em ?? row.entrou_em;
  const viva = row.estado !== 'encerrada';
  return {
    id: String(row.id),
    senha: numeroDaSenha(row),
    unidadeId: row.unidade_id,
    estado: row.estado,
    nome: row.nome,
    assunto: assunto || null,
    processo: processo ?? null,
    materia: materia ?? null,
    prioridade: prioridade ?? null,
    libras: libras ?? false,
    semVideo: semVideo ?? false,
    sigilo: sigilo ?? false,
    identificacao,
    entrouEm: em(row.entrou_em),
    agendadaPara: row.agendamento ? court.instante(Date.parse(row.agendamento.inicio), unidade) : null,
    chamada: row.estado === 'chamada' && row.vez !== null && row.chamada_ate && row.chamado_em ? { vez: row.vez, ate: em(row.chamada_ate), em: em(row.chamado_em) } : null,
    atendidaDesde: row.atendido_em && em(row.atendido_em),
    faltas: row.faltas,
    semSinalDesde: viva && clock() - vista.getTime() > SINAL_MS ? em(vista) : null,
    atendente: row.atendente_nome,
    minha: row.atendente === ator.sub && (row.estado === 'chamada' || row.estado === 'em-atendimento'),
    transferidaDe: row.transferida_de && (court.unidade(row.transferida_de)?.nome ?? row.transferida_de),
    notas: row.notas,
    fim: row.fim,
  };
}

/** Tickets that wait and are shown: the next ones. `balcao.aguardando` tells how many there are; each change of the queue is sent to every console. */
const MOSTRADAS = 100;

/** The queue of a unit as one of its attendants sees it. */
export async function filaDoAtendente(ctx: ContextoFila, ator: Ator, unidade: Unidade): Promise<FilaAtendimento> {
  const { db, court, clock } = ctx;
  const linhas = await db
    .selectFrom('fila')
    .leftJoin('casos', 'casos.id', 'fila.agendamento_id')
    .select([...CAMPOS, 'casos.agendamento'])
    .where(({ eb, and, or }) =>
      or([
        and([eb('fila.unidade_id', '=', unidade.id), eb('fila.estado', '=', 'aguardando')]),
        // Also what is in hand from another counter of the same attendant; a room that opened at once is in nobody's.
        and([eb('fila.estado', 'in', ['chamada', 'em-atendimento']), eb('fila.atendente', 'is not', null), or([eb('fila.unidade_id', '=', unidade.id), eb('fila.atendente', '=', ator.sub)])]),
      ]),
    )
    .where('fila.entrou_em', '>', new Date(clock() - VALIDADE_INGRESSO_MS))
    .orderBy('fila.id')
    .execute();
  const minha = linhas.find((row) => row.atendente === ator.sub);
  const identificacao = minha ? ((await db.selectFrom('fila').select('identificacao').where('id', '=', minha.id).executeTakeFirst())?.identificacao ?? null) : null;
  const lido = await lerBalcao(ctx, unidade.id);
  const regra = regraDaFila(court, unidade);
  const daqui = linhas.filter(({ unidade_id }) => unidade_id === unidade.id);
  const espera = ordemDasChamadas(daqui.filter(({ estado }) => estado === 'aguardando'), lido.seguidas, regra);
  const [balcao] = await balcoesDe(ctx, [unidade]);
  const mostrar = (row: (typeof linhas)[number]): SenhaAtendimento => mostrarSenha(ctx, ator, row, row === minha ? identificacao : null);
  return {
    balcao: balcao!,
    itens: [...espera.slice(0, MOSTRADAS), ...daqui.filter(({ estado }) => estado !== 'aguardando')].map(mostrar),
    minha: minha ? mostrar(minha) : null,
    estimativa: estimar(espera.length, lido),
    regra: regraEmPalavras(regra),
  };
}

/** What one act is made of, for doing it once. */
interface Pedido {
  ator: Ator;
  idemKey: string;
  /** What was asked: the same key with another is refused. */
  corpo: unknown;
}

/**
 * Writes down, in the transaction of an act, that it is done; false when it was done before.
 * @throws ProblemError `chave-de-idempotencia-reusada`
 */
export async function primeiraVez(tx: Db, { chaves: { segredos }, clock }: ContextoFila, { ator, idemKey, corpo }: Pedido): Promise<boolean> {
  const idem_hash = segredos.mac('idempotencia', 'atos-fila', ator.sub, idemKey);
  const corpo_hash = sha256(jsonCanonico(corpo));
  // A second call with the same key waits here until the first is through.
  const gravado = await tx.insertInto('atos_fila').values({ idem_hash, corpo_hash, em: new Date(clock()) }).onConflict((oc) => oc.doNothing()).returning('em').executeTakeFirst();
  if (gravado) return true;
  const antes = await tx.selectFrom('atos_fila').select('corpo_hash').where('idem_hash', '=', idem_hash).executeTakeFirst();
  if (antes && !iguais(antes.corpo_hash, corpo_hash)) throw new ProblemError('chave-de-idempotencia-reusada');
  return false;
}

/**
 * True when this very act was done before: whoever repeats it gets what there is now, also of a ticket that is elsewhere since.
 * @throws ProblemError `chave-de-idempotencia-reusada`
 */
async function jaFeito({ db, chaves: { segredos } }: ContextoFila, { ator, idemKey, corpo }: Pedido): Promise<boolean> {
  const antes = await db.selectFrom('atos_fila').select('corpo_hash').where('idem_hash', '=', segredos.mac('idempotencia', 'atos-fila', ator.sub, idemKey)).executeTakeFirst();
  if (antes && !iguais(antes.corpo_hash, sha256(jsonCanonico(corpo)))) throw new ProblemError('chave-de-idempotencia-reusada');
  return antes !== undefined;
}

/** Who acts, by the name that colleagues and citizens see. */
const quemAtende = ({ sub, nome }: Ator) => ({ sub, nome: nomeDoAtendente(nome) });

const senhaDe = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0);

/** A ticket of one of the attendant's units. One of another unit and one that does not exist are the same answer. */
async function senhaDoAtendente(db: Db, ator: Ator, id: string): Promise<FilaRow> {
  const row = await db.selectFrom('fila').selectAll().where('id', '=', senhaDe(id)).executeTakeFirst();
  if (!row || !ator.unidades.includes(row.unidade_id)) throw new ProblemError('senha-nao-encontrada');
  return row;
}

/** @throws ProblemError `senha-de-outro-atendente`, `acao-indisponivel` unless the ticket is in the attendant's hands */
function exigirNaMao({ estado, atendente }: Pick<FilaRow, 'estado' | 'atendente'>, sub: string): void {
  if (estado === 'encerrada') throw new ProblemError('acao-indisponivel', { detail: 'Este atendimento já terminou.' });
  if (estado === 'aguardando') throw new ProblemError('acao-indisponivel', { detail: 'Esta senha não está com você: ela está na fila.' });
  if (atendente !== sub) throw new ProblemError('senha-de-outro-atendente');
}

export interface Atendimento {
  /** One act of an attendant at a unit. @throws ProblemError of the engine, of the booking, and of who may do what */
  agir(ator: Ator, unidade: Unidade, ato: AtoAtendimento, idemKey: string): Promise<void>;
  pausar(ator: Ator, unidade: Unidade, pausa: { motivo: string; ate?: string | undefined } | null, idemKey: string): Promise<void>;
  /** The room of a ticket in hand, for who moderates it. */
  entrar(ator: Ator, senhaId: string, idemKey: string): Promise<EntradaAtendimento>;
  /** The room of a colleague's call, for who was asked in. */
  entrarPorConvite(ator: Ator, conviteId: string, idemKey: string): Promise<EntradaAtendimento>;
}

export function createAtendimento(ctx: ContextoFila, motor: Motor): Atendimento {
  const { db, court, clock } = ctx;

  const anotarAto = (tx: Db, ator: Ator, acao: string, detalhe: Record<string, unknown>): Promise<void> =>
    auditar(tx, { ator, acao: `balcao-${acao}`, detalhe, em: new Date(clock()) });

  /** For the engine: once for each key, with a line of the audit. */
  const umaVez = (pedido: Pedido, acao: string, detalhe: Record<string, unknown>, antes?: (tx: Db) => Promise<void>): UmaVez => async (tx) => {
    if (!(await primeiraVez(tx, ctx, pedido))) return false;
    await anotarAto(tx, pedido.ator, acao, detalhe);
    await antes?.(tx);
    return true;
  };

  /** Changes a ticket that is in hand, under its unit's lock, without the engine: what is said of it, not where it stands. */
  const naSenha = (pedido: Pedido, id: string, tambem: readonly string[], acao: string, detalhe: Record<string, unknown>, fazer: (tx: Db, row: FilaRow) => Promise<void>): Promise<void> =>
    senhaDoAtendente(db, pedido.ator, id).then((vista) =>
      noBalcao(ctx, [vista.unidade_id, ...tambem], async (tx) => {
        const row = await tx.selectFrom('fila').selectAll().where('id', '=', vista.id).forUpdate().executeTakeFirstOrThrow();
        if (!(await primeiraVez(tx, ctx, pedido))) return;
        exigirNaMao(row, pedido.ator.sub);
        await anotarAto(tx, pedido.ator, acao, { senha: row.id, unidade: row.unidade_id, ...detalhe });
        await fazer(tx, row);
      }),
    );

  /** A colleague whose console has been silent for long lost the machine or went home: somebody of the same unit goes on. */
  async function assumir(ator: Ator, row: FilaRow): Promise<void> {
    if (row.estado !== 'chamada' && row.estado !== 'em-atendimento') return;
    if (row.atendente === ator.sub || row.atendente === null || !(await abandonou(db, row.atendente, clock()))) return;
    await noBalcao(ctx, [row.unidade_id], async (tx) => {
      const agora = await tx.selectFrom('fila').selectAll().where('id', '=', row.id).forUpdate().executeTakeFirstOrThrow();
      if (agora.atendente !== row.atendente || agora.estado !== row.estado) return;
      const outra = await tx.selectFrom('fila').select('id').where('atendente', '=', ator.sub).where('estado', 'in', ['chamada', 'em-atendimento']).executeTakeFirst();
      if (outra) throw new ProblemError('acao-indisponivel', { detail: 'Termine antes o atendimento que está com você.' });
      const { sub, nome } = quemAtende(ator);
      await tx.updateTable('fila').set({ atendente: sub, atendente_nome: nome }).where('id', '=', row.id).execute();
      await anotarAto(tx, ator, 'assumir', { senha: row.id, unidade: row.unidade_id, de: row.atendente });
    });
  }

  async function agir(ator: Ator, unidade: Unidade, ato: AtoAtendimento, idemKey: string): Promise<void> {
    const pedido: Pedido = { ator, idemKey, corpo: [unidade.id, ato] };
    if (await jaFeito(ctx, pedido)) return;
    if (ato.acao === 'chamar') {
      await motor.chamar(
        unidade.id,
        quemAtende(ator),
        async (tx) => {
          if (!(await primeiraVez(tx, ctx, pedido))) return false;
          const { pausado_em } = await tx.selectFrom('balcoes').select('pausado_em').where('unidade_id', '=', unidade.id).executeTakeFirstOrThrow();
          const minha = await tx.selectFrom('fila').select('id').where('atendente', '=', ator.sub).where('estado', 'in', ['chamada', 'em-atendimento']).executeTakeFirst();
          if (pausado_em && !minha) throw new ProblemError('acao-indisponivel', { detail: 'O balcão está em pausa. Retome o atendimento antes de chamar.' });
          return true;
        },
        (tx, { id, dados }) => anotarAto(tx, ator, 'chamar', { senha: id, unidade: unidade.id, ...(dados.sigilo ? { identificacao: true } : {}) }),
      );
      return;
    }
    const row = await senhaDoAtendente(db, ator, ato.senhaId);
    const detalhe = { senha: row.id, unidade: row.unidade_id };
    switch (ato.acao) {
      case 'chamar-de-novo':
        await motor.agir(ato, quemAtende(ator), umaVez(pedido, ato.acao, detalhe));
        return;
      case 'ausente':
        await motor.agir(
          ato,
          quemAtende(ator),
          umaVez(pedido, ato.acao, detalhe, async (tx) => {
            const { vez, chamada_ate } = await tx.selectFrom('fila').select(['vez', 'chamada_ate']).where('id', '=', row.id).executeTakeFirstOrThrow();
            const faltam = chamada_ate ? Math.ceil((chamada_ate.getTime() - clock()) / 1000) : 0;
            if (vez === 1 && faltam > 0) throw new ProblemError('acao-indisponivel', { detail: `A pessoa ainda tem ${faltam} ${faltam === 1 ? 'segundo' : 'segundos'} para entrar.`, retryAfter: faltam });
          }),
        );
        return;
      case 'transferir': {
        const destino = court.unidade(ato.unidadeId);
        if (!destino) throw new ProblemError('unidade-nao-encontrada');
        await assumir(ator, row);
        await motor.agir(
          ato,
          quemAtende(ator),
          umaVez(pedido, ato.acao, { ...detalhe, para: destino.id }, async () => {
            // Nobody is sent to a counter where nobody comes any more today; who is in its queue by then is served.
            if (court.situacao(destino, clock()).kind === 'closed') throw new ProblemError('fora-do-horario', { detail: 'Esta unidade está fechada agora. Marque um horário para a pessoa.' });
            if (abreNaHora(ctx, destino)) throw new ProblemError('acao-indisponivel', { detail: 'Esta unidade não chama por senha: a sala dela abre na hora. Peça à pessoa que entre por lá.' });
          }),
        );
        return;
      }
      case 'encerrar':
        await assumir(ator, row);
        await motor.agir(ato, quemAtende(ator), umaVez(pedido, ato.acao, detalhe));
        return;
      case 'anotar':
        await naSenha(pedido, ato.senhaId, [], ato.acao, {}, async (tx, { id }) => {
          await tx.updateTable('fila').set({ notas: ato.notas.trim() ? ato.notas : null }).where('id', '=', id).execute();
        });
        return;
      case 'convidar': {
        const quem = court.unidade(ato.unidadeId);
        if (!quem) throw new ProblemError('unidade-nao-encontrada');
        await naSenha(pedido, ato.senhaId, [quem.id], ato.acao, { para: quem.id }, (tx, senha) => convidar(tx, senha, ato, quemAtende(ator), new Date(clock())));
        return;
      }
      case 'agendar': {
        const onde = ato.unidadeId ?? row.unidade_id;
        exigirNaMao(row, ator.sub);
        if (row.retorno_id !== null) throw new ProblemError('acao-indisponivel', { detail: 'O retorno desta pessoa já está marcado.' });
        // Booked first, and once for each ticket: should the rest fail, the next try finds it.
        const casoId = await marcarRetorno(ctx, row, onde, ato.inicio);
        await naSenha(pedido, ato.senhaId, [], ato.acao, { em: onde }, async (tx, { id }) => {
          await tx.updateTable('fila').set({ retorno_id: casoId }).where('id', '=', id).execute();
        });
        return;
      }
    }
  }

  return {
    agir,

    async pausar(ator, unidade, pausa, idemKey) {
      const pedido: Pedido = { ator, idemKey, corpo: [unidade.id, pausa ? 'pausa' : 'retomada', pausa] };
      await noBalcao(ctx, [unidade.id], async (tx) => {
        if (!(await primeiraVez(tx, ctx, pedido))) return;
        await anotarAto(tx, ator, pausa ? 'pausar' : 'retomar', { unidade: unidade.id });
        const valores = pausa
          ? { pausado_em: new Date(clock()), pausado_por: quemAtende(ator).nome, pausa_motivo: pausa.motivo, pausa_ate: pausa.ate ? new Date(pausa.ate) : null }
          : { pausado_em: null, pausado_por: null, pausa_motivo: null, pausa_ate: null };
        await tx.updateTable('balcoes').set(valores).where('unidade_id', '=', unidade.id).execute();
      });
    },

    async entrar(ator, senhaId, idemKey) {
      await assumir(ator, await senhaDoAtendente(db, ator, senhaId));
      const pedido: Pedido = { ator, idemKey, corpo: ['entrada', senhaId] };
      const row = await db.transaction().execute(async (tx) => {
        const senha = await senhaDoAtendente(tx, ator, senhaId);
        exigirNaMao(senha, ator.sub);
        if (await primeiraVez(tx, ctx, pedido)) await anotarAto(tx, ator, 'entrar', { senha: senha.id, unidade: senha.unidade_id });
        return senha;
      });
      const { nome } = quemAtende(ator);
      return { entrada: await entradaNaSala(ctx, row, { nome, moderador: true, sub: `atendente-${row.id}` }), nome };
    },

    async entrarPorConvite(ator, conviteId, idemKey) {
      const id = senhaDe(conviteId);
      const pedido: Pedido = { ator, idemKey, corpo: ['convite', conviteId] };
      const { nome } = quemAtende(ator);
      const row = await db.transaction().execute(async (tx) => {
        const senha = await aceitarConvite(tx, id, ator.unidades, ator.sub, new Date(clock()));
        if (await primeiraVez(tx, ctx, pedido)) await anotarAto(tx, ator, 'aceitar-convite', { convite: id, senha: senha.id });
        await ctx.avisos.avisar(tx, senha.unidade_id);
        return senha;
      });
      return { entrada: await entradaNaSala(ctx, row, { nome, moderador: false, sub: `convidado-${id}` }), nome };
    },
  };
}
