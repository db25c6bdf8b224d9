import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readChangedFiles } from '../../../src/sources/changedFiles';
import { at, read, Sandbox, type TestRepository } from './testRepository';

describe('a hostile repository', () => {
  let box: Sandbox;
  let repository: TestRepository;
  let traces: string;
  before(function () {
    if (process.platform === 'win32') this.skip(); // The traps are shell scripts.
    box = new Sandbox();
    traces = box.path('traces');
    repository = hostile(box, traces);
  });
  after(() => box?.dispose());
  beforeEach(() => rmSync(traces, { force: true }));

  it('would run its own programs, were git just run in it', () => {
    const plain = (...args: string[]): void => {
      rmSync(traces, { force: true });
      try {
        execFileSync('git', ['-C', repository.root, ...args], { stdio: ['ignore', 'ignore', 'ignore'] });
      } catch {
        // What the trap answers is no answer for git.
      }
      assert.ok(existsSync(traces), `git ${args.join(' ')}`);
    };
    plain('log', '-1');
    plain('log', '--no-show-signature', '-1', '-p', '--ext-diff', 'HEAD~1');
    plain('status');
    plain('checkout', '-f', 'HEAD');
    plain('diff-tree', '-r', '--raw', 'HEAD~1', 'HEAD');
    plain('own');
  });

  it('runs none of them when its evidence is read', async () => {
    const { evidence } = await read([repository.root]);
    assert.ok((evidence.repositories[0]?.landings.length ?? 0) >= 2);
    assert.equal(existsSync(traces), false);
  });

  it('runs none of them when a commit is opened', async () => {
    for (const commit of [repository.git('rev-parse', 'HEAD'), repository.git('rev-parse', 'HEAD~1')])
      await readChangedFiles({ root: repository.root, git: 'git', commit });
    assert.equal(existsSync(traces), false);
  });

  it('does not lead git to another repository through the environment', async () => {
    const other = box.repository('other');
    other.commit({ time: '14:10', message: 'other' });
    process.env['GIT_DIR'] = path.join(repository.root, '.git');
    try {
      assert.deepEqual(
        (await read([other.root])).evidence.repositories[0]?.landings.map(({ subject }) => subject),
        ['other'],
      );
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  it('is not read where its name looks like an option', async () => {
    const odd = box.repository('--upload-pack=x');
    odd.commit({ time: '14:10', message: 'odd' });
    odd.git('branch', '--', 'other');
    odd.git('update-ref', 'refs/tags/--output=x', 'HEAD');
    assert.deepEqual(
      (await read([odd.root])).evidence.repositories[0]?.tags.map(({ name }) => name),
      ['--output=x'],
    );
  });
});

/** A repository in which whatever git could be made to run leaves a trace: monitors, hooks, signatures, diffs, pagers, names, remotes. */
function hostile(box: Sandbox, traces: string): TestRepository {
  const repository = box.repository('hostile');
  const trap = box.program('trap', `echo "$0 $*" >> '${traces}'`, 'exit 1');
  for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'fsmonitor-watchman'])
    box.program(`hooks/${hook}`, `echo ${hook} >> '${traces}'`);
  writeFileSync(path.join(repository.root, '.gitattributes'), '*.txt diff=trap filter=trap\n');
  repository.commit({ time: '14:10', message: 'one' });
  repository.commit({ time: '14:20', message: 'two' });
  const signed = signedCommit(repository);
  repository.git('update-ref', 'refs/heads/main', signed);
  const tree = repository.git('rev-parse', 'HEAD^{tree}');
  const settings: Record<string, string> = {
    'alias.own': `!${trap}`,
    'alias.log': `!${trap}`,
    'core.askPass': trap,
    'core.pager': trap,
    'pager.log': 'true',
    'core.alternateRefsCommand': trap,
    'core.editor': trap,
    'core.sshCommand': trap,
    'credential.helper': `!${trap}`,
    'diff.external': trap,
    'diff.trap.textconv': trap,
    'diff.trap.command': trap,
    'filter.trap.smudge': trap,
    'filter.trap.clean': trap,
    'gpg.program': trap,
    'log.showSignature': 'true',
    'core.fsmonitor': trap,
    'core.hooksPath': box.path('hooks'),
    'remote.origin.url': `ext::${trap}`,
    'remote.origin.promisor': 'true',
    'remote.origin.uploadpack': trap,
    'protocol.ext.allow': 'always',
  };
  for (const [name, value] of Object.entries(settings)) repository.git('config', name, value);
  repository.git('config', 'core.repositoryFormatVersion', '1');
  repository.git('config', 'extensions.partialClone', 'origin');
  rmSync(path.join(repository.root, '.git', 'objects', tree.slice(0, 2), tree.slice(2)));
  return repository;
}

/** A commit with a signature that nobody made, and a tree of its own that will be missing. */
function signedCommit(repository: TestRepository): string {
  repository.git('rm', '--quiet', '--cached', 'file-1.txt');
  const tree = repository.git('write-tree');
  const who = `Priya Nair <priya.nair@example.com> ${Date.parse(at('14:30')) / 1000} +0000`;
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQEzBAAB\n -----END PGP SIGNATURE-----';
  const text = `tree ${tree}\nparent ${repository.git('rev-parse', 'HEAD')}\nauthor ${who}\ncommitter ${who}\n${signature}\n\nsigned\n`;
  const file = path.join(repository.root, '.git', 'signed');
  writeFileSync(file, text);
  return repository.git('hash-object', '-t', 'commit', '-w', file);
}
