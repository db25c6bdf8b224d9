import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findings, type FoundIncident } from '../../../src/core/found/findings';
import type { Claim, Incident } from '../../../src/core/journal/schema';
import { Conflicts, type Sides } from '../../../src/store/conflicts';
import type { Journal } from '../../../src/store/journal';
import { openJournal } from '../store/journalFolder';
import type { MachineName } from './story';
import type { Verdicts } from './verdicts';

const JOURNAL = '.lead-debrief';
/** What belongs to one machine alone. */
const OWN = /(^|\/)(\.lock[^/]*|[^/]*\.tmp)$/;

export interface MachineOptions {
  readonly folder: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly verdicts: Verdicts;
}

/** One machine of the lead: its copy of the journal, and what its editor remembers of prompts. */
export class Machine {
  /** As the editor stores it. */
  prompts: unknown;
  /** Where two machines changed one file: as git's index would hold it, by the path in the journal. */
  readonly sides = new Map<string, Sides>();

  #found: { readonly of: number; readonly incidents: readonly FoundIncident[] } | undefined;

  private constructor(
    readonly name: MachineName,
    readonly journal: Journal,
    private readonly conflicts: Conflicts,
    private readonly options: MachineOptions,
  ) {
    journal.onDidChange(() => (this.#found = undefined));
  }

  static async open(name: MachineName, options: MachineOptions): Promise<Machine> {
    const { folder, now, newId } = options;
    mkdirSync(join(folder, JOURNAL), { recursive: true });
    const journal = await openJournal(folder, { now, newId, backups: `${folder}-backups`, later: () => undefined });
    const found: { sides?: Machine['sides'] } = {};
    const root = join(folder, JOURNAL);
    const conflicts = new Conflicts({ journal, folder: root, sidesFromIndex: (path) => Promise.resolve(found.sides?.get(path.slice(root.length + 1))) });
    const machine = new Machine(name, journal, conflicts, options);
    found.sides = machine.sides;
    return machine;
  }

  record(id: string): Incident | undefined {
    return this.journal.records().find((each) => each.id === id);
  }

  /** What sources tell of and no record is about. Worked out anew when the journal or what they tell has changed. */
  found(claims: readonly Claim[]): readonly FoundIncident[] {
    if (!this.#found || this.#found.of !== claims.length) this.#found = { of: claims.length, incidents: this.foundBeside(this.journal.records(), claims) };
    return this.#found.incidents;
  }

  /** The same beside some of the records only. */
  foundBeside(records: readonly Incident[], claims: readonly Claim[]): readonly FoundIncident[] {
    const deleted = this.journal.deletedEntries().flatMap((entry) => (entry.state === 'ok' ? [entry.record] : []));
    return findings(records, deleted, claims, this.options.now()).found;
  }

  path(file: string): string {
    return join(this.options.folder, JOURNAL, file);
  }

  /** Every file that both machines share, with its text. @param of only those whose name says so */
  files(of: (name: string) => boolean = () => true): ReadonlyMap<string, string> {
    const names = this.#below().filter((name) => !OWN.test(name) && of(name));
    return new Map(names.toSorted().map((name) => [name, this.text(name)]));
  }

  text(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /** A file arrives from the other machine, or goes there (undefined). */
  take(file: string, text: string | undefined): void {
    const path = this.path(file);
    if (text === undefined) return rmSync(path, { force: true });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** The store makes one of what was changed on both machines. @param marked each with git's marks in it */
  async merge(marked: ReadonlyMap<string, string>): Promise<void> {
    for (const [file, text] of marked) this.take(file, text);
    await this.journal.refresh();
    const results = await this.conflicts.merge();
    assert.deepEqual(results.filter(({ ok }) => !ok), []);
    assert.deepEqual(results.map(({ file }) => file).toSorted(), [...marked.keys()].toSorted(), 'each file in conflict was merged');
    this.sides.clear();
  }

  /** The files about these incidents are whole and right by the schema. */
  isValid(only: readonly string[]): void {
    this.areValid(this.files((file) => only.some((id) => file.includes(id))));
  }

  /** Files as they are now, each with its text. */
  areValid(files: ReadonlyMap<string, string>): void {
    for (const [file, text] of files) if (file.endsWith('.json')) assert.equal(this.options.verdicts.of(file, text), 'valid', `${this.name}: ${file}`);
  }

  /** Every file below a folder of the journal, relative to the journal. Its folders, and no files, have names without a dot. */
  #below(folder = ''): readonly string[] {
    return readdirSync(this.path(folder)).flatMap((name) => (name.includes('.') ? `${folder}${name}` : this.#below(`${folder}${name}/`)));
  }
}
