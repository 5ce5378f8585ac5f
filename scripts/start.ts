/**
 * `npm start`: builds the kit when its sources changed, starts the reference backend and the demo court meanwhile, and
 * prints one address. `PORT` chooses the site's port; Ctrl-C ends everything.
 */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from './lib/files.ts';
import { endAll, endAllOnSignals, run } from './lib/processes.ts';

const started = performance.now();

function fail(message: string): never {
  console.error(`\n${message}\n`);
  process.exit(1);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });

/** `PORT`, which has to be free when it is set; else the first free one from 8080 on. */
async function choosePort(): Promise<number> {
  const wanted = process.env['PORT'];
  if (wanted) {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`PORT="${wanted}" não é uma porta (0 a 65535). / PORT is not a port number.`);
    if (port !== 0 && !(await isFree(port))) {
      fail(
        `A porta ${port} está ocupada. Encerre o que a usa, ou escolha outra: PORT=${port + 1} npm start\n` +
          `Port ${port} is taken. Stop what uses it, or choose another one.`,
      );
    }
    return port;
  }
  for (let port = 8080; port < 8100; port++) if (await isFree(port)) return port;
  return 0;
}

async function buildKit(): Promise<void> {
  const { code, output } = await run(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--if-stale'], { cwd: root, quiet: true });
  if (code !== 0) throw new Error(`O kit não pôde ser construído. / The kit could not be built.\n${output}`);
}

let close: (() => Promise<void>) | undefined;
endAllOnSignals(() => close?.());

try {
  const port = await choosePort();
  console.log('Preparando o kit e o tribunal de demonstração… (na primeira vez o banco de dados leva alguns segundos a mais)');
  const kit = buildKit();
  kit.catch(() => {}); // awaited by the demo
  const { startDemo } = await import('../demo/server.ts');
  const demo = await startDemo({
    port,
    dataDir: process.env['ATRIO_DATA_DIR'] ?? join(root, '.dados'),
    ...(process.env['DATABASE_URL'] ? { databaseUrl: process.env['DATABASE_URL'] } : {}),
    kit,
  });
  close = () => demo.close();
  console.log(`\nPronto em ${Math.round((performance.now() - started) / 1000)} s. Abra ${demo.url}  (Ctrl-C encerra)\nPágina da equipe: ${demo.url}equipe.html`);
} catch (error) {
  await endAll();
  fail(error instanceof Error ? error.message : String(error));
}
