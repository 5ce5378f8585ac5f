import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { Banco } from '../../demo/backend/database.ts';
import { gravarEvento, type TipoEvento } from '../../demo/backend/eventos.ts';
import { silentLog } from '../../demo/backend/log.ts';
import { correioDoAmbiente, createCarteiro, DESISTE_MS, mensagemDe, POSSE_MS, type Carteiro } from '../../demo/backend/saida.ts';
import { createCourt } from '../../demo/backend/court.ts';
import type { Recibo } from '../../src/contract/caso.ts';
import { listaSaida } from '../../src/contract/tratamento.ts';
import { testStaff } from '../support/equipe.ts';
import { demoCourt, engines, manifestacao, pedido, testBackend, type TestBackend } from '../support/backend.ts';

const { list, missing } = await engines();
test('the suite runs on a real PostgreSQL too', { skip: missing ?? false }, () => assert.ok(list.some(({ name }) => name === 'postgresql')));

const SEGREDO = 'o texto que só a pessoa e a Ouvidoria podem ler';
const TEXTO_DA_RESPOSTA = 'a resposta que só se lê com a chave';

interface Correio {
  port: number;
  cartas: { para: string[]; texto: string }[];
  /** Refuses the next so many recipients, with this code. */
  recusar(vezes: number, codigo: number): void;
  close(): Promise<void>;
}

async function correio(): Promise<Correio> {
  const cartas: Correio['cartas'] = [];
  let recusas = 0;
  let codigo = 450;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, callback) {
      if (recusas === 0) return callback();
      recusas -= 1;
      callback(Object.assign(new Error('caixa cheia'), { responseCode: codigo }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        cartas.push({ para: session.envelope.rcptTo.map(({ address }) => address), texto: Buffer.concat(chunks).toString('utf8') });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as { port: number }).port,
    cartas,
    recusar(vezes, code) {
      recusas = vezes;
      codigo = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The words of a mail, whatever encoding it travels in. */
const decoded = (carta: string): string => {
  const [head = '', ...rest] = carta.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const plain = /quoted-printable/i.test(head)
    ? Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8')
    : /base64/i.test(head)
      ? Buffer.from(body, 'base64').toString('utf8')
      : body;
  return `${head}\n${plain}`;
};

for (const engine of list) {
  describe(`on ${engine.name}`, () => {
    let banco: Banco;
    let backend: TestBackend;
    let smtp: Correio;
    const carteiros: Carteiro[] = [];

    before(async () => {
      banco = await engine.open();
      smtp = await correio();
    });
    after(async () => {
      for (const one of carteiros) await one.parar();
      await smtp.close();
      await banco.close();
      await engine.close();
    });
    beforeEach(async () => {
      await banco.db.deleteFrom('saida').execute();
      smtp.cartas.length = 0;
      smtp.recusar(0, 0);
      backend = await testBackend(banco);
    });

    const carteiro = (port = smtp.port): Carteiro => {
      const made = createCarteiro({ db: banco.db, court: backend.court, clock: () => backend.time.now, log: silentLog, config: { smtpUrl: `smtp://127.0.0.1:${port}`, remetente: 'Ouvidoria <nao-responda@tribunal.jus.br>' } });
      carteiros.push(made);
      return made;
    };
    const comEmail = (email = 'maria@exemplo.com.br') => manifestacao({ relato: SEGREDO, identificacao: { modo: 'preservada', nome: 'Maria Fictícia', contato: { email } } });
    const registrar = async (body: unknown = comEmail(), path = '/v1/manifestacoes'): Promise<Recibo> => {
      const answer = await backend.post(path, body);
      assert.equal(answer.status, 201, await answer.clone().text());
      return (await answer.json()) as Recibo;
    };
    const acontecer = async ({ protocolo }: Recibo, tipo: TipoEvento, interno = false): Promise<void> => {
      await banco.db.transaction().execute(async (tx) => {
        const { id } = await tx.selectFrom('casos').select('id').where('protocolo', '=', protocolo).executeTakeFirstOrThrow();
        await gravarEvento(tx, { casoId: id, tipo, em: backend.time.now, papel: 'ouvidoria', texto: TEXTO_DA_RESPOSTA, interno });
      });
    };
    const saida = () => banco.db.selectFrom('saida').selectAll().orderBy('id').execute();

    test('[OUV-10] a registration with an e-mail is confirmed by mail, once, with the protocol and how to follow it', async () => {
      const recibo = await registrar();
      const one = carteiro();
      assert.equal(await one.passar(), 1);
      assert.equal(await one.passar(), 0);
      assert.equal(smtp.cartas.length, 1);
      const [carta] = smtp.cartas;
      assert.deepEqual(carta!.para, ['maria@exemplo.com.br']);
      const texto = decoded(carta!.texto);
      assert.match(texto, /From: Ouvidoria <nao-responda@tribunal\.jus\.br>/);
      assert.ok(texto.includes(recibo.protocolo));
      assert.match(texto, /informe o protocolo e a chave/);
      assert.match(texto, /Auto-Submitted: auto-generated/i);
    });

    test('[OUV-12] news of the extension goes by mail, without the reason', async () => {
      const recibo = await registrar();
      await acontecer(recibo, 'prorrogacao');
      await carteiro().passar();
      const texto = decoded(smtp.cartas[1]!.texto);
      assert.match(texto, /O prazo de resposta do protocolo \S+ foi prorrogado/);
      assert.ok(!texto.includes(TEXTO_DA_RESPOSTA));
    });

    test('no mail has the key, the text of the case, the answer, the name or a way to see that it was opened', async () => {
      const tipos: TipoEvento[] = ['analise', 'encaminhamento', 'pergunta', 'complemento', 'prorrogacao', 'resposta', 'negativa', 'devolucao', 'recurso', 'decisao-recurso', 'identificacao', 'avaliacao', 'desistencia', 'encerramento'];
      const recibo = await registrar();
      for (const tipo of tipos) await acontecer(recibo, tipo);
      await carteiro().passar();
      assert.equal(smtp.cartas.length, tipos.length + 1);
      for (const { texto: raw } of smtp.cartas) {
        const texto = decoded(raw);
        for (const part of [recibo.chave, recibo.chave.replaceAll('-', ''), recibo.recibo, SEGREDO, TEXTO_DA_RESPOSTA, 'Maria', '<img', '<html', 'http://']) assert.ok(!texto.includes(part), `${part} in a mail`);
        assert.match(raw, /Content-Type: text\/plain/i);
      }
      const rows = JSON.stringify(await saida());
      for (const part of [recibo.chave, SEGREDO, 'maria@']) assert.ok(!rows.includes(part), `${part} in the table`);
    });

    test('anonymous people, people without e-mail and internal events get none', async () => {
      await registrar(manifestacao({ tipo: 'denuncia', identificacao: { modo: 'anonima' } }));
      await registrar(manifestacao());
      const recibo = await registrar();
      await acontecer(recibo, 'anotacao', true);
      assert.equal((await saida()).length, 1);
      await carteiro().passar();
      assert.equal(smtp.cartas.length, 1);
    });

    test('a repeated registration is confirmed once, and one that fails never', async () => {
      const key = { 'idempotency-key': randomUUID() };
      for (let i = 0; i < 3; i += 1) await backend.post('/v1/pedidos-informacao', pedido(), key);
      await backend.post('/v1/pedidos-informacao', { ...pedido(), especificacao: '' });
      assert.equal((await saida()).length, 1);
    });

    test('what is rolled back leaves no news', async () => {
      const recibo = await registrar();
      await assert.rejects(
        banco.db.transaction().execute(async (tx) => {
          const { id } = await tx.selectFrom('casos').select('id').where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow();
          await gravarEvento(tx, { casoId: id, tipo: 'resposta', em: backend.time.now, papel: 'ouvidoria' });
          throw new Error('volta');
        }),
      );
      assert.equal((await saida()).length, 1);
    });

    test('a refusal is tried again, later each time, and then it goes', async () => {
      await registrar();
      smtp.recusar(2, 450);
      const one = carteiro();
      assert.equal(await one.passar(), 0);
      const [first] = await saida();
      assert.deepEqual([first!.estado, first!.tentativas, first!.erro], ['pendente', 1, 'EENVELOPE 450']);
      assert.equal(first!.proxima_em.getTime() - backend.time.now, 60_000);
      assert.equal(await one.passar(), 0, 'not before its time');
      assert.equal((await saida())[0]!.tentativas, 1);
      backend.time.now += 60_000;
      assert.equal(await one.passar(), 0);
      assert.equal((await saida())[0]!.proxima_em.getTime() - backend.time.now, 120_000);
      backend.time.now += 120_000;
      assert.equal(await one.passar(), 1);
      const [sent] = await saida();
      assert.deepEqual([sent!.estado, sent!.tentativas, sent!.erro, sent!.enviada_em?.getTime()], ['enviada', 3, null, backend.time.now]);
    });

    test('a mailbox that refuses for a day is given up with a mark, and never tried again', async () => {
      await registrar();
      smtp.recusar(1_000, 550);
      const one = carteiro();
      const start = backend.time.now;
      for (let i = 0; i < 40 && (await saida())[0]!.estado === 'pendente'; i += 1) {
        await one.passar();
        backend.time.now = Math.max(backend.time.now, (await saida())[0]!.proxima_em.getTime());
      }
      const [row] = await saida();
      assert.deepEqual([row!.estado, row!.erro], ['desistida', 'EENVELOPE 550']);
      assert.ok(backend.time.now - start <= DESISTE_MS);
      assert.ok(row!.tentativas > 5);
      smtp.recusar(0, 0);
      backend.time.now += DESISTE_MS;
      assert.equal(await one.passar(), 0);
    });

    test('a server that is away stops the pass at the first, and loses none', async () => {
      for (let i = 0; i < 3; i += 1) await registrar(comEmail(`p${i}@exemplo.com.br`));
      assert.equal(await carteiro(1).passar(), 0);
      assert.deepEqual((await saida()).map(({ tentativas }) => tentativas), [1, 0, 0]);
      backend.time.now += 60_000;
      assert.equal(await carteiro().passar(), 3);
    });

    test('two workers at once send each message once', async () => {
      for (let i = 0; i < 12; i += 1) await registrar(comEmail(`p${i}@exemplo.com.br`));
      const sent = await Promise.all([carteiro().passar(), carteiro().passar(), carteiro().passar()]);
      assert.equal(sent.reduce((a, b) => a + b, 0), 12);
      assert.deepEqual(new Set(smtp.cartas.map(({ para }) => para[0])).size, 12);
      assert.equal(smtp.cartas.length, 12);
    });

    test('what another worker is sending is left to it; when it died, the row is sent when its claim ends, under the same Message-ID', async () => {
      await registrar();
      const dying = createCarteiro({
        db: banco.db,
        court: backend.court,
        clock: () => backend.time.now,
        log: silentLog,
        config: { smtpUrl: `smtp://127.0.0.1:${smtp.port}`, remetente: 'nao-responda@tribunal.jus.br' },
        // It sends, and the process ends before the row says so.
        transporte: {
          sendMail: ((carta: { messageId: string }) => {
            smtp.cartas.push({ para: ['x'], texto: `Message-ID: ${carta.messageId}` });
            return new Promise(() => undefined);
          }) as never,
          close: () => undefined,
        },
      });
      void dying.passar();
      while (smtp.cartas.length === 0) await new Promise(setImmediate);
      const other = carteiro();
      assert.equal(await other.passar(), 0);
      backend.time.now += POSSE_MS;
      assert.equal(await other.passar(), 1);
      const ids = smtp.cartas.map(({ texto }) => /^Message-ID: *(\S+)/im.exec(texto)?.[1]);
      assert.equal(ids.length, 2);
      assert.equal(ids[0], ids[1]);
    });

    test('an address that was erased meanwhile is not written to', async () => {
      const recibo = await registrar();
      const { id } = await banco.db.selectFrom('casos').select('id').where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow();
      await banco.db.deleteFrom('identidades').where('caso_id', '=', id).execute();
      assert.equal(await carteiro().passar(), 0);
      assert.deepEqual([(await saida())[0]!.estado, smtp.cartas.length], ['desistida', 0]);
    });

    test('the staff sees what went out and what waits, never to whom; others see nothing', async () => {
      const staff = await testStaff();
      const { get } = await testBackend(banco, { autenticar: staff.autenticar });
      const recibo = await registrar();
      await registrar(comEmail('joao@exemplo.com.br'));
      smtp.recusar(1, 450);
      await carteiro().passar();
      assert.equal((await get('/v1/tratamento/saida')).status, 401);
      const answer = await get('/v1/tratamento/saida', await staff.como('ana'));
      assert.equal(answer.status, 200, await answer.clone().text());
      const text = await answer.text();
      for (const part of ['maria@', 'joao@', SEGREDO, recibo.chave]) assert.ok(!text.includes(part), part);
      const { itens, proxima } = listaSaida.parse(JSON.parse(text));
      assert.deepEqual(itens.map(({ estado, evento, erro }) => [estado, evento, erro]), [['enviada', 'registro', null], ['pendente', 'registro', 'EENVELOPE 450']]);
      assert.equal(itens[1]!.protocolo, recibo.protocolo);
      assert.equal(proxima, null);
      const only = (await (await get('/v1/tratamento/saida?estado=pendente', await staff.como('ana'))).json()) as { itens: unknown[] };
      assert.equal(only.itens.length, 1);
      for (const query of ['estado=x', 'cursor=x', 'cursor=-1']) assert.equal((await get(`/v1/tratamento/saida?${query}`, await staff.como('ana'))).status, 400);
    });

    test('news of before mail was turned on do not come weeks later', async () => {
      await registrar();
      backend.time.now += 8 * DESISTE_MS;
      assert.equal(await carteiro().passar(), 0);
      assert.equal((await saida())[0]!.estado, 'desistida');
    });
  });
}

test('the page to follow at goes into the mail when the court says it', () => {
  const court = createCourt({ ...demoCourt(), acompanharUrl: 'https://www.tribunal.jus.br/acompanhar' });
  const { corpo } = mensagemDe(court, { protocolo: '2026.000001-1', tipo: 'manifestacao', evento: 'resposta' });
  assert.match(corpo, /abra https:\/\/www\.tribunal\.jus\.br\/acompanhar\n/);
  assert.match(mensagemDe(court, { protocolo: '2026.000001-1', tipo: 'pedido-informacao', evento: 'outro' }).corpo, /Há uma novidade no protocolo/);
});

test('the environment turns mail on with both of its parts, and never repeats a password', () => {
  assert.equal(correioDoAmbiente({}), null);
  assert.deepEqual(correioDoAmbiente({ ATRIO_SMTP_URL: ' smtps://u:s@smtp.t.jus.br ', ATRIO_EMAIL_REMETENTE: 'Ouvidoria <a@t.jus.br>' }), { smtpUrl: 'smtps://u:s@smtp.t.jus.br', remetente: 'Ouvidoria <a@t.jus.br>' });
  assert.throws(() => correioDoAmbiente({ ATRIO_SMTP_URL: 'smtp://x' }), /andam juntas/);
  assert.throws(() => correioDoAmbiente({ ATRIO_SMTP_URL: 'http://u:senha-secreta@x', ATRIO_EMAIL_REMETENTE: 'a@t.jus.br' }), (error: Error) => !error.message.includes('senha-secreta'));
  for (const remetente of ['Ouvidoria', 'a@b\r\nBcc: x@y', '<a@b']) assert.throws(() => correioDoAmbiente({ ATRIO_SMTP_URL: 'smtp://x', ATRIO_EMAIL_REMETENTE: remetente }), /não é um endereço/);
});

