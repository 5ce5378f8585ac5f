import { sql } from 'kysely';
import type { Caso, ConsultaEnvio, Recibo, TipoCaso } from '../../src/contract/caso.ts';
import type { ManifestacaoCifradaEnvio, ManifestacaoEnvio } from '../../src/contract/manifestacao.ts';
import type { PedidoEnvio } from '../../src/contract/pedido.ts';
import { prazoDoAgendamento } from '../../src/domain/agenda/prazo.ts';
import { registrarCaso } from '../../src/domain/caso/registro.ts';
import { chaveDeBytes, formatChave } from '../../src/domain/protocol/chave.ts';
import { formatProtocolo } from '../../src/domain/protocol/protocolo.ts';
import { mostrarCaso } from './caso-publico.ts';
import type { Court } from './court.ts';
import { bancoForaDoAr, violou, type Db } from './database.ts';
import { gravarEventos, type NovoEvento } from './eventos.ts';
import type { Chaves } from './keys.ts';
import { ProblemError } from './problems.ts';
import type { AgendamentoGuardado, CasoRow, NovoCaso } from './schema.ts';
import { aleatorio, iguais, jsonCanonico, sha256, type Segredos } from './secrets.ts';
import { contextoDoDominio } from './situacao.ts';

export { lerToken } from './caso-publico.ts';

/** What the use cases need from the outside. */
export interface Contexto {
  db: Db;
  court: Court;
  chaves: Chaves;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Called right after the commit of a registration, or of a file of a recording, before anything is answered: a place for tests to break. */
  afterCommit?: (() => void) | undefined;
}

/** What is registered: the validated body and what is read from it. */
export interface NovoRegistro {
  tipo: TipoCaso;
  envio: Record<string, unknown>;
  /** What is kept of it with the case. */
  conteudo: Record<string, unknown>;
  /** The citizen's text, whose hash goes into the receipt. */
  texto: string;
  especie: string | null;
  tema?: string | null;
  assunto?: string | null;
  /** Right that a data subject exercises. */
  direito?: string | null;
  modo: 'identificada' | 'preservada' | 'anonima';
  /** Who the person is; kept apart from the case. Null when anonymous. */
  identidade: Record<string, unknown> | null;
  /** Where news go, when the person gave an address. */
  email: string | null;
  /** Uploads that come with it. */
  anexos?: readonly string[] | undefined;
  /** What the person wrote is encrypted to the Ouvidoria's key. */
  cifrado?: boolean;
  /** Unit of the counter that a message or an appointment is of. */
  balcao?: { unidadeId: string; prazoRazoavelDias?: number | undefined };
  /** The hour, of an appointment, with what takes its place in the transaction, for a registration that is new; throws when there is none. */
  agendamento?: AgendamentoGuardado;
  reservar?(tx: Db, casoId: number, agora: number): Promise<void>;
}

/** A registration out of a manifestation. */
export function registroDaManifestacao(envio: ManifestacaoEnvio): NovoRegistro {
  const { identificacao, anexos, ...conteudo } = envio;
  const anonima = identificacao.modo === 'anonima';
  return {
    tipo: 'manifestacao',
    envio,
    conteudo,
    texto: envio.relato,
    especie: envio.tipo,
    tema: envio.tema ?? null,
    assunto: envio.assunto ?? null,
    direito: envio.direito ?? null,
    modo: identificacao.modo,
    identidade: anonima ? null : identificacao,
    email: anonima ? null : (identificacao.contato.email ?? null),
    anexos,
  };
}

/** A registration out of an anonymous report that was encrypted in the browser: the receipt vouches for the encrypted text. */
export function registroCifrado(envio: ManifestacaoCifradaEnvio): NovoRegistro {
  const { identificacao: _, anexos, ...conteudo } = envio;
  return {
    tipo: 'manifestacao',
    envio,
    conteudo,
    texto: envio.cifrado,
    especie: envio.tipo,
    tema: envio.tema ?? null,
    assunto: envio.assunto ?? null,
    direito: envio.direito ?? null,
    modo: 'anonima',
    identidade: null,
    email: null,
    anexos,
    cifrado: true,
  };
}

/** A registration out of a request for information; its confidential treatment (Res. 215/2015, art. 11, § 3) keeps the identity like a preserved one. */
export function registroDoPedido(envio: PedidoEnvio): NovoRegistro {
  const { requerente, anexos, ...conteudo } = envio;
  return {
    tipo: 'pedido-informacao',
    envio,
    conteudo,
    texto: envio.especificacao,
    especie: envio.especie ?? 'informacao',
    modo: envio.sigiloDados ? 'preservada' : 'identificada',
    identidade: requerente,
    email: requerente.contato.email ?? null,
    anexos,
  };
}

/**
 * The key of a case, out of things that are only together when the client sends its request (again).
 *
 * The same request must give the same answer, key included, and yet the key may be stored nowhere. So it is not drawn but derived:
 * the first 80 bits of HMAC-SHA-256 under the server's secret over the `Idempotency-Key`, the hash of the body and 128 random bits kept
 * with the case. Without the client's `Idempotency-Key`, which is stored only as a keyed hash, neither the database nor the server's
 * secret gives it back.
 */
export const derivarChave = (segredos: Segredos, idemKey: string, corpoHash: Uint8Array, sal: Uint8Array): string =>
  chaveDeBytes(segredos.mac('chave-derivacao', idemKey, corpoHash, sal).subarray(0, 10));

export const hashDaChave = (segredos: Segredos, protocolo: string, chave: string): Buffer => segredos.mac('chave', protocolo, chave);

type Guardado = Pick<CasoRow, 'tipo' | 'protocolo' | 'chave_hash' | 'registrado_em' | 'prazo' | 'recibo' | 'corpo_hash' | 'sal'>;
const GUARDADO = ['tipo', 'protocolo', 'chave_hash', 'registrado_em', 'prazo', 'recibo', 'corpo_hash', 'sal'] as const;

/** A registration that waits for its turn. */
interface Pendente {
  novo: NovoRegistro;
  idemKey: string;
  idemHash: Buffer;
  corpoHash: Buffer;
  /** When it came, in epoch milliseconds. */
  chegou: number;
  resolve(caso: Guardado): void;
  reject(error: unknown): void;
}

/** Most registrations in one transaction, and most that may wait before people are asked to come back. */
const MAX_LOTE = 50;
const MAX_ESPERA = 1_000;

/** Registers a case once and gives its receipt. */
export type Registrar = (novo: NovoRegistro, idemKey: string) => Promise<Recibo>;

/**
 * Registers cases: number, receipt and first event in one transaction.
 *
 * The row of the year's counter stays locked until the commit, so numbers have no gaps (a rollback gives them back) and their order is the
 * order of the instants (Res. CNJ 432/2021, art. 8), also with several processes and clocks that disagree: an instant is never before the one
 * of the number before. That lock lets one transaction through at a time, so those who come while one is being written go together in
 * the next: the more people, the less each costs.
 *
 * The same `Idempotency-Key` gives the same answer: what is there is looked for under the lock, and a unique constraint has the last word.
 * The call throws ProblemError `chave-de-idempotencia-reusada` when the key came with another body.
 */
export function createRegistrar(ctx: Contexto): Registrar {
  const espera: Pendente[] = [];
  let gravando = false;

  const anoDe = ({ chegou }: Pendente): number => Number(ctx.court.dataCivil(chegou).slice(0, 4));

  /** Those at the front that go together: the counter is one for each year. */
  function proximoLote(): Pendente[] {
    const ano = anoDe(espera[0]!);
    const other = espera.slice(0, MAX_LOTE).findIndex((pendente) => anoDe(pendente) !== ano);
    return espera.splice(0, other < 0 ? MAX_LOTE : other);
  }

  async function gravarLote(lote: Pendente[]): Promise<void> {
    try {
      const salvos = await gravar(ctx, anoDe(lote[0]!), lote);
      ctx.afterCommit?.();
      lote.forEach(({ resolve }, index) => resolve(salvos[index]!));
    } catch (error) {
      // One that cannot be written must not take the others with it; and one that met its twin in another year's transaction finds it now.
      const again = lote.length > 1 ? !bancoForaDoAr(error) : violou(error, 'casos_idem_unico');
      if (!again) lote.forEach(({ reject }) => reject(error));
      else if (lote.length > 1) for (const um of lote) await gravarLote([um]);
      else await gravar(ctx, anoDe(lote[0]!), lote).then(([salvo]) => lote[0]!.resolve(salvo!), lote[0]!.reject);
    }
  }

  async function escoar(): Promise<void> {
    if (gravando) return;
    gravando = true;
    while (espera.length) await gravarLote(proximoLote());
    gravando = false;
  }

  return async (novo, idemKey) => {
    const { segredos } = ctx.chaves;
    if (espera.length >= MAX_ESPERA) throw new ProblemError('banco-indisponivel', { retryAfter: 5 });
    const idemHash = segredos.mac('idempotencia', 'casos', idemKey);
    const corpoHash = sha256(jsonCanonico([novo.tipo, novo.envio]));
    const caso = await new Promise<Guardado>((resolve, reject) => {
      espera.push({ novo, idemKey, idemHash, corpoHash, chegou: ctx.clock(), resolve, reject });
      void escoar();
    });
    return responder(ctx, caso, idemKey, corpoHash);
  };
}

const registradores = new WeakMap<Contexto, Registrar>();

/** The one registrar of a context. @see createRegistrar */
export function registrarDe(ctx: Contexto): Registrar {
  let registrar = registradores.get(ctx);
  if (!registrar) registradores.set(ctx, (registrar = createRegistrar(ctx)));
  return registrar;
}

/** A registration on its way to the tables. */
interface Linha {
  novo: NovoRegistro;
  caso: NovoCaso;
  eventos: readonly Omit<NovoEvento, 'casoId' | 'em'>[];
  em: number;
}

/** What a registration begins with: its state, who holds it, its due date, and what is told of it at once. */
function comoSeRegistra(court: Court, novo: NovoRegistro, em: number) {
  const { tipo, especie, modo, conteudo, anexos, cifrado = false, tema = null, assunto = null, direito = null, balcao, agendamento = null } = novo;
  const hoje = court.dataCivil(em);
  const prazo = agendamento
    ? prazoDoAgendamento(hoje, court.dataCivil(Date.parse(agendamento.inicio)))
    : court.prazo({ tipo, especie, tema, direito, prazoRazoavelDias: balcao?.prazoRazoavelDias }, hoje, balcao?.unidadeId);
  const unidadeDoTema = court.tribunal.ouvidoria?.temas?.find((um) => um.tema === tema)?.unidadeId ?? null;
  const { situacao, eventos } = registrarCaso({ tipo, especie, tema, assunto, direito, modo, prazo, balcao: balcao?.unidadeId ?? null, agendamento }, unidadeDoTema, contextoDoDominio(court, em, tipo));
  const { estado, unidade } = situacao;
  const colunas = {
    estado,
    especie,
    tema,
    assunto,
    modo,
    cifrado,
    unidade_id: balcao?.unidadeId ?? unidade?.id ?? null,
    agendamento: agendamento && JSON.stringify(agendamento),
    prazo_unidade: unidade?.prazo ? JSON.stringify(unidade.prazo) : null,
    vence: prazo.vence,
    prazo: JSON.stringify(prazo),
    conteudo: JSON.stringify(conteudo),
  };
  return { colunas, prazo, eventos: eventos.map(({ comAnexos, ...evento }) => ({ ...evento, ...(comAnexos ? { anexos } : {}) })) };
}

/** Writes new cases with the counter, then who they are of, what happened, and their files. */
async function inserir(tx: Db, ano: number, { ultimo, ultimoEm }: { ultimo: number; ultimoEm: number }, linhas: readonly Linha[]): Promise<void> {
  const ids = await tx
    .with('contador', (cte) => cte.updateTable('contadores').set({ ultimo, ultimo_em: new Date(ultimoEm) }).where('ano', '=', ano))
    .insertInto('casos')
    .values(linhas.map(({ caso }) => caso))
    .returning(['id', 'protocolo'])
    .execute();
  const porProtocolo = new Map(ids.map(({ id, protocolo }) => [protocolo, id]));
  const comId = linhas.map((linha) => ({ ...linha, casoId: porProtocolo.get(linha.caso.protocolo)! }));
  const identidades = comId.flatMap(({ casoId, novo: { identidade, email } }) => (identidade ? [{ caso_id: casoId, dados: JSON.stringify(identidade), email }] : []));
  if (identidades.length) await tx.insertInto('identidades').values(identidades).execute();
  for (const { casoId, em, novo } of comId) await novo.reservar?.(tx, casoId, em);
  await gravarEventos(tx, comId.flatMap(({ casoId, em, eventos }) => eventos.map((evento) => ({ ...evento, casoId, em }))));
}

/** Writes the registrations that are new and gives the stored case of each, in their order. */
function gravar({ db, court, chaves }: Contexto, ano: number, lote: readonly Pendente[]): Promise<Guardado[]> {
  const { segredos } = chaves;
  return db.transaction().execute(async (tx) => {
    const inicio = new Date(lote[0]!.chegou);
    const contador = await tx
      .insertInto('contadores')
      .values({ ano, ultimo: 0, ultimo_em: inicio })
      .onConflict((oc) => oc.column('ano').doUpdateSet({ ultimo: sql`contadores.ultimo` }))
      .returning(['ultimo', 'ultimo_em'])
      .executeTakeFirstOrThrow();
    const casos = new Map<string, Guardado>();
    const nome = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');
    const antes = await tx
      .selectFrom('casos')
      .select([...GUARDADO, 'idem_hash'])
      .where('idem_hash', 'in', lote.map(({ idemHash }) => idemHash))
      .execute();
    for (const { idem_hash, ...caso } of antes) casos.set(nome(idem_hash), caso);

    let { ultimo } = contador;
    let ultimoEm = contador.ultimo_em.getTime();
    const linhas: Linha[] = [];
    for (const { novo, idemKey, idemHash, corpoHash, chegou } of lote) {
      if (casos.has(nome(idemHash))) continue;
      ultimoEm = Math.max(ultimoEm, chegou);
      const protocolo = formatProtocolo({ ano, numero: (ultimo += 1) });
      const { colunas, eventos, prazo } = comoSeRegistra(court, novo, ultimoEm);
      const sal = aleatorio(16);
      const chave = derivarChave(segredos, idemKey, corpoHash, sal);
      const recibo = await chaves.recibo.assinar({
        tribunal: court.tribunal.sigla,
        protocolo,
        tipo: novo.tipo,
        registradoEm: court.instante(ultimoEm),
        vence: prazo.vence,
        textoSha256: sha256(novo.texto).toString('hex'),
      });
      const caso = { tipo: novo.tipo, protocolo, chave_hash: hashDaChave(segredos, protocolo, chave), registrado_em: new Date(ultimoEm), recibo, corpo_hash: corpoHash, sal };
      casos.set(nome(idemHash), { ...caso, prazo });
      linhas.push({ novo, eventos, em: ultimoEm, caso: { ...caso, ...colunas, ano, numero: ultimo, idem_hash: idemHash } });
    }
    if (linhas.length) await inserir(tx, ano, { ultimo, ultimoEm }, linhas);
    return lote.map(({ idemHash }) => casos.get(nome(idemHash))!);
  });
}

/** The receipt of a stored case, the same each time. */
function responder({ court, chaves: { segredos } }: Contexto, caso: Guardado, idemKey: string, corpoHash: Uint8Array): Recibo {
  if (!iguais(caso.corpo_hash, corpoHash)) throw new ProblemError('chave-de-idempotencia-reusada');
  const chave = derivarChave(segredos, idemKey, corpoHash, caso.sal);
  // Only after the server's secret was changed: better no answer than a key that opens nothing.
  if (!iguais(caso.chave_hash, hashDaChave(segredos, caso.protocolo, chave))) throw new Error('derived key does not open its case');
  return {
    tipo: caso.tipo,
    protocolo: caso.protocolo,
    chave: formatChave(chave),
    registradoEm: court.instante(caso.registrado_em.getTime()),
    prazo: caso.prazo,
    recibo: caso.recibo,
  };
}

/**
 * The case that a protocol and its key open. A wrong key and an unknown protocol are the same answer, after the same work.
 * @throws ProblemError `protocolo-nao-encontrado`
 */
export async function consultar(ctx: Contexto, { protocolo, chave }: ConsultaEnvio): Promise<Caso> {
  const { db, chaves: { segredos } } = ctx;
  const guardada = await db.selectFrom('casos').select(['id', 'chave_hash']).where('protocolo', '=', protocolo).executeTakeFirst();
  const confere = iguais(hashDaChave(segredos, protocolo, chave), guardada?.chave_hash ?? aleatorio(32));
  if (!guardada || !confere) throw new ProblemError('protocolo-nao-encontrado');
  return mostrarCaso(ctx, guardada.id);
}
