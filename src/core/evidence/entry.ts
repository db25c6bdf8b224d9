import type { Judged } from '../journal/schema';

/** Where an entry of the timeline comes from: git, a document, the lead (added by hand), or what the record of the incident itself says. */
export type EvidenceSource = 'git' | 'document' | 'person' | 'incident';

/**
 * What an entry is. git: a change that landed on the default branch, one that landed as a merge, one that undoes another, a tag.
 * document: an entry of its timeline. person: a moment added by hand. incident: its beginning, its end, a foresight note, something noted in passing.
 */
export type EvidenceKind = 'landing' | 'merge' | 'revert' | 'tag' | 'moment' | 'began' | 'ended' | 'note' | 'remark' | 'told';

/** The change that a revert undoes. */
export interface RevertedChange {
  /** Its full hash. */
  readonly ref: string;
  readonly title: string;
  /** When it landed. */
  readonly at: string;
  /** Whole minutes from its landing to the landing of the revert. */
  readonly minutesAfterLanding: number;
}

/** A foresight note, as it was written before the outcome was known. */
export interface ForesightWords {
  readonly belief: string;
  /** How sure, in per cent. */
  readonly sure?: number;
  readonly next?: string;
  readonly judged?: Judged;
}

/** One row of the timeline. */
export interface EvidenceEntry {
  /** Stays the same from reading to reading; at most 200 characters. */
  readonly key: string;
  /** When it happened; for a commit, when it landed. */
  readonly at: string;
  readonly source: EvidenceSource;
  readonly kind: EvidenceKind;
  /** Plain text, also where a commit's subject holds HTML. */
  readonly title: string;
  /** The full hash of the commit, or the name of the tag, or the id of the note. */
  readonly ref?: string;
  /** Other commits of the same pull request that landed with it, and are shown as one with it. */
  readonly alsoRefs?: readonly string[];
  /** The full hash of the commit that can be opened: of a tag, the one it points to. */
  readonly commit?: string;
  /** The name of the repository, as in `RepositoryEvidence`. */
  readonly repository?: string;
  /** Who wrote it, in words: of a merge, those who wrote what was merged, never who merged it. */
  readonly author?: string;
  /** The number of the pull request, without "#". */
  readonly pr?: string;
  /** Where it undoes a change that git still knows. */
  readonly reverts?: RevertedChange;
  /** One of at most three that may have been the first fix. The lead judges. */
  readonly fixCandidate?: true;
  /** Who landed something for the first time in the window with this. */
  readonly firstOf?: string;
  readonly note?: ForesightWords;
  /** What the document is called in claims, and the line that says it. */
  readonly told?: { readonly document: string; readonly line: number };
  /** It changed no path that is the lead's, in a repository where much landed: shown on request. */
  readonly elsewhere?: true;
  /** Shown at first; the others on request. */
  readonly turningPoint: boolean;
  readonly hidden?: true;
  /** The moment in which the next step was not obvious. */
  readonly moment?: true;
  /** A decision point of the deep path. */
  readonly decision?: true;
  /** The id of the stored entry, where the lead touched it. */
  readonly storedId?: string;
}

/** Somebody who wrote something that landed in the window. Never with a count of anything. */
export interface EvidencePerson {
  /** As in .mailmap, else as in the newest commit. */
  readonly name: string;
  readonly mails: readonly string[];
}

/** All that the Evidence screen shows. */
export interface Timeline {
  /** By time. */
  readonly entries: readonly EvidenceEntry[];
  /** By name. */
  readonly people: readonly EvidencePerson[];
  /** Left out as machines (bots, AI co-authors). The lead can put anyone back. */
  readonly machines: readonly EvidencePerson[];
  /** How many changes landed between the beginning and the end of the incident. */
  readonly inside: number;
  /** The entries come from more than one repository: each is named. */
  readonly several?: true;
  /** Where only what changed the lead's paths is shown at first: how much that is, and what says so. One sentence a repository. */
  readonly narrowed?: readonly string[];
  /** What the lead wrote of it, as one sentence without a verdict. Only for the Evidence screen: nothing counts it. */
  readonly ownHands?: string;
  readonly prior?: PriorChanges;
}

/** What was there before the incident began. Says nothing about what it did: it is shown last, and folded. */
export interface PriorChanges {
  /** They were undone in the window. Else they only landed, or were tagged, in the day before. */
  readonly undone: boolean;
  /** By time. */
  readonly entries: readonly EvidenceEntry[];
  /** How many earlier ones are left out. */
  readonly more: number;
}
