import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Landing } from '../../../src/core/evidence/commit';
import { timeline } from '../../../src/core/evidence/timeline';
import type { StoredEvidence } from '../../../src/core/journal/schema';
import { at, back, bot, entryOf, fix, git, hash, incident, landing, priya, repository, stored, tag, wait } from './builders';

const halve = landing('a1', '13:41', 'payments: halve the connection pool (#412)', { author: priya });
const yaml = landing('a0', '12:21', 'chore(deps): bump yaml (#410)', { author: bot });
const usual = git(repository([fix, back, wait, halve, yaml], [tag]));

describe('timeline', () => {
  it('orders everything by time, the record’s own words among it', () => {
    const record = incident({
      foresight: [
        {
          id: 'n1',
          at: at('14:09'),
          belief: 'The pool starves card-auth.',
          sure: 60,
          next: 'Timeouts stop.',
          judged: 'no',
        },
      ],
      incidentNotes: [{ id: 'r1', at: at('14:40'), text: 'Handed over to Mei' }],
      evidence: [stored({ id: 'p1', at: at('14:25'), source: 'person', title: 'A shop called', kind: 'moment' })],
    });
    const { entries, inside } = timeline(record, usual);
    assert.deepEqual(
      entries.map(({ at: time, kind }) => `${time.slice(11, 16)} ${kind}`),
      [
        '12:21 landing',
        '13:41 landing',
        '14:02 began',
        '14:09 note',
        '14:18 landing',
        '14:25 moment',
        '14:31 revert',
        '14:40 remark',
        '14:47 landing',
        '14:52 tag',
        '15:37 ended',
      ],
    );
    assert.equal(inside, 3);
    const note = entries.find(({ kind }) => kind === 'note');
    assert.deepEqual(
      [note?.title, note?.note],
      [
        'Your note, 60 % sure',
        { belief: 'The pool starves card-auth.', sure: 60, next: 'Timeouts stop.', judged: 'no' },
      ],
    );
  });

  it('says what a commit is', () => {
    const result = timeline(incident(), usual);
    assert.deepEqual(entryOf(result, 'a3'), {
      key: `git:${hash('a3')}`,
      at: at('14:31'),
      source: 'git',
      kind: 'revert',
      title: back.subject,
      ref: hash('a3'),
      commit: hash('a3'),
      repository: 'payments',
      author: 'Priya Nair',
      turningPoint: true,
      fixCandidate: true,
      reverts: { ref: hash('a2'), title: wait.subject, at: at('14:18'), minutesAfterLanding: 13 },
    });
    const first = entryOf(result, 'a4');
    assert.deepEqual(
      [first?.pr, first?.author, first?.firstOf, first?.fixCandidate],
      ['414', 'Jonas Weber, Mei Lin', 'Jonas Weber, Mei Lin', true],
    );
  });

  it('shows turning points first: reverts, fix candidates, tags, each person’s first, and the record’s own', () => {
    const points = timeline(incident(), usual).entries.filter(({ turningPoint }) => turningPoint);
    assert.deepEqual(
      points.map(({ title }) => title),
      [halve.subject, 'The incident began', back.subject, fix.subject, tag.name, 'The incident was over'],
    );
  });

  it('lists people and machines apart', () => {
    const { people, machines } = timeline(incident(), usual);
    assert.deepEqual(
      people.map(({ name }) => name),
      ['Jonas Weber', 'Mei Lin', 'Priya Nair'],
    );
    assert.deepEqual(
      machines.map(({ name }) => name),
      ['dependabot[bot]'],
    );
  });

  it('works without git', () => {
    const { entries, people, inside } = timeline(incident(), undefined);
    assert.deepEqual([entries.map(({ kind }) => kind), people, inside], [['began', 'ended'], [], 0]);
  });

  it('has no end where the incident has none', () => {
    assert.deepEqual(
      timeline(incident({ window: { start: at('14:02') } }), undefined).entries.map(({ kind }) => kind),
      ['began'],
    );
  });

  it('puts what the lead did with an entry on it', () => {
    const record = incident({
      evidence: [
        stored({ id: 's1', ref: hash('a2'), moment: true }),
        stored({ id: 's2', ref: hash('a0'), hidden: true }),
      ],
    });
    const result = timeline(record, usual);
    assert.equal(result.entries.length, timeline(incident(), usual).entries.length);
    const [moment, hidden] = [entryOf(result, 'a2'), entryOf(result, 'a0')];
    assert.deepEqual(
      [moment?.moment, moment?.turningPoint, moment?.storedId, moment?.title],
      [true, true, 's1', wait.subject],
    );
    assert.deepEqual([hidden?.hidden, hidden?.storedId], [true, 's2']);
  });

  it('knows a commit by a shortened hash, and a tag by its name and repository', () => {
    const record = incident({
      evidence: [
        stored({ ref: hash('a2').slice(0, 8), moment: true }),
        stored({ id: 's2', kind: 'tag', ref: tag.name, repository: 'payments', hidden: true }),
      ],
    });
    const result = timeline(record, usual);
    assert.equal(entryOf(result, 'a2')?.moment, true);
    assert.equal(result.entries.find(({ kind }) => kind === 'tag')?.hidden, true);
    assert.equal(result.entries.length, timeline(incident(), usual).entries.length);
  });

  it('still shows a stored entry whose commit is gone', () => {
    const gone = stored({
      ref: hash('dead'),
      title: 'payments: rewritten since',
      kind: 'revert',
      repository: 'payments',
      moment: true,
    });
    const entry = entryOf(timeline(incident({ evidence: [gone] }), undefined), 'dead');
    assert.deepEqual(entry, {
      key: `git:${hash('dead')}`,
      at: at('14:00'),
      source: 'git',
      kind: 'revert',
      title: 'payments: rewritten since',
      ref: hash('dead'),
      commit: hash('dead'),
      repository: 'payments',
      turningPoint: true,
      storedId: 's1',
      moment: true,
    });
  });

  it('shows an entry of a source that this version does not know, as it is stored', () => {
    const alert = stored({ source: 'alert', title: 'PaymentLatencyHigh fired', kind: 'fired' });
    const entry = timeline(incident({ evidence: [alert] }), undefined).entries.find(
      ({ storedId }) => storedId === 's1',
    );
    assert.deepEqual([entry?.title, entry?.kind, entry?.source], ['PaymentLatencyHigh fired', 'moment', 'person']);
  });

  it('is ordered by time and has each key once, whatever landed and whatever is stored', () => {
    const time = fc
      .integer({ min: 0, max: 30 * 3600 })
      .map((seconds) => new Date(Date.parse(at('00:00')) + seconds * 1000).toISOString().replace('.000Z', 'Z'));
    const one = fc.record({
      id: fc.stringMatching(/^[0-9a-f]{8}$/),
      at: time,
      subject: fc.constantFrom('work', 'Revert "work"', 'fix it (#1)', 'fix it (#2)'),
    });
    const landed = fc
      .uniqueArray(one, { selector: ({ id }) => id, maxLength: 30 })
      .map((all) => all.map(({ id, at: when, subject }): Landing => landing(id, '00:00', subject, { at: when })));
    const touch = fc.record({
      pick: fc.nat(40),
      at: time,
      hidden: fc.boolean(),
      moment: fc.boolean(),
      source: fc.constantFrom('git', 'person', 'incident'),
    });
    fc.assert(
      fc.property(landed, fc.array(touch, { maxLength: 5 }), (landings, touches) => {
        const evidence = touches.map(({ pick, at: when, hidden, moment, source }, index): StoredEvidence => ({
          id: `s${index}`,
          at: when,
          source,
          title: 'x',
          kind: 'landing',
          ref: landings[pick]?.hash ?? hash(`9${index}`),
          ...(hidden && { hidden }),
          ...(moment && { moment }),
        }));
        const { entries } = timeline(incident({ evidence }), git(repository(landings)));
        const times = entries.map((entry) => Date.parse(entry.at));
        assert.deepEqual(
          times,
          [...times].sort((a, b) => a - b),
        );
        for (const { hash: each } of landings)
          assert.equal(
            entries.filter(
              ({ ref, alsoRefs, source }) => source === 'git' && (ref === each || alsoRefs?.includes(each)),
            ).length,
            1,
          );
        assert.ok(evidence.every(({ id }) => entries.some(({ storedId }) => storedId === id) || evidence.length > 1));
        assert.ok(entries.every(({ key }) => key.length <= 200));
      }),
    );
  });
});
