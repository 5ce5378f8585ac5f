/**
 * Lint. The import rule between folders is in .dependency-cruiser.cjs; here are the rules about code:
 * nothing from a string of data becomes markup, no inline style, one shared timer, no clock inside domain/.
 */
import wc from 'eslint-plugin-wc';
import * as lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

/** Markup made from strings: forbidden everywhere, tests and stories included. */
const noMarkupFromStrings = [
  {
    selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]",
    message: 'Text never becomes markup: render a template or set textContent.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\.innerHTML\\s*=/]',
    message: 'Text never becomes markup: render a template.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'document.write is forbidden.',
  },
];

/** What a strict Content-Security-Policy forbids. */
const noInlineStyle = [
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'A strict CSP blocks style="": use a class, or set a custom property from script.',
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
    message: 'A strict CSP blocks style="": use a class, or set a custom property from script.',
  },
];

const noNoise = [
  {
    selector: "CallExpression[callee.object.name='console'][callee.property.name=/^(log|debug|trace|dir|table)$/]",
    message: 'Speak only to the webmaster, and only with console.info, console.warn or console.error.',
  },
];

const noClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'domain/ takes `now` as an argument.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'domain/ takes `now` as an argument.' },
  {
    selector: "CallExpression[callee.object.object.name='Temporal'][callee.object.property.name='Now']",
    message: 'domain/ takes `now` as an argument.',
  },
  { selector: "MemberExpression[object.name='performance'][property.name='now']", message: 'domain/ takes `now` as an argument.' },
];

const unsafeLit = {
  patterns: [
    { group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*'], message: 'Text never becomes markup.' },
    { group: ['lit/directives/style-map*'], message: 'Use a class, or set a custom property from script.' },
  ],
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'storybook-static/**',
      'node_modules/**',
      '.cache/**',
      '.dados/**',
      'coverage/**',
      'test-results/**',
      'demo/site/vendor/**',
      'scripts/check-node.js',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.js', '**/*.cjs', '**/*.mjs'],
    extends: [tseslint.configs.recommended],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-syntax': ['error', ...noMarkupFromStrings, ...noInlineStyle],
      'no-restricted-imports': ['error', unsafeLit],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-this-alias': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // Tests try the very addresses and markup that the kit has to refuse.
      'no-script-url': 'off',
      'no-restricted-syntax': 'off',
      // chai's `expect(x).to.be.true` and friends
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    // Types that only add to those of a framework.
    files: ['frameworks/*.d.ts'],
    rules: { '@typescript-eslint/no-empty-object-type': 'off' },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  // Promises that nobody waits for: only where types are at hand and it matters.
  {
    files: ['src/**/*.ts', 'demo/backend/**/*.ts', 'demo/*.ts', 'scripts/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false, properties: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noMarkupFromStrings, ...noInlineStyle, ...noNoise],
      'no-alert': 'error',
      'no-restricted-globals': ['error', { name: 'setInterval', message: 'One shared timer fires at the next change: use the clock port.' }],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'setInterval', message: 'One shared timer fires at the next change: use the clock port.' },
        { object: 'globalThis', property: 'setInterval', message: 'One shared timer fires at the next change: use the clock port.' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noMarkupFromStrings, ...noInlineStyle, ...noNoise, ...noClock] },
  },
  {
    files: ['src/elements/**/*.ts', 'src/controllers/**/*.ts', 'stories/**/*.ts', 'test/**/*.browser.test.ts'],
    plugins: { lit, wc },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/recommended'].rules,
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-private-properties': 'error',
    },
  },
  {
    files: ['src/elements/**/*.ts'],
    rules: {
      // Registration lives in define.ts, apart from the class.
      'wc/no-constructor-attributes': 'error',
      'wc/no-closed-shadow-root': 'error',
      'wc/guard-super-call': 'off',
    },
  },
);
