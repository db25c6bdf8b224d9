import assert from 'node:assert/strict';
import type { TextField } from '../../../src/core/protocol';
import type { Refused, RefusalCode, Saved } from '../../../src/store/refusal';
import { UnsavedChanges, type TypedSince } from '../../../src/vscode/reflection/unsaved';

export type Outcome = Saved<unknown> | Refused;

export const OK: Saved<undefined> = { ok: true, record: undefined };
export const refuse = (reason = 'The disk is full.', code: RefusalCode = 'disk-full'): Refused => ({ ok: false, code, reason });

/** A disk that does as it is told, and a timer that rings when it is told. */
export class WorkBench {
  readonly disk = new Map<TextField, string>();
  /** Every batch of texts that was to be saved. */
  readonly batches: ReadonlyMap<TextField, TypedSince>[] = [];
  readonly timers: { readonly work: () => void; readonly milliseconds: number }[] = [];
  readonly log: string[] = [];
  changed = 0;
  /** What the next saves come to; OK where nothing is said. */
  outcomes: (Outcome | Error)[] = [];
  readonly unsaved = new UnsavedChanges({
    saveTexts: (texts) => this.#saveTexts(texts),
    onChange: () => void (this.changed += 1),
    later: (work, milliseconds) => {
      const timer = { work, milliseconds };
      this.timers.push(timer);
      return () => void (this.timers.includes(timer) && this.timers.splice(this.timers.indexOf(timer), 1));
    },
  });

  async #saveTexts(texts: ReadonlyMap<TextField, TypedSince>): Promise<Outcome> {
    this.batches.push(new Map(texts));
    const outcome = await this.next();
    if (outcome.ok) for (const [field, { text }] of texts) this.disk.set(field, text);
    this.log.push(`texts ${[...texts.values()].map(({ text }) => text).join(' ')}: ${outcome.ok}`);
    return outcome;
  }

  async next(): Promise<Outcome> {
    const outcome = this.outcomes.shift() ?? OK;
    await Promise.resolve();
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }

  /** A choice that is saved at once. */
  add(name: string): Promise<boolean> {
    return this.unsaved.add({
      preview: (record) => ({ ...record, title: `${record.title}, ${name}` }),
      save: async () => {
        const outcome = await this.next();
        this.log.push(`${name}: ${outcome.ok}`);
        return outcome;
      },
    });
  }

  /** Rings the one timer. Resolves when what it began is done. */
  async ring(): Promise<void> {
    const timer = this.timers.shift();
    assert.ok(timer, 'no timer is set');
    timer.work();
    await this.quiet();
  }

  /** Nothing of it takes more than promises: they are done after one turn of the loop. */
  quiet(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
}
