import * as l10n from '@vscode/l10n';
import { isOpen } from '../incident/life';
import { momentWords, windowWords, type Locale } from '../incident/times';
import { severityWords } from '../incident/words';
import { linkSentence } from '../identity/linkWords';
import type { Incident } from '../journal/schema';
import type { LinkEffect } from './linkEffect';
import type { IncidentLink } from './readLink';

/** A question to the lead. All of it is plain text. */
export interface LinkQuestion {
  readonly message: string;
  readonly detail: string;
  /** The words on the button that does it. */
  readonly yes: string;
  /** The words on the button that makes a separate incident of it, where that can be wanted. */
  readonly apart?: string;
}

type Asked = Extract<LinkEffect, { readonly act: 'add' | 'change' }>;

/** Asks before a link changes anything, and says all that it would do. @param now the clock, in milliseconds */
export function linkQuestion(link: IncidentLink, effect: Asked, locale: Locale, now: number): LinkQuestion {
  const caution = l10n.t('Any page and any message can hold such a link. Leave it, if you do not know where it is from.');
  if (effect.act === 'add') {
    const follows = isOpen(effect.record) ? l10n.t('It is open: its clock runs from then, as after Declare.') : l10n.t('It is over. Whether you are asked to look back at it is decided as for every incident.');
    return { message: l10n.t('Add an incident from a link?'), detail: paragraphs(recordLines(effect.record, link, locale, now), [follows], [caution]), yes: l10n.t('Add It') };
  }
  const { before, after, why } = effect;
  const lines = changeLines(before, after, locale, now);
  const isOver = isOpen(before) && !isOpen(after);
  const reasons = why ? [l10n.t('The link is taken for this incident: {0}', linkSentence(why)), ...(lines.length > 0 ? [] : [l10n.t('What the incident says stays as it is; it is noted that the link tells of it, too.')])] : [];
  return {
    message: isOver ? l10n.t('A link says that “{0}” is over. Resolve it?', after.title) : l10n.t('Let a link change “{0}”?', before.title),
    detail: paragraphs(lines, reasons, sourceLines(link), [l10n.t('What you corrected yourself stays.'), caution]),
    yes: isOver ? l10n.t('Resolve It') : lines.length > 0 ? l10n.t('Change It') : l10n.t('Note It'),
    ...(why && { apart: l10n.t('A Separate Incident') }),
  };
}

/** Said where a link changes nothing. */
export function nothingWords(record: Incident, locale: Locale, now: number): string {
  if (record.cancelled !== undefined) return l10n.t('“{0}” is there already. You called it off as a false alarm; the link changes nothing.', record.title);
  return l10n.t('“{0}” is there already ({1}). The link changes nothing.', record.title, windowWords(record.window, locale, now));
}

const paragraphs = (...parts: readonly (readonly string[])[]): string => parts.filter(({ length }) => length > 0).map((lines) => lines.join('\n')).join('\n\n');

function recordLines({ title, window, severity, rawSeverity, services = [] }: Incident, link: IncidentLink, locale: Locale, now: number): readonly string[] {
  return [
    l10n.t('“{0}”', title),
    window.end === undefined ? l10n.t('Began: {0}', momentWords(window.start, locale, now)) : windowWords(window, locale, now),
    ...labelled(l10n.t('Severity'), saidSeverity(severity, rawSeverity)),
    ...labelled(l10n.t('Services'), services.join(', ')),
    ...sourceLines(link),
  ];
}

function sourceLines({ source, id, url }: IncidentLink): readonly string[] {
  return [...labelled(l10n.t('Source'), id === undefined ? source : l10n.t('{0}, there called {1}', source, id)), ...labelled(l10n.t('Address'), url ?? '')];
}

const labelled = (label: string, words: string): readonly string[] => (words === '' ? [] : [l10n.t('{0}: {1}', label, words)]);

/** One line for each fact that is another one. */
function changeLines(before: Incident, after: Incident, locale: Locale, now: number): readonly string[] {
  const time = (at: string | undefined): string => (at === undefined ? '' : momentWords(at, locale, now));
  const facts: readonly (readonly [label: string, was: string, is: string])[] = [
    [l10n.t('Title'), before.title, after.title],
    [l10n.t('Began'), time(before.window.start), time(after.window.start)],
    [l10n.t('Over'), time(before.window.end), time(after.window.end)],
    [l10n.t('Severity'), saidSeverity(before.severity, before.rawSeverity), saidSeverity(after.severity, after.rawSeverity)],
    [l10n.t('Services'), (before.services ?? []).join(', '), (after.services ?? []).join(', ')],
  ];
  return facts.filter(([, was, is]) => was !== is).map(([label, was, is]) => (was === '' ? l10n.t('{0}: {1}', label, is) : l10n.t('{0}: {1} (until now: {2})', label, is === '' ? l10n.t('none') : is, was)));
}

function saidSeverity(severity: Incident['severity'], raw = ''): string {
  if (!severity) return raw === '' ? '' : l10n.t('“{0}”', raw);
  return raw === '' ? severityWords()[severity] : l10n.t('{0} (“{1}”)', severityWords()[severity], raw);
}
