import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseSync } from 'vite';
import { leanLit, leanTemplates, staticFields, staticProperties } from '../../scripts/lib/lean-output.ts';

const lineCount = (text: string): number => text.split('\n').length;

test('templates lose their indentation, nested ones too, and nothing else; every line stays where it was', () => {
  const code = 'const keep = `\n    as it is`;\nconst t = html`\n    <p class="a  b">\n      ${x ? html`\n        <b> y </b>` : ""}\n    </p>`;\n';
  const lean = leanTemplates(code, 'x.ts');
  assert.equal(lean, 'const keep = `\n    as it is`;\nconst t = html`\n<p class="a  b">\n${x ? html`\n<b> y </b>` : ""}\n</p>`;\n');
  assert.equal(lineCount(lean), lineCount(code));
});

test('styles lose what only people need and keep what means something; what follows stays on its line', () => {
  const code = 'css`\n  /* a { b }\n     c */\n  :host([a]) .b > .c + .d :hover,\n  e {\n    margin: calc(1px + 0.5px) 0 !important;\n    --_x-y: a  b;\n    font: 1em/1 "A  B; C", serif;\n  }\n  ${x} ${y}\n  @media (width > 10.05em) and (forced-colors: active) {\n    f { content: \': "\'; }\n  }\n`;\nconst z = 1;\n';
  const lean = leanTemplates(code, 'x.ts');
  const after = '\n'.repeat(13);
  assert.equal(
    lean,
    `css\`  :host([a]) .b>.c + .d :hover,e{margin:calc(1px + .5px) 0!important;--_x-y:a b;font:1em/1 "A  B; C",serif}\${x} \${y} @media (width>10.05em) and (forced-colors:active){f{content:': "'}}\`${after};\nconst z = 1;\n`,
  );
  assert.equal(lineCount(lean), lineCount(code));
});

test('decorated properties become static ones, in place, and what has other decorators is left alone', () => {
  const code = "import { property, state } from 'lit/decorators.js';\nclass A extends B {\n  /** One. */\n  @property({ attribute: 'a-b' }) one = 1;\n  @property() override two!: string;\n  @state()\n  private three = 3;\n}\n";
  const made = staticProperties(code, 'x.ts');
  assert.equal(made, "\nclass A extends B {static properties={one:{ attribute: 'a-b' },two:{},three:{state:true,attribute:false}};\n  /** One. */\n   one = 1;\n   override two!: string;\n  \n  private three = 3;\n}\n");
  for (const other of ['@property() get one(): number { return 1; }', '@query("a") one!: Element;']) {
    const kept = `import { property } from 'lit/decorators.js';\nclass A extends B {\n  @property() two = 2;\n  ${other}\n}`;
    assert.equal(staticProperties(kept, 'x.ts'), kept);
  }
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

test('Lit goes out without what the kit has no use for, and one that is written otherwise stops the build', () => {
  for (const name of ['@lit/reactive-element/css-tag.js', '@lit/reactive-element/reactive-element.js', 'lit-html/lit-html.js', 'lit-element/lit-element.js']) {
    const file = join(import.meta.dirname, '../../node_modules', name);
    const lean = leanLit(readFileSync(file, 'utf8'), file);
    assert.doesNotMatch(lean, /Symbol\.metadata|litPropertyMetadata|PolyfillSupport|HydrateSupport|ShadyCSS|Error\("(?:CSS|Value)/, name);
    assert.doesNotThrow(() => parseSync('lit.js', lean).program.body.length, name);
    assert.deepEqual(parseSync('lit.js', lean).errors, [], name);
    assert.throws(() => leanLit('x();', file), /no longer written/);
  }
  assert.equal(leanLit('x();', '/r/node_modules/lit-html/directive.js'), 'x();');
});
