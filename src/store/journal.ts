import { relative, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import { MIGRATIONS } from '../core/journal/migrations';
import type { Migrations } from '../core/journal/migrations';
import { remove, restore } from '../core/journal/deletion';
import { fileNameParts, incidentFile, SUFFIX } from '../core/journal/filename';
import { FORMAT } from '../core/journal/values';
import type { Incident, JournalFacts, People, StoredIncident } from '../core/journal/schema';
import { Backups } from './backups/backups';
import type { Later } from './backups/backups';
import { JournalBackups } from './backups/journalBackups';
import { keeperOf, worthIn } from './backups/keeping';
import { digest } from './digest';
import type { Entry } from './entry';
import { listRecords } from './listing';
import { LOCK_TIMES } from './lock';
import type { LockTimes } from './lock';
import { Memory } from './memory';
import { Place } from './place';
import type { Lookable } from './place';
import { LOOK_AGAIN, Reader } from './reader';
import { faultWords } from './reading';
import type { Held } from './reading';
import { RecentlyDeleted } from './recentlyDeleted';
import { FACTS_FILE, INCIDENTS, isStub, PEOPLE_FILE, recordKinds } from './recordKind';
import type { Judge, RecordKinds } from './recordKind';
import { refused } from './refusal';
import type { Refused, Saved } from './refusal';
import { SingleFile } from './singleFile';
import { unlessRefused } from './systemError';
import { Writer } from './writer';

export interface JournalOptions {
  /** Absolute path of the journal's folder (…/.lead-debrief). It need not exist: the first save makes it. */
  readonly folder: string;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** A new id: 10 random characters of Crockford base32, in small letters. */
  readonly newId: () => string;
  /** How long another window's lock is respected. */
  readonly lockTimes?: LockTimes;
  /** When to look again at a file that cannot be parsed: milliseconds after the last look. Default: 100, 300, 1,000. */
  readonly lookAgain?: readonly number[];
  /** The folder of all journals' backups, absolute, outside of every workspace. Without it there are none, and files of older formats are not changed. */
  readonly backups?: string;
  /** Runs what may be done later. Default: a timer that keeps no process alive. */
  readonly later?: Later;
  /** How files of older formats are read. Default: those of this version. */
  readonly migrations?: Migrations;
}

const byTimer: Later = (work, milliseconds) => void setTimeout(work, milliseconds).unref();

/** A file of the journal that is no incident, or the folder itself, and what is wrong with it. */
export interface Problem {
  /** Relative to the journal's folder; '' for the folder itself. */
  readonly file: string;
  readonly reason: string;
  /** Place of the first fault, from 1, where it has one. */
  readonly line?: number;
  readonly column?: number;
  /** It has git's conflict markers. */
  readonly marked?: true;
}

/**
 * The only reader and writer of the journal. Reading is from memory; every change re-reads its file inside a lock that all windows
 * share, writes it durably, then tells the listeners. The constructor does no I/O, and no method throws for a fault of the disk.
 */
export class Journal {
  /** Resolves when everything was read. Stays pending until `load` was called. */
  readonly whenLoaded: Promise<void>;
  readonly backups: JournalBackups;
  readonly recentlyDeleted: RecentlyDeleted;
  readonly #kinds: RecordKinds;
  readonly #copies: Backups | undefined;
  readonly #memory = new Memory();
  readonly #facts = new SingleFile<JournalFacts>();
  readonly #people = new SingleFile<People>();
  readonly #factsPlace: Place<JournalFacts>;
  readonly #peoplePlace: Place<People>;
  readonly #reader: Reader;
  readonly #writer: Writer;
  readonly #listeners = new Set<() => void>();
  #loading: Promise<void> | undefined;
  #loaded!: () => void;

  constructor(private readonly options: JournalOptions) {
    const { folder, now } = options;
    this.#kinds = recordKinds(options.migrations ?? MIGRATIONS);
    const tell = (): void => this.#tell();
    this.#copies = this.#copiesIn(options.backups, tell);
    this.#factsPlace = new Place(folder, FACTS_FILE, this.#kinds.facts, this.#facts, this.#copies);
    this.#peoplePlace = new Place(folder, PEOPLE_FILE, this.#kinds.people, this.#people, this.#copies);
    this.whenLoaded = new Promise((resolve) => (this.#loaded = resolve));
    this.#writer = new Writer({ ...options, facts: this.#factsPlace, keeper: keeperOf(this.#copies), tell });
    const singles = [this.#factsPlace, this.#peoplePlace];
    const [incident, known] = [(file: string) => this.#incidentPlace(file), () => this.#memory.files()];
    const onFolder = (): void => void (this.#writer.folderSeen = true);
    this.#reader = new Reader({ folder, now, lookAgain: options.lookAgain ?? LOOK_AGAIN, incident, known, singles, onFolder, tell });
    this.backups = this.#backupsFor(onFolder);
    this.recentlyDeleted = this.#recentlyDeletedFor(tell);
  }

  #copiesIn(root: string | undefined, tell: () => void): Backups | undefined {
    const { folder, now, later = byTimer } = this.options;
    const id = (): string | undefined => this.facts()?.id;
    return root === undefined ? undefined : new Backups({ root, folder, now, later, id, worth: worthIn((file) => this.#kindOf(file)), tell });
  }

  #backupsFor(onFolder: () => void): JournalBackups {
    const { folder, now, backups: root, lockTimes = LOCK_TIMES } = this.options;
    return new JournalBackups({
      backups: this.#copies, root, folder, now, lockTimes, onFolder,
      kindOf: (file) => this.#kindOf(file),
      missing: () => this.#memory.missing(),
      inTurn: (work) => this.#writer.inTurn(work),
      refresh: () => this.refresh(),
    });
  }

  #recentlyDeletedFor(tell: () => void): RecentlyDeleted {
    const { folder, now, lockTimes = LOCK_TIMES } = this.options;
    return new RecentlyDeleted({
      folder, now, lockTimes,
      shown: () => this.entries(),
      deleted: () => this.deletedEntries(),
      place: (file) => this.#incidentPlace(file),
      isShared: async () => (await this.#factsPlace.look(true), this.facts()?.shared === true),
      save: (place, attempt) => this.#writer.save(place, attempt),
      inTurn: (work) => this.#writer.inTurn(work),
      dropCopies: async (file) => await this.#copies?.removeAll(file),
      forget: (file) => (this.#memory.forget(file), tell()),
    });
  }

  /** Reads the newest 300, tells the listeners and resolves; the rest follows behind (`whenLoaded`). A second call does nothing new. */
  load(): Promise<void> {
    this.#loading ??= this.#reader.open().then((readRest) => void readRest().finally(this.#loaded));
    return this.#loading;
  }

  /** Everything except what is deleted or absorbed, newest first. The same array until something changes. */
  entries(): readonly Entry[] {
    return this.#memory.listed('shown');
  }

  /** The records among the entries: all that can be shown and changed, newest first. */
  records(): readonly Incident[] {
    return recordsAmong(this.entries());
  }

  /** What was joined with another incident and is kept in its own file, newest first. */
  absorbed(): readonly Incident[] {
    return recordsAmong(this.#memory.listed('absorbed'));
  }

  /** What is hidden by a deletion, newest first. */
  deletedEntries(): readonly Entry[] {
    return this.#memory.listed('deleted');
  }

  /** By id; also deleted, absorbed, missing and unreadable ones. */
  get(id: string): Entry | undefined {
    return this.#memory.get(id);
  }

  /** Whether an id is taken, also by one that was deleted for ever and is not to return. */
  has(id: string): boolean {
    return this.#memory.has(id);
  }

  /** debrief-journal.json, undefined while there is none that can be read. */
  facts(): JournalFacts | undefined {
    return this.#facts.record();
  }

  /** debrief-people.json; nobody while there is none that can be read. */
  people(): People {
    return this.#people.record() ?? this.#kinds.people.absent;
  }

  /** Files that are no incidents and cannot be read or changed, and the folder when it cannot be listed. */
  problems(): readonly Problem[] {
    const folder = this.#reader.problem === undefined ? [] : [{ file: '', reason: this.#reader.problem }];
    const held = [[FACTS_FILE, this.#facts.held()], [PEOPLE_FILE, this.#people.held()]] as const;
    return [...folder, ...held.flatMap(([file, each]) => (each ? problemOf(file, each) : []))];
  }

  /**
   * Writes a new record, and makes the journal if this is its first. Refuses an id that is there already.
   * @param dated the day in its file's name, in milliseconds; today where absent. Two machines that may make one record each pass the same.
   */
  create(record: Incident, dated = this.options.now()): Promise<Saved<Incident> | Refused> {
    const there = refused('exists', l10n.t('There is an incident with this id already.'));
    return this.#writer.inTurn(async () => {
      if (this.#memory.has(record.id)) return there;
      const place = this.#incidentPlace(incidentFile(record, dated));
      return await this.#saveIncident(place, (before) => (before ? there : { ok: true, record }));
    });
  }

  /** Changes one record. `change` may run more than once; where it returns its argument, nothing is written. */
  update(id: string, change: (record: Incident) => Incident): Promise<Saved<Incident> | Refused> {
    return this.#writer.inTurn(async () => {
      const known = this.#memory.get(id);
      if (known?.state === 'duplicate') return refused('duplicate', known.reason);
      const attempt = changeOf(id, change);
      const first = known && !known.missing ? await this.#saveIncident(this.#incidentPlace(known.file), attempt) : notFound();
      if (first.ok || first.code !== 'not-found') return first;
      const file = await this.#findFile(id);
      const isElsewhere = file !== known?.file || known?.missing !== false;
      if (file !== undefined && isElsewhere) return await this.#saveIncident(this.#incidentPlace(file), attempt);
      return known ? missing(known.file) : notFound();
    });
  }

  /** Hides a record; its file stays. An edit of it, here or on another machine, brings it back. */
  remove(id: string): Promise<Saved<Incident> | Refused> {
    const at = new Date(this.options.now()).toISOString();
    return this.update(id, (record) => remove(record, at, digest));
  }

  undoRemove(id: string): Promise<Saved<Incident> | Refused> {
    return this.update(id, restore);
  }

  /** Makes the journal if there is none. */
  updateFacts(change: (facts: JournalFacts) => JournalFacts): Promise<Saved<JournalFacts> | Refused> {
    const facts = (): JournalFacts => ({ format: FORMAT, id: this.options.newId(), shared: false });
    return this.#writer.inTurn(() => this.#writer.save(this.#factsPlace, (before) => ({ ok: true, record: change(before ?? facts()) })));
  }

  /** Makes the journal if there is none. */
  updatePeople(change: (people: People) => People): Promise<Saved<People> | Refused> {
    return this.#writer.inTurn(() => this.#writer.save(this.#peoplePlace, (before) => ({ ok: true, record: change(before ?? this.#kinds.people.absent) })));
  }

  /**
   * Reads again what changed outside: the given files (absolute paths, others than the journal's are passed over), or everything.
   * Own writes cost nothing. Resolves when a file that could not be parsed was looked at for the last time (1.4 s).
   */
  async refresh(paths?: readonly string[]): Promise<void> {
    await this.load();
    if (!paths) {
      await this.whenLoaded;
      return await this.#reader.refresh(undefined, [this.#factsPlace, this.#peoplePlace]);
    }
    const files = [...new Set(paths.map((path) => relative(this.options.folder, path).split(sep).join('/')))];
    const singles = { [FACTS_FILE]: this.#factsPlace, [PEOPLE_FILE]: this.#peoplePlace } as const;
    const incidents = files.filter((file) => file.startsWith(`${INCIDENTS}/`) && file.endsWith(SUFFIX));
    await this.#reader.refresh(incidents, files.flatMap<Lookable>((file) => singles[file as keyof typeof singles] ?? []));
  }

  /** Brings the backups up to date now, for an editor that is about to close. */
  async flush(): Promise<void> {
    await this.#copies?.flush();
  }

  /** Called after every change of what this journal shows. */
  onDidChange(listener: () => void): { dispose(): void } {
    const own = (): void => listener();
    this.#listeners.add(own);
    return { dispose: () => void this.#listeners.delete(own) };
  }

  /** A listener that throws must not make a save look failed: its fault surfaces on its own. */
  #tell(): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  #incidentPlace(file: string): Place<StoredIncident> {
    return new Place(this.options.folder, file, this.#kinds.incident, this.#memory.shelf(file), this.#copies);
  }

  /** A whole incident is saved as one, so what was saved is one, too. */
  #saveIncident(place: Place<StoredIncident>, attempt: IncidentAttempt): Promise<Saved<Incident> | Refused> {
    return this.#writer.save(place, attempt) as Promise<Saved<Incident> | Refused>;
  }

  #kindOf(file: string): Judge {
    return { [FACTS_FILE]: this.#kinds.facts, [PEOPLE_FILE]: this.#kinds.people }[file] ?? this.#kinds.incident;
  }

  /** The file of an id that memory does not know, or no longer where it was: by the names in the folder, else when all was read. */
  async #findFile(id: string): Promise<string | undefined> {
    const named = (await unlessRefused(listRecords(this.options.folder)))?.find((file) => fileNameParts(file).id === id);
    if (named !== undefined || !this.#loading) return named;
    await this.whenLoaded;
    const known = this.#memory.get(id);
    return known?.missing === false ? known.file : undefined;
  }
}

const known = new WeakMap<readonly Entry[], readonly Incident[]>();

/** Once for each list: it stays the same until the journal changes, and is asked for again and again. */
function recordsAmong(entries: readonly Entry[]): readonly Incident[] {
  const records = known.get(entries) ?? entries.flatMap((entry) => (entry.state === 'ok' ? [entry.record] : []));
  known.set(entries, records);
  return records;
}

function problemOf(file: string, { outcome, missing: isMissing }: Held<unknown>): Problem | [] {
  if (outcome.state === 'ok') return [];
  const isMarked = outcome.state === 'unreadable' && outcome.marked && !isMissing;
  const place = 'line' in outcome && { line: outcome.line, column: outcome.column };
  return { file, reason: faultWords(file, outcome), ...place, ...(isMarked && { marked: true }) };
}

const notFound = (): Refused => refused('not-found', l10n.t('This incident is not in the journal.'));

const missing = (file: string): Refused =>
  refused('missing', l10n.t('The file of this incident is not in the folder now: {0}. Bring it back, then try again.', file));

type IncidentAttempt = (before: StoredIncident | undefined) => Saved<Incident> | Refused;

/** A file that holds another id by now is not the one that was meant; nor is what is left of one that was deleted for ever. */
function changeOf(id: string, change: (record: Incident) => Incident): IncidentAttempt {
  return (before) => (before?.id === id && !isStub(before) ? { ok: true, record: keepingId(before, change(before)) } : notFound());
}

/** The id decides which record this is: a change that touches it is a fault of the program. */
function keepingId(before: Incident, after: Incident): Incident {
  if (after.id !== before.id) throw new Error(`A change must keep the id ${before.id}.`);
  return after;
}
