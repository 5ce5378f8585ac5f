/** The kit checks with `zod-lean.ts` what servers check with zod: both must say the same of the same body. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { build } from 'vite';
import { MAX_LINHA, MAX_RELATO } from '../../src/config/limits.ts';
import * as real from './checks.ts';
import { leanSchemas } from '../../vite.config.ts';

let lean: typeof real;
let dir = '';

before(async () => {
  dir = mkdtempSync(join(import.meta.dirname, '../../node_modules/.zod-lean-'));
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: leanSchemas },
    build: { write: false, minify: false, lib: { entry: join(import.meta.dirname, 'checks.ts'), formats: ['es'] } },
  });
  const { output } = (Array.isArray(made) ? made[0] : made) as { output: { type: string; code?: string }[] };
  const code = output.find(({ type }) => type === 'chunk')?.code ?? '';
  assert.ok(!code.includes('$ZodType'), 'zod is in what should be without it');
  writeFileSync(join(dir, 'lean.mjs'), code);
  lean = (await import(pathToFileURL(join(dir, 'lean.mjs')).href)) as typeof real;
});
after(() => rmSync(dir, { recursive: true, force: true }));

const endereco = { logradouro: 'Rua A, 1', municipio: 'Natal', uf: 'RN', cep: '59025-300' };
const pessoa = { nome: 'Ana', cpf: '529.982.247-25', contato: { email: 'a@b.br', telefone: '(84) 99999-0000', endereco } };
const privacidade = { versao: '1', aceito: true };
const BODIES: Record<keyof typeof real.checks, unknown[]> = {
  manifestacao: [
    { tipo: 'denuncia', relato: 'x'.repeat(40), anexos: ['a'.repeat(22)], processo: '0801234-12.2024.8.20.0001', identificacao: { modo: 'anonima' }, privacidade },
    { tipo: 'reclamacao', tema: 'lgpd', direito: 'acesso', relato: ` ${'x'.repeat(40)} `, local: ' ', identificacao: { modo: 'identificada', ...pessoa }, privacidade },
  ],
  pedido: [
    { requerente: { pessoa: 'natural', nome: 'Ana', documento: { numero: '1' }, cpf: pessoa.cpf, contato: { endereco } }, especificacao: 'x'.repeat(40), resposta: { forma: 'correspondencia', endereco, isencao: true }, sigiloDados: false, privacidade },
    { especie: 'informacao-pessoal', pessoal: { titular: 'terceiro', fundamento: 'estatistica', responsabilidade: true }, requerente: { pessoa: 'juridica', razaoSocial: 'X', cnpj: '11.222.333/0001-81', dadosCadastrais: 'y', contato: { email: 'a@b.br' } }, especificacao: 'x'.repeat(40), periodo: { de: '2024-02-29', ate: '2024-03-01' }, resposta: { forma: 'eletronica' }, anexos: ['a'.repeat(22)], sigiloDados: true, privacidade },
  ],
  complementos: [{ texto: 'Mais.' }, { cifrado: '-----BEGIN AGE ENCRYPTED FILE-----' }],
  recursos: [{ instancia: 'recurso-1', texto: 'Recorro.' }],
  avaliacao: [{ nota: 5, resolvido: 'sim', comentario: 'Bom.' }],
  identificacao: [{ identificacao: { modo: 'preservada', ...pessoa } }],
  desistencia: [{ confirmo: true }],
};

/** What may stand where a value was. */
const other = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', ' ', 'a', ' denuncia', 'modo', 'http://x', '\u{1f600}', '2023-02-29', '00:00', 0, 1, -1, 2.5, 1e9, NaN, true, false, [], [''], [1], {}, { x: 1 }, { modo: 'anonima' }, { tipo: 'x' }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom('x'.repeat(MAX_LINHA + 1), 'x'.repeat(MAX_RELATO + 1), '\u{1f600}'.repeat(MAX_LINHA)),
);

type Json = Record<string, unknown>;
/** Every place in a value, as a path. */
const places = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null ? [path, ...Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))] : [path];

function changed(body: unknown, path: readonly string[], value: unknown, extra: boolean): unknown {
  if (path.length === 0 && !extra) return value;
  if (typeof body !== 'object' || body === null) return body;
  const copy: unknown = structuredClone(body);
  let holder = copy as Json;
  for (const key of path.slice(0, -1)) if (typeof holder[key] === 'object' && holder[key] !== null) holder = holder[key] as Json;
  const key = extra ? '__novo' : path.at(-1)!;
  if (value === undefined) delete holder[key];
  else holder[key] = value;
  return copy;
}

const change = fc.record({ place: fc.nat(), value: other, extra: fc.boolean() });
const apply = (body: unknown, changes: readonly { place: number; value: unknown; extra: boolean }[]): unknown =>
  changes.reduce<unknown>((now, { place, value, extra }) => {
    const all = places(now);
    return changed(now, all[place % all.length]!, value, extra && value !== undefined);
  }, body);

test('what a person sends is refused for the same reasons, field by field, by the kit and by a server', () => {
  for (const name of Object.keys(BODIES) as (keyof typeof real.checks)[]) {
    for (const body of BODIES[name]) {
      assert.deepEqual(lean.checks[name](body), real.checks[name](body), name);
      for (const path of places(body)) {
        for (const value of [undefined, null, '', ' x ', 7, true, [], {}]) {
          const wrong = changed(body, path, value, false);
          assert.deepEqual(lean.checks[name](wrong), real.checks[name](wrong), `${name} /${path.join('/')} ${JSON.stringify(value)}`);
        }
      }
    }
  }
  // What was right to begin with, or the rest proves little.
  assert.deepEqual(lean.checks.pedido(BODIES.pedido[1]), []);
  assert.deepEqual(lean.checks.manifestacao(BODIES.manifestacao[1]), []);
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(BODIES) as (keyof typeof real.checks)[])), fc.nat(), fc.array(change, { minLength: 1, maxLength: 4 }), (name, which, changes) => {
      const body = apply(BODIES[name][which % BODIES[name].length], changes);
      assert.deepEqual(lean.checks[name](body), real.checks[name](body));
    }),
    { numRuns: 1000 },
  );
});

test('a court file is read and explained alike with either', () => {
  const whole = JSON.parse(readFileSync(join(import.meta.dirname, '../../demo/site/tribunal.json'), 'utf8')) as { unidades: unknown[] };
  assert.ok(real.checkCourtFile(whole).ok);
  assert.deepEqual(lean.checkCourtFile(whole), real.checkCourtFile(whole));
  const file = { ...whole, unidades: whole.unidades.slice(0, 1) };
  for (const path of places(file)) {
    const wrong = changed(file, path, path.length % 2 ? 7 : [], false);
    assert.deepEqual(lean.checkCourtFile(wrong), real.checkCourtFile(wrong), `/${path.join('/')}`);
  }
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const wrong = apply(file, changes);
      assert.deepEqual(lean.checkCourtFile(wrong), real.checkCourtFile(wrong));
    }),
    { numRuns: 100 },
  );
});
