/**
 * What the bundler does not do, each keeping every line where it was so that source maps stay true.
 *
 * - Indentation inside html`` templates is removed, and all that a style sheet does not need in css`` ones: a browser that
 *   collapses white space never sees it.
 * - `@property()` and `@state()` become the `static properties` that they stand for, which need no code of their own.
 * - `static { this.styles = x }`, which the compiler makes of `static styles = x`, becomes a static field again: static
 *   blocks want Safari 16.4, and phones that stopped at iOS 15 are still in use.
 * - What Lit carries for pages that this kit is not on is left out: see `LIT`.
 */
import { parseSync, type Plugin } from 'vite';

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item, see);
    } else if (isNode(value)) visit(value, see);
  }
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

function apply(code: string, edits: Edit[]): string {
  let result = code;
  for (const { start, end, text } of edits.sort((a, b) => b.start - a.start)) result = result.slice(0, start) + text + result.slice(end);
  return result;
}

const lines = (text: string): string => text.replace(/[^\n]/g, '');

/** A text in quotes, a comment, or anything else up to the next of them. */
const CSS_PART = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\/\*[\s\S]*?\*\/|[^"'/]+|\//g;

/**
 * A piece of a style sheet without what only people need. What is beside `${…}` keeps its space; so does `+`, which is a
 * sum in `calc()`, and what stands before `:`, which begins a selector there.
 */
export function leanCss(text: string): string {
  let result = '';
  for (const [part] of text.matchAll(CSS_PART)) {
    if (part.startsWith('/*')) continue;
    result += /^["']/.test(part) ? part : part.replace(/\s+/g, ' ').replace(/ ?([{};,>]) ?/g, '$1').replace(/: /g, ':').replace(/ !/g, '!').replace(/(^|[\s:,(/-])0\.(?=\d)/g, '$1.');
  }
  return result.replace(/;+\}/g, '}');
}

const leanHtml = (text: string): string => text.replace(/\n[ \t]+/g, '\n');

/** Shortens the templates of a module. */
export function leanTemplates(code: string, file: string): string {
  const edits: Edit[] = [];
  visit(parseSync(file, code).program as unknown as Node, (node) => {
    if (node.type !== 'TaggedTemplateExpression') return;
    const tag = node['tag'] as Node;
    const name = tag.type === 'Identifier' ? tag['name'] : '';
    if (name !== 'html' && name !== 'svg' && name !== 'css') return;
    let gone = '';
    for (const quasi of (node['quasi'] as Node)['quasis'] as Node[]) {
      // Of TypeScript, the parser counts the marks around a piece as its own.
      const { length } = (quasi['value'] as { raw: string }).raw;
      const start = quasi.end - quasi.start > length ? quasi.start + 1 : quasi.start;
      const end = start + length;
      const text = code.slice(start, end);
      const lean = name === 'css' ? leanCss(text) : leanHtml(text);
      if (name === 'css') gone += lines(text);
      edits.push({ start, end, text: lean });
    }
    // What comes after the template is on the line where it was.
    if (gone) edits.push({ start: node.end, end: node.end, text: gone });
  });
  return apply(code, edits);
}

const LIT_DECORATORS = /^import \{[^}]*\} from 'lit\/decorators\.js';/m;

/**
 * Turns the decorators of Lit's properties into `static properties`, which every Lit element reads before its first instance.
 * A class whose fields have other decorators, or whose accessors have them, is left alone.
 */
export function staticProperties(code: string, file: string): string {
  const found = LIT_DECORATORS.exec(code);
  if (!found) return code;
  const edits: Edit[] = [{ start: found.index, end: found.index + found[0].length, text: '' }];
  let plain = true;
  visit(parseSync(file, code).program as unknown as Node, (node) => {
    if (node.type !== 'ClassBody') return;
    const properties: string[] = [];
    for (const member of node['body'] as Node[]) {
      for (const decorator of (member['decorators'] as Node[] | undefined) ?? []) {
        const call = decorator['expression'] as Node;
        const key = member['key'] as Node;
        const name = call.type === 'CallExpression' ? ((call['callee'] as Node)['name'] as string) : '';
        if (member.type !== 'PropertyDefinition' || key.type !== 'Identifier' || (name !== 'property' && name !== 'state')) {
          plain = false;
          continue;
        }
        const [options] = call['arguments'] as Node[];
        const value = name === 'state' ? '{state:true,attribute:false}' : options ? code.slice(options.start, options.end) : '{}';
        properties.push(`${key['name'] as string}:${value}`);
        edits.push({ start: decorator.start, end: decorator.end, text: lines(code.slice(decorator.start, decorator.end)) });
      }
    }
    if (properties.length > 0) edits.push({ start: node.start + 1, end: node.start + 1, text: `static properties={${properties.join()}};` });
  });
  return plain ? apply(code, edits) : code;
}

/** Turns static blocks that only set a field back into static fields, character for character in place. */
export function staticFields(code: string): string {
  const edits: Edit[] = [];
  visit(parseSync('chunk.js', code).program as unknown as Node, (node) => {
    if (node.type !== 'StaticBlock') return;
    const body = node['body'] as Node[];
    const assignment = body.length === 1 && body[0]?.type === 'ExpressionStatement' ? (body[0]['expression'] as Node) : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment['operator'] !== '=') return;
    const left = assignment['left'] as Node;
    if (left.type !== 'MemberExpression' || left['computed'] || (left['object'] as Node).type !== 'ThisExpression') return;
    const open = code.indexOf('{', node.start);
    edits.push(
      { start: open, end: open + 1, text: ' ' },
      { start: left.start, end: (left['property'] as Node).start, text: ' '.repeat('this.'.length) },
      { start: node.end - 1, end: node.end, text: ';' },
    );
  });
  return apply(code, edits);
}

/**
 * What Lit carries for pages that this kit is not on, by file: words for whoever writes styles or templates by hand, ways in for polyfills of the shadow
 * DOM (every browser of the kit has it), and `Symbol.metadata`, which only standard decorators need and which throws in a page that froze `Symbol`.
 */
const LIT: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  '@lit/reactive-element/css-tag.js': [
    ['t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&', ''],
    ['if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t', 'this._$cssResult$=!0,this.cssText=t'],
    ['if("number"==typeof t)return t;throw Error("Value passed to \'css\' function must be a \'css\' function result: "+t+". Use \'unsafeCSS\' to pass non-literal values, but take care to ensure page security.")', 'return t'],
  ],
  '@lit/reactive-element/reactive-element.js': [
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    ['const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}', ''],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    ['void 0!==t.l&&(this.l=[...t.l]),', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    ['p?.({ReactiveElement:y}),', ''],
    [',p=a.reactiveElementPolyfillSupport', ''],
  ],
  'lit-html/lit-html.js': [[',B=t.litHtmlPolyfillSupport;B?.(S,k),', ';']],
  'lit-element/lit-element.js': [
    [',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ';'],
  ],
};

/** Lit's own file without what the kit has no use for. A Lit that is written otherwise stops the build. */
export function leanLit(code: string, id: string): string {
  const file = Object.keys(LIT).find((name) => id.endsWith(`/node_modules/${name}`));
  let result = code;
  for (const [from, to] of file ? LIT[file]! : []) {
    if (!result.includes(from)) throw new Error(`Lit is no longer written as it was in ${file}: see scripts/lib/lean-output.ts.`);
    result = result.replace(from, () => to);
  }
  return result;
}

export function leanOutput(): Plugin {
  return {
    name: 'atrio-lean-output',
    enforce: 'pre',
    transform(code, id) {
      const lit = leanLit(code, id);
      if (lit !== code) return { code: lit, map: null };
      if (!/\/src\/.*\.ts$/.test(id) || !/(?:html|svg|css)`|lit\/decorators/.test(code)) return null;
      return { code: staticProperties(leanTemplates(code, id), id), map: null };
    },
    renderChunk(code) {
      return code.includes('static {') ? { code: staticFields(code), map: null } : null;
    },
  };
}
