import * as l10n from '@vscode/l10n';
import { dayWords } from '../incident/times';
import type { Drill } from '../journal/drillSchema';
import type { Incident } from '../journal/schema';
import { clashStates, type ClashState } from '../reflection/clashStates';
import { ownTexts } from '../reflection/ownTexts';
import type { ReflectionContext } from '../reflection/reflectionState';
import { unsavedTexts } from '../reflection/stateOf';
import type { OwnTextField } from '../reflection/texts';
import type { DrillState, DrillTab } from './drillState';
import { askPage, currentPage, endPage, lastPage, pageAt, reachedPage, type DrillPage } from './pages';
import { askState, drillPlan, endState, toldState } from './pageParts';
import { AT_DECISION, AT_END } from './questions';

/** All that the page of a drill shows. Pure; nothing in it lies behind the page that is shown. @param context of a record with a story */
export function drillState(context: ReflectionContext): DrillState | undefined {
  const { incident, locale, now, save, unsaved } = context;
  const { drill } = incident;
  if (!drill) return undefined;
  const number = currentPage(drill);
  const page = pageAt(drill, number);
  const part = partOf(page, context, drill);
  return {
    id: incident.id,
    title: incident.title,
    windowWords: l10n.t('begun on {0}', dayWords(incident.window.start, locale, now)),
    locale,
    finished: incident.reflection?.finished !== undefined,
    count: countWords(page, drill, incident),
    save,
    ...ownTexts(incident, askedTexts(drill)),
    unsaved: unsavedTexts(unsaved),
    twofold: clashesIn(context, part),
    nudge: false,
    page: number,
    tabs: tabsOf(drill, incident.plan?.made !== undefined),
    ...headings(page, drill, part.ask?.closed !== undefined || part.plan?.made !== undefined),
    ...(drill.language !== undefined && { language: drill.language }),
    situation: drill.situation,
    ...part,
  };
}

type Part = Pick<DrillState, 'ask' | 'told' | 'end' | 'plan'>;

function partOf(page: DrillPage, context: ReflectionContext, drill: Drill): Part {
  const { incident, locale, now } = context;
  switch (page.kind) {
    case 'situation': return {};
    case 'ask': return { ask: askState(incident, drill, page) };
    case 'told': return { told: toldState(incident, page.point) };
    case 'end': return { end: endState(incident, drill, locale, now) };
    case 'plan': return { plan: drillPlan(context, drill) };
  }
}

function countWords(page: DrillPage, { points }: Drill, { reflection }: Incident): string {
  if (page.kind === 'situation') return points.length === 1 ? l10n.t('1 decision') : l10n.t('{0} decisions', points.length);
  if (page.kind === 'end' || page.kind === 'plan') return reflection?.finished === undefined ? l10n.t('The end') : l10n.t('Done');
  return l10n.t('Decision {0} of {1}', page.index + 1, points.length);
}

function headings(page: DrillPage, { minutes, points }: Drill, isClosed: boolean): Pick<DrillState, 'heading' | 'lead'> {
  switch (page.kind) {
    case 'situation': return { heading: l10n.t('The situation'), lead: situationLead(minutes ?? Math.round(points.length * MINUTES_EACH)) };
    case 'ask': return { heading: l10n.t('{0}: what now?', page.point.time), lead: isClosed ? l10n.t('What you said then. It stays as it was.') : l10n.t('What happened then is not shown yet. Your answer closes when you go on.') };
    case 'told': return { heading: l10n.t('{0}: what happened then', page.point.time), lead: l10n.t('Your own call is closed now: what is known today cannot change it.') };
    case 'end': return { heading: l10n.t('How it ended'), lead: l10n.t('What you make of your calls is yours to say. Nothing is added up.') };
    case 'plan': return { heading: l10n.t('One plan for next time'), lead: isClosed ? l10n.t('You made it at the end of this drill.') : l10n.t('Where this drill showed you one: a moment that you can see or hear, and one act that takes less than a minute.') };
  }
}

/** Reading, a thought and two lines. */
const MINUTES_EACH = 2.5;

const situationLead = (minutes: number): string => l10n.t('A drill of about {0} minutes. It stops where somebody had to decide. Leave it whenever you like and take it up again: nothing is lost.', minutes);

function tabsOf(drill: Drill, isPlanned: boolean): readonly DrillTab[] {
  const [here, reached] = [currentPage(drill), reachedPage(drill)];
  const decisions = drill.points.map((_, index): DrillTab => {
    const ask = askPage(index);
    return { page: ask, name: String(index + 1), title: l10n.t('Decision {0}', index + 1), reached: reached >= ask, done: reached > ask, here: here === ask || here === ask + 1 };
  });
  const situation = { page: 0, name: l10n.t('Situation'), title: l10n.t('Situation'), reached: true, done: false, here: here === 0 };
  const after = (page: number, name: string, done: boolean): DrillTab => ({ page, name, title: name, reached: reached >= page, done, here: here === page });
  return [situation, ...decisions, after(endPage(drill), l10n.t('End'), false), after(lastPage(drill), l10n.t('Plan'), isPlanned)];
}

const IN_PLAN = ['plan.cue', 'plan.act', 'cue.branch', 'cue.file'] as const satisfies readonly OwnTextField[];
const FROM_MEMORY = ['typed.cue', 'typed.act'] as const satisfies readonly OwnTextField[];

function askedTexts({ points }: Drill): readonly OwnTextField[] {
  const own = points.flatMap(({ id }) => AT_DECISION.map((name): OwnTextField => `answer.${name}.${id}`));
  return [...own, ...AT_END.map((name): OwnTextField => `answer.${name}`), 'lesson', ...IN_PLAN, ...FROM_MEMORY];
}

/** What the lead said of a decision. The story itself is never shown here: it may lie behind the page. */
const SAID = /^\/drill\/points\/[^/]+\/(?:sure|same|right)$/;

/** The texts that can be written on a page. */
function fieldsOn({ ask, end, plan }: Part): readonly OwnTextField[] {
  if (ask) return ask.closed ? [] : ask.questions.map(({ field }) => field as OwnTextField);
  if (end) return [...end.questions.map(({ field }) => field as OwnTextField), 'lesson'];
  if (!plan || plan.made || (plan.open && plan.open.choice !== 'replace')) return [];
  return plan.stage === 'write' ? IN_PLAN : FROM_MEMORY;
}

/** What has no field on the page; beside a field that is there, the field asks. */
function clashesIn(context: ReflectionContext, part: Part): readonly ClashState[] {
  const fields: readonly string[] = fieldsOn(part).map((field) => `text/${field}`);
  const all = clashStates(context, { plan: { stage: 'write' } });
  return all.filter(({ of, path }) => of !== 'incident' || !(fields.includes(path) || (path.startsWith('/drill') && !SAID.test(path)))).map(({ of, path, about, mine, theirs, keeps }) => ({ of, path, about, mine, theirs, keeps }));
}
