/** A court's site and a video server on different origins, for tests against the real external API. */
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { selfSigned } from './jitsi-certificate.ts';

const listen = async (server: Server | TcpServer): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
};

export interface VideoServer {
  domain: string;
  /** Paths asked for, in order. */
  asked: string[];
  close(): Promise<void>;
}

/** Serves `external_api.js` and, at any other path, the room, over HTTPS with a certificate of its own. */
export async function startVideoServer(script: string, room: string): Promise<VideoServer> {
  const asked: string[] = [];
  const server = createTlsServer(selfSigned(), (request, response) => {
    const url = request.url ?? '/';
    asked.push(url);
    const path = url.split('?')[0] ?? '/';
    const code = path.endsWith('/external_api.js') ? script : path === '/_room.js' ? room : null;
    response.writeHead(200, { 'Content-Type': code === null ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8' });
    response.end(code ?? '<!doctype html><html lang="pt-BR"><meta charset="utf-8"><title>Sala</title><link rel="icon" href="data:,"><script src="/_room.js"></script>');
  });
  const port = await listen(server);
  return {
    domain: `localhost:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface CourtSite {
  /** Address of a page with that Content-Security-Policy. */
  page(csp: string): string;
  close(): Promise<void>;
}

/** Serves one page of a court, under the policy that the test asks for. */
export async function startCourtSite(script: string): Promise<CourtSite> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/court.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' });
      response.end(script);
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': url.searchParams.get('csp') ?? "default-src 'none'" });
    response.end('<!doctype html><html lang="pt-BR"><meta charset="utf-8"><title>Tribunal</title><script src="/court.js"></script>');
  });
  const port = await listen(server);
  return {
    page: (csp) => `http://localhost:${port}/?csp=${encodeURIComponent(csp)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A host that takes a connection and never says a word. */
export async function startSilentHost(): Promise<{ domain: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listen(server);
  return {
    domain: `localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Host and port where nothing listens any more. */
export async function deadDomain(): Promise<string> {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return `localhost:${port}`;
}
