import assert from 'node:assert/strict';
import { explainPrompting, type Explanation, type PromptExplanation } from '../../../src/core/prompting/explain';
import { judgePrompts } from '../../../src/core/prompting/gate';
import { putOff } from '../../../src/core/prompting/answers';
import type { Circumstances } from '../../../src/core/prompting/scene';
import { alert, asked, at, circumstances, EMPTY, iso, over, running, ZONE, type Case } from './scenes';

function explained(given: Case, all: Circumstances = circumstances(given)): PromptExplanation {
  const { settings, now, history, records } = all;
  const known = history.state === 'newer' ? EMPTY : history.history;
  return explainPrompting(judgePrompts(all), known, records, { settings, now, locale: { zone: ZONE, language: 'en' } });
}

const setting = (name: string): string => `leadDebrief.prompt.${name}`;
const NOON = '2026-05-14 12:00';
const one = over('a1', '2026-05-14 11:00');
const night = over('a1', '2026-05-14 03:00');

const rows: readonly (readonly [Case, string, string?])[] = [
  [{ records: [over('a1', '2026-05-14 14:10')], now: '2026-05-14 14:30' }, 'Waiting: an incident ended at 14:10, and the rest of 90 minutes lasts until 15:40.', 'restMinutes'],
  [{ records: [over('a1', '2026-05-14 16:10')], now: '2026-05-14 16:30' }, 'Waiting: an incident ended at 16:10, and the rest of 90 minutes lasts until 17:40. It can ask from Fri 15 May, 09:30 on.', 'restMinutes'],
  [{}, 'It asks now: the rest after the incident is over, and this is a quiet moment in your working hours.'],
  [{ settings: { enabled: false } }, 'Waiting: asking is turned off.', 'enabled'],
  [{ settings: { workdays: [] } }, 'Waiting: no day is set as a working day, so it never asks.', 'workdays'],
  [{ settings: { earliest: '17:00', latest: '09:00' } }, 'Waiting: the working hours are set from 17:00 to 09:00, which is no time at all, so it never asks.', 'latest'],
  [{ records: [night], now: NOON, settings: { afterNight: '18:00' } }, 'Waiting: it ended in the night, so it is not asked about before 18:00, when your working hours are over (17:00).', 'afterNight'],
  [{ history: { ...EMPTY, lost: iso(at('2026-05-14 09:00')) } }, 'Waiting: what was asked before could not be read, so nothing more is asked today. It can ask from Fri 15 May, 09:30 on.'],
  [{ records: [one, running('o1', '2026-05-14 13:00')] }, 'Waiting: "Incident o1" is still open.'],
  [{ history: putOff(asked(['a1', '2026-05-14 13:00']), 'a1', 'inTwoHours', at('2026-05-14 13:30'), ZONE) }, 'Waiting: you chose to be asked later, not before 15:30.'],
  [{ history: asked(['a1', '2026-05-14 13:00']) }, 'Waiting: it asked at 13:00, and leaves you time for an answer until the next working day. It can ask from Fri 15 May, 09:30 on.'],
  [{ history: asked(['b1', '2026-05-14 13:00']), settings: { maxPerDay: 2 } }, 'Waiting: it asked about another incident at 13:00, and rests for 90 minutes after that. It can ask from 14:30 on.', 'restMinutes'],
  [{ now: '2026-05-16 12:00' }, 'Waiting: today is not one of your working days. It can ask from Mon 18 May, 09:30 on.', 'workdays'],
  [{ now: '2026-05-15 08:00' }, 'Waiting: your working hours begin at 09:30. It can ask from 09:30 on.', 'earliest'],
  [{ now: '2026-05-14 18:00' }, 'Waiting: your working hours were over at 17:00. It can ask from Fri 15 May, 09:30 on.', 'latest'],
  [{ records: [night], now: '2026-05-14 10:00' }, 'Waiting: it ended in the night, at 03:00, so it is not asked about before 10:30. It can ask from 10:30 on.', 'afterNight'],
  [{ records: [over('a1', '2026-05-13 11:00'), over('n1', '2026-05-14 03:00', { kind: 'drill' })], now: '2026-05-14 10:00' }, 'Waiting: an incident ended in the night, at 03:00, so nothing is asked before 10:30. It can ask from 10:30 on.', 'afterNight'],
  [{ history: asked(['b1', '2026-05-14 10:00']) }, 'Waiting: the most that it asks about in a day is 1, and that was reached. It can ask from Fri 15 May, 09:30 on.', 'maxPerDay'],
  [{ history: asked(['b1', '2026-05-11 10:00'], ['b2', '2026-05-12 10:00'], ['b3', '2026-05-13 10:00']) }, 'Waiting: the most that it asks in seven days is 3, and that was reached. It can ask from Mon 18 May, 09:30 on.', 'maxPerWeek'],
  [{ records: [one, over('b1', '2026-05-14 12:00')] }, 'Waiting: "Incident b1" comes first. It can ask from Fri 15 May, 09:30 on.', 'maxPerDay'],
  [{ moment: { windowActive: false } }, 'Waiting: this window of the editor is not the active one.'],
  [{ moment: { debugging: true } }, 'Waiting: something is being debugged.'],
  [{ moment: { lastTypedAt: at('2026-05-14 13:59') } }, 'Waiting: something was typed in the last minutes. It asks after 2 without.', 'quietMinutes'],
  [{ records: [over('a1', '2026-05-14 11:00', { kind: 'drill' })] }, 'In the list: drills are not asked about.'],
  [{ records: [over('a1', '2026-05-14 11:00', { kind: 'shadow' })] }, 'In the list: what you watched someone lead is not asked about.'],
  [{ records: [alert('a1', '2026-05-14 11:00', 60, 'git')] }, 'In the list: it was only inferred, and nobody said that it was an incident.'],
  [{ records: [alert('a1', '2026-05-14 11:00', 9)] }, 'In the list: it is an alert of 9 min, and alerts under 10 min are not asked about.', 'shortestAlertMinutes'],
  [{ now: '2026-05-22 10:00' }, 'In the list: it is more than 5 working days ago.', 'closesAfterWorkdays'],
  [{ now: '2026-05-18 10:00', history: asked(['a1', '2026-05-14 13:00'], ['a1', '2026-05-15 13:00']) }, 'In the list: it was asked about without an answer (2), and is not asked about again.', 'unansweredPrompts'],
  [{ records: [over('a1', '2027-05-14 11:00')] }, 'In the list: its end is in the future (Fri 14 May 2027, 11:00). Is the date right?'],
  [{ records: [over('a1', '2026-05-14 11:00', { services: ['pay'] })], history: { ...EMPTY, neverFor: [{ kind: 'service', name: 'pay' }] } }, 'In the list: you chose never to be asked about pay.'],
  [{ records: [alert('a1', '2026-05-14 11:00', 30, 'document')], history: { ...EMPTY, neverFor: [{ kind: 'trigger', name: 'document' }] } }, 'In the list: you chose never to be asked about documents.'],
];

describe('Why Did It Ask?', () => {
  for (const [given, sentence, name] of rows) {
    it(sentence, () => {
      const { incidents } = explained(given);
      const { sentence: said, setting: id }: Explanation = incidents.find((each) => each.id === 'a1') ?? { sentence: '' };
      assert.deepEqual([said, id], [sentence, name && setting(name)]);
    });
  }

  it('says what it does now, and when it asked last', () => {
    assert.deepEqual(explained({}).now, 'It asks now, about "Incident a1".');
    assert.deepEqual(explained({ records: [] }), { now: 'There is nothing to ask about.', incidents: [] });
    assert.equal(explained({ moment: { debugging: true } }).now, 'Waiting: something is being debugged.');
    assert.equal(explained({ settings: { enabled: false }, records: [over('a1', '2026-05-14 10:00'), over('a2', '2026-05-14 09:00')] }).now, 'Waiting: asking is turned off.');
    const { now, lastAsk } = explained({ history: asked(['a1', '2026-05-14 12:45']) });
    assert.equal(now, 'It is waiting, and can ask from Fri 15 May, 09:30 on.');
    assert.deepEqual(lastAsk, {
      what: 'It last asked at 12:45, about "Incident a1".',
      why: 'It had ended at 11:00, the rest was over, and it was a quiet moment in your working hours.',
    });
    assert.deepEqual(explained({ history: asked(['gone', '2026-05-13 12:45']) }).lastAsk, {
      what: 'It last asked at Wed 13 May, 12:45, about an incident that is not over or not in the journal now.',
    });
  });

  it('says that a newer version asked before', () => {
    const newer = { ...circumstances({}), history: { state: 'newer', reason: '' } } as const;
    assert.match(explained({}, newer).incidents[0]?.sentence ?? '', /newer Lead Debrief/);
  });
});
