import * as l10n from '@vscode/l10n';
import { quarterBounds, quarterOf } from '../incident/quarter';
import { dayWords, type Locale } from '../incident/times';
import { ledgerWords, kindWords, outcomeWords } from '../incident/words';
import type { Incident } from '../journal/schema';
import { planWords } from '../plan/words';
import { isOn, QUARTER_SECTIONS, sectionWords, type QuarterSection, type ShareChoice } from './choice';
import type { HideNames } from './hideNames';
import type { Saying, ShareBlock, ShareLine } from './shareDocument';

/** Three months of a year, in the lead's zone. `end` is the first moment that is not in it any more. */
export interface Quarter {
  /** The first of its months: "2026-04". */
  readonly month: string;
  readonly start: string;
  readonly end: string;
}

/** The quarter of a time. */
export function quarterAt(time: string, { zone }: Locale): Quarter {
  const month = quarterOf(time, zone);
  return { month, ...quarterBounds(month, zone) };
}

/** The quarters in which something happened that the record knows of: an incident, thanks, a plan that was acted on. Newest first. */
export function quartersIn(records: readonly Incident[], locale: Locale): readonly Quarter[] {
  const times = records.flatMap(({ window, people = [], plan }) => [window.start, ...people.flatMap(({ thanked }) => thanked ?? []), ...(plan?.ledger ?? []).map(({ at }) => at)]);
  const found = new Map(times.map((time) => quarterAt(time, locale)).map((each) => [each.start, each]));
  return [...found.values()].sort((a, b) => (a.start < b.start ? 1 : -1));
}

export function isIn({ start, end }: Quarter, time: string): boolean {
  const at = Date.parse(time);
  return at >= Date.parse(start) && at < Date.parse(end);
}

/** What the look back needs to know of whoever is in it. */
export interface QuarterContext extends Saying {
  readonly choice: ShareChoice;
  readonly leaves: (person: string) => boolean;
  readonly hide: HideNames;
}

/**
 * What I led, whom I thanked for what, which plans were acted on: from the record alone, with no count, no total and no comparison.
 * @param records every record of the journal: thanks and plans of this quarter may be of an incident of the one before
 */
export function quarterBlocks(records: readonly Incident[], of: Quarter, context: QuarterContext): readonly ShareBlock[] {
  const reviewed = records.filter(({ cancelled }) => cancelled === undefined);
  return QUARTER_SECTIONS.filter((section) => isOn(context.choice, section)).map((section) => {
    const lines = linesOf[section](reviewed, of, context);
    return { title: sectionWords()[section], lines: lines.length > 0 ? lines : [['', l10n.t('The record says nothing of it.')]] };
  });
}

type Lines = (records: readonly Incident[], of: Quarter, context: QuarterContext) => readonly ShareLine[];

const linesOf: Readonly<Record<QuarterSection, Lines>> = {
  led: (records, of, { locale, now, hide }) =>
    records.filter(({ role, kind, window }) => role === 'commander' && kind !== 'shadow' && isIn(of, window.start)).map(({ title, window, kind = 'real', outcome }): ShareLine => {
      const words = [kindWords()[kind], outcome && outcomeWords()[outcome].toLowerCase()].filter((each) => each !== undefined).join(', ');
      return [dayWords(window.start, locale, now), `${hide(title)} (${words})`];
    }),
  thanked: (records, of, { hide, leaves, personWords }) =>
    records.flatMap(({ title, people = [] }) => {
      const told = people.filter(({ person, thanked }) => thanked !== undefined && isIn(of, thanked) && leaves(person));
      return told.map(({ person, note }): ShareLine => [personWords(person), [note === undefined ? '' : hide(note), `(${hide(title)})`].filter(Boolean).join(' ')]);
    }),
  plans: (records, of, { locale, now, hide }) =>
    records.flatMap(({ plan }) => {
      const acted = (plan?.ledger ?? []).filter(({ did, at }) => did === 'acted' && isIn(of, at));
      if (!plan || acted.length === 0) return [];
      const came = acted.map(({ at, why }) => `${dayWords(at, locale, now)}: ${[`${ledgerWords().acted}.`, why && hide(why)].filter(Boolean).join(' ')}`);
      return [['', [hide(planWords(plan)), ...came].join('\n')] satisfies ShareLine];
    }),
};
