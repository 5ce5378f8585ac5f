import { sql } from 'kysely';
import type { AcessoGravacaoEnvio, ArquivoGravacao, Gravacao, GravacaoEnvio, ManifestoGravacao, MarcaGravacao, ResumoGravacao } from '../../../src/contract/gravacao.ts';
import { formatDocument } from '../../../src/domain/documents/format.ts';
import { emOrdem } from '../../../src/domain/gravacao/marcas.ts';
import { chaveDeBytes, formatChave, parseChave } from '../../../src/domain/protocol/chave.ts';
import type { Ator } from '../ator.ts';
import { numero } from '../audiencia/banco.ts';
import { auditar, type AcaoAuditada } from '../auditoria.ts';
import type { Contexto } from '../cases.ts';
import type { Db } from '../database.ts';
import { invalido, ProblemError } from '../problems.ts';
import type { ArquivoGravacaoRow, GravacaoRow } from '../schema.ts';
import { aleatorio, iguais, jsonCanonico, sha256 } from '../secrets.ts';
import { escreverEndereco, VIDA_ENDERECO_MS, type Alvo } from './enderecos.ts';

/** The roles that keep recordings: they send them, mark them and give access, each for their own units. */
export const GUARDAM = ['gravacoes'] as const;

const ID = /^[A-Za-z0-9_-]{22,64}$/;

export async function acharGravacao(db: Db, id: string): Promise<GravacaoRow> {
  const linha = ID.test(id) ? await db.selectFrom('gravacoes').selectAll().where('id', '=', id).executeTakeFirst() : undefined;
  if (!linha) throw new ProblemError('gravacao-nao-encontrada');
  return linha;
}

export const arquivosDe = (db: Db, id: string): Promise<ArquivoGravacaoRow[]> =>
  db.selectFrom('arquivos_gravacao').selectAll().where('gravacao_id', '=', id).orderBy(sql`array_position(array['video', 'audio', 'legendas'], variante)`).execute();

/** A recording is of a hearing of its own lawsuit, and no more public than it was. One that does not exist and one of another lawsuit are the same answer. */
async function conferirAudiencia(db: Db, { audienciaId, processo, sigilo }: GravacaoEnvio): Promise<void> {
  if (audienciaId === undefined) return;
  const row = await db.selectFrom('audiencias').select('sigilo').where('id', '=', numero(audienciaId)).where('processo', '=', processo.replace(/\D/g, '')).executeTakeFirst();
  if (!row) throw invalido('/audienciaId', 'Não há audiência deste processo com este identificador.');
  if (row.sigilo && !sigilo) throw invalido('/sigilo', 'A audiência foi sob sigilo: a gravação dela também fica.');
}

/** Registers a recording, without files yet. The same key with the same body is the same recording. */
export async function criarGravacao({ db, court, chaves, clock }: Contexto, ator: Ator, envio: GravacaoEnvio, idemKey: string): Promise<GravacaoRow> {
  if (!court.unidade(envio.unidadeId)) throw invalido('/unidadeId', 'Não há unidade com este identificador.');
  if (!ator.unidades.includes(envio.unidadeId)) throw new ProblemError('sem-permissao');
  await conferirAudiencia(db, envio);
  const idemHash = chaves.segredos.mac('idempotencia', 'gravacao', ator.sub, idemKey);
  const corpoHash = sha256(jsonCanonico(envio));
  const agora = new Date(clock());
  return db.transaction().execute(async (tx) => {
    const nova = await tx
      .insertInto('gravacoes')
      .values({
        id: aleatorio(18).toString('base64url'),
        processo: formatDocument('processo', envio.processo),
        unidade_id: envio.unidadeId,
        ato: envio.ato,
        em: new Date(envio.em),
        sigilo: envio.sigilo,
        audiencia_id: envio.audienciaId ?? null,
        marcas: JSON.stringify(emOrdem(envio.marcas ?? [])),
        manifesto: null,
        criada_em: agora,
        criada_por: ator.sub,
        idem_hash: idemHash,
        corpo_hash: corpoHash,
      })
      .onConflict((oc) => oc.column('idem_hash').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (nova) {
      await auditar(tx, { ator, acao: 'criar-gravacao', detalhe: { gravacao: nova.id }, em: agora });
      return nova;
    }
    const antes = await tx.selectFrom('gravacoes').selectAll().where('idem_hash', '=', idemHash).executeTakeFirstOrThrow();
    if (!iguais(antes.corpo_hash, corpoHash)) throw new ProblemError('chave-de-idempotencia-reusada');
    return antes;
  });
}

type NovoArquivo = Omit<ArquivoGravacaoRow, 'gravacao_id' | 'enviado_em' | 'enviado_por'>;

/** Gives a file to a recording, and signs what it has now. @throws ProblemError `gravacao-arquivo-existe` */
export async function guardarArquivo(ctx: Contexto, ator: Ator, id: string, arquivo: NovoArquivo): Promise<void> {
  const { db, clock } = ctx;
  const em = new Date(clock());
  await db.transaction().execute(async (tx) => {
    // The row is locked: two files that come together are both in the last manifest.
    const linha = await tx.selectFrom('gravacoes').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('arquivos_gravacao')
      .values({ ...arquivo, gravacao_id: id, enviado_em: em, enviado_por: ator.sub })
      .onConflict((oc) => oc.columns(['gravacao_id', 'variante']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new ProblemError('gravacao-arquivo-existe');
    const versao = linha.versao + 1;
    const manifesto = await assinarManifesto(ctx, linha, await arquivosDe(tx, id), versao);
    await tx.updateTable('gravacoes').set({ manifesto, versao }).where('id', '=', id).execute();
    await auditar(tx, { ator, acao: 'enviar-gravacao', detalhe: { gravacao: id, variante: arquivo.variante, sha256: Buffer.from(arquivo.sha256).toString('hex') }, em });
  });
  ctx.afterCommit?.();
}

/** Whether a recording has these bytes. Asked with its row locked: a commit whose answer was lost may be still on its way. */
export const temBytes = (db: Db, id: string, nome: string): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    await tx.selectFrom('gravacoes').select('id').where('id', '=', id).forUpdate().execute();
    return (await tx.selectFrom('arquivos_gravacao').select('nome').where('nome', '=', nome).executeTakeFirst()) !== undefined;
  });

function assinarManifesto({ chaves, court, clock }: Contexto, linha: GravacaoRow, arquivos: readonly ArquivoGravacaoRow[], versao: number): Promise<string> {
  const manifesto: ManifestoGravacao = {
    tipo: 'gravacao',
    versao,
    tribunal: court.tribunal.sigla,
    gravacao: linha.id,
    processo: linha.processo,
    unidade: court.unidade(linha.unidade_id)?.nome ?? linha.unidade_id,
    ato: linha.ato,
    em: instanteDe(court, linha),
    arquivos: arquivos.map(({ variante, tipo, bytes, sha256: soma, pedaco, pedacos }) => ({ variante, tipo, bytes, sha256: Buffer.from(soma).toString('hex'), pedaco, pedacos: emSomas(pedacos) })),
    assinadoEm: court.instante(clock()),
  };
  return chaves.recibo.assinar({ ...manifesto }, 'gravacao+jws');
}

const emSomas = (pedacos: Uint8Array): string[] => Array.from({ length: pedacos.length / 32 }, (_, n) => Buffer.from(pedacos.subarray(n * 32, n * 32 + 32)).toString('base64url'));

const instanteDe = (court: Contexto['court'], { em, unidade_id }: Pick<GravacaoRow, 'em' | 'unidade_id'>): string => court.instante(em.getTime(), court.unidade(unidade_id));

/** A recording as who may see it gets it, with addresses that work for a short while. */
export async function mostrarGravacao({ db, court, chaves: { segredos }, clock }: Contexto, linha: GravacaoRow, vista: string | null): Promise<Gravacao> {
  const ate = Math.floor((clock() + VIDA_ENDERECO_MS) / 1000);
  const endereco = (alvo: Alvo, baixar = false): string => escreverEndereco(segredos, { gravacao: linha.id, alvo, ate, vista: vista ?? '', baixar });
  const arquivos = await arquivosDe(db, linha.id);
  return {
    ...resumir(court, linha),
    audienciaId: linha.audiencia_id,
    marcas: linha.marcas,
    arquivos: arquivos.map(({ variante, tipo, bytes, sha256: soma }): ArquivoGravacao => ({ variante, tipo, bytes, sha256: Buffer.from(soma).toString('hex'), url: endereco(variante), baixar: endereco(variante, true) })),
    manifesto: linha.manifesto ? endereco('manifesto') : null,
    expiraEm: court.instante(ate * 1000),
    vista,
  };
}

export const resumir = (court: Contexto['court'], linha: GravacaoRow): ResumoGravacao => ({
  id: linha.id,
  processo: linha.processo,
  unidade: court.unidade(linha.unidade_id)?.nome ?? linha.unidade_id,
  ato: linha.ato,
  em: instanteDe(court, linha),
  sigilo: linha.sigilo,
});

/** The recordings of a case, oldest first: those without sigilo, and those of these units. */
export async function listarGravacoes({ db, court }: Contexto, processo: string, unidades: readonly string[]): Promise<ResumoGravacao[]> {
  const linhas = await db
    .selectFrom('gravacoes')
    .selectAll()
    .where('processo', '=', formatDocument('processo', processo))
    .where((eb) => eb.or([eb('sigilo', '=', false), ...(unidades.length ? [eb('unidade_id', 'in', [...unidades])] : [])]))
    .orderBy('em')
    .orderBy('id')
    .limit(500)
    .execute();
  return linhas.map((linha) => resumir(court, linha));
}

export async function mudarMarcas({ db, clock }: Contexto, ator: Ator, id: string, marcas: readonly MarcaGravacao[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('gravacoes').set({ marcas: JSON.stringify(emOrdem(marcas)) }).where('id', '=', id).execute();
    await auditar(tx, { ator, acao: 'marcar-gravacao', detalhe: { gravacao: id, marcas: marcas.length }, em: new Date(clock()) });
  });
}

export async function mudarSigilo({ db, clock }: Contexto, ator: Ator, id: string, sigilo: boolean, motivo: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('gravacoes').set({ sigilo }).where('id', '=', id).execute();
    await auditar(tx, { ator, acao: 'mudar-sigilo-gravacao', detalhe: { gravacao: id, sigilo, motivo }, em: new Date(clock()) });
  });
}

/** Gives one person a key of their own. The same `Idempotency-Key` and body give the same key again. */
export async function darAcesso({ db, chaves: { segredos }, clock }: Contexto, ator: Ator, id: string, envio: AcessoGravacaoEnvio, idemKey: string): Promise<{ id: string; chave: string }> {
  const idemHash = segredos.mac('idempotencia', 'acesso-gravacao', ator.sub, id, idemKey);
  const corpoHash = sha256(jsonCanonico(envio));
  const chave = chaveDeBytes(segredos.mac('gravacao-derivacao', id, ator.sub, idemKey, corpoHash).subarray(0, 10));
  const em = new Date(clock());
  return db.transaction().execute(async (tx) => {
    const novo = await tx
      .insertInto('acessos_gravacao')
      .values({ gravacao_id: id, nome: envio.nome, papel: envio.papel, chave_hash: segredos.mac('gravacao-acesso', id, chave), ate: envio.ate ? new Date(envio.ate) : null, criado_em: em, criado_por: ator.sub, revogado_em: null, idem_hash: idemHash, corpo_hash: corpoHash })
      .onConflict((oc) => oc.column('idem_hash').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (novo) {
      await auditar(tx, { ator, acao: 'dar-acesso-gravacao', detalhe: { gravacao: id, acesso: novo.id, papel: envio.papel }, em });
      return { id: String(novo.id), chave: formatChave(chave) };
    }
    const antes = await tx.selectFrom('acessos_gravacao').select(['id', 'corpo_hash']).where('idem_hash', '=', idemHash).executeTakeFirstOrThrow();
    if (!iguais(antes.corpo_hash, corpoHash)) throw new ProblemError('chave-de-idempotencia-reusada');
    return { id: String(antes.id), chave: formatChave(chave) };
  });
}

/** Ends an access: from now on neither its key nor any address that it was given opens anything. */
export async function revogarAcesso({ db, clock }: Contexto, ator: Ator, id: string, acesso: string): Promise<void> {
  const em = new Date(clock());
  await db.transaction().execute(async (tx) => {
    const linha = /^\d{1,15}$/.test(acesso) ? await tx.selectFrom('acessos_gravacao').select('revogado_em').where('id', '=', Number(acesso)).where('gravacao_id', '=', id).forUpdate().executeTakeFirst() : undefined;
    if (!linha) throw new ProblemError('acesso-gravacao-nao-encontrado');
    if (linha.revogado_em) return;
    await tx.updateTable('acessos_gravacao').set({ revogado_em: em }).where('id', '=', Number(acesso)).execute();
    await auditar(tx, { ator, acao: 'revogar-acesso-gravacao', detalhe: { gravacao: id, acesso: Number(acesso) }, em });
  });
}

/** The access that a key opens, as it was typed; undefined when it opens none of this recording. */
export async function acessoDaChave({ db, chaves: { segredos } }: Contexto, id: string, digitada: string) {
  const chave = parseChave(digitada);
  return chave === null ? undefined : db.selectFrom('acessos_gravacao').selectAll().where('chave_hash', '=', segredos.mac('gravacao-acesso', id, chave)).executeTakeFirst();
}

const VISTAS: readonly AcaoAuditada[] = ['ver-gravacao', 'continuar-gravacao', 'baixar-gravacao'];

/** Who saw a recording under sigilo, newest first. */
export async function vistasDe({ db, court }: Contexto, id: string, antes: number | undefined, tamanho: number) {
  const linhas = await db
    .selectFrom('auditoria')
    .select(['id', 'em', 'acao', 'ator', 'papel', 'detalhe'])
    .where(sql<string>`detalhe ->> 'gravacao'`, '=', id)
    .where('acao', 'in', [...VISTAS])
    .$if(antes !== undefined, (query) => query.where('id', '<', antes!))
    .orderBy('id', 'desc')
    .limit(tamanho + 1)
    .execute();
  const acessos = new Map((await db.selectFrom('acessos_gravacao').select(['id', 'nome']).where('gravacao_id', '=', id).execute()).map(({ id: numero, nome }) => [`acesso:${numero}`, nome]));
  const itens = linhas.slice(0, tamanho).map((linha) => ({
    id: String(linha.id),
    em: court.instante(linha.em.getTime()),
    acao: linha.acao,
    // The name of a person of the case is beside their access, never in the audit.
    quem: acessos.get(linha.ator) ?? String(linha.detalhe?.['nome'] ?? linha.ator),
    papel: linha.papel,
  }));
  return { itens, proxima: linhas.length > tamanho ? (itens.at(-1)?.id ?? null) : null };
}

export async function acessosDe({ db, court }: Contexto, id: string) {
  const linhas = await db.selectFrom('acessos_gravacao').selectAll().where('gravacao_id', '=', id).orderBy('id').execute();
  const instante = (em: Date | null): string | null => em && court.instante(em.getTime());
  return linhas.map(({ id: numero, nome, papel, ate, criado_em, revogado_em }) => ({ id: String(numero), nome, papel, ate: instante(ate), criadoEm: court.instante(criado_em.getTime()), revogadoEm: instante(revogado_em) }));
}
