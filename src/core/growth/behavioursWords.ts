import * as l10n from '@vscode/l10n';
import type { Kind } from '../journal/schema';
import type { Series } from './series';

/** In the narrowest sidebar, older dots than these run out at the left. */
const FIT_ANYWHERE = 15;

/** How to read the strips. */
export function readingWords(shown: readonly Series[]): string {
  return [
    l10n.t('One dot is one incident, newest at the right. 1 to 5 are the acts described in each scale.'),
    shown.some(({ today }) => today !== undefined) ? l10n.t('A hollow dot is how you see it today; it is not counted.') : '',
    shown.some(({ count, earlier }) => count + earlier > FIT_ANYWHERE) ? l10n.t('The newest are in view, the table has all.') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What stands in place of the strips where none can be drawn. @param begun whether anything was ever looked back at */
export function nothingWords(kind: Kind, begun: boolean, isAllTime: boolean): string {
  if (!begun) return l10n.t('After a reflection, each behaviour that you rated has a dot here. Nothing is compared before there are six.');
  return isAllTime ? nothingEver(kind) : nothingInPeriod(kind);
}

/** Each kind in a sentence of its own, so that it can be translated. */
function nothingEver(kind: Kind): string {
  return {
    real: l10n.t('No real incident was looked back at yet.'),
    drill: l10n.t('No drill was looked back at yet.'),
    shadow: l10n.t('Nothing that you shadowed was looked back at yet.'),
  }[kind];
}

function nothingInPeriod(kind: Kind): string {
  return {
    real: l10n.t('No real incident of this period was looked back at.'),
    drill: l10n.t('No drill of this period was looked back at.'),
    shadow: l10n.t('Nothing that you shadowed in this period was looked back at.'),
  }[kind];
}

/** The line that folds away behaviours without an occasion. */
export function noOccasionWords(count: number): string {
  return count === 1 ? l10n.t('1 behaviour with no occasion yet') : l10n.t('{0} behaviours with no occasion yet', count);
}
