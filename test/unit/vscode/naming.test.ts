import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settleValue } from '../../../src/core/journal/clash';
import { markPerson, promiseToTell } from '../../../src/core/reflection/person';
import { namePerson } from '../../../src/vscode/reflection/naming';
import { ownFolder } from '../store/journalFolder';
import { atPlan, EVENING, journalWith, ONE, onDisk, Sitting, TWO } from './sitting';

describe('the name of the missed person, over a real journal', () => {
  const folder = ownFolder();

  const names = (lead: Sitting): readonly string[] => lead.people.map(({ name }) => name).sort();
  const typed = async (lead: Sitting, ...keys: readonly string[]): Promise<void> => {
    for (const name of keys) {
      lead.type('person.name', name);
      assert.ok(await lead.session.unsaved.flush());
      assert.equal(lead.state?.texts['person.name'], name, 'the page sees what was typed, so that it is saved');
    }
  };

  it('keeps one person while a name is typed, and what was noted of them', async () => {
    const lead = await atPlan(folder.path());
    lead.type('person.note', 'We saw the queue');
    await typed(lead, 'j', 'jo', 'Jo', 'Jo ', 'Jo B');
    assert.deepEqual(names(lead), ['Jo B']);
    await lead.session.change((record, step) => promiseToTell(markPerson(record, 'calmed', true, step), true, step));
    await typed(lead, 'Jo');
    assert.deepEqual([names(lead), lead.state?.person.marks, lead.state?.person.remind], [['Jo'], ['calmed'], true]);
    assert.equal(lead.state?.texts['person.note'], 'We saw the queue');
    assert.ok(!JSON.stringify(onDisk(folder.path(), ONE)).includes('Jo'), 'no name in the record');
  });

  it('takes a name back that is deleted, and gives the note to the next one', async () => {
    const lead = await atPlan(folder.path());
    await typed(lead, 'Jo');
    lead.type('person.note', 'We saw the queue');
    await typed(lead, '');
    assert.deepEqual([names(lead), lead.record.people, lead.record.reflection?.person], [[], undefined, undefined]);
    await typed(lead, '  ', 'Ann');
    assert.deepEqual([names(lead), lead.record.people?.[0]?.note], [['Ann'], 'We saw the queue']);
  });

  it('takes somebody who is known, and leaves no half-typed name behind', async () => {
    const lead = await atPlan(folder.path());
    await namePerson(lead.session, 'Mei Lin');
    const mei = lead.record.people?.[0]?.person;
    assert.deepEqual(lead.people.map(({ name, mails }) => [name, mails]), [['Mei Lin', ['mei@example.org']]]);
    await typed(lead, 'Mei Li', 'Mei L', 'Omar');
    assert.deepEqual(names(lead), ['Mei Lin', 'Omar']);
    await typed(lead, 'mei lin');
    assert.deepEqual([names(lead), lead.record.people?.map(({ person }) => person)], [['Mei Lin'], [mei]]);
  });

  it('corrects nobody who is named elsewhere, in a record that can be read or in one that cannot', async () => {
    const lead = Sitting.at(await journalWith(folder.path(), ONE, TWO), ONE, EVENING);
    await typed(lead, 'Omar');
    const elsewhere = Sitting.at(lead.journal, TWO, EVENING);
    await typed(elsewhere, 'Omar');
    const later = Sitting.at(lead.journal, ONE, '2026-05-15T09:00:00Z');
    await typed(later, 'Omar B');
    assert.deepEqual(names(later), ['Omar', 'Omar B']);
    assert.equal(elsewhere.state?.person.name, 'Omar');
    const fresh = Sitting.at(lead.journal, ONE, '2026-05-16T09:00:00Z');
    writeFileSync(join(folder.path(), '.lead-debrief/incidents/2026/2026-05-01-broken-cccccccccc.debrief.json'), '{ "half": ');
    await lead.journal.refresh();
    await typed(fresh, 'Omar C');
    assert.deepEqual(names(fresh), ['Omar', 'Omar B', 'Omar C']);
  });

  it('adds somebody from the evidence once, however often they are chosen', async () => {
    const lead = await atPlan(folder.path());
    for (const name of ['Mei Lin', null, 'Mei Lin', 'Mei Lin']) await namePerson(lead.session, name);
    assert.deepEqual(names(lead), ['Mei Lin']);
    assert.equal(lead.record.people?.length, 1);
  });

  describe('that is typed in two windows', () => {
    it('waits beside the one that was typed last, until the lead chooses', async () => {
      const lead = await atPlan(folder.path());
      const other = Sitting.at(lead.journal, lead.id, EVENING);
      lead.type('person.name', 'An'); // both began with an empty field
      other.type('person.name', 'Bo');
      assert.ok(await lead.session.unsaved.flush());
      assert.ok(await other.session.unsaved.flush());
      assert.deepEqual(names(lead), ['Bo']);
      const [clash, ...rest] = lead.state?.twofold ?? [];
      assert.deepEqual([clash?.of, clash?.mine, clash?.theirs, clash?.keeps, rest], ['people', 'Bo', 'An', ['mine', 'theirs'], []]);
      await lead.journal.updatePeople((all) => settleValue(all, clash?.path ?? '', 'theirs'));
      assert.deepEqual([names(other), other.state?.twofold, other.state?.person.name], [['An'], [], 'An']);
    });

    it('is no clash of two keys in one window, nor where the other one is only left empty', async () => {
      const lead = await atPlan(folder.path());
      const other = Sitting.at(lead.journal, lead.id, EVENING);
      other.type('person.name', ' ');
      await typed(lead, 'A', 'An', 'Ann ', 'An', 'Ann');
      assert.ok(await other.session.unsaved.flush());
      assert.deepEqual([names(other), other.state?.person.name, lead.state?.twofold], [['Ann'], 'Ann', []]);
    });

    it('stays in the people file where the last one is somebody who is known', async () => {
      const lead = Sitting.at(await journalWith(folder.path(), ONE, TWO), ONE, EVENING);
      const elsewhere = Sitting.at(lead.journal, TWO, EVENING);
      await typed(elsewhere, 'Omar');
      const other = Sitting.at(lead.journal, ONE, EVENING);
      other.type('person.name', 'Omar');
      await typed(lead, 'Ann');
      assert.ok(await other.session.unsaved.flush());
      assert.deepEqual([names(lead), lead.state?.person.name], [['Ann', 'Omar'], 'Omar']);
    });
  });
});
