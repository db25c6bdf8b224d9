import * as v from 'valibot';
import type { Known } from '../journal/known';
import { TIME } from '../journal/schema';
import { iso, signalRef, speakingFor, type Signal } from './signal';
import { weigh, WEIGHTS, type Trigger } from './trigger';

export const MEMORY_FORMAT = 1;
/** How far back a first look goes, and one that the lead asks for: milliseconds. */
const FIRST = 30 * 86_400_000;
const ON_REQUEST = 365 * 86_400_000;
/** After a force push it is looked from this long before the last look. */
const OVERLAP = 86_400_000;
/** So many "not an incident" about one trigger, and it only lists. */
const REFUSALS = 2;
/** What was said longest ago is forgotten beyond this many: a busy repository has seven a year. */
const KEPT = 500;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/));
const time = v.pipe(v.string(), v.regex(TIME));
const opt = v.exactOptional;

/** What is remembered of one repository, by the editor on this machine. */
export const memorySchema = v.looseObject({
  format: v.literal(MEMORY_FORMAT),
  /** Where the default branch was at the last look, and when that was. */
  tip: hash,
  looked: time,
  /** What was said: the commit, the mark that it keeps when it is rewritten, what its claim is called, what spoke for it, and the path of the incident document that it brought. */
  said: v.array(v.looseObject({ hash, mark: v.string(), ref: v.string(), triggers: v.array(v.string()), document: opt(v.string()) })),
  /** Where moving references of production were, by their full names. */
  production: opt(v.record(v.string(), hash)),
  /** "Not an incident", by trigger: about which commits. */
  refused: opt(v.record(v.string(), v.array(v.string()))),
});
export type RepositoryMemory = Known<v.InferOutput<typeof memorySchema>>;

/** Reads what was stored. What cannot be read is no memory: the next look is a first one. */
export function readMemory(value: unknown): RepositoryMemory | undefined {
  const { success, output } = v.safeParse(memorySchema, value);
  return success ? (output as RepositoryMemory) : undefined;
}

/** From when a look without a usable memory reads, in milliseconds. */
export const firstLookSince = (now: number): number => now - FIRST;
/** From when a look on request reads. */
export const onRequestSince = (now: number): number => now - ON_REQUEST;
/** From when it is read again where the last tip is no ancestor any more (a force push), or is gone. */
export const rewrittenSince = ({ looked }: RepositoryMemory): number => Date.parse(looked) - OVERLAP;

/** What was not said before. A commit that a force push rewrote is no news. */
export function news(signals: readonly Signal[], memory: RepositoryMemory | undefined): readonly Signal[] {
  const hashes = new Set(memory?.said.map((each) => each.hash));
  const marks = new Set(memory?.said.map((each) => each.mark));
  return signals.filter((signal) => !marks.has(signal.mark) && !(signal.wentBack === undefined && hashes.has(signal.hash)));
}

export interface Look {
  readonly tip: string;
  readonly now: number;
  readonly signals: readonly Signal[];
  readonly production: Readonly<Record<string, string>>;
}

/** What is remembered after a look. */
export function remember(memory: RepositoryMemory | undefined, { tip, now, signals, production }: Look): RepositoryMemory {
  const before: Pick<RepositoryMemory, 'said' | 'refused'> = memory ?? { said: [] };
  const fresh = news(signals, memory).map(saidOf);
  return { ...before, format: MEMORY_FORMAT, tip, looked: iso(now), said: [...before.said, ...fresh].slice(-KEPT), production };
}

type Said = RepositoryMemory['said'][number];

function saidOf(signal: Signal): Said {
  const { hash: commit, mark, triggers, document } = signal;
  return { hash: commit, mark, ref: signalRef(signal), triggers: [...speakingFor(triggers, WEIGHTS)], ...(document !== undefined && { document }) };
}

/** What is remembered after a look into the past: what it said, as what is forgotten first. From where the next look goes on stays. @param signals newest first */
export const rememberPast = (memory: RepositoryMemory, signals: readonly Signal[]): RepositoryMemory => withPast(memory, news(signals, memory).map(saidOf).reverse());

/** The same, where the look was at another memory of the repository. @param past what is remembered after it */
export function withPast(memory: RepositoryMemory, past: readonly Said[]): RepositoryMemory {
  const marks = new Set(memory.said.map(({ mark }) => mark));
  const more = past.filter(({ mark }) => !marks.has(mark));
  return more.length === 0 ? memory : { ...memory, said: [...more, ...memory.said].slice(-KEPT) };
}

/** "Not an incident": counts against each trigger that spoke for it, once a commit. @param ref what the claim is called; one that was never said changes nothing */
export function refuse(memory: RepositoryMemory, ref: string): RepositoryMemory {
  const said = memory.said.find((each) => each.ref === ref);
  if (!said) return memory;
  const refused: Record<string, string[]> = { ...memory.refused };
  for (const trigger of said.triggers) refused[trigger] = [...new Set([...(refused[trigger] ?? []), said.mark])];
  return { ...memory, refused };
}

/** Takes a "not an incident" back. */
export function takeBackRefusal(memory: RepositoryMemory, ref: string): RepositoryMemory {
  const mark = memory.said.find((each) => each.ref === ref)?.mark;
  const left = Object.entries(memory.refused ?? {}).map(([trigger, marks]) => [trigger, marks.filter((each) => each !== mark)] as const);
  return { ...memory, refused: Object.fromEntries(left.filter(([, marks]) => marks.length > 0)) };
}

/** The triggers that the lead twice called no incident here: they list, and are not asked about. */
export function listOnlyTriggers(memory: RepositoryMemory | undefined): readonly Trigger[] {
  return Object.entries(memory?.refused ?? {}).flatMap(([trigger, marks]) => (marks.length >= REFUSALS && trigger in WEIGHTS ? [trigger as Trigger] : []));
}

/** Whether something that was said earlier, and would be asked about, is now only listed, since too little of it is left that the lead trusts. @param ref what the claim is called */
export function isListOnly(memory: RepositoryMemory, ref: string): boolean {
  const listOnly = listOnlyTriggers(memory);
  const said = listOnly.length === 0 ? undefined : memory.said.find((each) => each.ref === ref);
  const triggers = (said?.triggers ?? []).filter((trigger): trigger is Trigger => trigger in WEIGHTS);
  return triggers.length > 0 && triggers.some((trigger) => listOnly.includes(trigger)) && weigh(triggers, listOnly).decision !== 'prompt';
}
