import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readGitPrivacy } from '../../../src/sources/gitPrivacy';
import type { GitFacts, RepositoryFacts } from '../../../src/core/privacy/facts';
import { Sandbox, TestRepository } from './testRepository';

const FILES = ['debrief-journal.json', 'debrief-people.json', 'incidents/2026/2026-05-14-x-k3f9q2m7xa.debrief.json'];

/** What is known of a journal, read from real repositories. */
describe('what git knows of a journal', function () {
  this.timeout(30_000);
  let sandbox: Sandbox;
  let made = 0;
  beforeEach(() => (sandbox = new Sandbox()));
  afterEach(() => sandbox.dispose());

  /** A repository with one commit, and a journal in it that git sees. */
  function withJournal(under = '.lead-debrief'): { repository: TestRepository; folder: string } {
    const repository = sandbox.repository(`repository-${(made += 1)}`);
    repository.commit({ time: '09:00', message: 'Begin' });
    const folder = path.join(repository.root, under);
    journalIn(folder);
    return { repository, folder };
  }

  function journalIn(folder: string): void {
    for (const file of FILES) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), '{}\n');
    }
  }

  const look = (folder: string, git = 'git', limit?: number): Promise<GitFacts> => readGitPrivacy({ folder, git, signal: new AbortController().signal, ...(limit !== undefined && { limit }) });
  async function one(folder: string): Promise<RepositoryFacts> {
    const { repositories, problems } = await look(folder);
    assert.deepEqual(problems, []);
    assert.equal(repositories.length, 1);
    return repositories[0]!;
  }

  it('never committed, and not ignored: git add would take it', async () => {
    const { repository, folder } = withJournal();
    const facts = await one(folder);
    assert.deepEqual([facts.root, facts.path, facts.shallow], [repository.root, '.lead-debrief', false]);
    assert.deepEqual([facts.tracked, facts.open, facts.ignored, facts.rule], [0, 3, 0, undefined]);
    assert.deepEqual(facts.history, { commits: 0, lost: 0, branches: [], tags: [], stashed: false, remotes: [], others: [] });
  });

  it('ignored: by which line of which file, and nothing is committed', async () => {
    const { repository, folder } = withJournal();
    writeFileSync(path.join(folder, '.gitignore'), '*\n');
    const facts = await one(folder);
    assert.deepEqual([facts.tracked, facts.open, facts.ignored], [0, 0, 4]);
    assert.deepEqual(facts.rule, { file: '.lead-debrief/.gitignore', line: 1, pattern: '*' });
    assert.equal(facts.history?.commits, 0);
    rmSync(path.join(folder, '.gitignore'));
    writeFileSync(path.join(repository.root, '.gitignore'), '# ours\n.lead-debrief/\n');
    assert.deepEqual((await one(folder)).rule, { file: '.gitignore', line: 2, pattern: '.lead-debrief/' });
  });

  it('tracked, with what is new beside it; ignored by now all the same', async () => {
    const { repository, folder } = withJournal();
    repository.commit({ time: '10:00', message: 'Share the journal' });
    writeFileSync(path.join(folder, 'incidents/2026/new.debrief.json'), '{}\n');
    const facts = await one(folder);
    assert.deepEqual([facts.tracked, facts.open, facts.history?.commits], [3, 1, 1]);
    assert.deepEqual([facts.history?.branches, facts.history?.first, facts.history?.last], [['main'], '2026-05-14T10:00:00.000Z', '2026-05-14T10:00:00.000Z']);
    writeFileSync(path.join(folder, '.gitignore'), '*\n');
    assert.deepEqual([(await one(folder)).tracked, (await one(folder)).open, (await one(folder)).rule?.pattern], [3, 0, '*']);
  });

  it('committed once, then removed: it is still in the history, also where a merge passed it over', async () => {
    const { repository, folder } = withJournal();
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit({ time: '10:00', message: 'By accident' });
    rmSync(folder, { recursive: true });
    repository.commit({ time: '10:05', message: 'Take it out again' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ time: '10:10', message: 'Something else' });
    repository.merge('side', { time: '10:20', message: 'Merge' });
    repository.git('branch', '--delete', '--quiet', 'side');
    assert.ok(!existsSync(folder));
    const facts = await one(folder);
    assert.deepEqual([facts.tracked, facts.open, facts.ignored], [0, 0, 0]);
    assert.deepEqual([facts.history?.commits, facts.history?.branches, facts.history?.lost], [2, ['main'], 0]);
  });

  it('on another branch, under a tag, in a stash', async () => {
    const { repository, folder } = withJournal();
    repository.git('checkout', '--quiet', '-b', 'other');
    repository.commit({ time: '10:00', message: 'On the side' });
    repository.git('tag', 'v1');
    repository.git('checkout', '--quiet', 'main');
    assert.deepEqual([(await one(folder)).history?.branches, (await one(folder)).history?.tags], [['other'], ['v1']]);
    journalIn(folder);
    repository.git('stash', 'push', '--quiet', '--include-untracked');
    assert.equal((await one(folder)).history?.stashed, true);
  });

  it('in no branch any more: git still has it', async () => {
    const { repository, folder } = withJournal();
    repository.commit({ time: '10:00', message: 'By accident' });
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    const { history } = await one(folder);
    assert.deepEqual([history?.commits, history?.lost, history?.branches], [0, 1, []]);
  });

  it('only where HEAD is detached', async () => {
    const { repository, folder } = withJournal();
    repository.git('checkout', '--quiet', '--detach');
    repository.commit({ time: '10:00', message: 'On no branch' });
    assert.deepEqual([(await one(folder)).history?.commits, (await one(folder)).history?.others], [1, ['HEAD']]);
  });

  it('pushed: to which remotes, in which branches, and no word that signs in is shown', async () => {
    const { repository, folder } = withJournal();
    execFileSync('git', ['init', '--quiet', '--bare', sandbox.path('far.git')]);
    repository.git('remote', 'add', 'team/far', sandbox.path('far.git'));
    repository.git('remote', 'add', 'unused', 'https://ana:secret@example.com/x.git');
    repository.git('push', '--quiet', 'team/far', 'main');
    assert.deepEqual((await one(folder)).history?.remotes, []);
    repository.commit({ time: '10:00', message: 'Share the journal' });
    repository.git('push', '--quiet', 'team/far', 'main', 'main:copy');
    repository.git('remote', 'set-head', 'team/far', 'main');
    assert.deepEqual((await one(folder)).history?.remotes, [{ name: 'team/far', address: sandbox.path('far.git'), branches: ['copy', 'main'] }]);
    repository.git('remote', 'set-url', 'team/far', 'https://ana:secret@example.com/x.git');
    assert.equal((await one(folder)).history?.remotes[0]?.address, 'https://example.com/x.git');
  });

  it('in a nested repository: that one answers, and the one around it where it holds something of the journal, too', async () => {
    const { repository, folder } = withJournal('part/.lead-debrief');
    repository.commit({ time: '10:00', message: 'Before it was a repository of its own' });
    const inner = new TestRepository(path.join(repository.root, 'part'));
    inner.commit({ time: '11:00', message: 'Begin' });
    const { repositories } = await look(folder);
    assert.deepEqual(repositories.map(({ root, path: within, history }) => [root, within, history?.commits]), [[inner.root, '.lead-debrief', 1], [repository.root, 'part/.lead-debrief', 1]]);
    const apart = sandbox.repository('outer');
    apart.commit({ time: '09:00', message: 'Begin' });
    const alone = new TestRepository(path.join(apart.root, 'inner'));
    journalIn(path.join(alone.root, '.lead-debrief'));
    assert.deepEqual((await look(path.join(alone.root, '.lead-debrief'))).repositories.map(({ root }) => root), [alone.root]);
  });

  it('in a worktree: what other worktrees committed is known there as well', async () => {
    const { repository, folder } = withJournal();
    repository.commit({ time: '10:00', message: 'Share the journal' });
    repository.git('worktree', 'add', '--quiet', '--detach', sandbox.path('tree'), 'HEAD~1');
    const facts = await one(sandbox.path('tree', '.lead-debrief'));
    assert.deepEqual([facts.root, facts.tracked, facts.history?.branches], [sandbox.path('tree'), 0, ['main']]);
    assert.equal((await one(folder)).tracked, 3);
  });

  it('in a shallow clone: it says so', async () => {
    const { repository } = withJournal();
    repository.commit({ time: '10:00', message: 'Share the journal' });
    rmSync(path.join(repository.root, '.lead-debrief'), { recursive: true });
    repository.commit({ time: '10:10', message: 'Take it out' });
    repository.commit({ time: '10:20', message: 'More' });
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repository.root}`, sandbox.path('shallow')]);
    const facts = await one(sandbox.path('shallow', '.lead-debrief'));
    assert.deepEqual([facts.shallow, facts.history?.commits], [true, 0]);
  });

  it('a repository of its own; in no repository; before there is any commit; whose folder is not there yet', async () => {
    const own = sandbox.repository('my-journal');
    journalIn(own.root);
    own.git('add', '--all');
    own.gitAt('2026-05-14T10:00:00Z', 'Ana <ana@example.com>', 'commit', '--quiet', '--message', 'Begin');
    const facts = await one(own.root);
    assert.deepEqual([facts.path, facts.tracked, facts.history?.commits], ['', 3, 1]);
    journalIn(sandbox.path('nowhere'));
    assert.deepEqual(await look(sandbox.path('nowhere')), { repositories: [], problems: [] });
    const young = sandbox.repository('young');
    assert.equal((await one(path.join(young.root, 'deep', '.lead-debrief'))).history?.commits, 0);
  });

  it('a folder that is called like a pattern is no pattern', async () => {
    const { repository, folder } = withJournal(':(glob)[a] $(touch x) *');
    mkdirSync(path.join(repository.root, 'a'));
    repository.commit({ time: '10:00', message: 'Share the journal' });
    assert.deepEqual([(await one(folder)).tracked, (await one(folder)).history?.commits], [3, 1]);
  });

  it('says what it could not learn: no git, too slow, broken', async () => {
    const { repository, folder } = withJournal();
    assert.deepEqual(await look(folder, sandbox.path('no-such-git')), { repositories: [], problems: [{ code: 'gitMissing' }] });
    const slow = sandbox.program('slow', 'case "$*" in *" log "*) sleep 20;; *) exec git "$@";; esac');
    const { repositories, problems } = await look(folder, slow, 700);
    assert.deepEqual([repositories.map(({ open, history }) => [open, history]), problems], [[[3, undefined]], [{ code: 'tooSlow', repository: path.basename(repository.root) }]]);
    writeFileSync(path.join(repository.root, '.git', 'refs', 'heads', 'main'), 'ffffffffffffffffffffffffffffffffffffffff\n');
    assert.equal((await look(folder)).problems[0]?.code, 'unreadable');
  });

  it('writes nothing and asks nobody: no file of the repository changes, and the remote may be anywhere', async () => {
    const { repository, folder } = withJournal();
    repository.commit({ time: '10:00', message: 'Share the journal' });
    repository.git('remote', 'add', 'far', `ext::touch ${sandbox.path('asked')}`);
    repository.git('config', 'core.fsmonitor', `touch ${sandbox.path('asked')}`);
    repository.git('config', 'log.showSignature', 'true');
    const everything = (): string => JSON.stringify(readdirSync(repository.root, { recursive: true, encoding: 'utf8' }).sort().map((name) => [name, statSync(path.join(repository.root, name)).mtimeMs, statSync(path.join(repository.root, name)).isFile() ? readFileSync(path.join(repository.root, name), 'base64') : '']));
    const before = everything();
    await one(folder);
    assert.equal(everything(), before);
    assert.ok(!existsSync(sandbox.path('asked')));
  });
});
