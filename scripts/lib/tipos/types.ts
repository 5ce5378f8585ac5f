/** frameworks/elements.d.ts, which the types for each framework are made of, and what a server gets instead of the elements. */
import { warning, type Elemento, type Prop } from './elementos.ts';

const doc = (text: string, indent: string): string => {
  const lines = text.replaceAll('*/', '*\\/').split('\n');
  return lines.length === 1 ? `${indent}/** ${lines[0]} */\n` : `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
};

/** A number may be written as it is in HTML. */
const typeOf = (className: string, { field, type }: Prop): string => {
  const own = `${className}['${field}']`;
  return type === 'number' ? `${own} | \`\${number}\` | undefined` : `${own} | undefined`;
};

const fields = (className: string, props: readonly Prop[]): string =>
  props.map((item) => `${doc(item.description, '  ')}  '${item.name}'?: ${typeOf(className, item)};\n`).join('');

const block = (head: string, body: string): string => (body ? `${head} {\n${body}}\n` : `${head} {}\n`);

export function elementTypes(elements: readonly Elemento[]): string {
  const imports = elements.map(
    ({ tag, className, events }) => `import type { ${[className, ...events.map(({ type }) => type)].sort().join(', ')} } from 'atrio-kit/${tag}';\n`,
  );
  // Two forms fire the same events: each type is imported once.
  const seen = new Set<string>();
  const once = imports.map((line) =>
    line.replace(/\{ (.*) \}/, (_whole, names: string) => {
      const fresh = names.split(', ').filter((name) => !seen.has(name));
      for (const name of fresh) seen.add(name);
      return `{ ${fresh.join(', ')} }`;
    }),
  );
  const blocks = elements.map(({ className, attributes, properties, events }) =>
    [
      block(`/** Attributes, as written in HTML. */\nexport interface ${className}Attributes`, fields(className, attributes)),
      block(`/** What only a property takes, and attributes by the name of their property. */\nexport interface ${className}Properties`, fields(className, properties)),
      block(
        `/** Events, by their name. */\nexport interface ${className}Events`,
        events.map(({ name, description, type }) => `${doc(description, '  ')}  '${name}': ${type};\n`).join(''),
      ),
    ].join('\n'),
  );
  const map = elements
    .map(
      ({ tag, className, description }) =>
        `${doc(description, '  ')}  '${tag}': { element: ${className}; attributes: ${className}Attributes; properties: ${className}Properties; events: ${className}Events };\n`,
    )
    .join('');
  return [`// ${warning}\n${once.join('')}`, ...blocks, block('/** Every element, by its tag. */\nexport interface AtrioElements', map)].join('\n');
}

/** A server that renders pages has no elements: it gets the names, and registers nothing. */
export const serverModule = (elements: readonly Elemento[]): string =>
  `// ${warning}\n// What Node gets for every entry of the kit: the names, so that imports resolve. The elements are a browser's.\n${elements
    .map(({ className }) => `export class ${className} {}\n`)
    .join('')}`;
