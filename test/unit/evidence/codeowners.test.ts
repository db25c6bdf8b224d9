import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownerNames, owns, readCodeowners } from '../../../src/core/evidence/codeowners';
import { matchesPath, pathPattern, type Dialect } from '../../../src/core/evidence/pathPattern';

const matches = (text: string, path: string, dialect: Dialect = 'github'): boolean => {
  const pattern = pathPattern(text, dialect);
  return pattern !== undefined && matchesPath(pattern, path);
};

describe('a pattern of paths', () => {
  // GitHub's own examples (docs: About code owners), then what .gitignore adds.
  const github: [string, readonly string[], readonly string[]][] = [
    ['*', ['a', 'a/b/c.js'], []],
    ['*.js', ['a.js', 'a/b/c.js'], ['a.jsx', 'a/b.ts']],
    ['/build/logs/', ['build/logs/a', 'build/logs/a/b'], ['x/build/logs/a', 'build/logs', 'build/log/a']],
    ['docs/*', ['docs/getting-started.md'], ['docs/build-app/troubleshooting.md', 'x/docs/a.md']],
    ['apps/', ['apps/a', 'x/y/apps/z/a'], ['apps', 'myapps/a']],
    ['/docs/', ['docs/a', 'docs/a/b'], ['x/docs/a']],
    ['/scripts/', ['scripts/a'], ['x/scripts/a']],
    ['**/logs', ['build/logs', 'scripts/logs/a', 'deeply/nested/logs/a', 'logs/a'], ['log/a', 'logs2']],
    ['/apps/github', ['apps/github', 'apps/github/a'], ['apps/github2', 'x/apps/github']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b/c'], ['a/x', 'b']],
    ['a/**', ['a/x', 'a/x/y'], ['b/a/x']],
    ['one\\ two.txt', ['one two.txt', 'x/one two.txt'], ['one']],
    ['\\#a', ['#a'], ['a']],
    ['v?.md', ['v1.md'], ['v.md', 'v10.md', 'v/.md']],
    ['a.b', ['a.b'], ['aXb']],
    ['[ab]', ['[ab]'], ['a']],
  ];
  for (const [pattern, yes, no] of github)
    it(`on GitHub: ${pattern}`, () => {
      for (const path of yes) assert.equal(matches(pattern, path), true, path);
      for (const path of no) assert.equal(matches(pattern, path), false, path);
    });

  // GitLab's own examples (docs: Code Owners, advanced).
  const gitlab: [string, readonly string[], readonly string[]][] = [
    ['README.md', ['README.md', 'internal/README.md'], ['README.md/x']],
    ['internal/README.md', ['internal/README.md', 'docs/internal/README.md', 'docs/api/internal/README.md'], []],
    ['/docs/*.md', ['docs/a.md'], ['docs/x/a.md']],
    ['/docs/', ['docs/a', 'docs/a/b'], ['docs']],
    ['/docs/**/index.md', ['docs/index.md', 'docs/api/v1/index.md'], ['docs/index.html']],
    ['/docs', ['docs'], ['docs/a']],
  ];
  for (const [pattern, yes, no] of gitlab)
    it(`on GitLab: ${pattern}`, () => {
      for (const path of yes) assert.equal(matches(pattern, path, 'gitlab'), true, path);
      for (const path of no) assert.equal(matches(pattern, path, 'gitlab'), false, path);
    });

  it('is nothing where it is empty or without end', () => {
    for (const text of ['', ' '.trim(), 'a'.repeat(201)]) assert.equal(pathPattern(text), undefined);
  });

  it('finds what was made from it, and takes no longer for many stars', () => {
    const name = fc.stringMatching(/^[a-c.]{1,5}$/);
    const kinds = fc.constantFrom<(each: string) => string>((each) => each, () => '*', (each) => '?'.repeat(each.length), () => '**', (each) => `${each[0]}*`);
    fc.assert(fc.property(fc.array(fc.tuple(name, kinds), { minLength: 1, maxLength: 5 }), (parts) => {
      const pattern = parts.map(([each, kind]) => kind(each)).join('/');
      assert.equal(matches(`/${pattern}`, parts.map(([each]) => each).join('/')), true, pattern);
    }));
    assert.equal(matches(`${'*a'.repeat(90)}*b`, `${'a'.repeat(900)}c`), false); // with a regular expression: for ever
    assert.equal(matches(`${'**/a/'.repeat(40)}b`, `${'a/'.repeat(400)}c`), false);
  });
});

describe('a file of owners', () => {
  const mine = (text: string, path: string, file = 'CODEOWNERS', who: readonly string[] = ['@me']): boolean => owns(readCodeowners(text, file), new Set(who), path);

  it('gives a path to whom the last line that matches it names', () => {
    const text = '# comment\n\n* @other\n/pay/ @ME @other # mine\n/pay/api/ @other\n/pay/api/own.md me@example.com\n/pay/none.md\n';
    const table: [string, boolean][] = [['a', false], ['pay/a', true], ['pay/api/a', false], ['pay/none.md', false]];
    for (const [path, wanted] of table) assert.equal(mine(text, path), wanted, path);
    assert.equal(mine(text, 'pay/api/own.md', 'CODEOWNERS', ['me@example.com']), true);
    assert.equal(mine('/pay/ # @me', 'pay/a'), false);
    assert.equal(mine('!/pay/ @me', 'pay/a'), false);
  });

  it('knows the sections of GitLab: each by itself, with owners of its own', () => {
    const text = '* @other\n[Docs] @me\n/docs/\n/docs/legal/ @law\n!/docs/drafts/\n^[Optional][2]\n*.rb @dev\n[DOCS]\nREADME.md\n';
    const table: [string, boolean][] = [['docs/a', true], ['docs/legal/a', false], ['docs/drafts/a', false], ['a.rb', false], ['x/README.md', false], ['docs/b.rb', true]];
    for (const [path, wanted] of table) assert.equal(mine(text, path), wanted, path);
    assert.equal(mine('[Docs] @me\n/docs/ @other\n', 'docs/a'), false);
  });

  it('tells accounts from the addresses that GitHub and GitLab give out', () => {
    assert.deepEqual(ownerNames(['Me@Example.com', '123+Mei-Lin@users.noreply.github.com', '7-ana@users.noreply.gitlab.com']), ['me@example.com', '123+mei-lin@users.noreply.github.com', '7-ana@users.noreply.gitlab.com', '@mei-lin', '@ana']);
  });

  it('may say anything', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('[', ']', '^', '@a', '!', '\\', ' ', '\n', '*', '/', '**', '#', 'a', '\0', '\u2028'), { maxLength: 60 }).map((parts) => parts.join('')), fc.string(), fc.constantFrom('CODEOWNERS', '.gitlab/CODEOWNERS'), (text, path, file) => void mine(text, path, file)));
  });
});
