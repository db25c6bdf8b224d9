// @ts-check
import { builtinModules } from 'node:module';
import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom (CONTRIBUTING, "Layout"). `core` is compiled without Node and without DOM types besides.
 * `withoutNode` refuses Node's modules by their bare names (`fs`) too; as patterns these would refuse our own `./path`.
 * @type {Record<string, { never: string[], withoutNode?: true, why: string }>}
 */
const rooms = {
  core: {
    never: ['vscode', 'node:*', 'lowdb', 'lowdb/*', 'preact', 'preact/*', '**/store/**', '**/sources/**', '**/vscode/**', '**/webview/**', '**/extension'],
    withoutNode: true,
    why: 'core knows no editor, disk, clock or screen.',
  },
  store: { never: ['vscode', 'preact', 'preact/*', '**/sources/**', '**/vscode/**', '**/webview/**', '**/extension'], why: 'store knows core and the disk.' },
  sources: { never: ['vscode', 'preact', 'preact/*', '**/store/**', '**/vscode/**', '**/webview/**', '**/extension'], why: 'sources know core and their one client.' },
  webview: {
    never: ['vscode', 'node:*', 'lowdb', 'lowdb/*', '**/store/**', '**/sources/**', '**/vscode/**', '**/extension'],
    withoutNode: true,
    why: 'pages know core and the screen.',
  },
  vscode: { never: ['preact', 'preact/*', '**/webview/**', '**/extension'], why: 'the editor folder speaks to pages through core/protocol only.' },
};

/** @type {import('eslint').Linter.RulesRecord} */
const noImportAtRunTime = {
  'no-restricted-syntax': ['error', { selector: 'ImportExpression', message: 'No import at run time: bundles are whole.' }],
};

/** @param {string[]} patterns @param {string} message @param {string[]} [names] @returns {import('eslint').Linter.RulesRecord} */
const noImports = (patterns, message, names = []) => ({
  'no-restricted-imports': ['error', { paths: names.map((name) => ({ name, message })), patterns: [{ group: patterns, message }] }],
});

/**
 * Bounds of the house: the largest function and file, without blank lines and comments.
 * @type {import('eslint').Linter.RulesRecord}
 */
const bounds = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.cache/**', '.vscode-test/**', 'tools/host/*/shims/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', URL: 'readonly', performance: 'readonly', AbortController: 'readonly', AbortSignal: 'readonly', fetch: 'readonly', TextDecoder: 'readonly', setImmediate: 'readonly' } },
    rules: {
      ...bounds,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^$' }],
      'no-console': 'error',
    },
  },
  {
    // Texts of anybody come to the product's regular expressions: none may take more than linear time to find that there is nothing from where it stands.
    files: ['src/**'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }] },
  },
  { files: ['src/webview/**'], languageOptions: { globals: { document: 'readonly', window: 'readonly', navigator: 'readonly', HTMLElement: 'readonly' } }, rules: { 'no-undef': 'off' } },
  { files: ['**/*.ts', '**/*.tsx'], rules: { 'no-undef': 'off' } },
  { files: ['tools/**', 'test/**', '*.mjs'], rules: { 'no-console': 'off' } },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['test/**/*.cjs', 'tools/**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable', exports: 'writable', __filename: 'readonly' } }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
  ...Object.entries(rooms).map(([room, { never, withoutNode, why }]) => ({
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: { ...noImports(never, why, withoutNode && [...builtinModules]), ...noImportAtRunTime },
  })),
  { files: ['src/extension.ts'], rules: noImports(['**/webview/**'], 'pages are built on their own.') },
);
