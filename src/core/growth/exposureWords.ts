import * as l10n from '@vscode/l10n';
import { roleWords } from '../incident/words';
import type { Locale } from '../incident/times';
import type { Kind } from '../journal/schema';
import { KINDS, ROLES } from '../journal/values';
import type { ExposureState, Quarter } from './exposure';
import { isPastLimit, loadWords } from './load';
import { cameWords, seekDetails, soughtWords } from './seekWords';

/** For each kind how many incidents of a quarter were looked back at: "5 of 6", or "0" where there were none. Kinds are never added up. */
export function reviewedWords({ kinds }: Quarter): readonly string[] {
  return KINDS.map((kind) => {
    const exposed = kinds[kind];
    return exposed ? l10n.t('{0} of {1}', exposed.reviewed, exposed.count) : '0';
  });
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
  /** Real, drill, shadow: how many were looked back at of how many, in the order of the kinds. */
  readonly counts: readonly string[];
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
  /** What is sought next; past the limit that it can wait. */
  readonly goal?: string;
  /** The role, the backing, the day; what came since; what was sought before. */
  readonly seek: readonly string[];
  /** The words of the buttons. The first is empty where nothing is sought and the limit is passed: then nothing asks for more. */
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

/**
 * @param kind the chosen one, which filters nothing here
 * @param now the clock, in milliseconds
 */
export function exposureInWords(state: ExposureState, kind: Kind, locale: Locale, now: number): ExposureInWords {
  const { load, quarters, earlier, moreSought, isWhole } = state;
  const before = earlier === 0 ? '' : earlier === 1 ? l10n.t('1 more incident before that.') : l10n.t('{0} more incidents before that.', earlier);
  const kinds = kind === 'real' ? '' : l10n.t('Every kind stands here, whichever is chosen above.');
  const all = quarters.length > 1 ? l10n.t('Show every quarter, with roles and stakes') : moreSought > 0 ? l10n.t('Show all that you sought before') : '';
  return {
    load: loadWords(load),
    isPast: isPastLimit(load),
    ...seekInWords(state, locale, now),
    setLimit: load.limit === undefined ? l10n.t('Set a load limit…') : l10n.t('Change the load limit…'),
    quarters: quarters.map(quarterInWords),
    words: quarters.length > 0 ? [l10n.t('Looked back at, of how many there were.'), before, kinds].filter(Boolean).join(' ') : l10n.t('Real incidents, drills and shadowing stand here by quarter, each apart. More of them is not better.'),
    all: isWhole ? '' : all,
    isWhole,
  };
}

/** Past the limit nothing urges: it can wait, its day is not said, and where nothing is sought nobody asks for it. */
function seekInWords({ load, seek, came, sought }: ExposureState, locale: Locale, now: number): Pick<ExposureInWords, 'goal' | 'seek' | 'setGoal'> {
  const isPast = isPastLimit(load);
  const lines = [
    seek ? seekDetails(seek, locale, now, isPast) : '',
    came ? cameWords(came, came.since, seek?.role, locale, now) : '',
    ...sought.map((each) => soughtWords(each, locale, now)),
  ].filter(Boolean);
  if (!seek) return { seek: lines, setGoal: isPast ? '' : l10n.t('Set what to seek next…') };
  return { goal: isPast ? l10n.t('This can wait: {0}', seek.goal) : l10n.t('To seek next: {0}', seek.goal), seek: lines, setGoal: l10n.t('Change what to seek next…') };
}

function quarterInWords(quarter: Quarter): QuarterInWords {
  const { name, kinds, stakes, moreStakes } = quarter;
  const isDetailed = Object.values(kinds).some(({ roles }) => roles !== undefined);
  const more = moreStakes === 1 ? l10n.t('1 more in the reflections.') : l10n.t('{0} more in the reflections.', moreStakes);
  return {
    name,
    counts: reviewedWords(quarter),
    roles: rolesWords(quarter),
    stakes,
    ...(isDetailed && moreStakes > 0 && { more }),
  };
}
