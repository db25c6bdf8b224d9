// Texts of anybody come to the product's regular expressions: links, documents, tables, commit messages. None may take more than linear time to find
// that there is nothing from where it stands. Lint proves it with eslint-plugin-regexp, which follows every way through an expression, not by
// examples; here it is seen that lint looks at every file of the product, and finds what is slow.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { root } from '../../tools/places.mjs';

const rule = 'regexp/no-super-linear-backtracking';
const eslint = new ESLint({ cwd: root });

async function isSlow(code: string, file: string): Promise<boolean> {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  return result?.messages.some(({ ruleId, severity }) => ruleId === rule && severity === 2) ?? false;
}

describe('the regular expressions of the product', function () {
  this.timeout(60_000);

  it('are looked at by lint in every file, and no comment keeps it from that', async () => {
    const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    assert.ok(files.length > 200);
    for (const file of files) {
      const config = (await eslint.calculateConfigForFile(path.join(root, 'src', file))) as { readonly rules: Readonly<Record<string, unknown>> } | undefined;
      assert.deepEqual(config?.rules[rule], [2, { report: 'certain' }], file);
      for (const [, silenced = ''] of readFileSync(path.join(root, 'src', file), 'utf8').matchAll(/eslint(?:-disable(?:-next-line|-line)?)?\s+(.*)/g))
        assert.ok(/^[@\w]/.test(silenced) && !silenced.includes('regexp/'), `${file}: ${silenced}`);
    }
  });

  for (const pattern of ['/^(a+)+$/', '/^\\s*:?\\s*$/', 'new RegExp(String.raw`^(\\w+\\s?)*$`)'])
    it(`would be seen to be slow: ${pattern}`, async () => {
      for (const file of ['src/core/documents/example.ts', 'src/webview/shared/Example.tsx']) assert.ok(await isSlow(`export const pattern = ${pattern};\n`, file), file);
      assert.ok(!(await isSlow('export const pattern = /^a+$/;\n', 'src/core/example.ts')));
    });
});
