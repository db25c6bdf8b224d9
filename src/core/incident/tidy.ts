import * as l10n from '@vscode/l10n';
import { withField } from '../journal/fields';
import type { Incident } from '../journal/schema';
import { fold } from '../search/words';

/** Of an incident, in signs. */
export const LONGEST_TITLE = 200;
const LONGEST_TAG = 40;
const MOST_TAGS = 20;

/** One sentence where a text is no title. */
export function titleProblem(text: string): string | undefined {
  if (text.trim() === '') return l10n.t('A few words are enough.');
  return text.trim().length > LONGEST_TITLE ? l10n.t('A title has at most {0} signs.', LONGEST_TITLE) : undefined;
}

/** Calls it otherwise, on one line. The same record where that is no title or none other. Its id and the name of its file stay. */
export function renameIncident(incident: Incident, text: string): Incident {
  const title = text.trim().replace(/\s+/g, ' ');
  return title === incident.title || titleProblem(title) !== undefined ? incident : { ...incident, title };
}

/** Tags as they were typed, with commas between them: without spaces around, each once. */
export function typedTags(text: string): readonly string[] {
  return once(text.split(/[,;\n，、]/).map((tag) => tag.trim().replace(/^#/, '').replace(/\s+/g, ' ')).filter(Boolean));
}

/** One sentence where tags cannot be these. */
export function tagsProblem(tags: readonly string[]): string | undefined {
  const long = tags.find((tag) => tag.length > LONGEST_TAG);
  if (long !== undefined) return l10n.t('A tag has at most {0} signs. “{1}” is longer.', LONGEST_TAG, `${long.slice(0, LONGEST_TAG)}…`);
  return tags.length > MOST_TAGS ? l10n.t('An incident has at most {0} tags.', MOST_TAGS) : undefined;
}

/** Gives it these tags instead of `before`; what another place added meanwhile stays. The same record where nothing changes. */
export function retag(incident: Incident, before: readonly string[], tags: readonly string[]): Incident {
  const now = incident.tags ?? [];
  const added = now.filter((tag) => !before.includes(tag));
  const wanted = once([...tags, ...added]);
  const isSame = wanted.length === now.length && wanted.every((tag, i) => tag === now[i]);
  return isSame ? incident : withField(incident, 'tags', wanted.length > 0 ? wanted : undefined);
}

/** All tags of the journal, by name, each as it is written most recently. @param records newest first */
export function knownTags(records: readonly Incident[]): readonly string[] {
  return once(records.flatMap(({ tags = [] }) => tags)).toSorted((a, b) => a.localeCompare(b));
}

/** Each once: capital letters and accents part no tags. */
function once(tags: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const tag of tags) if (!seen.has(fold(tag))) seen.set(fold(tag), tag);
  return [...seen.values()];
}
