import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { consultaEnvio } from '../../src/contract/caso.ts';
import type { ListaUnidades, Saude } from '../../src/contract/listas.ts';
import { manifestacaoCifradaEnvio, manifestacaoEnvio } from '../../src/contract/manifestacao.ts';
import { openapiDocument } from '../../src/contract/openapi.ts';
import { pedidoEnvio } from '../../src/contract/pedido.ts';
import { isProtocolo, normalizarProtocolo } from '../../src/domain/protocol/protocolo.ts';
import { arquivosProvisorios, type Arquivos, type Varrer } from './arquivos.ts';
import { chaveDeIdempotencia, lerJson, validar } from './body.ts';
import { consultar, registrarDe, registroCifrado, registroDaManifestacao, registroDoPedido } from './cases.ts';
import type { Court } from './court.ts';
import { bancoForaDoAr, type Banco } from './database.ts';
import { depositoProvisorio, type Deposito } from './gravacao/deposito.ts';
import type { Chaves } from './keys.ts';
import { createEquipe } from './equipe.ts';
import { createLimitador, LIMITES, redeDoCliente, type Limites } from './limits.ts';
import { erroSemDados, type Log } from './log.ts';
import type { Autenticar } from './oidc.ts';
import { ProblemError, problemResponse, type CodigoProblema, type ExtrasProblema } from './problems.ts';
import { rotasAgenda } from './routes/agenda.ts';
import { rotasAtendimento } from './routes/atendimento.ts';
import { rotasAudiencias } from './routes/audiencias.ts';
import { rotasCaso } from './routes/caso.ts';
import { rotasDiretorio } from './routes/diretorio.ts';
import { rotasFila } from './routes/fila.ts';
import { rotasGravacoes } from './routes/gravacoes.ts';
import { rotasEstatisticas } from './routes/estatisticas.ts';
import { rotasSaida } from './routes/saida.ts';
import { rotasTratamento } from './routes/tratamento.ts';
import { exigirDesafio, rotasDesafio } from './routes/desafio.ts';
import type { AddRoute, ContextoApp, Env, Handler, InstalarRotas, Rotas } from './routes/rotas.ts';
import { sha256 } from './secrets.ts';
import { anunciarTus, rotasUploads } from './uploads.ts';

export interface AppOptions {
  banco: Banco;
  court: Court;
  chaves: Chaves;
  log: Log;
  /** Version that `/saude` and the contract tell. */
  versao: string;
  /** Epoch milliseconds; the `Date` header shows it too, since the widgets trust that clock. Default: the system's. */
  clock?: () => number;
  limites?: Partial<Limites>;
  /** Exact origins of the pages that may call, as in `https://www.tribunal.jus.br`. */
  corsOrigins?: readonly string[];
  /** Address of who calls, for rate limits only. */
  enderecoDoCliente?: (c: Context) => string | undefined;
  /** Where the bytes of attachments live. Default: a temporary folder. */
  arquivos?: Arquivos;
  /** Where the bytes of recordings live. Default: a temporary folder. */
  deposito?: Deposito;
  varrer?: Varrer | undefined;
  /** Cost of the proof of work against robots: the largest number to look for. */
  custoDesafio?: number | undefined;
  /** Checks who of the staff calls. Without it there is no staff side. */
  autenticar?: Autenticar;
  afterCommit?: (() => void) | undefined;
}


/** Parts of the contract that live in files of their own. */
const ROTAS: readonly InstalarRotas[] = [rotasAgenda, rotasCaso, rotasUploads, rotasDesafio, rotasSaida, rotasTratamento, rotasEstatisticas, rotasDiretorio, rotasFila, rotasAtendimento, rotasAudiencias, rotasGravacoes];

/** Units in one page of `GET /v1/unidades`. */
const TAMANHO_PAGINA = 100;
const MAX_BUSCA = 100;

/** The HTTP contract (v1) as an app without a port: it runs on any runtime that hono runs on. */
export function createApp(options: AppOptions): Hono<Env> {
  const { banco, court, chaves, log } = options;
  const clock = options.clock ?? Date.now;
  const limitador = createLimitador({ ...LIMITES, ...options.limites });
  const ctx: ContextoApp = { db: banco.db, court, chaves, clock, afterCommit: options.afterCommit, avisos: banco.avisos, comEquipe: options.autenticar !== undefined, arquivos: options.arquivos ?? arquivosProvisorios(), deposito: options.deposito ?? depositoProvisorio(), varrer: options.varrer, custoDesafio: options.custoDesafio };
  const registrar = registrarDe(ctx);
  const cliente = (c: Context): string => redeDoCliente(options.enderecoDoCliente?.(c));

  const app = new Hono<Env>();

  app.use(async (c, next) => {
    c.set('id', randomUUID());
    const start = performance.now();
    await next();
    c.header('Date', new Date(clock()).toUTCString());
    c.header('X-Request-Id', c.get('id'));
    log.info({ id: c.get('id'), metodo: c.req.method, rota: c.get('rota') ?? '(nenhuma)', status: c.res.status, ms: Math.round(performance.now() - start) }, 'pedido');
  });
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }, crossOriginResourcePolicy: 'cross-origin', strictTransportSecurity: false, xFrameOptions: 'DENY' }));
  app.use('/v1/anexos/*', anunciarTus);
  app.use(
    cors({
      origin: (origin) => (options.corsOrigins?.includes(origin) ? origin : null),
      allowMethods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
      allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Altcha', 'Range', 'If-Range', 'Repr-Digest', 'Tus-Resumable', 'Upload-Length', 'Upload-Metadata', 'Upload-Offset'],
      // A page of another origin sees only the headers named here.
      exposeHeaders: ['Date', 'Retry-After', 'ETag', 'X-Request-Id', 'Content-Range', 'Accept-Ranges', 'Location', 'Tus-Resumable', 'Tus-Version', 'Tus-Extension', 'Tus-Max-Size', 'Upload-Length', 'Upload-Offset'],
      maxAge: 7200,
    }),
  );
  app.use(async (c, next) => {
    // Who holds a ticket is counted by it (`routes/fila.ts`), not by an address that hundreds may share.
    if (!/^\/v1\/fila(\/|$)/.test(c.req.path)) await limitador.contar('geral', cliente(c));
    await next();
  });

  const problema = (c: Context<Env>, code: CodigoProblema, extras?: ExtrasProblema): Response => problemResponse(code, c.get('id'), extras);
  app.notFound((c) => problema(c, 'nao-encontrado'));
  app.onError((error, c) => {
    if (error instanceof ProblemError) return problema(c, error.code, error.extras);
    const fora = bancoForaDoAr(error);
    log.error({ id: c.get('id'), rota: c.get('rota'), erro: erroSemDados(error) }, fora ? 'banco fora do ar' : 'erro interno');
    return problema(c, fora ? 'banco-indisponivel' : 'erro-interno', fora ? { retryAfter: 5 } : {});
  });

  const metodos = new Map<string, Set<string>>();
  /** Adds a route; what a path does not take is answered with 405 below. */
  const rota: AddRoute = (metodo, path, antes, handler) => {
    const nomear: MiddlewareHandler<Env> = async (c, next) => {
      c.set('rota', path);
      if (metodo === 'POST') c.header('Cache-Control', 'no-store');
      await next();
    };
    for (const step of [nomear, ...antes, handler as MiddlewareHandler<Env>]) app.on(metodo, path, step);
    metodos.set(path, (metodos.get(path) ?? new Set()).add(metodo));
  };
  /** A public document: revalidated by its ETag, kept for a minute. */
  const publico = (c: Context<Env>, json: string, etag: string): Response => {
    const headers = { 'ETag': etag, 'Cache-Control': 'public, max-age=60' };
    const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    if (known.includes(etag) || known.includes('*')) return c.body(null, 304, headers);
    return c.body(json, 200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
  };
  const documento = (value: () => unknown): Handler => {
    let made: [json: string, etag: string] | undefined;
    return (c) => {
      if (!made) {
        const json = JSON.stringify(value());
        made = [json, `"${sha256(json).toString('base64url')}"`];
      }
      return publico(c, ...made);
    };
  };
  const criacao: MiddlewareHandler<Env> = async (c, next) => {
    await limitador.contar('criacao', cliente(c));
    await next();
  };

  rota('GET', '/v1/tribunal', [compress()], documento(() => court.tribunal));

  rota('GET', '/v1/unidades', [compress()], (c) => {
    const busca = c.req.query('busca') ?? '';
    if (busca.length > MAX_BUSCA) throw new ProblemError('parametro-invalido', { detail: `A busca tem no máximo ${MAX_BUSCA} letras.` });
    const pagina = court.buscar(busca, c.req.query('cursor') ?? null, TAMANHO_PAGINA);
    if (!pagina) throw new ProblemError('parametro-invalido', { detail: 'O cursor não é deste tribunal. Comece a lista de novo.' });
    const lista: ListaUnidades = pagina;
    const json = JSON.stringify(lista);
    return publico(c, json, `"${sha256(json).toString('base64url')}"`);
  });

  const unidadeDe = (c: Context<Env>) => {
    const unidade = court.unidade(c.req.param('id') ?? '');
    if (!unidade) throw new ProblemError('unidade-nao-encontrada');
    return unidade;
  };
  rota('GET', '/v1/unidades/:id', [], (c) => {
    const json = JSON.stringify(unidadeDe(c));
    return publico(c, json, `"${sha256(json).toString('base64url')}"`);
  });

  const desafio = exigirDesafio(ctx);
  rota('POST', '/v1/manifestacoes', [criacao, desafio], async (c) => {
    const idemKey = chaveDeIdempotencia(c);
    const body = await lerJson(c);
    const cifrada = typeof body === 'object' && body !== null && 'cifrado' in body;
    if (cifrada && !court.tribunal.ouvidoria?.chaveAge) throw new ProblemError('dados-invalidos', { errors: [{ pointer: '/cifrado', code: 'cifrado-invalido', detail: 'Esta Ouvidoria não recebe texto cifrado.' }] });
    const novo = cifrada ? registroCifrado(validar(manifestacaoCifradaEnvio, body)) : registroDaManifestacao(validar(manifestacaoEnvio, body));
    return c.json(await registrar(novo, idemKey), 201);
  });

  rota('POST', '/v1/pedidos-informacao', [criacao, desafio], async (c) => {
    const idemKey = chaveDeIdempotencia(c);
    const envio = validar(pedidoEnvio, await lerJson(c));
    const recibo = await registrar(registroDoPedido(envio), idemKey);
    return c.json(recibo, 201);
  });

  rota('POST', '/v1/protocolos/consulta', [], async (c) => {
    const body = await lerJson(c);
    const digitado = (body as { protocolo?: unknown } | null)?.protocolo;
    const lido = consultaEnvio.safeParse(typeof digitado === 'string' ? { ...(body as object), protocolo: normalizarProtocolo(digitado) ?? digitado } : body, { reportInput: true });
    if (!lido.success || !isProtocolo(lido.data.protocolo)) {
      if (typeof digitado === 'string' && digitado.trim() && !isProtocolo(digitado)) {
        throw new ProblemError('protocolo-invalido', { errors: [{ pointer: '/protocolo', code: 'protocolo-invalido', detail: 'Confira o protocolo: o dígito final não confere.' }] });
      }
      validar(consultaEnvio, body);
      throw new ProblemError('dados-invalidos');
    }
    const quem = cliente(c);
    await limitador.contar('consultas', quem);
    await limitador.contar('consulta', quem, lido.data.protocolo);
    const caso = await consultar(ctx, lido.data);
    await limitador.devolver('consulta', quem, lido.data.protocolo);
    return c.json(caso);
  });

  const rotas: Rotas = { app, rota, cliente, criacao, limitador, equipe: createEquipe(options.autenticar ?? null, clock), log, documento, versao: options.versao };
  for (const instalar of ROTAS) instalar(rotas, ctx);

  rota('GET', '/.well-known/jwks.json', [], documento(() => chaves.recibo.jwks));
  rota('GET', '/openapi.json', [compress()], documento(() => openapiDocument(options.versao)));
  rota('GET', '/saude', [], async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      await sql`select 1`.execute(banco.db);
    } catch (error) {
      log.error({ id: c.get('id'), erro: erroSemDados(error) }, 'banco fora do ar');
      return problema(c, 'banco-indisponivel', { retryAfter: 5 });
    }
    const saude: Saude = { situacao: 'ok', versao: options.versao, banco: banco.motor };
    return c.json(saude);
  });

  for (const [path, aceitos] of metodos) {
    const allow = [...aceitos, ...(aceitos.has('GET') ? ['HEAD'] : []), 'OPTIONS'];
    app.all(path, (c) => {
      c.set('rota', path);
      return problema(c, 'metodo-nao-permitido', { allow });
    });
  }
  return app;
}
