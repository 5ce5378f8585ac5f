/**
 * The import rule. A folder of src/ imports only what is named here; the zones mirror the tree.
 *
 *   config, i18n          nothing
 *   contract              config                                   (the only user of zod)
 *   domain                config, types of contract                (date-fns-tz only in domain/zone)
 *   adapters              config, contract, domain
 *   controllers           config, contract, domain, adapters, i18n, lit
 *   elements/_base        what controllers may, and controllers
 *   elements/<tag>        _base, and what _base may; never another element
 *   bundles               config, elements/<tag>/define
 *   demo/site             nothing of src: it lives on the script tag
 *   demo/gerador          config, contract, domain, and the checkers of the court file and of the ranking
 *   demo/backend          config, contract, domain
 *   examples, test/types  the kit by its name, as a court's project has it
 */

/** Import inside src/: everything not listed in `allowed` (and not the zone itself) is an error. */
const zone = (name, from, allowed, comment) => ({
  name: `zone-${name}`,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|demo|stories|test|scripts)/', pathNot: [from, ...allowed] },
});

const CONFIG = '^src/config/';
const I18N = '^src/i18n/';
const CONTRACT = '^src/contract/';
const DOMAIN = '^src/domain/';
const ADAPTERS = '^src/adapters/';
const CONTROLLERS = '^src/controllers/';
const BASE = '^src/elements/_base/';

/** Packages only some folders may use. */
const only = (name, packages, allowedFrom, comment) => ({
  name: `only-${name}`,
  comment,
  severity: 'error',
  from: { path: '^(src|demo)/', pathNot: allowedFrom },
  to: { path: `(?:^|/)node_modules/(${packages})/`, dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Modules that import each other cannot be understood, tested or split apart.',
      severity: 'error',
      from: { path: '^(src|demo|scripts|stories)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'The file or package imported does not exist.',
      severity: 'error',
      from: {},
      // The kit by its own name is what was built, which need not be here; Svelte is not installed: its types are stood in for.
      to: { couldNotResolve: true, pathNot: ['^(node:|virtual:|/atrio|atrio-kit|svelte/)', '\\?(raw|url)$'] },
    },
    zone('config', CONFIG, [], 'config/ imports nothing.'),
    zone('i18n', I18N, [], 'i18n/ imports nothing.'),
    zone('contract', CONTRACT, [CONFIG], 'contract/ imports only config/.'),
    zone('domain', DOMAIN, [CONFIG, CONTRACT], 'domain/ imports only config/ and the types of contract/.'),
    {
      name: 'domain-types-only',
      comment: 'domain/ takes types from contract/, never its schemas.',
      severity: 'error',
      from: { path: DOMAIN },
      to: { path: CONTRACT, dependencyTypesNot: ['type-only'] },
    },
    zone('adapters', ADAPTERS, [CONFIG, CONTRACT, DOMAIN], 'adapters/ imports config/, contract/ and domain/.'),
    zone('controllers', CONTROLLERS, [CONFIG, CONTRACT, DOMAIN, ADAPTERS, I18N], 'controllers/ never import elements.'),
    zone('base', BASE, [CONFIG, I18N, CONTRACT, DOMAIN, ADAPTERS, CONTROLLERS], 'elements/_base knows no element.'),
    {
      name: 'zone-elements',
      comment: 'An element imports _base and what lies below it, never another element or a bundle.',
      severity: 'error',
      from: { path: '^src/elements/(?!_base/)([^/]+)/' },
      to: {
        path: '^(src|demo|stories|test|scripts)/',
        pathNot: ['^src/elements/$1/', BASE, CONFIG, I18N, CONTRACT, DOMAIN, ADAPTERS, CONTROLLERS],
      },
    },
    zone('bundles', '^src/bundles/', [CONFIG, CONTRACT, '^src/elements/([^/]+)/(define|\\1|[\\w-]+\\.events?)\\.ts$'], 'bundles/ only register, and name the types of events.'),
    {
      name: 'zone-demo-site',
      comment: 'A court page lives on the script tag: it takes nothing from the sources.',
      severity: 'error',
      from: { path: '^demo/site/' },
      to: { path: '^(src|demo/backend|stories|test|scripts)/' },
    },
    {
      name: 'zone-examples',
      comment: 'An example is what a court copies: it takes the kit by its name.',
      severity: 'error',
      from: { path: '^(examples|test/types)/' },
      to: { path: '^(src|demo|stories|test|scripts|dist)/', pathNot: '^test/types/' },
    },
    zone('demo-gerador', '^demo/gerador/', [CONFIG, CONTRACT, DOMAIN, '^src/controllers/court-explain\\.ts$', '^demo/equipe/dom\\.ts$', '^scripts/lib/ranking\\.ts$'], 'What prepares a court file checks it as the kit does, and knows no screen of the kit.'),
    zone('demo-backend', '^demo/backend/', [CONFIG, CONTRACT, DOMAIN], 'The reference backend shares the meaning, not the screens.'),
    {
      name: 'no-tests-in-code',
      comment: 'Code never imports tests or stories.',
      severity: 'error',
      from: { path: '^(src|demo|scripts)/' },
      to: { path: '^(test|stories)/' },
    },
    only('zod', 'zod', ['^src/contract/'], 'Only contract/ uses zod.'),
    only('date-fns', 'date-fns|date-fns-tz', ['^src/domain/zone/'], 'Time zones have one door: domain/zone.'),
    only('lit', 'lit|lit-html|lit-element|@lit/[^/]+', ['^src/elements/', '^src/controllers/'], 'Only elements and controllers know Lit.'),
    {
      name: 'no-dev-packages',
      comment: 'What a citizen downloads comes from "dependencies".',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'src/ runs in a browser.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|storybook-static|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'production', 'default', 'types'] },
    cache: { folder: '.cache/depcruise', strategy: 'content' },
  },
};
