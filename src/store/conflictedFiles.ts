import type { Journal } from './journal';

/** The files that have git's conflict markers, those about the whole journal first. */
export function conflictedFiles(journal: Pick<Journal, 'entries' | 'problems'>): readonly string[] {
  const single = journal.problems().filter(({ marked }) => marked);
  const incidents = journal.entries().filter((entry) => entry.state === 'unreadable' && entry.marked && !entry.missing);
  return [...single, ...incidents].map(({ file }) => file);
}
