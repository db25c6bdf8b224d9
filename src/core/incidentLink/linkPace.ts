const MINUTE = 60_000;
/** So many links are followed in a minute. A person opens one at a time. */
const MOST = 5;

/** What becomes of a link that comes now: it is followed, refused with a word, or refused without one, since that was said. */
export type Pace = 'follow' | 'say' | 'drop';

/** Holds back floods of links. Nothing is kept but the times of the last few. */
export class LinkPace {
  #times: readonly number[] = [];
  #isSaid = false;

  /** @param now the clock, in milliseconds. One that was set back starts anew. */
  next(now: number): Pace {
    this.#times = this.#times.filter((time) => time <= now && time > now - MINUTE);
    if (this.#times.length < MOST) {
      this.#times = [...this.#times, now];
      this.#isSaid = false;
      return 'follow';
    }
    const pace = this.#isSaid ? 'drop' : 'say';
    this.#isSaid = true;
    return pace;
  }
}
