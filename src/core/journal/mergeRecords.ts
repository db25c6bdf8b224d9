import * as l10n from '@vscode/l10n';
import { arrangeFacts, arrangeIncident, arrangePeople } from './arrange';
import { isPurged, judgeFacts, judgePeople, judgeStored, type Verdict } from './check';
import { restore } from './deletion';
import { withField } from './fields';
import { clashesOfTexts, mergeClashes, withoutClashes, type WithClashes } from './mergeClashes';
import { mergeDeletions, mergePurged } from './mergeDeletion';
import { mergeVersions, oneSided, type MergeRules } from './mergeValue';
import type { Clash, Incident, JournalFacts, People, StoredIncident } from './schema';

/** What became of two versions: one, or why they stay apart. `reason` is a sentence for people. */
export type Merged<T> =
  | { readonly ok: true; readonly record: T }
  | { readonly ok: false; readonly state: 'newer' | 'invalid' | 'different'; readonly reason: string };

const NONE: ReadonlySet<string> = new Set();
const peopleRules: MergeRules = { appendOnly: NONE, unasked: NONE };
const factsRules: MergeRules = { appendOnly: NONE, unasked: new Set(['/shared', '/seek/since']) };
const incidentRules: MergeRules = {
  appendOnly: new Set(['/reflection/ratings', '/reflection/revisions', '/plan/ledger', '/foresight', '/incidentNotes', '/lesson/seen']),
  unasked: new Set([
    '/reflection/started', '/reflection/finished', '/reflection/screen', '/reflection/evidenceOpened', '/plan/id', '/plan/made', '/plan/closed', '/plan/rehearsed', '/cancelled', '/drill/page', '/drill/reached',
  ]),
};

/**
 * Merges two versions of one incident's file. What was changed to two values keeps the one that wins on every machine, and the other
 * in `clashes`; there a text that a screen shows has the path under which two windows keep it. Nothing is changed in the arguments.
 * @param base what both began from, as parsed; undefined, or what cannot be used: nothing counts as removed then
 * @param a as parsed; it is judged here, as is `b`
 * @returns a refusal where one of the two is newer than this version, not valid, or another incident
 */
export function mergeRecords(base: unknown, a: unknown, b: unknown): Merged<StoredIncident> {
  const judged = judgeAll(judgeStored, base, a, b);
  if (!judged.ok) return judged;
  const [before, one, other] = judged.record;
  if (one.id !== other.id) return { ok: false, state: 'different', reason: l10n.t('These are two incidents: {0} and {1}.', one.id, other.id) };
  return { ok: true, record: mergeStored(before?.id === one.id ? before : undefined, one, other) };
}

/** The same for debrief-people.json. */
export function mergePeople(base: unknown, a: unknown, b: unknown): Merged<People> {
  const judged = judgeAll(judgePeople, base, a, b);
  return judged.ok ? { ok: true, record: arrangePeople(mergeContents(judged.record, peopleRules)) } : judged;
}

/** The same for debrief-journal.json. Two journals that were begun apart become one; the other id waits among the clashes. */
export function mergeFacts(base: unknown, a: unknown, b: unknown): Merged<JournalFacts> {
  const judged = judgeAll(judgeFacts, base, a, b);
  return judged.ok ? { ok: true, record: arrangeFacts(mergeContents(judged.record, factsRules)) } : judged;
}

type Versions<T> = readonly [base: T | undefined, a: T, b: T];

/** A base of another format says nothing of what the fields mean now. */
function judgeAll<T>(judge: (value: unknown) => Verdict<T>, base: unknown, a: unknown, b: unknown): Merged<Versions<T>> {
  const [before, one, other] = [judge(base), judge(a), judge(b)];
  if (one.state !== 'valid') return { ok: false, state: one.state, reason: one.reason };
  if (other.state !== 'valid') return { ok: false, state: other.state, reason: other.reason };
  return { ok: true, record: [before.state === 'valid' ? before.record : undefined, one.record, other.record] };
}

function mergeStored(base: StoredIncident | undefined, a: StoredIncident, b: StoredIncident): StoredIncident {
  if (isPurged(a) || isPurged(b)) return mergePurged(base, a, b);
  return arrangeIncident(mergeIncidents(isPurged(base) ? undefined : base, a, b));
}

function mergeIncidents(base: Incident | undefined, a: Incident, b: Incident): Incident {
  const one = oneSided({ base, a, b });
  if (one !== undefined) return one as Incident;
  const contents = [base && restore(base), restore(a), restore(b)] as const;
  const merged = mergeContents(contents, incidentRules, (fields, lost) => clashesOfTexts(contents, arrangeIncident(fields), lost));
  return withField<Incident, 'deleted'>(merged, 'deleted', mergeDeletions(base, a, b, merged));
}

/** @param fresh what became of the clashes of this merge: their paths may have other names */
function mergeContents<T extends WithClashes>(versions: Versions<T>, rules: MergeRules, fresh = (_: T, lost: readonly Clash[]): readonly Clash[] => lost): T {
  const [base, a, b] = versions;
  const one = oneSided({ base, a, b });
  if (one !== undefined) return one as T;
  const { value, lost } = mergeVersions({ base: base && withoutClashes(base), a: withoutClashes(a), b: withoutClashes(b) }, rules);
  const clashes = mergeClashes({ base: base?.clashes ?? [], a: a.clashes ?? [], b: b.clashes ?? [] }, fresh(value, lost));
  return withField<WithClashes, 'clashes'>(value, 'clashes', clashes) as T;
}
