import type { EvidenceEntry } from '../../core/evidence/entry';
import type { Incident } from '../../core/journal/schema';
import { lastPlanFor, type LastPlan } from '../../core/plan/lastPlan';
import type { PanelSession, ReflectionState } from '../../core/reflection/reflectionState';
import { reflectionState } from '../../core/reflection/stateOf';
import type { Step } from '../../core/reflection/step';
import type { Journal } from '../../store/journal';
import { locale, newId } from '../place';
import type { EvidenceReader } from './evidenceReader';
import { textsToSave } from './textsToSave';
import { UnsavedChanges } from './unsaved';

export interface SessionOptions {
  readonly id: string;
  readonly journal: Journal;
  readonly evidence: EvidenceReader;
  /** Shows a state on the page. */
  readonly show: (state: ReflectionState) => void;
  /** Closes the panel. */
  readonly close: () => void;
}

/** A change of one record; may run more than once. */
export type RecordChange = (record: Incident, step: Step) => Incident;

const FRESH: PanelSession = { turnedBack: {}, differs: false, guessOpen: false };

/** One incident's reflection while its panel is open: takes the page's intents to the journal, and the journal's state to the page. */
export class ReflectionSession {
  readonly journal: Journal;
  readonly id: string;
  readonly unsaved: UnsavedChanges;
  readonly #began = new Date().toISOString();
  #panel = FRESH;

  constructor(private readonly options: SessionOptions) {
    this.journal = options.journal;
    this.id = options.id;
    this.unsaved = new UnsavedChanges({ saveTexts: (texts) => textsToSave(this, texts), onChange: () => this.show() });
  }

  /** The record as it stands, with choices that could not be saved yet; undefined where it cannot be read. */
  get record(): Incident | undefined {
    const entry = this.journal.get(this.id);
    return entry?.state === 'ok' ? this.unsaved.preview(entry.record) : undefined;
  }

  /** The plan that this reflection asks about first. */
  get last(): LastPlan | undefined {
    const record = this.record;
    if (!record) return undefined;
    const others = this.journal.entries().flatMap((entry) => (entry.state === 'ok' ? [entry.record] : []));
    return lastPlanFor(others, record, this.#began);
  }

  /** What only this panel knows. */
  get panel(): PanelSession {
    return this.#panel;
  }

  /** The repository that an entry came from. */
  rootOf(entry: EvidenceEntry): string | undefined {
    return this.options.evidence.rootOf(entry.repository);
  }

  /** The whole state of the page, or undefined where the record cannot be read. */
  state(): ReflectionState | undefined {
    const incident = this.record;
    if (!incident) return undefined;
    const { problem } = this.unsaved;
    return reflectionState({
      incident,
      last: this.last,
      people: this.journal.people().people,
      evidence: this.options.evidence.reading(incident),
      locale: locale(),
      now: Date.now(),
      save: problem === undefined ? { kind: 'saved' } : { kind: 'failed', reason: problem },
      session: this.#panel,
    });
  }

  /** Posts the whole state to the page. */
  show(): void {
    const state = this.state();
    if (state) this.options.show(state);
  }

  close(): void {
    this.options.close();
  }

  /** An entry of the timeline by its key. */
  entry(key: string): EvidenceEntry | undefined {
    const record = this.record;
    return record && this.options.evidence.reading(record).entries.find((each) => each.key === key);
  }

  /** People in the evidence have mail addresses, which tell two of one name apart. */
  mailsOf(name: string): readonly string[] {
    const record = this.record;
    const people = record ? this.options.evidence.reading(record).people : [];
    return people.find((each) => each.name === name)?.mails ?? [];
  }

  /** What a change needs from outside: the clock and new ids. */
  step(): Step {
    return { now: new Date().toISOString(), newId, session: this.#began };
  }

  /** Changes the record, at once. Resolves to whether it is on disk. */
  change(change: RecordChange): Promise<boolean> {
    return this.unsaved.add({
      preview: (record) => change(record, this.step()),
      save: () => this.journal.update(this.id, (record) => change(record, this.step())),
    });
  }

  /** Changes another record of the journal, at once. */
  changeOther(id: string, change: RecordChange): Promise<boolean> {
    return this.unsaved.add({ save: () => this.journal.update(id, (record) => change(record, this.step())) });
  }

  /** Remembers what only this panel knows, and shows it. */
  remember(part: Partial<PanelSession>): void {
    this.#panel = { ...this.#panel, ...part };
    this.show();
  }

  /** Goes to another screen: what was turned back is forgotten. */
  async go(change: RecordChange): Promise<void> {
    if (!(await this.unsaved.flush())) return;
    this.#panel = FRESH;
    await this.change(change);
  }
}
