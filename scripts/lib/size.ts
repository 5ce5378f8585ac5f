/** How many bytes a citizen downloads for an entry point, from the build's own graph. */
import { closure, lazyFiles, type BuildGraph } from './graph.ts';

export interface Budget {
  name: string;
  /** Files under dist/ the page asks for; everything they import at once counts. */
  entries: string[];
  /** What the page already has when the entries load; not counted. */
  base?: string[];
  /** Patterns of sources whose chunk, imported on use, counts too (with all it imports). */
  with?: string[];
  /** Patterns of sources that `with` leaves out. */
  except?: string[];
  /** The budget, in bytes, gzip. */
  limit: number;
  /** For a budget that is not met yet: the weight it may not grow beyond, and the reason. Raised only with what it bought, told where it is raised. */
  held?: { bytes: number; because: string };
}

export interface Weighed {
  name: string;
  bytes: number;
  limit: number;
  held?: { bytes: number; because: string };
  /** `held`: over the budget, and no heavier than what was owned up to. */
  verdict: 'ok' | 'held' | 'over' | 'stale';
  files: Record<string, number>;
  /** Entries or patterns that name nothing in this build: the budget no longer measures what it says. */
  stale: string[];
}

const matches = (patterns: readonly string[], text: string): boolean => patterns.some((p) => new RegExp(p).test(text));

/** The sources a file imported on use stands for: the module it was made for, or all it holds. */
function triggers(graph: BuildGraph, file: string): string[] {
  const built = graph[file];
  if (!built) return [];
  return built.source ? [built.source] : Object.keys(built.modules);
}

export function weigh(graph: BuildGraph, budget: Budget, bytesOf: (file: string) => number): Weighed {
  const stale = [...budget.entries, ...(budget.base ?? [])].filter((entry) => !graph[entry]);
  const page = [...(budget.base ?? []), ...budget.entries];
  const loaded = new Set(closure(graph, ...page));
  const late = lazyFiles(graph, ...page);
  const patterns = budget.with ?? [];
  const wanted = late.filter((file) => triggers(graph, file).some((s) => matches(patterns, s) && !matches(budget.except ?? [], s)));
  if (patterns.length > 0 && wanted.length === 0 && stale.length === 0) stale.push(...patterns);
  for (const file of closure(graph, ...wanted)) loaded.add(file);
  for (const file of closure(graph, ...(budget.base ?? []))) loaded.delete(file);
  if (page.includes('atrio.js')) for (const file of loaded) if (graph[file]!.named) loaded.delete(file);
  const files = Object.fromEntries([...loaded].map((file) => [file, bytesOf(file)]));
  const bytes = Object.values(files).reduce((sum, n) => sum + n, 0);
  const { name, limit, held } = budget;
  const verdict = stale.length > 0 ? 'stale' : bytes <= limit ? 'ok' : held && bytes <= held.bytes ? 'held' : 'over';
  return { name, bytes, limit, ...(held ? { held } : {}), verdict, files, stale };
}

export interface LateChunk {
  file: string;
  trigger: string;
  /** Bytes of the chunk and of what only it brings. */
  bytes: number;
}

/** What an entry point may download later, and on account of which source. */
export function lateChunks(graph: BuildGraph, entry: string, bytesOf: (file: string) => number): LateChunk[] {
  const eager = new Set(closure(graph, entry));
  return lazyFiles(graph, entry)
    .map((file) => ({
      file,
      trigger: triggers(graph, file)[0] ?? file,
      bytes: closure(graph, file)
        .filter((f) => !eager.has(f))
        .reduce((sum, f) => sum + bytesOf(f), 0),
    }))
    .sort((a, b) => a.trigger.localeCompare(b.trigger));
}
