import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import type { Incident } from '../../../src/core/journal/schema';
import { recordAsk } from '../../../src/core/prompting/history';
import { Conflicts } from '../../../src/store/conflicts';
import { DurableFile } from '../../../src/store/durableFile';
import { stringify } from '../../../src/store/faithful';
import { PromptHistories } from '../../../src/store/promptHistory';
import { setShared } from '../../../src/store/sharing';
import { incident } from '../journal/sample';
import { FILE, ID, ownFolder } from './journalFolder';
import { cutPower, FACTS, has, ok, openWithBackups, texts } from './powerCutLives';
import type { Life } from './powerCutLives';
import type { Disk } from './possibleDisks';

const PEOPLE = '.lead-debrief/debrief-people.json';
const [IGNORE, ATTRIBUTES] = ['.lead-debrief/.gitignore', '.lead-debrief/.gitattributes'];
const NOW = Date.UTC(2026, 10, 24, 12);

/** A file with git's markers: each side has a role, and a text of its own. */
const side = (more: Partial<Incident>): string => stringify(incident(ID, more));
const MARKED = `<<<<<<< HEAD\n${side({ stakes: 'Ours' })}=======\n${side({ stakes: 'Theirs, longer' })}>>>>>>> theirs\n`;

const isHidden = (disk: Disk): boolean => disk.get(IGNORE) === '*\n';
const isShared = (disk: Disk): boolean =>
  disk.get(IGNORE) === '.lock*\n*.tmp\n' && disk.get(ATTRIBUTES) === '*.json text eol=lf\n' && has(disk.get(FACTS), '"shared": true');

const lives: readonly Life[] = [
  {
    key: 'cutPeople',
    name: 'naming people: who was there is there, and who was added',
    writes: true,
    run: async (folder, done) => {
      const journal = await openWithBackups(folder);
      for (const [i, name] of ['Ada', 'Bo', 'Cleo'].entries()) {
        await ok(journal.updatePeople((people) => ({ ...people, people: [...people.people, { id: `p-7h2k9${i}`, name }] })));
        done();
      }
      await ok(journal.updateFacts((facts) => ({ ...facts, loadLimit: 3 })));
      done();
    },
    holds: (disk, acknowledged) => {
      const names = ['"Ada"', '"Bo"', '"Cleo"'].slice(0, acknowledged);
      return names.every((name) => has(disk.get(PEOPLE), name)) && (acknowledged < 4 || has(disk.get(FACTS), '"loadLimit": 3'));
    },
  },
  {
    key: 'cutPrompts',
    name: 'the history of prompts: what was asked is known',
    writes: true,
    run: async (folder, done) => {
      const histories = new PromptHistories({ folder: join(folder, 'prompts'), now: () => NOW });
      for (const id of ['one', 'two', 'three']) {
        await ok(histories.change('k3f9q2m7xa', ({ history }) => recordAsk(history, id, NOW)));
        done();
      }
    },
    holds: (disk, acknowledged) => ['"one"', '"two"', '"three"'].slice(0, acknowledged).every((id) => has(disk.get('prompts/k3f9q2m7xa.json'), id)),
  },
  {
    key: 'cutShare',
    name: 'sharing through git: git sees nothing before all is ready, and then what was said',
    writes: true,
    run: async (folder, done) => {
      const journal = await openWithBackups(folder);
      await ok(journal.create(incident(ID, { stakes: 'Kept' })));
      done();
      await ok(setShared(journal, join(folder, '.lead-debrief'), true));
      done();
    },
    holds: (disk, acknowledged) => (isShared(disk) || (acknowledged < 2 && isHidden(disk))) && has(disk.get(FILE), '"Kept"'),
  },
  {
    key: 'cutShare',
    name: 'taking that back: git sees nothing any more',
    writes: true,
    run: async (folder, done) => {
      const journal = await openWithBackups(folder);
      await ok(journal.create(incident(ID, { stakes: 'Kept' })));
      await ok(setShared(journal, join(folder, '.lead-debrief'), true));
      done();
      await ok(setShared(journal, join(folder, '.lead-debrief'), false));
      done();
    },
    holds: (disk, acknowledged) => {
      const isTakenBack = isHidden(disk) && has(disk.get(FACTS), '"shared": false');
      return (acknowledged < 2 ? isShared(disk) || isHidden(disk) : isTakenBack) && has(disk.get(FILE), '"Kept"');
    },
  },
  {
    key: 'cutConflict',
    name: 'merging what git left in conflict: the marked bytes are in their place or kept, and what was merged stays',
    writes: true,
    run: async (folder, done) => {
      const journal = await openWithBackups(folder);
      await ok(journal.updateFacts((facts) => ({ ...facts, loadLimit: 3 })));
      await mkdir(join(folder, '.lead-debrief', 'incidents'), { mode: 0o700 });
      await new DurableFile(join(folder, FILE), join(folder, '.lead-debrief'), async () => true).writeText(MARKED);
      await journal.refresh();
      done();
      const conflicts = new Conflicts({ journal, folder: join(folder, '.lead-debrief'), sidesFromIndex: async () => undefined });
      const [result] = await conflicts.merge();
      await ok(Promise.resolve({ ok: result?.ok === true }));
      done();
    },
    holds: (disk, acknowledged) => {
      const isMerged = has(disk.get(FILE), '"Ours"') && has(disk.get(FILE), '"Theirs, longer"');
      const isKept = texts(disk, 'backups').includes(MARKED);
      return (acknowledged < 1 || disk.get(FILE) === MARKED || (isMerged && isKept)) && (acknowledged < 2 || (isMerged && isKept));
    },
  },
];

describe('a power cut after every operation of', function () {
  this.timeout(120_000);
  const folder = ownFolder();

  for (const life of lives) it(life.name, () => cutPower(folder.path(), life));
});
