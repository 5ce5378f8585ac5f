import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../../src/config/version.ts';
import { antivirusDoAmbiente } from './antivirus.ts';
import { createApp, type AppOptions } from './app.ts';
import { arquivosEm, type Varrer } from './arquivos.ts';
import { salasSemToken } from './audiencia/sala.ts';
import { CourtError, createCourt, type Court } from './court.ts';
import { abrirBanco, BancoError } from './database.ts';
import { opcoesDoAmbiente } from './env.ts';
import { createMotor } from './fila/motor.ts';
import { salasSemQuemAbra } from './fila/regra.ts';
import { createVarredura } from './fila/varredura.ts';
import { depositoEm } from './gravacao/deposito.ts';
import { depositoS3, s3DoAmbiente } from './gravacao/s3.ts';
import { carregarChaves } from './keys.ts';
import type { Limites } from './limits.ts';
import { createLog, erroSemDados, type Log } from './log.ts';
import { enderecoAtrasDe, escutar } from './node.ts';
import { createAutenticar, oidcDoAmbiente, type OidcConfig } from './oidc.ts';
import { createRetencao, passarRetencao, type PassagemRetencao } from './retencao.ts';
import { correioDoAmbiente, createCarteiro } from './saida.ts';
import { limparSoltos } from './uploads.ts';

const here = dirname(fileURLToPath(import.meta.url));

export interface BackendOptions {
  /** Port to listen on; 0, the default, for any free one. */
  port?: number;
  /** Default `127.0.0.1`. */
  host?: string;
  /** Exact origins of the pages that may call. */
  origins?: readonly string[];
  /** Folder of the keys and of the embedded database. Default `.dados`. */
  dataDir?: string;
  /** A PostgreSQL server to use instead of the embedded database. */
  databaseUrl?: string;
  /** Path of the court file, or the file's content. Default: the demo court. */
  tribunal?: string | Record<string, unknown>;
  /** Server of every Jitsi room, instead of the one in the court file. */
  jitsiDomain?: string;
  /** Proxies of the court in front of this backend, whose `X-Forwarded-For` can be trusted. Default 0. */
  proxies?: number;
  limites?: Partial<Limites>;
  clock?: () => number;
  log?: Log;
  /** Hears what was ignored in the court file. */
  aviso?: (linha: string) => void;
  /** Environment to take the keys from. Default: the process's. */
  env?: Record<string, string | undefined>;
  /** Antivirus that looks into each attachment. Default: what the environment says (`ATRIO_CLAMD`); without any, none is scanned. */
  varrer?: Varrer;
  /** Cost of the proof of work against robots. */
  custoDesafio?: number;
  /** Where the access tokens of the staff come from. Default: what the environment says; without any, there is no staff side. */
  oidc?: OidcConfig;
  afterCommit?: () => void;
}

export interface Backend {
  url: string;
  court: Court;
  /** Stops accepting, lets what is being answered finish, closes the database. */
  close(): Promise<void>;
}

/** The court file's JSON. @throws CourtError when it is missing or no JSON */
async function lerTribunal(tribunal: BackendOptions['tribunal']): Promise<unknown> {
  if (typeof tribunal === 'object') return tribunal;
  const path = tribunal ?? join(here, '..', 'site', 'tribunal.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new CourtError([`${path}: não foi possível ler (${(error as NodeJS.ErrnoException).code ?? 'erro'}). Confira ATRIO_TRIBUNAL.`]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CourtError([`${path}: não é um JSON: ${(error as Error).message}`]);
  }
}

/**
 * Starts the backend and resolves when it answers.
 * @throws CourtError, BancoError, PortaError, each with words for who runs it
 */
export async function startBackend(options: BackendOptions = {}): Promise<Backend> {
  const { port = 0, host = '127.0.0.1', dataDir = '.dados' } = options;
  const env = options.env ?? process.env;
  const court = createCourt(await lerTribunal(options.tribunal), {
    jitsiDomain: options.jitsiDomain ?? (env['JITSI_DOMAIN']?.trim() || undefined),
    ...(options.aviso ? { aviso: options.aviso } : {}),
  });
  const oidc = options.oidc ?? oidcDoAmbiente(env);
  const semQuemAbra = salasSemQuemAbra({ court, comEquipe: oidc !== null });
  if (semQuemAbra) options.aviso?.(semQuemAbra);
  const correio = correioDoAmbiente(env);
  const s3 = s3DoAmbiente(env);
  const chaves = await carregarChaves(resolve(dataDir), env);
  const semToken = salasSemToken({ court, chaves });
  if (semToken) options.aviso?.(semToken);
  const banco = await abrirBanco(options.databaseUrl ? { databaseUrl: options.databaseUrl } : { dir: join(resolve(dataDir), 'pglite') });
  try {
    await conferirSegredo(banco.db, chaves.segredos);
    const log = options.log ?? createLog(env['ATRIO_LOG'] ?? 'warn');
    const arquivos = arquivosEm(join(resolve(dataDir), 'anexos'));
    const deposito = s3 ? depositoS3(s3) : depositoEm(join(resolve(dataDir), 'gravacoes'));
    const varrer = options.varrer ?? antivirusDoAmbiente(env);
    const app: AppOptions = {
      banco,
      court,
      chaves,
      log,
      versao: VERSION,
      arquivos,
      deposito,
      varrer,
      custoDesafio: options.custoDesafio,
      corsOrigins: options.origins ?? [],
      enderecoDoCliente: enderecoAtrasDe(options.proxies ?? 0),
      ...(options.clock ? { clock: options.clock } : {}),
      ...(options.limites ? { limites: options.limites } : {}),
      ...(oidc ? { autenticar: createAutenticar(oidc) } : {}),
      ...(options.afterCommit ? { afterCommit: options.afterCommit } : {}),
    };
    const servidor = await escutar(createApp(app), port, host);
    let limpeza: Promise<unknown> = Promise.resolve();
    const limpar = (): void => {
      limpeza = limparSoltos({ db: banco.db, arquivos, deposito, clock: options.clock ?? Date.now }).catch((error: unknown) => log.error({ erro: erroSemDados(error) }, 'anexos soltos não foram apagados'));
    };
    limpar();
    const carteiro = correio && createCarteiro({ db: banco.db, court, clock: options.clock ?? Date.now, log, config: correio });
    carteiro?.iniciar();
    const retencao = createRetencao({ db: banco.db, court, arquivos, clock: options.clock ?? Date.now, log });
    retencao.iniciar();
    const varredura = createVarredura(createMotor({ db: banco.db, court, chaves, clock: options.clock ?? Date.now, avisos: banco.avisos, comEquipe: oidc !== null }), log);
    const cadaHora = setInterval(limpar, 60 * 60 * 1000);
    cadaHora.unref();
    let closing: Promise<void> | undefined;
    return {
      url: servidor.url,
      court,
      close: () =>
        (closing ??= (async () => {
          clearInterval(cadaHora);
          // Streams end first: nobody waits for them.
          await banco.avisos.close();
          await varredura.parar();
          await servidor.close();
          await limpeza;
          await carteiro?.parar();
          await retencao.parar();
          await banco.close();
        })()),
    };
  } catch (error) {
    await banco.close();
    throw error;
  }
}

/**
 * Makes anonymous what is due, once, and ends: for a court that runs it from its own schedule. The embedded database has to be free, since one process
 * alone may open it.
 */
export async function rodarRetencao(options: BackendOptions = {}): Promise<PassagemRetencao> {
  const dataDir = resolve(options.dataDir ?? '.dados');
  const court = createCourt(await lerTribunal(options.tribunal), options.aviso ? { aviso: options.aviso } : {});
  const banco = await abrirBanco(options.databaseUrl ? { databaseUrl: options.databaseUrl } : { dir: join(dataDir, 'pglite') });
  try {
    return await passarRetencao({ db: banco.db, court, arquivos: arquivosEm(join(dataDir, 'anexos')), clock: options.clock ?? Date.now });
  } finally {
    await banco.close();
  }
}

/** A database whose keys were made under another secret would answer "not found" to everybody: refuse to start instead. */
async function conferirSegredo(db: Awaited<ReturnType<typeof abrirBanco>>['db'], segredos: Awaited<ReturnType<typeof carregarChaves>>['segredos']): Promise<void> {
  const valor = segredos.mac('impressao', 'v1').toString('base64url');
  await db.insertInto('meta').values({ nome: 'segredo', valor }).onConflict((oc) => oc.column('nome').doNothing()).execute();
  const { valor: guardado } = await db.selectFrom('meta').select('valor').where('nome', '=', 'segredo').executeTakeFirstOrThrow();
  if (guardado !== valor) {
    throw new BancoError('O segredo deste backend não é o que criou este banco de dados: as chaves dos cidadãos não abririam nada. Use o mesmo ATRIO_SEGREDO, ou o arquivo "segredo" da pasta de dados original.');
  }
}

async function main(): Promise<void> {
  const options: BackendOptions = { ...opcoesDoAmbiente(process.env), aviso: (linha) => console.error(`Aviso no arquivo do tribunal: ${linha}`) };
  const [comando] = process.argv.slice(2);
  if (comando === 'retencao') {
    console.log(JSON.stringify({ anonimizados: await rodarRetencao(options) }));
    return;
  }
  if (comando) throw new Error(`Não há o comando "${comando}". Sem comando o backend inicia; "retencao" anonimiza o que venceu e termina.`);
  const backend = await startBackend(options);
  console.log(JSON.stringify({ ouvindo: backend.url }));
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    backend.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : 'O backend não iniciou.');
    process.exit(1);
  });
}
