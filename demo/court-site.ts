/** The demo court's site as an app, apart from any port: its pages, the built kit at a versioned path, and the strict headers. */
import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { TribunalInput } from '../src/contract/tribunal.ts';
import { DEFAULT_TIMEZONE } from '../src/config/limits.ts';
import { paginaDeConvites, type AudienciaDeExemplo } from './audiencias.ts';
import { attendantContentSecurityPolicy, contentSecurityPolicy, isolatedContentSecurityPolicy, permissionsPolicy, recordingContentSecurityPolicy, staffContentSecurityPolicy } from './headers.ts';
import { pageScript } from './page-script.ts';

const here = dirname(fileURLToPath(import.meta.url));
const SITE = join(here, 'site');

/** Folder of the built kit. */
export const DIST = join(here, '..', 'dist');

/** Version of the kit that the pages ask for by path: `/atrio/<version>/atrio.js`. */
export const VERSION = (JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8')) as { version: string }).version;

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

/** The demo court's file as it is written. */
export async function demoCourtFile(): Promise<TribunalInput> {
  return JSON.parse(await readFile(join(SITE, 'tribunal.json'), 'utf8')) as TribunalInput;
}

/** The court file with this run's addresses in it: in a court they are simply written in the file. */
export function courtFileFor(
  file: TribunalInput,
  { backendUrl, videoDomain, insecureVideo }: { backendUrl?: string; videoDomain: string; insecureVideo: boolean },
): TribunalInput {
  const point = <V extends TribunalInput['video']>(video: V): V => {
    if (video?.provider !== 'jitsi') return video;
    const { inseguroLocal: _, ...rest } = video;
    return { ...rest, domain: videoDomain, ...(insecureVideo ? { inseguroLocal: true } : {}) } as V;
  };
  return {
    ...file,
    ...(backendUrl ? { backend: { tipo: 'atrio', url: backendUrl } } : {}),
    ...(file.video ? { video: point(file.video) } : {}),
    unidades: (file.unidades ?? []).map((unidade) => (unidade.video ? { ...unidade, video: point(unidade.video) } : unidade)),
  };
}

/** Where the parts of this run of the demo are. */
export interface SiteOptions {
  backendUrl: string;
  videoOrigin: string;
  videoDomain: string;
  /** The video server answers by http: only the stand-in on this machine. */
  insecureVideo: boolean;
  /** Another court file than the demo's, read again for each answer. */
  tribunal?: () => TribunalInput;
  /** Sign-in of the staff. Without it there is no staff page. */
  login?: { issuer: string; client: string; scope: string };
  /** Hearings with their invitations, for the page that lists them. */
  audiencias?: () => Promise<readonly AudienciaDeExemplo[]>;
}

/** The page of the staff and its script. */
const STAFF_PAGE = '/equipe.html';

/** The pages of those who work with an element of the kit: the attendants of the counter, the judge and the clerk of hearings. */
const ELEMENT_PAGES: readonly string[] = ['/atendimento.html', '/audiencias.html'];

/** Such a page with this run's sign-in in it: in a court it is simply written in the page. */
const withLogin = (page: string, { issuer, client, scope }: NonNullable<SiteOptions['login']>): string =>
  page.replace(/issuer="[^"]*"/, `issuer="${issuer}"`).replace(/client-id="[^"]*"/, `client-id="${client}"`).replace(/scope="[^"]*"/, `scope="${scope}"`);

/** The page that plays recordings of hearings. */
const RECORDING_PAGE = '/gravacao.html';

/** The page with the form of an anonymous report alone: it is kept nowhere, tells nobody where the person comes from, and shares no window. */
const ISOLATED_PAGE = '/denuncia.html';
const ISOLATED_HEADERS = {
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), display-capture=(), geolocation=(), payment=(), usb=()',
};

/** The court's site. */
export function siteApp(options: SiteOptions): Hono {
  const app = new Hono();
  const tribunal = async (): Promise<TribunalInput> => options.tribunal?.() ?? (await demoCourtFile());
  const fuso = async (): Promise<string> => (await tribunal()).timezone ?? DEFAULT_TIMEZONE;
  app.use(compress());
  app.use(async (c, next) => {
    await next();
    const staff = c.req.path === STAFF_PAGE && options.login;
    const attendant = ELEMENT_PAGES.includes(c.req.path) && options.login;
    c.header(
      'Content-Security-Policy',
      staff
        ? staffContentSecurityPolicy({ backend: options.backendUrl, login: staff.issuer })
        : attendant
          ? attendantContentSecurityPolicy({ backend: options.backendUrl, video: options.videoOrigin, login: attendant.issuer })
          : contentSecurityPolicy({ backend: options.backendUrl, video: options.videoOrigin }),
    );
    c.header('Permissions-Policy', permissionsPolicy(options.videoOrigin));
    // The sign-in comes back with a code in the address: it goes to nobody.
    c.header('Referrer-Policy', staff || attendant ? 'no-referrer' : 'strict-origin-when-cross-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('X-Robots-Tag', 'noindex');
    if (c.req.path === RECORDING_PAGE) c.header('Content-Security-Policy', recordingContentSecurityPolicy({ backend: options.backendUrl }));
    if (c.req.path === ISOLATED_PAGE) {
      c.header('Content-Security-Policy', isolatedContentSecurityPolicy({ backend: options.backendUrl }));
      for (const [name, value] of Object.entries(ISOLATED_HEADERS)) c.header(name, value);
    }
  });
  app.get('/atrio/:versao/*', async (c) => {
    const { versao } = c.req.param();
    const found = versao === VERSION ? await fileOf(DIST, c.req.path.slice(`/atrio/${versao}/`.length)) : null;
    if (!found) return c.text('Arquivo não encontrado nesta versão do Átrio.', 404);
    return c.body(found.body, 200, { 'Content-Type': found.type, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });
  const { audiencias } = options;
  if (audiencias) {
    app.get('/convites.html', async (c) => c.html(paginaDeConvites(await audiencias(), await fuso()), 200, { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }));
  }
  app.get('/tribunal.json', async (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.json(courtFileFor(await tribunal(), options));
  });
  if (options.login) {
    const { login } = options;
    for (const page of ELEMENT_PAGES) app.get(page, async (c) => c.html(withLogin(await readFile(join(SITE, page), 'utf8'), login), 200, { 'Cache-Control': 'no-cache' }));
    app.get('/equipe.json', async (c) => c.json({ backend: options.backendUrl, ...login, fuso: await fuso() }, 200, { 'Cache-Control': 'no-cache' }));
    app.get('/equipe.js', async (c) => c.body(await pageScript('equipe'), 200, { 'Content-Type': TYPES['.js']!, 'Cache-Control': 'no-cache' }));
  }
  app.get('/gerador.js', async (c) => c.body(await pageScript('gerador'), 200, { 'Content-Type': TYPES['.js']!, 'Cache-Control': 'no-cache' }));
  // Asked for by browsers on pages that name no icon.
  app.get('/favicon.ico', (c) => c.redirect('/atrio.svg', 301));
  app.get('*', async (c) => {
    const path = c.req.path.endsWith('/') ? `${c.req.path}index.html` : c.req.path;
    const found = (await fileOf(SITE, path)) ?? null;
    if (found) return c.body(found.body, 200, { 'Content-Type': found.type, 'Cache-Control': 'no-cache' });
    const missing = await fileOf(SITE, '404.html');
    return missing ? c.body(missing.body, 404, { 'Content-Type': missing.type }) : c.text('Página não encontrada.', 404);
  });
  return app;
}
