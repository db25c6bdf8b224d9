import { judgeFacts, judgePeople, judgeStored, type Verdict } from '../../../src/core/journal/check';
import { parseFaithfully } from '../../../src/store/faithful';

const JUDGES: Readonly<Record<string, (value: unknown) => Verdict<unknown>>> = { 'debrief-journal.json': judgeFacts, 'debrief-people.json': judgePeople };

/** What the schema says of each text that was in a file in the year. Each is judged once: the same text, on either machine, is as right as before. */
export class Verdicts {
  readonly #known = new Map<string, Verdict<unknown>['state']>();

  /** @param file in the journal; decides what it must hold */
  of(file: string, text: string): Verdict<unknown>['state'] {
    const about = `${file}\n${text}`;
    const state = this.#known.get(about) ?? (JUDGES[file] ?? judgeStored)(parseFaithfully(Buffer.from(text))).state;
    this.#known.set(about, state);
    return state;
  }
}
