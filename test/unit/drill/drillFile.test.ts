import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import * as v from 'valibot';
import { DRILL_FILE, drillFileSchema, judgeDrill, LARGEST_DRILL, storyOf, type DrillFile } from '../../../src/core/drill/drillFile';
import { drillJsonSchema } from '../../../tools/schema.mjs';
import { mutated, type Json } from '../journal/records';

const folder = fileURLToPath(new URL('../../../drills', import.meta.url));
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const names = readdirSync(folder);
const line = { time: '14:02', text: 'Alert: checkout is slow' };
const decision = { time: '14:05', seen: [line], did: 'They declared it.', then: [line] };
const small: DrillFile = { format: 1, title: 'Checkout is slow', situation: 'You lead.', decisions: [decision, { ...decision, ask: 'And the shops?' }], outcome: 'It was over.' };

describe('the drills that ship', () => {
  for (const name of names) {
    it(`${name} is what the format allows, tells its times in their order, and fits the size of the package`, () => {
      assert.ok(name.endsWith(DRILL_FILE));
      const text = read(name);
      const judged = judgeDrill(JSON.parse(text));
      assert.equal(judged.state, 'valid');
      assert.ok(text.length < LARGEST_DRILL / 10);
      const { decisions, language } = JSON.parse(text) as DrillFile;
      assert.ok(decisions.length >= 5 && decisions.every(({ ask, did }) => did.length > 100 && ask !== ''));
      assert.equal(language, 'en');
      const told = decisions.flatMap(({ time, seen, then }) => [...seen.map((each) => each.time), time, ...then.map((each) => each.time)]);
      assert.deepEqual(told, told.toSorted());
    });
  }

  it('is at least one', () => assert.ok(names.length > 0));
});

describe('the file of a drill', () => {
  let allows: ValidateFunction;
  before(async () => {
    allows = new Ajv({ allowUnionTypes: true }).compile(await drillJsonSchema());
  });

  const faults: readonly (readonly [string, unknown, string])[] = [
    ['no title', { ...small, title: undefined }, 'title: is missing'],
    ['an empty text', { ...small, outcome: '' }, 'outcome: must not be empty (it says "")'],
    ['a time of another kind', { ...small, decisions: [decision, { ...decision, time: '4pm' }] }, 'decisions.1.time: must be a time of day, like 16:42 (it says "4pm")'],
    ['one decision', { ...small, decisions: [decision] }, 'decisions: must have at least 2 entries (it says a list)'],
    ['nothing that was seen', { ...small, decisions: [{ ...decision, seen: [] }, decision] }, 'decisions.0.seen: must not be empty (it says a list)'],
    ['a role that is none', { ...small, role: 'boss' }, 'role: must be one of commander, responder, communicator, standby (it says "boss")'],
    ['a text that is too long', { ...small, situation: 'x'.repeat(4_001) }, `situation: must have at most 4000 characters (it says "${'x'.repeat(39)}…)`],
    ['another version', { ...small, format: 2 }, 'Written by a newer Lead Debrief (format 2; this one knows 1). Update the extension to change it.'],
    ['no drill at all', [], 'format: is missing'],
  ];
  for (const [what, value, reason] of faults) {
    it(`says what is wrong: ${what}`, () => {
      const judged = judgeDrill(JSON.parse(JSON.stringify(value)));
      assert.equal(judged.state === 'valid' ? 'nothing' : judged.reason, reason);
    });
  }

  it('is judged the same by the editor’s JSON Schema', () => {
    assert.ok(allows(small));
    let refused = 0;
    fc.assert(fc.property(mutated(small as unknown as Json), (value) => {
      const ours = v.is(drillFileSchema, value);
      assert.equal(allows(value), ours, JSON.stringify(value));
      if (!ours) refused += 1;
    }), { numRuns: 500 });
    assert.ok(refused > 100, `only ${refused} of 500 had a fault`);
  });

  it('becomes a story with all that it tells', () => {
    const story = storyOf({ ...small, minutes: 10, role: 'commander', language: 'de', afterwards: ['Later'] }, 'team', 'checkout');
    assert.deepEqual({ ...story, points: story.points.length }, { source: 'team', ref: 'checkout', title: small.title, language: 'de', minutes: 10, role: 'commander', situation: small.situation, points: 2, outcome: small.outcome, afterwards: ['Later'] });
    assert.deepEqual(story.points[1], { time: '14:05', known: [line], ask: 'And the shops?', did: decision.did, then: [line] });
  });
});
