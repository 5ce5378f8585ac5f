/** The command line of `npm run bench`. */

export const PARTS = ['A', 'B', 'C', 'D', 'kit', 'bytes', 'backend'] as const;
export type Part = (typeof PARTS)[number];

export interface Args {
  parts: readonly Part[];
  /** Interleaved runs of each page. */
  runs: number;
  /** CPU slowdowns, one round of each. */
  slowdowns: readonly number[];
  /** Peers beside the floor and the kit; false leaves the private package alone. */
  peers: boolean;
  json: boolean;
  /** Only rewrites the tables of docs/desempenho.md from what was measured last. */
  doc: boolean;
  /** Most cases in the database. */
  cases: number;
  /** Engines of the backend. */
  engines: readonly ('pglite' | 'postgresql')[];
}

export const USAGE = `npm run bench [-- options]

  --only A,B,C,D,kit,bytes   parts (default: all of these; the backend has npm run bench:backend)
  --runs 7                   interleaved runs of each page (default 5)
  --slowdown 4,20            CPU slowdown (default 4)
  --no-peers                 the plain page and the kit alone: installs nothing
  --json                     the results as JSON, and nothing else, on the standard output
  --doc                      measures nothing: writes the last results into docs/desempenho.md

npm run bench:backend [-- options]

  --cases 1000000            most cases in the tracking look-up (default 1000000)
  --engine postgresql        one engine alone (default: pglite,postgresql)
  --json                     as above`;

const isPart = (name: string): name is Part => (PARTS as readonly string[]).includes(name);

/** @throws Error that says what is wrong, for who typed it */
export function parseArgs(argv: readonly string[]): Args {
  const args: Args = { parts: PARTS.filter((part) => part !== 'backend'), runs: 5, slowdowns: [4], peers: true, json: false, doc: false, cases: 1_000_000, engines: ['pglite', 'postgresql'] };
  const queue = [...argv];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const numbers = (): number[] => {
      const given = (queue.shift() ?? '').split(',').map(Number);
      if (given.some((n) => !Number.isInteger(n) || n < 1)) throw new Error(`${name} wants whole numbers from 1`);
      return given;
    };
    switch (name) {
      case '--only': {
        const parts = (queue.shift() ?? '').split(',');
        const wrong = parts.find((part) => !isPart(part));
        if (wrong !== undefined) throw new Error(`--only knows ${PARTS.join(', ')}, not "${wrong}"`);
        args.parts = parts.filter(isPart);
        break;
      }
      case '--runs':
        args.runs = numbers()[0]!;
        break;
      case '--slowdown':
        args.slowdowns = numbers();
        break;
      case '--cases':
        args.cases = numbers()[0]!;
        break;
      case '--engine': {
        const engines = (queue.shift() ?? '').split(',');
        if (!engines.every((engine) => engine === 'pglite' || engine === 'postgresql')) throw new Error('--engine knows pglite and postgresql');
        args.engines = engines as Args['engines'];
        break;
      }
      case '--backend':
        args.parts = ['backend'];
        break;
      case '--no-peers':
        args.peers = false;
        break;
      case '--json':
        args.json = true;
        break;
      case '--doc':
        args.doc = true;
        break;
      default:
        throw new Error(`${name} is not known`);
    }
  }
  return args;
}
