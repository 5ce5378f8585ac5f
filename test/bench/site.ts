/** The court's server of the bench: the kit as it was built, the plain pages and the peers, compressed, with validators, and every answer counted. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../scripts/lib/files.ts';
import { NUMEROS_OUVIDORIA } from '../../stories/ouvidoria-stats/numeros.ts';
import { PEERS } from './peers.ts';
import { COURT_UNIDADES, DIRETORIO, LISTA, UNIDADES_DA_LISTA } from './unidades.ts';

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

const COURT = JSON.stringify({
  nome: 'Tribunal de bancada',
  sigla: 'TB',
  ramo: 'estadual',
  timezone: 'America/Manaus',
  backend: { tipo: 'atrio', url: '/' },
  privacidade: { versao: '1', url: '/privacidade', resumo: ['Usamos seus dados só para responder a você.'] },
  canais: [{ tipo: 'telefone', numero: '(92) 3000-0000' }],
  unidades: [{ id: 'vara', nome: '1ª Vara de Manaus', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00; PH off', video: { provider: 'jitsi', domain: 'video.invalid', sala: 'AbCdEfGhIjKlMnOpQrStUv' } }],
});

const page = (body: string, court = '/tribunal.json'): string =>
  `<!doctype html><html lang="pt-BR"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bancada</title><link rel="stylesheet" href="/dist/lugar.css"><script type="module" src="/dist/atrio.js" data-tribunal="${court}"></script><h1>Bancada</h1>${body}</html>`;

const counter = '<balcao-virtual unidade="vara"><p>Telefone: <a href="tel:+559230000000">(92) 3000-0000</a></p></balcao-virtual>';

/** Fifty plain counters that share one formatter and one reading of the clock. */
const FIFTY = `<!doctype html><html lang="pt-BR"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Balcões</title><style>body { font: 16px/1.5 system-ui; max-width: 42em; margin: 1em auto; padding: 0 1em }</style><h1>Balcões virtuais</h1>${'<section><h2>1ª Vara de Manaus</h2><p class="s">Carregando</p><button>Chamar por vídeo</button><p>Telefone: <a href="tel:+559230000000">(92) 3000-0000</a></p></section>'.repeat(50)}<script>
  const p = Object.fromEntries(new Intl.DateTimeFormat('en-US', { timeZone: 'America/Manaus', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date()).map((x) => [x.type, x.value]));
  const m = +p.hour * 60 + +p.minute;
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(p.weekday);
  for (const s of document.querySelectorAll('.s')) s.textContent = day > 0 && day < 6 && m >= 480 && m < 840 ? 'Aberto agora. Fecha às 14h.' : 'Fechado agora.';
  for (const b of document.querySelectorAll('button')) b.onclick = () => { const frame = document.createElement('iframe'); frame.src = 'https://video.invalid/sala'; b.after(frame); };
  document.documentElement.dataset.pronto = '';
</script></html>`;

const MADE: Record<string, string> = {
  '/kit/a': page('<ouvidoria-form></ouvidoria-form>'),
  '/kit/sic': page('<sic-request></sic-request>'),
  '/kit/b': page(counter),
  '/kit/b50': page(counter.repeat(50)),
  '/kit/c': page('<balcao-directory></balcao-directory>', '/unidades.json'),
  '/kit/d': page('<ouvidoria-stats></ouvidoria-stats>'),
  '/kit/tracker': page('<protocolo-tracker></protocolo-tracker>'),
  '/kit/todos': page(`${counter}<ouvidoria-form></ouvidoria-form><sic-request></sic-request><protocolo-tracker></protocolo-tracker><ouvidoria-stats></ouvidoria-stats>`),
  '/kit/vazia': page('<main></main>'),
  '/floor/b50.html': FIFTY,
  '/floor/c.html': LISTA,
  '/tribunal.json': COURT,
  '/unidades.json': COURT_UNIDADES,
  '/grande/v1/diretorio': DIRETORIO,
  '/lista.json': JSON.stringify(UNIDADES_DA_LISTA),
  '/v1/estatisticas/ouvidoria': JSON.stringify(NUMEROS_OUVIDORIA),
};

interface Answer {
  status: number;
  type: string;
  bytes: Buffer;
  etag: string;
}

/** What was answered since the last reset. */
export interface Served {
  path: string;
  status: number;
  /** Of the body, as it went out. */
  bytes: number;
}

export interface Site {
  port: number;
  served: Served[];
  close(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const cache = new Map<string, Promise<Answer>>();
  const served: Served[] = [];

  const read = async (path: string): Promise<Answer> => {
    const folder = path.startsWith('/dist/') ? join(root, 'dist') : path.startsWith('/peers/') ? PEERS : join(import.meta.dirname, 'floor');
    const made = MADE[path];
    const full = normalize(join(folder, path.replace(/^\/(dist|peers|floor)\//, '/').replace(/\/$/, '/index.html')));
    const raw = made === undefined ? (full.startsWith(folder + sep) ? await readFile(full).catch(() => null) : null) : Buffer.from(made);
    if (!raw) return { status: 404, type: 'text/plain', bytes: Buffer.alloc(0), etag: '' };
    const type = made === undefined ? (TYPES[extname(full)] ?? 'application/octet-stream') : made.startsWith('<') ? TYPES['.html']! : TYPES['.json']!;
    return { status: 200, type, bytes: gzipSync(raw, { level: 9 }), etag: `"${createHash('sha256').update(raw).digest('hex').slice(0, 16)}"` };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // The time is the page's own: what it says is not the machine's.
    response.sendDate = false;
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    let known = cache.get(path);
    if (!known) cache.set(path, (known = read(path)));
    const { status, type, bytes, etag } = await known;
    if (status === 200 && request.headers['if-none-match'] === etag) {
      served.push({ path, status: 304, bytes: 0 });
      return void response.writeHead(304, { etag, 'cache-control': 'no-cache' }).end();
    }
    served.push({ path, status, bytes: bytes.length });
    const headers = { 'content-type': type, 'cache-control': path.startsWith('/dist/') || path.startsWith('/peers/') ? 'public, max-age=31536000, immutable' : 'no-cache' };
    response.writeHead(status, status === 200 ? { ...headers, etag, 'content-encoding': 'gzip', 'content-length': bytes.length } : headers).end(bytes);
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    served,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
