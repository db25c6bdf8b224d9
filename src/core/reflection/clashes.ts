import * as v from 'valibot';
import { judgeIncident } from '../journal/check';
import { keepOther, keptText, otherTextAt, settleValue, withoutClash, type Keep, type Typed } from '../journal/clash';
import { pointerTo, valueAt } from '../journal/pointer';
import type { Incident } from '../journal/schema';
import { askedAfter, settleWhy, whysIn } from '../plan/why';
import { revise } from './revise';
import { textField } from './textField';
import { readText, textsIn, writeText, type OwnTextField } from './texts';
import type { Step } from './step';

/** A text as it was typed into a field of the record. */
export interface TypedText extends Typed {
  readonly field: OwnTextField;
}

const PREFIX = 'text/';
const pathOf = (field: OwnTextField): string => `${PREFIX}${field}`;

/** A text that a screen shows, as a clash about it names it. */
export interface ShownText {
  readonly path: string;
  /** Where the record holds it. */
  readonly pointer: string;
  readonly text: string;
}

/** Every text in a record for which a screen asks. */
export function shownTexts(incident: Incident): readonly ShownText[] {
  const own = textsIn(incident).map(({ field, at, text }) => ({ path: pathOf(field), pointer: pointerTo(at), text }));
  return [...own, ...whysIn(incident).map(({ path, at, text }) => ({ path, pointer: pointerTo(at), text }))];
}

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

/**
 * The lead chooses in any clash, by its path: a text of a screen as there, any other value in its place. After *Finish* what it said
 * before is kept as a revision.
 * @returns the same record where none waits, or where what was chosen has no place in it, so that nothing is lost
 */
export function settleClash(incident: Incident, path: string, keep: Keep, step: Step): Incident {
  if (path.startsWith('/')) return settlePlace(incident, path, keep, step);
  const after = askedAfter(path);
  if (after !== undefined) return settleWhy(incident, after, keep);
  const field = path.slice(PREFIX.length);
  return v.is(textField, field) && path.startsWith(PREFIX) ? settle(incident, field as OwnTextField, keep, step) : incident;
}

/** Both of two words of a list (role, kind) are no word of it: what the schema does not allow is not done. */
function settlePlace(incident: Incident, pointer: string, keep: Keep, step: Step): Incident {
  const settled = settleValue(incident, pointer, keep);
  if (settled === incident || judgeIncident(settled).state !== 'valid') return incident;
  const before = valueAt(incident, pointer);
  return keep === 'mine' ? settled : revise(settled, pointer, typeof before === 'string' ? before : JSON.stringify(before ?? ''), step);
}
