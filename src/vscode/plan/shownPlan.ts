import * as vscode from 'vscode';
import { shorten } from '../../core/growth/shorten';
import type { Plan } from '../../core/journal/schema';
import { planWords } from '../../core/plan/words';
import { areContentsHidden } from '../hiding';
import { plain } from '../plain';

/** A notification has no room for more. */
const MOST = 400;

/** A plan as a notification says it; while contents are hidden, no more than that there is one. */
export function shownPlan(plan: Plan): string {
  return areContentsHidden() ? vscode.l10n.t('You have a plan for this. Contents are hidden.') : vscode.l10n.t('Your plan: {0}', plain(shorten(planWords(plan), MOST)));
}
