import type { Incident } from '../journal/schema';
import { otherText } from './clashes';
import type { TypedPageState } from './reflectionState';
import { readText, textsIn, type OwnTextField } from './texts';

/** The texts of a page beside the short path: those that it asks for, with all that the record holds, and what was written elsewhere into the same ones. */
export function ownTexts(incident: Incident, asked: readonly OwnTextField[]): Pick<TypedPageState, 'texts' | 'clashes'> {
  const fields = [...new Set([...asked, ...textsIn(incident).map(({ field }) => field)])];
  const others = fields.map((field) => [field, otherText(incident, field)] as const);
  return {
    texts: Object.fromEntries(fields.map((field) => [field, readText(incident, field)])),
    clashes: Object.fromEntries(others.filter(([, other]) => other !== undefined)),
  };
}
