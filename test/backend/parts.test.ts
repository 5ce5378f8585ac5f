import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Context } from 'hono';
import { decodeProtectedHeader } from 'jose';
import { lerJson } from '../../demo/backend/body.ts';
import { CourtError, createCourt } from '../../demo/backend/court.ts';
import { BancoError, travarPasta } from '../../demo/backend/database.ts';
import { opcoesDoAmbiente } from '../../demo/backend/env.ts';
import { carregarChaves, novaChaveRecibo } from '../../demo/backend/keys.ts';
import { redeDoCliente } from '../../demo/backend/limits.ts';
import { erroSemDados } from '../../demo/backend/log.ts';
import { enderecoAtrasDe } from '../../demo/backend/node.ts';
import { ProblemError } from '../../demo/backend/problems.ts';
import { iguais, jsonCanonico, Segredos } from '../../demo/backend/secrets.ts';
import { demoCourt, SEGUNDA_9H } from '../support/backend.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'atrio-parts-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('a body that trickles in for ever is given up, and so is the connection that it holds', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let largado = false;
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"relato":"')),
    cancel: () => void (largado = true),
  });
  const raw = new Request('http://backend.test/', { method: 'POST', body, duplex: 'half' } as RequestInit);
  const lido = lerJson({ req: { raw, header: () => 'application/json' } } as unknown as Context);
  // What has come is read, and the rest is waited for.
  await new Promise((next) => setImmediate(next));
  t.mock.timers.tick(60 * 60_000);
  await assert.rejects(lido, ProblemError);
  assert.ok(largado);
});

describe('keys', () => {
  test('they are made once, readable by the owner alone, and the same after a restart', async () => {
    const home = join(dir, 'dados');
    const [a, b] = await Promise.all([carregarChaves(home, {}), carregarChaves(home, {})]);
    const again = await carregarChaves(home, {});
    assert.deepEqual(new Set([a, b, again].map(({ recibo }) => recibo.kid)).size, 1);
    assert.deepEqual(a.segredos.mac('chave', 'x'), again.segredos.mac('chave', 'x'));
    assert.deepEqual((await readdir(home)).toSorted(), ['chave-recibos.json', 'segredo']);
    for (const file of await readdir(home)) assert.equal((await stat(join(home, file))).mode & 0o077, 0, file);
    assert.deepEqual(decodeProtectedHeader(await a.recibo.assinar({ a: 1 })), { alg: 'ES256', kid: a.recibo.kid, typ: 'recibo+jws' });
  });

  test('the environment wins, and what it gives is checked', async () => {
    const env = { ATRIO_SEGREDO: Buffer.alloc(32, 1).toString('base64url'), ATRIO_CHAVE_RECIBOS: JSON.stringify(await novaChaveRecibo()) };
    const { recibo } = await carregarChaves(dir, env);
    assert.equal((await carregarChaves(join(dir, 'outra'), env)).recibo.kid, recibo.kid);
    assert.deepEqual(await readdir(join(dir, 'outra')), []);
    await assert.rejects(carregarChaves(dir, { ...env, ATRIO_SEGREDO: 'curto' }), /ATRIO_SEGREDO é curto demais/);
    await assert.rejects(carregarChaves(dir, { ...env, ATRIO_CHAVE_RECIBOS: 'x' }), /não é um JSON/);
    const { d: _, ...publica } = await novaChaveRecibo();
    await assert.rejects(carregarChaves(dir, { ...env, ATRIO_CHAVE_RECIBOS: JSON.stringify(publica) }), /JWK privado EC P-256/);
  });
});

describe('environment', () => {
  test('each variable is read, and what makes no sense is told', () => {
    const { log: _, env: __, ...none } = opcoesDoAmbiente({});
    assert.deepEqual(none, { port: 8787, host: '127.0.0.1', proxies: 0, origins: [], dataDir: '.dados', limites: {} });
    const { log: _1, env: __1, ...all } = opcoesDoAmbiente({
      PORT: '0',
      HOST: '::',
      DATABASE_URL: 'postgres://x',
      ATRIO_DATA_DIR: '/dados',
      ATRIO_CORS_ORIGINS: 'https://a.example, http://localhost:8080/',
      ATRIO_TRIBUNAL: 't.json',
      JITSI_DOMAIN: 'video.tribunal.example:8443',
      ATRIO_PROXIES: '1',
      ATRIO_LIMITE_CRIACAO: '5/60',
    });
    assert.deepEqual(all, {
      port: 0,
      host: '::',
      proxies: 1,
      origins: ['https://a.example', 'http://localhost:8080'],
      dataDir: '/dados',
      databaseUrl: 'postgres://x',
      tribunal: 't.json',
      jitsiDomain: 'video.tribunal.example:8443',
      limites: { criacao: { pontos: 5, segundos: 60 } },
    });
    assert.throws(() => opcoesDoAmbiente({ PORT: 'oito' }), /PORT="oito" precisa ser um número inteiro/);
    for (const bad of ['https://a.example/caminho', 'a.example', '*', 'null']) assert.throws(() => opcoesDoAmbiente({ ATRIO_CORS_ORIGINS: bad }), /não é uma origem/, bad);
    for (const bad of ['5', '0/60', 'a/b', '5/60/7']) assert.throws(() => opcoesDoAmbiente({ ATRIO_LIMITE_GERAL: bad }), /precisa ser chamadas\/segundos/, bad);
    assert.throws(() => opcoesDoAmbiente({ JITSI_DOMAIN: 'https://video.example' }), /não é um domínio/);
  });

  test('the switch that kills is deaf outside tests', () => {
    const has = (NODE_ENV?: string): boolean => 'afterCommit' in opcoesDoAmbiente({ NODE_ENV, ATRIO_TEST_KILL: 'after-commit' });
    assert.deepEqual([has('test'), has('production'), has()], [true, false, false]);
  });
});

describe('secrets', () => {
  test('each purpose, each secret and each way to cut the parts gives another hash', () => {
    const a = new Segredos(Buffer.alloc(32, 1));
    const b = new Segredos(Buffer.alloc(32, 2));
    const hashes = [a.mac('chave', 'ab', 'c'), a.mac('chave', 'a', 'bc'), a.mac('chave', 'abc'), a.mac('ingresso', 'ab', 'c'), b.mac('chave', 'ab', 'c')].map((hash) => hash.toString('hex'));
    assert.equal(new Set(hashes).size, hashes.length);
    assert.equal(a.mac('chave', 'ab', 'c').toString('hex'), hashes[0]);
    assert.throws(() => new Segredos(Buffer.alloc(31)), RangeError);
  });

  test('comparing never throws', () => {
    fc.assert(fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => assert.equal(iguais(a, b), Buffer.compare(a, b) === 0)));
  });

  test('the same data gives the same JSON, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = (inner: unknown): unknown =>
          Array.isArray(inner) ? inner.map(turned) : inner && typeof inner === 'object' ? Object.fromEntries(Object.entries(inner).toReversed().map(([key, item]) => [key, turned(item)])) : inner;
        assert.equal(jsonCanonico(turned(value)), jsonCanonico(value));
        assert.deepEqual(JSON.parse(jsonCanonico(value)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('lock of the embedded database', () => {
  const lockOf = (): string => join(dir, 'pglite.trava');
  const take = () => travarPasta(join(dir, 'pglite'));
  const owner = (over: object): string => JSON.stringify({ pid: process.pid, host: hostname(), inicio: null, id: 'x', ...over });

  test('a folder is open once', async () => {
    const held = await take();
    await assert.rejects(take(), (error) => error instanceof BancoError && /já está em uso/.test(error.message));
    await held.soltar();
    await held.soltar();
    const again = await take();
    await again.soltar();
    assert.deepEqual(await readdir(dir), []);
  });

  test('another living process keeps it', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    try {
      await writeFile(lockOf(), owner({ pid: child.pid }));
      await assert.rejects(take(), /já está em uso/);
      assert.equal(await readFile(lockOf(), 'utf8'), owner({ pid: child.pid }));
    } finally {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    }
    const held = await take();
    await held.soltar();
  });

  test('a lock left by a process that is gone, or by one whose number was reused, is taken over', async () => {
    for (const left of [owner({ pid: 2 ** 22 + 1 }), owner({}), ...(process.platform === 'linux' ? [owner({ pid: process.ppid, inicio: '1' })] : [])]) {
      await writeFile(lockOf(), left);
      const held = await take();
      await held.soltar();
    }
  });

  test('a lock of another machine, or one that is being written, holds while it is touched', async () => {
    for (const left of [owner({ host: 'outra-maquina' }), '{"pi']) {
      await writeFile(lockOf(), left);
      await assert.rejects(take(), /já está em uso/);
      const old = new Date(Date.now() - 60_000);
      await utimes(lockOf(), old, old);
      const held = await take();
      await held.soltar();
    }
  });

  test('who lost the lock does not remove the new one', async () => {
    const held = await take();
    await writeFile(lockOf(), owner({ id: 'outro' }));
    await held.soltar();
    assert.equal(await readFile(lockOf(), 'utf8'), owner({ id: 'outro' }));
  });

  test('a folder that cannot be written is told', async () => {
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'arquivo'), '');
    await assert.rejects(travarPasta(join(dir, 'arquivo', 'pglite')), /EEXIST|ENOTDIR/);
  });
});

describe('court file', () => {
  const errors = (raw: unknown): string[] => {
    try {
      createCourt(raw);
      return [];
    } catch (error) {
      assert.ok(error instanceof CourtError);
      return error.linhas;
    }
  };

  test('the demo court is whole: at least ten units, five zones, every provider, a gabinete and a place that never closes', () => {
    const warned: string[] = [];
    const { tribunal } = createCourt(demoCourt(), { aviso: (linha) => warned.push(linha) });
    assert.deepEqual(warned, []);
    assert.equal(tribunal.demo, true);
    assert.ok(tribunal.unidades.length >= 10);
    assert.deepEqual(new Set(tribunal.unidades.map((u) => u.timezone)), new Set(['America/Fortaleza', 'America/Noronha', 'America/Manaus', 'America/Eirunepe', 'America/Rio_Branco']));
    assert.deepEqual(new Set(tribunal.unidades.map((u) => u.video?.provider)), new Set(['jitsi', 'whatsapp', 'link', undefined]));
    assert.ok(tribunal.unidades.some(({ tipo }) => tipo === 'gabinete'));
    assert.ok(tribunal.unidades.some(({ hours }) => hours === '24/7'));
    for (const servico of [tribunal.ouvidoria, tribunal.sic]) {
      assert.deepEqual(new Set(servico?.canais?.map(({ tipo }) => tipo)), new Set(['presencial', 'carta', 'email', 'telefone']));
    }
  });

  test('each thing to mend is one line that says where, what and what instead', () => {
    const file = demoCourt();
    const [first, ...rest] = file.unidades!;
    assert.deepEqual(errors({ ...file, unidades: [{ ...first, hours: 'seg-sex 8h' }, ...rest, first] }).map((line) => line.split(':')[0]), ['unidades[0].hours', `unidades[${rest.length + 1}].id`]);
    const calendario = { ...file.calendario, horariosExcepcionais: [{ de: '2026-12-18', hours: 'meio-dia', motivo: 'x' }] };
    assert.match(errors({ ...file, calendario })[0] ?? '', /^calendario\.horariosExcepcionais\[0\]\.hours: encontrado "meio-dia"/);
    assert.match(errors({ ...file, nome: '' })[0] ?? '', /^nome: encontrado ""; esperado/);
    assert.match(errors([])[0] ?? '', /raiz do arquivo/);
  });

  test('the public Jitsi server is refused outside the demo', () => {
    const file = { ...demoCourt(), video: { provider: 'jitsi', domain: 'meet.jit.si' } };
    assert.deepEqual(errors(file), []);
    assert.match(errors({ ...file, demo: false })[0] ?? '', /^video\.domain: .*meet\.jit\.si/);
  });

  test('JITSI_DOMAIN puts every Jitsi room there, over https unless it is this machine', () => {
    const video = (domain: string) => createCourt(demoCourt(), { jitsiDomain: domain }).tribunal;
    const real = video('video.tribunal.example');
    assert.deepEqual(real.video, { provider: 'jitsi', domain: 'video.tribunal.example', lang: 'pt-BR' });
    assert.deepEqual(real.unidades.find(({ id }) => id === 'sic')?.video, real.video);
    assert.equal(real.unidades.find(({ id }) => id === '1-turma-recursal')?.video?.provider, 'link');
    assert.deepEqual(video('localhost:9999').video, { provider: 'jitsi', domain: 'localhost:9999', lang: 'pt-BR', inseguroLocal: true });
  });

  test('[BV-02] a municipal holiday closes the counter of a unit whose city is only in its address or comarca, and moves the term of its messages', () => {
    const base = demoCourt();
    const { municipio: _, endereco: __, ...central } = base.unidades!.find(({ id }) => id === 'central-atendimento')!;
    const endereco = { logradouro: 'Rua A, 1', municipio: 'MOSSORO', uf: 'RN' };
    const unidades = [{ ...central, id: 'endereco', endereco }, { ...central, id: 'comarca', comarca: 'Mossoró' }, { ...central, id: 'outra', comarca: 'Natal' }].map((unidade) => ({ ...unidade, hours: 'Mo-Fr 08:00-18:00' }));
    const court = createCourt({ ...base, unidades: [...base.unidades!, ...unidades], calendario: { feriados: [{ data: '2026-11-23', nome: 'Feriado da cidade', ambito: 'municipal', municipios: ['Mossoró'] }] } });
    const situacao = (id: string): string => court.situacao(court.unidade(id)!, SEGUNDA_9H).kind;
    assert.deepEqual(['endereco', 'comarca', 'outra'].map(situacao), ['closed', 'closed', 'open']);
    const vence = (id?: string): string => court.prazo({ tipo: 'mensagem', especie: null, tema: null, prazoRazoavelDias: 3 }, '2026-11-20', id).vence;
    assert.deepEqual([vence('endereco'), vence('comarca'), vence('outra'), vence()], ['2026-11-24', '2026-11-24', '2026-11-23', '2026-11-23']);
  });

  test('instants are written with the offset of the unit', () => {
    const court = createCourt(demoCourt());
    const at = (id: string): string => court.instante(SEGUNDA_9H, court.unidade(id));
    assert.equal(court.instante(SEGUNDA_9H), '2026-11-23T09:00:00.000-03:00');
    assert.deepEqual([at('posto-noronha'), at('vara-demo-rio-branco')], ['2026-11-23T10:00:00.000-02:00', '2026-11-23T07:00:00.000-05:00']);
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), (instant) => assert.equal(Date.parse(court.instante(instant)), instant)));
  });
});

describe('who calls', () => {
  test('an IPv6 network is one client, an IPv4 address too', () => {
    assert.equal(redeDoCliente('192.0.2.1'), '192.0.2.1');
    assert.equal(redeDoCliente('::ffff:192.0.2.1'), '192.0.2.1');
    assert.equal(redeDoCliente('2001:db8:1:2:a:b:c:d'), redeDoCliente('2001:0db8:0001:0002::1'));
    assert.notEqual(redeDoCliente('2001:db8:1:2::1'), redeDoCliente('2001:db8:1:3::1'));
    assert.equal(redeDoCliente('fe80::1%eth0'), redeDoCliente('fe80::2'));
    assert.equal(redeDoCliente(undefined), '');
  });

  test('only as many proxies are believed as the court has', () => {
    const context = (forwarded: string) => ({ req: { header: () => forwarded }, env: { incoming: { socket: { remoteAddress: '10.0.0.1' } } } }) as never;
    assert.equal(enderecoAtrasDe(0)(context('1.1.1.1')), '10.0.0.1');
    assert.equal(enderecoAtrasDe(1)(context('6.6.6.6, 192.0.2.9')), '192.0.2.9');
    assert.equal(enderecoAtrasDe(2)(context('6.6.6.6, 192.0.2.9, 10.0.0.2')), '192.0.2.9');
    assert.equal(enderecoAtrasDe(1)(context('')), '10.0.0.1');
  });

  test('an error is logged without what it says', () => {
    const error = Object.assign(new Error('Pessoa Fictícia'), { code: '22P02', detail: 'Pessoa Fictícia' });
    const kept = erroSemDados(error);
    assert.doesNotMatch(JSON.stringify(kept), /Pessoa/);
    assert.equal(kept['code'], '22P02');
    assert.deepEqual(erroSemDados('Pessoa'), { tipo: 'string' });
  });
});
