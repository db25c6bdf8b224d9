import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RepositoryEvidence } from '../../../src/core/evidence/commit';
import { timeline } from '../../../src/core/evidence/timeline';
import { at, back, fix, git, hash, incident, landing, repository, tag, wait } from './builders';

const halve = landing('a1', '13:41', 'payments: halve the connection pool (#412)');
const yesterday = { ...landing('a0', '14:02', 'chore(deps): bump yaml (#410)'), at: '2026-05-13T14:02:00Z' };
const prior = (...repositories: readonly RepositoryEvidence[]) => timeline(incident(), git(...repositories)).prior;

describe('what was there before it began', () => {
  it('is what a revert in the window undid, of any age, and nothing that landed later', () => {
    const undo = landing('a5', '14:40', 'Revert "payments: halve the connection pool (#412)"');
    const found = prior(repository([fix, undo, back, wait, halve], [tag]));
    assert.deepEqual([found?.undone, found?.entries.map(({ ref }) => ref)], [true, [hash('a1')]]);
    const old = { ...halve, at: '2026-05-01T09:00:00Z' };
    assert.deepEqual(prior(repository([undo], [], { earlier: [old] }))?.entries.map(({ at: landed }) => landed), [old.at]);
  });

  it('is else what landed or was tagged in the day before, by time, in the window and before it', () => {
    const before = { landings: [yesterday, { ...yesterday, hash: hash('99'), at: '2026-05-13T14:01:59Z' }], tags: [{ name: 'v1', at: at('09:00'), commit: hash('a0') }] };
    const found = prior(repository([fix, back, wait, halve], [tag], { before }));
    assert.deepEqual([found?.undone, found?.more, found?.entries.map(({ title }) => title)], [false, 0, [yesterday.subject, 'v1', halve.subject]]);
  });

  it('is nothing where nothing landed', () => assert.equal(prior(repository([fix, back, wait], [tag])), undefined));

  it('names nobody, and tells what two worktrees have once', () => {
    const here = repository([halve], [{ ...tag, at: at('13:50') }]);
    const found = prior(here, { ...here, name: 'payments-fix', root: '/work/payments-fix' });
    assert.deepEqual(found?.entries.map(({ kind, author }) => [kind, author]), [['landing', undefined], ['tag', undefined]]);
  });

  it('keeps the newest twenty, and says how many there are more', () => {
    const many = Array.from({ length: 25 }, (_, index) => landing(`b${String(index).padStart(2, '0')}`, `13:${String(59 - index).padStart(2, '0')}`, `Change ${index}`));
    const found = prior(repository(many));
    assert.deepEqual([found?.more, found?.entries[0]?.title, found?.entries.at(-1)?.title], [5, 'Change 19', 'Change 0']);
  });

  it('adds no entry to the timeline and takes none away', () => {
    const times = fc.integer({ min: -40 * 60, max: 20 * 60 }).map((minutes) => new Date(Date.parse(at('14:02')) + minutes * 60_000).toISOString().replace('.000Z', 'Z'));
    fc.assert(fc.property(fc.array(times, { maxLength: 30 }), (all) => {
      const landings = all.toSorted().reverse().map((landed, index) => ({ ...landing(`c${index}-`, '14:00', `Change ${index}`), at: landed }));
      const [inside, before] = [landings.filter((each) => each.at >= at('12:02')), landings.filter((each) => each.at < at('12:02'))];
      const [with_, without] = [timeline(incident(), git(repository(inside, [], { before: { landings: before, tags: [] } }))), timeline(incident(), git(repository(inside)))];
      assert.deepEqual(with_.entries, without.entries);
      assert.ok((with_.prior?.entries ?? []).every((each) => each.at <= at('14:02') && Date.parse(each.at) >= Date.parse(at('14:02')) - 86_400_000));
      const then = landings.filter((each) => each.at <= at('14:02') && Date.parse(each.at) >= Date.parse(at('14:02')) - 86_400_000);
      assert.equal((with_.prior?.entries.length ?? 0) + (with_.prior?.more ?? 0), then.length);
    }));
  });
});
