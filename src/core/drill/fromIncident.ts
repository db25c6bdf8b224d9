import * as l10n from '@vscode/l10n';
import type { EvidenceEntry } from '../evidence/entry';
import { localDay, momentWords, timeOfDay, type Locale } from '../incident/times';
import type { DrillLine } from '../journal/drillSchema';
import type { Incident, Outcome, Role } from '../journal/schema';
import { cutIntoDecisions, FEWEST_MOMENTS, type StoryMoment } from './cut';
import { isOnlyAStage, tellsAnAct } from './acts';
import type { DrillStory } from './story';

/** What a story is made of. */
export interface ToldIncident {
  readonly incident: Incident;
  /** Its timeline, by time. */
  readonly entries: readonly EvidenceEntry[];
  /** Where a document tells of it: its path, and what it says happened. */
  readonly document?: { readonly path: string; readonly summary?: string };
  readonly locale: Locale;
  /** The clock, in milliseconds. */
  readonly now: number;
}

/** A story, or what is missing for one, as a sentence. */
export type Replayed = { readonly story: DrillStory; readonly missing?: undefined } | { readonly story?: undefined; readonly missing: string };

/**
 * Makes a drill of an incident: what was known at each of its decisions, and what happened then. Whoever wrote or landed something is not
 * named: names are in the people file only.
 */
export function replayOf(told: ToldIncident): Replayed {
  const { incident, document } = told;
  const shown = shownIn(told);
  const telling = shown.filter(tellsSomething).length;
  const points = telling < FEWEST_MOMENTS ? undefined : cutIntoDecisions(momentsOf(told, shown));
  if (!points) return { missing: missingWords(telling, shown.some(({ kind, title }) => kind === 'told' && isOnlyAStage(title))) };
  return {
    story: {
      source: document ? 'document' : 'incident',
      ref: document?.path ?? incident.id,
      title: incident.title,
      ...(incident.role && { role: incident.role }),
      situation: situationOf(told),
      points,
      outcome: outcomeOf(told),
      afterwards: afterwardsOf(told),
    },
  };
}

/** That it began, was declared or resolved is no moment to read, or to decide in. */
const tellsSomething = ({ kind, title }: EvidenceEntry): boolean => kind !== 'began' && !(kind === 'told' && isOnlyAStage(title));

function missingWords(count: number, hasStages: boolean): string {
  const there = count === 0
    ? hasStages ? l10n.t('All that has a time there is when it was detected, declared or resolved.') : l10n.t('Nothing with a time is known of it.')
    : count === 1 ? l10n.t('It has one moment with a time.') : l10n.t('It has {0} moments with a time.', count);
  return l10n.t('{0} A drill needs at least {1}: something before and something after each of two decisions. Add moments to its evidence, or to its document.', there, FEWEST_MOMENTS);
}

/**
 * What happened until it was over, by time, without what was hidden; of git what counts as a turning point. Of an own incident also that it
 * began, so that what was there before is not where the first decision was due. A document says so itself.
 */
function shownIn({ incident, entries, document }: ToldIncident): readonly EvidenceEntry[] {
  const { start, end = start } = incident.window;
  const out: readonly EvidenceEntry['kind'][] = document ? ['began', 'ended'] : ['ended'];
  const shown = entries.filter((entry) => !entry.hidden && !out.includes(entry.kind) && (entry.turningPoint || entry.decision) && !entry.elsewhere);
  return end === start ? shown : shown.filter(({ at }) => Date.parse(at) <= Date.parse(end));
}

function momentsOf({ incident, document, locale }: ToldIncident, shown: readonly EvidenceEntry[]): readonly StoryMoment[] {
  const start = Date.parse(incident.window.start);
  const isOneDay = new Set(shown.map(({ at }) => localDay(at, locale.zone))).size <= 1;
  // Which year it was, the situation says.
  const timeOf = (at: string): string => (isOneDay ? timeOfDay(at, locale) : momentWords(at, locale, start));
  return shown.map((entry) => ({
    line: lineOf(entry, timeOf(entry.at)), kind: kindOf(entry), marked: entry.decision === true || entry.moment === true, before: !document && Date.parse(entry.at) < start,
  }));
}

function kindOf({ kind, title }: EvidenceEntry): StoryMoment['kind'] {
  if (kind === 'note') return 'thought';
  if (kind === 'began') return 'sign';
  if (kind === 'remark' || kind === 'moment' || kind === 'told') return tellsAnAct(title) ? 'act' : 'sign';
  return 'act';
}

function lineOf({ kind, title, note }: EvidenceEntry, time: string): DrillLine {
  if (note) {
    const sure = note.sure === undefined ? l10n.t('Your note') : l10n.t('Your note, {0} % sure', note.sure);
    const next = note.next === undefined ? '' : ` ${l10n.t('Expected next: {0}', note.next)}`;
    return { time, from: sure, text: `${note.belief}${next}` };
  }
  const words: Partial<Record<EvidenceEntry['kind'], string>> = { landing: l10n.t('Landed'), merge: l10n.t('Landed'), revert: l10n.t('Undone'), tag: l10n.t('Tag') };
  const from = words[kind];
  return { time, ...(from !== undefined && { from }), text: title };
}

const roleSentences = (): Record<Role, string> => ({
  commander: l10n.t('You led.'), responder: l10n.t('You worked on the fix.'), communicator: l10n.t('You kept others informed.'), standby: l10n.t('You stood by.'),
});

function situationOf({ incident, document, locale, now }: ToldIncident): string {
  const { title, window, role, services = [] } = incident;
  const facts = [
    l10n.t('{0}. It began on {1}.', title, momentWords(window.start, locale, now)),
    role && roleSentences()[role],
    services.length > 0 && l10n.t('Services: {0}.', services.join(', ')),
  ];
  const how = document ? l10n.t('As {0} tells it.', document.path) : l10n.t('You know how it went. Read it as if you did not: what stands there is what was known by then.');
  return [facts.filter(Boolean).join(' '), how].join('\n\n');
}

const outcomeSentences = (): Record<Outcome, string> => ({ clean: l10n.t('It ended clean.'), rough: l10n.t('It ended rough.') });

function outcomeOf({ incident, document, locale, now }: ToldIncident): string {
  const { window, outcome, stakes } = incident;
  const { start, end } = window;
  const facts = [
    end === undefined || end === start ? l10n.t('When it was over is not written down.') : l10n.t('It was over on {0}.', momentWords(end, locale, now)),
    outcome && outcomeSentences()[outcome],
  ];
  const lost = stakes === undefined ? '' : l10n.t('What could have been lost: {0}', stakes);
  return [facts.filter(Boolean).join(' '), lost, document?.summary ?? ''].filter(Boolean).join('\n\n');
}

/** What the lead wrote of it afterwards. */
function afterwardsOf({ incident }: ToldIncident): readonly string[] {
  const { lesson, reflection } = incident;
  const lines = [
    lesson && l10n.t('Your lesson: {0}', lesson.text),
    reflection?.answers?.['luck'] !== undefined && l10n.t('Where you were lucky: {0}', reflection.answers['luck']),
    reflection?.answers?.['surprise'] !== undefined && l10n.t('What surprised you: {0}', reflection.answers['surprise']),
  ];
  return lines.filter((line): line is string => typeof line === 'string');
}
