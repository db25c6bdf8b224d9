import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readChangedFiles } from '../../../src/sources/changedFiles';
import { readPathSetting } from '../../../src/core/evidence/pathSetting';
import { look } from './signalLook';
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
    const folder = repository.root;
    for (const entries of [[], ['@own'], ['file-*.txt', '../x']]) {
      const { evidence } = await read([folder], { ownPaths: [{ folder, setting: readPathSetting(entries) }] });
      const [one] = evidence.repositories;
      assert.deepEqual([one?.landings.length, one?.lead?.map(({ mail }) => mail)], [24, ['own@example.com']]);
      assert.equal(existsSync(traces), false);
    }
  });

  it('runs none of them when a commit is opened', async () => {
    for (const commit of [repository.git('rev-parse', 'HEAD'), repository.git('rev-parse', 'HEAD~1')])
      await readChangedFiles({ root: repository.root, git: 'git', commit });
    assert.equal(existsSync(traces), false);
  });

  it('runs none of them when it is looked at for signals, at first and again', async () => {
    const parent = repository.git('rev-parse', 'HEAD~2');
    const { signals, memory } = await look(repository, { productionTags: 'production' });
    assert.deepEqual(signals.map(({ subject }) => subject), ['one', 'Fix INC-1 "; touch x; $(touch x)']);
    await look(repository, { memory: memory && { ...memory, tip: parent }, productionTags: 'production' });
    await look(repository, { since: 0 });
    assert.equal(existsSync(traces), false);
  });

  it('may name its files, tags and branches as it likes', async () => {
    const odd = box.repository('odd-names');
    const names = ['docs/incidents/a\nb.md', 'docs/incidents/"quoted" $(touch x).md', 'docs/incidents/:000000 100644 0 0 A.md', "docs/incidents/'; touch x.md", 'docs/incidents/\u001b[31mred.md', 'docs/incidents/--output=x.md'];
    for (const name of names) box.write(`odd-names/${name}`, '## Timeline\n');
    odd.commit({ time: '14:10', message: 'Fix INC-2\n\n\u001e\u001f\u0001:000000 100644 0 0 A' });
    const texts: string[] = [];
    const { signals, problems } = await look(odd, { isIncidentDocument: (file) => (texts.push(file), false) });
    assert.deepEqual(texts.toSorted(), names.toSorted());
    assert.deepEqual([signals.map(({ subject }) => subject), problems], [['Fix INC-2'], []]);
    odd.git('update-ref', 'refs/heads/--output=x', 'HEAD');
    odd.git('symbolic-ref', 'HEAD', 'refs/heads/--output=x');
    assert.equal((await look(odd)).signals.length, 1);
  });

  it('may be configured as it likes', async () => {
    const odd = box.repository('odd-settings');
    box.write('odd-settings/docs/incidents/2026-05-14-queue.md', '## Timeline\n');
    odd.commit({ time: '14:10', message: 'Write it up' });
    const settings = {
      'diff.orderFile': box.path('no-such-file'), 'diff.relative': 'true', 'diff.renames': 'copies', 'log.showRoot': 'false', 'log.follow': 'true', 'log.date': 'relative', 'log.diffMerges': 'separate',
      'format.pretty': 'oneline', 'i18n.logOutputEncoding': 'ISO-8859-1', 'mailmap.file': box.path('no-such-mailmap'), 'mailmap.blob': 'HEAD:no-such-file', 'color.ui': 'always', 'core.quotePath': 'true', 'core.abbrev': '4',
    };
    const commit = odd.git('rev-parse', 'HEAD');
    for (const [name, value] of Object.entries({ ...settings, 'diff.noPrefix': 'true', 'diff.ignoreSubmodules': 'all', 'diff.external': box.path('no-such-program') })) odd.git('config', name, value);
    assert.deepEqual((await look(odd)).signals.map(({ document }) => document), ['docs/incidents/2026-05-14-queue.md']);
    const changed = await readChangedFiles({ root: odd.root, git: 'git', commit });
    assert.deepEqual([changed.problem, changed.files.map(({ path: file }) => file)], [undefined, ['docs/incidents/2026-05-14-queue.md', 'file-1.txt']]);
    const { evidence, problems } = await read([odd.root]);
    assert.deepEqual([evidence.repositories[0]?.landings.map(({ subject }) => subject), problems], [['Write it up'], []]);
  });

  it('is read as far as it is there where a partial clone lacks trees', async () => {
    const partial = box.repository('no-trees');
    partial.commit({ time: '14:10', message: 'Fix INC-3' });
    partial.commit({ time: '14:20', message: 'Fix INC-4' });
    const tree = partial.git('rev-parse', 'HEAD~1^{tree}');
    rmSync(path.join(partial.root, '.git', 'objects', tree.slice(0, 2), tree.slice(2)));
    assert.deepEqual((await look(partial)).signals.map(({ subject }) => subject), ['Fix INC-4', 'Fix INC-3']);
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
  writeFileSync(path.join(repository.root, 'CODEOWNERS'), `* own@example.com @own\n${'*a'.repeat(99)} own@example.com\n`);
  for (let minute = 10; minute < 31; minute++) repository.commit({ time: `13:${minute}`, message: `${minute}` });
  repository.commit({ time: '14:10', message: 'one' });
  repository.commit({ time: '14:20', message: 'Fix INC-1 "; touch x; $(touch x)' });
  for (let number = 0; number < 12; number++) repository.git('tag', `production-2026-05-14-14${10 + number}`, number === 11 ? 'HEAD~1' : 'HEAD');
  const signed = signedCommit(repository);
  repository.git('update-ref', 'refs/heads/main', signed);
  const tree = repository.git('rev-parse', 'HEAD^{tree}');
  const settings: Record<string, string> = {
    'user.email': 'own@example.com',
    'author.email': '$(touch x)>',
    'alias.config': `!${trap}`,
    'alias.ls-tree': `!${trap}`,
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
