import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { at, read, Sandbox } from './testRepository';

describe('what git cannot do', () => {
  let box: Sandbox;
  before(() => {
    box = new Sandbox();
  });
  after(() => box.dispose());

  const clone = (...args: string[]) =>
    execFileSync('git', ['clone', '--quiet', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });

  it('there is no git, or what is named as git cannot be run', async () => {
    const { root } = box.repository('no-git');
    for (const git of [undefined, box.path('nowhere', 'git'), root])
      assert.deepEqual((await read([root], { git })).problems, [{ code: 'gitMissing' }]);
  });

  it('there is no repository', async () => {
    mkdirSync(box.path('plain'));
    const nothing = { evidence: { repositories: [] }, problems: [{ code: 'noRepository' }] };
    assert.deepEqual(await read([box.path('plain')]), nothing);
    assert.deepEqual(await read([]), nothing);
  });

  it('a bare repository that lies in the workspace is none, even where it claims a work tree', async () => {
    const bare = box.path('bare');
    mkdirSync(bare);
    execFileSync('git', ['init', '--quiet', '--bare', bare]);
    const problems = [(await read([bare])).problems];
    for (const [name, value] of [
      ['core.bare', 'false'],
      ['core.worktree', box.path('elsewhere')],
    ] as const)
      execFileSync('git', ['-C', bare, 'config', name, value]);
    problems.push((await read([bare])).problems);
    assert.deepEqual(problems, [[{ code: 'noRepository' }], [{ code: 'noRepository' }]]);
  });

  it('the repository has no commits', async () => {
    const { root } = box.repository('empty');
    assert.deepEqual((await read([root])).problems, [{ code: 'noCommits', repository: 'empty' }]);
  });

  it('nothing landed in the window: that is no problem', async () => {
    const repository = box.repository('quiet');
    repository.commit({ time: '2026-01-01T09:00:00Z', message: 'long ago' });
    const { evidence, problems } = await read([repository.root]);
    assert.deepEqual([evidence.repositories[0]?.landings, problems], [[], []]);
  });

  it('a shallow clone begins inside the window: says when; one that begins before it is no problem', async () => {
    const repository = box.repository('deep');
    for (const time of ['2026-05-01T09:00:00Z', at('13:00'), at('14:10'), at('14:20')])
      repository.commit({ time, message: time });
    clone('--depth', '2', `file://${repository.root}`, box.path('shallow'));
    clone('--depth', '4', `file://${repository.root}`, box.path('less-shallow'));
    const { evidence, problems } = await read([box.path('shallow')]);
    assert.deepEqual(problems, [{ code: 'shallowClone', repository: 'shallow', since: at('14:10') }]);
    assert.equal(evidence.repositories[0]?.landings.length, 2);
    assert.deepEqual((await read([box.path('less-shallow')])).problems, []);
    const old = { start: '2026-05-02T09:00:00Z', end: '2026-05-02T10:00:00Z' };
    assert.deepEqual((await read([box.path('shallow')], old)).problems, problems);
  });

  it('a partial clone is read without asking its remote', async () => {
    const repository = box.repository('whole');
    repository.git('config', 'uploadpack.allowFilter', 'true');
    repository.commit({ time: '14:10', message: 'one' });
    clone('--filter=tree:0', '--no-checkout', `file://${repository.root}`, box.path('partial'));
    rmSync(repository.root, { recursive: true });
    const { evidence, problems } = await read([box.path('partial')]);
    assert.deepEqual(problems, [{ code: 'partialClone', repository: 'partial' }]);
    assert.deepEqual(
      evidence.repositories[0]?.landings.map(({ subject }) => subject),
      ['one'],
    );
  });

  it('the folder belongs to another user: says so, and how to trust it', async function () {
    if (process.getuid?.() !== 0) this.skip(); // Only root can give a folder away.
    const repository = box.repository('not mine');
    repository.commit({ time: '14:10', message: 'one' });
    for (const file of [repository.root, path.join(repository.root, '.git')]) chownSync(file, 12_345, 12_345);
    const { evidence, problems } = await read([repository.root]);
    assert.deepEqual(evidence.repositories, []);
    assert.deepEqual(problems, [{ code: 'dubiousOwnership', repository: 'not mine', root: repository.root }]);
  });

  it('one repository that cannot be read does not keep the others from being read', async () => {
    const [good, bad] = [box.repository('pair/good'), box.repository('pair/bad')];
    for (const each of [good, bad]) each.commit({ time: '14:10', message: 'one' });
    const head = bad.git('rev-parse', 'HEAD');
    const broken = path.join(bad.root, '.git', 'objects', head.slice(0, 2), head.slice(2));
    rmSync(broken);
    writeFileSync(broken, 'nonsense');
    const { evidence, problems } = await read([good.root, bad.root]);
    assert.deepEqual(
      evidence.repositories.map(({ name, landings }) => [name, landings.length]),
      [
        ['good', 1],
        ['bad', 0],
      ],
    );
    assert.deepEqual(
      problems.map((problem) => [problem.code, 'repository' in problem && problem.repository]),
      [['unreadable', 'bad']],
    );
    assert.ok(problems.every((problem) => problem.code !== 'unreadable' || problem.reason.length > 10));
  });

  it('a folder that is not there is said to be unreadable', async () => {
    assert.deepEqual(
      (await read([box.path('nowhere')])).problems.map(({ code }) => code),
      ['unreadable'],
    );
  });

  describe('it is too slow', () => {
    before(function () {
      if (process.platform === 'win32') this.skip(); // The slow git is a shell script.
    });

    it('from the first command on: says so and ends it, with what it had started', async () => {
      const { root } = box.repository('slow');
      const pids = box.path('pids');
      const git = box.program('slow-git', `echo $$ >> '${pids}'`, 'sleep 600 &', `echo $! >> '${pids}'`, 'wait');
      assert.deepEqual((await read([root], { git, limit: 400 })).problems, [{ code: 'tooSlow', repository: 'slow' }]);
      const started = readFileSync(pids, 'utf8').trim().split('\n').map(Number);
      assert.equal(started.length, 2);
      for (const pid of started) await until(() => !isRunning(pid));
    });

    it('in the middle: what it said until then is there', async () => {
      const repository = box.repository('half');
      repository.commit({ time: '14:10', message: 'one' });
      const git = box.program('half-git', 'case "$*" in *for-each-ref*) exec sleep 600;; *) exec git "$@";; esac');
      const { evidence, problems } = await read([repository.root], { git, limit: 2_000 });
      assert.deepEqual(problems, [{ code: 'tooSlow', repository: 'half' }]);
      assert.deepEqual(
        evidence.repositories[0]?.landings.map(({ subject }) => subject),
        ['one'],
      );
    });

    it('and given up by the caller: ends at once, and says nothing', async () => {
      const { root } = box.repository('given');
      const begun = box.path('begun');
      const git = box.program('endless-git', `echo begun > '${begun}'`, 'exec sleep 600');
      const controller = new AbortController();
      const reading = read([root], { git, signal: controller.signal, limit: 600_000 });
      await until(() => existsSync(begun));
      controller.abort();
      assert.deepEqual(await reading, { evidence: { repositories: [] }, problems: [] });
      assert.deepEqual(await read([root], { signal: controller.signal }), {
        evidence: { repositories: [] },
        problems: [],
      });
    });
  });

  it('says more than anybody can read: keeps the newest', async function () {
    if (process.platform === 'win32') this.skip();
    const repository = box.repository('flood');
    repository.commit({ time: '14:10', message: 'one' });
    const git = box.program(
      'flood-git',
      'case "$*" in *" log "*) git "$@"; exec yes "a line that never ends";; *) exec git "$@";; esac',
    );
    const { evidence, problems } = await read([repository.root], { git });
    assert.deepEqual(problems, [{ code: 'tooMuch', repository: 'flood' }]);
    assert.deepEqual(
      evidence.repositories[0]?.landings.map(({ subject }) => subject),
      ['one'],
    );
  });
});

/** Waits for something to be so; fails when it does not come about. */
async function until(isSo: () => boolean): Promise<void> {
  for (const giveUp = Date.now() + 8_000; !isSo(); await delay(10)) assert.ok(Date.now() < giveUp, `never: ${isSo}`);
}

/** A process that has ended and waits to be noticed counts as ended. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
