import * as l10n from '@vscode/l10n';
import type { TalkPart } from './places';

/** The four parts of a conversation in the order of GROW, each with an open question: what they say counts, not what is hoped for. */
export const talkWords = (): Record<TalkPart, { readonly title: string; readonly ask: string }> => ({
  goal: { title: l10n.t('Goal'), ask: l10n.t('What would you like to come out of this for you?') },
  reality: { title: l10n.t('Reality'), ask: l10n.t('How is it now, as you see it? What have you tried?') },
  options: { title: l10n.t('Options'), ask: l10n.t('What could you do? And what else?') },
  will: { title: l10n.t('Will'), ask: l10n.t('What of it will you do, when, and what do you need from me?') },
});
