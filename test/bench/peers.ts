/** Pages of what a webmaster would use instead of the kit: a private package of its own, installed and built only when the bench runs. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { contentHash, root } from '../../scripts/lib/files.ts';
import { run } from '../../scripts/lib/processes.ts';
import { readStamp, writeStamp } from '../../scripts/lib/stamp.ts';
import { UNIDADES_DA_LISTA } from './unidades.ts';

const PACKAGE = join(root, 'bench');
/** What is served under `/peers/`. */
export const PEERS = join(root, '.cache', 'bench', 'peers');

export interface Peer {
  /** Folder of the built page: job and file. */
  id: string;
  name: string;
  /** File under bench/pages/<job>/. */
  script: string;
  /** File with the page's markup, where it is not the script's own. */
  page?: string;
}

async function install(say: (line: string) => void): Promise<void> {
  const wanted = contentHash(['bench/package-lock.json']);
  if (existsSync(join(PACKAGE, 'node_modules')) && readStamp('bench-install') === wanted) return;
  say('installing the peers (bench/package-lock.json)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { code, output } = await run(npm, ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: PACKAGE, quiet: true, limitMs: 10 * 60_000 });
  if (code !== 0) throw new Error(`the peers could not be installed; --no-peers goes on without them\n${output}`);
  writeStamp('bench-install', wanted);
}

async function buildPage({ id, name, script, page }: Peer): Promise<void> {
  const [job = ''] = id.split('-');
  const out = join(PEERS, id);
  const at = (file: string): string => join(PACKAGE, 'pages', job, file);
  rmSync(out, { recursive: true, force: true });
  const built = await build({
    root: PACKAGE,
    configFile: false,
    logLevel: 'silent',
    base: `/peers/${id}/`,
    mode: 'production',
    css: { lightningcss: { errorRecovery: true } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      target: 'es2022',
      emptyOutDir: true,
      chunkSizeWarningLimit: 10_000,
      cssCodeSplit: false,
      rollupOptions: { input: at(`${script}.js`), output: { format: 'es', entryFileNames: 'pagina.js', chunkFileNames: '[name]-[hash].js', assetFileNames: '[name][extname]' } },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const sheets = outputs.filter(({ fileName }) => fileName.endsWith('.css')).map(({ fileName }) => `<link rel="stylesheet" href="/peers/${id}/${fileName}">`);
  const { default: body } = (await import(pathToFileURL(at(`${page ?? script}.page.js`)).href)) as { default: string | ((units: typeof UNIDADES_DA_LISTA) => string) };
  mkdirSync(out, { recursive: true });
  writeFileSync(
    join(out, 'index.html'),
    `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title>${sheets.join('')}<script type="module" src="/peers/${id}/pagina.js"></script></head><body>${typeof body === 'string' ? body : body(UNIDADES_DA_LISTA)}</body></html>`,
  );
}

/** Installs and builds what changed since the last time. */
export async function preparePeers(peers: readonly Peer[], say: (line: string) => void): Promise<void> {
  await install(say);
  const sources = contentHash(['bench/package-lock.json', 'bench/pages', 'test/bench/peers.ts', 'test/bench/unidades.ts', 'test/support/tribunal-grande.ts']);
  process.env['NODE_ENV'] = 'production';
  for (const peer of peers) {
    const stamp = `bench-${peer.id}`;
    if (readStamp(stamp) === sources && existsSync(join(PEERS, peer.id, 'index.html'))) continue;
    say(`building ${peer.id}`);
    await buildPage(peer);
    writeStamp(stamp, sources);
  }
}
