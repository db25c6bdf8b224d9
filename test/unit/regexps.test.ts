// Texts of anybody come to the product's regular expressions: links, documents, tables, commit messages. None may take more than linear time to find
// that there is nothing from where it stands. Proven by eslint-plugin-regexp, which follows every way through an expression; not by examples.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { root } from '../../tools/places.mjs';

const regexp = createRequire(import.meta.url)('eslint-plugin-regexp') as { readonly default?: object };
const rule = 'regexp/no-super-linear-backtracking';
const linter = new Linter();

/** What is wrong with the regular expressions of a text, a line each. */
function slow(code: string, filename: string): readonly string[] {
  const config = { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser }, plugins: { regexp: regexp.default ?? regexp }, rules: { [rule]: ['error', { report: 'certain' }] }, linterOptions: { noInlineConfig: true } };
  return linter.verify(code, [config] as never, { filename }).filter(({ ruleId }) => ruleId === rule).map(({ line, message }) => `${filename}:${line}: ${message}`);
}

describe('the regular expressions of the product', () => {
  it('backtrack in linear time', function () {
    this.timeout(60_000);
    const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    assert.ok(files.length > 200);
    assert.deepEqual(files.flatMap((file) => slow(readFileSync(path.join(root, 'src', file), 'utf8'), `src/${file.split(path.sep).join('/')}`)), []);
  });

  for (const pattern of ['/^(a+)+$/', '/^\\s*:?\\s*$/', "new RegExp(String.raw`^(\\w+\\s?)*$`)"])
    it(`would be seen to be slow: ${pattern}`, () => assert.notDeepEqual(slow(`export const pattern = ${pattern};`, 'a.ts'), []));
});
