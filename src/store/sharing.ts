import { join } from 'node:path';
import { withField } from '../core/journal/fields';
import { underLock } from './change';
import { DurableFile } from './durableFile';
import { IGNORE_ALL } from './founding';
import type { Journal } from './journal';
import { LOCK_TIMES } from './lock';
import type { LockTimes } from './lock';
import type { Refused, Saved } from './refusal';

/** What git is told of a journal: lines of ours that are there, and those that are not. All other lines are the person's. */
interface GitFile {
  readonly name: '.gitignore' | '.gitattributes';
  readonly shared: readonly string[];
  readonly alone: readonly string[];
}

const IGNORE: GitFile = { name: '.gitignore', shared: ['.lock*', '*.tmp'], alone: [IGNORE_ALL.trim()] };
const ATTRIBUTES: GitFile = { name: '.gitattributes', shared: ['*.json text eol=lf'], alone: [] };

/**
 * Lets git see the journal, or hides it again, durably and under the journal's lock. Lines that the person has added stay. It never
 * stages, commits or pushes. What can be lost to a crash in between is that git sees it: that comes last, and goes first.
 * @param folder the journal's, absolute
 */
export async function setShared(journal: Pick<Journal, 'updateFacts'>, folder: string, shared: boolean, times: LockTimes = LOCK_TIMES): Promise<Saved<boolean> | Refused> {
  const note = () => journal.updateFacts((facts) => (facts.shared === shared ? facts : withField(facts, 'shared', shared)));
  const tellGit = (files: readonly GitFile[]) =>
    underLock({ folder, file: files[0]?.name ?? '' }, times, async (stillMine) => {
      for (const file of files) await setLines(folder, file, shared, stillMine);
      return { ok: true } as const;
    });
  const steps = shared ? [note, () => tellGit([ATTRIBUTES, IGNORE])] : [() => tellGit([IGNORE, ATTRIBUTES]), note];
  for (const step of steps) {
    const outcome = await step();
    if (!outcome.ok) return outcome;
  }
  return { ok: true, record: shared };
}

async function setLines(folder: string, { name, ...lines }: GitFile, shared: boolean, stillMine: () => Promise<boolean>): Promise<void> {
  const file = new DurableFile(join(folder, name), folder, stillMine);
  const now = (await file.readAsIs())?.bytes.toString('utf8');
  const [wanted, unwanted] = shared ? [lines.shared, lines.alone] : [lines.alone, lines.shared];
  const text = withLines(now ?? '', wanted, unwanted);
  if (text === now || (text === '' && now === undefined)) return;
  if (text === '') await file.remove();
  else await file.writeText(text);
}

/** A text with some lines at its end, and without others. The same text where nothing is to be done. In git's files a later line wins. */
function withLines(text: string, wanted: readonly string[], unwanted: readonly string[]): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  if (wanted.every((line) => lines.includes(line)) && !unwanted.some((line) => lines.includes(line))) return text;
  const ours = [...wanted, ...unwanted];
  const theirs = text.replace(/\n$/, '').split('\n').filter((line) => !ours.includes(line.trimEnd()));
  const all = [...(theirs.join('').trim() === '' ? [] : theirs), ...wanted];
  return all.map((line) => `${line}\n`).join('');
}
