import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csv, prefere } from '../../demo/backend/csv.ts';

/** Reads back what a spreadsheet would: the cells of the rows, quotes undone. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') (cell += '"'), (i += 1);
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ';') row.push(cell), (cell = '');
    else if (c === '\r') row.push(cell), rows.push(row), (row = []), (cell = ''), (i += 1);
    else cell += c;
  }
  return rows;
}

test('a spreadsheet in Portuguese opens it: mark of UTF-8, semicolons, decimal comma', () => {
  assert.equal(csv([['Assunto', 'Média'], ['Ação; "urgente"', 4.5], [null, true]]), '\uFEFFAssunto;Média\r\n"Ação; ""urgente""";4,5\r\n;sim\r\n');
});

test('no text runs as a formula, whatever stands before its sign', () => {
  for (const text of ['=1+1', '+55 84 5555', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =HYPERLINK("x")', '\uFEFF=1', '＝1', '|cmd', '%0A=1', '\n=1']) {
    assert.equal(read(csv([[text]]).slice(1))[0]![0], `'${text}`, JSON.stringify(text));
  }
  assert.equal(csv([[-3]]), '\uFEFF-3\r\n');
});

test('whatever is written is read back, save the mark of a text that looked like a formula', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ç', '"', ';', '\n', '\r', '=', '-', "'", ' ', '🙂') });
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const back = read(csv(rows).slice(1));
      assert.equal(back.length, rows.length);
      rows.forEach((row, i) => row.forEach((cell, j) => assert.ok([cell, `'${cell}`].includes(back[i]![j]!), JSON.stringify(cell))));
      for (const cell of back.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r\n]/);
    }),
  );
});

test('Accept chooses between the forms', () => {
  assert.ok(prefere('text/csv', 'text/csv'));
  assert.ok(prefere('text/csv;q=1, application/json;q=0.5', 'text/csv'));
  for (const none of [undefined, '', '*/*', 'application/json', 'application/json, text/csv', 'text/html']) assert.ok(!prefere(none, 'text/csv'), none);
});
