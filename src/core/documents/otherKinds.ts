import { isIncidentFolder, type Calling } from './called';
import { findDay } from './days';
import type { Judged, Signal } from './score';
import { isPlanned, isPlannedEntry } from './statusPage';
import { nameOf } from './title';

const NOT_NAME = /(?:template|readme|index|example|process|playbook|runbook|guide|how-?to|policy|handling|response|checklist|exercise|severity|glossary|training|(?:incident|decision|change|event|work|deploy\w{0,6})[-_]?log|^log|contributing|procedures?|management|faq|toc|code_of_conduct|license)(?:\b|_|$)/;
const NEVER_NAME = /^(?:readme|_?index|changelog|contributing|code_of_conduct|license|security)|(?:^|[-_. ])template(?:$|[-_. ])/;
const NOT_TITLE = /\b(?:templates?|process|how to|guide(?:lines)?|policy|checklist|playbook|runbook|exercises?|training|procedures?|handbook|best practices|release notes|changelog|roadmap|meeting)\b/i;
const PLACEHOLDERS = /\bYYYY\b|\bHH:MM\b|\{\{(?![<%])|\[(?:Name|Date|Title|Incident[^\]]{0,60}|describe[^\]]{0,80}|Brief[^\]]{0,80}|[A-Z][^\]]{0,40}(?:here|name))\]|<(?:date|name|title|description|time)>|00:00 UTC|lorem ipsum/gi;
/** Other kinds of documents that are dated and have parts like an incident's: designs, plans, audits. Not in the reference, which took 12 of 1,400 such. */
const OTHER_NAME = /(?:^|[-_. ])(?:designs?|plans?|specs?|specification|proposals?|rfcs?|adrs?|roadmaps?|assessments?|audits?\d{0,3}|inventory|register|backlog|todos?|architecture|requirements|prd|validation|verification|evaluation|benchmarks?|meeting|minutes|changelog|release[-_ ]?notes|newsletter|weekly|monthly|updates|milestones?|checklist|handoff|research|retro|retrospective|sprint[-_]?\d{0,3}|delivery|status[-_ ]report)(?=$|[-_. ])/;
/** Notes of work on a fault that nobody calls an incident. */
const WORK_WORDS = 'session|analysis|summary|status|state|troubleshooting|diagnos\\w{2,6}|debug\\w{0,5}|findings?|observations?|proof|methodology|strategy|fix(?:es)?|repair|gaps?|questions|handover|closure';
const WORK_NOTE = new RegExp(`^(?:${WORK_WORDS})(?=[-_. ])|[-_. ](?:${WORK_WORDS})$`);
const OTHER_FOLDER = /^(?:[\w-]{0,30}[-_])?(?:specs?|plans?|planning|roadmaps?|adrs?|rfcs?|proposals?|designs?|research|audits?|decisions?|handoffs?|sessions?|meetings?|minutes|runbooks?|playbooks?|guides?|knowledge|changelogs?|releases?|tutorials?|rules?|rules-archive|architecture[\w-]{0,20}|support|tickets?)$/;
/** What is below these is made to be copied, taught, tested or handed to a machine, whatever else it is called. */
const NOT_REAL_FOLDER = /(?:^|\/)(?:[\w-]{0,30}[-_])?(?:examples?|examplesite|themes?|vendor|third[-_]party|samples?|fixtures?|testdata|tests?|__tests__|skills?|prompts?|agents?|deliverables|drills?|scenarios?|game-?days?|exercises?|issue_template|archetypes)\/|(?:^|[/+])(?:examples?|samples?|demo)[-_][\w-]{3,40}\/|(?:^|\/)\.[a-z]/;
/** Below these a file is to be copied, unless its name says a day: some programs keep their pages there. */
const TEMPLATE_FOLDER = /(?:^|\/)(?:[\w-]{0,30}[-_])?_?templates?\//;
/** Made up to practise or to show how it is done. */
const FICTION = /\b(?:simulated (?:incident|outage|failure|attack)|incident simulation|fictional|fictitious|hypothetical (?:incident|outage|scenario|company)|tabletop|game ?day|practice scenario|(?:example|sample) (?:incident|outage|post-?mortem)|training exercise)\b/i;
const ASSISTANT_NAME = /(?:^|[-_. ])(?:claude|codex|gemini|copilot|gpt|llm)(?=$|[-_. ])/;
/** About several incidents: a list, or what a week or a quarter brought. */
const LIST_NAME = /^(?:incidents|outages|post-?_?mortems|known[-_ ]issues|incident[-_ ](?:history|index|list|summary|tracker|register)|(?:status|history|news|announcements|lessons[-_ ]learned))\.[a-z]{2,8}$/;
const OVER_TIME = /\b(?:weekly|monthly|quarterly|yearly|annual|q[1-4])\b.{0,40}\b(?:incidents?|outages?|post-?mortems?|review|report|summary|retro)|\b(?:incidents|outages|post-?mortems) (?:of|in|from|for) (?:20\d\d|q[1-4])\b|\blessons learned\W*$/i;
/** A person is told what to do: such is a guide. */
const ADVICE = /\b(?:should|must|please|you(?:'ll|r)?|we recommend|make sure|ensure|need to|consider|always|never|can be used|when(?:ever)? (?:an|a|the) incident)\b/i;

const when = (name: string, is: boolean, weight: number): Signal => ({ name, weight: is ? weight : 0 });

/** Which kind of documents a folder holds is said by the innermost that says one: runbooks among incidents are runbooks. */
function isOtherFolder(lower: string): boolean {
  const inner = lower.split('/').slice(0, -1).reverse().find((each) => OTHER_FOLDER.test(each) || isIncidentFolder(each));
  return inner !== undefined && OTHER_FOLDER.test(inner) && !isIncidentFolder(inner);
}

/** What says that a document is of another kind: a template, a guide, a plan, a list, a drill, an announcement. Much of it is not in the reference. */
export function otherKinds(judged: Judged, { dated, name, page, folder, report }: Calling): Signal[] {
  const { path, title, blocks, frontMatter, sentences, timeline, context } = judged;
  const lower = path.toLowerCase();
  const own = nameOf(path).toLowerCase();
  const base = lower.split('/').at(-1) ?? '';
  const holders = blocks.reduce((sum, { raw }) => sum + (raw.match(PLACEHOLDERS)?.length ?? 0), 0);
  const advice = sentences.filter(({ text }) => ADVICE.test(text)).length;
  const versions = blocks.filter((block) => block.kind === 'heading' && /^\W{0,3}v?\d{1,3}\.\d{1,3}(?:\.\d{1,3})?\b/.test(block.text)).length;
  const called = folder || name || page;
  return [
    when('otherName', OTHER_NAME.test(own) && !name && !page && !report, -2),
    when('workNote', WORK_NOTE.test(own.replace(/\d/g, '').replace(/^[-_. ]{1,8}|[-_. ]{1,8}$/g, '')) && !called && !report, -2),
    when('otherFolder', isOtherFolder(lower), -3.5),
    when('planned', isPlanned(title) || (page && isPlannedEntry(frontMatter, title, blocks)), -5),
    when('notRealFolder', NOT_REAL_FOLDER.test(lower) || (TEMPLATE_FOLDER.test(lower) && !dated), -10),
    when('notReal', FICTION.test(title) || blocks.some((block, at) => (at < 12 || block.kind === 'heading') && FICTION.test(block.text)), -7),
    when('assistantName', ASSISTANT_NAME.test(own), -2),
    when('neverName', !dated && NEVER_NAME.test(base), -10),
    when('notName', !dated && !NEVER_NAME.test(base) && NOT_NAME.test(own), -3),
    when('manyIncidents', LIST_NAME.test(base) || OVER_TIME.test(title) || OVER_TIME.test(own), -3),
    when('notTitle', NOT_TITLE.test(title) && findDay(title, context) === undefined, -2),
    when('placeholders', holders >= 3, -3),
    when('versions', versions >= 3, -3),
    when('advice', !page && sentences.length >= 6 && advice / sentences.length > 0.4 && timeline.filter((entry) => entry.timed).length < 3, -2),
  ];
}
