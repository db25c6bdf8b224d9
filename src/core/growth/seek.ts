import { keepOther } from '../journal/clash';
import { textOrNone, withField } from '../journal/fields';
import type { Incident, JournalFacts, Role, Sought } from '../journal/schema';
import { ROLES, type SeekEnd, type SeekRole } from '../journal/values';
import { localDay } from '../incident/times';
import { isReviewed } from '../incident/state';
import type { Step } from '../reflection/step';
import { kindOf } from './occasions';

/** The real situation that the lead wants to step towards. */
export interface Seek {
  readonly goal: string;
  readonly role?: SeekRole;
  /** Whose, in the lead's words. */
  readonly backing?: string;
  /** A day, like "2026-05-14". */
  readonly by?: string;
}

/** The facts that say what is sought, and what was. */
export type SeekFacts = Pick<JournalFacts, 'goal' | 'seek' | 'sought'>;

/** What is sought next, and since when; undefined where nothing is. A goal that an older version set has no more than its words. */
export function seekOf({ goal = '', seek = {} }: SeekFacts = {}): (Seek & Pick<Sought, 'since'>) | undefined {
  const words = goal.trim();
  if (words === '') return undefined;
  const { role, backing, by, since } = seek;
  return { goal: words, ...(role && { role }), ...(backing !== undefined && { backing }), ...(by !== undefined && { by }), ...(since !== undefined && { since }) };
}

/**
 * Sets what is sought next, or changes it; no goal takes it back. Where another place changed the goal since it was asked about, what that
 * says is kept beside it until the lead chooses. The same facts where nothing changes.
 * @param base the goal when it was asked about
 * @param now ISO 8601 UTC
 */
export function setSeek(facts: JournalFacts, { goal, role, backing, by }: Seek, base: string, now: string): JournalFacts {
  const [before, text] = [facts.goal ?? '', goal.trim()];
  const worded = text === before ? facts : keepOther(withField<JournalFacts, 'goal'>(facts, 'goal', textOrNone(text)), '/goal', before, { text, base });
  if (text === '') return withField<JournalFacts, 'seek'>(worded, 'seek', undefined);
  const kept = (before === '' ? undefined : facts.seek) ?? {};
  const fields = { role, backing: textOrNone((backing ?? '').trim()), by, since: kept.since ?? now };
  const changed = FIELDS.filter((key) => fields[key] !== facts.seek?.[key]);
  return changed.length === 0 ? worded : { ...worded, seek: changed.reduce((seek, key) => withField<Details, typeof key>(seek, key, fields[key]), kept) };
}

type Details = NonNullable<JournalFacts['seek']>;
const FIELDS = ['role', 'backing', 'by', 'since'] as const satisfies readonly (keyof Details)[];

/**
 * The lead met what they sought, or puts it aside: it goes to what was sought before.
 * @param goal the one that was asked about; another one that is there by now stays
 */
export function settleSeek(facts: JournalFacts, goal: string, became: SeekEnd, { now, newId }: Pick<Step, 'now' | 'newId'>): JournalFacts {
  if (seekOf(facts)?.goal !== goal) return facts;
  const entry = { ...facts.seek, id: newId(), at: now, goal, became };
  return { ...withoutSeek(facts), sought: [...(facts.sought ?? []), entry] };
}

/** Takes back what was said of it: it is sought again. The same facts where something else is by now. @param goal which one was settled last */
export function reopenSeek(facts: JournalFacts, goal: string): JournalFacts {
  const entry = facts.sought?.findLast((each) => each.goal === goal);
  if (!entry || seekOf(facts)) return facts;
  const left = (facts.sought ?? []).filter((each) => each !== entry);
  const seek = Object.fromEntries(Object.entries(entry).filter(([key]) => !NOT_DETAILS.includes(key)));
  const opened: JournalFacts = { ...facts, goal, ...(Object.keys(seek).length > 0 && { seek }) };
  return withField<JournalFacts, 'sought'>(opened, 'sought', left.length > 0 ? left : undefined);
}

/** What an earlier goal holds beside its details. */
const NOT_DETAILS: readonly string[] = ['id', 'at', 'goal', 'became'] satisfies readonly (keyof Sought)[];

/** Puts another situation in the place of the one that is sought, which goes to what was sought before. */
export function replaceSeek(facts: JournalFacts, seek: Seek, step: Pick<Step, 'now' | 'newId'>): JournalFacts {
  const before = seekOf(facts);
  const free = before && before.goal !== seek.goal ? settleSeek(facts, before.goal, 'dropped', step) : facts;
  return setSeek(free, seek, free.goal ?? '', step.now);
}

function withoutSeek(facts: JournalFacts): JournalFacts {
  return withField<JournalFacts, 'seek'>(withField<JournalFacts, 'goal'>(facts, 'goal', undefined), 'seek', undefined);
}

/** Whether its day has come, in the lead's zone. @param now the clock, in milliseconds */
export function isSeekDue({ by }: Seek, zone: string, now: number): boolean {
  return by !== undefined && by <= localDay(new Date(now).toISOString(), zone);
}

/** What came since something is sought. */
export interface Came {
  /** Real incidents that began since; no drill, no false alarm. */
  readonly real: number;
  /** How many of them were looked back at: without that, more of them teach little (DeRue & Wellman 2009). */
  readonly reviewed: number;
  /** In how many of them the lead had the role; absent where none was chosen, or it is none of an incident's. */
  readonly inRole?: number;
}

/**
 * What came beside what is sought. Whether it was such a situation only the lead can say.
 * @param records every record that is not deleted
 * @param since ISO 8601 UTC
 */
export function cameSince(records: readonly Incident[], since: string, role: SeekRole | undefined): Came {
  const from = Date.parse(since);
  const came = records.filter((each) => each.cancelled === undefined && kindOf(each) === 'real' && Date.parse(each.window.start) >= from);
  const known: readonly string[] = ROLES;
  return {
    real: came.length,
    reviewed: came.filter(isReviewed).length,
    ...(role && known.includes(role) && { inRole: came.filter((each) => each.role === (role as Role)).length }),
  };
}
