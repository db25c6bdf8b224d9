import type { Incident, Person } from '../journal/schema';
import type { Query } from './query';
import { peopleIn, textsOf, WEIGHTS, type PeopleById } from './texts';
import { searchableWords } from './words';

/** What was found: the best first, and among equals the newest. */
export interface Found {
  readonly incidents: readonly Incident[];
  /** How many there are in all. */
  readonly total: number;
}

/** One version of a record as it was read into the index. */
interface Slot {
  readonly incident: Incident;
  /** Whom it names, as the list of people had them. */
  readonly people: readonly (Person | undefined)[];
}

/** The records in which a word stands: each as the number of its slot times 8, plus its weight (1 to 7). */
type Postings = number[];

/** Fewer than this many versions that are out of date are not worth a new beginning. */
const FEW = 1_000;

/**
 * Every word of the records, with where it stands. Kept in memory; `follow` brings it up to date. A query walks through the words that begin as
 * the wanted ones do, and never through the records' texts.
 */
export class SearchIndex {
  #slots: Slot[] = [];
  #slotOf = new Map<string, number>();
  /** Words by their first two letters: a word is looked up by its beginning. */
  #words = new Map<string, Map<string, Postings>>();
  /** Numbers of slots, the newest incident first. */
  #order: readonly number[] = [];
  #people: readonly Person[] = [];
  #byId: PeopleById = new Map();

  /**
   * Takes over what changed, a record at a time: whoever runs through it can rest in between. Until the end of it, searches give what was
   * there before, without what it replaced.
   * @param incidents newest first; a record that did not change must be the same object
   */
  *follow(incidents: readonly Incident[], people: readonly Person[]): Generator<void, void> {
    if (people !== this.#people) [this.#people, this.#byId] = [people, new Map(people.map((each) => [each.id, each]))];
    if (this.#slots.length - this.#slotOf.size > Math.max(FEW, this.#slotOf.size)) this.#clear();
    const gone = new Set(this.#slotOf.keys());
    const order: number[] = [];
    for (const incident of incidents) {
      gone.delete(incident.id);
      const slot = this.#slotOf.get(incident.id);
      if (slot !== undefined && this.#isCurrent(slot, incident)) order.push(slot);
      else {
        order.push(this.#add(incident));
        yield;
      }
    }
    for (const id of gone) this.#slotOf.delete(id);
    this.#order = order;
  }

  /** All words (each as the beginning of one) and all tests must hold. Without any, everything does. @param limit how many are given */
  search({ words, tests }: Query, limit: number): Found {
    const scores = this.#scores(words);
    const count = this.#order.length;
    const hits: number[] = [];
    for (const [place, slot] of this.#order.entries()) {
      const score = scores[slot] ?? 0;
      if (words.length > 0 && score === 0) continue;
      const incident = this.#slots[slot]?.incident;
      if (!incident || !tests.every((test) => test(incident))) continue;
      hits.push(score * count + (count - 1 - place)); // one number sorts by both, and gives the place back
    }
    const best = Float64Array.from(hits).sort().subarray(-limit).reverse();
    const incidents = Array.from(best, (each) => this.#slots[this.#order[count - 1 - (each % count)] ?? -1]?.incident);
    return { incidents: incidents.filter((each) => each !== undefined), total: hits.length };
  }

  /** By slot: the sum of the best place of each word, where a whole word counts more than a beginning; 0 where a word is missing. */
  #scores(words: readonly string[]): Int32Array {
    const sums = new Int32Array(this.#slots.length);
    const best = new Uint8Array(this.#slots.length);
    for (const [n, word] of words.entries()) {
      best.fill(0);
      for (const [found, postings] of this.#beginningWith(word)) collect(postings, found === word ? 1 : 0, best);
      for (let slot = 0; slot < sums.length; slot++) {
        const value = best[slot] ?? 0;
        sums[slot] = value > 0 && (n === 0 || sums[slot] !== 0) ? (sums[slot] ?? 0) + value : 0;
      }
    }
    return sums;
  }

  *#beginningWith(start: string): Generator<[string, Postings]> {
    const buckets = start.length < 2 ? [...this.#words].flatMap(([key, bucket]) => (key.startsWith(start) ? [bucket] : [])) : [this.#words.get(start.slice(0, 2)) ?? []];
    for (const bucket of buckets) for (const entry of bucket) if (entry[0].startsWith(start)) yield entry;
  }

  #isCurrent(slot: number, incident: Incident): boolean {
    const known = this.#slots[slot];
    if (known?.incident !== incident) return false;
    return peopleIn(incident).every((id, n) => this.#byId.get(id) === known.people[n]);
  }

  #add(incident: Incident): number {
    const slot = this.#slots.push({ incident, people: peopleIn(incident).map((id) => this.#byId.get(id)) }) - 1;
    this.#slotOf.set(incident.id, slot);
    const weights = new Map<string, number>();
    for (const { place, text } of textsOf(incident, this.#byId)) {
      for (const word of searchableWords(text)) weights.set(word, Math.max(weights.get(word) ?? 0, WEIGHTS[place]));
    }
    for (const [word, weight] of weights) this.#postingsOf(word).push(slot * 8 + weight);
    return slot;
  }

  #postingsOf(word: string): Postings {
    const key = word.slice(0, 2);
    let bucket = this.#words.get(key);
    if (!bucket) this.#words.set(key, (bucket = new Map()));
    let postings = bucket.get(word);
    if (!postings) bucket.set(word, (postings = []));
    return postings;
  }

  #clear(): void {
    [this.#slots, this.#slotOf, this.#words, this.#order] = [[], new Map(), new Map(), []];
  }
}

/** Keeps for each slot the best of its places. The innermost loop: it makes nothing. */
function collect(postings: Postings, whole: 0 | 1, best: Uint8Array): void {
  for (let i = 0; i < postings.length; i++) {
    const each = postings[i] ?? 0;
    const value = (each & 7) * 2 + whole;
    if (value > (best[each >>> 3] ?? 0)) best[each >>> 3] = value;
  }
}
