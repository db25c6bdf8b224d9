import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { timeline } from '../../../src/core/evidence/timeline';
import { at, end, read, Sandbox, start } from './testRepository';

describe('people in git, and what was there before', () => {
  let box: Sandbox;
  before(() => {
    box = new Sandbox();
  });
  after(() => box.dispose());

  it('finds everybody in what was merged: through merges inside a branch, octopus merges, co-authors, no bots, no mergers', async () => {
    const repository = box.repository('people');
    const branch = (name: string, from: string, author: string, more = ''): void => {
      repository.git('checkout', '--quiet', '-b', name, from);
      repository.commit({ time: '13:00', author, message: `work of ${name}${more}` });
    };
    repository.commit({ time: '2026-05-01T09:00:00Z', message: 'first' });
    branch('deep', 'main', 'Ana Oliveira <ana@example.com>');
    branch('topic', 'main', 'Mei Lin <mei.lin@example.com>', '\n\nCo-authored-by: Claude Dupont <claude.dupont@example.com>\nCo-authored-by: Claude <noreply@anthropic.com>');
    repository.merge('deep', { time: '13:10', author: 'Sam Updater <sam@example.com>', message: "Merge branch 'deep' into topic" });
    branch('bumps', 'main', 'renovate[bot] <bot@renovateapp.com>');
    branch('docs', 'main', 'Devin Brown <devin.brown@example.com>');
    repository.git('checkout', '--quiet', 'main');
    repository.gitAt(at('14:30'), 'Jonas Weber <jonas.weber@example.com>', 'merge', '--quiet', '--no-ff', '--message', 'Merge all', 'topic', 'bumps', 'docs');
    repository.git('config', 'user.email', 'MEI.LIN@example.com');
    repository.git('config', 'user.name', 'Mei');
    const { evidence, problems } = await read([repository.root]);
    const { people, machines, entries, ownHands } = timeline({ format: 1, id: 'a1', title: 'x', role: 'commander', window: { start, end } }, evidence);
    assert.deepEqual(problems, []);
    assert.deepEqual(people.map(({ name }) => name), ['Ana Oliveira', 'Claude Dupont', 'Devin Brown', 'Mei Lin']);
    assert.deepEqual(machines.map(({ name }) => name), ['Claude', 'renovate[bot]']);
    assert.deepEqual(entries.flatMap(({ author = [] }) => author), ['Devin Brown, Ana Oliveira and 2 more']);
    assert.deepEqual([evidence.repositories[0]?.lead, ownHands], [[{ name: 'Mei', mail: 'MEI.LIN@example.com' }], undefined]);
  });

  it('knows the lead through .mailmap, and a day before the incident what landed and was tagged', async () => {
    const repository = box.repository('before');
    repository.commit({ time: '2026-05-13T14:01:59Z', message: 'too early' });
    const hash = repository.commit({ time: '2026-05-13T14:02:00Z', message: 'a day before' });
    repository.git('tag', 'v1');
    writeFileSync(path.join(repository.root, '.mailmap'), 'Priya Nair <priya.nair@example.com> <priya@home.example>\n');
    repository.commit({ time: '13:00', message: 'in the window' });
    repository.commit({ time: '14:20', message: 'one' });
    repository.commit({ time: '14:30', author: 'Mei Lin <mei.lin@example.com>', message: 'two' });
    for (const mail of ['priya@home.example', 'no address']) repository.git('config', '--add', 'user.email', mail);
    const { evidence, problems } = await read([repository.root]);
    const { prior, ownHands, inside } = timeline({ format: 1, id: 'a1', title: 'x', window: { start, end } }, evidence);
    assert.deepEqual(problems, []);
    assert.deepEqual([prior?.undone, prior?.entries.map(({ title, commit }) => [title, commit === hash])], [false, [['a day before', true], ['v1', true], ['in the window', false]]]);
    assert.deepEqual([inside, ownHands], [2, 'You wrote 1 of the 2 changes in the window.']);
  });
});
