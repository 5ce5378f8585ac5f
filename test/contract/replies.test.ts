import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { caso as casoSchema, recibo as reciboSchema } from '../../src/contract/caso.ts';
import { entradaFila, senhaFila } from '../../src/contract/fila.ts';
import { problem } from '../../src/contract/problem.ts';
import { isCaso } from '../../src/contract/replies-caso.ts';
import { isEntradaFila, isSenhaFila } from '../../src/contract/replies-fila.ts';
import { isProblem, isRecibo } from '../../src/contract/replies.ts';

interface Schema {
  safeParse(value: unknown): { success: boolean };
}

const protocolo = fc.tuple(fc.integer({ min: 2000, max: 9999 }), fc.integer({ min: 1, max: 12_000_000 }), fc.integer({ min: 0, max: 9 })).map(
  ([year, number, digit]) => `${year}.${String(number).padStart(6, '0')}-${digit}`,
);
const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const instant = fc.tuple(date, fc.constantFrom('Z', '-03:00', '+09:00', '-05:00')).map(([d, offset]) => d.toISOString().replace('Z', offset));
const civil = date.map((d) => d.toISOString().slice(0, 10));
const prazo = fc.record({
  vence: civil,
  dias: fc.integer({ min: 1, max: 90 }),
  base: fc.string(),
  calculo: fc.array(fc.record({ passo: fc.constantFrom('registro', 'inicio', 'contagem', 'vencimento'), data: civil, texto: fc.string() })),
});
const recibo = fc.record({
  tipo: fc.constantFrom('manifestacao', 'pedido-informacao'),
  protocolo,
  chave: fc.string(),
  registradoEm: instant,
  prazo,
  recibo: fc.string(),
});
const evento = fc.record(
  {
    id: fc.string(),
    tipo: fc.string(),
    em: instant,
    autor: fc.record({ papel: fc.constantFrom('cidadao', 'ouvidoria', 'sistema'), unidade: fc.string() }, { requiredKeys: ['papel'] }),
    texto: fc.string(),
  },
  { requiredKeys: ['id', 'tipo', 'em', 'autor'] },
);
const caso = fc.record(
  {
    protocolo,
    tipo: fc.constantFrom('manifestacao', 'pedido-informacao'),
    especie: fc.string(),
    estado: fc.constantFrom('registrada', 'em-analise', 'respondida', 'recurso-1', 'encerrada'),
    registradoEm: instant,
    prazo,
    eventos: fc.array(evento),
    remedios: fc.array(fc.record({ tipo: fc.string(), ate: civil, base: fc.string() })),
    token: fc.record({ valor: fc.string(), expiraEm: instant }),
  },
  { requiredKeys: ['protocolo', 'tipo', 'estado', 'registradoEm', 'prazo', 'eventos', 'remedios', 'token'] },
);
const senha = fc.record({
  senha: fc.string(),
  ingresso: fc.string(),
  posicao: fc.nat(),
  estimativa: fc.option(fc.record({ minutos: fc.nat(), base: fc.string() })),
});
const entrada = fc.oneof(
  fc.record(
    {
      provider: fc.constantFrom('jitsi', 'jaas'),
      domain: fc.string(),
      sala: fc.stringMatching(/^[A-Za-z0-9_-]{22,120}$/),
      token: fc.string(),
      expiraEm: instant,
    },
    { requiredKeys: ['provider', 'domain', 'sala', 'expiraEm'] },
  ),
  fc.record({ provider: fc.constantFrom('link', 'whatsapp'), url: fc.string(), expiraEm: instant }),
);
const problema = fc.record(
  {
    type: fc.string(),
    title: fc.string(),
    status: fc.integer({ min: 400, max: 599 }),
    detail: fc.string(),
    instance: fc.string(),
    errors: fc.array(fc.record({ pointer: fc.string(), code: fc.string(), detail: fc.string() })),
  },
  { requiredKeys: ['type', 'title', 'status'] },
);

/** Every place of a value, as the keys that lead to it. */
function places(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

/** The same value with something of another kind in one place, or with that place taken out. */
function spoil(value: unknown, [key, ...rest]: string[], wrong: unknown): unknown {
  if (key === undefined) return wrong;
  const copy = structuredClone(value) as Record<string, unknown>;
  const next = spoil(copy[key], rest, wrong);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return Array.isArray(copy) ? copy.filter((_, index) => index in copy) : copy;
}

const CASES: [string, fc.Arbitrary<unknown>, Schema, (value: unknown) => boolean][] = [
  ['recibo', recibo, reciboSchema, isRecibo],
  ['caso', caso, casoSchema, isCaso],
  ['senha', senha, senhaFila, isSenhaFila],
  ['entrada', entrada, entradaFila, isEntradaFila],
  ['problem', problema, problem, isProblem],
];

describe('readers of answers, beside the schemas', () => {
  for (const [name, arbitrary, schema, reads] of CASES) {
    it(`${name}: reads what the schema takes`, () => {
      fc.assert(
        fc.property(arbitrary, (value) => {
          assert.ok(schema.safeParse(value).success);
          assert.ok(reads(value));
        }),
      );
    });

    it(`${name}: refuses what is of another kind, or missing, where the schema does`, () => {
      fc.assert(
        fc.property(arbitrary, fc.nat(), fc.constantFrom<unknown>(undefined, true, [[]], { estranho: 1 }), (value, seed, wrong) => {
          const all = places(value);
          const place = all[seed % all.length] ?? [];
          // The status of a problem is the answer's own.
          fc.pre(place.join() !== 'status' || name !== 'problem');
          const spoilt = spoil(value, place, wrong);
          assert.equal(reads(spoilt), schema.safeParse(spoilt).success, `${place.join('.')} = ${JSON.stringify(wrong)}`);
        }),
        { numRuns: 1000 },
      );
    });
  }

  it('shows a case in a state that a newer backend has, which the schema of this version does not know', () => {
    const [sample] = fc.sample(caso, { numRuns: 1, seed: 7 });
    assert.ok(isCaso({ ...sample, estado: 'em-mediacao' }));
  });

  it('never lets a room name through that would corrupt the address of the room', () => {
    fc.assert(fc.property(fc.string(), (sala) => isEntradaFila({ provider: 'jitsi', domain: 'v.example', sala, expiraEm: '2026-11-23T12:00:00Z' }) === /^[A-Za-z0-9_-]{22,120}$/.test(sala)));
  });
});
