/**
 * What custom-elements.json says of each element, in the form that a page's author uses it: the attributes, the properties that
 * only code can set, and the events. Everything for frameworks and editors is written from this.
 */

interface Named {
  name: string;
  description?: string;
  type?: { text: string };
}

export interface ManifestElement {
  name: string;
  tagName: string;
  description: string;
  attributes: (Named & { fieldName: string; default?: string })[];
  members: (Named & { kind: string; readonly?: boolean; attribute?: string })[];
  events: Named[];
  slots: Named[];
  cssParts: Named[];
}

export interface Manifest {
  modules: { declarations: ManifestElement[] }[];
}

export interface Prop {
  name: string;
  description: string;
  /** The field of the class whose type it has. */
  field: string;
  /** As written in the source, `undefined` left out. */
  type: string;
  /** The values, when it takes a few words. */
  values: readonly string[];
  default: string | undefined;
}

export interface Elemento {
  tag: string;
  className: string;
  description: string;
  attributes: Prop[];
  /** Fields that no attribute of the same name sets. */
  properties: Prop[];
  events: { name: string; description: string; type: string }[];
  slots: { name: string; description: string }[];
  parts: { name: string; description: string }[];
}

/** Fields that are there for tests and stories. */
const SEAMS = new Set(['ports', 'preferences']);

const prop = (item: Named & { default?: string }, field: string): Prop => {
  const type = (item.type?.text ?? 'unknown').replace(/\s*\|\s*undefined$/, '');
  const values = type.split(/\s*\|\s*/).flatMap((part) => /^'(.*)'$/.exec(part)?.[1] ?? []);
  return { name: item.name, description: item.description ?? '', field, type, values, default: item.default };
};

const described = ({ name, description = '' }: Named): { name: string; description: string } => ({ name, description });

export function elementos(manifest: Manifest): Elemento[] {
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .map((element) => {
      const attributes = element.attributes.map((item) => prop(item, item.fieldName));
      const names = new Set(attributes.map(({ name }) => name));
      return {
        tag: element.tagName,
        className: element.name,
        description: element.description,
        attributes,
        properties: element.members
          .filter((member) => member.kind === 'field' && !member.readonly && !SEAMS.has(member.name) && !names.has(member.name))
          .map((member) => prop(member, member.name)),
        events: element.events.map((event) => ({ ...described(event), type: event.type?.text ?? '' })),
        slots: element.slots.map(described),
        parts: element.cssParts.map(described),
      };
    });
}

export const warning = 'Generated from custom-elements.json by `npm run manifest`: not to be edited.';
