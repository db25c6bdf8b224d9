import { withField } from '../journal/fields';
import type { Incident } from '../journal/schema';
import { readText, writeText, type OwnTextField } from './texts';
import type { Step } from './step';

/** A text as it was typed, with what it was based on. */
export interface TypedText {
  readonly field: OwnTextField;
  readonly text: string;
  /** What the field said when the typing began. */
  readonly base: string;
  /** What this panel itself wrote last, which is no other place's change. */
  readonly written?: string;
}

const pathOf = (field: OwnTextField): string => `text/${field}`;

/** The other text of a field that was changed in two places, or undefined. */
export function otherText(incident: Incident, field: OwnTextField): string | undefined {
  const other = incident.clashes?.find(({ path }) => path === pathOf(field))?.other;
  return typeof other === 'string' ? other : undefined;
}

/** Writes a typed text. If the field says something else by now, that text is kept beside it until the lead chooses. */
export function typeText(incident: Incident, typed: TypedText, step: Step): Incident {
  const there = readText(incident, typed.field);
  const changed = writeText(incident, typed.field, typed.text, step);
  const known = [typed.base, typed.text, typed.written, ''].includes(there);
  if (known || otherText(incident, typed.field) !== undefined) return changed;
  return { ...changed, clashes: [...(changed.clashes ?? []), { path: pathOf(typed.field), other: there }] };
}

/** The lead chooses: mine stays, theirs replaces it, or both stand one below the other. */
export function settle(incident: Incident, field: OwnTextField, keep: 'mine' | 'theirs' | 'both', step: Step): Incident {
  const theirs = otherText(incident, field);
  if (theirs === undefined) return incident;
  const mine = readText(incident, field);
  const text = { mine, theirs, both: `${mine}\n${theirs}` }[keep];
  const left = (incident.clashes ?? []).filter(({ path }) => path !== pathOf(field));
  return writeText(withField(incident, 'clashes', left.length > 0 ? left : undefined), field, text, step);
}
