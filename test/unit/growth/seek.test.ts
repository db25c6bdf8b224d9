import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exposureState } from '../../../src/core/growth/exposure';
import { exposureInWords, type ExposureInWords } from '../../../src/core/growth/exposureWords';
import { nextOf } from '../../../src/core/growth/next';
import { cameSince, reopenSeek, replaceSeek, seekOf, setSeek, settleSeek, type Seek } from '../../../src/core/growth/seek';
import { mergeFacts } from '../../../src/core/journal/mergeRecords';
import type { Incident, JournalFacts, Sought } from '../../../src/core/journal/schema';
import { SEEK_ROLES } from '../../../src/core/journal/values';
import { finished, iso, LOCALE, NOW, waiting } from './records';

const DAY = 86_400_000;
const FACTS: JournalFacts = { format: 1, id: 'journal001' };
const SET = iso(NOW - 60 * DAY);
const STEP = { now: iso(NOW), newId: () => 'sought0001' };
const SEEK: Seek = { goal: 'Lead one with two teams', role: 'commander', backing: 'Mei, on the phone', by: '2026-06-14' };
const seeking = (more: Partial<Seek> = {}, facts: JournalFacts = FACTS): JournalFacts => setSeek(facts, { ...SEEK, ...more }, facts.goal ?? '', SET);
const inWords = (records: readonly Incident[], facts: JournalFacts, isWhole = false): ExposureInWords =>
  exposureInWords(exposureState({ all: records, shown: records }, facts, LOCALE, NOW, isWhole), 'real', LOCALE, NOW);
/** So many real incidents of this month. */
const month = (count: number): Incident[] => Array.from({ length: count }, (_, at) => waiting(`m-${at}`, { window: { start: iso(NOW - at * 3_600_000), end: iso(NOW - at * 3_600_000) } }));

describe('what is sought next', () => {
  it('is set with role, backing and day; changed it is still the same; no words take it back, and other fields stay', () => {
    const set = seeking({ backing: ' Mei, on the phone ' }, { ...FACTS, later: 'kept' } as JournalFacts);
    assert.deepEqual(set, { ...FACTS, later: 'kept', goal: SEEK.goal, seek: { role: 'commander', backing: 'Mei, on the phone', by: '2026-06-14', since: SET } });
    assert.equal(setSeek(set, SEEK, SEEK.goal, STEP.now), set);
    assert.deepEqual(setSeek(set, { goal: 'Lead two teams' }, SEEK.goal, STEP.now), { ...FACTS, later: 'kept', goal: 'Lead two teams', seek: { since: SET } });
    assert.deepEqual(setSeek(set, { goal: ' ' }, SEEK.goal, STEP.now), { ...FACTS, later: 'kept' });
  });

  it('a goal that an older version set is one, and gets its first day when it is changed', () => {
    assert.deepEqual([seekOf({ goal: ' Lead ' }), seekOf({ goal: ' ' }), seekOf()], [{ goal: 'Lead' }, undefined, undefined]);
    assert.deepEqual(setSeek({ ...FACTS, goal: 'Lead' }, { goal: 'Lead', role: 'deputy' }, 'Lead', SET).seek, { role: 'deputy', since: SET });
  });

  it('keeps what another place set meanwhile', () => {
    const theirs = seeking({ goal: 'Theirs' });
    assert.deepEqual(setSeek(theirs, SEEK, '', STEP.now).clashes, [{ path: '/goal', other: 'Theirs' }]);
    const merged = mergeFacts(FACTS, seeking(), setSeek(FACTS, { ...SEEK, role: 'deputy' }, '', STEP.now));
    assert.deepEqual(merged.ok && merged.record.clashes?.map(({ path }) => path), ['/seek/role']);
  });

  it('was met or put aside: it goes to what was sought before, and comes back as it was', () => {
    for (const became of ['met', 'dropped'] as const) {
      const facts = { ...seeking(), loadLimit: 3 };
      const settled = settleSeek(facts, SEEK.goal, became, STEP);
      assert.deepEqual(settled, { ...FACTS, loadLimit: 3, sought: [{ id: 'sought0001', at: STEP.now, became, ...SEEK, since: SET }] });
      assert.deepEqual(reopenSeek(settled, SEEK.goal), facts);
      assert.equal(reopenSeek(facts, SEEK.goal), facts);
    }
  });

  it('settles nothing else than what was asked about, and puts nothing in the place of another', () => {
    const other = seeking({ goal: 'Another' });
    assert.equal(settleSeek(other, SEEK.goal, 'met', STEP), other);
    const again = seeking({ goal: 'Another' }, settleSeek(seeking(), SEEK.goal, 'met', STEP));
    assert.equal(reopenSeek(again, SEEK.goal), again);
  });

  it('gives its place to what a reflection names, and is put aside with that', () => {
    const replaced = replaceSeek(seeking(), { goal: 'The next failover' }, STEP);
    assert.deepEqual([replaced.goal, replaced.seek, replaced.sought?.map(({ goal, became }) => [goal, became]), replaced.clashes], ['The next failover', { since: STEP.now }, [[SEEK.goal, 'dropped']], undefined]);
    assert.equal(replaceSeek(seeking(), { ...SEEK, role: 'scribe' }, STEP).sought, undefined, 'the same situation in another role');
  });
});

describe('what is sought beside what came', () => {
  const came = [
    finished('led', 10, 3, { role: 'commander' }), finished('helped', 20, 3, { role: 'responder' }), waiting('today', { role: 'commander' }),
    finished('before', 70, 3, { role: 'commander' }), finished('drill', 10, 3, { kind: 'drill', role: 'commander' }), waiting('alarm', { cancelled: iso(NOW) }),
  ];

  it('counts real incidents since it was set, those that were looked back at, and those in its role', () => {
    assert.deepEqual(cameSince(came, SET, 'commander'), { real: 3, reviewed: 2, inRole: 2 });
    assert.deepEqual([cameSince(came, SET, 'scribe'), cameSince(came, SET, undefined)], [{ real: 3, reviewed: 2 }, { real: 3, reviewed: 2 }], 'no incident has that role');
  });

  it('says so, with role, backing and day; an older goal has only its words', () => {
    const { goal, seek, setGoal } = inWords(came, seeking());
    assert.deepEqual([goal, setGoal], ['To seek next: Lead one with two teams', 'Change what to seek next…']);
    assert.deepEqual(seek, ['Role: Lead. Backing: Mei, on the phone. By 14 June.', 'Since 15 March: 3 real incidents, 2 of them looked back at. Led: 2.']);
    assert.deepEqual(inWords(came, { ...FACTS, goal: 'Lead one' }).seek, []);
    assert.deepEqual([inWords([], seeking()).seek[1], inWords(came.slice(0, 1), seeking({ role: 'deputy' })).seek[1], inWords(came.slice(2, 3), seeking()).seek[1]], [
      'Since 15 March: no real incident.', 'Since 15 March: 1 real incident, looked back at.', 'Since 15 March: 1 real incident, not looked back at yet. Led: 1.',
    ]);
    assert.equal(inWords([], seeking({ goal: 'x'.repeat(900) })).goal?.length, 140 + 'To seek next: '.length);
  });

  it('shows the last of what was sought before, and all of it where the reader opens that', () => {
    const sought = (['met', 'dropped'] as const).map((became, at): Sought => ({ id: `sought000${at}`, at: iso(NOW - (3 - at) * DAY), goal: `Goal ${at}`, became }));
    const [short, whole] = [inWords([], { ...FACTS, sought }), inWords([], { ...FACTS, sought }, true)];
    assert.deepEqual([short.seek, short.all], [['Put aside on 12 May: Goal 1'], 'Show all that you sought before']);
    assert.deepEqual([whole.seek, whole.all], [['Put aside on 12 May: Goal 1', 'Met, noted on 11 May: Goal 0'], '']);
  });
});

describe('the day of what is sought', () => {
  const next = (facts: JournalFacts, records: readonly Incident[] = [], now = NOW) => nextOf(records, LOCALE, now, { facts }).items.filter(({ state }) => state === 'seek');

  it('brings it into what is next from that day on where the lead is, with no day never', () => {
    // In Berlin the 14th of June begins at 22:00 UTC.
    const at = (time: string) => next(seeking(), [], Date.parse(time)).map(({ title, words, does }) => [title, words, does.type]);
    assert.deepEqual([at('2026-06-13T21:59:00Z'), at('2026-06-13T22:00:00Z')], [[], [[SEEK.goal, 'What you seek next, by 14 June', 'settleGoal']]]);
    assert.equal(at('2027-01-01T00:00:00Z').length, 1);
    assert.deepEqual(next(setSeek(FACTS, { goal: SEEK.goal, role: 'commander' }, '', SET), [], NOW + 900 * DAY), []);
    assert.deepEqual(next(settleSeek(seeking({ by: '2026-05-01' }), SEEK.goal, 'met', STEP)), []);
  });
});

describe('past the load limit', () => {
  const urging = /seek|step|next|\bby \d|due|ahead|more/i;

  it('nothing urges, whatever is sought: the limit stands first, what is sought can wait, and nobody asks for more', () => {
    const seeks = fc.record({ role: fc.option(fc.constantFrom(...SEEK_ROLES), { nil: undefined }), by: fc.option(fc.constantFrom('2026-01-01', '2026-05-14', '2026-12-31'), { nil: undefined }), isSet: fc.boolean() });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }), seeks, (limit, over, { role, by, isSet }) => {
        const records = month(limit + over);
        const facts = { ...(isSet ? setSeek(FACTS, { goal: 'Two teams', ...(role && { role }), ...(by !== undefined && { by }) }, '', SET) : FACTS), loadLimit: limit };
        const { load, isPast, goal, seek, setGoal } = inWords(records, facts);
        assert.deepEqual([isPast, load], [true, `Past your limit: ${limit + over} real this month, your limit is ${limit}.`]);
        assert.deepEqual([goal, setGoal], isSet ? ['This can wait: Two teams', 'Change what to seek next…'] : [undefined, '']);
        for (const line of [goal ?? '', ...seek]) assert.doesNotMatch(line, urging);
        assert.deepEqual(nextOf(records, LOCALE, NOW, { facts }).items.filter(({ state }) => state === 'seek'), []);
      }),
    );
  });

  it('and from the limit down it is as ever', () => {
    const facts = { ...seeking({ by: '2026-05-14' }), loadLimit: 3 };
    assert.match(inWords(month(3), facts).goal ?? '', /^To seek next/);
    assert.equal(nextOf(month(3), LOCALE, NOW, { facts }).items.filter(({ state }) => state === 'seek').length, 1);
    assert.equal(inWords(month(3), { ...FACTS, loadLimit: 3 }).setGoal, 'Set what to seek next…');
  });
});
