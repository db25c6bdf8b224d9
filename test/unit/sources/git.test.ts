import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { timeline } from '../../../src/core/evidence/timeline';
import { makeSample } from '../../../tools/sample/make.mjs';
import { at, end, read, Sandbox, start } from './testRepository';

describe('readGitEvidence', () => {
  let box: Sandbox;
  before(() => {
    box = new Sandbox();
  });
  after(() => box.dispose());

  const subjects = async (folder: string) =>
    (await read([folder])).evidence.repositories[0]?.landings.map(({ subject }) => subject);

  it('reads what landed from two hours before to a day after, newest first', async () => {
    const repository = box.repository('window');
    const times = [
      '2026-05-14T12:01:59Z',
      '2026-05-14T12:02:00Z',
      '2026-05-14T14:30:00+02:00',
      '2026-05-15T15:37:00Z',
      '2026-05-15T15:37:01Z',
    ];
    for (const time of times) repository.commit({ time, message: time });
    const { evidence, problems } = await read([repository.root]);
    assert.deepEqual(
      evidence.repositories[0]?.landings.map(({ at: landed }) => landed),
      ['2026-05-15T15:37:00Z', '2026-05-14T12:30:00Z', '2026-05-14T12:02:00Z'],
    );
    assert.deepEqual(problems, []);
  });

  it('tells when a merge landed, and who wrote what it brought, long before', async () => {
    const repository = box.repository('merged');
    repository.commit({ time: '2026-05-01T09:00:00Z', message: 'first' });
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit({
      time: '2026-05-02T09:00:00Z',
      author: 'Mei Lin <mei.lin@example.com>',
      message: 'Measure the wait',
    });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ time: '2026-05-03T09:00:00Z', message: 'second' });
    repository.merge('topic', { time: '14:20', message: 'Merge pull request #7 from payments/topic\n\nShow the wait' });
    const [landing, ...others] = (await read([repository.root])).evidence.repositories[0]?.landings ?? [];
    assert.deepEqual(
      [others, landing?.at, landing?.merged.map(({ author, subject }) => [author.name, subject])],
      [[], at('14:20'), [['Mei Lin', 'Measure the wait']]],
    );
  });

  it('reads authors and co-authors through .mailmap, and squashed changes with their pull request', async () => {
    const repository = box.repository('mailmap');
    const ana = 'Ana Costa <ana.costa@example.com>';
    writeFileSync(path.join(repository.root, '.mailmap'), `Ana Oliveira <ana@example.com> ${ana}\n`);
    repository.commit({ time: '14:10', author: ana, message: 'One (#12)' });
    repository.commit({
      time: '14:20',
      message: `Two (#13)\n\nWhy.\n\nCo-authored-by: ${ana}\nCo-authored-by: Nobody\nCo-authored-by: Claude <noreply@anthropic.com>`,
    });
    const { evidence } = await read([repository.root]);
    const { people, machines, entries } = timeline(
      { format: 1, id: 'a1', title: 'x', window: { start, end } },
      evidence,
    );
    assert.deepEqual(people, [
      { name: 'Ana Oliveira', mails: ['ana@example.com'] },
      { name: 'Priya Nair', mails: ['priya.nair@example.com'] },
    ]);
    assert.deepEqual(
      machines.map(({ name }) => name),
      ['Claude'],
    );
    assert.deepEqual(
      entries.flatMap(({ pr }) => pr ?? []),
      ['12', '13'],
    );
  });

  it('reads light and annotated tags of the window', async () => {
    const repository = box.repository('tags');
    repository.commit({ time: '2026-05-01T09:00:00Z', message: 'before' });
    repository.git('tag', 'old');
    const hash = repository.commit({ time: '14:20', message: 'one' });
    repository.git('tag', 'light/one');
    repository.gitAt(
      at('14:52'),
      'Jonas Weber <jonas.weber@example.com>',
      'tag',
      '--annotate',
      '--message',
      'Out',
      'v2',
    );
    const tags = (await read([repository.root])).evidence.repositories[0]?.tags;
    assert.deepEqual(tags, [
      { name: 'v2', at: at('14:52'), commit: hash },
      { name: 'light/one', at: at('14:20'), commit: hash },
    ]);
  });

  it('reads what landed before the window only for a revert that needs it', async () => {
    const repository = box.repository('earlier');
    repository.commit({ time: '2026-04-01T09:00:00Z', message: 'too long ago' });
    repository.commit({ time: '2026-05-10T09:00:00Z', message: 'Raise the wait (#9)' });
    repository.commit({ time: '14:20', message: 'usual' });
    const before = await read([repository.root]);
    assert.deepEqual(before.evidence.repositories[0]?.earlier, []);
    repository.commit({ time: '14:31', message: 'Revert "Raise the wait (#9)" (#10)' });
    const { evidence } = await read([repository.root]);
    assert.deepEqual(
      evidence.repositories[0]?.earlier.map(({ subject }) => subject),
      ['Raise the wait (#9)'],
    );
    const revert = timeline({ format: 1, id: 'a1', title: 'x', window: { start, end } }, evidence).entries.find(
      ({ kind }) => kind === 'revert',
    );
    assert.equal(revert?.reverts?.at, '2026-05-10T09:00:00Z');
  });

  it('keeps HTML, other scripts and odd characters as they were written', async () => {
    const repository = box.repository('odd');
    const message = '<b>retries</b> & „wait“ 支払い \u001e\u001f {0}';
    repository.commit({ time: '14:20', message });
    assert.deepEqual(await subjects(repository.root), [message]);
  });

  it('reads UTF-8 whatever encoding the repository asks for', async () => {
    const repository = box.repository('latin');
    repository.git('config', 'i18n.logOutputEncoding', 'ISO-8859-1');
    repository.commit({ time: '14:20', message: 'Zürich' });
    assert.deepEqual(await subjects(repository.root), ['Zürich']);
  });

  it('reads the branch that the remote calls its head, else the upstream, else what is checked out', async () => {
    const origin = box.repository('origin');
    origin.commit({ time: '14:10', message: 'on main' });
    origin.git('checkout', '--quiet', '-b', 'release');
    origin.commit({ time: '14:15', message: 'on release' });
    origin.git('checkout', '--quiet', 'main');
    const clone = box.repository('clone');
    clone.git('remote', 'add', 'origin', origin.root);
    clone.git('fetch', '--quiet', 'origin');
    clone.git('checkout', '--quiet', '-b', 'topic', 'origin/release');
    clone.commit({ time: '14:20', message: 'mine' });
    assert.deepEqual(await subjects(clone.root), ['on release', 'on main']);
    clone.git('remote', 'set-head', 'origin', 'main');
    assert.deepEqual(await subjects(clone.root), ['on main']);
    clone.git('remote', 'remove', 'origin');
    assert.deepEqual(await subjects(clone.root), ['mine', 'on release', 'on main']);
  });

  it('finds the repository around a folder, and those one level below; each once, with names of their own', async () => {
    const outer = box.repository('many/api');
    outer.commit({ time: '14:10', message: 'outer' });
    mkdirSync(path.join(outer.root, 'src'));
    const nested = ['web', 'deep/one/two', '.hidden', 'node_modules'].map((name) => box.repository(`many/api/${name}`));
    nested.forEach((each, index) => each.commit({ time: '14:20', message: `nested ${index}` }));
    const same = box.repository('more/api');
    same.commit({ time: '14:30', message: 'same name' });
    symlinkSync(outer.root, box.path('link'));
    const { evidence, problems } = await read([
      path.join(outer.root, 'src'),
      outer.root,
      box.path('link'),
      box.path('more'),
    ]);
    assert.deepEqual(
      evidence.repositories.map(({ name, root }) => [name, path.relative(box.folder, root)]),
      [
        ['many/api', 'many/api'],
        ['web', 'many/api/web'],
        ['more/api', 'more/api'],
      ],
    );
    assert.deepEqual(problems, []);
  });

  it('reads the sample workspace as its story goes', async () => {
    const sample = makeSample(box.path('sample'), { now: '2026-05-15T09:00:00Z' });
    const { evidence, problems } = await read([sample.folder]);
    const { entries, people, machines, inside } = timeline(
      { format: 1, id: 'a1', title: 'x', window: sample },
      evidence,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      people.map(({ name }) => name),
      ['Ana Oliveira', 'Jonas Weber', 'Mei Lin', 'Priya Nair'],
    );
    assert.deepEqual(
      machines.map(({ name }) => name),
      ['Copilot', 'dependabot[bot]'],
    );
    assert.equal(inside, 5);
    const candidates = entries.filter(({ fixCandidate }) => fixCandidate).map(({ title }) => title);
    assert.deepEqual(candidates, [
      'Revert "payments: raise pool wait to 2 s"',
      'Revert "payments: halve the connection pool (#412)" (#413)',
      'gateway: fix the retry storm, cap at 2 with jitter (#414)',
    ]);
    const reverts = entries.flatMap(({ reverts: target }) =>
      target ? [[target.title, target.minutesAfterLanding]] : [],
    );
    assert.deepEqual(reverts, [
      ['payments: raise pool wait to 2 s', 13],
      ['payments: halve the connection pool (#412)', 59],
    ]);
    assert.ok(entries.some(({ title }) => title.includes('<b>retries</b>')));
    assert.deepEqual(
      entries.filter(({ kind }) => kind === 'tag').map(({ title }) => title),
      ['payments-2026.05.14.1', 'payments-2026.05.14.2', 'payments-2026.05.14.3'],
    );
    const merge = entries.find(({ kind }) => kind === 'merge');
    assert.deepEqual(
      [merge?.title, merge?.author, merge?.pr],
      ['Say how the pool gets its size', 'Ana Oliveira, Mei Lin', '417'],
    );
  });
});
