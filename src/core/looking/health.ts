import * as l10n from '@vscode/l10n';
import { momentWords, type Locale } from '../incident/times';

/** Why a source could not say anything. */
export const TROUBLES = ['offline', 'auth', 'rateLimited', 'badConfig', 'server', 'unreadable'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** How a source is. Times are milliseconds since 1970. */
export interface SourceHealth {
  /** When it last answered. */
  readonly lastOk?: number;
  /** Absent: nothing is wrong. */
  readonly trouble?: Trouble;
  /** What it said itself, in its own words. */
  readonly detail?: string;
  /** When it is asked again; absent: when the settings change. */
  readonly again?: number;
}

/** Complete by type. Being offline is nobody's mistake: the sentence says only when it was looked last. */
const sentences: Readonly<Record<Trouble, () => string>> = {
  offline: () => l10n.t('Not reachable at present.'),
  auth: () => l10n.t('It does not accept the key that is set. It is asked again when the settings change.'),
  rateLimited: () => l10n.t('It has been asked often, and wants a pause.'),
  badConfig: () => l10n.t('Its settings cannot be used. It is asked again when they change.'),
  server: () => l10n.t('It answered with an error of its own.'),
  unreadable: () => l10n.t('Its answer could not be read.'),
};

/** How a source is, in words. @param now the clock, in milliseconds */
export function healthWords({ lastOk, trouble, detail, again }: SourceHealth, locale: Locale, now: number): string {
  const when = (at: number): string => momentWords(new Date(at).toISOString(), locale, now);
  const parts = [
    trouble === undefined ? '' : sentences[trouble](),
    detail === undefined || detail === '' ? '' : `(${detail})`,
    lastOk === undefined ? l10n.t('Not looked yet.') : l10n.t('Last looked: {0}.', when(lastOk)),
    again === undefined || again <= now || trouble === undefined ? '' : l10n.t('Next look: {0}.', when(again)),
  ];
  return parts.filter(Boolean).join(' ');
}
