import * as l10n from '@vscode/l10n';
import { timeOrder } from '../incident/timeOrder';
import { momentWords, timeOfDay, weekdayWords } from '../incident/times';
import { durationWords } from '../incident/window';
import { judgedWords, severityWords } from '../incident/words';
import type { Incident, Kind, Outcome, Role, StoredEvidence } from '../journal/schema';
import { behaviour } from '../reflection/behaviours';
import { guessSides } from '../reflection/guessSides';
import type { Changes } from './changes';
import { aside, said, type Part, type Parts } from './part';
import type { LetterContext } from './state';

const kindSentences = (): Record<Kind, string> => ({ real: l10n.t('A real incident.'), drill: l10n.t('A drill.'), shadow: l10n.t('You watched someone lead.') });
const roleSentences = (): Record<Role, string> => ({
  commander: l10n.t('You led.'), responder: l10n.t('You worked on the fix.'), communicator: l10n.t('You kept others informed.'), standby: l10n.t('You stood by.'),
});
const outcomeSentences = (): Record<Outcome, string> => ({ clean: l10n.t('It ended clean.'), rough: l10n.t('It ended rough.') });

/** What it was, in sentences, and what could have been lost. */
export function factParts({ incident }: LetterContext): Parts {
  const { stakes, rawSeverity, services = [], tags = [] } = incident;
  const fields = ['window', '/window/', ...['kind', 'role', 'outcome', 'severity'].flatMap((field) => [field, `/${field}`])];
  return [
    { look: 'text', text: factSentences(incident), fields },
    said(stakes, { label: l10n.t('What could have been lost?'), fields: ['stakes', '/stakes'] }),
    said(rawSeverity, { label: l10n.t('Severity, in the words of its source'), fields: ['/rawSeverity'] }),
    said(services.join(', '), { label: l10n.t('Services'), fields: ['/services'] }),
    said(tags.join(', '), { label: l10n.t('Tags'), fields: ['/tags'] }),
  ];
}

function factSentences({ kind, role, outcome, severity, window, cancelled }: Incident): string {
  const { start, end } = window;
  const sentences = [
    cancelled === undefined ? undefined : l10n.t('Called off as a false alarm.'),
    kind && kindSentences()[kind],
    role && roleSentences()[role],
    outcome && outcomeSentences()[outcome],
    end === undefined ? l10n.t('It is still open.') : l10n.t('It took {0}.', durationWords(Date.parse(end) - Date.parse(start))),
    severity && `${severityWords()[severity]}.`,
  ];
  return sentences.filter((each) => each !== undefined).join(' ');
}

/** The guess, as it was made before the evidence. */
export function guessParts({ incident }: LetterContext): Parts {
  const guess = incident.reflection?.guess ?? {};
  const parts = guessSides(incident.outcome).map(([side, label]) => {
    const id = guess[side];
    return said(behaviour(id)?.name ?? id, { label, fields: [side, `/reflection/guess/${side}`] });
  });
  const isGuessed = parts.some((part) => part !== undefined);
  const when = guess.changedAfterEvidence === true ? l10n.t('Changed after the evidence was opened.') : l10n.t('As you guessed it before you saw the evidence.');
  return isGuessed ? [...parts, aside(when)] : [];
}

/** Foresight notes as they were written, with how they were judged, and what else was noted while it ran, by time. */
export function noteParts({ incident, locale }: LetterContext): Parts {
  const judged = judgedWords();
  const notes = (incident.foresight ?? []).map(({ id, at, belief, sure, next, judged: word }) => {
    const label = sure === undefined ? timeOfDay(at, locale) : l10n.t('{0}, {1} % sure', timeOfDay(at, locale), sure);
    const fields = [`foresight.${id}`, `/foresight/${id}/`];
    const happened = word && aside(l10n.t('Did it happen? {0}.', judged[word]));
    return { at, parts: [said(belief, { label, look: 'quote', fields }), said(next, { label: l10n.t('What you expected next') }), happened] };
  });
  const remarks = (incident.incidentNotes ?? []).map(({ id, at, text }) => ({
    at,
    parts: [said(text, { label: timeOfDay(at, locale), fields: [`/incidentNotes/${id}/`] })],
  }));
  return [...notes, ...remarks].sort((a, b) => timeOrder(a.at, b.at)).flatMap(({ parts }) => parts);
}

/** The moment in which the next step was not obvious, what was looked at, and what was added by hand. */
export function momentParts({ incident, locale, now }: LetterContext): Parts {
  const all = incident.evidence ?? [];
  const moments = all.filter(({ moment }) => moment === true);
  const added = all.filter((each) => each.source === 'person' && !moments.includes(each) && each.decision !== true);
  const entry = (each: StoredEvidence, fields: readonly string[]): Part => ({
    look: 'quote',
    label: momentWords(each.at, locale, now),
    text: titleOf(each, incident),
    fields: [...fields, `/evidence/${each.id}/`],
  });
  const question = moments.length > 0 ? l10n.t('What were you looking at?') : l10n.t('What were you looking at when your next step was not obvious?');
  return [
    ...moments.flatMap((each) => [entry(each, ['evidence']), sourceOf(each)]),
    said(incident.reflection?.answers?.['moment'], { label: question, fields: ['moment', '/reflection/answers/moment'] }),
    ...(added.length > 0 ? [{ look: 'heading' as const, text: l10n.t('Also on that day, not in git') }] : []),
    ...added.map((each) => entry(each, [])),
  ];
}

/** A note is not said twice: what stands above already is only named here. */
export function titleOf({ source, ref, title }: StoredEvidence, { foresight = [], incidentNotes = [] }: Incident): string {
  const isAbove = source === 'incident' && [...foresight, ...incidentNotes].some(({ id }) => id === ref);
  return isAbove ? l10n.t('Your note, as it stands above') : title;
}

function sourceOf({ source, kind, ref, repository }: StoredEvidence): Part | undefined {
  if (source !== 'git' || ref === undefined) return undefined;
  const what = kind === 'tag' ? l10n.t('Tag {0}', ref) : l10n.t('Commit {0}', ref.slice(0, 7));
  return aside(repository === undefined ? what : l10n.t('{0} in {1}', what, repository));
}

/** "Thu 14 May" of the day on which it was finished. */
export function finishedWords({ incident, locale, now }: LetterContext, { latest, added }: Pick<Changes, 'latest' | 'added'>): string {
  const finished = incident.reflection?.finished;
  const words = finished === undefined ? [] : [l10n.t('Finished on {0}.', weekdayWords(finished, locale, now))];
  const since = latest !== undefined ? [l10n.t('Changed since, last on {0}.', weekdayWords(latest, locale, now))] : added !== undefined ? [l10n.t('Added to since, last on {0}.', weekdayWords(added, locale, now))] : [];
  return [...words, ...since].join(' ');
}
