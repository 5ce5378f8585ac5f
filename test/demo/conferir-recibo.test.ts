import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chaveRecibo, novaChaveRecibo, type ChaveRecibo } from '../../demo/backend/keys.ts';
import { receiptFile } from '../../src/elements/_base/receipt-file.ts';
import { enderecoDeConferencia } from '../../src/domain/protocol/conferir.ts';
import { recibo as textos } from '../../src/i18n/pt-br/recibo.ts';
import { createTranslate, type Translate } from '../../src/i18n/translate.ts';
import { RECIBO_PEDIDO } from '../../stories/recibo/examples.ts';

interface Conferencia {
  acharRecibos(texto: string): string[];
  conferirRecibo(recibo: string, jwks: unknown, sigla: string): Promise<{ situacao: string; fatos?: Record<string, string>; tribunal?: string }>;
  mesmoTexto(texto: string, textoSha256: unknown): Promise<boolean>;
}

/** The page's own module, as the site serves it. */
const { acharRecibos, conferirRecibo, mesmoTexto } = (await import(pathToFileURL(fileURLToPath(new URL('../../demo/site/conferir-recibo.js', import.meta.url))).href)) as Conferencia;

const TEXTO = 'Quantas audiências foram marcadas em 2025?';
const SOMA = 'e0a1c0ce5b2c4ae4b3a9b9bd2f2b3ec4ad1d8ad2cf6f8ad6a1fbb1d3e9f4a111';
const FATOS = { tribunal: 'TJXX', protocolo: '2026.000123-8', tipo: 'pedido-informacao', registradoEm: '2026-11-20T10:05:00-03:00', vence: '2026-12-10', textoSha256: SOMA };

let ours: ChaveRecibo;
let other: ChaveRecibo;
let jws: string;

before(async () => {
  ours = await chaveRecibo(await novaChaveRecibo());
  other = await chaveRecibo(await novaChaveRecibo());
  jws = await ours.assinar(FATOS);
});

describe('[OUV-10] what the page of verification knows of receipts', () => {
  it('a receipt that the backend signed is authentic, with its facts', async () => {
    assert.deepEqual(await conferirRecibo(jws, ours.jwks, 'TJXX'), { situacao: 'autentico', fatos: FATOS });
  });

  it('one character changed, wherever it is, is never authentic', async () => {
    for (let at = 0; at < jws.length; at += 1) {
      for (const put of jws[at] === 'A' ? ['B', '.'] : ['A', 'g', '.'].filter((char) => char !== jws[at])) {
        const { situacao } = await conferirRecibo(jws.slice(0, at) + put + jws.slice(at + 1), ours.jwks, 'TJXX');
        assert.equal(situacao, 'alterado', `${put} at ${at}`);
      }
    }
    for (const cut of [jws.slice(1), jws.slice(0, -1), `${jws}A`, `${jws}.`, '', '..', 'a.b']) assert.equal((await conferirRecibo(cut, ours.jwks, 'TJXX')).situacao, 'alterado', cut);
  });

  it('the last character cannot be changed unseen: a signature is written in one way only', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const results = await Promise.all([...alphabet].filter((char) => char !== jws.at(-1)).map((char) => conferirRecibo(jws.slice(0, -1) + char, ours.jwks, 'TJXX')));
    assert.deepEqual([...new Set(results.map(({ situacao }) => situacao))], ['alterado']);
  });

  it('of another court is told apart from altered, whoever signed it', async () => {
    const away = await other.assinar({ ...FATOS, tribunal: 'TJYY' });
    assert.deepEqual(await conferirRecibo(away, ours.jwks, 'TJXX'), { situacao: 'outro', tribunal: 'TJYY' });
    assert.deepEqual(await conferirRecibo(await ours.assinar({ ...FATOS, tribunal: 'TJYY' }), ours.jwks, 'TJXX'), { situacao: 'outro', tribunal: 'TJYY' });
    // Says that it is ours, and is signed by a stranger.
    assert.deepEqual(await conferirRecibo(await other.assinar(FATOS), ours.jwks, 'TJXX'), { situacao: 'alterado' });
  });

  it('no other algorithm is taken, nor none', async () => {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const [, body = '', tail = ''] = jws.split('.');
    for (const alg of ['none', 'HS256', 'RS256', undefined]) assert.equal((await conferirRecibo(`${part({ alg, kid: ours.kid })}.${body}.${tail}`, ours.jwks, 'TJXX')).situacao, 'alterado', String(alg));
  });

  it('finds the receipt in the code, in a link, in a broken line and in the file; a file with two of them shows both', () => {
    const t = createTranslate(textos) as Translate;
    const conferir = enderecoDeConferencia('conferir.html', jws, 'https://tribunal.example/') ?? '';
    const file = receiptFile({ ...RECIBO_PEDIDO, recibo: jws }, t, { conferir, acompanhar: 'https://tribunal.example/acompanhar.html', tribunal: 'T' });
    for (const text of [jws, `  ${jws}\n`, conferir, new URL(conferir).hash, `${jws.slice(0, 50)}\n  ${jws.slice(50, 120)}\r\n${jws.slice(120)}`, file]) assert.deepEqual(acharRecibos(text), [jws]);
    const forged = file.replace(`<code>${jws}`, `<code>${jws.slice(0, -2)}xx`);
    assert.equal(acharRecibos(forged).length, 2);
    for (const text of ['', 'olá', '7KQ2-M9XV-4TBN-8RDH', 'https://tribunal.example/conferir.html']) assert.deepEqual(acharRecibos(text), []);
  });

  it('tells the registered text from any other; spaces around it and line breaks of another system do not count', async () => {
    const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${TEXTO}\nSegunda linha.`));
    const hex = Buffer.from(sum).toString('hex');
    assert.equal(await mesmoTexto(`  ${TEXTO}\r\nSegunda linha. \n`, hex), true);
    assert.equal(await mesmoTexto(`${TEXTO}\nSegunda linha`, hex), false);
    assert.equal(await mesmoTexto(TEXTO, undefined), false);
  });
});
