import assert from 'node:assert/strict';
import * as v from 'valibot';
import { timeline } from '../../../src/core/evidence/timeline';
import { incidentState } from '../../../src/core/incident/state';
import { incidentSchema, peopleSchema } from '../../../src/core/journal/schema';
import { lastPlanFor } from '../../../src/core/plan/lastPlan';
import { madeUpGit, madeUpStory } from '../../../src/core/tryout/story';

const NOW = Date.parse('2026-05-14T14:02:07.123Z');

describe('the made-up incident', () => {
  let made = 0;
  const { incident, before, people } = madeUpStory(NOW, () => `id${String((made += 1)).padStart(8, '0')}`);

  it('is what the format allows, and says in each title that it is made up', () => {
    for (const record of [incident, before]) {
      assert.deepEqual(v.safeParse(incidentSchema, record).issues, undefined);
      assert.match(record.title, /\(made up\)$/);
    }
    assert.ok(v.is(peopleSchema, { format: 1, people }));
  });

  it('waits to be looked back at, was yesterday, and begins with what became of a plan', () => {
    assert.equal(incidentState(incident), 'waiting');
    assert.equal(incidentState(before), 'finished');
    assert.equal(incident.window.start, '2026-05-13T14:02:00Z');
    assert.ok(Date.parse(incident.window.end ?? '') < NOW);
    assert.equal(lastPlanFor([before], incident, new Date(NOW).toISOString())?.plan, before.plan);
  });

  it('has a timeline with something to doubt: a revert that was not the fix, a note that was wrong, people to name', () => {
    const { entries, people: named, machines } = timeline(incident, madeUpGit(incident));
    const kinds = entries.map(({ kind }) => kind);
    for (const kind of ['began', 'ended', 'note', 'remark', 'landing', 'revert'] as const) assert.ok(kinds.includes(kind), kind);
    assert.match(entries.find(({ kind }) => kind === 'revert')?.reverts?.title ?? '', /halve the connection pool/);
    assert.deepEqual(named.map(({ name }) => name), ['Mei Lin', 'Priya Nair', 'Sam Okafor']);
    assert.deepEqual(machines, []);
    const times = entries.map(({ at }) => Date.parse(at));
    assert.deepEqual(times, times.toSorted((a, b) => a - b));
  });
});
