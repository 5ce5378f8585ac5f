import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Comprovante, Recibo } from '../../../src/contract/caso.ts';
import { receiptFile } from '../../../src/elements/_base/receipt-file.ts';
import { recibo as textos } from '../../../src/i18n/pt-br/recibo.ts';
import { createTranslate, type Translate } from '../../../src/i18n/translate.ts';

const t = createTranslate(textos) as Translate;
const CONFERIR = 'https://tribunal.example/conferir.html#recibo=eyJhbGciOiJFZERTQSJ9.e30.c2ln';
const RECIBO: Recibo = {
  tipo: 'pedido-informacao',
  protocolo: '2026.000123-4',
  chave: '7KQ2M9XV4TBN8RDH',
  registradoEm: '2026-11-20T10:05:00-03:00',
  prazo: { vence: '2026-12-10', dias: 20, base: 'Res. CNJ 215/2015, art. 13', calculo: [{ passo: 'registro', data: '2026-11-20', texto: 'Registro.' }] },
  recibo: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
};

const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
const unescape = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
/** Text with what breaks markup in it, more often than chance would. */
const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom('<script>alert(1)</script>', '</title><img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', "' onmouseover='x", '&lt;b&gt;', '<!--', ']]>', '</style>'),
);

describe('the file of a receipt', () => {
  it('has protocol, key in groups, due date in words, arithmetic, basis and the signed receipt', () => {
    const file = receiptFile(RECIBO, t, { acompanhar: 'https://tribunal.example/acompanhar.html', conferir: CONFERIR, tribunal: 'Tribunal de Exemplo' });
    for (const words of ['2026.000123-4', '7KQ2-M9XV-4TBN-8RDH', 'quinta-feira, 10 de dezembro de 2026', '20/11/2026 às 10h05', 'Registro.', 'Res. CNJ 215/2015, art. 13', RECIBO.recibo, 'Tribunal de Exemplo', 'https://tribunal.example/acompanhar.html']) {
      assert.ok(file.includes(words), words);
    }
  });

  it('runs nothing and loads nothing', () => {
    const file = receiptFile(RECIBO, t, { acompanhar: 'https://tribunal.example/', conferir: CONFERIR, tribunal: 'T' });
    assert.match(file, /default-src 'none'; style-src 'unsafe-inline'/);
    assert.doesNotMatch(file, /<(script|img|link|iframe|object|base|form)|\bsrc=|\bon\w+=|url\(|@import/i);
    assert.match(file, /<meta charset="utf-8">/);
  });

  it('makes markup of no datum, and loses none', () => {
    const expected = tags(receiptFile({ ...RECIBO, mensagem: 'M' }, t, { tribunal: 'T' }));
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, hostile, hostile, (a, b, c, d, e, f) => {
        fc.pre(f !== '' && c !== '');
        const recibo: Comprovante = { ...RECIBO, mensagem: c, protocolo: a, chave: b, recibo: c, registradoEm: d, prazo: { ...RECIBO.prazo, vence: e, base: a, calculo: [{ passo: 'registro', data: '', texto: b }] } };
        const file = receiptFile(recibo, t, { tribunal: f });
        assert.deepEqual(tags(file), expected);
        const words = unescape(file);
        for (const datum of [a, c, f]) assert.ok(words.includes(datum));
      }),
    );
  });

  it('links to the tracker only by a web address that cannot break out of its place', () => {
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'acompanhar.html', 'blob:https://x/1', 'mailto:a@b.example']) {
      assert.doesNotMatch(receiptFile(RECIBO, t, { acompanhar: bad, conferir: bad }), /<a /, bad);
    }
    fc.assert(
      fc.property(hostile, (text) => {
        const file = receiptFile(RECIBO, t, { acompanhar: `https://tribunal.example/?q=${text}`, conferir: `https://tribunal.example/#recibo=${text}` });
        assert.ok(tags(file).filter((tag) => tag.startsWith('<a ')).every((tag) => /^<a href="https:\/\/tribunal\.example\/[^"<>]*">$/.test(tag)));
      }),
    );
  });

  it('[OUV-10] says how to verify it: the page, the signed receipt, and a link that carries it in the fragment', () => {
    const file = receiptFile(RECIBO, t, { acompanhar: 'https://tribunal.example/acompanhar.html', conferir: CONFERIR });
    assert.ok(file.includes(`<a href="${CONFERIR}">Conferir este comprovante</a>`));
    assert.ok(file.includes('pode conferir em https://tribunal.example/conferir.html: abra'));
    assert.doesNotMatch(receiptFile(RECIBO, t), /pode conferir em|Conferir este comprovante/);
  });

  it('[OUV-10] has the key in no address, however it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), minLength: 16, maxLength: 16 }), (chave) => {
        const file = receiptFile({ ...RECIBO, chave }, t, { acompanhar: 'https://tribunal.example/acompanhar.html', conferir: CONFERIR, tribunal: 'T' });
        const grouped = chave.match(/.{4}/g)!.join('-');
        assert.ok(file.includes(grouped));
        const addresses = file.match(/(?:https?:|href=)[^\s"<>]*"?[^\s"<>]*/g) ?? [];
        assert.ok(addresses.length >= 3);
        for (const address of addresses) assert.ok(!address.includes(chave) && !address.includes(grouped), address);
      }),
    );
  });

  it('[OUV-10] of a server that knows no keys, due dates or signatures says what there is, and what to do without them', () => {
    const only = { tipo: 'manifestacao', registradoEm: RECIBO.registradoEm } as const;
    const protocolo = receiptFile({ ...only, protocolo: 'OUV/77 2026', mensagem: 'Anote o número <b>77</b>.' }, t, { acompanhar: 'https://tribunal.example/acompanhar.html', conferir: CONFERIR });
    for (const words of ['OUV/77 2026', 'Anote o número &lt;b&gt;77&lt;/b&gt;.', 'diga o protocolo', 'em até 30 dias', '20/11/2026 às 10h05']) assert.ok(protocolo.includes(words), words);
    for (const absent of ['<dt>Chave</dt>', 'undefined', 'quem tem o protocolo e a chave', '{data}', 'Assinatura do tribunal', 'acompanhar.html', 'Como contamos']) assert.ok(!protocolo.includes(absent), absent);
    const nothing = receiptFile({ ...only, tipo: 'pedido-informacao' }, t);
    for (const words of ['Comprovante do envio', 'diga o dia e a hora do envio', 'em até 20 dias']) assert.ok(nothing.includes(words), words);
    for (const absent of ['<dl>', 'undefined', '<dt>', '{data}']) assert.ok(!nothing.includes(absent), absent);
  });

  it("takes the court's own words as text too", () => {
    const own = createTranslate(textos, { 'recibo.passos': '<b>Agora</b>', 'recibo.arquivo-titulo': '</title><script>' }) as Translate;
    assert.deepEqual(tags(receiptFile(RECIBO, own)), tags(receiptFile(RECIBO, t)));
  });
});
