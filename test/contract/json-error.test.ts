import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { jsonError } from '../../src/contract/json-error.ts';

/** What a webmaster writes, where it is noticed, and in which words. */
const mistakes: Record<string, [text: string, place: [linha: number, coluna: number], encontrado: RegExp, esperado: RegExp]> = {
  'nothing': [' \n', [0, 0], /vazio/, /entre \{ e \}/],
  'a page of the site': ['<!doctype html><p>404', [0, 0], /página \(HTML\)/, /confira o endereço/],
  'a comma after the last of a list': ['{\n  "a": [1, 2, ]\n}', [2, 15], /^uma vírgula antes de \]$/, /^nenhuma vírgula/],
  'a comma after the last of an object': ['{\n  "a": 1,\n}', [3, 1], /^uma vírgula antes de \}$/, /^nenhuma vírgula/],
  'two commas': ['{ "a": 1,, "b": 2 }', [1, 10], /^duas vírgulas/, /^uma vírgula só$/],
  'no comma between two lines': ['{\n  "a": 1\n  "b": 2\n}', [3, 3], /^"b"$/, /^uma vírgula antes disto/],
  'quotes of a word processor': ['{ "a": “TJRN” }', [1, 8], /^a aspa “$/, /aspa reta/],
  'single quotes': ["{ 'a': 1 }", [1, 3], /^a aspa '$/, /aspa reta/],
  'a name without quotes': ['{ nome: "x" }', [1, 3], /^“nome”$/, /^o nome de uma chave, entre aspas/],
  'a text without quotes': ['{ "nome": TJRN }', [1, 11], /^“TJRN”$/, /^um texto entre aspas/],
  'no colon': ['{ "nome" "x" }', [1, 10], /^"x"$/, /^dois-pontos/],
  'a text that does not end': ['{\n  "nome": "x,\n  "b": 1\n}', [2, 11], /não termina na mesma linha/, /^aspas no fim/],
  'a path of Windows': ['{ "a": "C:\\pasta" }', [1, 11], /^uma barra invertida/, /duas vezes/],
  'a comment': ['{\n  // o tribunal\n  "a": 1 }', [2, 3], /^um comentário$/, /^nenhum comentário/],
  'no end': ['{\n  "a": [\n    1', [3, 6], /^o fim do arquivo$/, /^\] \} para fechar o que começou na linha 2$/],
  'the wrong end': ['{\n  "a": [1, 2\n}', [3, 1], /^\}$/, /^\] para fechar o que começou na linha 2$/],
  'a number as Brazilians write it': ['{ "a": 1,5 }', [1, 10], /^“5”$/, /^o nome de uma chave/],
  'a number with a leading zero': ['{ "a": 08 }', [1, 8], /^“08”$/, /^um texto entre aspas/],
  'a tabulation in a text': ['{ "a": "x\ty" }', [1, 10], /^uma tabulação/, /^um espaço$/],
  'two files in one': ['{ "a": 1 }\n{ "b": 2 }', [2, 1], /^“\{”$/, /^nada depois do fim/],
};

describe('a text that is not JSON', () => {
  for (const [name, [text, [linha, coluna], encontrado, esperado]] of Object.entries(mistakes)) {
    it(`${name}: says the line, what was found and what to write`, () => {
      assert.throws(() => JSON.parse(text));
      const wrong = jsonError(text)!;
      assert.deepEqual([wrong.linha, wrong.coluna], [linha, coluna], JSON.stringify(wrong));
      assert.match(wrong.encontrado, encontrado);
      assert.match(wrong.esperado, esperado);
    });
  }

  it('is refused exactly when the language refuses it, whatever is cut, doubled or swapped', () => {
    const parses = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const damaged = fc
      .tuple(fc.jsonValue(), fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('', ',', '}', ']', '"', '“', ':', '\\', '\n', '0', '//', ' '))
      .map(([value, place, cut, put]) => {
        const text = JSON.stringify(value, null, 1);
        const where = place % (text.length + 1);
        return text.slice(0, where) + put + text.slice(where + cut);
      });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string(), fc.json()), (text) => {
        const wrong = jsonError(text);
        assert.equal(wrong === null, parses(text), `${JSON.stringify(text)} ${JSON.stringify(wrong)}`);
        if (!wrong?.linha) return;
        const line = text.split('\n')[wrong.linha - 1]!;
        assert.ok(wrong.coluna >= 1 && wrong.coluna <= line.length + 1, JSON.stringify(wrong));
      }),
      { numRuns: 3000 },
    );
  });

  it('of brackets alone, however many, ends no stack', () => {
    const wrong = jsonError('['.repeat(50_000))!;
    assert.equal(wrong.encontrado, 'o fim do arquivo');
    assert.equal(wrong.esperado, '] ] ] ] ] para fechar o que começou na linha 1');
  });
});
