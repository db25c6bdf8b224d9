import * as l10n from '@vscode/l10n';
import { roleWords } from '../incident/words';
import type { Kind } from '../journal/schema';
import { ROLES } from '../journal/values';
import type { Exposed, Quarter } from './exposure';

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
