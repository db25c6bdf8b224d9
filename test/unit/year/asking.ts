import { cancelIncident } from '../../../src/core/incident/life';
import type { Incident } from '../../../src/core/journal/schema';
import { neverAgainFor, neverChoices, notForMe, putOff, started } from '../../../src/core/prompting/answers';
import { readHistory, type PromptHistory } from '../../../src/core/prompting/history';
import { QUIET, STANDARD, turn } from '../prompting/scenes';
import type { Machine } from './machine';
import { holdsBudget, holdsRules, type Asked } from './promptRules';
import type { ToldIncident } from './story';
import { saved } from './telling';
import type { Year } from './year';

/** What a machine asked in the year, held against the rules. */
export class Asking {
  readonly asked = new Map<Machine, Asked[]>();
  /** By machine and incident: when the lead said *In 2 hours*. */
  readonly #wishes = new Map<string, number>();

  constructor(
    private readonly year: Year,
    private readonly answerOf: (incident: Incident) => ToldIncident['answer'],
    private readonly start: (machine: Machine, incident: Incident) => Promise<void>,
  ) {}

  /** The window of a machine looks whether to ask, and the lead answers as the story says. */
  async look(machine: Machine): Promise<void> {
    const { year } = this;
    if (year.isAway()) return;
    const records = [...machine.journal.records(), ...machine.found(year.claims).map(({ incident }) => incident)];
    const { verdict, stored } = turn(machine.prompts, { records, settings: STANDARD, zone: year.zone, now: year.now, moment: QUIET });
    machine.prompts = stored;
    const { incident } = verdict;
    if (!incident) return;
    const wish = `${machine.name} ${incident.id}`;
    const asks = this.asked.get(machine) ?? [];
    this.asked.set(machine, asks);
    const ask: Asked = { incident, records, now: year.now, zone: year.zone, day: year.today(), wished: this.#wishes.get(wish) };
    this.#wishes.delete(wish);
    const answer = this.answerOf(incident);
    year.say(`asked about “${incident.title}”; the answer: ${answer}`, machine);
    holdsRules(ask);
    holdsBudget(ask, asks);
    asks.push(ask);
    await this.#answer(machine, incident, answer);
    if (answer === 'inTwoHours') this.#wishes.set(wish, year.now);
  }

  async #answer(machine: Machine, incident: Incident, answer: ToldIncident['answer']): Promise<void> {
    const { now, zone } = this.year;
    const { id } = incident;
    const remember = (change: (history: PromptHistory) => PromptHistory): void => {
      const reading = readHistory(machine.prompts, now);
      if (reading.state === 'read') machine.prompts = JSON.parse(JSON.stringify(change(reading.history)));
    };
    switch (answer) {
      case 'nothing':
        return;
      case 'start':
        remember((history) => started(history, id, now));
        return this.start(machine, incident);
      case 'skip':
        return remember((history) => notForMe(history, id, 'skip', now));
      case 'notAnIncident': {
        const called = cancelIncident(machine.record(id) ?? incident, new Date(now).toISOString());
        saved(await (machine.record(id) ? machine.journal.update(id, () => called) : machine.journal.create(called, Date.parse(called.window.start))));
        return remember((history) => notForMe(history, id, 'notAnIncident', now));
      }
      case 'never': {
        const [what] = neverChoices(incident);
        return remember((history) => (what ? neverAgainFor(history, id, what, now) : notForMe(history, id, 'skip', now)));
      }
      default:
        return remember((history) => putOff(history, id, answer, now, zone));
    }
  }
}
