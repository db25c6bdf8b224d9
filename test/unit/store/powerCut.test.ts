import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { seen } from '../../torture/row';
import { incident } from '../journal/sample';
import { journalIn, ownFolder } from './journalFolder';
import { possibleDisks } from './possibleDisks';
import type { Disk } from './possibleDisks';
import { recorded } from './recorder';
import type { Operation } from './recorder';

interface Losses {
  disks: number;
  /** An acknowledged record is not there, or an older version of it is. */
  lost: number;
  /** A file is there that cannot be read. */
  unreadable: number;
  /** A record is there, and git would see it. */
  exposed: number;
}

const IDS = ['7k3f9q2mxa', '8k3f9q2mxa'] as const;

/** The first save of a journal, which makes it, and five more, on a disk that loses power after every operation. */
async function savesOf(folder: string): Promise<readonly Operation[]> {
  return await recorded(folder, async (log) => {
    const journal = journalIn(folder);
    for (let value = 1; value <= 3; value++) {
      for (const id of IDS) {
        const saved = value === 1 ? journal.create(incident(id, { stakes: '1' })) : journal.update(id, (record) => ({ ...record, stakes: `${value}` }));
        assert.ok((await saved).ok);
        log.push({ kind: 'acknowledged', path: `.lead-debrief/${journal.get(id)?.file}`, value });
      }
    }
  });
}

/** @param sought found once, it is not looked further */
function lossesOf(log: readonly Operation[], sought?: keyof Losses): Losses {
  const losses: Losses = { disks: 0, lost: 0, unreadable: 0, exposed: 0 };
  const promised = new Map<string, number>();
  for (const [i, operation] of log.entries()) {
    if (operation.kind === 'acknowledged') promised.set(operation.path, operation.value);
    for (const disk of possibleDisks(log.slice(0, i + 1))) judge(disk, promised, losses);
    if (sought && losses[sought] > 0) break;
  }
  return losses;
}

function judge(disk: Disk, promised: ReadonlyMap<string, number>, losses: Losses): void {
  const records = [...disk].filter(([path]) => path.endsWith('.json'));
  losses.disks++;
  if (records.some(([, text]) => valueOf(text) === undefined)) losses.unreadable++;
  if ([...promised].some(([path, value]) => (valueOf(disk.get(path)) ?? 0) < value)) losses.lost++;
  if (records.length > 0 && disk.get('.lead-debrief/.gitignore') !== '*\n') losses.exposed++;
}

function valueOf(text: string | undefined): number | undefined {
  try {
    return Number((JSON.parse(text ?? '') as Incident).stakes ?? 0);
  } catch {
    return undefined;
  }
}

describe('a power cut after every operation of six saves', function () {
  this.timeout(60_000);
  const folder = ownFolder();
  let log: readonly Operation[];

  beforeEach(async () => {
    log = await savesOf(folder.path());
  });

  it('loses nothing that was acknowledged, leaves no unreadable file, and never a record that git would see', () => {
    return seen('cutSaves', () => {
      const { disks, lost, ...wrong } = lossesOf(log);
      assert.ok(disks > 500, `only ${disks} disks`);
      return { often: disks, lost, wrong };
    });
  });

  const after = (kind: Operation['kind']) => (operation: Operation, i: number) => operation.kind !== 'sync-folder' || log[i - 1]?.kind !== kind;
  const faults: readonly (readonly [string, (operation: Operation, i: number) => boolean, keyof Losses])[] = [
    ['a file', (operation) => operation.kind !== 'sync', 'unreadable'],
    ['a folder after the rename', (operation, i) => after('rename')(operation, i), 'lost'],
    ['the parent of a new folder', (operation, i) => after('make-folder')(operation, i), 'lost'],
  ];

  for (const [name, keeps, loss] of faults) {
    it(`would be seen here if the store forgot to sync ${name}`, () => {
      const faulty = log.filter(keeps);
      assert.ok(faulty.length < log.length, 'the fault was put in');
      return seen('cutFaults', () => ({ often: 1, wrong: { 'not found': lossesOf(faulty, loss)[loss] > 0 ? 0 : 1 } }));
    });
  }
});
