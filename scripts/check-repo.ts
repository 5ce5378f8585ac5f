/**
 * `npm run check:repo`: nothing of one machine is in the repository, and every dependency is used.
 *
 * - No tracked file names the host packages are fetched from here, nor any registry's.
 * - No tracked file carries an absolute path of somebody's machine.
 * - Every package of package.json is imported, configured or run somewhere.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/files.ts';

export interface Finding {
  file: string;
  line: number;
  what: string;
}

// Put together at run time, or this file would find itself.
const dot = (...parts: string[]): string => parts.join('.');
const WELL_KNOWN_HOSTS = [dot('registry', 'npmjs', 'org'), dot('registry', 'yarnpkg', 'com'), dot('registry', 'npmmirror', 'com')];
const MACHINE_FOLDERS = ['work', 'root', 'home', 'Users'];

/** A path that only makes sense on one machine, as a text holds it: not preceded by what would make it a part of a URL or another path. */
const machinePath = new RegExp(`(?:^|[\\s"'\`(=:,])(/(?:${MACHINE_FOLDERS.join('|')})/[\\w.@-]+)`);

/** Lines that name a registry's host or a path of somebody's machine. */
export function findings(file: string, text: string, hosts: readonly string[]): Finding[] {
  const found: Finding[] = [];
  text.split('\n').forEach((line, index) => {
    for (const host of hosts) {
      if (line.includes(host)) found.push({ file, line: index + 1, what: 'names a package registry' });
    }
    const path = machinePath.exec(line)?.[1];
    if (path) found.push({ file, line: index + 1, what: `has a machine's path: ${path}` });
  });
  return found;
}

/** Packages that no text mentions as an import, a plugin name, a binary or a path. */
export function unused(dependencies: readonly string[], binaries: Readonly<Record<string, readonly string[]>>, texts: readonly string[]): string[] {
  const all = texts.join('\n');
  return dependencies.filter((name) => {
    const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    if (new RegExp(`['"\`/]${escaped}(?:/[^'"\`]*)?['"\`]|node_modules/${escaped}/`).test(all)) return false;
    return !(binaries[name] ?? []).some((bin) => new RegExp(`(?:^|["'\\s])${bin}(?:$|["'\\s])`, 'm').test(all));
  });
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

/** The host of this machine's registry, from npm's own settings. */
function configuredHosts(): string[] {
  try {
    const url = execFileSync('npm', ['config', 'get', 'registry'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return [new URL(url).hostname];
  } catch {
    return [];
  }
}

interface Manifest {
  scripts: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** `@types/x` is used when `x` is, or when tsconfig names it. */
const typesOf = (name: string): string => name.replace(/^@types\//, '').replace('__', '/');

function binariesOf(name: string): string[] {
  try {
    const { bin } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { bin?: string | Record<string, string> };
    return typeof bin === 'string' ? [name.replace(/^@[^/]+\//, '')] : Object.keys(bin ?? {});
  } catch {
    return [];
  }
}

if (process.argv[1] === import.meta.filename) {
  const tracked = git('ls-files', '-z').split('\0').filter(Boolean);
  const texts = new Map<string, string>();
  for (const file of tracked) {
    let content: Buffer;
    try {
      content = readFileSync(join(root, file));
    } catch {
      continue; // deleted but not committed yet
    }
    if (!content.subarray(0, 8192).includes(0)) texts.set(file, content.toString('utf8'));
  }
  const hosts = [...new Set([...WELL_KNOWN_HOSTS, ...configuredHosts()])].filter((host) => host !== 'localhost' && host.includes('.'));
  const found = [...texts].flatMap(([file, text]) => findings(file, text, hosts));

  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const names = [...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.devDependencies ?? {})];
  const sources = [...texts].filter(([file]) => file !== 'package.json' && file !== 'package-lock.json' && !file.endsWith('.md')).map(([, text]) => text);
  sources.push(Object.values(manifest.scripts).join('\n'));
  const idle = unused(
    names.filter((name) => !name.startsWith('@types/')),
    Object.fromEntries(names.map((name) => [name, binariesOf(name)])),
    sources,
  );
  const idleTypes = names.filter((name) => name.startsWith('@types/') && name !== '@types/node' && !names.includes(typesOf(name))).filter((name) => !sources.some((text) => text.includes(typesOf(name))));

  for (const { file, line, what } of found) console.error(`${file}:${line} ${what}`);
  for (const name of [...idle, ...idleTypes]) console.error(`package.json: ${name} is used nowhere`);
  const problems = found.length + idle.length + idleTypes.length;
  if (problems === 0) console.log(`repository: ${texts.size} text files and ${names.length} dependencies are clean`);
  process.exitCode = problems === 0 ? 0 : 1;
}
