import * as l10n from '@vscode/l10n';
import { roleWords } from '../incident/words';
import type { Kind } from '../journal/schema';
import { KINDS, ROLES } from '../journal/values';
import type { Exposed, ExposureState, Quarter } from './exposure';
import { isPastLimit, loadWords } from './load';

/** How many incidents of a quarter were looked back at: "5 of 6". */
export function reviewedWords({ kinds }: Quarter): string {
  const all = Object.values(kinds);
  const sum = (of: (exposed: Exposed) => number): number => all.reduce((before, each) => before + of(each), 0);
  return l10n.t('{0} of {1}', sum(({ reviewed }) => reviewed), sum(({ count }) => count));
}

/** What the lead did in the incidents of a quarter, a sentence for each kind in which a role was said; shadowing has none. */
export function rolesWords({ kinds }: Quarter): readonly string[] {
  const sentence: Partial<Record<Kind, (roles: string) => string>> = {
    real: (roles) => l10n.t('Real: {0}.', roles),
    drill: (roles) => l10n.t('Drills: {0}.', roles),
  };
  return (['real', 'drill'] as const).flatMap((kind) => {
    const roles = kinds[kind]?.roles ?? {};
    const said = ROLES.filter((role) => roles[role] !== undefined).map((role) => l10n.t('{0} {1}', roleWords()[role], roles[role] ?? 0));
    return said.length > 0 ? [sentence[kind]?.(said.join(', ')) ?? ''] : [];
  });
}

/** A quarter as the page shows it. */
export interface QuarterInWords {
  readonly name: string;
  /** Real, drill, shadow: how many, in the order of the kinds. */
  readonly counts: readonly number[];
  /** "5 of 6". */
  readonly reviewed: string;
  /** In which roles, a sentence for each kind. */
  readonly roles: readonly string[];
  readonly stakes: readonly string[];
  /** That there are more stakes in the reflections; absent where there are none, or none are shown. */
  readonly more?: string;
}

/** Exposure as the page shows it. */
export interface ExposureInWords {
  readonly load: string;
  readonly isPast: boolean;
  readonly goal?: string;
  /** The words of the two buttons. */
  readonly setGoal: string;
  readonly setLimit: string;
  /** Newest first. */
  readonly quarters: readonly QuarterInWords[];
  /** What will be here, or how many incidents came before these quarters, and that every kind is here; empty where none of it is to be said. */
  readonly words: string;
  /** What opens every quarter; empty where that shows nothing more. */
  readonly all: string;
  readonly isWhole: boolean;
}

/** @param kind the chosen one, which filters nothing here */
export function exposureInWords({ load, goal, quarters, earlier, isWhole }: ExposureState, kind: Kind): ExposureInWords {
  const before = earlier === 0 ? '' : earlier === 1 ? l10n.t('1 more incident before that.') : l10n.t('{0} more incidents before that.', earlier);
  const kinds = kind === 'real' ? '' : l10n.t('Every kind stands here, whichever is chosen above.');
  return {
    load: loadWords(load),
    isPast: isPastLimit(load),
    ...(goal !== undefined && { goal: l10n.t('To seek next: {0}', goal) }),
    setGoal: goal === undefined ? l10n.t('Set what to seek next…') : l10n.t('Change what to seek next…'),
    setLimit: load.limit === undefined ? l10n.t('Set a load limit…') : l10n.t('Change the load limit…'),
    quarters: quarters.map(quarterInWords),
    words: quarters.length > 0 ? [before, kinds].filter(Boolean).join(' ') : l10n.t('Real incidents, drills and shadowing stand here by quarter, each apart. More of them is not better.'),
    all: quarters.length > 1 && !isWhole ? l10n.t('Show every quarter, with roles and stakes') : '',
    isWhole,
  };
}

function quarterInWords(quarter: Quarter): QuarterInWords {
  const { name, kinds, stakes, moreStakes } = quarter;
  const isDetailed = Object.values(kinds).some(({ roles }) => roles !== undefined);
  const more = moreStakes === 1 ? l10n.t('1 more in the reflections.') : l10n.t('{0} more in the reflections.', moreStakes);
  return {
    name,
    counts: KINDS.map((kind) => kinds[kind]?.count ?? 0),
    reviewed: reviewedWords(quarter),
    roles: rolesWords(quarter),
    stakes,
    ...(isDetailed && moreStakes > 0 && { more }),
  };
}
