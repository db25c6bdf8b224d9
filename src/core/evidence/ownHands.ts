import * as l10n from '@vscode/l10n';
import type { GitEvidence, Landing, Signature } from './commit';
import type { Incident, Role } from '../journal/schema';
import { authorsOf } from './landing';
import type { Everybody } from './people';

/** Fewer changes than these are no share of anything. */
const FEWEST = 2;

/** What the lead did beside writing, in the same sentence; complete by type. */
const sentences: Readonly<Record<Role, (own: string, all: number) => string>> = {
  commander: (own, all) => l10n.t('You wrote {0} of the {1} changes in the window and led.', own, all),
  responder: (own, all) => l10n.t('You wrote {0} of the {1} changes in the window and worked on the fix.', own, all),
  communicator: (own, all) => l10n.t('You wrote {0} of the {1} changes in the window and kept others informed.', own, all),
  standby: (own, all) => l10n.t('You wrote {0} of the {1} changes in the window and stood by.', own, all),
};

/**
 * How much of what landed while the incident ran the lead wrote: a fact beside the role, and no verdict. It is the one place where changes of
 * somebody are counted, and that somebody is the lead: it is made for one screen, and never stored.
 * @param inside what landed between beginning and end, each once
 * @returns undefined where git does not know who the lead is, or too little landed
 */
export function ownHands({ repositories }: GitEvidence, inside: readonly Landing[], everybody: Everybody, { role }: Pick<Incident, 'role'>): string | undefined {
  const mails = mailsOfLead(repositories.flatMap(({ lead = [] }) => lead), everybody);
  if (mails.size === 0 || inside.length < FEWEST) return undefined;
  const own = inside.filter((landing) => authorsOf(landing).some(({ mail }) => mails.has(mail.toLowerCase()))).length;
  const words = own === 0 ? l10n.t('none') : String(own);
  return role ? sentences[role](words, inside.length) : l10n.t('You wrote {0} of the {1} changes in the window.', words, inside.length);
}

/** All addresses under which the lead is known, in small letters: those of the person in whose list one of git's is. */
function mailsOfLead(lead: readonly Signature[], { people }: Everybody): ReadonlySet<string> {
  const known = new Set(lead.map(({ mail }) => mail.toLowerCase()));
  const same = people.filter(({ mails }) => mails.some((mail) => known.has(mail.toLowerCase())));
  return new Set([...known, ...same.flatMap(({ mails }) => mails.map((mail) => mail.toLowerCase()))]);
}
