import * as l10n from '@vscode/l10n';
import { dayWords, type Locale } from '../incident/times';
import { timeOrder } from '../incident/timeOrder';
import { ledgerWords } from '../incident/words';
import type { Incident, LedgerEntry, Plan } from '../journal/schema';
import type { OpenPlan } from '../plan/openPlan';
import { planWords } from '../plan/words';
import { shorten } from './shorten';

/** How many of each are shown. */
const MOMENTS = 6;
const EARLIER = 2;
const BEFORE = 2;
/** How long each may be. */
const WHY = 60;
const WORDS = 80;

/** One time that the lead said what became of the plan. */
export interface LedgerMoment {
  /** "14 May: It came, and I did it". */
  readonly words: string;
  /** What made the difference, in the lead's words. */
  readonly why?: string;
}

/** A plan that was replaced or given up. */
export interface EarlierPlan {
  /** The id of the incident after which it was made. */
  readonly id: string;
  readonly words: string;
  /** "Until 3 May: came 4 times, acted 3". */
  readonly became: string;
}

/** The ledger in order, the newest entries. */
export function ledgerMoments(plan: Plan, locale: Locale, now: number): { readonly moments: readonly LedgerMoment[]; readonly moreMoments: number } {
  const entries = inOrder(plan.ledger ?? []);
  const words = ledgerWords();
  const moments = entries.slice(-MOMENTS).map(({ at, did, why }) => ({
    words: l10n.t('{0}: {1}', dayWords(at, locale, now), words[did]),
    ...(why !== undefined && { why: shorten(why, WHY) }),
  }));
  return { moments, moreMoments: entries.length - moments.length };
}

function inOrder(ledger: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return [...ledger].sort((a, b) => timeOrder(a.at, b.at) || (a.id < b.id ? -1 : 1));
}

/** What the plan said before it was changed, from the revisions of its record, the newest first. */
export function wordingBefore({ plan, reflection }: Incident, locale: Locale, now: number): readonly string[] {
  const said: { cue?: string; act?: string } = { ...(plan?.cue !== undefined && { cue: plan.cue }), ...(plan?.act !== undefined && { act: plan.act }) };
  const wordings: { readonly at: string; readonly words: string }[] = [];
  for (const { at, field, before } of [...(reflection?.revisions ?? [])].sort((a, b) => timeOrder(b.at, a.at))) {
    if (field !== 'plan.cue' && field !== 'plan.act') continue;
    said[field === 'plan.cue' ? 'cue' : 'act'] = before;
    const words = l10n.t('Until {0}: {1}', dayWords(at, locale, now), shorten(planWords(said), WORDS));
    if (wordings.at(-1)?.at === at) wordings.pop(); // both halves were changed at once
    wordings.push({ at, words });
  }
  return wordings.slice(0, BEFORE).map(({ words }) => words);
}

/** The plans that were made and are open no more, the newest first. */
export function earlierPlans(records: readonly Incident[], open: OpenPlan | undefined, locale: Locale, now: number): { readonly earlier: readonly EarlierPlan[]; readonly moreEarlier: number } {
  const closed = records
    .flatMap(({ id, plan, cancelled }) => (plan?.made === undefined || cancelled !== undefined || id === open?.incident.id ? [] : [{ id, plan, made: plan.made }]))
    .sort((a, b) => timeOrder(b.made, a.made) || (a.id < b.id ? 1 : -1));
  const earlier = closed.slice(0, EARLIER).map(({ id, plan }) => ({ id, words: shorten(planWords(plan), WORDS), became: becameWords(plan, locale, now) }));
  return { earlier, moreEarlier: closed.length - earlier.length };
}

/** Counts and nothing else. Where and in what kind of incident is in the history. */
function becameWords({ closed, made = '', ledger = [] }: Plan, locale: Locale, now: number): string {
  const came = ledger.filter(({ did }) => did !== 'absent');
  const acted = came.filter(({ did }) => did === 'acted').length;
  const day = dayWords(closed ?? made, locale, now);
  const [times, until] = [came.length, closed !== undefined];
  if (times === 0) return until ? l10n.t('Until {0}: its moment did not come', day) : l10n.t('Made on {0}: its moment did not come', day);
  return until ? l10n.t('Until {0}: came {1} times, acted {2}', day, times, acted) : l10n.t('Made on {0}: came {1} times, acted {2}', day, times, acted);
}
