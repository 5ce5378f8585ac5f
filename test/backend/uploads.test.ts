import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { vincularAnexos } from '../../demo/backend/anexos.ts';
import { antivirusDoAmbiente, clamd } from '../../demo/backend/antivirus.ts';
import { arquivosEm, type Varrer } from '../../demo/backend/arquivos.ts';
import type { Banco } from '../../demo/backend/database.ts';
import { depositoEm, nomeNovo } from '../../demo/backend/gravacao/deposito.ts';
import { createLog } from '../../demo/backend/log.ts';
import { startBackend } from '../../demo/backend/main.ts';
import { ProblemError } from '../../demo/backend/problems.ts';
import { limparSoltos, nomeLimpo, VIDA_SOLTO_MS } from '../../demo/backend/uploads.ts';
import { MAX_ANEXO_BYTES } from '../../src/config/limits.ts';
import { demoCourt, engines, manifestacao, testBackend, type Engine, type TestBackend } from '../support/backend.ts';
import { freshPglite } from '../support/pglite.ts';
import { AGE, JPEG, OGG, PDF, tusClient } from '../support/tus.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const CHAVE_AGE = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

describe('uploads', () => {
  let engine: Engine;
  let banco: Banco;
  let pasta: string;
  let aqui: TestBackend;
  let tus: ReturnType<typeof tusClient>;
  const montar = async (over: Parameters<typeof testBackend>[1] = {}): Promise<{ backend: TestBackend; tus: ReturnType<typeof tusClient> }> => {
    const court = demoCourt();
    const backend = await testBackend(banco, { arquivos: arquivosEm(pasta), tribunal: { ...court, ouvidoria: { ...court.ouvidoria, chaveAge: CHAVE_AGE } }, ...over });
    return { backend, tus: tusClient(async (path, init) => backend.app.request(`http://backend.test${path}`, init)) };
  };
  const linha = (id: string) => banco.db.selectFrom('anexos').selectAll().where('id', '=', id).executeTakeFirst();
  const tipoDoProblema = async (response: Response): Promise<string> => {
    assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
    const problem = (await response.json()) as { type: string; detail: string };
    assert.ok(problem.detail.length > 10);
    return problem.type.replace(/^.*[/:#]/, '');
  };
  const umCaso = async (): Promise<number> => {
    const { protocolo } = (await (await aqui.post('/v1/manifestacoes', manifestacao())).json()) as { protocolo: string };
    return (await banco.db.selectFrom('casos').select('id').where('protocolo', '=', protocolo).executeTakeFirstOrThrow()).id;
  };

  before(async () => {
    engine = (await engines({ real: false })).list[0]!;
    banco = await engine.open();
    pasta = join(await mkdtemp(join(tmpdir(), 'atrio-anexos-')), 'anexos');
    ({ backend: aqui, tus } = await montar());
  });
  after(async () => {
    await banco.close();
    await engine.close();
    await rm(join(pasta, '..'), { recursive: true, force: true });
  });

  test('[OUV-01] a file comes in parts, whole, under a random name that nobody can guess', async () => {
    const { id, resposta } = await tus.enviar(PDF, { nome: 'Boletim de ocorrência.pdf' });
    assert.equal(resposta.status, 204);
    assert.equal(resposta.headers.get('upload-offset'), String(PDF.length));
    assert.match(id, /^[A-Za-z0-9_-]{24}$/);
    assert.deepEqual(await readFile(join(pasta, id)), PDF);
    const { nome, tipo, situacao, bytes, sha256: hash, caso_id } = (await linha(id))!;
    assert.deepEqual({ nome, tipo, situacao, bytes, caso_id, hash: Buffer.from(hash!).toString('hex') }, { nome: 'Boletim de ocorrência.pdf', tipo: 'application/pdf', situacao: 'pronto', bytes: PDF.length, caso_id: null, hash: sha256(PDF) });
    assert.deepEqual(await (await tus.situacao(id)).json(), { id, situacao: 'pronto', bytes: PDF.length, recebidos: PDF.length });
    // What lies beside the bytes says nothing of the person.
    assert.doesNotMatch(await readFile(join(pasta, `${id}.json`), 'utf8'), /Boletim|filename/);
    assert.equal((await tus.onde(id)).headers.get('upload-metadata'), null);
    const other = await tus.enviar(PDF);
    assert.notEqual(other.id, id);
  });

  test('a server of tus says what it can and how large a file may be, also across origins', async () => {
    const { backend } = await montar({ corsOrigins: ['https://www.tribunal.jus.br'] });
    const resposta = await backend.app.request('http://backend.test/v1/anexos', { method: 'OPTIONS', headers: { 'Origin': 'https://www.tribunal.jus.br', 'Access-Control-Request-Method': 'PATCH' } });
    assert.equal(resposta.headers.get('tus-max-size'), String(MAX_ANEXO_BYTES));
    assert.equal(resposta.headers.get('tus-version'), '1.0.0');
    assert.equal(resposta.headers.get('tus-extension'), 'creation,creation-with-upload,termination');
    assert.match(resposta.headers.get('access-control-allow-methods') ?? '', /HEAD.*PATCH.*DELETE/);
    for (const name of ['Tus-Resumable', 'Upload-Length', 'Upload-Metadata', 'Upload-Offset', 'Content-Type']) assert.match(resposta.headers.get('access-control-allow-headers') ?? '', new RegExp(name));
    const criada = await tusClient(async (path, init) => backend.app.request(`http://backend.test${path}`, init)).criar(10, { headers: { Origin: 'https://www.tribunal.jus.br' } });
    assert.equal(criada.headers.get('access-control-allow-origin'), 'https://www.tribunal.jus.br');
    assert.match(criada.headers.get('access-control-expose-headers') ?? '', /Location.*Upload-Offset/);
    const fora = await backend.app.request('http://backend.test/v1/anexos', { method: 'OPTIONS', headers: { 'Origin': 'https://outro.example', 'Access-Control-Request-Method': 'POST' } });
    assert.equal(fora.headers.get('access-control-allow-origin'), null);
  });

  test('too large, or nothing inside, is refused before a byte is taken', async () => {
    const antes = await readdir(pasta);
    const grande = await tus.criar(MAX_ANEXO_BYTES + 1);
    assert.equal(grande.status, 413);
    assert.equal(await tipoDoProblema(grande), 'anexo-grande');
    const enorme = await tus.criar(10 * MAX_ANEXO_BYTES, { cifrado: true });
    assert.equal(enorme.status, 413);
    assert.equal(await tipoDoProblema(await tus.criar(0)), 'anexo-vazio');
    assert.equal((await tus.criar(MAX_ANEXO_BYTES)).status, 201);
    assert.equal((await tus.criar(MAX_ANEXO_BYTES + 7_000, { cifrado: true })).status, 201, 'encryption makes a file a little larger');
    assert.equal((await readdir(pasta)).filter((nome) => !nome.endsWith('.json')).length, antes.filter((nome) => !nome.endsWith('.json')).length + 2);
  });

  test('more bytes than were told are not taken', async () => {
    const id = tus.idDe(await tus.criar(10));
    const resposta = await tus.parte(id, 0, new Uint8Array(20));
    assert.equal(resposta.status, 413);
    assert.ok(Number((await tus.onde(id)).headers.get('upload-offset')) <= 10);
  });

  test('a part that does not fit is told so, and the way goes on from where the server is', async () => {
    const id = tus.idDe(await tus.criar(PDF.length, { primeiros: PDF.subarray(0, 10) }));
    const errada = await tus.parte(id, 5, PDF.subarray(5));
    assert.equal(errada.status, 409);
    assert.equal(await tipoDoProblema(errada), 'anexo-fora-de-ordem');
    assert.equal((await tus.onde(id)).headers.get('upload-offset'), '10');
    assert.equal((await tus.parte(id, 10, PDF.subarray(10))).status, 204);
  });

  test('[OUV-15] the kind is read from the content, whatever the name says', async () => {
    for (const [bytes, nome, tipo, guardado] of [
      [JPEG, 'foto.pdf', 'image/jpeg', 'foto.pdf.jpg'],
      [JPEG, 'FOTO.JPEG', 'image/jpeg', 'FOTO.JPEG'],
      [OGG, 'PTT-20261120-WA0001.opus', 'audio/ogg', 'PTT-20261120-WA0001.opus'],
      [Buffer.from('Meu relato: à noite, às 22h.\r\n'), 'relato', 'text/plain', 'relato.txt'],
      [AGE, 'prova.pdf.age', null, null],
      [Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'), 'boleto.pdf', null, null],
      [Buffer.from('relat\xf3rio antigo', 'latin1'), 'texto.txt', null, null],
      [Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1'), 'planilha.docx', null, null],
      [Buffer.from('<!DOCTYPE html><script>1</script>\0'), 'pagina.html', null, null],
    ] as const) {
      const { id, resposta } = await tus.enviar(bytes, { nome });
      if (tipo === null && nome !== 'prova.pdf.age') {
        assert.equal(resposta.status, 415, nome);
        assert.equal(await tipoDoProblema(resposta), 'anexo-tipo');
        assert.equal(existsSync(join(pasta, id)), false, 'a refused file goes at once');
        assert.equal((await linha(id))!.nome, '');
        // Who lost the answer is told again, by every way.
        assert.equal((await tus.onde(id)).status, 415);
        assert.equal(await tipoDoProblema(await tus.situacao(id)), 'anexo-tipo');
      } else if (tipo !== null) {
        assert.equal(resposta.status, 204, nome);
        assert.deepEqual([(await linha(id))!.tipo, (await linha(id))!.nome], [tipo, guardado]);
      }
    }
  });

  test('an encrypted file is known by its header, and only where the court has a key', async () => {
    const certo = await tus.enviar(AGE, { nome: 'prova.jpg', cifrado: true });
    assert.equal(certo.resposta.status, 204);
    assert.deepEqual([(await linha(certo.id))!.cifrado, (await linha(certo.id))!.nome], [true, 'prova.jpg.age']);
    assert.equal((await tus.enviar(PDF, { cifrado: true })).resposta.status, 415);
    const court = demoCourt();
    const { chaveAge: _chave, ...ouvidoria } = { ...court.ouvidoria, chaveAge: '' };
    const { tus: semChave } = await montar({ tribunal: { ...court, ouvidoria } });
    assert.equal((await semChave.criar(AGE.length, { cifrado: true })).status, 415);
  });

  test('the antivirus has the last word: what it refuses goes, and what it could not see waits', async () => {
    const vistos: string[] = [];
    let estado: 'limpo' | 'sujo' | 'fora' = 'sujo';
    const varrer: Varrer = async ({ caminho, tipo }) => {
      vistos.push(tipo);
      assert.deepEqual(await readFile(caminho), PDF);
      if (estado === 'fora') throw new Error('no answer');
      return estado === 'limpo' ? { limpo: true } : { limpo: false, motivo: 'Eicar-Test-Signature' };
    };
    const { tus: com } = await montar({ varrer });
    const sujo = await com.enviar(PDF);
    assert.equal(sujo.resposta.status, 422);
    assert.equal(await tipoDoProblema(sujo.resposta), 'anexo-infectado');
    assert.equal(existsSync(join(pasta, sujo.id)), false);
    estado = 'fora';
    const espera = await com.enviar(PDF);
    assert.equal(espera.resposta.status, 503);
    assert.equal(espera.resposta.headers.get('retry-after'), '30');
    assert.equal((await com.onde(espera.id)).status, 503);
    estado = 'limpo';
    const depois = await com.onde(espera.id);
    assert.deepEqual([depois.status, depois.headers.get('upload-offset')], [200, String(PDF.length)]);
    assert.equal((await linha(espera.id))!.situacao, 'pronto');
    assert.deepEqual(vistos, Array<string>(4).fill('application/pdf'));
  });

  test('an upload belongs to one submission, once, and then nobody can change or erase it', async () => {
    const casoId = await umCaso();
    const { id } = await tus.enviar(PDF);
    const meio = tus.idDe(await tus.criar(PDF.length, { primeiros: PDF.subarray(0, 3) }));
    const dar = (ids: string[]) => banco.db.transaction().execute((tx) => vincularAnexos(tx, ids, { casoId }));
    await assert.rejects(dar([id, meio, 'x'.repeat(24)]), (error) => {
      assert.ok(error instanceof ProblemError);
      assert.deepEqual(error.extras.errors!.map(({ pointer }) => pointer), ['/anexos/1', '/anexos/2']);
      return true;
    });
    assert.equal((await linha(id))!.caso_id, null, 'a refusal takes nothing');
    await dar([id]);
    assert.equal((await linha(id))!.caso_id, casoId);
    await assert.rejects(dar([id]), ProblemError);
    for (const resposta of [await tus.onde(id), await tus.situacao(id), await tus.parte(id, 0, PDF), await tus.apagar(id)]) assert.equal(resposta.status, 404);
    assert.ok(existsSync(join(pasta, id)));
  });

  test('taken back: the bytes and the row go', async () => {
    const { id } = await tus.enviar(PDF);
    assert.equal((await tus.apagar(id)).status, 204);
    assert.equal(existsSync(join(pasta, id)), false);
    assert.equal(existsSync(join(pasta, `${id}.json`)), false);
    assert.equal(await linha(id), undefined);
    assert.equal((await tus.apagar(id)).status, 404);
    assert.equal(await tipoDoProblema(await tus.apagar('../../segredo')), 'nao-encontrado');
  });

  test('what no submission took within a day goes, and what a case has stays', async () => {
    const casoId = await umCaso();
    const [velho, doCaso, novo] = [await tus.enviar(PDF), await tus.enviar(PDF), await tus.enviar(PDF)].map(({ id }) => id) as [string, string, string];
    const meio = tus.idDe(await tus.criar(100, { primeiros: PDF.subarray(0, 3) }));
    await banco.db.transaction().execute((tx) => vincularAnexos(tx, [doCaso], { casoId }));
    const passado = new Date(aqui.time.now - VIDA_SOLTO_MS - 1);
    await banco.db.updateTable('anexos').set({ criado_em: passado }).where('id', 'in', [velho, doCaso, meio]).execute();
    // A file that no row knows: a process that died between the two.
    const [perdido, recente] = ['P'.repeat(24), 'R'.repeat(24)];
    for (const nome of [perdido, recente]) await writeFile(join(pasta, nome), 'x');
    const ontem = new Date(Date.now() - VIDA_SOLTO_MS - 1000);
    await utimes(join(pasta, perdido), ontem, ontem);
    const foram = await limparSoltos({ db: banco.db, arquivos: arquivosEm(pasta), deposito: depositoEm(join(pasta, '..', 'gravacoes')), clock: () => aqui.time.now });
    assert.equal(foram, 3);
    assert.deepEqual([velho, meio, perdido, doCaso, novo, recente].map((id) => existsSync(join(pasta, id))), [false, false, false, true, true, true]);
    assert.equal(await limparSoltos({ db: banco.db, arquivos: arquivosEm(pasta), deposito: depositoEm(join(pasta, '..', 'gravacoes')), clock: () => aqui.time.now }), 0);
  });

  test('a recording that stopped coming goes with them after the same time; one that still comes, and one that came whole, stay', async () => {
    const gravacoes = join(pasta, '..', 'gravacoes');
    const deposito = depositoEm(gravacoes);
    const limpar = () => limparSoltos({ db: banco.db, arquivos: arquivosEm(pasta), deposito, clock: () => aqui.time.now });
    await limpar();
    const [inteira, vem, parada] = [nomeNovo(), nomeNovo(), nomeNovo()];
    const ontem = new Date(Date.now() - VIDA_SOLTO_MS - 1000);
    const envelhecer = (nome: string) => utimes(join(gravacoes, nome), ontem, ontem);
    await deposito.gravar(inteira, Readable.from([PDF]));
    let chegou = (): void => undefined;
    const resto = new Promise<void>((resolve) => (chegou = resolve));
    const gravando = deposito.gravar(
      vem,
      (async function* () {
        yield PDF.subarray(0, 10);
        await resto;
        yield PDF.subarray(10);
      })(),
    );
    while (!existsSync(join(gravacoes, `${vem}.parte`))) await new Promise((done) => setImmediate(done));
    for (const nome of [`${parada}.parte`, 'de-outro.parte']) {
      await writeFile(join(gravacoes, nome), 'x');
      await envelhecer(nome);
    }
    await envelhecer(inteira);
    assert.equal(await limpar(), 1);
    assert.deepEqual((await readdir(gravacoes)).toSorted(), [inteira, `${vem}.parte`, 'de-outro.parte'].toSorted());
    chegou();
    await gravando;
    assert.deepEqual(await readFile(join(gravacoes, vem)), PDF);
    assert.equal(await limpar(), 0);
  });

  test('uploads are counted for each client, apart from registrations', async () => {
    const { tus: pouco } = await montar({ limites: { anexos: { pontos: 2, segundos: 600 } } });
    assert.equal((await pouco.criar(5)).status, 201);
    assert.equal((await pouco.criar(5)).status, 201);
    const demais = await pouco.criar(5);
    assert.equal(demais.status, 429);
    assert.ok(Number(demais.headers.get('retry-after')) > 0);
  });

  test('the protocol is kept to, and the refusals are told as the contract says', async () => {
    const sem = await aqui.app.request('http://backend.test/v1/anexos', { method: 'POST', headers: { 'Upload-Length': '5' } });
    assert.deepEqual([sem.status, await tipoDoProblema(sem)], [412, 'tus-versao']);
    const adiado = await aqui.app.request('http://backend.test/v1/anexos', { method: 'POST', headers: { 'Tus-Resumable': '1.0.0', 'Upload-Defer-Length': '1' } });
    assert.deepEqual([adiado.status, await tipoDoProblema(adiado)], [400, 'tus-invalido']);
    for (const length of ['-1', 'abc', '1.5', '']) assert.equal((await aqui.app.request('http://backend.test/v1/anexos', { method: 'POST', headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': length } })).status, 400, length);
    const put = await aqui.app.request('http://backend.test/v1/anexos', { method: 'PUT' });
    assert.deepEqual([put.status, put.headers.get('allow')], [405, 'POST, OPTIONS']);
    assert.equal((await tus.onde('n'.repeat(24))).status, 404);
  });

  test('neither the id nor the name of a file is ever in the log', async () => {
    const linhas: string[] = [];
    const log = { info: (...args: unknown[]) => linhas.push(JSON.stringify(args)), warn: (...args: unknown[]) => linhas.push(JSON.stringify(args)), error: (...args: unknown[]) => linhas.push(JSON.stringify(args)) } as unknown as ReturnType<typeof createLog>;
    const { tus: com } = await montar({ log });
    const { id } = await com.enviar(PDF, { nome: 'segredo-da-maria.pdf' });
    await com.onde(id);
    await com.apagar(id);
    await com.enviar(Buffer.from('MZ\0\0'), { nome: 'segredo-da-maria.exe' });
    assert.ok(linhas.length >= 6);
    const tudo = linhas.join('\n');
    assert.doesNotMatch(tudo, /segredo|maria/i);
    assert.ok(!tudo.includes(id));
    assert.match(tudo, /\/v1\/anexos\/:id/);
  });

  test('any name becomes one that is safe to show and to save', () => {
    assert.equal(nomeLimpo('C:\\Users\\Maria\\Área de Trabalho\\prova.pdf'), 'prova.pdf');
    assert.equal(nomeLimpo('../../etc/passwd'), 'passwd');
    assert.equal(nomeLimpo('foto\u202Egpj.exe', 'image/png'), 'foto gpj.exe.png');
    assert.equal(nomeLimpo('.htaccess', 'text/plain'), 'htaccess.txt');
    assert.equal(nomeLimpo('', 'image/png'), 'arquivo.png');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(undefined, 'image/png', 'text/plain', 'application/octet-stream'), (text, tipo) => {
        const nome = nomeLimpo(text, tipo);
        assert.ok(nome.length > 0 && nome.length < 230);
         
        assert.doesNotMatch(nome, /[/\\\u0000-\u001f\u202a-\u202e\u2066-\u2069<>:"|?*]|^\./u);
      }),
    );
  });
});

describe('a backend that stops in the middle', () => {
  const proof = (dataDir: string) => ({ dataDir, tribunal: demoCourt() as Record<string, unknown>, env: {}, log: createLog('silent') });

  test('[SIC-13] an upload goes on after a cut connection and after a restart, and comes out the same', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'atrio-reinicio-'));
    await freshPglite(join(dataDir, 'pglite'));
    const bytes = Buffer.concat([PDF, randomBytes(3 * 1024 * 1024)]);
    try {
      let backend = await startBackend(proof(dataDir));
      const tus = tusClient((path, init) => fetch(`${backend.url}${path}`, init));
      const offset = async (id: string): Promise<number> => Number((await tus.onde(id)).headers.get('upload-offset'));
      const id = tus.idDe(await tus.criar(bytes.length, { nome: 'prova.pdf', primeiros: bytes.subarray(0, 100_000) }));
      assert.equal(await offset(id), 100_000);

      // The network falls in the middle of a part: what came stays.
      await new Promise<void>((done) => {
        const req = httpRequest(`${backend.url}/v1/anexos/${id}`, { method: 'PATCH', headers: { 'Tus-Resumable': '1.0.0', 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '100000', 'Content-Length': String(bytes.length - 100_000) } });
        req.on('error', () => done());
        req.on('close', () => done());
        req.write(bytes.subarray(100_000, 1_100_000), () => setTimeout(() => req.destroy(), 100));
      });
      const depoisDoCorte = await offset(id);
      assert.ok(depoisDoCorte > 100_000 && depoisDoCorte <= 1_100_000, String(depoisDoCorte));

      await backend.close();
      backend = await startBackend(proof(dataDir));
      const depois = await offset(id);
      assert.equal(depois, depoisDoCorte);
      assert.equal((await tus.parte(id, depois, bytes.subarray(depois))).status, 204);
      assert.equal(sha256(await readFile(join(dataDir, 'anexos', id))), sha256(bytes));
      assert.deepEqual(await (await tus.situacao(id)).json(), { id, situacao: 'pronto', bytes: bytes.length, recebidos: bytes.length });

      // Stopped between the last byte and the look into the file: the look is made when the client asks.
      const outro = tus.idDe(await tus.criar(PDF.length, { nome: 'b.pdf', primeiros: PDF.subarray(0, 5) }));
      await backend.close();
      await writeFile(join(dataDir, 'anexos', outro), PDF);
      backend = await startBackend(proof(dataDir));
      assert.equal((await (await tus.situacao(outro)).json() as { situacao: string }).situacao, 'pronto');
      await backend.close();
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

describe('clamd', () => {
  /** A clamd that reads a stream and says what it was told to. */
  async function fakeClamd(answer: (bytes: Buffer) => string | null): Promise<{ port: number; close(): void; received: Buffer[] }> {
    const received: Buffer[] = [];
    const server = createServer((socket) => {
      let data = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (part: Buffer) => {
        data = Buffer.concat([data, part]);
        const head = data.indexOf(0) + 1;
        if (head === 0) return;
        assert.equal(data.subarray(0, head).toString(), 'zINSTREAM\0');
        const parts: Buffer[] = [];
        for (let at = head; at + 4 <= data.length; ) {
          const size = data.readUInt32BE(at);
          if (size === 0) {
            received.push(Buffer.concat(parts));
            const text = answer(Buffer.concat(parts));
            if (text === null) socket.destroy();
            else socket.end(`${text}\0`);
            return;
          }
          if (at + 4 + size > data.length) return;
          parts.push(data.subarray(at + 4, at + 4 + size));
          at += 4 + size;
        }
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return { port: (server.address() as AddressInfo).port, close: () => server.close(), received };
  }

  test('the whole file is streamed, and its answers are understood', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'atrio-clamd-'));
    const caminho = join(dir, 'f');
    const bytes = randomBytes(200_000);
    await writeFile(caminho, bytes);
    let say: string | null = 'stream: OK';
    const server = await fakeClamd(() => say);
    const varrer = clamd('127.0.0.1', server.port);
    const arquivo = { id: 'x', caminho, bytes: bytes.length, tipo: 'application/pdf' };
    try {
      assert.deepEqual(await varrer(arquivo), { limpo: true });
      assert.deepEqual(server.received[0], bytes);
      say = 'stream: Eicar-Test-Signature FOUND';
      assert.deepEqual(await varrer(arquivo), { limpo: false, motivo: 'Eicar-Test-Signature' });
      say = 'INSTREAM size limit exceeded. ERROR';
      await assert.rejects(varrer(arquivo), /size limit/);
      say = null;
      await assert.rejects(varrer(arquivo));
    } finally {
      server.close();
    }
    await assert.rejects(clamd('127.0.0.1', server.port)(arquivo), /ECONNREFUSED/);
    await rm(dir, { recursive: true, force: true });
  });

  test('it is named by the environment, with words when that makes no sense', () => {
    assert.equal(antivirusDoAmbiente({}), undefined);
    assert.equal(typeof antivirusDoAmbiente({ ATRIO_CLAMD: '127.0.0.1:3310' }), 'function');
    for (const errado of ['3310', 'host', 'http://x:1', 'a:99999']) assert.throws(() => antivirusDoAmbiente({ ATRIO_CLAMD: errado }), /endereço:porta/);
  });
});
