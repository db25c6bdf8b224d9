import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tellsAnAct } from '../../../src/core/drill/acts';
import { cutIntoDecisions, FEWEST_DECISIONS, FEWEST_MOMENTS, type StoryMoment } from '../../../src/core/drill/cut';
import { replayOf, type Replayed } from '../../../src/core/drill/fromIncident';
import type { DrillStory } from '../../../src/core/drill/story';
import type { EvidenceEntry } from '../../../src/core/evidence/entry';
import { timeline } from '../../../src/core/evidence/timeline';
import type { Incident } from '../../../src/core/journal/schema';
import { finished } from '../reflection/records';
import { LOCALE, NOW } from './stories';

const entry = (key: string, time: string, more: Partial<EvidenceEntry> = {}): EvidenceEntry => ({ key, at: `2026-05-14T${time}:00Z`, source: 'git', kind: 'landing', title: key, turningPoint: true, ref: key, author: 'Mei Lin', ...more });
const told = (time: string, title: string, more: Partial<EvidenceEntry> = {}): EvidenceEntry => entry(title, time, { source: 'document', kind: 'told', ...more });
const replay = (entries: readonly EvidenceEntry[], more: Partial<Incident> = {}): Replayed => replayOf({ incident: finished({}, { role: 'commander', ...more }), entries, locale: LOCALE, now: NOW });
const storyIn = ({ story, missing }: Replayed): DrillStory => story ?? assert.fail(missing);
const shape = ({ points }: DrillStory) => points.map(({ known, then }) => [known.map(({ text }) => text), then.map(({ text }) => text)]);

const anyMoments = fc.array(fc.record({ kind: fc.constantFrom('sign', 'act', 'thought'), marked: fc.boolean(), before: fc.boolean() }), { maxLength: 60 })
  .map((all): StoryMoment[] => all.map((each, index) => ({ ...each, line: { time: String(index), text: `m${index}` } })));

describe('an incident in decisions', () => {
  it('has all of its moments in their order, each decision with something that happened then, the first with something before', () => {
    fc.assert(fc.property(anyMoments, (moments) => {
      const points = cutIntoDecisions(moments);
      assert.equal(points !== undefined, moments.length >= FEWEST_MOMENTS);
      if (!points) return;
      assert.ok(points.length >= FEWEST_DECISIONS && points.length <= 8, String(points.length));
      assert.deepEqual(points.flatMap(({ known, then }) => [...known, ...then]).map(({ text }) => text), moments.map(({ line }) => line.text));
      assert.ok(points.every(({ then }) => then.length > 0) && (points[0]?.known.length ?? 0) > 0);
      if (moments.every(({ marked }) => !marked)) assert.ok(points.every(({ known }) => known.length > 0), 'each has something new');
    }), { numRuns: 500 });
  });

  it('stops in front of what somebody did, with what was seen until then', () => {
    const story = storyIn(replay([
      told('14:02', 'Errors rise on checkout'), told('14:05', 'Support has three calls'), entry('Revert "Halve the pool"', '14:20', { kind: 'revert' }),
      told('14:25', 'No change in errors'), told('14:40', 'We restarted the queue'), told('14:44', 'Errors fall'),
    ]));
    assert.deepEqual(shape(story), [
      [['Errors rise on checkout', 'Support has three calls'], ['Revert "Halve the pool"']],
      [['No change in errors'], ['We restarted the queue', 'Errors fall']],
    ]);
    assert.deepEqual(story.points.map(({ time }) => time), ['14:05', '14:25']);
    assert.ok(!JSON.stringify(story).includes('Mei Lin'), 'names are in the people file only');
  });

  it('stops at what the lead marked, and shows a note of theirs only afterwards', () => {
    const marked = timeline(finished({}, {
      evidence: [{ id: 'e1', at: '2026-05-14T14:10:00Z', source: 'person', kind: 'moment', title: 'A shop called', decision: true }, { id: 'e2', at: '2026-05-14T14:30:00Z', source: 'person', kind: 'moment', title: 'The graph is flat' }],
      foresight: [{ id: 'n1', at: '2026-05-14T14:12:00Z', belief: 'It is the pool', sure: 60, next: 'It falls' }, { id: 'n2', at: '2026-05-14T14:35:00Z', belief: 'It is the queue' }],
    }), undefined).entries;
    assert.deepEqual(shape(storyIn(replay(marked))), [[['The incident began', 'A shop called'], ['It is the pool Expected next: It falls']], [['The graph is flat'], ['It is the queue']]]);
  });

  it('takes what was there before as known, and leaves out what was hidden, elsewhere, or came after the end', () => {
    const story = storyIn(replay([
      entry('Old release', '13:40'), told('14:03', 'Alert'), told('14:10', 'We rolled back'), told('14:15', 'Alert again'), told('14:30', 'We failed over'),
      told('14:31', 'Hidden', { hidden: true }), entry('Elsewhere', '14:32', { elsewhere: true }), entry('Not a point', '14:33', { turningPoint: false }), entry('After', '16:00'),
    ]));
    assert.deepEqual(shape(story), [[['Old release', 'Alert'], ['We rolled back']], [['Alert again'], ['We failed over']]]);
  });

  it('of what was there before, decides nothing before the incident began', () => {
    const began = entry('began', '14:02', { source: 'incident', kind: 'began', title: 'The incident began' });
    const story = storyIn(replay([entry('A', '12:30'), entry('B', '13:40'), began, entry('C', '14:10'), told('14:20', 'Alert again'), entry('D', '14:30')]));
    assert.deepEqual(story.points.map(({ time }) => time), ['14:02', '14:20']);
    assert.deepEqual(shape(story)[0], [['A', 'B', 'The incident began'], ['C']]);
    assert.ok(replay([entry('A', '12:30'), entry('B', '13:40'), began, entry('C', '14:10')]).missing, 'that it began is none of the four');
  });

  it('says the day beside each time where it lasted over midnight, and leaves the year to the situation', () => {
    const late = [told('23:50', 'Errors rise'), told('23:55', 'We rolled back'), told('23:58', 'Errors fall'), { ...told('00:10', 'Errors rise again'), at: '2026-05-15T00:10:00Z' }];
    const window = { start: '2026-05-14T23:50:00Z', end: '2026-05-15T00:20:00Z' } as const;
    const { points, situation } = storyIn(replayOf({ incident: finished({}, { window }), entries: late, locale: LOCALE, now: NOW + 365 * 86_400_000 }));
    assert.deepEqual([points[0]?.known[0]?.time, points.at(-1)?.then.at(-1)?.time], ['Thu 14 May, 23:50', 'Fri 15 May, 00:10']);
    assert.match(situation, /It began on Thu 14 May 2026, 23:50/);
  });

  it('stops at even steps where nothing tells what somebody did', () => {
    const story = storyIn(replay(Array.from({ length: 9 }, (_, index) => told(`14:1${index}`, `Line ${index}`))));
    assert.deepEqual(shape(story).map(([known = [], then = []]) => [known.length, then.length]), [[3, 2], [1, 3]]);
    assert.equal(shape(story).flat(2).length, 9);
  });

  it('says what is missing', () => {
    const rest = 'A drill needs at least 4: something before and something after each of two decisions. Add moments to its evidence, or to its document.';
    assert.equal(replay([]).missing, `Nothing with a time is known of it. ${rest}`);
    assert.equal(replay([told('14:03', 'Alert')]).missing, `It has one moment with a time. ${rest}`);
    assert.equal(replay([told('14:03', 'Alert'), told('14:04', 'Alert'), told('14:05', 'We rolled back')]).missing, `It has 3 moments with a time. ${rest}`);
  });

  it('makes no drill of a document that only says when it was detected, declared and resolved', () => {
    const stages = [told('14:03', 'Fault occurs'), told('14:05', 'First detected'), told('14:10', 'Incident declared'), told('14:30', 'Repaired'), told('14:40', 'Resolved')];
    assert.match(replay(stages).missing ?? '', /^All that has a time there is when it was detected, declared or resolved\. A drill needs at least 4/);
    const told3 = [told('14:04', 'Errors rise'), told('14:20', 'We rolled back'), told('14:25', 'Errors fall')];
    assert.match(replay([...stages, ...told3]).missing ?? '', /^It has 3 moments/);
    assert.equal(shape(storyIn(replay([...stages, ...told3, told('14:28', 'Orders are back')]))).flat(2).length, 9, 'beside others they are told');
  });

  it('keeps how it ended and what was learned for the end', () => {
    const four = [told('14:03', 'Alert'), told('14:10', 'We rolled back'), told('14:15', 'Alert again'), told('14:30', 'We failed over')];
    const { situation, outcome, afterwards } = storyIn(replay(four, { outcome: 'rough', stakes: 'Orders', services: ['checkout'], lesson: { text: 'Ask first' } }));
    assert.equal(situation, 'Payment timeouts. It began on Thu 14 May, 14:02. You led. Services: checkout.\n\nYou know how it went. Read it as if you did not: what stands there is what was known by then.');
    assert.equal(outcome, 'It was over on Thu 14 May, 15:37. It ended rough.\n\nWhat could have been lost: Orders');
    assert.deepEqual(afterwards, ['Your lesson: Ask first']);
    const document = storyIn(replayOf({ incident: finished({}), entries: four, document: { path: 'docs/a.md', summary: 'The pool ran dry.' }, locale: LOCALE, now: NOW }));
    assert.deepEqual([document.source, document.ref, document.outcome.split('\n\n').at(-1)], ['document', 'docs/a.md', 'The pool ran dry.']);
  });
});

describe('a line of a document', () => {
  const acts = ['10:05 We rolled back the release', 'On-call engineer restarted the pods', 'Incident declared', 'Failed over to the replica', 'Investigation started', 'Feature flag turned off', 'Escalated to the database team', 'Old node group uncordoned', 'We attempted to restart it', 'Decision made to restore the password'];
  const signs = ['Error rate at 40 %', 'Customers report timeouts', 'Alert fired: latency above 2 s', 'Service recovered', 'The deploy queue is empty', 'Traffic back to normal'];
  for (const line of acts) it(`tells an act: ${line}`, () => assert.ok(tellsAnAct(line)));
  for (const line of signs) it(`tells a sign: ${line}`, () => assert.ok(!tellsAnAct(line)));
});
