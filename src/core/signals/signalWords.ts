import * as l10n from '@vscode/l10n';
import { momentWords, type Locale } from '../incident/times';
import { durationWords } from '../incident/window';
import { speakingFor, type Signal } from './signal';
import { WEIGHTS, type Trigger } from './trigger';

const MINUTE = 60_000;

/** What the history says, as one fact: never that there was an incident. @param now the clock, in milliseconds */
export function signalTitle({ wentBack, undone, subject, document, at }: Signal, locale: Locale, now: number): string {
  if (wentBack) return l10n.t('Production went back from {0} to {1}, {2}', wentBack.from, wentBack.to, momentWords(at, locale, now));
  if (undone) return l10n.t('Reverted {0} after it landed: {1}', durationWords(undone.minutes * MINUTE), undone.subject);
  return document === undefined ? subject : l10n.t('Incident document: {0}', document);
}

type Reason = (signal: Signal) => string;
const undoneAfter: Reason = ({ undone }) => l10n.t('It undoes a change that had landed {0} before.', durationWords((undone?.minutes ?? 0) * MINUTE));

/** Why it is shown. What speaks against it needs no sentence. */
const reasons: Readonly<Partial<Record<Trigger, Reason>>> = {
  incidentMention: () => l10n.t('The message of the commit speaks of an incident.'),
  prodHarm: () => l10n.t('The message of the commit says that production was harmed.'),
  revertOps: () => l10n.t('It undoes a change, and its reason is trouble in operation.'),
  quickRevert: undoneAfter,
  slowRevert: undoneAfter,
  rollbackOps: () => l10n.t('The message of the commit is that of a rollback, with a reason.'),
  rollbackSubj: () => l10n.t('The message of the commit is that of a rollback.'),
  emergency: () => l10n.t('The message of the commit calls it an emergency.'),
  hotfixRare: () => l10n.t('The message of the commit calls it a hotfix, which is seldom here.'),
  docAdded: ({ document }) => l10n.t('An incident document came with it: {0}', document ?? ''),
  tagRollback: ({ wentBack }) => l10n.t('The tag or branch of production went from {0} to an older commit, {1}.', wentBack?.from ?? '', wentBack?.to ?? ''),
};

/** Why a signal is shown: a sentence for each thing that speaks for it, in the order of their weight. */
export function signalReasons(signal: Signal): readonly string[] {
  const strongest = speakingFor(signal.triggers, WEIGHTS).toSorted((a, b) => WEIGHTS[b] - WEIGHTS[a]);
  return strongest.flatMap((trigger) => reasons[trigger]?.(signal) ?? []);
}
