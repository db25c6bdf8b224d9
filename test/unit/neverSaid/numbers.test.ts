import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { textsOfProgram } from './texts';

const root = fileURLToPath(new URL('../../../src', import.meta.url));
/** The room of the rules for numbers. Whatever is said about ratings is worked out there. */
const ROOM = 'core/growth/';
/** Where a number is given a form, and what it counts: never a rating. */
const FORMATS = ['core/signals/trigger.ts: toFixed', 'vscode/found/showSources.ts: toFixed', 'vscode/share/sharePage.ts: toLocaleString'];
/** Draws what the room worked out: a row for each act, a step for each occasion. */
const DRAWING = 'webview/dashboard/Strip.tsx';

/** All nodes of a file. */
function nodesOf(file: string, text: string): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return nodes;
}

const aboutRatings = (node: ts.Node): boolean => /anchor|rating|median/i.test(node.getText());

/** Whether ratings are shared out, summed or put in order by it. */
function computes(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) return node.operatorToken.kind === ts.SyntaxKind.SlashToken && aboutRatings(node);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return /^(?:reduce|reduceRight|toSorted|sort)$/.test(node.expression.name.text) && /anchor/i.test(node.getText());
}

/** Each name of a way to form a number. */
function forms(node: ts.Node): string | undefined {
  return ts.isIdentifier(node) && /^(?:toFixed|toPrecision|toExponential|NumberFormat|toLocaleString)$/.test(node.text) ? node.text : undefined;
}

const outside = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.startsWith(ROOM)).toSorted();
const nodes = outside.flatMap((file) => nodesOf(file, readFileSync(path.join(root, file), 'utf8')).map((node) => ({ file, node })));

describe('numbers about ratings', () => {
  it('are worked out in the one room of their rules, and drawn elsewhere', () => {
    const found = nodes.filter(({ file, node }) => file !== DRAWING && computes(node)).map(({ file, node }) => `${file}: ${node.getText()}`);
    assert.deepEqual(found, []);
  });

  it('would be found elsewhere', () => {
    for (const text of ['sum / ratings.length', 'ratings.reduce((all, { anchor }) => all + anchor, 0)', '(anchors[1] + anchors[2]) / 2', 'ratings.toSorted((a, b) => a.anchor - b.anchor)']) {
      assert.ok(nodesOf('example.ts', text).some(computes), text);
    }
  });

  it('have no decimals: a number is given a form where it counts seconds, characters or weights', () => {
    const found = new Set(nodes.flatMap(({ file, node }) => (forms(node) === undefined ? [] : [`${file}: ${forms(node)}`])));
    assert.deepEqual([...found].toSorted(), FORMATS.toSorted());
  });

  it('are no percentages: what is one is how sure the lead, or a source, said to be', () => {
    const percentages = textsOfProgram().map(({ text }) => text).filter((text) => /\} ?%|per ?cent|%[^\d]/.test(text));
    assert.deepEqual(percentages.toSorted(), ['At {0} %, {1} of {2} happened.', 'Your note, {0} % sure', '{0} %', '{0} % sure.', '{0} % sure. {1}.', '{0}, {1} % sure'].toSorted());
  });
});
