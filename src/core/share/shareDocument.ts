import * as l10n from '@vscode/l10n';
import { dayWords, momentWords, timeOfDay, windowWords, type Locale } from '../incident/times';
import { durationWords } from '../incident/window';
import { judgedWords, kindWords, ledgerWords, markWords, outcomeWords, roleWords, severityWords } from '../incident/words';
import type { Incident, Rating } from '../journal/schema';
import { NO_OCCASION } from '../journal/values';
import { TALK } from '../deep/places';
import { questions, questionWords } from '../deep/questions';
import { talkWords } from '../deep/talk';
import { isAskable, signWords } from '../plan/sign';
import { planWords } from '../plan/words';
import { behaviour, BEHAVIOUR_TABLE } from '../reflection/behaviours';
import { SECTIONS, sectionWords, type Section } from './choice';
import { sectionOfAnswer } from './redact';

/** A label, which may be empty, and somebody's words. */
export type ShareLine = readonly [label: string, text: string];

export interface ShareBlock {
  readonly title: string;
  readonly lines: readonly ShareLine[];
}

/** One incident, or one part of the look back on a quarter. */
export interface SharePart {
  readonly title: string;
  /** When it was. */
  readonly when?: string;
  readonly blocks: readonly ShareBlock[];
}

/** What Markdown and HTML are written from: plain texts, nothing of them escaped yet. */
export interface ShareDocument {
  readonly title: string;
  readonly about: readonly string[];
  readonly parts: readonly SharePart[];
}

/** How times and people are said. */
export interface Saying {
  readonly locale: Locale;
  /** The clock, in milliseconds: of this year's days the year is not said. */
  readonly now: number;
  /** What stands for somebody, by their id. */
  readonly personWords: (id: string) => string;
}

/** One incident as it leaves. What it does not say has no line, a section without lines no heading. */
export function partOf(record: Incident, saying: Saying): SharePart {
  const titles = sectionWords();
  const blocks = SECTIONS.map((section) => ({ title: titles[section], lines: linesOf[section](record, saying) }));
  return { title: record.title, when: windowWords(record.window, saying.locale, saying.now), blocks: blocks.filter(({ lines }) => lines.length > 0) };
}

const linesOf: Readonly<Record<Section, (record: Incident, saying: Saying) => readonly ShareLine[]>> = {
  facts, notes, moment, ratings, plan,
  answers: (record, saying) => answersIn(record, 'answers', saying),
  lesson: ({ lesson }) => [...line('', lesson?.text), ...line(l10n.t('Files'), lesson?.files?.join(', '))],
  people: noted,
  promises,
  feelings: (record, saying) => answersIn(record, 'feelings', saying),
  outside: (record, saying) => [...views(record, saying), ...answersIn(record, 'outside', saying)],
  card: cardLines,
};

/** What a record says in one section, as lines. */
export function sectionLines(section: Section, record: Incident, saying: Saying): readonly ShareLine[] {
  return linesOf[section](record, saying);
}

function line(label: string, text: string | undefined): readonly ShareLine[] {
  return text === undefined || text.trim() === '' ? [] : [[label, text]];
}

function facts({ window, kind, role, outcome, severity, rawSeverity, stakes, services, tags, cancelled }: Incident): readonly ShareLine[] {
  if (!role && !outcome && !severity && stakes === undefined && !services && !tags && rawSeverity === undefined) return [];
  const lasted = window.end === undefined ? undefined : durationWords(Date.parse(window.end) - Date.parse(window.start));
  return [
    ...line(l10n.t('What it was'), kind && kindWords()[kind]),
    ...line(l10n.t('False alarm'), cancelled),
    ...line(l10n.t('It took'), lasted),
    ...line(l10n.t('What I mostly did'), role && roleWords()[role]),
    ...line(l10n.t('How it ended'), outcome && outcomeWords()[outcome]),
    ...line(l10n.t('Severity'), severity ? severityWords()[severity] : rawSeverity),
    ...line(l10n.t('What could have been lost'), stakes),
    ...line(l10n.t('Services'), services?.join(', ')),
    ...line(l10n.t('Tags'), tags?.join(', ')),
  ];
}

function notes({ incidentNotes = [], foresight = [] }: Incident, { locale }: Saying): readonly ShareLine[] {
  const judged = judgedWords();
  const beliefs = foresight.map((note) => {
    const sure = note.sure === undefined ? undefined : l10n.t('{0} % sure.', note.sure);
    const next = note.next === undefined ? undefined : l10n.t('Expected next: {0}', note.next);
    const happened = note.judged && l10n.t('Did it happen? {0}', judged[note.judged]);
    return { at: note.at, text: [note.belief, sure, next, happened].filter((each) => each !== undefined).join('\n') };
  });
  const all = [...incidentNotes, ...beliefs].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return all.map(({ at, text }): ShareLine => [timeOfDay(at, locale), text]);
}

function moment({ evidence = [], reflection }: Incident, { locale }: Saying): readonly ShareLine[] {
  const marked = evidence.map(({ at, title }): ShareLine => [timeOfDay(at, locale), title]);
  return [...marked, ...line(l10n.t('What I was looking at'), reflection?.answers?.['moment'])];
}

function ratings({ reflection }: Incident): readonly ShareLine[] {
  const name = (id: string | undefined): string | undefined => id && (behaviour(id)?.name ?? id);
  const rated = reflection?.ratings ?? [];
  return [
    ...line(l10n.t('Guess, went best'), name(reflection?.guess?.best)),
    ...line(l10n.t('Guess, cost most'), name(reflection?.guess?.costly)),
    ...rated.map((rating): ShareLine => [name(rating.behaviour) ?? '', [ratingWords(rating), rating.evidence].filter(Boolean).join('\n')]),
  ];
}

/** "4: I compared …", the act in words. The words of another version's table are not known here. */
export function ratingWords({ behaviour: id, table, anchor }: Rating): string {
  if (anchor === undefined) return l10n.t('Not rated.');
  if (anchor === NO_OCCASION) return l10n.t('No occasion.');
  const act = table === BEHAVIOUR_TABLE ? behaviour(id)?.anchors[anchor - 1] : undefined;
  return act === undefined ? `${anchor}.` : l10n.t('{0}: {1}', anchor, act);
}

/** The answers of a section, each with its question's words; about a decision point, with when that was. One that no bank knows stands under its name. */
function answersIn({ reflection, evidence = [] }: Incident, section: Section, { locale }: Saying): readonly ShareLine[] {
  const label = (question: string): string => {
    const words = question === 'otherwise' ? l10n.t('Another explanation') : (questionWords(question) ?? question);
    const point = evidence.find(({ id }) => question.endsWith(`.${id}`));
    return point ? l10n.t('{0}: {1}', timeOfDay(point.at, locale), words) : words;
  };
  const own = Object.entries(reflection?.answers ?? {}).filter(([question]) => sectionOfAnswer(question) === section);
  return own.sort(([one], [other]) => rankOf(one) - rankOf(other)).flatMap(([question, text]) => line(label(question), text));
}

/** In the order of the bank; what it does not know comes last. */
function rankOf(question: string): number {
  const index = questions().findIndex(({ id }) => id === question.split('.')[0]);
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

function views({ outside = [] }: Incident, { personWords }: Saying): readonly ShareLine[] {
  return outside.filter(({ text }) => text !== '').map(({ text, person, behaviour: about }): ShareLine => [[person && personWords(person), behaviour(about)?.name].filter(Boolean).join(', '), text]);
}

/** Room to write by hand, where nothing was said yet. */
const ROOM = `${'_'.repeat(56)}\n`.repeat(2).trimEnd();

/** The card of a conversation: with whom, what they want, what stays open, and four questions with what they said or room for it. */
function cardLines({ people = [], reflection }: Incident, saying: Saying): readonly ShareLine[] {
  const entry = people.find(({ id }) => id === reflection?.coached);
  const answers = reflection?.answers ?? {};
  const own = questions().filter(({ shared, each }) => shared === 'card' && each === undefined).flatMap(({ id, words }) => line(words(), answers[id]));
  const words = talkWords();
  if (!entry && own.length === 0 && !TALK.some((part) => answers[`said.${part}`])) return [];
  const talk = TALK.map((part): ShareLine => [words[part].title, `${words[part].ask}\n${answers[`said.${part}`] ?? ROOM}`]);
  return [...line(l10n.t('A conversation with'), entry && saying.personWords(entry.person)), ...own, ...talk];
}

function plan({ plan: made }: Incident, { locale, now }: Saying): readonly ShareLine[] {
  if (!made || (made.cue === undefined && made.act === undefined)) return [];
  const words = ledgerWords();
  const came = (made.ledger ?? []).map(({ at, did, why }): ShareLine => [dayWords(at, locale, now), [`${words[did]}.`, why].filter(Boolean).join(' ')]);
  return [['', planWords(made)], ...came];
}

function noted(record: Incident, { locale, now, personWords }: Saying): readonly ShareLine[] {
  const { people = [], reflection } = record;
  const words = markWords();
  const waiting = line(l10n.t('A note about somebody'), reflection?.answers?.['person.note']);
  const asked = [['again', l10n.t('Used again and again.')], ['heldBack', l10n.t('Kept from something they could do.')]] as const;
  const entries = people.map(({ person, marks, note, thanked, ...flags }): ShareLine => {
    const told = thanked === undefined ? undefined : l10n.t('Told on {0}.', dayWords(thanked, locale, now));
    const done = marks.length > 0 ? `${marks.map((mark) => words[mark]).join(', ')}.` : undefined;
    const used = asked.filter(([flag]) => flags[flag] === true).map(([, said]) => said).join(' ');
    return [personWords(person), [done, used, note, told].filter((each) => each !== undefined && each !== '').join('\n')];
  });
  return [...entries.filter(([, text]) => text !== ''), ...waiting, ...answersIn(record, 'people', { locale, now, personWords })];
}

function promises({ promises: given = [] }: Incident, { personWords }: Saying): readonly ShareLine[] {
  const states = { open: l10n.t('Open.'), kept: l10n.t('Kept.'), dropped: l10n.t('Dropped.') };
  return given.map(({ text, person, due, check, sign: asked, state }): ShareLine => {
    const by = due === undefined ? undefined : l10n.t('By {0}.', due);
    const words = asked && isAskable(asked) ? signWords(asked) : check;
    const sign = words === undefined ? undefined : l10n.t('Sign to look for: {0}', words);
    return [person === undefined ? '' : personWords(person), [text, by, sign, states[state]].filter((each) => each !== undefined).join('\n')];
  });
}

/** From when to when some records are, in words. */
export function spanWords(records: readonly Incident[], { locale, now }: Pick<Saying, 'locale' | 'now'>): string {
  const [first, last] = [records[0]?.window.start, records.at(-1)?.window.start];
  if (first === undefined || last === undefined) return '';
  const [from, to] = [dayWords(first, locale, now), dayWords(last, locale, now)];
  return records.length === 1 ? momentWords(first, locale, now) : from === to ? from : l10n.t('{0} to {1}', from, to);
}
