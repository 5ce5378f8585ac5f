/**
 * A network that can be cut: an HTTP proxy for a browser under test. A cut destroys every connection in the middle of whatever it carries and
 * refuses new ones until it is mended.
 */
import { createServer, request, type ClientRequest } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface BadNetwork {
  /** For the browser's proxy settings. */
  readonly url: string;
  /** Bytes of request bodies that went through. */
  readonly sent: number;
  /** How often it was cut. */
  readonly cuts: number;
  /** Connections that were refused while it was cut. */
  readonly refused: number;
  /** Cuts by itself when so many more bytes of bodies went through: one cut for each number, counted from now. */
  plan(marks: readonly number[]): void;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** @param mendAfter mends by itself when so many connections were refused since the cut */
export async function badNetwork({ mendAfter = 2 }: { mendAfter?: number } = {}): Promise<BadNetwork> {
  const sockets = new Set<Socket>();
  const upstreams = new Set<ClientRequest>();
  let marks: number[] = [];
  let sent = 0;
  let cuts = 0;
  let refused = 0;
  let left = 0;
  let down = false;
  const network = {
    plan(next: readonly number[]) {
      marks = next.map((mark) => sent + mark);
    },
    cut() {
      down = true;
      cuts += 1;
      left = mendAfter;
      for (const socket of sockets) socket.destroy();
      for (const upstream of upstreams) upstream.destroy();
    },
    mend() {
      down = false;
    },
  };
  const server = createServer((incoming, outgoing) => {
    const upstream = request(incoming.url!, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.on('error', () => outgoing.destroy());
      answer.pipe(outgoing);
    });
    upstreams.add(upstream);
    upstream.on('close', () => upstreams.delete(upstream));
    upstream.on('error', () => outgoing.destroy());
    incoming.on('error', () => upstream.destroy());
    incoming.on('data', (part: Buffer) => {
      sent += part.length;
      upstream.write(part);
      if (marks[0] !== undefined && sent >= marks[0]) {
        marks.shift();
        network.cut();
      }
    });
    incoming.on('end', () => upstream.end());
  });
  server.on('connection', (socket) => {
    if (down) {
      refused += 1;
      left -= 1;
      if (left <= 0) network.mend();
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    ...network,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get sent() {
      return sent;
    },
    get cuts() {
      return cuts;
    },
    get refused() {
      return refused;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
