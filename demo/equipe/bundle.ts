import { join } from 'node:path';

let made: Promise<string> | undefined;

/** The script of the staff page in one file, made once, when the page is first asked for: it is of the demo and no part of the kit. */
export function staffScript(): Promise<string> {
  made ??= bundle();
  return made;
}

async function bundle(): Promise<string> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'main.ts'), formats: ['es'], fileName: 'equipe' },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error('the script of the staff page could not be made');
  return chunk.code;
}
