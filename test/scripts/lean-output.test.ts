import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leanTemplates, staticFields, withoutMetadata } from '../../scripts/lib/lean-output.ts';

const lineCount = (text: string): number => text.split('\n').length;

test('templates lose their indentation, nested ones too, and nothing else; every line stays where it was', () => {
  const code = 'const keep = `\n    as it is`;\nconst t = html`\n    <p class="a  b">\n      ${x ? html`\n        <b> y </b>` : ""}\n    </p>`;\n';
  const lean = leanTemplates(code, 'x.ts');
  assert.equal(lean, 'const keep = `\n    as it is`;\nconst t = html`\n<p class="a  b">\n${x ? html`\n<b> y </b>` : ""}\n</p>`;\n');
  assert.equal(lineCount(lean), lineCount(code));
});

test('styles lose comments and idle spaces, and keep the ones that mean something', () => {
  const code = 'css`\n  /* a\n     b */\n  :host([a]) .b > .c:hover {\n    margin: calc(1px + 2px) 0;\n    --x-y: a  b;\n    font: 1em/1 "A  B", serif;\n  }\n`';
  const lean = leanTemplates(code, 'x.ts');
  assert.equal(lean, 'css`\n\n\n:host([a]) .b > .c:hover{\nmargin:calc(1px + 2px) 0;\n--x-y:a  b;\nfont:1em/1 "A  B",serif;\n}\n`');
  assert.equal(lineCount(lean), lineCount(code));
});

test('typed and decorated code around the templates is left alone', () => {
  const code = 'class A<T extends B> { @property({ type: Boolean }) x!: T; render(): unknown { return html`\n  <p></p>`; } }';
  assert.equal(leanTemplates(code, 'x.ts'), code.replace('\n  <p>', '\n<p>'));
});

test('a static block that only sets a field is a static field again, of the same length', () => {
  const code = 'class A {\n  static {\n    this.styles = [a, b];\n  }\n  x() {}\n}';
  const fields = staticFields(code);
  assert.equal(fields.length, code.length);
  // eslint-disable-next-line no-new-func -- the text under test is code
  const made = new Function('a', 'b', `${fields}; return A;`) as (a: number, b: number) => { styles: number[] };
  assert.deepEqual(made(1, 2).styles, [1, 2]);
  assert.doesNotMatch(fields, /static\s*\{/);
});

test('a static block that does more is left alone', () => {
  const code = 'class A { static { this.a = 1; this.b = 2; } static { register(this); } static { A.c = 3; } }';
  assert.equal(staticFields(code), code);
});

test('what Lit adds to Symbol is left out, in place, and a Lit that adds it elsewhere stops the build', () => {
  const code = 'x();Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;';
  const lean = withoutMetadata(code);
  assert.equal(lean.length, code.length);
  assert.equal(lean.replace(/ +/, ''), 'x();a.litPropertyMetadata??=new WeakMap;');
  assert.throws(() => withoutMetadata('x();'), /Symbol\.metadata/);
});
