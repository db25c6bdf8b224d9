import type { JournalFacts, People } from '../core/journal/schema';
import { isAsSeen, namedTexts, turnedBack, withAliasOnly, withFormer, withTexts, type FormerPerson, type NamedIncident, type NamedText, type NameFinder, type Texts } from '../core/privacy/replaceName';
import type { Journal } from './journal';
import type { Refused, Saved } from './refusal';

/** What is written to, one file after the other. */
type Target = { readonly kind: 'incident'; readonly id: string; readonly title: string } | { readonly kind: 'facts' | 'people'; readonly title: string };

/** One file in which somebody is named. */
export interface ReplacingIn {
  readonly target: Target;
  /** As they were seen: all of them, and those that are to be replaced. */
  readonly seen: readonly NamedText[];
  readonly chosen: readonly NamedText[];
}

export interface NamePlan {
  readonly finder: NameFinder;
  readonly alias: string;
  readonly files: readonly ReplacingIn[];
  /** Who gets the alias in the people file; absent where nobody does. */
  readonly person?: string;
}

/** How far it came. */
export interface NameProgress {
  /** Files that are written, of those that were to be. */
  readonly done: number;
  readonly all: number;
  /** What was changed by somebody since it was looked at, and so left as it is. */
  readonly changed: readonly string[];
  /** Where it stopped: nothing is lost, and it can go on or be undone. */
  readonly stopped?: { readonly title: string; readonly reason: string };
}

interface Done {
  readonly target: Target;
  readonly texts: Texts;
  readonly former?: FormerPerson;
}

/** An incident, as a file to be written. */
export const inIncident = ({ id, title, texts }: NamedIncident, chosen: readonly NamedText[]): ReplacingIn => ({ target: { kind: 'incident', id, title }, seen: texts, chosen });

/**
 * Puts an alias in a name's place in all files of a journal, one after the other, the people file last: as long as anything is left, the
 * name is still known, and it can be begun again. What it has written is kept in memory only, and comes back with `undo`.
 */
export class NameReplacement {
  readonly #left: ReplacingIn[];
  readonly #done: Done[] = [];
  readonly #changed: string[] = [];
  readonly #all: number;

  constructor(
    private readonly journal: Pick<Journal, 'update' | 'updatePeople' | 'updateFacts'>,
    private readonly plan: NamePlan,
  ) {
    this.#left = plan.files.filter(({ target, chosen }) => chosen.length > 0 || (target.kind === 'people' && plan.person !== undefined));
    this.#all = this.#left.length;
  }

  /** Whether something was written that can be undone. */
  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  /** Replaces, or goes on where it stopped. */
  async run(): Promise<NameProgress> {
    for (let next = this.#left[0]; next; next = this.#left[0]) {
      const result = await this.#replaceIn(next);
      if (!result.ok) return this.#progress({ title: next.target.title, reason: result.reason });
      this.#left.shift();
    }
    return this.#progress();
  }

  /** Brings back what was written, the last first. What says something else by now stays, and is named. */
  async undo(): Promise<NameProgress> {
    const [all, changed] = [this.#done.length, [] as string[]];
    const progress = (stopped?: NameProgress['stopped']): NameProgress => ({ done: all - this.#done.length, all, changed, ...(stopped && { stopped }) });
    for (let last = this.#done.at(-1); last; last = this.#done.at(-1)) {
      const { target, former, texts } = last;
      let left = 0;
      const result = await this.#write(target, (record) => {
        const back = withTexts(record, turnedBack(texts));
        left = back.left;
        return former && this.plan.person !== undefined ? withFormer(back.record as People, this.plan.person, this.plan.alias, former) as typeof record : back.record;
      });
      if (!result.ok) return progress({ title: target.title, reason: result.reason });
      if (left > 0) changed.push(target.title);
      this.#done.pop();
    }
    return progress();
  }

  async #replaceIn({ target, seen, chosen }: ReplacingIn): Promise<{ readonly ok: true } | Refused> {
    const { finder, person, alias } = this.plan;
    let isSame = true;
    let former: FormerPerson | undefined;
    const result = await this.#write(target, (record) => {
      isSame = isAsSeen(textsOf(record), finder, seen);
      if (!isSame) return record;
      const written = withTexts(record, chosen).record;
      if (target.kind !== 'people' || person === undefined) return written;
      const { name, alias: before, mails } = (record as unknown as People).people.find(({ id }) => id === person) ?? { name: alias };
      former = { name, ...(before !== undefined && { alias: before }), ...(mails && { mails }) };
      return withAliasOnly(written as unknown as People, person, alias) as unknown as typeof record;
    });
    if (!result.ok) return result;
    if (isSame) this.#done.push({ target, texts: chosen, ...(former && { former }) });
    else this.#changed.push(target.title);
    return { ok: true };
  }

  /** One durable change, under the rules of all others. */
  #write(target: Target, change: <T extends object>(record: T) => T): Promise<Saved<unknown> | Refused> {
    if (target.kind === 'incident') return this.journal.update(target.id, change);
    return target.kind === 'facts' ? this.journal.updateFacts(change) : this.journal.updatePeople(change);
  }

  #progress(stopped?: NameProgress['stopped']): NameProgress {
    return { done: this.#done.length, all: this.#all, changed: this.#changed, ...(stopped && { stopped }) };
  }
}

/** The texts of a file beside its people, whose names are their own field. */
export function textsOf<T extends object>(record: T): object {
  return 'people' in record && !('window' in record) ? { clashes: (record as unknown as People).clashes ?? [] } : record;
}

/** The files beside the incidents, as files to be written. */
export function inOthers(facts: JournalFacts | undefined, people: People, finder: NameFinder, titles: Readonly<Record<'facts' | 'people', string>>): readonly ReplacingIn[] {
  const of = (kind: 'facts' | 'people', record: object): ReplacingIn => {
    const seen = namedTexts(textsOf(record), finder);
    return { target: { kind, title: titles[kind] }, seen, chosen: seen };
  };
  return [...(facts ? [of('facts', facts)] : []), of('people', people)];
}
