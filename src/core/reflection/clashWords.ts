import * as l10n from '@vscode/l10n';
import { momentWords, type Locale } from '../incident/times';
import { judgedWords, kindWords, ledgerWords, outcomeWords, promiseWords, roleWords, seekRoleWords, severityWords } from '../incident/words';
import { questionWords } from '../deep/questions';
import { sameWords } from '../drill/words';
import { valueAt } from '../journal/pointer';
import { TIME, type Person } from '../journal/schema';
import { NO_OCCASION } from '../journal/values';
import { behaviour } from './behaviours';

/** What the words about a value depend on. */
export interface ClashContext {
  /** The file's record: an incident, the people, the facts about the journal. */
  readonly record: unknown;
  readonly people: readonly Person[];
  readonly locale: Locale;
  /** The clock, in milliseconds. */
  readonly now: number;
}

/** Lists with ids, and entries in them that people know under one name. */
const ENTRY = /^\/(plan\/ledger|plan\/cues|reflection\/ratings|drill\/points|\w+)\/[^/]+(?=\/)/;
const LISTS = ['plan/ledger', 'plan/cues', 'reflection/ratings', 'drill/points', 'promises', 'foresight', 'incidentNotes', 'evidence', 'people', 'claims', 'outside', 'sought'];

/** The place of a clash without the id of a list's entry: /promises/k3f9/text → /promises/*\/text. */
export function kindOfPlace(path: string): string {
  const list = ENTRY.exec(path)?.[1];
  return list !== undefined && LISTS.includes(list) ? path.replace(ENTRY, `/${list}/*`) : path;
}

/** A path or a word from a file may be anything, also the name of something that every object has. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** What a value is called, by its place. */
const names: Readonly<Record<string, () => string>> = {
  '/title': () => l10n.t('Title'),
  '/window/start': () => l10n.t('When it began'),
  '/window/end': () => l10n.t('When it was over'),
  '/role': () => l10n.t('What I mostly did'),
  '/kind': () => l10n.t('What it was'),
  '/outcome': () => l10n.t('How it ended'),
  '/severity': () => l10n.t('Severity'),
  '/rawSeverity': () => l10n.t('Severity, in the words of its source'),
  '/reflection/guess/best': () => l10n.t('Went best'),
  '/reflection/guess/costly': () => l10n.t('Cost most'),
  '/reflection/person': () => l10n.t('Who would have been missed'),
  '/reflection/ratings/*/anchor': () => l10n.t('Rating'),
  '/reflection/ratings/*/evidence': () => l10n.t('What shows it'),
  '/reflection/answers/lastPlan': () => l10n.t('What becomes of your last plan?'),
  '/plan/cue': () => l10n.t('When I next see'),
  '/plan/act': () => l10n.t('I will'),
  '/plan/ledger/*/did': () => l10n.t('Did its moment come?'),
  '/plan/ledger/*/why': () => l10n.t('What made the difference?'),
  '/plan/cues/*/pattern': () => l10n.t('Which branches or files bring the plan up'),
  '/plan/cues/*/day': () => l10n.t('On which day the plan comes up'),
  '/plan/cues/*/time': () => l10n.t('At what time the plan comes up'),
  '/promises/*/text': () => l10n.t('A promise'),
  '/promises/*/state': () => l10n.t('What became of a promise'),
  '/promises/*/due': () => l10n.t('By when a promise is due'),
  '/promises/*/check': () => l10n.t('The sign to look for, of a promise'),
  '/foresight/*/belief': () => l10n.t('A note: what you believed'),
  '/foresight/*/next': () => l10n.t('A note: what you expected next'),
  '/foresight/*/sure': () => l10n.t('A note: how sure you were'),
  '/foresight/*/judged': () => l10n.t('A note: did it happen?'),
  '/incidentNotes/*/text': () => l10n.t('Noted while it ran'),
  '/evidence/*/title': () => l10n.t('A moment that is not in git'),
  '/people/*/note': () => l10n.t('What did it make possible?'),
  '/people/*/again': () => l10n.t('I used them again and again'),
  '/people/*/heldBack': () => l10n.t('I kept them from something they could do'),
  '/people/*/thanked': () => l10n.t('When you thanked them'),
  '/evidence/*/decision': () => l10n.t('A moment in which you decided'),
  '/people/*/name': () => l10n.t('A name in the people file'),
  '/people/*/alias': () => l10n.t('An alias in the people file'),
  '/lesson/text': () => l10n.t('Lesson'),
  '/reflection/coached': () => l10n.t('With whom to talk'),
  '/outside/*/text': () => l10n.t('What somebody else said'),
  '/outside/*/person': () => l10n.t('Who was asked'),
  '/outside/*/behaviour': () => l10n.t('What somebody was asked about'),
  '/drill/points/*/sure': () => l10n.t('A drill: how sure you were'),
  '/drill/points/*/same': () => l10n.t('A drill: would you have done the same?'),
  '/drill/points/*/right': () => l10n.t('A drill: was your call right?'),
  '/goal': () => l10n.t('Goal of the journal'),
  '/seek/role': () => l10n.t('What to seek next: in which role'),
  '/seek/backing': () => l10n.t('What to seek next: with whose backing'),
  '/seek/by': () => l10n.t('What to seek next: by when'),
  '/sought/*/became': () => l10n.t('What came of what was sought'),
  '/loadLimit': () => l10n.t('How many incidents a month are enough'),
  'text/stakes': () => l10n.t('What could have been lost?'),
  'text/moment': () => l10n.t('What were you looking at when your next step was not obvious?'),
  'text/person.note': () => l10n.t('What did it make possible?'),
  'text/lesson': () => l10n.t('Lesson'),
  'text/plan.cue': () => l10n.t('When I next see'),
  'text/plan.act': () => l10n.t('I will'),
  'text/cue.branch': () => l10n.t('Which branches bring the plan up'),
  'text/cue.file': () => l10n.t('Which files bring the plan up'),
  'text/typed.cue': () => l10n.t('The plan, typed from memory'),
  'text/typed.act': () => l10n.t('The plan, typed from memory'),
};

/** An answer of the deep path, as a text of its page or by its place. */
const ANSWER = /^(?:text\/answer\.|\/reflection\/answers\/)(.+)$/;
const NAMED_TEXT = /^text\/(?:note|outside)\./;
const TEXT_OF_RATING = /^text\/evidence\.(.+)$/;

/** What a clash is about, in words; its path where it has none. A rating says of which behaviour it is. */
export function aboutClash(path: string, { record }: ClashContext): string {
  const question = questionWords(ANSWER.exec(path)?.[1] ?? '');
  if (question !== undefined) return question;
  if (NAMED_TEXT.test(path)) return path.startsWith('text/note.') ? l10n.t('What did it make possible?') : l10n.t('What somebody else said');
  const place = kindOfPlace(path);
  const rated = path.startsWith('/reflection/ratings/') ? valueAt(record, path.replace(/[^/]+$/, 'behaviour')) : TEXT_OF_RATING.exec(path)?.[1];
  const name = behaviour(typeof rated === 'string' ? rated : undefined)?.name;
  const words = path.startsWith('text/ledger.why/') ? l10n.t('What made the difference?') : rated !== undefined && place.startsWith('text/') ? l10n.t('What shows it') : (own(names, place)?.() ?? path);
  return name === undefined ? words : l10n.t('{0}: {1}', name, words);
}

type Words = (value: string, context: ClashContext) => string | undefined;
const from = (table: () => Readonly<Record<string, string>>): Words => (value) => own(table(), value);

/** Stored values that have words of their own, by their place. */
const values: Readonly<Record<string, Words>> = {
  '/role': from(roleWords),
  '/kind': from(kindWords),
  '/outcome': from(outcomeWords),
  '/severity': from(severityWords),
  '/seek/role': from(seekRoleWords),
  '/plan/ledger/*/did': from(ledgerWords),
  '/promises/*/state': from(promiseWords),
  '/foresight/*/judged': from(judgedWords),
  '/drill/points/*/same': from(sameWords),
  '/drill/points/*/right': from(judgedWords),
  '/reflection/answers/lastPlan': from(() => ({ keep: l10n.t('It stays. No new one this time'), replace: l10n.t('A new one takes its place') })),
  '/reflection/guess/best': (id) => behaviour(id)?.name,
  '/reflection/guess/costly': (id) => behaviour(id)?.name,
  '/reflection/coached': (entry, { record, people }) => people.find(({ id }) => id === valueAt(record, `/people/${entry}/person`))?.name,
  '/reflection/person': (entry, { record, people }) => people.find(({ id }) => id === valueAt(record, `/people/${entry}/person`))?.name,
};

/** A value in words: its own, a time in the lead's zone, an act of a rating; else as it is. */
export function valueWords(path: string, value: unknown, context: ClashContext): string {
  if (value === undefined) return l10n.t('Nothing');
  const place = kindOfPlace(path);
  if (place === '/reflection/ratings/*/anchor') return anchorWords(path, value, context);
  if (typeof value === 'boolean') return value ? l10n.t('Yes') : l10n.t('No');
  if (typeof value !== 'string') return JSON.stringify(value);
  const known = own(values, place)?.(value, context);
  return known ?? (TIME.test(value) ? momentWords(value, context.locale, context.now) : value);
}

function anchorWords(path: string, value: unknown, { record }: ClashContext): string {
  if (value === NO_OCCASION) return l10n.t('No occasion this time');
  const rated = valueAt(record, path.replace(/[^/]+$/, 'behaviour'));
  const act = behaviour(typeof rated === 'string' ? rated : undefined)?.anchors[Number(value) - 1];
  return act === undefined ? String(value) : l10n.t('{0}: {1}', String(value), act);
}
