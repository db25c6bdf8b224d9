import type * as v from 'valibot';
import { incidentSchema, journalSchema, peopleSchema } from './schema';
import type { Incident, JournalFacts, People } from './schema';

/**
 * The one order in which a record is written, so that two windows and two machines write the same bytes: keys as the schema has
 * them, unknown keys after them; lists whose entries have an id by `at`, then by id. The same object where nothing would change.
 */
export const arrangeIncident = (record: Incident): Incident => arrange(incidentOrder(), record) as Incident;
export const arrangeFacts = (facts: JournalFacts): JournalFacts => arrange(factsOrder(), facts) as JournalFacts;
export const arrangePeople = (people: People): People => arrange(peopleOrder(), people) as People;

/** What the order of a value depends on, read from the schema once. Undefined: the value stays as it is. */
type Order = { readonly fields: Fields } | { readonly entries: Order | undefined; readonly sorted: boolean };
/** By name: which field of the schema it is, from 0, and the order of what it holds. */
type Fields = ReadonlyMap<string, { readonly place: number; readonly order: Order | undefined }>;

/** As much of a valibot schema as matters here: an object has `entries`, a list `item`, an optional one `wrapped`. */
interface SchemaShape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  readonly pipe?: readonly { readonly kind: string }[];
}

const incidentOrder = whenNeeded(incidentSchema);
const factsOrder = whenNeeded(journalSchema);
const peopleOrder = whenNeeded(peopleSchema);

/** Read from the schema at the first save, not at each start of the editor. */
function whenNeeded(schema: v.GenericSchema): () => Order | undefined {
  let order: Order | undefined;
  return () => (order ??= orderOf(schema));
}

/** In a pipe the last schema says what the value is; those before it only look. */
function shapeOf(schema: v.GenericSchema): SchemaShape {
  const shape = schema as unknown as SchemaShape;
  return { ...shape, ...(shape.pipe?.findLast(({ kind }) => kind === 'schema') as SchemaShape | undefined) };
}

function orderOf(schema: v.GenericSchema): Order | undefined {
  const { entries, item, wrapped } = shapeOf(schema);
  if (wrapped) return orderOf(wrapped);
  if (item) return { entries: orderOf(item), sorted: 'id' in (shapeOf(item).entries ?? {}) };
  return entries && { fields: new Map(Object.entries(entries).map(([key, value], place) => [key, { place, order: orderOf(value) }])) };
}

function arrange(order: Order | undefined, value: unknown): unknown {
  if (!order || typeof value !== 'object' || value === null) return value;
  if ('fields' in order) return Array.isArray(value) ? value : arrangeObject(order.fields, value as Record<string, unknown>);
  return Array.isArray(value) ? arrangeList(order.entries, order.sorted, value) : value;
}

interface OwnField {
  readonly key: string;
  /** That of its name in the schema; unknown ones have the last. */
  readonly place: number;
  readonly value: unknown;
}

/** The same object where its fields are in order. A save changes one text: of fifty objects in a record, fifty are. */
function arrangeObject(fields: Fields, before: Readonly<Record<string, unknown>>): unknown {
  const own = Object.keys(before).map((key): OwnField => {
    const field = fields.get(key);
    return { key, place: field?.place ?? fields.size, value: arrange(field?.order, before[key]) };
  });
  const isArranged = own.every(({ key, place, value }, i) => value !== undefined && value === before[key] && place >= (own[i - 1]?.place ?? 0));
  return isArranged ? before : rebuilt(before, own);
}

/** `fromEntries` and not assignment: a field called __proto__ stays a field. A field without a value is left out: absent, not null. */
function rebuilt(before: Readonly<Record<string, unknown>>, own: readonly OwnField[]): unknown {
  const wanted = own.filter(({ value }) => value !== undefined).sort((a, b) => a.place - b.place);
  const arranged = Object.fromEntries(wanted.map(({ key, value }) => [key, value]));
  const now = Object.keys(arranged);
  // A name that is a number comes first, wherever it is put.
  const same = now.length === own.length && now.every((key, i) => key === own[i]?.key && arranged[key] === before[key]);
  return same ? before : arranged;
}

function arrangeList(order: Order | undefined, sorted: boolean, list: readonly unknown[]): unknown {
  const arranged = list.map((entry) => arrange(order, entry));
  if (sorted && arranged.every(hasId)) arranged.sort(byTimeThenId);
  return arranged.every((entry, i) => entry === list[i]) ? list : arranged;
}

interface ListEntry {
  readonly id: string;
  readonly at?: unknown;
}

const hasId = (entry: unknown): entry is ListEntry =>
  typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string';

const timeOf = ({ at }: ListEntry): number => (typeof at === 'string' && Date.parse(at)) || 0;

/** The order of entries in a list with ids: by `at`, then by id. */
export function byTimeThenId(a: unknown, b: unknown): number {
  const [one, other] = [a as ListEntry, b as ListEntry];
  return timeOf(one) - timeOf(other) || (one.id < other.id ? -1 : Number(one.id > other.id));
}
