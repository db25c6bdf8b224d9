import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findJournal, journalAt, locationOf } from '../../../src/store/whereabouts';
import type { Question } from '../../../src/store/whereabouts';
import { ownFolder } from './journalFolder';

describe('where the journal is', () => {
  const root = ownFolder();
  const at = (...path: readonly string[]) => join(root.path(), ...path);
  const journalIn = (name: string) => at(name, '.lead-debrief');
  const find = (more: Partial<Question>) => findJournal({ folders: [], location: '', home: at('home'), ...more });

  function makeJournal(name: string): string {
    mkdirSync(journalIn(name), { recursive: true });
    writeFileSync(join(journalIn(name), 'debrief-journal.json'), '{}');
    return journalIn(name);
  }

  it('in the one folder that is open, whether it is there yet or not', () => {
    assert.deepEqual(find({ folders: [at('a')] }), { kind: 'here', folder: journalIn('a') });
  });

  it('nowhere without a folder', () => assert.deepEqual(find({}), { kind: 'noFolder' }));

  describe('with several folders', () => {
    const folders = () => [at('a'), at('b'), at('c')];

    it('is the one that has a journal; an empty folder is none', () => {
      const b = makeJournal('b');
      mkdirSync(journalIn('c'), { recursive: true });
      assert.deepEqual(find({ folders: folders() }), { kind: 'here', folder: b });
    });

    it('is asked at the first save where none has one', () => {
      assert.deepEqual(find({ folders: folders() }), { kind: 'here', folder: journalIn('a'), choices: ['a', 'b', 'c'].map(journalIn) });
    });

    it('is asked at once where several have one', () => {
      const both = [makeJournal('a'), makeJournal('c')];
      assert.deepEqual(find({ folders: folders() }), { kind: 'several', choices: both });
    });

    it('is the one that was chosen, as long as that is open and none of the others alone has one', () => {
      assert.deepEqual(find({ folders: folders(), chosen: journalIn('b') }), { kind: 'here', folder: journalIn('b') });
      const c = makeJournal('c');
      assert.deepEqual(find({ folders: folders(), chosen: journalIn('b') }), { kind: 'here', folder: c });
      makeJournal('b');
      assert.deepEqual(find({ folders: folders(), chosen: journalIn('b') }), { kind: 'here', folder: journalIn('b') });
      makeJournal('a');
      assert.equal(find({ folders: [at('a'), at('c')], chosen: journalIn('b') }).kind, 'several');
    });
  });

  describe('where the setting says', () => {
    it('absolute or from ~ on, for every workspace', () => {
      for (const location of ['~/notes', '~/notes/', ' ~/notes ', at('home', 'notes'), '~/notes/.lead-debrief']) {
        assert.deepEqual(find({ folders: [at('a'), at('b')], location }), { kind: 'here', folder: join(at('home'), 'notes', '.lead-debrief') }, location);
      }
      assert.deepEqual(find({ location: '~' }), { kind: 'here', folder: join(at('home'), '.lead-debrief') });
    });

    it('but not from wherever the editor was started, and nobody else’s home', () => {
      for (const location of ['notes', './notes', '../x', '~ana/notes']) assert.deepEqual(find({ folders: [at('a')], location }), { kind: 'badLocation' }, location);
    });

    it('itself where it is a journal under another name', () => {
      renameSync(makeJournal('a'), at('my-journal'));
      assert.equal(journalAt(at('my-journal'), at('home')), at('my-journal'));
    });

    it('can be said shortly, and leads back', () => {
      for (const folder of [at('home', 'notes', '.lead-debrief'), at('home', '.lead-debrief'), at('x', '.lead-debrief')]) {
        assert.equal(journalAt(locationOf(folder, at('home')), at('home')), folder);
      }
      assert.equal(locationOf(at('home', 'notes', '.lead-debrief'), at('home')), '~/notes');
      assert.equal(locationOf(at('homework', '.lead-debrief'), at('home')), at('homework'));
    });
  });

  describe('after the setting changed', () => {
    it('stays in use until it was moved or left, also over a restart', () => {
      const last = { folder: makeJournal('a'), location: '' };
      assert.deepEqual(find({ folders: [at('a')], location: '~/notes', last }), { kind: 'here', folder: last.folder, moveTo: join(at('home'), 'notes', '.lead-debrief') });
      const back = { folder: makeJournal('b'), location: at('b') };
      assert.deepEqual(find({ folders: [at('c')], last: back }), { kind: 'here', folder: back.folder, moveTo: journalIn('c') });
    });

    it('is the new place where there is nothing to move, or the old one went', () => {
      const there = { kind: 'here', folder: join(at('home'), 'notes', '.lead-debrief') };
      assert.deepEqual(find({ folders: [at('a')], location: '~/notes', last: { folder: journalIn('a'), location: '' } }), there);
      assert.deepEqual(find({ folders: [at('a')], location: '~/notes' }), there);
    });

    it('is where the person kept it, until the setting changes again or it goes', () => {
      const last = { folder: makeJournal('a'), location: '~/notes', kept: true };
      assert.deepEqual(find({ folders: [at('a')], location: '~/notes', last }), { kind: 'here', folder: last.folder });
      assert.equal((find({ folders: [at('a')], location: '~/other', last }) as { moveTo?: string }).moveTo, join(at('home'), 'other', '.lead-debrief'));
      renameSync(last.folder, at('away'));
      assert.deepEqual(find({ folders: [at('a')], location: '~/notes', last }), { kind: 'here', folder: join(at('home'), 'notes', '.lead-debrief') });
    });
  });
});
