import assert from 'node:assert/strict';
import { authorsOf, landings, pullRequestOf, titleOf } from '../../../src/core/evidence/landing';
import { timeline } from '../../../src/core/evidence/timeline';
import { commit, entryOf, git, hash, incident, jonas, landing, mei, merge, priya, repository } from './builders';

describe('landings', () => {
  it('gives each merge what it brought in, whenever that was written, and each commit to its first landing', () => {
    const [m2, m1] = [
      commit('d2', '16:00', 'Merge two', { parents: [hash('d1'), hash('b2')] }),
      commit('d1', '15:00', 'Merge one', { parents: [hash('d0'), hash('b1')] }),
    ];
    const first = commit('d0', '14:00', 'Straight');
    const one = commit('b1', '09:00', 'On a branch', { parents: [hash('a')] });
    const two = commit('b2', '10:00', 'Built on it', { parents: [hash('b1')] });
    const landed = landings([m2, m1, first], [m2, m1, first, two, one]);
    assert.deepEqual(
      landed.map(({ subject, merged }) => [subject, merged.map((each) => each.subject)]),
      [
        ['Merge two', ['Built on it']],
        ['Merge one', ['On a branch']],
        ['Straight', []],
      ],
    );
  });

  it('walks through merges inside a branch without listing them', () => {
    const top = commit('d1', '15:00', 'Merge', { parents: [hash('d0'), hash('c1')] });
    const update = commit('c1', '14:30', "Merge branch 'main' into topic", { parents: [hash('c2'), hash('d0')] });
    const work = commit('c2', '14:20', 'Work', { parents: [hash('a')] });
    assert.deepEqual(
      landings([top], [top, update, work])[0]?.merged.map(({ subject }) => subject),
      ['Work'],
    );
  });
});

describe('authorsOf', () => {
  it('names who wrote a merge, not who merged it', () => {
    const merged = [commit('b1', '14:00', 'Work', { author: mei, coAuthors: [jonas] })];
    assert.deepEqual(authorsOf(merge('d1', '15:00', 'Merge', merged, { author: priya })), [mei, jonas]);
  });
  it('names nobody, and never the merger, where git does not know what was merged', () => {
    assert.deepEqual(authorsOf(merge('d1', '15:00', 'Merge', [], { author: priya, coAuthors: [mei] })), [mei]);
    assert.equal(entryOf(timeline(incident(), git(repository([merge('d1', '15:00', 'Merge', [])]))), 'd1')?.author, undefined);
  });
  it('names everybody once', () => {
    const same = { ...priya, mail: priya.mail.toUpperCase() };
    assert.deepEqual(authorsOf(landing('d1', '15:00', 'Work', { coAuthors: [same, mei] })), [priya, mei]);
  });
});

describe('pullRequestOf', () => {
  const table: [string, string | undefined][] = [
    ['gateway: cap retries (#414)', '414'],
    ['Revert "pool: close (#389)" (#392)', '392'],
    ['Merge pull request #405 from payments/queue', '405'],
    ['Merge #77: fix it', '77'],
    ['Auto merge of #123 - mei:topic, r=jonas', '123'],
    ['Merged PR 88: cap retries', '88'],
    ['Merged in topic (pull request #9)', '9'],
    ['See #12 for why', undefined],
    ['Cap retries', undefined],
  ];
  for (const [subject, wanted] of table)
    it(`finds ${wanted ?? 'nothing'} in "${subject}"`, () => assert.equal(pullRequestOf({ subject }), wanted));
});

describe('titleOf', () => {
  const table: [string, string, string, number, string][] = [
    [
      'a GitHub merge is called what its pull request was',
      'Merge pull request #405 from payments/queue',
      'Show how long\n\nMore',
      2,
      'Show how long',
    ],
    ['so is one by bors', 'Auto merge of #123 - mei:topic, r=jonas', 'Cap retries', 2, 'Cap retries'],
    [
      'so is one by GitLab',
      "Merge branch 'topic' into 'main'",
      'Cap retries\n\nSee merge request a/b!1',
      2,
      'Cap retries',
    ],
    [
      'a merge without a title stays what it is',
      'Merge pull request #405 from payments/queue',
      '',
      2,
      'Merge pull request #405 from payments/queue',
    ],
    [
      'a list of conflicts is no title',
      "Merge branch 'topic' into main",
      '# Conflicts:\n#\tsrc',
      2,
      "Merge branch 'topic' into main",
    ],
    [
      'a commit that is no merge keeps its subject',
      'Merge pull request #405 from a/b',
      'Show how long',
      1,
      'Merge pull request #405 from a/b',
    ],
  ];
  for (const [what, subject, body, parents, wanted] of table)
    it(what, () =>
      assert.equal(
        titleOf(commit('a', '14:00', subject, { body, parents: Array.from({ length: parents }, () => hash('f')) })),
        wanted,
      ),
    );
});
