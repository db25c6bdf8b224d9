import { keepOther, keptText, otherTextAt, withoutClash, type Keep, type Typed } from '../journal/clash';
import type { Incident } from '../journal/schema';
import { readText, writeText, type OwnTextField } from './texts';
import type { Step } from './step';

/** A text as it was typed into a field of the record. */
export interface TypedText extends Typed {
  readonly field: OwnTextField;
}

const pathOf = (field: OwnTextField): string => `text/${field}`;

/** The other text of a field that was changed in two places, or undefined. */
export function otherText(incident: Incident, field: OwnTextField): string | undefined {
  return otherTextAt(incident, pathOf(field));
}

/** Writes a typed text. If the field says something else by now, that text is kept beside it until the lead chooses. */
export function typeText(incident: Incident, typed: TypedText, step: Step): Incident {
  const before = readText(incident, typed.field);
  return keepOther(writeText(incident, typed.field, typed.text, step), pathOf(typed.field), before, typed);
}

/** The lead chooses between the text and the other one. The same record where none waits. */
export function settle(incident: Incident, field: OwnTextField, keep: Keep, step: Step): Incident {
  const theirs = otherText(incident, field);
  if (theirs === undefined) return incident;
  return writeText(withoutClash(incident, pathOf(field)), field, keptText(keep, readText(incident, field), theirs), step);
}
