/**
 * Three things the bundler does not do, each keeping every line where it was so that source maps stay true.
 *
 * - Indentation inside html`` and css`` templates is removed: a browser that collapses white space never sees it.
 * - `static { this.styles = x }`, which the compiler makes of `static styles = x`, becomes a static field again: static
 *   blocks want Safari 16.4, and phones that stopped at iOS 15 are still in use.
 * - Lit's `Symbol.metadata ??= …`, which only standard decorators need, is left out: in a page that froze `Symbol` it throws.
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

function leanCss(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, lines)
    .replace(/\n[ \t]+/g, '\n')
    .replace(/[ \t]+\{/g, '{')
    .replace(/([;,])[ \t]+/g, '$1')
    .replace(/^((?:--)?[a-z-]+):[ \t]+/gm, '$1:');
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
    for (const quasi of (node['quasi'] as Node)['quasis'] as Node[]) {
      const text = code.slice(quasi.start, quasi.end);
      edits.push({ start: quasi.start, end: quasi.end, text: name === 'css' ? leanCss(text) : leanHtml(text) });
    }
  });
  return apply(code, edits);
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

/** Leaves out what Lit adds to `Symbol`, character for character in place. */
export function withoutMetadata(code: string): string {
  const found = /Symbol\.metadata\?\?=Symbol\("metadata"\),/.exec(code);
  if (!found) throw new Error('Lit no longer adds Symbol.metadata where it did: see scripts/lib/lean-output.ts.');
  return code.replace(found[0], ' '.repeat(found[0].length));
}

export function leanOutput(): Plugin {
  return {
    name: 'atrio-lean-output',
    enforce: 'pre',
    transform(code, id) {
      if (/\/@lit\/reactive-element\/reactive-element\.js$/.test(id)) return { code: withoutMetadata(code), map: null };
      if (!/\/src\/.*\.ts$/.test(id) || !/(?:html|svg|css)`/.test(code)) return null;
      return { code: leanTemplates(code, id), map: null };
    },
    renderChunk(code) {
      return code.includes('static {') ? { code: staticFields(code), map: null } : null;
    },
  };
}
