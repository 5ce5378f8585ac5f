/** An endpoint that takes a form as a court's content manager does: it knows nothing of the contract, of keys, of pointers or of problem documents. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One submission as it came. */
export interface Recebido {
  metodo: string;
  caminho: string;
  tipo: string;
  cabecalhos: IncomingMessage['headers'];
  /** Fields of a form, or the top of a JSON object. */
  campos: Record<string, unknown>;
}

/** What the endpoint does with the next submission. */
export type Resposta =
  | { status: number; json: unknown; headers?: Record<string, string> }
  | { status: number; html: string; headers?: Record<string, string> }
  | { status: number; vazio: true; headers?: Record<string, string> }
  /** Takes it, and the connection dies before an answer. */
  | { cai: true };

export interface FormServer {
  url: string;
  recebidos: Recebido[];
  /** Answers, in order; the last one stays. */
  responder(...respostas: Resposta[]): void;
  close(): Promise<void>;
}

async function lerCampos(tipo: string, corpo: Buffer): Promise<Record<string, unknown>> {
  if (tipo.startsWith('application/json')) return JSON.parse(corpo.toString()) as Record<string, unknown>;
  const form = await new Response(new Uint8Array(corpo), { headers: { 'content-type': tipo } }).formData();
  const campos: Record<string, unknown> = {};
  for (const nome of new Set(form.keys())) {
    const all = form.getAll(nome).map(String);
    campos[nome] = all.length > 1 ? all : all[0];
  }
  return campos;
}

/**
 * Starts the endpoint.
 * @param origin origin of the pages that may read its answers; none by default, as in most content managers
 */
export async function startFormServer(origin?: () => string | undefined): Promise<FormServer> {
  const recebidos: Recebido[] = [];
  let respostas: Resposta[] = [{ status: 200, html: '<h1>Obrigado</h1>' }];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const allowed = origin?.();
      if (allowed) {
        response.setHeader('Access-Control-Allow-Origin', allowed);
        response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key, X-Portal');
        response.setHeader('Access-Control-Allow-Methods', 'POST, PUT');
      }
      const metodo = request.method ?? '';
      const caminho = request.url ?? '';
      if (metodo === 'OPTIONS') return void response.writeHead(allowed ? 204 : 404).end();
      if (metodo === 'GET') return void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!doctype html><title>Obrigado</title><h1>Mensagem recebida</h1>');
      const tipo = request.headers['content-type'] ?? '';
      void lerCampos(tipo, Buffer.concat(chunks)).then((campos) => {
        recebidos.push({ metodo, caminho, tipo, cabecalhos: request.headers, campos });
        const resposta = (respostas.length > 1 ? respostas.shift() : respostas[0])!;
        if ('cai' in resposta) return void request.socket.destroy();
        const [type, body] = 'json' in resposta ? ['application/json', JSON.stringify(resposta.json)] : 'html' in resposta ? ['text/html; charset=utf-8', resposta.html] : ['text/plain', ''];
        response.writeHead(resposta.status, { 'Content-Type': type, ...resposta.headers }).end(body);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    recebidos,
    responder(...next) {
      respostas = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
