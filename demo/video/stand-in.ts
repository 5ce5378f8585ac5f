/**
 * A room that stands in for a Jitsi server in the demo: it has the subset of the external API that the kit uses, and plays the
 * attendant only when the visitor presses the button for it. It says on every screen that it is a demonstration, connects nobody
 * to anybody and sends nothing anywhere.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Only pages of this machine may embed the room. */
const LOOPBACK = ['http://localhost:*', 'http://127.0.0.1:*', 'https://localhost:*', 'https://127.0.0.1:*'].join(' ');

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  `frame-ancestors ${LOOPBACK}`,
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const FILES: Record<string, { file: string; type: string }> = {
  '/external_api.js': { file: 'external-api.js', type: 'text/javascript; charset=utf-8' },
  '/_sala/sala.js': { file: 'sala.js', type: 'text/javascript; charset=utf-8' },
  '/_sala/sala.css': { file: 'sala.css', type: 'text/css; charset=utf-8' },
};

/** A room is a path of one name, or tenant and name, in the characters that Jitsi allows. */
const ROOM = /^\/[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)?$/;

export interface StandIn {
  url: string;
  /** Host and port, as a court file's `domain`. */
  domain: string;
  close(): Promise<void>;
}

/**
 * Starts the room's server.
 * @param options.port 0 for any free port
 */
export function startStandIn({ port }: { port: number }): Promise<StandIn> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const send = (status: number, type: string, body: string | Uint8Array): void => {
      response.writeHead(status, {
        'Content-Type': type,
        'Content-Security-Policy': CSP,
        'X-Content-Type-Options': 'nosniff',
        'X-Robots-Tag': 'noindex',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-cache',
        'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=()',
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, 'text/plain; charset=utf-8', 'Método não permitido.');
    const known = FILES[path];
    if (known) return send(200, known.type, readFileSync(join(here, known.file)));
    if (ROOM.test(path)) return send(200, 'text/html; charset=utf-8', readFileSync(join(here, 'sala.html')));
    send(404, 'text/plain; charset=utf-8', 'Sala de demonstração: endereço não encontrado.');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      const domain = `localhost:${(server.address() as AddressInfo).port}`;
      resolve({
        url: `http://${domain}`,
        domain,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
