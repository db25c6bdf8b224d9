// @ts-check
// A year of reflections for the sample workspace: real incidents, drills, shadowing, one draft, one that waits.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { incidentFrom, MINUTE } from './incident.mjs';
import { idFrom, oneOf, randomFrom, utc } from './random.mjs';
import { team } from './team.mjs';
import * as words from './words.mjs';

/** @typedef {import('../../src/core/journal/schema.ts').Incident} Incident */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./incident.mjs').Behaviour} Behaviour */
/** @typedef {{ title: string, start: string, end: string }} Waiting */

const DAY = 24 * 60 * MINUTE;

/** One finished incident a row: its kind, and the two behaviours guessed. Some have enough occasions for a median, few for a signal. */
const rows = /** @type {[NonNullable<Incident['kind']>, Behaviour, Behaviour][]} */ (
  [
    'real C1 C5',
    'drill C1 C3',
    'real C5 C1',
    'shadow C1 C4',
    'real C1 C4',
    'real T1 C5',
    'real C1 C5',
    'drill C3 C5',
    'real C5 C1',
    'real C1 C4',
    'real C3 C5',
    'shadow C4 C1',
    'real C1 C5',
    'drill C1 C5',
    'real T1 C1',
    'real C5 C4',
    'real C1 C5',
    'real T1 C1',
    'shadow C1 C3',
    'real C5 W1',
    'real C1 C5',
    'drill C5 C1',
    'real T1 C1',
    'real C1 C5',
    'real C4 C5',
    'drill C2 C1',
    'real T1 C1',
    'real W1 C5',
  ].map((row) => row.split(' '))
);

/** Who is in the people file: the team of the sample's git history, and two whom git does not know. */
const people = [
  { id: 'p-2f8k1m', name: team.priya.name, alias: 'Heron', mails: [team.priya.mail] },
  { id: 'p-3q7d0x', name: team.jonas.name, alias: 'Wren', mails: [team.jonas.mail] },
  { id: 'p-5t2n9c', name: team.mei.name, alias: 'Plover', mails: [team.mei.mail] },
  { id: 'p-8v4h6z', name: team.ana.name, alias: 'Siskin', mails: [team.ana.mail, team.anaBefore.mail] },
  { id: 'p-9b1r3w', name: 'Samir Haddad', alias: 'Dunlin' },
  { id: 'p-c6j5y2', name: 'Ingrid Solheim', alias: 'Avocet' },
];

/** Who is named: two of them in most incidents, as it is where the same people carry much. */
const named = ['p-5t2n9c', 'p-3q7d0x'].flatMap((id) => [id, id, id, id]).concat(people.map(({ id }) => id)).map((id) => ({ id }));

/**
 * The n-th, beginning again behind the last.
 * @template T
 * @param {readonly T[]} items @param {number} n
 */
const around = (items, n) => /** @type {T} */ (items[n % items.length]);

/** @param {number} last when the year ends, in milliseconds @param {Random} random @returns {Incident[]} oldest first */
function finished(last, random) {
  return rows.map(([kind, best, costly], index) => {
    const [title, service, stakes] = around(words.incidents, index);
    const day = last - Math.round((rows.length - index) * (355 / rows.length) - random() * 3) * DAY;
    const start = Math.floor(day / DAY) * DAY + (7 * 60 + Math.floor(random() * 600)) * MINUTE;
    const outline = {
      title: { real: title, drill: `Drill: ${title}`, shadow: title }[kind],
      service,
      stakes,
      start,
      kind,
      minutes: 15 + Math.floor(random() * 140),
      behaviours: /** @type {const} */ ([best, costly]),
      person: oneOf(random, named).id,
      plan: index % 3 === 1 ? undefined : around(words.plans, Math.floor(index / 3)),
      deep: random() < 0.3,
    };
    return incidentFrom(outline, random);
  });
}

/** What becomes of a plan when the next reflections ask about it; a new plan closes the one before. @param {Incident[]} incidents @param {Random} random */
function followPlans(incidents, random) {
  let open = -1;
  return incidents.reduce((/** @type {Incident[]} */ done, incident, index) => {
    const after = [...done, incident];
    const before = after[open];
    const { reflection } = incident;
    if (before?.plan && reflection) {
      const did = oneOf(random, /** @type {const} */ (['acted', 'acted', 'forgot', 'chose', 'absent']));
      const entry = {
        id: idFrom(random),
        at: reflection.started,
        did,
        incident: incident.id,
        ...(did !== 'absent' && { why: oneOf(random, words.whys[did]) }),
      };
      const replaced = incident.plan?.made !== undefined;
      const plan = {
        ...before.plan,
        ledger: [...(before.plan.ledger ?? []), entry],
        ...(replaced && { closed: incident.plan?.made }),
      };
      after[open] = /** @type {Incident} */ ({ ...before, plan });
      after[index] = {
        ...incident,
        reflection: { ...reflection, answers: { ...reflection.answers, lastPlan: replaced ? 'replace' : 'keep' } },
      };
    }
    if (incident.plan?.made !== undefined) open = index;
    return after;
  }, []);
}

/** Begun, and left at the evidence. @param {number} start @param {Random} random @returns {Incident} */
function draft(start, random) {
  const started = start + 20 * 60 * MINUTE;
  return {
    format: 1,
    id: idFrom(random),
    title: 'Refund mails sent twice',
    window: { start: utc(start), end: utc(start + 52 * MINUTE), startFrom: 'person', endFrom: 'person' },
    severity: 'sev3',
    role: 'communicator',
    kind: 'real',
    outcome: 'clean',
    stakes: 'Trust in every mail that we send.',
    services: ['mail'],
    claims: [{ id: idFrom(random), source: 'person', seen: utc(started) }],
    reflection: {
      path: 'short',
      started: utc(started),
      screen: 'evidence',
      evidenceOpened: utc(started + 3 * MINUTE),
      guess: { best: 'C5', costly: 'C4' },
    },
  };
}

const notesWhileItRan = [
  {
    minutes: 7,
    belief: 'The smaller pool starves card-auth. Timeouts should stop within five minutes of raising the wait.',
    sure: 60,
  },
  { minutes: 22, belief: 'The restart did not help.', sure: 80, next: 'Gateway 5xx stay flat while the queue grows.' },
];

/** Over, and not looked back at: the incident of the git history, with two notes made while it ran. @param {Waiting} waiting @param {Random} random @returns {Incident} */
function waits({ title, start, end }, random) {
  const claims = [{ id: idFrom(random), source: 'person', seen: end }];
  const notes = notesWhileItRan.map(({ minutes, ...words }) => ({
    id: idFrom(random),
    at: utc(Date.parse(start) + minutes * MINUTE),
    ...words,
  }));
  return {
    format: 1,
    id: idFrom(random),
    title,
    window: { start, end, startFrom: 'person', endFrom: 'person' },
    severity: 'sev2',
    claims,
    foresight: notes,
  };
}

/**
 * The whole year, oldest first.
 * @param {Waiting} waiting @param {number} seed
 * @returns {Incident[]}
 */
export function yearOfIncidents(waiting, seed) {
  const random = randomFrom(seed + 365);
  const start = Date.parse(waiting.start);
  return [...followPlans(finished(start, random), random), draft(start - 3 * DAY, random), waits(waiting, random)];
}

/** @param {Incident} record */
function fileOf({ id, title, window, reflection }) {
  const day = (reflection?.started ?? window.end ?? window.start).slice(0, 10);
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 40)
    .replace(/-$/, '');
  return path.join('incidents', day.slice(0, 4), `${day}-${slug}-${id}.debrief.json`);
}

/** What holds for the journal as a whole: a goal with a day three weeks after the incident that waits, and one before it. @param {Waiting} waiting @param {Random} random */
function factsOf(waiting, random) {
  const start = Date.parse(waiting.start);
  const since = utc(start - 75 * DAY);
  return {
    format: 1,
    id: idFrom(random),
    shared: false,
    goal: 'Lead one that two teams share, with a stand-in named from the start.',
    seek: { role: 'commander', backing: 'The lead of the other team, on the phone', by: utc(start + 21 * DAY).slice(0, 10), since },
    sought: [{ id: idFrom(random), at: since, goal: 'Be the scribe of one, and touch nothing', became: 'met', role: 'scribe', since: utc(start - 160 * DAY) }],
    loadLimit: 3,
  };
}

/**
 * Writes the journal into the sample workspace, as the extension would have.
 * @param {string} folder the workspace
 * @param {Waiting} waiting the incident of the git history
 * @param {number} seed
 */
export function writeYear(folder, waiting, seed) {
  const journal = path.join(folder, '.lead-debrief');
  const random = randomFrom(seed);
  const pretty = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;
  const incidents = yearOfIncidents(waiting, seed);
  const contents = new Map([
    ['.gitignore', '*\n'],
    ['debrief-journal.json', pretty(factsOf(waiting, random))],
    ['debrief-people.json', pretty({ format: 1, people })],
    ...incidents.map((record) => /** @type {const} */ ([fileOf(record), pretty(record)])),
  ]);
  for (const [file, text] of contents) {
    mkdirSync(path.dirname(path.join(journal, file)), { recursive: true });
    writeFileSync(path.join(journal, file), text);
  }
}
