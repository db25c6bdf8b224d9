import * as l10n from '@vscode/l10n';
import type { Claim } from '../journal/schema';
import { GIT } from '../signals/signalClaim';
import { DOCUMENT } from './listing';

/** What a source is called, in the middle of a sentence. One that this version does not know, as it calls itself. */
export function sourceName(source: string): string {
  const names: Readonly<Record<string, string>> = { [DOCUMENT]: l10n.t('document'), [GIT]: l10n.t('git'), person: l10n.t('you') };
  return names[source] ?? source;
}

/** The sources of claims, each once: "document, git". */
export function sourceNames(claims: readonly Pick<Claim, 'source'>[]): string {
  return [...new Set(claims.map(({ source }) => sourceName(source)))].join(', ');
}
