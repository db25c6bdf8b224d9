import * as l10n from '@vscode/l10n';
import { isPastLimit, loadOf, loadWords } from '../growth/load';
import { shorten } from '../growth/shorten';
import { isReviewed } from '../incident/state';
import { dayWords, type Locale } from '../incident/times';
import type { Incident } from '../journal/schema';
import { wordsOf } from '../search/words';
import { isTaught } from './lesson';
import { openPlan, type OpenPlan } from './openPlan';

/** No calendar month is longer, in whatever zone: milliseconds. */
const MONTH = 33 * 86_400_000;
/** More cannot be read in ten seconds. */
const LESSONS = 2;
const LESSON = 240;
const TITLE = 60;
const BUTTON = 24;
/** A service in common says more than any word, a file as much as a rare one; what cost most when the plan was made decides between equals. */
const SERVICE = 12;
const FILE = 8;
const BEHAVIOUR = 1;

/** What the lead sees when an incident is declared. */
export interface PreBrief {
  readonly plan?: OpenPlan;
  /** The lessons most like this incident, each in words that say where it is from. */
  readonly lessons: readonly { readonly id: string; readonly title: string; readonly words: string }[];
  /** Where this month holds more than the lead takes for enough. */
  readonly load?: string;
}

/** What is known when an incident is declared. */
export interface PreBriefContext {
  /** Paths of the files that are open in front of the lead, from the root of the workspace. */
  readonly files: readonly string[];
  readonly loadLimit?: number | undefined;
  readonly locale: Locale;
  /** The clock, in milliseconds. */
  readonly now: number;
}

/**
 * The open plan, the two lessons most like an incident, and the load limit where it is passed. Alike is: a service or a tag in common, words of the
 * title and the rarer the more, a file in common, the behaviour that cost most. Where nothing is alike, the newest lessons.
 * @param records every record that is not deleted, in any order; the incident may be among them
 */
export function preBriefOf(records: readonly Incident[], incident: Incident, { files, loadLimit, locale, now }: PreBriefContext): PreBrief {
  const plan = openPlan(records);
  const load = loadOf(loadLimit === undefined ? [] : records.filter(({ window }) => Math.abs(now - Date.parse(window.start)) < MONTH), loadLimit, locale.zone, now);
  const taught = records.filter((each) => each.id !== incident.id && isTaught(each.lesson) && isReviewed(each));
  const likeness = likenessTo(incident, { files, costly: plan?.incident.reflection?.guess?.costly, taught });
  const ranked = taught.map((each) => ({ each, like: likeness(each), start: Date.parse(each.window.start) })).sort((a, b) => b.like - a.like || b.start - a.start || (a.each.id < b.each.id ? -1 : 1));
  const lessons = ranked.slice(0, LESSONS).map(({ each }) => ({ id: each.id, title: shorten(each.title, BUTTON), words: lessonWords(each, locale, now) }));
  return { ...(plan && { plan }), lessons, ...(isPastLimit(load) && { load: loadWords(load) }) };
}

function lessonWords({ title, window, lesson }: Incident, locale: Locale, now: number): string {
  return l10n.t('From {0}, {1}: {2}', shorten(title, TITLE), dayWords(window.start, locale, now), shorten((lesson?.text ?? '').trim(), LESSON));
}

interface Known {
  readonly files: readonly string[];
  readonly costly: string | undefined;
  readonly taught: readonly Incident[];
}

/** How much alike a lesson's incident is: a sum, larger is more. */
function likenessTo(incident: Incident, { files, costly, taught }: Known): (other: Incident) => number {
  const services = new Set(namesOf(incident));
  const wanted = new Set(wordsOf(incident.title).filter((word) => !FIGURE.test(word)));
  const known = new Map(taught.map((each) => [each.id, new Set(wordsOf(each.title).filter((word) => wanted.has(word)))]));
  const weights = new Map([...wanted].map((word) => [word, rarity(word, known)]));
  const open = new Set(files);
  return (other) => {
    const words = [...(known.get(other.id) ?? [])].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
    const shared = namesOf(other).filter((name) => services.has(name)).length;
    const inFiles = (other.lesson?.files ?? []).some((file) => open.has(file));
    const cost = costly !== undefined && other.reflection?.guess?.costly === costly;
    return words + shared * SERVICE + (inFiles ? FILE : 0) + (cost ? BEHAVIOUR : 0);
  };
}

/** Services and tags: what the lead and their tools name. */
function namesOf({ services = [], tags = [] }: Incident): readonly string[] {
  return [...services, ...tags].map((name) => name.toLowerCase());
}

/** "14:05" says nothing. */
const FIGURE = /^\d+$/;

/** A word that is in each title says nothing: 0; one that is in few says up to 7 among a thousand. */
function rarity(word: string, titles: ReadonlyMap<string, ReadonlySet<string>>): number {
  const held = [...titles.values()].filter((words) => words.has(word)).length;
  return held === 0 ? 0 : Math.log(titles.size / held);
}
