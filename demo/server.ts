/**
 * The demo court: its site with the built kit, the reference backend and, unless `JITSI_DOMAIN` names a real server, a stand-in
 * room. Each has an origin of its own, as in a court, and the site sends the strict headers that `docs/csp.md` recommends.
 */
import { createServer, type AddressInfo } from 'node:net';
import { readFile, stat } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { TribunalInput } from '../src/contract/tribunal.ts';
import { contentSecurityPolicy, permissionsPolicy } from './headers.ts';
import { startBackend } from './backend/main.ts';
import { startStandIn } from './video/stand-in.ts';

const here = dirname(fileURLToPath(import.meta.url));
const SITE = join(here, 'site');
const DIST = join(here, '..', 'dist');

/** Version of the kit that the pages ask for by path: `/atrio/<version>/atrio.js`. */
export const VERSION = (JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8')) as { version: string }).version;

export interface DemoOptions {
  /** Port of the site. Default 8080, or a free one when it is taken; 0 for any free one. */
  port?: number;
  /** Port of the backend. Default: any free one. */
  backendPort?: number;
  /** Port of the stand-in room. Default: any free one. */
  videoPort?: number;
  /** Folder of the embedded database. */
  dataDir?: string;
  /** A PostgreSQL server to use instead of the embedded database. */
  databaseUrl?: string;
  /** Hears one line for each thing worth knowing. Default: nobody. */
  log?: (line: string) => void;
}

export interface Demo {
  /** Address of the court's home page. */
  url: string;
  backendUrl: string;
  /** Host and port of the video server that calls go to. */
  videoDomain: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** The file of a folder that an address names, or null; never one outside the folder. */
async function fileOf(folder: string, path: string): Promise<{ body: Uint8Array<ArrayBuffer>; type: string } | null> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const file = normalize(join(folder, decoded));
  if (!file.startsWith(folder + sep) || decoded.includes('\0')) return null;
  const type = TYPES[extname(file)];
  const info = await stat(file).catch(() => null);
  if (!type || !info?.isFile()) return null;
  return { body: new Uint8Array(await readFile(file)), type };
}

/** The court file with this run's addresses in it: in a court they are simply written in the file. */
export function courtFileFor(file: TribunalInput, backendUrl: string, videoDomain: string, insecure: boolean): TribunalInput {
  const point = <V extends TribunalInput['video']>(video: V): V => {
    if (video?.provider !== 'jitsi') return video;
    const { inseguroLocal: _, ...rest } = video;
    return { ...rest, domain: videoDomain, ...(insecure ? { inseguroLocal: true } : {}) } as V;
  };
  return {
    ...file,
    backend: { tipo: 'atrio', url: backendUrl },
    ...(file.video ? { video: point(file.video) } : {}),
    unidades: (file.unidades ?? []).map((unidade) => (unidade.video ? { ...unidade, video: point(unidade.video) } : unidade)),
  };
}

/** The court's site as an app, apart from any port. */
export function siteApp(options: { backendUrl: string; videoOrigin: string; videoDomain: string; insecureVideo: boolean }): Hono {
  const app = new Hono();
  app.use(compress());
  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', contentSecurityPolicy({ backend: options.backendUrl, video: options.videoOrigin }));
    c.header('Permissions-Policy', permissionsPolicy(options.videoOrigin));
    c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('X-Robots-Tag', 'noindex');
  });
  app.get('/atrio/:versao/*', async (c) => {
    const { versao } = c.req.param();
    const found = versao === VERSION ? await fileOf(DIST, c.req.path.slice(`/atrio/${versao}/`.length)) : null;
    if (!found) return c.text('Arquivo não encontrado nesta versão do Átrio.', 404);
    return c.body(found.body, 200, { 'Content-Type': found.type, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });
  app.get('/tribunal.json', async (c) => {
    const file = JSON.parse(await readFile(join(SITE, 'tribunal.json'), 'utf8')) as TribunalInput;
    c.header('Cache-Control', 'no-cache');
    return c.json(courtFileFor(file, options.backendUrl, options.videoDomain, options.insecureVideo));
  });
  app.get('*', async (c) => {
    const path = c.req.path.endsWith('/') ? `${c.req.path}index.html` : c.req.path;
    const found = (await fileOf(SITE, path)) ?? null;
    if (found) return c.body(found.body, 200, { 'Content-Type': found.type, 'Cache-Control': 'no-cache' });
    const missing = await fileOf(SITE, '404.html');
    return missing ? c.body(missing.body, 404, { 'Content-Type': missing.type }) : c.text('Página não encontrada.', 404);
  });
  return app;
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

/** Host and port from `JITSI_DOMAIN`, or null. Throws when it is not a domain. */
function realVideo(): string | null {
  const domain = process.env['JITSI_DOMAIN']?.trim();
  if (!domain) return null;
  if (!/^([a-z0-9-]+\.)*[a-z0-9-]+(:\d{1,5})?$/i.test(domain)) {
    throw new Error(`JITSI_DOMAIN="${domain}" não é um domínio. Escreva só o domínio, sem https:// e sem barra, como video.tribunal.jus.br.`);
  }
  return domain;
}

/**
 * Starts the whole demo and resolves when every part answers.
 * @throws Error with words for who started it: kit not built, database that does not open, no free port
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const log = options.log ?? (() => undefined);
  if (!existsSync(join(DIST, 'atrio.js'))) {
    throw new Error('O kit ainda não foi construído (falta dist/atrio.js). Rode: npm run build');
  }
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const port = await portFor(options.port ?? 8080, 'o site', log);
    const url = `http://localhost:${port}`;
    const real = realVideo();
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
    const backend = await startBackend({
      port: await portFor(options.backendPort, 'o backend', log),
      origins: [url],
      ...(options.dataDir ? { dataDir: options.dataDir } : {}),
      ...(options.databaseUrl ? { databaseUrl: options.databaseUrl } : {}),
    });
    closers.push(() => backend.close());
    const app = siteApp({ backendUrl: backend.url, videoOrigin, videoDomain, insecureVideo: !real });
    const server = await listen(app, port);
    closers.push(() => closeServer(server));
    log(`Tribunal de demonstração: ${url}/`);
    return { url: `${url}/`, backendUrl: backend.url, videoDomain, close };
  } catch (error) {
    await close();
    throw error;
  }
}
