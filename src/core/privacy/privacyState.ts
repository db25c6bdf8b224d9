import * as l10n from '@vscode/l10n';
import type { Remedy } from '../growth/remedies';
import { momentWords } from '../incident/times';
import { copyFindings } from './copies';
import type { PrivacyFacts } from './facts';
import { gitFindings, type GitContext } from './gitFindings';
import { networkFindings } from './network';
import { placeFindings } from './places';
import { readerFindings } from './readers';
import type { Finding, FindingLook, PrivacySection, PrivacyState } from './state';

export interface PrivacyContext extends GitContext {
  /** What can be done where there is no journal. */
  readonly remedies: readonly Remedy[];
}

/** All that the page says about what was looked at. */
export function privacyState(facts: PrivacyFacts, context: PrivacyContext): PrivacyState {
  const sections: readonly PrivacySection[] = [
    { id: 'where', title: l10n.t('Where the files are'), findings: placeFindings(facts) },
    { id: 'readers', title: l10n.t('Who on this machine can read them'), findings: readerFindings(facts) },
    { id: 'git', title: l10n.t('What git knows of them'), findings: gitFindings(facts, context) },
    { id: 'copies', title: l10n.t('Copies that others may hold'), findings: copyFindings(facts) },
    { id: 'network', title: l10n.t('What goes over the network'), findings: networkFindings() },
  ];
  return {
    title: l10n.t('Check Privacy'),
    verdict: verdict(sections.flatMap(({ findings }) => findings)),
    looked: l10n.t('Looked at {0}. Looking has written nothing and sent nothing.', momentWords(new Date(context.now).toISOString(), context.locale, context.now)),
    ...(facts.noJournal !== undefined && { notice: { words: facts.noJournal, remedies: context.remedies } }),
    sections: sections.filter(({ findings }) => findings.length > 0),
  };
}

function verdict(findings: readonly Finding[]): string {
  const count = (look: FindingLook): number => findings.filter((each) => each.look === look).length;
  const [looks, unknown] = [count('look'), count('unknown')];
  const first = looks === 0 ? l10n.t('Nothing here needs a look.') : looks === 1 ? l10n.t('One thing to look at.') : l10n.t('{0} things to look at.', looks);
  if (unknown === 0) return first;
  return `${first} ${unknown === 1 ? l10n.t('One could not be checked.') : l10n.t('{0} could not be checked.', unknown)}`;
}
