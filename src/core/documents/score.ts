import type { Block, Blocks } from './blocks';
import { callingOf, isCalled, saysIncident, type Calling } from './called';
import { findTimes } from './clock';
import type { TimeContext } from './context';
import { findDay, type Day } from './days';
import { saysFailure } from './failure';
import type { Field } from './fields';
import type { Manner } from './manner';
import { otherKinds } from './otherKinds';
import { toldDuration, toldRange, type Sentence } from './prose';
import type { Section, SectionKind } from './sections';
import type { TimelineEntry } from './timeline';
import { nameOf, type Located } from './title';

/** From this score a document is taken for an incident's (reference: 4; measured on 1,597 documents). */
export const ACCEPTED = 4;

/** Something that speaks for or against a document, and how much. */
export interface Signal {
  readonly name: string;
  readonly weight: number;
}

/** What a document is judged by. */
export interface Judged {
  readonly path: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly frontMatter: Blocks['frontMatter'];
  readonly fields: readonly Field[];
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly timeline: readonly TimelineEntry[];
  readonly day: Located<Day> | undefined;
  readonly context: TimeContext;
  readonly manner: Manner;
}

const PARTS: readonly (readonly [SectionKind, number])[] = [['timeline', 1.5], ['impact', 0.75], ['cause', 0.75], ['detection', 0.5], ['resolution', 0.5], ['actions', 0.75], ['lessons', 1]];
/** So many sentences of a document are its beginning. */
const EARLY = 14;
/** A month and a year name no day, but an incident. */
const MONTH = /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b.{0,6}\b20\d\d\b|(?<!\d)20\d\d[-年.]?(?:0[1-9]|1[0-2])(?!\d)/i;

/**
 * How much a document looks like one about an incident that happened. Three things are asked: is it called an incident's, does it tell when, and of
 * something that failed; what says that it is of another kind counts against it. The weights are the reference's where it has them.
 */
export function scoreOf(judged: Judged): { readonly score: number; readonly signals: readonly Signal[] } {
  const calling = callingOf(judged.path, judged.title, judged, judged.context);
  const story = storyOf(judged, calling);
  const signals = [...callsSpeak(judged, calling), ...partsSpeak(judged), ...storySpeaks(judged, story), ...missing(judged, calling, story), ...otherKinds(judged, calling), ...mannerSpeaks(judged, calling)].filter(({ weight }) => weight !== 0);
  return { score: Math.round(signals.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100, signals };
}

const when = (name: string, is: boolean, weight: number): Signal => ({ name, weight: is ? weight : 0 });
const timedIn = (timeline: readonly TimelineEntry[]): number => timeline.filter((entry) => entry.timed && entry.moment).length;

function callsSpeak({ path, title }: Judged, { folder, name, title: titled, report, down, page, summary, kind, dated, bareDay, titleDated }: Calling): Signal[] {
  return [
    when('folder', folder, 2),
    when('fileName', name, 1),
    when('fileDay', dated, 1),
    when('bareDay', bareDay, 0.5),
    // Folders that are months, like those of Chia, hold dated reports: not in the reference.
    when('monthFolder', dated && /(?:^|\/)(?:20\d\d[-_/]?(?:0[1-9]|1[0-2])|[a-z]{3,9}-?20\d\d)\//.test(path.toLowerCase()), 0.5),
    when('title', titled, 1),
    when('incidentSummary', summary, 1),
    when('kind', kind, 1),
    when('reportTitle', report && (dated || titleDated), 1),
    when('failureTitle', !titled && saysFailure(title), 0.5),
    when('downTitle', !titled && down, 1.5),
    when('statusPage', page, 3),
    when('titleDay', titleDated || MONTH.test(title), 0.5),
  ];
}

function partsSpeak({ sections, timeline, fields }: Judged): Signal[] {
  const kinds = new Set(sections.filter(({ blocks }) => blocks.length > 0).map(({ kind }) => kind));
  const timed = timedIn(timeline);
  const told = fields.some(({ kind }) => ['severity', 'start', 'detected', 'repaired', 'end', 'closed'].includes(kind));
  const plain = plainParts(sections);
  return [
    ...PARTS.map(([kind, weight]) => when(kind, kinds.has(kind), plain.has(kind) ? weight : weight / 2)),
    when('timed', timed >= 3, 1.5),
    when('dated', timed < 3 && timeline.length >= 2, 0.5),
    when('fields', told, 0.75),
    when('status', !told && fields.some(({ kind }) => kind === 'status'), 0.25),
    when('duration', fields.some(({ kind, value }) => kind === 'duration' && /\d/.test(value)), 0.5),
  ];
}

/** A long heading that only has the word in it is worth half: "Impact on performance". */
const plainParts = (sections: readonly Section[]): ReadonlySet<SectionKind> =>
  new Set(sections.filter(({ heading, blocks }) => blocks.length > 0 && (heading.trim().split(/\s+/).length <= 5 || /^\W{0,4}(?:\d{1,2}[.)]\s)?(?:\w{1,12}\s)?time-?\s?line/i.test(heading))).map(({ kind }) => kind));

interface Story {
  readonly timed: boolean;
  readonly dated: boolean;
  readonly ranged: boolean;
  readonly lasted: boolean;
}

/** What the prose tells: not in the reference, which missed short documents. */
const storySpeaks = ({ day }: Judged, { timed, dated, ranged, lasted }: Story): Signal[] => [
  when('story', dated && timed, 1.5),
  when('storyTime', !dated && timed && day !== undefined, 1),
  when('storyDay', dated && !timed, 1),
  when('storyRange', ranged, 0.75),
  when('storyLasted', lasted, 0.5),
];

/** Beside a name that says "incident" a paragraph counts like a sentence. */
function storyOf({ sentences, day, context }: Judged, { folder, name, title }: Calling): Story {
  const early = sentences.slice(0, EARLY);
  const failing = new Set(early.filter(({ failed }) => failed).map(({ paragraph }) => paragraph));
  const told = early.filter(({ failed, paragraph }) => failed || ((folder || name || title) && failing.has(paragraph)));
  return {
    timed: told.some(({ text }) => findTimes(text).length > 0),
    dated: told.some(({ text }) => findDay(text, { ...context, year: day?.value.year }) !== undefined),
    ranged: toldRange(early, context) !== undefined,
    lasted: toldDuration(early.filter(({ failed }) => failed)) !== undefined,
  };
}

/** What an incident's document has, and this one has not. */
function missing(judged: Judged, calling: Calling, story: Story): Signal[] {
  const { path, title, day, timeline, sections, fields, sentences } = judged;
  const timed = timedIn(timeline);
  const kinds = new Set(sections.filter(({ blocks }) => blocks.length > 0).map(({ kind }) => kind));
  const fault = kinds.has('cause') || kinds.has('detection');
  const { page, summary, kind, dated, bareDay } = calling;
  // A dated record by the clock of what its title says that failed is an incident's, whatever it is called.
  const recorded = saysFailure(title) && (dated || story.dated || fields.some((field) => field.kind === 'date')) && (timed >= 3 || (story.timed && kinds.has('timeline') && fault));
  const failed = saysFailure(title) || calling.down || story.timed || timed > 0 || fault || (bareDay && sentences.some((sentence) => sentence.failed)) || fields.some(({ kind }) => ['severity', 'duration', 'start', 'detected', 'end'].includes(kind));
  const inMonth = MONTH.test(title) || MONTH.test(nameOf(path));
  return [
    when('notCalled', !isCalled(calling) && !recorded && !hasWholeForm(judged), -8),
    when('noDay', !day, inMonth ? -0.5 : timed >= 3 ? -1.5 : -3.25),
    // A post-mortem of a project or of a release, a guide among incidents: nothing in it failed.
    when('nothingFailed', isCalled(calling) && !page && !summary && !kind && !failed && !saysIncident(`${nameOf(path)} ${title}`), -6),
    when('noEntries', !day && !inMonth && timeline.length === 0 && sections.some(({ kind }) => kind === 'timeline'), -2),
  ];
}

/** The whole form of an incident's report: a day, what it did, by the clock, why, and what was done. Who fills that in writes of an incident, whatever it is called. */
function hasWholeForm({ day, timeline, sections }: Judged): boolean {
  const parts = plainParts(sections);
  return day !== undefined && timedIn(timeline) >= 3 && (['impact', 'timeline', 'cause'] as const).every((kind) => parts.has(kind)) && (['resolution', 'actions', 'lessons'] as const).some((kind) => parts.has(kind));
}

/** How it is written, where only an undated title calls it an incident's: what tells a record of an incident from notes of work is not its parts. */
function mannerSpeaks({ manner }: Judged, { folder, name, title, report, down, page, titleDated }: Calling): Signal[] {
  if (folder || name || page || report || down || (title && titleDated)) return [];
  const { sourceFiles, ticks, assistants, past, english } = manner;
  return [
    when('sourceFiles', sourceFiles > 4, sourceFiles > 12 ? -3 : -1.5),
    when('ticks', ticks > 4, -1.5),
    when('assistants', assistants > 4, -1),
    when('nothingPast', english && past < 10, -1.5),
  ];
}
