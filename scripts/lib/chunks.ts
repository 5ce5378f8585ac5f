/**
 * Which sources share a file. Left alone, the bundler makes a file for every set of elements that share something: a dozen
 * of small ones, each compressed by itself. Here what most elements need at once is one file, and what the forms share another.
 */

interface ModuleInfo {
  /** Modules that import this one at once. */
  importers: readonly string[];
  /** Modules that import this one on use. */
  dynamicImporters: readonly string[];
}

const BUNDLE = /\/src\/bundles\/([a-z]+-[a-z-]+)\.ts$/;

/** The tags whose file needs the module before it can show anything; with `ever`, also those that need it on use. */
export function tagsThatNeed(id: string, getModuleInfo: (id: string) => ModuleInfo | null, ever = false): Set<string> {
  const tags = new Set<string>();
  const seen = new Set<string>();
  const queue = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const tag = BUNDLE.exec(at)?.[1];
    if (tag) tags.add(tag);
    else {
      const info = getModuleInfo(at);
      queue.push(...(info?.importers ?? []), ...(ever ? (info?.dynamicImporters ?? []) : []));
    }
  }
  return tags;
}

/** Elements of a page that hardly anybody opens: what they share with others must not make those heavier, and they take the others' files as these are. */
const RARE = /^audiencia-/;

/** The channels of a unit, with their words and their look: one file wherever they are shown. */
const CHANNELS = /\/src\/(?:elements\/_base\/canais(?:\.styles)?|domain\/channels\/channels|i18n\/pt-br\/canais)\.ts$/;

/**
 * What is loaded together on use, whatever the sets of those who need a part of it: a file for each. In order: a file takes along what its sources
 * need, unless an earlier one has it. None holds what an element shows first.
 */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  // Every call of the contract.
  cliente: ['src/contract/replies.ts', 'src/adapters/backend/client.ts'],
  // A call in a room of a court's own server, and what a room elsewhere shares with it.
  permitido: ['src/adapters/devices/permitido.ts'],
  sala: ['src/adapters/video/jitsi.ts'],
  // What these take along and others need without them.
  'choice.styles': ['src/elements/_base/choice.styles.ts'],
  choice: ['src/elements/_base/choice.ts'],
  'text-field': ['src/elements/_base/text-field.ts'],
  field: ['src/elements/_base/field.ts'],
  directive: ['node_modules/lit-html/directive.js', 'node_modules/lit-html/directive-helpers.js'],
  // Numbers of documents, for the schemas, for what a counter asks and for the masks.
  documentos: ['cnpj', 'cpf', 'processo-juridico'].map((name) => `node_modules/@brazilian-utils/brazilian-utils/dist/is-valid-${name}.js`),
  // What is said of a field that is wrong.
  erros: ['src/contract/form-errors.ts', 'src/contract/check.ts'],
  // Every receipt.
  recibo: [
    'node_modules/lit-html/async-directive.js',
    'src/domain/protocol/conferir.ts',
    'src/elements/_base/receipt.ts',
    'src/elements/_base/receipt-file.ts',
    'src/elements/_base/receipt-words.ts',
    'src/elements/_base/receipt.styles.ts',
    'src/i18n/pt-br/recibo.ts',
  ],
  // The later steps of the forms, and an act on a case.
  passos: [
    'src/domain/form/anexos.ts',
    'src/domain/form/body.ts',
    'src/elements/_base/attachments-late.ts',
    'src/elements/_base/field-address.ts',
    'src/elements/_base/form-late.styles.ts',
    'src/elements/_base/late-part.ts',
    'src/i18n/pt-br/form-etapas.ts',
  ],
};

/** The files of what is loaded together, and what tells the sources of each. */
export const lateFiles: readonly { name: string; sources: readonly string[]; test(id: string): boolean }[] = Object.entries(TOGETHER).map(([name, sources]) => ({
  name,
  sources,
  test: (id) => sources.some((source) => id.endsWith(`/${source}`)),
}));

const LANGUAGE = /\/src\/i18n\/([a-z]{2})\/(?:(fala|common)|[a-z-]+)\.ts$/;

/** The shared file a module goes to, or null to let the bundler choose. */
export function sharedFile(id: string, getModuleInfo: (id: string) => ModuleInfo | null): string | null {
  if (BUNDLE.test(id)) return null;
  // Words of another language: what every element needs, what some of them share, and the rest in the file of its element.
  if (id.endsWith('/src/i18n/fala.ts')) return 'texts';
  const language = LANGUAGE.exec(id);
  if (language?.[2]) return `texts-${language[1]}`;
  if (language) return (getModuleInfo(id)?.importers.length ?? 0) > 1 ? `texts-${language[1]}-shared` : null;
  if (CHANNELS.test(id)) return 'canais';
  // Of the receipt and the file it makes, and too small for a file of its own; the tracker has it from the start.
  if (id.endsWith('/src/elements/_base/escape-html.ts')) return 'case';
  const usual = (ever = false): Set<string> => new Set([...tagsThatNeed(id, getModuleInfo, ever)].filter((tag) => !RARE.test(tag)));
  const tags = usual();
  if (tags.size >= 3) return 'base';
  // What the forms need at once and another element may need later must not bring the forms with it, nor weigh on who needs neither.
  if (tags.size === 2 && tags.has('ouvidoria-form') && tags.has('sic-request')) {
    return usual(true).size === 2 ? 'forms' : 'fields';
  }
  // The hours of a unit, for the counter and for the list of all of them.
  if (tags.size === 2 && tags.has('balcao-virtual') && tags.has('balcao-directory')) return 'hours';
  // What the tracker needs at once and others later is one file, not one for each set of others.
  if (tags.size === 1 && tags.has('protocolo-tracker') && usual(true).size > 1) return 'case';
  return null;
}
