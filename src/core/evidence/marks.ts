import { withField } from '../journal/fields';
import type { Incident, StoredEvidence } from '../journal/schema';
import { revise } from '../reflection/revise';
import type { Step } from '../reflection/step';
import type { EvidenceEntry } from './entry';
import { sourceOf, storedFor } from './stored';

/*
 * What the lead does with the timeline. A live entry is written to the record only when it is touched, and leaves it again when
 * nothing is left to say about it. Unknown fields stay. After *Finish* the marks as they were are kept as a revision.
 */

type NewId = () => string;
type Flag = 'hidden' | 'moment' | 'decision';

/** Marks the moment in which the next step was not obvious, or takes the mark back (undefined). There is one moment at most. */
export function markMoment(record: Incident, entry: EvidenceEntry | undefined, step: Step): Incident {
  const target = entry && storedFor(record, entry);
  const others = (record.evidence ?? []).filter((each) => each.moment === true && each !== target);
  const cleared = others.reduce((before, each) => withoutFlag(before, each, 'moment'), record);
  return revised(record, entry ? withFlag(cleared, entry, 'moment', step.newId) : cleared, step);
}

/** So many decision points a reflection has at most. */
const MOST_DECISIONS = 3;

/** Marks a moment as a decision point, or takes the mark back: what was answered about it stays. Refuses (same record) a fourth. */
export function markDecision(record: Incident, entry: EvidenceEntry, on: boolean, step: Step): Incident {
  const stored = storedFor(record, entry);
  if (on) {
    const isFull = (record.evidence ?? []).filter(({ decision }) => decision === true).length >= MOST_DECISIONS;
    return isFull ? record : decided(record, withFlag(record, entry, 'decision', step.newId), step);
  }
  if (stored?.decision !== true) return record;
  const isAnswered = Object.keys(record.reflection?.answers ?? {}).some((name) => name.endsWith(`.${stored.id}`));
  if (!isAnswered) return decided(record, withoutFlag(record, stored, 'decision'), step);
  return decided(record, withEvidence(record, (record.evidence ?? []).map((each) => (each === stored ? { ...each, decision: false } : each))), step);
}

/** Hides an entry. It stays in the timeline, marked as hidden. */
export function hideEntry(record: Incident, entry: EvidenceEntry, step: Step): Incident {
  return revised(record, withFlag(record, entry, 'hidden', step.newId), step);
}

/** Takes the hiding back. */
export function showEntry(record: Incident, entry: EvidenceEntry, step: Step): Incident {
  const stored = storedFor(record, entry);
  return stored?.hidden === true ? revised(record, withoutFlag(record, stored, 'hidden'), step) : record;
}

/**
 * Adds something that no source knows.
 * @param moment when it happened, ISO 8601 UTC, and what it was; an empty title is refused (the same record)
 */
export function addByHand(
  record: Incident,
  moment: { readonly at: string; readonly title: string },
  step: Step,
): Incident {
  const title = moment.title.trim();
  if (title === '') return record;
  const stored: StoredEvidence = { id: step.newId(), at: moment.at, source: 'person', title, kind: 'moment' };
  return revised(record, withEvidence(record, [...(record.evidence ?? []), stored]), step);
}

/** Removes something that was added by hand. Other entries can only be hidden (the same record). */
export function removeByHand(record: Incident, entry: EvidenceEntry, step: Step): Incident {
  const stored = storedFor(record, entry);
  if (stored?.source !== 'person') return record;
  const left = (record.evidence ?? []).filter((each) => each !== stored);
  return revised(record, withEvidence(record, left), step);
}

/** Keeps what the marks said before, a line for each entry: `2026-05-14T14:25:00Z A shop called (moment)`. */
function revised(before: Incident, after: Incident, step: Step): Incident {
  return after === before ? before : revise(after, 'evidence', lines(before.evidence ?? []), step);
}

/** The same of the decision points alone: the moment and what is hidden stay as they are. */
function decided(before: Incident, after: Incident, step: Step): Incident {
  return after === before ? before : revise(after, 'decisions', lines((before.evidence ?? []).filter(({ decision }) => decision === true)), step);
}

function lines(evidence: readonly StoredEvidence[]): string {
  const each = evidence.map(({ at, title, moment, hidden, decision }) => {
    const flags = [moment && 'moment', hidden && 'hidden', decision && 'decision'].filter(Boolean).join(', ');
    return `${at} ${title}${flags && ` (${flags})`}`;
  });
  return each.join('\n');
}

function withFlag(record: Incident, entry: EvidenceEntry, flag: Flag, newId: NewId): Incident {
  const stored = storedFor(record, entry);
  if (stored?.[flag] === true) return record;
  const evidence = record.evidence ?? [];
  if (!stored) return withEvidence(record, [...evidence, { ...storedFrom(entry, newId()), [flag]: true }]);
  return withEvidence(
    record,
    evidence.map((each) => (each === stored ? { ...each, [flag]: true } : each)),
  );
}

function withoutFlag(record: Incident, stored: StoredEvidence, flag: Flag): Incident {
  const after = withField<StoredEvidence, Flag>(stored, flag, undefined);
  const evidence = record.evidence ?? [];
  const kept = isUntouched(after)
    ? evidence.filter((each) => each !== stored)
    : evidence.map((each) => (each === stored ? after : each));
  return withEvidence(record, kept);
}

function withEvidence(record: Incident, evidence: readonly StoredEvidence[]): Incident {
  return withField<Incident, 'evidence'>(record, 'evidence', evidence.length > 0 ? evidence : undefined);
}

/** What is kept of a live entry: enough to show it when its commit is gone. The words of a note are what is remembered of it. */
function storedFrom(entry: EvidenceEntry, id: string): StoredEvidence {
  return {
    id,
    at: entry.at,
    source: entry.source,
    title: entry.note?.belief ?? entry.title,
    kind: entry.kind,
    ...(entry.ref !== undefined && { ref: entry.ref }),
    ...(entry.repository !== undefined && { repository: entry.repository }),
  };
}

const LIVE_FIELDS: readonly string[] = [
  'id',
  'at',
  'source',
  'title',
  'kind',
  'ref',
  'repository',
] satisfies readonly (keyof StoredEvidence)[];

/** Whether an entry says nothing that git or the record do not say anyway. One with fields of another version is never dropped. */
function isUntouched(stored: StoredEvidence): boolean {
  return sourceOf(stored) !== 'person' && Object.keys(stored).every((field) => LIVE_FIELDS.includes(field));
}
