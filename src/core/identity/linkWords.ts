import * as l10n from '@vscode/l10n';
import type { Link } from './assemble';
import type { LinkCode } from './link';

/** @param a and b what the two are called */
type Sentence = (a: string, b: string) => string;

/** Complete by type: a new link does not compile until it has its sentence. */
const sentences: Readonly<Record<LinkCode, Sentence>> = {
  joined: (a, b) => l10n.t('You said that “{0}” and “{1}” are one incident.', a, b),
  sameRecord: (a, b) => l10n.t('“{0}” and “{1}” are in one incident on which you have worked.', a, b),
  sharedAddress: (a, b) => l10n.t('“{0}” and “{1}” have an address in common.', a, b),
  named: (a, b) => l10n.t('One of “{0}” and “{1}” names the other.', a, b),
  sameAlert: (a, b) => l10n.t('“{0}” and “{1}” fired for the same service, at most 10 minutes apart.', a, b),
  sameService: (a, b) => l10n.t('“{0}” and “{1}” are about the same service, at most 30 minutes apart.', a, b),
  sameDayService: (a, b) => l10n.t('“{0}” and “{1}” are about the same service, on the same day.', a, b),
  similarTitle: (a, b) => l10n.t('“{0}” and “{1}” have words in common, and are at most 30 minutes apart.', a, b),
  sameDayTitle: (a, b) => l10n.t('“{0}” and “{1}” have words in common, and are of the same day.', a, b),
  sameTime: (a, b) => l10n.t('“{0}” and “{1}” are at most 30 minutes apart, and one of them names no service.', a, b),
};

/** The same where the two are named beside it: complete by type, too. */
const reasons: Readonly<Record<LinkCode, () => string>> = {
  joined: () => l10n.t('You said that they are one.'),
  sameRecord: () => l10n.t('They are in one incident on which you have worked.'),
  sharedAddress: () => l10n.t('They have an address in common.'),
  named: () => l10n.t('One of them names the other.'),
  sameAlert: () => l10n.t('They fired for the same service, at most 10 minutes apart.'),
  sameService: () => l10n.t('The same service, at most 30 minutes apart.'),
  sameDayService: () => l10n.t('The same service, on the same day.'),
  similarTitle: () => l10n.t('Words in common, and at most 30 minutes apart.'),
  sameDayTitle: () => l10n.t('Words in common, and of the same day.'),
  sameTime: () => l10n.t('At most 30 minutes apart, and one of them names no service.'),
};

/** Why two claims became one incident: no longer than a line of a list, and which two. */
export function linkReason({ a, b, code }: Link): { readonly reason: string; readonly which: string } {
  return { reason: reasons[code](), which: l10n.t('“{0}” and “{1}”', nameOf(a), nameOf(b)) };
}

/** Why two claims became one incident, in a sentence. */
export function linkSentence({ a, b, code }: Link): string {
  return sentences[code](nameOf(a), nameOf(b));
}

const nameOf = ({ title, claim }: Link['a']): string => title || (claim.ref ?? claim.source);
