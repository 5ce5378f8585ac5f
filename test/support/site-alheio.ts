/** The demo court's pages, strict headers and all, with a court file of the test's own: its submissions go wherever the test says. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { courtFileFor, demoCourtFile, siteApp } from '../../demo/court-site.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';

export interface SiteAlheio {
  /** Address of the home page. */
  url: string;
  /** Changes the court file from the next page on. */
  mudar(tribunal: Partial<TribunalInput>): void;
  close(): Promise<void>;
}

/**
 * @param destino origin that the pages may send to, for the policy
 */
export async function startSiteAlheio(destino: () => string): Promise<SiteAlheio> {
  let proprio: Partial<TribunalInput> = {};
  const video = { videoOrigin: 'http://localhost:9', videoDomain: 'localhost:9', insecureVideo: true };
  const file = courtFileFor(await demoCourtFile(), video);
  const app = new Hono();
  app.get('/tribunal.json', (c) => c.json({ ...file, ...proprio }, 200, { 'Cache-Control': 'no-store' }));
  app.all('*', (c) => siteApp({ backendUrl: destino(), ...video }).fetch(c.req.raw, c.env));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}/`,
        mudar: (tribunal) => (proprio = tribunal),
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
  });
}
