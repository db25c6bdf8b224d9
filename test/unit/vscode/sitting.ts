import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { DrillState } from '../../../src/core/drill/drillState';
import { drillState } from '../../../src/core/drill/drillStateOf';
import type { Incident, Person } from '../../../src/core/journal/schema';
import type { LetterState } from '../../../src/core/letter/state';
import type { TextField } from '../../../src/core/protocol';
import { openScreen } from '../../../src/core/reflection/progress';
import type { EvidenceReading, ReflectionState } from '../../../src/core/reflection/reflectionState';
import type { Journal } from '../../../src/store/journal';
import { ReflectionSession } from '../../../src/vscode/reflection/session';
import { filesIn, newId, openJournal } from '../store/journalFolder';

const MINUTE = 60_000;
const READING: EvidenceReading = { status: 'ready', entries: [], people: [{ name: 'Mei Lin', mails: ['mei@example.org'] }], machines: [], problems: [], inside: 0 };

/** A lead at a panel, with the real journal in a folder of its own and a clock that moves a minute at each look. */
export class Sitting {
  readonly session: ReflectionSession;
  closed = false;
  /** The newest state that the page has. */
  state: ReflectionState | undefined;

  /** The same of a drill. */
  drill: DrillState | undefined;

  /** The newest letter that the page has. */
  letter: LetterState | undefined;
  /** Which page was put in place since, each time. */
  readonly turns: ('letter' | 'screens')[] = [];

  private constructor(readonly journal: Journal, readonly id: string, clock: () => number, reading: boolean) {
    const show = (state: ReflectionState): void => void (this.state = state);
    const showLetter = (letter: LetterState): void => void (this.letter = letter);
    const onTurn = (): void => {
      this.turns.push(this.session.reading ? 'letter' : 'screens');
      this.session.show(); // as the page asks for when it is there
    };
    const page = { show, showLetter, onTurn, reading, close: () => void (this.closed = true) };
    const evidence = { reading: () => READING, rootOf: () => undefined };
    const drill = { stateOf: drillState, show: (state: DrillState): void => void (this.drill = state) };
    this.session = new ReflectionSession({ drill, id, journal, evidence, locale: () => ({ zone: 'UTC', language: 'en' }), now: clock, newId, later: () => () => undefined, ...page });
    journal.onDidChange(() => this.session.show());
    this.session.show();
  }

  /** Sits down at an incident of a journal, at a time. */
  static at(journal: Journal, id: string, time: string, reading = false): Sitting {
    let now = Date.parse(time);
    return new Sitting(journal, id, () => (now += MINUTE), reading);
  }

  /** A key pressed in a field; written at the next flush, as no timer rings here. */
  type(field: TextField, text: string): void {
    this.session.unsaved.type(field, text, (this.drill ?? this.state)?.texts[field] ?? '');
  }

  get record(): Incident {
    assert.ok(this.session.record);
    return this.session.record;
  }

  get screen(): string | undefined {
    return this.state?.screen;
  }

  get people(): readonly Person[] {
    return this.journal.people().people;
  }
}

/** A journal with some incidents, each of an hour, a day apart. */
export async function journalWith(folder: string, ...ids: readonly string[]): Promise<Journal> {
  const journal = await openJournal(folder);
  for (const [at, id] of ids.entries()) {
    const day = `2026-05-${String(10 + at)}`;
    const created = await journal.create({ format: 1, id, title: `Incident ${id}`, kind: 'real', window: { start: `${day}T10:00:00Z`, end: `${day}T11:00:00Z` } });
    assert.ok(created.ok);
  }
  return journal;
}

/** What the file of an incident says. */
export function onDisk(folder: string, id: string): Incident {
  const file = Object.entries(filesIn(folder)).find(([name]) => name.endsWith(`-${id}.debrief.json`));
  assert.ok(file, join(folder, id));
  return JSON.parse(file[1]) as Incident;
}

export const [ONE, TWO] = ['aaaaaaaaaa', 'bbbbbbbbbb'] as const;
export const EVENING = '2026-05-14T18:00:00Z';

/** Goes to the last screen of a first reflection, with a plan written. */
export async function atPlan(folder: string, cue = 'two alerts from one service', act = 'say who leads'): Promise<Sitting> {
  const lead = Sitting.at(await journalWith(folder, ONE), ONE, EVENING);
  await lead.session.go((record, step) => openScreen(record, 'nextPlan', step));
  lead.type('plan.cue', cue);
  lead.type('plan.act', act);
  return lead;
}
