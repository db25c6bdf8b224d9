import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Sign } from '../../../src/core/journal/schema';
import { askSigns, type AskedSign } from '../../../src/sources/promiseSigns';
import { Sandbox, type TestRepository } from './testRepository';

describe('the signs of promises, asked of git', () => {
  let sandbox: Sandbox;
  let repository: TestRepository;

  before(() => {
    sandbox = new Sandbox();
    repository = sandbox.repository('payments');
    commit('2026-05-01', { 'docs/old.md': 'retry: 3' }, 'before');
  });
  after(() => sandbox.dispose());

  /** Commits files on a day, at noon; undefined deletes one. */
  function commit(day: string, files: Readonly<Record<string, string | undefined>>, message: string): string {
    for (const [file, text] of Object.entries(files)) {
      const whole = path.join(repository.root, file);
      mkdirSync(path.dirname(whole), { recursive: true });
      if (text === undefined) repository.git('rm', '--quiet', file);
      else writeFileSync(whole, text);
    }
    repository.git('add', '--all');
    repository.gitAt(`${day}T12:00:00Z`, 'Ana <ana@example.com>', 'commit', '--quiet', '--allow-empty', '--message', message);
    return repository.git('rev-parse', 'HEAD');
  }

  async function ask(sign: Sign, more: Partial<AskedSign> = {}, folders = [repository.root]) {
    const { states, problems } = await askSigns({ signs: [{ id: 'p', sign, since: '2026-05-14T10:00:00Z', ...more }], folders, git: 'git', signal: new AbortController().signal });
    assert.deepEqual(problems, []);
    const state = states.get('p');
    return state && [state.state, 'at' in state ? state.at?.slice(0, 10) : undefined, 'commit' in state ? state.commit : undefined, 'removedAt' in state ? state.removedAt.slice(0, 10) : undefined];
  }

  it('a path: not yet, landed, since removed, and back; a folder with what is in it', async () => {
    const [file, folder] = [{ kind: 'path', path: 'docs/pool.md' }, { kind: 'path', path: '/test/pool/' }];
    assert.deepEqual(await ask(file), ['notYet', undefined, undefined, undefined]);
    const came = commit('2026-05-15', { 'docs/pool.md': 'The pool', 'test/pool/a.ts': '1' }, 'docs');
    assert.deepEqual(await ask(file), ['landed', '2026-05-15', came, undefined]);
    assert.deepEqual(await ask(folder), ['landed', '2026-05-15', came, undefined]);
    commit('2026-05-16', { 'docs/pool.md': undefined, 'test/pool/a.ts': undefined }, 'clean up');
    assert.deepEqual(await ask(file), ['removed', '2026-05-15', came, '2026-05-16']);
    assert.deepEqual(await ask(folder), ['removed', '2026-05-15', came, '2026-05-16']);
    const back = commit('2026-05-17', { 'docs/pool.md': 'The pool' }, 'back');
    assert.deepEqual(await ask(file), ['landed', '2026-05-17', back, undefined]);
  });

  it('counts a commit in the very second of the promise: git knows whole seconds only', async () => {
    const came = commit('2026-05-20', { 'docs/second.md': 'The pool', 'docs/hold.md': 'in the second' }, 'mentions the second');
    const since = '2026-05-20T12:00:00.900Z';
    for (const sign of [{ kind: 'path', path: 'docs/second.md' }, { kind: 'contains', path: 'docs/hold.md', text: 'in the second' }, { kind: 'commit', text: 'the second' }]) {
      assert.deepEqual(await ask(sign, { since }), ['landed', '2026-05-20', came, undefined], sign.kind);
    }
  });

  it('a file that holds a text: the commit that brought it in, whatever else changed', async () => {
    const sign = { kind: 'contains', path: 'docs/runbook.md', text: 'ask for the [retry] rate' };
    assert.equal((await ask(sign))?.[0], 'notYet');
    commit('2026-05-15', { 'docs/runbook.md': 'nothing' }, 'one');
    assert.equal((await ask(sign))?.[0], 'notYet');
    const came = commit('2026-05-16', { 'docs/runbook.md': 'First ask for the [retry] rate.' }, 'two');
    commit('2026-05-17', { 'docs/runbook.md': 'Always first ask for the [retry] rate.' }, 'three');
    assert.deepEqual(await ask(sign), ['landed', '2026-05-16', came, undefined]);
    commit('2026-05-18', { 'docs/runbook.md': 'nothing again' }, 'four');
    assert.deepEqual(await ask(sign), ['removed', '2026-05-16', came, '2026-05-18']);
  });

  it('says no commit for what was so before it was promised', async () => {
    assert.deepEqual(await ask({ kind: 'path', path: 'docs/old.md' }), ['landed', undefined, undefined, undefined]);
    assert.deepEqual(await ask({ kind: 'contains', path: 'docs/old.md', text: 'retry' }), ['landed', undefined, undefined, undefined]);
    assert.equal((await ask({ kind: 'commit', text: 'before' }))?.[0], 'notYet');
  });

  it('a commit that mentions a text, until it is reverted', async () => {
    const sign = { kind: 'commit', text: 'OPS-17' };
    const made = commit('2026-05-15', {}, 'Cap retries\n\nops-17: at last');
    assert.deepEqual(await ask(sign), ['landed', '2026-05-15', made, undefined]);
    commit('2026-05-16', {}, `Revert "Cap retries (OPS-17)"\n\nThis reverts commit ${made}.`);
    assert.deepEqual(await ask(sign), ['removed', '2026-05-15', made, '2026-05-16']);
    const again = commit('2026-05-17', {}, 'Cap retries, with a limit (OPS-17)');
    assert.deepEqual(await ask(sign), ['landed', '2026-05-17', again, undefined]);
  });

  it('a branch that a merge names; one that only has the same commit was not merged', async () => {
    const sign = { kind: 'branch', branch: 'cap-retries' };
    repository.git('checkout', '--quiet', '-b', 'cap-retries');
    assert.equal((await ask(sign))?.[0], 'notYet');
    commit('2026-05-15', { 'cap.ts': '3' }, 'cap');
    repository.git('checkout', '--quiet', 'main');
    assert.equal((await ask(sign))?.[0], 'notYet');
    const merge = repository.merge('cap-retries', { time: '18:00', message: 'Merge pull request #7 from ana/cap-retries' });
    assert.deepEqual(await ask(sign), ['landed', '2026-05-14', merge, undefined]);
  });

  it('asks only the repository that was promised in, where it is named, and knows nothing of one that is not open', async () => {
    const other = sandbox.repository('search');
    other.commit({ time: '12:00', message: 'first' });
    const both = [repository.root, other.root];
    assert.equal((await ask({ kind: 'path', path: 'docs/pool.md' }, {}, both))?.[0], 'landed');
    assert.equal((await ask({ kind: 'path', path: 'docs/pool.md', repository: 'search' }, {}, both))?.[0], 'notYet');
    assert.equal(await ask({ kind: 'path', path: 'docs/pool.md', repository: 'gone' }, {}, both), undefined);
  });

  it('takes nothing of a sign for an option or a pattern', async () => {
    for (const text of ['--all', '-e', '.*', ':(top)']) {
      assert.equal((await ask({ kind: 'contains', path: 'docs/old.md', text }))?.[0], 'notYet', text);
      assert.equal((await ask({ kind: 'path', path: text }))?.[0], 'notYet', text);
      assert.equal((await ask({ kind: 'branch', branch: text }))?.[0], 'notYet', text);
    }
  });
});
