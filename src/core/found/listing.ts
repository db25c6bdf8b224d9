import type { Incident } from '../journal/schema';

/** What the source of incident documents is called in claims. */
export const DOCUMENT = 'document';

/** Whether a document tells of an incident. */
export const isFromDocument = ({ claims = [] }: Incident): boolean => claims.some(({ source }) => source === DOCUMENT);

/** What ended longer ago than this is folded away in the list: milliseconds. */
const OLD = 90 * 86_400_000;

/** Whether an incident is so old that it is folded away. */
export const isOld = ({ window: { start, end = start } }: Incident, now: number): boolean => Date.parse(end) < now - OLD;
