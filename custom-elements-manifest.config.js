/**
 * What of the sources goes into custom-elements.json: the elements with their public attributes, properties, methods, events,
 * slots, parts and custom properties, each under the file a page imports. Run by `npm run manifest`.
 */

/** @param {any} member */
const isPublic = (member) =>
  (member.privacy === undefined || member.privacy === 'public') &&
  !member.name.startsWith('#') &&
  !member.name.startsWith('_') &&
  !member.static &&
  !LIFECYCLE.has(member.name);

const LIFECYCLE = new Set(['connectedCallback', 'disconnectedCallback', 'render', 'willUpdate', 'updated', 'firstUpdated', 'createRenderRoot', 'connectedMoveCallback']);

const byName = (a, b) => (a.name < b.name ? -1 : 1);

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [
    {
      name: 'atrio-public-surface',
      packageLinkPhase({ customElementsManifest: manifest }) {
        manifest.modules = manifest.modules
          .flatMap((module) => {
            const declarations = (module.declarations ?? []).filter((d) => d.customElement && d.tagName);
            return declarations.length > 0 ? [{ ...module, declarations }] : [];
          })
          .map(({ declarations }) => {
            const [element] = declarations;
            const path = `dist/${element.tagName}.js`;
            const reference = { name: element.name, module: path };
            const members = (element.members ?? []).filter(isPublic).map((member) => {
              const { privacy: _privacy, ...rest } = member;
              return rest.inheritedFrom ? { ...rest, inheritedFrom: { name: rest.inheritedFrom.name } } : rest;
            });
            const trim = (items) =>
              (items ?? [])
                .filter((item) => item.name !== undefined)
                .map((item) => (item.inheritedFrom ? { ...item, inheritedFrom: { name: item.inheritedFrom.name } } : item))
                .sort(byName);
            const surface = {
              kind: element.kind,
              description: element.description ?? '',
              name: element.name,
              tagName: element.tagName,
              customElement: true,
              attributes: trim(element.attributes),
              members: members.sort(byName),
              // The analyzer takes the first argument of an event's constructor for its name; ours begin with the kit's.
              events: trim(element.events).filter((event) => event.name.startsWith('atrio-')),
              slots: element.slots ?? [],
              cssParts: trim(element.cssParts),
              cssProperties: trim(element.cssProperties),
            };
            return {
              kind: 'javascript-module',
              path,
              declarations: [surface],
              exports: [
                { kind: 'js', name: element.name, declaration: reference },
                { kind: 'custom-element-definition', name: element.tagName, declaration: reference },
              ],
            };
          })
          .sort((a, b) => (a.path < b.path ? -1 : 1));
      },
    },
  ],
};
