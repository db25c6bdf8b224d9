import type { Judgement, Trigger } from './trigger';

/** Something in a repository's history that may have been an incident: facts, never the sentence that there was one. */
export interface Signal extends Judgement {
  readonly decision: 'prompt' | 'list';
  /** Tells it from every other in its repository, also when git rewrote the commit. */
  readonly mark: string;
  /** The full hash of the commit; where production went back, of the one that it went back to. */
  readonly hash: string;
  readonly subject: string;
  /** When it landed, or when production went back: ISO 8601 UTC. */
  readonly at: string;
  readonly undone?: { readonly hash: string; readonly subject: string; readonly minutes: number };
  /** The names of the tags, or of the branch, between which production went back. */
  readonly wentBack?: { readonly from: string; readonly to: string };
  /** The path of the incident document that it brought. */
  readonly document?: string;
}

/** A commit keeps its mark when it is rebased: its subject and when it was written stay. */
export const commitMark = (written: number, subject: string): string => `${iso(written)} ${subject.slice(0, 120)}`;

/** What its claim is called: the commit; where production went back, the two tags or commits. */
export const signalRef = ({ hash, wentBack }: Signal): string => (wentBack ? `${wentBack.from} ${wentBack.to}` : hash);

/** Milliseconds as a stored time. */
export const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** What speaks for an incident, without what speaks against it. */
export const speakingFor = (triggers: readonly Trigger[], weights: Readonly<Record<Trigger, number>>): readonly Trigger[] => triggers.filter((trigger) => weights[trigger] > 0);
