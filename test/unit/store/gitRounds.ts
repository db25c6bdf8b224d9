import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { settleClash } from '../../../src/core/reflection/clashes';
import { ROLES } from '../../../src/core/journal/values';
import type { Incident } from '../../../src/core/journal/schema';
import { readIndexSides } from '../../../src/sources/indexSides';
import { Conflicts } from '../../../src/store/conflicts';
import type { Journal } from '../../../src/store/journal';
import type { Refused, Saved } from '../../../src/store/refusal';
import { setShared } from '../../../src/store/sharing';
import { incident } from '../journal/sample';
import { newId, openJournal } from './journalFolder';

const AT = '2026-11-24T12:00:00Z';
const STYLES = ['merge', 'diff3', 'zdiff3'];

/** What happened in all rounds. */
export interface GitRounds {
  readonly rounds: number;
  /** Changes that the store said were saved. */
  readonly acknowledged: number;
  /** Files in which git left a conflict, and that were merged. */
  readonly merged: number;
  readonly lost: number;
  readonly unreadable: number;
  readonly twice: number;
}

/** Pseudo-random numbers from a seed (mulberry32), so that a run that fails can be seen again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** What must still be there: every text that was acknowledged, until somebody who saw it wrote another or chose against it. */
class Acknowledged {
  count = 0;
  readonly notes = new Map<string, string>();
  readonly people = new Set<string>();
  readonly incidents = new Set<string>();
  /** By incident: the texts that nobody has replaced. */
  readonly texts = new Map<string, Set<string>>();

  textsOf(id: string): Set<string> {
    const texts = this.texts.get(id) ?? new Set();
    this.texts.set(id, texts);
    return texts;
  }
}

/** One machine: a clone, and the journal in it. */
class Machine {
  merged = 0;
  #made = 0;

  private constructor(
    readonly name: string,
    readonly folder: string,
    readonly journal: Journal,
    private readonly conflicts: Conflicts,
    private readonly acknowledged: Acknowledged,
    private readonly random: (below: number) => number,
  ) {}

  static async open(name: string, folder: string, backups: string, acknowledged: Acknowledged, random: (below: number) => number): Promise<Machine> {
    const journal = await openJournal(folder, { backups, later: () => undefined });
    const sidesFromIndex = (path: string) => (random(3) === 0 ? Promise.resolve(undefined) : readIndexSides(path, 'git'));
    const conflicts = new Conflicts({ journal, folder: join(folder, '.lead-debrief'), sidesFromIndex });
    return new Machine(name, folder, journal, conflicts, acknowledged, random);
  }

  git(...args: string[]): string {
    const who = { GIT_AUTHOR_NAME: this.name, GIT_AUTHOR_EMAIL: `${this.name}@example.com`, GIT_COMMITTER_NAME: this.name, GIT_COMMITTER_EMAIL: `${this.name}@example.com` };
    const env = { ...process.env, ...who, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_EDITOR: 'true' };
    return execFileSync('git', ['-C', this.folder, ...args], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  commit(): void {
    this.git('add', '--all');
    if (this.git('status', '--porcelain') !== '') this.git('commit', '--quiet', '--message', `Journal of ${this.name}`);
  }

  /** Several changes through the store. */
  async work(): Promise<void> {
    for (let n = 0; n < 6; n++) await this.#changeSomething();
  }

  async #changeSomething(): Promise<void> {
    const records = this.journal.records();
    const one = records[this.random(records.length)];
    const kinds = [() => this.#create(), () => this.#addPerson(), ...(one ? [() => this.#note(one), () => this.#choose(one), () => this.#type(one), () => this.#type(one), () => this.#delete(one), () => this.#settle(one)] : [])];
    await kinds[this.random(kinds.length)]?.();
  }

  #said<T>(outcome: Saved<T> | Refused): T {
    assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason);
    this.acknowledged.count++;
    return outcome.record;
  }

  #word(): string {
    this.#made++;
    return `${this.name}${this.#made}-${'x'.repeat(this.random(9))}`;
  }

  async #create(): Promise<void> {
    const { id } = this.#said(await this.journal.create(incident(newId(), { title: `Incident ${this.#word()}`, stakes: 'Orders' })));
    this.acknowledged.incidents.add(id);
    this.acknowledged.textsOf(id).add('Orders');
  }

  async #addPerson(): Promise<void> {
    const id = `p-${newId()}`;
    this.#said(await this.journal.updatePeople((people) => ({ ...people, people: [...people.people, { id, name: this.#word() }] })));
    this.acknowledged.people.add(id);
  }

  async #note({ id }: Incident): Promise<void> {
    const note = { id: newId(), at: AT, text: this.#word() };
    this.#said(await this.journal.update(id, (record) => ({ ...record, incidentNotes: [...(record.incidentNotes ?? []), note] })));
    this.acknowledged.notes.set(note.id, id);
  }

  async #choose({ id }: Incident): Promise<void> {
    const role = ROLES[this.random(ROLES.length)] as Incident['role'] & string;
    this.#said(await this.journal.update(id, (record) => ({ ...record, role, severity: `sev${this.random(4) + 1}` as 'sev1' })));
  }

  async #type({ id }: Incident): Promise<void> {
    const text = this.#word();
    const known = this.acknowledged.textsOf(id);
    this.#said(await this.journal.update(id, (record) => (linesOf(record.stakes).forEach((line) => known.delete(line)), { ...record, stakes: text })));
    known.add(text);
  }

  /** Hides it, or brings back what is hidden. */
  async #delete({ id }: Incident): Promise<void> {
    const [hidden] = this.journal.deletedEntries();
    const back = hidden?.state === 'ok' ? hidden.record.id : undefined;
    this.#said(await (back === undefined ? this.journal.remove(id) : this.journal.undoRemove(back)));
  }

  async #settle(one: Incident): Promise<void> {
    const [clash] = one.clashes ?? [];
    if (!clash) return;
    const keep = (['mine', 'theirs', 'both'] as const)[this.random(3)] ?? 'mine';
    const known = this.acknowledged.textsOf(one.id);
    const record = this.#said(await this.journal.update(one.id, (before) => settleClash(before, clash.path, keep, { now: AT, newId, session: AT })));
    const gone = [...linesOf(one.stakes), ...linesOf(clash.path === 'text/stakes' ? clash.other : '')];
    for (const line of gone) if (!isSaid(record, line)) known.delete(line);
  }

  /** Gets what the other one pushed, with what git leaves in conflict resolved by the store. */
  async pull(): Promise<void> {
    const style = STYLES[this.random(STYLES.length)] ?? 'merge';
    const rebase = this.random(3) === 0;
    this.#tryGit('-c', `merge.conflictStyle=${style}`, 'pull', '--quiet', rebase ? '--rebase' : '--no-rebase', 'origin', 'main');
    for (let step = 0; this.#isBetween(); step++) {
      assert.ok(step < 50, 'the merge comes to an end');
      await this.#resolve();
      this.git('add', '--all');
      if (rebase) this.#tryGit('-c', `merge.conflictStyle=${style}`, 'rebase', '--continue');
      else this.git('commit', '--quiet', '--no-edit');
    }
    await this.journal.refresh();
  }

  /** Git says no where it leaves a conflict: what comes after looks for that. */
  #tryGit(...args: string[]): void {
    try {
      this.git(...args);
    } catch (error) {
      if (!this.#isBetween()) throw error;
    }
  }

  /** A merge or a rebase waits to be gone on with. */
  #isBetween(): boolean {
    return ['MERGE_HEAD', 'rebase-merge', 'rebase-apply'].some((name) => existsSync(join(this.folder, '.git', name)));
  }

  async #resolve(): Promise<void> {
    const unmerged = new Set(this.git('diff', '--name-only', '--diff-filter=U').split('\n').filter(Boolean));
    await this.journal.refresh();
    const results = await this.conflicts.merge();
    assert.deepEqual(results.filter(({ ok }) => !ok), []);
    assert.equal(results.length, unmerged.size, `every file in conflict was merged: ${[...unmerged].join(', ')}`);
    this.merged += results.length;
  }
}

/** Two texts of which both were kept are two lines. */
const linesOf = (text: unknown): readonly string[] => (typeof text === 'string' ? text.split('\n') : []);

const isSaid = ({ stakes, clashes = [] }: Incident, line: string): boolean => [stakes, ...clashes.map(({ other }) => other)].some((text) => linesOf(text).includes(line));

/** What of all that was acknowledged is not there any more, and what is there twice. */
function count(journal: Journal, acknowledged: Acknowledged): { lost: number; twice: number; unreadable: number } {
  const entries = [...journal.entries(), ...journal.deletedEntries()];
  const records = entries.flatMap((entry) => (entry.state === 'ok' && !entry.missing ? [entry.record] : []));
  const byId = new Map(records.map((record) => [record.id, record]));
  const notes = records.flatMap(({ id, incidentNotes }) => (incidentNotes ?? []).map((note) => `${id}/${note.id}`));
  const people = journal.people().people.map(({ id }) => id);
  const there = new Set([...notes, ...people]);
  const lost = [
    ...[...acknowledged.incidents].filter((id) => !byId.has(id)),
    ...[...acknowledged.notes].map(([note, id]) => `${id}/${note}`).filter((note) => !there.has(note)),
    ...[...acknowledged.people].filter((id) => !there.has(id)),
    ...[...acknowledged.texts].flatMap(([id, texts]) => [...texts].filter((line) => !isSaid(byId.get(id) ?? incident(id), line))),
  ];
  return { lost: lost.length, twice: notes.length + people.length - there.size + entries.length - byId.size, unreadable: entries.length - records.length + journal.problems().length };
}

/**
 * Two machines with one shared journal: in each round both change it through the store and commit, then pull (merge, and sometimes
 * rebase, in all styles of conflict markers), with what git leaves in conflict resolved by the store, and push.
 * @param folder an empty folder
 * @throws where in a round something is unreadable, or the two machines do not hold the same in the end
 */
export async function gitRounds(folder: string, rounds: number, seed = 1): Promise<GitRounds> {
  const [random, acknowledged] = [randomFrom(seed), new Acknowledged()];
  const path = (name: string): string => join(folder, name);
  mkdirSync(path('a'));
  const a = await Machine.open('a', path('a'), path('backups-a'), acknowledged, random);
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', path('remote.git')]);
  a.git('init', '--quiet', '--initial-branch=main');
  a.git('remote', 'add', 'origin', path('remote.git'));
  await a.work();
  assert.ok((await setShared(a.journal, join(path('a'), '.lead-debrief'), true)).ok);
  a.commit();
  a.git('push', '--quiet', 'origin', 'main');
  execFileSync('git', ['clone', '--quiet', path('remote.git'), path('b')]);
  const b = await Machine.open('b', path('b'), path('backups-b'), acknowledged, random);
  const worst = { lost: 0, twice: 0, unreadable: 0 };
  for (let round = 0; round < rounds; round++) {
    for (const machine of [a, b]) {
      await machine.work();
      machine.commit();
    }
    for (const machine of round % 2 === 0 ? [a, b, a] : [b, a, b]) {
      await machine.pull();
      machine.git('push', '--quiet', 'origin', 'HEAD:main');
    }
    assert.equal(a.git('rev-parse', 'HEAD^{tree}'), b.git('rev-parse', 'HEAD^{tree}'), 'both machines hold the same');
    for (const machine of [a, b]) {
      const now = count(machine.journal, acknowledged);
      for (const key of ['lost', 'twice', 'unreadable'] as const) worst[key] = Math.max(worst[key], now[key]);
    }
  }
  return { rounds, acknowledged: acknowledged.count, merged: a.merged + b.merged, ...worst };
}
