import { isOpen } from '../../core/incident/life';
import type { Incident } from '../../core/journal/schema';
import { mayTellLesson } from '../../core/prompting/lessonTurn';
import { readHistory, type PromptHistory } from '../../core/prompting/history';
import type { Circumstances } from '../../core/prompting/scene';
import type { PromptHistories } from '../../store/promptHistory';
import { takeTurn, type Turn } from './turn';

const MINUTE = 60_000;
/** Timers stand still while a machine sleeps, and know nothing of a clock that was set: while something waits, it looks this often. */
export const LOOK_AGAIN = 5 * MINUTE;
/** What comes in a row counts as one, in milliseconds. */
const TOGETHER = 300;

/** What this window sees besides the journal. */
export type Surroundings = Pick<Circumstances, 'settings' | 'zone' | 'moment'>;

/** What the questions are about: a journal, and what was found beside it. */
export interface PromptedJournal {
  readonly records: () => readonly Incident[];
  /** Under which id its history is kept. */
  readonly key: () => string;
  /** Resolves once all of it was read. */
  readonly whenLoaded: Promise<unknown>;
}

export interface PrompterOptions {
  readonly journal: PromptedJournal;
  readonly histories: Pick<PromptHistories, 'read' | 'change'>;
  readonly surroundings: () => Surroundings;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /** Asks; it is written that it did. */
  readonly ask: (incident: Incident) => void;
  readonly askStillOpen: (incident: Incident) => void;
  readonly sayLesson: (incident: Incident) => void;
  /** Runs work after so many milliseconds, unless the function that it gives is called before. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

/** What was decided, and by what. */
export interface Judgement extends Turn {
  readonly circumstances: Circumstances;
  /** Why nothing is asked although it could be: what was asked before cannot be read or written. */
  readonly problem?: string;
}

/** Judges when something happens that may change what is asked, and asks. Rests while nothing waits. */
export class Prompter {
  #queue: Promise<unknown> = Promise.resolve();
  /** What ends the wait for the next look: soon after something happened, or at a time. */
  #soon: (() => void) | undefined;
  #later: (() => void) | undefined;
  #isOver = false;

  constructor(private readonly options: PrompterOptions) {}

  /** Something happened. */
  judgeSoon(): void {
    if (!this.#isOver) this.#soon ??= this.options.later(() => void this.judge(), TOGETHER);
  }

  /** Judges now, when all that was judged before is done, and asks where it is time. */
  judge(): Promise<Judgement> {
    const judging = this.#queue.then(() => this.#judge());
    this.#queue = judging.catch(() => undefined);
    return judging;
  }

  dispose(): void {
    this.#isOver = true;
    this.#stopWaiting();
  }

  #stopWaiting(): void {
    this.#soon?.();
    this.#later?.();
    [this.#soon, this.#later] = [undefined, undefined];
  }

  async #judge(): Promise<Judgement> {
    const { journal, histories, now } = this.options;
    this.#stopWaiting();
    await journal.whenLoaded;
    const id = journal.key();
    const nothing = readHistory(undefined, now());
    const reading = await histories.read(id);
    const seen = this.#look('state' in reading ? reading : nothing);
    if ('code' in reading) return this.#rest({ ...seen, problem: reading.reason });
    return this.#rest(seen.changed && !this.#isOver ? await this.#take(id, seen) : seen);
  }

  #look(history: Circumstances['history']): Judgement {
    const { journal, surroundings, now } = this.options;
    const circumstances = { records: journal.records(), history, now: now(), ...surroundings() };
    return { ...takeTurn(circumstances), circumstances };
  }

  /** Judges again where no other window does, and asks only what is written. */
  async #take(id: string, seen: Judgement): Promise<Judgement> {
    const { histories, ask, askStillOpen, sayLesson } = this.options;
    let taken = seen;
    const written = await histories.change(id, (reading): PromptHistory | undefined => {
      taken = this.#look(reading);
      return taken.changed ? taken.history : undefined;
    });
    if (!written.ok) return { ...taken, problem: written.reason };
    if (this.#isOver) return taken;
    if (taken.verdict.incident) ask(taken.verdict.incident);
    if (taken.stillOpen) askStillOpen(taken.stillOpen);
    if (taken.lesson) sayLesson(taken.lesson);
    return taken;
  }

  /** Looks again when the time has come, and in between where that is long; where nothing waits for a time, when something happens. */
  #rest(judgement: Judgement): Judgement {
    const { verdict, problem, circumstances } = judgement;
    const waits = verdict.until !== undefined || verdict.act === 'ask' || problem !== undefined || mayAskStillOpen(judgement) || mayTellLesson(judgement.circumstances, judgement.history);
    const due = verdict.until === undefined ? LOOK_AGAIN : Date.parse(verdict.until) - circumstances.now;
    if (waits && !this.#isOver) this.#later ??= this.options.later(() => void this.judge(), Math.min(Math.max(due, TOGETHER), LOOK_AGAIN));
    return judgement;
  }
}

/** An incident is open of which it may still be asked. */
function mayAskStillOpen({ circumstances: { records, settings }, history: { stillOpen = [] } }: Judgement): boolean {
  return settings.stillOpenHours > 0 && records.some((each) => isOpen(each) && !stillOpen.some(({ incident }) => incident === each.id));
}
