import * as l10n from '@vscode/l10n';
import type { PrivacyFacts } from './facts';
import { finding, type Finding } from './state';

/** Which files Local History is to leave out: all of a journal, wherever it is. */
export const OURS: readonly string[] = ['**/*.debrief.json', '**/debrief-people.json', '**/debrief-journal.json'];
/** The editor's setting. */
export const EXCLUDE = 'workbench.localHistory.exclude';

/** What stands in that setting. */
export type Excluded = Readonly<Record<string, boolean>>;

/** Whether it leaves all of our files out. */
export function isExcluded(excluded: Excluded): boolean {
  return OURS.every((pattern) => excluded[pattern] === true);
}

/** The setting with our files left out, or in again. Undefined where nothing is left in it. What else stands there stays. */
export function withExcluded(excluded: Excluded, on: boolean): Excluded | undefined {
  const others = Object.entries(excluded).filter(([pattern]) => !OURS.includes(pattern));
  const all = [...others, ...(on ? OURS.map((pattern) => [pattern, true] as const) : [])];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

/** Copies that the editor and others may hold. */
export function copyFindings({ editor: { localHistory, excluded, hotExit } }: PrivacyFacts): readonly Finding[] {
  return [
    historyFinding(localHistory, excluded),
    hotExit === 'off'
      ? finding('fine', l10n.t('The editor keeps no unsaved text when it closes (files.hotExit is off).'))
      : finding('info', l10n.t('A file of the journal that is open as text, with changes that are not saved, is kept among the editor’s backups until it is saved or closed (files.hotExit).'), {
          details: [l10n.t('What you type in a reflection is not: it goes to the journal’s own file within half a second.')],
        }),
    finding('info', l10n.t('Backups of this machine, its search index and the clipboard’s history may hold copies as well. Lead Debrief does not see them.')),
  ];
}

function historyFinding(localHistory: boolean, excluded: boolean): Finding {
  const earlier = l10n.t('Copies from before stay until they age. “Local History: Delete All” removes those of all files.');
  if (excluded) {
    return finding('fine', l10n.t('Local History leaves the journal’s files out.'), { details: [earlier], action: { id: 'includeHistory', words: l10n.t('Take That Back…') } });
  }
  if (!localHistory) return finding('fine', l10n.t('Local History is off in this editor.'));
  return finding('look', l10n.t('Local History keeps a copy of each file that is saved in an editor, in the editor’s own folder. So it does of the journal’s files, where you edit them as text.'), {
    details: [l10n.t('Answers in a reflection do not go that way.'), earlier],
    action: { id: 'excludeHistory', words: l10n.t('Leave the Journal Out…') },
  });
}
