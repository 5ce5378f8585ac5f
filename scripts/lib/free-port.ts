import { createServer, type AddressInfo } from 'node:net';

/** A port of this machine that nobody listens at: one of those that the system gives out itself, another at each call. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
