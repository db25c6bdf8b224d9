import { localDay } from '../incident/times';
import type { Cue, Plan } from '../journal/schema';
import type { CueId } from '../journal/values';
import { isBranchOf, isFileOf } from './cuePattern';

/*
 * A plan works by its cue (Gollwitzer & Sheeran 2006): where the editor can see the moment, it shows the plan then. Here is which moment is one
 * of a plan's, and what it is called, so that it brings the plan up once.
 */

/** What the editor saw, and when: milliseconds since 1970. */
export type CueEvent = { readonly at: number } & (
  | { readonly kind: 'declared' | 'resolved'; readonly incident: string }
  | { readonly kind: 'revert'; readonly commit: string }
  | { readonly kind: 'branch'; readonly branch: string }
  /** While an incident is open; the path from the root of the workspace. */
  | { readonly kind: 'file'; readonly path: string; readonly incident: string }
  | { readonly kind: 'weekly'; readonly day: string }
);

/** What happened longer ago, in milliseconds, is over: the window was closed, or the machine asleep. */
const FRESH = 15 * 60_000;

/** A cue of a plan, undefined where it has none of this kind. */
export function cueOf({ cues }: Pick<Plan, 'cues'>, id: CueId): Cue | undefined {
  return cues?.find((each) => each.id === id);
}

/** Whether an event is the moment of a plan. One from before the plan was made, or from long ago, is not; nor is any of a plan that is closed. @param now the clock, in milliseconds */
export function isMomentOf(plan: Plan, event: CueEvent, now: number): boolean {
  const cue = cueOf(plan, event.kind);
  if (!cue || plan.closed !== undefined || plan.made === undefined || event.at < Date.parse(plan.made)) return false;
  if (event.kind === 'weekly') return true;
  if (Math.abs(now - event.at) > FRESH) return false;
  if (event.kind === 'branch') return isBranchOf(cue.pattern ?? '', event.branch);
  return event.kind !== 'file' || isFileOf(cue.pattern ?? '', event.path);
}

/**
 * What an event is called in the ledger and in what is remembered: two that are called the same are one. A branch is one event a day, and all
 * files of a cue are one in each incident. @param zone the lead's
 */
export function eventName(event: CueEvent, zone: string): string {
  switch (event.kind) {
    case 'declared':
    case 'resolved':
    case 'file':
      return `${event.kind} ${event.incident}`;
    case 'revert':
      return `revert ${event.commit.slice(0, 12)}`;
    case 'branch':
      return `branch ${event.branch} ${localDay(new Date(event.at).toISOString(), zone)}`;
    case 'weekly':
      return `weekly ${event.day}`;
  }
}
