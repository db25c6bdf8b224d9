import * as v from 'valibot';
import { judge, type Verdict } from '../journal/check';
import { opt, say, text } from '../journal/schemaFields';
import { FORMAT, ROLES } from '../journal/values';
import { TIME_OF_DAY } from '../plan/weekly';
import type { DrillSource, DrillStory } from './story';

/** What the files of drills are called, so that the editor checks them by their JSON Schema wherever they are. */
export const DRILL_FILE = '.drill.json';
/** So much of one is read, in bytes: about a hundred pages. A larger file is no drill. */
export const LARGEST_DRILL = 200_000;

const MOST_DECISIONS = 20;
const MOST_LINES = 50;
const LONGEST = 4_000;

const words = (about: string) => v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST), say(about));
const clock = (about: string) => v.pipe(v.string(), v.regex(TIME_OF_DAY), say(`${about} Like 16:42.`));

const line = v.looseObject({
  time: clock('When.'),
  from: opt(words('Where it comes from: the alert, the log, who said it. Roles rather than names.')),
  text: words('What it says, as whoever led would have read or heard it.'),
});

const lines = (about: string, fewest: number) => v.pipe(v.array(line), v.minLength(fewest), v.maxLength(MOST_LINES), say(about));

const decision = v.looseObject({
  time: clock('When somebody had to decide.'),
  seen: lines('What came in since the decision before: signs and noise alike, in the order of their times.', 1),
  ask: opt(words('A question of this decision, beside the three that are always asked.')),
  did: words('What people did here, and why it made sense to them.'),
  then: lines('What happened then. It stays closed until the decision was answered.', 1),
});

/** The file of a drill: format 1. The one schema; the JSON Schema that ships is made from it. */
export const drillFileSchema = v.pipe(
  v.looseObject({
    format: v.pipe(v.literal(FORMAT), say('The version of this file format.')),
    title: words('What the drill is called. It must not tell how it ends.'),
    language: opt(text('In which language it is told, like en.')),
    minutes: opt(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240), say('About how many minutes it takes.'))),
    role: opt(v.pipe(v.picklist(ROLES), say('What whoever practises does in it: commander, responder, communicator, standby.'))),
    situation: words('Who you are in it, and what is so before the first sign. Paragraphs are parted by an empty line.'),
    decisions: v.pipe(v.array(decision), v.minLength(2), v.maxLength(MOST_DECISIONS), say('Two or more, in the order of their times.')),
    outcome: words('How it ended.'),
    afterwards: opt(v.pipe(v.array(words('A sentence or two.')), v.maxLength(MOST_LINES), say('What was found out later, and what whoever was there would look at again.'))),
  }),
  v.title('Lead Debrief drill'),
);
export type DrillFile = v.InferOutput<typeof drillFileSchema>;

/** Judges a parsed drill; a refusal says in a sentence what is wrong, and where. */
export const judgeDrill = (value: unknown): Verdict<DrillFile> => judge(drillFileSchema, value);

/** The story that a file tells. @param ref what the drill is called among those of its source */
export function storyOf({ title, language, minutes, role, situation, decisions, outcome, afterwards = [] }: DrillFile, source: DrillSource, ref: string): DrillStory {
  return {
    source, ref, title, situation, outcome, afterwards,
    ...(language !== undefined && { language }),
    ...(minutes !== undefined && { minutes }),
    ...(role && { role }),
    points: decisions.map(({ time, seen, ask, did, then }) => ({ time, known: seen.map(told), ...(ask !== undefined && { ask }), did, then: then.map(told) })),
  };
}

const told = ({ time, from, text: said }: DrillFile['decisions'][number]['seen'][number]) => ({ time, ...(from !== undefined && { from }), text: said });
