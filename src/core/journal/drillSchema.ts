import * as v from 'valibot';
import type { Known } from './known';
import { id, list, opt, say, text } from './schemaFields';
import { JUDGED, SAMES } from './values';

const line = v.looseObject({
  time: text('When, as it is told.'),
  from: opt(text('Where it comes from: an alert, a log, who said it.')),
  text: text('What it says.'),
});

const count = (about: string) => v.pipe(v.number(), v.integer(), v.minValue(0), say(about));

const point = v.looseObject({
  id,
  time: text('When the decision was due, as it is told.'),
  known: list('What came in since the decision before.', line),
  ask: opt(text('What is asked here beside the three questions.')),
  did: opt(text('What people did.')),
  then: list('What happened then. Not shown before the lead has answered.', line),
  sure: opt(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100), say('How sure the lead was, in per cent.'))),
  same: opt(v.pipe(v.picklist(SAMES), say('Whether the lead would have done what people did.'))),
  right: opt(v.pipe(v.picklist(JUDGED), say('Whether the lead’s own call was right, as far as can be said.'))),
});

/** What a drill shows step by step, and what the lead said of its decisions. It holds the whole story, so that it can be gone on with when its source is gone. */
export const drillSchema = v.looseObject({
  source: text('Where its story is from: ready, team, incident, document.'),
  title: opt(text('What the story is called.')),
  ref: opt(text('Which one: the name of the drill, the id of the incident, the path of the document.')),
  language: opt(text('In which language it is told, like en.')),
  minutes: opt(count('About how many minutes it takes.')),
  situation: text('What is so when it begins.'),
  points: list('The decisions, in their order.', point),
  outcome: text('How it ended.'),
  afterwards: opt(list('What was found out later.', v.string())),
  page: opt(count('Where the lead is: 0 the situation, then two for each decision, then the end, then a plan for next time.')),
  reached: opt(count('The last page that was shown.')),
});

export type Drill = Known<v.InferOutput<typeof drillSchema>>;
export type DrillPoint = Drill['points'][number];
export type DrillLine = DrillPoint['known'][number];
