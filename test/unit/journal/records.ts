import fc from 'fast-check';
import type * as v from 'valibot';
import { incidentSchema } from '../../../src/core/journal/schema';
import type { Incident } from '../../../src/core/journal/schema';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** As much of a valibot schema as a generator needs. */
interface Shape {
  readonly type: string;
  readonly entries: Readonly<Record<string, v.GenericSchema>>;
  readonly item: v.GenericSchema;
  readonly key: v.GenericSchema;
  readonly value: v.GenericSchema;
  readonly wrapped: v.GenericSchema;
  readonly options: readonly Json[];
  readonly literal: Json;
  readonly pipe?: readonly { readonly kind: string; readonly type: string; readonly requirement?: unknown }[];
}

/** An object from pairs. Not by assignment: a key called __proto__ is a key like any other. */
const fromPairs = (pairs: readonly (readonly [string, Json])[]): { readonly [key: string]: Json } => Object.fromEntries(pairs);

/** Any JSON, as a file can hold it (no minus zero). */
export const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);

/** Fields that no version knows, some of them with names that JavaScript itself uses. */
const unknownFields = (known: Readonly<Record<string, unknown>>) => {
  const name = fc.oneof({ weight: 4, arbitrary: fc.string() }, fc.constantFrom('__proto__', 'constructor', 'toString', '7', 'ünknown'));
  return fc.uniqueArray(fc.tuple(name.filter((key) => !Object.hasOwn(known, key)), json), { maxLength: 2, selector: ([key]) => key });
};

type Generator = (shape: Shape, unknown: boolean) => fc.Arbitrary<Json>;

const generators: Readonly<Record<string, Generator>> = {
  loose_object: ({ entries }, unknown) => {
    const pairs = Object.entries(entries).map(([key, schema]) => {
      const pair = arbitraryOf(schema, unknown).map((value): readonly (readonly [string, Json])[] => [[key, value]]);
      return schema.type === 'exact_optional' ? fc.option(pair, { nil: [] }) : pair;
    });
    const more = unknown ? unknownFields(entries) : fc.constant([]);
    return fc.tuple(fc.tuple(...pairs), more).map(([known, others]) => fromPairs([...known.flat(), ...others]));
  },
  exact_optional: ({ wrapped }, unknown) => arbitraryOf(wrapped, unknown),
  array: ({ item }, unknown) => fc.uniqueArray(arbitraryOf(item, unknown), { maxLength: 3, selector: (each) => (hasId(each) ? each.id : {}) }),
  record: ({ value }, unknown) => fc.dictionary(fc.string().filter((key) => key !== '__proto__'), arbitraryOf(value, unknown), { maxKeys: 3 }),
  picklist: ({ options }) => fc.constantFrom(...options),
  literal: ({ literal }) => fc.constant(literal),
  boolean: () => fc.boolean(),
  unknown: () => json,
  number: ({ pipe }) => fc.integer({ min: requirement(pipe, 'min_value') ?? -1000, max: requirement(pipe, 'max_value') ?? 1000 }),
  string: ({ pipe }) => {
    const form = requirement<RegExp>(pipe, 'regex');
    return form ? fc.stringMatching(form) : fc.string({ unit: 'grapheme', maxLength: 20 });
  },
};

const hasId = (value: Json): value is { readonly id: Json } => typeof value === 'object' && value !== null && 'id' in value;

const requirement = <T = number>(pipe: Shape['pipe'], type: string): T | undefined => pipe?.find((each) => each.type === type)?.requirement as T | undefined;

/** In a pipe the last schema says what the value is. */
function arbitraryOf(schema: v.GenericSchema, unknown: boolean): fc.Arbitrary<Json> {
  const outer = schema as unknown as Shape;
  const shape = { ...outer, ...(outer.pipe?.findLast(({ kind }) => kind === 'schema') as Shape | undefined), ...(outer.pipe && { pipe: outer.pipe }) };
  const generator = generators[shape.type];
  if (!generator) throw new Error(`There is no generator for ${shape.type}.`);
  return generator(shape, unknown);
}

/** Any record that format 1 allows, with unknown fields at every level. Made from the schema, so it never lags behind. */
export const anyIncident = arbitraryOf(incidentSchema, true) as fc.Arbitrary<unknown> as fc.Arbitrary<Incident>;
/** The same without unknown fields. */
export const plainIncident = arbitraryOf(incidentSchema, false) as fc.Arbitrary<unknown> as fc.Arbitrary<Incident>;

/** The same value with one thing in it replaced, or taken out. */
export function mutated(value: Json): fc.Arbitrary<Json> {
  const places = pathsOf(value);
  return fc.tuple(fc.constantFrom(...places), fc.option(fc.oneof(json, fc.constantFrom<Json>('', [], {}, null, 0, 1.5, true)))).map(([path, put]) => replaced(value, path, put));
}

type Path = readonly (string | number)[];

function pathsOf(value: Json): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[], ...entries.flatMap(([key, each]) => pathsOf(each).map((path) => [key, ...path]))];
}

/** `null` as the new value means: take it out. */
function replaced(value: Json, [key, ...rest]: Path, put: Json): Json {
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.flatMap((each: Json, i) => (i !== key ? [each] : rest.length === 0 && put === null ? [] : [replaced(each, rest, put)]));
  const pairs = Object.entries(value as { readonly [key: string]: Json });
  return fromPairs(pairs.flatMap(([name, each]) => (name !== key ? [[name, each] as const] : rest.length === 0 && put === null ? [] : [[name, replaced(each, rest, put)] as const])));
}
