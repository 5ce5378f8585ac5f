import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCaseActions } from '../../../src/adapters/backend/case-actions.ts';
import { BackendError, type AcaoNoCaso, type CaseActions } from '../../../src/adapters/ports.ts';
import { CASO_ABERTO, CASO_RESPONDIDO } from '../../../stories/protocolo-tracker/cases.ts';
import { fakeClock } from '../../support/fake-ports.ts';

const PROTOCOLO = CASO_ABERTO.protocolo;
const TOKEN = 'token-secreto';
const KEY = { idempotencyKey: 'a'.repeat(32) };
const MENSAGEM: AcaoNoCaso = { acao: 'complementos', corpo: { texto: 'Faltou dizer.' } };

interface Asked {
  url: string;
  init: RequestInit;
}

/** Actions on a backend that answers as the test says, and what it was asked. */
function actions(answer: () => Response | Promise<Response>): { acoes: CaseActions; asked: Asked[] } {
  const asked: Asked[] = [];
  const send: typeof fetch = (input, init = {}) => {
    asked.push({ url: String(input), init });
    return Promise.resolve().then(answer);
  };
  return { acoes: createCaseActions('https://api.tribunal.example/atrio', { fetch: send, clock: fakeClock() }), asked };
}
const header = ({ init }: Asked, name: string): string | null => new Headers(init.headers).get(name);
const problem = (status: number, headers: Record<string, string> = {}): Response =>
  Response.json({ type: 'urn:x', title: 'Não', detail: 'Isto não pode ser feito agora.', status }, { status, headers });
const refused = async (call: Promise<unknown>): Promise<BackendError> => {
  const error: unknown = await call.then(() => null, (thrown: unknown) => thrown);
  assert.ok(error instanceof BackendError);
  return error;
};

describe('acts on a case, over HTTP', () => {
  it('sends each act to its address, with the token in its header alone and the key that makes it harmless to repeat', async () => {
    const all: AcaoNoCaso[] = [
      MENSAGEM,
      { acao: 'recursos', corpo: { instancia: 'recurso-1', texto: 'Recorro.' } },
      { acao: 'avaliacao', corpo: { nota: 5 } },
      { acao: 'identificacao', corpo: { identificacao: { modo: 'preservada', nome: 'Ana', contato: { alternativo: 'CRAS' } } } },
      { acao: 'desistencia', corpo: { confirmo: true } },
    ];
    for (const acao of all) {
      const { acoes, asked } = actions(() => Response.json(CASO_ABERTO));
      assert.deepEqual(await acoes.agir(PROTOCOLO, TOKEN, acao, KEY), CASO_ABERTO);
      const [one] = asked as [Asked];
      assert.equal(one.url, `https://api.tribunal.example/atrio/v1/protocolos/${PROTOCOLO}/${acao.acao}`);
      assert.equal(one.init.method, 'POST');
      assert.deepEqual(JSON.parse(String(one.init.body)), acao.corpo);
      assert.equal(header(one, 'authorization'), `Bearer ${TOKEN}`);
      assert.equal(header(one, 'idempotency-key'), KEY.idempotencyKey);
      assert.deepEqual([one.init.credentials, one.init.referrerPolicy, one.init.cache], ['omit', 'no-referrer', 'no-store']);
      assert.ok(!one.url.includes(TOKEN) && !String(one.init.body).includes(TOKEN));
    }
  });

  it('lets no protocol lead to another address', async () => {
    const { acoes, asked } = actions(() => Response.json(CASO_ABERTO));
    await acoes.agir('../../equipe?x=', TOKEN, MENSAGEM, KEY);
    assert.equal(new URL(asked[0]!.url).pathname, '/atrio/v1/protocolos/..%2F..%2Fequipe%3Fx%3D/complementos');
  });

  it('tells a refusal with its reason, and a token that ran out by its status', async () => {
    for (const status of [401, 409, 422]) {
      const error = await refused(actions(() => problem(status)).acoes.agir(PROTOCOLO, TOKEN, MENSAGEM, KEY));
      assert.deepEqual([error.kind, error.problem?.status, error.problem?.detail], ['recusa', status, 'Isto não pode ser feito agora.']);
    }
    const muitas = await refused(actions(() => problem(429, { 'retry-after': '60' })).acoes.agir(PROTOCOLO, TOKEN, MENSAGEM, KEY));
    assert.deepEqual([muitas.kind, muitas.retryAfterMs], ['recusa', 60_000]);
  });

  it('tells a network that failed from a server that did, and takes nothing for a case that is none', async () => {
    const calls: [() => Response, string][] = [
      [() => { throw new TypeError('Failed to fetch'); }, 'rede'],
      [() => problem(503), 'servidor'],
      [() => new Response('<html>'), 'servidor'],
      [() => Response.json({ ...CASO_RESPONDIDO, eventos: 'x' }), 'servidor'],
    ];
    for (const [answer, kind] of calls) assert.equal((await refused(actions(answer).acoes.agir(PROTOCOLO, TOKEN, MENSAGEM, KEY))).kind, kind);
  });

  it('stops when asked to', async () => {
    const abort = new AbortController();
    abort.abort();
    const { acoes, asked } = actions(() => Response.json(CASO_ABERTO));
    assert.equal((await refused(acoes.agir(PROTOCOLO, TOKEN, MENSAGEM, { ...KEY, signal: abort.signal }))).kind, 'cancelado');
    assert.equal(asked.length, 0);
  });

  it('gives what is kept of the person, and nothing that does not look like it', async () => {
    const dados = { protocolo: PROTOCOLO, geradoEm: '2026-11-25T10:00:00-03:00', identidade: null, conteudo: {}, eventos: [], anexos: [], avaliacao: null, retencao: { ate: null, base: 'x' } };
    const { acoes, asked } = actions(() => Response.json(dados));
    assert.deepEqual(await acoes.meusDados(PROTOCOLO, TOKEN), dados);
    assert.deepEqual([asked[0]!.init.method, header(asked[0]!, 'authorization')], ['POST', `Bearer ${TOKEN}`]);
    assert.match(asked[0]!.url, /\/meus-dados$/);
    assert.equal((await refused(actions(() => Response.json({ ...dados, eventos: 1 })).acoes.meusDados(PROTOCOLO, TOKEN))).kind, 'servidor');
  });

  it('gives a file byte by byte, and says when there is none', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10]);
    const { acoes, asked } = actions(() => new Response(bytes, { headers: { 'content-type': 'application/pdf' } }));
    const file = await acoes.baixarAnexo(PROTOCOLO, TOKEN, 'a/b');
    assert.deepEqual(new Uint8Array(await file.arrayBuffer()), bytes);
    assert.equal(file.type, 'application/pdf');
    assert.match(asked[0]!.url, /\/anexos\/a%2Fb$/);
    assert.equal(header(asked[0]!, 'authorization'), `Bearer ${TOKEN}`);
    assert.equal((await refused(actions(() => problem(404)).acoes.baixarAnexo(PROTOCOLO, TOKEN, 'a'))).kind, 'recusa');
  });
});
