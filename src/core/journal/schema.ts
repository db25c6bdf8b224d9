import * as v from 'valibot';
import { drillSchema } from './drillSchema';
import type { Known } from './known';
import { BEHAVIOUR_ID, DAY, ID, PERSON_ID, TIME, behaviourId, day, flag, id, list, noList, opt, say, seekFields, text, time } from './schemaFields';
import { CLAIM_KINDS, FORMAT, JUDGED, KINDS, LEDGER, MARKS, NO_OCCASION, OUTCOMES, PRECISIONS, ROLES, SEEK_ENDS, SEVERITIES } from './values';

export { BEHAVIOUR_ID, DAY, ID, PERSON_ID, TIME };

const window = v.looseObject({
  start: time('When it began.'),
  end: opt(time('When it was over. Absent while the incident is open.')),
  startFrom: opt(text('Which source said when it began.')),
  endFrom: opt(text('Which source said when it was over.')),
});

const incidentNote = v.looseObject({ id, at: time('When it was noted.'), text: text('Handed over to, started late, anything said in passing.') });

/** What a source says about one incident; see `Claim`. */
export const claimSchema = v.looseObject({
  id,
  source: text('Who says that this was an incident: person, git, a monitoring system.'),
  ref: opt(text('What the source calls it.')),
  seen: time('When it was seen.'),
  kind: opt(v.pipe(v.picklist(CLAIM_KINDS), say('declared: a person or an incident tool said so. alert: a condition held. inferred: guessed from texts or history.'))),
  sure: opt(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100), say('How sure the source is, in per cent.'))),
  title: opt(text('What the source calls the incident.')),
  start: opt(time('When it began, as the source says.')),
  precision: opt(v.pipe(v.picklist(PRECISIONS), say('How exactly the source knows the start: second, minute or day.'))),
  end: opt(time('When it was over, as the source says. Absent while it is open.')),
  severity: opt(v.pipe(v.picklist(SEVERITIES), say('How severe, as the source says.'))),
  rawSeverity: opt(text('What the source called the severity.')),
  services: opt(list('Which services, as the source calls them.', v.string())),
  urls: opt(list('Where it can be looked at.', v.string())),
  why: opt(list('Facts that speak for it, each a sentence.', v.string())),
  drill: opt(flag('The source says that it was a drill or a test.')),
  joined: opt(time('When the lead said that it belongs to this incident.')),
});

const apart = v.looseObject({ id, source: text('Who said it.'), ref: text('What the source calls it; of a claim without a name, its id.'), at: time('When the lead parted it.') });

const absorbed = v.looseObject({ into: text('The id of the incident that goes on.'), at: time('When the lead joined the two.'), gave: opt(list('What the other had none of, and took over: reflection, plan, lesson.', v.string())) });

const evidence = v.looseObject({
  id,
  at: time('When it happened; for a commit, when it landed.'),
  source: text('Where it comes from: git, or person when it was added by hand.'),
  title: text('What it says.'),
  kind: opt(text('What it is: landing, revert, tag, moment.')),
  ref: opt(text('The commit or tag.')),
  repository: opt(text('The folder name of the repository.')),
  hidden: opt(flag('Hidden by the lead.')),
  moment: opt(flag('The moment in which the next step was not obvious.')), decision: opt(flag('A decision point of the deep path.')),
});

const foresight = v.looseObject({
  id,
  at: time('When it was written.'),
  head: opt(text('The commit that was checked out then.')),
  belief: text('What I believe is going on.'),
  sure: opt(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100), say('How sure, in per cent.'))),
  next: opt(text('What I expect to happen next.')),
  judged: opt(v.pipe(v.picklist(JUDGED), say('Did it happen?'))),
});

const person = v.looseObject({
  id,
  person: v.pipe(v.string(), v.regex(PERSON_ID), say('The id in debrief-people.json.')),
  marks: list('What they did in this incident.', v.picklist(MARKS)),
  note: opt(text('What it made possible.')),
  again: opt(flag('Used again and again.')), heldBack: opt(flag('Kept from something they could do.')),
  thanked: opt(time('When they were told.')),
});

const rating = v.looseObject({
  id,
  at: time('When it was rated.'),
  behaviour: behaviourId('Which behaviour, by its id.'),
  table: v.pipe(v.number(), v.integer(), v.minValue(1), say('The version of the table of behaviours. Another table starts a new series.')),
  anchor: opt(v.pipe(v.picklist([1, 2, 3, 4, 5, NO_OCCASION]), say('The act that fits, 1 to 5, or no occasion.'))),
  evidence: opt(text('What shows it.')),
});

const revision = v.looseObject({
  id,
  at: time('When it was changed, after the reflection was finished.'),
  field: text('Which field.'),
  before: text('What it said before.'),
});

const guess = v.pipe(
  noList,
  v.looseObject({
    best: opt(behaviourId('The behaviour guessed to have gone best, before the evidence.')),
    costly: opt(behaviourId('The behaviour guessed to have cost most, before the evidence.')),
    changedAfterEvidence: opt(flag('The guess was changed after the evidence had been opened.')),
  }),
);

const reflection = v.looseObject({
  path: v.pipe(v.picklist(['short', 'deep']), say('Which path.')),
  started: time('When it was begun.'),
  finished: opt(time('When it was finished. Absent in a draft.')),
  screen: opt(text('Where the lead stopped.')),
  section: opt(text('Where in the deep path: list, A to I, card. Absent on the screens.')),
  skipped: opt(list('Screens that were skipped.', v.string())),
  evidenceOpened: opt(time('When the evidence was first shown. The guess is read-only from then on.')),
  guess: opt(guess),
  answers: opt(v.pipe(noList, v.record(v.string(), v.string()), say('Answers in the lead’s own words, by question.'))),
  picked: opt(list('Behaviours chosen after the evidence, where no guess was made.', behaviourId('Which behaviour, by its id.'))),
  person: opt(text('The entry in people of the one person who would have been missed.')),
  coached: opt(text('The entry in people of the one person to talk with.')),
  ratings: opt(list('One incident, behaviours that had an occasion. Append-only.', rating)),
  revisions: opt(list('What was changed after it was finished.', revision)),
});

const ledgerEntry = v.looseObject({
  id,
  at: time('When it was noted.'),
  did: v.pipe(v.picklist(LEDGER), say('acted: it came, and I did it. forgot. chose: I chose otherwise. absent: it did not come.')),
  incident: opt(text('The id of the incident that it was asked after.')),
  event: opt(text('What the editor saw, where that brought the plan up.')),
  why: opt(text('What made the difference.')),
});

const cue = v.looseObject({
  id: v.pipe(v.string(), v.regex(ID), say('What the editor sees: declared, resolved, revert, branch, file, weekly. One of each.')),
  pattern: opt(text('Which branches or files: hotfix/*, src/checkout. Several with commas.')),
  day: opt(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7), say('Weekly: 1 Monday to 7 Sunday.'))),
  time: opt(text('Weekly: in the lead’s zone, like 09:30.')),
});

const plan = v.looseObject({
  id,
  cue: opt(text('When I next see …')),
  act: opt(text('I will …')),
  keptAsIs: opt(list('Parts that were turned back once and kept as they are: cue, act.', v.picklist(['cue', 'act']))),
  typed: opt(v.pipe(noList, v.looseObject({ cue: opt(v.string()), act: opt(v.string()) }), say('The plan, typed once from memory.'))),
  made: opt(time('When the plan was saved.')),
  cues: opt(list('What the editor can see that brings it up.', cue)),
  rehearsed: opt(time('When it was typed from memory once more.')),
  ledger: opt(list('Whether its moment came, and what was done. Append-only.', ledgerEntry)),
  closed: opt(time('When it was replaced or given up.')),
});

const sign = v.looseObject({
  kind: text('What git is asked: path (it exists), contains (a path holds a text), commit (one mentions a text), branch (it was merged).'),
  path: opt(text('The path, from the root of the repository.')),
  text: opt(text('What it holds or mentions.')),
  branch: opt(text('The branch.')),
  repository: opt(text('The folder name of the repository.')),
});

const promise = v.looseObject({
  id,
  text: text('What was promised.'),
  kind: opt(text('What it is: change, test, runbook, talk.')),
  made: opt(time('When it was promised.')),
  person: opt(text('The id of the person whom it concerns.')),
  due: opt(day('By when.')),
  check: opt(text('The sign to look for.')),
  sign: opt(sign),
  state: v.pipe(v.picklist(['open', 'kept', 'dropped']), say('What became of it.')),
});

const lesson = v.looseObject({
  text: text('The lesson.'),
  files: opt(list('Files that were part of the incident.', v.string())),
  services: opt(list('Services that it is about.', v.string())),
  behaviours: opt(list('Behaviours that it is about.', behaviourId('Which behaviour, by its id.'))),
  retired: opt(time('When it was retired: it comes back no more.')),
  seen: opt(list('When it came back.', v.looseObject({ id, at: time('When.'), recalled: v.boolean() }))),
});

const outside = v.looseObject({ id, at: time('When.'), text: text('Their words.'), person: opt(text('Who was asked.')), behaviour: opt(behaviourId('About which behaviour.')), asked: opt(time('When they were asked.')) });

const clashes = list('Changed in two places; the other value waits here.', v.looseObject({ path: text('Which field.'), other: v.unknown() }));

/** One incident and all that the lead noted about it: the whole of format 1. The one schema; the shipped JSON Schema is made from it. */
export const incidentSchema = v.pipe(
  v.looseObject({
    format: v.pipe(v.literal(FORMAT), say('The version of this file format.')),
    id,
    title: text('What people call it.'),
    window,
    severity: opt(v.pipe(v.picklist(SEVERITIES), say('sev1 critical, sev2 major, sev3 minor, sev4 low.'))),
    rawSeverity: opt(text('What the source called the severity.')),
    role: opt(v.pipe(v.picklist(ROLES), say('What the lead mostly did.'))),
    kind: opt(v.pipe(v.picklist(KINDS), say('real, drill, or shadow (watched someone lead). Never counted together.'))),
    outcome: opt(v.pipe(v.picklist(OUTCOMES), say('How it ended.'))),
    stakes: opt(text('What could have been lost.')),
    services: opt(list('Which services.', v.string())),
    tags: opt(list('Free words.', v.string())),
    cancelled: opt(time('When it was called off: a false alarm.')),
    incidentNotes: opt(list('Noted in passing while it ran.', incidentNote)),
    claims: opt(list('Who said that this was an incident.', claimSchema)),
    apart: opt(list('Claims that the lead parted from this incident. They never come back by themselves.', apart)),
    absorbed: opt(v.pipe(absorbed, say('Joined with another incident: this one is not listed by itself any more.'))),
    evidence: opt(list('Marked, hidden or added by hand. The rest is read from git each time.', evidence)),
    foresight: opt(list('What the lead believed before the outcome was known.', foresight)),
    people: opt(list('What people made possible.', person)),
    reflection: opt(reflection),
    plan: opt(plan),
    promises: opt(list('What was promised to people.', promise)),
    lesson: opt(lesson),
    outside: opt(list('What others said.', outside)),
    drill: opt(v.pipe(drillSchema, say('The story of a drill, and what the lead would have done.'))),
    deleted: opt(v.looseObject({ at: time('When.'), was: text('Digest of what was deleted.'), purged: opt(v.boolean()) })),
    clashes: opt(clashes),
  }),
  v.title('Lead Debrief incident'),
);

/**
 * What is left of an incident that was deleted for ever in a shared journal: nothing but that it was, so that an old copy on another
 * machine does not bring it back.
 */
export const purgedSchema = v.pipe(
  v.looseObject({
    format: v.pipe(v.literal(FORMAT), say('The version of this file format.')),
    id,
    deleted: v.looseObject({ at: time('When it was deleted.'), purged: v.pipe(v.literal(true), say('Deleted for ever.')) }),
  }),
  v.title('Deleted Lead Debrief incident'),
);

/** One record of the journal. Unknown fields stay in it; see `Known` for why the type does not show them. */
export type Incident = Known<v.InferOutput<typeof incidentSchema>>;
export type PurgedIncident = Known<v.InferOutput<typeof purgedSchema>>;
/** What an incident's file holds: the incident, or what is left of it after it was deleted for ever in a shared journal. */
export type StoredIncident = Incident | PurgedIncident;
export type Clash = NonNullable<Incident['clashes']>[number];
export type Role = (typeof ROLES)[number];
export type Kind = (typeof KINDS)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type Severity = (typeof SEVERITIES)[number];
export type Mark = (typeof MARKS)[number];
export type Judged = (typeof JUDGED)[number];
export type LedgerWord = (typeof LEDGER)[number];
export type Reflection = NonNullable<Incident['reflection']>;
export type Rating = NonNullable<Reflection['ratings']>[number];
export type Anchor = NonNullable<Rating['anchor']>;
export type Plan = NonNullable<Incident['plan']>;
export type Cue = NonNullable<Plan['cues']>[number];
export type LedgerEntry = NonNullable<Plan['ledger']>[number];
export type Lesson = NonNullable<Incident['lesson']>;
export type Claim = NonNullable<Incident['claims']>[number];
export type ClaimKind = (typeof CLAIM_KINDS)[number];
export type GivenPromise = NonNullable<Incident['promises']>[number];
export type Sign = NonNullable<GivenPromise['sign']>;
export type StoredEvidence = NonNullable<Incident['evidence']>[number];
export type PersonInIncident = NonNullable<Incident['people']>[number];

/** `debrief-journal.json`: what holds for the journal as a whole. */
export const journalSchema = v.looseObject({
  format: v.literal(FORMAT),
  id,
  shared: opt(flag('Shared through git.')),
  goal: opt(text('Which situations the lead wants to meet.')),
  seek: opt(v.pipe(noList, v.looseObject(seekFields), say('What belongs to the goal: in which role, with whose backing, by when.'))),
  sought: opt(list('Earlier goals.', v.looseObject({ id, at: time('When the lead said what became of it.'), goal: text('The situation.'), became: v.pipe(v.picklist(SEEK_ENDS), say('What became of it.')), ...seekFields }))),
  loadLimit: opt(v.pipe(v.number(), v.integer(), v.minValue(1), say('How many real incidents a month are enough.'))),
  clashes: opt(clashes),
});
export type JournalFacts = Known<v.InferOutput<typeof journalSchema>>;
export type Sought = NonNullable<JournalFacts['sought']>[number];

/** `debrief-people.json`: the only place that holds names. */
export const peopleSchema = v.looseObject({
  format: v.literal(FORMAT),
  people: list(
    'People whom the lead named.',
    v.looseObject({
      id: v.pipe(v.string(), v.regex(PERSON_ID)),
      name: text('Their name.'),
      alias: opt(text('The name used outside the lead’s own reflections.')),
      mails: opt(list('Mail addresses in git.', v.string())),
    }),
  ),
  clashes: opt(clashes),
});
export type People = Known<v.InferOutput<typeof peopleSchema>>;
export type Person = People['people'][number];
