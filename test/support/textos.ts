import { readdirSync } from 'node:fs';

/** Files of texts: those of dates make words, and have none. */
const SEM_TEXTOS = new Set(['datas.ts', 'quando.ts', 'fala.ts']);

const dir = (lang: string): URL => new URL(`../../src/i18n/${lang}/`, import.meta.url);

/** Names of the files of a language. */
export const arquivos = (lang: string): string[] =>
  readdirSync(dir(lang), { withFileTypes: true })
    .flatMap((entry) => (entry.isFile() && !SEM_TEXTOS.has(entry.name) ? [entry.name] : []))
    .sort();

/** Every text of a language, by file and key. */
export async function textosDe(lang: string): Promise<Map<string, Record<string, string>>> {
  const all = new Map<string, Record<string, string>>();
  for (const file of arquivos(lang)) {
    const module = (await import(new URL(file, dir(lang)).href)) as Record<string, unknown>;
    all.set(file, Object.assign({}, ...Object.values(module).filter((value) => typeof value === 'object')) as Record<string, string>);
  }
  return all;
}

/** One record of all the texts of a language. */
export const juntos = (files: ReadonlyMap<string, Record<string, string>>): Record<string, string> => Object.assign({}, ...files.values()) as Record<string, string>;
