/** What the build made: every file, the sources inside it, and what it imports now or later. */
import { relative, sep } from 'node:path';

export interface BuiltFile {
  /** Name under dist/. */
  file: string;
  entry: boolean;
  /** Files imported at once. */
  imports: string[];
  /** Files imported on use. */
  dynamicImports: string[];
  /** Sources inside, relative to the repository (packages as `node_modules/...`), with their characters before minification. */
  modules: Record<string, number>;
  /** The source this file exists for, when it is an entry or is imported on use. */
  source: string | null;
  /** A tag's file that only names another, which the loader asks for in its place. */
  named?: true;
}

export type BuildGraph = Record<string, BuiltFile>;

interface BundleItem {
  type: string;
  fileName: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  modules?: Record<string, { renderedLength: number }>;
  facadeModuleId?: string | null;
}

export function buildGraph(bundle: Record<string, BundleItem>, root: string): BuildGraph {
  const local = (id: string): string => {
    const path = relative(root, id.replace(/^\0/, '').replace(/\?.*$/, '')).split(sep).join('/');
    const at = path.lastIndexOf('node_modules/');
    return at > 0 ? path.slice(at) : path;
  };
  const graph: BuildGraph = {};
  for (const item of Object.values(bundle)) {
    if (item.type !== 'chunk') continue;
    graph[item.fileName] = {
      file: item.fileName,
      entry: item.isEntry === true,
      imports: [...(item.imports ?? [])],
      dynamicImports: [...(item.dynamicImports ?? [])],
      modules: Object.fromEntries(Object.entries(item.modules ?? {}).map(([id, { renderedLength }]) => [local(id), renderedLength])),
      source: item.facadeModuleId ? local(item.facadeModuleId) : null,
    };
  }
  return graph;
}

/** A file and everything it imports at once, itself first, each one once. Unknown files are left out. */
export function closure(graph: BuildGraph, ...files: string[]): string[] {
  const seen = new Set<string>();
  const queue = [...files];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    const built = graph[file];
    if (!built || seen.has(file)) continue;
    seen.add(file);
    queue.push(...built.imports);
  }
  return [...seen];
}

/** The files imported on use from anywhere in the closure of `file`, deeper uses included. */
export function lazyFiles(graph: BuildGraph, ...files: string[]): string[] {
  const eager = new Set(closure(graph, ...files));
  const lazy = new Set<string>();
  const queue = [...eager];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    for (const target of graph[file]?.dynamicImports ?? []) {
      if (eager.has(target) || lazy.has(target)) continue;
      lazy.add(target);
      queue.push(...closure(graph, target));
    }
  }
  return [...lazy];
}
