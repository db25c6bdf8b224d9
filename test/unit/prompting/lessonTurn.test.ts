import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recordLesson } from '../../../src/core/prompting/answers';
import type { PromptHistory } from '../../../src/core/prompting/history';
import { lessonTurn, mayTellLesson } from '../../../src/core/prompting/lessonTurn';
import type { Incident } from '../../../src/core/journal/schema';
import { asked, at, circumstances, DAY, EMPTY, HOUR, iso, MINUTE, over, running, type Case } from './scenes';

/** Finished on Monday, 4 May 2026, so that its lesson is due from Thursday, 7 May, on. */
const taught = (more: Partial<Incident> = {}): Incident =>
  over('l1', '2026-05-04 11:00', { reflection: { path: 'short', started: iso(at('2026-05-04 14:00')), finished: iso(at('2026-05-04 14:10')) }, lesson: { text: 'Ask who else sees it' }, ...more });

const told = (given: Case, history: PromptHistory = given.history ?? EMPTY): string | undefined => lessonTurn(circumstances({ records: [taught()], ...given, history }), history)?.incident.id;

describe('a lesson that is due', () => {
  it('is said once, in working hours, from its day on', () => {
    assert.equal(told({ now: '2026-05-06 14:00' }), undefined, 'the day before');
    assert.equal(told({ now: '2026-05-07 14:00' }), 'l1');
    assert.equal(told({ now: '2026-05-07 08:00' }), undefined, 'too early');
    assert.equal(told({ now: '2026-05-09 14:00' }), undefined, 'a Saturday');
  });

  const quiet: readonly (readonly [string, Case])[] = [
    ['while an incident is open', { records: [taught(), running('o1', '2026-05-07 13:00')] }],
    ['before an incident is over for ninety minutes', { records: [taught(), over('e1', '2026-05-07 13:00')] }],
    ['while the lead types', { moment: { lastTypedAt: at('2026-05-07 13:59') } }],
    ['while something is debugged', { moment: { debugging: true } }],
    ['in a window that is not looked at', { moment: { windowActive: false } }],
    ['where lessons are switched off', { settings: { lessons: false } }],
    ['where all questions are switched off', { settings: { enabled: false } }],
    ['on a day on which it was asked about an incident', { history: asked(['a1', '2026-05-07 10:00']) }],
    ['where the lesson was retired', { records: [taught({ lesson: { text: 'Ask who else sees it', retired: iso(at('2026-05-05 10:00')) } })] }],
  ];
  for (const [when, given] of quiet) it(`is not said ${when}`, () => assert.equal(told({ now: '2026-05-07 14:00', ...given }), undefined));

  it('is not said in the morning after a night with an incident', () => {
    const night = { records: [taught(), over('n1', '2026-05-07 03:00')] };
    assert.equal(told({ now: '2026-05-07 10:00', ...night }), undefined);
    assert.equal(told({ now: '2026-05-07 11:00', ...night }), 'l1');
  });

  it('is said once in seven days, whatever the clock does', () => {
    const now = at('2026-05-07 14:00');
    fc.assert(fc.property(fc.array(fc.integer({ min: 10 * MINUTE, max: 2 * DAY }), { maxLength: 40 }), (steps) => {
      let [clock, history]: [number, PromptHistory] = [now, EMPTY];
      const times: number[] = [];
      for (const step of steps) {
        clock += step;
        const given = { ...circumstances({ records: [taught()], history }), now: clock };
        if (!lessonTurn(given, history)) continue;
        times.push(clock);
        history = recordLesson(history, clock);
      }
      for (const [i, time] of times.slice(1).entries()) assert.ok(time - (times[i] ?? 0) >= 7 * DAY);
    }));
    assert.equal(told({ now: '2026-05-07 14:00' }, { ...EMPTY, lessons: [iso(now + 3 * HOUR)] }), undefined, 'noted by a clock that went ahead');
    assert.equal(told({ now: '2026-05-07 14:00' }, { ...EMPTY, lessons: [iso(now + 30 * DAY)] }), 'l1', 'a clock that went far ahead holds nothing up');
  });

  it('is looked for again while it may be said', () => {
    assert.equal(mayTellLesson(circumstances({ now: '2026-05-07 20:00', records: [taught()] }), EMPTY), true);
    assert.equal(mayTellLesson(circumstances({ now: '2026-05-05 20:00', records: [taught()] }), EMPTY), false);
  });
});
