import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { arquivosEm, type Varrer } from '../../../demo/backend/arquivos.ts';
import type { Banco } from '../../../demo/backend/database.ts';
import type { Upload, UploadState } from '../../../src/adapters/ports.ts';
import { createUploads, ESPERAS_MS, proximaParte } from '../../../src/adapters/uploads/tus.ts';
import { engines, testBackend, type Engine, type TestBackend } from '../../support/backend.ts';
import { fakeClock } from '../../support/fake-ports.ts';
import { PDF } from '../../support/tus.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pdf = (bytes: number): Buffer => Buffer.concat([PDF, randomBytes(bytes - PDF.length)]);

describe('uploads by tus, against the reference backend', () => {
  let engine: Engine;
  let banco: Banco;
  let pasta: string;
  let backend: TestBackend;
  before(async () => {
    engine = (await engines({ real: false })).list[0]!;
    banco = await engine.open();
    pasta = join(await mkdtemp(join(tmpdir(), 'atrio-tus-')), 'anexos');
    backend = await testBackend(banco, { arquivos: arquivosEm(pasta) });
  });
  after(async () => {
    await banco.close();
    await engine.close();
    await rm(join(pasta, '..'), { recursive: true, force: true });
  });

  type Falha = (pedido: { method: string; vez: number; init: RequestInit }) => Response | 'sem-rede' | 'sem-resposta' | 'pendurado' | null;

  /** Starts an upload; `falha` is asked before each request. Time moves by itself. */
  function subir(bytes: Uint8Array, { falha = () => null, nome = 'prova.pdf', para = backend }: { falha?: Falha; nome?: string; para?: TestBackend } = {}) {
    const clock = fakeClock();
    const pedidos: { method: string; init: RequestInit; at: number; url: string }[] = [];
    const states: UploadState[] = [];
    const send = (async (url: string, init: RequestInit) => {
      const method = init.method ?? 'GET';
      pedidos.push({ method, init, at: clock.mono(), url });
      const vez = pedidos.filter((pedido) => pedido.method === method).length;
      const found = falha({ method, vez, init });
      if (found === 'sem-rede') throw new TypeError('Failed to fetch');
      if (found === 'pendurado') return new Promise((_resolve, reject) => init.signal!.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))));
      if (found instanceof Response) return found;
      const response = await para.app.request(url, init);
      if (found === 'sem-resposta') throw new TypeError('network changed');
      return response;
    }) as typeof fetch;
    const upload: Upload = createUploads('http://backend.test/', { clock, fetch: send }).start(new Blob([new Uint8Array(bytes)]), { nome, onChange: (state) => states.push(state) });
    /** Lets everything happen until a state comes, moving the clock along when nothing else does. */
    const ate = async (kind: UploadState['kind'], passo = 500): Promise<UploadState> => {
      const fim = performance.now() + 30_000;
      while (performance.now() < fim) {
        if (upload.state.kind === kind) return upload.state;
        await new Promise((done) => setTimeout(done, 1));
        clock.advance(passo);
      }
      throw new Error(`${kind} never came; it is ${JSON.stringify(upload.state)}`);
    };
    return { upload, clock, pedidos, states, ate };
  }
  const noServidor = async (state: UploadState): Promise<Buffer> => readFile(join(pasta, (state as { id: string }).id));

  test('[OUV-01] a file goes in parts that grow with the network, and comes out the same', async () => {
    const bytes = pdf(1_000_000);
    const { ate, pedidos, states } = subir(bytes);
    const fim = await ate('pronto', 0);
    assert.equal(sha256(await noServidor(fim)), sha256(bytes));
    const partes = pedidos.map(({ init }) => (init.body as ArrayBuffer | null)?.byteLength ?? 0);
    assert.deepEqual(partes, [65_536, 131_072, 262_144, 524_288, 16_960]);
    assert.deepEqual(pedidos.map(({ method }) => method), ['POST', 'PATCH', 'PATCH', 'PATCH', 'PATCH']);
    const enviados = states.flatMap((state) => (state.kind === 'enviando' ? [state.enviados] : []));
    assert.deepEqual(enviados, enviados.toSorted((a, b) => a - b));
    assert.ok(enviados.length >= 4);
    // Nothing goes along that says where the person is or was.
    for (const { init } of pedidos) assert.deepEqual([init.referrerPolicy, init.credentials, init.cache], ['no-referrer', 'omit', 'no-store']);
  });

  test('the size of a part follows the time that the last one took', () => {
    assert.equal(proximaParte(65_536, 1), 131_072);
    assert.equal(proximaParte(65_536, 3_000), 65_536);
    assert.equal(proximaParte(65_536, 60_000), 32_768);
    assert.equal(proximaParte(16_384, 60_000), 16_384);
    assert.equal(proximaParte(4 * 1024 * 1024, 10), 4 * 1024 * 1024);
  });

  test('the network falls again and again: it goes on from where the server is', async () => {
    const bytes = pdf(600_000);
    const { ate, pedidos, states } = subir(bytes, {
      falha: ({ method, vez }) => (method === 'POST' && vez === 1 ? 'sem-rede' : method === 'PATCH' && vez === 1 ? 'sem-resposta' : method === 'PATCH' && vez === 3 ? 'sem-rede' : method === 'HEAD' && vez === 1 ? 'sem-rede' : null),
    });
    const fim = await ate('pronto');
    assert.equal(sha256(await noServidor(fim)), sha256(bytes));
    assert.equal(states.filter((state) => state.kind === 'pausado' && state.motivo === 'rede').length, 4);
    const enviado = pedidos.filter(({ method }) => method === 'PATCH').reduce((sum, { init }) => sum + (init.body as ArrayBuffer).byteLength, 0);
    assert.ok(enviado < bytes.length * 1.5, `${enviado} bytes for ${bytes.length}: what the server has is not sent again`);
  });

  test('without network it goes on trying, ever slower, and never gives up', async () => {
    let fora = true;
    const { ate, pedidos, clock } = subir(PDF, { falha: () => (fora ? 'sem-rede' : null) });
    for (let turn = 0; turn < 400; turn++) {
      await new Promise((done) => setImmediate(done));
      clock.advance(1000);
    }
    const waits = pedidos.map(({ at }, i) => at - (pedidos[i - 1]?.at ?? 0)).slice(1);
    assert.ok(waits.length >= 10, String(waits.length));
    for (const [i, wait] of waits.entries()) {
      const base = ESPERAS_MS[Math.min(i, ESPERAS_MS.length - 1)]!;
      assert.ok(wait >= base * 0.75 && wait <= base * 1.25 + 1000, `${i}: ${wait}`);
    }
    fora = false;
    await ate('pronto');
  });

  test('the network is back: it goes on at once, without the wait', async () => {
    let fora = true;
    const ouvintes = new Set<() => void>();
    const scope = globalThis as unknown as Record<'addEventListener' | 'removeEventListener', unknown>;
    const before = { add: scope.addEventListener, remove: scope.removeEventListener };
    scope.addEventListener = (type: string, listener: () => void) => void (type === 'online' && ouvintes.add(listener));
    scope.removeEventListener = (_type: string, listener: () => void) => void ouvintes.delete(listener);
    try {
      const { ate, upload } = subir(PDF, { falha: () => (fora ? 'sem-rede' : null) });
      await ate('pausado', 0);
      fora = false;
      for (const ouvir of ouvintes) ouvir();
      await ate('pronto', 0);
      assert.equal(upload.state.kind, 'pronto');
      assert.equal(ouvintes.size, 0, 'nothing is left behind');
    } finally {
      scope.addEventListener = before.add;
      scope.removeEventListener = before.remove;
    }
  });

  test('a request that hangs is given up, and the next part is smaller', async () => {
    const { ate, pedidos } = subir(pdf(300_000), { falha: ({ method, vez }) => (method === 'PATCH' && vez === 1 ? 'pendurado' : null) });
    await ate('pronto', 30_000);
    const partes = pedidos.filter(({ method }) => method === 'PATCH').map(({ init }) => (init.body as ArrayBuffer).byteLength);
    assert.ok(partes[1]! < partes[0]!, String(partes));
  });

  test('the person pauses and goes on; nothing happens meanwhile', async () => {
    const bytes = pdf(500_000);
    let upload: Upload | undefined = undefined as Upload | undefined;
    const run = subir(bytes, {
      falha: ({ method, vez }) => {
        if (method === 'PATCH' && vez === 2) queueMicrotask(() => upload!.pause());
        return null;
      },
    });
    upload = run.upload;
    const parado = await run.ate('pausado', 0);
    assert.equal((parado as { motivo: string }).motivo, 'pessoa');
    const feitos = run.pedidos.length;
    run.clock.advance(600_000);
    for (let turn = 0; turn < 50; turn++) await new Promise((done) => setImmediate(done));
    assert.equal(run.pedidos.length, feitos);
    upload.resume();
    assert.equal(sha256(await noServidor(await run.ate('pronto'))), sha256(bytes));
  });

  test('stopped before it began, nothing leaves', async () => {
    const { upload, pedidos, clock } = subir(PDF);
    upload.cancel();
    for (let turn = 0; turn < 50; turn++) await new Promise((done) => setImmediate(done));
    clock.advance(100_000);
    assert.deepEqual(pedidos, []);
  });

  test('taken back, the server forgets it', async () => {
    const { upload, ate, pedidos } = subir(PDF);
    const { id } = (await ate('pronto')) as { id: string };
    upload.cancel();
    for (const fim = performance.now() + 20_000; performance.now() < fim && (await banco.db.selectFrom('anexos').select('id').where('id', '=', id).executeTakeFirst()); ) await new Promise((done) => setImmediate(done));
    assert.equal(pedidos.at(-1)!.method, 'DELETE');
    assert.equal(await banco.db.selectFrom('anexos').select('id').where('id', '=', id).executeTakeFirst(), undefined);
  });

  test('what the server refuses is told in its words, also when the answer was lost', async () => {
    const exe = Buffer.concat([Buffer.from('MZ\x90\0'), randomBytes(200_000)]);
    const direto = (await subir(exe).ate('recusado')) as UploadState & { kind: 'recusado' };
    assert.equal(direto.code, 'anexo-tipo');
    assert.match(direto.texto, /não é de um tipo aceito/);
    const perdida = subir(exe, { falha: ({ method, vez }) => (method === 'PATCH' && vez === 2 ? 'sem-resposta' : null) });
    assert.deepEqual(await perdida.ate('recusado'), direto);
    assert.equal(perdida.pedidos.filter(({ method }) => method === 'POST').length, 1, 'it is not sent a second time');
  });

  test('an antivirus that does not answer is waited for as long as the server asks', async () => {
    let vezes = 0;
    const varrer: Varrer = async () => {
      vezes += 1;
      if (vezes < 3) throw new Error('no answer');
      return { limpo: true };
    };
    const para = await testBackend(banco, { arquivos: arquivosEm(pasta), varrer });
    const { ate, pedidos } = subir(PDF, { para });
    await ate('pronto', 5_000);
    assert.equal(vezes, 3);
    assert.ok(pedidos[1]!.at - pedidos[0]!.at >= 30_000);
  });

  test('what the server has forgotten begins again', async () => {
    const bytes = pdf(200_000);
    const { ate, pedidos } = subir(bytes, { falha: ({ method, vez }) => (method === 'PATCH' && vez === 1 ? new Response('{}', { status: 404 }) : null) });
    assert.equal(sha256(await noServidor(await ate('pronto'))), sha256(bytes));
    assert.equal(pedidos.filter(({ method }) => method === 'POST').length, 2);
  });

  test('another server of tus, with no words of its own, is told apart by its status', async () => {
    const recusa = async (status: number) => (await subir(PDF, { falha: () => new Response('Maximum size exceeded\n', { status }) }).ate('recusado')) as { code: string; texto: string };
    assert.deepEqual([(await recusa(413)).code, (await recusa(415)).code, (await recusa(403)).code], ['anexo-grande', 'anexo-tipo', 'recusado']);
  });
});
