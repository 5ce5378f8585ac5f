/**
 * `npm run conformance -- --url https://api.tribunal.jus.br`: does a server keep the contract? Looks at it from outside, as the pages do.
 *
 *   --url <endereço>        the server; `/v1/...` is added to it
 *   --origem <origem>       origin of the court's pages, to check CORS
 *   --somente-leitura       registers nothing
 *   --registrar             registers without asking (for a pipeline, against a test environment)
 *   --json                  prints the results as JSON
 *
 * Ends with 0 when nothing failed, 1 when something did, 2 when it could not run.
 */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { conferirEscrita, O_QUE_REGISTRA } from './lib/conformance/escrita.ts';
import { conferirConjunto, conferirLeitura } from './lib/conformance/leitura.ts';
import { Sessao, type Resultado } from './lib/conformance/sessao.ts';

export interface ConformanceOptions {
  url: string;
  fetch?: typeof fetch;
  origem?: string | undefined;
  /** Whether the checks that register may run; asked once, before the first of them. */
  registrar: boolean | (() => Promise<boolean>);
  onResult?: (resultado: Resultado) => void;
}

/** Checks one server. */
export async function runConformance({ url, origem, registrar, onResult, fetch: fetcher = fetch }: ConformanceOptions): Promise<Resultado[]> {
  const s = new Sessao(url, fetcher, onResult);
  const { tribunal } = await conferirLeitura(s, { origem });
  if (typeof registrar === 'function' ? await registrar() : registrar) await conferirEscrita(s, tribunal);
  await conferirConjunto(s);
  return s.resultados;
}

const SINAL: Record<Resultado['estado'], string> = { passa: '✔', falha: '✘', pulado: '–' };

/** One line of the report, with what was found below it. */
export const linhaDe = ({ estado, titulo, detalhe }: Resultado): string => `  ${SINAL[estado]} ${titulo}${detalhe ? `\n      ${estado === 'pulado' ? 'não conferido: ' : ''}${detalhe}` : ''}`;

/** The last line. */
export function resumoDe(resultados: readonly Resultado[]): string {
  const n = (estado: Resultado['estado']): number => resultados.filter((one) => one.estado === estado).length;
  return `${n('passa')} passam, ${n('falha')} falham, ${n('pulado')} não conferidos`;
}

async function perguntar(url: string): Promise<boolean> {
  console.log(`\nAs próximas conferências registram em ${url}:`);
  for (const linha of O_QUE_REGISTRA) console.log(`  - ${linha}`);
  if (!process.stdin.isTTY) {
    console.log('Nada foi registrado. Para registrar sem pergunta, num ambiente de teste: --registrar');
    return false;
  }
  const pergunta = createInterface({ input: process.stdin, output: process.stdout });
  const resposta = await pergunta.question('Registrar? Escreva sim para continuar: ');
  pergunta.close();
  return resposta.trim().toLowerCase() === 'sim';
}

async function main(): Promise<number> {
  let args: { url?: string; origem?: string; 'somente-leitura'?: boolean; registrar?: boolean; json?: boolean };
  try {
    args = parseArgs({
      options: { 'url': { type: 'string' }, 'origem': { type: 'string' }, 'somente-leitura': { type: 'boolean' }, 'registrar': { type: 'boolean' }, 'json': { type: 'boolean' } },
    }).values;
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const { url = '', origem } = args;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    console.error('Diga o endereço do servidor: npm run conformance -- --url https://api.tribunal.jus.br');
    return 2;
  }
  if (args['somente-leitura'] && args.registrar) {
    console.error('--somente-leitura e --registrar não andam juntas.');
    return 2;
  }
  let grupo = '';
  const mostrar = (resultado: Resultado): void => {
    if (resultado.grupo !== grupo) console.log(`\n${resultado.grupo}`);
    grupo = resultado.grupo;
    console.log(linhaDe(resultado));
  };
  if (!args.json) console.log(`Conferindo ${url} com o contrato do Átrio (v1).`);
  const resultados = await runConformance({
    url,
    origem,
    registrar: args['somente-leitura'] ? false : args.registrar ? true : args.json ? false : () => perguntar(url),
    ...(args.json ? {} : { onResult: mostrar }),
  });
  if (args.json) console.log(JSON.stringify(resultados, null, 2));
  else console.log(`\n${resumoDe(resultados)}.`);
  return resultados.some(({ estado }) => estado === 'falha') ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main();
