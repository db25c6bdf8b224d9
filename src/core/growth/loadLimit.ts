import { withField } from '../journal/fields';
import type { JournalFacts } from '../journal/schema';

/**
 * Sets how many real incidents a month are enough; undefined takes it back. What another place set since the question was asked is
 * kept beside it until the lead chooses.
 * @param base what it was when it was asked
 */
export function setLoadLimit(facts: JournalFacts, limit: number | undefined, base: number | undefined): JournalFacts {
  const before = facts.loadLimit;
  if (limit === before) return facts;
  const set = withField<JournalFacts, 'loadLimit'>(facts, 'loadLimit', limit);
  const isKept = (facts.clashes ?? []).some(({ path, other }) => path === '/loadLimit' && other === before);
  if (before === undefined || before === base || isKept) return set;
  return { ...set, clashes: [...(facts.clashes ?? []), { path: '/loadLimit', other: before }] };
}

/** A limit as it was typed: a whole number from 1 to 999, undefined where the field is empty, `invalid` where it is neither. */
export function limitFrom(text: string): number | undefined | 'invalid' {
  const typed = text.trim();
  if (typed === '') return undefined;
  return /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : 'invalid';
}
