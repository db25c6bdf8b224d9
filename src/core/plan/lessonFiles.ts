import { timeOrder } from '../incident/timeOrder';
import type { Incident } from '../journal/schema';
import { isTaught, tieLesson } from './lesson';

/** Whether a lesson's file is this one. A repository may lie below the folder that is open, or that below it. */
const isSameFile = (file: string, path: string): boolean => path === file || path.endsWith(`/${file}`);

/**
 * The incidents with a lesson in which a file played a part, the newest first.
 * @param path from the root of the workspace, with slashes
 */
export function lessonsOfFile(records: readonly Incident[], path: string): readonly Incident[] {
  return records.filter((record) => isTaught(record.lesson) && (record.lesson?.files ?? []).some((file) => isSameFile(file, path))).sort((a, b) => timeOrder(b.window.start, a.window.start));
}

/** Takes a file out of what a lesson is about. The same record where it is not among that. */
export function untieFile(incident: Incident, path: string): Incident {
  const { files = [], services, behaviours } = incident.lesson ?? {};
  const left = files.filter((file) => !isSameFile(file, path));
  if (left.length === files.length) return incident;
  return tieLesson(incident, { files: left, ...(services && { services }), ...(behaviours && { behaviours }) });
}
