import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { isPurged } from '../../../src/core/journal/check';
import { stringify } from '../../../src/store/faithful';
import type { Journal } from '../../../src/store/journal';
import { seen, times } from '../../torture/row';
import { anyIncident, json, mutated, type Json } from '../journal/records';
import { openJournal, setStakes } from './journalFolder';

/** So many files are in one journal at a time. */
const AT_A_TIME = 50;

const whole = anyIncident.map((record) => Buffer.from(stringify(record)));

/** A file with some bytes of it changed, doubled, or taken out: a disk or a program that went wrong. */
const damaged = fc.tuple(whole, fc.nat(), fc.nat(40), fc.uint8Array({ maxLength: 8 }), fc.boolean()).map(([bytes, at, gone, put, twice]) => {
  const from = at % bytes.length;
  return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(twice ? Math.max(0, from - gone) : from + gone)]);
});

/** What may be found where a record should be. */
const anyFile: fc.Arbitrary<Buffer> = fc.oneof(
  whole,
  damaged,
  fc.tuple(whole, fc.nat()).map(([bytes, length]) => bytes.subarray(0, length % bytes.length)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  json.map((value) => Buffer.from(JSON.stringify(value))),
  anyIncident.chain((record) => mutated(record as unknown as Json)).map((value) => Buffer.from(JSON.stringify(value, null, 1))),
  fc.tuple(whole, fc.constantFrom('utf16le', 'latin1')).map(([bytes, encoding]) => Buffer.from(bytes.toString('utf8'), encoding as BufferEncoding)),
  fc.tuple(whole, whole).map(([one, other]) => Buffer.from(`<<<<<<< HEAD\n${one.toString()}=======\n${other.toString()}>>>>>>> theirs\n`)),
  fc.nat(4000).map((size) => Buffer.alloc(size)),
);

interface Fuzzed {
  files: number;
  /** An exception instead of an entry or a refusal. */
  crashes: number;
  /** Bytes that are others now, though no save was acknowledged, or that a save changed beyond what was asked. */
  changed: number;
  /** Files that are neither shown nor said to be unreadable. */
  unsaid: number;
  saved: number;
}

function put(folder: string, contents: readonly Buffer[]): readonly string[] {
  const year = join(folder, '.lead-debrief', 'incidents', '2026');
  mkdirSync(year, { recursive: true });
  return contents.map((bytes, i) => {
    const path = join(year, `2026-11-24-fuzzed-${String(i).padStart(10, '0')}.debrief.json`);
    writeFileSync(path, bytes);
    return path;
  });
}

/** The record without what was asked to be changed, as text: whatever else is in it must stay, in whatever order. */
function rest(bytes: Buffer): string {
  const { stakes, ...others } = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as Record<string, unknown>;
  void stakes;
  return JSON.stringify(sorted(others));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(sorted(each))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([key, each]) => [key, sorted(each)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What is left of an incident that was deleted for ever is listed nowhere: it says no more than that. */
function isStub(bytes: Buffer | undefined): boolean {
  try {
    return isPurged(JSON.parse(bytes?.toString('utf8') ?? ''));
  } catch {
    return false;
  }
}

/** Tries to change every file, by the id that the journal knows it by. */
async function changeAll(journal: Journal, paths: readonly string[], contents: readonly Buffer[], seenSoFar: Fuzzed): Promise<void> {
  for (const [i, path] of paths.entries()) {
    const entry = journal.entries().concat(journal.deletedEntries()).find(({ file }) => path.endsWith(file));
    if (!entry) {
      if (isStub(contents[i])) continue;
      seenSoFar.unsaid++;
      console.log(`      neither shown nor said to be unreadable: ${contents[i]?.toString('base64') ?? ''}`);
      continue;
    }
    const id = entry.state === 'ok' ? entry.record.id : entry.state === 'duplicate' ? entry.record.id : entry.id;
    const outcome = id === undefined ? undefined : await journal.update(id, setStakes('Asked for'));
    const [before, after] = [contents[i] ?? Buffer.alloc(0), readFileSync(path)];
    if (outcome?.ok && entry.state === 'ok') {
      seenSoFar.saved++;
      if (rest(after) !== rest(before)) seenSoFar.changed++;
    } else if (!after.equals(before)) seenSoFar.changed++;
  }
}

async function fuzz(contents: readonly Buffer[], seenSoFar: Fuzzed): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lead-debrief-fuzz-'));
  try {
    const paths = put(folder, contents);
    seenSoFar.files += paths.length;
    const journal = await openJournal(folder);
    await changeAll(journal, paths, contents, seenSoFar);
    assert.deepEqual(readdirSync(join(folder, '.lead-debrief', 'incidents', '2026')).length, paths.length, 'no file is gone, none is left behind');
  } catch (error) {
    seenSoFar.crashes++;
    console.log(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('damaged and random files in the journal', function () {
  this.timeout(times(60_000, 3_600_000));

  it('are shown or said to be unreadable, and keep every byte that nobody asked to change', () =>
    seen('fuzzed', async () => {
      const all: Fuzzed = { files: 0, crashes: 0, changed: 0, unsaid: 0, saved: 0 };
      const rounds = times(200, 10_000) / AT_A_TIME;
      await fc.assert(fc.asyncProperty(fc.array(anyFile, { minLength: AT_A_TIME, maxLength: AT_A_TIME }), (contents) => fuzz(contents, all)), { numRuns: rounds });
      const { files, crashes, changed, unsaid, saved } = all;
      assert.ok(saved > files / 50, `only ${saved} of ${files} could be saved`);
      return { often: files, wrong: { crashes, 'files changed': changed, unsaid }, seen: `${saved} could be changed, as asked` };
    }));
});
