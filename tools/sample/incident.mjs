// @ts-check
// Records of the journal, of a realistic size and shape: for the sample's year, and for measuring with thousands of them.
import { idFrom, oneOf, randomFrom, utc } from './random.mjs';
import * as words from './words.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('../../src/core/journal/schema.ts').Incident} Incident */
/** @typedef {import('../../src/core/journal/schema.ts').Anchor} Anchor */
/** @typedef {keyof typeof words.shows} Behaviour */

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * What is decided about one incident; the rest is chance.
 * @typedef {object} Outline
 * @property {string} title
 * @property {string} service
 * @property {string} stakes
 * @property {number} start milliseconds since 1970
 * @property {number} minutes how long it lasted
 * @property {NonNullable<Incident['kind']>} kind
 * @property {readonly [Behaviour, Behaviour]} behaviours guessed to have gone best, and to have cost most
 * @property {string} person the id of who would have been missed
 * @property {readonly [cue: string, act: string] | undefined} plan
 * @property {boolean} deep which path
 */

/** @param {Random} random */
const hashFrom = (random) => Array.from({ length: 40 }, () => Math.floor(random() * 16).toString(16)).join('');

/** @param {Outline} outline @param {Random} random */
function evidence({ start }, random) {
  return [
    {
      id: idFrom(random),
      at: utc(start + 12 * MINUTE),
      source: 'person',
      title: oneOf(random, words.byHand),
      kind: 'moment',
    },
    {
      id: idFrom(random),
      at: utc(start + 24 * MINUTE),
      source: 'git',
      title: 'payments: raise pool wait to 2 s',
      kind: 'landing',
      ref: hashFrom(random),
      repository: 'payments',
      moment: true,
    },
    {
      id: idFrom(random),
      at: utc(start + 31 * MINUTE),
      source: 'git',
      title: 'docs: where the dashboards are (#391)',
      kind: 'landing',
      ref: hashFrom(random),
      repository: 'payments',
      hidden: true,
    },
  ];
}

/** @param {Outline} outline @param {Random} random */
function foresight({ start }, random) {
  return [4, 19, 33].map((minutes) => {
    const [belief, next] = oneOf(random, words.beliefs);
    const sure = 10 * Math.floor(3 + random() * 7);
    const chance = random() * 125;
    /** @type {'yes' | 'no' | 'unclear'} */
    const judged = chance > 100 ? 'unclear' : chance < (sure + 50) / 2 ? 'yes' : 'no';
    return {
      id: idFrom(random),
      at: utc(start + minutes * MINUTE),
      head: hashFrom(random),
      belief,
      sure,
      next,
      judged,
    };
  });
}

/** @param {Outline} outline @param {Random} random @param {number} started */
function ratings({ behaviours }, random, started) {
  return behaviours.map((behaviour, index) => {
    const noOccasion = random() < 0.06;
    const anchor = /** @type {Anchor} */ (
      noOccasion ? 'no-occasion' : Math.min(5, Math.max(1, Math.round(3.4 - index + (random() - 0.5) * 3)))
    );
    const [good, poor] = /** @type {[string, string]} */ (words.shows[behaviour]);
    const shown = anchor === 'no-occasion' ? {} : { evidence: anchor > 2 ? good : poor };
    return { id: idFrom(random), at: utc(started + (4 + index) * MINUTE), behaviour, table: 1, anchor, ...shown };
  });
}

/** @param {Outline} outline @param {Random} random @param {number} started @param {string} person the entry in people */
function reflection(outline, random, started, person) {
  const [best, costly] = outline.behaviours;
  const { deep } = outline;
  const more = Object.entries(words.answers).map(([question, answers]) => [question, oneOf(random, answers)]);
  /** @type {Record<string, string>} */
  const answers = { moment: oneOf(random, words.moments), ...Object.fromEntries(deep ? more : []) };
  return {
    path: deep ? /** @type {const} */ ('deep') : /** @type {const} */ ('short'),
    started: utc(started),
    finished: utc(started + (deep ? 24 : 6) * MINUTE),
    screen: 'summary',
    evidenceOpened: utc(started + 2 * MINUTE),
    guess: { best, costly },
    answers,
    person,
    ratings: ratings(outline, random, started),
  };
}

/** @param {Random} random @param {number} started */
function lesson(random, started) {
  const seen = [3, 10, 30].map((days) => ({
    id: idFrom(random),
    at: utc(started + days * DAY),
    recalled: random() < 0.7,
  }));
  return { text: oneOf(random, words.lessons), files: [oneOf(random, words.files)], seen };
}

/** @param {readonly [cue: string, act: string]} words @param {Random} random @param {string} made */
const plan = ([cue, act], random, made) => ({ id: idFrom(random), cue, act, typed: { cue, act }, made });

/** @param {Outline} outline @param {Random} random */
const promise = ({ person }, random) => ({
  id: idFrom(random),
  text: 'Tell them what it made possible',
  person,
  state: random() < 0.85 ? /** @type {const} */ ('kept') : /** @type {const} */ ('open'),
});

/** Whoever was told has been thanked. @param {Incident} incident @param {string} at @returns {Incident} */
function thanked(incident, at) {
  const wasTold = incident.promises?.every(({ state }) => state === 'kept');
  return wasTold ? { ...incident, people: (incident.people ?? []).map((each) => ({ ...each, thanked: at })) } : incident;
}

/**
 * One finished incident. Its plan has no ledger yet: that is written by the reflections that follow.
 * @param {Outline} outline
 * @param {Random} random
 * @returns {Incident}
 */
export function incidentFrom(outline, random) {
  const { start, minutes, kind } = outline;
  const end = start + minutes * MINUTE;
  const started = end + Math.floor(2 + random() * 20) * HOUR;
  const mark = oneOf(random, /** @type {const} */ (['carried', 'corrected', 'connected', 'calmed', 'learned']));
  const missed = { id: idFrom(random), person: outline.person, marks: [mark], note: oneOf(random, words.made) };
  const looked = reflection(outline, random, started, missed.id);
  const role = oneOf(
    random,
    /** @type {const} */ (['commander', 'commander', 'commander', 'responder', 'communicator', 'standby']),
  );
  /** @type {Incident} */
  const incident = {
    format: 1,
    id: idFrom(random),
    title: outline.title,
    window: { start: utc(start), end: utc(end), startFrom: 'person', endFrom: 'person' },
    severity: oneOf(random, /** @type {const} */ (['sev1', 'sev2', 'sev2', 'sev3', 'sev3', 'sev4'])),
    ...(kind !== 'shadow' && { role }),
    kind,
    outcome: random() < 0.6 ? 'rough' : 'clean',
    stakes: outline.stakes,
    services: [outline.service],
    incidentNotes: [{ id: idFrom(random), at: utc(start + 7 * MINUTE), text: oneOf(random, words.remarks) }],
    claims: [{ id: idFrom(random), source: 'person', seen: utc(end + HOUR) }],
    evidence: evidence(outline, random),
    foresight: foresight(outline, random),
    people: [missed],
    reflection: looked,
    ...(outline.plan && { plan: plan(outline.plan, random, looked.finished) }),
    promises: [promise(outline, random)],
    lesson: lesson(random, started),
  };
  return thanked(incident, utc(started + 2 * DAY));
}

const BEHAVIOURS = /** @type {Behaviour[]} */ (Object.keys(words.shows));

/** @param {number} n @param {Random} random @returns {Outline} */
function outlineOf(n, random) {
  const [title, service, stakes] = oneOf(random, words.incidents);
  const best = oneOf(random, BEHAVIOURS);
  const start = Date.UTC(2016, 0, 1) + n * 8 * HOUR;
  const minutes = 20 + Math.floor(random() * 150);
  const costly = oneOf(random, BEHAVIOURS.filter((each) => each !== best));
  const person = `p-${idFrom(random, 6)}`;
  return { title, service, stakes, start, minutes, kind: 'real', behaviours: [best, costly], person, plan: oneOf(random, words.plans), deep: true };
}

/**
 * The n-th of as many realistic records as are wanted, about 7 kB each as the journal writes them; the same one each time. They begin in
 * 2016, three a day.
 * @param {number} n from 0
 * @returns {Incident}
 */
export function sampleIncident(n) {
  const random = randomFrom(Math.imul(n + 1, 2654435761));
  const outline = outlineOf(n, random);
  const record = incidentFrom(outline, random);
  /** Something that was noted so many days later. @param {number} days */
  const later = (days) => ({ id: idFrom(random), at: utc(outline.start + days * DAY) });
  const outside = words.outside.map((text, index) => ({ ...later(3 + index), text }));
  const ledger = [9, 20].map((days) => {
    const did = oneOf(random, /** @type {const} */ (['acted', 'forgot', 'chose']));
    return { ...later(days), did, why: oneOf(random, words.whys[did]) };
  });
  const revisions = [2, 3, 5].map((days) => ({ ...later(days), field: 'moment', before: oneOf(random, words.moments) }));
  const reviewed = record.reflection && { ...record.reflection, revisions };
  return {
    ...record,
    ...(reviewed && { reflection: reviewed }),
    ...(record.plan && { plan: { ...record.plan, ledger } }),
    outside,
  };
}
