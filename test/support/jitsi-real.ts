/**
 * The real external API of Jitsi Meet, bundled from the official packages when a test asks for it. It is fetched once into
 * node_modules/.cache and never committed; where it cannot be fetched, the tests that need it are skipped with the reason.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const run = promisify(execFile);
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'atrio');

interface Package {
  spec: string;
  /** What npm calls the file. */
  file: string;
  sha512: string;
  /** Parts to unpack; everything when empty. */
  parts: string[];
}

const SDK: Package = {
  spec: '@jitsi/react-native-sdk@13.2.0',
  file: 'jitsi-react-native-sdk-13.2.0.tgz',
  sha512: 'J7itSoy85IScxeC4letOtoS33Sp0tH5hLYFHYtH+v3WQwLjganuWlFCjlDbL5ks9ebGhVNsCyCBdML9qC+SAWw==',
  parts: ['package/modules', 'package/react/features/base/util', 'package/react/features/base/media-cast', 'package/react/features/external-api', 'package/react/features/pip'],
};

/** What those sources import, in the versions that the package names. */
const IMPORTS: Record<string, Package> = {
  events: {
    spec: 'events@3.3.0',
    file: 'events-3.3.0.tgz',
    sha512: 'mQw+2fkQbALzQ7V0MY0IqdnXNOeTtP4r0lN9z7AAawCXgqea7bDii20AYrIBrFd/Hx0M2Ocz6S111CaFkUcb0Q==',
    parts: [],
  },
  '@jitsi/logger': {
    spec: '@jitsi/logger@2.1.1',
    file: 'jitsi-logger-2.1.1.tgz',
    sha512: 'adMtODSXvYJtqfRuDwxN1hNWPJ4gvp868G7QXII3ajSgPaE2mMcbLYRHy6mZZlQJGnxr0dDaivOrvV6CikHZNQ==',
    parts: [],
  },
  '@braintree/sanitize-url': {
    spec: '@braintree/sanitize-url@7.0.0',
    file: 'braintree-sanitize-url-7.0.0.tgz',
    sha512: 'GMu2OJiTd1HSe74bbJYQnVvELANpYiGFZELyyTM1CR0sdv5ReQAcJ/c/8pIrPab3lO11+D+EpuGLUxqz+y832g==',
    parts: [],
  },
};

/** Bundles one file for the browser, as one classic script. */
export async function bundle(entry: string, alias: Record<string, string> = {}): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias, extensions: ['.web.ts', '.web.js', '.ts', '.js', '.json'] },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((one) => one.type === 'chunk');
  if (!chunk) throw new Error(`Nothing was bundled from ${entry}`);
  return chunk.code;
}

async function unpack(work: string, { spec, file, sha512, parts }: Package): Promise<string> {
  const folder = join(work, createHash('sha256').update(spec).digest('hex').slice(0, 12));
  await mkdir(folder, { recursive: true });
  await run('npm', ['pack', spec, '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: work, timeout: 90_000 });
  const tarball = join(folder, file);
  const got = createHash('sha512').update(await readFile(tarball)).digest('base64');
  if (got !== sha512) throw new Error(`${spec} is not the package that this test was written for`);
  await run('tar', ['-xzf', tarball, '-C', folder, ...parts]);
  return join(folder, 'package');
}

export type RealApi = { script: string; reason?: never } | { script?: never; reason: string };

/** The source of a real `external_api.js`, or why there is none. */
export async function realExternalApi(): Promise<RealApi> {
  const kept = join(CACHE, `external_api-13.2.0-${createHash('sha256').update(await readFile(fileURLToPath(import.meta.url))).digest('hex').slice(0, 12)}.js`);
  try {
    return { script: await readFile(kept, 'utf8') };
  } catch {
    // Not yet made on this machine.
  }
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'jitsi-'));
  try {
    let sdk: string;
    const alias: Record<string, string> = {};
    try {
      sdk = await unpack(work, SDK);
      for (const [name, one] of Object.entries(IMPORTS)) alias[name] = await unpack(work, one);
    } catch (error) {
      const { message } = error as Error;
      return { reason: `The real external API could not be fetched from the package registry (${message.includes('npm pack') ? 'npm pack failed' : message}).` };
    }
    const entry = join(work, 'entry.js');
    await writeFile(entry, `import Api from ${JSON.stringify(join(sdk, 'modules/API/external/external_api.js'))};\nwindow.JitsiMeetExternalAPI = Api;\n`);
    const script = await bundle(entry, alias);
    const temporary = join(work, 'external_api.js');
    await writeFile(temporary, script);
    await rename(temporary, kept);
    return { script };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
