import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({ cwd: root });
const ROOMS = ['core', 'store', 'sources', 'webview', 'vscode'] as const;
type Room = (typeof ROOMS)[number];

/** What somebody would write to break each rule of eslint.config.mjs, by its pattern. A pattern that is not here fails the test. */
const violations: Readonly<Record<string, readonly string[]>> = {
  vscode: ['vscode'],
  'node:*': ['node:fs', 'node:path', 'node:fs/promises'],
  lowdb: ['lowdb'],
  'lowdb/*': ['lowdb/node'],
  preact: ['preact'],
  'preact/*': ['preact/hooks'],
  '**/store/**': ['../store/journal', '../../store/journal'],
  '**/sources/**': ['../sources/git', '../../sources/git'],
  '**/vscode/**': ['../vscode/place', '../../vscode/reflection/session'],
  '**/webview/**': ['../webview/shared/host', '../../webview/shared/typing'],
  '**/extension': ['../extension', '../../extension'],
};

/** What each room needs, and may have. */
const allowed: Readonly<Record<Room, readonly string[]>> = {
  core: ['valibot', '@vscode/l10n', '@date-fns/tz/tzOffset', '../journal/schema', './window', '../protocol'],
  store: ['node:fs/promises', 'node:path', 'lowdb', 'p-limit', 'jsonc-parser', '@vscode/l10n', '../core/journal/check', './lock'],
  sources: ['node:child_process', 'node:path', 'p-limit', '../core/evidence/commit', './repositories'],
  webview: ['preact', 'preact/hooks', '@vscode/l10n', '@vscode/codicons/src/icons/check.svg', '../../core/protocol', './session', '../shared/Icon'],
  vscode: ['vscode', 'node:path', 'nanoid', 'valibot', '../core/incident/times', '../store/journal', '../sources/git', './place'],
};

/** Every way to reach another module. Each is a use, so that nothing is refused for being left unused. */
const ways: Readonly<Record<string, (specifier: string) => string>> = {
  import: (specifier) => `import * as other from '${specifier}';\nexport const used: unknown = other;\n`,
  'import of a type': (specifier) => `import type { Other } from '${specifier}';\nexport type Used = Other;\n`,
  'import for its effects': (specifier) => `import '${specifier}';\n`,
  're-export': (specifier) => `export { other } from '${specifier}';\n`,
  're-export of everything': (specifier) => `export * from '${specifier}';\n`,
};

/** The rules that are broken by a text, were it in a file. */
async function broken(text: string, file: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: `${root}/${file}` });
  return (result?.messages ?? []).map(({ ruleId, message, fatal }) => (fatal ? message : ruleId));
}

interface Restricted {
  readonly patterns: readonly { readonly group: readonly string[]; readonly message: string }[];
}

async function patternsOf(file: string): Promise<readonly string[]> {
  const config = (await eslint.calculateConfigForFile(`${root}/${file}`)) as { readonly rules: Readonly<Record<string, readonly [number, Restricted?]>> };
  const [severity, options] = config.rules['no-restricted-imports'] ?? [0];
  assert.equal(severity, 2, 'it is an error');
  return options?.patterns.flatMap(({ group }) => group) ?? [];
}

describe('the rooms of the house', function () {
  this.timeout(60_000);

  for (const room of ROOMS) {
    const file = room === 'webview' ? `src/${room}/reflection/Example.tsx` : `src/${room}/example.ts`;

    it(`${room} may not have what its rule forbids, in any way`, async () => {
      const patterns = await patternsOf(file);
      assert.ok(patterns.length > 0);
      for (const pattern of patterns) {
        const specifiers = violations[pattern];
        assert.ok(specifiers, `no violation of ${pattern} is tried`);
        for (const [at, specifier] of specifiers.entries()) {
          const tried = Object.entries(ways).slice(0, at === 0 ? undefined : 1);
          for (const [way, write] of tried) assert.deepEqual(await broken(write(specifier), file), ['no-restricted-imports'], `${way} of ${specifier} in ${room}`);
        }
      }
    });

    it(`${room} may have what it needs`, async () => {
      for (const specifier of allowed[room]) {
        for (const write of [ways.import!, ways['import of a type']!]) assert.deepEqual(await broken(write(specifier), file), [], `${specifier} in ${room}`);
      }
    });

    it(`${room} imports nothing at run time, nor in passing in a type`, async () => {
      assert.deepEqual(await broken("export const other = import('./other');\n", file), ['no-restricted-syntax']);
      assert.deepEqual(await broken("export const other: unknown = require('./other');\n", file), ['@typescript-eslint/no-require-imports']);
      assert.deepEqual(await broken("export type Other = import('./other').Other;\n", file), ['@typescript-eslint/consistent-type-imports']);
    });
  }

  const forbidden: Readonly<Record<Room, readonly string[]>> = {
    core: ['vscode', 'node:*', 'lowdb', 'preact', '**/store/**', '**/sources/**', '**/vscode/**', '**/webview/**', '**/extension'],
    store: ['vscode', 'preact', '**/sources/**', '**/vscode/**', '**/webview/**', '**/extension'],
    sources: ['vscode', 'preact', '**/store/**', '**/vscode/**', '**/webview/**', '**/extension'],
    webview: ['vscode', 'node:*', 'lowdb', '**/store/**', '**/sources/**', '**/vscode/**', '**/extension'],
    vscode: ['preact', '**/webview/**', '**/extension'],
  };
  for (const room of ROOMS) {
    it(`${room} has a rule against ${forbidden[room].join(', ')}`, async () => {
      const patterns = await patternsOf(`src/${room}/deep/example.ts`);
      for (const pattern of forbidden[room]) assert.ok(patterns.includes(pattern), pattern);
    });
  }

  for (const room of ['core', 'webview'] as const) {
    it(`${room} may not have a module of Node by its bare name, and may have one of its own that is called alike`, async () => {
      const file = `src/${room}/deep/example.ts`;
      for (const [way, write] of Object.entries(ways)) assert.deepEqual(await broken(write('fs'), file), ['no-restricted-imports'], way);
      for (const name of builtinModules) assert.deepEqual(await broken(`import '${name}';\n`, file), ['no-restricted-imports'], name);
      assert.deepEqual(await broken("import './path';\nimport '../shared/events';\n", file), []);
    });
  }

  it('the entry may have every room but the pages', async () => {
    assert.deepEqual(await broken("import './webview/shared/typing';\n", 'src/extension.ts'), ['no-restricted-imports']);
    for (const specifier of ['vscode', './core/protocol', './store/journal', './sources/git', './vscode/commands']) {
      assert.deepEqual(await broken(`import '${specifier}';\n`, 'src/extension.ts'), [], specifier);
    }
  });
});
