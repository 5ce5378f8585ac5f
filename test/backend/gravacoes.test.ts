import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { compactVerify, createLocalJWKSet } from 'jose';
import { sql } from 'kysely';
import type { Banco } from '../../demo/backend/database.ts';
import { depositoEm, nomeNovo, type Deposito } from '../../demo/backend/gravacao/deposito.ts';
import { passarPor } from '../../demo/backend/gravacao/entrada.ts';
import { depositoS3, s3DoAmbiente } from '../../demo/backend/gravacao/s3.ts';
import { assinarS3, sha256Hex } from '../../demo/backend/gravacao/sigv4.ts';
import { chaveRecibo, novaChaveRecibo } from '../../demo/backend/keys.ts';
import { escutar, PARADO_MS } from '../../demo/backend/node.ts';
import { ProblemError } from '../../demo/backend/problems.ts';
import { conferir } from '../../src/adapters/gravacao/conferir.ts';
import type { PedidoDeConferencia } from '../../src/adapters/ports.ts';
import { gravacao as esquemaGravacao, manifestoGravacao, type Gravacao, type ManifestoGravacao } from '../../src/contract/gravacao.ts';
import { PEDACO_BYTES } from '../../src/domain/gravacao/pedacos.ts';
import { Conducao } from '../support/audiencias.ts';
import { engines, testBackend, type Engine, type TestBackend } from '../support/backend.ts';
import { testStaff, type TestStaff } from '../support/equipe.ts';
import { gravar, PROCESSO, sha256, tom, VTT } from '../support/gravacoes.ts';

const codigo = async (response: Response): Promise<string> => `${response.status} ${((await response.json()) as { type: string }).type.replace(/^.*[/:#]/, '')}`;
const MINUTO = 60_000;

describe('recordings', () => {
  let engine: Engine;
  let banco: Banco;
  let pasta: string;
  let deposito: Deposito;
  let staff: TestStaff;
  let aqui: TestBackend;
  let rita: Record<string, string>;
  const pegar = (endereco: string, headers: Record<string, string> = {}): Promise<Response> => aqui.get(`/v1/${endereco}`, headers);
  const arquivo = (g: Gravacao, variante: string) => g.arquivos.find((um) => um.variante === variante)!;

  before(async () => {
    engine = (await engines()).list[0]!;
    banco = await engine.open();
    pasta = await mkdtemp(join(tmpdir(), 'atrio-gravacoes-'));
    deposito = depositoEm(pasta);
    staff = await testStaff();
    aqui = await testBackend(banco, { autenticar: staff.autenticar, deposito });
    rita = await staff.como('rita');
  });
  after(async () => {
    await banco.close();
    await engine.close();
    await rm(pasta, { recursive: true, force: true });
  });

  test('[AUD-07] a recording has the number of its case, checked, and an address that stays', async () => {
    const errado = await aqui.post('/v1/gravacoes', { processo: '0801234-13.2024.8.20.0001', unidadeId: '2-vara-civel-natal', ato: 'Audiência', em: '2026-11-20T09:00:00-03:00', sigilo: false }, rita);
    assert.equal(errado.status, 422);
    assert.equal(((await errado.json()) as { errors: { pointer: string; code: string }[] }).errors[0]!.code, 'processo-invalido');

    const envio = { processo: PROCESSO.replace(/\D/g, ''), unidadeId: '2-vara-civel-natal', ato: 'Audiência de conciliação', em: '2026-11-20T09:00:00-03:00', sigilo: false, marcas: [{ em: 60, rotulo: 'Depoimento' }, { em: 0, rotulo: 'Abertura' }] };
    const chave = { ...rita, 'idempotency-key': 'gravacao-de-teste-1' };
    const feita = esquemaGravacao.parse(await (await aqui.post('/v1/gravacoes', envio, chave)).json());
    const outraVez = (await (await aqui.post('/v1/gravacoes', envio, chave)).json()) as Gravacao;
    assert.equal(outraVez.id, feita.id);
    assert.equal(await codigo(await aqui.post('/v1/gravacoes', { ...envio, ato: 'Outro' }, chave)), '409 chave-de-idempotencia-reusada');
    assert.equal(feita.processo, PROCESSO);
    assert.deepEqual([feita.arquivos, feita.manifesto, feita.marcas.map(({ rotulo }) => rotulo)], [[], null, ['Abertura', 'Depoimento']]);
    // Years later, to anybody, at the same address.
    aqui.time.now += 10 * 365 * 24 * 60 * MINUTO;
    const depois = (await (await aqui.get(`/v1/gravacoes/${feita.id}`)).json()) as Gravacao;
    aqui.time.now -= 10 * 365 * 24 * 60 * MINUTO;
    assert.equal(depois.id, feita.id);
    const lista = (await (await aqui.get(`/v1/gravacoes?processo=${encodeURIComponent(PROCESSO)}`)).json()) as { itens: { id: string }[] };
    assert.ok(lista.itens.some(({ id }) => id === feita.id));
    assert.equal(await codigo(await aqui.get('/v1/gravacoes?processo=123')), '400 parametro-invalido');
    assert.equal(await codigo(await aqui.get('/v1/gravacoes/AAAAAAAAAAAAAAAAAAAAAAAA')), '404 gravacao-nao-encontrada');
    assert.equal((await aqui.post(`/v1/gravacoes/${feita.id}/marcas`, { marcas: [{ em: 5, rotulo: 'Começo' }] }, rita)).status, 204);
    assert.deepEqual(((await (await aqui.get(`/v1/gravacoes/${feita.id}`)).json()) as Gravacao).marcas, [{ em: 5, rotulo: 'Começo' }]);
  });

  test('[AUD-07] the recording of a hearing is of its lawsuit, and under sigilo when the hearing was', async () => {
    const [publica, sigilosa, outra] = [await Conducao.marcar(aqui, staff), await Conducao.marcar(aqui, staff, { sigilo: true }), await Conducao.marcar(aqui, staff, { processo: '0805678-88.2024.8.20.0001' })];
    const registrar = (audienciaId: string, sigilo: boolean) => aqui.post('/v1/gravacoes', { processo: PROCESSO, unidadeId: '2-vara-civel-natal', ato: 'Instrução', em: '2026-11-23T09:30:00-03:00', sigilo, audienciaId }, rita);
    const erros = async (response: Response) => [response.status, ((await response.json()) as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)];
    for (const id of ['999999', 'nenhuma', outra.id]) assert.deepEqual(await erros(await registrar(id, true)), [422, ['/audienciaId']], id);
    assert.deepEqual(await erros(await registrar(sigilosa.id, false)), [422, ['/sigilo']]);
    for (const [id, sigilo] of [[sigilosa.id, true], [publica.id, false], [publica.id, true]] as const) assert.equal((await registrar(id, sigilo)).status, 201);
    const lista = (await (await aqui.get(`/v1/gravacoes?processo=${encodeURIComponent(PROCESSO)}`, {})).json()) as { itens: { sigilo: boolean }[] };
    assert.ok(lista.itens.every(({ sigilo }) => !sigilo));
  });

  test('[AUD-07] only who keeps the recordings of the unit sends one, and what came in is never exchanged', async () => {
    const envio = { processo: PROCESSO, unidadeId: '2-vara-civel-natal', ato: 'Audiência', em: '2026-11-20T09:00:00-03:00', sigilo: false };
    assert.equal((await aqui.post('/v1/gravacoes', envio)).status, 401);
    assert.equal(await codigo(await aqui.post('/v1/gravacoes', envio, await staff.como('teresa'))), '403 sem-permissao');
    assert.equal(await codigo(await aqui.post('/v1/gravacoes', { ...envio, unidadeId: '1-juizado-especial-natal' }, rita)), '403 sem-permissao');
    const outra = await staff.como({ id: 'x', nome: 'X', funcao: '', papeis: ['gravacoes'], unidades: ['1-juizado-especial-natal'] });
    const som = tom(2);
    const g = await gravar(aqui, rita, {}, { audio: som });
    const enviar = (bytes: Uint8Array | null, headers: Record<string, string>, variante = 'audio') =>
      aqui.app.request(`http://backend.test/v1/gravacoes/${g.id}/arquivos/${variante}`, { method: 'POST', headers, ...(bytes ? { body: bytes as Uint8Array<ArrayBuffer> } : {}) });
    assert.equal(await codigo(await enviar(som, outra, 'video')), '404 gravacao-nao-encontrada');
    assert.equal(await codigo(await enviar(tom(1), rita)), '409 gravacao-arquivo-existe');
    // An answer that was lost: the same bytes again are the same file.
    assert.equal((await enviar(som, { ...rita, 'repr-digest': `sha-256=:${sha256(som, 'base64')}:` })).status, 204);
    assert.equal(await codigo(await enviar(som, rita, 'video')), '415 gravacao-tipo');
    assert.equal(await codigo(await enviar(new TextEncoder().encode('<html>'.repeat(2000)), rita, 'legendas')), '415 gravacao-tipo');
    assert.equal(await codigo(await enviar(null, rita, 'legendas')), '422 anexo-vazio');
    assert.equal(await codigo(await enviar(VTT, { ...rita, 'repr-digest': `sha-256=:${sha256(som, 'base64')}:` }, 'legendas')), '422 resumo-nao-confere');
    assert.equal(await codigo(await enviar(som, rita, 'outra')), '404 gravacao-arquivo-nao-encontrado');
    // What was refused left nothing behind, and the database itself refuses an exchange.
    const { n } = await banco.db.selectFrom('arquivos_gravacao').select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow();
    assert.equal((await readdir(pasta)).length, n);
    await assert.rejects(banco.db.updateTable('arquivos_gravacao').set({ bytes: 1 }).execute(), /append-only/);
    await assert.rejects(banco.db.deleteFrom('arquivos_gravacao').execute(), /append-only/);
  });

  test('[AUD-07] when the answer to the commit is lost the bytes that were registered stay; when nothing was written they go', async () => {
    const g = await gravar(aqui, rita, {}, {});
    const som = tom(2);
    const enviar = ({ app }: TestBackend) => app.request(`http://backend.test/v1/gravacoes/${g.id}/arquivos/audio`, { method: 'POST', headers: rita, body: som as Uint8Array<ArrayBuffer> });
    const antes = await readdir(pasta);
    const semAssinar = await testBackend(banco, { autenticar: staff.autenticar, deposito, chaves: { ...aqui.chaves, recibo: { ...aqui.chaves.recibo, assinar: () => Promise.reject(new Error('no key')) } } });
    assert.equal((await enviar(semAssinar)).status, 500);
    assert.deepEqual(await readdir(pasta), antes);
    const perdida = await testBackend(banco, {
      autenticar: staff.autenticar,
      deposito,
      afterCommit() {
        throw new Error('connection lost');
      },
    });
    assert.equal((await enviar(perdida)).status, 204);
    const depois = (await (await aqui.get(`/v1/gravacoes/${g.id}`, rita)).json()) as Gravacao;
    assert.equal(sha256(new Uint8Array(await (await pegar(arquivo(depois, 'audio').url)).arrayBuffer())), sha256(som));
  });

  test('a long recording takes its time to come, and nobody else takes it with headers that never end', async () => {
    const servidores: Server[] = [];
    const ouvir = (message: unknown): void => void servidores.push((message as { server: Server }).server);
    subscribe('http.server.request.start', ouvir);
    const servidor = await escutar(aqui.app, 0, '127.0.0.1');
    try {
      await (await fetch(`${servidor.url}/v1/gravacoes?processo=${PROCESSO}`)).text();
      assert.deepEqual(servidores.map(({ requestTimeout, headersTimeout }) => [requestTimeout, headersTimeout]), [[0, 60_000]]);
      // A body of which nothing comes any more is let go of; one that has come may be answered slowly.
      const limites: (number | undefined)[] = [];
      servidores[0]!.once('request', (pedido: IncomingMessage) => {
        limites.push(pedido.socket.timeout);
        pedido.once('end', () => limites.push(pedido.socket.timeout));
      });
      await (await fetch(`${servidor.url}/v1/gravacoes`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).text();
      assert.deepEqual(limites, [PARADO_MS, 0]);
    } finally {
      unsubscribe('http.server.request.start', ouvir);
      await servidor.close();
    }
  });

  test('[AUD-07] [AUD-08] its bytes come in ranges, as players and downloads ask for them', async () => {
    const som = tom(4);
    const g = await gravar(aqui, rita, {}, { audio: som, legendas: VTT });
    const { url, baixar, sha256: soma } = arquivo(g, 'audio');
    assert.equal(soma, sha256(som));
    const inteiro = await pegar(url);
    assert.deepEqual([inteiro.status, inteiro.headers.get('content-type'), inteiro.headers.get('content-length'), inteiro.headers.get('accept-ranges')], [200, 'audio/wav', String(som.length), 'bytes']);
    const etag = inteiro.headers.get('etag')!;
    assert.equal(sha256(new Uint8Array(await inteiro.arrayBuffer())), soma);

    const parte = await pegar(url, { range: 'bytes=100-299' });
    assert.deepEqual([parte.status, parte.headers.get('content-range'), parte.headers.get('content-length')], [206, `bytes 100-299/${som.length}`, '200']);
    assert.deepEqual(new Uint8Array(await parte.arrayBuffer()), som.subarray(100, 300));
    assert.deepEqual(new Uint8Array(await (await pegar(url, { range: 'bytes=-50' })).arrayBuffer()), som.subarray(-50));
    const fora = await pegar(url, { range: `bytes=${som.length}-` });
    assert.deepEqual([fora.status, fora.headers.get('content-range')], [416, `bytes */${som.length}`]);
    assert.equal((await pegar(url, { 'range': 'bytes=0-9', 'if-range': etag })).status, 206);
    assert.equal((await pegar(url, { 'range': 'bytes=0-9', 'if-range': '"outra"' })).status, 200);
    assert.equal((await pegar(url, { 'if-none-match': etag })).status, 304);
    for (const [headers, status, length] of [[{}, 200, som.length], [{ range: 'bytes=0-9' }, 206, 10]] as const) {
      const head = await aqui.app.request(`http://backend.test/v1/${url}`, { method: 'HEAD', headers });
      assert.deepEqual([head.status, head.headers.get('content-length'), await head.text()], [status, String(length), '']);
    }
    const legendas = await pegar(arquivo(g, 'legendas').url);
    assert.equal(legendas.headers.get('content-type'), 'text/vtt; charset=utf-8');
    await legendas.body?.cancel();
    const salvo = await pegar(baixar);
    assert.equal(salvo.headers.get('content-disposition'), 'attachment; filename="audiencia-08012341220248200001-2026-11-20.wav"');
    await salvo.body?.cancel();
  });

  test('[AUD-07] an address opens one file for fifteen minutes, and a changed one opens nothing', async () => {
    const g = await gravar(aqui, rita, {}, { audio: tom(1), legendas: VTT });
    const { url } = arquivo(g, 'audio');
    const outros = [url.replace('/audio?', '/legendas?'), url.replace(/ate=\d+/, 'ate=99999999999'), url.replace(/ass=./, 'ass=_'), url.replace(/&?ass=[^&]+/, ''), `${url}&baixar=1`, `${url}&vista=1`];
    for (const mau of outros) assert.equal(await codigo(await pegar(mau)), '403 endereco-vencido', mau);
    aqui.time.now += 14 * MINUTO;
    assert.equal((await aqui.app.request(`http://backend.test/v1/${url}`, { method: 'HEAD' })).status, 200);
    aqui.time.now += 2 * MINUTO;
    assert.equal(await codigo(await pegar(url)), '403 endereco-vencido');
    aqui.time.now -= 16 * MINUTO;
  });

  test('[AUD-07] the manifest is signed by the court and has the sum of every piece', async () => {
    const som = tom(3);
    const g = await gravar(aqui, rita, {}, { audio: som });
    const ler = async (endereco: string): Promise<ManifestoGravacao> => {
      const jwks = (await (await aqui.get('/.well-known/jwks.json')).json()) as Parameters<typeof createLocalJWKSet>[0];
      const { payload, protectedHeader } = await compactVerify(await (await pegar(endereco)).text(), createLocalJWKSet(jwks));
      assert.equal(protectedHeader.typ, 'gravacao+jws');
      return manifestoGravacao.parse(JSON.parse(new TextDecoder().decode(payload)));
    };
    const um = await ler(g.manifesto!);
    assert.deepEqual([um.versao, um.processo, um.gravacao, um.arquivos.length], [1, PROCESSO, g.id, 1]);
    assert.deepEqual(um.arquivos[0], { variante: 'audio', tipo: 'audio/wav', bytes: som.length, sha256: sha256(som), pedaco: PEDACO_BYTES, pedacos: [createHash('sha256').update(som).digest('base64url')] });
    await aqui.app.request(`http://backend.test/v1/gravacoes/${g.id}/arquivos/legendas`, { method: 'POST', headers: rita, body: VTT as Uint8Array<ArrayBuffer> });
    const dois = await ler(((await (await aqui.get(`/v1/gravacoes/${g.id}`)).json()) as Gravacao).manifesto!);
    assert.deepEqual([dois.versao, dois.arquivos.map(({ variante }) => variante)], [2, ['audio', 'legendas']]);
  });

  test('[AUD-01] [AUD-07] under sigilo: the unit and who has a key of theirs, each view written down, and revoking ends every address', async () => {
    const g = await gravar(aqui, rita, { sigilo: true });
    const fechada = await aqui.get(`/v1/gravacoes/${g.id}`);
    const texto = await fechada.clone().text();
    assert.equal(await codigo(fechada), '403 gravacao-sigilosa');
    assert.doesNotMatch(texto, new RegExp(PROCESSO.slice(0, 7)));
    const lista = async (headers: Record<string, string> = {}): Promise<boolean> => ((await (await aqui.get(`/v1/gravacoes?processo=${PROCESSO}`, headers)).json()) as { itens: { id: string }[] }).itens.some(({ id }) => id === g.id);
    assert.deepEqual([await lista(), await lista(await staff.como('teresa')), await lista(rita)], [false, false, true]);
    assert.equal(await codigo(await aqui.get(`/v1/gravacoes/${g.id}`, await staff.como('teresa'))), '403 gravacao-sigilosa');
    assert.equal(await codigo(await aqui.get(`/v1/gravacoes/${g.id}/vistas`, await staff.como('teresa'))), '403 sem-permissao');

    const chaveIdem = { ...rita, 'idempotency-key': 'acesso-de-teste-1' };
    const pessoa = { nome: 'Dra. Defensora Fictícia', papel: 'defesa' };
    const dado = await aqui.post(`/v1/gravacoes/${g.id}/acessos`, pessoa, chaveIdem);
    assert.equal(dado.status, 201);
    const acesso = (await dado.json()) as { id: string; chave: string };
    assert.deepEqual(await (await aqui.post(`/v1/gravacoes/${g.id}/acessos`, pessoa, chaveIdem)).json(), acesso);
    const abrir = (chave: string, mais: object = {}, id = g.id): Promise<Response> => aqui.post(`/v1/gravacoes/${id}/consulta`, { chave, ...mais });
    const vista = esquemaGravacao.parse(await (await abrir(acesso.chave.toLowerCase())).json());
    assert.ok(vista.vista);
    const { url, baixar } = arquivo(vista, 'audio');
    const tocou = await pegar(url, { range: 'bytes=0-99' });
    assert.deepEqual([tocou.status, tocou.headers.get('cache-control')], [206, 'private, no-store']);
    await tocou.body?.cancel();
    await (await pegar(baixar)).body?.cancel();
    await (await pegar(baixar, { range: 'bytes=500-' })).body?.cancel();
    await abrir(acesso.chave, { vista: vista.vista });

    // A key is of one recording and of nobody who guesses.
    const vizinha = await gravar(aqui, rita, { sigilo: true });
    assert.equal(await codigo(await abrir(acesso.chave, {}, vizinha.id)), '403 chave-gravacao-invalida');
    assert.equal(await codigo(await abrir('0000-0000-0000-0000')), '403 chave-gravacao-invalida');
    const curta = (await (await aqui.post(`/v1/gravacoes/${g.id}/acessos`, { nome: 'Parte', papel: 'parte', ate: new Date(aqui.time.now + MINUTO).toISOString() }, rita)).json()) as { chave: string };
    const daCurta = arquivo((await (await abrir(curta.chave)).json()) as Gravacao, 'audio').url;
    aqui.time.now += 2 * MINUTO;
    assert.equal(await codigo(await abrir(curta.chave)), '403 chave-gravacao-invalida');
    assert.equal(await codigo(await pegar(daCurta)), '403 chave-gravacao-invalida');

    const vistas = (await (await aqui.get(`/v1/gravacoes/${g.id}/vistas`, rita)).json()) as { itens: { acao: string; quem: string; papel: string }[] };
    const dela = vistas.itens.filter(({ quem }) => quem === pessoa.nome);
    assert.deepEqual(dela.map(({ acao, papel }) => `${acao} ${papel}`), ['continuar-gravacao defesa', 'baixar-gravacao defesa', 'ver-gravacao defesa']);
    assert.ok(vistas.itens.some(({ quem, acao }) => quem.startsWith('Rita') && acao === 'ver-gravacao'));
    // No name of a person of the case is in the audit itself.
    const { rows } = await sql<{ tudo: string }>`select string_agg(detalhe::text || ator, ' ') as tudo from auditoria`.execute(banco.db);
    assert.doesNotMatch(rows[0]!.tudo, /Defensora/);

    assert.equal((await aqui.post(`/v1/gravacoes/${g.id}/acessos/${acesso.id}/revogacao`, undefined, rita)).status, 204);
    assert.equal(await codigo(await pegar(url)), '403 chave-gravacao-invalida');
    assert.equal(await codigo(await abrir(acesso.chave)), '403 chave-gravacao-invalida');
    assert.equal(await codigo(await aqui.post(`/v1/gravacoes/${vizinha.id}/acessos/${acesso.id}/revogacao`, undefined, rita)), '404 acesso-gravacao-nao-encontrado');
    const acessos = (await (await aqui.get(`/v1/gravacoes/${g.id}/acessos`, rita)).json()) as { itens: { revogadoEm: string | null }[] };
    assert.equal(acessos.itens[0]!.revogadoEm === null, false);
  });

  test('[AUD-07] sigilo that is decreed later closes what was open, addresses included', async () => {
    const g = await gravar(aqui, rita);
    const { url } = arquivo((await (await aqui.get(`/v1/gravacoes/${g.id}`)).json()) as Gravacao, 'audio');
    assert.equal((await aqui.post(`/v1/gravacoes/${g.id}/sigilo`, { sigilo: true, motivo: 'Decisão de 21/11' }, rita)).status, 204);
    assert.equal(await codigo(await pegar(url)), '403 gravacao-sigilosa');
    assert.equal(await codigo(await aqui.get(`/v1/gravacoes/${g.id}`)), '403 gravacao-sigilosa');
    assert.equal((await aqui.post(`/v1/gravacoes/${g.id}/sigilo`, { sigilo: false, motivo: 'Levantado' }, rita)).status, 204);
    assert.equal((await aqui.get(`/v1/gravacoes/${g.id}`)).status, 200);
  });

  test('[AUD-07] a file of gigabytes goes in and comes out without being held in memory', async () => {
    // In: 192 MiB that are made while they are read, to a store that drops them.
    const MIB = 1024 * 1024;
    const cabeca = tom(1).subarray(0, 44);
    async function* gerar(): AsyncGenerator<Uint8Array> {
      yield cabeca;
      for (let n = 0; n < 192; n += 1) yield new Uint8Array(MIB).fill(n);
    }
    const usado = (): number => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    globalThis.gc?.();
    const antes = usado();
    let pico = 0;
    const { bytes, conferido } = passarPor(gerar(), 'audio', 10 ** 12);
    let total = 0;
    for await (const parte of bytes) {
      total += parte.byteLength;
      pico = Math.max(pico, usado() - antes);
    }
    assert.equal(conferido().bytes, total);
    assert.equal(conferido().pedacos.length / 32, Math.ceil(total / PEDACO_BYTES));
    assert.ok(pico < 96 * MIB, `held ${Math.round(pico / MIB)} MiB of 192`);

    // Out: the end of a sparse file of 6 GB, through the route.
    const GRANDE = 6 * 1024 ** 3;
    const nome = nomeNovo();
    const file = await open(join(pasta, nome), 'w');
    await file.truncate(GRANDE);
    await file.write('fim da audiência', GRANDE - 17);
    await file.close();
    const g = await gravar(aqui, rita, {}, {});
    await banco.db
      .insertInto('arquivos_gravacao')
      .values({ gravacao_id: g.id, variante: 'video', tipo: 'video/mp4', bytes: GRANDE, sha256: Buffer.alloc(32, 1), pedaco: PEDACO_BYTES, pedacos: Buffer.alloc(32), nome, enviado_em: new Date(), enviado_por: 'rita' })
      .execute();
    const { url } = arquivo((await (await aqui.get(`/v1/gravacoes/${g.id}`)).json()) as Gravacao, 'video');
    const fim = await pegar(url, { range: `bytes=${GRANDE - 17}-` });
    assert.deepEqual([fim.status, fim.headers.get('content-range')], [206, `bytes ${GRANDE - 17}-${GRANDE - 1}/${GRANDE}`]);
    assert.equal(await fim.text(), 'fim da audiência');
    // The whole, left after its first bytes: nothing is read on.
    const tudo = await pegar(url);
    assert.equal(tudo.headers.get('content-length'), String(GRANDE));
    const reader = tudo.body!.getReader();
    await reader.read();
    await reader.cancel();
    // What is larger than allowed stops on the way.
    await assert.rejects(async () => {
      for await (const _ of passarPor(gerar(), 'audio', 5 * MIB).bytes);
    }, (error: unknown) => error instanceof ProblemError && error.code === 'gravacao-grande');
  });

  test('[AUD-07] a browser checks what the court serves, and a copy: conferida, não confere, não deu para conferir', async () => {
    const som = new Uint8Array(PEDACO_BYTES + 5000).fill(128);
    som.set(tom(1));
    const g = (await (await aqui.get(`/v1/gravacoes/${(await gravar(aqui, rita, {}, { audio: som })).id}`)).json()) as Gravacao;
    const absoluto = (path: string): string => `http://backend.test/v1/${path}`;
    const enderecos = (de = g) => ({ manifesto: absoluto(de.manifesto!), arquivo: absoluto(arquivo(de, 'audio').url), chaves: 'http://backend.test/.well-known/jwks.json' });
    const pedidos: string[] = [];
    const ask: typeof fetch = async (input, init) => {
      pedidos.push(new Headers(init?.headers).get('range') ?? new URL(String(input)).pathname);
      return aqui.app.request(String(input), init);
    };
    const avancos: string[] = [];
    const verificar = (over: Partial<PedidoDeConferencia> = {}) =>
      conferir({ fetch: ask, enderecos: async () => enderecos(), gravacao: g, variante: 'audio', signal: new AbortController().signal, onAvanco: (feitos, total) => avancos.push(`${feitos}/${total}`), ...over });

    const bom = await verificar();
    assert.deepEqual([bom.tipo, bom.tipo === 'confere' && bom.sha256, avancos], ['confere', sha256(som), ['1/2', '2/2']]);
    assert.deepEqual(pedidos.slice(2), [`bytes=0-${PEDACO_BYTES - 1}`, `bytes=${PEDACO_BYTES}-${som.length - 1}`]);

    // One bit, in the last piece; in what is served, and in a copy.
    const mexido = som.slice();
    mexido[som.length - 1]! ^= 1;
    const trocado: typeof fetch = async (input, init) => {
      const response = await ask(input, init);
      const [, de, ate] = /bytes=(\d+)-(\d+)/.exec(new Headers(init?.headers).get('range') ?? '') ?? [];
      return de ? new Response(mexido.slice(Number(de), Number(ate) + 1), { status: 206 }) : response;
    };
    assert.deepEqual(await verificar({ fetch: trocado }), { tipo: 'nao-confere', motivo: 'conteudo' });
    assert.equal((await verificar({ copia: new Blob([som]) })).tipo, 'confere');
    assert.deepEqual(await verificar({ copia: new Blob([mexido]) }), { tipo: 'nao-confere', motivo: 'conteudo' });
    assert.deepEqual(await verificar({ copia: new Blob([som.slice(1)]) }), { tipo: 'nao-confere', motivo: 'conteudo' });

    // A manifest of another recording, of another key, changed, or a receipt in its place.
    const outra = (await (await aqui.get(`/v1/gravacoes/${(await gravar(aqui, rita)).id}`)).json()) as Gravacao;
    assert.deepEqual(await verificar({ enderecos: async () => ({ ...enderecos(), manifesto: absoluto(outra.manifesto!) }) }), { tipo: 'nao-confere', motivo: 'assinatura' });
    const comManifesto = (jws: string): typeof fetch => async (input, init) => (String(input).includes('/manifesto?') ? new Response(jws) : ask(input, init));
    const jws = await (await pegar(g.manifesto!)).text();
    const [head, body, tail] = jws.split('.') as [string, string, string];
    const falso = Buffer.from(JSON.stringify({ ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object), processo: g.processo, assinadoEm: '2020-01-01T00:00:00-03:00' })).toString('base64url');
    const deOutraChave = await (await chaveRecibo(await novaChaveRecibo())).assinar(JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>, 'gravacao+jws');
    const comoRecibo = await aqui.chaves.recibo.assinar(JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>);
    for (const mau of [`${head}.${falso}.${tail}`, deOutraChave, comoRecibo, 'x.y.z', '']) assert.deepEqual(await verificar({ fetch: comManifesto(mau) }), { tipo: 'nao-confere', motivo: 'assinatura' }, mau.slice(0, 20));

    // Nobody answers, or the person stops: that says nothing of the recording.
    const cai: typeof fetch = async (input, init) => {
      if (new Headers(init?.headers).get('range')) throw new TypeError('fetch failed');
      return ask(input, init);
    };
    assert.deepEqual(await verificar({ fetch: cai }), { tipo: 'sem-conferir', motivo: 'rede' });
    assert.deepEqual(await verificar({ fetch: async () => new Response(null, { status: 503 }) }), { tipo: 'sem-conferir', motivo: 'rede' });
    const parar = new AbortController();
    assert.deepEqual(await verificar({ signal: parar.signal, onAvanco: () => parar.abort() }), { tipo: 'sem-conferir', motivo: 'cancelada' });

    // Addresses that end on the way are asked for again.
    aqui.time.now += 20 * MINUTO;
    let novos = 0;
    const renovando = async (quero: boolean) => {
      if (!quero) return enderecos();
      novos += 1;
      return enderecos((await (await aqui.get(`/v1/gravacoes/${g.id}`)).json()) as Gravacao);
    };
    assert.equal((await verificar({ enderecos: renovando })).tipo, 'confere');
    assert.equal(novos, 1);
    aqui.time.now -= 20 * MINUTO;
  });

  test('[AUD-07] a stream that breaks leaves no half recording', async () => {
    async function* quebra(): AsyncGenerator<Uint8Array> {
      yield tom(1);
      throw new Error('connection lost');
    }
    const nome = nomeNovo();
    await assert.rejects(deposito.gravar(nome, quebra()), /connection lost/);
    assert.equal(await deposito.abrir(nome, { de: 0, ate: 1 }), null);
    assert.ok(!(await readdir(pasta)).some((file) => file.startsWith(nome)));
    await assert.rejects(deposito.abrir('../segredo', { de: 0, ate: 1 }), RangeError);
  });
});

describe('S3', () => {
  const CONFIG = { chaveId: 'AKIAIOSFODNN7EXAMPLE', segredo: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', regiao: 'us-east-1' };

  test('[AUD-07] requests are signed as the published example of Signature Version 4', () => {
    const headers = assinarS3(CONFIG, { metodo: 'GET', host: 'examplebucket.s3.amazonaws.com', path: '/test.txt', cabecalhos: { Range: 'bytes=0-9' }, corpoSha256: sha256Hex('') }, new Date('2013-05-24T00:00:00Z'));
    assert.equal(
      headers['authorization'],
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
    const lista = assinarS3(CONFIG, { metodo: 'GET', host: 'examplebucket.s3.amazonaws.com', path: '/', query: { prefix: 'J', 'max-keys': '2' }, corpoSha256: sha256Hex('') }, new Date('2013-05-24T00:00:00Z'));
    assert.match(lista['authorization']!, /Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7$/);
  });

  test('[AUD-07] the same recordings in an S3-compatible store: in parts, by range, undone when they break, tried again when it stumbles', async () => {
    const objetos = new Map<string, Buffer>();
    const envios = new Map<string, Map<number, Buffer>>();
    let tropeca = 1;
    const servidor = createServer((request, response) => {
      const url = new URL(request.url!, 'http://s3');
      const partes: Buffer[] = [];
      request.on('data', (part: Buffer) => partes.push(part));
      request.on('end', () => {
        const corpo = Buffer.concat(partes);
        const fim = (status: number, body: string | Buffer = '', headers: Record<string, string> = {}): void => void response.writeHead(status, headers).end(body);
        if (request.headers['x-amz-content-sha256'] !== sha256Hex(corpo) || !/^AWS4-HMAC-SHA256 Credential=AKIA/.test(request.headers.authorization ?? '')) return fim(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
        const id = url.searchParams.get('uploadId');
        if (request.method === 'POST' && url.searchParams.has('uploads')) {
          envios.set(`u${envios.size}`, new Map());
          return fim(200, `<R><UploadId>u${envios.size - 1}</UploadId></R>`);
        }
        if (request.method === 'PUT' && id) {
          if (tropeca-- > 0) return fim(503, '<Error><Code>SlowDown</Code></Error>');
          envios.get(id)!.set(Number(url.searchParams.get('partNumber')), corpo);
          return fim(200, '', { etag: `"${sha256Hex(corpo).slice(0, 8)}"` });
        }
        if (request.method === 'POST' && id) {
          const pedidas = [...corpo.toString().matchAll(/<PartNumber>(\d+)/g)].map(([, n]) => envios.get(id)!.get(Number(n))!);
          objetos.set(url.pathname, Buffer.concat(pedidas));
          envios.delete(id);
          return fim(200, '<CompleteMultipartUploadResult/>');
        }
        if (request.method === 'DELETE') {
          if (id) envios.delete(id);
          else objetos.delete(url.pathname);
          return fim(204);
        }
        const tem = objetos.get(url.pathname);
        const [, de, ate] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
        return tem ? fim(206, tem.subarray(Number(de), Number(ate) + 1)) : fim(404, '<Error><Code>NoSuchKey</Code></Error>');
      });
    });
    await new Promise<void>((done) => servidor.listen(0, '127.0.0.1', done));
    try {
      const { port } = servidor.address() as AddressInfo;
      const config = s3DoAmbiente({ ATRIO_S3_ENDERECO: `http://127.0.0.1:${port}`, ATRIO_S3_BALDE: 'gravacoes', ATRIO_S3_CHAVE_ID: CONFIG.chaveId, ATRIO_S3_SEGREDO: CONFIG.segredo, ATRIO_S3_PREFIXO: 'tj rn/' })!;
      const s3 = depositoS3(config, { parte: 1000 });
      const nome = nomeNovo();
      const som = tom(1);
      async function* aosPoucos(quebra = false): AsyncGenerator<Uint8Array> {
        for (let de = 0; de < som.length; de += 700) yield som.subarray(de, de + 700);
        if (quebra) throw new Error('connection lost');
      }
      await s3.gravar(nome, aosPoucos());
      assert.deepEqual([...objetos.keys()], [`/gravacoes/tj%20rn/${nome}`]);
      const lido = await new Response((await s3.abrir(nome, { de: 40, ate: 2100 })) as never).arrayBuffer();
      assert.deepEqual(new Uint8Array(lido), som.subarray(40, 2101));
      await assert.rejects(s3.gravar(nomeNovo(), aosPoucos(true)), /connection lost/);
      assert.deepEqual([objetos.size, envios.size], [1, 0]);
      await s3.apagar(nome);
      assert.equal(await s3.abrir(nome, { de: 0, ate: 1 }), null);
    } finally {
      servidor.closeAllConnections();
      servidor.close();
    }
    assert.equal(s3DoAmbiente({}), null);
    assert.throws(() => s3DoAmbiente({ ATRIO_S3_ENDERECO: 'http://s3.tribunal.jus.br', ATRIO_S3_BALDE: 'b', ATRIO_S3_CHAVE_ID: 'c', ATRIO_S3_SEGREDO: 's' }), /https/);
    assert.throws(() => s3DoAmbiente({ ATRIO_S3_ENDERECO: 'https://s3.tribunal.jus.br' }), /ATRIO_S3_BALDE/);
  });
});
