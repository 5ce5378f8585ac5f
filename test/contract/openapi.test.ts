import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROBLEMAS } from '../../demo/backend/problems.ts';
import { openapiDocument } from '../../src/contract/openapi.ts';
import { tribunalJsonSchema } from '../../src/contract/json-schema.ts';
import { checkCourtFile } from '../../src/contract/court-file.ts';
import { deadDatabase, demoCourt, testBackend } from '../support/backend.ts';

interface Operation {
  parameters?: { name: string; in: string; required: boolean }[];
  security?: unknown[];
  responses: Record<string, { $ref?: string }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Record<string, unknown>>; responses: Record<string, unknown> };
}
const document = openapiDocument('1.2.3') as unknown as Document;

test('every route of the backend is in the document, and nothing else is', async () => {
  const { app } = await testBackend(deadDatabase());
  const routes = new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`));
  const documented = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  assert.deepEqual(documented.toSorted(), [...routes].toSorted());
  assert.ok(documented.length >= 13);
  const served = (await (await app.request('http://x/openapi.json')).json()) as Document;
  assert.equal(served.openapi, '3.1.0');
  assert.deepEqual(Object.keys(served.paths), Object.keys(document.paths));
});

test('every reference leads somewhere, and no dialect or local name leaks in', () => {
  const text = JSON.stringify(document);
  const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((found) => found[1]!);
  assert.ok(refs.length > 20);
  for (const ref of refs) {
    const target = ref.replace(/^#\//, '').split('/').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
    assert.ok(target, ref);
  }
  assert.doesNotMatch(text, /\$schema":"http|__shared|"\$id"/);
});

test('what creates asks for an Idempotency-Key, and what needs a ticket says so', () => {
  for (const [path, { post, get }] of Object.entries(document.paths)) {
    const creates = ['/v1/manifestacoes', '/v1/pedidos-informacao', '/v1/mensagens', '/v1/agendamentos', '/v1/unidades/{id}/fila', '/v1/tratamento/casos/{protocolo}/acoes', '/v1/gravacoes', '/v1/gravacoes/{id}/acessos'].includes(path) || /^\/v1\/protocolos\/.*\/(complementos|recursos|avaliacao|identificacao|desistencia|agendamento)$/.test(path) || (path.startsWith('/v1/atendimento') && post !== undefined) || (/^\/v1\/audiencias(\/\{id\}|$)/.test(path) && post !== undefined);
    if (path.startsWith('/v1/protocolos/{')) assert.deepEqual((post ?? get)?.security, [{ token: [] }], path);
    const key = post?.parameters?.find(({ name }) => name === 'Idempotency-Key');
    assert.equal(key?.required ?? false, creates, path);
    if (/^\/v1\/(tratamento|atendimento)/.test(path)) assert.deepEqual((post ?? get)?.security, [{ equipe: [] }], path);
    if (/^\/v1\/audiencias(\/\{id\}|$)/.test(path)) assert.deepEqual((post ?? get)?.security, [{ equipe: [] }], path);
    if (path.startsWith('/v1/audiencias/convite')) assert.deepEqual((post ?? get)?.security, [{ convite: [] }], path);
    if (path.startsWith('/v1/fila')) assert.ok((post ?? get)?.security, path);
    for (const name of path.matchAll(/\{(\w+)\}/g)) assert.ok((post ?? get)?.parameters?.some((p) => p.in === 'path' && p.name === name[1]), path);
  }
});

test('every status that the backend refuses with is described', () => {
  for (const [code, [status]] of Object.entries(PROBLEMAS)) assert.ok(document.components.responses[`Problema${status}`], code);
});

test('bodies are described as they are sent: what has a default or is normalised may be left as typed', () => {
  const { Tribunal, ManifestacaoEnvio, PedidoEnvio } = document.components.schemas;
  assert.ok(!(Tribunal!['required'] as string[]).includes('timezone'));
  assert.ok((ManifestacaoEnvio!['required'] as string[]).includes('relato'));
  assert.ok((PedidoEnvio!['required'] as string[]).includes('requerente'));
});

test('the schema for editors explains every key of the first two levels, and names what the demo court uses', () => {
  const schema = tribunalJsonSchema() as { $schema: string; properties: Record<string, { description?: string; items?: { properties?: Record<string, unknown> } }>; additionalProperties: boolean };
  assert.match(schema.$schema, /draft-07/);
  assert.equal(schema.additionalProperties, false);
  for (const [key, value] of Object.entries(schema.properties)) if (key !== '$schema') assert.ok(value.description, key);
  assert.ok(checkCourtFile(demoCourt()).ok);
  for (const key of Object.keys(demoCourt())) assert.ok(key in schema.properties, key);
  for (const unidade of demoCourt().unidades!) for (const key of Object.keys(unidade)) assert.ok(key in schema.properties['unidades']!.items!.properties!, key);
});
