import * as l10n from '@vscode/l10n';

/** What is asked at each decision, and what at the end. Their answers are stored under these names; those of a decision with its id behind them. */
export const AT_DECISION = ['drillSee', 'drillDo'] as const;
export const AT_END = ['drillMissed', 'drillCalls'] as const;
export type DrillQuestion = (typeof AT_DECISION)[number] | (typeof AT_END)[number];

export const drillQuestions = (): Record<DrillQuestion, string> => ({
  drillSee: l10n.t('What do you see?'),
  drillDo: l10n.t('What would you do?'),
  drillMissed: l10n.t('What would you have missed?'),
  drillCalls: l10n.t('What do you judge of your own calls?'),
});

/** What stands before the answers of a decision once they are closed. */
export const closedWords = (): Record<(typeof AT_DECISION)[number], string> => ({ drillSee: l10n.t('What you saw'), drillDo: l10n.t('What you would have done') });

/** The words of a drill's question by the name of an answer, with or without the id of a decision; undefined where it is none. */
export function drillQuestionWords(answer: string): string | undefined {
  const [name = ''] = answer.split('.');
  const words: Readonly<Record<string, string>> = drillQuestions();
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
