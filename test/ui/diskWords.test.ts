import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RowKey } from '../../tools/suites/tortureRows.mjs';
import { notHere, seen } from '../torture/row';
import { withoutWriting } from './faults';
import { freshFolder } from './harness/folders';
import { draft, JournalFiles } from './journalFiles';
import type { ReflectionPage } from './reflection';
import { closeEditors, openFromTree } from './reflection';
import type { Workbench } from './workbench';
import { openWorkbench } from './workbench';

const STAKES = 'What could have been lost?';
const TYPED = 'Typed while the disk said no.';

/** A fault of the disk under an open reflection: made, and taken back. Undefined where this machine has no way to make it. */
interface Fault {
  readonly key: RowKey;
  readonly name: string;
  /** Whether the fault needs a disk of its own, mounted as the workspace. */
  readonly onDisk?: true;
  readonly make: (journal: JournalFiles, title: string) => (() => void) | undefined;
  /** The person is told this. */
  readonly says: RegExp;
}

function remounted(disk: string): () => void {
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  return () => void execFileSync('mount', ['-o', 'remount,rw', disk]);
}

function filled(disk: string): () => void {
  const ballast = path.join(disk, 'ballast');
  try {
    for (let n = 0; ; n++) writeFileSync(`${ballast}${n}`, Buffer.alloc(4096));
  } catch {
    return () => readdirSync(disk).filter((name) => name.startsWith('ballast')).forEach((name) => rmSync(path.join(disk, name)));
  }
}

function moved(from: string): () => void {
  renameSync(from, `${from}.away`);
  return () => renameSync(`${from}.away`, from);
}

const faults: readonly Fault[] = [
  { key: 'screenFull', name: 'a full disk', onDisk: true, make: ({ workspace }) => filled(workspace), says: /^Not saved: The disk is full\. / },
  { key: 'screenReadOnly', name: 'a disk that can only be read', onDisk: true, make: ({ workspace }) => remounted(workspace), says: /^Not saved: .+ is on a disk that can only be read\. / },
  { key: 'screenPermission', name: 'no permission', make: ({ folder }) => withoutWriting(folder), says: /^Not saved: This account may not write to .+\. / },
  { key: 'screenGone', name: 'a folder that vanished', make: ({ folder }) => moved(folder), says: /^Not saved: (The journal’s folder is not there any more|The file of this incident is not in the folder now): / },
  { key: 'screenFileGone', name: 'a file that vanished', make: (journal, title) => moved(journal.file(title)), says: /^Not saved: The file of this incident is not in the folder now: / },
];

describe('a disk that says no, on screen', () => {
  let workbench: Workbench;
  /** A workspace on the machine's own disk, and one on a disk of its own, where one can be mounted. */
  const plain = new JournalFiles(freshFolder());
  const own = mounted();
  /** The windows that are open, by what is open in them. */
  const windows = new Map<JournalFiles, Workbench>();

  before(async () => {
    workbench = await openWorkbench({ folder: plain.workspace });
    windows.set(plain, workbench);
  });
  after(async () => {
    for (const window of windows.values()) await window.close();
    if (own) execFileSync('umount', ['--lazy', own.workspace]);
  });

  function mounted(): JournalFiles | undefined {
    const folder = path.join(freshFolder(), 'work');
    mkdirSync(folder);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'pipe' });
    } catch {
      return undefined;
    }
    return new JournalFiles(folder);
  }

  async function windowOn(journal: JournalFiles): Promise<Workbench> {
    const window = windows.get(journal) ?? (await workbench.openWindow(journal.workspace));
    windows.set(journal, window);
    await window.page.bringToFront();
    return window;
  }

  /** Types while the fault is there, reads what the screen says, and waits until the text is saved when it is gone. */
  async function sayAndSave(reflection: ReflectionPage, { make, says }: Fault, journal: JournalFiles, title: string): Promise<string | undefined> {
    const mend = make(journal, title);
    if (!mend) return undefined;
    let words: string;
    try {
      await reflection.field(STAKES).fill(TYPED);
      const said = reflection.alert.getByText(says);
      await said.waitFor();
      words = (await said.textContent())?.trim() ?? '';
      await reflection.says('Not saved');
      assert.equal(await reflection.field(STAKES).inputValue(), TYPED);
    } finally {
      mend();
    }
    await journal.saved(title, 'what was typed', ({ stakes }) => stakes === TYPED);
    await reflection.says('Saved');
    return words.replaceAll(journal.workspace, '…');
  }

  for (const fault of faults) {
    it(`${fault.name}: says so, keeps the text, and saves it when that is over`, async function () {
      const journal = fault.onDisk ? own : plain;
      if (journal === undefined) return notHere(fault.key, 'a disk can only be mounted by root on Linux', this);
      const title = `On ${fault.name}`;
      journal.add(draft(title, 'facts'));
      const reflection = await openFromTree(await windowOn(journal), title);
      await reflection.shows('facts');
      let words: string | undefined;
      await seen(fault.key, async () => {
        words = await sayAndSave(reflection, fault, journal, title);
        if (words === undefined) return notHere(fault.key, 'this machine has no way to take the permission away', this);
        return { often: 1, lost: 0, words: [words] };
      });
    });
  }

  it('a folder that is a link: is followed, and stays a link', () =>
    seen('screenLink', async () => {
      const behind = path.join(freshFolder(), 'behind');
      await closeEditors(await windowOn(plain));
      renameSync(plain.folder, behind);
      symlinkSync(behind, plain.folder);
      plain.add(draft('Behind a link', 'facts'));
      await workbench.killExtensionHost(); // the extensions find it as it is now
      const reflection = await openFromTree(workbench, 'Behind a link');
      await reflection.field(STAKES).fill(TYPED);
      await plain.saved('Behind a link', 'what was typed', ({ stakes }) => stakes === TYPED);
      await reflection.says('Saved');
      assert.ok(lstatSync(plain.folder).isSymbolicLink());
      assert.ok(existsSync(path.join(behind, 'incidents')));
      return { often: 1, lost: 0, words: ['Saved'] };
    }));
});
