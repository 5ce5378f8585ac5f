/**
 * The demo court: its site with the built kit, the reference backend, the staff's sign-in and, unless `JITSI_DOMAIN` names a real server, a stand-in
 * room. Each has an origin of its own, as in a court, and the site sends the strict headers that `docs/csp.md` recommends.
 */
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import type { TribunalInput } from '../src/contract/tribunal.ts';
import type { Limites } from './backend/limits.ts';
import { startBackend } from './backend/main.ts';
import { CLIENTE, ESCOPO, startProvider } from './oidc/provider.ts';
import { criarAudienciasDeExemplo, type AudienciaDeExemplo } from './audiencias.ts';
import { courtFileFor, demoCourtFile, DIST, siteApp } from './court-site.ts';
import { PROCESSO_DEMO, semearGravacoes, type GravacoesDemo } from './semente-gravacoes.ts';
import { startStandIn } from './video/stand-in.ts';

export interface DemoOptions {
  /** Port of the site. Default 8080, or a free one when it is taken; 0 for any free one. */
  port?: number;
  /** Port of the backend. Default: any free one. */
  backendPort?: number;
  /** Port of the stand-in room. Default: any free one. */
  videoPort?: number;
  /** Host and port of a real Jitsi to use instead of the stand-in. Default: `JITSI_DOMAIN`. */
  video?: string;
  /** Port of the staff's sign-in. Default: any free one. */
  loginPort?: number;
  /** Folder of the embedded database. */
  dataDir?: string;
  /** A PostgreSQL server to use instead of the embedded database. */
  databaseUrl?: string;
  /** Limits of calls other than the usual ones, by kind. */
  limites?: Partial<Limites>;
  /** What is changed in the demo's court file. */
  tribunal?: (file: TribunalInput) => TribunalInput;
  /** The backend's clock, in epoch milliseconds. */
  clock?: () => number;
  /** Hears one line for each thing worth knowing. Default: nobody. */
  log?: (line: string) => void;
  /** The kit's build, when it runs meanwhile: the site waits for it, the database and the backend do not. */
  kit?: Promise<unknown>;
}

export interface Demo {
  /** Address of the court's home page. */
  url: string;
  backendUrl: string;
  /** Host and port of the video server that calls go to. */
  videoDomain: string;
  /** The staff's sign-in. */
  login: { issuer: string; token(conta: string): Promise<string> };
  /** Hearings to try things out with, made the first time that they are asked for. */
  audiencias(): Promise<readonly AudienciaDeExemplo[]>;
  /** Recordings that are there from the start; null when they could not be made. */
  gravacoes: GravacoesDemo | null;
  close(): Promise<void>;
}

const canListen = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, () => {
      const { port: got } = probe.address() as AddressInfo;
      probe.close(() => resolve(got));
    });
  });

/** The wanted port, or a free one when it is taken. */
async function portFor(wanted: number | undefined, name: string, log: (line: string) => void): Promise<number> {
  const first = await canListen(wanted ?? 0);
  if (first !== null) return first;
  const free = await canListen(0);
  if (free === null) throw new Error(`Nenhuma porta livre para ${name}: o sistema recusou abrir qualquer uma.`);
  log(`A porta ${wanted} está ocupada; ${name} fica na ${free}.`);
  return free;
}

function listen(app: Hono, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port }, () => resolve(server));
    server.once('error', reject);
  });
}

const closeServer = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });

/** Host and port of the real Jitsi, from the options or `JITSI_DOMAIN`, or null. Throws when it is not a domain. */
function realVideo({ video = process.env['JITSI_DOMAIN'] }: DemoOptions): string | null {
  const domain = video?.trim();
  if (!domain) return null;
  if (!/^([a-z0-9-]+\.)*[a-z0-9-]+(:\d{1,5})?$/i.test(domain)) {
    throw new Error(`JITSI_DOMAIN="${domain}" não é um domínio. Escreva só o domínio, sem https:// e sem barra, como video.tribunal.jus.br.`);
  }
  return domain;
}

function requireKit(): void {
  if (existsSync(join(DIST, 'atrio.js'))) return;
  throw new Error('O kit ainda não foi construído (falta dist/atrio.js). Rode: npm run build');
}

/**
 * Starts the whole demo and resolves when every part answers.
 * @throws Error with words for who started it: kit not built, database that does not open, no free port
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const log = options.log ?? (() => undefined);
  if (!options.kit) requireKit();
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const port = await portFor(options.port ?? 8080, 'o site', log);
    const url = `http://localhost:${port}`;
    const real = realVideo(options);
    let videoDomain: string;
    if (real) {
      videoDomain = real;
      log(`Vídeo: servidor de verdade em ${real} (JITSI_DOMAIN).`);
    } else {
      const standIn = await startStandIn({ port: await portFor(options.videoPort, 'a sala de demonstração', log) });
      closers.push(() => standIn.close());
      videoDomain = standIn.domain;
    }
    const videoOrigin = `${real ? 'https' : 'http'}://${videoDomain}`;
    const login = await startProvider({ port: options.loginPort ? await portFor(options.loginPort, 'o acesso da equipe', log) : 0, pagina: `${url}/equipe.html`, outras: [`${url}/atendimento.html`, `${url}/audiencias.html`] });
    closers.push(() => login.close());
    const written = await demoCourtFile();
    const mudado = options.tribunal?.(written) ?? written;
    const courtFile = mudado.audiencias ? { ...mudado, audiencias: { url: `${url}/audiencia.html`, gravacoesUrl: `${url}/gravacao.html`, ...mudado.audiencias } } : mudado;
    const backend = await startBackend({
      port: options.backendPort ? await portFor(options.backendPort, 'o backend', log) : 0,
      origins: [new URL(url).origin],
      tribunal: courtFileFor(courtFile, { videoDomain, insecureVideo: !real }),
      oidc: login.config,
      ...(options.dataDir ? { dataDir: options.dataDir } : {}),
      ...(options.databaseUrl ? { databaseUrl: options.databaseUrl } : {}),
      ...(options.limites ? { limites: options.limites } : {}),
      ...(options.clock ? { clock: options.clock } : {}),
    });
    closers.push(() => backend.close());
    // A court file without the unit, or a clock that the sign-in does not share: the demo goes on without them.
    const gravacoes = await login.token('rita').then((token) => semearGravacoes(backend.url, token)).catch((error: unknown) => {
      log(`As gravações de demonstração não foram criadas: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
    await options.kit;
    requireKit();
    let exemplos: Promise<readonly AudienciaDeExemplo[]> | undefined;
    const audiencias = (): Promise<readonly AudienciaDeExemplo[]> =>
      (exemplos ??= login.token('caio').then((token) => criarAudienciasDeExemplo({ backendUrl: backend.url, token, agora: (options.clock ?? Date.now)() })));
    const app = siteApp({ audiencias, ...(options.tribunal ? { tribunal: () => courtFile } : {}), backendUrl: backend.url, videoOrigin, videoDomain, insecureVideo: !real, login: { issuer: login.issuer, client: CLIENTE, scope: ESCOPO } });
    const server = await listen(app, port);
    closers.push(() => closeServer(server));
    log(`Tribunal de demonstração: ${url}/`);
    log(`Página da equipe: ${url}/equipe.html`);
    log(`Atendimento do Balcão Virtual: ${url}/atendimento.html`);
    log(`Audiências: ${url}/audiencias.html`);
    log(`Convites das audiências: ${url}/convites.html`);
    if (gravacoes) {
      log(`Gravações de audiência: ${url}/gravacao.html?processo=${PROCESSO_DEMO}`);
      log(`Gravação sob sigilo: ${url}/gravacao.html?gravacao=${gravacoes.sigilosa} (chave da defesa: ${gravacoes.chave})`);
    }
    return { url: `${url}/`, backendUrl: backend.url, videoDomain, login, audiencias, gravacoes, close };
  } catch (error) {
    await close();
    throw error;
  }
}
