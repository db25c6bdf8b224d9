import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { BEHAVIOUR_ID, DAY, ID, incidentSchema, journalSchema, peopleSchema, PERSON_ID, purgedSchema, TIME } from './schema';
import { FORMAT } from './values';
import { TIME_OF_DAY } from '../plan/weekly';
import type { Incident, JournalFacts, People, PurgedIncident, StoredIncident } from './schema';

/** What is true of a parsed value. `path` is dotted (`claims.0.seen`), '' for the value itself; `reason` is a sentence for people. */
export type Verdict<T> =
  | { readonly state: 'valid'; readonly record: T }
  | { readonly state: 'newer'; readonly format: number; readonly reason: string }
  | { readonly state: 'invalid'; readonly path: string; readonly reason: string };

/** Judges a parsed value. A valid record is the very value that came in: valibot's output would lack fields that it does not know. */
export const judgeIncident = (value: unknown): Verdict<Incident> => judge(incidentSchema, value);
export const judgeFacts = (value: unknown): Verdict<JournalFacts> => judge(journalSchema, value);
export const judgePeople = (value: unknown): Verdict<People> => judge(peopleSchema, value);

/** Whether a parsed value is what is left of an incident that was deleted for ever. An incident with all it needs is none. */
export function isPurged(value: unknown): value is PurgedIncident {
  return v.is(purgedSchema, value) && !('title' in value);
}

/** What an incident's file holds. A whole incident is asked first what it is: there are ten thousand of them, and hardly a stub. */
export function judgeStored(value: unknown): Verdict<StoredIncident> {
  const isWhole = typeof value === 'object' && value !== null && 'title' in value;
  return !isWhole && isPurged(value) ? { state: 'valid', record: value } : judgeIncident(value);
}

/** Judges a value by a schema of ours; the first fault is said. */
export function judge<T>(schema: v.GenericSchema, value: unknown): Verdict<T> {
  const format = formatOf(value);
  if (format !== undefined && format > FORMAT) return { state: 'newer', format, reason: newerReason(format) };
  const { issues } = v.safeParse(schema, value, { abortEarly: true });
  if (!issues) return { state: 'valid', record: value as T };
  const path = pathOf(issues[0]);
  const sentence = sentenceFor(issues[0]);
  return { state: 'invalid', path, reason: path === '' ? sentence : `${path}: ${sentence}` };
}

function formatOf(value: unknown): number | undefined {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  return Number.isInteger(format) ? (format as number) : undefined;
}

function newerReason(format: number): string {
  return l10n.t('Written by a newer Lead Debrief (format {0}; this one knows {1}). Update the extension to change it.', format, FORMAT);
}

type Issue = v.BaseIssue<unknown>;

const pathOf = (issue: Issue): string => (issue.path ?? []).map(({ key }) => String(key)).join('.');

function sentenceFor(issue: Issue): string {
  if (isMissing(issue)) return l10n.t('is missing');
  const said = saidWords(issue.input);
  const must = mustWords[issue.type]?.(issue) ?? l10n.t('cannot be {0}', issue.received);
  return said === undefined ? must : l10n.t('{0} (it says {1})', must, said);
}

/** Valibot says of a missing key that the object around it is wrong. */
const isMissing = (issue: Issue): boolean => issue.type === 'loose_object' && issue.expected !== 'Object';

/** What each kind of issue asks for, by valibot's name of it. */
const mustWords: Readonly<Record<string, (issue: Issue) => string>> = {
  array: () => l10n.t('must be a list'),
  boolean: () => l10n.t('must be true or false'),
  custom: () => l10n.t('must be a group in braces'),
  integer: () => l10n.t('must be a whole number'),
  literal: ({ expected }) => l10n.t('must be {0}', expected ?? ''),
  loose_object: () => l10n.t('must be a group in braces'),
  max_length: ({ requirement, input }) => (Array.isArray(input) ? l10n.t('must have at most {0} entries', String(requirement)) : l10n.t('must have at most {0} characters', String(requirement))),
  max_value: ({ requirement }) => l10n.t('must be at most {0}', String(requirement)),
  min_length: ({ requirement, input }) => (Array.isArray(input) && requirement !== 1 ? l10n.t('must have at least {0} entries', String(requirement)) : l10n.t('must not be empty')),
  min_value: ({ requirement }) => l10n.t('must be at least {0}', String(requirement)),
  number: () => l10n.t('must be a number'),
  picklist: ({ expected }) => l10n.t('must be one of {0}', optionWords(expected ?? '')),
  record: () => l10n.t('must be a group in braces'),
  regex: ({ requirement }) => formWords.get(requirement as RegExp)?.() ?? l10n.t('is not in the right form'),
  string: () => l10n.t('must be text'),
};

const formWords: ReadonlyMap<RegExp, () => string> = new Map([
  [TIME, () => l10n.t('must be a time in UTC, like 2026-05-14T14:02:00Z')],
  [DAY, () => l10n.t('must be a day, like 2026-05-17')],
  [TIME_OF_DAY, () => l10n.t('must be a time of day, like 16:42')],
  [ID, () => l10n.t('must be an id: small letters, digits and hyphens')],
  [PERSON_ID, () => l10n.t('must be the id of a person, like p-7h2k9d')],
  [BEHAVIOUR_ID, () => l10n.t('must be the id of a behaviour, like C1')],
]);

/** `("real" | "drill")` as valibot writes it → `real, drill`. */
const optionWords = (expected: string): string => expected.replace(/^\(|\)$|"/g, '').replaceAll(' | ', ', ');

/** How much of a wrong value is quoted. */
const QUOTED = 40;

/** The wrong value as its file has it, undefined where there is nothing short to quote. */
function saidWords(input: unknown): string | undefined {
  if (Array.isArray(input)) return l10n.t('a list');
  if (typeof input === 'object' && input !== null) return l10n.t('a group in braces');
  const text = JSON.stringify(input) as string | undefined;
  return text !== undefined && text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
