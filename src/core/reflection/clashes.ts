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
  /** What this panel itself wrote since, or tried to: no other place's change. */
  readonly written?: readonly string[];
}

type Clash = NonNullable<Incident['clashes']>[number];

const pathOf = (field: OwnTextField): string => `text/${field}`;

/** The clash that is asked about first. */
function firstClash(incident: Incident, field: OwnTextField): Clash | undefined {
  return incident.clashes?.find(({ path, other }) => path === pathOf(field) && typeof other === 'string');
}

/** The other text of a field that was changed in two places, or undefined; the one that came first, where there are several. */
export function otherText(incident: Incident, field: OwnTextField): string | undefined {
  const other = firstClash(incident, field)?.other;
  return typeof other === 'string' ? other : undefined;
}

/** Writes a typed text. If the field says something else by now, that text is kept beside it until the lead chooses. */
export function typeText(incident: Incident, { field, text, base, written = [] }: TypedText, step: Step): Incident {
  const there = readText(incident, field);
  const changed = writeText(incident, field, text, step);
  const isKnown = [base, text, '', ...written].includes(there);
  const clashes = incident.clashes ?? [];
  const isKept = clashes.some(({ path, other }) => path === pathOf(field) && other === there);
  return isKnown || isKept ? changed : { ...changed, clashes: [...clashes, { path: pathOf(field), other: there }] };
}

/**
 * The lead chooses: mine stays, theirs replaces it, or both stand one below the other. Where a third text waits, it is asked about
 * next. The same record where nothing waits.
 */
export function settle(incident: Incident, field: OwnTextField, keep: 'mine' | 'theirs' | 'both', step: Step): Incident {
  const theirs = otherText(incident, field);
  if (theirs === undefined) return incident;
  const mine = readText(incident, field);
  const text = { mine, theirs, both: `${mine}\n${theirs}` }[keep];
  const settled = firstClash(incident, field);
  const left = (incident.clashes ?? []).filter((each) => each !== settled);
  return writeText(withField<Incident, 'clashes'>(incident, 'clashes', left.length > 0 ? left : undefined), field, text, step);
}
