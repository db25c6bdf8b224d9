import type { DeepState } from '../../core/deep/deepState';
import type { DeepContext } from '../../core/deep/deepStateOf';
import type { DrillState } from '../../core/drill/drillState';
import type { EvidenceEntry } from '../../core/evidence/entry';
import type { Locale } from '../../core/incident/times';
import type { Incident } from '../../core/journal/schema';
import { letterOf } from '../../core/letter/letter';
import type { LetterState } from '../../core/letter/state';
import { lastPlanFor, standingPlan, type LastPlan } from '../../core/plan/lastPlan';
import type { EvidenceReading, PanelSession, ReflectionContext, ReflectionState } from '../../core/reflection/reflectionState';
import { reflectionState } from '../../core/reflection/stateOf';
import type { Step } from '../../core/reflection/step';
import type { Journal } from '../../store/journal';
import type { EvidenceReader } from './evidenceReader';
import { textsToSave } from './textsToSave';
import { UnsavedChanges, type UnsavedOptions } from './unsaved';

export interface SessionOptions {
  readonly id: string;
  readonly journal: Journal;
  readonly evidence: Pick<EvidenceReader, 'reading' | 'rootOf'>;
  readonly locale: () => Locale;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Shows a state on the page: of the screens, or of the letter. */
  readonly show: (state: ReflectionState) => void;
  readonly showLetter: (letter: LetterState) => void;
  /** The deep path, which is a bundle of its own: makes its state, and shows it. */
  readonly deep?: DeepView;
  /** The same of a drill. */
  readonly drill?: DrillView;
  /** Puts another page in place. */
  readonly onTurn: () => void;
  /** A reflection that is finished is read first. */
  readonly reading: boolean;
  /** The incident never was. */
  readonly madeUp?: boolean;
  /** Whether words that judge the past are underlined. */
  readonly nudge?: () => boolean;
  /** Closes the panel. */
  readonly close: () => void;
  readonly later?: UnsavedOptions['later'];
}

export interface DeepView {
  readonly stateOf: (context: DeepContext) => DeepState;
  readonly show: (state: DeepState) => void;
}

export interface DrillView {
  readonly stateOf: (context: ReflectionContext) => DrillState | undefined;
  readonly show: (state: DrillState) => void;
}

/** A change of one record; may run more than once. */
export type RecordChange = (record: Incident, step: Step) => Incident;

/** What is shown of a reflection: its screens, the letter that it became, the deep path; or the drill that it is. */
export type ReflectionView = 'screens' | 'letter' | 'deep' | 'drill';

/** Nothing is asked of git for a drill: what landed while somebody practised says nothing of it. */
const NO_EVIDENCE: EvidenceReading = { status: 'waiting', inside: 0, problems: [], entries: [], people: [], machines: [] };

const FRESH: PanelSession = { turnedBack: {}, differs: false, guessOpen: false };

/** One incident's reflection while its panel is open: takes the page's intents to the journal, and the journal's state to the page. */
export class ReflectionSession {
  readonly id: string;
  readonly unsaved: UnsavedChanges;
  /** The people who were added by typing a name in this panel. */
  readonly namedHere = new Set<string>();
  #began: string;
  #view: ReflectionView;
  #journal: Journal;
  #panel = FRESH;
  #readable: Incident | undefined;

  constructor(private readonly options: SessionOptions) {
    this.#journal = options.journal;
    this.id = options.id;
    this.#began = new Date(options.now()).toISOString();
    const { later } = options;
    this.unsaved = new UnsavedChanges({ saveTexts: (texts) => textsToSave(this, texts), onChange: () => this.show(), ...(later && { later }) });
    this.#view = this.#isDrill ? 'drill' : options.reading && this.isFinished ? 'letter' : this.#isDeep ? 'deep' : 'screens';
  }

  get journal(): Journal {
    return this.#journal;
  }

  /** Goes on in the place to which the journal was moved: what waits is saved there. */
  follow(journal: Journal): void {
    this.#journal = journal;
    void this.unsaved.flush();
    this.show();
  }

  /**
   * The record as it stands, with choices that could not be saved yet. While its file cannot be read (a hand edit half done), the
   * record before it: what is typed meanwhile is refused with the reason, and kept. Undefined where it never could be read.
   */
  get record(): Incident | undefined {
    const entry = this.journal.get(this.id);
    if (entry?.state === 'ok') this.#readable = entry.record;
    return this.#readable && this.unsaved.preview(this.#readable);
  }

  /** The plan that this reflection asks about first; of a drill, the one that stands now. */
  get last(): LastPlan | undefined {
    const record = this.record;
    if (!record) return undefined;
    const others = this.journal.records().map((each) => this.unsaved.preview(each));
    return record.drill ? standingPlan(others, record) : lastPlanFor(others, record, this.#began);
  }

  get isFinished(): boolean {
    const entry = this.journal.get(this.id);
    return entry?.state === 'ok' && entry.record.reflection?.finished !== undefined;
  }

  /** Whether the letter is shown, and not the screens. */
  get reading(): boolean {
    return this.#view === 'letter';
  }

  get view(): ReflectionView {
    return this.#view;
  }

  /** Whether the lead stopped in the deep path. */
  get #isDeep(): boolean {
    return this.options.deep !== undefined && this.record?.reflection?.section !== undefined;
  }

  /** Whether the record is the replay of a story, which has a page of its own. */
  get #isDrill(): boolean {
    return this.options.drill !== undefined && this.record?.drill !== undefined;
  }

  /** Goes to another view. An editing session begins with what is no letter any more. */
  turn(view: ReflectionView): void {
    if (this.reading) this.#began = this.step().now;
    this.#view = view;
    this.#panel = FRESH;
    this.options.onTurn();
  }

  /** From the letter to where the lead stopped. */
  edit(): void {
    this.turn(this.#isDeep ? 'deep' : 'screens');
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
    return this.#stateWith((incident) => this.options.evidence.reading(incident));
  }

  /** The same while git was not asked yet: for what stands on the page until its script runs. Git is started when that is there. */
  firstState(): ReflectionState | undefined {
    return this.#stateWith(() => ({ ...NO_EVIDENCE, status: 'reading' }));
  }

  #stateWith(evidence: (incident: Incident) => EvidenceReading): ReflectionState | undefined {
    const context = this.#contextWith(evidence);
    return context && reflectionState(context);
  }

  #contextWith(evidence: (incident: Incident) => EvidenceReading): ReflectionContext | undefined {
    const incident = this.record;
    if (!incident) return undefined;
    const { problem } = this.unsaved;
    const { options } = this;
    return {
      incident,
      last: this.last,
      people: this.journal.people().people,
      files: { people: this.journal.people(), journal: this.journal.facts() },
      evidence: evidence(incident),
      locale: options.locale(),
      now: options.now(),
      save: problem === undefined ? { kind: 'saved' } : { kind: 'failed', reason: problem },
      unsaved: this.unsaved.texts,
      session: this.#panel,
      nudge: options.nudge?.() !== false,
      ...(options.madeUp && { madeUp: true }),
    };
  }

  /** Posts the whole state to the page. */
  show(): void {
    if (this.reading) return this.#showLetter();
    if (this.#view === 'deep') return this.#showDeep();
    if (this.#view === 'drill') return this.#showDrill();
    const state = this.state();
    if (state) this.options.show(state);
  }

  #showDeep(): void {
    const { deep, evidence } = this.options;
    const context = this.#contextWith((incident) => evidence.reading(incident));
    if (context && deep) deep.show(deep.stateOf({ ...context, records: this.journal.records() }));
  }

  #showDrill(): void {
    const { drill } = this.options;
    const context = this.#contextWith(() => NO_EVIDENCE);
    const state = context && drill?.stateOf(context);
    if (state) drill?.show(state);
  }

  #showLetter(): void {
    const letter = this.letter();
    if (letter && !this.isFinished && this.journal.get(this.id)?.state === 'ok') this.edit(); // taken back elsewhere: a draft is no letter
    else if (letter) this.options.showLetter(letter);
  }

  /** The reflection to be read, or undefined where the record cannot be. */
  letter(): LetterState | undefined {
    const incident = this.record;
    if (!incident) return undefined;
    const { options, last } = this;
    const titleOf = (id: string): string | undefined => {
      const entry = this.journal.get(id);
      return entry?.state === 'ok' ? entry.record.title : undefined;
    };
    return letterOf({ incident, last, people: this.journal.people().people, locale: options.locale(), now: options.now(), titleOf });
  }

  close(): void {
    this.options.close();
  }

  /** An entry of the timeline, or a change from before it, by its key. */
  entry(key: string): EvidenceEntry | undefined {
    const record = this.record;
    const { entries = [], prior } = record ? this.options.evidence.reading(record) : {};
    return [...entries, ...(prior?.entries ?? [])].find((each) => each.key === key);
  }

  /** People in the evidence have mail addresses, which tell two of one name apart. */
  mailsOf(name: string): readonly string[] {
    const record = this.record;
    const reading = record && this.options.evidence.reading(record);
    return [...(reading?.people ?? []), ...(reading?.machines ?? [])].find((each) => each.name === name)?.mails ?? [];
  }

  /** What a change needs from outside: the clock and new ids. */
  step(): Step {
    const { now, newId } = this.options;
    return { now: new Date(now()).toISOString(), newId, session: this.#began };
  }

  /** Changes the record, at once. Resolves to whether it is on disk. */
  change(change: RecordChange): Promise<boolean> {
    return this.changeOther(this.id, change);
  }

  /** Changes another record of the journal, at once. Resolves to whether it is on disk. */
  changeOther(id: string, change: RecordChange): Promise<boolean> {
    const save = () => this.journal.update(id, (record) => change(record, this.step()));
    return this.unsaved.add({ preview: this.previewOf(id, change), save });
  }

  /** What each record says while a change of one of them waits. */
  previewOf(id: string, change: RecordChange): (record: Incident) => Incident {
    return (record) => (record.id === id ? change(record, this.step()) : record);
  }

  /** Remembers a name as it was typed: the people file may have it in another form. */
  rememberName(typedName: string): void {
    this.#panel = { ...this.#panel, typedName };
  }

  /** Remembers what only this panel knows, and shows it. */
  remember(part: Partial<PanelSession>): void {
    this.#panel = { ...this.#panel, ...part };
    this.show();
  }

  /** Goes to another screen, once all before it is on disk: what was turned back is forgotten. Resolves to whether it is on disk. */
  async go(change: RecordChange): Promise<boolean> {
    if (!(await this.unsaved.flush())) return false; // the reason is on screen, and so is the text
    this.#panel = FRESH;
    return this.change(change);
  }
}
