import type { Exported } from '../core/share/exportFile';
import { importPeople, withPeople } from '../core/share/importing';
import { idsIn } from '../core/share/knownPeople';
import type { Journal } from './journal';

export interface Importing {
  /** What to import; `incidents` are those that were chosen, with ids that are free. */
  readonly exported: Exported;
  readonly newId: () => string;
  /** Called after each record that was written; false ends it there. */
  readonly onWritten?: (count: number) => boolean;
}

/** What was imported, and one sentence where it did not come to its end. */
export interface Imported {
  readonly ids: readonly string[];
  readonly problem?: string;
}

/**
 * Writes records of an export into a journal, one file each, as any other new record: nothing is ever overwritten. First their people, so
 * that no record names somebody whom the journal does not know. Where a write is refused, what was written before stays.
 */
export async function importRecords(journal: Journal, { exported, newId, onWritten = () => true }: Importing): Promise<Imported> {
  const people = peopleOf(exported);
  let known: ReadonlyMap<string, string> = new Map();
  if (people.length > 0) {
    const saved = await journal.updatePeople((before) => {
      const after = importPeople(before, people, () => `p-${newId()}`);
      known = after.ids;
      return after.people.people.length === before.people.length ? before : after.people;
    });
    if (!saved.ok) return { ids: [], problem: saved.reason };
  }
  const ids: string[] = [];
  for (const incident of exported.incidents) {
    const saved = await journal.create(withPeople(incident, known));
    if (!saved.ok) return { ids, problem: saved.reason };
    ids.push(saved.record.id);
    if (!onWritten(ids.length)) break;
  }
  return { ids };
}

/** Those of whom the records speak. */
function peopleOf({ people, incidents }: Exported): Exported['people'] {
  const named = new Set(incidents.flatMap(idsIn));
  return people.filter(({ id }) => named.has(id));
}

/** Hides again what was imported, as a deletion does: for thirty days it can be brought back. What could not be hidden stays, with the reason. */
export async function takeBack(journal: Journal, ids: readonly string[]): Promise<Imported> {
  const hidden: string[] = [];
  for (const id of ids) {
    const result = await journal.remove(id);
    if (!result.ok) return { ids: hidden, problem: result.reason };
    hidden.push(id);
  }
  return { ids: hidden };
}
