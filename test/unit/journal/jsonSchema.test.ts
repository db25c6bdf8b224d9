import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import * as v from 'valibot';
import { isPurged } from '../../../src/core/journal/check';
import { incidentSchema } from '../../../src/core/journal/schema';
import { incidentJsonSchema } from '../../../tools/schema.mjs';
import { anyIncident, json, mutated } from './records';
import type { Json } from './records';

describe('the JSON Schema that ships', () => {
  let schema: Record<string, unknown>;
  let allows: ValidateFunction;

  before(async () => {
    schema = await incidentJsonSchema();
    allows = new Ajv({ allowUnionTypes: true }).compile(schema);
  });

  /** Both must say the same. Returns what they say. */
  function agreed(value: unknown): boolean {
    const ours = v.is(incidentSchema, value) || isPurged(value);
    assert.equal(allows(value), ours, `${JSON.stringify(value)}\n${JSON.stringify(allows.errors ?? v.safeParse(incidentSchema, value).issues?.[0]?.message)}`);
    return ours;
  }

  it('allows every record that valibot allows', () => {
    fc.assert(fc.property(anyIncident, (record) => assert.ok(agreed(record))));
  });

  it('agrees with valibot on records with a fault in them', () => {
    let refused = 0;
    fc.assert(fc.property(anyIncident.chain((record) => mutated(record as unknown as Json)), (value) => {
      if (!agreed(value)) refused++;
    }), { numRuns: 500 });
    assert.ok(refused > 100, `only ${refused} of 500 had a fault`);
  });

  it('agrees on what is left of an incident that was deleted for ever, and on faults in it', () => {
    const left = { format: 1, id: '7k3f9q2mxa', deleted: { at: '2026-11-24T12:00:00Z', purged: true } };
    assert.ok(agreed(left));
    let refused = 0;
    fc.assert(fc.property(mutated(left), (value) => {
      if (!agreed(value)) refused++;
    }), { numRuns: 300 });
    assert.ok(refused > 50, `only ${refused} of 300 had a fault`);
    for (const deleted of [{ ...left.deleted, purged: false }, { at: left.deleted.at, was: 'x' }, null]) assert.ok(!agreed({ ...left, deleted }));
  });

  it('agrees with valibot on any JSON', () => {
    fc.assert(fc.property(json, (value) => void agreed(value)));
  });

  it('describes every field that has a description', () => {
    const text = JSON.stringify(schema);
    for (const words of ['When it was over. Absent while the incident is open.', 'How sure, in per cent.', 'The act that fits, 1 to 5, or no occasion.']) assert.ok(text.includes(words), words);
  });
});
