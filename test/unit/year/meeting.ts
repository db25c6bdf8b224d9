import type { Machine } from './machine';

/** A whole text on each side: what git leaves where no line is the same. */
const marked = (base: string, ours: string, theirs: string): string => `<<<<<<< HEAD\n${ours}||||||| base\n${base}=======\n${theirs}>>>>>>> theirs\n`;

/**
 * Two machines exchange their journals as git would: a file that one of them changed since they last met goes to the other, and one that
 * both changed is merged by the store on the first.
 */
export class Meeting {
  /** Every file as both had it when they last met. */
  #last: ReadonlyMap<string, string> = new Map();
  /** How many files were merged. */
  merged = 0;

  constructor(
    private readonly a: Machine,
    private readonly b: Machine,
  ) {}

  /** @returns what is on both by then, as they hold it */
  async meet(): Promise<readonly [a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>]> {
    const [a, b] = [this.a.files(), this.b.files()];
    const both = new Map<string, string>();
    for (const file of new Set([...this.#last.keys(), ...a.keys(), ...b.keys()])) this.#exchange(file, this.#last.get(file), a.get(file), b.get(file), both);
    if (both.size > 0) await this.a.merge(both);
    for (const file of both.keys()) this.b.take(file, this.a.text(file));
    this.merged += both.size;
    for (const machine of [this.a, this.b]) await machine.journal.refresh();
    const now = [this.a.files(), this.b.files()] as const;
    this.#last = now[0];
    return now;
  }

  #exchange(file: string, before: string | undefined, a: string | undefined, b: string | undefined, both: Map<string, string>): void {
    if (a === b) return;
    if (b === before) return this.b.take(file, a);
    if (a === before) return this.a.take(file, b);
    // Deleted on one side and changed on the other: git keeps the changed one.
    if (a === undefined) return this.a.take(file, b);
    if (b === undefined) return this.b.take(file, a);
    both.set(file, marked(before ?? '', a, b));
    if (both.size % 2 === 0) this.a.sides.set(file, { base: before, ours: a, theirs: b });
  }
}
