/**
 * `npm run -s diretorio -- tribunal.json > diretorio.json`: every unit of a court file in one small file for `<balcao-directory src="diretorio.json">`, for
 * a court without the backend.
 *
 *   --saida <arquivo>     writes there instead of printing
 *   --schema-org          contacts and public hours for machines instead (JSON-LD)
 *   --base <endereço>     address of the court's site, for the links in the JSON-LD
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkCourtFile, issueLine } from '../src/contract/court-file.ts';
import { empacotar } from '../src/domain/directory/pack.ts';
import { schemaOrg } from '../src/domain/directory/schema-org.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'saida': { type: 'string' }, 'schema-org': { type: 'boolean', default: false }, 'base': { type: 'string' } },
});
const [file] = positionals;
const stop = (...lines: string[]): never => {
  for (const line of lines) console.error(line);
  process.exit(1);
};
if (!file) stop('Diga o arquivo do tribunal: npm run -s diretorio -- tribunal.json > diretorio.json');
let raw: unknown;
try {
  raw = JSON.parse(readFileSync(file!, 'utf8'));
} catch (error) {
  stop(`${file!}: ${(error as Error).message}`);
}
const read = checkCourtFile(raw);
if (!read.ok) stop(`${file!} tem o que corrigir:`, ...read.erros.map((issue) => `  - ${issueLine(issue)}`));
else {
  const { tribunal } = read;
  const now = new Date();
  const { base, saida } = values;
  if (base !== undefined && !URL.canParse(base)) stop(`--base: encontrado "${base}"; esperado um endereço como https://www.tribunal.jus.br/`);
  const value = values['schema-org'] ? schemaOrg(tribunal.unidades, tribunal, { hoje: now.toISOString().slice(0, 10), base }) : empacotar(tribunal, now.toISOString());
  const text = `${JSON.stringify(value)}\n`;
  if (saida) writeFileSync(saida, text);
  else process.stdout.write(text);
}
