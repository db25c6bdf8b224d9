import assert from 'node:assert/strict';
import fc from 'fast-check';
import { landedWith } from '../../../src/core/signals/landedWith';
import { SignalLog, type SignalCommit } from '../../../src/core/signals/signalLog';
import { UndoneChanges } from '../../../src/core/signals/undoneChanges';

const hashOf = (number: number): string => number.toString(16).padStart(40, '0');

/** What git would say of a commit: its fields, an empty one, then its files. */
function said({ number, parents = [], subject = 'a', body = '', files = [] }: { number: number; parents?: number[]; subject?: string; body?: string; files?: (readonly [change: string, path: string])[] }): string {
  const fields = [hashOf(number), parents.map(hashOf).join(' '), `${1_000 + number}`, `${900 + number}`, 'Priya Nair', subject, body];
  const changes = files.map(([change, path], index) => `${index === 0 ? '\n' : ''}:000000 100644 ${hashOf(0)} ${hashOf(number)} ${change}\0${path}\0`);
  return `${fields.map((field) => `${field}\0`).join('')}\0${changes.join('')}`;
}

function readWhole(pieces: readonly string[]): SignalCommit[] {
  const log = new SignalLog();
  const commits = pieces.flatMap((piece) => [...log.read(piece)]);
  const last = log.end();
  return last ? [...commits, last] : commits;
}

const OUTPUT = [
  said({ number: 3, parents: [2, 1], subject: 'Merge "x"', body: 'b\n\n:000000 100644 fake A' }),
  said({ number: 2, parents: [1], subject: ':000000 looks like a change', files: [['A', 'docs/incidents/2026-05-14-queue.md'], ['A', 'src/a\n:1.ts'], ['M', 'docs/incidents/old.md'], ['A', 'docs/incidents/template.md']] }),
  said({ number: 1, files: [['A', '\n:000000 100644 1 2 A']] }),
].join('');

describe('the log for signals', () => {
  it('is read with what was added, whatever names look like', () => {
    const commits = readWhole([OUTPUT]);
    assert.deepEqual(commits.map(({ hash }) => hash), [3, 2, 1].map(hashOf));
    assert.deepEqual(commits.map(({ subject }) => subject), ['Merge "x"', ':000000 looks like a change', 'a']);
    assert.deepEqual(commits[1]?.documents, [{ path: 'docs/incidents/2026-05-14-queue.md', blob: hashOf(2) }]);
    assert.deepEqual(commits[0]?.parents, [hashOf(2), hashOf(1)]);
    assert.equal(commits[0]?.committed, 1_003_000);
  });

  it('says the same in whatever pieces it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(OUTPUT.length), { maxLength: 12 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), OUTPUT.length];
        const pieces = at.slice(1).map((end, index) => OUTPUT.slice(at[index], end));
        assert.deepEqual(readWhole(pieces), readWhole([OUTPUT]));
      }),
    );
  });

  it('leaves out what is cut off, and cuts what is too long', () => {
    assert.deepEqual(readWhole([OUTPUT.slice(0, 30)]), []);
    const long = readWhole([said({ number: 1, body: 'x '.repeat(300_000) }), said({ number: 2 })]);
    assert.deepEqual(long.map(({ hash }) => hash), [1, 2].map(hashOf));
    assert.ok((long[0]?.body.length ?? 0) <= 16_000);
  });
});

const commit = (number: number, parents: number[], more: Partial<SignalCommit> = {}): SignalCommit => ({
  hash: hashOf(number), parents: parents.map(hashOf), committed: number * 1_000, written: number * 1_000, author: 'Priya Nair', subject: `change ${number}`, body: '', documents: [], ...more,
});

function through<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const landings = (commits: readonly SignalCommit[], tip: number): Record<number, number> => {
  const found = through(landedWith(new Map(commits.map((each) => [each.hash, each])), hashOf(tip)));
  return Object.fromEntries([...found].map(([hash, by]) => [parseInt(hash, 16), parseInt(by.hash, 16)]));
};

describe('what a commit landed with', () => {
  it('of a merged one is the oldest on the line that has it', () => {
    //  1 ── 4 ──── 6 ── 7     line
    //   ╲ 2 ╱─ 3 ──╱
    const commits = [commit(7, [6]), commit(6, [4, 3]), commit(4, [1, 2]), commit(3, [2]), commit(2, [1]), commit(1, [])];
    assert.deepEqual(landings(commits, 7), { 2: 4, 3: 6 });
  });

  it('does not turn in a circle, and knows nothing of what the line does not reach', () => {
    assert.deepEqual(landings([commit(2, [1]), commit(1, [2]), commit(9, [])], 2), {});
  });
});

describe('what a revert undoes', () => {
  const revert = (body: string, subject = 'Revert "change 2"'): SignalCommit => commit(9, [8], { subject, body });
  const known = [commit(9, [8]), commit(5, [], { subject: 'change 2' }), commit(4, [], { subject: 'Cache (#812)' }), commit(2, [])];
  const changesFor = (each: SignalCommit): UndoneChanges => {
    const changes = new UndoneChanges([each, revert('Reverts team/service#1')]);
    through(changes.add(known));
    return changes;
  };
  const undone = (each: SignalCommit): number | undefined => {
    const found = changesFor(each).of(each);
    return found && parseInt(found.hash, 16);
  };
  const isSure = (each: SignalCommit): boolean => changesFor(each).isSureOf(each);

  it('is found by its hash first', () => {
    assert.equal(undone(revert(`This reverts commit ${hashOf(2)}.`)), 2);
    assert.equal(isSure(revert(`This reverts commit ${hashOf(2)}.`)), true);
  });
  it('is found by its pull request, also where only the branch names it', () => {
    assert.equal(undone(revert('', 'Revert "Cache (#812)" (#900)')), 4);
    assert.equal(undone(revert('Revert "Cache"', 'Merge pull request #900 from team/revert-812-cache')), 4);
  });
  it('is the newest of that subject, not itself and none that came later', () => {
    assert.equal(undone(revert('')), 5);
    assert.equal(undone(commit(3, [], { subject: 'Revert "change 2"' })), 2);
  });
  it('is not sure where a hash is named that is not known', () => {
    assert.equal(undone(revert(`This reverts commit ${'f'.repeat(40)}.`)), 5);
    assert.equal(isSure(revert(`This reverts commit ${'f'.repeat(40)}.`)), false);
    assert.equal(undone(revert('', 'Revert "something else"')), undefined);
  });
});
