/** What editors read: custom data of VS Code and the web-types of JetBrains. */
import type { Elemento, Prop } from './elementos.ts';

const markdown = (value: string): { kind: 'markdown'; value: string } => ({ kind: 'markdown', value });

const list = (title: string, items: readonly { name: string; description: string }[]): string =>
  items.length > 0 ? `\n\n**${title}**\n\n${items.map(({ name, description }) => `- \`${name || '(conteúdo)'}\`: ${description}`).join('\n')}` : '';

const withDefault = ({ description, default: value }: Prop): string =>
  value === undefined || value === 'false' || /default/i.test(description) ? description : `${description} Default \`${value.replace(/^'|'$/g, '')}\`.`;

export function vsCodeHtml(elements: readonly Elemento[]): object {
  return {
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tag,
      description: markdown(`${element.description}${list('Eventos', element.events)}${list('Partes', element.parts)}`),
      attributes: element.attributes.map((attribute) => ({
        name: attribute.name,
        description: markdown(withDefault(attribute)),
        // `v` is the editor's set for an attribute that takes no value.
        ...(attribute.type === 'boolean' ? { valueSet: 'v' } : attribute.values.length > 0 ? { values: attribute.values.map((name) => ({ name })) } : {}),
      })),
    })),
  };
}

/** Public design tokens with their defaults, from the text of the style sheet that reads them. */
export function tokens(styleSheet: string): { name: string; value: string }[] {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of styleSheet.matchAll(/var\((--atrio-[\w-]+),\s*([^;]+)\);/g)) if (!found.has(name)) found.set(name, value);
  return [...found].map(([name, value]) => ({ name, value }));
}

/** The elements that have each part, with what it is there. */
function parts(elements: readonly Elemento[]): [string, string][] {
  const all = new Map<string, string[]>();
  for (const { tag, parts: own } of elements) for (const { name, description } of own) all.set(name, [...(all.get(name) ?? []), `- \`<${tag}>\`: ${description}`]);
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, lines]) => [name, lines.join('\n')]);
}

export function vsCodeCss(elements: readonly Elemento[], styleSheet: string): object {
  return {
    version: 1.1,
    properties: tokens(styleSheet).map(({ name, value }) => ({ name, description: markdown(`Default \`${value}\`.`) })),
    pseudoElements: parts(elements).map(([name, text]) => ({ name: `::part(${name})`, description: markdown(text) })),
  };
}

const attributeValue = ({ type, values }: Prop): object =>
  type === 'boolean'
    ? { kind: 'no-value', type: 'boolean' }
    : { kind: 'plain', type: values.length > 0 ? values.map((value) => `"${value}"`).join(' | ') : type === 'number' ? 'number' : 'string' };

/** A type that the editor can read without the sources: the kit's own names stand for objects. */
const plainType = (type: string): string => type.replace(/\b(?:BackendProprio|Messages)\b/g, 'object');

export function webTypes(elements: readonly Elemento[], styleSheet: string, version: string): object {
  return {
    $schema: 'http://json.schemastore.org/web-types',
    name: 'atrio-kit',
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tag,
          description: element.description,
          attributes: element.attributes.map((attribute) => ({
            name: attribute.name,
            description: withDefault(attribute),
            required: false,
            value: attributeValue(attribute),
            ...(attribute.default === undefined ? {} : { default: attribute.default.replace(/^'|'$/g, '') }),
          })),
          slots: element.slots,
          css: { parts: element.parts },
          js: {
            properties: [...element.attributes.filter(({ name, field }) => name === field), ...element.properties].map((item) => ({
              name: item.name,
              description: item.description,
              type: plainType(item.type),
            })),
            events: element.events.map(({ name, description }) => ({ name, description })),
          },
        })),
      },
      css: { properties: tokens(styleSheet).map(({ name, value }) => ({ name, description: `Default \`${value}\`.` })) },
    },
  };
}
