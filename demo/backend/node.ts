import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serve, type ServerType } from '@hono/node-server';
import type { Context, Hono } from 'hono';

/** How long a graceful stop waits for answers that are being made, in milliseconds. */
const ESPERA_FECHAR_MS = 10_000;

/**
 * A recording takes as long to come as the line of the court takes: Node would cut it after five minutes. The headers still have to come within a minute, which
 * Node keeps only when it is said.
 */
const TEMPOS = { requestTimeout: 0, headersTimeout: 60_000 };

/** A body of which nothing comes for this long, in milliseconds, is not coming any more: its line is dead, or holds one open on purpose. */
export const PARADO_MS = 120_000;

function semEsperaParada(request: IncomingMessage): void {
  if (!request.headers['transfer-encoding'] && !Number(request.headers['content-length'])) return;
  request.setTimeout(PARADO_MS);
  request.once('end', () => request.setTimeout(0));
}

/** An address that cannot be listened on, with words for who runs the backend. */
export class PortaError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PortaError';
  }
}

/**
 * Address of who calls. Behind proxies of the court, their number says how far from the right of `X-Forwarded-For` the caller is: what stands
 * before was written by the caller and proves nothing.
 */
export const enderecoAtrasDe =
  (proxies: number) =>
  (c: Context): string | undefined => {
    if (proxies > 0) {
      const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim()).filter(Boolean);
      const found = hops.at(-proxies);
      if (found) return found;
    }
    try {
      return getConnInfo(c).remote.address;
    } catch {
      return undefined;
    }
  };

export interface Servidor {
  url: string;
  /** Stops accepting, lets what is being answered finish, then resolves. */
  close(): Promise<void>;
}

/**
 * Listens.
 * @param port 0 for any free one
 * @throws PortaError when the port is taken or not allowed
 */
export function escutar(app: { fetch: Hono['fetch'] }, port: number, host: string): Promise<Servidor> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, port, hostname: host, createServer, serverOptions: TEMPOS }, (info) => {
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
      let closing: Promise<void> | undefined;
      resolve({
        url: `http://${name}:${info.port}`,
        close: () =>
          (closing ??= new Promise((done) => {
            const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), ESPERA_FECHAR_MS);
            // A connection that was busy when the stop came is kept alive by its client: close it when its answer is out.
            const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50);
            server.prependListener('request', (_request, response: ServerResponse) => response.setHeader('Connection', 'close'));
            server.close(() => {
              clearTimeout(force);
              clearInterval(idle);
              done();
            });
          })),
      });
    });
    server.prependListener('request', semEsperaParada);
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why: Record<string, string> = {
        EADDRINUSE: `A porta ${port} já está em uso por outro programa. Pare o outro, ou escolha outra porta: PORT=${port + 1}`,
        EACCES: `O sistema não deixa usar a porta ${port}. Escolha uma acima de 1023, por exemplo PORT=8787.`,
        EADDRNOTAVAIL: `O endereço ${host} não é desta máquina. Confira HOST.`,
      };
      reject(new PortaError(why[error.code ?? ''] ?? `Não foi possível escutar em ${host}:${port}: ${error.message}`, { cause: error }));
    });
  });
}
