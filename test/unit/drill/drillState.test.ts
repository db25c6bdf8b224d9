import assert from 'node:assert/strict';
import fc from 'fast-check';
import { currentPage, endPage, reachedPage } from '../../../src/core/drill/pages';
import { finishDrill, nextDrillPage, openDrillPage, sayOfCall } from '../../../src/core/drill/progress';
import { storyAgain, type DrillStory } from '../../../src/core/drill/story';
import { arrangeIncident } from '../../../src/core/journal/arrange';
import { judgeIncident } from '../../../src/core/journal/check';
import type { Drill } from '../../../src/core/journal/drillSchema';
import type { Incident } from '../../../src/core/journal/schema';
import { findings } from '../../../src/core/found/findings';
import { withField } from '../../../src/core/journal/fields';
import { KnownIncidents } from '../../../src/core/tableImport/duplicates';
import { incidentState } from '../../../src/core/incident/state';
import { writeText } from '../../../src/core/reflection/texts';
import { anyStory, drillOf, NOW, stateOf, step } from './stories';

const drill = (incident: Incident): Drill => incident.drill as Drill;
const on = (incident: Incident): Incident => nextDrillPage(incident, currentPage(drill(incident)));

/** The texts of a story in the order in which its pages show them, page by page. */
function pagesOf({ situation, points, outcome, afterwards }: DrillStory): readonly (readonly string[])[] {
  const texts = (value: unknown): string[] => JSON.stringify(value)?.match(/«\d+»/g) ?? [];
  return [texts(situation), ...points.flatMap(({ time, known, ask, did, then }) => [texts([time, known, ask]), texts([did, then])]), texts([outcome, afterwards])];
}

const shown = (incident: Incident): ReadonlySet<string> => new Set(JSON.stringify(stateOf(incident)).match(/«\d+»/g));

/** A drill of which so many pages were shown, with an answer at each decision. */
function walked(story: DrillStory, pages: number): Incident {
  let incident = drillOf(story);
  for (let page = 0; page < pages; page += 1) {
    const state = stateOf(incident);
    for (const { field } of state.ask?.questions ?? []) incident = writeText(incident, field as `answer.${string}`, 'Mine', step());
    if (state.ask) incident = sayOfCall(incident, state.ask.point, 'sure', 70, step());
    incident = on(incident);
  }
  return incident;
}

describe('a drill', () => {
  it('holds on each page all that the page tells, and nothing that lies behind it', () => {
    fc.assert(fc.property(anyStory, (story) => {
      const pages = pagesOf(story);
      for (const [page, own] of pages.entries()) {
        const there = shown(walked(story, page));
        for (const text of own) assert.ok(there.has(text), `${text} is missing on page ${page}`);
        for (const text of pages.slice(page + 1).flat()) assert.ok(!there.has(text), `${text} is on page ${page} already`);
      }
    }), { numRuns: 25 });
  });

  it('shows nothing behind what was reached, wherever somebody went back to, and whatever the file says', () => {
    fc.assert(fc.property(anyStory, fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }), (story, page, reached) => {
      const record = drillOf(story);
      const incident = { ...record, drill: { ...drill(record), page, reached }, clashes: [{ path: '/drill/outcome', other: story.outcome }, { path: '/drill/points/d01/did', other: 'x' }] };
      const last = reachedPage(drill(incident));
      const there = shown(incident);
      for (const text of pagesOf(story).slice(last + 1).flat()) assert.ok(!there.has(text), text);
    }));
  });

  it('reveals one page at a time, also for who presses twice, and goes back only to what was reached', () => {
    const [story] = fc.sample(anyStory, { numRuns: 1, seed: 3 });
    const two = walked(story as DrillStory, 2);
    const once = nextDrillPage(two, 2);
    assert.equal(nextDrillPage(once, 2), once, 'the second press was for a page that is gone');
    assert.equal(openDrillPage(two, 3), two);
    assert.equal(openDrillPage(two, -1), two);
    const back = openDrillPage(two, 1);
    assert.deepEqual([currentPage(drill(back)), reachedPage(drill(back))], [1, 2]);
    assert.deepEqual(stateOf(back).ask?.closed, { said: [{ words: 'What you saw', text: 'Mine' }, { words: 'What you would have done', text: 'Mine' }], sure: '70 %' });
  });

  it('is a draft from its beginning and over at its end, where it lasted until then', () => {
    const [story] = fc.sample(anyStory, { numRuns: 1, seed: 4 }) as [DrillStory];
    const begun = drillOf(story);
    assert.deepEqual([begun.kind, incidentState(begun), begun.window], ['drill', 'draft', { start: '2026-05-14T14:00:00Z', end: '2026-05-14T14:00:00Z', startFrom: 'person', endFrom: 'person' }]);
    const last = endPage(drill(begun));
    assert.equal(finishDrill(walked(story, last - 1), step()).reflection?.finished, undefined, 'its end was not seen');
    const over = finishDrill(walked(story, last), step('2026-05-14T14:20:00Z'));
    assert.deepEqual([incidentState(over), over.window.end], ['finished', '2026-05-14T14:20:00Z']);
    const later = sayOfCall(over, 'd01', 'sure', 10, step('2026-05-15T09:00:00Z'));
    assert.deepEqual(later.reflection?.revisions?.map(({ field, before }) => [field, before]), [['/drill/points/d01/sure', '70']]);
    assert.equal(sayOfCall(over, 'd99', 'same', 'same', step()), over, 'there is no such decision');
  });

  it('sets how sure the lead was beside how they judge it, and adds nothing up', () => {
    const [story] = fc.sample(anyStory, { numRuns: 1, seed: 5 }) as [DrillStory];
    const end = walked(story, endPage(drill(drillOf(story))));
    const judged = sayOfCall(sayOfCall(end, 'd01', 'same', 'different', step()), 'd01', 'right', 'unclear', step());
    assert.deepEqual(stateOf(judged).end?.calls[0]?.row, ['70 %', 'Something else', 'Unclear']);
    assert.deepEqual(stateOf(judged).end?.calls[1]?.row, ['70 %', 'not said', 'not said']);
    for (const [index, { did, then }] of story.points.entries()) {
      const call = stateOf(judged).end?.calls[index];
      assert.deepEqual([call?.did, call?.then], did === undefined ? [undefined, then] : [did, undefined], 'what happened can be read again beside each call');
    }
  });

  it('asks beside its field about a call that was changed in two places, else above', () => {
    const [story] = fc.sample(anyStory, { numRuns: 1, seed: 7 }) as [DrillStory];
    const asked = { ...writeText(on(drillOf(story)), 'answer.drillDo.d01', 'Mine', step()), clashes: [{ path: 'text/answer.drillDo.d01', other: 'Theirs' }, { path: '/drill/points/d01/sure', other: 20 }] };
    const state = stateOf(asked);
    assert.deepEqual([state.clashes['answer.drillDo.d01'], state.twofold.map(({ about, theirs }) => [about, theirs])], ['Theirs', [['A drill: how sure you were', '20']]]);
    assert.deepEqual(stateOf(on(asked)).twofold.map(({ about }) => about), ['What would you do?', 'A drill: how sure you were']);
  });

  it('is never taken for an incident of the same hour, nor that for it', () => {
    const [story] = fc.sample(anyStory, { numRuns: 1, seed: 6 }) as [DrillStory];
    const record = drillOf(story);
    const claim = { id: 'c000000001', source: 'git', ref: 'revert', seen: '2026-05-14T14:05:00Z', kind: 'inferred', title: 'A revert', start: '2026-05-14T14:01:00Z', end: '2026-05-14T14:05:00Z' } as const;
    const { found, following } = findings([record], [], [claim], NOW);
    assert.deepEqual([found.map(({ incident }) => incident.title), following], [['A revert'], []]);
    assert.equal(new KnownIncidents([record], NOW).find(claim), undefined);
    const asIncident = withField<Incident, 'drill'>(record, 'drill', undefined);
    assert.equal(new KnownIncidents([asIncident], NOW).find(claim)?.kind, 'alike', 'without a story it would be');
  });

  it('is a record that the format allows, in its order also after it was written, and can be begun anew without the answers', () => {
    fc.assert(fc.property(anyStory, (story) => {
      const end = walked(story, 2 * story.points.length + 1);
      assert.equal(judgeIncident(JSON.parse(JSON.stringify(end))).state, 'valid');
      assert.deepEqual(drill(arrangeIncident(end)).points.map(({ time }) => time), story.points.map(({ time }) => time));
      assert.deepEqual(storyAgain(end), story);
    }), { numRuns: 15 });
  });
});
