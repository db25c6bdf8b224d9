import { withField } from '../journal/fields';
import type { Incident, Judged } from '../journal/schema';
import { revise } from '../reflection/revise';
import type { Step } from '../reflection/step';

type Note = NonNullable<Incident['foresight']>[number];

/**
 * Says whether what a foresight note expected happened; undefined takes it back. The note itself stays as it was written. After
 * *Finish* what was said before is kept as a revision. The same record where there is no such note, or nothing to change.
 * @param id the note's
 */
export function judgeNote(record: Incident, id: string | undefined, judged: Judged | undefined, step: Step): Incident {
  const note = record.foresight?.find((each) => each.id === id);
  if (!note || note.judged === judged) return record;
  const foresight = (record.foresight ?? []).map((each) => (each === note ? withField<Note, 'judged'>(each, 'judged', judged) : each));
  return revise({ ...record, foresight }, `foresight.${note.id}`, note.judged ?? '', step);
}
