import * as l10n from '@vscode/l10n';
import type { Kind } from '../journal/schema';
import type { NamedPerson, Naming, PeopleState } from './people';

/** Somebody as the page shows them. */
export interface PersonInWords extends Pick<NamedPerson, 'id' | 'name'> {
  readonly namings: readonly NamingInWords[];
  /** That they were named more often without thanks; absent where they were not. */
  readonly more?: string;
}

/** In what they were named. */
export interface NamingInWords extends Pick<Naming, 'incident' | 'entry' | 'words'> {
  /** "Payment timeouts, 14 May". */
  readonly where: string;
  /** "Thanked on 15 May"; absent where they were not. */
  readonly thanked?: string;
}

/** Whom the lead named, as the page shows it. */
export interface PeopleInWords {
  readonly people: readonly PersonInWords[];
  /** What will be here; empty where somebody was named. */
  readonly words: string;
  readonly carriers?: string;
  /** Who of the other kinds was not thanked yet, a sentence each. */
  readonly elsewhere: readonly string[];
  /** What opens the whole list; empty where it is whole. */
  readonly all: string;
  readonly isWhole: boolean;
}

/** @param others how many people of the other kinds were not thanked yet */
export function peopleInWords({ people, more, carriers, isWhole }: PeopleState, others: Readonly<Partial<Record<Kind, number>>> = {}): PeopleInWords {
  const named = people.map(personInWords);
  const all = more > 0 ? l10n.t('Show all {0} people', people.length + more) : named.some((each) => each.more !== undefined) ? l10n.t('Show all') : '';
  return {
    people: named,
    words: people.length > 0 ? '' : l10n.t('Whoever you name in a reflection stands here, with what it made possible and whether you have thanked them.'),
    ...(carriers !== undefined && { carriers }),
    elsewhere: elsewhereWords(others),
    all,
    isWhole,
  };
}

/** Each kind in a sentence of its own, so that it can be translated. */
function elsewhereWords({ real = 0, drill = 0, shadow = 0 }: Readonly<Partial<Record<Kind, number>>>): readonly string[] {
  return [
    ...(real > 0 ? [l10n.t('Not thanked yet in real incidents: {0}.', real)] : []),
    ...(drill > 0 ? [l10n.t('Not thanked yet in drills: {0}.', drill)] : []),
    ...(shadow > 0 ? [l10n.t('Not thanked yet in what you shadowed: {0}.', shadow)] : []),
  ];
}

function personInWords({ id, name, namings, more }: NamedPerson): PersonInWords {
  const words = more === 1 ? l10n.t('Named once more without thanks.') : l10n.t('Named {0} more times without thanks.', more);
  return { id, name, namings: namings.map(namingInWords), ...(more > 0 && { more: words }) };
}

function namingInWords({ incident, entry, title, day, words, thanked }: Naming): NamingInWords {
  return {
    incident,
    entry,
    where: l10n.t('{0}, {1}', title, day),
    ...(words !== undefined && { words }),
    ...(thanked !== undefined && { thanked: l10n.t('Thanked on {0}', thanked) }),
  };
}
