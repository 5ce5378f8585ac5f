import { join } from 'node:path';

const made = new Map<string, Promise<string>>();

/**
 * The script of a page of the demo in one file, made once, when the page is first asked for: it is of the demo and no part of the kit.
 * @param name folder of `demo/` with its `main.ts`
 */
export function pageScript(name: 'equipe' | 'gerador'): Promise<string> {
  let script = made.get(name);
  if (!script) made.set(name, (script = bundle(name)));
  return script;
}

async function bundle(name: string): Promise<string> {
  const { build } = await import('vite');
  const root = join(import.meta.dirname, name);
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, 'main.ts'), formats: ['es'], fileName: name },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error(`the script of ${name} could not be made`);
  return chunk.code;
}
