import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createElsewhere } from '../../../src/adapters/backend/elsewhere.ts';
import { BackendError } from '../../../src/adapters/ports.ts';
import type { BackendFormulario } from '../../../src/contract/tribunal.ts';
import { fakeClock } from '../../support/fake-ports.ts';
import { manifestacao, pedido } from '../../support/backend.ts';
import { startFormServer, type FormServer } from '../../support/form-server.ts';

let server: FormServer;
before(async () => void (server = await startFormServer()));
after(() => server.close());
beforeEach(() => {
  server.recebidos.length = 0;
  server.responder({ status: 200, html: '<h1>Obrigado</h1>' });
});

const KEY = 'uma-chave-de-envio-1';
const clock = fakeClock('2026-11-20T10:00:00-03:00');
const config = (over: Partial<BackendFormulario> = {}): BackendFormulario => ({ tipo: 'formulario', url: `${server.url}/envio`, codificacao: 'multipart', ...over });
const backend = (over: Partial<BackendFormulario> = {}, fetcher: typeof fetch = fetch) => createElsewhere(config(over), { fetch: fetcher, clock });
const send = (over: Partial<BackendFormulario> = {}, fetcher?: typeof fetch) => backend(over, fetcher).registrarManifestacao(manifestacao(), { idempotencyKey: KEY });
const failure = async (promise: Promise<unknown>): Promise<BackendError> => {
  const error = await promise.then(
    () => assert.fail('it was accepted'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof BackendError, String(error));
  return error;
};

const CAMPOS = { '/relato': 'mensagem', '/identificacao/nome': 'nome', '/privacidade': '' };

for (const codificacao of ['multipart', 'urlencoded'] as const) {
  test(`${codificacao}: fields by the server's names, the rest by their path, and what is fixed`, async () => {
    await send({ codificacao, campos: CAMPOS, fixos: { origem: 'portal' }, cabecalhos: { 'x-portal': 'sim' } });
    const [envio] = server.recebidos;
    assert.match(envio!.tipo, codificacao === 'multipart' ? /^multipart\/form-data; boundary=/ : /^application\/x-www-form-urlencoded/);
    assert.deepEqual(envio!.campos, {
      'tipo': 'reclamacao',
      'mensagem': manifestacao().relato,
      'identificacao/modo': 'identificada',
      'nome': 'Pessoa Fictícia',
      'identificacao/contato/alternativo': 'Recado na padaria da praça',
      'origem': 'portal',
    });
    assert.equal(envio!.cabecalhos['x-portal'], 'sim');
    assert.equal(envio!.cabecalhos['idempotency-key'], undefined);
    assert.equal(envio!.cabecalhos.cookie, undefined);
    assert.equal(envio!.cabecalhos.referer, undefined);
  });
}

test('JSON: the body as it is, or in the shape of the server', async () => {
  await send({ codificacao: 'json' });
  assert.deepEqual(server.recebidos[0]!.campos, JSON.parse(JSON.stringify(manifestacao())));
  await send({ codificacao: 'json', campos: { '/relato': '/dados/texto', '/identificacao': '/dados/quem', '/privacidade/versao': '' }, fixos: { '/dados/origem': 'portal' }, metodo: 'PUT' });
  const { metodo, tipo, campos } = server.recebidos[1]!;
  assert.deepEqual([metodo, tipo], ['PUT', 'application/json']);
  assert.deepEqual(campos, {
    tipo: 'reclamacao',
    dados: { texto: manifestacao().relato, quem: JSON.parse(JSON.stringify(manifestacao().identificacao)), origem: 'portal' },
    privacidade: { aceito: true },
  });
});

test('requests for information may go to another address under other names', async () => {
  await backend({ campos: CAMPOS, sic: { url: `${server.url}/esic`, campos: { '/especificacao': 'pedido' } } }).registrarPedido(pedido(), { idempotencyKey: KEY });
  const { caminho, campos } = server.recebidos[0]!;
  assert.deepEqual([caminho, campos['pedido']], ['/esic', pedido().especificacao]);
});

test('a repetition can be told by a header or by a field', async () => {
  await send({ idempotencia: 'cabecalho' });
  await send({ idempotencia: 'campo' });
  assert.equal(server.recebidos[0]!.cabecalhos['idempotency-key'], KEY);
  assert.equal(server.recebidos[1]!.campos['idempotencyKey'], KEY);
});

describe('an answer', () => {
  test('in JSON: protocol and sentence by their pointers', async () => {
    server.responder({ status: 201, json: { dados: { 'numero': 'OUV/77', 'a/b': 'x' }, aviso: 'Recebemos.' } });
    const recibo = await send({ protocolo: '/dados/numero', mensagem: '/aviso' });
    assert.deepEqual({ ...recibo, registradoEm: Date.parse(recibo.registradoEm) }, { tipo: 'manifestacao', registradoEm: clock.now(), protocolo: 'OUV/77', mensagem: 'Recebemos.' });
    assert.match(recibo.registradoEm, /^2026-11-20T\d\d:00:00[+-]\d\d:\d\d$/);
    server.responder({ status: 200, json: { n: 123 } });
    assert.equal((await send({ protocolo: '/n' })).protocolo, '123');
  });

  test('by a redirect: the protocol in the address it leads to', async () => {
    server.responder({ status: 303, vazio: true, headers: { location: '/obrigado?protocolo=2026-55' } });
    assert.equal((await send({ protocolo: '?protocolo' })).protocolo, '2026-55');
    assert.equal((await send({ sucesso: '/obrigado' })).protocolo, undefined);
  });

  test('in HTML: received, without a number', async () => {
    const recibo = await send({ sucesso: 'Obrigado' });
    assert.equal('protocolo' in recibo, false);
  });

  test('in HTML that shows the form again is a refusal, where the court file says how a success looks', async () => {
    server.responder({ status: 200, html: '<p>Preencha o campo assunto</p>' });
    assert.deepEqual((await failure(send({ sucesso: 'Obrigado' }))).kind, 'recusa');
  });

  test('without the protocol that the court file promises leaves everybody in doubt, and is not sent again by itself', async () => {
    server.responder({ status: 200, json: { erro: 'x' } });
    const error = await failure(send({ protocolo: '/numero' }));
    assert.deepEqual([error.kind, error.retryAfterMs], ['incerto', Infinity]);
  });

  test('with errors under its own names lands on the fields of the form, whatever its status', async () => {
    for (const status of [200, 400, 422]) {
      server.responder({ status, json: { erros: { mensagem: ['Texto curto.', 'outro'], captcha: 'Marque.', nada: [] }, msg: 'Confira' } });
      const { kind, problem } = await failure(send({ campos: CAMPOS, erros: '/erros', mensagem: '/msg' }));
      assert.deepEqual([kind, problem?.title], ['recusa', 'Confira']);
      assert.deepEqual(problem?.errors, [
        { pointer: '/relato', code: 'do-servidor', detail: 'Texto curto.' },
        { pointer: '', code: 'do-servidor', detail: 'Marque.' },
      ]);
    }
  });

  test('as a problem document is understood without being announced', async () => {
    server.responder({ status: 422, json: { type: 'x', title: 'Não', detail: 'Falta algo', errors: [{ pointer: '/relato', code: 'x', detail: 'Curto' }] } });
    const { problem } = await failure(send());
    assert.deepEqual([problem?.title, problem?.errors?.[0]?.pointer], ['Falta algo', '/relato']);
  });

  for (const status of [400, 401, 403, 404, 405, 409, 413, 415, 422]) {
    test(`${status} is a refusal that carries its status`, async () => {
      server.responder({ status, html: '<h1>x</h1>' });
      const error = await failure(send());
      assert.deepEqual([error.kind, error.problem?.status, error.problem?.title], ['recusa', status, '']);
    });
  }

  test('429 and 503 took nothing, and say when to come back', async () => {
    for (const status of [429, 503]) {
      server.responder({ status, vazio: true, headers: { 'retry-after': '7' } });
      const error = await failure(send());
      assert.deepEqual([error.kind, error.retryAfterMs], ['servidor', 7000]);
    }
  });
});

describe('when nobody knows whether it arrived', () => {
  for (const [name, resposta] of [
    ['a connection that dies', { cai: true }],
    ['a server that breaks', { status: 500, vazio: true }],
  ] as const) {
    test(`${name}: sent again only to a server that knows a repetition`, async () => {
      server.responder(resposta);
      const doubt = await failure(send());
      assert.deepEqual([doubt.kind, doubt.retryAfterMs], ['incerto', Infinity]);
      const safe = await failure(send({ idempotencia: 'campo' }));
      assert.ok(safe.kind === 'rede' || safe.kind === 'servidor');
      assert.equal(safe.retryAfterMs, null);
    });
  }

  test('an answer that never comes is given up', async () => {
    const slow: typeof fetch = (_input, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('abort'))));
    const promise = failure(send({}, slow));
    clock.advance(31_000);
    assert.equal((await promise).kind, 'incerto');
  });

  test('who called gave up', async () => {
    const abort = new AbortController();
    const slow: typeof fetch = (_input, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('abort'))));
    const promise = failure(backend({}, slow).registrarManifestacao(manifestacao(), { idempotencyKey: KEY, signal: abort.signal }));
    abort.abort();
    assert.equal((await promise).kind, 'cancelado');
  });
});

test('following a case is elsewhere', async () => {
  assert.equal((await failure(backend().consultar({ protocolo: '2026.000001-1', chave: 'x' }))).kind, 'recusa');
});
