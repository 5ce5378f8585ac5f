/**
 * `npm run generate`: tribunal.schema.json (for editors) and openapi.json, from the schemas of src/contract, and docs/lgpd.md, from what is written down there
 * of the data that is kept. With `--check` writes nothing and fails when a committed file is not what the sources make.
 */
import { VERSION } from '../src/config/version.ts';
import { tribunalJsonSchema } from '../src/contract/json-schema.ts';
import { openapiDocument } from '../src/contract/openapi.ts';
import { asJson, writeOrCheck } from './lib/generated.ts';
import { paginaLgpd } from './lib/lgpd.ts';

const check = process.argv.includes('--check');
const results = [
  writeOrCheck('tribunal.schema.json', asJson(tribunalJsonSchema()), check, 'npm run generate'),
  writeOrCheck('openapi.json', asJson(openapiDocument(VERSION)), check, 'npm run generate'),
  writeOrCheck('docs/lgpd.md', paginaLgpd(), check, 'npm run generate'),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
