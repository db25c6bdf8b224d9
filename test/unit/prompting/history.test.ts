import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allowAgain, askAgain, LATER, neverAgainFor, neverChoices, notForMe, putOff, recordStillOpen, started } from '../../../src/core/prompting/answers';
import { askedAt, readHistory, recordAsk, settled, type PromptHistory } from '../../../src/core/prompting/history';
import { alert, asked, at, circumstances, DAY, EMPTY, HOUR, iso, over, turn, verdictOn, ZONE } from './scenes';

const NOW = at('2026-05-14 14:00');
const SERVICE = { kind: 'service', name: 'pay' } as const;

describe('the history of prompts', () => {
  it('is new where nothing is stored, and read with the fields of a later version', () => {
    assert.deepEqual(readHistory(undefined, NOW), { state: 'read', history: EMPTY });
    const stored = { ...asked(['a1', '2026-05-14 10:00']), mood: 'calm' };
    const reading = readHistory(stored, NOW);
    assert.ok(reading.state === 'read');
    assert.equal(reading.history, stored);
    for (const change of [
      (history: PromptHistory) => recordAsk(history, 'b1', NOW),
      (history: PromptHistory) => putOff(history, 'a1', 'tomorrow', NOW, ZONE),
      (history: PromptHistory) => allowAgain(neverAgainFor(history, 'a1', SERVICE, NOW), SERVICE),
      (history: PromptHistory) => settled(history, NOW - DAY),
    ]) {
      assert.equal((change(reading.history) as { mood?: string }).mood, 'calm');
    }
  });

  const broken: readonly (readonly [string, unknown, string])[] = [
    ['no object', 'hello', 'the beginning'],
    ['null', null, 'the beginning'],
    ['a list', [], 'format'],
    ['no asks', { format: 1 }, 'asked'],
    ['a time that is none', { format: 1, asked: [{ incident: 'a1', times: ['yesterday'] }] }, 'asked.0.times.0'],
    ['an ask without a time', { format: 1, asked: [{ incident: 'a1', times: [] }] }, 'asked.0.times'],
    ['an answer that nobody gave', { format: 1, asked: [{ incident: 'a1', times: [iso(NOW)], answer: 'perhaps' }] }, 'asked.0.answer'],
  ];
  for (const [what, value, where] of broken) {
    it(`starts afresh where it cannot be read: ${what}`, () => {
      assert.deepEqual(readHistory(value, NOW), {
        state: 'broken',
        history: { ...EMPTY, lost: iso(NOW) },
        reason: `What was asked before could not be read (at ${where}), so it starts afresh and asks nothing more today.`,
      });
    });
  }

  it('that could not be read asks nothing more on that day, and is written anew at once', () => {
    const { history: unused, ...given } = circumstances({});
    void unused;
    const first = turn({ format: 1 }, given);
    assert.equal(first.verdict.incidents[0]?.reason.code, 'historyLost');
    assert.deepEqual(first.stored, { ...EMPTY, lost: iso(NOW) });
    assert.equal(turn(first.stored, given).verdict.act, 'wait');
    assert.equal(turn(first.stored, { ...given, now: NOW + DAY }).verdict.act, 'ask');
  });

  it('of a newer format is left alone, and nothing is asked', () => {
    const { history: unused, ...given } = circumstances({});
    void unused;
    const stored = { format: 2, asked: 'in another way' };
    const taken = turn(stored, given);
    assert.equal(taken.stored, stored);
    assert.equal(taken.verdict.incidents[0]?.reason.code, 'historyNewer');
  });

  it('counts an ask in the future from the time at which it was noticed, once for each time that the clock is set back', () => {
    const ahead = asked(['a1', '2026-05-20 10:00']);
    const once = settled(ahead, NOW);
    assert.deepEqual(once.asked[0]?.times, [iso(at('2026-05-20 10:00')), iso(NOW)]);
    assert.equal(settled(once, NOW), once);
    assert.equal(settled(once, NOW + HOUR), once);
    assert.equal(settled(once, NOW - HOUR).asked[0]?.times.length, 3);
    const [ask] = once.asked;
    assert.ok(ask);
    assert.deepEqual([askedAt(ask, NOW + HOUR), askedAt(ask, at('2026-05-21 10:00'))], [NOW, at('2026-05-20 10:00')]);
  });

  it('keeps the last 500 asks', () => {
    let history: PromptHistory = EMPTY;
    for (let each = 0; each < 510; each += 1) history = recordAsk(history, `i${each}`, NOW);
    assert.deepEqual([history.asked.length, history.asked[0]?.incident, history.asked.at(-1)?.incident], [500, 'i10', 'i509']);
  });

  it('is always readable, whatever was done, by whatever clock', () => {
    const time = fc.integer({ min: 0, max: Date.parse('2100-01-01T00:00Z') });
    const id = fc.constantFrom('a1', 'b1', 'c1');
    const step = fc.oneof(
      fc.tuple(id, time).map(([incident, now]) => (history: PromptHistory) => recordAsk(history, incident, now)),
      fc.tuple(id, time).map(([incident, now]) => (history: PromptHistory) => started(history, incident, now)),
      fc.tuple(id, time).map(([incident, now]) => (history: PromptHistory) => notForMe(history, incident, 'skip', now)),
      fc.tuple(id, time, fc.constantFrom(...LATER), fc.constantFrom('Pacific/Apia', 'Australia/Lord_Howe', ZONE)).map(
        ([incident, now, later, zone]) => (history: PromptHistory) => putOff(history, incident, later, now, zone),
      ),
      fc.tuple(id, time).map(([incident, now]) => (history: PromptHistory) => neverAgainFor(history, incident, SERVICE, now)),
      fc.tuple(id, time).map(([incident, now]) => (history: PromptHistory) => askAgain(history, incident, now)),
      fc.tuple(id, time).map(([incident, now]) => (history: PromptHistory) => recordStillOpen(history, incident, now)),
      time.map((now) => (history: PromptHistory) => settled(history, now)),
      fc.constant((history: PromptHistory) => allowAgain(history, SERVICE)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), time, (steps, now) => {
        const history = steps.reduce((before, change) => change(before), EMPTY);
        const stored: unknown = JSON.parse(JSON.stringify(history));
        assert.deepEqual(readHistory(stored, now), { state: 'read', history });
      }),
    );
  });
});

describe('answers to a prompt', () => {
  const history = asked(['a1', '2026-05-13 10:00'], ['a1', '2026-05-14 13:00'], ['b1', '2026-05-14 13:30']);
  const later = (choice: (typeof LATER)[number], now: string): string | undefined => putOff(history, 'a1', choice, at(now), ZONE).asked[1]?.until;

  it('belong to the last ask about the incident', () => {
    const after = notForMe(history, 'a1', 'skip', NOW);
    assert.deepEqual(after.asked.map(({ answer }) => answer), [undefined, 'skip', undefined]);
    assert.equal(after.asked[1]?.answered, iso(NOW));
  });

  it('replace one another, and drop a time that no longer holds', () => {
    const after = started(putOff(history, 'a1', 'tomorrow', NOW, ZONE), 'a1', NOW);
    assert.deepEqual(after.asked[1], { incident: 'a1', times: [iso(at('2026-05-14 13:00'))], answer: 'start', answered: iso(NOW) });
  });

  it('to an ask that is not there make one, which counts', () => {
    assert.deepEqual(notForMe(EMPTY, 'a1', 'skip', NOW).asked, [{ incident: 'a1', times: [iso(NOW)], answer: 'skip', answered: iso(NOW) }]);
  });

  it('Later: in two hours, tomorrow, on the next Monday', () => {
    assert.equal(later('inTwoHours', '2026-05-14 14:00'), iso(at('2026-05-14 16:00')));
    assert.equal(later('tomorrow', '2026-05-14 14:00'), iso(at('2026-05-15 00:00')));
    assert.equal(later('nextWeek', '2026-05-14 14:00'), iso(at('2026-05-18 00:00')));
    assert.equal(later('nextWeek', '2026-05-18 09:30'), iso(at('2026-05-25 00:00')));
    assert.equal(later('tomorrow', '2026-03-28 14:00'), iso(at('2026-03-29 00:00')));
    assert.equal(later('nextWeek', '2026-10-23 14:00'), iso(at('2026-10-26 00:00')));
  });

  it('who says Next week is asked next week, even where five working days are over', () => {
    const friday = [over('a1', '2026-05-15 09:00')];
    const put = putOff(asked(['a1', '2026-05-18 10:00']), 'a1', 'nextWeek', at('2026-05-18 10:01'), ZONE);
    assert.equal(verdictOn({ records: friday, history: put, now: '2026-05-22 16:00' }).until, iso(at('2026-05-25 09:30')));
    assert.equal(verdictOn({ records: friday, history: put, now: '2026-05-25 09:30' }).act, 'ask');
  });

  it('Never for a service holds for each of its incidents, and can be taken back', () => {
    const records = [over('a1', '2026-05-14 11:00', { services: ['pay'] }), over('c1', '2026-05-14 10:00', { services: ['pay'] })];
    const never = neverAgainFor(EMPTY, 'b1', SERVICE, at('2026-05-13 10:00'));
    assert.deepEqual(neverAgainFor(never, 'b1', SERVICE, NOW).neverFor, [SERVICE]);
    for (const id of ['a1', 'c1']) assert.equal(verdictOn({ records, history: never }, id).reason.code, 'never');
    assert.equal(verdictOn({ records, history: allowAgain(never, SERVICE) }, 'a1').reason.code, 'ready');
    assert.equal('neverFor' in allowAgain(never, SERVICE), false);
  });

  it('can be taken back: it may be asked about again, on the same day too', () => {
    const skipped = notForMe(asked(['a1', '2026-05-14 12:45']), 'a1', 'skip', at('2026-05-14 12:46'));
    assert.equal(verdictOn({ history: skipped }).act, 'list');
    assert.equal(verdictOn({ history: askAgain(skipped, 'a1', NOW) }).act, 'ask');
    assert.equal(askAgain(skipped, 'b1', NOW), skipped);
  });

  it('Never for offers the services, then who reported it, but no person', () => {
    const claims = [...(over('a1', '2026-05-14 11:00').claims ?? []), ...(alert('a1', '2026-05-14 11:00', 30).claims ?? [])];
    assert.deepEqual(neverChoices(over('a1', '2026-05-14 11:00', { services: ['pay', 'pay'], claims })), [SERVICE, { kind: 'trigger', name: 'prometheus' }]);
    assert.deepEqual(neverChoices(over('a1', '2026-05-14 11:00')), []);
  });
});
