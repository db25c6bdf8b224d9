import type { NotedMoment } from '../../../src/core/incident/life';
import { addByHand } from '../../../src/core/evidence/marks';
import { choose } from '../../../src/core/reflection/choices';
import { begin, finish, leaveScreen, openScreen } from '../../../src/core/reflection/progress';
import { rate, rateEvidence } from '../../../src/core/reflection/ratings';
import type { Step } from '../../../src/core/reflection/step';
import { writeText } from '../../../src/core/reflection/texts';
import { missPerson } from '../../../src/core/reflection/person';
import type { Incident } from '../../../src/core/journal/schema';
import { lastPlanFor } from '../../../src/core/plan/lastPlan';
import { closePlan, noteLedger } from '../../../src/core/plan/ledger';
import { makePlan } from '../../../src/core/plan/commit';
import { addPerson } from '../../../src/core/journal/people';
import { CUES } from './firing';
import type { Machine } from './machine';
import type { ToldIncident } from './story';
import { saved } from './telling';

/** What the lead writes into a reflection, each word once in the year. */
export interface Words {
  readonly moment: string;
  readonly evidence: string;
  readonly cue: string;
  readonly act: string;
  readonly lesson: string;
}

/** What the lead adds to the evidence of a long one: enough to practise with it later. */
const MOMENTS = ['Errors rise', 'We rolled back', 'Errors still rise', 'We restarted the queue'];
const minutesAfter = ({ window }: Incident, minutes: number): string => new Date(Date.parse(window.start) + minutes * 60_000).toISOString();

const PEOPLE = ['Ana Ferreira', 'Ben Okafor', 'Chidi Rossi'];

/** The first half of the short path: facts, the guess, the evidence. */
export function beginsReflection(incident: Incident, { kind, lasts }: ToldIncident, { moment }: Words, step: Step): Incident {
  let record = openScreen(begin(incident, step), 'facts', step);
  record = choose(record, { type: 'choose', field: 'kind', value: kind }, step);
  if (kind !== 'shadow') record = choose(record, { type: 'choose', field: 'role', value: 'commander' }, step);
  record = choose(record, { type: 'choose', field: 'outcome', value: lasts > 60 ? 'rough' : 'clean' }, step);
  record = leaveScreen(record, 'facts', undefined, step);
  record = choose(choose(openScreen(record, 'guess', step), { type: 'choose', field: 'best', value: 'C1' }, step), { type: 'choose', field: 'costly', value: 'C5' }, step);
  record = openScreen(record, 'evidence', step);
  if (lasts > 60) record = MOMENTS.reduce((marked, title, index) => addByHand(marked, { at: minutesAfter(incident, 10 + 5 * index), title }, step), record);
  return writeText(record, 'moment', moment, step);
}

/** The second half: ratings, the plan, the lesson. */
export function endsReflection(incident: Incident, { lesson, service, lasts }: ToldIncident, words: Words, step: Step): Incident {
  let record = openScreen(incident, 'ratings', step);
  record = rate(rateEvidence(record, 'C1', words.evidence, step), 'C1', ((lasts % 5) + 1) as 1 | 2 | 3 | 4 | 5, step);
  record = rate(record, 'C5', 'no-occasion', step);
  record = writeText(writeText(openScreen(record, 'nextPlan', step), 'plan.cue', words.cue, step), 'plan.act', words.act, step);
  record = makePlan({ ...record, ...(record.plan && { plan: { ...record.plan, cues: CUES } }) }, step);
  if (lesson) record = { ...record, lesson: { ...record.lesson, text: words.lesson, files: [`src/${service}.ts`] } };
  return finish(record, step);
}

/** What a reflection does beside its own record: what became of the last plan, which a new one replaces, and whom the lead would have missed. */
export async function notesAround(machine: Machine, id: string, number: number, moment: NotedMoment): Promise<readonly string[]> {
  const record = machine.record(id);
  const others = machine.journal.records().filter((each) => each.id !== id);
  const last = record && lastPlanFor(others, record, moment.now);
  if (last) {
    const did = number % 3 === 0 ? 'acted' : number % 3 === 1 ? 'forgot' : 'absent';
    saved(await machine.journal.update(last.incident.id, (before) => closePlan(noteLedger(before, did, { ...moment, after: id }), moment.now)));
  }
  const name = PEOPLE[number % PEOPLE.length] ?? '';
  const known = machine.journal.people().people.find((each) => each.name === name);
  const person = known?.id ?? `p-${moment.newId()}`;
  if (!known) await machine.journal.updatePeople((people) => addPerson(people, person, name));
  saved(await machine.journal.update(id, (before) => missPerson(before, person, { ...moment, session: moment.now })));
  return last ? [last.incident.id] : [];
}
