import assert from 'node:assert/strict';
import { onRequestSince, refuse } from '../../../src/core/signals/repositoryMemory';
import type { SignalLook } from '../../../src/sources/gitSignals';
import { look, NOW } from './signalLook';
import { Sandbox } from './testRepository';

const found = ({ signals }: SignalLook): string[] => signals.map(({ decision, subject, triggers }) => `${decision} ${subject}: ${triggers.join()}`);

describe('signals in git', function () {
  this.timeout(60_000);
  const box = new Sandbox();
  after(() => box.dispose());
  const day = (number: number, time = '10:00'): string => `2026-05-${String(number).padStart(2, '0')}T${time}:00Z`;

  it('are found in 30 days at first, then in what is new, and each once', async () => {
    const repository = box.repository('increments');
    repository.commit({ time: '2026-04-01T10:00:00Z', message: 'Fix INC-1' });
    repository.commit({ time: day(3), message: 'Fix INC-2' });
    const first = await look(repository);
    assert.deepEqual(found(first), ['prompt Fix INC-2: incidentMention']);
    assert.deepEqual(first.problems, []);
    repository.commit({ time: day(4), message: 'Change the colour' });
    const undone = repository.commit({ time: day(5, '09:00'), message: 'Cache the price list' });
    repository.commit({ time: day(5, '09:41'), message: `Revert "Cache the price list"\n\nThis reverts commit ${undone}.` });
    const second = await look(repository, { memory: first.memory });
    assert.deepEqual(found(second), ['list Revert "Cache the price list": quickRevert']);
    assert.deepEqual(second.signals[0]?.undone, { hash: undone, subject: 'Cache the price list', minutes: 41 });
    assert.deepEqual(found(await look(repository, { memory: second.memory })), []);
  });

  it('are found in what a revert undoes before the range, by subject, by hash, and of any age', async () => {
    const repository = box.repository('older');
    const old = repository.commit({ time: '2026-01-05T10:00:00Z', author: 'renovate[bot] <bot@example.com>', message: 'Bump left-pad' });
    repository.commit({ time: day(6, '09:00'), message: 'Cache the price list' });
    const { memory } = await look(repository);
    repository.commit({ time: day(6, '12:00'), message: 'Revert "Cache the price list"' });
    repository.commit({ time: day(6, '13:00'), message: `Revert "left-pad"\n\nIt took down the site, users cannot log in.\nThis reverts commit ${old}.` });
    assert.deepEqual(found(await look(repository, { memory })), ['list Revert "Cache the price list": quickRevert']);
  });

  it('land with the merge that brought them', async () => {
    const repository = box.repository('merged');
    repository.commit({ time: day(1), message: 'Begin' });
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit({ time: day(2), message: 'Cache the price list' });
    repository.commit({ time: day(3), message: 'Revert "Cache the price list"' });
    repository.git('checkout', '--quiet', 'main');
    repository.merge('topic', { time: '11:00', message: 'Merge branch topic' });
    assert.deepEqual(found(await look(repository)), [], 'undone before it landed');
  });

  it('survive a force push: what was said is no news, what is new is', async () => {
    const repository = box.repository('forced');
    repository.commit({ time: day(7), message: 'Begin' });
    const base = repository.git('rev-parse', 'HEAD');
    repository.commit({ time: day(8), message: 'Fix INC-7' });
    const { memory } = await look(repository, { now: Date.parse(day(8, '12:00')) });
    repository.git('reset', '--quiet', '--hard', base);
    repository.commit({ time: day(8), message: 'Fix INC-7' }); // another tree: another hash
    repository.commit({ time: day(9), message: 'Fix INC-8' });
    const again = await look(repository, { memory });
    assert.deepEqual(found(again), ['prompt Fix INC-8: incidentMention']);
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '--quiet', '--prune=now');
    assert.deepEqual(found(await look(repository, { memory })), ['prompt Fix INC-8: incidentMention'], 'the old tip is gone');
  });

  it('look back a year on request, and remember only what was said', async () => {
    const repository = box.repository('year');
    repository.commit({ time: '2025-08-01T10:00:00Z', message: 'Fix INC-9' });
    repository.commit({ time: day(9), message: 'Change the colour' });
    const { memory } = await look(repository);
    const past = await look(repository, { memory, since: onRequestSince(NOW) });
    assert.deepEqual(found(past), ['prompt Fix INC-9: incidentMention']);
    assert.deepEqual({ ...past.memory, said: [] }, memory, 'the next look goes on from where the last one ended');
    assert.deepEqual(past.memory?.said.map(({ mark, document }) => [mark, document]), [['2025-08-01T10:00:00Z Fix INC-9', undefined]]);
  });

  it('only list what was twice no incident', async () => {
    const repository = box.repository('refused');
    for (const number of [1, 2]) repository.commit({ time: day(number), message: `Fix INC-${number}` });
    const { signals, memory } = await look(repository);
    assert.ok(memory);
    const refused = signals.reduce((now, { hash }) => refuse(now, hash), memory);
    repository.commit({ time: day(3), message: 'Fix INC-3' });
    assert.deepEqual(found(await look(repository, { memory: refused })), ['list Fix INC-3: incidentMention']);
  });

  it('ask about a document by what it says, not by its name', async () => {
    const repository = box.repository('documents');
    const add = (name: string, text: string, time: string): void => {
      box.write(`documents/docs/incidents/${name}`, text);
      repository.commit({ time, message: `Add ${name}` });
    };
    add('2026-05-02-queue.md', '# The queue\n\n## Timeline\n', day(3));
    add('notes.md', '# Notes\n', day(4));
    const { signals } = await look(repository);
    assert.deepEqual(signals.map(({ document, triggers }) => [document, ...triggers]), [['docs/incidents/2026-05-02-queue.md', 'docAdded']]);
  });

  it('switch a word off that is a habit of the repository', async () => {
    const repository = box.repository('habit');
    repository.commit({ time: day(3), message: 'Emergency fix for INC-1' });
    for (let number = 0; number < 60; number++) repository.commit({ time: day(4), message: 'Name the incident model' });
    assert.deepEqual(found(await look(repository)), ['prompt Emergency fix for INC-1: emergency']);
  });

  it('say when production went back, by its tags and by a tag that moves', async () => {
    const repository = box.repository('production');
    for (let number = 1; number <= 12; number++) {
      repository.commit({ time: day(number), message: `change ${number}` });
      repository.git('tag', `production-2026-05-${String(number).padStart(2, '0')}-1100`);
    }
    repository.git('tag', 'production');
    const { memory } = await look(repository);
    repository.git('tag', 'production-2026-05-12-1315', 'HEAD~1');
    repository.git('tag', '--force', 'production', 'HEAD~2');
    const { signals } = await look(repository, { memory });
    assert.deepEqual(
      signals.map(({ decision, score, at, wentBack }) => [decision, score, at, wentBack?.from, wentBack?.to]),
      [
        ['prompt', 1.2, '2026-05-20T00:00:00Z', repository.git('rev-parse', 'HEAD').slice(0, 7), repository.git('rev-parse', 'HEAD~2').slice(0, 7)],
        ['prompt', 1.2, '2026-05-12T13:15:00Z', 'production-2026-05-12-1100', 'production-2026-05-12-1315'],
      ],
    );
    repository.git('checkout', '--quiet', '-b', 'other', 'HEAD~3');
    repository.commit({ time: day(1), message: 'another branch' });
    repository.git('tag', 'production-2026-05-12-1400');
    repository.git('checkout', '--quiet', 'main');
    assert.equal((await look(repository, { memory })).signals.length, 2, 'a commit that is no ancestor is no step back');
  });

  it('are read from a git folder without a work tree, where that is asked for', async () => {
    const repository = box.repository('to-clone');
    repository.commit({ time: day(3), message: 'Fix INC-4' });
    repository.git('clone', '--quiet', '--bare', '.', box.path('bare'));
    const bare = { name: 'bare', root: box.path('bare'), bareFolder: box.path('bare'), remoteHead: undefined };
    assert.deepEqual(found(await look(repository, { repository: bare })), ['prompt Fix INC-4: incidentMention']);
  });

  it('are nothing, with a sentence, where there are no commits, no git, or no time', async () => {
    const empty = box.repository('empty');
    assert.deepEqual((await look(empty)).problems, [{ code: 'noCommits', repository: 'service' }]);
    empty.commit({ time: day(3), message: 'Fix INC-5' });
    assert.deepEqual((await look(empty, { git: box.path('no-git') })).problems, [{ code: 'gitMissing' }]);
    const slow = box.program('slow', 'case "$*" in *" log "*) sleep 30;; *) exec git "$@";; esac');
    const late = await look(empty, { git: slow, limit: 300 });
    assert.deepEqual(late, { problems: [{ code: 'tooSlow', repository: 'service' }], signals: [], memory: undefined });
    const given = new AbortController();
    given.abort();
    assert.deepEqual(await look(empty, { signal: given.signal }), { signals: [], memory: undefined, problems: [] });
  });
});
