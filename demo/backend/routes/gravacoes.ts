import type { Context } from 'hono';
import type { ReadableStream } from 'node:stream/web';
import { MAX_GRAVACAO_BYTES } from '../../../src/config/limits.ts';
import { acessoGravacaoEnvio, consultaGravacao, gravacaoEnvio, marcasEnvio, sigiloEnvio, VARIANTES_GRAVACAO, type VarianteGravacao } from '../../../src/contract/gravacao.ts';
import { numeroProcesso } from '../../../src/contract/documents.ts';
import { podeVer, type QuemVe } from '../../../src/domain/gravacao/acesso.ts';
import { faixaVale, lerFaixa, temEtiqueta } from '../../../src/domain/gravacao/faixa.ts';
import { PEDACO_BYTES } from '../../../src/domain/gravacao/pedacos.ts';
import type { Ator } from '../ator.ts';
import { auditar, auditarComNumero, type QuemFez } from '../auditoria.ts';
import { chaveDeIdempotencia, lerJson, validar } from '../body.ts';
import { nomeNovo } from '../gravacao/deposito.ts';
import { lerEndereco, type Alvo } from '../gravacao/enderecos.ts';
import { passarPor } from '../gravacao/entrada.ts';
import {
  acessoDaChave,
  acessosDe,
  acharGravacao,
  arquivosDe,
  criarGravacao,
  darAcesso,
  GUARDAM,
  guardarArquivo,
  listarGravacoes,
  mostrarGravacao,
  mudarMarcas,
  mudarSigilo,
  revogarAcesso,
  temBytes,
  vistasDe,
} from '../gravacao/gravacoes.ts';
import { ProblemError } from '../problems.ts';
import type { GravacaoRow } from '../schema.ts';
import type { Env, InstalarRotas } from './rotas.ts';

const BASE = '/v1/gravacoes';
const TAMANHO_PAGINA = 100;

const EXTENSOES: Readonly<Record<string, string>> = { 'video/mp4': 'mp4', 'video/webm': 'webm', 'audio/mp4': 'm4a', 'audio/mpeg': 'mp3', 'audio/ogg': 'ogg', 'audio/wav': 'wav', 'audio/webm': 'webm', 'text/vtt': 'vtt' };

const comoVe = (ator: Ator): QuemVe => ({ tipo: 'equipe', guarda: ator.papeis.some((papel) => (GUARDAM as readonly string[]).includes(papel)), unidades: ator.unidades });

/** Recordings of hearings: their repository, their bytes, and who may have them. */
export const rotasGravacoes: InstalarRotas = ({ rota, equipe, cliente, limitador }, ctx) => {
  const { db, clock, deposito, chaves: { segredos } } = ctx;
  const idDe = (c: Context): string => c.req.param('id') ?? '';

  /** Somebody who keeps recordings of the unit of this one. To others of the staff it does not exist. */
  const daGuarda = async (c: Context): Promise<{ ator: Ator; linha: GravacaoRow }> => {
    const ator = await equipe(c, ...GUARDAM);
    const linha = await acharGravacao(db, idDe(c));
    if (!ator.unidades.includes(linha.unidade_id)) throw new ProblemError('gravacao-nao-encontrada');
    return { ator, linha };
  };
  const daEquipe = async (c: Context): Promise<Ator | null> => (c.req.header('authorization') ? equipe(c) : null);
  const semGuardar = (c: Context): void => c.header('Cache-Control', 'no-store');

  /** The recording with its addresses, when it may be seen: a view under sigilo is written down first. */
  const mostrar = async (linha: GravacaoRow, quem: QuemVe, ator: QuemFez, continua?: string) => {
    const vista = podeVer({ id: linha.id, unidadeId: linha.unidade_id, sigilo: linha.sigilo }, quem, clock());
    if (!vista.pode) throw new ProblemError(vista.motivo === 'chave' ? 'chave-gravacao-invalida' : 'gravacao-sigilosa');
    if (!vista.audita) return mostrarGravacao(ctx, linha, null);
    const numero = await auditarComNumero(db, { ator, acao: continua ? 'continuar-gravacao' : 'ver-gravacao', detalhe: { gravacao: linha.id, ...(continua ? { vista: continua } : {}) }, em: new Date(clock()) });
    return mostrarGravacao(ctx, linha, numero);
  };

  rota('GET', BASE, [], async (c) => {
    const processo = numeroProcesso.safeParse(c.req.query('processo') ?? '').data;
    if (!processo) throw new ProblemError('parametro-invalido', { detail: 'Diga o número do processo, como 0801234-12.2024.8.20.0001: o dígito não confere, ou falta o número.' });
    const ator = await daEquipe(c);
    const quem = ator && comoVe(ator);
    semGuardar(c);
    return c.json({ itens: await listarGravacoes(ctx, processo, quem?.tipo === 'equipe' && quem.guarda ? quem.unidades : []), proxima: null });
  });

  rota('POST', BASE, [], async (c) => {
    const ator = await equipe(c, ...GUARDAM);
    const idemKey = chaveDeIdempotencia(c);
    const linha = await criarGravacao(ctx, ator, validar(gravacaoEnvio, await lerJson(c)), idemKey);
    return c.json(await mostrar(linha, comoVe(ator), ator), 201);
  });

  rota('GET', `${BASE}/:id`, [], async (c) => {
    const linha = await acharGravacao(db, idDe(c));
    const ator = await daEquipe(c);
    semGuardar(c);
    return c.json(await mostrar(linha, ator ? comoVe(ator) : { tipo: 'ninguem' }, ator ?? { sub: '', papeis: [] }, c.req.query('vista')?.replace(/\D/g, '')));
  });

  rota('POST', `${BASE}/:id/consulta`, [], async (c) => {
    const { chave, vista } = validar(consultaGravacao, await lerJson(c));
    const linha = await acharGravacao(db, idDe(c));
    const quem = cliente(c);
    await limitador.contar('consultas', quem);
    await limitador.contar('consulta', quem, linha.id);
    const acesso = await acessoDaChave(ctx, linha.id, chave);
    if (!acesso) throw new ProblemError('chave-gravacao-invalida');
    const corpo = await mostrar(
      linha,
      { tipo: 'acesso', gravacao: acesso.gravacao_id, revogado: acesso.revogado_em !== null, ate: acesso.ate?.getTime() ?? null },
      { sub: `acesso:${acesso.id}`, papeis: [acesso.papel] },
      vista,
    );
    await limitador.devolver('consulta', quem, linha.id);
    return c.json(corpo);
  });

  rota('POST', `${BASE}/:id/marcas`, [], async (c) => {
    const { ator, linha } = await daGuarda(c);
    await mudarMarcas(ctx, ator, linha.id, validar(marcasEnvio, await lerJson(c)).marcas);
    return c.body(null, 204);
  });
  rota('POST', `${BASE}/:id/sigilo`, [], async (c) => {
    const { ator, linha } = await daGuarda(c);
    const { sigilo, motivo } = validar(sigiloEnvio, await lerJson(c));
    await mudarSigilo(ctx, ator, linha.id, sigilo, motivo);
    return c.body(null, 204);
  });
  rota('GET', `${BASE}/:id/acessos`, [], async (c) => {
    const { linha } = await daGuarda(c);
    return c.json({ itens: await acessosDe(ctx, linha.id), proxima: null });
  });
  rota('POST', `${BASE}/:id/acessos`, [], async (c) => {
    const { ator, linha } = await daGuarda(c);
    const idemKey = chaveDeIdempotencia(c);
    return c.json(await darAcesso(ctx, ator, linha.id, validar(acessoGravacaoEnvio, await lerJson(c)), idemKey), 201);
  });
  rota('POST', `${BASE}/:id/acessos/:acesso/revogacao`, [], async (c) => {
    const { ator, linha } = await daGuarda(c);
    await revogarAcesso(ctx, ator, linha.id, c.req.param('acesso') ?? '');
    return c.body(null, 204);
  });
  rota('GET', `${BASE}/:id/vistas`, [], async (c) => {
    const { linha } = await daGuarda(c);
    const cursor = c.req.query('cursor');
    if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new ProblemError('parametro-invalido', { detail: 'O cursor não é desta lista. Comece de novo.' });
    return c.json(await vistasDe(ctx, linha.id, cursor === undefined ? undefined : Number(cursor), TAMANHO_PAGINA));
  });

  const umArquivo = `${BASE}/:id/arquivos/:variante`;
  rota('POST', umArquivo, [], async (c) => {
    const { ator, linha } = await daGuarda(c);
    const variante = VARIANTES_GRAVACAO.find((nome) => nome === c.req.param('variante'));
    if (!variante) throw new ProblemError('gravacao-arquivo-nao-encontrado');
    const anunciado = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(c.req.header('repr-digest') ?? '')?.[1];
    const jaTem = (await arquivosDe(db, linha.id)).find((arquivo) => arquivo.variante === variante);
    if (jaTem) {
      // The answer to the first may have been lost: the same bytes are the same file.
      if (anunciado !== Buffer.from(jaTem.sha256).toString('base64')) throw new ProblemError('gravacao-arquivo-existe');
      return c.body(null, 204);
    }
    if (Number(c.req.header('content-length') ?? 0) > MAX_GRAVACAO_BYTES) throw new ProblemError('gravacao-grande');
    const nome = nomeNovo();
    const entrada = passarPor((c.req.raw.body as ReadableStream<Uint8Array> | null) ?? vazio(), variante, MAX_GRAVACAO_BYTES);
    await deposito.gravar(nome, entrada.bytes);
    try {
      const { tipo, bytes, sha256, pedacos } = entrada.conferido();
      if (anunciado && anunciado !== sha256.toString('base64')) throw new ProblemError('resumo-nao-confere');
      await guardarArquivo(ctx, ator, linha.id, { variante, tipo, bytes, sha256, pedaco: PEDACO_BYTES, pedacos, nome });
    } catch (error) {
      // Refused, nothing was written. Else only the answer to the commit may be lost: the bytes go when no row has them, and stay while nobody knows.
      if (!(error instanceof ProblemError) && (await temBytes(db, linha.id, nome))) return c.body(null, 204);
      await deposito.apagar(nome);
      throw error;
    }
    return c.body(null, 204);
  });

  /** Whether an address still opens what it did when it was given. Under sigilo its line of the audit says to whom it was given. */
  const conferirVista = async (linha: GravacaoRow, vista: string): Promise<QuemFez | null> => {
    // Sigilo that was decreed meanwhile ends every address that was given to the public.
    if (!vista) {
      if (linha.sigilo) throw new ProblemError('gravacao-sigilosa');
      return null;
    }
    const dada = await db.selectFrom('auditoria').select(['ator', 'papel', 'detalhe']).where('id', '=', Number(vista)).executeTakeFirst();
    if (!dada || dada.detalhe?.['gravacao'] !== linha.id) throw new ProblemError('endereco-vencido');
    const acesso = /^acesso:(\d+)$/.exec(dada.ator)?.[1];
    if (acesso) {
      const { revogado_em, ate } = await db.selectFrom('acessos_gravacao').select(['revogado_em', 'ate']).where('id', '=', Number(acesso)).executeTakeFirstOrThrow();
      if (revogado_em || (ate && clock() >= ate.getTime())) throw new ProblemError('chave-gravacao-invalida');
    }
    return linha.sigilo ? { sub: dada.ator, papeis: [dada.papel], ...(typeof dada.detalhe['nome'] === 'string' ? { nome: dada.detalhe['nome'] } : {}) } : null;
  };

  async function entregar(c: Context<Env>): Promise<Response> {
    const alvo = [...VARIANTES_GRAVACAO, 'manifesto' as const].find((nome): nome is Alvo => nome === c.req.param('variante'));
    if (!alvo) throw new ProblemError('gravacao-arquivo-nao-encontrado');
    const lido = lerEndereco(segredos, idDe(c), alvo, (name) => c.req.query(name), clock());
    if (typeof lido === 'string') throw new ProblemError('endereco-vencido');
    const linha = await acharGravacao(db, lido.gravacao);
    const ator = await conferirVista(linha, lido.vista);
    // What is public may be kept by the browser for as long as the address works.
    const cache = linha.sigilo ? 'private, no-store' : `private, max-age=${Math.max(0, Math.floor(lido.ate - clock() / 1000))}`;
    if (alvo === 'manifesto') {
      if (!linha.manifesto) throw new ProblemError('gravacao-arquivo-nao-encontrado');
      return c.body(linha.manifesto, 200, { 'Content-Type': 'application/jose', 'Cache-Control': 'private, no-store' });
    }
    return bytes(c, linha, alvo, { baixar: lido.baixar, ator, cache });
  }

  async function bytes(c: Context<Env>, linha: GravacaoRow, variante: VarianteGravacao, { baixar, ator, cache }: { baixar: boolean; ator: QuemFez | null; cache: string }): Promise<Response> {
    const arquivo = (await arquivosDe(db, linha.id)).find((um) => um.variante === variante);
    if (!arquivo) throw new ProblemError('gravacao-arquivo-nao-encontrado');
    const etag = `"${Buffer.from(arquivo.sha256).toString('base64url')}"`;
    const nome = `audiencia-${linha.processo.replace(/\D/g, '')}-${ctx.court.dataCivil(linha.em.getTime())}.${EXTENSOES[arquivo.tipo] ?? 'bin'}`;
    const headers: Record<string, string> = {
      'Accept-Ranges': 'bytes',
      'ETag': etag,
      'Last-Modified': arquivo.enviado_em.toUTCString(),
      'Cache-Control': cache,
      'Content-Disposition': `${baixar ? 'attachment' : 'inline'}; filename="${nome}"`,
      'X-Content-Type-Options': 'nosniff',
    };
    const pedida = c.req.header('range');
    const faixa = faixaVale(c.req.header('if-range'), etag) ? lerFaixa(pedida, arquivo.bytes) : 'tudo';
    if (temEtiqueta(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
    if (faixa === 'fora') return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${arquivo.bytes}` });
    const { de, ate } = faixa === 'tudo' ? { de: 0, ate: arquivo.bytes - 1 } : faixa;
    Object.assign(headers, { 'Content-Type': variante === 'legendas' ? 'text/vtt; charset=utf-8' : arquivo.tipo, 'Content-Length': String(ate - de + 1) });
    if (faixa !== 'tudo') headers['Content-Range'] = `bytes ${de}-${ate}/${arquivo.bytes}`;
    const status = faixa === 'tudo' ? 200 : 206;
    if (c.req.method === 'HEAD') return c.body(null, status, headers);
    // Going on with a download that broke is the same download.
    if (baixar && de === 0 && ator) await auditar(db, { ator, acao: 'baixar-gravacao', detalhe: { gravacao: linha.id, variante }, em: new Date(clock()) });
    const corpo = await deposito.abrir(arquivo.nome, { de, ate });
    if (!corpo) throw new ProblemError('gravacao-arquivo-nao-encontrado');
    return c.body(corpo as unknown as globalThis.ReadableStream, status, headers);
  }
  rota('GET', umArquivo, [], entregar);
};

async function* vazio(): AsyncGenerator<Uint8Array> {
  // No body: refused as an empty file.
}
