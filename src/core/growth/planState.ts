import * as l10n from '@vscode/l10n';
import type { Incident, Kind } from '../journal/schema';
import { momentsOf, type Moments } from '../plan/ledger';
import { openPlan } from '../plan/openPlan';
import { planWords } from '../plan/words';
import { kindOf } from './occasions';
import { shorten } from './shorten';

/** How many squares are drawn, the newest; the sentence counts all. */
const SQUARES = 24;
const WORDS = 500;

/** One line of the ledger: real, drills and shadowing are counted apart. */
export interface LedgerLine {
  readonly kind: Kind;
  /** When its moment came, oldest first: "1" where it was acted on, "0" where not. */
  readonly squares: string;
  /** "Came 4 times, acted 3". */
  readonly words: string;
}

/** The open plan and what became of it so far. */
export interface PlanState {
  readonly words: string;
  /** Empty while its moment has not come. */
  readonly ledger: readonly LedgerLine[];
}

/**
 * The open plan as the dashboard shows it, undefined where there is none.
 * @param records every record that is not deleted, in any order
 */
export function planState(records: readonly Incident[]): PlanState | undefined {
  const open = openPlan(records);
  if (!open) return undefined;
  const asked = new Set((open.plan.ledger ?? []).map(({ incident }) => incident));
  const kinds = new Map(records.filter(({ id }) => asked.has(id)).map((record) => [record.id, kindOf(record)]));
  const moments = momentsOf(open.plan, (id) => kinds.get(id) ?? 'real');
  const lines = (['real', 'drill', 'shadow'] as const).map((kind) => ledgerLine(kind, moments[kind]));
  const words = isBeingRecalled(open.incident) ? l10n.t('It shows again once you have typed it from memory.') : shorten(planWords(open.plan), WORDS);
  return { words, ledger: lines.filter(({ squares }) => squares !== '') };
}

/** Its reflection is at the screen where the plan is typed once from memory: the answer does not stand beside the question. */
function isBeingRecalled({ reflection }: Incident): boolean {
  return reflection !== undefined && reflection.finished === undefined && reflection.screen === 'nextPlan';
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
