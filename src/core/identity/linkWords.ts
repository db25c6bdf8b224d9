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

/** Why two claims became one incident, in a sentence. */
export function linkSentence({ a, b, code }: Link): string {
  return sentences[code](nameOf(a), nameOf(b));
}

const nameOf = ({ title, claim }: Link['a']): string => title || (claim.ref ?? claim.source);
