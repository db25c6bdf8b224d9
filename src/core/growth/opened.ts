import type { Incident } from '../journal/schema';
import type { ListId } from './lists';
import { occasionList, type OccasionList, type OpenOccasions } from './occasionList';
import { inPeriod } from './period';
import { wholeLists, type Recorded, type RecordedState } from './recorded';
import type { Scope } from './scope';

/** What the reader of a page opened. */
export interface Opening {
  readonly scope: Scope;
  /** Whose occasions. */
  readonly occasions: OpenOccasions | undefined;
  readonly lists: readonly ListId[];
}

/** What is posted beside the state, so that that stays small: it grows with what the reader asked for. */
export interface Opened {
  readonly occasions?: OccasionList;
  /** The sections with a whole list, in place of those of the state. */
  readonly lists: Readonly<Partial<Pick<RecordedState, ListId>>>;
}

/**
 * What a page shows of what its reader opened; undefined where nothing is open.
 * @param all every record that is not deleted
 */
export function openedOf(all: readonly Incident[], { scope, occasions: open, lists }: Opening, context: Pick<Recorded, 'people' | 'facts' | 'locale' | 'now'>): Opened | undefined {
  if (!open && lists.length === 0) return undefined;
  const { locale, now } = context;
  const occasions = open && occasionList(all, scope, open, locale, now);
  const records = inPeriod(all, scope.period, locale.zone, now);
  return { ...(occasions && { occasions }), lists: wholeLists({ ...context, records, kind: scope.kind, all, open: lists }) };
}
