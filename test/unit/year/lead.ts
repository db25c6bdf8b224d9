import type { Incident } from '../../../src/core/journal/schema';
import { resolveIncident } from '../../../src/core/incident/life';
import type { CueEvent } from '../../../src/core/plan/cues';
import { settle } from '../../../src/core/reflection/clashes';
import { readText, writeText } from '../../../src/core/reflection/texts';
import { Asking } from './asking';
import { Firing } from './firing';
import { Practice } from './practice';
import { followLesson } from './lessons';
import type { Machine } from './machine';
import { Seeking } from './seeking';
import { beginsReflection, endsReflection, notesAround, type Words } from './reflecting';
import type { ToldIncident } from './story';
import { claimOfDocument, declares, followsLink, gitClaim, imports, saved, type Told } from './telling';
import { DAY, START, type Known, type Year } from './year';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TITLES = ['Payment timeouts', 'Search without results', 'Mail not sent', 'Slow checkout', 'Login loop', 'Lost webhooks', 'Full disk', 'Stale prices'];

/** The lead of one story: everything that happens in the year, and what is done about it. */
export class Lead {
  readonly asking: Asking;
  readonly firing: Firing;
  readonly practice: Practice;
  readonly seeking: Seeking;
  readonly #told = new Map<string, Told>();

  constructor(private readonly year: Year) {
    this.firing = new Firing(year);
    this.practice = new Practice(year);
    this.seeking = new Seeking(year);
    this.asking = new Asking(year, (incident) => this.#toldOf(incident)?.answer ?? 'nothing', (machine, incident) => this.#lookBack(machine, this.#toldOf(incident)));
  }

  /** Puts the whole story into the year. */
  prepare(): void {
    const { year } = this;
    for (const [number, told] of year.story.incidents.entries()) {
      year.known.push({});
      if (told) this.#prepare(number, told);
    }
    this.practice.prepare();
    this.seeking.prepare();
    year.holds.push((machine) => this.practice.isThere(machine), (machine) => this.seeking.isWhole(machine), (machine) => this.seeking.isInNext(machine));
    for (const { day, zone } of year.story.zones) {
      year.at(START + day * DAY, () => {
        year.zone = zone;
        year.say(`the zone is ${zone} from now on`);
      });
    }
    for (const day of year.story.meetings) year.at(START + day * DAY + 21 * HOUR, () => year.meet());
  }

  #prepare(number: number, incident: ToldIncident): void {
    const start = START + incident.day * DAY + incident.minute * MINUTE;
    const end = start + incident.lasts * MINUTE;
    const iso = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');
    const told: Told = { ...incident, number, title: `${TITLES[number % TITLES.length]} ${String(number).padStart(2, '0')}`, start: iso(start), end: iso(end) };
    this.#told.set(told.title, told);
    this.#tellOf(told, start, end);
    this.#lookAfter(end, told);
    if (incident.looksBack !== null) this.year.whenHere(end + incident.looksBack * DAY + HOUR, () => this.#lookBack(this.#machine(told), told));
    if (incident.typesTwice) this.year.whenHere(end + 21 * DAY, () => this.#typeTwice(told));
    if (incident.fate !== 'kept') this.year.whenHere(end + 25 * DAY, () => this.#remove(told));
  }

  #tellOf(told: Told, start: number, end: number): void {
    const { year } = this;
    const machine = this.#machine(told);
    const tell = (time: number, words: string, run: () => Promise<unknown>): void =>
      year.at(time, async () => {
        year.say(`${words}: “${told.title}”`, machine);
        await run();
        for (const event of eventsOf(told, words, year.now)) await this.firing.happens(machine, event);
        machine.isValid([this.#known(told).id ?? told.title]);
      });
    const keep = async (id: Promise<string | undefined>): Promise<void> => {
      const kept = await id;
      if (kept !== undefined) this.#known(told).id ??= kept;
    };
    if (told.teller === 'declared') {
      tell(start, 'declared', () => keep(declares(machine, told, year.moment())));
      tell(end, 'resolved', () => this.#change(machine, told, (record) => resolveIncident(record, year.moment().now)));
    }
    if (told.teller === 'link') {
      tell(start, 'a link says that it began', () => keep(followsLink(machine, told, 'open', year.moment())));
      tell(end, 'a link says that it is over', () => keep(followsLink(machine, told, 'resolved', year.moment())));
    }
    if (told.teller === 'import') tell(end + 2 * DAY, 'imported', () => keep(imports(machine, told, year.moment())));
    if (told.teller === 'git') tell(end, 'git shows', () => Promise.resolve(year.claims.push(gitClaim(told, year.moment()))));
    if (told.teller === 'document') tell(end + DAY, 'a document is about', () => Promise.resolve(year.claims.push(claimOfDocument(told, year.moment()))));
  }

  /** Windows look whether to ask while it runs, at once, and on the days after. */
  #lookAfter(end: number, told: Told): void {
    const [one, other] = [this.#machine(told), this.#other(told)];
    for (const minutes of [-2, 5, 85, 95, 240, 725]) this.year.at(end + minutes * MINUTE, () => this.#look(one));
    for (const day of [1, 2, 3, 7]) {
      for (const minutes of [0, 130]) this.year.at(end + day * DAY + minutes * MINUTE, () => this.#look(minutes === 0 ? one : other));
    }
  }

  async #look(machine: Machine): Promise<void> {
    await this.asking.look(machine);
    if (!this.year.isAway()) await this.firing.week(machine);
  }

  /** A found one becomes a record by what the lead does first. */
  async #record(machine: Machine, told: Told): Promise<Incident | undefined> {
    const known = this.#known(told);
    const there = known.id === undefined ? undefined : machine.record(known.id);
    if (there) return there;
    const found = machine.found(this.year.claims).find(({ assembled }) => assembled.claims.some(({ title }) => title.includes(told.title)));
    if (!found) return undefined;
    const record = saved(await machine.journal.create({ ...found.incident, kind: found.incident.kind ?? 'real' }, Date.parse(found.incident.window.start)));
    known.id ??= record.id;
    return record;
  }

  async #lookBack(machine: Machine, told: Told | undefined): Promise<void> {
    const record = told && (await this.#record(machine, told));
    if (!told || !record || record.reflection || record.cancelled !== undefined || record.window.end === undefined) return;
    const { year } = this;
    const words: Words = { moment: year.word(), evidence: year.word(), cue: year.word(), act: year.word(), lesson: year.word() };
    year.say(`looks back at “${told.title}”${told.leaves ? ', and leaves in the middle' : ''}`, machine);
    await this.#change(machine, told, (before) => beginsReflection(before, told, words, this.#step()), words.moment);
    if (!told.leaves) return this.#finish(machine, told, words);
    this.year.whenHere(year.now + 3 * DAY, () => {
      const other = this.#other(told);
      return this.#finish(other.record(record.id)?.reflection ? other : machine, told, words);
    });
  }

  async #finish(machine: Machine, told: Told, words: Words): Promise<void> {
    const { year } = this;
    const { id = '' } = this.#known(told);
    if (machine.record(id)?.reflection?.finished !== undefined || !machine.record(id)) return;
    year.say(`finishes “${told.title}”`, machine);
    await this.#change(machine, told, (before) => endsReflection(before, told, words, this.#step()), words.evidence, words.cue, words.act, ...(told.lesson ? [words.lesson] : []));
    machine.isValid([id, ...(await notesAround(machine, id, told.number, year.moment()))]);
    if (told.lesson) followLesson(year, machine, id, told);
  }

  /** What was typed before on a machine is replaced there, knowingly. */
  async #typeTwice(told: Told): Promise<void> {
    const { year } = this;
    for (const machine of [this.#machine(told), this.#other(told)]) {
      const { id = '' } = this.#known(told);
      if (!machine.record(id)) continue;
      const word = year.word();
      year.say(`types “${word}” as the stakes of “${told.title}”`, machine);
      year.must.get(id)?.delete(readText(machine.record(id) as Incident, 'stakes'));
      await this.#change(machine, told, (before) => writeText(before, 'stakes', word, this.#step()), word);
    }
    this.year.whenHere(year.now + 30 * DAY, () => this.#settle(told));
  }

  async #settle(told: Told): Promise<void> {
    const machine = this.#machine(told);
    const record = machine.record(this.#known(told).id ?? '');
    if (!record?.clashes?.some(({ path }) => path === 'text/stakes')) return;
    this.year.say(`keeps both texts of “${told.title}”`, machine);
    await this.#change(machine, told, (before) => settle(before, 'stakes', 'both', this.#step()));
  }

  async #remove(told: Told): Promise<void> {
    const { year } = this;
    const machine = this.#machine(told);
    const { id = '' } = this.#known(told);
    if (!machine.record(id)) return;
    year.say(`deletes “${told.title}”`, machine);
    saved(await machine.journal.remove(id));
    if (told.fate === 'deleted') return;
    this.year.whenHere(year.now + DAY, async () => {
      if (machine.record(id)) return; // an edit on the other machine has brought it back
      year.say(`${told.fate === 'broughtBack' ? 'brings back' : 'deletes for ever'} “${told.title}”`, machine);
      if (told.fate === 'broughtBack') return saved(await machine.journal.undoRemove(id));
      const outcome = await machine.journal.recentlyDeleted.deleteForEver(id);
      if (!outcome.ok) throw new Error(outcome.reason);
      year.must.delete(id);
    });
  }

  /** Changes the record of an incident on a machine. @param words what has to be there from now on */
  async #change(machine: Machine, told: Told, change: (record: Incident) => Incident, ...words: readonly string[]): Promise<void> {
    const { id = '' } = this.#known(told);
    if (!machine.record(id)) return;
    saved(await machine.journal.update(id, change));
    this.year.mustHold(id, ...words);
    machine.isValid([id]);
  }

  #step() {
    const moment = this.year.moment();
    return { ...moment, session: moment.now };
  }

  #known({ number }: Told): Known {
    return this.year.known[number] as Known;
  }

  #toldOf({ title }: Incident): Told | undefined {
    return this.#told.get(title) ?? [...this.#told.values()].find((told) => title.includes(told.title));
  }

  #machine({ on }: Told): Machine {
    return this.year.machines[on];
  }

  #other({ on }: Told): Machine {
    return this.year.machines[on === 'laptop' ? 'desktop' : 'laptop'];
  }
}

/** What the editor sees of it, by what happened. */
function eventsOf({ number, severity }: Told, what: string, at: number): readonly CueEvent[] {
  if (what === 'declared') return [{ kind: 'declared', incident: `i${number}`, at }, ...(severity === 'sev1' ? [{ kind: 'branch', branch: `hotfix/${number % 3}`, at } as const] : [])];
  if (what === 'resolved') return [{ kind: 'resolved', incident: `i${number}`, at }];
  return what === 'git shows' ? [{ kind: 'revert', commit: number.toString(16).padStart(40, 'a'), at }] : [];
}
