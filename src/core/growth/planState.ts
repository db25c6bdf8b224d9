import * as l10n from '@vscode/l10n';
import type { Locale } from '../incident/times';
import { currentPage, pageAt } from '../drill/pages';
import type { Incident, Kind } from '../journal/schema';
import { momentsOf, type Moments } from '../plan/ledger';
import { openPlan, type OpenPlan } from '../plan/openPlan';
import { cueSentence } from '../plan/planCues';
import { planWords } from '../plan/words';
import { kindOf } from './occasions';
import { earlierPlans, ledgerMoments, wordingBefore, type EarlierPlan, type LedgerMoment } from './planHistory';
import { shorten } from './shorten';

/** How many squares are drawn, the newest; the sentence counts all. */
const SQUARES = 24;
const WORDS = 240;

/** One line of the ledger: real, drills and shadowing are counted apart. */
export interface LedgerLine {
  readonly kind: Kind;
  /** When its moment came, oldest first: "1" where it was acted on, "0" where not. */
  readonly squares: string;
  /** "Came 4 times, acted 3". */
  readonly words: string;
}

/** The open plan and what became of it so far. */
export interface OpenPlanState {
  readonly words: string;
  /** Empty while its moment has not come. */
  readonly ledger: readonly LedgerLine[];
  /** Each time it was asked about or noted, in order; the newest. */
  readonly moments: readonly LedgerMoment[];
  /** How many older ones there are. */
  readonly moreMoments: number;
  /** What it said before it was changed, the newest first. */
  readonly before: readonly string[];
  /** Its words are out of sight for now, and cannot be changed here. */
  readonly isHidden: boolean;
  /** What the editor sees that brings it up, as a sentence; empty where it watches for nothing. */
  readonly cues: string;
}

/** The lead's plans: the one that is open, and those that were closed. */
export interface PlanState {
  readonly open?: OpenPlanState;
  /** The newest first. */
  readonly earlier: readonly EarlierPlan[];
  readonly moreEarlier: number;
}

/**
 * The lead's plans as the dashboard shows them.
 * @param records every record that is not deleted, in any order
 * @param now the clock, in milliseconds
 * @param isRehearsing the open one is just being typed from memory
 */
export function planState(records: readonly Incident[], locale: Locale, now: number, isRehearsing = false): PlanState {
  const open = openPlan(records);
  return { ...(open && { open: openState(open, { records, locale, now, isRehearsing }) }), ...earlierPlans(records, open, locale, now) };
}

interface Around {
  readonly records: readonly Incident[];
  readonly locale: Locale;
  readonly now: number;
  readonly isRehearsing: boolean;
}

function openState(open: OpenPlan, { records, locale, now, isRehearsing }: Around): OpenPlanState {
  const asked = new Set((open.plan.ledger ?? []).map(({ incident }) => incident));
  const kinds = new Map(records.filter(({ id }) => asked.has(id)).map((record) => [record.id, kindOf(record)]));
  const moments = momentsOf(open.plan, (id) => kinds.get(id) ?? 'real');
  const lines = (['real', 'drill', 'shadow'] as const).map((kind) => ledgerLine(kind, moments[kind]));
  const isHidden = isRehearsing || isBeingRecalled(open.incident);
  const words = isHidden ? l10n.t('It shows again once you have typed it from memory.') : shorten(planWords(open.plan), WORDS);
  const ledger = lines.filter(({ squares }) => squares !== '');
  return { words, ledger, ...ledgerMoments(open.plan, locale, now), before: isHidden ? [] : wordingBefore(open.incident, locale, now), isHidden, cues: shorten(cueSentence(open.plan, locale.language), WORDS) };
}

/** Its reflection, or drill, is where the plan is typed once from memory: the answer does not stand beside the question. */
function isBeingRecalled({ reflection, drill }: Incident): boolean {
  if (!reflection || reflection.finished !== undefined) return false;
  return drill ? pageAt(drill, currentPage(drill)).kind === 'plan' : reflection.screen === 'nextPlan';
}

function ledgerLine(kind: Kind, moments: Moments): LedgerLine {
  const newest = moments.slice(-SQUARES);
  return { kind, squares: newest.map((acted) => (acted ? '1' : '0')).join(''), words: momentsWords(kind, moments) };
}

/** Counts and nothing else: no share, no streak, no verdict. */
function momentsWords(kind: Kind, moments: Moments): string {
  const [came, acted] = [moments.length, moments.filter(Boolean).length];
  const count = came === 1 ? l10n.t('Came once, acted {0}', acted) : l10n.t('Came {0} times, acted {1}', came, acted);
  const where: Record<Kind, string> = { real: '', drill: l10n.t('in drills'), shadow: l10n.t('while shadowing') };
  return where[kind] === '' ? count : l10n.t('{0}, {1}', count, where[kind]);
}
