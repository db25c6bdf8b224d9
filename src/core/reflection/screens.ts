import * as l10n from '@vscode/l10n';
import type { LastPlan } from '../plan/lastPlan';
import type { Incident } from '../journal/schema';
import type { ScreenId } from '../protocol';

/** The names of the screens, as on their tabs. */
export const screenNames = (): Record<ScreenId, string> => ({
  lastPlan: l10n.t('Last plan'),
  facts: l10n.t('Facts'),
  guess: l10n.t('Guess'),
  evidence: l10n.t('Evidence'),
  ratings: l10n.t('Ratings'),
  nextPlan: l10n.t('Next plan'),
  summary: l10n.t('Summary'),
});

/** The short path, in order. The first reflection of all has no last plan to ask about. The summary stands behind the last. */
export function shortPath(hasLastPlan: boolean): readonly ScreenId[] {
  const path: readonly ScreenId[] = ['facts', 'guess', 'evidence', 'ratings', 'nextPlan'];
  return hasLastPlan ? ['lastPlan', ...path] : path;
}

type Answered = (incident: Incident, last: LastPlan | undefined) => boolean;

/** What makes a screen answered. Complete by type: a new screen does not compile until it says so. */
const answered: Record<ScreenId, Answered> = {
  lastPlan: (_, last) => last?.entry !== undefined,
  // "Real" is filled in for each new incident; the lead says the other two.
  facts: ({ role, kind, severity, outcome, stakes }) =>
    kind === 'drill' || kind === 'shadow' || [role, severity, outcome, stakes].some((each) => each !== undefined),
  guess: ({ reflection }) => reflection?.guess?.best !== undefined || reflection?.guess?.costly !== undefined,
  evidence: ({ evidence, reflection }) =>
    (evidence ?? []).some((each) => each.moment === true) || reflection?.answers?.['moment'] !== undefined,
  ratings: ({ reflection }) =>
    reflection?.person !== undefined || (reflection?.ratings ?? []).some((each) => each.anchor !== undefined || each.evidence !== undefined),
  nextPlan: ({ plan, reflection }, last) => plan?.made !== undefined || (last !== undefined && reflection?.answers?.['lastPlan'] === 'keep'),
  summary: ({ reflection }) => reflection?.finished !== undefined,
};

/** Whether anything on a screen was answered. */
export function isAnswered(screen: ScreenId, incident: Incident, last: LastPlan | undefined): boolean {
  return answered[screen](incident, last);
}

/** Whether a screen may be opened. The evidence waits for the guess: once it was seen, a guess is none. */
export function mayOpen(screen: ScreenId, incident: Incident): boolean {
  const { reflection } = incident;
  if (screen === 'summary') return reflection?.finished !== undefined;
  if (screen !== 'evidence') return true;
  const guessed = reflection?.guess?.best !== undefined || reflection?.guess?.costly !== undefined;
  return guessed || reflection?.evidenceOpened !== undefined || (reflection?.skipped ?? []).includes('guess');
}

/** The screen before or after one; the ends stay. Behind the last screen of the path is the summary. */
export function neighbour(screen: ScreenId, path: readonly ScreenId[], step: 1 | -1): ScreenId {
  const all: readonly ScreenId[] = [...path, 'summary'];
  const at = all.indexOf(screen);
  return all[Math.min(all.length - 1, Math.max(0, at + step))] ?? screen;
}

/** The screen that a reflection opens with: where the lead stopped, where that screen is still of the path. */
export function currentScreen(incident: Incident, path: readonly ScreenId[]): ScreenId {
  const stored = [...path, 'summary' as const].find((each) => each === incident.reflection?.screen);
  return stored !== undefined && mayOpen(stored, incident) ? stored : (path[0] ?? 'facts');
}
