import assert from 'node:assert/strict';
import { timeline } from '../../../src/core/evidence/timeline';
import { back, commit, entryOf, fix, git, hash, incident, jonas, landing, mei, merge, repository, stored, tag, wait } from './builders';

describe('what git says, in the timeline', () => {
  it('tells the same commit in two worktrees once, and the same tag name in two repositories twice', () => {
    const here = repository([fix], [tag]);
    const worktree = repository([fix], [tag], { name: 'payments-fix' });
    const other = repository([], [{ ...tag, commit: hash('bb') }], { name: 'ledger' });
    const { entries } = timeline(incident(), git(here, worktree, other));
    assert.deepEqual(
      entries.filter(({ source }) => source === 'git').map(({ kind, repository: name }) => `${kind} ${name}`),
      ['landing payments', 'tag ledger', 'tag payments'],
    );
    assert.equal(new Set(entries.map(({ key }) => key)).size, entries.length);
  });

  it('has keys that a page may send, also for a tag with a very long name', () => {
    const { entries } = timeline(incident(), git(repository([], [{ ...tag, name: 'release/'.repeat(40) }])));
    assert.ok(entries.every(({ key }) => key.length <= 200));
  });

  it('joins the commits of one pull request that landed in one push', () => {
    const second = landing('b2', '14:20', 'Measure the wait (#415)', { author: jonas });
    const first = landing('b1', '14:20', 'Name the wait (#415)', { author: mei });
    const later = landing('b3', '15:00', 'Name it again (#415)', { author: mei });
    const { entries, inside } = timeline(incident(), git(repository([later, second, first])));
    const rows = entries.filter(({ source }) => source === 'git');
    assert.deepEqual(
      rows.map(({ ref, alsoRefs, author }) => [ref, alsoRefs, author]),
      [
        [hash('b2'), [hash('b1')], 'Jonas Weber, Mei Lin'],
        [hash('b3'), undefined, 'Mei Lin'],
      ],
    );
    assert.equal(inside, 3);
    const touched = timeline(
      incident({ evidence: [stored({ ref: hash('b1'), hidden: true })] }),
      git(repository([later, second, first])),
    );
    assert.equal(entryOf(touched, 'b2')?.hidden, true);
  });

  it('finds the target of a revert in what landed before the window', () => {
    const old = { ...wait, at: '2026-05-10T09:00:00Z' };
    const result = timeline(incident(), git(repository([back], [], { earlier: [old] })));
    assert.equal(entryOf(result, 'a3')?.reverts?.at, '2026-05-10T09:00:00Z');
    assert.equal(
      result.entries.some(({ ref }) => ref === old.hash),
      false,
    );
  });

  it('counts a person as new once, over all repositories, and with the merge that brought their work', () => {
    const merged = merge(
      'c1',
      '14:10',
      'Merge pull request #9 from payments/x',
      [commit('c0', '10:00', 'work', { author: mei })],
      { author: jonas },
    );
    const { entries } = timeline(
      incident(),
      git(repository([merged]), repository([landing('d1', '14:20', 'more', { author: mei })], [], { name: 'ledger' })),
    );
    assert.deepEqual(
      entries.filter(({ source }) => source === 'git').map(({ firstOf }) => firstOf),
      ['Mei Lin', undefined],
    );
  });

  it('shows at most 50 turning points, and of those the reverts before the tags before the first ones', () => {
    const name = (index: number) => ({ name: `Person ${index}`, mail: `p${index}@example.com` });
    const many = Array.from({ length: 60 }, (_, index) =>
      landing(`e${index.toString(16).padStart(2, '0')}`, '14:20', `change ${index}`, { author: name(index) }),
    );
    const record = incident({ evidence: [stored({ ref: many[59]?.hash ?? '', moment: true })] });
    const { entries } = timeline(record, git(repository([...many, back], [tag])));
    const points = entries.filter(({ turningPoint }) => turningPoint);
    assert.equal(points.length, 50);
    for (const kind of ['began', 'ended', 'revert', 'tag'])
      assert.ok(
        points.some((each) => each.kind === kind),
        kind,
      );
    assert.ok(points.some(({ moment }) => moment));
    assert.equal(entries.length, 64);
  });
});
