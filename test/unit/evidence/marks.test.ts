import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import type { EvidenceEntry } from '../../../src/core/evidence/entry';
import { addByHand, hideEntry, markMoment, removeByHand, showEntry } from '../../../src/core/evidence/marks';
import { timeline } from '../../../src/core/evidence/timeline';
import { incidentSchema, type Incident } from '../../../src/core/journal/schema';
import type { Step } from '../../../src/core/reflection/step';
import { at, counter, git, hash, incident, landing, repository } from './builders';

const evidence = git(
  repository(
    [landing('a2', '14:40', 'two'), landing('a1', '14:20', 'one')],
    [{ name: 'v1', at: at('14:50'), commit: hash('a2') }],
  ),
);
const noted = incident({ foresight: [{ id: 'n1', at: at('14:09'), belief: 'The pool starves card-auth.' }] });
const entries = (record: Incident) => timeline(record, evidence).entries;
const find = (record: Incident, wanted: (entry: EvidenceEntry) => boolean): EvidenceEntry => {
  const entry = entries(record).find(wanted);
  assert.ok(entry);
  return entry;
};
const one = (record: Incident) => find(record, ({ ref }) => ref === hash('a1'));
const two = (record: Incident) => find(record, ({ ref }) => ref === hash('a2'));

/** In the evening, in a panel that was opened at six. */
const step = (newId = counter(), now = at('18:06')): Step => ({ now, newId, session: at('18:00') });

describe('markMoment', () => {
  it('writes the entry only now, with what is needed when its commit is gone', () => {
    const after = markMoment(noted, one(noted), step());
    assert.deepEqual(after.evidence, [
      {
        id: 'e1',
        at: at('14:20'),
        source: 'git',
        title: 'one',
        kind: 'landing',
        ref: hash('a1'),
        repository: 'payments',
        moment: true,
      },
    ]);
    assert.equal(one(after).moment, true);
    assert.deepEqual(v.safeParse(incidentSchema, after).issues, undefined);
  });

  it('leaves one moment at most, and nothing of the one before', () => {
    const first = markMoment(noted, one(noted), step());
    const second = markMoment(first, two(first), step());
    assert.deepEqual(
      entries(second)
        .filter(({ moment }) => moment)
        .map(({ ref }) => ref),
      [hash('a2')],
    );
    assert.equal(second.evidence?.length, 1);
    assert.deepEqual(markMoment(second, undefined, step()), noted);
  });

  it('says the same twice without changing the record', () => {
    const first = markMoment(noted, one(noted), step());
    assert.equal(markMoment(first, one(first), step()), first);
  });

  it('keeps a hidden entry hidden when the moment moves on', () => {
    const hidden = hideEntry(noted, one(noted), step());
    const moved = markMoment(markMoment(hidden, one(hidden), step()), two(hidden), step());
    assert.deepEqual([one(moved).hidden, one(moved).moment], [true, undefined]);
  });

  it('takes a note, a tag, the beginning, something added by hand', () => {
    const added = addByHand(noted, { at: at('14:25'), title: 'A shop called' }, step(() => 'h1'));
    for (const kind of ['note', 'tag', 'began', 'moment'] as const) {
      const after = markMoment(
        added,
        find(added, (entry) => entry.kind === kind),
        step(),
      );
      assert.equal(find(after, ({ moment }) => moment === true).kind, kind);
      assert.deepEqual(markMoment(after, undefined, step()), added);
    }
  });

  it('remembers a note by its words', () => {
    const after = markMoment(
      noted,
      find(noted, ({ kind }) => kind === 'note'),
      step(),
    );
    assert.deepEqual(after.evidence?.[0], {
      id: 'e1',
      at: at('14:09'),
      source: 'incident',
      title: 'The pool starves card-auth.',
      kind: 'note',
      ref: 'n1',
      moment: true,
    });
  });
});

describe('hideEntry and showEntry', () => {
  it('hide an entry and show it again', () => {
    const hidden = hideEntry(noted, one(noted), step());
    assert.equal(one(hidden).hidden, true);
    assert.equal(hideEntry(hidden, one(hidden), step()), hidden);
    assert.deepEqual(showEntry(hidden, one(hidden), step()), noted);
    assert.equal(showEntry(noted, one(noted), step()), noted);
  });

  it('still work when the commit is gone', () => {
    const hidden = hideEntry(noted, one(noted), step());
    const gone = timeline(hidden, undefined).entries.find(({ ref }) => ref === hash('a1'));
    assert.ok(gone?.hidden);
    assert.deepEqual(showEntry(hidden, gone, step()), noted);
  });
});

describe('addByHand and removeByHand', () => {
  it('add a moment that no source knows, and remove it', () => {
    const added = addByHand(noted, { at: at('14:25'), title: ' A shop called ' }, step(() => 'h1'));
    assert.deepEqual(added.evidence, [
      { id: 'h1', at: at('14:25'), source: 'person', title: 'A shop called', kind: 'moment' },
    ]);
    assert.deepEqual(
      removeByHand(added, find(added, ({ source }) => source === 'person'), step()),
      noted,
    );
  });

  it('refuse an empty title, and to remove what git says or what another version stored', () => {
    assert.equal(addByHand(noted, { at: at('14:25'), title: '  ' }, step()), noted);
    const hidden = hideEntry(noted, one(noted), step());
    assert.equal(removeByHand(hidden, one(hidden), step()), hidden);
    const foreign = { ...noted, evidence: [{ id: 's1', at: at('14:30'), source: 'alert', title: 'Fired' }] };
    assert.equal(
      removeByHand(foreign, find(foreign, ({ storedId }) => storedId === 's1'), step()),
      foreign,
    );
  });
});

describe('every change of the evidence', () => {
  type Act = (record: Incident, entry: EvidenceEntry, step: Step) => Incident;
  const acts: Record<string, Act> = {
    mark: markMoment,
    unmark: (record, _, now) => markMoment(record, undefined, now),
    hide: hideEntry,
    show: showEntry,
    add: (record, { at: when }, now) => addByHand(record, { at: when, title: 'by hand' }, now),
    remove: removeByHand,
  };
  const scripts = fc.array(fc.record({ act: fc.constantFrom(...Object.keys(acts)), pick: fc.nat(20) }), {
    maxLength: 12,
  });

  const play = (start: Incident, script: readonly { act: string; pick: number }[], now: Step): Incident =>
    script.reduce((record, { act, pick }) => {
      const all = entries(record);
      const entry = all[pick % all.length];
      return entry ? (acts[act]?.(record, entry, now) ?? record) : record;
    }, start);

  it('keeps the record valid, with one moment at most, and the record before as it was', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const before = JSON.stringify(noted);
        const after = play(noted, script, step());
        assert.equal(JSON.stringify(noted), before);
        assert.equal(v.safeParse(incidentSchema, after).success, true);
        assert.ok((after.evidence ?? []).filter(({ moment }) => moment).length <= 1);
        const { evidence: dropped, ...rest } = after;
        assert.deepEqual(rest, noted, `${dropped?.length}`);
      }),
    );
  });

  it('is taken back by its opposite', () => {
    fc.assert(
      fc.property(scripts, fc.nat(20), (script, pick) => {
        const record = play(noted, script, step());
        const visible = entries(record).filter(({ hidden }) => !hidden);
        const entry = visible[pick % visible.length];
        if (!entry) return;
        const hidden = hideEntry(record, entry, step(() => 'x1'));
        assert.deepEqual(showEntry(hidden, entry, step()), record);
      }),
    );
  });

  it('keeps fields of a later version, in the record and in each entry', () => {
    const later = {
      ...noted,
      weather: 'rain',
      evidence: [
        { id: 's1', at: at('14:20'), source: 'git', title: 'one', kind: 'landing', ref: hash('a1'), colour: 'red' },
      ],
    } as unknown as Incident;
    fc.assert(
      fc.property(scripts, (script) => {
        const after = play(later, script, step()) as Incident & { weather?: string };
        assert.equal(after.weather, 'rain');
        const kept = (after.evidence ?? []).find(({ id }) => id === 's1') as { colour?: string } | undefined;
        assert.equal(kept?.colour, 'red');
      }),
    );
  });
});

describe('a change of the evidence after the reflection was finished', () => {
  const done = incident({ reflection: { path: 'short', started: at('17:50'), finished: at('17:59') } });
  const revisions = (record: Incident) => (record.reflection?.revisions ?? []).map(({ field, before, at: when }) => [field, before, when.slice(11, 16)]);

  it('keeps the marks as they were, once a session', () => {
    const marked = markMoment(done, one(done), step());
    assert.deepEqual(revisions(marked), [['evidence', '', '18:06']]);
    assert.equal(revisions(hideEntry(marked, two(marked), step())).length, 1);

    const before = addByHand(incident(), { at: at('14:25'), title: 'A shop called' }, step(() => 'h1'));
    const added = { ...done, evidence: hideEntry(markMoment(before, find(before, ({ storedId }) => storedId === 'h1'), step()), one(before), step()).evidence ?? [] };
    const call = find(added, ({ storedId }) => storedId === 'h1');
    const was = `${at('14:25')} A shop called (moment)\n${at('14:20')} one (hidden)`;
    for (const change of [showEntry(added, one(added), step()), removeByHand(added, call, step()), markMoment(added, undefined, step()), addByHand(added, { at: at('14:30'), title: 'Another' }, step())]) {
      assert.deepEqual(revisions(change), [['evidence', was, '18:06']]);
    }
  });

  it('leaves no revision where nothing changes, nor before it is finished', () => {
    for (const same of [markMoment(done, undefined, step()), showEntry(done, one(done), step()), addByHand(done, { at: at('14:25'), title: ' ' }, step())]) assert.equal(same, done);
    const open = { ...done, reflection: { path: 'short' as const, started: at('17:50') } };
    assert.deepEqual(revisions(hideEntry(open, one(open), step())), []);
  });
});
