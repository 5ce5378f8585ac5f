/**
 * What is asked for beside a file. A browser learns what a file imports only once it has the file: on a slow network every level of imports is a round trip of
 * its own. Where somebody waits, the files of all levels are asked for at once: by who imports the first of them on use, which costs the page the names of
 * them all; by the loader, when it sees the tag; or, where few come, by the first of them, a round trip later.
 */
import type { Plugin } from 'vite';
import { buildGraph, closure, type BuildGraph } from './graph.ts';

/** Sources imported on use, each with those that are imported right after it. */
type Followed = Readonly<Record<string, readonly string[]>>;

/** Asked for with all they need by who imports them. */
const AWAITED: Followed = {
  // The press that takes a person into the queue, and the page that takes a ticket up.
  'src/elements/balcao-virtual/espera.ts': ['src/adapters/backend/counter.ts'],
  'src/elements/balcao-virtual/antes.ts': [],
  'src/elements/balcao-virtual/fim.ts': [],
  // Who comes to a hearing.
  'src/adapters/backend/hearing.ts': [],
  // The press that calls.
  'src/controllers/balcao.call.ts': ['src/adapters/backend/http.ts', 'src/adapters/backend/fila.ts', 'src/adapters/video/load.ts'],
};

/** They ask for all they need themselves. */
const FIRST: Followed = {
  'src/elements/balcao-virtual/mensagem.ts': [],
  'src/elements/balcao-virtual/agendar.ts': ['src/adapters/late-ports.ts', 'src/adapters/backend/booking.ts'],
  'src/elements/balcao-virtual/chegada.ts': ['src/adapters/late-ports.ts', 'src/adapters/backend/booking.ts'],
  'src/bundles/audiencia-room.ts': [],
  'src/bundles/audiencia-recording.ts': [],
};

/** Asked for by the loader with the files of a tag. */
const OF_TAG: Followed = {
  'ouvidoria-stats': ['src/adapters/backend/statistics.ts'],
};

/** @throws when a table names what is not there any more: nothing would be asked ahead for it, and nobody would know */
export function checkNames(graph: BuildGraph): void {
  const sources = new Set(Object.values(graph).map(({ source }) => source));
  const gone = [...Object.keys(AWAITED), ...Object.keys(FIRST)].filter((source) => !sources.has(source));
  gone.push(...Object.keys(OF_TAG).filter((tag) => !graph[`${tag}.js`]));
  if (gone.length > 0) throw new Error(`Of no built file: ${gone.join(', ')}. See scripts/lib/ahead.ts.`);
}

const filesOf = (graph: BuildGraph, sources: readonly string[]): string[] =>
  sources.map((source) => {
    const file = Object.keys(graph).find((each) => source in graph[each]!.modules);
    if (!file) throw new Error(`${source} is in no built file: see scripts/lib/ahead.ts.`);
    return file;
  });

/** The files that the loader asks for as soon as it sees a tag: the one that the tag's own file names, which it imports, then the others. */
export function filesOfTag(graph: BuildGraph, tag: string): string[] {
  const [code, ...others] = graph[`${tag}.js`]!.imports;
  if (!code || others.length > 0) throw new Error(`${tag}.js has code of its own, or names more than one file.`);
  return closure(graph, code, ...filesOf(graph, OF_TAG[tag] ?? []));
}

/** For each file, those that are there before it is asked for, whatever the way that led to it. */
export function filesBefore(graph: BuildGraph): Map<string, Set<string>> {
  const files = Object.keys(graph);
  const before = new Map(files.map((file) => [file, new Set(graph[file]!.entry ? [] : files)]));
  const importers = new Map<string, string[]>();
  for (const file of files) for (const target of [...graph[file]!.imports, ...graph[file]!.dynamicImports]) importers.set(target, [...(importers.get(target) ?? []), file]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const file of files) {
      if (graph[file]!.entry) continue;
      const [first = new Set<string>(), ...others] = (importers.get(file) ?? []).map((importer) => new Set([...before.get(importer)!, ...closure(graph, importer)]));
      const next = new Set([...first].filter((each) => others.every((other) => other.has(each))));
      if (next.size === before.get(file)!.size) continue;
      before.set(file, next);
      changed = true;
    }
  }
  return before;
}

const IMPORT = /\bimport\("\.\/([^"]+)"\)/g;

/** Adds to the code of a built file what it asks for beside what it imports, on the same lines. That a file did not come is told by who needs it. */
export function askingAhead(code: string, graph: BuildGraph, before: ReadonlyMap<string, ReadonlySet<string>>, file: string): string {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const built = graph[file]!;
  const there = new Set([...before.get(file)!, ...closure(graph, file)]);
  const path = (each: string): string => JSON.stringify(`./${each.startsWith(folder) ? each.slice(folder.length) : `../${each}`}`);
  const ask = (files: readonly string[]): string => `Promise.allSettled([${files.map((each) => `import(${path(each)})`).join(', ')}])`;
  const result = code.replace(IMPORT, (whole, name: string) => {
    const imported = folder + name;
    const more = AWAITED[graph[imported]?.source ?? ''];
    const beside = more ? closure(graph, imported, ...filesOf(graph, more)).filter((each) => each !== imported && !there.has(each)) : [];
    return beside.length > 0 ? `[${whole}, ${ask(beside)}][0]` : whole;
  });
  const more = FIRST[built.source ?? ''];
  if (!more) return result;
  const needed = closure(graph, file).filter((each) => each !== file && !built.imports.includes(each) && !before.get(file)!.has(each));
  const after = closure(graph, ...filesOf(graph, more)).filter((each) => !there.has(each));
  return `${needed.map((each) => `import ${path(each)};`).join('')}${after.length > 0 ? `${ask(after)};` : ''}${result}`;
}

/** Applies {@link askingAhead} to every file of a build. */
export function askAhead(root: string): Plugin {
  let known: { graph: BuildGraph; before: Map<string, Set<string>> } | undefined;
  return {
    name: 'atrio-ask-ahead',
    buildStart() {
      known = undefined;
    },
    renderChunk(code, chunk, _options, { chunks }) {
      if (!known) {
        const graph = buildGraph(Object.fromEntries(Object.values(chunks).map((each) => [each.fileName, each])), root);
        checkNames(graph);
        known = { graph, before: filesBefore(graph) };
      }
      const result = askingAhead(code, known.graph, known.before, chunk.fileName);
      return result === code ? null : { code: result, map: null };
    },
  };
}
