import * as l10n from '@vscode/l10n';
import { dayWords, momentWords, windowWords } from '../incident/times';
import { markWords } from '../incident/words';
import { nameOf } from '../journal/people';
import { TIME, type Reflection } from '../journal/schema';
import { questionOf } from '../deep/questions';
import { behaviour } from '../reflection/behaviours';
import { aboutClash, valueWords } from '../reflection/clashWords';
import type { LetterBefore, LetterChange, LetterContext } from './state';

type Revision = NonNullable<Reflection['revisions']>[number];

/** What a field is called, and what a value of it is in words. */
interface FieldWords {
  readonly name: string;
  readonly words: (before: string) => string;
}

/** The places in a record of the fields that a revision names otherwise. */
const PLACES: Readonly<Record<string, string>> = {
  role: '/role', kind: '/kind', outcome: '/outcome', severity: '/severity', best: '/reflection/guess/best', costly: '/reflection/guess/costly', lastPlan: '/reflection/answers/lastPlan',
};
const JUDGED = /^foresight\.(.+)$/;
/** A line of what the marks in the timeline said: when, what, and its marks. */
const MARK = /^(\S+) (.*?)(?: \(([a-z, ]+)\))?$/;

function placeOf(field: string): string {
  const judged = JUDGED.exec(field)?.[1];
  if (judged !== undefined) return `/foresight/${judged}/judged`;
  if (field.startsWith('/')) return field;
  return Object.hasOwn(PLACES, field) ? (PLACES[field] ?? field) : `text/${field}`;
}

/** Fields of which the value is no text and no word of one table. */
const special: Readonly<Record<string, (context: LetterContext) => FieldWords>> = {
  window: ({ locale, now }) => ({ name: l10n.t('When'), words: (before) => whenWords(before, (window) => windowWords(window, locale, now)) }),
  picked: () => ({ name: l10n.t('Behaviours to rate'), words: (before) => inList(before, (id) => behaviour(id)?.name) }),
  person: ({ people }) => ({ name: l10n.t('Who would have been missed'), words: (before) => nameOf(people, before) ?? before }),
  'person.marks': () => ({ name: l10n.t('What they did'), words: (before) => inList(before, (mark) => new Map(Object.entries(markWords())).get(mark)) }),
  promise: ({ people }) => ({ name: l10n.t('A promise to tell them'), words: (before) => nameOf(people, before) ?? before }),
  evidence: (context) => ({ name: l10n.t('Marks in the timeline'), words: (before) => markLines(before, context) }),
  decisions: (context) => ({ name: l10n.t('Moments in which you decided'), words: (before) => markLines(before, context) }),
};

function whenWords(before: string, words: (window: { readonly start: string; readonly end?: string }) => string): string {
  const [start = '', end = ''] = before.split('/');
  if (!TIME.test(start)) return before;
  return words(TIME.test(end) ? { start, end } : { start });
}

function inList(before: string, words: (each: string) => string | undefined): string {
  return before.split(', ').map((each) => words(each) ?? each).join(', ');
}

function markLines(before: string, context: LetterContext): string {
  return before.split('\n').map((line) => markLine(line, context)).join('\n');
}

function markLine(line: string, { locale, now }: LetterContext): string {
  const { 1: at = '', 2: title = '', 3: marks = '' } = MARK.exec(line) ?? [];
  if (!TIME.test(at)) return line;
  const known = new Map([['moment', l10n.t('the moment')], ['hidden', l10n.t('hidden')], ['decision', l10n.t('a decision')]]);
  const words = marks === '' ? '' : ` (${inList(marks, (mark) => known.get(mark))})`;
  return `${momentWords(at, locale, now)}: ${title}${words}`;
}

function wordsOf(field: string, context: LetterContext): FieldWords {
  const own = Object.hasOwn(special, field) ? special[field] : undefined;
  if (own) return own(context);
  const { incident: record, people, locale, now } = context;
  const clash = { record, people, locale, now };
  const place = placeOf(field);
  return { name: aboutClash(place, clash), words: (before) => valueWords(place, before, clash) };
}

/** What was kept of a value that was absent. */
const isNothing = (before: string): boolean => before === '' || before === '""';

/** What is written after *Finish*: the lesson, and the deep path, which is offered then. Its first word is no change of what was said. */
const AFTER = /^(?:lesson|decisions|promise|picked|person\.(?:marks|note)|(?:note|outside|evidence)\..+|\/people\/.+|\/reflection\/(?:coached|ratings\/.+))$/;

function isAfter(field: string): boolean {
  return AFTER.test(field) || questionOf(/^answer\.(.+)$/.exec(field)?.[1] ?? '') !== undefined;
}

/** The first words in fields that are written after *Finish*. @param revisions the newest first */
function additionsIn(revisions: readonly Revision[]): ReadonlySet<Revision> {
  const oldest = new Map(revisions.map((each) => [each.field, each]));
  return new Set([...oldest.values()].filter(({ field, before }) => isNothing(before) && isAfter(field)));
}

/** All that fields of a record said before, each under its name. */
export class Changes {
  readonly #revisions: readonly Revision[];
  readonly #additions: ReadonlySet<Revision>;
  readonly #shown = new Set<Revision>();

  constructor(private readonly context: LetterContext) {
    const all = newestFirst(context.incident.reflection?.revisions ?? []);
    this.#additions = additionsIn(all);
    this.#revisions = all.filter((each) => !this.#additions.has(each));
  }

  /** When something was changed last. */
  get latest(): string | undefined {
    return this.#revisions[0]?.at;
  }

  /** When something was written last that said nothing before. */
  get added(): string | undefined {
    return newestFirst([...this.#additions])[0]?.at;
  }

  /** What some fields said before; each is given once. @param named whether the name of a single field goes without saying */
  take(fields: readonly string[], named: boolean): readonly LetterChange[] {
    const isOurs = ({ field }: Revision): boolean => fields.some((each) => (each.endsWith('/') ? field.startsWith(each) : field === each));
    const ours = this.#revisions.filter((each) => isOurs(each) && !this.#shown.has(each));
    const byName = this.#byName(ours);
    return byName.map(([name, revisions]) => this.#change(named && byName.length === 1 ? undefined : name, revisions));
  }

  /** What is left: of fields that say nothing now. */
  rest(): readonly (readonly [name: string, change: LetterChange])[] {
    const left = this.#revisions.filter((each) => !this.#shown.has(each));
    return this.#byName(left).map(([name, revisions]) => [name, this.#change(undefined, revisions)]);
  }

  #byName(revisions: readonly Revision[]): readonly (readonly [string, readonly Revision[]])[] {
    const groups = new Map<string, Revision[]>();
    for (const each of revisions) {
      this.#shown.add(each);
      const { name } = wordsOf(each.field, this.context);
      groups.set(name, [...(groups.get(name) ?? []), each]);
    }
    return [...groups];
  }

  #change(name: string | undefined, revisions: readonly Revision[]): LetterChange {
    const before = revisions.map(({ at, field, before: text }): LetterBefore => ({
      until: untilWords(at, this.context),
      text: isNothing(text) ? l10n.t('Nothing') : wordsOf(field, this.context).words(text),
    }));
    return { title: changedWords(name, revisions.map(({ at }) => at), this.context), before };
  }
}

/** "Until Sun 3 May, 14:02". */
export function untilWords(at: string, { locale, now }: LetterContext): string {
  return l10n.t('Until {0}', momentWords(at, locale, now));
}

/** @param times of each change, the newest first */
function changedWords(name: string | undefined, times: readonly string[], { locale, now }: LetterContext): string {
  const day = dayWords(times[0] ?? '', locale, now);
  const words = times.length === 1 ? l10n.t('Changed on {0}: what it said before', day) : l10n.t('Changed {0} times, last on {1}: what it said before', times.length, day);
  return name === undefined ? words : l10n.t('{0}: {1}', name, words);
}

function newestFirst(revisions: readonly Revision[]): readonly Revision[] {
  return [...revisions].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
