import type { SourceHealth, Trouble } from '../core/looking/health';
import type { Claim } from '../core/journal/schema';

/** What looking costs: nothing at all, work on this machine, or a question over the network. */
export type Cost = 'free' | 'local' | 'network';

/** What a source said. Its claims are whole: with `start`, a `ref` that never changes, and the facts that speak for them. */
export type Pulled<Cursor> =
  | {
      readonly ok: true;
      /** New ones, and those that changed. */
      readonly claims: readonly Claim[];
      /** What the next look begins from; kept for the source. */
      readonly next: Cursor;
      /** One of its incidents is open: it is looked at more often. */
      readonly open: boolean;
      /** It wants a pause of so many milliseconds. */
      readonly pause?: number;
      /** Sentences about what could not be read. */
      readonly problems: readonly string[];
    }
  | { readonly ok: false; readonly trouble: Trouble; readonly detail?: string; readonly pause?: number };

interface Source {
  /** As in claims. */
  readonly id: string;
  /** What it is called on screen. */
  readonly label: string;
  readonly cost: Cost;
}

/** A source that is asked. @typeParam Cursor what it wants to know at the next look: JSON */
export interface PullSource<Cursor = unknown> extends Source {
  readonly kind: 'pull';
  /**
   * What it has since the last look. Asked twice with one cursor it says the same twice, and it changes nothing where it looks. Never
   * rejects: being offline is an answer.
   * @param cursor what it gave last; undefined at first, and where that is lost
   * @param signal gives the look up; what it says then is not used
   */
  pull(cursor: Cursor | undefined, signal: AbortSignal): Promise<Pulled<Cursor>>;
  /** More about one claim, when the lead opens its incident. The same claim where there is no more. */
  enrich?(claim: Claim, signal: AbortSignal): Promise<Claim>;
  /** Whether it could be asked, for the lead who sets it up. */
  test?(signal: AbortSignal): Promise<SourceHealth>;
}

/** A source that speaks by itself: what the lead declares, a link, an import. */
export interface PushSource extends Source {
  readonly kind: 'push';
  readonly cost: 'free';
  onClaims(take: (claims: readonly Claim[]) => void): { dispose(): void };
}

export type IncidentSource = PullSource | PushSource;
