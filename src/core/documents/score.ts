import type { Block, Blocks } from './blocks';
import { findTimes } from './clock';
import type { TimeContext } from './context';
import { findDay, type Day } from './days';
import type { Field } from './fields';
import type { Manner } from './manner';
import { toldDuration, toldRange, type Sentence } from './prose';
import type { Section, SectionKind } from './sections';
import { isPlanned, isPlannedEntry, isStatusPage } from './statusPage';
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

const FOLDER = /(?:^|\/)_?(?:(?:[\w.+-]{0,60}[-_.+])?(?:post-?_?mortems?(?:[-_](?:and[-_])?(?:upgrades|reviews|reports|notes|log|archive|disclosures))?|incidents?|incident[-_ ]?(?:reports?|reviews?|history)|outages?)|rcas?|reports\/incidents)\//;
/** Numbers that incidents and their reports have: "PM2020-001", "INC-42". */
const NUMBERED = /(?:^|[-_ ])(?:pm|inc|rca|ir)[-_ ]?(?:20\d\d[-_]?)?\d{2,4}(?=$|[-_. ])|(?:^|[-_ ])(?:sev|inc)[-_]?\d/;
const NAME = /post-?_?mortem|incident|outage|\brca\b|root-?_?cause|(?<!zero[-_ ]?)downtime(?![-_ ]detector)/;
const TITLE = /\b(?:post[- ]?mortem|incident|outage|(?<!zero[- ])downtime|disruption|degradation|rca|root cause)|障害|故障|事故/iu;
/** What went wrong, in a title that doesn't say "incident". */
const FAILURE = /\b(?:fail(?:s|ed|ing|ures?)?|down|unavailab\w{2,6}|crash(?:e[sd]|ing)?|broken?|breakage|stuck|leak(?:s|ed)?|errors?|50[0-9]|compromis\w{1,4}|stall(?:s|ed)?|halt(?:s|ed)?|hack(?:ed)?|attack|abuse|exploit|fraud\w{0,5}|phish\w{0,3}|breach|vulnerab\w{4,7}|deleted|deletion|expired|exhaust\w{2,4}|unhealthy|slow(?:ness)?|delay(?:s|ed)?|loss|lost|swamps?|flood|crash-?loop|out of (?:memory|disk)|oom|stale|missing|unable|issues?|problems?|emergency)\b/i;

const PARTS: readonly (readonly [SectionKind, number])[] = [['timeline', 1.5], ['impact', 0.75], ['cause', 0.75], ['detection', 0.5], ['resolution', 0.5], ['actions', 0.75], ['lessons', 1]];

/** What stopped, in the title of a report that is called after it. */
const DOWN = /\b(?:(?:is|are|was|were|went|going)? ?down|unreachable|unavailable|not (?:running|working|responding|reachable|starting)|crash(?:ed|es)?|expired (?:ssl |tls )?certificates?|certificates? expir\w{2,4}|halt(?:ed)?|(?:disk|dataset|volume|storage) full|(?:ip|data|network|connectivity) (?:lost|loss))\b/i;

const NOT_NAME = /(?:template|readme|index|example|process|playbook|runbook|guide|how-?to|policy|handling|response|checklist|exercise|severity|glossary|training|(?:incident|decision|change|event|work|deploy\w{0,6})[-_]?log|^log|contributing|procedures?|management|faq|toc|code_of_conduct|license)(?:\b|_|$)/;
const NEVER_NAME = /^(?:readme|_?index|changelog|contributing|code_of_conduct|license|security)|(?:^|[-_. ])template(?:$|[-_. ])/;
const NOT_TITLE = /\b(?:templates?|process|how to|guide(?:lines)?|policy|checklist|playbook|runbook|exercises?|training|procedures?|handbook|best practices|release notes|changelog|roadmap|meeting)\b/i;
const PLACEHOLDERS = /\bYYYY\b|\bHH:MM\b|\{\{|\[(?:Name|Date|Title|Incident[^\]]{0,60}|describe[^\]]{0,80}|Brief[^\]]{0,80}|[A-Z][^\]]{0,40}(?:here|name))\]|<(?:date|name|title|description|time)>|00:00 UTC|lorem ipsum/gi;
/** Other kinds of documents that are dated and have parts like an incident's: designs, plans, audits. Not in the reference, which took 12 of 1,400 such. */
const OTHER_NAME = /(?:^|[-_. ])(?:designs?|plans?|specs?|specification|proposals?|rfcs?|adrs?|roadmaps?|assessments?|audits?\d{0,3}|inventory|register|backlog|todos?|architecture|requirements|prd|validation|verification|evaluation|benchmarks?|meeting|minutes|changelog|release[-_ ]?notes|newsletter|weekly|monthly|updates|milestones?|checklist|handoff|research|retro|retrospective|sprint[-_]?\d{0,3}|delivery|status[-_ ]report)(?=$|[-_. ])/;
/** Notes of work on a fault that nobody calls an incident. */
const WORK_WORDS = 'session|analysis|summary|status|state|troubleshooting|diagnos\\w{2,6}|debug\\w{0,5}|findings?|observations?|proof|methodology|strategy|fix(?:es)?|repair|gaps?|questions|handover|closure';
const WORK_NOTE = new RegExp(`^(?:${WORK_WORDS})(?=[-_. ])|[-_. ](?:${WORK_WORDS})$`);
const OTHER_FOLDER = /(?:^|\/)(?:[\w-]{0,30}[-_])?(?:specs?|plans?|planning|roadmaps?|adrs?|rfcs?|proposals?|designs?|research|audits?|decisions?|handoffs?|sessions?|meetings?|minutes|runbooks?|playbooks?|guides?|knowledge|changelogs?|releases?|tutorials?|rules?|rules-archive|architecture[\w-]{0,20}|support|tickets?)\//;
/** What is below these is made to be copied, taught, tested or handed to a machine, whatever else it is called. */
const NOT_REAL_FOLDER = /(?:^|\/)(?:[\w-]{0,30}[-_])?(?:templates?|_templates?|examples?|samples?|fixtures?|testdata|tests?|__tests__|skills?|prompts?|agents?|deliverables|drills?|scenarios?|game-?days?|exercises?|issue_template|archetypes)\/|(?:^|[/+])(?:examples?|samples?|demo)[-_][\w-]{3,40}\/|(?:^|\/)\.[a-z]/;
const INCIDENT_SUMMARY = /^\W{0,4}(?:\d{1,2}[.)]\s)?(?:issue|incident|outage) (?:summary|overview|description|details)\b/i;
/** So many sentences of a document are its beginning. */
const EARLY = 14;
/** A title that names the kind of document; not of one about how such are written. */
const REPORT_TITLE = /^\W{0,6}(?:incident report|incident review|incident disclosure|incident post-?mortem|post-?\s?mortem|outage report|root cause analysis)\b|\b(?:post-?\s?mortem|incident report|incident review)\W{0,4}$/i;
const ABOUT_REPORTS = /\b(?:how|why|writing|write|guide|templates?|tips|best|example|process|culture|blameless|what is|using|running)\b/i;
/** A month and a year name no day, but an incident. */
const MONTH = /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b.{0,6}\b20\d\d\b/i;
/** Made up to practise or to show how it is done. */
const FICTION = /\b(?:simulated (?:incident|outage|failure|attack)|incident simulation|fictional|fictitious|hypothetical (?:incident|outage|scenario|company)|tabletop|game ?day|practice scenario|(?:example|sample) (?:incident|outage|post-?mortem)|training exercise)\b/i;
const ASSISTANT_NAME = /(?:^|[-_. ])(?:claude|codex|gemini|copilot|gpt|llm)(?=$|[-_. ])/;
/** About several incidents: a list, or what a week or a quarter brought. */
const LIST_NAME = /^(?:incidents|outages|post-?_?mortems|known[-_ ]issues|incident[-_ ](?:history|index|list|summary|tracker|register)|(?:status|history|news|announcements|lessons[-_ ]learned))\.[a-z]{2,8}$/;
const OVER_TIME = /\b(?:weekly|monthly|quarterly|yearly|annual|q[1-4])\b.{0,40}\b(?:incidents?|outages?|post-?mortems?|review|report|summary|retro)|\b(?:incidents|outages|post-?mortems) (?:of|in|from|for) (?:20\d\d|q[1-4])\b|\blessons learned\W*$/i;
/** A person is told what to do: such is a guide. */
const ADVICE = /\b(?:should|must|please|you(?:'ll|r)?|we recommend|make sure|ensure|need to|consider|always|never|can be used|when(?:ever)? (?:an|a|the) incident)\b/i;

/** Whether a folder is called after what it holds, as repositories of post-mortems alone are. */
export const holdsIncidents = (folder: string): boolean => FOLDER.test(`${folder.toLowerCase()}/`);

/** How much a document looks like one about an incident that happened. The rules are the reference's unless they say otherwise. */
export function scoreOf(judged: Judged): { readonly score: number; readonly signals: readonly Signal[] } {
  const signals = [...namesSpeak(judged), ...partsSpeak(judged), ...storySpeaks(judged), ...against(judged), ...mannerSpeaks(judged)].filter(({ weight }) => weight !== 0);
  return { score: Math.round(signals.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100, signals };
}

/** "2023-02-13 Zammad down": a day and what stopped. */
const isDown = (title: string, dated: boolean, context: TimeContext): boolean => DOWN.test(title) && (dated || findDay(title, context) !== undefined);
const isNamed = (lower: string): boolean => NAME.test(lower) || NUMBERED.test(lower);

const when = (name: string, is: boolean, weight: number): Signal => ({ name, weight: is ? weight : 0 });

function namesSpeak({ path, title, blocks, frontMatter, context }: Judged): Signal[] {
  const lower = path.toLowerCase();
  const name = nameOf(path);
  const dated = findDay(name, context) !== undefined || /\/20\d\d\/\d\d\/\d\d[-_.]/.test(lower);
  return [
    when('folder', FOLDER.test(lower), 2),
    when('fileName', isNamed(name.toLowerCase()), 1),
    when('fileDay', dated, 1),
    // Folders that are months, like those of Chia, hold dated reports: not in the reference.
    when('monthFolder', dated && /(?:^|\/)(?:20\d\d[-_/]?(?:0[1-9]|1[0-2])|[a-z]{3,9}-?20\d\d)\//.test(lower), 0.5),
    when('title', TITLE.test(title), 1),
    when('incidentSummary', blocks.some((block) => block.kind === 'heading' && INCIDENT_SUMMARY.test(block.text)), 1),
    when('reportTitle', REPORT_TITLE.test(title) && !ABOUT_REPORTS.test(title) && (dated || findDay(title, context) !== undefined), 1),
    when('failureTitle', !TITLE.test(title) && FAILURE.test(title), 0.5),
    when('downTitle', !TITLE.test(title) && isDown(title, dated, context), 1.5),
    when('statusPage', isStatusPage(frontMatter), 3),
    when('titleDay', findDay(title, context) !== undefined || MONTH.test(title), 0.5),
  ];
}

function partsSpeak({ sections, timeline, fields }: Judged): Signal[] {
  const kinds = new Set(sections.filter(({ blocks }) => blocks.length > 0).map(({ kind }) => kind));
  const timed = timeline.filter((entry) => entry.timed && entry.moment).length;
  const told = fields.some(({ kind }) => ['severity', 'start', 'detected', 'repaired', 'end', 'closed'].includes(kind));
  // A long heading that only has the word in it is worth half: "Impact on performance".
  const plain = new Set(sections.filter(({ heading, blocks }) => blocks.length > 0 && (heading.trim().split(/\s+/).length <= 5 || /^\W{0,4}(?:\d{1,2}[.)]\s)?(?:\w{1,12}\s)?time-?\s?line/i.test(heading))).map(({ kind }) => kind));
  return [
    ...PARTS.map(([kind, weight]) => when(kind, kinds.has(kind), plain.has(kind) ? weight : weight / 2)),
    when('timed', timed >= 3, 1.5),
    when('dated', timed < 3 && timeline.length >= 2, 0.5),
    when('fields', told, 0.75),
    when('status', !told && fields.some(({ kind }) => kind === 'status'), 0.25),
    when('duration', fields.some(({ kind, value }) => kind === 'duration' && /\d/.test(value)), 0.5),
  ];
}

/** What the prose tells: not in the reference, which missed short documents. Beside a name that says "incident" a paragraph counts like a sentence. */
function storySpeaks(judged: Judged): Signal[] {
  const { timed, dated, ranged, lasted } = storyOf(judged);
  return [
    when('story', dated && timed, 1.5),
    when('storyTime', !dated && timed && judged.day !== undefined, 1),
    when('storyDay', dated && !timed, 1),
    when('storyRange', ranged, 0.75),
    when('storyLasted', lasted, 0.5),
  ];
}

function storyOf({ sentences, day, context, path, title }: Judged): { readonly timed: boolean; readonly dated: boolean; readonly ranged: boolean; readonly lasted: boolean } {
  const early = sentences.slice(0, EARLY);
  const named = FOLDER.test(path.toLowerCase()) || isNamed(nameOf(path).toLowerCase()) || TITLE.test(title);
  const failing = new Set(early.filter(({ failed }) => failed).map(({ paragraph }) => paragraph));
  const told = early.filter(({ failed, paragraph }) => failed || (named && failing.has(paragraph)));
  return {
    timed: told.some(({ text }) => findTimes(text).length > 0),
    dated: told.some(({ text }) => findDay(text, { ...context, year: day?.value.year }) !== undefined),
    ranged: toldRange(early, context) !== undefined,
    lasted: toldDuration(early.filter(({ failed }) => failed)) !== undefined,
  };
}

function against(judged: Judged): Signal[] {
  const { path, title, blocks, frontMatter, fields, sentences, sections, timeline, day, context } = judged;
  const name = nameOf(path).toLowerCase();
  const base = (path.split('/').at(-1) ?? '').toLowerCase();
  const dated = findDay(nameOf(path), context) !== undefined;
  const holders = blocks.reduce((sum, { raw }) => sum + (raw.match(PLACEHOLDERS)?.length ?? 0), 0);
  const advice = sentences.filter(({ text }) => ADVICE.test(text)).length;
  const versions = blocks.filter((block) => block.kind === 'heading' && /^\W{0,3}v?\d{1,3}\.\d{1,3}(?:\.\d{1,3})?\b/.test(block.text)).length;
  const timed = timeline.filter((entry) => entry.timed).length;
  const story = storyOf(judged);
  const told = story.dated || (story.timed && day !== undefined);
  const summarized = blocks.some((block) => block.kind === 'heading' && INCIDENT_SUMMARY.test(block.text));
  const page = isStatusPage(frontMatter);
  const called = FOLDER.test(path.toLowerCase()) || isNamed(name) || page;
  const named = called || TITLE.test(title) || page || isDown(title, dated, context);
  const bare = !named && !summarized && timeline.length < 2;
  const isIncident = named || told || sections.some(({ kind }) => kind === 'timeline' || kind === 'cause' || kind === 'detection');
  return [
    when('noDay', !day, MONTH.test(title) ? -0.5 : timed >= 3 ? -1.5 : -3.25),
    when('noIncident', !isIncident, -1),
    // A post-mortem of a project or of a release: lessons and plans, and nothing that failed.
    when('nothingFailed', called && !page && !/incident|outage|downtime|障害|故障|事故/i.test(`${path} ${title}`) && !FAILURE.test(title) && !story.timed && timed === 0 && !fields.some(({ kind }) => kind === 'severity' || kind === 'duration' || kind === 'start') && !sections.some(({ kind }) => kind === 'impact' || kind === 'cause' || kind === 'detection'), -2.5),
    // It lies among incidents' documents, and nothing in it tells of one.
    when('folderAlone', called && !isNamed(name) && !page && !TITLE.test(title) && !FAILURE.test(title) && !story.timed && timed === 0 && !sections.some(({ kind }) => kind === 'timeline' || kind === 'impact' || kind === 'cause' || kind === 'detection'), -1.5),
    when('noEntries', !day && timeline.length === 0 && sections.some(({ kind }) => kind === 'timeline'), -2),
    // Parts alone, without a name, a story or two entries: a plan, a paper, a delivery note.
    when('onlyParts', isIncident && bare && !told, dated || findDay(title, context) ? -1 : -3),
    when('onlyDay', bare && told && !(story.dated && story.timed), -1.25),
    when('otherName', OTHER_NAME.test(name) && !NAME.test(name) && !page, -2),
    // Only days, and nothing calls it an incident's.
    when('onlyDays', !named && !summarized && timed < 3 && !story.timed, -1.5),
    when('workNote', WORK_NOTE.test(name.replace(/\d/g, '').replace(/^[-_. ]{1,8}|[-_. ]{1,8}$/g, '')) && !called, -2),
    when('otherFolder', OTHER_FOLDER.test(path.toLowerCase()) && !FOLDER.test(path.toLowerCase()), -3.5),
    when('planned', isPlanned(title) || (page && isPlannedEntry(frontMatter, title, blocks)), -5),
    when('notRealFolder', NOT_REAL_FOLDER.test(path.toLowerCase()), -10),
    when('notReal', FICTION.test(title) || blocks.some((block, at) => (at < 12 || block.kind === 'heading') && FICTION.test(block.text)), -7),
    when('assistantName', ASSISTANT_NAME.test(name), -2),
    when('neverName', !dated && NEVER_NAME.test(base), -10),
    when('notName', !dated && !NEVER_NAME.test(base) && NOT_NAME.test(name), -3),
    when('manyIncidents', LIST_NAME.test(base) || OVER_TIME.test(title) || OVER_TIME.test(name), -3),
    when('notTitle', NOT_TITLE.test(title) && findDay(title, context) === undefined, -2),
    when('placeholders', holders >= 3, -3),
    when('versions', versions >= 3, -3),
    when('advice', !page && sentences.length >= 6 && advice / sentences.length > 0.4 && timed < 3, -2),
    when('noParts', !page && sections.length === 0 && timed < 3 && !(story.dated && story.timed), -0.5),
  ];
}

/** How it is written, where nothing calls it an incident's: what tells a record of an incident from notes of work is not its parts. */
function mannerSpeaks({ path, title, manner, frontMatter, context }: Judged): Signal[] {
  const lower = path.toLowerCase();
  const called = FOLDER.test(lower) || isNamed(nameOf(lower)) || isStatusPage(frontMatter) || (REPORT_TITLE.test(title) && !ABOUT_REPORTS.test(title)) || (TITLE.test(title) && findDay(title, context) !== undefined);
  if (called) return [];
  const { sourceFiles, ticks, assistants, past, english } = manner;
  return [
    when('sourceFiles', sourceFiles > 4, sourceFiles > 12 ? -3 : -1.5),
    when('ticks', ticks > 4, -1.5),
    when('assistants', assistants > 4, -1),
    when('nothingPast', english && past < 10, -1.5),
  ];
}
