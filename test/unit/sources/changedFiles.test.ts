import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readChangedFiles } from '../../../src/sources/changedFiles';
import { Sandbox, type TestRepository } from './testRepository';

describe('readChangedFiles', () => {
  let box: Sandbox;
  let repository: TestRepository;
  before(() => {
    box = new Sandbox();
    repository = box.repository('changes');
  });
  after(() => box.dispose());

  const changes = async (commit: string) => {
    const { files, problem } = await readChangedFiles({ root: repository.root, git: 'git', commit });
    assert.equal(problem, undefined);
    return files;
  };

  it('tells what a commit added, changed and deleted, against its parent', async () => {
    const first = repository.commit({ time: '14:10', message: 'one' });
    assert.deepEqual(await changes(first), [{ path: 'file-1.txt', change: 'added' }]);
    rmSync(path.join(repository.root, 'file-1.txt'));
    writeFileSync(path.join(repository.root, 'ünïcode and space.txt'), 'x');
    const second = repository.commit({ time: '14:20', message: 'two' });
    assert.deepEqual(await changes(second), [
      { path: 'file-1.txt', change: 'deleted', parent: first },
      { path: 'file-2.txt', change: 'added', parent: first },
      { path: 'ünïcode and space.txt', change: 'added', parent: first },
    ]);
    writeFileSync(path.join(repository.root, 'file-2.txt'), 'changed');
    assert.deepEqual((await changes(repository.commit({ time: '14:30', message: 'three' })))[0], {
      path: 'file-2.txt',
      change: 'modified',
      parent: second,
    });
  });

  it('tells of a merge what it brought to the branch', async () => {
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit({ time: '14:40', message: 'topic' });
    repository.git('checkout', '--quiet', 'main');
    const main = repository.commit({ time: '14:45', message: 'main' });
    const merge = repository.merge('topic', { time: '14:50', message: 'Merge' });
    assert.deepEqual(await changes(merge), [{ path: 'file-4.txt', change: 'added', parent: main }]);
  });

  it('leaves submodules out: they have no text', async () => {
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`);
    repository.gitAt(
      '2026-05-14T15:00:00Z',
      'Mei Lin <mei.lin@example.com>',
      'commit',
      '--quiet',
      '--message',
      'module',
    );
    assert.deepEqual(await changes(repository.git('rev-parse', 'HEAD')), []);
  });

  const table: [string, string, string, RegExp][] = [
    ['a commit that is gone', 'git', 'dead'.repeat(10), /changes has no commit deaddea any more/],
    ['something that is no hash', 'git', '--output=/tmp/x', /has no commit/],
    ['no git', '/nowhere/git', 'dead'.repeat(10), /Git was not found/],
  ];
  for (const [what, git, commit, wanted] of table)
    it(`says in one sentence: ${what}`, async () => {
      const { files, problem } = await readChangedFiles({ root: repository.root, git, commit });
      assert.deepEqual(files, []);
      assert.match(problem ?? '', wanted);
    });
});
