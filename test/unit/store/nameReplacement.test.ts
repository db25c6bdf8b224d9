import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Incident } from '../../../src/core/journal/schema';
import { nameFinder, namedIncidents } from '../../../src/core/privacy/replaceName';
import { knownPeople } from '../../../src/core/share/knownPeople';
import type { Journal } from '../../../src/store/journal';
import { inIncident, inOthers, NameReplacement } from '../../../src/store/nameReplacement';
import { incident } from '../journal/sample';
import { filesIn, openJournal, workspace } from './journalFolder';

const IDS = ['7k3f9q2mx1', '7k3f9q2mx2', '7k3f9q2mx3'] as const;

describe('replacing a name in all files of a journal', () => {
  const { folder } = workspace();

  /** Three incidents, a goal and the people file, in all of which somebody is named. */
  async function journalWithAna(): Promise<Journal> {
    const journal = await openJournal(folder.path());
    for (const [n, id] of IDS.entries()) assert.ok((await journal.create(incident(id, { title: `Incident ${n}`, stakes: `Oliveira ${n}`, window: { start: `2026-05-1${n}T14:02:00Z` } } as Partial<Incident>))).ok);
    await journal.updatePeople((people) => ({ ...people, people: [{ id: 'p-1', name: 'Ana Oliveira', alias: 'Heron', mails: ['ana@example.com'] }], clashes: [{ path: '/people/p-1/name', other: 'Ana de Oliveira' }] }));
    await journal.updateFacts((facts) => ({ ...facts, goal: 'Lead with Oliveira' }));
    return journal;
  }

  function plan(journal: Journal, choose: (id: string) => boolean = () => true): NameReplacement {
    const all = knownPeople(journal.people(), journal.records());
    const finder = nameFinder({ person: all[0]!, alias: 'Kite', all });
    const incidents = namedIncidents(journal.records(), finder).map((each) => inIncident(each, choose(each.id) ? each.texts : []));
    const others = inOthers(journal.facts(), journal.people(), finder, { facts: 'Goal', people: 'People' });
    return new NameReplacement(journal, { finder, alias: 'Kite', person: 'p-1', files: [...incidents, ...others] });
  }
  const names = (): string[] => Object.entries(filesIn(folder.path())).filter(([file, text]) => file.endsWith('.json') && /oliveira|ana@/i.test(text)).map(([file]) => file);

  it('everywhere, and all of it comes back with one undo, to the byte', async () => {
    const journal = await journalWithAna();
    const before = filesIn(folder.path());
    const replacing = plan(journal);
    assert.deepEqual(await replacing.run(), { done: 5, all: 5, changed: [] });
    assert.deepEqual(names(), []);
    assert.deepEqual(journal.people().people, [{ id: 'p-1', name: 'Kite', alias: 'Kite' }]);
    assert.deepEqual(journal.records().map(({ stakes }) => stakes), ['Kite 2', 'Kite 1', 'Kite 0']);
    assert.deepEqual(await replacing.run(), { done: 5, all: 5, changed: [] }); // nothing is left to do
    assert.deepEqual(await replacing.undo(), { done: 5, all: 5, changed: [] });
    assert.deepEqual(filesIn(folder.path()), before);
    assert.ok(!replacing.canUndo);
  });

  it('an incident that was changed by another window meanwhile is left, and named; looked at anew, it is done as well', async () => {
    const journal = await journalWithAna();
    const replacing = plan(journal);
    const other = await openJournal(folder.path());
    await other.update(IDS[1], (record) => ({ ...record, lesson: { text: 'Ask Oliveira' } }));
    await other.update(IDS[2], (record) => ({ ...record, outcome: 'rough' }) as Incident); // has nothing to do with the name
    const progress = await replacing.run();
    assert.deepEqual([progress.done, progress.changed], [4, ['Incident 1']]);
    assert.deepEqual(names().map((file) => file.includes(IDS[1])), [true]);
    assert.equal(journal.get(IDS[2])?.state, 'ok');
    const all = [{ id: 'text-1', name: 'Ana Oliveira', mails: [], alias: 'Kite' }];
    const finder = nameFinder({ person: all[0]!, alias: 'Kite', all });
    await new NameReplacement(journal, { finder, alias: 'Kite', files: namedIncidents(journal.records(), finder).map((each) => inIncident(each, each.texts)) }).run();
    assert.deepEqual(names(), []);
  });

  it('stops where a file cannot be written, says so, and goes on or comes back from there', async function () {
    const journal = await journalWithAna();
    const before = filesIn(folder.path());
    const file = join(folder.path(), '.lead-debrief', Object.keys(filesIn(join(folder.path(), '.lead-debrief'))).find((each) => each.includes(IDS[1])) ?? '');
    const text = readFileSync(file, 'utf8');
    rmSync(file); // as git leaves it on another branch
    await journal.refresh();
    const replacing = plan(journal);
    const stopped = await replacing.run();
    assert.deepEqual([stopped.done, stopped.all, stopped.stopped?.title], [1, 5, 'Incident 1']);
    assert.match(stopped.stopped?.reason ?? '', /is not in the folder now/);
    assert.match(JSON.stringify(journal.people()), /Oliveira/); // the people file comes last
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    await journal.refresh();
    assert.deepEqual(await replacing.run(), { done: 5, all: 5, changed: [] });
    assert.deepEqual(names(), []);
    rmSync(file);
    await journal.refresh();
    const half = await replacing.undo();
    assert.equal(half.stopped?.title, 'Incident 1');
    writeFileSync(file, text.replaceAll('Oliveira', 'Kite'));
    await journal.refresh();
    assert.equal((await replacing.undo()).stopped, undefined);
    assert.deepEqual(filesIn(folder.path()), before);
  });

  it('undo leaves what somebody has written since, and says where', async () => {
    const journal = await journalWithAna();
    const replacing = plan(journal);
    await replacing.run();
    await journal.update(IDS[0], (record) => ({ ...record, stakes: 'Written since' }));
    assert.deepEqual((await replacing.undo()).changed, ['Incident 0']);
    assert.deepEqual(journal.records().map(({ stakes }) => stakes), ['Oliveira 2', 'Oliveira 1', 'Written since']);
  });

  it('what was unticked stays', async () => {
    const journal = await journalWithAna();
    await plan(journal, (id) => id !== IDS[2]).run();
    assert.deepEqual(names().map((file) => file.includes(IDS[2])), [true]);
  });

  it('a folder that is read-only stops it before anything is written', async function () {
    const journal = await journalWithAna();
    if (process.getuid?.() === 0) return this.skip(); // root may write everywhere
    chmodSync(join(folder.path(), '.lead-debrief'), 0o500);
    const stopped = await plan(journal).run();
    chmodSync(join(folder.path(), '.lead-debrief'), 0o700);
    assert.equal(stopped.done, 0);
  });
});
