import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
const scripts = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> }).scripts;

/** The rows of the table below a heading: each as its cells. */
function tableBelow(heading: RegExp): readonly (readonly string[])[] {
  const section = text.split(/^## /m).find((each) => heading.test(each.split('\n')[0] ?? '')) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

/** Paths in backticks: with a folder, or a file that is known by its ending. */
function pathsIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '').filter((each) => each.includes('/') || /\.\w+$/.test(each));
}

describe('CONTRIBUTING', () => {
  const rows = tableBelow(/to do x/i);

  it('has a table of what to copy', () => {
    assert.ok(rows.length > 5, `${rows.length} rows`);
    for (const [what, copy] of rows) assert.ok(what && pathsIn(copy ?? '').length > 0, `${what}: ${copy}`);
  });

  for (const [what, copy] of rows) {
    it(`${what}: what is to be copied is there`, () => {
      for (const each of pathsIn(copy ?? '')) assert.ok(existsSync(path.join(root, each)), each);
    });
  }

  it('names folders and files that are there', () => {
    const named = pathsIn(text).filter((each) => /^(src|test|tools|media|l10n|docs)\//.test(each));
    assert.ok(named.length > rows.length);
    for (const each of named) assert.ok(existsSync(path.join(root, each)), each);
  });

  it('names scripts that are there', () => {
    const named = [...text.matchAll(/`npm (?:run )?([\w:-]+)[^`]*`/g)].map((match) => match[1] ?? '');
    assert.ok(named.includes('test'));
    for (const each of named) assert.ok(each in scripts, each);
  });

  it('gives a reason for each dependency, and for none that is not there', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
    const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const section = text.split(/^## /m).find((each) => each.startsWith('Dependencies')) ?? '';
    const given = section.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split('|')[1] ?? '').flatMap((cell) => cell.split(',')).map((name) => name.trim());
    assert.deepEqual(used.filter((name) => !given.includes(name)), []);
    assert.deepEqual(given.filter((name) => name !== 'package' && !used.includes(name)), []);
  });
});
