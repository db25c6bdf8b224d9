import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The first argument of every `l10n.t(…)` and `vscode.l10n.t(…)`, where it is a literal; else the place of the call. */
function textsIn(file: string): { readonly texts: readonly string[]; readonly computed: readonly string[] } {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const computed: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText(source))) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteralLike(first)) texts.push(first.text);
      else computed.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { texts, computed };
}

describe('texts', () => {
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const found = sources.map((file) => textsIn(path.join(root, 'src', file)));
  const bundle = JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.json'), 'utf8')) as Record<string, unknown>;

  it('are literals, so that they can be collected', () => {
    assert.deepEqual(found.flatMap(({ computed }) => computed), []);
  });

  it('are all in the bundle that translators get: else run `npm run l10n`', () => {
    assert.deepEqual(found.flatMap(({ texts }) => texts).filter((text) => !(text in bundle)), []);
  });

  it('in the bundle are all in use: else run `npm run l10n`', () => {
    const used = new Set(found.flatMap(({ texts }) => texts));
    assert.deepEqual(Object.keys(bundle).filter((text) => !used.has(text)), []);
  });

  it('of the manifest are all in package.nls.json, and all of those are used', () => {
    const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
    const keys = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]));
    assert.deepEqual([...keys].sort(), Object.keys(JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as object).sort());
  });

  it('have no exclamation mark, for nothing here is shouted', () => {
    assert.deepEqual(found.flatMap(({ texts }) => texts).filter((text) => text.includes('!')), []);
  });
});
