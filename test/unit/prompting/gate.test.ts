import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { isNight, workdayAfter } from '../../../src/core/prompting/days';
import type { PromptHistory } from '../../../src/core/prompting/history';
import type { Reason } from '../../../src/core/prompting/reason';
import { stillOpenAsk } from '../../../src/core/prompting/stillOpen';
import { alert, asked, at, circumstances, EMPTY, iso, judge, MINUTE, over, running, STANDARD, turn, verdictOn, ZONE, type Case } from './scenes';

/** What is given, the reason, and the first time at which it can be asked, in Berlin; without a time, none is known. */
type Row = readonly [what: string, given: Case, code: Reason['code'], until?: string];

const THURSDAY = over('a1', '2026-05-14 11:00');
const NIGHTLY = over('n1', '2026-05-14 03:00');
const answer = (history: PromptHistory, answers: object): PromptHistory => ({ ...history, asked: history.asked.map((each) => ({ ...each, ...answers })) });
const on = (given: Partial<Incident>): readonly Incident[] => [over('a1', '2026-05-14 11:00', given)];

const rows: Readonly<Record<string, readonly Row[]>> = {
  'the rest': [
    ['a minute before it is over', { now: '2026-05-14 12:29' }, 'rest', '2026-05-14 12:30'],
    ['when it is over', { now: '2026-05-14 12:30' }, 'ready'],
    ['after another incident, of any kind', { records: [THURSDAY, over('b1', '2026-05-14 13:00', { kind: 'drill' })] }, 'rest', '2026-05-14 14:30'],
    ['not after a false alarm', { records: [THURSDAY, over('b1', '2026-05-14 13:00', { cancelled: iso(at('2026-05-14 13:01')) })] }, 'ready'],
    ['none, where none is set', { now: '2026-05-14 11:00', settings: { restMinutes: 0 } }, 'ready'],
    ['beyond the working hours', { records: [THURSDAY, over('b1', '2026-05-14 16:00')], now: '2026-05-14 16:30' }, 'rest', '2026-05-15 09:30'],
    ['a clock that was set back: the end is in the future', { now: '2026-05-14 10:00' }, 'rest', '2026-05-14 12:30'],
    ['an end that is a year ahead holds nobody else back', { records: [THURSDAY, over('b1', '2027-05-14 11:00')] }, 'ready'],
  ],
  'working hours': [
    ['before they begin', { now: '2026-05-15 09:29' }, 'tooEarly', '2026-05-15 09:30'],
    ['when they begin', { now: '2026-05-15 09:30' }, 'ready'],
    ['a minute before they end', { now: '2026-05-14 16:59' }, 'ready'],
    ['when they end', { now: '2026-05-14 17:00' }, 'tooLate', '2026-05-15 09:30'],
    ['on Friday evening', { now: '2026-05-15 18:00' }, 'tooLate', '2026-05-18 09:30'],
    ['on Saturday', { now: '2026-05-16 12:00' }, 'notWorkday', '2026-05-18 09:30'],
    ['on Saturday, where that is a working day', { now: '2026-05-16 12:00', settings: { workdays: ['saturday'] } }, 'ready'],
    ['in the lead’s zone, where it ended at 05:00', { zone: 'America/New_York' }, 'tooEarly', '2026-05-14 16:30'],
    ['in a zone that nobody knows: UTC', { zone: 'Middle/Earth', now: '2026-05-14 18:59' }, 'ready'],
    ['over the night of a change of clocks', { records: [over('a1', '2026-03-27 15:00')], now: '2026-03-28 12:00' }, 'notWorkday', '2026-03-30 09:30'],
    ['that begin in the hour that is skipped', { records: [over('a1', '2026-03-28 15:00')], now: '2026-03-29 01:59', settings: { workdays: ['sunday'], earliest: '02:30' } }, 'tooEarly', '2026-03-29 03:30'],
    ['that begin in the hour that comes twice', { records: [over('a1', '2026-10-24 15:00')], now: '2026-10-25 01:59', settings: { workdays: ['sunday'], earliest: '02:30' } }, 'tooEarly', '2026-10-25 02:30'],
    ['reversed: never', { settings: { earliest: '17:00', latest: '09:00' } }, 'noHours'],
    ['of no length: never', { settings: { earliest: '09:00', latest: '09:00' } }, 'noHours'],
    ['without a working day: never', { settings: { workdays: [] } }, 'noWorkdays'],
    ['turned off', { settings: { enabled: false } }, 'off'],
  ],
  'the night': [
    ['after it ended in the night', { records: [NIGHTLY], now: '2026-05-14 10:29' }, 'night', '2026-05-14 10:30'],
    ['from the time that is set', { records: [NIGHTLY], now: '2026-05-14 10:30' }, 'ready'],
    ['after an end at 22:00', { records: [over('n1', '2026-05-13 22:00')], now: '2026-05-14 10:00' }, 'night', '2026-05-14 10:30'],
    ['not after an end at 21:59', { records: [over('n1', '2026-05-13 21:59')], now: '2026-05-14 10:00' }, 'ready'],
    ['after an end at 05:59', { records: [over('n1', '2026-05-14 05:59')], now: '2026-05-14 10:00' }, 'night', '2026-05-14 10:30'],
    ['not after an end at 06:00', { records: [over('n1', '2026-05-14 06:00')], now: '2026-05-14 10:00' }, 'ready'],
    ['on a later day, about itself', { records: [over('n1', '2026-05-15 23:00')], now: '2026-05-18 10:00' }, 'night', '2026-05-18 10:30'],
    ['about another incident, on the morning after', { records: [over('a1', '2026-05-13 11:00'), { ...NIGHTLY, kind: 'drill' }], now: '2026-05-14 10:00' }, 'night', '2026-05-14 10:30'],
    ['not about another incident a day later', { records: [over('a1', '2026-05-13 11:00'), { ...NIGHTLY, kind: 'drill' }], now: '2026-05-15 10:00' }, 'ready'],
    ['waits for the next morning, seen from the evening', { records: [NIGHTLY], now: '2026-05-14 18:00' }, 'tooLate', '2026-05-15 10:30'],
    ['that ends after work: never', { records: [NIGHTLY], settings: { afterNight: '17:00' } , now: '2026-05-14 12:00' }, 'nightNever'],
  ],
  'a breakpoint': [
    ['the window is not active', { moment: { windowActive: false } }, 'windowInactive'],
    ['something is being debugged', { moment: { debugging: true } }, 'debugging'],
    ['something was typed just now', { moment: { lastTypedAt: at('2026-05-14 13:59') } }, 'typing', '2026-05-14 14:01'],
    ['two minutes after typing', { moment: { lastTypedAt: at('2026-05-14 13:58') } }, 'ready'],
    ['typed in the future, by a clock that was set back', { moment: { lastTypedAt: at('2026-05-14 15:00') } }, 'ready'],
    ['any minute, where none is set', { moment: { lastTypedAt: at('2026-05-14 14:00') }, settings: { quietMinutes: 0 } }, 'ready'],
  ],
  never: [
    ['while an incident is open', { records: [THURSDAY, running('o1', '2026-05-14 13:00')] }, 'open'],
    ['while one is open whose reflection was begun', { records: [THURSDAY, { ...running('o1', '2026-05-14 13:00'), reflection: { path: 'short', started: iso(at('2026-05-14 13:30')) } }] }, 'open'],
    ['but a false alarm is not open', { records: [THURSDAY, { ...running('o1', '2026-05-14 13:00'), cancelled: iso(at('2026-05-14 13:30')) }] }, 'ready'],
    ['for a drill', { records: on({ kind: 'drill' }) }, 'drill'],
    ['for shadowing', { records: on({ kind: 'shadow' }) }, 'shadow'],
    ['for what git inferred', { records: [alert('a1', '2026-05-14 11:00', 60, 'git')] }, 'inferred'],
    ['but for what git is sure of', { records: [{ ...alert('a1', '2026-05-14 11:00', 0, 'git'), claims: [{ id: 'c1', source: 'git', kind: 'inferred', sure: 80, seen: '2026-05-14T09:00:00Z' }] }] }, 'ready'],
    ['for an alert of 9 minutes', { records: [alert('a1', '2026-05-14 11:00', 9)] }, 'shortAlert'],
    ['but for one of 10', { records: [alert('a1', '2026-05-14 11:00', 10)] }, 'ready'],
    ['but for a declared one of a minute', { records: on({ window: { start: iso(at('2026-05-14 10:59')), end: iso(at('2026-05-14 11:00')) } }) }, 'ready'],
    ['but for one without claims, which a person wrote', { records: on({ claims: [] }) }, 'ready'],
    ['for one that ends next year', { records: [over('a1', '2027-05-14 11:00')] }, 'endsInFuture'],
  ],
  'at most': [
    ['one a day', { history: asked(['b1', '2026-05-14 10:00']) }, 'dayFull', '2026-05-15 09:30'],
    ['one a day, yesterday’s does not count', { history: asked(['b1', '2026-05-13 16:59']) }, 'ready'],
    ['three in seven days', { history: asked(['b1', '2026-05-08 10:00'], ['b2', '2026-05-11 10:00'], ['b3', '2026-05-13 10:00']) }, 'weekFull', '2026-05-15 09:30'],
    ['three in seven days, what is older does not count', { history: asked(['b1', '2026-05-07 10:00'], ['b2', '2026-05-11 10:00'], ['b3', '2026-05-13 10:00']) }, 'ready'],
    ['two a day, where that is set, but not together', { history: asked(['b1', '2026-05-14 13:00']), settings: { maxPerDay: 2 } }, 'justAsked', '2026-05-14 14:30'],
    ['two a day, where that is set', { history: asked(['b1', '2026-05-14 10:00']), settings: { maxPerDay: 2 } }, 'ready'],
  ],
  'a clock that was set back': [
    ['an ask in the future counts today', { history: asked(['b1', '2026-05-20 10:00']) }, 'dayFull', '2026-05-15 09:30'],
    ['and not once more tomorrow', { now: '2026-05-15 14:00', history: { ...EMPTY, asked: [{ incident: 'b1', times: [iso(at('2026-05-20 10:00')), iso(at('2026-05-14 14:00'))] }] } }, 'ready'],
    ['but still on the day that it names', { records: [over('a1', '2026-05-20 08:00')], now: '2026-05-20 14:00', history: { ...EMPTY, asked: [{ incident: 'b1', times: [iso(at('2026-05-20 10:00')), iso(at('2026-05-14 14:00'))] }] } }, 'dayFull', '2026-05-21 09:30'],
    ['also for the incident itself, which had no answer', { now: '2026-05-15 14:00', history: { ...EMPTY, asked: [{ incident: 'a1', times: [iso(at('2026-05-15 14:10')), iso(at('2026-05-14 13:00'))] }] } }, 'dayFull', '2026-05-18 09:30'],
    ['put off until next year: no longer', { history: answer(asked(['a1', '2026-05-13 10:00']), { answer: 'later', until: iso(at('2027-05-13 10:00')) }) }, 'ready'],
    ['a history that was lost in the future counts today', { history: { ...EMPTY, lost: iso(at('2026-05-20 10:00')) } }, 'historyLost', '2026-05-15 09:30'],
  ],
  answers: [
    ['none yet', { now: '2026-05-14 16:00', history: asked(['a1', '2026-05-14 13:00']) }, 'pending', '2026-05-15 09:30'],
    ['none by the next working day', { now: '2026-05-15 10:00', history: asked(['a1', '2026-05-14 13:00']) }, 'ready'],
    ['none over the weekend', { now: '2026-05-17 10:00', history: asked(['a1', '2026-05-15 13:00']) }, 'pending', '2026-05-18 09:30'],
    ['none to two', { now: '2026-05-18 10:00', history: asked(['a1', '2026-05-14 13:00'], ['a1', '2026-05-15 13:00']) }, 'unanswered'],
    ['none to two, the second still has time', { now: '2026-05-15 15:00', history: asked(['a1', '2026-05-14 13:00'], ['a1', '2026-05-15 13:00']) }, 'pending'],
    ['Later', { history: answer(asked(['a1', '2026-05-14 12:45']), { answer: 'later', until: iso(at('2026-05-14 14:45')) }) }, 'later', '2026-05-14 14:45'],
    ['Later, and its time has come on the same day', { now: '2026-05-14 14:45', history: answer(asked(['a1', '2026-05-14 12:45']), { answer: 'later', until: iso(at('2026-05-14 14:45')) }) }, 'ready'],
    ['Start', { history: answer(asked(['a1', '2026-05-14 12:45']), { answer: 'start' }) }, 'started'],
    ['Skip this one', { history: answer(asked(['a1', '2026-05-14 12:45']), { answer: 'skip' }) }, 'skipped'],
    ['Not an incident', { history: answer(asked(['a1', '2026-05-14 12:45']), { answer: 'notAnIncident' }) }, 'notAnIncident'],
    ['Never for a service', { records: on({ services: ['pay', 'search'] }), history: { ...EMPTY, neverFor: [{ kind: 'service', name: 'search' }] } }, 'never'],
    ['Never for a trigger', { records: [alert('a1', '2026-05-14 11:00', 30)], history: { ...EMPTY, neverFor: [{ kind: 'trigger', name: 'prometheus' }] } }, 'never'],
    ['Never for a trigger, but a person declared it too', { records: on({ claims: [...(THURSDAY.claims ?? []), { id: 'c2', source: 'prometheus', seen: iso(0) }] }), history: { ...EMPTY, neverFor: [{ kind: 'trigger', name: 'prometheus' }] } }, 'ready'],
  ],
  'closing softly': [
    ['in the last hour of the fifth working day', { now: '2026-05-21 16:59' }, 'ready'],
    ['on the sixth', { now: '2026-05-22 10:00' }, 'tooOld'],
    ['one that was imported today, and was over six working days ago', { records: [over('a1', '2026-05-06 11:00', { claims: [{ id: 'c1', source: 'pagerduty', ref: 'Q1', seen: iso(at('2026-05-14 13:00')) }] })] }, 'tooOld'],
    ['one that was imported today, and was over yesterday', { records: [over('a1', '2026-05-13 11:00', { claims: [{ id: 'c1', source: 'import', seen: iso(at('2026-05-14 13:00')) }] })] }, 'ready'],
    ['no time is left to wait for', { now: '2026-05-21 17:00' }, 'tooLate'],
    ['not before the lead’s own next week', { now: '2026-05-22 10:00', history: answer(asked(['a1', '2026-05-15 13:00']), { answer: 'later', until: iso(at('2026-05-18 00:00')) }) }, 'ready'],
  ],
};

describe('the gate', () => {
  for (const [rule, cases] of Object.entries(rows)) {
    describe(rule, () => {
      for (const [what, given, code, until] of cases) {
        it(what, () => {
          const { reason, until: found } = verdictOn(given, given.records ? given.records[0]?.id : 'a1');
          assert.equal(reason.code, code);
          assert.equal(found, until === undefined ? undefined : iso(at(until)));
        });
      }
    });
  }

  it('asks only about what is over and was not looked back at', () => {
    const reflection = { path: 'short' as const, started: iso(at('2026-05-14 12:00')) };
    const records = [...on({ reflection }), over('b1', '2026-05-14 11:00', { reflection: { ...reflection, finished: reflection.started } })];
    assert.deepEqual(judge({ records }), { act: 'none', incidents: [] });
  });

  it('takes the newest day first, and the most severe of a day', () => {
    const records = [
      over('old', '2026-05-13 12:00', { severity: 'sev1' }),
      over('minor', '2026-05-14 12:00', { severity: 'sev3' }),
      over('severe', '2026-05-14 09:00', { severity: 'sev2' }),
      over('unsaid', '2026-05-14 12:10'),
    ];
    const { incident, incidents } = judge({ records });
    assert.equal(incident?.id, 'severe');
    assert.deepEqual(
      incidents.map(({ incident: { id }, act, reason, until }) => [id, act, reason.code, until]),
      [
        ['severe', 'ask', 'ready', undefined],
        ['minor', 'wait', 'anotherFirst', iso(at('2026-05-15 09:30'))],
        ['unsaid', 'wait', 'anotherFirst', iso(at('2026-05-15 09:30'))],
        ['old', 'wait', 'anotherFirst', iso(at('2026-05-15 09:30'))],
      ],
    );
  });

  it('takes the first that may be asked about, and says of the whole when it is worth to look again', () => {
    const records = [over('n1', '2026-05-14 03:00', { severity: 'sev1' }), over('d1', '2026-05-13 16:00'), over('x1', '2026-05-13 16:00', { kind: 'drill' })];
    assert.equal(judge({ records, now: '2026-05-14 12:00' }).incident?.id, 'n1');
    const early = judge({ records, now: '2026-05-14 09:00' });
    assert.deepEqual([early.act, early.until], ['wait', iso(at('2026-05-14 10:30'))]);
    assert.equal(judge({ records: records.slice(2), now: '2026-05-14 12:00' }).act, 'none');
  });

  it('lets only one of two windows ask, that read the same history one after the other', () => {
    const { history: unused, ...given } = circumstances({});
    void unused;
    const first = turn(undefined, given);
    const second = turn(first.stored, { ...given, now: given.now + 1 });
    assert.deepEqual([first.verdict.act, second.verdict.act], ['ask', 'wait']);
    assert.equal(second.stored, first.stored);
  });
});

describe('an incident that has run for hours', () => {
  const open = running('o1', '2026-05-14 06:00');
  const note = (when: string): Partial<Incident> => ({ incidentNotes: [{ id: 'note1', at: iso(at(when)), text: 'Ana leads' }] });
  const cases: readonly (readonly [string, Incident, string, string | undefined])[] = [
    ['is asked about after eight', open, '2026-05-14 14:00', 'o1'],
    ['is not asked about before', open, '2026-05-14 13:59', undefined],
    ['is not asked about with a newer note', { ...open, ...note('2026-05-14 08:00') }, '2026-05-14 15:59', undefined],
    ['is asked about eight hours after the note', { ...open, ...note('2026-05-14 08:00') }, '2026-05-14 16:00', 'o1'],
    ['is not asked about with a newer belief', { ...open, foresight: [{ id: 'fore1', at: iso(at('2026-05-14 08:00')), belief: 'DNS' }] }, '2026-05-14 15:59', undefined],
    ['is not asked about once it is over', over('o1', '2026-05-14 07:00'), '2026-05-15 14:00', undefined],
    ['is not asked about before it began', running('o1', '2026-05-16 06:00'), '2026-05-14 14:00', undefined],
  ];
  for (const [what, record, now, id] of cases) {
    it(what, () => assert.equal(stillOpenAsk([record], EMPTY, STANDARD, at(now))?.id, id));
  }

  it('is asked about once, by the time that is set, the newest first', () => {
    const newer = running('o2', '2026-05-14 07:00');
    const history = { ...EMPTY, stillOpen: [{ incident: 'o2', at: iso(at('2026-05-14 15:00')) }] };
    const now = at('2026-05-20 15:00');
    assert.equal(stillOpenAsk([open, newer], EMPTY, STANDARD, now)?.id, 'o2');
    assert.equal(stillOpenAsk([open, newer], history, STANDARD, now)?.id, 'o1');
    assert.equal(stillOpenAsk([newer], history, STANDARD, now), undefined);
    assert.equal(stillOpenAsk([open], EMPTY, { stillOpenHours: 0 }, now), undefined);
    assert.equal(stillOpenAsk([open], EMPTY, { stillOpenHours: 168 }, at('2026-05-14 15:00')), undefined);
  });
});

describe('days', () => {
  it('a night may or may not pass midnight, and may be none', () => {
    const night = (nightFrom: string, nightUntil: string): readonly boolean[] => ['21:59', '22:00', '00:00', '05:59', '06:00'].map((clock) => isNight(clock, { nightFrom, nightUntil }));
    assert.deepEqual(night('22:00', '06:00'), [false, true, true, true, false]);
    assert.deepEqual(night('00:00', '06:00'), [false, false, true, true, false]);
    assert.deepEqual(night('06:00', '06:00'), [false, false, false, false, false]);
  });

  it('counts working days; where there are none, every day', () => {
    assert.equal(workdayAfter('2026-05-14', 5, STANDARD), '2026-05-21');
    assert.equal(workdayAfter('2026-05-16', 1, STANDARD), '2026-05-18');
    assert.equal(workdayAfter('2026-05-14', 2, { workdays: ['sunday'] }), '2026-05-24');
    assert.equal(workdayAfter('2026-05-14', 5, { workdays: [] }), '2026-05-19');
  });

  it('a minute is a minute', () => assert.equal(at('2026-05-14 14:01') - at('2026-05-14 14:00', ZONE), MINUTE));
});
