import assert from 'node:assert/strict';
import fc from 'fast-check';
import { COMMIT_FORMAT, parseCommits, parseSignature, parseTags } from '../../../src/core/evidence/gitLog';
import { revertedBy } from '../../../src/core/evidence/revert';
import { hash } from './builders';

const fields = ['H', 'P', 'ct', 'aN', 'aE', 'co', 's', 'b'] as const;
type Fields = Record<(typeof fields)[number], string>;
const usual: Fields = {
  H: hash('a1'),
  P: `${hash('b')} ${hash('c')}`,
  ct: '1778767200',
  aN: 'Priya Nair',
  aE: 'priya@example.com',
  co: '',
  s: 'A subject',
  b: 'A body\n',
};
const said = (...commits: Partial<Fields>[]): string =>
  commits.map((commit) => `${fields.map((field) => ({ ...usual, ...commit })[field]).join('\0')}\0\n`).join('');

describe('parseCommits', () => {
  it('asks for as many fields as it reads', () => assert.equal(COMMIT_FORMAT.match(/%x00/g)?.length, fields.length));

  it('reads each field', () => {
    assert.deepEqual(parseCommits(said({ co: 'Mei Lin <mei@example.com>\x1fJonas <jonas@example.com>' })), [
      {
        hash: hash('a1'),
        parents: [hash('b'), hash('c')],
        at: '2026-05-14T14:00:00Z',
        author: { name: 'Priya Nair', mail: 'priya@example.com' },
        coAuthors: [
          { name: 'Mei Lin', mail: 'mei@example.com' },
          { name: 'Jonas', mail: 'jonas@example.com' },
        ],
        subject: 'A subject',
        body: 'A body',
      },
    ]);
  });

  const odd: [string, Partial<Fields>, Partial<ReturnType<typeof parseCommits>[number]>][] = [
    ['the first commit has no parents', { P: '' }, { parents: [] }],
    ['separators in a subject stay text', { s: 'a\x1fb\x1ec\nd' }, { subject: 'a\x1fb\x1ec\nd' }],
    ['HTML stays text', { s: '<b>retries</b>' }, { subject: '<b>retries</b>' }],
    [
      'who has no name is called by their address',
      { aN: '' },
      { author: { name: 'priya@example.com', mail: 'priya@example.com' } },
    ],
    ['a co-author without an address is none', { co: 'Mei Lin' }, { coAuthors: [] }],
  ];
  for (const [what, given, wanted] of odd)
    it(what, () => {
      const [commit] = parseCommits(said(given));
      assert.deepEqual({ ...commit, ...wanted }, commit);
    });

  it('bounds what a person may have written, so that no pattern goes over it again and again', () => {
    const subjects = [`Revert "${' '.repeat(200_000)}x`, '“'.repeat(200_000), `Revert ${'"#'.repeat(100_000)}`, `a${' '.repeat(200_000)}(#1`];
    const commits = parseCommits(said(...subjects.map((s) => ({ s, b: `Reverts ${'\n'.repeat(200_000)}#1`, co: `x ${' '.repeat(200_000)}<` }))));
    assert.equal(commits.length, subjects.length);
    for (const commit of commits) assert.ok(commit.subject.length <= 1_000 && commit.body.length <= 16_000);
    const landed = commits.map((commit, index) => ({ ...commit, hash: hash(`a${index}`), merged: [] }));
    for (const revert of landed) assert.equal(revertedBy(revert, landed), undefined);
  });

  it('leaves out what has no date that means anything', () => {
    assert.deepEqual(parseCommits(said({ ct: '' }, { ct: '99999999999999999' }, { ct: 'soon' })), []);
  });

  it('leaves out what was cut off, and nothing else', () => {
    const whole = said({ H: hash('a1') }, { H: hash('a2') });
    for (let length = 0; length < whole.length - 1; length += 1) {
      const hashes = parseCommits(whole.slice(0, length)).map((commit) => commit.hash);
      assert.deepEqual(hashes, [hash('a1'), hash('a2')].slice(0, hashes.length));
    }
    assert.equal(parseCommits(whole).length, 2);
  });

  it('never mistakes what somebody wrote for a commit of its own', () => {
    const text = fc.string({ unit: 'binary' }).map((written) => written.replaceAll('\0', ''));
    fc.assert(
      fc.property(fc.array(fc.record({ s: text, b: text, aN: text, co: text }), { maxLength: 4 }), (written) => {
        const hashes = written.map((_, index) => hash(`a${index}`));
        const commits = parseCommits(said(...written.map((each, index) => ({ ...each, H: hashes[index] ?? '' }))));
        assert.deepEqual(
          commits.map((commit) => [commit.hash, commit.subject]),
          written.map(({ s }, index) => [hashes[index], s]),
        );
      }),
    );
  });
});

describe('parseTags', () => {
  const line = (...parts: string[]): string => parts.join('\0');
  const span = { from: Date.parse('2026-05-14T14:00:00Z'), to: Date.parse('2026-05-14T14:01:00Z') };

  it('reads light and annotated tags, and leaves out tags of something else', () => {
    const output = [
      line('1778767200', 'commit', hash('a'), '', '', 'light/one'),
      line('1778767260', 'tag', hash('b'), 'commit', hash('c'), 'annotated'),
      line('1778767260', 'tag', hash('b'), 'tree', hash('d'), 'of-a-tree'),
      line('1778767199', 'commit', hash('1'), '', '', 'a second before'),
      line('1778767261', 'commit', hash('2'), '', '', 'a second after'),
      line('', 'blob', hash('e'), '', '', 'of-a-file'),
      '',
    ].join('\n');
    assert.deepEqual(parseTags(output, span), [
      { name: 'light/one', at: '2026-05-14T14:00:00Z', commit: hash('a') },
      { name: 'annotated', at: '2026-05-14T14:01:00Z', commit: hash('c') },
    ]);
  });
});

describe('parseSignature', () => {
  const table: [string, ReturnType<typeof parseSignature>][] = [
    ['Mei Lin <mei@example.com>', { name: 'Mei Lin', mail: 'mei@example.com' }],
    ['  Mei Lin   <mei@example.com> ', { name: 'Mei Lin', mail: 'mei@example.com' }],
    ['<mei@example.com>', { name: 'mei@example.com', mail: 'mei@example.com' }],
    ['Mei Lin', undefined],
    ['Mei Lin <>', undefined],
    ['', undefined],
  ];
  for (const [text, wanted] of table) it(`reads "${text}"`, () => assert.deepEqual(parseSignature(text), wanted));
});
