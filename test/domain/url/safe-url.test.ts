import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { safeUrl } from '../../../src/domain/url/safe-url.ts';

const HARMLESS = ['https:', 'http:', 'mailto:', 'tel:'];
const PAGES = ['https://www.tribunal.jus.br/balcao/', 'http://localhost:8080/a/b?c#d', 'https://tribunal.jus.br'];

describe('safeUrl', () => {
  it('lets ordinary addresses through, normalised', () => {
    assert.equal(safeUrl('https://TRIBUNAL.jus.br'), 'https://tribunal.jus.br/');
    assert.equal(safeUrl(' http://tribunal.jus.br/a b '), 'http://tribunal.jus.br/a%20b');
    assert.equal(safeUrl('mailto:ouvidoria@tribunal.jus.br?subject=Oi'), 'mailto:ouvidoria@tribunal.jus.br?subject=Oi');
    assert.equal(safeUrl('tel:+558430000000'), 'tel:+558430000000');
    assert.equal(safeUrl('//tribunal.jus.br/x'), 'https://tribunal.jus.br/x');
  });

  it('keeps a relative address relative, unless told the page', () => {
    for (const relative of ['/termos', 'termos.html', '../termos?a=1#b', '#inicio', '?a=1', './x']) assert.equal(safeUrl(relative), relative);
    assert.equal(safeUrl('../termos', { base: 'https://tribunal.jus.br/a/b/' }), 'https://tribunal.jus.br/a/termos');
  });

  it('refuses what runs, carries or hides something', () => {
    const nasty = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' \u0000\u0001javascript:alert(1)',
      'java\nscript:alert(1)',
      'java\r\n\tscript\t:alert(1)',
      '\u001fjavascript:alert(1)',
      'javascript://tribunal.jus.br/%0aalert(1)',
      'data:text/html,<script>alert(1)</script>',
      'blob:https://tribunal.jus.br/123',
      'vbscript:x',
      'file:///etc/passwd',
      'filesystem:https://tribunal.jus.br/x',
      'about:blank',
      'intent://x#Intent;scheme=javascript;end',
      'ftp://tribunal.jus.br/',
      'ws://tribunal.jus.br/',
      'view-source:https://tribunal.jus.br',
      'https://tribunal.jus.br@outro.example/',
      'https://u:s@tribunal.jus.br/',
      'https://',
      'http://[::1',
      '',
      ' \n\t ',
    ];
    for (const value of nasty) assert.equal(safeUrl(value), null, JSON.stringify(value));
    for (const value of [null, undefined, 3, {}, ['https://a.example'], new URL('https://a.example')]) assert.equal(safeUrl(value), null);
  });

  it('allows another scheme only when asked', () => {
    assert.equal(safeUrl('blob:https://tribunal.jus.br/1', { also: ['blob:'] }), 'blob:https://tribunal.jus.br/1');
    assert.equal(safeUrl('javascript:1', { also: ['blob:'] }), null);
  });

  it('takes encoded schemes for the relative paths that they are', () => {
    for (const value of ['javascript%3Aalert(1)', '&#106;avascript:alert(1)', '%6Aavascript:alert(1)', '\\x6aavascript']) {
      const href = safeUrl(value);
      for (const page of PAGES) assert.equal(new URL(href!, page).origin, new URL(page).origin);
    }
  });

  const piece = fc.oneof(
    fc.constantFrom('javascript', 'JAVAscript', 'data', 'blob', 'vbscript', 'https', 'http', ':', '//', '/', '\\', '@', '#', '?', '%3A', '&colon;', 'tribunal.jus.br', 'alert(1)', '.', '..'),
    fc.constantFrom('\t', '\n', '\r', '\0', '\u0001', '\u001f', ' ', '\u00a0', '\u2028', '\ufeff', '\u202e', '\ud800'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const hostile = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('never gives an address that a page would resolve to another scheme', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...PAGES), (value, page) => {
        const href = safeUrl(value);
        if (href === null) return;
        const resolved = new URL(href, page);
        assert.ok(HARMLESS.includes(resolved.protocol), resolved.href);
        assert.equal(resolved.username + resolved.password, '');
      }),
      { numRuns: 5000 },
    );
  });

  it('gives what it would give again', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const href = safeUrl(value);
        if (href !== null) assert.equal(safeUrl(href), href);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses every scheme outside the list, however it is written', () => {
    const scheme = fc
      .tuple(fc.constantFrom('javascript', 'data', 'blob', 'vbscript', 'file', 'x'), fc.array(fc.tuple(fc.nat(9), fc.constantFrom('\t', '\n', '\r')), { maxLength: 4 }), fc.infiniteStream(fc.boolean()))
      .map(([name, breaks, upper]) => {
        let text = [...name].map((letter) => (upper.next().value ? letter.toUpperCase() : letter)).join('');
        for (const [at, what] of breaks) text = text.slice(0, at) + what + text.slice(at);
        return text;
      });
    fc.assert(
      fc.property(scheme, fc.string(), (name, rest) => {
        assert.equal(safeUrl(`${name}:${rest}`), null);
      }),
      { numRuns: 2000 },
    );
  });
});
